"""The panel, the screens that open in its place, and the tables of progress and dates."""

from __future__ import annotations

from bot.organiser.desk import EFFECTS
from bot.organiser.panel import MENUS
from bot.routes import COMMANDS
from contest.entrants import Entrant
from storage import documents, entrants, recusals
from tests.bot.office import CHECKER, OWNER, Heard, Office, to

GMINA = Entrant(0, "Gmina Wieliszew", "gmina_wiejska", voivodeship="mazowieckie", population=21554)
OTHER = Entrant(0, "Gmina Jasna", "gmina_wiejska", voivodeship="mazowieckie", population=9000, phone="22 1")


def test_every_command_of_organisers_is_in_a_menu_of_the_panel() -> None:
    offered = {word for menu in MENUS.values() for word in menu}
    theirs = {word for word, one in COMMANDS.items() if not one.roles & {"juror", "expert"}}
    assert theirs - offered == {"panel", "juror"}  # which of the jurors, /juror has to be told


def test_a_proposal_is_confirmed_by_those_who_could_make_it() -> None:
    words = {"plan": "przydzial", "freeze": "zamroz", "import": "uczestnicy", "nudge": "przypomnij"}
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
        "",
        "<b>Teraz czeka na Ciebie</b>",
        "• Nie ma jeszcze uczestników. Wyślij tu plik CSV albo XLSX.",
    ]
    assert list(shown.buttons) == [
        "Uczestnicy",
        "Uczestnicy · 0",
        "Jurorzy · 0",
        "Ludzie",
        "Zbieranie ocen",
        "Wyniki",
        "Zaplecze",
        "Odśwież",
    ]


async def test_each_sees_what_waits_for_them(office: Office) -> None:
    await office.has(GMINA)
    await office.joins("J-20", capacity=3)
    tasks = await office.plans()
    await office.submits(tasks[0])
    mine = (await office.writes(OWNER, "/panel"))[-1]
    assert "Koniec zbierania: pt. 20 listopada, 20:00 (za 46 dni)" in mine.text
    assert mine.text.splitlines()[-3:] == [
        "• 1 alarm",
        "• 2 kontakty bez jurora",
        "• 1 zgłoszenie do sprawdzenia",
    ]
    assert list(mine.buttons)[:3] == ["Alarmy · 1", "Przydziel kontakty · 2", "Sprawdź zgłoszenia · 1"]
    assert {"Bez jurora · 2", "Oferty · 2", "W toku · 0", "Do kontroli · 1"} < mine.buttons.keys()
    theirs = (await office.writes(CHECKER, "/panel"))[-1]
    assert theirs.text.splitlines()[-1] == "• 1 zgłoszenie do sprawdzenia"
    assert not {"Uczestnicy · 1", "Jurorzy · 1", "Przydziel kontakty · 2"} & theirs.buttons.keys()


async def test_every_button_of_the_panel_and_of_its_menus_leads_somewhere(office: Office) -> None:
    await office.has(GMINA)
    await office.joins("J-20", capacity=3)
    await office.submits((await office.plans())[0])
    for reader in (OWNER, CHECKER):
        seen: set[str] = set()
        screens = [(await office.writes(reader, "/panel"))[-1]]
        while screens:
            shown = screens.pop()
            for label, data in shown.buttons.items():
                if data in seen or not data.startswith(("p", "go:")):
                    continue
                seen.add(data)
                heard = [one for one in await office.taps(reader, shown, label) if one.person == reader]
                assert heard
                assert "nie działa" not in heard[0].text
                if data.startswith("p"):
                    assert heard[-1].text.startswith("(zmiana) ")
                    screens.append(heard[-1])
        assert len(seen) > 12


async def test_a_screen_opens_in_place_of_the_panel_and_leads_back(office: Office) -> None:
    await office.has(GMINA)
    await office.joins("J-20", capacity=3)
    [first, *_] = await office.plans()
    shown = (await office.writes(OWNER, "/panel"))[-1]
    offers = (await office.taps(OWNER, shown, "Oferty"))[-1]
    assert offers.row == shown.row
    assert offers.text.splitlines()[0] == "(zmiana) <b>Oferty bez odpowiedzi: 3</b>"
    assert f"<b>{first.label}</b> · J-20 · " in offers.text
    assert "Gmina Wieliszew, odpowiedź do: wt. 6 października, 11:00" in offers.text
    home = (await office.taps(OWNER, offers, "Panel"))[-1]
    assert home.text == f"(zmiana) {shown.text}"
    free = (await office.taps(OWNER, home, "Bez jurora"))[-1]
    assert "<b>Bez jurora: 2</b>" in free.text
    assert "• Gmina Wieliszew: " in free.text


async def test_an_entrant_of_interest_is_neither_listed_nor_counted(office: Office) -> None:
    await office.has(GMINA, OTHER)
    await office.joins("J-20", capacity=12)
    for task in await office.plans():
        if task.channel == "www":
            await office.submits(task)
    other = next(one for one in await entrants.everything(office.house.db.reading) if one.name == OTHER.name)

    async def sees() -> list[Heard]:
        screens = [(await office.writes(OWNER, "/panel"))[-1]]
        for label in ("Bez jurora", "Oferty", "Do kontroli"):
            screens.append((await office.taps(OWNER, screens[0], label))[-1])
        screens.append((await office.writes(OWNER, "/postep"))[0])
        return screens

    before = await sees()
    await office.house.db.transact(
        lambda tx: recusals.declare(tx, OWNER, other.id, "siostra", by=OWNER, at=office.clock.at)
    )
    after = await sees()
    assert "Uczestnicy: 2" in before[0].text
    assert "Uczestnicy: 1" in after[0].text
    assert [OTHER.name in screen.text for screen in before] == [False, False, True, True, False]
    assert [OTHER.name in screen.text for screen in after] == [False] * 5
    assert "z 10 (" in before[-1].text
    assert "z 5 (" in after[-1].text


async def test_a_button_of_another_role_is_dead(office: Office) -> None:
    for data in (
        *("go:zamroz", "go:nic", "go:", "ok:nic", "no:nic", "d:exe", "c:x", "inv:owner"),
        *("p:", "p:m:nic", "p:s:nic:0", "p:s:offered:x", "pq:0", "pn:nic:offers", "px:7"),
    ):
        heard = await office.taps_data(CHECKER, data)
        assert len(heard) == 1
        assert heard[0].buttons == {}


async def test_progress_is_told_by_channel_region_juror_and_week(office: Office) -> None:
    await office.has(GMINA)
    await office.joins("J-20", capacity=3)
    for task in await office.plans():
        if task.channel != "wizyta":
            await office.submits(task)
            break
    shown = (await office.writes(OWNER, "/postep"))[0]
    assert shown.text.splitlines()[0] == "<b>Postęp</b>: zatwierdzone 0 z 5 (0 %)"
    channels = _table(shown)
    assert channels[0].split() == ["kanał", "plan", "ofe", "tok", "odp", "spr", "ok"]
    assert [line.split()[0] for line in channels[1:]] == ["Wizyta", "Telefon", "E-mail", "Strona", "Media"]
    assert max(map(len, channels)) <= 36
    regions = (await office.taps(OWNER, shown, "Województwa"))[-1]
    assert _table(regions) == ["województwo plan tok ok", "mazowieckie    5   1  0"]
    jurors = (await office.taps(OWNER, regions, "Jurorzy"))[-1]
    assert _table(jurors) == ["juror ofe tok odp spr ok", "J-20    2   0   0   1  0"]
    weeks = (await office.taps(OWNER, jurors, "W czasie"))[-1]
    assert "Minęło 8 % czasu zbierania, wysłane 20 % kontaktów." in weeks.text
    assert _table(weeks) == ["tydzień     wysłane ok", "01.10–05.10       1  0"]
    assert weeks.row == shown.row


def _table(shown: Heard) -> list[str]:
    return shown.text.split("<pre>")[1].split("</pre>")[0].splitlines()


async def test_progress_comes_as_a_picture_too_and_on_either_ground(office: Office) -> None:
    await office.has(GMINA)
    await office.joins("J-20", capacity=3)
    await office.submits((await office.plans())[0])
    shown = (await office.writes(OWNER, "/postep"))[0]
    drawn = [one for one in await office.ticks() if one.person == OWNER][-1]
    assert drawn.text == "(obraz) Zatwierdzone kontakty: 0 z 5 (0 %)"
    await office.taps(OWNER, drawn, "Na ciemnym tle")
    for view in ("Województwa", "Jurorzy", "W czasie"):
        shown = (await office.taps(OWNER, shown, view))[-1]
        await office.taps(OWNER, shown, "Obraz")
    pictures = [one for one in await office.ticks() if one.text.startswith("(obraz)")]
    assert [list(one.buttons) for one in pictures] == [["Na jasnym tle"], *[["Na ciemnym tle"]] * 3]
    assert await documents.listing(office.house.db.reading) == []  # kept no longer than until it is sent


async def test_the_standings_come_as_a_picture_when_somebody_has_a_place(office: Office) -> None:
    await office.has(GMINA)
    await office.joins("J-20", capacity=5)
    await office.joins("J-21", capacity=5)
    shown = (await office.writes(OWNER, "/ranking"))[-1]
    await office.taps(OWNER, shown, "Obraz")
    assert to(await office.ticks(), OWNER) == [
        "Nie ma jeszcze czego narysować: nikt nie ma miejsca w rankingu."
    ]
    for task in await office.plans():
        await office.submits(task)
        opened = (await office.writes(CHECKER, "/kontrola"))[-1]
        audit = (await office.taps(CHECKER, opened, task.label))[-1]
        await office.taps(CHECKER, audit, "Zatwierdź")
    await office.taps(OWNER, shown, "Obraz")
    [drawn] = [one for one in await office.ticks() if one.text.startswith("(obraz)")]
    assert drawn.text == "(obraz) Gminy wiejskie: 1 z 1"


async def test_dates_say_what_will_happen(office: Office) -> None:
    text = to(await office.writes(CHECKER, "/terminy"), CHECKER)[0]
    assert "✔ <b>czw. 1 października, 08:00</b>\nPoczątek zbierania." in text
    assert "• <b>pt. 20 listopada, 20:00</b>\nKoniec zbierania." in text
    assert "Przypomnienia przed terminem zadania: 3 dni, 1 dzień, 3 godz." in text
