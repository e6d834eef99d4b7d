"""The interview: a pure state machine that walks a juror through a checklist.

    advance(checklist, session, event, calendar=...) -> Step(session, effects)

Rule 1: every rule about what may happen next lives in this file, those about photos in `contest.photos`; what it may come to is in
`contest.steps`, its words are in `contest.talk`, its memory in `contest.session`.
Rule 2: it knows nothing of Telegram, SQL or the clock; time arrives inside events, free days with the calendar.
Rule 3: an event that does not fit changes nothing but the effects it explains itself with.
Rule 4: position is derived (`contest.position`), so changing an early answer re-routes everything by itself.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from typing import assert_never

from contest.answers import NOT_APPLICABLE, Answer, Chosen, Replied, Several, Timed
from contest.checklist import Checklist
from contest.mistakes import Mistakes, mistake
from contest.photos import attach, close_evidence, close_photos, detach, prove
from contest.position import Here, is_settled, laid
from contest.questions import (
    CAME,
    DONE,
    NO_REPLY,
    SENT,
    UNSENT,
    Choices,
    Duration,
    Photo,
    Question,
    Reply,
    Text,
)
from contest.replies import choose, clean, read, says_na
from contest.session import Session
from contest.steps import answered, change, keep, refuse, save, settle, stale, wait
from contest.stopwatch import REASONS, measured, reasoned, stamp, typed
from contest.talk import (
    AskReason,
    Attached,
    Detached,
    Effect,
    Event,
    Expired,
    Explain,
    Opened,
    Skipped,
    Step,
    Submitted,
    Tapped,
    Thank,
    Turned,
    WentBack,
    Wrote,
)
from contest.toggles import ticked
from contest.two_acts import arrive, close, read_act, recall, send, unsend
from contest.workdays import WEEKDAYS, WorkCalendar


def advance(
    checklist: Checklist, session: Session, event: Event, *, calendar: WorkCalendar = WEEKDAYS
) -> Step:
    """What an event does. Never raises, never stays silent. `calendar`: where the clock on the wall hangs, and the free days."""
    if session.submitted_at is not None:
        return Step(session, (Explain(mistake("closed")),))
    here = Here.of(checklist, session)
    if here.locked(_named(event)):
        return refuse(here, mistake("locked"))
    return _happen(here, event, calendar)


def reopen(checklist: Checklist, session: Session, questions: Collection[str] = ()) -> Session:
    """A submitted interview in the juror's hands again: with these questions alone, or as a whole when none is named.

    What was not on the way when it was submitted stays open too: a correction may lead there.
    """
    back = replace(session, submitted_at=None, revision=session.revision + 1, open=None, again=())
    if not questions:
        return back
    visible = {one.id for one in checklist.visible(session.answers, session.kind)}
    every = [one.id for one in checklist.questions()]
    allowed = tuple(one for one in every if one in questions or one not in visible)
    again = tuple(one for one in every if one in questions and one in visible)
    opened = replace(back, revisiting=None, open=allowed, again=again)
    return laid(Here.of(checklist, opened)).session


def view(checklist: Checklist, session: Session) -> tuple[Effect, ...]:
    """The only producer of prompts; safe to send again at any time."""
    if session.submitted_at is not None:
        return (Explain(mistake("closed")),)
    return Here.of(checklist, session).prompt()


def current(checklist: Checklist, session: Session) -> Question | None:
    """The question on the table, or None when only the summary is left."""
    return Here.of(checklist, session).question


def _named(event: Event) -> str:
    """The question that an event is about, if it names one."""
    match event:
        case Opened() | WentBack() | Submitted():
            return ""
        case _:
            return event.question


# What events do.


def _happen(here: Here, event: Event, calendar: WorkCalendar) -> Step:
    match event:
        case Opened(at=at):
            return _open(here, at)
        case Tapped():
            return _tap(here, event, calendar)
        case Wrote():
            return _write(here, event, calendar)
        case Attached(question=question, key=key):
            return attach(here, question, key)
        case Detached(question=question, key=key):
            return detach(here, question, key)
        case Skipped(question=question, revision=revision):
            return _skip(here, question, revision)
        case WentBack():
            return _go_back(here)
        case Turned(question=question):
            return _turn(here, question)
        case Submitted(at=at, revision=revision):
            return _submit(here, at, revision)
        case Expired(at=at, question=question):
            return _expire(here, question, at)
        case _:
            assert_never(event)


def _open(here: Here, at: datetime) -> Step:
    if here.session.started_at is None:
        return change(here, replace(here.session, started_at=at))
    return Step(here.session, here.prompt())


def _tap(here: Here, event: Tapped, calendar: WorkCalendar) -> Step:
    if event.choice == CAME and (open_ := _replyless(here, event.question)):
        # Also on yesterday's reminder, whatever is on the table: it can mean nothing else.
        return answered(here, open_[0], arrive(*open_, event.at, calendar=calendar))
    question = here.question
    if question is None or event.question != question.id:
        return stale(here, event, calendar)
    if isinstance(question, Choices) and here.asks_evidence() is None:
        return _toggle(here, question, event, calendar)
    if event.revision != here.session.revision:
        return stale(here, event, calendar)
    if here.asks_evidence() is not None:
        return close_evidence(here, question, event, calendar)
    if (owing := here.asks_reason()) is not None:
        return _reason(here, owing, event.choice)
    if isinstance(question, Photo) and event.choice == DONE:
        return close_photos(here, question)
    if event.choice == DONE and question.id == here.session.revisiting and here.standing(question):
        return keep(here)
    if isinstance(question, Duration) and event.choice in {mark.id for mark in question.marks}:
        return _stamp(here, question, event)
    if isinstance(question, Reply) and event.choice != NOT_APPLICABLE:
        return _act(here, question, event, calendar)
    return _choose(here, question, event, calendar)


def _choose(here: Here, question: Question, event: Tapped, calendar: WorkCalendar) -> Step:
    try:
        return answered(here, question, choose(question, event.choice, at=event.at, calendar=calendar))
    except Mistakes as refused:
        return refuse(here, refused.found[0])


def _toggle(here: Here, question: Choices, event: Tapped, calendar: WorkCalendar) -> Step:
    """Several quick taps on one keyboard are understood, whether it was redrawn in between or not."""
    log, start, choice = here.log(question), here.start(question), event.choice
    oldest = log[0][1] - 1 if log else here.session.revision
    if not oldest <= event.revision <= here.session.revision:
        return stale(here, event, calendar)
    if choice == DONE and not log and question.id in here.session.skipped:
        return keep(here)
    if choice == DONE:
        return _close_toggles(here, question, ticked(question, start, log))
    if choice not in question.own_ids:
        return _choose(here, question, event, calendar)
    wished = choice not in ticked(question, start, log, shown_at=event.revision)
    if wished == (choice in ticked(question, start, log)):
        return refuse(here, mistake("already-saved"))
    toggles = (*log, (choice, here.session.revision + 1))
    return change(here, replace(here.session, draft=question.id, pending=toggles, marks=()))


def _close_toggles(here: Here, question: Choices, chosen: tuple[str, ...]) -> Step:
    if not chosen and any(option.alone for option in question.options):
        return refuse(here, mistake("choose-something"))
    return answered(here, question, Several(chosen))


def _stamp(here: Here, question: Duration, event: Tapped) -> Step:
    """The next mark of the stopwatch; the last one is the answer."""
    running = here.session.marks if here.session.draft == question.id else ()
    try:
        marks = stamp(question, running, event.choice, event.at)
    except Mistakes as refused:
        return refuse(here, refused.found[0])
    if len(marks) < len(question.marks):
        return change(here, replace(here.session, draft=question.id, marks=marks, pending=()))
    timed = measured(question, marks, here.session.answers.get(question.id))
    if question.seconds(timed) > question.max:  # a forgotten stopwatch starts anew
        forgotten = Explain(mistake("duration-too-long", minutes=question.max // 60))
        return change(here, replace(here.session, draft=None, marks=()), forgotten)
    return answered(here, question, timed)


def _reason(here: Here, owing: AskReason, choice: str) -> Step:
    if choice not in REASONS:
        return refuse(here, mistake("stale-button"))
    return answered(here, owing.question, replace(owing.answer, reason=choice))


def _replyless(here: Here, question_id: str) -> tuple[Reply, Replied] | None:
    """The question, if something was sent there and nothing has come."""
    match here.seen(question_id), here.session.answers.get(question_id):
        case Reply() as question, Replied(outcome="waiting" | "none") as reply:
            return question, reply
    return None


def _act(here: Here, question: Reply, event: Tapped, calendar: WorkCalendar) -> Step:
    """A button of one of the two acts."""
    answer = here.session.answers.get(question.id)
    reply = answer if isinstance(answer, Replied) else None
    try:
        if reply is None and event.choice == SENT:
            return wait(here, question, send(question, event.at, calendar))
        if reply is not None and event.choice == NO_REPLY:
            return settle(here, question, recall(reply, event.at, calendar))
        if reply is not None and event.choice == UNSENT and reply.outcome == "waiting":
            unsend(reply, event.at)
            return wait(here, question, None)
    except Mistakes as refused:
        return refuse(here, refused.found[0])
    return stale(here, event, calendar)


def _expire(here: Here, question_id: str, at: datetime) -> Step:
    match here.seen(question_id), here.session.answers.get(question_id):
        case Reply() as question, Replied(outcome="waiting") as reply if at >= reply.until:
            return answered(here, question, close(reply))
    return refuse(here, mistake("stale-button"))


def _write(here: Here, event: Wrote, calendar: WorkCalendar) -> Step:
    question = here.seen(event.question)
    if question is None:
        return refuse(here, mistake("not-asked"))
    awaits_photo = question == here.question and here.asks_evidence() is not None
    if awaits_photo and isinstance(question, Text):
        return refuse(here, mistake("photo-expected"))
    try:
        return settle(here, question, _understood(here, question, event, calendar))
    except Mistakes as refused:
        return refuse(here, mistake("photo-expected") if awaits_photo else refused.found[0])


def _understood(here: Here, question: Question, event: Wrote, calendar: WorkCalendar) -> Answer:
    """Raises Mistakes with one complaint."""
    given = here.session.answers.get(question.id)
    if isinstance(question, Duration):
        return _timed(here, question, event, calendar)
    if not isinstance(question, Reply):
        return read(question, event.text, at=event.at, calendar=calendar)
    if question.na and says_na(event.text):
        return Chosen(NOT_APPLICABLE)
    reply = given if isinstance(given, Replied) else None
    return read_act(question, reply, event.text, at=event.at, calendar=calendar)


def _timed(here: Here, question: Duration, event: Wrote, calendar: WorkCalendar) -> Answer:
    """A duration in words, or the reason for one; a bare number could be meant as either, so it is neither then."""
    given = here.session.answers.get(question.id)
    owing = given if isinstance(given, Timed) and given.owes_reason else None
    if owing is not None and not any(letter.isalpha() or letter == ":" for letter in event.text):
        raise Mistakes([mistake("reply-reason")])
    try:
        said = read(question, event.text, at=event.at, calendar=calendar)
    except Mistakes as refused:
        if owing is None or refused.found[0].code != "reply-duration":
            raise
        return reasoned(owing, clean(event.text))
    running = here.session.marks if here.session.draft == question.id else ()
    return typed(question, said, given, running) if isinstance(said, Timed) else said


def _skip(here: Here, question_id: str, revision: int) -> Step:
    question = here.question
    if question is None or question.id != question_id or revision != here.session.revision:
        fault = "already-saved" if question_id in here.session.skipped else "stale-button"
        return refuse(here, mistake(fault))
    evidence = here.asks_evidence()
    if evidence is not None:
        if evidence.required and not here.session.evidence.get(question.id):
            return refuse(here, mistake("evidence-required"))
        return prove(here, question)
    if question.required:
        return refuse(here, mistake("answer-required"))
    given = {one: answer for one, answer in here.session.answers.items() if one != question.id}
    skipped = here.session.skipped | {question.id}
    return save(here, question, None, replace(here.session, answers=given, skipped=skipped))


def _go_back(here: Here) -> Step:
    earlier = here.before()
    if earlier is None:
        return refuse(here, mistake("at-first-question"))
    return change(here, replace(here.session, revisiting=earlier.id))


def _turn(here: Here, question_id: str) -> Step:
    if not question_id:
        return change(here, replace(here.session, revisiting=None))
    question = here.seen(question_id)
    if question is None:
        return refuse(here, mistake("stale-button"))
    revisiting = question.id if is_settled(here.session, question) else None
    return change(here, replace(here.session, revisiting=revisiting))


def _submit(here: Here, at: datetime, revision: int) -> Step:
    if revision != here.session.revision:
        return refuse(here, mistake("stale-button"))
    if here.question is not None:
        return refuse(here, mistake("not-finished", question=here.question.text))
    sent = replace(here.session, submitted_at=at, revision=revision + 1, open=None, again=())
    return Step(sent, (Thank(),))
