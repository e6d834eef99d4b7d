"""One SQLite file, one writer, and transactions that are whole.

    await db.transact(act)      the only way to change anything: act(tx) happens entirely or not at all
    db.reading                  a second connection that can only look

Rule 1: transactions take turns behind one lock, for coroutines that share a connection share its transaction too.
Rule 2: a transaction outlives its caller: a cancelled caller never leaves half of it, nor somebody else's half.
Rule 3: nothing slow happens inside one; whoever waits for a commit is woken after it (`on_commit`).
Rule 4: every look fetches all its rows at once, for an unfinished cursor would hold back the checkpoint.
"""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import Awaitable, Callable, Iterable, Iterator
from contextlib import AsyncExitStack, contextmanager
from pathlib import Path
from typing import TypeVar, cast

import aiosqlite

from contest.mistakes import Mistakes, mistake
from storage import migrate
from storage.values import Value, bound, shaped

T = TypeVar("T")

_log = logging.getLogger(__name__)

# Not trusted_schema = OFF: SQLite 3.40 then calls json_valid() in our own CHECKs unsafe and refuses the tables.
_SETTINGS = ("PRAGMA busy_timeout = 5000",)
_WRITER = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",  # NORMAL loses acknowledged answers at a power cut
    "PRAGMA secure_delete = ON",  # what is erased leaves no bytes behind
)


class Reading:
    """A connection that can only look. Parameters are named; a datetime must be aware and is kept as UTC text.

    A row becomes a `shape`: a dataclass or a pydantic model by the names of its columns, a tuple by their order,
    anything else from the first column.
    """

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def all(self, shape: type[T], sql: str, /, **params: Value) -> list[T]:
        """Every row of the result."""
        rows = await self._connection.execute_fetchall(sql, bound(params))
        return [shaped(shape, row) for row in rows]

    async def maybe(self, shape: type[T], sql: str, /, **params: Value) -> T | None:
        """The first row, or None when there is none."""
        return next(iter(await self.all(shape, sql, **params)), None)

    async def one(self, shape: type[T], sql: str, /, **params: Value) -> T:
        """The row that must be there; LookupError otherwise."""
        rows = await self.all(shape, sql, **params)
        if not rows:
            raise LookupError(f"no row of {shape!r}")
        return rows[0]


class Writing(Reading):
    """The writer, inside a transaction. Only `Database.transact` makes one, and it ends with the transaction."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        super().__init__(connection)
        self._open = True

    async def all(self, shape: type[T], sql: str, /, **params: Value) -> list[T]:
        self._check()
        return await super().all(shape, sql, **params)

    async def run(self, sql: str, /, **params: Value) -> int:
        """Change rows; the number of rows changed."""
        self._check()
        async with self._connection.execute(sql, bound(params)) as cursor:
            return cursor.rowcount

    async def add(self, sql: str, /, **params: Value) -> int:
        """Insert one row; its rowid."""
        self._check()
        async with self._connection.execute(sql, bound(params)) as cursor:
            return cast("int", cursor.lastrowid)

    def end(self) -> None:
        """No statement passes from here on."""
        self._open = False

    def _check(self) -> None:
        # A full disk makes SQLite roll back by itself; any later statement would then commit on its own.
        if not self._open or not self._connection.in_transaction:
            raise RuntimeError("this transaction is over")


class Database:
    """The open database. `Database.open` makes one; `close` must be called, or its threads keep the program alive."""

    def __init__(self, path: Path, writer: aiosqlite.Connection, reader: aiosqlite.Connection) -> None:
        self.path = path
        self._writer = writer
        self._reader = reader
        self._turn = asyncio.Lock()
        self._working: asyncio.Task[object] | None = None
        self._running: set[asyncio.Task[object]] = set()
        self._listeners: list[Callable[[], object]] = []
        self._ending: asyncio.Task[None] | None = None

    @classmethod
    async def open(cls, path: Path, *, migrations: Path = migrate.HOME) -> Database:
        """Create or open the file, bring it up to date, check it whole.

        Raises Mistakes: storage-not-writable, not-a-database, foreign-database, newer-database, broken-database,
        storage-busy, migration-gap, migration-doubled.
        """
        async with AsyncExitStack() as opened:
            with _retelling(path):
                address = _seat(path)
                writer = await aiosqlite.connect(path, isolation_level=None, timeout=5)
                opened.push_async_callback(writer.close)
                await _prepare(writer, (*_SETTINGS, *_WRITER))
            await migrate.migrate(writer, path, migrate.steps(migrations))
            await writer.execute_fetchall("PRAGMA foreign_keys = ON")
            with _retelling(path):
                reader = await aiosqlite.connect(
                    f"{address}?mode=ro", uri=True, isolation_level=None, timeout=5
                )
                opened.push_async_callback(reader.close)
                await _prepare(reader, (*_SETTINGS, "PRAGMA query_only = ON"))
                await _check_integrity(reader)
            opened.pop_all()
        return cls(path, writer, reader)

    @property
    def reading(self) -> Reading:
        """What has been committed so far; each statement sees one moment."""
        return Reading(self._reader)

    def on_commit(self, callback: Callable[[], object]) -> None:
        """Call this soon after each commit: a wake-up, which gets nothing and must not wait."""
        self._listeners.append(callback)

    async def transact(self, act: Callable[[Writing], Awaitable[T]]) -> T:
        """All of `act`, or none of it; its result after the commit.

        When the caller is cancelled meanwhile, the act still ends as a whole. An act inside an act raises RuntimeError.
        """
        if self._ending is not None:
            raise RuntimeError("the database is closed")
        if self._working is not None and asyncio.current_task() is self._working:
            raise RuntimeError("a transaction inside a transaction would wait for itself for ever")
        task = asyncio.create_task(self._whole(act))
        self._running.add(cast("asyncio.Task[object]", task))
        task.add_done_callback(self._running.discard)
        try:
            return await asyncio.shield(task)
        except asyncio.CancelledError:
            task.add_done_callback(_tell_if_failed)
            raise

    async def close(self) -> None:
        """Wait for what is running, move everything into the one file, end the threads. May be called again."""
        if self._ending is None:
            self._ending = asyncio.create_task(self._end())
        await asyncio.shield(self._ending)

    async def checkpoint(self) -> None:
        """Move the log into the file and empty it, so that nothing erased is left in it."""
        async with self._turn:
            await self._writer.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")

    async def _whole(self, act: Callable[[Writing], Awaitable[T]]) -> T:
        async with self._turn:
            tx = Writing(self._writer)
            self._working = asyncio.current_task()
            try:
                await self._writer.execute_fetchall("BEGIN IMMEDIATE")
                result = await act(tx)
                await self._writer.execute_fetchall("COMMIT")
            except BaseException:
                await self._undo()
                raise
            finally:
                tx.end()
                self._working = None
        for callback in self._listeners:
            asyncio.get_running_loop().call_soon(callback)
        return result

    async def _undo(self) -> None:
        # The statement that was interrupted may still be under way in the thread: let it finish before asking.
        await self._writer.execute_fetchall("SELECT 1")
        if self._writer.in_transaction:
            await self._writer.execute_fetchall("ROLLBACK")

    async def _end(self) -> None:
        while self._running:
            await asyncio.gather(*self._running, return_exceptions=True)
        async with AsyncExitStack() as ending:
            ending.push_async_callback(self._writer.close)
            ending.push_async_callback(self._reader.close)
            try:
                await self.checkpoint()
            except sqlite3.Error as fault:
                _log.warning("no checkpoint at the end: %s", fault)


def _seat(path: Path) -> str:
    """Make sure that there is a file that can be opened, readable by nobody else; its address."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        path.touch(mode=0o600)
    sqlite3.connect(
        path
    ).close()  # fails here, for the thread of a failed aiosqlite connection cannot be waited for
    return path.absolute().as_uri()


async def _prepare(connection: aiosqlite.Connection, pragmas: Iterable[str]) -> None:
    connection.row_factory = sqlite3.Row
    for pragma in pragmas:
        await connection.execute_fetchall(pragma)


async def _check_integrity(connection: aiosqlite.Connection) -> None:
    rows = [str(row[0]) for row in await connection.execute_fetchall("PRAGMA integrity_check")]
    if rows != ["ok"]:
        raise sqlite3.DatabaseError(rows[0])


@contextmanager
def _retelling(path: Path) -> Iterator[None]:
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


def _tell_if_failed(task: asyncio.Task[T]) -> None:
    if not task.cancelled() and (fault := task.exception()):
        _log.error("a transaction that nobody waits for any longer failed: %s", type(fault).__name__)
