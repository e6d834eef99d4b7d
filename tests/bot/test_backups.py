"""Backups: sealed for their keeper, tried before they count, pruned, and restored with the truth about what they lack."""

from __future__ import annotations

import os
import sqlite3
from datetime import timedelta
from pathlib import Path

import pyrage
import pytest

from bot import anchoring, backups, nightly, restoring
from bot.config import BackupTable, Config
from bot.house import House
from bot.lock import AlreadyRunning, lock
from bot.organiser import keeping
from contest.entrants import Entrant
from contest.mistakes import Mistakes
from storage import alarms, due, journal, outbox, people
from storage.backup import Report, check, copy_of
from storage.database import Database
from storage.journal import Head
from tests.bot.office import CHECKER, OWNER, Office, to

GMINA = Entrant(0, "Gmina Wieliszew", "gmina_wiejska", voivodeship="mazowieckie", population=21554)


@pytest.fixture
def keys() -> tuple[str, str]:
    """The private and the public key of whoever keeps the backups."""
    return backups.new_identity()


def sealed_for(house: House, public: str) -> Config:
    config = house.config.model_copy(update={"backup": BackupTable(recipient=public)})
    object.__setattr__(house, "config", config)
    return config


async def codes(*args: object) -> list[str]:
    with pytest.raises(Mistakes) as caught:
        await restoring.restore(*args)  # type: ignore[arg-type]
    return [found.code for found in caught.value.found]


def plain_files(data: Path) -> list[str]:
    """Every database that could be read without a key, except the live one."""
    found = [
        file for file in data.rglob("*") if file.is_file() and file.read_bytes()[:15] == b"SQLite format 3"
    ]
    return [file.name for file in found if file.name != "incognito.sqlite3"]


async def test_a_sealed_backup_opens_for_its_keeper_alone(
    office: Office, keys: tuple[str, str], tmp_path: Path
) -> None:
    private, public = keys
    config = sealed_for(office.house, public)
    await office.has(GMINA)
    made = await backups.make(config, config.backup_folder / "a.sqlite3.age", public)

    assert (made.sealed, made.file.stat().st_mode & 0o777) == (True, 0o600)
    assert b"Wieliszew" not in made.file.read_bytes()
    assert plain_files(config.data_directory) == []
    opened = tmp_path / "opened.sqlite3"
    backups.unseal(made.file, opened, f"# klucz\n{private}\n")
    assert await check(opened) == made.report
    with pytest.raises(Mistakes, match="backup-key-wrong"):
        backups.unseal(made.file, tmp_path / "x", backups.new_identity()[0])
    raw = bytearray(made.file.read_bytes())
    raw[-300] ^= 1
    made.file.write_bytes(raw)
    with pytest.raises(Mistakes, match="broken-backup"):
        backups.unseal(made.file, tmp_path / "y", private)


async def test_a_backup_that_cannot_be_sealed_leaves_nothing_and_keeps_the_older(
    office: Office, keys: tuple[str, str]
) -> None:
    config = sealed_for(office.house, keys[1])
    target = config.backup_folder / "a.sqlite3.age"
    await backups.make(config, target, keys[1])
    good = target.read_bytes()
    with pytest.raises(Mistakes, match="bad-recipient"):
        await backups.make(config, target, f"{keys[1][:-1]}{'q' if keys[1][-1] != 'q' else 'p'}")

    assert target.read_bytes() == good
    assert sorted(file.name for file in config.backup_folder.iterdir()) == ["a.sqlite3.age"]
    assert list(config.data_directory.glob(".kopia-*")) == []


async def test_what_a_crash_left_of_a_backup_goes_with_the_next(office: Office) -> None:
    left = office.house.config.data_directory / ".kopia-crashed"
    left.mkdir()
    (left / "copy.sqlite3").write_bytes(b"SQLite format 3")
    await backups.make(office.house.config, office.house.config.backup_folder / "a.sqlite3")
    assert not left.exists()


async def test_what_was_put_aside_before_a_change_of_the_schema_is_sealed_at_the_next_start(
    office: Office, keys: tuple[str, str], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    config, db = sealed_for(office.house, keys[1]), office.house.db
    aside = config.data_directory / "incognito.v11.sqlite3"
    await copy_of(config.database, aside)
    await keeping.take_in(office.house)

    assert plain_files(config.data_directory) == []
    [file] = config.backup_folder.iterdir()
    kept = await backups.last(db.reading)
    assert kept is not None
    assert (kept.name, kept.sealed, file.stat().st_mode & 0o777) == (file.name, True, 0o600)
    backups.unseal(file, tmp_path / "opened.sqlite3", keys[0])
    assert (await check(tmp_path / "opened.sqlite3")).head.seq == kept.seq
    assert await backups.looked_at(config, db.reading, tmp_path) == (
        file.name,
        Report(kept.size, kept.digest, 0, Head(kept.seq, kept.head), ()),
    )
    assert backups.prune(config, office.clock.at) == []
    await keeping.take_in(office.house)
    assert [one.name for one in config.backup_folder.iterdir()] == [file.name]

    aside.write_bytes(b"SQLite format 3, and nothing behind it")
    await keeping.take_in(office.house)
    assert "stays there" in caplog.text
    assert backups.prune(config, office.clock.at) == [aside.name]


async def test_every_night_there_is_a_backup_and_the_head_is_published(
    office: Office, keys: tuple[str, str]
) -> None:
    config = sealed_for(office.house, keys[1])
    db = office.house.db
    await office.has(GMINA)
    await db.transact(lambda tx: nightly.plan(office.house, tx))
    await db.transact(lambda tx: nightly.plan(office.house, tx))
    [night] = await due.of(db.reading, "nightly", "")
    assert office.house.local(night.at).isoformat() == "2026-10-06T03:00:00+02:00"

    head = await journal.head(db.reading)
    office.clock.at = night.at + timedelta(
        days=2, hours=5
    )  # it was down for two nights: one backup, not three
    heard = await office.ticks()
    said = f"Dziennik: wpis {head.seq}, pieczęć <code>{head.hash[:32]}</code>"
    assert [said in "".join(to(heard, who)) for who in (OWNER, CHECKER)] == [True, True]
    [file] = config.backup_folder.iterdir()
    kept = await backups.last(db.reading)
    assert kept is not None
    assert (kept.name, kept.sealed, kept.seq, kept.at) == (file.name, True, head.seq, office.clock.at)
    assert anchoring.own(config) == [head]
    [following] = await due.of(db.reading, "nightly", "")
    assert office.house.local(following.at).isoformat() == "2026-10-09T03:00:00+02:00"
    assert await journal.examine(db.reading, anchoring.own(config)) is None


async def _failing(office: Office) -> bool:
    """Whether the panel of the owners says that the backup failed."""
    standing = await alarms.standing(office.house.db.reading)
    return any(one.kind == "backup" and one.facts["how"] == "failed" for one in standing)


async def test_a_failed_night_is_told_and_tried_again_in_an_hour(office: Office) -> None:
    config, db = office.house.config, office.house.db
    await db.transact(lambda tx: nightly.plan(office.house, tx))
    config.backup_folder.write_text("a file where the folder should be")
    office.clock.at += timedelta(days=1)
    assert to(await office.ticks(), OWNER)[0].startswith("Kopia się nie udała")
    assert await _failing(office)
    assert await backups.last(db.reading) is None

    config.backup_folder.unlink()
    assert await office.ticks() == []
    office.clock.at += timedelta(hours=1)
    assert to(await office.ticks(), OWNER)[0].startswith("Kopia z nocy zrobiona i sprawdzona.")
    assert not await _failing(office)


async def test_old_backups_go_by_number_and_by_age_but_never_the_newest(office: Office) -> None:
    config = office.house.config.model_copy(update={"backup": BackupTable(keep=3, keep_days=10)})
    folder, now = config.backup_folder, office.clock.at
    folder.mkdir()
    for day in range(1, 7):
        file = folder / f"incognito-2026-10-0{day}-030000.sqlite3.age"
        file.write_bytes(b"x")
        moment = (now - timedelta(days=30 if day == 4 else 1)).timestamp()
        os.utime(file, (moment, moment))
    (folder / "cudzy.txt").write_text("not ours")
    (config.data_directory / "incognito.v5.sqlite3").write_bytes(b"put aside before a change of the schema")
    gone = backups.prune(config, now)

    assert len(gone) == 5
    left = sorted(file.name for file in folder.iterdir())
    assert left == ["cudzy.txt", *(f"incognito-2026-10-0{day}-030000.sqlite3.age" for day in (5, 6))]
    backups.prune(config, now + timedelta(days=1000))
    assert [file.name for file in sorted(folder.iterdir())] == ["cudzy.txt", left[-1]]


async def test_a_restored_backup_says_what_it_lacks(
    office: Office, keys: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    private, public = keys
    house, db = office.house, office.house.db
    config = sealed_for(house, public)
    key = tmp_path / "kopie.klucz"
    key.write_text(private)
    await office.has(GMINA)
    await office.joins("J-20")
    file = (await backups.make(config, config.backup_folder / "a.sqlite3.age", public)).file
    before = await journal.head(db.reading)
    await office.writes(OWNER, "/zapros 2")
    later = await journal.head(db.reading)
    assert later.seq > before.seq
    anchoring.publish(config.data_directory / anchoring.FILE, later, office.clock.at)
    await db.close()

    async with lock(config.data_directory):
        with pytest.raises(AlreadyRunning):
            await restoring.restore(config, file, key, office.clock.at)
    assert await codes(config, file, None, office.clock.at) == ["backup-needs-key"]
    assert await codes(config, file, tmp_path / "none", office.clock.at) == ["backup-not-found"]
    assert await codes(config, tmp_path / "none", key, office.clock.at) == ["backup-not-found"]
    own = config.identity_key_file.rename(tmp_path / "tozsamosc")
    assert await codes(config, file, key, office.clock.at) == ["identity-key-missing"]
    own.rename(config.identity_key_file)
    assert config.database.exists()

    await restoring.restore(config, file, key, office.clock.at)
    said = capsys.readouterr().out
    assert f"brakuje wpisów dziennika {before.seq + 1}–{later.seq}" in said
    [aside] = config.data_directory.glob("przed-odtworzeniem-*")
    assert (aside / "incognito.sqlite3").is_file()
    assert plain_files(config.backup_folder) == []
    again = await Database.open(config.database, key=config_key(config))
    try:
        object.__setattr__(house, "db", again)
        assert await people.chat_of(again.reading, "J-20") == 10_020
        assert (await journal.entries(again.reading, 1))[0].action == "backup.restore"
        assert await journal.examine(again.reading, anchoring.own(config)) is None
        assert (
            await journal.examine(again.reading, [later])
        ) is not None  # who kept the message sees it still
        office._read = sum((await outbox.counts(again.reading)).values())
        await again.transact(lambda tx: restoring.announce(house, tx))
        [told] = to(await office._new(), OWNER)
        assert told.startswith(
            "Baza została odtworzona z kopii. Są w niej zdarzenia do 05.10.2026 11:00 (wpis"
        )
        assert "Brakuje co najmniej" in told
        await again.transact(lambda tx: restoring.announce(house, tx))
        assert await office._new() == []
    finally:
        await again.close()


def config_key(config: Config) -> bytes:
    from bot import identity

    return identity.own_key(config)


def test_a_new_key_never_takes_the_place_of_another(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "kopie.klucz"
    restoring.new_key(file)
    assert file.stat().st_mode & 0o777 == 0o600
    secret = next(line for line in file.read_text().splitlines() if not line.startswith("#"))
    assert str(pyrage.x25519.Identity.from_str(secret).to_public()) in capsys.readouterr().out
    with pytest.raises(Mistakes, match="key-file-exists"):
        restoring.new_key(file)


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("UPDATE journal SET actor = 'O-99' WHERE seq = 2", "wpis 2 nie zgadza się"),
        ("DELETE FROM journal WHERE seq = 2", "usunięto wpis 2"),
        ("DELETE FROM journal WHERE seq > 2", "obcięto: kończy się na wpisie 2"),
    ],
)
async def test_the_command_line_names_what_is_wrong_with_a_journal(
    office: Office, sql: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    config, db = office.house.config, office.house.db
    for _ in range(4):
        await db.transact(lambda tx: journal.write(tx, office.clock.at, OWNER, "test", "", {}))
    assert await anchoring.verify(config, []) == anchoring.WELL
    assert "Bez opublikowanych pieczęci" in capsys.readouterr().out
    anchoring.publish(config.data_directory / anchoring.FILE, await journal.head(db.reading), office.clock.at)
    assert await anchoring.verify(config, []) == anchoring.WELL
    _tamper(config.database, sql)

    assert await anchoring.verify(config, []) == anchoring.CHANGED
    assert said in capsys.readouterr().out


async def test_a_journal_written_anew_is_seen_by_a_seal_that_somebody_kept(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config, db = office.house.config, office.house.db
    heads: list[Head] = []
    for _ in range(4):
        await db.transact(lambda tx: journal.write(tx, office.clock.at, OWNER, "test", "", {}))
        heads.append(await journal.head(db.reading))
    note = tmp_path / "z-czatu.txt"
    note.write_text("\n".join(f"{head.seq} {head.hash[:32]}" for head in (heads[0], heads[2])))
    _tamper(config.database, f"DELETE FROM journal WHERE seq > {heads[1].seq}")
    for _ in range(3):
        await db.transact(lambda tx: journal.write(tx, office.clock.at, OWNER, "forged", "", {}))

    assert await journal.verify(db.reading) is None
    assert await anchoring.verify(config, [note]) == anchoring.CHANGED
    assert (
        f"wpis {heads[2].seq} ma inną pieczęć niż opublikowana. Zmiana jest po wpisie {heads[0].seq}."
        in capsys.readouterr().out
    )
    note.write_text("to nie są pieczęcie")
    with pytest.raises(Mistakes, match="anchors-unreadable"):
        await anchoring.verify(config, [note])


def _tamper(path: Path, sql: str) -> None:
    outside = sqlite3.connect(path)
    outside.executescript(
        f"DROP TRIGGER IF EXISTS journal_keeps; DROP TRIGGER IF EXISTS journal_stays; {sql}"
    )
    outside.close()


async def test_where_a_backup_is_made_every_few_nights_the_head_still_comes_every_night(
    office: Office,
) -> None:
    config = office.house.config.model_copy(update={"backup": BackupTable(every_nights=3)})
    object.__setattr__(office.house, "config", config)
    db = office.house.db
    await db.transact(lambda tx: nightly.plan(office.house, tx))
    made: list[int] = []
    for _ in range(5):
        office.clock.at += timedelta(days=1)
        heard = to(await office.ticks(), OWNER)
        made.append(sum("Kopia z nocy zrobiona" in text for text in heard))
        assert sum("Dziennik: wpis" in text for text in heard) == 1
    assert made == [1, 0, 0, 1, 0]
    assert len(list(config.backup_folder.iterdir())) == 2
