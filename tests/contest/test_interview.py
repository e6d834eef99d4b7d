"""The interview: stories as transcripts, and what holds for any history at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contest.answers import Amount, Answer, Chosen, Clocked, Dated, Photos, Several, Timed, Written
from contest.interview import advance, current, view
from contest.mistakes import mistake
from contest.position import is_settled
from contest.questions import DONE, Choices, Duration, Number, Photo, Question, Scale, Text
from contest.scoring import score
from contest.session import Session, freeze, freeze_answer, thaw, thaw_answer
from contest.talk import (
    Ask,
    AskEvidence,
    AskReason,
    Attached,
    Detached,
    Event,
    Explain,
    Opened,
    Routed,
    Saved,
    ShowSummary,
    Skipped,
    Submitted,
    Tapped,
    Thank,
    Turned,
    WentBack,
    Wrote,
)
from tests.contest.a_checklist import checklist
from tests.contest.every_kind import every_kind
from tests.contest.transcripts import NOON, Player

CHECKLIST = checklist()
TRANSCRIPTS = sorted((Path(__file__).parents[1] / "transcripts").glob("*.txt"))


@pytest.mark.parametrize("file", TRANSCRIPTS, ids=lambda file: file.stem)
def test_an_interview_goes_as_its_transcript_says(file: Path) -> None:
    """With REWRITE=1 in the environment the transcript is written anew, to be read by a person."""
    written = file.read_text("utf-8").splitlines()
    head = [line for line in written if line.startswith(("#", "kind:"))]
    kind = next((line.removeprefix("kind:").strip() for line in head if line.startswith("kind:")), "")
    said = [line.removeprefix("> ") for line in written if line.startswith("> ")]

    checklist = every_kind() if "# Każdy rodzaj" in written[0] else CHECKLIST

    played = [*head, *Player(checklist, kind).play(said)]

    if os.environ.get("REWRITE"):
        file.write_text("\n".join(played) + "\n", "utf-8")
        pytest.skip("written anew: read it")
    assert played == written


def begun(*taps: tuple[str, str]) -> Session:
    """A session after some taps, each at its own revision."""
    session = advance(CHECKLIST, Session(CHECKLIST.name), Opened(NOON)).session
    for question, choice in taps:
        session = advance(CHECKLIST, session, Tapped(NOON, question, choice, session.revision)).session
    return session


def test_a_first_look_starts_the_clock_and_shows_the_introduction() -> None:
    step = advance(CHECKLIST, Session("telefon@3"), Opened(NOON))

    assert step.session == Session("telefon@3", revision=1, started_at=NOON)
    (ask,) = step.effects
    assert isinstance(ask, Ask)
    assert (ask.question.id, ask.first, ask.may_go_back, ask.section_number, ask.sections) == (
        "odebrano",
        True,
        False,
        1,
        3,
    )


def test_looking_again_changes_nothing() -> None:
    session = begun(("odebrano", "yes"))

    assert advance(CHECKLIST, session, Opened(NOON)).session == session


def test_an_answer_is_saved_and_the_next_question_asked() -> None:
    session = begun()
    step = advance(CHECKLIST, session, Tapped(NOON, "odebrano", "yes", session.revision))

    saved, ask = step.effects
    assert saved == Saved(CHECKLIST.question("odebrano"), Chosen("yes"), changed=False)
    assert isinstance(ask, Ask)
    assert ask.question.id == "czekanie"
    assert step.session.revision == session.revision + 1


def test_a_second_tap_on_an_old_button_says_saved_already_and_another_one_says_stale() -> None:
    session = begun(("odebrano", "yes"))

    same = advance(CHECKLIST, session, Tapped(NOON, "odebrano", "yes", 1))
    other = advance(CHECKLIST, session, Tapped(NOON, "odebrano", "no", 1))

    assert (same.session, same.effects[0]) == (session, Explain(mistake("already-saved")))
    assert (other.session, other.effects[0]) == (session, Explain(mistake("stale-button")))


def test_a_stopwatch_is_stamped_by_the_times_of_the_taps() -> None:
    session = begun(("odebrano", "yes"))
    for seconds, mark in ((0, "dzwonie"), (25, "odebral"), (300, "koniec")):
        at = NOON + timedelta(seconds=seconds)
        session = advance(CHECKLIST, session, Tapped(at, "czekanie", mark, session.revision)).session

    timed = session.answers["czekanie"]
    question = CHECKLIST.question("czekanie")

    assert isinstance(timed, Timed)
    assert isinstance(question, Duration)
    assert question.seconds(timed) == 25


def test_a_clock_that_was_set_back_measures_nothing_rather_than_less() -> None:
    session = begun(("odebrano", "yes"))
    for at, mark in ((NOON, "dzwonie"), (NOON - timedelta(hours=1), "odebral"), (NOON, "koniec")):
        session = advance(CHECKLIST, session, Tapped(at, "czekanie", mark, session.revision)).session

    assert session.answers["czekanie"] == Timed((("dzwonie", NOON), ("odebral", NOON), ("koniec", NOON)))


def test_a_running_stopwatch_outlives_a_look_back() -> None:
    session = begun(("odebrano", "yes"), ("czekanie", "dzwonie"))
    back = advance(CHECKLIST, session, WentBack(NOON)).session
    kept = advance(CHECKLIST, back, Tapped(NOON, "odebrano", DONE, back.revision))

    (ask,) = kept.effects
    assert isinstance(ask, Ask)
    assert (ask.question.id, ask.marks) == ("czekanie", (("dzwonie", NOON),))


def test_a_typed_duration_keeps_the_marks_for_the_checker() -> None:
    session = begun(("odebrano", "yes"), ("czekanie", "dzwonie"))

    moved = advance(CHECKLIST, session, Wrote(NOON, "czekanie", "1:30")).session

    assert moved.answers["czekanie"] == Timed((("dzwonie", NOON),), corrected=90)


def test_what_is_sent_is_closed_to_every_event() -> None:
    sent = replace(begun(), submitted_at=NOON)
    closed = (Explain(mistake("closed")),)

    events = (Opened(NOON), Wrote(NOON, "odebrano", "tak"), WentBack(NOON), Submitted(NOON, sent.revision))

    assert [advance(CHECKLIST, sent, event) for event in events] == [
        type(advance(CHECKLIST, sent, Opened(NOON)))(sent, closed) for _ in events
    ]


def test_the_gate_names_the_question_that_failed() -> None:
    assert score(CHECKLIST, {"odebrano": Chosen("no")}, "").failed == "odebrano"
    assert score(CHECKLIST, {"odebrano": Chosen("yes")}, "").failed is None


def test_a_correction_says_what_it_hid_and_what_it_put_before() -> None:
    session = begun(("odebrano", "yes"))
    for question, words in (("czekanie", "20 s, bateria padła"), ("przelaczenia", "1")):
        session = advance(CHECKLIST, session, Wrote(NOON, question, words)).session

    step = advance(CHECKLIST, session, Wrote(NOON, "odebrano", "nie"))

    assert step.effects[:2] == (
        Saved(CHECKLIST.question("odebrano"), Chosen("no"), changed=True),
        Routed(("Zmierz czas oczekiwania.", "Ile razy Cię przełączono?"), ()),
    )
    assert isinstance(step.effects[2], AskEvidence)


# Any history.

AT = st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 -- zones are given apart
QUESTIONS = st.sampled_from([*(question.id for question in CHECKLIST.questions()), "", "nieznane"])
CHOICES = st.sampled_from(
    sorted(
        {option for question in CHECKLIST.questions() for option in question.answer_ids}
        | {"dzwonie", "odebral", "koniec", DONE, "na", "", "?"}
    )
)
KEYS = st.sampled_from(["a1", "b2", "c3", "d4"])
WORDS = st.one_of(
    st.sampled_from(
        ["tak", "nie", "nd", "3", "1,5", "1:30", "2 min", "urząd", "1, 2", "żadne", "x" * 20, "\0", ""]
    ),
    st.text(max_size=80),
)
GAPS = st.sampled_from([0, 0, 0, 0, 1, 2, -1, 99])
"""How old the button is: mostly of this moment."""


@st.composite
def moves(draw: st.DrawFn) -> tuple[str, datetime, str, str, str, str, int, bool]:
    kind = draw(st.sampled_from("otttttwwwaadsbux"))
    return (
        kind,
        draw(AT),
        draw(QUESTIONS),
        draw(CHOICES),
        draw(WORDS),
        draw(KEYS),
        draw(GAPS),
        draw(st.booleans() | st.just(value=True)),
    )


def event_of(move: tuple[str, datetime, str, str, str, str, int, bool], session: Session) -> Event:
    """The move at this session: mostly about the question on the table."""
    kind, at, question, choice, words, key, gap, aimed = move
    here = current(CHECKLIST, session)
    if aimed and here is not None:
        question = here.id
        if choice not in here.answer_ids and here.answer_ids and choice != DONE:
            choice = here.answer_ids[len(choice) % len(here.answer_ids)]
    revision = session.revision - gap
    match kind:
        case "t":
            return Tapped(at, question, choice, revision)
        case "w":
            return Wrote(at, question, words)
        case "a":
            return Attached(at, question, key)
        case "d":
            return Detached(at, question, key)
        case "s":
            return Skipped(at, question, revision)
        case "b":
            return WentBack(at)
        case "u":
            return Turned(at, question)
        case "x":
            return Submitted(at, revision)
        case _:
            return Opened(at)


def sensible(session: Session) -> Event:
    """What a juror does who does what is asked."""
    here = view(CHECKLIST, session)[-1]
    match here:
        case ShowSummary(revision=revision):
            return Submitted(NOON, revision)
        case AskEvidence(question=question, given=0):
            return Attached(NOON, question.id, f"e{session.revision}")
        case AskEvidence(question=question, revision=revision):
            return Tapped(NOON, question.id, DONE, revision)
        case AskReason(question=question, revision=revision):
            return Tapped(NOON, question.id, "slip", revision)
        case Ask(question=question):
            return answer_to(question, here)
    raise AssertionError(here)


def answer_to(question: Question, ask: Ask) -> Event:
    match question:
        case Photo(least=least) if len(ask.pending) >= least:
            return Tapped(NOON, question.id, DONE, ask.revision)
        case Photo():
            return Attached(NOON, question.id, f"p{ask.revision}")
        case Choices(options=options):
            return Wrote(NOON, question.id, options[0].label)
        case Duration():
            return Wrote(NOON, question.id, "20 s")
        case Number(min=least):
            return Wrote(NOON, question.id, str(least))
        case Text():
            return Wrote(NOON, question.id, "Rozmowa była krótka.")
        case _:
            return Tapped(NOON, question.id, question.own_ids[-1], ask.revision)


def told(session: Session, move: Event) -> Iterator[Session]:
    """One step, with all that must hold of any step."""
    step = advance(CHECKLIST, session, move)

    assert step.effects
    assert thaw(freeze(step.session)) == step.session
    assert step.session.revision == session.revision + (step.session != session)
    if isinstance(step.effects[0], Explain) and step.effects[0].mistake.code != "duration-too-long":
        assert step.session == session
    if any(isinstance(effect, Thank) for effect in step.effects):
        assert step.session.submitted_at is not None
    assert step.effects[-len(view(CHECKLIST, step.session)) :] == view(CHECKLIST, step.session) or isinstance(
        step.effects[-1], Thank
    )
    result = score(CHECKLIST, step.session.answers, step.session.kind)
    assert result.percent is None or 0 <= result.percent <= 100
    yield step.session


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(["", "gmina"]), st.lists(moves(), max_size=40))
def test_any_history_is_answered_kept_and_can_be_brought_to_its_end(
    kind: str, history: list[tuple[str, datetime, str, str, str, str, int, bool]]
) -> None:
    session = Session(CHECKLIST.name, kind=kind)
    for move in history:
        (session,) = told(session, event_of(move, session))

    for _ in range(40):
        if session.submitted_at is not None:
            break
        (session,) = told(session, sensible(session))

    assert session.submitted_at is not None
    assert all(is_settled(session, one) for one in CHECKLIST.visible(session.answers, session.kind))


ANSWERS = st.one_of(
    st.builds(Chosen, st.text(max_size=16)),
    st.builds(Several, st.lists(st.text(max_size=16)).map(tuple)),
    st.builds(Amount, st.decimals(allow_nan=False, allow_infinity=False, places=3)),
    st.builds(Written, st.text(st.characters(exclude_categories=["Cs"]))),
    st.builds(Photos, st.lists(KEYS).map(tuple)),
    st.builds(
        Timed,
        st.lists(st.tuples(KEYS, AT)).map(tuple),
        st.none() | st.integers(0, 10**6),
        st.none() | st.integers(0, 10**6),
        st.none() | st.text(max_size=20),
    ),
    st.builds(Dated, st.dates()),
    st.builds(Clocked, st.times().map(lambda time: time.replace(second=0, microsecond=0)), st.none() | AT),
)


@given(ANSWERS)
def test_an_answer_comes_back_from_json_as_it_was(answer: Answer) -> None:
    assert thaw_answer(freeze_answer(answer)) == answer


def test_an_amount_comes_back_with_its_decimals() -> None:
    assert str(thaw_answer(freeze_answer(Amount(Decimal("3.50"))))) == str(Amount(Decimal("3.50")))


def test_a_scale_offers_its_steps_as_buttons() -> None:
    question = CHECKLIST.question("uprzejmosc")

    assert isinstance(question, Scale)
    assert question.own_ids == ("0", "1", "2", "3", "4", "5")
