"""People whom nobody invited, groups, and updates that nobody can read: little is said, and nobody else notices."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.sandbox.people import Person
from tests.stories import theatre
from tests.stories.theatre import Actor, Golden, World

pytestmark = [pytest.mark.story, pytest.mark.asyncio(loop_scope="session")]

NEUTRAL = "To jest prywatny bot. Jeśli masz zaproszenie, otwórz link, który w nim jest."
NO_GOOD = "To zaproszenie nie działa. Poproś organizatora o nowe."


def _heard(person: Person) -> list[str]:
    return [seen.text for seen in person.chat if not seen.mine]


async def test_a_stranger_reads_one_neutral_sentence_an_hour(shared: World) -> None:
    zofia = shared.stranger()
    for text in ("/start", "dzień dobry", "/ranking", "/start krótki"):
        await zofia.write(text)
    await zofia.send_photo(theatre.photo())
    await zofia.send_sticker()
    await zofia.expect(NEUTRAL)
    await shared.stage.quiet()
    assert _heard(zofia) in ([NEUTRAL], [NEUTRAL] * 2)  # two when the hour turned meanwhile
    assert shared.ask(f"SELECT * FROM people WHERE telegram_id = seal('account', {zofia.id})") == []
    assert not shared.stage.telegram.called("getFile") or all(
        seen.kind != "photo" for seen in zofia.chat if not seen.mine
    )


async def test_unknown_used_and_revealed_codes_are_answered_alike(shared: World, golden: Golden) -> None:
    (code,) = await theatre.invite(shared)
    first, second, guessing = (shared.stranger() for _ in range(3))
    await first.write(f"/start {code}")
    await first.expect("Czy zgadzasz się")
    await second.write(f"/start {code}")
    await guessing.write(f"/start {'A' * 32}")
    await second.expect(NO_GOOD)
    await guessing.expect(NO_GOOD)
    golden("zle_zaproszenie", theatre.told(Actor(second)))
    assert theatre.told(Actor(second)) == theatre.told(Actor(guessing))


async def test_an_invitation_ends_after_a_week(alone: World) -> None:
    (code,) = await theatre.invite(alone)
    alone.stage.shift.forward(timedelta(days=7, minutes=1))
    late = alone.stranger()
    await late.write(f"/start {code}")
    assert (await late.next(theatre.WAIT)).text == NO_GOOD


async def test_a_forwarded_invitation_opens_nothing(shared: World) -> None:
    (code,) = await theatre.invite(shared)
    zofia = shared.stranger()
    await zofia.forward(f"/start {code}", author=shared.owner.person)
    await zofia.expect(NEUTRAL)
    assert shared.ask(f"SELECT * FROM people WHERE telegram_id = seal('account', {zofia.id})") == []


async def test_the_bot_leaves_a_group_without_a_word(shared: World, juror: Actor) -> None:
    group = shared.stage.telegram.group(-1001234567890, title="Jury")
    group.add_bot(juror.person)
    group.hear(shared.owner.person.user, "/ranking")
    await shared.stage.quiet()
    assert not group.has_bot()
    assert [seen for seen in group.chat if not seen.mine] == []


async def test_an_update_that_cannot_be_read_is_set_aside_and_the_rest_goes_on(
    shared: World, caller: Actor, golden: Golden
) -> None:
    await theatre.go_on(caller, until="ciągu 2 minut")
    since = len(caller.person.transcript().splitlines())
    owner_since = len(shared.owner.person.transcript().splitlines())
    me = {"id": caller.person.id, "is_bot": False, "first_name": "Ola"}
    number = shared.stage.telegram.inject_update({"message": {"message_id": "?", "from": me, "chat": "?"}})
    shared.stage.telegram.inject_update({"message": {"message_id": 7}})
    shared.stage.telegram.inject_update({"cos_nowego": {"from": me}})
    await caller.sees("Zachowałem ją i zawiadomiłem organizatora")
    await caller.tap("Tak", sees="Włącz stoper")
    await shared.stage.quiet()
    golden("nieczytelna_wiadomosc", theatre.told(caller, since=since))
    told = "\n".join(shared.owner.person.transcript().splitlines()[owner_since:])
    assert f"Wiadomości {number} nie udało się obsłużyć" in told
    assert shared.ask(f"SELECT state FROM inbox WHERE update_id = {number}") == [("dead",)]
    assert shared.ask("SELECT count(*) FROM inbox WHERE state = 'new'") == [(0,)]


async def test_the_same_update_delivered_three_times_is_one_answer(shared: World, caller: Actor) -> None:
    await theatre.go_on(caller, until="Ile razy przełączono")
    shared.stage.telegram.faults.add("getUpdates", "duplicate", times=2)
    await caller.write("3", sees="Czy uprzedzono")
    await shared.stage.quiet()
    assert sum("Czy uprzedzono" in seen.text for seen in caller.person.chat) == 1


async def test_whoever_blocks_the_bot_is_reported_by_code_and_gets_everything_on_return(
    shared: World, juror: Actor
) -> None:
    ((code,),) = shared.ask(f"SELECT code FROM people WHERE telegram_id = seal('account', {juror.person.id})")
    shared.owner.person.unread()
    juror.person.block()
    await shared.owner.sees(f"{code} zablokował bota")
    juror.person.unblock()
    await juror.write("/pomoc", sees="/zadania")
    assert shared.ask(f"SELECT reachable FROM people WHERE code = '{code}'") == [(1,)]
