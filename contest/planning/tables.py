"""Slots, jurors and an earlier plan as tables: rows of text in, values out, every fault named by its line.

Names of entrants stay with the reader (`Names`); the plan itself knows numbers. Lists inside a cell are parted by `|`,
or by what people write instead.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from contest.headings import Row, fold
from contest.mistakes import Mistake, mistake
from contest.planning.demand import Juror, Key, Place, Proposed, Slot

SLOTS: Mapping[str, tuple[str, ...]] = {
    "inst": ("inst", "uczestnik", "entrant"),
    "channel": ("channel", "kanal"),
    "number": ("number", "numer"),
    "voivodeship": ("voivodeship", "wojewodztwo"),
    "powiat": ("powiat", "county"),
    "town": ("town", "miejscowosc"),
    "lat": ("lat", "latitude", "szerokosc"),
    "lon": ("lon", "longitude", "dlugosc"),
    "population": ("population", "ludnosc"),
    "on_site": ("on_site", "na_miejscu"),
    "visible": ("visible", "widoczny"),
    "skills": ("skills", "umiejetnosci"),
}
JURORS: Mapping[str, tuple[str, ...]] = {
    "juror": ("juror",),
    "capacity": ("capacity", "limit"),
    "channels": ("channels", "kanaly"),
    "regions": ("regions", "wojewodztwa"),
    "voivodeship": ("voivodeship", "wojewodztwo"),
    "powiat": ("powiat", "county"),
    "town": ("town", "miejscowosc"),
    "lat": ("lat", "latitude", "szerokosc"),
    "lon": ("lon", "longitude", "dlugosc"),
    "reach_km": ("reach_km", "zasieg_km"),
    "load": ("load", "obciazenie"),
    "conflicts": ("conflicts", "konflikty"),
    "seen": ("seen", "widziany"),
    "met": ("met", "znany"),
    "skills": ("skills", "umiejetnosci"),
}
PLAN: Mapping[str, tuple[str, ...]] = {
    "inst": SLOTS["inst"],
    "channel": SLOTS["channel"],
    "number": SLOTS["number"],
    "juror": ("juror",),
    "first_day": ("first_day", "od_dnia"),
    "last_day": ("last_day", "do_dnia"),
}
"""What each column may be called, folded; the first is what we write ourselves. Other columns are passed over."""

ON_SITE = frozenset({"wizyta", "visit"})
UNSEEN = frozenset({"www", "strona", "strona internetowa", "website", "aplikacja", "app"})
"""What a channel of such a name is, where the table does not say."""
_FLAGS = {
    "1": True,
    "tak": True,
    "yes": True,
    "true": True,
    "0": False,
    "nie": False,
    "no": False,
    "false": False,
}
_MOST = 10**9
_DECIMAL = r"[-+]?[0-9]{1,6}(\.[0-9]{0,40})?(e-?[0-9]{1,2})?"
"""As programs write them: all the digits that a number has, a small one with an exponent."""
Made = TypeVar("Made")


@dataclass(slots=True)
class Names:
    """The numbers that the entrants of these tables are given, in the order in which they come."""

    numbers: dict[str, int] = field(default_factory=dict)
    shown: list[str] = field(default_factory=list)
    channels: dict[str, str] = field(default_factory=dict)
    """Each channel as it was first written, by what we compare."""

    def number(self, name: str) -> int:
        """The number of an entrant; spaces and case do not make another."""
        key = fold(name)
        if key not in self.numbers:
            self.numbers[key] = len(self.shown)
            self.shown.append(name)
        return self.numbers[key]


@dataclass(slots=True)
class _Cells:
    """One row while it is read: its cells by column, and what is wrong with them."""

    values: Mapping[str, str]
    headings: Mapping[str, str]
    """Each column as the table calls it."""
    wrong: list[Mistake] = field(default_factory=list)

    def text(self, column: str, *, needed: bool = False) -> str:
        value = " ".join(self.values.get(column, "").split())
        if needed and not value:
            self.wrong.append(mistake("cell-empty", column=self.headings.get(column, column)))
        return value

    def listed(self, column: str, known: Collection[str]) -> frozenset[str]:
        """The folded names in a cell. Commas part them too, where the whole is no name that is `known`."""
        return frozenset(
            part
            for name in _parts(self.values.get(column, ""), "|;")
            for part in ([fold(name)] if fold(name) in known else map(fold, _parts(name, ",")))
        )

    def entrants(self, column: str, names: Names) -> frozenset[int]:
        """The entrants in a cell. Commas part them only where every part is an entrant: names may have commas themselves."""
        found: list[str] = []
        for name in _parts(self.values.get(column, ""), "|;"):
            parts = _parts(name, ",")
            several = fold(name) not in names.numbers and all(fold(part) in names.numbers for part in parts)
            found += parts if several else [name]
        return frozenset(map(names.number, found))

    def whole(self, column: str, *, least: int, otherwise: int | None = None, needed: bool = False) -> int:
        value = self.text(column, needed=needed).replace(" ", "")
        if not value:
            return least if otherwise is None else otherwise
        value = value.removesuffix(".0")  # what other programs make of a whole number beside an empty cell
        if not re.fullmatch(r"[0-9]{1,10}", value, flags=re.ASCII) or not least <= int(value) <= _MOST:
            self.wrong.append(
                mistake("plan-whole", column=self.headings[column], value=value[:40], least=least)
            )
            return least
        return int(value)

    def decimal(self, column: str, least: float, most: float) -> float | None:
        value = self.text(column).replace(",", ".")
        if not value:
            return None
        if not re.fullmatch(_DECIMAL, value, flags=re.ASCII) or not least <= float(value) <= most:
            self.wrong.append(
                mistake(
                    "plan-decimal",
                    column=self.headings[column],
                    value=value[:40],
                    least=f"{least:g}",
                    most=f"{most:g}",
                )
            )
            return None
        return float(value)

    def flag(self, column: str, *, otherwise: bool) -> bool:
        value = fold(self.text(column))
        if value and value not in _FLAGS:
            self.wrong.append(mistake("plan-flag", column=self.headings[column], value=value[:40]))
        return _FLAGS.get(value, otherwise)

    def place(self) -> Place:
        lat, lon = self.decimal("lat", -90, 90), self.decimal("lon", -180, 180)
        if (lat is None) != (lon is None) and not self.wrong:
            self.wrong.append(mistake("plan-half-place"))
        return Place(self.text("voivodeship"), self.text("powiat"), self.text("town"), lat, lon)


def _parts(text: str, marks: str) -> list[str]:
    parts = (" ".join(part.split()) for part in re.split(f"[{marks}]", text))
    return [part for part in parts if part]


def read_slots(
    headings: Sequence[str], rows: Iterable[Row], names: Names
) -> tuple[tuple[Slot, ...], tuple[Mistake, ...]]:
    """The slots of a table, and what is wrong with it. Without numbers, contacts of a channel are counted as they come."""
    counted = Counter[tuple[int, str]]()
    first: dict[Key, int] = {}

    def read(cells: _Cells, line: int) -> Slot:
        entrant = names.number(cells.text("inst", needed=True))
        written = cells.text("channel", needed=True)
        channel = fold(written)
        names.channels.setdefault(channel, written)
        counted[entrant, channel] += 1
        place = cells.place()
        slot = Slot(
            entrant,
            channel,
            cells.whole("number", least=1, otherwise=counted[entrant, channel]),
            region=fold(place.voivodeship),
            on_site=cells.flag("on_site", otherwise=channel in ON_SITE),
            visible=cells.flag("visible", otherwise=channel not in UNSEEN),
            skills=cells.listed("skills", ()),
            place=place,
            population=cells.whole("population", least=0) if cells.text("population") else None,
        )
        if not cells.wrong and (before := first.setdefault(slot.key, line)) != line:
            shown = f"{names.shown[entrant]}, {channel}, {slot.number}"
            cells.wrong.append(mistake("row-doubled", name=shown, first=str(before)))
        return slot

    return _read(headings, rows, SLOTS, ("inst", "channel"), read)


def read_jurors(
    headings: Sequence[str], rows: Iterable[Row], names: Names, regions: Iterable[str]
) -> tuple[tuple[Juror, ...], tuple[Mistake, ...]]:
    """The jurors of a table. A table without the column of regions sends everybody to all `regions`; an empty cell means
    the juror's own voivodeship."""
    everywhere = frozenset(regions)
    anywhere = not any(fold(heading) in JURORS["regions"] for heading in headings)
    first: dict[str, int] = {}

    def read(cells: _Cells, line: int) -> Juror:
        home = cells.place()
        said = cells.listed("regions", everywhere) or frozenset({fold(home.voivodeship)})
        code = cells.text("juror", needed=True)
        if code and (before := first.setdefault(fold(code), line)) != line:
            cells.wrong.append(mistake("row-doubled", name=code, first=str(before)))
        channels = cells.listed("channels", names.channels)
        if not channels:
            cells.text("channels", needed=True)
        return Juror(
            code,
            everywhere if anywhere else said,
            channels,
            cells.whole("capacity", least=0, needed=True),
            load=cells.whole("load", least=0),
            met=cells.entrants("met", names),
            conflicts=cells.entrants("conflicts", names),
            seen=cells.entrants("seen", names),
            skills=cells.listed("skills", ()),
            home=home,
            reach=cells.decimal("reach_km", 0, 20_000),
        )

    return _read(headings, rows, JURORS, ("juror", "capacity", "channels"), read)


def read_plan(
    headings: Sequence[str], rows: Iterable[Row], names: Names, slots: Iterable[Slot]
) -> tuple[tuple[Proposed, ...], tuple[Mistake, ...]]:
    """What an earlier plan gave to whom, as far as it is about these slots."""
    known = {slot.key: slot for slot in slots}

    def read(cells: _Cells, _: int) -> Proposed | None:
        key = (
            names.number(cells.text("inst", needed=True)),
            fold(cells.text("channel", needed=True)),
            cells.whole("number", least=1, needed=True),
        )
        begins, ends = cells.whole("first_day", least=1), cells.whole("last_day", least=1)
        code = cells.text("juror")
        days = (begins, max(begins, ends)) if cells.text("first_day") and cells.text("last_day") else None
        return Proposed(known[key], code, days=days) if code and key in known else None

    kept, wrong = _read(headings, rows, PLAN, ("inst", "channel", "number", "juror"), read)
    return tuple(one for one in kept if one is not None), wrong


def _read(
    headings: Sequence[str],
    rows: Iterable[Row],
    columns: Mapping[str, tuple[str, ...]],
    needed: Iterable[str],
    read: Callable[[_Cells, int], Made],
) -> tuple[tuple[Made, ...], tuple[Mistake, ...]]:
    places, wrong = _columns(headings, columns, needed)
    if wrong:
        return (), tuple(wrong)
    shown = {name: headings[place] for name, place in places.items()}
    made: list[Made] = []
    for line, values in rows:
        if not any(value.strip() for value in values):
            continue
        cells = _Cells({name: values[place] for name, place in places.items() if place < len(values)}, shown)
        made.append(read(cells, line))
        if any(value.strip() for value in values[len(headings) :]):
            cells.wrong.append(mistake("row-too-wide", cells=len(values), headings=len(headings)))
        wrong += (fault.within("line", line) for fault in cells.wrong)
    if not made and not wrong:
        wrong.append(mistake("plan-without-rows"))
    return tuple(made), tuple(wrong)


def _columns(
    headings: Sequence[str], columns: Mapping[str, tuple[str, ...]], needed: Iterable[str]
) -> tuple[dict[str, int], list[Mistake]]:
    ours = {spelling: name for name, spellings in columns.items() for spelling in spellings}
    places: dict[str, int] = {}
    wrong: list[Mistake] = []
    for place, heading in enumerate(headings):
        name = ours.get(fold(heading).replace(" ", "_"))
        if name in places:
            wrong.append(mistake("heading-doubled", heading=heading[:60], column=str(name)))
        elif name is not None:
            places[name] = place
    found = ", ".join(heading[:40] for heading in headings[:20])
    wrong += (mistake("heading-missing", column=name, found=found) for name in needed if name not in places)
    return places, wrong
