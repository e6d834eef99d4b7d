"""A juror's card: paused, limited, kept away from an entrant, removed. What falls out is told first, and done whole."""

from __future__ import annotations

from contest.assignment import State
from contest.entrants import Entrant
from storage import assignments, due, jurors, people, recusals
from storage.assignments import Assignment
from tests.bot.office import CHECKER, OWNER, Heard, Office, to
from tests.bot.tasks import give

GMINA = Entrant(0, "Gmina <Wieliszew>", "gmina_wiejska", voivodeship="mazowieckie", town="Wieliszew")
MIASTO = Entrant(0, "Miasto Łomża", "miasto", voivodeship="podlaskie", population=62000)


async def _cast(office: Office) -> None:
    await office.has(GMINA, MIASTO)
    await office.joins("J-20", regions=("mazowieckie",), capacity=5)
    await office.joins("J-21")


async def _card(office: Office, code: str = "J-20") -> Heard:
    return (await office.writes(OWNER, f"/jurorzy {code}"))[-1]


async def _state(office: Office, task: Assignment) -> State:
    now = await assignments.find(office.house.db.reading, task.id)
    assert now is not None
    return now.state


async def _juror(office: Office, code: str = "J-20") -> jurors.Juror:
    found = await jurors.find(office.house.db.reading, code)
    assert found is not None
    return found


async def test_a_card_tells_work_ways_and_conflicts(office: Office) -> None:
    await _cast(office)
    await give(office, "J-20", 1, "telefon")
    await give(office, "J-20", 2, "telefon", State.RUNNING)
    await office.house.db.transact(
        lambda tx: jurors.declare_conflict(tx, "J-20", 2, "registration", office.clock.at)
    )
    card = await _card(office)
    assert card.text.splitlines() == [
        "<b>J-20</b> · gotowy · zadania 2 z 5",
        "Oferty 1 · w toku 1 · do sprawdzenia 0 · zatwierdzone 0",
        "Bez odpowiedzi: 1 oferta od pon. 5 października, 11:00",
        "Kanały: Wizyta, Telefon, E-mail, Strona internetowa, Media społecznościowe",
        "Regiony: mazowieckie",
        "Konflikty: 1",
        "• Miasto Łomża (z rejestracji)",
    ]
    assert list(card.buttons) == ["Wstrzymaj", "Limit", "Konflikty", "Usuń", "Przekaż zadanie", "Wróć"]
    assert to(await office.writes(OWNER, "/jurorzy J-99"), OWNER) == [
        "Nie ma jurora J-99. Listę pokaże /jurorzy."
    ]


async def test_a_paused_juror_reads_so_and_gets_no_new_work(office: Office) -> None:
    await _cast(office)
    card = await _card(office)
    heard = await office.taps(OWNER, card, "Wstrzymaj")
    assert to(heard, "J-20") == [
        "Na razie nie dostaniesz nowych zadań. Te, które masz, są aktualne. Pytania: /pytanie"
    ]
    assert (await _juror(office)).state == "paused"
    assert to(await office.taps(OWNER, card, "Wstrzymaj"), OWNER) == [
        "Juror J-20 jest już: wstrzymany. Ktoś był szybszy albo to stary przycisk."
    ]
    again = await office.taps(OWNER, heard[-1], "Wznów")
    assert to(again, "J-20") == ["Znów możesz dostawać zadania. Lista: /zadania"]
    assert (await _juror(office)).state == "active"


async def test_a_limit_is_tapped_or_typed(office: Office) -> None:
    await _cast(office)
    asked = (await office.taps(OWNER, await _card(office), "Limit"))[-1]
    tapped = await office.taps(OWNER, asked, "8")
    assert to(tapped, "J-20") == ["Organizator zmienił limit Twoich zadań: 8."]
    await office.writes(OWNER, "12", reply_to=asked.row)
    assert (await _juror(office)).capacity == 12
    for wrong in ("0", "201", "dużo", "٣"):
        assert to(await office.writes(OWNER, wrong, reply_to=asked.row), OWNER) == [
            "Podaj liczbę od 1 do 200."
        ]
    assert (await _juror(office)).capacity == 12


async def test_a_removed_juror_loses_offers_and_running_work_and_keeps_what_was_sent(office: Office) -> None:
    await _cast(office)
    offer = await give(office, "J-20", 1, "telefon")
    running = await give(office, "J-20", 2, "telefon", State.RUNNING)
    sent = await give(office, "J-20", 1, "email")
    await office.submits(sent)
    which = (await office.taps(OWNER, await _card(office), "Usuń"))[-1]
    asked = (await office.taps(OWNER, which, "Wycofaj"))[-1]
    assert asked.text.splitlines() == [
        "<b>Usuwasz jurora J-20</b>",
        f"• oferty do wycofania: 1 ({offer.label})",
        f"• w toku, do wycofania: 1 ({running.label})",
        "• zostają: do sprawdzenia 1, zatwierdzone 0",
        "Wycofane kontakty wrócą do przydziału.",
    ]
    heard = await office.taps(OWNER, asked, "Usuń")
    assert to(heard, "J-20")[-1] == (
        "Twój udział się zakończył, a otwarte zadania zostały odwołane. Dziękuję. Dane: /moje_dane, /zapomnij"
    )
    assert [await _state(office, task) for task in (offer, running, sent)] == [
        State.CANCELLED,
        State.CANCELLED,
        State.SUBMITTED,
    ]
    assert (await _juror(office)).state == "removed"
    assert [line for line in to(heard, OWNER) if "usunięty" in line] == [
        "Juror <b>J-20</b> jest usunięty. Do przydziału wróciły 2 kontakty."
    ]
    for kind in ("lapse", "nudge", "overdue"):
        assert await due.of(office.house.db.reading, kind, str(running.id)) == []


async def test_running_work_may_be_left_to_the_juror(office: Office) -> None:
    await _cast(office)
    offer = await give(office, "J-20", 1, "telefon")
    running = await give(office, "J-20", 2, "telefon", State.RUNNING)
    which = (await office.taps(OWNER, await _card(office), "Usuń"))[-1]
    asked = (await office.taps(OWNER, which, "Niech dokończy"))[-1]
    heard = await office.taps(OWNER, asked, "Usuń")
    assert to(heard, "J-20")[-1].startswith("Nie dostaniesz już nowych zadań. Te, które masz w toku, możesz")
    assert [await _state(office, task) for task in (offer, running)] == [State.CANCELLED, State.RUNNING]
    restored = await office.taps(OWNER, await _card(office), "Przywróć")
    assert to(restored, "J-20") == ["Znów możesz dostawać zadania. Lista: /zadania"]
    assert (await _juror(office)).state == "active"


async def test_a_removal_of_work_that_has_moved_is_refused(office: Office) -> None:
    await _cast(office)
    asked = (await office.taps(OWNER, await _card(office), "Usuń"))[-1]
    offer = await give(office, "J-20", 1, "telefon")
    assert to(await office.taps(OWNER, asked, "Usuń"), OWNER) == [
        "U jurora J-20 coś się w międzyczasie zmieniło. Zacznij jeszcze raz: /jurorzy J-20"
    ]
    assert await _state(office, offer) is State.OFFERED
    assert (await _juror(office)).state == "active"


async def test_who_never_finished_registering_is_shut_out(office: Office) -> None:
    await _cast(office)

    await office.house.db.transact(lambda tx: jurors.begin(tx, "J-21"))
    asked = (await office.taps(OWNER, await _card(office, "J-21"), "Usuń"))[-1]
    await office.taps(OWNER, asked, "Usuń")
    found = await people.find(office.house.db.reading, "J-21")
    assert found is not None
    assert found.roles == frozenset()


async def test_a_declared_conflict_takes_live_work_away(office: Office) -> None:
    await _cast(office)
    running = await give(office, "J-20", 1, "telefon", State.RUNNING)
    elsewhere = await give(office, "J-20", 2, "telefon", State.RUNNING)
    listed = (await office.taps(OWNER, await _card(office), "Konflikty"))[-1]
    prompt = (await office.taps(OWNER, listed, "Dodaj"))[-1]
    assert to(await office.writes(OWNER, "krowa", reply_to=prompt.row), OWNER) == [
        "Nie znalazłem uczestnika, którego nazwa albo miejscowość zawiera „krowa”. Napisz inaczej."
    ]
    found = (await office.writes(OWNER, "WIELI", reply_to=prompt.row))[-1]
    assert list(found.buttons) == ["Gmina <Wieliszew>"]
    asked = (await office.taps(OWNER, found, "Gmina"))[-1]
    assert asked.text.splitlines() == [
        "Juror <b>J-20</b> nie będzie oceniać uczestnika <b>Gmina &lt;Wieliszew&gt;</b>.",
        f"Zadanie {running.label} zostanie odwołane i wróci do przydziału.",
    ]
    heard = await office.taps(OWNER, asked, "Zapisz konflikt")
    assert to(heard, "J-20")[-1] == (
        f"Zadanie {running.label} zostało odwołane. To nie wpływa na Twoją ocenę."
    )
    assert [await _state(office, task) for task in (running, elsewhere)] == [State.CANCELLED, State.RUNNING]
    assert await jurors.declared(office.house.db.reading, "J-20") == {1: "organiser"}


async def test_a_conflict_is_lifted_after_telling_who_declared_it(office: Office) -> None:
    await _cast(office)
    await office.house.db.transact(
        lambda tx: jurors.declare_conflict(tx, "J-20", 2, "offer", office.clock.at)
    )
    listed = (await office.taps(OWNER, await _card(office), "Konflikty"))[-1]
    asked = (await office.taps(OWNER, listed, "Zdejmij: Miasto"))[-1]
    assert "Zgłosił go sam juror, odmawiając zadania: najpierw go zapytaj." in asked.text
    assert to(await office.taps(OWNER, asked, "Zdejmij"), OWNER)[-1] == "Konflikt zdjęty: J-20, Miasto Łomża."
    assert await jurors.declared(office.house.db.reading, "J-20") == {}


async def test_a_recused_planner_reads_neither_the_work_nor_the_conflict_there(office: Office) -> None:
    await _cast(office)
    await give(office, "J-20", 1, "telefon")
    await office.house.db.transact(
        lambda tx: jurors.declare_conflict(tx, "J-20", 1, "offer", office.clock.at)
    )
    await office.house.db.transact(
        lambda tx: recusals.declare(tx, OWNER, 1, "work", by=CHECKER, at=office.clock.at)
    )
    card = await _card(office)
    assert card.text.splitlines()[:2] == [
        "<b>J-20</b> · gotowy · zadania 0 z 5",
        "Oferty 0 · w toku 0 · do sprawdzenia 0 · zatwierdzone 0",
    ]
    assert "Wieliszew" not in card.text
    for data in ("kj:bar:J-20:1", "kj:unbar:J-20:1"):
        heard = await office.taps_data(OWNER, data)
        assert "Wieliszew" not in "".join(to(heard, OWNER))
