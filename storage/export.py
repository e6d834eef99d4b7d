"""The recountable export: plain rows, by codes, from which anybody can count the result again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from storage.database import Reading


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One answer of one submitted audit, as JSON."""

    audit: int
    assignment: int
    round: int
    entrant: int
    channel: str
    checklist: str
    question: str
    value: str


@dataclass(frozen=True, slots=True)
class AssignmentRow:
    """One assignment with its end."""

    assignment: int
    entrant: int
    channel: str
    number: int
    aim: str
    juror: str
    scenario: str
    checklist: str
    state: str
    reason: str
    offered_at: datetime
    due_at: datetime
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class VerdictRow:
    """One checker's decision."""

    audit: int
    assignment: int
    verdict: str
    comment: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class OpinionRow:
    """A further contact that a checker asked for, and the assignment that was in doubt."""

    assignment: int
    doubted: int
    audit: int
    asked_by: str
    asked_at: datetime
    settled_at: datetime | None


async def answers(db: Reading) -> list[AnswerRow]:
    """Every answer of every submitted audit, by audit and question."""
    return await db.all(
        AnswerRow,
        """
        SELECT audit, assignment, round, entrant, channel, audits.checklist, question, value
        FROM audit_answers
        JOIN audits ON audits.id = audit
        JOIN assignments ON assignments.id = assignment
        ORDER BY audit, question
        """,
    )


async def assignments(db: Reading) -> list[AssignmentRow]:
    """Every assignment, by id."""
    return await db.all(
        AssignmentRow,
        """
        SELECT id AS assignment, entrant, channel, number, aim, juror, scenario, checklist, state, reason,
               offered_at, due_at, changed_at
        FROM assignments ORDER BY id
        """,
    )


async def verdicts(db: Reading) -> list[VerdictRow]:
    """Every verdict, by audit."""
    return await db.all(
        VerdictRow,
        """
        SELECT audit, assignment, verdict, comment, by, at FROM verdicts
        JOIN audits ON audits.id = audit ORDER BY audit
        """,
    )


async def opinions(db: Reading) -> list[OpinionRow]:
    """Every second and third opinion, by assignment."""
    return await db.all(
        OpinionRow,
        "SELECT assignment, doubted, audit, asked_by, asked_at, settled_at FROM opinions ORDER BY assignment",
    )
