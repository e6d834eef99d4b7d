"""The end of an interview: what was answered becomes an audit, or a juror's profile."""

from __future__ import annotations

from bot import alarming
from bot.house import Turn
from bot.in_place import put
from bot.juror import registration, training
from bot.juror.common import in_hand, next_due
from bot.juror.standing import THANKS, retire
from bot.messages import Button, Rows, Send
from bot.moments import when
from bot.tracing import trace
from contest.answers import Chosen
from contest.assignment import Act, State, move
from contest.checklist import Checklist
from contest.questions import YES, YesNo
from contest.session import Session, freeze_answer
from storage import assignments, audits, due, opinions, people, recusals, sessions
from storage.assignments import Assignment
from storage.sessions import Stored


async def submitted(turn: Turn, stored: Stored, session: Session) -> None:
    """Called once, in the transaction in which the interview was closed."""
    await sessions.put_on_table(turn.tx, turn.person.code, None)
    if stored.purpose == "registration":
        await registration.apply(turn, session)
    elif stored.assignment is None:
        await training.finished(turn, stored)
    else:
        await _audit(turn, stored.assignment, session)


async def _audit(turn: Turn, assignment: int, session: Session) -> None:
    """What was answered about an institution, for the checkers."""
    task = await assignments.find(turn.tx, assignment)
    assert task is not None
    state = move(task.state, Act.SUBMIT)
    checklist = turn.house.rules.checklists[session.checklist]
    audit = await audits.submit(
        turn.tx,
        task.id,
        session,
        visible_answers(checklist, session),
        started_at=session.started_at or turn.at,
        submitted_at=turn.at,
        by=turn.person.code,
    )
    await trace(turn.house, turn.tx, audit, task.id, session)
    await assignments.change(
        turn.tx, task.id, frm=task.state, to=state, reason="", by=turn.person.code, at=turn.at
    )
    await due.cancel_of(turn.tx, "nudge", str(task.id), at=turn.at)
    await due.cancel_of(turn.tx, "overdue", str(task.id), at=turn.at)
    await retire(turn, task, state)
    await _thank(turn, task)
    await _tell_checkers(turn, task)
    await _tell_asker(turn, task, audit)
    if alarmed(checklist, session):
        alarm = alarming.recognised(turn.person.code, task.label, task.id, task.entrant)
        await alarming.sound(turn, alarm)


async def _tell_checkers(turn: Turn, task: Assignment) -> None:
    """Said when the queue fills, not for each: whoever checks sees the others there. Each has a queue of their own, without
    what they must not see."""
    for reader in await turn.holders("checker", about=task.entrant):
        hidden = await recusals.hidden_from(turn.tx, reader.code)
        if await audits.count_waiting(turn.tx, hidden=hidden) == 1:
            await turn.write("audit-arrived", to=reader, label=task.label)


async def _tell_asker(turn: Turn, task: Assignment, audit: int) -> None:
    """A further opinion is in: whoever asked for it reads so, one tap away from it."""
    own = next((one for one in await opinions.about(turn.tx, task.id) if one.assignment == task.id), None)
    asker = await people.find(turn.tx, own.asked_by) if own else None
    doubted = await assignments.find(turn.tx, own.doubted) if own else None
    if asker is None or doubted is None or asker.code in await recusals.at(turn.tx, task.entrant):
        return
    say = turn.house.say(asker)
    row = (Button(label=say("button-next", label=task.label), data=f"c:{audit}"),)
    text = say("opinion-arrived", label=task.label, doubted=doubted.label)
    await turn.tell(Send(text=text, rows=(row,)), to=asker)


async def _thank(turn: Turn, task: Assignment) -> None:
    """Thanks, what happens next, and what else is in the juror's hands, one tap away.

    In the place of the summary, whose buttons have done their work.
    """
    lines = [turn.say("thanks", label=task.label)]
    rows: Rows = ()
    following = next((one for one in await in_hand(turn) if one.state is not State.WAITING), None)
    if following is not None:
        channel = turn.house.rules.channel_name(following.channel)
        due = when(turn, next_due(following))
        lines.append(turn.say("thanks-next", label=following.label, channel=channel, due=due))
        rows = ((Button(label=turn.say("button-next-task"), data=f"a:{following.id}"),),)
    await put(turn, Send(text="\n".join(lines), rows=rows), binds=THANKS)


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
