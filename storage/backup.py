"""A backup is a file that was opened and found whole.

The copy is made in one step from a read-only connection of its own (a stepwise copy never ends while somebody writes),
synced, checked, and only then given its name; a crash leaves the older backup as it was. The live file is never opened
by anything but SQLite: closing it would drop SQLite's locks.
"""

from __future__ import annotations

import asyncio
import hashlib
import os
import shutil
import sqlite3
from dataclasses import dataclass
from pathlib import Path

import aiosqlite

from contest.mistakes import Mistakes, mistake
from storage import journal
from storage.database import Database, Reading


@dataclass(frozen=True, slots=True)
class Report:
    """What is in a backup: to tell the organisers, and to compare a restored one with."""

    size: int
    digest: str
    version: int
    head: journal.Head
    counts: tuple[tuple[str, int], ...]


async def back_up(live: Path, target: Path) -> Report:
    """Copy the live database to `target` and check the copy. Raises Mistakes (`broken-backup`) and keeps the older one."""
    part = target.with_name(f"{target.name}.part")
    try:
        await copy_of(live, part)
        await asyncio.to_thread(_sync, part)
        report = await check(part)
        await asyncio.to_thread(_rename, part, target)
    finally:
        await asyncio.to_thread(part.unlink, missing_ok=True)
    return report


async def copy_of(live: Path, target: Path) -> None:
    """The database as of one moment, whatever state it is in; not looked at and not yet on the disk for sure."""
    await asyncio.to_thread(_clear, target)
    async with _open(live) as source:
        await source.execute_fetchall("VACUUM INTO :copy", {"copy": str(target)})


async def check(copy: Path) -> Report:
    """Read a backup from end to end. Raises Mistakes (`broken-backup`)."""
    try:
        async with _open(copy) as connection:
            connection.row_factory = sqlite3.Row
            return await _examine(Reading(connection), copy)
    except (sqlite3.Error, OSError, TypeError) as fault:
        raise _broken(copy) from fault


async def restore_check(copy: Path, folder: Path) -> Report:
    """The drill: bring the backup up as a database of its own in `folder`, as a restored bot would, and read it through.

    The folder keeps the restored file (`restored.db`). Raises Mistakes (`broken-backup`, and what `Database.open` raises).
    """
    restored = folder / "restored.db"
    await asyncio.to_thread(shutil.copyfile, copy, restored)
    db = await Database.open(restored)
    try:
        return await _examine(db.reading, restored)
    finally:
        await db.close()


async def _examine(db: Reading, copy: Path) -> Report:
    whole = await db.all(str, "PRAGMA integrity_check")
    lost = await db.all(str, "PRAGMA foreign_key_check")
    if whole != ["ok"] or lost or await journal.verify(db) is not None:
        raise _broken(copy)
    return Report(
        size=(await asyncio.to_thread(copy.stat)).st_size,
        digest=await asyncio.to_thread(_digest, copy),
        version=await db.one(int, "PRAGMA user_version"),
        head=await journal.head(db),
        counts=tuple(await db.all(tuple[str, int], _COUNTS)),
    )


_COUNTS = """
    SELECT 'answers', count(*) FROM answers
    UNION ALL SELECT 'assignments', count(*) FROM assignments
    UNION ALL SELECT 'audits', count(*) FROM audits
    UNION ALL SELECT 'entrants', count(*) FROM entrants
    UNION ALL SELECT 'evidence', count(*) FROM evidence
    UNION ALL SELECT 'inbox', count(*) FROM inbox
    UNION ALL SELECT 'journal', count(*) FROM journal
    UNION ALL SELECT 'people', count(*) FROM people
"""


def _open(path: Path) -> aiosqlite.Connection:
    return aiosqlite.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None, timeout=5)


def _broken(copy: Path) -> Mistakes:
    return Mistakes([mistake("broken-backup").within("file", copy.name)])


def _clear(part: Path) -> None:
    part.parent.mkdir(parents=True, exist_ok=True)
    part.unlink(missing_ok=True)
    part.touch(mode=0o600)  # SQLite takes an empty file; so the copy is never readable by others


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _rename(part: Path, target: Path) -> None:
    part.replace(target)
    _sync(target.parent)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
