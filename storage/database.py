"""One SQLite file, one writer, and transactions that are whole.

    await db.transact(act)      the only way to change anything: act(tx) happens entirely or not at all
    db.reading                  a second connection that can only look

Rule 1: acts take turns on one writer, for coroutines that share a connection share its transaction too.
Rule 2: a transaction outlives its caller: a cancelled caller never leaves half of it, nor somebody else's half.
Rule 3: nothing slow happens inside one; whoever waits for a commit is woken after it (`on_commit`).
Rule 4: acts that wait at the same time share one commit, each behind a savepoint of its own: the disk is asked once for all.
Rule 5: every look fetches all its rows at once, for an unfinished cursor would hold back the checkpoint.
Rule 6: what waits for the disk or for a lock is done by a thread. A statement of an act finds its pages in memory and is over
sooner than a thread would have begun it, so it is run where it stands. So is a look, as far as `connecting.SHORT` goes; one
that turns out longer, and whatever meets a lock, is begun anew by a thread.
"""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager, closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar, cast

import aiosqlite

from storage import connecting, migrate, sealing
from storage.values import Value, bound, shaped

T = TypeVar("T")

_log = logging.getLogger(__name__)

_TOGETHER = 64
"""Acts that share one commit at most: whoever comes after them waits no longer than these take."""
_BREATH = 32
"""Statements in a row after which everything else in the program has its turn."""


class Reading:
    """A connection that can only look. Parameters are named; a datetime must be aware and is kept as UTC text.

    A row becomes a `shape`: a dataclass or a pydantic model by the names of its columns, a tuple by their order,
    anything else from the first column.
    """

    def __init__(self, connection: aiosqlite.Connection, quick: connecting.Quick | None = None) -> None:
        """`quick`: where short looks are taken without the thread of `connection`."""
        self._connection = connection
        self._quick = quick
        self._statements = 0

    async def all(self, shape: type[T], sql: str, /, **params: Value) -> list[T]:
        """Every row of the result."""
        return [shaped(shape, row) for row in await self._rows(sql, params)]

    async def maybe(self, shape: type[T], sql: str, /, **params: Value) -> T | None:
        """The first row, or None when there is none."""
        return next(iter(await self.all(shape, sql, **params)), None)

    async def one(self, shape: type[T], sql: str, /, **params: Value) -> T:
        """The row that must be there; LookupError otherwise."""
        rows = await self.all(shape, sql, **params)
        if not rows:
            raise LookupError(f"no row of {shape!r}")
        return rows[0]

    async def _rows(self, sql: str, params: Mapping[str, Value]) -> Iterable[sqlite3.Row]:
        if self._quick is not None:
            await self._breathe()
            try:
                return self._quick.look(sql, params)
            except sqlite3.OperationalError:
                pass  # longer than `connecting.SHORT`, or locked for now: the thread may take its time, and says what is wrong
        return await self._connection.execute_fetchall(sql, bound(params))

    async def _breathe(self) -> None:
        self._statements += 1
        if self._statements % _BREATH == 0:
            await asyncio.sleep(0)


class Writing(Reading):
    """The writer, inside a transaction. Only `Database.transact` makes one, and it ends with the transaction."""

    def __init__(self, connection: aiosqlite.Connection, direct: sqlite3.Connection) -> None:
        super().__init__(connection)
        self._direct = direct
        self._open = True
        self.afterwards: list[Callable[[], object]] = []
        """Called once this act is committed, before anybody else writes; not at all when it is undone. Must not fail or wait."""

    async def run(self, sql: str, /, **params: Value) -> int:
        """Change rows; the number of rows changed, also of those that followed a foreign key."""
        before = self._direct.total_changes
        await self._rows(sql, params)
        return self._direct.total_changes - before

    async def add(self, sql: str, /, **params: Value) -> int:
        """Insert one row; its rowid."""
        await self._rows(sql, params)
        rowid: int = self._direct.execute("SELECT last_insert_rowid()").fetchone()[0]
        return rowid

    def end(self) -> None:
        """No statement passes from here on."""
        self._open = False

    async def _rows(self, sql: str, params: Mapping[str, Value]) -> Iterable[sqlite3.Row]:
        await self._breathe()
        # A full disk makes SQLite roll back by itself; any later statement would then commit on its own.
        if not self._open or not self._direct.in_transaction:
            raise RuntimeError("this transaction is over")
        return self._direct.execute(sql, bound(params)).fetchall()


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What an act returned, or what it raised and was undone for."""

    result: object
    refused: BaseException | None
    afterwards: tuple[Callable[[], object], ...] = ()


@dataclass(frozen=True, slots=True)
class _Order:
    """An act that waits for its turn, and the promise of its outcome."""

    act: Callable[[Writing], Awaitable[object]]
    done: asyncio.Future[object]

    def settle(self, outcome: _Outcome) -> None:
        """Tell whoever waits."""
        if self.done.done():
            return
        if outcome.refused is None:
            self.done.set_result(outcome.result)
        elif isinstance(outcome.refused, asyncio.CancelledError):
            self.done.cancel()
        else:
            self.done.set_exception(outcome.refused)


class Database:
    """The open database. `Database.open` makes one; `close` must be called, or its threads keep the program alive."""

    def __init__(
        self,
        path: Path,
        writer: aiosqlite.Connection,
        direct: sqlite3.Connection,
        reader: aiosqlite.Connection,
        quick: connecting.Quick,
    ) -> None:
        """`direct` is the connection that `writer` has a thread for; `quick` is for short looks and has none."""
        self.path = path
        self._writer = writer
        self._direct = direct
        self._reader = reader
        self._quick = quick
        self._reading = Reading(reader, quick)
        self._turn = asyncio.Lock()
        self._orders: list[_Order] = []
        self._writing: asyncio.Task[None] | None = None
        self._listeners: list[Callable[[], object]] = []
        self._ending: asyncio.Task[None] | None = None

    @classmethod
    async def open(cls, path: Path, *, key: bytes | None = None, migrations: Path = migrate.HOME) -> Database:
        """Create or open the file, bring it up to date, check it whole.

        `key`: of `sealing`; without it nobody's identity can be read or kept. Raises Mistakes: storage-not-writable,
        not-a-database, foreign-database, newer-database, broken-database, storage-busy, migration-gap, migration-doubled,
        migration-failed, identity-key-wrong.
        """
        seal = sealing.Seal(key)
        async with AsyncExitStack() as opened:
            with connecting.retelling(path):
                address = connecting.seat(path)
                direct = sqlite3.connect(path, isolation_level=None, timeout=5, check_same_thread=False)
                writer = await aiosqlite.Connection(lambda: direct, iter_chunk_size=64)
                opened.push_async_callback(writer.close)
                await connecting.prepare(writer, (*connecting.SETTINGS, *connecting.WRITER))
            await seal.join(writer)
            changed = await migrate.migrate(writer, path, migrate.steps(migrations))
            if key is not None:
                await sealing.agree(writer, path)
            if changed:  # what a step took away leaves nothing behind, neither in pages nor in the log
                for anew in ("VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"):
                    await writer.execute_fetchall(anew)
            await writer.execute_fetchall("PRAGMA foreign_keys = ON")
            with connecting.retelling(path):
                reader = await aiosqlite.connect(
                    f"{address}?mode=ro", uri=True, isolation_level=None, timeout=5
                )
                opened.push_async_callback(reader.close)
                await seal.join(reader)
                await connecting.prepare(reader, (*connecting.SETTINGS, "PRAGMA query_only = ON"))
                await connecting.check_integrity(reader)
                quick = opened.enter_context(closing(connecting.Quick(f"{address}?mode=ro", seal)))
            opened.pop_all()
        return cls(path, writer, direct, reader, quick)

    @property
    def reading(self) -> Reading:
        """What has been committed so far; each statement sees one moment."""
        return self._reading

    def on_commit(self, callback: Callable[[], object]) -> None:
        """Call this soon after each commit: a wake-up, which gets nothing and must not wait."""
        self._listeners.append(callback)

    async def transact(self, act: Callable[[Writing], Awaitable[T]]) -> T:
        """All of `act`, or none of it; its result after the commit.

        When the caller is cancelled meanwhile, the act still ends as a whole. An act may be run a second time when its first
        run was undone, so it must do nothing but write. An act inside an act raises RuntimeError.
        """
        if self._ending is not None:
            raise RuntimeError("the database is closed")
        if self._writing is not None and asyncio.current_task() is self._writing:
            raise RuntimeError("a transaction inside a transaction would wait for itself for ever")
        order = _Order(act, asyncio.get_running_loop().create_future())
        self._orders.append(order)
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write())
        try:
            return cast("T", await asyncio.shield(order.done))
        except asyncio.CancelledError:
            order.done.add_done_callback(_tell_if_failed)
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

    async def scrub(self) -> None:
        """Write the file anew and empty the log: not a byte of what was erased is left in either.

        Zeroing what is deleted (`secure_delete`) misses the copies that stay between the cells of a page when SQLite
        moves its neighbours, so only a new file is sure. Takes as long as copying the file; writers wait meanwhile.
        Raises sqlite3.Error when it could not be done, and nothing is lost then.
        """
        async with self._turn:
            await self._writer.execute_fetchall("VACUUM")
            rows = await self._writer.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")
        if next(iter(rows))[0]:
            raise sqlite3.OperationalError("somebody still reads the log")

    async def _write(self) -> None:
        """Everything that was ordered. What gathers while one commit reaches the disk shares the next one."""
        while self._orders:
            group, self._orders = self._orders[:_TOGETHER], self._orders[_TOGETHER:]
            async with self._turn:
                while group:
                    settled = await self._together(group)
                    for order in group if not settled else ():
                        await self._together([order])
                    group = group[settled:] if settled else []

    async def _together(self, group: list[_Order]) -> int:
        """Orders in one transaction, each whole on its own; how many of them. 0: it broke, and others would suffer with one.

        It ends with the first that leaves something to be called afterwards: whoever comes next finds that done.
        """
        outcomes: list[_Outcome] = []
        try:
            await self._begin()
            for order in group:
                outcomes.append(await self._one(order, alone=len(group) == 1))
                if outcomes[-1].afterwards:
                    break
            kept = any(outcome.refused is None for outcome in outcomes)
            await self._writer.execute_fetchall("COMMIT" if kept else "ROLLBACK")
        except BaseException as fault:  # noqa: BLE001 -- whatever it is, each order hears of it
            await self._undo()
            if len(group) > 1:
                return 0
            outcomes, kept = [_Outcome(None, fault)], False
        for order, outcome in zip(group, outcomes, strict=False):
            for callback in outcome.afterwards:
                callback()
            order.settle(outcome)
        if kept:
            for callback in self._listeners:
                asyncio.get_running_loop().call_soon(callback)
        return len(outcomes)

    async def _begin(self) -> None:
        """At once, where nobody else writes to the file; a thread waits for whoever does."""
        self._direct.execute("PRAGMA busy_timeout = 0")
        with suppress(sqlite3.OperationalError):
            self._direct.execute("BEGIN IMMEDIATE")
        self._direct.execute(connecting.PATIENCE)
        if not self._direct.in_transaction:
            await self._writer.execute_fetchall("BEGIN IMMEDIATE")

    async def _one(self, order: _Order, *, alone: bool) -> _Outcome:
        """One act inside a transaction, undone alone if it raises; raises when it took the transaction with it.

        An act alone needs no savepoint, for the transaction is its own. The savepoints of the others lie one in another until
        the commit; each is gone back to by the newest of its name.
        """
        tx = Writing(self._writer, self._direct)
        if not alone:
            self._direct.execute("SAVEPOINT act")
        try:
            result = await order.act(tx)
        except BaseException as refused:
            if not self._direct.in_transaction:
                raise
            if not alone:
                self._direct.execute("ROLLBACK TO act")
            return _Outcome(None, refused)
        finally:
            tx.end()
        return _Outcome(result, None, tuple(tx.afterwards))

    async def _undo(self) -> None:
        # A begin or commit that was interrupted may still be under way in the thread: let it finish before asking.
        await self._writer.execute_fetchall("SELECT 1")
        if self._writer.in_transaction:
            await self._writer.execute_fetchall("ROLLBACK")

    async def _end(self) -> None:
        while self._orders or (self._writing is not None and not self._writing.done()):
            await asyncio.wait([self._writing or asyncio.create_task(self._write())])
        async with AsyncExitStack() as ending:
            ending.push_async_callback(self._writer.close)
            ending.push_async_callback(self._reader.close)
            ending.callback(self._quick.close)
            try:
                await self.checkpoint()
            except sqlite3.Error as fault:
                _log.warning("no checkpoint at the end: %s", fault)


@asynccontextmanager
async def looking(path: Path) -> AsyncIterator[Reading]:
    """A look from outside at a database that a bot may have open. Raises Mistakes like `Database.open`."""
    with connecting.retelling(path):
        async with aiosqlite.connect(
            f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None, timeout=5
        ) as connection:
            await connecting.prepare(connection, (*connecting.SETTINGS, "PRAGMA query_only = ON"))
            yield Reading(connection)


def _tell_if_failed(done: asyncio.Future[object]) -> None:
    if not done.cancelled() and (fault := done.exception()):
        _log.error("a transaction that nobody waits for any longer failed: %s", type(fault).__name__)
