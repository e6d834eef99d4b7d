"""A question has one answer, and the journal knows no word of either."""

from __future__ import annotations

from storage import journal, people, questions
from storage.database import Reading
from storage.questions import Asked
from tests.storage.desk import DAY, HOUR, NOON, Pen


async def _people(write: Pen) -> None:
    for number, code in enumerate(("J-10", "J-11", "O-10", "O-11")):
        await write(people.enlist, code, 100 + number, name="", language="pl", at=NOON)


async def test_the_first_answer_is_the_answer(write: Pen, look: Reading) -> None:
    await _people(write)
    number = await write(questions.ask, "J-10", "Czy mogę iść w sobotę?", assignment=None, at=NOON)
    first = await write(questions.answer, number, "Tak.", by="O-10", at=NOON + HOUR)
    second = await write(questions.answer, number, "Nie.", by="O-11", at=NOON + DAY)

    assert (first, second) == (True, False)
    assert await questions.find(look, number) == Asked(
        number, "J-10", None, "Czy mogę iść w sobotę?", NOON, "Tak.", "O-10", NOON + HOUR
    )
    assert await write(questions.answer, 77, "Komu?", by="O-10", at=NOON) is False


async def test_the_journal_says_that_it_was_asked_and_answered_and_not_what(
    write: Pen, look: Reading
) -> None:
    await _people(write)
    number = await write(questions.ask, "J-10", "Kto to jest pan Nowak?", assignment=None, at=NOON)
    await write(questions.answer, number, "Wójt.", by="O-10", at=NOON)

    entries = await journal.entries(look, 10, "question.")
    assert [(entry.actor, entry.action, entry.subject, entry.details) for entry in entries] == [
        ("O-10", "question.answer", str(number), {}),
        ("J-10", "question.ask", str(number), {}),
    ]
    assert await journal.count_by(look, "J-10") == 1


async def test_a_forgotten_juror_s_questions_go_and_nobody_else_s(write: Pen, look: Reading) -> None:
    await _people(write)
    await write(questions.ask, "J-10", "Pierwsze", assignment=None, at=NOON)
    await write(questions.ask, "J-11", "Drugie", assignment=None, at=NOON)

    assert await write(questions.forget, "J-10") == 1
    assert await questions.of_juror(look, "J-10") == []
    assert [asked.text for asked in await questions.of_juror(look, "J-11")] == ["Drugie"]


async def test_what_waits_for_an_answer_waits_in_its_order(write: Pen, look: Reading) -> None:
    await _people(write)
    first = await write(questions.ask, "J-10", "Pierwsze", assignment=None, at=NOON)
    await write(questions.ask, "J-11", "Drugie", assignment=None, at=NOON + HOUR)
    assert [asked.text for asked in await questions.unanswered(look)] == ["Pierwsze", "Drugie"]

    await write(questions.answer, first, "Tak.", by="O-10", at=NOON + HOUR)
    assert [asked.text for asked in await questions.unanswered(look)] == ["Drugie"]
