"""The daily digest and reminders by hand: to the right people, with what they may know, and only when there is something."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import cast

import pytest

from bot.house import SYSTEM, Turn
from bot.organiser import daily
from contest.assignment import State
from contest.entrants import Entrant
from storage import assignments, entrants, journal, people, recusals
from storage.database import Writing
from storage.journal import Head
from tests.bot.office import CHECKER, OWNER, Office, to

GMINA = Entrant(0, "Gmina Jasna", "gmina_wiejska", voivodeship="mazowieckie", population=9000, phone="22 1")
EIGHT = datetime(2026, 10, 6, 6, 0, tzinfo=UTC)


@pytest.fixture
async def morning(office: Office) -> Office:
    """An office in which the digest comes at eight."""
    digest = office.house.config.digest.model_copy(update={"at": time(8)})
    office.house = replace(office.house, config=office.house.config.model_copy(update={"digest": digest}))
    await office.house.db.transact(lambda tx: daily.begin(office.house, tx))
    return office


async def test_the_digest_comes_at_its_hour_to_each_by_role(morning: Office) -> None:
    await morning.has(GMINA)
    await morning.joins("J-20", capacity=3)
    await morning.submits((await morning.plans())[0])
    morning.clock.at = EIGHT - timedelta(minutes=1)
    assert to(await morning.ticks(), OWNER) == []
    morning.clock.at = EIGHT
    heard = await morning.ticks()
    [mine], [theirs] = to(heard, OWNER), to(heard, CHECKER)
    assert mine.splitlines()[:2] == [
        "<b>Skrót dnia</b> · zbieranie ocen",
        "Koniec zbierania: pt. 20 listopada, 20:00 (za 45 dni)",
    ]
    assert "• 2 kontakty bez jurora" in mine
    assert "• 1 nowe zgłoszenie" in mine
    assert "bez jurora" not in theirs
    assert "• 1 zgłoszenie do sprawdzenia" in theirs
    morning.clock.at = EIGHT + timedelta(days=1)
    assert "nowe zgłoszenie" not in to(await morning.ticks(), CHECKER)[0]


async def test_who_has_nothing_to_read_gets_nothing(morning: Office) -> None:
    morning.clock.at = EIGHT
    heard = await morning.ticks()
    assert len(to(heard, OWNER)) == 1  # there are no entrants yet
    assert to(heard, CHECKER) == []


async def test_the_head_of_the_night_stands_in_the_digest_once_and_comes_alone_to_who_has_nothing_else(
    morning: Office,
) -> None:
    head = Head(17, "ab" * 32)
    system = Turn(morning.house, cast("Writing", None), SYSTEM, morning.clock.at, "night")
    await morning.house.db.transact(lambda tx: daily.publish(replace(system, tx=tx), head, backup=True))
    assert await morning.ticks() == []
    morning.clock.at = EIGHT
    heard = await morning.ticks()
    seal = f"Kopia z nocy zrobiona i sprawdzona. Dziennik: wpis 17, pieczęć <code>{'ab' * 16}</code>"
    [mine], [theirs] = to(heard, OWNER), to(heard, CHECKER)
    assert mine.startswith("<b>Skrót dnia</b>")
    assert seal in mine
    assert theirs.startswith(seal)
    morning.clock.at += timedelta(days=1)
    assert to(await morning.ticks(), CHECKER) == []


async def test_the_digest_says_nothing_of_an_entrant_of_interest(morning: Office) -> None:
    await morning.has(GMINA)
    await morning.joins("J-20", capacity=3)
    await morning.submits((await morning.plans())[0])
    [entrant] = await entrants.everything(morning.house.db.reading)
    await morning.house.db.transact(
        lambda tx: recusals.declare(tx, CHECKER, entrant.id, "brat", by=OWNER, at=morning.clock.at)
    )
    morning.clock.at = EIGHT
    assert to(await morning.ticks(), CHECKER) == []


async def test_after_an_outage_the_digest_comes_once(morning: Office) -> None:
    morning.clock.at = EIGHT + timedelta(days=5, hours=2)
    assert len(to(await morning.ticks(), OWNER)) == 1
    assert to(await morning.ticks(), OWNER) == []


async def test_without_an_hour_there_is_no_digest(office: Office) -> None:
    await office.house.db.transact(lambda tx: daily.begin(office.house, tx))
    office.clock.at = EIGHT
    assert to(await office.ticks(), OWNER) == []


async def test_nobody_is_reminded_when_nobody_is_slow(office: Office) -> None:
    assert to(await office.writes(OWNER, "/przypomnij"), OWNER) == [
        "Nikt teraz nie zwleka, więc nie ma komu przypominać."
    ]


async def test_a_reminder_is_shown_with_its_numbers_and_sent_once_a_day(office: Office) -> None:
    await office.has(GMINA, replace(GMINA, name="Gmina Ciemna"))
    for code in ("J-20", "J-21", "J-22"):
        await office.joins(code, capacity=3)
    offers = await office.plans()
    first = next(one for one in offers if one.juror == "J-20")
    await office.taps_data("J-20", f"ay:{first.id}")
    await office.house.db.transact(
        lambda tx: people.set_reachable(tx, "J-22", reachable=False, at=office.clock.at)
    )
    office.clock.at += timedelta(hours=12)
    shown = (await office.writes(OWNER, "/przypomnij"))[-1]
    assert shown.text.splitlines() == [
        "<b>Przypomnienia</b>",
        "• bez odpowiedzi na ofertę: 3 (8 ofert)",
        "",
        "Nie dostaną, bo nie odbierają wiadomości: J-22.",
        "",
        "Przypomnienie dostanie 2 jurorów, każdy w jednej wiadomości.",
    ]
    empty = (await office.taps(OWNER, shown, "☑ Oferty"))[-1]
    assert list(empty.buttons) == ["☐ Oferty", "Odrzuć"]
    again = (await office.taps(OWNER, empty, "☐ Oferty"))[-1]
    for task in offers:  # somebody answers meanwhile
        if task.juror == "J-21":
            await office.taps_data("J-21", f"ay:{task.id}")
    heard = await office.taps(OWNER, again, "Wyślij")
    assert to(heard, "J-20") == ["Organizator przypomina:\n• 2 propozycje czekają na Twoją odpowiedź"]
    assert to(heard, "J-21") == []
    assert to(heard, OWNER)[-1] == "Wysłałem przypomnienie: 1 juror."
    assert [one.details for one in await journal.entries(office.house.db.reading, 1, "jurors.remind")] == [
        {"count": 1}
    ]
    shown = (await office.writes(OWNER, "/przypomnij"))[-1]
    assert "Dostali już dzisiaj: J-20." in shown.text
    assert not any(label.startswith("Wyślij") for label in shown.buttons)


async def test_work_close_to_its_due_date_is_late_and_the_juror_opens_it_from_the_reminder(
    office: Office,
) -> None:
    await office.has(GMINA)
    await office.joins("J-20", capacity=1)
    [task] = await office.plans()
    await office.taps_data("J-20", f"ay:{task.id}")
    found = await assignments.find(office.house.db.reading, task.id)
    assert found is not None
    assert found.state is State.ACCEPTED
    office.clock.at = found.due_at - timedelta(days=2)
    panel = (await office.writes(OWNER, "/panel"))[-1]
    assert "• 1 juror zwleka z odpowiedzią albo z terminem" in panel.text
    shown = (await office.taps(OWNER, panel, "Przypomnij jurorom"))[-1]
    heard = await office.taps(OWNER, shown, "Wyślij")
    reminder = next(one for one in heard if one.person == "J-20")
    assert reminder.text == "Organizator przypomina:\n• 1 zadanie ma bliski termin"
    tasks = (await office.taps("J-20", reminder, "Zobacz zadania"))[-1]
    assert task.label in tasks.text
