"""The bot dies at each of the six places where something could be lost, and people notice nothing but a pause."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from storage.crash import PLACES, Place
from tests.stories import theatre
from tests.stories.theatre import Actor, World

pytestmark = [pytest.mark.story, pytest.mark.asyncio(loop_scope="session")]

ANSWERING: tuple[Place, ...] = ("fetched", "received", "answering", "answered", "sent")
KEPT = "SELECT json_extract(value, '$.value') FROM answers WHERE question = 'przelaczenia' ORDER BY revision"


def _said(actor: Actor, words: str) -> int:
    return sum(words in seen.text for seen in actor.person.chat if not seen.mine)


async def _dead(made: World, orders: Path) -> None:
    """The bot has died where it was told to."""
    assert made.stage.bot is not None
    assert await asyncio.wait_for(made.stage.bot.wait(), 20) == -9
    assert not orders.exists()


async def test_wherever_the_bot_dies_the_answer_is_kept_once_and_the_conversation_goes_on(
    alone: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert {*ANSWERING, "effect"} == set(PLACES)
    orders = tmp_path / "orders"
    monkeypatch.setenv("INCOGNITO_CRASH", str(orders))
    await alone.stage.stop_bot()
    await alone.stage.start_bot()
    ola, idle = alone.jurors[-1], alone.jurors[-2]
    await theatre.take_on(ola)
    await theatre.go_on(ola, until="Ile razy przełączono")
    for number, place in enumerate(ANSWERING, start=1):
        await alone.stage.quiet(for_seconds=0.4)  # the place is passed by the answer, not by the question
        before = _said(ola, "Czy uprzedzono")
        ola.person.unread()
        orders.write_text(place, "utf-8")
        await ola.person.write(str(number))
        await _dead(alone, orders)
        await alone.stage.start_bot()
        await ola.sees("Czy uprzedzono")
        await alone.stage.quiet()
        assert [int(str(kept)) for (kept,) in alone.ask(KEPT)] == list(range(1, number + 1)), place
        assert _said(ola, "Czy uprzedzono") - before in ((1, 2) if place == "sent" else (1,)), place
        assert alone.ask("SELECT count(*) FROM inbox WHERE state != 'done'") == [(0,)]
        await ola.tap("Wstecz", sees="Ile razy przełączono")

    orders.write_text("effect", "utf-8")
    alone.stage.shift.forward(timedelta(hours=25))
    await _dead(alone, orders)
    await alone.stage.start_bot()
    alone.stage.shift.forward(
        timedelta(hours=25)
    )  # the day in which it lay dead is given back to whoever had an offer
    await idle.sees("wygasła")
    await alone.stage.quiet()
    assert _said(idle, "wygasła") == 1
    assert alone.ask("SELECT count(*) FROM due WHERE kind = 'lapse' AND state = 'new'") == [(0,)]
