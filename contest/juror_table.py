"""A table of jurors by their codes: where they work, on which channels, how many assignments at once. Names have no column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from contest.headings import Row, clean, columns_of, fold, shown
from contest.mistakes import Mistake, mistake
from contest.shape import near

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "code": ("kod", "code", "juror"),
    "regions": ("regiony", "regions", "wojewodztwa"),
    "channels": ("kanaly", "channels"),
    "capacity": ("limit", "capacity", "pojemnosc"),
}
"""What each column may be called, folded; the first is what we call it."""

MOST = 200
"""Assignments that one juror may carry at once."""
_CODE = re.compile(r"J-\d{2,6}")


@dataclass(frozen=True, slots=True)
class JurorRow:
    """What a row says of a juror; an empty cell says nothing."""

    line: int
    code: str
    regions: tuple[str, ...] = ()
    """By name, as the table of entrants writes them."""
    channels: tuple[str, ...] = ()
    """Ids of the edition's channels."""
    capacity: int | None = None


@dataclass(frozen=True, slots=True)
class JurorTable:
    """What a table of jurors says, or what is wrong with it."""

    rows: tuple[JurorRow, ...]
    complaints: tuple[Mistake, ...] = ()
    warnings: tuple[Mistake, ...] = ()


def read_jurors(
    headings: Sequence[str],
    rows: Iterable[Row],
    *,
    regions: Iterable[tuple[str, str]],
    channels: Iterable[tuple[str, str]],
) -> JurorTable:
    """The table; `regions` and `channels` are (id, name) of what the edition knows. Every bad row is named by its line."""
    columns, faults, warnings = columns_of(headings, COLUMNS, needed=("code",))
    if faults:
        return JurorTable((), faults, warnings)
    reader = _Reader(
        {fold(word): name for id_, name in regions for word in (id_, name)},
        {fold(word): id_ for id_, name in channels for word in (id_, name)},
    )
    read: list[JurorRow] = []
    complaints: list[Mistake] = []
    seen: dict[str, int] = {}
    for line, cells in rows:
        values = {column: clean(cells[index]) for column, index in columns.items() if index < len(cells)}
        if not any(map(clean, cells)):
            continue
        row, wrong = reader.row(line, values)
        if not wrong and (first := seen.setdefault(row.code, line)) != line:
            wrong = [mistake("row-doubled", name=row.code, first=str(first))]
        complaints += (fault.within("line", line) for fault in wrong)
        read.append(row)
    if not read:
        complaints.append(mistake("juror-table-without-rows"))
    return JurorTable(tuple(read), tuple(complaints), warnings)


@dataclass(frozen=True, slots=True)
class _Reader:
    regions: Mapping[str, str]
    channels: Mapping[str, str]

    def row(self, line: int, values: Mapping[str, str]) -> tuple[JurorRow, list[Mistake]]:
        wrong: list[Mistake] = []
        code = values.get("code", "").upper().replace(" ", "")
        if not _CODE.fullmatch(code):
            wrong.append(mistake("row-juror-code", value=shown(values.get("code", ""))))
        regions, strays = _listed(values.get("regions", ""), self.regions)
        wrong += (_unknown("row-region-unknown", word, self.regions) for word in strays)
        channels, strays = _listed(values.get("channels", ""), self.channels)
        wrong += (_unknown("row-channel-unknown", word, self.channels) for word in strays)
        said = values.get("capacity", "")
        number = int(said) if re.fullmatch(r"[0-9]{1,4}", said) else None
        if said and (number is None or number > MOST):
            wrong.append(mistake("row-capacity", value=shown(said), most=MOST))
        return JurorRow(line, code, regions, channels, number), wrong


def _listed(said: str, known: Mapping[str, str]) -> tuple[tuple[str, ...], list[str]]:
    """The words of a cell as we call them, in our order, and those that we do not know."""
    words = [word.strip() for word in re.split(r"[,;/|\n]", said) if word.strip()]
    meant = {known[fold(word)] for word in words if fold(word) in known}
    ours = tuple(dict.fromkeys(name for name in known.values() if name in meant))
    return ours, [word for word in words if fold(word) not in known]


def _unknown(code: str, word: str, known: Mapping[str, str]) -> Mistake:
    nearest = known.get(near(fold(word), known), "none")
    return mistake(code, value=shown(word), nearest=nearest, known=", ".join(dict.fromkeys(known.values())))
