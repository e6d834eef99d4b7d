"""Telegram refuses everybody, hangs, or is away for long: nothing is lost, nobody loses a date, and nobody is hurried."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot import gap
from bot.sandbox.people import Person
from bot.schedule import Schedule
from contest.assignment import State
from storage import due, edition, facts, outbox
from storage.assignments import Assignment
from storage.assignments import find as find_task
from storage.database import Writing
from tests.bot.core import CONVERSATION, Core, texts
from tests.bot.office import CHECKER, OWNER, Heard, Office, to
from tests.bot.test_schedule import DUE, JUROR, _rows, at, task

__all__ = ["task"]

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


@pytest.fixture
async def ola(running: Core, owner: Person) -> Person:
    return await running.consents()


async def _answers(running: Core) -> list[object]:
    return [question for (question,) in await running.rows("question", "answers")]


async def test_refused_in_two_chats_the_bot_speaks_to_nobody_until_the_wait_is_over(running: Core) -> None:
    crowd = [await running.knows(f"J-{20 + n}", 100 + n, "juror", name=f"J{n}") for n in range(6)]
    running.telegram.faults.add("*", 429, times=None, seconds=1)
    for number in range(20, 26):
        await running.promises(f"J-{number}", "raz", "dwa", "trzy")
    running.start("delivery")
    await running.until(lambda: running.delivery.pace.held)
    await asyncio.sleep(0.1)  # what was on its way
    asked = len(running.telegram.called("sendMessage"))
    assert asked <= len(crowd)
    await asyncio.sleep(0.5)
    assert len(running.telegram.called("sendMessage")) == asked
    running.telegram.faults.clear()
    running.clock.ahead += timedelta(seconds=2)
    await running.quiet()
    assert [texts(person) for person in crowd] == [["raz", "dwa", "trzy"]] * len(crowd)
    assert set(await running.rows("state", "outbox")) == {("sent",)}
    running.telegram.faults.add("sendMessage", 429, chat=100, seconds=9)
    await running.promises("J-20", "cztery")
    await running.promises("J-21", "cztery")
    await running.until(lambda: texts(crowd[1])[-1] == "cztery")
    assert (running.delivery.pace.held, len(texts(crowd[0]))) == (False, 3)  # one chat alone waits alone


async def test_answers_are_kept_and_confirmed_while_no_message_gets_through(
    running: Core, ola: Person
) -> None:
    for method in ("sendMessage", "editMessageText", "answerCallbackQuery"):
        running.telegram.faults.add(method, "hang", times=None, seconds=2)
    said = len(texts(ola))
    await ola.write("mazowieckie", reply_to=ola.last)
    await running.until(lambda: len(running.telegram.world.queue) == 0, seconds=1.5)

    async def kept() -> bool:
        return await _answers(running) == ["zgoda", "regiony"]

    await running.until(kept, seconds=1.5)
    assert len(texts(ola)) == said
    running.telegram.faults.clear()
    await ola.expect("zadania chcesz dostawać", 12)
    await running.quiet()
    assert len(texts(ola)) == said + 1


async def test_a_press_that_telegram_held_for_140_seconds_counts_though_its_spinner_is_gone(
    running: Core, ola: Person
) -> None:
    await running.stop()
    press = ola.tap("☐ mazowieckie", ola.last)
    running.clock.ahead += timedelta(seconds=110)
    running.start(*CONVERSATION)
    await ola.expect(lambda seen: "☑ mazowieckie" in str(seen.buttons))
    await running.quiet()
    assert press.answer is None
    assert "dead" not in {state for (state,) in await running.rows("state", "outbox")}


async def test_presses_that_were_lost_in_a_long_outage_are_asked_for_again(
    running: Core, ola: Person
) -> None:
    await running.stop()
    before = await _answers(running)
    lost = ola.tap("☐ mazowieckie", ola.last)
    running.clock.ahead += timedelta(seconds=151)
    running.start(*CONVERSATION)
    again = await ola.expect("Nie działałem od")
    await running.quiet()
    assert (lost.answer, await _answers(running)) == (None, before)
    assert "Ostatnia zapisana odpowiedź" in again.text
    assert "województwach" in again.text
    assert [text for text in texts(ola) if "Nie działałem od" in text] == [again.text]
    await ola.write("mazowieckie", reply_to=again)
    await ola.expect("zadania chcesz dostawać")
    assert await _answers(running) == [*before, "regiony"]


async def test_a_network_that_was_away_is_noticed_without_a_restart(running: Core, ola: Person) -> None:
    running.gap._heard = asyncio.get_running_loop().time() - 300  # nothing was heard for five minutes
    assert not running.gap.serving
    await ola.write("/pomoc")
    await ola.expect("Nie działałem od")
    assert running.gap.serving


async def _gap(office: Office, since: str, until: str) -> list[Heard]:
    """The bot is away between two moments; what people hear when it is back."""
    office.clock.at = at(since)
    await office.house.db.transact(lambda tx: facts.put(tx, "heartbeat", office.clock.at.isoformat()))
    office.clock.at = at(until)
    await gap.Gap(office.house).served()
    await Schedule(office.house).tick()
    return await office._new()


async def test_a_date_that_fell_into_a_gap_comes_as_late_after_it_as_it_was_after_its_beginning(
    office: Office, task: Assignment
) -> None:
    assert DUE == "23.10 11:00"
    heard = await _gap(office, "23.10 9:30", "23.10 15:00")
    [told] = [text for text in to(heard, JUROR) if "przesunąłem" in text]
    assert told.splitlines()[1:] == [f"• {task.label} – do pt. 23 października, 16:30"]
    [owner] = [text for text in to(heard, OWNER) if text.startswith("Nie działałem")]
    assert owner == (
        "Nie działałem od 23.10 09:30 do 23.10 15:00. W tym czasie minąłby 1 termin (zadania, odpowiedzi albo końca "
        "zbierania). Przesunąłem go o tyle, ile jeszcze zostało, najwyżej o dobę."
    )
    assert to(heard, CHECKER) == []
    found = await find_task(office.house.db.reading, task.id)
    assert found is not None
    assert (found.state, found.due_at) == (State.ACCEPTED, at("23.10 16:30"))

    office.clock.at = at("23.10 16:30")
    await Schedule(office.house).tick()
    found = await find_task(office.house.db.reading, task.id)
    assert found is not None
    assert found.state is State.OVERDUE


async def test_after_days_of_outage_everybody_has_a_day_and_what_was_late_before_stays_late(
    office: Office, task: Assignment
) -> None:
    heard = await _gap(office, "19.11 8:00", "23.11 8:00")  # collecting ends on 20 November
    assert (await _rows(office, task))[f"overdue:{task.id}"] == "done"  # it had passed in October
    assert await edition.phase(office.house.db.reading) == "collecting"
    [row] = await due.of(office.house.db.reading, "close", "")
    assert row.at == at("24.11 8:00")
    assert "Wiadomości starsze niż doba przepadły" in " ".join(to(heard, OWNER))
    office.clock.at = row.at
    await Schedule(office.house).tick()
    assert await edition.phase(office.house.db.reading) == "checking"


async def test_while_nobody_can_reach_us_nothing_is_taken_from_anybody(
    office: Office, task: Assignment
) -> None:
    office.clock.at = at("23.10 11:05")
    deaf = Schedule(office.house, serving=lambda: False)
    await deaf.tick()
    assert (await _rows(office, task))[f"overdue:{task.id}"] == "new"
    assert (await _rows(office, task))[f"nudge:{task.id}:3h"] == "done"
    await Schedule(office.house).tick()
    assert (await _rows(office, task))[f"overdue:{task.id}"] == "done"


async def test_a_gap_of_moments_moves_nothing_and_is_told_to_nobody(office: Office, task: Assignment) -> None:
    before = await outbox.counts(office.house.db.reading)
    office.clock.at = at("23.10 10:59")
    await office.house.db.transact(lambda tx: facts.put(tx, "heartbeat", office.clock.at.isoformat()))
    office.clock.at += MINUTE
    await gap.Gap(office.house).served()
    assert await outbox.counts(office.house.db.reading) == before
    rows = await office.house.db.reading.all(str, "SELECT at FROM due WHERE kind = 'overdue'")
    assert len(rows) == 1
    await Schedule(office.house).tick()
    assert (await _rows(office, task))[f"overdue:{task.id}"] == "done"


async def test_a_hanging_download_of_many_holds_up_no_answer(running: Core, ola: Person) -> None:
    """More files on their way than there are places to answer at."""
    senders = [await running.knows(f"J-{200 + n}", 100 + n, "juror", name=f"J{n}") for n in range(20)]
    running.telegram.faults.add("getFile", "hang", times=None, seconds=30)
    for person in senders:
        await person.send_photo(b"x")
    await running.until(lambda: len(running.telegram.called("getFile")) >= 8)
    await ola.write("mazowieckie", reply_to=ola.last)
    await ola.expect("zadania chcesz dostawać")

    async def forget(tx: Writing) -> None:
        await tx.run("UPDATE inbox SET state = 'done', body = NULL, chat = NULL")

    await running.house.db.transact(forget)
