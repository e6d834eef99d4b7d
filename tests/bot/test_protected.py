"""Protections that every conversation leans on: a text belongs to its question, an edit is no command, one instance a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.lock import AlreadyRunning, lock
from bot.sandbox.people import Person
from tests.bot.core import Core, texts


@pytest.fixture
async def ola(running: Core) -> Person:
    return await running.consents()


async def test_a_reply_to_an_older_question_answers_that_one(running: Core, ola: Person) -> None:
    older = ola.last
    await ola.write("mazowieckie")
    await ola.expect("zadania chcesz dostawać")
    await running.quiet()
    await ola.write("łódzkie", reply_to=older)
    await running.quiet()
    await running.until(lambda: len(running.telegram.world.queue) == 0)
    await running.quiet()
    rows = await running.rows("question value", "answers")
    assert [question for question, _ in rows] == ["zgoda", "regiony", "regiony"]


async def test_when_an_answer_cannot_be_kept_nothing_is_promised(running: Core, ola: Person) -> None:
    before = await running.rows("id person", "outbox")
    await running.breaks("INSERT ON answers")
    await ola.write("mazowieckie")

    async def tried() -> bool:
        rows = await running.rows("attempts state", "inbox")
        return len(rows) == 3 and rows[-1] != (0, "new")

    await running.until(tried)
    assert await running.rows("id person", "outbox") == before
    await running.mends()
    await ola.expect("zadania chcesz dostawać")


async def test_an_edited_message_is_no_command(running: Core, ola: Person) -> None:
    written = await ola.write("/dalej")
    await running.until(lambda: len(running.telegram.world.queue) == 0)
    await running.quiet()
    await ola.edit(written, "/pomoc")
    await running.until(lambda: len(running.telegram.world.queue) == 0)
    await running.quiet()
    assert "nic się nie zmieniło" in texts(ola)[-1]


async def test_one_instance_works_on_a_folder(tmp_path: Path) -> None:
    async with lock(tmp_path):
        with pytest.raises(AlreadyRunning):
            async with lock(tmp_path):
                pass
    async with lock(tmp_path):
        pass
