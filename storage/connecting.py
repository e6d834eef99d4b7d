"""Connections to the file: how each is set, and what is wrong where none can be had, retold."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import aiosqlite

from contest.mistakes import Mistakes, mistake
from storage import sealing
from storage.values import Value, bound

# Not trusted_schema = OFF: SQLite 3.40 then calls json_valid() in our own CHECKs unsafe and refuses the tables.
PATIENCE = "PRAGMA busy_timeout = 5000"
SETTINGS = (PATIENCE,)
SHORT = 20
"""Thousands of instructions of SQLite's machine that a look may take while everything else waits: one or two milliseconds."""
WRITER = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",  # NORMAL loses acknowledged answers at a power cut
    "PRAGMA secure_delete = ON",  # what is erased leaves no bytes behind
)


def seat(path: Path) -> str:
    """Make sure that there is a file that can be opened, readable by nobody else; its address."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        path.touch(mode=0o600)
    sqlite3.connect(
        path
    ).close()  # fails here, for the thread of a failed aiosqlite connection cannot be waited for
    return path.absolute().as_uri()


async def prepare(connection: aiosqlite.Connection, pragmas: Iterable[str]) -> None:
    """Set a new connection; its rows are told by the names of their columns."""
    connection.row_factory = sqlite3.Row
    for pragma in pragmas:
        await connection.execute_fetchall(pragma)


class Quick:
    """A connection for looks that gives up at once where it would keep everything else waiting."""

    def __init__(self, address: str, seal: sealing.Seal) -> None:
        self._taken = 0
        self._connection = sqlite3.connect(address, uri=True, isolation_level=None, timeout=0)
        self._connection.row_factory = sqlite3.Row
        self._connection.execute("PRAGMA query_only = ON")
        # SQLite counts over all the times that a statement is run, so we count for each time by ourselves.
        self._connection.set_progress_handler(self._is_long, 1000)
        seal.meet(self._connection)

    def look(self, sql: str, params: Mapping[str, Value]) -> list[sqlite3.Row]:
        """Every row of the result. Raises sqlite3.OperationalError when that takes longer than `SHORT`, or meets a lock."""
        self._taken = 0
        return self._connection.execute(sql, bound(params)).fetchall()

    def close(self) -> None:
        self._connection.close()

    def _is_long(self) -> bool:
        self._taken += 1
        return self._taken > SHORT


async def check_integrity(connection: aiosqlite.Connection) -> None:
    """Raises sqlite3.DatabaseError with the first thing that is broken."""
    rows = [str(row[0]) for row in await connection.execute_fetchall("PRAGMA integrity_check")]
    if rows != ["ok"]:
        raise sqlite3.DatabaseError(rows[0])


@contextmanager
def retelling(path: Path) -> Iterator[None]:
    """Raises Mistakes where the file cannot be used: storage-not-writable, not-a-database, broken-database, storage-busy."""
    try:
        yield
    except (sqlite3.DatabaseError, OSError) as fault:
        raise Mistakes([mistake(_code_of(fault)).within("file", path.name)]) from fault


def _code_of(fault: sqlite3.DatabaseError | OSError) -> str:
    match str(fault):
        case "file is not a database":
            return "not-a-database"
        case "database is locked":
            return "storage-busy"
        case _ if isinstance(fault, sqlite3.OperationalError | OSError):
            return "storage-not-writable"
        case _:
            return "broken-database"
