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


@dataclass(frozen=True, slots=True)
class DateRow:
    """One date of the edition that was moved in the chat; local times."""

    date: str
    moved_from: str
    moved_to: str
    by: str
    at: datetime


async def moved_dates(db: Reading) -> list[DateRow]:
    """Every date that was moved, by name."""
    return await db.all(
        DateRow, "SELECT name AS date, moved_from, moved_to, by, at FROM moved_dates ORDER BY name"
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


@dataclass(frozen=True, slots=True)
class BallotRow:
    """One ballot of the experts with its outcome, as JSON."""

    ballot: int
    snapshot: int
    honour: str
    about: str
    number: int
    candidates: str
    opened_at: datetime
    closes_at: datetime
    closed_at: datetime | None
    outcome: str | None


@dataclass(frozen=True, slots=True)
class VotesRow:
    """How many votes a choice has in a closed ballot."""

    ballot: int
    choice: str
    votes: int


@dataclass(frozen=True, slots=True)
class ElectorRow:
    """Who could vote, and whether they have; how is known to nobody."""

    ballot: int
    expert: str
    state: str


async def ballots(db: Reading) -> list[BallotRow]:
    """Every ballot, by id."""
    return await db.all(
        BallotRow,
        """
        SELECT id AS ballot, snapshot, honour, about, number, candidates, opened_at, closes_at, closed_at, outcome
        FROM ballots ORDER BY id
        """,
    )


async def votes(db: Reading) -> list[VotesRow]:
    """The counts of closed ballots; an open one is nobody's business."""
    return await db.all(
        VotesRow,
        """
        SELECT ballot, choice, votes FROM tallies JOIN ballots ON ballots.id = ballot
        WHERE outcome IS NOT NULL ORDER BY ballot, choice
        """,
    )


async def electors(db: Reading) -> list[ElectorRow]:
    """The rolls, by ballot and expert."""
    return await db.all(ElectorRow, "SELECT ballot, expert, state FROM electors ORDER BY ballot, expert")


async def opinions(db: Reading) -> list[OpinionRow]:
    """Every second and third opinion, by assignment."""
    return await db.all(
        OpinionRow,
        "SELECT assignment, doubted, audit, asked_by, asked_at, settled_at FROM opinions ORDER BY assignment",
    )
