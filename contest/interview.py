"""The interview: a pure state machine that walks a juror through a checklist.

    advance(checklist, session, event) -> Step(session, effects)

Rule 1: every rule about what may happen next lives in this file.
Rule 2: this file knows nothing of Telegram, SQL or the clock; time arrives inside events.
Rule 3: an event that does not fit changes nothing but the effects it explains itself with.
Rule 4: position is derived: the question on the table is the first visible one that is not settled, or the one revisited.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import assert_never

from contest.answers import NOT_APPLICABLE, Answer, Photos, Several, Timed
from contest.checklist import DONE, Checklist, Choices, Duration, Evidence, Photo, Question, said
from contest.mistakes import Mistake, Mistakes, mistake
from contest.replies import choose, read
from contest.session import (
    Ask,
    AskEvidence,
    Attached,
    Detached,
    Effect,
    Event,
    Explain,
    Opened,
    Routed,
    Saved,
    Session,
    ShowSummary,
    Skipped,
    Step,
    Submitted,
    SummaryLine,
    Tapped,
    Thank,
    Turned,
    WentBack,
    Wrote,
)


def advance(checklist: Checklist, session: Session, event: Event) -> Step:  # noqa: C901 -- one line an event
    """What an event makes of a session, and what the person should hear of it. Never empty-handed."""
    if session.submitted_at is not None:
        return Step(session, (Explain(mistake("closed")),))
    match event:
        case Opened():
            return Step(session, view(checklist, session))
        case Tapped():
            return _tap(checklist, session, event)
        case Wrote():
            return _write(checklist, session, event)
        case Attached():
            return _attach(checklist, session, event)
        case Detached():
            return _detach(checklist, session, event)
        case Skipped():
            return _skip(checklist, session, event)
        case WentBack():
            return _go_back(checklist, session)
        case Turned():
            return _turn(checklist, session, event.question)
        case Submitted():
            return _submit(checklist, session, event)
        case _:
            assert_never(event)


def view(checklist: Checklist, session: Session) -> tuple[Effect, ...]:
    """The only producer of prompts; safe to show again at any time."""
    if session.submitted_at is not None:
        return (Explain(mistake("closed")),)
    here = current(checklist, session)
    if here is None:
        return (_summary(checklist, session),)
    if evidence := _asked_for(session, here):
        given = len(session.evidence.get(here.id, ()))
        return (AskEvidence(here, evidence, given, session.revision),)
    return (_ask(checklist, session, here),)


def current(checklist: Checklist, session: Session) -> Question | None:
    """The question on the table, or None when only the summary is left."""
    visible = checklist.visible(session.answers, session.kind)
    revisited = next((question for question in visible if question.id == session.revisiting), None)
    return revisited or next((question for question in visible if not _settled(session, question)), None)


def gate_failed(checklist: Checklist, answers: Mapping[str, Answer], kind: str) -> str | None:
    """The first visible question whose answer says that the contact did not happen."""
    for question in checklist.visible(answers, kind):
        if question.id in answers and not said(answers[question.id]).isdisjoint(question.failing):
            return question.id
    return None


# --- What is owed


def _owed(question: Question, answer: Answer | None) -> Evidence | None:
    """The photo that this answer owes."""
    evidence = question.evidence
    if evidence is None or answer is None:
        return None
    ids = said(answer)
    if evidence.when:
        return evidence if not ids.isdisjoint(evidence.when) else None
    return None if NOT_APPLICABLE in ids else evidence


def _settled(session: Session, question: Question) -> bool:
    if question.id in session.skipped:
        return True
    answer = session.answers.get(question.id)
    return answer is not None and (_owed(question, answer) is None or question.id in session.settled)


def _asked_for(session: Session, here: Question) -> Evidence | None:
    """The evidence on the table: the question is answered, is not being revisited, and owes."""
    if session.revisiting == here.id or here.id in session.settled:
        return None
    return _owed(here, session.answers.get(here.id))


# --- Prompts


def _ask(checklist: Checklist, session: Session, here: Question) -> Ask:
    visible = checklist.visible(session.answers, session.kind)
    section = checklist.section_of(here.id)
    siblings = [question for question in section.questions if question in visible]
    return Ask(
        here,
        section,
        checklist.sections.index(section) + 1,
        len(checklist.sections),
        siblings.index(here) + 1,
        session.answers.get(here.id),
        session.pending,
        session.marks,
        session.revision,
        may_skip=not here.required or session.revisiting == here.id,
        may_go_back=_before(checklist, session, here) is not None,
        first=not session.answers and not session.skipped,
        revisited=session.revisiting == here.id,
    )


def _summary(checklist: Checklist, session: Session) -> ShowSummary:
    visible = checklist.visible(session.answers, session.kind)
    lines = tuple(SummaryLine(question, session.answers.get(question.id)) for question in visible)
    return ShowSummary(lines, session.revision)


def _refuse(checklist: Checklist, session: Session, found: Mistake) -> Step:
    return Step(session, (Explain(found), *view(checklist, session)))


# --- Events


def _tap(checklist: Checklist, session: Session, event: Tapped) -> Step:
    here = current(checklist, session)
    if here is None or event.question != here.id or event.revision != session.revision:
        return _stale(checklist, session, event)
    if _asked_for(session, here):
        if event.choice != DONE:
            return _stale(checklist, session, event)
        if not session.evidence.get(here.id):
            return _refuse(checklist, session, mistake("photo-first"))
        return _settle_evidence(checklist, session, here)
    try:
        return _choose(checklist, session, here, event)
    except Mistakes as found:
        return _refuse(checklist, session, found.found[0])


def _choose(checklist: Checklist, session: Session, here: Question, event: Tapped) -> Step:
    """A button of the question on the table."""
    choice = event.choice
    match here:
        case Choices() if choice == DONE:
            chosen = tuple(option.id for option in here.options if option.id in session.pending)
            return _answer(checklist, session, here, Several(chosen), event.at)
        case Choices() if choice in here.own_ids:
            return _show_again(checklist, replace(session, pending=_toggled(here, session.pending, choice)))
        case Photo() if choice == DONE:
            if len(session.pending) < here.least:
                return _refuse(checklist, session, mistake("photos-missing", least=here.least))
            return _answer(checklist, session, here, Photos(session.pending), event.at)
        case Duration(marks=marks) if choice in {mark.id for mark in marks}:
            return _stamp(checklist, session, here, event)
        case _:
            return _answer(checklist, session, here, choose(here, choice), event.at)


def _stamp(checklist: Checklist, session: Session, here: Duration, event: Tapped) -> Step:
    """One mark of the stopwatch; the last one is the answer."""
    expected = here.marks[len(session.marks)].id
    if event.choice != expected:
        return _stale(checklist, session, event)
    marks = (*session.marks, (event.choice, event.at))
    if len(marks) < len(here.marks):
        return _show_again(checklist, replace(session, marks=marks))
    timed = Timed(marks)
    if not 0 <= here.seconds(timed) <= here.max:
        fresh = replace(session, marks=(), revision=session.revision + 1)
        return Step(fresh, (Explain(mistake("watch-too-long")), *view(checklist, fresh)))
    return _answer(checklist, session, here, timed, event.at)


def _show_again(checklist: Checklist, session: Session) -> Step:
    moved = replace(session, revision=session.revision + 1)
    return Step(moved, view(checklist, moved))


def _toggled(here: Choices, pending: tuple[str, ...], choice: str) -> tuple[str, ...]:
    """One option on or off; an option that stands alone drives out the others, and they drive it out."""
    if choice in pending:
        return tuple(option for option in pending if option != choice)
    if here.option(choice).alone:
        return (choice,)
    return (*(option for option in pending if not here.option(option).alone), choice)


def _stale(checklist: Checklist, session: Session, event: Tapped) -> Step:
    """An old button: harmless, and quiet when it says what is saved already."""
    saved = session.answers.get(event.question)
    ids = said(saved) if saved is not None else frozenset()
    if event.choice in ids or (event.choice == DONE and saved is not None):
        return _refuse(checklist, session, mistake("already-saved"))
    return _refuse(checklist, session, mistake("stale-button"))


def _write(checklist: Checklist, session: Session, event: Wrote) -> Step:
    here = current(checklist, session)
    visible = {question.id: question for question in checklist.visible(session.answers, session.kind)}
    question = visible.get(event.question)
    if question is None:
        return _refuse(checklist, session, mistake("question-hidden"))
    on_table = here is not None and here.id == question.id
    if on_table and _asked_for(session, question):
        return _refuse(checklist, session, mistake("photo-expected"))
    if not on_table and not _settled(session, question):
        return _refuse(checklist, session, mistake("question-not-yet"))
    try:
        answer = read(question, event.text)
    except Mistakes as found:
        return _refuse(checklist, session, found.found[0])
    return _answer(checklist, session, question, answer, event.at)


def _answer(checklist: Checklist, session: Session, question: Question, answer: Answer, at: datetime) -> Step:
    """Keep an answer, at the table or as a correction from afar."""
    before = session.answers.get(question.id)
    here = current(checklist, session)
    on_table = here is not None and here.id == question.id
    moved = replace(
        session,
        answers={**session.answers, question.id: answer},
        skipped=session.skipped - {question.id},
        settled=session.settled if before == answer else session.settled - {question.id},
        pending=() if on_table else session.pending,
        marks=() if on_table else session.marks,
        revisiting=None if session.revisiting == question.id else session.revisiting,
        revision=session.revision + 1,
        started_at=session.started_at or at,
    )
    changed = before is not None and before != answer
    effects: list[Effect] = [Saved(question, answer, changed=changed)]
    if before is not None or question.id in session.skipped:
        effects += _routed(checklist, session, moved)
    return Step(moved, (*effects, *view(checklist, moved)))


def _routed(checklist: Checklist, before: Session, after: Session) -> list[Effect]:
    """What a correction hid of the answers, and what it newly asks."""
    was = checklist.visible(before.answers, before.kind)
    now = checklist.visible(after.answers, after.kind)
    hidden = tuple(question.text for question in was if question not in now and question.id in after.answers)
    shown = tuple(question.text for question in now if question not in was)
    return [Routed(hidden, shown)] if hidden or shown else []


def _attach(checklist: Checklist, session: Session, event: Attached) -> Step:
    here = current(checklist, session)
    if here is None or event.question != here.id:
        return _refuse(checklist, session, mistake("photo-not-asked"))
    if evidence := _asked_for(session, here):
        return _add_evidence(checklist, session, here, evidence, event)
    if not isinstance(here, Photo):
        late = here.evidence is not None
        return _refuse(checklist, session, mistake("photo-after-answer" if late else "photo-not-asked"))
    if event.key in session.pending:
        return _refuse(checklist, session, mistake("photo-twice"))
    pending = (*session.pending, event.key)
    if len(pending) >= here.most:
        return _answer(checklist, replace(session, pending=pending), here, Photos(pending), event.at)
    return _show_again(checklist, replace(session, pending=pending))


def _add_evidence(
    checklist: Checklist, session: Session, here: Question, evidence: Evidence, event: Attached
) -> Step:
    given = session.evidence.get(here.id, ())
    if event.key in given:
        return _refuse(checklist, session, mistake("photo-twice"))
    if len(given) >= evidence.most:
        return _refuse(checklist, session, mistake("photos-enough", most=evidence.most))
    moved = replace(session, evidence={**session.evidence, here.id: (*given, event.key)})
    if len(given) + 1 >= evidence.most:
        return _settle_evidence(checklist, moved, here)
    return _show_again(checklist, moved)


def _settle_evidence(checklist: Checklist, session: Session, here: Question) -> Step:
    moved = replace(session, settled=session.settled | {here.id}, revision=session.revision + 1)
    return Step(moved, view(checklist, moved))


def _detach(checklist: Checklist, session: Session, event: Detached) -> Step:
    given = session.evidence.get(event.question, ())
    if event.key not in given:
        return _refuse(checklist, session, mistake("photo-not-here"))
    left = tuple(key for key in given if key != event.key)
    moved = replace(
        session,
        evidence={**session.evidence, event.question: left},
        settled=session.settled if left else session.settled - {event.question},
        revision=session.revision + 1,
    )
    return Step(moved, view(checklist, moved))


def _skip(checklist: Checklist, session: Session, event: Skipped) -> Step:
    here = current(checklist, session)
    if here is None or event.question != here.id or event.revision != session.revision:
        code = "already-saved" if event.question in session.skipped else "stale-button"
        return _refuse(checklist, session, mistake(code))
    if evidence := _asked_for(session, here):
        if evidence.required:
            return _refuse(checklist, session, mistake("cannot-skip"))
        return _settle_evidence(checklist, session, here)
    if session.revisiting == here.id:
        return _show_again(checklist, replace(session, revisiting=None, pending=(), marks=()))
    if here.required:
        return _refuse(checklist, session, mistake("cannot-skip"))
    moved = replace(
        session,
        skipped=session.skipped | {here.id},
        pending=(),
        marks=(),
        revisiting=None,
        revision=session.revision + 1,
        started_at=session.started_at or event.at,
    )
    return Step(moved, (Saved(here, None, changed=False), *view(checklist, moved)))


def _before(checklist: Checklist, session: Session, here: Question | None) -> Question | None:
    """The settled question before this one."""
    visible = checklist.visible(session.answers, session.kind)
    upto = visible.index(here) if here is not None else len(visible)
    return next((question for question in reversed(visible[:upto]) if _settled(session, question)), None)


def _go_back(checklist: Checklist, session: Session) -> Step:
    here = current(checklist, session)
    if here is not None and _asked_for(session, here):
        return _revisit(checklist, session, here)
    before = _before(checklist, session, here)
    if before is None:
        return _refuse(checklist, session, mistake("at-first-question"))
    return _revisit(checklist, session, before)


def _turn(checklist: Checklist, session: Session, question_id: str) -> Step:
    visible = {question.id: question for question in checklist.visible(session.answers, session.kind)}
    question = visible.get(question_id)
    if question is None or not _settled(session, question):
        return _refuse(
            checklist, session, mistake("question-hidden" if question is None else "question-not-yet")
        )
    return _revisit(checklist, session, question)


def _revisit(checklist: Checklist, session: Session, question: Question) -> Step:
    """Look at an answer again; its toggles and photos are laid out as they were."""
    answer = session.answers.get(question.id)
    laid = answer.options if isinstance(answer, Several) else ()
    moved = replace(session, revisiting=question.id, pending=laid, marks=(), revision=session.revision + 1)
    return Step(moved, view(checklist, moved))


def _submit(checklist: Checklist, session: Session, event: Submitted) -> Step:
    if event.revision != session.revision:
        return _refuse(checklist, session, mistake("stale-button"))
    if current(checklist, session) is not None:
        return _refuse(checklist, session, mistake("not-finished"))
    return Step(replace(session, submitted_at=event.at, revision=session.revision + 1), (Thank(),))
