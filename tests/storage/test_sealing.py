"""Who somebody is cannot be read from the file without the key, and a wrong key is told from a missing one."""

from __future__ import annotations

import json
import shutil
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contest.mistakes import Mistakes
from storage import inbox, migrate, outbox, people, sealing
from storage.database import Database, Reading
from storage.people import Identity
from storage.sealing import Seal
from tests.storage.desk import KEY, NOON, Pen

NAME, ACCOUNT = "Jadwiga Kanarkowa", 7_700_123_456
UPDATE = json.dumps({"update_id": 5, "message": {"from": {"id": ACCOUNT, "first_name": "Jadwiga"}}})


def traces(folder: Path, pattern: str = "*") -> list[str]:
    """The forms of the name and of the account that stand in the files, also in the log."""
    whole = b"".join(file.read_bytes() for file in folder.glob(pattern) if file.is_file())
    forms = (NAME, "Jadwiga", "Kanarkowa", str(ACCOUNT))
    found = [form for form in forms if form.encode() in whole or form.encode("utf-16-le") in whole]
    return found + ["number" for width in (5, 6, 8) if ACCOUNT.to_bytes(width, "big") in whole][:1]


async def test_neither_file_nor_log_says_who_somebody_is(write: Pen, look: Reading, db: Database) -> None:
    await write(people.enlist, "J-37", ACCOUNT, name=NAME, language="pl", at=NOON)
    await write(people.rename, "J-37", f"{NAME}-Maj")
    await write(inbox.receive, [(5, ACCOUNT, UPDATE)], NOON)
    unknown = await people.stranger(look, ACCOUNT)
    await write(outbox.promise, unknown, f"stranger:{unknown}", "{}", not_before=NOON, at=NOON)

    assert traces(db.path.parent) == []
    assert await people.who_is(look, "J-37") == Identity("J-37", ACCOUNT, f"{NAME}-Maj")
    assert await people.chat_of(look, unknown) == ACCOUNT
    assert [(row.chat, row.body) for row in await inbox.oldest(look, 1)] == [(ACCOUNT, UPDATE)]
    await db.scrub()
    assert traces(db.path.parent) == []


async def test_a_name_cannot_be_moved_to_another_code(write: Pen, look: Reading, db: Database) -> None:
    await write(people.enlist, "J-37", ACCOUNT, name=NAME, language="pl", at=NOON)
    await write(people.enlist, "J-38", 38, name=NAME, language="pl", at=NOON)
    assert len(set(await look.all(bytes, "SELECT name FROM people"))) == 2
    outside = sqlite3.connect(db.path)
    outside.execute(
        "UPDATE people SET name = (SELECT name FROM people WHERE code = 'J-37') WHERE code = 'J-38'"
    )
    outside.commit()
    outside.close()

    with pytest.raises(sqlite3.OperationalError):
        await people.who_is(look, "J-38")


async def test_without_the_key_everything_but_identities_can_be_read(tmp_path: Path, write: Pen) -> None:
    await write(people.enlist, "J-37", ACCOUNT, name=NAME, language="pl", at=NOON)
    keyless = await Database.open(tmp_path / "contest.db")
    try:
        assert [person.code for person in await people.everybody(keyless.reading)] == ["J-37"]
        with pytest.raises(sqlite3.OperationalError):
            await people.who_is(keyless.reading, "J-37")
    finally:
        await keyless.close()


async def test_another_key_is_refused_before_anything_is_sealed_with_it(tmp_path: Path, db: Database) -> None:
    await db.close()
    with pytest.raises(Mistakes) as caught:
        await Database.open(tmp_path / "contest.db", key=sealing.new_key())
    assert [found.code for found in caught.value.found] == ["identity-key-wrong"]

    await (await Database.open(tmp_path / "contest.db", key=KEY)).close()
    assert sealing.is_sealed(tmp_path / "contest.db")
    assert not sealing.is_sealed(tmp_path / "no.db")


async def test_an_older_database_is_sealed_as_it_is_opened(tmp_path: Path) -> None:
    path, older = tmp_path / "contest.db", tmp_path / "older"
    older.mkdir()
    for step in migrate.steps(migrate.HOME):
        if step.name.endswith("_sealed.sql"):
            break
        shutil.copy(migrate.HOME / step.name, older)
    await (await Database.open(path, migrations=older)).close()
    plain = sqlite3.connect(path)
    plain.execute(
        "INSERT INTO people (code, telegram_id, name, created_at) VALUES ('J-37', ?, ?, '2026-05-04')",
        (ACCOUNT, NAME),
    )
    plain.execute("INSERT INTO people (code, created_at) VALUES ('J-38', '2026-05-04')")
    plain.execute("INSERT INTO roles (person, role) VALUES ('J-37', 'juror')")
    plain.execute(
        "INSERT INTO inbox (update_id, chat, body, state, received_at) VALUES (5, ?, ?, 'new', '2026-05-04')",
        (ACCOUNT, UPDATE),
    )
    plain.execute(
        "INSERT INTO outbox (person, dedupe, body, state, not_before, created_at) "
        "VALUES (?, ?, '{}', 'new', '2026-05-04', '2026-05-04')",
        (f"tg:{ACCOUNT}", f"stranger:tg:{ACCOUNT}:2026-05-04T12"),
    )
    plain.commit()
    plain.close()
    assert len(traces(tmp_path, "contest.db")) == 5

    db = await Database.open(path, key=KEY)
    try:
        assert traces(tmp_path, "contest.db*") == []
        person = await people.recognise(db.reading, ACCOUNT)
        assert person is not None
        assert (person.code, person.roles) == ("J-37", frozenset({"juror"}))
        assert await people.who_is(db.reading, "J-37") == Identity("J-37", ACCOUNT, NAME)
        assert await people.who_is(db.reading, "J-38") == Identity("J-38", None, "")
        assert [(row.chat, row.body) for row in await inbox.oldest(db.reading, 9)] == [(ACCOUNT, UPDATE)]
        unknown = await people.stranger(db.reading, ACCOUNT)
        assert await outbox.find_key(db.reading, f"stranger:{unknown}:2026-05-04T12") is not None
    finally:
        await db.close()
    assert sealing.is_sealed(path)


@given(st.text(), st.text(max_size=9))
def test_whatever_was_sealed_comes_back_and_looks_like_any_other_of_its_size(text: str, use: str) -> None:
    text = text.encode("utf-8", "replace").decode()
    use = use.encode("utf-8", "replace").decode()
    seal = Seal(KEY)
    kept = seal.seal(use, text)
    assert kept is not None
    assert (seal.unseal(use, kept), len(kept) % 32) == (text, 16)
    assert sealing.read(sealing.written(KEY)) == KEY
