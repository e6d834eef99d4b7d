"""Entrants come in by a file that is shown first and applied whole."""

from __future__ import annotations

from contest.entrants import Entrant
from storage import entrants
from tests.bot.office import CHECKER, OWNER, Office, to

GOOD = """nazwa;rodzaj;województwo;ludność
Gmina Wieliszew;gmina wiejska;mazowieckie;21554
Miasto Płońsk;miejska;mazowieckie;21 381
Muzeum w Łodzi;muzeum;łódzkie;
""".encode("cp1250")

BAD = """nazwa,rodzaj,ludnosc
Gmina Wieliszew,gmina wiejska,21554
Gmina Bez Rodzaju,,100
Gmina Zła,statek,100
""".encode()


async def test_a_table_is_shown_and_then_imported_whole(office: Office) -> None:
    shown = await office.sends(OWNER, "lista.csv", GOOD)
    assert to(shown, OWNER)[0].splitlines() == [
        "Plik <b>lista.csv</b>: 3 wiersze",
        "Nowi: 3 · ze zmianami: 0 · bez zmian: 0",
        "",
        "<b>Gminy wiejskie</b>: 1",
        "<b>Miasta do 50 tys. mieszkańców</b>: 1",
        "<b>Instytucje kultury</b>: 1",
    ]
    assert await entrants.everything(office.house.db.reading) == []

    done = await office.taps(OWNER, shown[-1], "Importuj")
    assert to(done, OWNER)[-1] == "Dodani: 3. Zmienieni: 0. Razem na liście: 3."
    known = await entrants.everything(office.house.db.reading)
    assert [(one.name, one.kind, one.population) for one in known] == [
        ("Gmina Wieliszew", "gmina_wiejska", 21554),
        ("Miasto Płońsk", "gmina_miejska", 21381),
        ("Muzeum w Łodzi", "muzeum", None),
    ]


async def test_a_table_with_faults_names_their_lines_and_offers_no_import(office: Office) -> None:
    shown = await office.sends(OWNER, "lista.csv", BAD)
    lines = to(shown, OWNER)[0].splitlines()
    assert lines[0].startswith("W pliku <b>lista.csv</b> są 2 błędy. Nic nie zostało wczytane")
    assert [line[:12] for line in lines[1:]] == ["• wiersz 3: ", "• wiersz 4: "]
    assert shown[-1].buttons == {}


async def test_more_than_fifteen_faults_are_counted(office: Office) -> None:
    rows = "".join(f"Gmina {number},statek\n" for number in range(20))
    shown = await office.sends(OWNER, "lista.csv", f"nazwa,rodzaj\n{rows}".encode())
    lines = "\n".join(to(shown, OWNER)).splitlines()
    assert len(lines) == 17
    assert lines[-1] == "…i jeszcze 5"


async def test_a_file_that_is_no_table_is_named_for_what_it_is(office: Office) -> None:
    shown = await office.sends(OWNER, "lista.xlsx", b"%PDF-1.7 not a sheet")
    assert "PDF" in to(shown, OWNER)[0]
    assert shown[-1].buttons == {}


async def test_rejecting_leaves_nothing_and_the_button_dies(office: Office) -> None:
    shown = await office.sends(OWNER, "lista.csv", GOOD)
    assert to(await office.taps(OWNER, shown[-1], "Odrzuć"), OWNER)[-1] == "Odrzucone. Nic się nie zmieniło."
    late = await office.taps(OWNER, shown[-1], "Importuj")
    assert "nieaktualna" in late[-1].text
    assert await entrants.everything(office.house.db.reading) == []


async def test_two_taps_import_once(office: Office) -> None:
    shown = await office.sends(OWNER, "lista.csv", GOOD)
    await office.taps(OWNER, shown[-1], "Importuj")
    again = await office.taps(OWNER, shown[-1], "Importuj")
    assert "nieaktualna" in again[-1].text
    assert len(await entrants.everything(office.house.db.reading)) == 3


async def test_a_proposal_works_only_for_whom_it_was_shown_to(office: Office) -> None:
    shown = await office.sends(OWNER, "lista.csv", GOOD)
    stolen = await office.taps(CHECKER, shown[-1], "Importuj")
    assert "nieaktualna" in stolen[-1].text
    assert await entrants.everything(office.house.db.reading) == []


async def test_a_list_that_changed_meanwhile_is_not_touched(office: Office) -> None:
    shown = await office.sends(OWNER, "lista.csv", GOOD)
    await office.has(Entrant(0, "GMINA WIELISZEW", "gmina_wiejska", population=21554))
    done = await office.taps(OWNER, shown[-1], "Importuj")
    assert "Nic nie zostało wczytane" in to(done, OWNER)[-1]
    assert len(await entrants.everything(office.house.db.reading)) == 1


async def test_the_same_table_again_changes_nothing(office: Office) -> None:
    shown = await office.sends(OWNER, "lista.csv", GOOD)
    await office.taps(OWNER, shown[-1], "Importuj")
    again = await office.sends(OWNER, "lista.csv", GOOD)
    assert to(again, OWNER)[0].splitlines()[1:] == [
        "Nowi: 0 · ze zmianami: 0 · bez zmian: 3",
        "",
        "Plik niczego nie zmienia, więc nie ma czego wczytywać.",
    ]
    assert again[-1].buttons == {}


async def test_an_entrant_is_found_by_part_of_its_name_without_polish_letters(office: Office) -> None:
    await office.has(
        Entrant(0, "Muzeum w Łodzi", "muzeum", town="Łódź"), Entrant(0, "Gmina <Dziwna>", "gmina_wiejska")
    )
    found = to(await office.writes(OWNER, "/uczestnicy lodzi"), OWNER)[0]
    assert found == "<b>Muzeum w Łodzi</b>\nmuzeum · Instytucje kultury\nŁódź"
    assert "&lt;Dziwna&gt;" in to(await office.writes(OWNER, "/uczestnicy dziwna"), OWNER)[0]
    assert "Nie znalazłem" in to(await office.writes(OWNER, "/uczestnicy warszawa"), OWNER)[0]


async def test_a_checker_sends_a_file_in_vain(office: Office) -> None:
    assert to(await office.sends(CHECKER, "lista.csv", GOOD), CHECKER) == [
        "Nie oczekuję teraz pliku. Możliwości pokaże /pomoc."
    ]
