"""Tables and plans: first shown, then done once; a table with a fault brings in nobody."""

from __future__ import annotations

import io
import zipfile

import pytest

from bot.demo.organisers import button
from tests.stories import theatre
from tests.stories.theatre import Actor, Golden, World

pytestmark = [pytest.mark.story, pytest.mark.asyncio(loop_scope="session")]

OFFICE = "nazwa;rodzaj;województwo;miejscowość;ludność;telefon\r\n"


def _lines(actor: Actor) -> int:
    return len(actor.person.transcript().splitlines())


async def _sends(actor: Actor, data: bytes, name: str, *, sees: str) -> None:
    actor.person.unread()
    await actor.person.send_document(data, name, mime="text/csv")
    await actor.sees(sees)


def _entrants(made: World) -> int:
    return int(str(made.ask("SELECT count(*) FROM entrants")[0][0]))


async def test_a_table_from_an_office_program_comes_in_once(empty: World, golden: Golden) -> None:
    owner = empty.owner
    await owner.write("/start", sees="/panel")
    since = _lines(owner)
    rows = "Gmina Żółkiewka;gmina wiejska;lubelskie;Żółkiewka;5 123;84 683 10 01\r\nMiasto Łęczna;miasto;lubelskie;Łęczna;18 900;\r\n"
    data = (OFFICE + rows).encode("cp1250")
    await _sends(owner, data, "zgłoszenia.csv", sees="Nowi: 2")
    shown = owner.person.last
    nonce = empty.ask("SELECT nonce FROM proposals ORDER BY rowid DESC LIMIT 1")[0][0]
    await owner.tap("Importuj", sees="Razem na liście")
    said = await owner.person.press_stale("Importuj 2", shown, f"ok:{nonce}")
    assert said.startswith("Ta propozycja jest już nieaktualna")
    await _sends(owner, data, "zgłoszenia.csv", sees="nie ma czego wczytywać")
    golden("import", theatre.told(owner, since=since))
    assert _entrants(empty) == 2


async def test_a_table_with_faults_names_every_row_and_brings_in_nobody(
    shared: World, golden: Golden
) -> None:
    owner, since, before = shared.owner, _lines(shared.owner), _entrants(shared)
    rows = (
        "Gmina Dobra;gmina wiejska;mazowieckie;Dobra;4000;\r\n"
        ";gmina wiejska;mazowieckie;Pusta;4000;\r\n"
        "Gmina Nowa;gmima wiejska;mazowieckie;Nowa;4000;\r\n"
        "Gmina Stara;gmina wiejska;mazowieckie;Stara;cztery tysiące;\r\n"
        "Gmina Dobra;gmina wiejska;mazowieckie;Dobra;4000;\r\n"
        "Gmina Ostatnia;gmina wiejska;mazowieckie;Ostatnia;4000;\r\n"
    )
    await _sends(owner, (OFFICE + rows).encode("cp1250"), "z błędami.csv", sees="Nic nie zostało wczytane")
    golden("import_z_bledami", theatre.told(owner, since=since))
    assert _entrants(shared) == before


async def test_a_file_that_is_not_what_it_says_is_named(shared: World, golden: Golden) -> None:
    owner, since, before = shared.owner, _lines(shared.owner), _entrants(shared)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("../../zle.txt", "nic")
    for data, name in (
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "uczestnicy.csv"),
        (packed.getvalue(), "uczestnicy.xlsx"),
        (b"", "pusty.csv"),
        (b"imie,nazwisko\nJan,Kowalski\n", "ludzie.csv"),
    ):
        await _sends(owner, data, name, sees=name)
    golden("nie_ten_plik", theatre.told(owner, since=since))
    assert _entrants(shared) == before


async def test_a_plan_is_shown_approved_and_never_applied_twice(empty: World, golden: Golden) -> None:
    await theatre.open_edition(empty, 2)
    anna, bea = await theatre.enrol(empty, [(["Rozmowy telefoniczne"], 2)] * 2)
    await empty.stage.quiet()
    owner = empty.owner
    since = _lines(owner)
    older = await owner.write("/przydzial", sees=lambda seen: bool(button(seen, "Zatwierdź")))
    newer = await owner.write("/przydzial", sees=lambda seen: bool(button(seen, "Zatwierdź")))
    await owner.tap("Zatwierdź", sees="Wysłałem", on=newer)
    await anna.sees("Nowe zadanie")
    await bea.sees("Nowe zadanie")
    nonces = [
        nonce for (nonce,) in empty.ask("SELECT nonce FROM proposals WHERE kind = 'plan' ORDER BY rowid")
    ]
    said = await owner.person.press_stale("Zatwierdź 2", newer, f"ok:{nonces[1]}")
    assert said.startswith("Ta propozycja jest już nieaktualna")
    await owner.tap("Zatwierdź", sees="nic nie wysłałem", on=older)
    golden("przydzial", theatre.told(owner, since=since))
    assert empty.ask("SELECT count(*), count(DISTINCT entrant) FROM assignments") == [(2, 2)]


async def test_a_plan_without_jurors_says_whom_to_invite(empty: World) -> None:
    await theatre.open_edition(empty, 1)
    seen = await empty.owner.write("/przydzial", sees="jurorów")
    assert seen.text == "Nie ma jeszcze jurorów gotowych do pracy. Zaproś ich: /zapros"
