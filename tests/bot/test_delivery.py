"""Delivery: what was promised arrives, in order for each person; whoever is not concerned by a trouble does not notice it."""

from __future__ import annotations

import asyncio
import time
from datetime import timedelta
from itertools import pairwise

import pytest

from bot import delivery
from bot.delivery import MOST_ATTEMPTS
from bot.messages import Button, Edit, Erase, Send, SendDocument, SendEvidence, SendText
from bot.pace import Pace
from bot.sandbox.people import Person
from storage import documents, outbox, people
from storage.database import Writing
from tests.bot.core import Core, texts


@pytest.fixture
async def jan(running: Core) -> Person:
    return await running.knows("J-12", 8, "juror", name="Jan")


async def _states(running: Core) -> list[tuple[object, ...]]:
    return await running.rows("state attempts problem", "outbox")


async def _in_hand(running: Core, wanted: str) -> None:
    """The newest row has come to this state."""

    async def reached() -> bool:
        return (await _states(running))[-1][0] == wanted

    await running.until(reached)


async def test_waiting_because_telegram_asks_for_it_is_no_attempt(running: Core, ola: Person) -> None:
    [row] = await running.promises("J-11", "ważne")
    await running.house.db.transact(
        lambda tx: tx.run("UPDATE outbox SET attempts = :n WHERE id = :id", n=MOST_ATTEMPTS - 1, id=row)
    )
    running.telegram.faults.add("sendMessage", 429, times=3, seconds=1)
    running.start("delivery")
    for count in (1, 2, 3):
        await running.until(lambda n=count: len(running.telegram.called("sendMessage")) == n)  # type: ignore[misc]
        running.clock.ahead += timedelta(seconds=2)
    await running.quiet()
    assert (texts(ola), await _states(running)) == (["ważne"], [("sent", MOST_ATTEMPTS - 1, "")])


@pytest.mark.parametrize("kind", ["500", "502", "reset"])
async def test_what_failed_on_the_way_arrives_once_and_in_order(
    running: Core, ola: Person, kind: str
) -> None:
    running.telegram.faults.add("sendMessage", kind, times=3)
    await running.promises("J-11", "raz", "dwa", "trzy")
    running.start("delivery")
    for _ in range(4):
        await asyncio.sleep(0.05)
        running.clock.ahead += timedelta(minutes=1)
        running.delivery.wake()
    await running.quiet()
    assert texts(ola) == ["raz", "dwa", "trzy"]


@pytest.mark.parametrize("kind", ["reset-after", "truncated"])
async def test_a_message_whose_answer_was_lost_comes_twice_at_most_and_soon(
    running: Core, ola: Person, kind: str
) -> None:
    running.telegram.faults.add("sendMessage", kind)
    await running.promises("J-11", "raz", "dwa")
    running.start("delivery")
    await running.until(
        lambda: texts(ola) == ["raz", "raz", "dwa"], seconds=4
    )  # not the minute of an unknown fault
    await running.quiet()
    assert [row[0] for row in await _states(running)] == ["sent", "sent"]


async def test_after_an_outage_everything_arrives_in_order(running: Core, ola: Person, jan: Person) -> None:
    running.telegram.faults.add("*", "reset", times=None)
    running.start("delivery")
    for number in range(6):
        await running.promises("J-11", f"o{number}")
        await running.promises("J-12", f"j{number}")
        running.clock.ahead += timedelta(minutes=2)
        await asyncio.sleep(0.05)
    running.telegram.faults.clear()
    running.clock.ahead += timedelta(minutes=2)
    await running.quiet()
    assert [texts(ola), texts(jan)] == [[f"o{n}" for n in range(6)], [f"j{n}" for n in range(6)]]


async def test_whoever_blocked_the_bot_is_told_of_once_by_code_and_gets_everything_on_return(
    running: Core, ola: Person
) -> None:
    owner = running.meets(1, "Biuro")
    ola._chat.blocked = True  # and the update that says so was lost
    running.start("delivery")
    await running.promises("J-11", "raz", "dwa")
    await running.until(lambda: bool(texts(owner)))
    await running.promises("J-11", "trzy")
    await _in_hand(running, "parked")
    assert texts(owner) == ["J-11 zablokował bota i nie odbiera wiadomości."]
    person = await people.find(running.house.db.reading, "J-11")
    assert person is not None
    assert (person.reachable, texts(ola)) == (False, [])

    running.start("intake", "reception")
    ola.unblock()
    await running.until(lambda: texts(ola) == ["raz", "dwa", "trzy"])
    await running.quiet()
    assert len(texts(owner)) == 1


async def test_what_is_only_passing_does_not_wait_for_the_return_of_somebody(
    running: Core, ola: Person
) -> None:
    """Who is who, an invitation, somebody's own data: erased when sent, and no longer kept when it cannot be."""
    ola._chat.blocked = True
    file = SendText(name="moje-dane.json", text="Kanarkowa")
    await running.promises("J-11", "zaległe", Send(text="Kanarkowa", fleeting=True), file)
    running.start("delivery")

    async def parked() -> bool:
        return (await _states(running))[0][0] == "parked"

    await running.until(parked)
    assert [state for (state,) in await running.rows("state", "outbox")][:3] == [
        "parked",
        "dropped",
        "dropped",
    ]
    assert not any("Kanarkowa" in str(body) for (body,) in await running.rows("body", "outbox"))

    jan = await running.knows("J-12", 8, "juror", name="Jan")
    await running.promises("J-12", Send(text="Kanarkowa" * 600, fleeting=True), "dalej")
    await running.until(lambda: texts(jan) == ["dalej"])
    await running.quiet()
    assert not any("Kanarkowa" in str(body) for (body,) in await running.rows("body", "outbox"))


async def test_a_block_that_telegram_reports_is_told_once_too(running: Core, ola: Person) -> None:
    owner = running.meets(1, "Biuro")
    running.start("intake", "reception", "delivery")
    ola.block()
    await running.until(lambda: bool(texts(owner)))
    await running.promises("J-11", "raz")
    await _in_hand(running, "parked")
    await asyncio.sleep(0.1)
    assert texts(owner) == ["J-11 zablokował bota i nie odbiera wiadomości."]


async def test_whoever_writes_again_gets_what_was_parked_also_without_the_news_of_the_return(
    running: Core, ola: Person
) -> None:
    running.meets(1, "Biuro")
    ola._chat.blocked = True
    running.start("intake", "reception", "delivery")
    await running.promises("J-11", "zaległe")
    await _in_hand(running, "sent")  # the word to the owner
    ola._chat.blocked = False
    await ola.write("/pomoc")
    await running.until(lambda: len(texts(ola)) == 2)
    assert texts(ola)[0] == "zaległe"


async def test_a_stranger_who_blocks_the_bot_is_nobodys_business(running: Core) -> None:
    owner = running.meets(1, "Biuro")
    stranger = running.meets(99, "Obcy")
    running.start("intake", "reception", "delivery")
    stranger.block()
    await running.promises(await people.stranger(running.house.db.reading, 99), "raz")
    await _in_hand(running, "parked")
    await asyncio.sleep(0.1)
    assert texts(owner) == []


async def test_on_return_the_open_question_comes_again(running: Core) -> None:
    running.meets(1, "Biuro")
    ola = running.meets(7)
    running.start("intake", "reception", "delivery")
    await ola.write(f"/start {await running.invites()}")
    question = await ola.expect(lambda seen: bool(seen.buttons))
    await running.quiet()
    ola.block()
    ola.unblock()
    await running.until(lambda: texts(ola)[-1] == question.text and texts(ola).count(question.text) == 2)


async def test_what_says_already_what_it_should_counts_as_done_and_stays_in_place(
    running: Core, ola: Person
) -> None:
    row = (Button(label="Tak", data="a:1"),)
    [asked] = await running.promises("J-11", Send(text="Pytanie", rows=(row,)))
    running.start("delivery")
    await running.until(lambda: texts(ola) == ["Pytanie"])
    await running.quiet()
    [same] = await running.promises("J-11", Edit(of=asked, text="Pytanie", rows=(row,)))
    await running.quiet()
    assert (await _states(running))[-1] == ("sent", 0, "")
    await running.promises("J-11", Edit(of=same, text="Pytanie ✔"))
    await running.quiet()
    assert texts(ola) == ["Pytanie ✔"]


async def test_an_edit_of_a_deleted_message_comes_as_a_new_one(running: Core, ola: Person) -> None:
    [asked] = await running.promises("J-11", "Pytanie")
    running.start("delivery")
    await running.quiet()
    running.telegram.world.chats[7].messages[ola.last.id].deleted = True
    await running.promises("J-11", Edit(of=asked, text="Pytanie ✔"), "dalej")
    await running.quiet()
    assert texts(ola) == ["Pytanie ✔", "dalej"]


@pytest.mark.parametrize("edited", [False, True])
async def test_tags_that_telegram_cannot_read_leave_as_plain_text(
    running: Core, ola: Person, edited: bool
) -> None:
    running.start("delivery")
    wrong = "<b>Czy <wójt> był &amp; jest</b>?"
    if edited:
        [asked] = await running.promises("J-11", "Pytanie")
        await running.quiet()
        await running.promises("J-11", Edit(of=asked, text=wrong), "dalej")
    else:
        await running.promises("J-11", wrong, "dalej")
    await running.quiet()
    assert texts(ola) == ["Czy  był & jest?", "dalej"]


async def test_an_erasure_that_comes_too_late_is_no_loss_and_no_delay(running: Core, ola: Person) -> None:
    await running.promises("J-11", Erase(of=(4711,)), "dalej")
    running.start("delivery")
    await running.quiet()
    assert (texts(ola), [row[0] for row in await _states(running)]) == (["dalej"], ["sent"] * 2)


async def test_no_message_of_ours_can_hold_up_the_ones_after_it(running: Core, ola: Person) -> None:
    """Too long, erased, unreadable, a file that is gone: given up with the reason, and what follows arrives."""
    [first, *_] = await running.promises(
        "J-11",
        "to be maimed",
        "x" * 5000,
        " ",
        SendDocument(name="nie-ma.pdf"),
        SendEvidence(session=1, key="nie-ma"),
        Send(text="klawisz", rows=((Button(label="Tak", data="y" * 65),),)),
    )
    await running.promises("J-99", "do nikogo")
    await running.promises("J-11", "ostatnie")

    async def maim(tx: Writing) -> None:
        await tx.run("UPDATE outbox SET body = '{}' WHERE id = :id", id=first)

    await running.house.db.transact(maim)
    running.start("delivery")
    await running.until(lambda: texts(ola) == ["ostatnie"])
    await running.quiet()
    dead = await outbox.dead(running.house.db.reading)
    assert (len(dead), all(row.problem for row in dead)) == (7, True)


async def test_a_file_too_large_for_telegram_is_given_up_at_once(
    running: Core, ola: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivery, "_LARGEST", 1000)
    large = b"x" * 1001
    await running.house.db.transact(
        lambda tx: documents.keep(tx, "wielki.pdf", "export", None, None, large, running.clock.now())
    )
    await running.promises("J-11", SendDocument(name="wielki.pdf"), "dalej")
    running.start("delivery")
    await running.until(lambda: texts(ola) == ["dalej"])
    await running.quiet()
    assert await _states(running) == [("dead", 1, "document is too large"), ("sent", 0, "")]


async def test_what_was_sent_but_could_not_be_marked_comes_again_rather_than_never(
    running: Core, ola: Person
) -> None:
    await running.promises("J-11", "raz")
    await running.breaks("UPDATE ON outbox")
    running.start("delivery")
    await running.until(lambda: texts(ola) == ["raz"])
    await running.mends()
    await running.quiet()
    assert texts(ola) == ["raz", "raz"]


async def test_the_pace_is_kept_over_all_chats_together() -> None:
    pace, moments = Pace(20), list[float]()

    async def sender() -> None:
        for _ in range(15):
            await pace.wait()
            moments.append(time.monotonic())

    await asyncio.gather(*(sender() for _ in range(3)))
    windows = [later - first for first, later in zip(moments, moments[20:], strict=False)]
    assert (len(moments), min(windows) >= 0.8) == (45, True)  # a second, less what a busy machine is late
    assert all(earlier <= later for earlier, later in pairwise(moments))


async def test_a_stop_waits_for_what_is_on_its_way_but_not_for_what_hangs(running: Core, ola: Person) -> None:
    running.telegram.faults.add("sendMessage", "hang", seconds=60)
    await running.promises("J-11", "raz")
    running.start("delivery")
    await running.until(lambda: bool(running.telegram.calls))
    began = time.monotonic()
    await running.stop()
    assert time.monotonic() - began < 30  # the hanging call lasts 60
    running.telegram.faults.clear()
    running.start("delivery")
    await running.until(lambda: texts(ola) == ["raz"])


async def test_a_stop_in_the_middle_of_many_messages_loses_and_repeats_none(
    running: Core, ola: Person
) -> None:
    words = [f"nr {number}" for number in range(60)]
    await running.promises("J-11", *words)
    running.start("delivery")
    await running.until(lambda: len(texts(ola)) >= 10)
    await running.stop()
    assert len(texts(ola)) < 60
    running.start("delivery")
    await running.quiet()
    assert texts(ola) == words
