"""The time of an office: working days by the calendar, and the hours in which somebody is there to answer.

Rule 1: what is sent before noon on a working day counts from that day; anything else from the next working day.
Rule 2: a reply on the day that counts came after 0 working days, on the next working day after 1; free days add nothing.
Rule 3: office hours run only on working days between two hours of the local clock.
Which days are free is told by the caller: this module knows Saturdays and Sundays alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from contest.clock import on_the_clock, to_local

NOON = time(12)
_DAY = timedelta(days=1)
_SATURDAY = 5

Hours = tuple[int, int]
"""From which full hour until which other an office works: (8, 16)."""


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """Where the office's clock hangs, and the days, besides weekends, on which nobody works there.

    `own`: the zone of whoever reads and types moments, where it is not the office's.
    """

    zone: ZoneInfo
    free: frozenset[date] = frozenset()
    own: ZoneInfo | None = None

    @property
    def wall(self) -> ZoneInfo:
        """The zone in which moments are told and understood."""
        return self.own or self.zone

    def elsewhere(self, at: datetime) -> bool:
        """Whether the reader's clock shows another hour at this moment than the office's."""
        return to_local(at, self.wall) != to_local(at, self.zone)

    def works(self, day: date) -> bool:
        return day.weekday() < _SATURDAY and day not in self.free

    def from_day(self, day: date) -> Iterator[date]:
        """Working days, the first one on `day` itself or after it."""
        while True:
            if self.works(day):
                yield day
            day += _DAY

    def after(self, day: date, count: int) -> date:
        """The count-th working day after `day`; count from 1."""
        return next(islice(self.from_day(day + _DAY), count - 1, None))


WEEKDAYS = WorkCalendar(ZoneInfo("UTC"))
"""A calendar without holidays, for checklists that wait for nobody."""


def counts_from(sent: datetime, calendar: WorkCalendar) -> date:
    """The day of sending as it counts (rule 1)."""
    local = to_local(sent, calendar.zone)
    if calendar.works(local.date()) and local.time() < NOON:
        return local.date()
    return calendar.after(local.date(), 1)


def working_days(sent: datetime, came: datetime, calendar: WorkCalendar) -> int:
    """How many working days a reply took (rule 2)."""
    day, last, count = counts_from(sent, calendar), to_local(came, calendar.zone).date(), 0
    while day < last:
        day += _DAY
        count += calendar.works(day)
    return count


def days_run_out(sent: datetime, count: int, calendar: WorkCalendar) -> datetime:
    """The first moment at which more than `count` working days have passed."""
    return _midnight(calendar.after(counts_from(sent, calendar), count + 1), calendar)


def office_seconds(sent: datetime, came: datetime, hours: Hours, calendar: WorkCalendar) -> int:
    """Whole seconds of office time between two moments (rule 3)."""
    day, last = (to_local(at, calendar.zone).date() for at in (sent, came))
    total = timedelta()
    while day <= last:
        if calendar.works(day):
            opens, closes = _opening(day, hours, calendar)
            total += max(min(came, closes) - max(sent, opens), timedelta())
        day += _DAY
    return total // timedelta(seconds=1)


def hours_run_out(sent: datetime, seconds: int, hours: Hours, calendar: WorkCalendar) -> datetime:
    """The moment at which so much office time has passed; at the end of a day that is the start of the next one."""
    left = timedelta(seconds=seconds)
    for day in calendar.from_day(to_local(sent, calendar.zone).date()):
        opens, closes = _opening(day, hours, calendar)
        begins = max(sent, opens)
        if begins + left < closes:
            return begins + left
        left -= max(closes - begins, timedelta())
    raise AssertionError("there is always another working day")


def at_hour(day: date, hour: time, calendar: WorkCalendar) -> datetime:
    """A day's hour by the local clock, as UTC."""
    return on_the_clock(datetime.combine(day, hour), calendar.zone)


def _opening(day: date, hours: Hours, calendar: WorkCalendar) -> tuple[datetime, datetime]:
    midnight = datetime.combine(day, time())
    opens, closes = (on_the_clock(midnight + timedelta(hours=hour), calendar.zone) for hour in hours)
    return opens, closes


def _midnight(day: date, calendar: WorkCalendar) -> datetime:
    return at_hour(day, time(), calendar).astimezone(UTC)
