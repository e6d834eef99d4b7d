"""Every night: a backup that is tried by restoring it, old ones deleted, and the head of the journal published.

The head goes to every organiser's chat with the daily digest (`bot.organiser.daily`) and into `pieczecie.txt` beside the database. Whoever keeps a copy of either can show
later that the journal was cut or rewritten (`incognito verify --journal`).
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot import alarming, anchoring, backups, retention
from bot.backups import Made
from bot.house import House, Turn
from bot.organiser import daily, keeping
from bot.organiser.keeping import Failed
from storage import due
from storage.database import Writing
from storage.due import Row as Due

_AGAIN = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Night:
    """What came of it: the backup, and how many old ones went."""

    backup: Made
    pruned: int


async def plan(house: House, tx: Writing) -> None:
    """The next night, unless one is planned already."""
    if not await due.of(tx, "nightly", ""):
        await _plan(house, tx, house.clock.now())


async def make(house: House, row: Due) -> Night | Failed:
    """Beside the chat: the backup, the pruning, the line of the head."""
    made = await keeping.make_backup(house, row)
    if isinstance(made, Failed):
        return made
    pruned = await asyncio.to_thread(backups.prune, house.config, house.clock.now())
    anchors = house.config.data_directory / anchoring.FILE
    await asyncio.to_thread(anchoring.publish, anchors, made.report.head, house.clock.now())
    return Night(made, len(pruned))


async def made(turn: Turn, row: Due, made: object) -> None:
    """Organisers read the head, and owners that a backup failed; then the next night is planned."""
    match made:
        case Night(backup=backup, pruned=pruned):
            await alarming.pass_(turn, "backup")
            await backups.remember(turn.tx, backup, turn.at)
            head = backup.report.head
            await turn.note("backup.make", backup.file.name, size=backup.size, seq=head.seq, pruned=pruned)
            if texts := await retention.forget_texts(turn):
                await turn.note("retention.texts", "outbox", texts=texts)
                await due.plan(turn.tx, f"scrub:{turn.at:%Y%m%d%H%M%S}", "scrub", "", turn.at)
            await retention.plan(turn.house, turn.tx)
            await daily.publish(turn, head)
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
