"""Transactions are whole, whatever happens to those who asked for them."""

from __future__ import annotations

import asyncio
import random
import sqlite3
import threading
from datetime import UTC, datetime, timedelta, timezone
from functools import partial
from pathlib import Path

import aiosqlite
import pytest
from hypothesis import given
from hypothesis import strategies as st

from contest.mistakes import Mistakes
from storage.database import Database, Writing
from storage.values import listed, stamp

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)


async def put(tx: Writing, name: str, value: str = "1") -> None:
    await tx.run("INSERT INTO facts (name, value) VALUES (:name, :value)", name=name, value=value)


async def names(db: Database) -> list[str]:
    return await db.reading.all(str, "SELECT name FROM facts ORDER BY name")


def new_threads(before: set[threading.Thread]) -> set[threading.Thread]:
    started = set(threading.enumerate()) - before
    for thread in started:
        thread.join(1)  # told to end; it may need a moment
    return {thread for thread in started if thread.is_alive()}


def beside(path: Path) -> list[str]:
    return sorted(file.name for file in path.parent.iterdir())


async def codes(path: Path) -> list[str]:
    with pytest.raises(Mistakes) as caught:
        await Database.open(path)
    return [found.code for found in caught.value.found]


async def test_the_writer_survives_power_cuts_and_erases_for_good(db: Database) -> None:
    async def settings(tx: Writing) -> list[tuple[str, int | str]]:
        asked = (
            "journal_mode",
            "synchronous",
            "foreign_keys",
            "secure_delete",
            "busy_timeout",
        )
        return [(name, (await tx.all(str, f"PRAGMA {name}"))[0]) for name in asked[:1]] + [
            (name, (await tx.all(int, f"PRAGMA {name}"))[0]) for name in asked[1:]
        ]

    assert await db.transact(settings) == [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("busy_timeout", 5000),
    ]


async def test_the_reader_cannot_write(db: Database) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        await db.reading.all(str, "INSERT INTO facts (name, value) VALUES ('a', 'b') RETURNING name")


async def test_a_long_look_keeps_nobody_waiting_and_short_ones_go_on_beside_it(db: Database) -> None:
    counting = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 1000000) SELECT count(*) FROM n"
    long = asyncio.create_task(db.reading.one(int, counting))
    beside = 0
    while not long.done():
        await asyncio.sleep(0)
        beside += await db.reading.one(int, "SELECT count(*) FROM (SELECT 1)")
    assert await long == 1_000_000
    assert beside > 1


async def test_a_short_look_needs_no_thread_however_often_it_is_taken(db: Database) -> None:
    counting = (
        "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 500) SELECT count(*) FROM n"
    )
    assert {db._quick.look(counting, {})[0][0] for _ in range(50)} == {500}


async def test_an_act_that_fails_leaves_nothing(db: Database) -> None:
    async def fail(tx: Writing) -> None:
        await put(tx, "half")
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        await db.transact(fail)

    assert await names(db) == []


async def test_a_failing_act_does_not_undo_its_neighbour(db: Database) -> None:
    """The hazard of a shared connection, run through the real thing: A rolls back while B has been confirmed."""
    halfway = asyncio.Event()

    async def fail(tx: Writing) -> None:
        await put(tx, "A")
        halfway.set()
        await asyncio.sleep(0.02)
        raise ValueError("no")

    async def succeed(tx: Writing) -> str:
        await put(tx, "B")
        return "confirmed"

    failing = asyncio.create_task(db.transact(fail))
    await halfway.wait()
    confirmed = await db.transact(succeed)

    with pytest.raises(ValueError, match="no"):
        await failing
    assert (confirmed, await names(db)) == ("confirmed", ["B"])


async def test_sharing_a_connection_without_turns_would_lose_a_confirmed_row(tmp_path: Path) -> None:
    """Why `Database` has a lock, kept as a measurement."""
    async with aiosqlite.connect(tmp_path / "naive.db", isolation_level=None) as naive:
        await naive.execute("CREATE TABLE facts (name TEXT)")
        await naive.execute("BEGIN")
        await naive.execute("INSERT INTO facts VALUES ('A')")
        await naive.execute("INSERT INTO facts VALUES ('B, confirmed')")  # the other coroutine
        await naive.execute("ROLLBACK")  # A fails
        rows = list(await naive.execute_fetchall("SELECT name FROM facts"))

    assert rows == []


async def test_a_storm_of_cancellations_leaves_no_halves(db: Database) -> None:
    dice = random.Random(7)

    def pair(number: int) -> asyncio.Task[None]:
        async def act(tx: Writing) -> None:
            await put(tx, f"{number:03}a")
            await asyncio.sleep(0)
            if number % 7 == 0:
                raise ValueError("one in seven fails")
            await put(tx, f"{number:03}b")

        return asyncio.create_task(db.transact(act))

    tasks = [pair(number) for number in range(200)]
    for task in dice.sample(tasks, 100):
        await asyncio.sleep(0.001)
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    await db.transact(lambda tx: put(tx, "last"))

    assert await names(db) == sorted(
        [f"{number:03}{half}" for number in range(200) if number % 7 for half in "ab"] + ["last"]
    )


async def test_a_transaction_cancelled_itself_is_rolled_back_and_the_next_one_is_clean(db: Database) -> None:
    async def hang(tx: Writing) -> None:
        await put(tx, "half")
        await asyncio.sleep(60)

    caller = asyncio.create_task(db.transact(hang))
    await asyncio.sleep(0.05)
    assert db._writing is not None
    db._writing.cancel()  # what the end of the event loop does
    with pytest.raises(asyncio.CancelledError):
        await caller
    await db.transact(lambda tx: put(tx, "next"))

    assert await names(db) == ["next"]


async def test_acts_that_wait_together_share_a_commit_and_fail_alone(db: Database) -> None:
    commits: list[int] = []
    db.on_commit(lambda: commits.append(1))

    async def refuse(tx: Writing) -> None:
        await put(tx, "undone")
        raise ValueError("no")

    acts = [refuse if number % 7 == 3 else partial(put, name=f"act {number}") for number in range(50)]
    outcomes = await asyncio.gather(*(db.transact(act) for act in acts), return_exceptions=True)
    await asyncio.sleep(0)

    assert sum(isinstance(outcome, ValueError) for outcome in outcomes) == 7
    assert await names(db) == sorted(f"act {number}" for number in range(50) if number % 7 != 3)
    assert len(commits) < 10


async def test_a_full_disk_fails_only_the_acts_that_do_not_fit(db: Database) -> None:
    (size,) = await db._writer.execute_fetchall("PRAGMA page_count")
    await db._writer.execute_fetchall(f"PRAGMA max_page_count = {size[0] + 20}")

    async def swell(tx: Writing) -> None:
        await put(tx, "x" * 400_000)

    acts = [swell if number == 5 else partial(put, name=f"act {number}") for number in range(10)]
    outcomes = await asyncio.gather(*(db.transact(act) for act in acts), return_exceptions=True)

    assert [number for number, outcome in enumerate(outcomes) if outcome is not None] == [5]
    assert await names(db) == sorted(f"act {number}" for number in range(10) if number != 5)


async def test_a_failure_after_the_caller_left_is_told_to_the_log(
    db: Database, caplog: pytest.LogCaptureFixture
) -> None:
    async def fail(tx: Writing) -> None:
        await asyncio.sleep(0.02)
        raise ValueError("a name that must not be logged")

    caller = asyncio.create_task(db.transact(fail))
    await asyncio.sleep(0.005)
    caller.cancel()
    with pytest.raises(asyncio.CancelledError):
        await caller
    await db.transact(partial(put, name="whose turn comes after it"))

    assert caplog.messages == ["a transaction that nobody waits for any longer failed: ValueError"]


async def test_an_act_inside_an_act_is_refused_instead_of_waiting_for_ever(db: Database) -> None:
    async def nested(tx: Writing) -> None:
        await db.transact(lambda inner: put(inner, "never"))

    with pytest.raises(RuntimeError, match="inside a transaction"):
        await db.transact(nested)

    assert await names(db) == []


async def test_a_writing_ends_with_its_transaction(db: Database) -> None:
    async def leak(tx: Writing) -> Writing:
        return tx

    kept = await db.transact(leak)

    with pytest.raises(RuntimeError, match="over"):
        await put(kept, "late")
    with pytest.raises(RuntimeError, match="over"):
        await kept.all(str, "SELECT name FROM facts")


async def test_after_a_full_disk_nothing_is_half_kept_and_work_goes_on(db: Database) -> None:
    async def limit(tx: Writing) -> int:
        return await tx.one(int, "PRAGMA page_count")

    async def fill(tx: Writing) -> None:
        await put(tx, "first")
        try:
            await put(tx, "large", "x" * 400_000)
        except sqlite3.OperationalError:
            await put(tx, "afterwards")  # an act that does not notice what happened

    pages = await db.transact(limit)
    await db._writer.execute_fetchall(f"PRAGMA max_page_count = {pages + 3}")
    with pytest.raises((RuntimeError, sqlite3.OperationalError)):
        await db.transact(fill)
    assert await names(db) == []

    await db._writer.execute_fetchall("PRAGMA max_page_count = 100000")
    await db.transact(fill)
    assert await names(db) == ["first", "large"]


async def test_waiters_are_woken_after_each_commit_and_only_then(db: Database) -> None:
    woken: list[list[str]] = []
    seen = asyncio.Event()

    async def fail(tx: Writing) -> None:
        raise ValueError("no")

    db.on_commit(lambda: woken.append(["awake"]))
    db.on_commit(seen.set)
    with pytest.raises(ValueError, match="no"):
        await db.transact(fail)
    await asyncio.sleep(0)
    assert woken == []

    await db.transact(lambda tx: put(tx, "done"))
    await asyncio.wait_for(seen.wait(), 1)
    assert woken == [["awake"]]


async def test_what_follows_an_act_happens_when_it_is_kept_and_not_when_it_is_undone(db: Database) -> None:
    heard: list[str] = []

    async def act(tx: Writing, name: str) -> None:
        await put(tx, name)
        tx.afterwards.append(lambda: heard.append(name))
        if name == "undone":
            raise ValueError(name)

    done = await asyncio.gather(
        *(db.transact(partial(act, name=name)) for name in ("kept", "undone", "too")), return_exceptions=True
    )

    assert [type(one) for one in done] == [type(None), ValueError, type(None)]
    assert heard == ["kept", "too"]


async def test_an_act_finds_done_what_the_one_before_it_left_to_be_done_after_its_commit(
    db: Database,
) -> None:
    in_force: list[str] = []
    found: list[tuple[str, ...]] = []

    async def act(tx: Writing, name: str) -> None:
        found.append(tuple(in_force))
        await put(tx, name)
        tx.afterwards.append(lambda: in_force.append(name))

    await asyncio.gather(*(db.transact(partial(act, name=name)) for name in ("first", "second", "third")))

    assert found == [(), ("first",), ("first", "second")]


async def test_closing_waits_for_what_is_running_and_ends_every_thread(tmp_path: Path) -> None:
    before = set(threading.enumerate())
    path = tmp_path / "contest.db"
    db = await Database.open(path)

    async def slow(tx: Writing) -> None:
        await put(tx, "slow")
        await asyncio.sleep(0.05)

    running = asyncio.create_task(db.transact(slow))
    await asyncio.sleep(0.01)
    await asyncio.gather(db.close(), db.close())
    await running
    await db.close()

    assert new_threads(before) == set()
    assert beside(path) == ["contest.db"]  # no log left behind
    with pytest.raises(RuntimeError, match="closed"):
        await db.transact(slow)
    again = await Database.open(path)
    assert await names(again) == ["slow"]
    await again.close()


async def test_a_failed_opening_leaves_no_thread(tmp_path: Path) -> None:
    before = set(threading.enumerate())
    path = tmp_path / "contest.db"
    path.write_bytes(b"To nie jest baza danych. " * 100)

    assert await codes(path) == ["not-a-database"]
    assert new_threads(before) == set()


async def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")

    assert await codes(tmp_path / "file" / "contest.db") == ["storage-not-writable"]
    assert await codes(tmp_path) == ["storage-not-writable"]


async def test_a_damaged_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "contest.db"
    db = await Database.open(path)
    await db.transact(lambda tx: put(tx, "name", "x" * 50_000))
    await db.close()
    raw = bytearray(path.read_bytes())
    raw[4096 * 3 : 4096 * 30] = b"\xff" * (4096 * 27)
    path.write_bytes(raw)

    assert await codes(path) == ["broken-database"]


async def test_the_file_is_for_its_owner_alone(db: Database) -> None:
    assert db.path.stat().st_mode & 0o777 == 0o600


async def test_one_row_must_be_there(db: Database) -> None:
    with pytest.raises(LookupError):
        await db.reading.one(str, "SELECT name FROM facts")
    assert await db.reading.maybe(str, "SELECT name FROM facts") is None


async def test_a_row_that_does_not_fit_is_refused_without_repeating_it(db: Database) -> None:
    with pytest.raises(TypeError) as caught:
        await db.reading.all(int, "SELECT 'Jan Tajny'")

    assert "Tajny" not in str(caught.value)


async def test_rows_become_tuples_too(db: Database) -> None:
    assert await db.reading.all(tuple[int, str], "SELECT 1, 'a' UNION SELECT 2, 'b'") == [(1, "a"), (2, "b")]


async def test_text_that_is_no_text_is_kept_as_far_as_it_goes(db: Database) -> None:
    await db.transact(lambda tx: put(tx, "broken", "emoji: \ud83d!"))

    assert await db.reading.one(str, "SELECT value FROM facts") == "emoji: ?!"


@given(
    st.lists(
        st.datetimes(timezones=st.sampled_from([UTC, timezone(timedelta(hours=2))])), min_size=2, max_size=2
    )
)
def test_the_order_of_stamps_is_the_order_of_moments(moments: list[datetime]) -> None:
    first, second = moments
    if min(moments).year < 2 or max(moments).year > 9998:
        return
    assert (first < second) == (stamp(first) < stamp(second))


def test_a_moment_without_its_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        stamp(NOON.replace(tzinfo=None))


def test_a_list_of_values_is_stable() -> None:
    assert listed(frozenset({"b", "ą", "a"})) == '["a", "b", "ą"]'
