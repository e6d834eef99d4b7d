"""How much one person may ask for: wishes have a limit, answers have none, and whoever is refused reads why."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.config import LimitsTable
from bot.house import House
from bot.limits import Limits
from bot.sandbox.people import Person
from tests.bot.core import CONVERSATION, Core, core, texts

SLOWER = "Za dużo poleceń naraz. Odpowiedzi zapisuję zawsze, a to polecenie powtórz za minutę."
NOON = datetime(2026, 10, 5, 12, 0, tzinfo=UTC)


@pytest.fixture
async def running(house: House) -> AsyncIterator[Core]:
    few = house.config.model_copy(update={"limits": LimitsTable(costly_per_minute=2, commands_per_minute=4)})
    async with core(replace(house, config=few)) as made:
        yield made


async def test_what_costs_much_is_done_a_few_times_a_minute_and_refused_once_in_words(
    running: Core, owner: Person
) -> None:
    ola = await running.knows("J-11", 7, "juror")
    running.start(*CONVERSATION)
    for _ in range(5):
        await owner.write("/kopia")
    await owner.write("/terminy")
    await ola.write("/pomoc")
    await owner.expect("Terminy")
    await running.quiet()
    assert sum(text.startswith("Robię kopię.") for text in texts(owner)) == 2
    assert texts(owner).count(SLOWER) == 1
    assert SLOWER not in texts(ola)
    running.clock.ahead += timedelta(minutes=1)
    await owner.write("/kopia")
    await owner.expect("Robię kopię")


async def test_a_tap_too_many_is_answered_under_the_button(running: Core, owner: Person) -> None:
    running.start(*CONVERSATION)
    await owner.write("/panel")
    await owner.expect(lambda seen: bool(seen.buttons))
    await running.quiet()
    label = owner.last.buttons[0][0]
    answers = [
        await owner.press_stale(label, owner.last, "pg:nie-ma") for _ in range(3)
    ]  # no picture, but asked for as one
    assert answers[-1] == SLOWER
    assert SLOWER not in answers[:2]


async def test_a_burst_of_double_taps_and_words_loses_no_answer(running: Core, owner: Person) -> None:
    running.start(*CONVERSATION)
    ola = running.meets(7)
    await ola.write(f"/start {await running.invites()}")
    asked = await ola.expect("Czy zgadzasz się")
    data = next(
        str(one["callback_data"])
        for row in ola._chat.messages[asked.id].rows()
        for one in row
        if one["text"] == "Tak"
    )
    for _ in range(30):
        ola.press_stale("Tak", asked, data)
    for _ in range(6):
        await ola.write("/pomoc")
    regions = await ola.expect("województwach")
    for region in ("mazowieckie", "łódzkie", "lubelskie", "opolskie") * 5:
        await ola.write(region, reply_to=regions)
    await running.until(lambda: len(running.telegram.world.queue) == 0)
    await running.quiet()
    rows = await running.rows("question value", "answers")
    assert [question for question, _ in rows] == ["zgoda", *["regiony"] * 20]
    assert texts(ola).count(SLOWER) == 1


async def test_an_organiser_s_files_are_wishes_and_a_juror_s_photos_are_answers(
    running: Core, owner: Person
) -> None:
    ola = await running.knows("J-11", 7, "juror")
    running.start(*CONVERSATION)
    for _ in range(4):
        await owner.send_document(b"x", "lista.csv", mime="text/csv")
        await ola.send_photo(b"x")
    await running.until(lambda: len(running.telegram.world.queue) == 0)
    await running.quiet()
    assert texts(owner).count(SLOWER) == 1
    assert SLOWER not in texts(ola)


def test_the_same_wish_tried_again_counts_once_and_a_clock_set_back_frees_nobody_for_ever() -> None:
    limits = Limits(LimitsTable(costly_per_minute=2, commands_per_minute=0))
    asked = [limits.allow("J-1", "dear", key, NOON) for key in ("a", "a", "b", "c", "b")]
    assert asked == [True, True, True, False, True]
    assert [limits.allow("J-1", cost, "d", NOON) for cost in ("free", "cheap", "dear")] == [True, True, False]
    assert limits.allow("J-2", "dear", "d", NOON)
    assert limits.allow("J-1", "dear", "e", NOON - timedelta(hours=1))
