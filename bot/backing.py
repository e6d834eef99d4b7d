"""`incognito backup` and `incognito export`: both work while the bot runs, for they only look."""

from __future__ import annotations

import tempfile
from datetime import datetime
from pathlib import Path

from bot import backups, rulebook
from bot import export as exporting
from bot.config import Config
from bot.disk import writing
from bot.phrases import catalogue
from contest.mistakes import Mistakes, mistake
from storage.backup import back_up
from storage.database import Database


def database_of(settings: Config) -> Path:
    """The live database. Raises Mistakes when there is none yet."""
    if not settings.database.is_file():
        raise Mistakes([mistake("no-database", folder=str(settings.data_directory))])
    return settings.database


async def backup(settings: Config, target: Path | None, key: str, at: datetime) -> None:
    """A backup that was tried by restoring it, sealed for `key`, or for the recipient of the configuration."""
    database_of(settings)
    recipient = key or settings.backup.recipient
    suffix = backups.SEALED if recipient else ""
    file = target or settings.backup_folder / f"incognito-{at:%Y-%m-%d-%H%M%S}.sqlite3{suffix}"
    with writing(file.parent):
        made = await backups.make(settings, file, recipient)
    say = catalogue().plain("pl")
    print(say("cli-backup-done", file=str(file), size=-(-made.size // 1024)))
    print(say("cli-backup-sealed" if made.sealed else "cli-backup-plain"))


async def export(settings: Config, folder: Path, at: datetime) -> None:
    """Everything that a recount needs, from a copy made now."""
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / "copy.sqlite3"
        await back_up(database_of(settings), copy)
        db = await Database.open(copy)
        try:
            # Published in the copy, so that the versions which older contacts are pinned to come along.
            rules = await rulebook.publish(settings.edition_folder, db, at)
            with writing(folder):
                files = await exporting.export(db.reading, rules, folder)
        finally:
            await db.close()
    print(catalogue().plain("pl")("cli-export-done", files=len(files), folder=str(folder)))
