"""Records by file and one by one: differences first, nothing half-done, and what falls out is told before it falls."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot import rulebook
from bot.house import Rules
from contest.assignment import State
from contest.entrants import Entrant
from storage import assignments, edition, entrants, journal, jurors, publications, recusals
from storage.database import Writing
from tests.bot.office import CHECKER, OWNER, Office, to

ALFA = Entrant(
    0, "Gmina Alfa", "gmina_wiejska", "mazowieckie", teryt="1401012", population=900, phone="22 000 00 00"
)
BETA = Entrant(0, "Gmina Bęta", "gmina_wiejska", "mazowieckie", teryt="1401022", population=1900)
GAMMA = Entrant(0, "Gmina Gamma", "gmina_wiejska", "mazowieckie", teryt="1401032", population=2900)
HEAD = "nazwa;rodzaj;województwo;teryt;ludność;telefon;dla\n"
JUROR = "J-20"


def table(*rows: str) -> bytes:
    """A table as a spreadsheet in Poland saves it."""
    return (HEAD + "".join(f"{row}\n" for row in rows)).encode("cp1250")


async def listed(office: Office) -> dict[str, Entrant]:
    return {one.name: one for one in await entrants.everything(office.house.db.reading)}


async def test_changes_are_told_field_by_field_and_the_absent_stay(office: Office) -> None:
    await office.has(ALFA, BETA, GAMMA)
    rows = ("Gmina Alfa;wiejska;;1401012;950;23 000 00 00;", "Gmina Nowa;wiejska;;;10;;dla Gminy Nowej")
    shown = await office.sends(OWNER, "lista.csv", table(*rows))

    assert to(shown, OWNER)[0].splitlines() == [
        "Plik <b>lista.csv</b>: 2 wiersze",
        "Nowi: 1 · ze zmianami: 1 · bez zmian: 0",
        "",
        "<b>Gminy wiejskie</b>: 1",
        "",
        "<b>1 uczestnik ze zmianami</b>",
        "• <b>Gmina Alfa</b>",
        "   ludność: 900 → 950",
        "   telefon: 22 000 00 00 → 23 000 00 00",
        "",
        "<b>Nie ma w pliku: 2</b> (zostają na liście)",
        "– Gmina Bęta",
        "– Gmina Gamma",
    ]
    done = await office.taps(OWNER, shown[-1], "Importuj 2")
    assert to(done, OWNER)[-1] == "Dodani: 1. Zmienieni: 1. Razem na liście: 4."
    now = await listed(office)
    assert (now["Gmina Alfa"].phone, now["Gmina Alfa"].population) == ("23 000 00 00", 950)
    assert now["Gmina Nowa"].genitive == "Gminy Nowej"


async def test_a_file_withdraws_nobody_with_approved_contacts(office: Office) -> None:
    await office.has(ALFA, BETA, GAMMA)
    await office.joins(JUROR)
    plan = await office.plans()
    alfa, beta = (next(one for one in plan if one.entrant == number) for number in (1, 2))
    await office.submits(alfa)
    await office.taps_data(CHECKER, "cy:1")
    await office.submits(beta)
    shown = await office.sends(OWNER, "lista.csv", table("Gmina Gamma;wiejska;;1401032;2900;;"))
    asked = await office.taps(OWNER, shown[-1], "Wycofaj 2 nieobecnych")
    told = await office.taps(OWNER, asked[-1], "rezygnacja")

    others = [one for one in plan if one.entrant == 2 and one.id != beta.id]
    assert to(told, OWNER)[0].splitlines() == [
        "1 uczestnik ma zatwierdzone kontakty, więc plik go nie wycofa; zrobisz to z jego karty:",
        "– Gmina Alfa",
        "Wycofanie, powód: rezygnacja",
        "– Gmina Bęta",
        "",
        f"{len(others)} zadania zostaną odwołane; jurorzy dostaną wiadomość.",
        "1 zgłoszenie, które czeka na sprawdzenie, nie będzie liczone.",
    ]
    done = await office.taps(OWNER, told[-1], "Wycofaj")
    assert (
        to(done, OWNER)[-1] == f"Wycofani: 1. Odwołane zadania: {len(others)}. Zgłoszenia bez sprawdzenia: 1."
    )
    after = {one.id: one.state for one in await assignments.of_entrant(office.house.db.reading, 2)}
    assert after == {one.id: State.CANCELLED for one in others} | {beta.id: State.EXCLUDED}
    assert sum("odwołane przez organizatora" in text for text in to(done, JUROR)) == len(others)
    assert set(await listed(office)) == {"Gmina Alfa", "Gmina Gamma"}
    assert to(await office.writes(CHECKER, "/kontrola"), CHECKER)[0].startswith("Nic teraz nie czeka")


async def test_a_withdrawal_that_would_take_more_than_was_shown_takes_nothing(office: Office) -> None:
    await office.has(ALFA)
    card = await office.writes(OWNER, "/uczestnicy alfa")
    asked = await office.taps(OWNER, card[-1], "Wycofaj")
    told = await office.writes(OWNER, "prośba wójta", reply_to=asked[-1].row)
    assert "Nikt nie ma tam żadnego zadania." in told[-1].text
    await office.joins(JUROR)
    await office.plans()

    assert "coś się tymczasem zmieniło" in (await office.taps(OWNER, told[-1], "Wycofaj"))[-1].text
    assert set(await listed(office)) == {"Gmina Alfa"}


async def test_who_was_withdrawn_is_found_and_brought_back(office: Office) -> None:
    await office.has(ALFA, BETA)
    card = await office.writes(OWNER, "/uczestnicy beta")
    asked = await office.taps(OWNER, card[-1], "Wycofaj")
    told = await office.taps(OWNER, asked[-1], "pomyłka")
    await office.taps(OWNER, told[-1], "Wycofaj")
    again = await office.writes(OWNER, "/uczestnicy bęta")
    assert again[-1].text.endswith("Wycofany: pomyłka")
    by_file = await office.sends(
        OWNER, "l.csv", table("Gmina Bęta;wiejska;;1401022;1;;", "Gmina Alfa;wiejska;;1401012;;;")
    )
    assert "<b>W pliku, ale wycofany wcześniej: 1</b>" in by_file[0].text

    await office.taps(OWNER, again[-1], "Przywróć")
    assert set(await listed(office)) == {"Gmina Alfa", "Gmina Bęta"}


async def test_a_field_is_corrected_by_what_is_typed_next(office: Office) -> None:
    await office.has(ALFA)
    fields = await office.taps_data(OWNER, "ie:1")
    prompt = await office.taps(OWNER, fields[-1], "telefon")
    wrong = await office.writes(OWNER, "nie wiem", reply_to=prompt[-1].row)
    assert to(wrong, OWNER) == [
        "„nie wiem” nie jest numerem telefonu. Zacznij od cyfr, na przykład 22 000 00 00."
    ]
    saved = await office.writes(OWNER, "22 111 11 11", reply_to=prompt[-1].row)

    assert saved[0].text.splitlines()[:3] == [
        "Zapisane:",
        "• <b>Gmina Alfa</b>",
        "   telefon: 22 000 00 00 → 22 111 11 11",
    ]
    assert (await listed(office))["Gmina Alfa"].phone == "22 111 11 11"
    entry = (await journal.entries(office.house.db.reading, 1))[0]
    assert (entry.action, entry.details) == ("entrant.update", {"columns": "phone"})


async def test_a_dash_empties_a_field(office: Office) -> None:
    await office.has(ALFA)
    prompt = await office.taps_data(OWNER, "if:1:phone")
    await office.writes(OWNER, "-", reply_to=prompt[-1].row)

    assert (await listed(office))["Gmina Alfa"].phone == ""


async def test_the_form_after_dla_is_set_with_or_without_the_word(office: Office) -> None:
    await office.has(ALFA)
    prompt = await office.taps_data(OWNER, "if:1:genitive")
    await office.writes(OWNER, "dla Gminy Alfa", reply_to=prompt[-1].row)

    assert (await listed(office))["Gmina Alfa"].genitive == "Gminy Alfa"


async def test_a_solution_is_described_in_paragraphs(office: Office) -> None:
    await office.has(ALFA)
    prompt = await office.taps_data(OWNER, "if:1:description")
    await office.writes(OWNER, "Jedno  okienko.\n\nJeden wniosek.", reply_to=prompt[-1].row)

    assert (await listed(office))["Gmina Alfa"].description == "Jedno okienko.\nJeden wniosek."


async def test_another_kind_is_shown_with_its_group_before_it_counts(office: Office) -> None:
    await office.has(ALFA)
    shown = await office.taps_data(OWNER, "ik:1:gmina_miejska")
    assert shown[-1].text.splitlines() == [
        "• <b>Gmina Alfa</b>",
        "   rodzaj: gmina wiejska → gmina miejska",
        "   grupa: Gminy wiejskie → Miasta do 50 tys. mieszkańców",
    ]
    assert (await listed(office))["Gmina Alfa"].kind == "gmina_wiejska"

    await office.taps(OWNER, shown[-1], "Zmień")
    assert (await listed(office))["Gmina Alfa"].kind == "gmina_miejska"


async def test_a_change_of_kind_that_somebody_overtook_is_refused(office: Office) -> None:
    await office.has(ALFA)
    shown = await office.taps_data(OWNER, "ik:1:gmina_miejska")
    prompt = await office.taps_data(OWNER, "if:1:www")
    await office.writes(OWNER, "alfa.pl", reply_to=prompt[-1].row)

    assert "Ktoś zmienił tymczasem" in (await office.taps(OWNER, shown[-1], "Zmień"))[-1].text
    assert (await listed(office))["Gmina Alfa"].kind == "gmina_wiejska"


async def test_many_names_become_buttons_and_too_many_ask_for_letters(office: Office) -> None:
    await office.has(*(Entrant(0, f"Gmina Nr {number}", "gmina_wiejska") for number in range(30)))
    found = await office.writes(OWNER, "/uczestnicy gmina nr 1")
    assert found[-1].text == "Do „gmina nr 1” pasuje 12 uczestników:"
    opened = await office.taps(OWNER, found[-1], "Gmina Nr 12")
    assert "<b>Gmina Nr 12</b>" in opened[-1].text

    assert "oto pierwszych 12" in (await office.writes(OWNER, "/uczestnicy gmina"))[-1].text


async def test_an_organiser_with_an_interest_neither_sees_nor_changes_the_entrant(office: Office) -> None:
    await office.has(ALFA, BETA)
    db = office.house.db
    await db.transact(lambda tx: recusals.declare(tx, OWNER, 1, "rodzina", by=OWNER, at=office.clock.at))
    assert "<b>Uczestnicy: 1</b>" in (await office.writes(OWNER, "/uczestnicy"))[0].text
    assert "Nie znalazłem" in (await office.writes(OWNER, "/uczestnicy alfa"))[0].text
    for data in ("i:1", "ie:1", "if:1:phone", "io:1", "ib:1", "ik:1:gmina_miejska"):
        assert "już nie działa" in (await office.taps_data(OWNER, data))[0].text
    shown = await office.sends(
        OWNER, "l.csv", table("Gmina Alfa;wiejska;;1401012;1;;", "Gmina Nowa;wiejska;;;10;;")
    )

    assert "Alfa" not in shown[0].text
    assert "ze zmianami: 0 · bez zmian: 0" in shown[0].text
    await office.taps(OWNER, shown[-1], "Importuj 1")
    assert (await listed(office))["Gmina Alfa"].population == 900


async def test_a_file_that_breaks_off_is_not_read(office: Office) -> None:
    whole = table("Gmina Alfa;wiejska;;1401012;1;;", "Gmina Bęta;wiejska;;1401022;1;;")
    shown = await office.sends(OWNER, "l.csv", whole[:-14])
    assert "plik urywa się w ostatnim wierszu" in shown[0].text
    assert shown[-1].buttons == {}


JURORS = "kod;regiony;kanały;limit\n"


async def test_jurors_settings_come_by_file_and_the_juror_is_told(office: Office) -> None:
    await office.joins(JUROR, capacity=30)
    await office.joins("J-21", capacity=5)
    rows = "J-20;łódzkie, mazowieckie;telefon, e-mail;10\nj-21;;;\n"
    shown = await office.sends(OWNER, "jurorzy.csv", (JURORS + rows).encode())
    assert shown[0].text.splitlines()[:6] == [
        "Plik <b>jurorzy.csv</b>: jurorzy ze zmianami: 1, bez zmian: 1",
        "",
        "• <b>J-20</b>",
        "   regiony: mazowieckie → łódzkie, mazowieckie",
        "   kanały: E-mail, Media społecznościowe, Telefon, Wizyta, Strona internetowa → Telefon, E-mail",
        "   limit: 30 → 10",
    ]
    done = await office.taps(OWNER, shown[-1], "Importuj")
    assert to(done, JUROR)[0].splitlines()[0] == "Organizator zmienił Twoje ustawienia."
    juror = await jurors.find(office.house.db.reading, JUROR)
    assert juror is not None
    assert (juror.regions, juror.channels, juror.capacity) == (
        ("mazowieckie", "łódzkie"),
        ("email", "telefon"),
        10,
    )


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("J-99;;;", "nie ma jurora J-99"),
        ("Ola;;;", "nie jest kodem jurora"),
        ("J-20;Mazowsze;;", "nieznany region „Mazowsze”"),
        ("J-20;;faks;", "nieznany kanał „faks”"),
        ("J-20;;;dużo", "nie jest liczbą od 0 do 200"),
    ],
)
async def test_a_bad_row_of_jurors_is_named_by_its_line(office: Office, row: str, fault: str) -> None:
    await office.joins(JUROR)
    shown = await office.sends(OWNER, "jurorzy.csv", f"{JURORS}{row}\n".encode())
    assert "wiersz 2: " in shown[0].text
    assert fault in shown[0].text
    assert shown[-1].buttons == {}


async def source_of(office: Office, kind: publications.Kind, name: str) -> str:
    """The newest published text."""
    newest = await publications.newest(office.house.db.reading, kind, name)
    text = await publications.source(office.house.db.reading, kind, name, newest or 0)
    assert text is not None
    return text


async def test_a_checklist_is_published_as_the_next_version_and_running_work_keeps_its_own(
    office: Office,
) -> None:
    await office.has(ALFA)
    await office.joins(JUROR)
    task = next(one for one in await office.plans() if one.channel == "telefon")
    held = office.house.rules.current["telefon"]
    first = held.sections[0].questions[0]
    changed = (await source_of(office, "checklist", "telefon")).replace(
        first.text, "Czy ktoś odebrał telefon (nowe)?"
    )
    shown = await office.sends(OWNER, "moja.toml", changed.encode())
    assert shown[0].text.splitlines() == [
        f"Lista <b>telefon</b>, dziś w wersji {held.version} (plik moja.toml)",
        f"• {held.sections[0].id} › {first.id} › text: {first.text[:79]}… → Czy ktoś odebrał telefon (nowe)?",
        "",
        f"1 trwające zadanie zostaje przy wersji {held.version}.",
    ]
    done = await office.taps(OWNER, shown[-1], "Publikuj")

    assert to(done, OWNER)[-1] == f"telefon: obowiązuje wersja {held.version + 1}."
    assert office.house.rules.current["telefon"].name == f"telefon@{held.version + 1}"
    assert task.checklist in office.house.rules.checklists
    again = await office.sends(OWNER, "moja.toml", changed.encode())
    assert "nie ma czego publikować" in again[0].text


async def test_a_checklist_with_faults_names_their_place(office: Office) -> None:
    changed = (await source_of(office, "checklist", "telefon")).replace('"yes_no"', '"tak_nie"', 1)
    shown = await office.sends(OWNER, "moja.toml", changed.encode())
    assert "wiersz" in shown[0].text
    assert "tak_nie" in shown[0].text
    assert shown[-1].buttons == {}


async def test_an_edition_changes_what_its_phase_allows(office: Office) -> None:
    await office.has(ALFA)
    text = await source_of(office, "edition", office.house.rules.settings.id)
    start = office.house.rules.settings
    lower = text.replace("licence_threshold    = 75", "licence_threshold    = 70")
    assert lower != text
    shown = await office.sends(OWNER, "edition.toml", lower.encode())
    assert "awards › licence_threshold: 75 → 70" in shown[0].text
    await office.taps(OWNER, shown[-1], "Publikuj")
    assert office.house.rules.settings.awards.licence_threshold == 70
    assert office.house.rules.settings.version == start.version + 1

    await office.joins(JUROR)
    await office.plans()
    later = await office.sends(
        OWNER, "edition.toml", lower.replace("2026-11-20T20:00:00", "2026-11-21T20:00:00").encode()
    )
    assert "zbieranie już trwa, więc „dates” się nie zmienia" in later[0].text


async def test_an_edition_puts_no_date_behind_today(office: Office) -> None:
    text = await source_of(office, "edition", office.house.rules.settings.id)
    late, later = ("collecting_until = 2026-11-20T20:00:00", "collecting_until = 2026-10-05T10:59:00")
    assert late in text
    shown = await office.sends(OWNER, "edition.toml", text.replace(late, later).encode())
    fault = "„dates.collecting_until” byłoby w przeszłości. Wpisz późniejszy termin albo przywróć poprzedni."
    assert fault in shown[0].text
    assert shown[-1].buttons == {}

    soon = text.replace(late, "collecting_until = 2026-10-05T11:30:00").encode()
    shown = await office.sends(OWNER, "edition.toml", soon)
    office.clock.at = office.clock.at.replace(hour=10)
    assert to(await office.taps(OWNER, shown[-1], "Publikuj"), OWNER) == [fault]
    assert office.house.rules.settings.dates.collecting_until.month == 11


@pytest.mark.parametrize(
    ("written", "instead", "fault"),
    [
        (
            'timezone     = "Europe/Warsaw"',
            'timezone     = "Europe/London"',
            "pole „timezone” ustala się w folderze",
        ),
        (
            'checklist = "telefon.toml"',
            'checklist = "email.toml"',
            "kanały i ich listy kontrolne ustala się w folderze",
        ),
        ('emblem   = ""', 'emblem   = "znak.svg"', "pole „diplomas.emblem” ustala się w folderze"),
        ('id           = "lider', 'id           = "lidel', "może „lider-zaufania-2026”?"),
    ],
)
async def test_what_an_edition_is_made_of_is_not_decided_in_the_chat(
    office: Office, written: str, instead: str, fault: str
) -> None:
    text = await source_of(office, "edition", office.house.rules.settings.id)
    assert written in text
    shown = await office.sends(OWNER, "edition.toml", text.replace(written, instead, 1).encode())
    assert fault in shown[0].text
    assert shown[-1].buttons == {}


async def test_what_decides_places_is_fixed_from_the_day_of_the_start(office: Office) -> None:
    text = await source_of(office, "edition", office.house.rules.settings.id)
    other = text.replace('decides      = "official"', 'decides      = "calibrated"')
    assert other != text
    shown = await office.sends(OWNER, "edition.toml", other.encode())
    assert "tabela [ranking] się nie zmienia" in shown[0].text
    assert shown[-1].buttons == {}


async def test_a_date_that_was_moved_stays_where_it_is_when_the_file_says_what_it_said(
    office: Office,
) -> None:
    house, frm, to = office.house, datetime(2026, 11, 20, 20), datetime(2026, 11, 22, 20)  # noqa: DTZ001 -- local

    async def move(tx: Writing) -> Rules:
        await edition.move_date(tx, "collecting_until", frm, to, by=OWNER, at=office.clock.at)
        await edition.advance(tx, "collecting", OWNER, office.clock.at)
        return await rulebook.in_force(tx, house.rules)

    house.rules = await house.db.transact(move)
    text = await source_of(office, "edition", house.rules.settings.id)
    lower = text.replace("licence_threshold    = 75", "licence_threshold    = 70")
    shown = await office.sends(OWNER, "edition.toml", lower.encode())
    await office.taps(OWNER, shown[-1], "Publikuj")

    assert house.rules.settings.dates.collecting_until == to
    assert house.rules.settings.awards.licence_threshold == 70


async def test_an_edition_may_not_forget_a_kind_that_takes_part(office: Office) -> None:
    await office.has(ALFA)
    text = await source_of(office, "edition", office.house.rules.settings.id)
    lost = text.replace("gmina_wiejska", "gmina_rolna")
    shown = await office.sends(OWNER, "edition.toml", lost.encode())
    assert "na liście są uczestnicy rodzajów, których ta wersja nie zna (gmina_wiejska)" in shown[0].text


async def test_a_template_sent_back_changes_nothing(office: Office) -> None:
    await office.has(ALFA, BETA, Entrant(0, "=Gmina", "gmina_wiejska", phone="+48 22 000 00 00"))
    for ending in ("csv", "xlsx"):
        await office.taps_data(OWNER, f"ix:{ending}")
        assert to(await office.ticks(), OWNER) == [f"(plik) uczestnicy-{OWNER}.{ending}"]
        data = await office.house.db.reading.one(
            bytes, "SELECT bytes FROM documents WHERE name = :name", name=f"uczestnicy-{OWNER}.{ending}"
        )
        back = await office.sends(OWNER, f"lista.{ending}", data)
        assert "bez zmian: 3" in back[0].text
        assert "Nie ma w pliku" not in back[0].text


async def test_every_document_in_force_can_be_had_and_sent_back(office: Office) -> None:
    await office.joins(JUROR)
    offered = (await office.taps_data(OWNER, "it"))[-1]
    names = [data for data in offered.buttons.values() if data.count(":") == 2]
    assert len(names) == 2 + 5 + 1
    for data in names:
        assert (await office.taps_data(OWNER, data))[0].text.startswith("(plik) ")
    assert (await office.taps_data(OWNER, "ix:jurorzy"))[0].text == "(plik) jurorzy.csv"
