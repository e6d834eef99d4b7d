"""Submitted audits and the verdict on each: opened with everything that a checker needs, decided by one tap or a sentence.

A verdict is given once. Whoever comes second reads that somebody was faster, and nothing changes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace

from bot.house import Turn, refuse
from bot.messages import Button, Rows, Send, SendEvidence, grid, shorten
from bot.moments import when
from bot.organiser.card import lines_of, submitted_photos
from bot.organiser.showing import disarm, show
from contest.assignment import Act, move
from storage import assignments, audits, edition, evidence, people, sessions
from storage.assignments import Assignment
from storage.audits import Audit, Verdict

SHOWN = 24
"""Waiting audits that one list shows."""
_LONGEST = 1000
_OPEN = ("collecting", "checking")


async def queue(turn: Turn, _: str) -> None:
    """/kontrola: what waits for a verdict, the oldest first."""
    count = await audits.count_waiting(turn.tx)
    if not count:
        await turn.write("check-none")
        return
    lines, buttons = [turn.say("check-head", count=count)], []
    for audit in await audits.waiting(turn.tx, SHOWN):
        task = await task_of(turn, audit)
        name = turn.house.rules.channel_name(task.channel)
        lines.append(
            turn.say("check-line", label=task.label, channel=name, at=when(turn, audit.submitted_at))
        )
        buttons.append(Button(label=task.label, data=f"c:{audit.id}"))
    if count > SHOWN:
        lines.append(turn.say("desk-more", count=count - SHOWN))
    await show(turn, lines, grid(buttons, 3))


async def opened(turn: Turn, parts: list[str]) -> None:
    """One audit as a whole: whom, by which story, when, what was answered, and the buttons of the verdict."""
    audit = await undecided(turn, int(parts[0]))
    task = await task_of(turn, audit)
    await show(turn, await lines_of(turn, audit, task), _verdicts(turn, audit))


async def photos(turn: Turn, parts: list[str]) -> None:
    """The photos of an audit, each under its question."""
    audit = await _found(turn, int(parts[0]))
    stored = await sessions.for_assignment(turn.tx, audit.assignment)
    if stored is None:
        raise refuse("dead-button")
    checklist = turn.house.rules.checklists[audit.checklist]
    kept = {line.key for line in await evidence.of_session(turn.tx, stored.id)}
    wanted = submitted_photos(audit)
    for question, key in wanted:
        if key not in kept:
            continue
        caption = shorten(checklist.question(question).text, 200)
        await turn.tell(SendEvidence(session=stored.id, key=key, caption=caption))
    if any(key not in kept for _, key in wanted):
        await turn.write("check-photos-gone")
    row = (Button(label=turn.say("button-back-to-audit"), data=f"c:{audit.id}"),)
    if audit.verdict is None:
        await turn.tell(Send(text=turn.say("check-photos-done"), rows=(row,), silent=True))


async def approved(turn: Turn, parts: list[str]) -> None:
    audit = await undecided(turn, int(parts[0]))
    task = await decide(turn, audit, "approved", "")
    await disarm(turn)
    await _to_juror(turn, task, "check-approved-juror")
    await turn.toast(turn.say("toast-approved"))
    await following(turn, turn.say("check-approved", label=task.label))


async def asked_reason(turn: Turn, parts: list[str]) -> None:
    """Before an exclusion: why."""
    await _ask(turn, int(parts[0]), "exclude", "check-ask-reason")


async def excluded(turn: Turn, bound: Mapping[str, str | int], text: str) -> None:
    """The contact will not count; while collecting goes on, it can be planned anew."""
    audit = await undecided(turn, int(bound["audit"]))
    reason = sentence(text)
    task = await decide(turn, audit, "excluded", reason)
    juror = await people.find(turn.tx, task.juror)
    if juror is not None:
        say = turn.house.say(juror)
        row = (Button(label=say("button-why"), data=f"aw:{task.id}"),)
        await turn.tell(Send(text=say("check-excluded-juror", label=task.label), rows=(row,)), to=juror)
    if await edition.phase(turn.tx) == "collecting":
        await turn.tell_role("planner", "check-free-again", label=task.label)
    await following(turn, turn.say("check-excluded", label=task.label))


def _verdicts(turn: Turn, audit: Audit) -> Rows:
    yes = Button(label=turn.say("button-approve"), data=f"cy:{audit.id}")
    back = Button(label=turn.say("button-return"), data=f"cr:{audit.id}")
    out = Button(label=turn.say("button-exclude"), data=f"cx:{audit.id}")
    count = len(submitted_photos(audit))
    look = (Button(label=turn.say("button-photos", count=count), data=f"cp:{audit.id}"),)
    return ((look,) if count else ()) + ((yes,), (back, out))


async def _ask(turn: Turn, number: int, ask: str, phrase: str) -> None:
    audit = await undecided(turn, number)
    task = await task_of(turn, audit)
    await turn.tell(
        Send(text=turn.say(phrase, label=task.label)), binds=json.dumps({"ask": ask, "audit": audit.id})
    )


def sentence(text: str) -> str:
    """What a person wrote to a juror: something, and not too much."""
    said = text.strip()
    if not said:
        raise refuse("check-empty")
    if len(said) > _LONGEST:
        raise refuse("check-too-long", length=len(said), most=_LONGEST)
    return said


async def _found(turn: Turn, number: int) -> Audit:
    audit = await audits.find(turn.tx, number)
    if audit is None:
        raise refuse("dead-button")
    return audit


async def undecided(turn: Turn, number: int) -> Audit:
    """The audit of an id, if a verdict may still be given."""
    audit = await _found(turn, number)
    if audit.verdict is not None:
        raise refuse("already-decided", label=(await task_of(turn, audit)).label, verdict=audit.verdict)
    if await edition.phase(turn.tx) not in _OPEN:
        raise refuse("already-frozen")
    return audit


async def task_of(turn: Turn, audit: Audit) -> Assignment:
    """The assignment that an audit is of."""
    task = await assignments.find(turn.tx, audit.assignment)
    assert task is not None
    return task


_ACTS: Mapping[Verdict, Act] = {"approved": Act.APPROVE, "returned": Act.RETURN, "excluded": Act.EXCLUDE}


async def decide(turn: Turn, audit: Audit, verdict: Verdict, comment: str) -> Assignment:
    """The verdict and what it does to the assignment; the assignment afterwards."""
    task = await task_of(turn, audit)
    to = move(task.state, _ACTS[verdict])
    by, at = turn.person.code, turn.at
    if not await audits.decide(turn.tx, audit.id, verdict, comment, by=by, at=at):
        raise refuse("already-decided", label=task.label, verdict=verdict)
    await assignments.change(turn.tx, task.id, frm=task.state, to=to, reason=comment, by=by, at=at)
    return replace(task, state=to)


async def _to_juror(turn: Turn, task: Assignment, phrase: str, **facts: str | int) -> None:
    juror = await people.find(turn.tx, task.juror)
    if juror is not None:
        await turn.write(phrase, to=juror, label=task.label, **facts)


async def following(turn: Turn, done: str) -> None:
    """What was decided, and the next one under a button."""
    waiting = await audits.waiting(turn.tx, 1)
    if not waiting:
        await turn.tell(Send(text=f"{done}\n{turn.say('check-all-done')}"))
        return
    task = await task_of(turn, waiting[0])
    row = (Button(label=turn.say("button-next", label=task.label), data=f"c:{waiting[0].id}"),)
    await turn.tell(
        Send(text=f"{done}\n{turn.say('check-left', count=await audits.count_waiting(turn.tx))}", rows=(row,))
    )
