"""A returned interview: exactly the questions that came back, one after another, everything else locked."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from contest.answers import Amount, Answer, Chosen, Photos, Written
from contest.checklist import Checklist
from contest.checklist_file import parse
from contest.interview import advance, current, reopen
from contest.session import Session, freeze, thaw
from contest.talk import (
    Ask,
    AskEvidence,
    Attached,
    Detached,
    Event,
    Explain,
    Opened,
    ShowSummary,
    Skipped,
    Step,
    Submitted,
    Tapped,
    Turned,
    WentBack,
    Wrote,
)
from tests.contest.a_call import ANSWERED, BOARD, ENTRANCE, REMARKS, TONE, WHY, call

AT = datetime(2026, 10, 5, 9, 0, tzinfo=UTC)
CHECKLIST = parse(call(ANSWERED, WHY, TONE, BOARD, ENTRANCE, REMARKS, version=1))
GIVEN: dict[str, Answer] = {
    "odebrano": Chosen("yes"),
    "ton": Amount(Decimal(4)),
    "tablica": Chosen("yes"),
    "wejscie": Photos(("w1",)),
    "uwagi": Written("Bez uwag"),
}
SENT = Session(
    "telefon@1",
    "gmina",
    GIVEN,
    evidence={"tablica": ("t1",)},
    closed=frozenset({"tablica", "wejscie"}),
    revision=20,
    started_at=AT,
    submitted_at=AT,
)


def play(session: Session, *events: Event, checklist: Checklist = CHECKLIST) -> Step:
    """The last step; the session is frozen and thawed before each."""
    step = Step(session, ())
    for event in events:
        step = advance(checklist, thaw(freeze(step.session)), event)
    return step


def tap(session: Session, question: str, choice: str) -> Tapped:
    return Tapped(AT, question, choice, session.revision)


def on_table(session: Session) -> str | None:
    question = current(CHECKLIST, session)
    return question.id if question else None


def test_exactly_the_returned_questions_come_one_after_another() -> None:
    back = reopen(CHECKLIST, SENT, ["uwagi", "odebrano"])
    assert (on_table(back), back.submitted_at) == ("odebrano", None)

    asked = play(back, Opened(AT)).effects
    assert [(one.question.id, one.may_keep, one.left) for one in asked if isinstance(one, Ask)] == [
        ("odebrano", True, 2)
    ]
    kept = play(back, tap(back, "odebrano", "ok")).session
    assert on_table(kept) == "uwagi"
    done = play(kept, Wrote(AT, "uwagi", "Dopisuję godzinę.")).session
    assert on_table(done) is None
    assert done.answers == {**GIVEN, "uwagi": Written("Dopisuję godzinę.")}


def test_the_summary_follows_the_last_one_and_is_submitted_unlocked() -> None:
    back = reopen(CHECKLIST, SENT, ["ton"])
    step = play(back, tap(back, "ton", "2"))
    [summary] = [one for one in step.effects if isinstance(one, ShowSummary)]
    assert [line.question.id for line in summary.lines if not line.locked] == ["ton"]

    sent = play(step.session, Submitted(AT, step.session.revision)).session
    assert sent == replace(
        SENT, answers={**GIVEN, "ton": Amount(Decimal(2))}, revision=sent.revision, open=None, again=()
    )


def test_any_other_question_is_locked() -> None:
    back = reopen(CHECKLIST, SENT, ["ton"])
    for event in (
        tap(back, "odebrano", "no"),
        Wrote(AT, "uwagi", "Jeszcze coś"),
        Turned(AT, "odebrano"),
        Skipped(AT, "uwagi", back.revision),
        Attached(AT, "wejscie", "w2"),
        Detached(AT, "tablica", "t1"),
    ):
        step = play(back, event)
        assert step.session == back
        [told] = [one.mistake.code for one in step.effects if isinstance(one, Explain)]
        assert told == "locked", event
        assert [one.question.id for one in step.effects if isinstance(one, Ask)] == ["ton"]


def test_what_a_correction_reveals_is_open_and_comes_first() -> None:
    back = reopen(CHECKLIST, SENT, ["odebrano", "uwagi"])
    corrected = play(back, tap(back, "odebrano", "no")).session
    assert on_table(corrected) == "dlaczego"
    told = play(corrected, Wrote(AT, "dlaczego", "Cisza")).session
    assert on_table(told) == "uwagi"

    again = play(told, Wrote(AT, "dlaczego", "Zajęte")).session
    assert again.answers["dlaczego"] == Written("Zajęte")


def test_going_back_stays_among_the_open_questions() -> None:
    back = reopen(CHECKLIST, SENT, ["ton", "uwagi"])
    second = play(back, tap(back, "ton", "3")).session
    first = play(second, WentBack(AT)).session
    assert on_table(first) == "ton"
    stuck = play(first, WentBack(AT))
    assert stuck.session == first
    assert [one.mistake.code for one in stuck.effects if isinstance(one, Explain)] == ["at-first-question"]
    assert on_table(play(first, tap(first, "ton", "ok")).session) == "uwagi"


def test_photos_are_asked_for_again_where_an_answer_owes_them() -> None:
    back = reopen(CHECKLIST, SENT, ["tablica"])
    kept = play(back, tap(back, "tablica", "ok"))
    [asked] = [one for one in kept.effects if isinstance(one, AskEvidence)]
    assert asked.given == 1
    more = play(kept.session, Attached(AT, "tablica", "t2")).session
    done = play(more, tap(more, "tablica", "ok")).session
    assert on_table(done) is None
    assert done.evidence == {"tablica": ("t1", "t2")}


def test_a_photo_question_can_lose_its_photo_and_get_another() -> None:
    back = reopen(CHECKLIST, SENT, ["wejscie"])
    empty = play(back, Detached(AT, "wejscie", "w1")).session
    assert on_table(empty) == "wejscie"
    full = play(empty, Attached(AT, "wejscie", "w9")).session
    done = play(full, tap(full, "wejscie", "ok")).session
    assert on_table(done) is None
    assert done.answers["wejscie"] == Photos(("w9",))


def test_as_a_whole_everything_is_open() -> None:
    back = reopen(CHECKLIST, SENT)
    assert back == replace(SENT, submitted_at=None, revision=21)
    assert on_table(play(back, Turned(AT, "odebrano")).session) == "odebrano"


IDS = st.sampled_from([*(one.id for one in CHECKLIST.questions()), "", "nie_ma"])
CHOICES = st.sampled_from(["yes", "no", "na", "ok", "0", "3", "5"])
EVENTS = st.one_of(
    st.just(Opened(AT)),
    st.just(WentBack(AT)),
    st.builds(Turned, st.just(AT), IDS),
    st.builds(Wrote, st.just(AT), IDS, st.sampled_from(["tak", "nie", "3", "Jakiś tekst"])),
    st.builds(Attached, st.just(AT), IDS, st.sampled_from(["w1", "x", "y", "z"])),
    st.builds(Detached, st.just(AT), IDS, st.sampled_from(["w1", "t1", "x"])),
    st.builds(Tapped, st.just(AT), IDS, CHOICES, st.just(-1)),
    st.builds(Skipped, st.just(AT), IDS, st.just(-1)),
)


@settings(max_examples=300)
@given(st.sets(st.sampled_from(sorted(GIVEN)), min_size=1), st.lists(EVENTS, max_size=25))
def test_no_history_touches_a_locked_answer_and_all_can_be_submitted(
    questions: set[str], events: list[Event]
) -> None:
    session = reopen(CHECKLIST, SENT, questions)
    for event in events:
        if isinstance(event, Tapped | Skipped):
            event = replace(event, revision=session.revision)  # noqa: PLW2901 -- a button of this very moment
        step = play(session, event)
        assert step.effects
        session = step.session
    untouched = set(GIVEN) - questions
    assert {one: session.answers.get(one) for one in untouched} == {one: GIVEN[one] for one in untouched}
    assert "tablica" in questions or session.evidence == SENT.evidence
    for _ in range(12):
        here = on_table(session)
        if here is None:
            break
        assert here in questions or here == "dlaczego"
        session = _answered(session, here)
    assert on_table(session) is None
    assert play(session, Submitted(AT, session.revision)).session.submitted_at == AT


def _answered(session: Session, here: str) -> Session:
    """What a sensible juror does with the question on the table."""
    effect = next(one for one in play(session, Opened(AT)).effects)
    if isinstance(effect, AskEvidence):
        photo = Attached(AT, here, f"{here}{session.revision}")
        return play(session, tap(session, here, "ok") if effect.given else photo).session
    match here:
        case "odebrano" | "tablica":
            return play(session, tap(session, here, "yes")).session
        case "ton":
            return play(session, tap(session, here, "5")).session
        case "wejscie" if here in session.answers:
            return play(session, tap(session, here, "ok")).session
        case "wejscie":
            return play(session, Attached(AT, here, f"{here}{session.revision}")).session
    return play(session, Wrote(AT, here, "Tekst")).session
