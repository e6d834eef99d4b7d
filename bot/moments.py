"""Moments as people read them: „sob. 14 listopada, 15:30”."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from bot.house import Turn
from contest.clock import to_local
from contest.mistakes import Say
from contest.workdays import WorkCalendar


def when(turn: Turn, at: datetime, *, say: Say | None = None) -> str:
    """A moment for the person of this turn, in the edition's zone; for somebody else, in their voice."""
    return moment(turn.house.local(at), say or turn.say)


def moment(local: datetime, say: Say) -> str:
    return say(
        "moment",
        weekday=say(f"weekday-{local.isoweekday()}"),
        day=local.day,
        month=say(f"month-{local.month}"),
        time=f"{local:%H:%M}",
    )


def day(local: date, say: Say) -> str:
    """A date for a person: „sob. 14 listopada”."""
    return say(
        "moment-day",
        weekday=say(f"weekday-{local.isoweekday()}"),
        day=local.day,
        month=say(f"month-{local.month}"),
    )


def dated(local: date, say: Say) -> str:
    """A date that may be of another year: „pon. 12 października 2026”."""
    return say("moment-date", day=day(local, say), year=str(local.year))


def until(end: datetime, calendar: WorkCalendar, say: Say) -> str:
    """The end of a span; midnight is the end of the day before it."""
    local = to_local(end, calendar.zone)
    if local.time() == time():
        return say("moment-through", day=day(local.date() - timedelta(days=1), say))
    return moment(local, say)
