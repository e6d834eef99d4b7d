"""The program as whoever runs it meets it: exit codes with sentences, a quick stop, restarts, copies made while it works."""

from __future__ import annotations

import asyncio
import json
import os
import re
import shutil
import signal
import sys
import time
from asyncio.subprocess import PIPE
from pathlib import Path

import pytest

from bot.demo.stage import ROOT
from tests.stories import theatre
from tests.stories.theatre import World

pytestmark = [pytest.mark.story, pytest.mark.asyncio(loop_scope="session")]


async def command(*words: str, token: str = "") -> tuple[int, str, str]:
    """`incognito ...`: the exit code, what it said, and what it complained of."""
    env = {**os.environ, "INCOGNITO_TOKEN": token}
    run = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", *words, stdout=PIPE, stderr=PIPE, env=env, cwd=ROOT
    )
    out, problems = await asyncio.wait_for(run.communicate(), 60)
    assert run.returncode is not None
    return run.returncode, out.decode(), problems.decode()


def config(made: World) -> str:
    return str(made.stage.folder / "config.toml")


async def test_a_second_instance_on_the_same_data_refuses(shared: World) -> None:
    code, out, problems = await command("run", "--config", config(shared), token=shared.stage.telegram.token)
    assert (code, out) == (3, "")
    assert problems == (
        f"Bot już działa na tych danych ({shared.stage.folder / 'data'}). "
        "Zatrzymaj tamten proces albo wskaż inny folder danych.\n"
    )


async def test_a_bad_configuration_is_complained_about_whole(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text(
        '[telegram]\nbase_urll = "x"\nmessages_per_second = "dużo"\n[edition]\nfolder = "nie-ma"\n'
        '[[organisers]]\ntelegram_id = -5\nname = "Ewa"\nroles = ["szef"]\n',
        "utf-8",
    )
    code, out, problems = await command("run", "--config", str(file), token="1:A")
    assert (code, out) == (2, "")
    for named in ("base_urll", "base_url", "messages_per_second", "telegram_id", "szef"):
        assert named in problems
    assert "Traceback" not in problems
    assert not (tmp_path / "data").exists()


async def test_a_missing_token_says_where_to_put_it(shared: World, tmp_path: Path) -> None:
    shutil.copy(config(shared), tmp_path / "config.toml")
    code, _, problems = await command("run", "--config", str(tmp_path / "config.toml"))
    assert (code, problems) == (
        2,
        "nie ma tokenu bota. Podaj go w zmiennej INCOGNITO_TOKEN albo w pliku token.txt obok pliku ustawień.\n",
    )


async def test_a_refused_token_ends_the_program_and_is_not_printed(shared: World, tmp_path: Path) -> None:
    shutil.copy(config(shared), tmp_path / "config.toml")
    token = "987654321:AAWrongTokenThatTelegramRefusesForSure"
    code, out, problems = await command("run", "--config", str(tmp_path / "config.toml"), token=token)
    assert (code, out) == (4, "")
    assert "Telegram odrzucił token" in problems
    assert token.partition(":")[2] not in problems


async def test_a_stop_does_not_wait_for_a_telegram_that_hangs(alone: World) -> None:
    alone.stage.telegram.faults.add("sendMessage", "hang", times=None, seconds=60)
    for actor in alone.jurors[:5]:
        await actor.person.write("/pomoc")
    await asyncio.sleep(0.3)
    began = time.monotonic()
    assert await alone.stage.stop_bot() == 0
    assert time.monotonic() - began < 30  # the hanging calls last 60
    alone.stage.telegram.faults.clear()
    await alone.stage.start_bot()
    for actor in alone.jurors[:5]:
        await actor.sees("/zadania")


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
async def test_a_restart_goes_on_at_the_same_question(alone: World, how: signal.Signals) -> None:
    ola = alone.jurors[-1]
    await theatre.take_on(ola)
    await theatre.go_on(ola, until="Ile razy przełączono")
    await alone.stage.quiet(for_seconds=0.4)
    await alone.stage.stop_bot(how=how)
    await ola.person.write("3")
    await alone.stage.start_bot()
    await ola.sees("Czy uprzedzono")
    await ola.write("/start", sees="Czy uprzedzono")
    await theatre.go_on(ola, until="Wszystkie odpowiedzi")
    assert "7. Ile razy przełączono rozmowę? – 3\n" in ola.person.last.text
    await ola.tap("Wyślij", sees="wysłane. Dziękuję")


async def test_export_and_backup_work_beside_the_running_bot(waiting: World, tmp_path: Path) -> None:
    await theatre.approve_all(waiting)
    code, out, problems = await command("export", "--config", config(waiting), "--out", str(tmp_path / "e"))
    assert (code, problems) == (0, "")
    assert "Eksport gotowy" in out
    files = {file.name for file in (tmp_path / "e").iterdir()}
    assert any(name.endswith(".json") for name in files)
    assert any(name.endswith(".csv") for name in files)
    for file in (tmp_path / "e").iterdir():
        text = file.read_text("utf-8")
        assert "Ola" not in text
        assert not re.search(r"(?<![\d.:])2001(?!\d)", text)  # the account, and not a piece of a moment
        if file.suffix == ".json":
            json.loads(text)
    code, out, problems = await command(
        "backup", "--config", config(waiting), "--out", str(tmp_path / "kopia.sqlite3")
    )
    assert (code, problems) == (0, "")
    assert "sprawdzona przez odtworzenie" in out
    await waiting.owner.write("/panel", sees="Etap")


async def test_a_backup_brought_to_a_new_folder_goes_on_with_the_edition(
    waiting: World, tmp_path: Path
) -> None:
    await theatre.approve_all(waiting)
    before = await waiting.owner.write("/ranking", sees="Ranking wstępny")
    copy = tmp_path / "kopia.sqlite3"
    code, _, _ = await command("backup", "--config", config(waiting), "--out", str(copy))
    assert code == 0
    await waiting.stage.stop_bot()
    key = waiting.database.with_name("tozsamosc.key")
    shutil.copy2(key, tmp_path)
    shutil.rmtree(waiting.stage.folder / "data")
    (waiting.stage.folder / "data").mkdir()
    shutil.copy(copy, waiting.database)
    shutil.copy2(tmp_path / key.name, key)
    await waiting.stage.start_bot()
    after = await waiting.owner.write("/ranking", sees="Ranking wstępny")
    assert after.text == before.text
    ola = waiting.jurors[0]
    await ola.write("/zadania", sees="Nie masz teraz żadnych zadań")


async def test_help_is_worth_reading() -> None:
    code, out, problems = await command("--help")
    assert (code, problems) == (0, "")
    for word in ("run", "demo", "check", "play", "export", "backup", "kody wyjścia"):
        assert word in out
