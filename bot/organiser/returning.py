"""A submission goes back to its juror, question by question or as a whole; and comes back by itself when nobody corrects it.

The checker ticks the questions, then taps a ready comment or writes one; a comment written straight away returns what is
ticked so far, and everything when nothing is. What the checker has ticked lies in a proposal, so quick taps lose nothing.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from pydantic import BaseModel, ConfigDict

from bot.house import Turn, refuse
from bot.in_place import disarm, put
from bot.messages import Button, Rows, Send, grid, shorten
from bot.moments import when
from bot.organiser.proposing import amend, keep, kept, use
from bot.organiser.ready import ready, reason_of
from bot.organiser.verdicts import decide, following, sentence, task_of, undecided
from bot.planned import OF_ASSIGNMENT, plan_nudges
from bot.tracing import trace
from contest.assignment import Act, move
from contest.interview import reopen
from contest.questions import Question
from storage import assignments, audits, due, people, sessions
from storage.assignments import Assignment
from storage.audits import Audit

_KIND = "return"


class Draft(BaseModel):
    """What a checker has ticked so far."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    audit: int
    questions: tuple[str, ...] = ()


async def asked(turn: Turn, parts: list[str]) -> None:
    """The questions of a submission as numbered toggles."""
    audit = await undecided(turn, int(parts[0]))
    task = await task_of(turn, audit)
    if await people.chat_of(turn.tx, task.juror) is None:
        raise refuse("check-nobody", label=task.label)
    draft = Draft(audit=audit.id)
    nonce = await keep(turn, _KIND, draft)
    await turn.tell(await _which(turn, audit, draft, nonce), binds=_bound(audit, draft=nonce))


async def ticked(turn: Turn, parts: list[str]) -> None:
    """A toggle says by itself what it wants, so a second tap on the same keyboard changes nothing."""
    nonce, number, wish = parts
    draft = await _draft(turn, nonce)
    audit = await undecided(turn, draft.audit)
    every = [question.id for question in _questions(turn, audit)]
    if not 1 <= int(number) <= len(every):
        raise refuse("dead-button")
    chosen = {*draft.questions} - {every[int(number) - 1]}
    if wish == "1":
        chosen.add(every[int(number) - 1])
    draft = Draft(audit=audit.id, questions=tuple(one for one in every if one in chosen))
    await amend(turn, nonce, draft)
    message, binds = await _which(turn, audit, draft, nonce), _bound(audit, draft=nonce)
    await put(turn, message, binds=binds)


async def closed(turn: Turn, parts: list[str]) -> None:
    """The choice is made: now the comment."""
    nonce, what = parts
    draft = await _draft(turn, nonce)
    audit = await undecided(turn, draft.audit)
    questions = () if what == "all" else draft.questions
    if what != "all" and not questions:
        raise refuse("return-nothing")
    chosen = Draft(audit=audit.id, questions=questions)
    await amend(turn, nonce, chosen)
    await disarm(turn)
    task = await task_of(turn, audit)
    lines, rows = ready(turn, "comment", f"vc:{nonce}")
    phrase = "check-ask-comment-some" if questions else "check-ask-comment"
    text = "\n".join([turn.say(phrase, label=task.label, count=len(questions)), *lines])
    await turn.tell(Send(text=text, rows=rows), binds=_bound(audit, draft=nonce))


async def commented(turn: Turn, parts: list[str]) -> None:
    """A tap on a ready comment."""
    nonce, number = parts
    draft = await _draft(turn, nonce)
    comment = reason_of(turn, "comment", int(number))
    audit = await undecided(turn, draft.audit)
    await _take(turn, nonce)
    await disarm(turn)
    await _return(turn, audit, draft.questions, comment)


async def returned(turn: Turn, bound: Mapping[str, str | int], text: str) -> None:
    """A comment in the checker's own words."""
    audit = await undecided(turn, int(bound["audit"]))
    comment = sentence(text)
    questions = (await _take(turn, str(bound.get("draft", "")))).questions
    await _return(turn, audit, questions, comment)


async def _return(turn: Turn, audit: Audit, questions: Sequence[str], comment: str) -> None:
    """The comment goes to the juror, and what was chosen is open again, until the clock runs out."""
    task = await decide(turn, audit, "returned", comment)
    stored = await sessions.for_assignment(turn.tx, task.id)
    assert stored is not None, "a submitted audit has its interview"
    checklist = turn.house.rules.checklists[audit.checklist]
    await sessions.save(turn.tx, stored.id, reopen(checklist, stored.session, questions), at=turn.at)
    task = await _start_clock(turn, task, audit)
    await _tell_juror(turn, task, count=len(questions))
    await following(turn, turn.say("check-returned", label=task.label))


async def lapse(turn: Turn, task: Assignment) -> None:
    """Nobody corrected it in time: the checker gets the submission as it was, as a round of its own, and decides."""
    audit = await audits.newest_of(turn.tx, task.id)
    stored = await sessions.for_assignment(turn.tx, task.id)
    assert audit is not None, "what is corrected was submitted"
    assert stored is not None, "and has its interview"
    before = replace(audit.session, revision=stored.session.revision + 1)
    await sessions.save(turn.tx, stored.id, before, at=turn.at)
    if await sessions.on_table(turn.tx, task.juror) == stored.id:
        await sessions.put_on_table(turn.tx, task.juror, None)
    by, at, to = turn.person.code, turn.at, move(task.state, Act.SUBMIT)
    again = await audits.submit(
        turn.tx, task.id, audit.session, audit.answers, started_at=audit.started_at, submitted_at=at, by=by
    )
    await trace(turn.house, turn.tx, again, task.id, audit.session)
    await assignments.change(turn.tx, task.id, frm=task.state, to=to, reason="correction", by=by, at=at)
    for kind in OF_ASSIGNMENT:
        await due.cancel_of(turn.tx, kind, str(task.id), at=at)
    juror = await people.find(turn.tx, task.juror)
    if juror is not None:
        await turn.write("correction-lapsed", to=juror, label=task.label)
    await turn.tell_role("checker", "correction-lapsed-checker", task.entrant, label=task.label)


async def _which(turn: Turn, audit: Audit, draft: Draft, nonce: str) -> Send:
    task = await task_of(turn, audit)
    lines, toggles = [turn.say("return-which", label=task.label)], []
    for number, question in enumerate(_questions(turn, audit), start=1):
        on = question.id in draft.questions
        toggles.append(
            Button(label=f"{'☑' if on else '☐'} {number}", data=f"ct:{nonce}:{number}:{int(not on)}")
        )
        if on:
            lines.append(turn.say("return-ticked", number=number, question=shorten(question.text, 60)))
    count = len(draft.questions)
    done = Button(label=turn.say("button-return-done", count=count), data=f"cw:{nonce}:some")
    whole = Button(label=turn.say("button-return-whole"), data=f"cw:{nonce}:all")
    rows: Rows = (*grid(toggles, 4), ((done, whole) if count else (whole,)))
    return Send(text="\n".join(lines), rows=rows)


def _questions(turn: Turn, audit: Audit) -> tuple[Question, ...]:
    """In the order and under the numbers in which the submission shows them."""
    checklist = turn.house.rules.checklists[audit.checklist]
    return checklist.visible(audit.session.answers, audit.session.kind)


async def _draft(turn: Turn, nonce: str) -> Draft:
    return await kept(turn, _KIND, nonce, Draft)


async def _take(turn: Turn, nonce: str) -> Draft:
    draft = await _draft(turn, nonce)
    await use(turn, nonce)
    return draft


def _bound(audit: Audit, **more: str) -> str:
    return json.dumps({"ask": "return", "audit": audit.id, **more})


async def _start_clock(turn: Turn, task: Assignment, audit: Audit) -> Assignment:
    """So many hours, but not beyond the end of checking while that lies ahead; with reminders before it."""
    settings = turn.house.rules.settings
    until = turn.at + timedelta(hours=settings.corrections.hours)
    if (closing := settings.utc(settings.dates.checking_until)) > turn.at:
        until = min(until, closing)
    await assignments.postpone(turn.tx, task.id, until, by=turn.person.code, at=turn.at)
    task = replace(task, due_at=until)
    await plan_nudges(turn.house, turn.tx, task, turn.at, mark=f":r{audit.round}")
    return task


async def _tell_juror(turn: Turn, task: Assignment, *, count: int) -> None:
    """Without the comment, which may name the institution: it comes after a tap."""
    juror = await people.find(turn.tx, task.juror)
    if juror is None:
        return
    say = turn.house.say(juror)
    until = when(turn, task.due_at, to=juror)
    phrase = "check-returned-some" if count else "check-returned-juror"
    text = say(phrase, label=task.label, due=until, count=count)
    row = (Button(label=say("button-correct-audit"), data=f"a:{task.id}"),)
    await turn.tell(Send(text=text, rows=(row,)), to=juror)
