"""What stands in a juror's chat: one message a step, nothing over with a live button, everything in hand a tap away."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.incoming import Words
from bot.messages import Send, plain, thaw
from contest.assignment import State
from storage import jurors, messages, outbox
from storage.assignments import Assignment
from tests.bot.corridor import CHECKLIST, GMINA, JUROR, Corridor, walked
from tests.bot.office import Heard, to


@pytest.fixture
async def corridor(tmp_path: Path) -> AsyncIterator[Corridor]:
    async with walked(tmp_path, CHECKLIST) as made:
        yield made


def _news(heard: list[Heard]) -> list[str]:
    """New messages to the juror, neither edits nor toasts."""
    return [text for text in to(heard, JUROR) if not text.startswith("(")]


async def _begun(corridor: Corridor, task: Assignment) -> list[Heard]:
    return await corridor.taps_data(JUROR, f"as:{task.id}")


async def test_what_was_not_understood_stands_above_the_question_in_one_message(corridor: Corridor) -> None:
    await _begun(corridor, await corridor.takes())
    [told] = _news(await corridor.writes(JUROR, "chyba"))
    assert told.startswith("Odpowiedz „tak” albo „nie”.\n\nRozmowa · 1")


async def test_a_correction_that_reveals_a_question_says_so_above_it(corridor: Corridor) -> None:
    heard = await _begun(corridor, await corridor.takes())
    first = heard[-1]
    await corridor.taps(JUROR, first, "Tak")
    await corridor.writes(JUROR, "4")
    [told] = _news(await corridor.writes(JUROR, "nie", reply_to=first.row))
    assert told.splitlines()[:4] == [
        "Poprawione: Czy ktoś odebrał? – <b>Nie</b>",
        "",
        "Po tej zmianie doszło jedno pytanie:",
        "• Co się stało?",
    ]
    assert "<b>Co się stało?</b>" in told


async def test_numbers_of_answers_replace_the_keyboard_of_the_summary_and_go_again(
    corridor: Corridor,
) -> None:
    task = await corridor.takes()
    heard = await _begun(corridor, task)
    for label in ("Tak", "4", "Nie", "Pomiń"):
        heard = await corridor.taps_newest(heard, label)
    summary = heard[-1]
    numbers = await corridor.taps(JUROR, summary, "Popraw odpowiedź")
    [changed] = [one for one in numbers if one.text.startswith("(zmiana)")]
    assert list(changed.buttons) == ["1", "2", "3", "4", "Wróć do podsumowania"]
    assert _news(numbers) == []
    back = await corridor.taps(JUROR, changed, "Wróć do podsumowania")
    assert [list(one.buttons) for one in back if one.text.startswith("(zmiana)")] == [
        ["Wyślij", "Popraw odpowiedź"]
    ]
    sent = await corridor.taps(JUROR, summary, "Wyślij")
    edits = [one for one in sent if one.person == JUROR and one.text.startswith("(zmiana)")]
    details, thanks = edits[-2:]
    assert details.text == f"(zmiana) <b>{task.label}</b> · Telefon · wysłane"
    assert thanks.row == summary.row
    assert "wysłane. Dziękuję" in thanks.text
    assert not any("Wieliszew" in one.text for one in edits)


async def test_the_story_loses_its_button_when_the_interview_begins(corridor: Corridor) -> None:
    task = await corridor.takes()
    offer, brief = (one for one in await _begun(corridor, task) if one.text.startswith("(zmiana)"))
    assert offer.text == f"(zmiana) <b>{task.label}</b> · Telefon · w toku"
    assert "O co zapytać" in brief.text
    assert (offer.buttons, brief.buttons) == ({}, {})


async def test_details_can_be_read_again_in_the_middle_and_are_gone_after_it(corridor: Corridor) -> None:
    task = await corridor.takes()
    await _begun(corridor, task)
    [listed] = await corridor.writes(JUROR, "/zadania")
    assert list(listed.buttons)[-2:] == [task.label, "Szczegóły"]
    [details] = [one for one in await corridor.taps(JUROR, listed, "Szczegóły") if "(dymek)" not in one.text]
    assert "Wieliszew" in details.text
    assert list(details.buttons) == ["Do pytania", "Nie mogę"]
    why = await corridor.taps(JUROR, details, "Nie mogę")
    given_back = await corridor.taps_newest(why, "Brak czasu")
    edits = [one for one in given_back if one.person == JUROR and one.text.startswith("(zmiana)")]
    assert {(one.text, not one.buttons) for one in edits} == {
        (f"(zmiana) <b>{task.label}</b> · Telefon · oddane", True)
    }


async def test_the_list_turns_its_pages_in_place(corridor: Corridor) -> None:
    for number in range(3):
        await corridor.has(replace(GMINA, name=f"Gmina {number}", teryt=f"14{number:05}"))
    await corridor.joins(JUROR)
    offers = await corridor.plans()
    [first] = await corridor.writes(JUROR, "/zadania")
    assert len(first.text.splitlines()) == 7
    assert list(first.buttons)[-1] == "Dalsze"
    second = await corridor.taps(JUROR, first, "Dalsze")
    [page] = [one for one in second if "(dymek)" not in one.text]
    assert page.text.startswith("(zmiana) Masz")
    assert list(page.buttons)[-1 if len(offers) <= 12 else -2] == "Wcześniejsze"
    assert not set(first.buttons) & (set(page.buttons) - {"Dalsze", "Wcześniejsze"})


async def test_without_an_open_interview_dalej_shows_what_could_be_begun(corridor: Corridor) -> None:
    task = await corridor.takes()
    [listed] = await corridor.writes(JUROR, "/dalej")
    assert task.label in listed.buttons


async def test_thanks_lead_to_what_is_due_next(corridor: Corridor) -> None:
    task = await corridor.takes()
    thanks = next(one for one in await corridor.submits_call(task) if "Dziękuję" in one.text)
    assert "Następne:" in thanks.text
    [(label, data)] = thanks.buttons.items()
    assert label == "Następne zadanie"
    assert data != f"a:{task.id}"


async def test_a_reminder_counts_what_else_waits(corridor: Corridor) -> None:
    task = await corridor.takes()
    corridor.clock.at = task.due_at - timedelta(days=3)
    [alone] = [text for text in to(await corridor.clock_strikes(), JUROR) if "czeka. Termin" in text]
    assert "Czeka" not in alone.removeprefix(f"Zadanie <b>{task.label}</b> czeka.")
    two = [one for one in await corridor.plans() if one.id != task.id][:2]
    for other in two:
        await corridor.taps_data(JUROR, f"ay:{other.id}")
    corridor.clock.at = task.due_at - timedelta(days=1)
    nudges = [text for text in to(await corridor.clock_strikes(), JUROR) if "czeka. Termin" in text]
    assert ["Czekają też 2 inne zadania: /zadania" in text for text in nudges[:1]] == [True]


async def test_whoever_knows_an_institution_gets_rid_of_everything_there(corridor: Corridor) -> None:
    task = await corridor.takes()
    await corridor.taps_data(JUROR, f"an:{task.id}")
    told = to(await corridor.taps_data(JUROR, f"ar:{task.id}:conflict"), JUROR)
    assert "Tej instytucji już Ci nie zaproponuję." in told[-1]
    assert "wróciły inne zadania w tym miejscu" in told[-1]
    states = await corridor.house.db.reading.all(str, "SELECT DISTINCT state FROM assignments ORDER BY state")
    assert [State(state) for state in states] == [State.DECLINED, State.HANDED_BACK]
    conflicts = await jurors.conflicts_of(corridor.house.db.reading, JUROR)
    assert len(conflicts) == 1


async def test_a_reply_to_the_copy_of_a_question_that_was_never_counted_counts(corridor: Corridor) -> None:
    """Telegram took the question, its answer was lost, the question came a second time: both are the same question."""
    await _begun(corridor, await corridor.takes())
    question = await messages.newest_prompt(corridor.house.db.reading, JUROR, ("answer",))
    assert question is not None
    assert question.message_id is not None
    sent = thaw(question.body)
    assert isinstance(sent, Send)
    copy = question.message_id  # the number of the copy; the question itself came later
    await corridor.house.db.transact(lambda tx: outbox.sent(tx, {question.id: copy + 1}, corridor.clock.at))
    other = await corridor._turn(JUROR, Words("tak", 10**6, copy, quoted="Coś innego"))
    assert "Nie wiem, na które pytanie" in _news(other)[0]
    heard = await corridor._turn(JUROR, Words("tak", 10**6 + 1, copy, quoted=plain(sent.text)))
    assert "Jaki był ton rozmowy?" in _news(heard)[0]


async def test_whatever_answers_a_person_comes_without_a_sound_and_what_others_cause_with_one(
    corridor: Corridor,
) -> None:
    """In reception alone: a turn of the schedule, or of somebody else, makes the phone buzz."""
    task = await corridor.takes()
    corridor.clock.at = task.due_at - timedelta(days=3)
    await corridor.clock_strikes()
    rows = await corridor.house.db.reading.all(
        str, "SELECT body FROM outbox WHERE person = :who AND binds LIKE '%reminds%'", who=JUROR
    )
    assert [message.silent for message in map(thaw, rows) if isinstance(message, Send)] == [False]


async def test_every_summary_of_what_was_sent_or_taken_away_loses_its_buttons(corridor: Corridor) -> None:
    task = await corridor.takes()
    await _begun(corridor, task)
    for label in ("Tak", "4", "Nie", "Pomiń"):
        heard = await corridor.taps_newest(await corridor.writes(JUROR, "/dalej"), label)
    older = heard[-1]
    summary = (await corridor.writes(JUROR, "/dalej"))[-1]
    told = await corridor.taps(JUROR, summary, "Wyślij")
    lines = [one.row for one in told if one.text == f"(zmiana) <b>{task.label}</b> · Telefon · wysłane"]
    assert older.row in lines
    assert summary.row not in lines
    assert [one.row for one in told if "Dziękuję" in one.text] == [summary.row]
