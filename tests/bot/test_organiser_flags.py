"""What is odd about a submission stands above its answers and leads the queue."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from contest.answers import Amount, Answer, Chosen, Timed, Written
from contest.entrants import Entrant
from storage import assignments, sessions
from storage.assignments import Assignment
from storage.database import Writing
from tests.bot.office import CHECKER, Office, to

WIELISZEW = Entrant(0, "Gmina Wieliszew", "gmina_wiejska", voivodeship="mazowieckie", population=21554)
JABLONNA = replace(WIELISZEW, name="Gmina Jabłonna", teryt="1408022")


async def _calls(office: Office) -> list[Assignment]:
    """Two calls, at two institutions, by two jurors."""
    await office.has(WIELISZEW, JABLONNA)
    await office.joins("J-20", capacity=5)
    await office.joins("J-21", capacity=5)
    return [task for task in await office.plans() if task.channel == "telefon"]


async def _card(office: Office, task: Assignment) -> str:
    listed = await office.writes(CHECKER, "/kontrola")
    return "\n".join(to(await office.taps(CHECKER, listed[-1], task.label), CHECKER))


async def test_a_text_of_another_task_leads_the_queue_and_says_whose_it_is(office: Office) -> None:
    first, second = await _calls(office)
    await office.submits(first, mocne=Written("Pani cierpliwie wyjaśniła mi wszystko od początku do końca."))
    office.clock.at += timedelta(hours=1)
    await office.submits(
        second, mocne=Written("PANI cierpliwie wyjaśniła mi wszystko, od początku do końca!")
    )
    card = await _card(office, second)
    whose = "tego samego" if first.juror == second.juror else "innego"
    assert "<b>Warto obejrzeć</b>" in card
    assert f"ten sam tekst jest w <b>{first.label}</b> {whose} jurora" in card
    queue = to(await office.writes(CHECKER, "/kontrola"), CHECKER)[-1]
    assert queue.count("powtórzony tekst") == 2


async def test_a_call_of_seconds_stands_above_older_ones_in_the_queue(office: Office) -> None:
    first, second = await _calls(office)
    calm: dict[str, Answer] = {
        "mocne": Written("Dobrze."),
        "poprawa": Written("Nic."),
        "uslyszane": Written("Tak."),
        "odpowiedz": Chosen("czesciowa"),
        "rozpoznanie": Chosen("no"),
    }
    await office.submits(first, good=True, **calm)
    office.clock.at += timedelta(hours=1)
    at = office.clock.at
    short = Timed(
        (("dzwonie", at), ("odebrano", at + timedelta(seconds=2)), ("koniec", at + timedelta(seconds=9)))
    )
    await office.submits(second, good=True, czas=short, **calm)
    queue = (await office.writes(CHECKER, "/kontrola"))[-1]
    assert list(queue.buttons) == [second.label, first.label]
    assert "stoper od pierwszego do ostatniego stuknięcia to 9 s, mniej niż 30 s." in await _card(
        office, second
    )


async def test_answers_in_a_second_each_and_a_report_a_day_late_are_told(office: Office) -> None:
    first, _ = await _calls(office)
    at = office.clock.at
    called = Timed(
        (("dzwonie", at), ("odebrano", at + timedelta(seconds=20)), ("koniec", at + timedelta(minutes=4)))
    )
    office.clock.at += timedelta(hours=30)
    await office.submits(first, czas=called)
    stored = await sessions.for_assignment(office.house.db.reading, first.id)
    assert stored is not None

    async def answered(tx: Writing) -> None:
        for number in range(10):
            moment = office.clock.at + timedelta(seconds=number)
            await sessions.record_answer(tx, stored.id, "potrzeba", "{}", revision=number, at=moment)

    await office.house.db.transact(answered)
    card = await _card(office, first)
    assert "Połowa z 9 odpowiedzi padła w 1 s albo szybciej po poprzedniej." in card
    assert "Raport wysłany 29 godzin po kontakcie." in card


async def test_two_contacts_that_found_different_facts_are_both_flagged(office: Office) -> None:
    first, second = await _calls(office)
    other = await _same_entrant(office, first, second)
    checklist = office.house.rules.checklists[first.checklist]
    sections = tuple(
        section.model_copy(
            update={
                "questions": tuple(
                    one.model_copy(update={"fact": "powitanie"}) if one.id == "powitanie" else one
                    for one in section.questions
                )
            }
        )
        for section in checklist.sections
    )
    marked = checklist.model_copy(update={"sections": sections})
    rules = office.house.rules
    office.house = replace(
        office.house, rules=replace(rules, checklists={**rules.checklists, first.checklist: marked})
    )
    await office.submits(first, powitanie=Chosen("yes"))
    await office.submits(other, powitanie=Chosen("no"))
    assert f"tu „Tak”, a w <b>{other.label}</b> u tej samej instytucji „Nie”." in await _card(office, first)
    assert f"tu „Nie”, a w <b>{first.label}</b> u tej samej instytucji „Tak”." in await _card(office, other)


async def _same_entrant(office: Office, first: Assignment, second: Assignment) -> Assignment:
    """The second call is made at the institution of the first one, as a further contact."""

    async def act(tx: Writing) -> None:
        await tx.run(
            "UPDATE assignments SET entrant = :entrant, number = 2 WHERE id = :id",
            entrant=first.entrant,
            id=second.id,
        )

    await office.house.db.transact(act)
    found = await assignments.find(office.house.db.reading, second.id)
    assert found is not None
    return found


async def test_a_full_answer_without_the_words_of_the_key_is_told(office: Office) -> None:
    first, _ = await _calls(office)
    rules = office.house.rules
    pinned = rules.scenarios[first.scenarios]
    items = tuple(
        item.model_copy(update={"words": ("dokument", "opłat|zł")}) if item.id == first.scenario else item
        for item in pinned.items
    )
    changed = pinned.model_copy(update={"items": items})
    office.house = replace(office.house, rules=replace(rules, scenarios={first.scenarios: changed}))
    await office.submits(first, uslyszane=Written("Trzeba mieć dokumenty."), odpowiedz=Chosen("pelna"))
    assert "odpowiedź oceniona jako pełna, ale w notatce nie ma: opłat." in await _card(office, first)


async def test_a_quiet_submission_has_no_flags(office: Office) -> None:
    first, _ = await _calls(office)
    await office.submits(
        first, wrazenie=Amount(Decimal(3)), rozpoznanie=Chosen("no"), odpowiedz=Chosen("czesciowa")
    )
    assert "Warto obejrzeć" not in await _card(office, first)
