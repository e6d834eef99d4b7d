"""A second opinion: another juror makes the contact, both stand side by side, and one decision settles which of them count."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from contest.assignment import Act, State, move
from contest.entrants import Entrant
from storage import assignments, audits, jurors, opinions, recusals
from storage.assignments import Assignment
from storage.database import Writing
from tests.bot.office import CHECKER, OWNER, Heard, Office, to

GMINA = Entrant(0, "Gmina Wieliszew", "gmina_wiejska", voivodeship="mazowieckie", population=21554)


async def _doubted(office: Office, channel: str = "www") -> Assignment:
    """A submission of J-20 that a checker has on the table."""
    await office.has(GMINA)
    await office.joins("J-20")
    [task] = [one for one in await office.plans() if one.channel == channel]
    await office.submits(task)
    for code in ("J-21", "J-22", "J-23"):
        await office.joins(code)
    return task


async def _card(office: Office, task: Assignment, code: str = CHECKER) -> Heard:
    audit = await audits.newest_of(office.house.db.reading, task.id)
    assert audit is not None
    return (await office.taps_data(code, f"c:{audit.id}"))[-1]


async def _asks(office: Office, task: Assignment, juror: str, button: str = "Druga opinia") -> Assignment:
    """The checker asks, and chooses this juror; the further contact."""
    shown = await _card(office, task)
    if button not in shown.buttons:
        shown = (await office.taps(CHECKER, shown, "Porównaj"))[-1]
    who = (await office.taps(CHECKER, shown, button))[-1]
    await office.taps(CHECKER, who, juror)
    [extra] = await assignments.in_state(office.house.db.reading, {State.OFFERED})
    return extra


async def _states(office: Office, *tasks: Assignment) -> list[tuple[State, int]]:
    found = [await assignments.find(office.house.db.reading, task.id) for task in tasks]
    return [(one.state, one.number) for one in found if one is not None]


async def _drops_other_offers(office: Office) -> None:
    """Only the further contact is on offer afterwards."""

    async def act(tx: Writing) -> None:
        for task in await assignments.in_state(tx, {State.OFFERED}):
            to_ = move(task.state, Act.CANCEL)
            at = office.clock.at
            await assignments.change(tx, task.id, frm=task.state, to=to_, reason="", by=OWNER, at=at)

    await office.house.db.transact(act)


@pytest.fixture
async def doubted(office: Office) -> Assignment:
    task = await _doubted(office)
    await _drops_other_offers(office)
    return task


async def test_another_juror_gets_an_ordinary_task_that_says_nothing_of_the_first(
    office: Office, doubted: Assignment
) -> None:
    shown = await _card(office, doubted)
    who = (await office.taps(CHECKER, shown, "Druga opinia"))[-1]
    assert list(who.buttons) == ["J-21 · 0/30", "J-22 · 0/30", "J-23 · 0/30"]
    heard = await office.taps(CHECKER, who, "J-22")
    [extra] = await assignments.in_state(office.house.db.reading, {State.OFFERED})
    assert (extra.juror, extra.channel, extra.number, extra.aim) == ("J-22", "www", 2, "opinion")
    assert (extra.scenario, extra.checklist) == (doubted.scenario, doubted.checklist)
    [told] = to(heard, "J-22")
    assert doubted.label not in told
    assert "opini" not in told
    assert to(heard, CHECKER)[-1].startswith(f"Juror J-22 dostaje zadanie <b>{extra.label}</b>")
    [opinion] = await opinions.everything_open(office.house.db.reading)
    assert (opinion.assignment, opinion.doubted) == (extra.id, doubted.id)


async def test_while_it_is_awaited_nothing_is_decided_and_the_queue_says_so(
    office: Office, doubted: Assignment
) -> None:
    before = await _card(office, doubted)
    extra = await _asks(office, doubted, "J-21")
    for button in ("Zatwierdź", "Wyklucz"):
        [refusal] = to(await office.taps(CHECKER, before, button), CHECKER)
        assert refusal.startswith(f"O tym samym kontakcie są dwie opinie: {doubted.label} i {extra.label}.")
    [refusal] = to(await office.taps(CHECKER, before, "Druga opinia"), CHECKER)
    assert refusal == f"Druga opinia o {doubted.label} jest już w drodze."
    assert "Czeka na drugą opinię." in to(await office.writes(CHECKER, "/kontrola"), CHECKER)[-1]
    held = await _card(office, doubted)
    assert list(held.buttons) == ["Teksty · 5", "Zwróć do poprawy", "Odwołaj drugą opinię"]
    assert (
        f"Druga opinia: <b>{extra.label}</b>, juror J-21, bez odpowiedzi na propozycję, termin" in held.text
    )


async def test_the_second_counts_in_the_place_of_the_first(office: Office, doubted: Assignment) -> None:
    extra = await _asks(office, doubted, "J-21")
    arrived = to(await office.submits(extra, good=False), CHECKER)
    assert arrived == [f"Przyszła opinia <b>{extra.label}</b> o kontakcie <b>{doubted.label}</b>."]
    beside = (await office.taps(CHECKER, await _card(office, doubted), "Porównaj"))[-1]
    assert f"<b>1</b> · {doubted.label} · juror J-20" in beside.text
    assert f"<b>2</b> · {extra.label} · juror J-21" in beside.text
    assert "To dużo, rozstrzygnąć może trzecia opinia." in beside.text
    assert "<b>1: Tak · 2: Nie</b>" in beside.text
    assert list(beside.buttons) == [
        "Liczy się 1",
        "Liczy się 2",
        "Średnia 1+2",
        "Trzecia opinia",
        doubted.label,
        extra.label,
        "Żadna się nie liczy",
    ]
    heard = await office.taps(CHECKER, beside, "Liczy się 2")
    assert await _states(office, doubted, extra) == [(State.EXCLUDED, 1), (State.APPROVED, 1)]
    [left_out] = [one for one in heard if one.person == "J-20"]
    [why] = to(await office.taps("J-20", left_out, "Pokaż powód"), "J-20")
    assert "Ten kontakt powtórzył inny juror i do wyniku weszło jego zgłoszenie." in why
    assert f"Zadanie <b>{extra.label}</b> jest sprawdzone i zatwierdzone. Dziękuję." in to(heard, "J-21")
    assert not [text for text in to(heard, OWNER) if "zaplanować od nowa" in text]
    assert await opinions.everything_open(office.house.db.reading) == []


async def test_both_count_as_two_contacts(office: Office, doubted: Assignment) -> None:
    extra = await _asks(office, doubted, "J-21")
    await office.submits(extra)
    beside = (await office.taps(CHECKER, await _card(office, extra), "Porównaj"))[-1]
    assert "Żadna odpowiedź się nie różni." in beside.text
    await office.taps(CHECKER, beside, "Średnia 1+2")
    assert await _states(office, doubted, extra) == [(State.APPROVED, 1), (State.APPROVED, 2)]


async def test_a_third_opinion_settles_a_disagreement(office: Office, doubted: Assignment) -> None:
    extra = await _asks(office, doubted, "J-21")
    await office.submits(extra, good=False)
    before = (await office.taps(CHECKER, await _card(office, doubted), "Porównaj"))[-1]
    third = await _asks(office, doubted, "J-23", "Trzecia opinia")
    assert third.number == 3
    [stale] = to(await office.taps(CHECKER, before, "Liczy się 1"), CHECKER)
    assert stale.startswith("W międzyczasie coś się zmieniło.")
    await office.submits(third)
    beside = (await office.taps(CHECKER, await _card(office, third), "Porównaj"))[-1]
    choices = [label for label in beside.buttons if label.startswith(("Liczy", "Średnia", "Trzecia"))]
    assert choices == [
        "Liczy się 1",
        "Liczy się 2",
        "Liczy się 3",
        "Średnia 1+2",
        "Średnia 1+3",
        "Średnia 2+3",
        "Średnia 1+2+3",
    ]
    await office.taps(CHECKER, beside, "Średnia 1+3")
    assert await _states(office, doubted, extra, third) == [
        (State.APPROVED, 1),
        (State.EXCLUDED, 2),
        (State.APPROVED, 3),
    ]


async def test_a_second_opinion_is_called_off_before_it_comes(office: Office, doubted: Assignment) -> None:
    extra = await _asks(office, doubted, "J-21")
    heard = await office.taps(CHECKER, await _card(office, doubted), "Odwołaj")
    assert [text for text in to(heard, "J-21") if "nie jest już potrzebne" in text]
    assert await _states(office, extra) == [(State.CANCELLED, 2)]
    assert "Zatwierdź" in (await _card(office, doubted)).buttons


async def test_an_opinion_that_fell_through_leaves_the_checker_free(
    office: Office, doubted: Assignment
) -> None:
    extra = await _asks(office, doubted, "J-21")
    await office.taps_data("J-21", f"ar:{extra.id}:time")
    shown = await _card(office, doubted)
    assert "Druga opinia nie doszła do skutku." in shown.text
    await office.taps(CHECKER, shown, "Zatwierdź")
    assert await _states(office, doubted) == [(State.APPROVED, 1)]
    assert await opinions.everything_open(office.house.db.reading) == []


async def test_two_checkers_at_once_settle_it_once(office: Office, doubted: Assignment) -> None:
    extra = await _asks(office, doubted, "J-21")
    await office.submits(extra)
    mine = (await office.taps(CHECKER, await _card(office, doubted), "Porównaj"))[-1]
    yours = (await office.taps(OWNER, await _card(office, doubted, OWNER), "Porównaj"))[-1]
    await office.taps(CHECKER, mine, "Liczy się 1")
    assert to(await office.taps(OWNER, yours, "Liczy się 2"), OWNER) == [
        f"Zgłoszenie {doubted.label} ktoś już zatwierdził. Następne: /kontrola"
    ]
    assert await _states(office, doubted, extra) == [(State.APPROVED, 1), (State.EXCLUDED, 2)]


async def test_only_jurors_who_may_are_offered(office: Office) -> None:
    task = await _doubted(office, "wizyta")
    await _drops_other_offers(office)
    at = office.clock.at
    await office.joins("J-24", regions=("śląskie",))  # another region
    await office.joins("J-25", capacity=0)
    await office.house.db.transact(
        lambda tx: jurors.declare_conflict(tx, "J-21", task.entrant, "organiser", at)
    )
    await office.house.db.transact(lambda tx: jurors.pause(tx, "J-22"))
    who = (await office.taps(CHECKER, await _card(office, task), "Druga opinia"))[-1]
    assert list(who.buttons) == ["J-23 · 0/30"]
    await office.taps(CHECKER, who, "J-23")
    [extra] = await assignments.in_state(office.house.db.reading, {State.OFFERED})
    assert extra.scenario != task.scenario  # somebody there might remember the story


async def test_nobody_able_and_no_time_left_are_said(office: Office) -> None:
    task = await _doubted(office)
    shown = await _card(office, task)
    for code in ("J-21", "J-22", "J-23"):
        await office.house.db.transact(lambda tx, code=code: jurors.pause(tx, code))  # type: ignore[misc] # bound now
    assert to(await office.taps(CHECKER, shown, "Druga opinia"), CHECKER)[0].startswith(
        f"Nikt inny nie może teraz powtórzyć kontaktu {task.label}"
    )
    office.clock.at = datetime(2026, 12, 31, tzinfo=UTC)
    assert to(await office.taps(CHECKER, shown, "Druga opinia"), CHECKER) == [
        "Na drugą opinię jest już za późno: inny juror nie zdąży przed końcem."
    ]


async def test_a_checker_with_an_interest_decides_nothing(office: Office, doubted: Assignment) -> None:
    extra = await _asks(office, doubted, "J-21")
    await office.submits(extra)
    beside = (await office.taps(CHECKER, await _card(office, doubted), "Porównaj"))[-1]
    at = office.clock.at
    await office.house.db.transact(
        lambda tx: recusals.declare(tx, CHECKER, doubted.entrant, "siostra", by=CHECKER, at=at)
    )
    for data in beside.buttons.values():
        assert to(await office.taps_data(CHECKER, data), CHECKER)[0].startswith(
            "Ten przycisk już nie działa."
        )
    assert await _states(office, doubted, extra) == [(State.SUBMITTED, 1), (State.SUBMITTED, 2)]
