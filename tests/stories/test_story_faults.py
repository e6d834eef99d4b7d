"""Telegram in trouble: whoever is not concerned notices nothing, and what was promised arrives."""

from __future__ import annotations

import asyncio
import time
from datetime import timedelta

import pytest

from tests.stories import theatre
from tests.stories.theatre import Actor, Golden, World

pytestmark = [pytest.mark.story, pytest.mark.asyncio(loop_scope="session")]


def _said(actor: Actor, words: str) -> int:
    return sum(words in seen.text for seen in actor.person.chat if not seen.mine)


async def test_a_limit_on_one_chat_does_not_delay_the_others(alone: World) -> None:
    slow, *others = alone.jurors[-6:]
    alone.stage.telegram.faults.add("sendMessage", 429, chat=slow.person.id, seconds=6)
    began = time.monotonic()
    await asyncio.gather(*(actor.person.write("/pomoc") for actor in (slow, *others)))
    await asyncio.gather(*(actor.sees("/zadania") for actor in others))
    assert _said(slow, "/zadania") == 0
    await slow.sees("/zadania")
    assert time.monotonic() - began >= 6


@pytest.mark.parametrize("kind", ["500", "502", "reset"])
async def test_what_failed_on_the_way_arrives_later_and_once(alone: World, kind: str) -> None:
    ola = alone.jurors[-1]
    alone.stage.telegram.faults.add("sendMessage", kind, times=2, chat=ola.person.id)
    await ola.write("/pomoc", sees="/zadania")
    await alone.stage.quiet()
    assert _said(ola, "/zadania") == 1
    assert alone.ask("SELECT DISTINCT state FROM outbox") == [("sent",)]


@pytest.mark.parametrize("kind", ["reset-after", "truncated"])
async def test_when_only_the_answer_is_lost_the_message_comes_at_most_twice(alone: World, kind: str) -> None:
    ola = alone.jurors[-1]
    alone.stage.telegram.faults.add("sendMessage", kind, chat=ola.person.id)
    await ola.write("/pomoc", sees="/zadania")
    await alone.stage.quiet(for_seconds=1.5)
    assert _said(ola, "/zadania") in (1, 2)
    assert alone.ask("SELECT DISTINCT state FROM outbox") == [("sent",)]


async def test_a_reply_to_either_copy_of_a_question_that_came_twice_answers_it(
    alone: World, golden: Golden
) -> None:
    ola = alone.jurors[-1]
    await theatre.take_on(ola)
    await theatre.go_on(ola, until="Czy rozmówca się przedstawił")
    alone.stage.telegram.faults.add("sendMessage", "reset-after", chat=ola.person.id, text="Ile razy")
    await ola.tap("Tak", sees="Ile razy")
    await alone.stage.quiet(for_seconds=1.5)
    twice = [seen for seen in ola.person.chat if "Ile razy" in seen.text]
    assert len(twice) == 2
    since = len(ola.person.transcript().splitlines())
    await ola.write("2", reply_to=twice[0], sees="Czy uprzedzono")  # the copy that nobody counted
    golden("pytanie_przyszlo_dwa_razy", theatre.told(ola, since=since))


async def test_after_a_long_outage_everything_arrives_once(alone: World) -> None:
    """An hour in which no connection holds, by the clock that the bot lives by."""
    team = alone.jurors[-8:]
    faults = alone.stage.telegram.faults
    for method in ("sendMessage", "editMessageText", "answerCallbackQuery", "getUpdates"):
        faults.add(method, "reset", times=None)
    for actor in team:
        await actor.person.write("/pomoc")
    faults.clear()
    for method in ("sendMessage", "editMessageText"):
        faults.add(method, "reset", times=None)
    for _ in range(12):
        await asyncio.sleep(0.15)
        alone.stage.shift.forward(timedelta(minutes=5))
    faults.clear()
    alone.stage.shift.forward(timedelta(minutes=2))
    for actor in team:
        await actor.sees("/zadania")
    await alone.stage.quiet()
    assert [_said(actor, "/zadania") for actor in team] == [1] * len(team)
    assert alone.ask("SELECT count(*) FROM outbox WHERE state != 'sent'") == [(0,)]


async def test_telegram_away_for_a_moment_does_not_lose_what_people_wrote(alone: World) -> None:
    ola = alone.jurors[-1]
    for kind in ("502", "reset"):
        alone.stage.telegram.faults.add("getUpdates", kind)
    await ola.write("/pomoc", sees="/zadania")
    assert _said(ola, "/zadania") == 1


async def test_another_poller_is_reported_to_the_owner(alone: World) -> None:
    alone.stage.telegram.faults.add("getUpdates", 409)
    await alone.jurors[-1].person.write("/pomoc")
    await alone.owner.sees("Ktoś inny odbiera wiadomości tym samym tokenem")
    await alone.jurors[-1].sees("/zadania")


async def test_a_token_refused_while_the_bot_runs_ends_it_and_loses_nothing(alone: World) -> None:
    ola, token = alone.jurors[-1], alone.stage.telegram.token
    assert alone.stage.bot is not None
    alone.stage.telegram.faults.add("sendMessage", 401, times=None)
    alone.stage.telegram.faults.add("getUpdates", 401, after=1)
    await ola.person.write("/pomoc")
    assert await asyncio.wait_for(alone.stage.bot.wait(), 40) == 4
    log = (alone.stage.folder / "bot.log").read_text("utf-8")
    assert "Telegram odrzucił token. Sprawdź go u @BotFather" in log
    assert token.partition(":")[2] not in log
    await ola.person.write("/jezyk")
    alone.stage.telegram.faults.clear()
    await alone.stage.start_bot()
    alone.stage.shift.forward(timedelta(minutes=2))
    await ola.sees("/zadania")
    await ola.sees("W jakim języku")
    await alone.stage.quiet()
    assert _said(ola, "/zadania") == 1
