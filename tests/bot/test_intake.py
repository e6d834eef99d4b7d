"""Intake: an update is ours once it is committed; Telegram hears so only then, and nothing is answered twice."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from telegram.error import InvalidToken

from bot import alarming, app, intake
from bot.intake import chat_of, row_of
from bot.sandbox.people import Person
from bot.sandbox.queue import Entry
from storage import alarms, inbox
from tests.bot.core import CONVERSATION, Core, texts

HELP = "Twój pseudonim: J-11"


def _offsets(running: Core) -> list[object]:
    return [call.params.get("offset") for call in running.telegram.called("getUpdates")]


def _pushes(running: Core, raw: object) -> None:
    """An element of a batch exactly as it stands, whatever it is."""
    queue = running.telegram.world.queue
    queue._waiting.append(
        Entry(queue._next_id, "message", json.dumps(raw), running.clock.now().timestamp() + 99)
    )
    queue._next_id += 1
    queue.ring()


def _helps(person: Person) -> int:
    return sum("/zadania" in text for text in texts(person))


async def test_telegram_forgets_a_batch_only_after_the_commit(running: Core, ola: Person) -> None:
    await running.breaks("INSERT ON inbox")
    await ola.write("/pomoc")
    running.start(*CONVERSATION)
    await running.until(lambda: len(_offsets(running)) == 2)
    assert _offsets(running) == [None, None]
    assert (await inbox.highest(running.house.db.reading), len(running.telegram.world.queue)) == (None, 1)

    await running.mends()
    await running.until(lambda: _helps(ola) == 1)
    await running.until(lambda: len(running.telegram.world.queue) == 0)
    # The disk may mend while the second batch is on its way: then a third of the same is not needed.
    assert _offsets(running).count(None) in (2, 3)


async def test_an_update_that_comes_again_is_answered_once_also_after_a_restart(
    running: Core, ola: Person
) -> None:
    running.telegram.faults.add("getUpdates", "duplicate", times=2)
    running.start(*CONVERSATION)
    await ola.write("/pomoc")
    await running.until(lambda: _helps(ola) == 1)
    [message] = running.telegram.called("sendMessage")
    await running.stop()

    again = {"message": ola._chat.messages[ola.chat[0].id].json(), "update_id": 700000001}
    running.telegram.inject_update(again)
    await ola.write("/pomoc")
    running.start(*CONVERSATION)
    await running.until(lambda: _helps(ola) == 2)
    await running.quiet()
    assert (_helps(ola), message.status) == (2, 200)
    assert await running.rows("update_id state", "inbox") == [(700000001, "done"), (700000003, "done")]


async def test_numbers_may_start_lower_and_below_nothing(running: Core, ola: Person) -> None:
    running.start(*CONVERSATION)
    await ola.write("/pomoc")
    await running.until(lambda: _helps(ola) == 1)
    message = ola._chat.messages[ola.chat[0].id].json()
    for number, count in ((5, 2), (-7, 3), (0, 4)):
        running.telegram.inject_update({"message": message, "update_id": number})
        await running.until(lambda wanted=count: _helps(ola) == wanted)  # type: ignore[misc]
        running.telegram.world.queue.clear()
    await running.quiet()
    assert _helps(ola) == 4


@pytest.mark.parametrize("raw", [["a", 1], "text", None, 5, {}, {"message": {}}])
async def test_an_element_that_is_no_update_is_set_aside_and_the_rest_goes_on(
    running: Core, ola: Person, raw: object
) -> None:
    owner = running.meets(1, "Biuro")
    await ola.write("/pomoc")
    _pushes(running, raw)
    await ola.write("/pomoc")
    running.start(*CONVERSATION)
    await running.until(lambda: _helps(ola) == 2)
    await running.until(lambda: bool(texts(owner)))
    await running.quiet()

    [dead] = await inbox.dead(running.house.db.reading)
    assert (dead.body, dead.update_id < 0) == (json.dumps(raw), True)
    assert texts(owner) == [
        f"Wiadomości {dead.update_id} nie udało się obsłużyć. Odłożyłem ją na bok; reszta działa dalej."
    ]


@pytest.mark.parametrize("number", ["x", 2**70, True, 1.5, None, []])
async def test_a_message_under_an_impossible_number_is_answered_once(
    running: Core, ola: Person, number: object
) -> None:
    await ola.write("/pomoc")
    message = running.telegram.world.queue._waiting.popleft()
    raw = {**json.loads(message.raw), "update_id": number}
    _pushes(running, raw)
    _pushes(running, raw)
    running.start(*CONVERSATION)
    await running.until(lambda: _helps(ola) == 1)
    await running.quiet()
    assert [state for _, state in await running.rows("update_id state", "inbox")] == ["done"]


async def test_a_batch_of_nothing_but_rubbish_is_kept_once_and_asked_for_without_hurry(running: Core) -> None:
    _pushes(running, ["rubbish"])
    running.start("intake", "reception")
    await running.until(lambda: len(_offsets(running)) == 2)
    assert _offsets(running) == [None, None]
    await running.until(lambda: len(_offsets(running)) == 3)
    assert [row[0] for row in await running.rows("state", "inbox")] == ["dead"]
    moments = [call.at for call in running.telegram.called("getUpdates")]
    assert moments[2] - moments[0] >= timedelta(seconds=1.9)


@pytest.mark.parametrize("kind", ["truncated", "502", "500", "reset", "reset-after", "429"])
async def test_a_poll_that_fails_loses_nothing(running: Core, ola: Person, kind: str) -> None:
    running.telegram.faults.add("getUpdates", kind)
    await ola.write("/pomoc")
    running.start(*CONVERSATION)
    await running.until(lambda: _helps(ola) == 1)
    await running.quiet()
    assert _helps(ola) == 1


async def test_a_second_poller_alarms_the_owner_once_until_it_is_gone(running: Core) -> None:
    owner = running.meets(1, "Biuro")
    running.telegram.faults.add("getUpdates", 409)
    running.start("intake", "delivery")
    await running.until(lambda: len(texts(owner)) == 1)
    for over, heard in ((False, 1), (False, 1), (True, 2)):
        if over:
            await alarming.hush(running.house, intake.RIVAL)
        await app._alarm(running.house, intake.RIVAL)
        await running.quiet()
        told = "Ktoś inny odbiera wiadomości tym samym tokenem. Jeśli to nie druga kopia bota, zmień token u @BotFather."
        assert texts(owner) == [told] * heard


async def test_the_other_poller_is_gone_after_a_while_without_a_refusal(
    running: Core, ola: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "_CALM", 0.0)
    await app._alarm(running.house, intake.RIVAL)
    running.start("intake")

    async def over() -> bool:
        return await alarms.standing(running.house.db.reading) == []

    await running.until(over)


async def test_an_alarm_that_cannot_be_kept_does_not_stop_intake(running: Core, ola: Person) -> None:
    await running.breaks("INSERT ON outbox")
    running.telegram.faults.add("getUpdates", 409)
    running.start("intake")
    await running.until(lambda: len(_offsets(running)) == 1)
    await ola.write("/pomoc")

    async def kept() -> bool:
        return await inbox.waiting(running.house.db.reading) == 1

    await running.until(kept, seconds=8)


async def test_a_refused_token_ends_intake(running: Core) -> None:
    running.telegram.faults.add("getUpdates", 401)
    running.start("intake")
    assert isinstance(await running.ended("intake"), InvalidToken)


async def test_an_update_of_no_kind_that_we_know_is_answered_by_nothing(running: Core, ola: Person) -> None:
    running.telegram.inject_update({"poll_answer": {"poll_id": "1", "option_ids": [0]}})
    running.telegram.inject_update({"something_new": {"from": {"id": 7}, "text": "/pomoc"}})
    await ola.write("/pomoc")
    running.start(*CONVERSATION)
    await running.until(lambda: _helps(ola) == 1)
    await running.quiet()
    assert {row[0] for row in await running.rows("state", "inbox")} <= {"done", "dead"}
    assert len(texts(ola)) == 1


def test_the_number_of_what_has_none_depends_on_its_text_alone() -> None:
    assert row_of(["x"]) == row_of(["x"])
    assert row_of(["x"])[0] != row_of(["y"])[0]
    assert row_of({"update_id": 12, "message": {"from": {"id": 7}}})[:2] == (12, 7)


@pytest.mark.parametrize(
    ("update", "chat"),
    [
        ({"update_id": 1}, 0),
        ({"update_id": 1, "message": "text"}, 0),
        ({"update_id": 1, "message": {"from": {"id": "7"}}}, 0),
        ({"update_id": 1, "message": {"from": {"id": True}}}, 0),
        ({"update_id": 1, "message": {"from": {"id": 2**80}}}, 0),
        ({"update_id": 1, "callback_query": {"from": {"id": 7}}}, 7),
    ],
)
def test_whom_an_update_is_from_is_a_whole_number_or_nobody(update: dict[str, object], chat: int) -> None:
    assert chat_of(update) == chat
