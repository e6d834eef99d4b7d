"""What is kept and handed over: a backup that was tried by restoring it, the export that can be recounted.

A backup and an export take longer than a transaction may: the command plans them for now, the schedule makes them
beside the chat (`make_*`) and tells of them in a transaction (`*_made`).
"""

from __future__ import annotations

import asyncio
import io
import logging
import tempfile
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bot import alarming, backups, workshop
from bot.backups import Made
from bot.export import export
from bot.house import SYSTEM, House, Turn
from bot.messages import Send
from bot.organiser import proving
from bot.weighing import weigh
from contest.mistakes import Mistake, Mistakes
from storage import alarms, documents, due, people
from storage.alarms import Alarm
from storage.backup import back_up
from storage.database import Database, Writing
from storage.due import Row as Due

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Export:
    """The export as one archive."""

    name: str
    files: int
    content: bytes


@dataclass(frozen=True, slots=True)
class Failed:
    """It could not be made, and why."""

    reason: Mistake | None


async def backup_(turn: Turn, _: str) -> None:
    """/kopia: a backup now; and where the last one lies, and when one was last brought up."""
    await _plan(turn, "backup")
    await turn.tell(Send(text=f"{turn.say('backup-making')}\n{await proving.last_backup(turn)}"))


async def export_(turn: Turn, _: str) -> None:
    """/eksport: everything needed to recount the result, as one archive."""
    await _plan(turn, "export")
    await turn.write("export-making")


async def make_backup(house: House, row: Due) -> Made | Failed:
    """A backup in the folder of backups, tried by restoring it."""
    config = house.config
    target = config.backup_folder / backups.name_of(config, house.local(row.at))
    try:
        return await backups.make(config, target, config.backup.recipient)
    except Mistakes as refused:
        return Failed(refused.found[0])
    except OSError as error:
        log.error("no backup: %s", error)
        return Failed(None)


async def backup_made(turn: Turn, row: Due, made: object) -> None:
    match made:
        case Made(file=file, size=size, report=report):
            counts = dict(report.counts)
            await alarming.pass_(turn, "backup")
            await backups.remember(turn.tx, made, turn.at)
            await turn.note("backup.make", file.name, size=size, seq=report.head.seq)
            await _tell(
                turn,
                row,
                "backup-made",
                name=file.name,
                size=-(-size // 1024),
                answers=counts.get("answers", 0),
                audits=counts.get("audits", 0),
                digest=report.digest[:16],
            )
        case Failed(reason=reason):
            # Whoever asked reads so below; the others see it in the panel.
            await alarms.raise_(turn.tx, Alarm("backup", "", "owner", {"how": "failed", "days": 0}), turn.at)
            await _tell(turn, row, "backup-failed", reason=turn.plain(reason) if reason else "–")
        case _:
            raise TypeError(f"not a backup: {made!r}")


async def take_in(house: House) -> None:
    """At the start: what was put aside before a change of the schema is no plain copy any longer. What fails is left to the night."""
    now = house.clock.now()
    try:
        taken = await backups.take_in(house.config, house.local(now))
    except (Mistakes, OSError) as error:
        log.error("what was put aside before the change of the schema stays there: %s", type(error).__name__)
        return

    async def act(tx: Writing) -> None:
        turn = Turn(house, tx, SYSTEM, now, f"taken-in:{now.isoformat()}")
        for made in taken:
            await backups.remember(tx, made, now)
            await turn.note("backup.make", made.file.name, size=made.size, seq=made.report.head.seq)

    if taken:
        await house.db.transact(act)


async def make_export(house: House, _: Due) -> Export | Failed:
    """The recountable export, from a copy of one moment."""
    try:
        with tempfile.TemporaryDirectory() as scratch:
            folder = Path(scratch)
            await back_up(house.db.path, folder / "copy.sqlite3")
            db = await Database.open(folder / "copy.sqlite3")
            try:
                files = await export(
                    db.reading, house.rules, folder / "export", weighed=partial(workshop.run, weigh)
                )
            finally:
                await db.close()
            content = await asyncio.to_thread(_zipped, files)
    except Mistakes as refused:
        return Failed(refused.found[0])
    except OSError as error:
        log.error("no export: %s", error)
        return Failed(None)
    return Export("eksport.zip", len(files), content)


async def export_made(turn: Turn, row: Due, made: object) -> None:
    match made:
        case Export(name=name, files=files, content=content):
            seal = await documents.keep(turn.tx, name, "export", None, None, content, turn.at)
            await turn.note("export.make", name, digest=seal)
            reader = await people.find(turn.tx, row.subject)
            if reader is not None:
                caption = turn.house.phrases.plain(reader.language)("export-made", files=files)
                await turn.document(name, caption=caption, to=reader)
        case Failed(reason=reason):
            await _tell(turn, row, "export-failed", reason=turn.plain(reason) if reason else "–")
        case _:
            raise TypeError(f"not an export: {made!r}")


async def _plan(turn: Turn, kind: str) -> None:
    await due.plan(turn.tx, f"{kind}:{turn.key}", kind, turn.person.code, turn.at)
    turn.house.soon()


async def _tell(turn: Turn, row: Due, phrase: str, **facts: str | int) -> None:
    """To whoever asked; to all owners when nobody did."""
    reader = await people.find(turn.tx, row.subject) if row.subject else None
    if reader is not None:
        await turn.write(phrase, to=reader, **facts)
    else:
        await turn.tell_role("owner", phrase, **facts)


def _zipped(files: Iterable[Path]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(files):
            archive.write(file, file.name)
    return packed.getvalue()
