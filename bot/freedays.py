"""Days on which Polish offices are closed by law: where the calendar of public holidays enters."""

from __future__ import annotations

from functools import cache
from zoneinfo import ZoneInfo

from holidays import country_holidays

from contest.workdays import WorkCalendar


@cache
def calendar(zone: ZoneInfo, year: int) -> WorkCalendar:
    """The working days around an edition of this year: from the year before to two years after."""
    return WorkCalendar(zone, frozenset(country_holidays("PL", years=range(year - 1, year + 3))))
