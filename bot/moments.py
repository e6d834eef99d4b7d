"""Moments as people read them: „sob. 14 listopada, 15:30”."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from bot.house import Turn
from bot.zones import place
from contest.clock import to_local
from contest.mistakes import Say
from contest.workdays import WorkCalendar
from storage.people import Person


def when(turn: Turn, at: datetime, *, to: Person | None = None) -> str:
    """A moment for its reader, the person of this turn or another: in their voice and by their clock."""
    reader = to or turn.person
    return moment(at, turn.house.calendar_of(reader), turn.house.say(reader))


def moment(at: datetime, calendar: WorkCalendar, say: Say) -> str:
    """„pon. 5 października, 11:00”; where the edition's clock shows another hour, also whose this one is: „… (Londyn)”."""
    told = _told(to_local(at, calendar.wall), say)
    if not calendar.elsewhere(at):
        return told
    return say("moment-elsewhere", moment=told, place=place(calendar.wall.key, say))


def _told(local: datetime, say: Say) -> str:
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


def lasting(span: timedelta, say: Say) -> str:
    """A span in its two largest whole units: „10 dni”, „2 godz. 5 min”, „0 min”."""
    minutes = max(0, int(span.total_seconds()) // 60)
    parts = (("days", minutes // 1440), ("hours", minutes // 60 % 24), ("minutes", minutes % 60))
    told = [say(f"span-{unit}", count=count) for unit, count in parts if count]
    return " ".join(told[:2]) or say("span-minutes", count=0)


def until(end: datetime, calendar: WorkCalendar, say: Say) -> str:
    """The end of a span; midnight is the end of the day before it."""
    local = to_local(end, calendar.zone)
    if local.time() == time() and not calendar.elsewhere(end):
        return say("moment-through", day=day(local.date() - timedelta(days=1), say))
    return moment(end, calendar, say)
