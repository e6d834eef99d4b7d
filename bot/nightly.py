"""Every night old texts go and the head of the journal is published; each night, or each few, a backup is made, tried and pruned.

The head goes to every organiser's chat with the daily digest (`bot.organiser.daily`) and into `pieczecie.txt` beside the
database. Whoever keeps a copy of either can show later that the journal was cut or rewritten (`incognito verify --journal`).
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot import alarming, anchoring, backups, retention
from bot.backups import Made
from bot.house import SYSTEM, House, Turn
from bot.organiser import daily, keeping
from bot.organiser.keeping import Failed
from storage import due, journal
from storage.database import Writing
from storage.due import Row as Due
from storage.journal import Head

_AGAIN = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Night:
    """What came of it: the head, the backup where one was due, and how many old ones went."""

    head: Head
    backup: Made | None
    pruned: int


async def plan(house: House, tx: Writing) -> None:
    """The next night, unless one is planned already."""
    if not await due.of(tx, "nightly", ""):
        await _plan(house, tx, house.clock.now())


async def make(house: House, row: Due) -> Night | Failed:
    """Beside the chat: old texts go, and only then the backup, which would keep them for another month; the pruning, the line of the head."""
    await house.db.transact(lambda tx: _forget(house, tx))
    made = await keeping.make_backup(house, row) if await _wanted(house, row.at) else None
    if isinstance(made, Failed):
        return made
    pruned = await asyncio.to_thread(backups.prune, house.config, house.clock.now()) if made else []
    head = made.report.head if made else await journal.head(house.db.reading)
    anchors = house.config.data_directory / anchoring.FILE
    await asyncio.to_thread(anchoring.publish, anchors, head, house.clock.now())
    return Night(head, made, len(pruned))


async def _wanted(house: House, night: datetime) -> bool:
    """Whether a backup is due: always, but where one is made every few nights only."""
    last = await backups.last(house.db.reading)
    return last is None or night - last.at >= timedelta(days=house.config.backup.every_nights - 1, hours=1)


async def _forget(house: House, tx: Writing) -> None:
    now = house.clock.now()
    turn = Turn(house, tx, SYSTEM, now, f"forget:{now.isoformat()}")
    if texts := await retention.forget_texts(turn):
        await turn.note("retention.texts", "outbox", texts=texts)
        await due.plan(tx, f"scrub:{now:%Y%m%d%H%M%S}", "scrub", "", now)


async def made(turn: Turn, row: Due, made: object) -> None:
    """Organisers read the head, and owners that a backup failed; then the next night is planned."""
    match made:
        case Night(head=head, backup=backup, pruned=pruned):
            if backup is not None:
                await alarming.pass_(turn, "backup")
                await backups.remember(turn.tx, backup, turn.at)
                await turn.note(
                    "backup.make", backup.file.name, size=backup.size, seq=head.seq, pruned=pruned
                )
            await retention.plan(turn.house, turn.tx)
            await daily.publish(turn, head, backup=backup is not None)
            await _plan(turn.house, turn.tx, turn.at)
        case Failed():
            await keeping.backup_made(turn, row, made)
            await due.plan(turn.tx, f"nightly:{turn.at:%Y%m%d%H%M%S}", "nightly", "", turn.at + _AGAIN)
        case _:
            raise TypeError(f"not a night: {made!r}")


async def scrubbed(turn: Turn, _: Due, made: object) -> None:
    """What went from the rows is gone from the file; if it is still read by somebody, the next night does it."""


async def _plan(house: House, tx: Writing, now: datetime) -> None:
    """At the hour of backups, on the first local date whose hour is still ahead. A skipped hour comes an hour later."""
    local = house.local(now)
    night = datetime.combine(local.date(), house.config.backup.hour, house.rules.zone)
    if night <= local:
        night = datetime.combine(local.date() + timedelta(days=1), house.config.backup.hour, house.rules.zone)
    await due.plan(tx, f"nightly:{night:%Y-%m-%d}", "nightly", "", night.astimezone(UTC))
