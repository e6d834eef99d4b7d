"""A juror asks, somebody answers, and neither knows whose account it was; a yes that betrays reaches the planners."""

from __future__ import annotations

import pytest

from contest.assignment import State
from contest.checklist_file import parse
from contest.entrants import Entrant
from contest.mistakes import Mistakes
from storage import assignments, journal, people, questions
from storage.assignments import Assignment
from storage.database import Writing
from tests.bot.office import OWNER, Heard, Office, to

GMINA = Entrant(0, "Gmina Wieliszew", "gmina_wiejska", voivodeship="mazowieckie", population=21554)
PLANNER = "O-12"


async def _second_planner(office: Office) -> None:
    async def act(tx: Writing) -> None:
        await people.enlist(tx, PLANNER, 3, name="Maria", language="en", at=office.clock.at)
        await people.grant(tx, PLANNER, ["planner"])

    await office.house.db.transact(act)


async def _interview(office: Office) -> Assignment:
    """J-20 has an interview on the table."""
    await office.has(GMINA)
    await office.joins("J-20")
    task, *_ = await office.plans()
    await office.taps_data("J-20", f"ay:{task.id}")
    await office.taps_data("J-20", f"as:{task.id}")
    return task


def _got(heard: list[Heard], person: str) -> Heard:
    return next(one for one in heard if one.person == person)


async def test_a_question_is_asked_and_answered_under_codes(office: Office) -> None:
    await _second_planner(office)
    await office.joins("J-20")
    heard = await office.writes("J-20", "/pytanie Czy mogę iść w <sobotę>?")
    asked = _got(heard, OWNER)
    assert asked.text == "<b>J-20</b> pyta:\n<blockquote>Czy mogę iść w &lt;sobotę&gt;?</blockquote>"
    assert _got(heard, PLANNER).text.startswith("<b>J-20</b> asks:")
    assert to(heard, "J-20") == ["Pytanie wysłane. Odpowiedź przyjdzie tutaj."]

    prompt = (await office.taps(OWNER, asked, "Odpowiedz"))[-1]
    told = await office.writes(OWNER, "Tak, w Wieliszewie & okolicy.", reply_to=prompt.row)
    push = _got(told, "J-20")
    assert push.text == "Jest odpowiedź na Twoje pytanie."
    [shown] = to(await office.taps("J-20", push, "Pokaż"), "J-20")
    assert "<blockquote>Tak, w Wieliszewie &amp; okolicy.</blockquote>" in shown
    everything = "\n".join(one.text for one in [*heard, *told])
    assert "Osoba" not in everything
    assert "10020" not in everything


async def test_the_first_answer_closes_the_question_for_the_others(office: Office) -> None:
    await _second_planner(office)
    await office.joins("J-20")
    heard = await office.writes("J-20", "/pytanie Kto pierwszy?")
    mine = (await office.taps(OWNER, _got(heard, OWNER), "Odpowiedz"))[-1]
    yours = (await office.taps(PLANNER, _got(heard, PLANNER), "Answer"))[-1]
    await office.writes(PLANNER, "I am.", reply_to=yours.row)

    late = await office.writes(OWNER, "Ja.", reply_to=mine.row)
    assert to(late, OWNER) == ["Na to pytanie odpowiedziała już inna osoba."]
    assert to(late, "J-20") == []
    again = await office.taps(PLANNER, _got(heard, PLANNER), "Answer")
    assert to(again, PLANNER) == ["You have answered this question already."]
    [asked] = await questions.of_juror(office.house.db.reading, "J-20")
    assert (asked.answer, asked.answered_by) == ("I am.", PLANNER)


async def test_a_question_in_the_middle_of_an_interview_is_about_its_assignment_and_the_interview_goes_on(
    office: Office,
) -> None:
    task = await _interview(office)
    [prompt] = await office.writes("J-20", "/pytanie")
    assert f"o zadanie <b>{task.label}</b>" in prompt.text
    heard = await office.writes("J-20", "Nikt nie odbiera, co robić?")
    assert f"<b>J-20</b> pyta o zadanie <b>{task.label}</b>:" in _got(heard, OWNER).text
    [confirmed] = to(heard, "J-20")
    assert confirmed.startswith("Pytanie wysłane.")
    assert "część 1 z" in confirmed
    [asked] = await questions.of_juror(office.house.db.reading, "J-20")
    assert (asked.assignment, asked.text) == (task.id, "Nikt nie odbiera, co robić?")


async def test_what_is_typed_after_a_question_is_no_second_question(office: Office) -> None:
    await office.joins("J-20")
    await office.writes("J-20", "/pytanie")
    await office.writes("J-20", "Pierwsze.")
    heard = await office.writes("J-20", "Dziękuję")
    assert to(heard, OWNER) == []
    assert len(await questions.of_juror(office.house.db.reading, "J-20")) == 1


async def test_an_empty_and_an_endless_question_are_explained(office: Office) -> None:
    await office.joins("J-20")
    await office.writes("J-20", "/pytanie")
    assert (await office.writes("J-20", "   "))[0].text == "Napisz choć jedno słowo."
    assert (await office.writes("J-20", "a" * 1001))[0].text.startswith("To 1\xa0001 znaków")
    assert await questions.of_juror(office.house.db.reading, "J-20") == []


async def test_the_answer_opens_for_who_asked_and_for_nobody_else(office: Office) -> None:
    for code in ("J-20", "J-21"):
        await office.joins(code)
    asked = _got(await office.writes("J-20", "/pytanie Tajne?"), OWNER)
    early = await office.taps_data("J-20", "qs:1")
    prompt = (await office.taps(OWNER, asked, "Odpowiedz"))[-1]
    await office.writes(OWNER, "Tak.", reply_to=prompt.row)
    foreign = await office.taps_data("J-21", "qs:1")
    unknown = await office.taps_data(OWNER, "qa:77")
    assert {one[0].text for one in (early, foreign)} == {
        "Ten przycisk już nie działa. Bieżące pytanie: /dalej"
    }
    assert unknown[0].text == "Ten przycisk już nie działa. Wszystko, co teraz trzeba zrobić, pokaże /panel"


async def test_the_journal_holds_no_word_of_it(office: Office) -> None:
    await office.joins("J-20")
    asked = _got(await office.writes("J-20", "/pytanie O panią Kanarkową"), OWNER)
    prompt = (await office.taps(OWNER, asked, "Odpowiedz"))[-1]
    await office.writes(OWNER, "Proszę pominąć.", reply_to=prompt.row)
    entries = await journal.entries(office.house.db.reading, 10, "question.")
    assert [(entry.actor, entry.action, entry.details) for entry in entries] == [
        (OWNER, "question.answer", {}),
        ("J-20", "question.ask", {}),
    ]


@pytest.mark.parametrize("good", [True, False])
async def test_a_juror_who_may_have_been_recognised_is_reported_by_code(office: Office, good: bool) -> None:
    """The story answers *yes* to everything, or *no*; and the alarm is a yes."""
    await office.has(GMINA)
    await office.joins("J-20")
    task, *_ = await office.plans()
    read = await office.submits(task, good=good)
    alarm = f"J-20, zadanie {task.label}: juror mógł zostać rozpoznany."
    assert any(text.startswith(alarm) for text in to(read, OWNER)) == good
    found = await assignments.find(office.house.db.reading, task.id)
    assert found is not None
    assert found.state is State.SUBMITTED


def test_only_a_yes_or_no_question_raises_an_alarm(office: Office) -> None:
    source = """
format = 1
id = "proba"
version = 1
channel = "telefon"
title = "Próba"
[[sections]]
id = "a"
title = "A"
[[sections.questions]]
id = "b"
type = "text"
text = "Jak?"
alarm = true
"""
    with pytest.raises(Mistakes) as caught:
        parse(source, file="proba.toml")
    assert [found.code for found in caught.value.found] == ["unknown-key"]
    for checklist in office.house.rules.current.values():
        alarms = [question.id for question in checklist.questions() if getattr(question, "alarm", False)]
        assert alarms == ["rozpoznanie"]
