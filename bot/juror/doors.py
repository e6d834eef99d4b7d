"""Whether an institution can be visited or called now, as one sentence that names nobody.

Hours alone betray nothing, so a reminder may carry them. Hours that were not understood say nothing here; the juror reads
them among the details as they stand in the table. The hours are those of the institution's clock, and say so to a juror whose
clock shows another; today and tomorrow are the juror's.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from bot.house import House
from contest.clock import to_local
from contest.entrants import Entrant
from contest.hours import Closed, Open, read_hours, when_open
from contest.mistakes import Say
from storage.people import Person


def door(house: House, juror: Person, entrant: Entrant, channel: str, *, at: datetime) -> str:
    """„otwarte dziś do 16:00”, „dziś już zamknięte, jutro od 8:00 do 15:30”; nothing where hours do not matter."""
    way = house.rules.settings.channel(channel)
    hours = read_hours(entrant.hours) if way is not None and way.in_person else None
    if hours is None:
        return ""
    calendar, say = house.calendar_of(juror), house.say(juror)
    there, today = to_local(at, calendar.zone), to_local(at, calendar.wall).date()
    told = _told(say, when_open(hours, there), there, today=today)
    return say("door-there", door=told) if told and calendar.elsewhere(at) else told


def _told(say: Say, state: Open | Closed, there: datetime, *, today: date) -> str:
    """`there`: what the institution's clock shows; `today`: the juror's date, which may be another."""
    match state:
        case Open(until=until) if there.date() == today:
            return say("door-open", until=_clock(until))
        case Open(until=until):
            return say("door-open-now", until=_clock(until))
        case Closed(opens=datetime() as opens, closes=datetime() as closes, over=over):
            now = say("door-now") if there.date() != today else say("door-over" if over else "door-shut")
            return _closed(say, now, opens, closes, today=today)
        case Closed():
            return ""


def _closed(say: Say, now: str, opens: datetime, closes: datetime, *, today: date) -> str:
    span = {"opens": _clock(opens), "closes": _clock(closes)}
    if opens.date() == today:
        return say("door-later", **span)
    if opens.date() == today + timedelta(days=1):
        return say("door-tomorrow", now=now, **span)
    return say("door-day", now=now, weekday=say(f"weekday-{opens.isoweekday()}"), **span)


def _clock(at: datetime) -> str:
    """An hour as it stands on a door: 8:00, 15:30, 24:00 at the end of the day."""
    return "24:00" if (at.hour, at.minute) == (0, 0) else f"{at.hour}:{at.minute:02}"
