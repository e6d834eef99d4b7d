"""A table of scored contacts as an organiser writes it: institution, group, channel, juror, score; every fault named by its line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from contest.calibration.contacts import Scored
from contest.entrants import LONGEST
from contest.headings import Row, fold
from contest.mistakes import Mistake, Mistakes, mistake

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "inst": ("inst", "instytucja", "uczestnik", "institution"),
    "group": ("group", "grupa"),
    "channel": ("channel", "kanal"),
    "juror": ("juror",),
    "score": ("score", "wynik", "punkty"),
}
"""What each column may be called, folded; the first is what we call it. Other columns are left alone."""
_NUMBER = re.compile(
    r"[+-]?(?:[0-9]+(?:[.,][0-9]*)?|[.,][0-9]+)(?:e[+-]?[0-9]{1,3})?", re.ASCII | re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class ScoredTable:
    """What the table says."""

    contacts: tuple[Scored, ...]
    groups: Mapping[str, str]
    """The peer group of each institution."""
    warnings: tuple[Mistake, ...]
    """Odd, but nothing that forbids counting."""


def read_scored(headings: Sequence[str], rows: Iterable[Row]) -> ScoredTable:
    """The table's contacts. Raises `Mistakes` with everything that is wrong with it, by lines."""
    places, faults = _headings(headings)
    if faults:
        raise Mistakes(faults)
    contacts: list[Scored] = []
    groups: dict[str, tuple[str, int]] = {}
    seen: dict[tuple[str, ...], int] = {}
    again: list[tuple[int, int]] = []
    for line, cells in rows:
        said = {name: _cell(cells, place) for name, place in places.items()}
        wrong = [fault.within("line", line) for fault in _faults(said)]
        group, first = groups.setdefault(said["inst"], (said["group"], line)) if said["inst"] else ("", 0)
        if said["inst"] and said["group"] and group and group != said["group"]:
            wrong.append(_two_groups(said, group, first).within("line", line))
        faults.extend(wrong)
        if wrong:
            continue
        contacts.append(Scored(said["inst"], said["channel"], said["juror"], _number(said["score"])))
        first = seen.setdefault(tuple(cell.strip() for cell in cells), line)
        if first != line:
            again.append((first, line))
    if not contacts and not faults:
        faults.append(mistake("scored-empty"))
    if faults:
        raise Mistakes(faults)
    return ScoredTable(
        tuple(contacts), {inst: group for inst, (group, _) in groups.items()}, tuple(_same(again))
    )


def _headings(headings: Sequence[str]) -> tuple[dict[str, int], list[Mistake]]:
    places: dict[str, int] = {}
    faults: list[Mistake] = []
    names = {spelling: name for name, spellings in COLUMNS.items() for spelling in spellings}
    for place, heading in enumerate(headings):
        name = names.get(fold(heading))
        if name in places:
            faults.append(mistake("scored-column-twice", column=name or ""))
        elif name:
            places[name] = place
    faults += [mistake("scored-no-column", column=name) for name in COLUMNS if name not in places]
    return places, faults


def _same(again: Sequence[tuple[int, int]]) -> Iterator[Mistake]:
    """One remark for all of them: copies are seen at the first, and a table of five columns may hold equal rows by right."""
    for first, line in again[:1]:
        yield mistake("scored-same-row", first=str(first), count=len(again)).within("line", line)


def _cell(cells: Sequence[str], place: int) -> str:
    return " ".join(cells[place].replace("\u00a0", " ").split()) if place < len(cells) else ""


def _faults(said: Mapping[str, str]) -> Iterator[Mistake]:
    for column, value in said.items():
        if not value:
            yield mistake("scored-cell-empty", column=column)
        elif len(value) > LONGEST:
            yield mistake("cell-too-long", column=column, length=len(value), most=LONGEST)
    score = said["score"]
    if not score or len(score) > LONGEST:
        return
    if not _NUMBER.fullmatch(score):
        yield mistake("scored-not-a-number", value=score[:60])
    elif not 0 <= _number(score) <= 100:
        yield mistake("scored-out-of-range", value=score[:60])


def _two_groups(said: Mapping[str, str], other: str, first: int) -> Mistake:
    inst, group = said["inst"][:60], said["group"][:60]
    return mistake("scored-two-groups", inst=inst, group=group, other=other[:60], first=str(first))


def _number(text: str) -> float:
    return float(text.replace(",", "."))
