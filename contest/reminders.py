"""What should be said before a due date, and when: each lead time once, never at night, never about the past.

A nudge that would fall into quiet hours moves to their end; if the work would be due by then, it comes just before the quiet
hours begin instead. After an outage only the newest ripe nudge of a juror is worth sending (`newest`). A snoozed one
comes once more when the juror wished, by the same rules (`snoozed`). All local times are those of the juror's zone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Literal, TypeVar
from zoneinfo import ZoneInfo

from contest.clock import QuietHours, Span, before, next_allowed, on_the_clock, to_local

T = TypeVar("T")

Wish = Literal["3h", "morning"]
"""What a juror may ask of a reminder: again in three hours, or next morning."""
_MORNING = time(8)
_NIGHT_ENDS = timedelta(hours=4)
"""Until four o'clock „tomorrow morning” is the morning that comes."""


@dataclass(frozen=True, slots=True)
class Nudge:
    """One reminder: how long before the due date it was meant, and when it goes out (UTC)."""

    span: Span
    at: datetime


def nudges(
    due_at: datetime, spans: Iterable[Span], quiet: QuietHours, tz: ZoneInfo, *, now: datetime
) -> tuple[Nudge, ...]:
    """The reminders still to come before `due_at`, the earliest first. Of two that would go out together, the shorter lead."""
    planned = {}
    for span in sorted(spans, key=lambda span: span.length, reverse=True):
        at = audible(before(due_at, span, tz), due_at, quiet, tz)
        if now < at < due_at:
            planned[at] = Nudge(span, at)
    return tuple(planned[at] for at in sorted(planned))


def newest(ripe: Iterable[tuple[str, datetime, T]]) -> dict[str, T]:
    """Of the ripe reminders (juror, planned time, what), the one a juror that is still worth saying: the latest planned."""
    latest: dict[str, tuple[datetime, T]] = {}
    for juror, at, what in ripe:
        if juror not in latest or latest[juror][0] <= at:
            latest[juror] = (at, what)
    return {juror: what for juror, (_, what) in latest.items()}


def snoozed(
    wish: Wish, due_at: datetime, quiet: QuietHours, tz: ZoneInfo, *, now: datetime
) -> datetime | None:
    """When the reminder comes again: never in quiet hours, always before `due_at` (UTC). None: there is no such moment."""
    at = now + timedelta(hours=3) if wish == "3h" else _next_morning(now, tz)
    if at >= due_at:
        return None
    at = audible(at, due_at, quiet, tz)
    return at if now < at < due_at else None


def _next_morning(now: datetime, tz: ZoneInfo) -> datetime:
    day = (to_local(now, tz) - _NIGHT_ENDS).date() + timedelta(days=1)
    return on_the_clock(datetime.combine(day, _MORNING), tz)


def audible(at: datetime, due_at: datetime, quiet: QuietHours, tz: ZoneInfo) -> datetime:
    """The moment itself outside quiet hours; otherwise their end, or just before they begin when `due_at` comes first (UTC)."""
    later = next_allowed(at, quiet, tz)
    return later if later < due_at else _before_quiet(at, quiet, tz)


def _before_quiet(at: datetime, quiet: QuietHours, tz: ZoneInfo) -> datetime:
    """A minute before the quiet hours that cover `at` began."""
    local = to_local(at, tz)
    day = local.date() if local.time() >= quiet.start else local.date() - timedelta(days=1)
    return on_the_clock(datetime.combine(day, quiet.start), tz) - timedelta(minutes=1)
