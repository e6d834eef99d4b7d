"""The end of an interview: what was answered becomes an audit, or a juror's profile."""

from __future__ import annotations

from bot.house import Turn
from bot.juror import registration
from bot.messages import Edit, Send
from contest.answers import Chosen
from contest.assignment import Act, move
from contest.checklist import YES, Checklist, YesNo
from contest.session import Session, freeze_answer
from storage import assignments, audits, due, outbox, sessions
from storage.sessions import Stored


async def submitted(turn: Turn, stored: Stored, session: Session) -> None:
    """Called once, in the transaction in which the interview was closed."""
    await sessions.put_on_table(turn.tx, turn.person.code, None)
    if stored.assignment is None:
        await registration.apply(turn, session)
        return
    task = await assignments.find(turn.tx, stored.assignment)
    assert task is not None
    state = move(task.state, Act.SUBMIT)
    checklist = turn.house.rules.checklists[session.checklist]
    await audits.submit(
        turn.tx,
        task.id,
        session,
        visible_answers(checklist, session),
        started_at=session.started_at or turn.at,
        submitted_at=turn.at,
        by=turn.person.code,
    )
    await assignments.change(
        turn.tx, task.id, frm=task.state, to=state, reason="", by=turn.person.code, at=turn.at
    )
    await due.cancel_of(turn.tx, "nudge", str(task.id), at=turn.at)
    await due.cancel_of(turn.tx, "overdue", str(task.id), at=turn.at)
    await _thank(turn, turn.say("thanks", label=task.label))
    if await audits.count_waiting(turn.tx) == 1:
        # Said when the queue fills, not for each: whoever checks sees the others there.
        await turn.tell_role("checker", "audit-arrived", label=task.label)
    if alarmed(checklist, session):
        await turn.tell_role("planner", "recognised-planner", code=turn.person.code, label=task.label)


async def _thank(turn: Turn, text: str) -> None:
    """In the place of the summary, whose buttons have done their work."""
    number = turn.message_id
    summary = await outbox.bound_to(turn.tx, turn.person.code, number) if number is not None else None
    await turn.tell(Send(text=text) if summary is None else Edit(of=summary.id, text=text))


def alarmed(checklist: Checklist, session: Session) -> bool:
    """Whether a *yes* was given where a *yes* means that the juror may have been recognised."""
    return any(
        isinstance(question, YesNo) and question.alarm and session.answers.get(question.id) == Chosen(YES)
        for question in checklist.visible(session.answers, session.kind)
    )


def visible_answers(checklist: Checklist, session: Session) -> dict[str, str]:
    """The answers that count, as JSON: those to questions that are visible in the end."""
    return {
        question.id: freeze_answer(session.answers[question.id])
        for question in checklist.visible(session.answers, session.kind)
        if question.id in session.answers
    }
