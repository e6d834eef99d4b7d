"""What the juror's rooms share: whose session it is, and what a message asks."""

from __future__ import annotations

import json
from datetime import datetime

from bot.house import Turn, refuse
from bot.moments import when
from contest.assignment import RUNNING, State
from contest.checklist import Checklist, Model
from contest.questions import Question
from contest.talk import Ask
from storage import assignments, audits, sessions
from storage.assignments import Assignment
from storage.database import Reading
from storage.sessions import Stored


def binding(session: int, question: str) -> str:
    """What a typed reply to the question means."""
    return json.dumps({"ask": "answer", "session": session, "question": question})


def checklist_of(turn: Turn, stored: Stored) -> Checklist:
    """The version that the interview is pinned to."""
    return turn.house.rules.checklists[stored.session.checklist]


async def own_session(turn: Turn, number: int) -> Stored:
    """The session, if it is this person's and still in their hands; what is sent stays readable but off the table."""
    stored = await sessions.find(turn.tx, number)
    if stored is None or stored.person != turn.person.code:
        raise refuse("dead-button")
    if stored.session.submitted_at is not None:
        return stored
    if stored.assignment is not None:
        task = await own_assignment(turn, stored.assignment)
        if task.state not in RUNNING:
            raise refuse("not-open", label=task.label, state=turn.say(f"state-{task.state.value}"))
    if await sessions.on_table(turn.tx, turn.person.code) != stored.id:
        await sessions.put_on_table(turn.tx, turn.person.code, stored.id)
    return stored


async def tabled(turn: Turn) -> Stored | None:
    """The interview that the person has on the table."""
    number = await sessions.on_table(turn.tx, turn.person.code)
    return await sessions.find(turn.tx, number) if number is not None else None


async def own_assignment(turn: Turn, number: int) -> Assignment:
    """The assignment, if it is this juror's."""
    found = await assignments.find(turn.tx, number)
    if found is None or found.juror != turn.person.code:
        raise refuse("dead-button")
    return found


async def intro_of(turn: Turn, stored: Stored, effect: Ask) -> str:
    """The checklist's introduction, before its first question only."""
    return checklist_of(turn, stored).intro if effect.first else ""


def model_of(turn: Turn, stored: Stored, question: Question) -> Model | None:
    """What a training shows below an answer; nowhere else is a model for a juror's eyes."""
    return checklist_of(turn, stored).models.get(question.id) if stored.purpose == "training" else None


async def note_of(turn: Turn, stored: Stored, effect: Ask) -> str:
    """Above a question that came back: the checker's words and until when, as finished HTML."""
    if stored.session.open is None or stored.assignment is None:
        return ""
    task = await assignments.find(turn.tx, stored.assignment)
    audit = await audits.newest_of(turn.tx, stored.assignment)
    if task is None or audit is None:
        return ""
    return turn.say("correction-note", due=when(turn, task.due_at), left=effect.left, comment=audit.comment)


async def in_correction(db: Reading, task: Assignment) -> bool:
    """Whether the juror corrects what was submitted once, rather than answers for the first time."""
    audit = await audits.newest_of(db, task.id) if task.state in RUNNING else None
    return audit is not None and audit.verdict == "returned"


async def in_hand(turn: Turn) -> list[Assignment]:
    """Everything that the juror of this turn can act on, what is due next first."""
    found = await assignments.of_juror(turn.tx, turn.person.code, {State.OFFERED, *RUNNING})
    return sorted(found, key=lambda task: (next_due(task), task.id))


def next_due(task: Assignment) -> datetime:
    """When something has to happen: an offer is answered, everything else sent (UTC)."""
    return task.answer_by if task.state is State.OFFERED else task.due_at
