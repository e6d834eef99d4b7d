"""What a ranking entitles to: licences for everybody above the threshold, statuettes for experts to decide on.

A licence is absolute: every classified entrant whose result reaches the threshold has one, whatever its place. A statuette is
relative *and* absolute: the first places of a peer group, but only above the threshold and only where enough entrants were
compared, are nominated. Which result that is, `[ranking] decides` of the edition says (`contest.deciding`). Both lists may be empty: nothing is awarded for being the best of the weak.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from contest.edition import EditionSettings
from contest.ranking import GroupTable, Place

LICENCE: Literal["licence"] = "licence"
NOMINEE: Literal["statuette-nominee"] = "statuette-nominee"


@dataclass(frozen=True, slots=True)
class Award:
    """A licence, or a nomination that experts decide about; its number is unique within the edition."""

    kind: Literal["licence", "statuette-nominee"]
    entrant: int
    number: str
    """`LJ/2026/0001` of a licence, `LJ/2026/N0001` of a nomination."""
    valid_until: date | None
    """The last day of a licence; a nomination has none."""


def propose(settings: EditionSettings, tables: Iterable[GroupTable], *, granted: date) -> tuple[Award, ...]:
    """Licences, then nominations; each numbered by the order of groups and places."""
    tables = tuple(tables)
    until = months_after(granted, settings.awards.licence_months)
    licences = [place for table in tables for place in table.places if licensed(settings, place)]
    nominees = [place for table in tables for place in _nominees(settings, table)]
    series = f"{settings.awards.licence_prefix}/{settings.year}/"
    return (
        *(_award(LICENCE, place, f"{series}{n:04}", until) for n, place in enumerate(licences, 1)),
        *(_award(NOMINEE, place, f"{series}N{n:04}", None) for n, place in enumerate(nominees, 1)),
    )


def months_after(day: date, months: int) -> date:
    """The day of the same number, or the last day of a month that has none such (Polish Civil Code, art. 112)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _nominees(settings: EditionSettings, table: GroupTable) -> list[Place]:
    """Equals share a place, so there may be more of them than statuettes: experts decide."""
    if len(table.places) < settings.least_in_group:
        return []
    most = settings.awards.statuettes_per_group
    return [place for place in table.places if place.number <= most and licensed(settings, place)]


def licensed(settings: EditionSettings, place: Place) -> bool:
    """Whether this place comes with a licence."""
    return place.points >= settings.awards.licence_threshold


def _award(
    kind: Literal["licence", "statuette-nominee"], place: Place, number: str, until: date | None
) -> Award:
    return Award(kind, place.result.entrant, number, until)
