"""The door: strangers cost nothing, learn nothing, and delay nobody."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot import door
from bot.sandbox.entities import Json
from bot.sandbox.people import Person
from storage import people
from tests.bot.core import CONVERSATION, Core, texts

NEUTRAL = "To jest prywatny bot. Jeśli masz zaproszenie, otwórz link, który w nim jest."
NO_GOOD = "To zaproszenie nie działa. Poproś organizatora o nowe."


pytestmark = pytest.mark.usefixtures("owner")


@pytest.fixture
def zofia(running: Core) -> Person:
    return running.meets(99, "Zofia")


def _wrote(account: int, text: str) -> Json:
    person = {"id": account, "is_bot": False, "first_name": "Obcy"}
    return {
        "message_id": 5,
        "date": 0,
        "chat": {"id": account, "type": "private"},
        "from": person,
        "text": text,
    }


async def _drained(running: Core) -> None:
    await running.until(lambda: len(running.telegram.world.queue) == 0)


async def test_two_thousand_strangers_leave_no_row_and_delay_no_juror(
    running: Core, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door, "_REMEMBERED", 10)
    ola = await running.knows("J-11", 7, "juror")
    rows = await running.rows("code", "people")
    words = ("hej", f"/start {'x' * 24}", "/ranking", "/start")
    for number in range(2000):
        running.telegram.world.push("message", _wrote(10_000 + number, words[number % 4]))
        if number == 1000:
            await ola.write("/pomoc")
    running.start(*CONVERSATION)
    await ola.expect("/zadania")
    await _drained(running)
    assert len(await running.rows("state", "inbox")) == 1
    assert len(await running.rows("state", "outbox")) == 1
    assert await running.rows("code", "people") == rows
    assert (len(running.door._told) <= 10, running.door._answers.qsize() <= 20) == (True, True)
    assert len([call for call in running.telegram.called("sendMessage") if call.status != 200]) < 20


async def test_a_stranger_reads_one_neutral_sentence_an_hour(running: Core, zofia: Person) -> None:
    running.start(*CONVERSATION)
    for _ in range(3):
        await zofia.write("dzień dobry")
    message = await zofia.write("/ranking")
    await zofia.edit(message, "/kopia")
    await zofia.send_photo(b"x")
    await zofia.expect(NEUTRAL)
    await _drained(running)
    running.clock.ahead += timedelta(minutes=61)
    await zofia.write("hej")
    await zofia.expect(NEUTRAL)
    assert texts(zofia) == [NEUTRAL] * 2
    assert running.telegram.called("getFile") == []
    assert await running.rows("state", "inbox") == []


async def test_whatever_is_wrong_with_an_invitation_the_answer_is_the_same_and_five_an_hour(
    running: Core, zofia: Person
) -> None:
    used, revoked = await running.invites(), await running.invites()
    running.start(*CONVERSATION)
    ola = running.meets(7)
    await ola.write(f"/start {used}")
    await ola.expect("Czy zgadzasz się")
    await running.house.db.transact(
        lambda tx: tx.run("UPDATE invitations SET revoked_at = issued_at WHERE used_at IS NULL")
    )
    for code in (used, revoked, "x" * 24, "y" * 64, "z" * 16, "v" * 24, "w" * 24):
        await zofia.write(f"/start {code}")
    await running.until(lambda: len(texts(zofia)) == 5)
    await _drained(running)
    assert texts(zofia) == [NO_GOOD] * 5
    assert await people.recognise(running.house.db.reading, 99) is None
    assert running.door._answers.empty()


async def test_who_has_a_good_invitation_is_let_in_with_all_that_comes_behind_it(
    running: Core, zofia: Person
) -> None:
    await zofia.write(f"/start {await running.invites()}")
    await zofia.write("mazowieckie")
    await zofia.forward(f"/start {await running.invites()}", author="ktoś")
    running.start(*CONVERSATION)
    await running.until(lambda: len(texts(zofia)) >= 3)
    await running.quiet()
    assert NEUTRAL not in texts(zofia)
    assert len(await running.rows("state", "inbox")) == 3


async def test_a_forwarded_invitation_and_one_in_a_group_open_nothing(running: Core, zofia: Person) -> None:
    running.start(*CONVERSATION)
    code = await running.invites()
    await zofia.forward(f"/start {code}", author="ktoś")
    await zofia.expect(NEUTRAL)
    group = running.telegram.group(-100)
    group.add_bot(zofia)
    group.hear(zofia.user, f"/start {code}")
    await running.until(lambda: not group.has_bot())
    await running.quiet()
    assert await people.recognise(running.house.db.reading, 99) is None


async def test_a_stranger_who_plays_with_groups_and_blocks_costs_a_bounded_number_of_rows(
    running: Core, zofia: Person
) -> None:
    for number in range(100):
        running.telegram.group(-1000 - number).add_bot(zofia)
        zofia.block()
        zofia.unblock()
    running.start(*CONVERSATION)
    await _drained(running)
    await running.quiet()
    assert len(await running.rows("state", "inbox")) == door._CROWDS
    assert texts(zofia) == []


async def test_with_a_full_disk_strangers_are_turned_away_as_ever(running: Core, zofia: Person) -> None:
    await running.full()
    running.start(*CONVERSATION)
    await zofia.write("hej")
    await zofia.expect(NEUTRAL)
    await _drained(running)
