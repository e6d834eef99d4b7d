"""How far the collection is, as figures: what the tables of /postep tell and its pictures draw."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from itertools import accumulate

from bot.house import House
from bot.organiser.glance import Sight
from contest.assignment import LIVE, State
from reports.course import Course
from reports.pictures import Stretch
from storage import audits, jurors
from storage.assignments import Assignment
from storage.database import Reading


def by_channel(house: House, sight: Sight) -> list[Stretch]:
    """Each channel of the edition, in its order."""
    return [
        _stretch(
            channel.name,
            (one for one in sight.tasks if one.channel == channel.id),
            (slot for slot in sight.ahead if slot.channel == channel.id),
        )
        for channel in house.rules.settings.channels
    ]


def by_region(sight: Sight) -> list[Stretch]:
    """Each voivodeship that has entrants, by name."""
    region = {number: entrant.voivodeship or "–" for number, entrant in sight.entrants.items()}
    return [
        _stretch(
            name,
            (one for one in sight.tasks if region.get(one.entrant) == name),
            (slot for slot in sight.ahead if region.get(slot.entrant) == name),
        )
        for name in sorted(set(region.values()))
    ]


async def by_juror(db: Reading, sight: Sight) -> list[Stretch]:
    """Each juror who works, by code: what was given to them, what is under way, what was approved."""
    return [
        _stretch(code, (one for one in sight.tasks if one.juror == code), ())
        for code in await codes_at_work(db)
    ]


async def course(house: House, db: Reading, hidden: frozenset[int]) -> Course:
    """What was sent and approved by the end of each day of collecting, until today."""
    settings = house.rules.settings
    sight = await Sight.of(house, db, hidden)
    first, last = settings.dates.collecting_from.date(), settings.dates.collecting_until.date()
    today = min(max(house.local(house.clock.now()).date(), first), last)
    known = [one for one in await audits.milestones(db) if one.entrant not in hidden]
    approved = [one.approved_at for one in known if one.approved_at is not None]
    return Course(
        sum(each.planned for each in by_channel(house, sight)),
        first,
        last,
        _daily(house, [one.submitted_at for one in known], first, today),
        _daily(house, approved, first, today),
    )


def _daily(house: House, moments: Iterable[datetime], first: date, today: date) -> tuple[int, ...]:
    """How many by the end of each day; what happened after the last day belongs to it."""
    days = Counter(min(max(house.local(at).date(), first), today) for at in moments)
    span = (today - first).days + 1
    return tuple(accumulate(days[first + timedelta(days=number)] for number in range(span)))


def _stretch(name: str, tasks: Iterable[Assignment], ahead: Iterable[object]) -> Stretch:
    live = [one.state for one in tasks if one.state in LIVE]
    approved = live.count(State.APPROVED)
    waiting = len(live) - approved - live.count(State.OFFERED)
    return Stretch(name, len(live) + sum(1 for _ in ahead), waiting, approved)


async def codes_at_work(db: Reading) -> list[str]:
    """The jurors who have something to do with the collecting, by code."""
    return [juror.code for juror in await jurors.everybody(db) if juror.state in ("active", "paused")]
