"""What a step of the interview may come to: an answer that is saved, another change, or a refusal that changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from contest.answers import Answer, Replied
from contest.mistakes import Mistake, mistake
from contest.position import Here, is_settled, laid
from contest.questions import Question
from contest.session import Session
from contest.talk import Effect, Explain, Routed, Saved, Step, Tapped
from contest.workdays import WorkCalendar


def refuse(here: Here, fault: Mistake) -> Step:
    """Nothing changes; the reason, and the prompt once more."""
    return Step(here.session, (Explain(fault), *here.prompt()))


def change(here: Here, session: Session, *effects: Effect) -> Step:
    """A new session at the next revision, or the same one when nothing is new."""
    if session == here.session:
        return Step(here.session, (*effects, *here.prompt()))
    after = replace(session, revision=here.session.revision + 1)
    there = Here.of(here.checklist, after)
    if after.revisiting is not None and (there.question is None or there.question.id != after.revisiting):
        there = Here.of(here.checklist, replace(after, revisiting=None))  # it has just been hidden
    there = laid(there)
    return Step(there.session, (*effects, *there.prompt()))


def save(here: Here, question: Question, answer: Answer | None, session: Session) -> Step:
    """An answer (None: skipped) that is settled, in a session that holds it."""
    settled = is_settled(here.session, question) or here.owing(question)
    changed = settled and here.session.answers.get(question.id) != answer
    if session.draft == question.id:
        session = replace(session, draft=None, pending=(), marks=())
    if session.revisiting == question.id:
        session = replace(session, revisiting=None)
    session = _seen_to(session, question.id)
    saved = Saved(question, answer, changed)
    return change(here, session, saved, *(_routed(here, session) if changed else ()))


def _routed(here: Here, session: Session) -> Iterator[Routed]:
    """What a correction did to the rest of the way."""
    there = here.checklist.visible(session.answers, session.kind)
    answered = (*session.answers, *session.skipped)
    hidden = tuple(one.text for one in here.visible if one not in there and one.id in answered)
    reached = here.reached()
    shown = tuple(
        one.text
        for one in there
        if one not in here.visible and one.id in reached and not is_settled(session, one)
    )
    if hidden or shown:
        yield Routed(hidden, shown)


def stale(here: Here, event: Tapped, calendar: WorkCalendar) -> Step:
    """A button of another moment: harmless, and said so."""
    saved = here.says(event, calendar)
    return refuse(here, mistake("already-saved" if saved else "stale-button"))


def answered(here: Here, question: Question, answer: Answer) -> Step:
    """A whole answer; what is left of its evidence is asked for next."""
    session = here.session
    closed = session.closed
    if session.answers.get(question.id) != answer and not session.evidence.get(question.id):
        closed -= {question.id}  # evidence that could be left out before may be due now
    given = {**session.answers, question.id: answer}
    moved = replace(session, answers=given, skipped=session.skipped - {question.id}, closed=closed)
    return save(here, question, answer, moved)


def keep(here: Here) -> Step:
    """The question on the table stays as it is, and is done with."""
    kept = here.session.revisiting
    left = replace(here.session, revisiting=None)
    return change(here, left if kept is None else _seen_to(left, kept))


def _seen_to(session: Session, question_id: str) -> Session:
    """A question of a return is done with."""
    return replace(session, again=tuple(one for one in session.again if one != question_id))


def settle(here: Here, question: Question, answer: Answer) -> Step:
    """An answer, or half of one."""
    if isinstance(answer, Replied) and answer.outcome == "waiting":
        return wait(here, question, answer)
    return answered(here, question, answer)


def wait(here: Here, question: Question, reply: Replied | None) -> Step:
    """The interview stops at this question until the reply comes; None: nothing was sent."""
    given = {one: answer for one, answer in here.session.answers.items() if one != question.id}
    if reply is not None:
        given[question.id] = reply
    skipped = here.session.skipped - {question.id}
    session = replace(here.session, answers=given, skipped=skipped, revisiting=None)
    return change(here, session, *_routed(here, session))
