"""A corrected measurement: what was first, what counts now, and why; nothing of it is rubbed out."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot import answered
from bot.phrases import catalogue
from contest.answers import Timed
from contest.interview import advance, reopen
from contest.mistakes import mistake
from contest.questions import Duration
from contest.session import Session, freeze_answer, thaw_answer
from contest.talk import (
    Ask,
    AskReason,
    Event,
    Explain,
    Opened,
    Saved,
    ShowSummary,
    Submitted,
    Tapped,
    Turned,
    WentBack,
    Wrote,
)
from tests.contest.a_checklist import checklist
from tests.contest.test_interview import begun
from tests.contest.transcripts import NOON

CHECKLIST = checklist()
WATCH = CHECKLIST.question("czekanie")
MARKS = (
    ("dzwonie", NOON),
    ("odebral", NOON + timedelta(seconds=25)),
    ("koniec", NOON + timedelta(seconds=60)),
)


def does(session: Session, event: Event) -> Session:
    return advance(CHECKLIST, session, event).session


def tapped(session: Session, choice: str, seconds: float = 0) -> Session:
    return does(session, Tapped(NOON + timedelta(seconds=seconds), "czekanie", choice, session.revision))


def measured() -> Session:
    session = begun(("odebrano", "yes"))
    for mark, at in MARKS:
        session = tapped(session, mark, (at - NOON).total_seconds())
    return session


def told(session: Session) -> str:
    return answered.answer_text(WATCH, session.answers["czekanie"], catalogue().plain("pl"))


def test_a_measurement_owes_nothing() -> None:
    assert measured().answers["czekanie"] == Timed(MARKS)
    assert told(measured()) == "25 s"


def test_a_typed_duration_waits_for_its_reason() -> None:
    step = advance(CHECKLIST, begun(("odebrano", "yes")), Wrote(NOON, "czekanie", "45 s"))

    assert isinstance(WATCH, Duration)
    assert step.effects == (
        Saved(WATCH, Timed(corrected=45), changed=False),
        AskReason(WATCH, Timed(corrected=45), step.session.revision),
    )
    assert advance(CHECKLIST, step.session, Submitted(NOON, step.session.revision)).effects[0] == Explain(
        mistake("not-finished", question=WATCH.text)
    )


def test_a_reason_is_tapped_or_written_and_kept() -> None:
    typed = does(begun(("odebrano", "yes")), Wrote(NOON, "czekanie", "45 s"))

    tap, words = tapped(typed, "late"), does(typed, Wrote(NOON, "czekanie", " Nie chciałam zwracać uwagi. "))

    assert tap.answers["czekanie"] == Timed(corrected=45, reason="late")
    assert words.answers["czekanie"] == Timed(corrected=45, reason="Nie chciałam zwracać uwagi.")
    assert told(tap) == "45 s, wpisane (powód: nie było jak nacisnąć w porę)"
    assert told(words) == "45 s, wpisane (powód: Nie chciałam zwracać uwagi.)"
    assert thaw_answer(freeze_answer(tap.answers["czekanie"])) == tap.answers["czekanie"]


def test_a_measurement_that_is_typed_over_stays_to_be_seen() -> None:
    session = tapped(does(measured(), Wrote(NOON, "czekanie", "45 s")), "slip")

    assert session.answers["czekanie"] == Timed(MARKS, corrected=45, before=25, reason="slip")
    assert told(session) == "45 s, wcześniej 25 s (powód: pomyłka przy naciskaniu)"


def test_a_second_measurement_owes_a_reason_too() -> None:
    session = does(measured(), Turned(NOON, "czekanie"))
    for mark, seconds in (("dzwonie", 100), ("odebral", 140), ("koniec", 200)):
        session = tapped(session, mark, seconds)

    assert isinstance(session.answers["czekanie"], Timed)
    assert session.answers["czekanie"].owes_reason
    assert told(tapped(session, "elsewhere")) == (
        "40 s, wcześniej 25 s (powód: czas z zegarka lub listy połączeń)"
    )


def test_the_same_duration_again_changes_nothing() -> None:
    assert does(measured(), Wrote(NOON, "czekanie", "25 s")) == measured()


def test_a_slip_of_typing_is_corrected_before_its_reason_is_given() -> None:
    typed = does(begun(("odebrano", "yes")), Wrote(NOON, "czekanie", "45 min"))

    session = does(typed, Wrote(NOON, "czekanie", "45 s"))

    assert session.answers["czekanie"] == Timed(corrected=45)


@pytest.mark.parametrize("words", ["3", "?", "ok", "12,5"])
def test_what_is_no_reason_is_asked_about_again(words: str) -> None:
    typed = does(begun(("odebrano", "yes")), Wrote(NOON, "czekanie", "45 s"))

    step = advance(CHECKLIST, typed, Wrote(NOON, "czekanie", words))

    assert step.effects[0] == Explain(mistake("reply-reason"))
    assert step.session == typed


def test_going_back_from_the_reason_leads_to_the_stopwatch() -> None:
    typed = does(begun(("odebrano", "yes")), Wrote(NOON, "czekanie", "45 s"))

    (ask,) = advance(CHECKLIST, typed, WentBack(NOON)).effects

    assert isinstance(ask, Ask)
    assert ask.question == WATCH


def test_a_reason_that_an_older_interview_never_gave_does_not_lock_a_return() -> None:
    session = measured()
    old = Session(
        session.checklist, answers={**session.answers, "czekanie": Timed(corrected=45)}, submitted_at=NOON
    )

    back = reopen(CHECKLIST, old, {"odebrano"})

    (ask,) = advance(CHECKLIST, back, Opened(NOON)).effects
    assert isinstance(ask, Ask)
    assert ask.question.id == "odebrano"
    kept = does(back, Tapped(NOON, "odebrano", "ok", back.revision))
    assert isinstance(advance(CHECKLIST, kept, Opened(NOON)).effects[-1], ShowSummary)
