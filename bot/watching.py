"""The hourly look around: what is alarming now is told once, what has passed leaves the panel.

The disk and the folder of backups are looked at before the transaction, by the computer's own clock: files know no other.
"""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot import alarming
from bot.house import House, Turn
from bot.organiser import demand
from contest.assignment import LIVE, State
from contest.risk import Held, Risk, at_risk, time_left, working_days
from storage import alarms, assignments, due, edition, entrants, facts
from storage.alarms import Alarm
from storage.database import Reading, Writing
from storage.due import Row as Due

_EVERY = timedelta(hours=1)
_SINCE = "watched-since"
_MB = 1_000_000
_OPEN_TO_DOUBT = frozenset({State.SUBMITTED, State.RETURNED, State.RUNNING})
"""While a contact is not decided, a juror who may have been recognised there is worth an alarm."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What the disk says: megabytes free, when the newest backup was made, and what time it is there."""

    free_mb: int
    backup_at: datetime | None
    now: datetime


async def begin(house: House, tx: Writing) -> None:
    """The program starts: a look at once, instead of the one that was planned."""
    await _plan(tx, house.clock.now(), house.clock.now())


async def _plan(tx: Writing, now: datetime, at: datetime) -> None:
    """One look is planned at a time; its key is the moment of planning, which never comes again."""
    await due.cancel_of(tx, "watch", "", at=now)
    await due.plan(tx, f"watch:{now.isoformat()}", "watch", "", at)


async def look(house: House, _: Due) -> Looked:
    """Look at the disk."""
    folder = house.config.data_directory
    free, newest = await asyncio.to_thread(_disk, folder, house.config.backup_folder)
    return Looked(free // _MB, newest, house.clock.real())


async def watched(turn: Turn, _: Due, made: object) -> None:
    """Raise what is wrong, lower what is over, and plan the next look."""
    assert isinstance(made, Looked), "what `look` returned"
    await _disk_room(turn, made)
    await _backup(turn, made)
    await _risks(turn)
    for one in await alarms.standing(turn.tx):
        if one.kind == "unreachable" and not await alarming.still_here(turn, one.subject):
            await alarming.pass_(turn, one.kind, one.subject)
        if one.kind == "recognised":
            task = await assignments.find(turn.tx, int(one.subject))
            if task is None or task.state not in _OPEN_TO_DOUBT:
                await alarming.pass_(turn, one.kind, one.subject)
    hour = turn.at.replace(minute=0, second=0, microsecond=0)
    await _plan(turn.tx, turn.at, hour + _EVERY)


async def risks(house: House, db: Reading, now: datetime) -> list[Risk]:
    """The entrants that may end without enough contacts. While the close is far, nothing is: contacts are planned in
    waves, and jurors are still invited."""
    settings = house.rules.settings
    today, close = house.local(now).date(), settings.dates.collecting_until.date()
    near = close - today <= timedelta(days=house.config.alarms.risk_days)
    if not near or await edition.phase(db) != "collecting":
        return []
    in_time = {
        channel
        for channel, checklist in house.rules.current.items()
        if time_left(today, close, working_days(checklist), house.calendar)
    }
    world = await demand.look(house, db)
    held = [Held(one.entrant, one.channel, one.juror) for one in await assignments.in_state(db, LIVE)]
    held += [Held(one.entrant, one.channel, one.juror) for one in world.waiting]
    return at_risk(
        [one.id for one in await entrants.everything(db)],
        held,
        [slot for slot in world.contacts.slots if slot.channel in in_time],
        world.able,
        settings.minimums,
    )


async def _risks(turn: Turn) -> None:
    found = await risks(turn.house, turn.tx, turn.at)
    names = {one.id: one.name for one in await entrants.everything(turn.tx)}
    await alarming.sound(turn, *(_alarm(one, names[one.entrant]) for one in found))
    await _lower_but(turn, "risk", (str(one.entrant) for one in found))


async def _lower_but(turn: Turn, kind: str, subjects: Iterable[str]) -> None:
    wrong = set(subjects)
    for one in await alarms.standing(turn.tx):
        if one.kind == kind and one.subject not in wrong:
            await alarming.pass_(turn, kind, one.subject)


def _alarm(risk: Risk, name: str) -> Alarm:
    return Alarm(
        "risk",
        str(risk.entrant),
        "planner",
        {
            "name": name,
            "lacks": risk.lacks,
            "has": risk.has,
            "could": risk.could,
            "needs": risk.needs,
            "lost": "yes" if risk.lost else "no",
        },
        risk.entrant,
    )


async def _disk_room(turn: Turn, made: Looked) -> None:
    if made.free_mb < turn.house.config.alarms.disk_free_mb:
        await alarming.sound(turn, Alarm("disk", "", "owner", {"free": made.free_mb}))
    else:
        await alarming.pass_(turn, "disk")


async def _backup(turn: Turn, made: Looked) -> None:
    """Too old, or missing for as long. One that failed stays an alarm until one is good."""
    since = await facts.get(turn.tx, _SINCE)
    if since is None:
        await facts.put(turn.tx, _SINCE, made.now.isoformat())
    last = made.backup_at or (datetime.fromisoformat(since) if since else made.now)
    age = (made.now - last) // timedelta(days=1)
    config = turn.house.config
    if age >= max(config.alarms.backup_days, config.backup.every_nights + 1):
        how = "old" if made.backup_at else "none"
        await alarming.sound(turn, Alarm("backup", "", "owner", {"how": how, "days": age}))
    elif not await _failed(turn):
        await alarming.pass_(turn, "backup")


async def _failed(turn: Turn) -> bool:
    standing = await alarms.standing(turn.tx)
    return any(one.kind == "backup" and one.facts.get("how") == "failed" for one in standing)


def _disk(folder: Path, backups: Path) -> tuple[int, datetime | None]:
    """Bytes free where the data lie, and when the newest backup was made."""
    made = [file.stat().st_mtime for file in backups.glob("*.sqlite3*") if file.suffix != ".part"]
    newest = datetime.fromtimestamp(max(made), UTC) if made else None
    return shutil.disk_usage(folder).free, newest
