"""`incognito status`: every sign by its limit, in words and for a program."""

from __future__ import annotations

import json
import os
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot import config, identity, status
from bot.__main__ import main
from bot.config import Config
from bot.lock import lock
from storage import edition, facts, inbox
from storage.database import Database, Writing

NOW = datetime(2026, 10, 5, 12, tzinfo=UTC)


@pytest.fixture
def settings(tmp_path: Path) -> Config:
    shutil.copytree("editions/lider-zaufania", tmp_path / "edycja")
    (tmp_path / "config.toml").write_text(
        '[edition]\nfolder = "edycja"\n[[organisers]]\ntelegram_id = 1\nname = "Ewa"\nroles = ["owner"]\n',
        "utf-8",
    )
    return config.load(tmp_path / "config.toml")


async def lived(settings: Config, *, ticked: datetime) -> None:
    """A database as a bot leaves it after a tick, with one update set aside."""

    async def act(tx: Writing) -> None:
        await edition.advance(tx, "collecting", "system", NOW)
        await facts.put(tx, "ticked", ticked.isoformat())
        await inbox.receive(tx, [(1, 7, "poison")], NOW)
        await inbox.bury(tx, 1, "KeyError", NOW)

    db = await Database.open(settings.database, key=identity.own_key(settings))
    try:
        await db.transact(act)
    finally:
        await db.close()


async def test_a_running_bot_with_a_fresh_backup_has_one_bad_sign_the_update_set_aside(
    settings: Config,
) -> None:
    settings.data_directory.mkdir()
    await lived(settings, ticked=NOW - timedelta(seconds=20))
    copy = settings.data_directory / "backups" / "incognito.sqlite3"
    copy.parent.mkdir()
    copy.touch()
    at = (NOW - timedelta(hours=3)).timestamp()
    os.utime(copy, (at, at))

    async with lock(settings.data_directory):
        signs = await status.look(settings, NOW)

    assert [sign.name for sign in signs if not sign.good] == ["aside"]
    told = {sign.name: sign.facts for sign in signs}
    assert "running" in told
    assert told["ticked"] == {"seconds": 20}
    assert told["backup"] == {"hours": 3}


async def test_a_bot_that_stopped_yesterday_is_told_in_words_and_by_the_exit_code(
    settings: Config, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.data_directory.mkdir()
    await lived(settings, ticked=NOW - timedelta(days=1))

    assert not await status.status(settings, NOW, as_json=False)

    said = capsys.readouterr().out.splitlines()
    assert said[0] == "✘ Bot nie działa. Uruchom: incognito run --config config.toml"
    assert (
        said[1]
        == "✘ Terminarz zapisał się ostatnio 2026-10-04 12:00 UTC. Sprawdź, czy bot działa i czy dysk przyjmuje zapis."
    )
    assert "✘ Nie ma żadnej kopii. Zrób ją: incognito backup --config config.toml" in said
    assert "✔ Czeka na odpowiedź: 0." in said

    assert not await status.status(settings, NOW, as_json=True)
    told = json.loads(capsys.readouterr().out)
    assert (told["good"], told["signs"][0]) == (False, {"name": "stopped", "good": False})


def test_without_a_database_there_is_nothing_to_look_at(
    settings: Config, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["status", "--config", str(settings.home / "config.toml")]) == 2
    assert "nie ma" in capsys.readouterr().err.lower()
