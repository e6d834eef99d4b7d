"""Between the two acts: what was sent waits for the institution, the juror is asked now and then, and the cap closes it.

While an assignment waits it is not overdue: its due date moves behind the cap, never beyond the end of collecting.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time

from bot import answered
from bot.house import House, Turn, refuse
from bot.in_place import put
from bot.juror.common import binding, checklist_of, own_assignment
from bot.messages import Button, Edit, Send, shorten
from bot.moments import until, when
from bot.planned import cancel_reply, plan_nudges, plan_reply
from contest.answers import Replied
from contest.assignment import Act, State, acts, move
from contest.checklist import Checklist
from contest.interview import advance
from contest.mistakes import Say
from contest.position import awaited, is_settled
from contest.questions import CAME, Reply
from contest.session import Session, freeze_answer
from contest.talk import Expired, Step
from contest.workdays import at_hour
from storage import assignments, due, messages, people, sessions
from storage.assignments import Assignment
from storage.due import Row
from storage.people import Person
from storage.sessions import Stored

_AFTERWARDS = 2
"""Working days after the cap in which the rest of the interview can be done."""
_EVENING = time(20)
_SHOWN = 5


async def follow(turn: Turn, stored: Stored, step: Step) -> None:
    """What a step of the interview means for its assignment: it waits from now on, or no longer."""
    if stored.assignment is None:
        return
    checklist = checklist_of(turn, stored)
    before, after = awaited(checklist, stored.session), awaited(checklist, step.session)
    if before == after:
        return
    task = await assignments.find(turn.tx, stored.assignment)
    assert task is not None
    if after is None:
        await _go_on(turn, task)
    else:
        await sessions.record_answer(
            turn.tx,
            stored.id,
            after[0].id,
            freeze_answer(after[1]),
            revision=step.session.revision,
            at=turn.at,
        )
        await _wait(turn, task, *after)


async def state_of(turn: Turn, task: Assignment) -> str:
    """The state of an assignment in words; of one that waits, until when."""
    found = await _awaited(turn, task) if task.state is State.WAITING else None
    if found is None:
        return turn.say(f"state-{task.state.value}")
    _, _, reply = found
    return turn.say("reply-state", until=until(reply.until, turn.calendar, turn.say))


async def ask(turn: Turn, row: Row, _: object) -> None:
    """The schedule: has a reply come? Only the newest such question is asked, and none when the time is over."""
    task = await assignments.find(turn.tx, int(row.subject))
    found = await _awaited(turn, task) if task is not None else None
    juror = await people.find(turn.tx, task.juror) if task is not None else None
    if task is None or found is None or juror is None or turn.at >= found[2].until:
        return
    if any(later.at <= turn.at for later in await due.of(turn.tx, row.kind, row.subject)):
        return
    stored, question, _reply = found
    say = turn.house.say(juror)
    not_yet = Button(label=say("button-no-reply-yet"), data=f"rn:{task.id}")
    message = Send(
        text=say("reply-asked", label=task.label),
        rows=((_came(stored, question, question.came),), (not_yet,)),
    )
    await turn.tell(message, to=juror, binds=binding(stored.id, question.id))


async def not_yet(turn: Turn, parts: list[str]) -> None:
    """„Jeszcze nie”: said when the next question comes; the button for the reply stays."""
    task = await own_assignment(turn, int(parts[0]))
    found = await _awaited(turn, task)
    if found is None:
        raise refuse("stale-button")
    stored, question, reply = found
    end = until(reply.until, turn.calendar, turn.say)
    planned = await due.of(turn.tx, "reply-asked", str(task.id))
    text = (
        turn.say("reply-not-yet", label=task.label, when=when(turn, planned[0].at))
        if planned
        else turn.say("reply-not-yet-last", label=task.label, until=end)
    )
    rows = ((_came(stored, question, question.came),),)
    binds = binding(stored.id, question.id)
    turn.toast()
    await put(turn, Send(text=text, rows=rows), binds=binds, over=binds)


async def close(turn: Turn, row: Row, _: object) -> None:
    """The schedule: the cap has come. The question closes by itself; the juror reads what happened and what is left."""
    task = await assignments.find(turn.tx, int(row.subject))
    found = await _awaited(turn, task) if task is not None else None
    if task is None or found is None:
        return
    stored, question, _reply = found
    checklist = checklist_of(turn, stored)
    event = Expired(max(turn.at, row.at), question.id)
    step = advance(checklist, stored.session, event, calendar=turn.house.calendar)
    answer = step.session.answers[question.id]
    await sessions.save(turn.tx, stored.id, step.session, at=turn.at)
    await sessions.record_answer(
        turn.tx, stored.id, question.id, freeze_answer(answer), revision=step.session.revision, at=turn.at
    )
    await _go_on(turn, task)
    juror = await people.find(turn.tx, task.juror)
    if juror is not None:
        await _tell_closed(turn, task, replace(stored, session=step.session), juror, question)


async def rests_until(turn: Turn, task: Assignment) -> datetime | None:
    """Until when an assignment that waits for an institution needs time; None: it waits for nobody."""
    found = await _awaited(turn, task)
    return _afterwards(turn.house, found[2]) if found is not None else None


def _afterwards(house: House, reply: Replied) -> datetime:
    """The evening by which a juror has had time to finish once the waiting is over."""
    last = house.calendar.after(house.local(reply.until).date(), _AFTERWARDS - 1)
    return at_hour(last, _EVENING, house.calendar)


async def _wait(turn: Turn, task: Assignment, question: Reply, reply: Replied) -> None:
    for act in (Act.START, Act.WAIT):
        if act in acts(task.state):
            task = await _change(turn, task, act)
    house = turn.house
    closing = house.rules.settings.utc(house.rules.settings.dates.collecting_until)
    closing = max(closing, task.due_at)  # a correction may run on after the end of collecting
    later = min(max(task.due_at, _afterwards(house, reply)), closing)
    if later != task.due_at:
        await assignments.postpone(turn.tx, task.id, later, by=turn.person.code, at=turn.at)
        task = replace(task, due_at=later)
        for kind in ("nudge", "overdue"):
            await due.cancel_of(turn.tx, kind, str(task.id), at=turn.at)
        await plan_nudges(house, turn.tx, task, turn.at, mark=f":{house.local(later):%m-%d}")
    await plan_reply(house, turn.tx, task, question, reply, now=turn.at)
    if reply.until > closing:
        await turn.write("reply-beyond-end", end=when(turn, closing))


async def _go_on(turn: Turn, task: Assignment) -> None:
    await cancel_reply(turn.tx, task, turn.at)
    if task.state is State.WAITING:
        await _change(turn, task, Act.START)


async def _change(turn: Turn, task: Assignment, act: Act) -> Assignment:
    to = move(task.state, act)
    by, at = turn.person.code, turn.at
    await assignments.change(turn.tx, task.id, frm=task.state, to=to, reason="", by=by, at=at)
    return replace(task, state=to)


async def _awaited(turn: Turn, task: Assignment) -> tuple[Stored, Reply, Replied] | None:
    """The interview of an assignment that waits, the question where it does, and what was sent."""
    if task.state is not State.WAITING:
        return None
    stored = await sessions.for_assignment(turn.tx, task.id)
    found = awaited(checklist_of(turn, stored), stored.session) if stored is not None else None
    return (stored, *found) if stored is not None and found is not None else None


def _came(stored: Stored, question: Reply, label: str) -> Button:
    return Button(label=label, data=f"q:{stored.id}:{question.id}:{CAME}:{stored.session.revision}")


async def _tell_closed(turn: Turn, task: Assignment, stored: Stored, juror: Person, question: Reply) -> None:
    """The question shows its answer; a message says what is left, without a sound at night."""
    say, binds = turn.house.say(juror), binding(stored.id, question.id)
    asked = await messages.newest_bound(turn.tx, juror.code, binds)
    if asked is not None:
        text = answered.ticked(question, stored.session.answers[question.id], say)
        await turn.tell(Edit(of=asked.id, text=text), to=juror, binds=binds)
    lines = [
        *_left(checklist_of(turn, stored), stored.session, question, label=task.label, say=say),
        say("reply-closed-foot", due=when(turn, task.due_at, to=juror)),
    ]
    rows = (
        (Button(label=say("button-finish"), data=f"a:{task.id}"),),
        (_came(stored, question, say("button-came-after-all")),),
    )
    await turn.tell(Send(text="\n".join(lines), rows=rows), to=juror)


def _left(checklist: Checklist, session: Session, question: Reply, *, label: str, say: Say) -> list[str]:
    """What happened, which questions are left, and how many a reply would have brought."""
    visible = checklist.visible(session.answers, session.kind)
    left = [one for one in visible if not is_settled(session, one)]
    reply = session.answers[question.id]
    assert isinstance(reply, Replied)
    came = {**session.answers, question.id: Replied(reply.sent, reply.until, stamped=reply.sent, elapsed=0)}
    known = {one.id for one in visible}
    hidden = sum(one.id not in known for one in checklist.visible(came, session.kind))
    lines = [say("reply-closed", label=label, left=len(left))]
    lines += [say("reply-closed-question", text=shorten(one.text, 90)) for one in left[:_SHOWN]]
    return [*lines, say("reply-closed-hidden", count=hidden)] if hidden else lines
