"""The panel from end to end: every screen that opens in its place, the pictures, a reminder by hand; by role."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
from PIL import Image

from tests.stories import theatre
from tests.stories.theatre import Actor, Golden, World

pytestmark = [pytest.mark.story, pytest.mark.asyncio(loop_scope="session")]

NUMBERS = ("Bez jurora", "Oferty", "W toku", "Czekają", "Do kontroli", "W wyniku")


async def _home(actor: Actor) -> int:
    """A fresh panel; where the conversation goes on from."""
    since = len(actor.person.transcript().splitlines())
    await actor.write("/panel", sees="Lider Zaufania")
    return since


async def test_every_screen_of_the_panel(empty: World, golden: Golden) -> None:
    owner = empty.owner
    await owner.write("/start", sees="/panel")
    since = await _home(owner)
    golden("panel_pusty", theatre.told(owner, since=since))

    await theatre.open_edition(empty, 3)
    [juror] = await theatre.enrol(empty, [(["Rozmowy telefoniczne"], 3)])
    await theatre.approve_plan(empty)
    await empty.stage.quiet()
    await theatre.carry_out(juror)
    await theatre.begin(juror, await theatre.accept(juror))
    await juror.write("/pytanie Czy mogę zadzwonić w sobotę?", sees="Pytanie wysłane")
    await empty.stage.quiet()

    since = await _home(owner)
    for label in NUMBERS:
        await owner.tap(label, sees=lambda seen: "Teraz czeka" not in seen.text)
        await owner.tap("Panel", sees="Lider Zaufania")
    golden("panel_liczby", theatre.told(owner, since=since))

    since = await _home(owner)
    for menu in ("Ludzie", "Zbieranie ocen", "Wyniki", "Zaplecze"):
        await owner.tap(menu, sees="–")
        await owner.tap("Panel", sees="Lider Zaufania")
    golden("panel_menu", theatre.told(owner, since=since))

    since = await _home(owner)
    await owner.tap("Pytania jurorów", sees="1 pytanie bez odpowiedzi")
    await owner.tap("Panel", sees="Lider Zaufania")
    await owner.tap("Alarmy", sees="1 alarm")
    await owner.tap("Załatwione", sees="Nie ma żadnych alarmów")
    await owner.tap("Panel", sees="Lider Zaufania")
    golden("panel_alarmy_i_pytania", theatre.told(owner, since=since))

    since = await _home(empty.checker)
    await empty.checker.tap("Do kontroli", sees="wysłane:")
    golden("panel_sprawdzajacego", theatre.told(empty.checker, since=since))


async def test_progress_as_text_and_as_pictures(waiting: World, golden: Golden) -> None:
    owner = waiting.owner
    since = len(owner.person.transcript().splitlines())
    await owner.write("/postep", sees="Postęp")
    await owner.sees(lambda seen: seen.kind == "photo")
    screen = next(seen for seen in reversed(owner.person.chat) if "Postęp" in seen.text)
    views = {"Województwa": "województwo", "W czasie": "tydzień", "Kanały": "kanał"}
    for label, sees in views.items():
        screen = await owner.tap(label, sees=sees, on=screen)
    golden("postep", theatre.told(owner, since=since))

    await owner.tap("Na ciemnym tle", sees=lambda seen: seen.kind == "photo")
    await waiting.stage.quiet()
    pictures = [Image.open(io.BytesIO(data)) for data in owner.person.photos]
    assert [picture.getpixel((2, 2)) for picture in pictures] == [(255, 255, 255), (23, 30, 44)]
    assert waiting.ask("SELECT count(*) FROM documents WHERE kind = 'picture'") == [(0,)]


async def test_a_reminder_by_hand_reaches_the_juror_once(alone: World, golden: Golden) -> None:
    await alone.later(timedelta(hours=12))
    owner = alone.owner
    since = len(owner.person.transcript().splitlines())
    await owner.write("/przypomnij", sees="Przypomnienia")
    await owner.tap("☑ Oferty", sees="nie trafi do nikogo")
    await owner.tap("☐ Oferty", sees="Przypomnienie dostanie")
    await owner.tap("Wyślij", sees="Wysłałem przypomnienie")
    await alone.stage.quiet()
    golden("przypomnij", theatre.told(owner, since=since))
    for juror in alone.jurors:
        told = [seen.text for seen in juror.person.chat if "Organizator przypomina" in seen.text]
        assert told == ["Organizator przypomina:\n• 1 propozycja czeka na Twoją odpowiedź"]
    await alone.jurors[0].tap("Zobacz zadania", sees="Masz 1 zadanie")
