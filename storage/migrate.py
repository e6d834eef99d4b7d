"""The schema grows by numbered files, each whole in one transaction together with its number.

A file is `NNNN_name.sql`, 1, 2, 3 ...; a released one is never edited. A step that fails, or a process that dies in the
middle of one, leaves the schema and `user_version` as they were. Before a database with data changes, a copy of it is
put beside it.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import aiosqlite

from contest.mistakes import Mistakes, mistake

HOME = Path(__file__).parent / "migrations"


@dataclass(frozen=True, slots=True)
class Migration:
    """One step of the schema: its number (from 1), its file name and its statements."""

    number: int
    name: str
    sql: str


def steps(folder: Path) -> tuple[Migration, ...]:
    """The migrations in order. Raises Mistakes for a number that is missing or used twice."""
    found = [
        Migration(int(file.name.split("_")[0]), file.name, file.read_text("utf-8"))
        for file in sorted(folder.glob("[0-9]*_*.sql"))
    ]
    for expected, step in enumerate(found, start=1):
        if step.number < expected:
            raise Mistakes([mistake("migration-doubled", number=step.number).within("file", step.name)])
        if step.number > expected:
            raise Mistakes([mistake("migration-gap", number=expected).within("file", step.name)])
    return tuple(found)


async def migrate(connection: aiosqlite.Connection, path: Path, known: Sequence[Migration]) -> bool:
    """Bring the database up to the newest step; whether one with data was changed. Foreign keys must still be off on this connection.

    Raises Mistakes: newer-database (made by a later program), foreign-database (somebody else's tables), migration-failed (it is as it
    was before that step).
    """
    version = await _number(connection, "PRAGMA user_version")
    if version > len(known):
        raise Mistakes([mistake("newer-database", found=version, known=len(known)).within("file", path.name)])
    if version == 0 and await _number(connection, "SELECT count(*) FROM sqlite_master"):
        raise Mistakes([mistake("foreign-database").within("file", path.name)])
    if 0 < version < len(known):
        await _set_aside(connection, path.with_name(f"{path.stem}.v{version}{path.suffix}"))
    for step in known[version:]:
        try:
            await _take(connection, step)
        except sqlite3.Error as fault:
            raise Mistakes(
                [mistake("migration-failed", step=step.name, problem=str(fault)).within("file", path.name)]
            ) from fault
    return 0 < version < len(known)


async def _take(connection: aiosqlite.Connection, step: Migration) -> None:
    # BEGIN stands inside the script, because executescript commits whatever was pending before it.
    try:
        await connection.executescript(f"BEGIN IMMEDIATE;\n{step.sql}\n;PRAGMA user_version = {step.number};")
        await _check_references(connection, step)
        await connection.execute_fetchall("COMMIT")
    except BaseException:
        await connection.execute_fetchall("SELECT 1")  # lets an interrupted statement end in its thread
        if connection.in_transaction:
            await connection.execute_fetchall("ROLLBACK")
        raise


async def _check_references(connection: aiosqlite.Connection, step: Migration) -> None:
    if broken := list(await connection.execute_fetchall("PRAGMA foreign_key_check")):
        raise sqlite3.IntegrityError(f"{step.name} leaves {len(broken)} rows that point nowhere")


async def _set_aside(connection: aiosqlite.Connection, copy: Path) -> None:
    await asyncio.to_thread(copy.unlink, missing_ok=True)
    await connection.execute_fetchall("VACUUM INTO :copy", {"copy": str(copy)})


async def _number(connection: aiosqlite.Connection, sql: str) -> int:
    return int(next(iter(await connection.execute_fetchall(sql)))[0])
