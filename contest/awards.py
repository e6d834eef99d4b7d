"""What a ranking entitles to: licences for everybody above the threshold, statuettes for experts to decide on.

A licence is absolute: every classified entrant whose result reaches the threshold has one, whatever its place. A statuette is
relative *and* absolute: the first places of a peer group, but only above the threshold and only where enough entrants were
compared, are nominated. Which result that is, `[ranking] decides` of the edition says (`contest.deciding`). Both lists may be empty: nothing is awarded for being the best of the weak.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from contest.edition import EditionSettings
from contest.ranking import GroupTable, Place

Kind = Literal["licence", "statuette-nominee", "statuette", "distinction"]
LICENCE: Literal["licence"] = "licence"
NOMINEE: Literal["statuette-nominee"] = "statuette-nominee"
STATUETTE: Literal["statuette"] = "statuette"
DISTINCTION: Literal["distinction"] = "distinction"
BY_RULES: frozenset[Kind] = frozenset({LICENCE, NOMINEE})
"""What follows from the ranking; the others are the experts' decisions (`contest.voting`)."""
HONOURS: frozenset[Kind] = frozenset({STATUETTE, DISTINCTION})
_SERIES: Mapping[Kind, str] = {LICENCE: "", NOMINEE: "N", STATUETTE: "S", DISTINCTION: "W"}


@dataclass(frozen=True, slots=True)
class Award:
    """Something granted; its number is unique within the edition."""

    kind: Kind
    entrant: int
    number: str
    """`LJ/2026/0001` of a licence; N0001 of a nomination, S0001 of a statuette, W0001 of a distinction."""
    valid_until: date | None
    """The last day of a licence; nothing else ends."""


def propose(settings: EditionSettings, tables: Iterable[GroupTable], *, granted: date) -> tuple[Award, ...]:
    """Licences, then nominations; each numbered by the order of groups and places."""
    tables = tuple(tables)
    until = months_after(granted, settings.awards.licence_months)
    licences = [place for table in tables for place in table.places if licensed(settings, place)]
    candidates = [place for table in tables for place in nominees(settings, table)]
    return (
        *(_award(settings, LICENCE, place, n, until) for n, place in enumerate(licences, 1)),
        *(_award(settings, NOMINEE, place, n, None) for n, place in enumerate(candidates, 1)),
    )


def number_of(settings: EditionSettings, kind: Kind, n: int) -> str:
    """The n-th number of a kind: `LJ/2026/S0001`."""
    return f"{settings.awards.licence_prefix}/{settings.year}/{_SERIES[kind]}{n:04}"


def months_after(day: date, months: int) -> date:
    """The day of the same number, or the last day of a month that has none such (Polish Civil Code, art. 112)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def nominees(settings: EditionSettings, table: GroupTable) -> list[Place]:
    """The candidates to a group's statuettes. Equals share a place, so there may be more of them than statuettes: experts decide."""
    if len(table.places) < settings.least_in_group:
        return []
    most = settings.awards.statuettes_per_group
    return [place for place in table.places if place.number <= most and licensed(settings, place)]


def licensed(settings: EditionSettings, place: Place) -> bool:
    """Whether this place comes with a licence."""
    return place.points >= settings.awards.licence_threshold


def _award(settings: EditionSettings, kind: Kind, place: Place, n: int, until: date | None) -> Award:
    return Award(kind, place.result.entrant, number_of(settings, kind, n), until)
