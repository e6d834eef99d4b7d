"""A contact goes to another juror by hand: shown first, whole, and only where it has not taken place."""

from __future__ import annotations

from contest.assignment import State
from contest.entrants import Entrant
from storage import assignments, jurors, people, recusals
from storage.assignments import Assignment
from storage.database import Writing
from tests.bot.office import OWNER, Heard, Office, to

GMINA = Entrant(0, "Gmina Wieliszew", "gmina_wiejska", voivodeship="mazowieckie", population=21554)


async def _offered(office: Office) -> Assignment:
    """A telephone call offered to the first of three jurors; the third does not telephone."""
    await office.has(GMINA)
    await office.joins("J-20")
    task = next(one for one in await office.plans() if one.channel == "telefon")
    await office.joins("J-21")
    await office.joins("J-22")
    await office.house.db.transact(
        lambda tx: jurors.adjust(tx, "J-22", regions=["mazowieckie"], channels=["www"], capacity=5)
    )
    return task


async def _ask(office: Office, task: Assignment, *, whom: str = "J-21") -> Heard:
    """From the juror's card to what passing it on would do."""
    card = (await office.writes(OWNER, f"/jurorzy {task.juror}"))[-1]
    listed = (await office.taps(OWNER, card, "Przekaż zadanie"))[-1]
    choice = (await office.taps(OWNER, listed, task.label))[-1]
    assert [label.split()[0] for label in choice.buttons] == ["J-21"]
    return (await office.taps(OWNER, choice, whom))[-1]


async def _now(office: Office, task: Assignment) -> list[tuple[str, State]]:
    """Everybody who has or had this contact, and what became of it."""
    tasks = await assignments.of_entrant(office.house.db.reading, task.entrant)
    return [(one.juror, one.state) for one in tasks if one.channel == task.channel]


async def test_an_offer_goes_to_somebody_else_and_both_read_so(office: Office) -> None:
    task = await _offered(office)
    shown = await _ask(office, task)
    assert shown.text.splitlines() == [
        f"Przekazujesz <b>{task.label}</b>: J-20 → J-21.",
        f"<b>{task.label}</b> · Gmina Wieliszew · Telefon · J-20 · propozycja",
        "J-20 jeszcze nie odpowiada na propozycję. Przeczyta, że zadanie jest odwołane.",
    ]

    heard = await office.taps(OWNER, shown, "Przekaż")
    assert await _now(office, task) == [("J-20", State.CANCELLED), ("J-21", State.OFFERED)]
    assert f"Zadanie {task.label} zostało odwołane. To nie wpływa na Twoją ocenę." in to(heard, "J-20")
    [offer] = to(heard, "J-21")
    assert "Telefon" in offer
    assert "Wieliszew" not in offer  # a lock screen shows no institution
    new = (await assignments.of_juror(office.house.db.reading, "J-21"))[0]
    assert to(heard, OWNER)[-1] == (
        f"Przekazane. J-21 dostaje propozycję <b>{new.label}</b>, a J-20 czyta, że <b>{task.label}</b> jest odwołane."
    )
    assert (new.number, new.scenario, new.scenarios) == (task.number, task.scenario, task.scenarios)


async def test_what_is_under_way_is_passed_on_with_a_warning(office: Office) -> None:
    task = await _offered(office)
    for press in ("ay", "as"):
        await office.taps_data(task.juror, f"{press}:{task.id}")
    shown = await _ask(office, task)
    assert shown.text.splitlines()[-1] == (
        "J-20 jest w trakcie: kontakt z instytucją mógł się już zacząć. Zapisane odpowiedzi nie wejdą do wyniku, "
        "a J-20 przeczyta, że zadanie jest odwołane."
    )

    await office.taps(OWNER, shown, "Przekaż")
    assert await _now(office, task) == [("J-20", State.CANCELLED), ("J-21", State.OFFERED)]


async def test_what_changed_since_it_was_shown_is_left_as_it_is(office: Office) -> None:
    task = await _offered(office)
    shown = await _ask(office, task)
    await office.taps_data(task.juror, f"ay:{task.id}")

    assert to(await office.taps(OWNER, shown, "Przekaż"), OWNER) == [
        f"Od pokazania zadanie {task.label} zmieniło stan, więc nic nie zrobiłem. Otwórz je jeszcze raz."
    ]
    assert await _now(office, task) == [("J-20", State.ACCEPTED)]


async def test_nobody_gets_it_who_left_since(office: Office) -> None:
    task = await _offered(office)
    shown = await _ask(office, task)
    await office.house.db.transact(lambda tx: jurors.remove(tx, "J-21"))

    told = "J-21 nie bierze teraz udziału w przydziale."
    assert to(await office.taps(OWNER, shown, "Przekaż"), OWNER) == [told]
    assert await _now(office, task) == [("J-20", State.OFFERED)]


async def test_what_was_submitted_stays_with_its_juror(office: Office) -> None:
    task = await _offered(office)
    await office.submits(task)

    assert to(await office.taps_data(OWNER, f"lt:t:{task.id}"), OWNER) == [
        f"Zadania {task.label} nie można już przekazać: zgłoszenie jest wysłane albo zadanie się skończyło."
    ]


async def test_who_has_an_interest_neither_sees_nor_moves_it(office: Office) -> None:
    task = await _offered(office)
    card = (await office.writes(OWNER, "/uczestnicy wieliszew"))[-1]
    assert "Przekaż zadanie" in card.buttons
    listed = (await office.taps(OWNER, card, "Przekaż zadanie"))[-1]
    assert len(listed.text.splitlines()) == 1 + 5

    async def away(tx: Writing) -> None:
        await people.enlist(tx, "O-12", 3, name="Planista", language="pl", at=office.clock.at)
        await people.grant(tx, "O-12", ["planner"])
        await recusals.declare(tx, "O-12", task.entrant, "work", by="O-12", at=office.clock.at)

    await office.house.db.transact(away)
    assert "Przekaż zadanie" not in (await office.writes("O-12", "/jurorzy J-20"))[-1].buttons
    dead = to(await office.taps_data("O-12", "nic:1"), "O-12")
    for data in (f"lt:t:{task.id}", f"lt:e:{task.entrant}:0", f"lt:w:{task.id}:J-21"):
        assert to(await office.taps_data("O-12", data), "O-12") == dead
