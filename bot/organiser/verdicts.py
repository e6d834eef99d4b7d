"""The verdict on a submission and everybody who reads of it. It is given once: whoever comes second reads that somebody was faster."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.house import Turn, refuse
from bot.messages import Button, Send
from bot.organiser.queue import left
from contest.assignment import Act, move
from storage import assignments, audits, edition, people
from storage.assignments import Assignment
from storage.audits import Audit, Verdict

_LONGEST = 1000
OPEN = ("collecting", "checking")
"""The phases in which verdicts are given."""
_ACTS: Mapping[Verdict, Act] = {"approved": Act.APPROVE, "returned": Act.RETURN, "excluded": Act.EXCLUDE}


async def found(turn: Turn, number: int) -> Audit:
    """The audit of an id, unless it is of an entrant at which this person has an interest."""
    audit = await audits.find(turn.tx, number)
    if audit is None or (await task_of(turn, audit)).entrant in await turn.hidden():
        raise refuse("dead-button")
    return audit


async def undecided(turn: Turn, number: int) -> Audit:
    """The audit of an id, if a verdict may still be given."""
    audit = await found(turn, number)
    if audit.verdict is not None:
        raise refuse("already-decided", label=(await task_of(turn, audit)).label, verdict=audit.verdict)
    if await edition.phase(turn.tx) not in OPEN:
        raise refuse("already-frozen")
    return audit


async def task_of(turn: Turn, audit: Audit) -> Assignment:
    """The assignment that an audit is of."""
    task = await assignments.find(turn.tx, audit.assignment)
    assert task is not None
    return task


async def decide(turn: Turn, audit: Audit, verdict: Verdict, comment: str) -> Assignment:
    """The verdict and what it does to the assignment; the assignment afterwards."""
    task = await task_of(turn, audit)
    to = move(task.state, _ACTS[verdict])
    by, at = turn.person.code, turn.at
    if not await audits.decide(turn.tx, audit.id, verdict, comment, by=by, at=at):
        raise refuse("already-decided", label=task.label, verdict=verdict)
    await assignments.change(turn.tx, task.id, frm=task.state, to=to, reason=comment, by=by, at=at)
    return replace(task, state=to)


async def approve(turn: Turn, audit: Audit) -> Assignment:
    """It counts, and its juror reads so."""
    task = await decide(turn, audit, "approved", "")
    juror = await people.find(turn.tx, task.juror)
    if juror is not None:
        await turn.write("check-approved-juror", to=juror, label=task.label)
    return task


async def exclude(turn: Turn, audit: Audit, reason: str, *, freed: bool) -> Assignment:
    """It does not count. `freed`: nothing else stands in its place, so while collecting goes on it can be planned anew."""
    task = await decide(turn, audit, "excluded", reason)
    juror = await people.find(turn.tx, task.juror)
    if juror is not None:
        say = turn.house.say(juror)
        row = (Button(label=say("button-why"), data=f"aw:{task.id}"),)
        await turn.tell(Send(text=say("check-excluded-juror", label=task.label), rows=(row,)), to=juror)
    if freed and await edition.phase(turn.tx) == "collecting":
        await turn.tell_role("planner", "check-free-again", task.entrant, label=task.label)
    return task


def sentence(text: str) -> str:
    """What a person wrote to a juror: something, and not too much."""
    said = text.strip()
    if not said:
        raise refuse("check-empty")
    if len(said) > _LONGEST:
        raise refuse("check-too-long", length=len(said), most=_LONGEST)
    return said


async def following(turn: Turn, done: str) -> None:
    """What was decided, and the next one under a button."""
    now = await left(turn)
    if now.following is None:
        phrase = turn.say("check-all-held", count=now.count) if now.count else turn.say("check-all-done")
        await turn.tell(Send(text=f"{done}\n{phrase}"))
        return
    task = await task_of(turn, await found(turn, now.following))
    row = (Button(label=turn.say("button-next", label=task.label), data=f"c:{now.following}"),)
    await turn.tell(Send(text=f"{done}\n{turn.say('check-left', count=now.count)}", rows=(row,)))
