"""Snapshots, awards and documents; the journal that shows tampering; backups that can be restored."""

from __future__ import annotations

import asyncio
import hashlib
import sqlite3
from datetime import date
from pathlib import Path

import pytest

from contest.mistakes import Mistakes
from storage import awards, backup, documents, facts, journal, snapshots
from storage.awards import Granted
from storage.database import Database, Reading
from storage.documents import Line
from storage.journal import Fault, Head
from storage.snapshots import Snapshot
from tests.storage.desk import HOUR, NOON, Pen, cast


async def entries(write: Pen, count: int) -> None:
    for number in range(1, count + 1):
        await write(journal.write, NOON, "O-10", "test.act", str(number), {"n": number, "słowo": "łódź"})


def tamper(path: Path, sql: str) -> None:
    """What somebody with the file and a little SQL can do."""
    connection = sqlite3.connect(path)
    for trigger in ("journal_keeps", "journal_stays"):
        connection.execute(f"DROP TRIGGER IF EXISTS {trigger}")
    connection.execute(sql)
    connection.commit()
    connection.close()


async def test_the_same_snapshot_is_kept_once(write: Pen, look: Reading) -> None:
    assert await snapshots.newest(look) is None
    first = await write(snapshots.keep, '{"a":1}', "d1", by="O-10", at=NOON)
    assert await write(snapshots.keep, '{"a":1}', "d1", by="O-10", at=NOON + HOUR) == first
    second = await write(snapshots.keep, '{"a":2}', "d2", by="O-10", at=NOON)

    assert await snapshots.find(look, first) == Snapshot(first, NOON, "d1", '{"a":1}')
    assert await snapshots.newest(look) == Snapshot(second, NOON, "d2", '{"a":2}')


async def test_an_award_is_granted_once_from_a_snapshot(write: Pen, look: Reading) -> None:
    await cast(write)
    snapshot = await write(snapshots.keep, "{}", "d", by="O-10", at=NOON)
    until = date(2027, 5, 4)

    async def grant(number: str, kind: str, valid_until: date | None) -> bool:
        return await write(
            awards.grant,
            number,
            kind,
            entrant=1,
            snapshot=snapshot,
            valid_until=valid_until,
            by="O-10",
            at=NOON,
        )

    assert await grant("LJ/2026/0001", "licence", until)
    assert not await grant("LJ/2026/0002", "licence", until)
    assert await grant("N/1", "statuette-nominee", None)

    granted = [
        Granted("LJ/2026/0001", "licence", 1, snapshot, NOON, until),
        Granted("N/1", "statuette-nominee", 1, snapshot, NOON, None),
    ]
    assert await awards.of_snapshot(look, snapshot) == granted
    assert await awards.listing(look) == granted
    assert await awards.of_snapshot(look, 99) == []


async def test_a_document_is_kept_replaced_listed_and_deleted(write: Pen, look: Reading) -> None:
    await cast(write)
    snapshot = await write(snapshots.keep, "{}", "d", by="O-10", at=NOON)
    await write(documents.keep, "ranking.pdf", "ranking", None, snapshot, b"%PDF old", NOON)
    digest = await write(documents.keep, "ranking.pdf", "ranking", None, snapshot, b"%PDF", NOON + HOUR)
    await write(documents.keep, "eksport.zip", "export", None, None, b"PK", NOON)

    assert digest == hashlib.sha256(b"%PDF").hexdigest()
    assert await documents.load(look, "ranking.pdf") == documents.Document(
        "ranking.pdf", "ranking", None, snapshot, digest, b"%PDF", NOON + HOUR
    )
    assert [line.name for line in await documents.listing(look)] == ["eksport.zip", "ranking.pdf"]
    assert (await documents.listing(look))[1] == Line(
        "ranking.pdf", "ranking", None, snapshot, digest, 4, NOON + HOUR
    )
    assert (await write(documents.drop, "eksport.zip"), await write(documents.drop, "eksport.zip")) == (
        True,
        False,
    )
    assert await documents.load(look, "eksport.zip") is None


async def test_the_journal_is_told_newest_first_and_by_kind(write: Pen, look: Reading) -> None:
    await write(journal.write, NOON, "J-10", "audit.submit", "7", {})
    await entries(write, 2)

    assert [entry.seq for entry in await journal.entries(look, 2)] == [3, 2]
    assert await journal.entries(look, 9, "audit.") == [
        journal.Entry(1, NOON, "J-10", "audit.submit", "7", {})
    ]
    assert (await journal.head(look)).seq == 3
    assert await journal.verify(look) is None


async def test_the_journal_cannot_be_changed_by_the_program(write: Pen, db: Database) -> None:
    await entries(write, 1)
    for sql in ("UPDATE journal SET actor = 'x'", "DELETE FROM journal"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            await db.transact(lambda tx, sql=sql: tx.run(sql))  # type: ignore[misc]  # a default only binds the loop


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE journal SET actor = 'O-99' WHERE seq = 3",
        "UPDATE journal SET details = replace(details, '3', '4') WHERE seq = 3",
        "UPDATE journal SET hash = 'x' WHERE seq = 3",
        "DELETE FROM journal WHERE seq = 3",
        "UPDATE journal SET action = action || subject, subject = '' WHERE seq = 3",
    ],
)
async def test_tampering_is_named_by_the_first_wrong_entry(write: Pen, db: Database, sql: str) -> None:
    await entries(write, 5)
    tamper(db.path, sql)

    fault = Fault("missing", 3, 2) if sql.startswith("DELETE") else Fault("altered", 3, 2)
    assert await journal.examine(db.reading) == fault
    assert await journal.verify(db.reading) == 3


async def test_a_cut_off_or_recomputed_journal_is_named_by_its_published_heads(
    write: Pen, db: Database, look: Reading
) -> None:
    await entries(write, 3)
    published = await journal.head(look)
    await entries(write, 1)
    assert await journal.verify(look, [published]) is None

    tamper(db.path, "DELETE FROM journal WHERE seq >= 3")
    assert await journal.verify(look) is None  # the chain alone does not know its length
    assert await journal.examine(look, [published, Head(0, "")]) == Fault("cut", 3, 2)

    await write(journal.write, NOON, "O-99", "test.forged", "3", {})
    assert await journal.verify(look) is None
    assert await journal.verify(look, [published]) == 3
    first = Head(1, (await look.one(str, "SELECT hash FROM journal WHERE seq = 1"))[:16])
    assert await journal.examine(look, [published, first]) == Fault("rewritten", 3, 1)


async def test_a_journal_of_nothing_is_well(look: Reading) -> None:
    assert await journal.head(look) == Head(0, journal.GENESIS)
    assert await journal.verify(look) is None


async def test_a_backup_made_while_others_write_holds_everything_confirmed_before(
    write: Pen, db: Database, tmp_path: Path
) -> None:
    await cast(write)
    confirmed = 0
    stop = False
    well_under_way = asyncio.Event()

    async def scribble() -> None:
        nonlocal confirmed
        while not stop:
            await write(facts.put, f"fact-{confirmed + 1:05}", "x" * 200)
            confirmed += 1
            if confirmed == 20:
                well_under_way.set()

    writing = asyncio.create_task(scribble())
    await well_under_way.wait()
    before = confirmed
    report = await backup.back_up(db.path, tmp_path / "backups" / "contest.db")
    after = confirmed
    stop = True
    await writing

    copy = tmp_path / "backups" / "contest.db"
    assert await backup.check(copy) == report
    restored = await backup.restore_check(copy, tmp_path / "backups")
    assert (restored.counts, restored.head, restored.version) == (report.counts, report.head, report.version)
    assert dict(report.counts)["people"] == 3
    assert copy.stat().st_mode & 0o777 == 0o600
    assert sorted(file.name for file in copy.parent.iterdir()) == ["contest.db", "restored.db"]
    drill = await Database.open(tmp_path / "backups" / "restored.db")
    kept = await drill.reading.one(int, "SELECT count(*) FROM facts")
    await drill.close()
    assert before <= kept <= after + 1


async def test_a_backup_that_is_not_whole_is_refused(write: Pen, db: Database, tmp_path: Path) -> None:
    await entries(write, 3)
    copy = tmp_path / "copy.db"
    await backup.back_up(db.path, copy)
    good = copy.read_bytes()

    async def refused() -> list[str]:
        with pytest.raises(Mistakes) as caught:
            await backup.check(copy)
        return [found.code for found in caught.value.found]

    copy.write_bytes(good[: len(good) // 2])
    assert await refused() == ["broken-backup"]
    copy.write_bytes(good)
    tamper(copy, "UPDATE journal SET actor = 'O-99' WHERE seq = 2")
    assert await refused() == ["broken-backup"]
    await backup.copy_of(copy, tmp_path / "for-a-look.db")  # a copy to look at may be broken
    copy.unlink()
    (tmp_path / "for-a-look.db").rename(copy)
    assert await refused() == ["broken-backup"]


async def test_a_failed_backup_leaves_the_older_one(write: Pen, db: Database, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    await entries(write, 3)
    await backup.back_up(db.path, copy)
    good = copy.read_bytes()
    tamper(db.path, "UPDATE journal SET actor = 'O-99' WHERE seq = 2")
    with pytest.raises(Mistakes):
        await backup.back_up(db.path, copy)

    assert copy.read_bytes() == good
    assert not copy.with_name("copy.db.part").exists()
