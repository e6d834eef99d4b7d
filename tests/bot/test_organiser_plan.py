"""A plan is proposed, shown with what it leaves empty, and applied as a whole on one tap."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

import pytest

from bot.house import House
from contest.assignment import Act, State, move
from contest.entrants import Entrant
from contest.planning.rules import Rules
from storage import assignments, edition, jurors
from tests.bot.office import OWNER, Office, to

GMINA = Entrant(0, "Gmina Wieliszew", "gmina_wiejska", voivodeship="mazowieckie", population=21554)
MIASTO = Entrant(0, "Miasto Kraków", "miasto_na_prawach", voivodeship="małopolskie", population=800_000)
STALE = "Od pokazania planu coś się zmieniło, więc nic nie wysłałem. Nie pasują już kontakty:"
NOWHERE = Entrant(0, "Gmina Znikąd", "gmina_wiejska")


async def test_a_plan_is_shown_and_then_offered(office: Office) -> None:
    await office.has(GMINA)
    await office.joins("J-20", capacity=3)
    await office.joins("J-21")
    shown = (await office.writes(OWNER, "/przydzial"))[-1]
    lines = shown.text.splitlines()
    assert lines[0].startswith("<b>Propozycja przydziału</b>: 5 zadań z 5 możliwych (ziarno losowania ")
    assert lines[-3] == "<pre>juror ma nowe limit"
    assert (await assignments.everything(office.house.db.reading)) == []

    heard = await office.taps(OWNER, shown, "Zatwierdź")
    assert to(heard, OWNER)[-1] == "Wysłałem 5 propozycji. Jurorzy: 2.\nZaczyna się zbieranie ocen."
    offers = [one for one in heard if one.person.startswith("J-")]
    assert len(offers) == 5
    assert not any("Wieliszew" in offer.text for offer in offers)  # a lock screen shows no institution
    made = await assignments.everything(office.house.db.reading)
    assert {(one.entrant, one.channel, one.number, one.state) for one in made} == {
        (1, channel, 1, State.OFFERED) for channel in ("wizyta", "telefon", "email", "www", "social")
    }
    assert await edition.phase(office.house.db.reading) == "collecting"


async def test_a_window_ends_with_the_collecting(office: Office) -> None:
    office.clock.at = datetime(2026, 11, 10, 9, 0, tzinfo=UTC)
    await office.has(GMINA)
    await office.joins("J-20")
    made = await office.plans()
    assert {(one.opens_at, one.answer_by, one.due_at) for one in made} == {
        (
            office.clock.at,
            datetime(2026, 11, 11, 9, 0, tzinfo=UTC),
            datetime(2026, 11, 20, 19, 0, tzinfo=UTC),
        )
    }


async def test_what_stays_empty_is_told_by_reason(office: Office) -> None:
    await office.has(GMINA, MIASTO, NOWHERE)
    await office.joins("J-20", regions=("mazowieckie",))
    text = (await office.writes(OWNER, "/przydzial"))[-1].text
    assert "Wizyta: bez potrzebnych danych, więc poza planem – 1." in text
    assert "Bez jurora zostaje: 1" in text
    assert "• 1 × Żaden juror nie jeździ na wizyty w regionie „małopolskie”. Zaproś kogoś stamtąd." in text


async def _removed(office: Office) -> None:
    await office.house.db.transact(lambda tx: jurors.remove(tx, "J-20"))


async def _gone(office: Office) -> None:
    asked = (await office.writes("J-20", "/zapomnij"))[-1]
    await office.taps("J-20", asked, "Usuń")


@pytest.mark.parametrize("leaves", [_removed, _gone])
async def test_a_juror_who_left_meanwhile_gets_nothing(
    office: Office, leaves: Callable[[Office], Awaitable[None]]
) -> None:
    await office.has(GMINA)
    await office.joins("J-20")
    shown = (await office.writes(OWNER, "/przydzial"))[-1]
    await leaves(office)
    heard = await office.taps(OWNER, shown, "Zatwierdź")
    assert [one for one in heard if one.person == "J-20"] == []
    assert to(heard, OWNER)[-1].splitlines() == [STALE, "• juror przestał być dostępny – 5"]
    assert await edition.phase(office.house.db.reading) == "preparation"


async def test_a_plan_whose_contacts_somebody_has_meanwhile_is_refused_whole(office: Office) -> None:
    await office.has(GMINA)
    await office.joins("J-20")
    first = (await office.writes(OWNER, "/przydzial"))[-1]
    second = (await office.writes(OWNER, "/przydzial"))[-1]
    await office.taps(OWNER, first, "Zatwierdź")
    heard = await office.taps(OWNER, second, "Zatwierdź")
    assert to(heard, OWNER)[-1].splitlines() == [STALE, "• ma je już kto inny – 5"]
    assert len(await assignments.everything(office.house.db.reading)) == 5


async def test_what_was_declined_is_planned_for_somebody_else(office: Office) -> None:
    await office.has(GMINA)
    await office.joins("J-20")
    task = (await office.plans())[0]
    await office.joins("J-21")

    await office.house.db.transact(
        lambda tx: assignments.change(
            tx,
            task.id,
            frm=task.state,
            to=move(task.state, Act.DECLINE),
            reason="time",
            by="J-20",
            at=office.clock.at,
        )
    )
    shown = (await office.writes(OWNER, "/przydzial"))[-1]
    assert "1 zadanie z 1 możliwych" in shown.text
    await office.taps(OWNER, shown, "Zatwierdź")
    [again] = [
        one
        for one in await assignments.in_state(office.house.db.reading, {State.OFFERED})
        if one.juror == "J-21"
    ]
    assert (again.entrant, again.channel, again.number) == (task.entrant, task.channel, task.number)


async def test_nothing_is_offered_after_the_collecting(office: Office) -> None:
    await office.has(GMINA)
    await office.joins("J-20")
    shown = (await office.writes(OWNER, "/przydzial"))[-1]
    office.clock.at = datetime(2026, 11, 20, 19, 0, tzinfo=UTC)
    late = "Zbieranie ocen jest zakończone, więc nowych zadań nie można już rozdzielać."
    assert to(await office.writes(OWNER, "/przydzial"), OWNER) == [late]
    assert "nieaktualna" in to(await office.taps(OWNER, shown, "Zatwierdź"), OWNER)[0]  # a day old, and more


async def test_without_jurors_there_is_a_hint(office: Office) -> None:
    await office.has(GMINA)
    assert to(await office.writes(OWNER, "/przydzial"), OWNER) == [
        "Nie ma jeszcze jurorów gotowych do pracy. Zaproś ich: /zapros"
    ]


async def test_with_rotation_one_juror_is_seen_once_and_the_rest_is_explained(
    office: Office,
) -> None:
    office.house = _with(office, Rules())
    await office.has(GMINA)
    await office.joins("J-20")
    shown = (await office.writes(OWNER, "/przydzial"))[-1]
    assert "2 zadania z 5 możliwych" in shown.text
    assert "Jedyny odpowiedni juror nie może mieć więcej kontaktów u tego uczestnika (rotacja)." in shown.text
    assert "może zrobić tylko 1 juror, razem najwyżej 1. Brakuje miejsc: 3." in shown.text


async def test_the_planner_reads_what_the_plan_is_like(office: Office) -> None:
    office.house = _with(office, Rules(gap_days=2, doubles=50))
    small = Entrant(0, "Gmina Mała", "gmina_wiejska", voivodeship="mazowieckie", population=1800)
    await office.has(GMINA, small)
    for number in range(20, 26):
        await office.joins(f"J-{number}")
    text = (await office.writes(OWNER, "/przydzial"))[-1].text
    told = text[text.index("Jakość planu:") : text.index("Obciążenie jurorów:")].splitlines()
    assert len(told) <= 12
    assert any(line.startswith("• porównanie jurorów: wszyscy połączeni") for line in told)
    assert any(line.startswith("• podwójne kontrole: ") for line in told)
    assert any("odstęp między widocznymi kontaktami" in line for line in told)
    assert "• małe instytucje, które mogą rozpoznać obcego: 1 (Gmina Mała)" in told


async def test_visible_contacts_are_offered_for_days_that_are_apart(office: Office) -> None:
    office.house = _with(office, Rules(gap_days=3))
    await office.has(GMINA)
    for number in range(20, 25):
        await office.joins(f"J-{number}")
    made = sorted((one for one in await office.plans() if one.channel != "www"), key=lambda one: one.opens_at)
    assert len(made) == 4
    for before, after in pairwise(made):
        assert (after.opens_at.date() - before.due_at.date()).days >= 4


def _with(office: Office, rules: Rules) -> House:
    shipped = office.house.rules
    settings = shipped.settings.model_copy(update={"planning": rules})
    return replace(office.house, rules=replace(shipped, settings=settings))
