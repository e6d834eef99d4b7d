"""An offer that does not suit goes back without a word of reproach, and a conflict is never offered again."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.demo.organisers import button
from tests.stories import theatre
from tests.stories.theatre import Actor, Golden, World

pytestmark = [pytest.mark.story, pytest.mark.asyncio(loop_scope="session")]


async def _open(juror: Actor) -> None:
    """From the list of assignments to the details of the only one."""
    await juror.tap("", sees=lambda seen: bool(button(seen, "Przyjmuję")))


def _state(juror: Actor, made: World) -> tuple[object, ...]:
    found = made.ask(
        "SELECT state, reason FROM assignments JOIN people ON people.code = juror "
        f"WHERE telegram_id = seal('account', {juror.person.id})"
    )
    return found[0]


async def test_a_known_institution_is_never_offered_again(empty: World, golden: Golden) -> None:
    await theatre.open_edition(empty, 1)
    (ola,) = await theatre.enrol(empty, [(["Rozmowy telefoniczne", "Strony internetowe"], 3)])
    await theatre.approve_plan(empty)
    await ola.sees("Nowe zadanie")
    await ola.sees("Nowe zadanie")
    await ola.tap("Pokaż szczegóły", sees=lambda seen: bool(button(seen, "Przyjmuję")))
    since = len(ola.person.transcript().splitlines())
    await ola.tap("Nie mogę", sees="co stoi na przeszkodzie")
    await ola.tap("Znam tę instytucję", sees="wróciło do organizatora")
    golden("konflikt", theatre.told(ola, since=since))
    await empty.later(timedelta(minutes=3))
    seen = await empty.owner.sees("Do puli wróciły 2 zadania")
    assert "Znam tę instytucję" in seen.text
    seen = await empty.owner.write("/przydzial", sees="Bez jurora zostaje")
    assert "Propozycja przydziału: 0 zadań" in seen.text
    assert empty.ask("SELECT source FROM conflicts") == [("offer",)]


async def test_an_offer_can_be_declined_in_ones_own_words(
    juror: Actor, shared: World, golden: Golden
) -> None:
    await _open(juror)
    since = len(juror.person.transcript().splitlines())
    await juror.tap("Nie mogę", sees="co stoi na przeszkodzie")
    await juror.tap("Inny powód", sees="Napisz w kilku słowach")
    await juror.write("Wyjeżdżam & wracam <późno>", sees="wróciło do organizatora")
    golden("odmowa_wlasnymi_slowami", theatre.told(juror, since=since))
    assert _state(juror, shared) == ("declined", "Wyjeżdżam & wracam <późno>")


async def test_second_thoughts_keep_the_offer(juror: Actor, shared: World) -> None:
    await _open(juror)
    await juror.tap("Nie mogę", sees="co stoi na przeszkodzie")
    await juror.tap("Jednak zostawiam", sees=lambda seen: bool(button(seen, "Przyjmuję")))
    assert _state(juror, shared)[0] == "offered"


async def test_an_accepted_assignment_is_handed_back_in_the_middle_of_the_interview(
    caller: Actor, shared: World, golden: Golden
) -> None:
    await theatre.go_on(caller, until="ciągu 2 minut")
    since = len(caller.person.transcript().splitlines())
    await caller.write("/nie_moge", sees="Które zadanie")
    await caller.tap("", sees="co stoi na przeszkodzie")
    await caller.tap("Brak czasu", sees="wróciło do organizatora")
    await caller.write("tak", sees=lambda seen: not seen.buttons)
    await caller.write("/zadania", sees="Nie masz teraz żadnych zadań")
    golden("oddane", theatre.told(caller, since=since))
    assert _state(caller, shared) == ("handed_back", "time")


async def test_accepting_twice_is_accepting_once(juror: Actor, shared: World) -> None:
    await _open(juror)
    seen = juror.person.last
    first, second = juror.person.tap("Przyjmuję", seen), juror.person.tap("Przyjmuję", seen)
    assert await first == "Przyjęte"
    assert "jest już przyjęte" in await second
    assert _state(juror, shared)[0] == "accepted"


async def test_somebody_elses_offer_cannot_be_taken(juror: Actor, shared: World) -> None:
    ((number,),) = shared.ask(
        "SELECT min(assignments.id) FROM assignments JOIN people ON people.code = juror "
        f"WHERE telegram_id != seal('account', {juror.person.id}) AND state = 'offered'"
    )
    for data in (f"a:{number}", f"ay:{number}", f"an:{number}", f"ar:{number}:time", f"as:{number}"):
        said = await juror.person.press_stale("Przyjmuję", juror.person.last, data)
        assert said == "Ten przycisk już nie działa. Bieżące pytanie: /dalej"
    assert shared.ask(f"SELECT state FROM assignments WHERE id = {number}") == [("offered",)]
