"""Institutions that take part, and how a table of them is read: whole rows in, every fault named by its line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Protocol

from contest.headings import Row, clean, columns_of, fold, shown
from contest.mistakes import Mistake, Mistakes, mistake
from contest.shape import near


@dataclass(frozen=True, slots=True)
class Entrant:
    """An institution of the contest; `id` 0 until it is stored. Texts may be empty, except `name` and `kind`."""

    id: int
    name: str
    kind: str
    """Id of a kind of the edition."""
    voivodeship: str = ""
    powiat: str = ""
    town: str = ""
    teryt: str = ""
    population: int | None = None
    address: str = ""
    phone: str = ""
    email: str = ""
    www: str = ""
    social: str = ""
    hours: str = ""
    genitive: str = ""
    """The name after „dla” on a diploma: „Gminy Starogard Gdański”; empty where nobody has set it."""
    solution: str = ""
    """What the entrant shows to others, in a line: its solution, published in the catalogue when it is awarded."""
    description: str = ""
    """The solution in the entrant's own words; a line a paragraph."""


@dataclass(frozen=True, slots=True)
class Import:
    """What a table would bring: entrants to add, complaints that forbid it, warnings that do not."""

    new: tuple[Entrant, ...]
    complaints: tuple[Mistake, ...] = ()
    warnings: tuple[Mistake, ...] = ()


class KindLike(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def labels(self) -> tuple[str, ...]: ...


class GroupLike(Protocol):
    def holds(self, kind: str, population: int | None, /) -> bool: ...


class Taking(Protocol):
    """Who may enter: the part of an edition's settings that an import asks."""

    @property
    def kinds(self) -> Sequence[KindLike]: ...
    @property
    def groups(self) -> Sequence[GroupLike]: ...


COLUMNS: Mapping[str, tuple[str, ...]] = {
    "name": ("nazwa", "name"),
    "kind": ("rodzaj", "kind"),
    "voivodeship": ("wojewodztwo", "voivodeship"),
    "powiat": ("powiat", "county"),
    "town": ("miejscowosc", "town"),
    "teryt": ("teryt",),
    "population": ("ludnosc", "population"),
    "address": ("adres", "address"),
    "phone": ("telefon", "phone"),
    "email": ("email", "e-mail"),
    "www": ("www", "website"),
    "social": ("social",),
    "hours": ("godziny", "hours"),
    "genitive": ("dla", "for"),
    "solution": ("rozwiazanie", "solution"),
    "description": ("opis", "description"),
}
"""What each column may be called, folded; the first is what we call it."""

LONGEST = 500
"""Characters that a cell may have."""

LONGEST_TEXT = 3000
"""Characters that the description of a solution may have: one message of a chat, with room for what is said around it."""

VOIVODESHIPS = frozenset(
    [
        "dolnoslaskie",
        "kujawsko-pomorskie",
        "lubelskie",
        "lubuskie",
        "lodzkie",
        "malopolskie",
        "mazowieckie",
        "opolskie",
        "podkarpackie",
        "podlaskie",
        "pomorskie",
        "slaskie",
        "swietokrzyskie",
        "warminsko-mazurskie",
        "wielkopolskie",
        "zachodniopomorskie",
    ]
)
_EMAIL = re.compile(r"[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;.]+")
_PHONE = re.compile(r"\+?[0-9][0-9 ()/.-]{5,}[0-9].*")


def read_table(headings: Sequence[str], rows: Iterable[Row], settings: Taking) -> Import:
    """What this table would bring to an edition. Every bad row is named with its line and reason; good rows are all read,
    but a table with complaints is not meant to be applied: nothing is half-imported."""
    columns, faults, warnings = columns_of(headings, COLUMNS, needed=("name", "kind"))
    if faults:
        return Import((), faults, warnings)
    kinds = _kinds(settings)
    new: list[Entrant] = []
    complaints: list[Mistake] = []
    seen: dict[tuple[str, str, str], int] = {}
    for line, cells in rows:
        values = {column: clean(cells[index]) for column, index in columns.items() if index < len(cells)}
        if not any(map(clean, cells)):
            continue
        read, wrong = _entrant(values, kinds, settings)
        wrong = (*_overlong(cells, len(headings)), *wrong)
        if read and not wrong and (first := seen.setdefault(once(read), line)) != line:
            wrong = (mistake("row-doubled", name=read.name, first=str(first)),)
        complaints += (fault.within("line", line) for fault in wrong)
        if read and not wrong:
            new.append(read)
    if not new and not complaints:
        complaints.append(mistake("table-without-rows"))
    return Import(tuple(new), tuple(complaints), warnings)


def once(entrant: Entrant) -> tuple[str, str, str]:
    """What makes an entrant one and the same: two of equal folded name, kind and TERYT code are one."""
    return fold(entrant.name), entrant.kind, entrant.teryt


def called(entrant: Entrant, part: str) -> bool:
    """Whether these words, in any order, may mean the entrant."""
    said = fold(f"{entrant.name} {entrant.town} {entrant.powiat} {entrant.teryt}")
    return all(word in said for word in fold(part).split())


def corrected(entrant: Entrant, column: str, said: str, settings: Taking) -> Entrant:
    """The entrant with one column as somebody typed it, read as a table is read. Raises Mistakes with what is wrong."""
    values = {
        name: str(value) for name, value in asdict(entrant).items() if name in COLUMNS and value is not None
    }
    values[column] = clean(said)
    read, wrong = _entrant(values, _kinds(settings), settings)
    if read is None:
        raise Mistakes(wrong)
    return replace(read, id=entrant.id)


def _kinds(settings: Taking) -> dict[str, str]:
    return {fold(label): kind.id for kind in settings.kinds for label in (kind.id, kind.name, *kind.labels)}


def _entrant(
    values: Mapping[str, str], kinds: Mapping[str, str], settings: Taking
) -> tuple[Entrant | None, tuple[Mistake, ...]]:
    wrong: list[Mistake] = []

    def told(read: str | int | Mistake | None) -> str | int | None:
        if isinstance(read, Mistake):
            wrong.append(read)
            return None
        return read

    name = " ".join(values.get("name", "").split())
    if not name:
        wrong.append(mistake("cell-empty", column="nazwa"))
    kind = str(told(_kind(values.get("kind", ""), kinds, settings)) or "")
    population = told(_population(values.get("population", "")))
    wrong += _odd(values)
    if not wrong:
        wrong += _ungrouped(kind, _number(population), settings)
    if wrong:
        return None, tuple(wrong)
    texts = {
        column: value for column, value in values.items() if column not in {"name", "kind", "population"}
    }
    texts["genitive"] = _after_for(texts.get("genitive", ""))
    return Entrant(0, name, kind, population=_number(population), **texts), ()


def _after_for(said: str) -> str:
    """„dla Gminy Alfa” and „Gminy Alfa” say the same."""
    words = said.split()
    return " ".join(words[1:] if words and words[0].casefold() == "dla" else words)


def _number(value: str | int | None) -> int | None:
    return value if isinstance(value, int) else None


def _kind(said: str, kinds: Mapping[str, str], settings: Taking) -> str | Mistake:
    if not said:
        return mistake("cell-empty", column="rodzaj")
    known = kinds.get(fold(said))
    if known:
        return known
    names = {fold(kind.name): kind.name for kind in settings.kinds}
    meant = kinds.get(near(fold(said), kinds))
    suggested = next((kind.name for kind in settings.kinds if kind.id == meant), "none")
    return mistake("row-kind-unknown", value=shown(said), nearest=suggested, known=", ".join(names.values()))


def _population(said: str) -> int | Mistake | None:
    """People, written with spaces, dots or nothing between thousands; empty is unknown."""
    if not said:
        return None
    digits = re.sub(r"(?<=[0-9])[\s.'](?=[0-9]{3}(?![0-9]))", "", said)
    digits = digits.removesuffix(".0").removesuffix(",0")
    if not re.fullmatch(r"[0-9]{1,9}", digits, flags=re.ASCII):
        return mistake("row-population", value=shown(said))
    return int(digits)


def _odd(values: Mapping[str, str]) -> Iterator[Mistake]:
    teryt, email, phone = (values.get(column, "") for column in ("teryt", "email", "phone"))
    voivodeship = values.get("voivodeship", "")
    if teryt and not (re.fullmatch(r"[0-9]+", teryt, flags=re.ASCII) and len(teryt) in {2, 4, 7}):
        yield _teryt(teryt)
    if voivodeship and fold(voivodeship) not in VOIVODESHIPS:
        yield mistake(
            "row-voivodeship", value=shown(voivodeship), nearest=near(fold(voivodeship), VOIVODESHIPS)
        )
    if email and not _EMAIL.fullmatch(email):
        yield mistake("row-email", value=shown(email))
    if phone and not _PHONE.fullmatch(phone):
        yield mistake("row-phone", value=shown(phone))
    for column, value in values.items():
        most = LONGEST_TEXT if column == "description" else LONGEST
        if len(value) > most:
            yield mistake("cell-too-long", column=COLUMNS[column][0], length=len(value), most=most)


def _teryt(code: str) -> Mistake:
    """A code of 1, 3 or 6 digits has most likely lost its leading zero in a spreadsheet; which one, a person must say."""
    if not re.fullmatch(r"[0-9]+", code, flags=re.ASCII):
        return mistake("row-teryt", value=shown(code))
    if len(code) in {1, 3, 6}:
        return mistake("row-teryt-zero", value=code, digits=len(code), likely=f"0{code}")
    return mistake("row-teryt-digits", value=shown(code), digits=len(code))


def _ungrouped(kind: str, population: int | None, settings: Taking) -> Iterator[Mistake]:
    if any(group.holds(kind, population) for group in settings.groups):
        return
    if population is None:
        yield mistake("row-population-needed")
    else:
        yield mistake("row-without-group", kind=kind, population=population)


def _overlong(cells: Sequence[str], width: int) -> Iterator[Mistake]:
    if any(clean(cell) for cell in cells[width:]):
        yield mistake("row-too-wide", cells=len(cells), headings=width)
