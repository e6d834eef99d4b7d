"""The disk in trouble: jurors and organisers read what is going on, nothing confirmed is lost, and nothing has to be restarted."""

from __future__ import annotations

import asyncio
import shutil
import signal
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.power.cut import FULL, READ_ONLY, Disk, disk
from tests.stories import theatre
from tests.stories.test_story_program import command, config
from tests.stories.theatre import Actor, World

pytestmark = [pytest.mark.story, pytest.mark.asyncio(loop_scope="session")]

WAITS = "Nie mogę teraz niczego zapisać"


def _said(actor: Actor, words: str) -> int:
    return sum(words in seen.text for seen in actor.person.chat if not seen.mine)


async def _at_a_number(juror: Actor) -> None:
    """At a question that is answered by typing a number."""
    await theatre.take_on(juror)
    await theatre.go_on(juror, until="Ile razy przełączono")


@pytest.fixture
def under(alone: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Disk:
    """The disk below the bot, from its next start on."""
    made = disk(tmp_path, alone.stage.folder / "data")
    for name, value in made.environment.items():
        monkeypatch.setenv(name, value)
    return made


async def test_on_a_full_disk_everybody_concerned_reads_so_once_and_everything_is_kept_when_there_is_room(
    alone: World, under: Disk
) -> None:
    await alone.stage.stop_bot()
    await alone.stage.start_bot()
    ola, jan = alone.jurors[-1], alone.jurors[-2]
    await asyncio.gather(*map(_at_a_number, (ola, jan)))
    await alone.stage.quiet()
    under.fails(FULL)
    await ola.person.write("3")
    await ola.sees(WAITS)
    await jan.person.write("4")
    await jan.sees(WAITS)
    await alone.owner.sees("Nie mogę zapisać niczego na dysku. Wolne miejsce:")
    await asyncio.sleep(1.5)  # it is tried again and again meanwhile, in silence
    assert not any("uprzedzono" in seen.text for seen in ola.person.chat)
    under.works()
    await ola.sees("Czy uprzedzono")
    await jan.sees("Czy uprzedzono")
    await alone.owner.sees("Już mogę i zapisuję to, co czekało")
    assert [_said(actor, WAITS) for actor in (ola, jan)] == [1, 1]
    assert _said(alone.owner, "Nie mogę zapisać niczego") == 1
    kept = alone.ask("SELECT value ->> 'value' FROM answers WHERE question = 'przelaczenia' ORDER BY 1")
    assert [int(str(value)) for (value,) in kept] == [3, 4]


async def test_while_another_program_holds_the_database_nothing_is_lost(alone: World) -> None:
    ola = alone.jurors[-1]
    await _at_a_number(ola)
    await alone.stage.quiet()
    with closing(sqlite3.connect(alone.database, isolation_level=None, timeout=30)) as other:
        other.execute("BEGIN IMMEDIATE")
        await ola.person.write("3")
        await ola.sees(WAITS)
        await alone.owner.sees("Bazę danych trzyma inny program")
        other.execute("ROLLBACK")
    await ola.sees("Czy uprzedzono")


async def test_after_a_power_cut_everything_that_had_a_tick_is_there(alone: World, under: Disk) -> None:
    await alone.stage.stop_bot()
    under.settles()
    await alone.stage.start_bot()
    ola = alone.jurors[-1]
    await _at_a_number(ola)
    await ola.person.write("3")
    await ola.person.expect(lambda seen: "✔" in seen.text and "przełączono" in seen.text, theatre.WAIT)
    survived = under.survivors(under.shadow.parent / "survived")
    await alone.stage.stop_bot(how=signal.SIGKILL)
    data = alone.stage.folder / "data"
    shutil.rmtree(data)
    shutil.copytree(survived, data)
    await alone.stage.start_bot()
    await ola.write("/dalej", sees="Czy uprzedzono")
    assert alone.ask("SELECT value ->> 'value' FROM answers WHERE question = 'przelaczenia'") == [("3",)]
    assert alone.ask("PRAGMA integrity_check") == [("ok",)]


def _damage(file: Path) -> None:
    raw = bytearray(file.read_bytes())
    raw[4096 * 3 : 4096 * 30] = b"\xff" * (4096 * 27)
    file.write_bytes(raw)


def _overwrite(file: Path) -> None:
    file.write_text("To nie jest baza danych. " * 400, "utf-8")


def _version(change: int) -> Callable[[Path], None]:
    def act(file: Path) -> None:
        with closing(sqlite3.connect(file)) as db:
            (version,) = db.execute("PRAGMA user_version").fetchone()
            db.execute(f"PRAGMA user_version = {version + change}")

    return act


async def test_a_bot_that_cannot_open_its_data_says_why_and_what_people_wrote_waits(
    alone: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await alone.stage.stop_bot()
    data, token = alone.stage.folder / "data", alone.stage.telegram.token
    good = shutil.copytree(data, tmp_path / "good")
    await alone.jurors[-1].person.write("/pomoc")
    polls = len(alone.stage.telegram.called("getUpdates"))

    async def refused() -> str:
        code, out, problems = await command("run", "--config", config(alone), token=token)
        assert (code, out) == (2, "")
        assert "Traceback" not in problems
        return problems

    async def after(spoil: Callable[[Path], None]) -> str:
        spoil(alone.database)
        problems = await refused()
        shutil.rmtree(data)
        shutil.copytree(good, data)
        return problems

    assert "baza danych jest uszkodzona" in await after(_damage)
    assert "to nie jest plik bazy danych" in await after(_overwrite)
    assert "bazę zapisała nowsza wersja programu" in await after(_version(+1))
    assert "Baza jest taka, jak przed tym krokiem" in await after(_version(-2))  # makes what is there already
    locked = disk(tmp_path, data)
    locked.fails(READ_ONLY)
    with monkeypatch.context() as patched:
        for name, value in locked.environment.items():
            patched.setenv(name, value)
        assert str(data) in await refused()
    assert len(alone.stage.telegram.called("getUpdates")) == polls  # nothing was taken from Telegram
    await alone.stage.start_bot()
    await alone.jurors[-1].sees("/zadania")
