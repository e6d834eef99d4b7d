"""The panel, what it leads to, and the tables of progress and dates."""

from __future__ import annotations

from bot.organiser.desk import EFFECTS, SHORTCUTS
from bot.routes import COMMANDS
from contest.entrants import Entrant
from tests.bot.office import CHECKER, OWNER, Office, to

GMINA = Entrant(0, "Gmina Wieliszew", "gmina_wiejska", voivodeship="mazowieckie", population=21554)


def test_a_shortcut_is_for_those_whom_its_command_is_for() -> None:
    assert {word: COMMANDS[word].roles for word in SHORTCUTS} == dict(SHORTCUTS)


def test_a_proposal_is_confirmed_by_those_who_could_make_it() -> None:
    words = {"plan": "przydzial", "freeze": "zamroz", "import": "uczestnicy"}
    assert {kind: EFFECTS[kind].roles for kind in words} == {
        kind: COMMANDS[word].roles for kind, word in words.items()
    }


async def test_an_empty_edition_says_where_to_begin(office: Office) -> None:
    shown = (await office.writes(OWNER, "/panel"))[-1]
    assert shown.text.splitlines() == [
        "<b>Lider Zaufania Mieszkańców 2026</b>",
        "Etap: przygotowanie",
        "Początek zbierania: czw. 1 października, 08:00 (już minęło)",
        "Uczestnicy: 0 · jurorzy: 0",
        "Kontakty: oferty 0 · w toku 0 · czekają na odpowiedź 0 · do sprawdzenia 0 · zatwierdzone 0",
        "",
        "<b>Teraz czeka na Ciebie</b>",
        "• Nie ma jeszcze uczestników. Wyślij tu plik CSV albo XLSX.",
    ]
    assert list(shown.buttons) == [
        "Uczestnicy · 0",
        "Jurorzy · 0",
        "Zaproszenia",
        "Przydział · 0",
        "Postęp",
        "Kontrola · 0",
        "Terminy",
        "Ranking",
        "Zamrożenie",
        "Nagrody",
        "Kopia",
        "Dziennik",
    ]


async def test_each_sees_what_waits_for_them(office: Office) -> None:
    await office.has(GMINA)
    await office.joins("J-20", capacity=3)
    tasks = await office.plans()
    await office.submits(tasks[0])
    mine = (await office.writes(OWNER, "/panel"))[-1].text
    assert "Koniec zbierania: pt. 20 listopada, 20:00 (za 46 dni)" in mine
    assert (
        "Kontakty: oferty 2 · w toku 0 · czekają na odpowiedź 0 · do sprawdzenia 1 · zatwierdzone 0" in mine
    )
    assert mine.splitlines()[-2:] == [
        "• 2 kontakty bez jurora: /przydzial",
        "• 1 zgłoszenie do sprawdzenia: /kontrola",
    ]
    theirs = (await office.writes(CHECKER, "/panel"))[-1]
    assert theirs.text.splitlines()[-1] == "• 1 zgłoszenie do sprawdzenia: /kontrola"
    assert list(theirs.buttons) == ["Postęp", "Kontrola · 1", "Terminy", "Ranking", "Nagrody"]


async def test_every_button_of_the_panel_leads_somewhere(office: Office) -> None:
    shown = (await office.writes(OWNER, "/panel"))[-1]
    for label in shown.buttons:
        heard = await office.taps(OWNER, shown, label)
        assert to(heard, OWNER)
        assert "nie działa" not in heard[0].text


async def test_a_shortcut_of_another_role_is_dead(office: Office) -> None:
    for data in ("go:zamroz", "go:nic", "go:", "ok:nic", "no:nic", "d:exe", "c:x", "inv:owner"):
        heard = await office.taps_data(CHECKER, data)
        assert len(heard) == 1
        assert heard[0].buttons == {}


async def test_progress_is_a_table_by_channel_and_by_juror(office: Office) -> None:
    await office.has(GMINA)
    await office.joins("J-20", capacity=3)
    for task in await office.plans():
        if task.channel != "wizyta":
            await office.submits(task)
            break
    text = to(await office.writes(OWNER, "/postep"), OWNER)[0]
    assert text.splitlines()[0] == "<b>Postęp</b>: zatwierdzone 0 z 5 (0 %)"
    channels, codes = (part.split("</pre>")[0].splitlines() for part in text.split("<pre>")[1:])
    assert channels[0].split() == ["kanał", "plan", "ofe", "tok", "odp", "spr", "ok"]
    assert [line.split()[0] for line in channels[1:]] == ["Wizyta", "Telefon", "E-mail", "Strona", "Media"]
    assert codes == ["juror ofe tok odp spr ok", "J-20    2   0   0   1  0"]
    assert max(map(len, channels)) <= 36


async def test_dates_say_what_will_happen(office: Office) -> None:
    text = to(await office.writes(CHECKER, "/terminy"), CHECKER)[0]
    assert "✔ <b>czw. 1 października, 08:00</b>\nPoczątek zbierania." in text
    assert "• <b>pt. 20 listopada, 20:00</b>\nKoniec zbierania." in text
    assert "Przypomnienia przed terminem zadania: 3d, 1d, 3h." in text
