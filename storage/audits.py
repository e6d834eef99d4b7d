"""Submitted interviews, immutable, and the verdict on each.

A correction is a new audit of the same assignment (round 2). The journal holds a salted digest of the answers at the
moment of submission, so `altered` names every audit that was changed behind the program's back; the salt lies with the
answers, and when both are erased the digest tells nothing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from pydantic import Json

from contest.assignment import LIVE
from contest.session import Session, freeze, thaw
from storage import journal
from storage.database import Reading, Writing
from storage.values import Frozen, listed

Verdict = Literal["approved", "returned", "excluded"]


@dataclass(frozen=True, slots=True)
class Audit:
    """A submitted interview. `answers` are those that counted, as JSON; a verdict of None waits for a checker."""

    id: int
    assignment: int
    round: int
    checklist: str
    session: Frozen
    answers: Json[dict[str, str]]
    started_at: datetime
    submitted_at: datetime
    verdict: Verdict | None
    comment: str


@dataclass(frozen=True, slots=True)
class Approved:
    """An approved audit with what a snapshot needs of its assignment."""

    audit: int
    assignment: int
    label: str
    entrant: int
    channel: str
    number: int
    juror: str
    scenario: str
    checklist: str
    state: str
    """The interview as it is kept."""
    started_at: datetime
    submitted_at: datetime

    @property
    def session(self) -> Session:
        """The interview; read anew each time."""
        return thaw(self.state)


@dataclass(frozen=True, slots=True)
class Milestones:
    """When a contact with an entrant was submitted, and approved if it was."""

    entrant: int
    submitted_at: datetime
    approved_at: datetime | None


@dataclass(frozen=True, slots=True)
class _Pledge:
    audit: int
    salt: str
    state: str
    answers: Json[dict[str, str]]
    verdict: str | None
    pledged: str | None
    decided: str | None


async def submit(
    tx: Writing,
    assignment: int,
    session: Session,
    answers: Mapping[str, str],
    *,
    started_at: datetime,
    submitted_at: datetime,
    by: str,
) -> int:
    """Keep a submitted interview for ever; its id. `answers`: those that count, question -> JSON."""
    state = freeze(session)
    audit, round_, salt = await tx.one(
        tuple[int, int, str],
        """
        INSERT INTO audits (assignment, round, checklist, state, started_at, submitted_at)
        VALUES (:assignment, (SELECT count(*) + 1 FROM audits WHERE assignment = :assignment),
                :checklist, :state, :started_at, :submitted_at)
        RETURNING id, round, salt
        """,
        assignment=assignment,
        checklist=session.checklist,
        state=state,
        started_at=started_at,
        submitted_at=submitted_at,
    )
    await tx.run(
        "INSERT INTO audit_answers (audit, question, value) SELECT :audit, key, value FROM json_each(:answers)",
        audit=audit,
        answers=json.dumps(answers, ensure_ascii=False),
    )
    pledge = _pledge(salt, state, answers)
    details: dict[str, str | int] = {"assignment": assignment, "round": round_, "answers": pledge}
    await journal.write(tx, submitted_at, by, "audit.submit", str(audit), details)
    return audit


async def find(db: Reading, id: int) -> Audit | None:  # noqa: A002 -- the word of the table
    """The audit of an id."""
    return next(iter(await _where(db, id=id)), None)


async def of_assignment(db: Reading, assignment: int) -> list[Audit]:
    """Every round of an assignment, the first one first."""
    return await _where(db, assignment=assignment)


async def newest_of(db: Reading, assignment: int) -> Audit | None:
    """The last round of an assignment."""
    return next(iter(reversed(await of_assignment(db, assignment))), None)


async def waiting(db: Reading, limit: int = -1, *, hidden: Iterable[int] = ()) -> list[Audit]:
    """The audits without a verdict, the oldest first; at most so many. `hidden`: entrants to leave out."""
    return await _where(db, undecided=True, limit=limit, hidden=hidden)


async def milestones(db: Reading) -> list[Milestones]:
    """When each contact that still counts was submitted for the first time, and when it was approved, by assignment."""
    return await db.all(
        Milestones,
        """
        SELECT entrant, min(submitted_at) AS submitted_at,
               max(CASE WHEN verdict = 'approved' THEN verdicts.at END) AS approved_at
        FROM audits JOIN assignments ON assignments.id = audits.assignment
             LEFT JOIN verdicts ON verdicts.audit = audits.id
        WHERE assignments.state IN (SELECT value FROM json_each(:live))
        GROUP BY assignments.id ORDER BY assignments.id
        """,
        live=listed(LIVE),
    )


async def count_waiting(db: Reading, *, hidden: Iterable[int] = ()) -> int:
    """How many audits have no verdict. The queue may be long: whoever needs its length does not read it."""
    return await db.one(
        int,
        """
        SELECT count(*) FROM audits
        JOIN assignments ON assignments.id = assignment AND entrant NOT IN (SELECT value FROM json_each(:hidden))
        WHERE NOT EXISTS (SELECT 1 FROM verdicts WHERE verdicts.audit = audits.id)
        """,
        hidden=listed(hidden),
    )


async def numbers_waiting(db: Reading, *, hidden: Iterable[int] = ()) -> list[tuple[int, int]]:
    """Audit and assignment of everything that has no verdict, the oldest first, without reading what was answered."""
    return await db.all(
        tuple[int, int],
        """
        SELECT audits.id, assignment FROM audits
        JOIN assignments ON assignments.id = assignment AND entrant NOT IN (SELECT value FROM json_each(:hidden))
        WHERE assignments.state = 'submitted'
          AND NOT EXISTS (SELECT 1 FROM verdicts WHERE verdicts.audit = audits.id)
        ORDER BY submitted_at, audits.id
        """,
        hidden=listed(hidden),
    )


@dataclass(frozen=True, slots=True)
class Stated:
    """An answer of the newest round of an assignment that is live, as JSON."""

    entrant: int
    assignment: int
    label: str
    checklist: str
    question: str
    value: str


async def stated(
    db: Reading, entrants: Iterable[int], questions: Mapping[str, Iterable[str]]
) -> list[Stated]:
    """What was answered at these entrants to these questions (by pinned checklist), by assignment."""
    wanted = [[checklist, question] for checklist, these in questions.items() for question in sorted(these)]
    return await db.all(
        Stated,
        """
        SELECT entrant, assignments.id AS assignment, label, audits.checklist, question, value
        FROM assignments
        JOIN audits ON audits.assignment = assignments.id
        JOIN audit_answers ON audit_answers.audit = audits.id
        WHERE entrant IN (SELECT value FROM json_each(:entrants)) AND assignments.state IN ('submitted', 'approved')
          AND round = (SELECT max(round) FROM audits AS newer WHERE newer.assignment = assignments.id)
          AND EXISTS (SELECT 1 FROM json_each(:wanted)
                      WHERE value ->> 0 = audits.checklist AND value ->> 1 = question)
        ORDER BY assignments.id, question
        """,
        entrants=listed(entrants),
        wanted=json.dumps(wanted),
    )


async def decide(tx: Writing, audit: int, verdict: Verdict, comment: str, *, by: str, at: datetime) -> bool:
    """Give the verdict; False when somebody gave one before."""
    changed = await tx.run(
        """
        INSERT INTO verdicts (audit, verdict, comment, by, at) VALUES (:audit, :verdict, :comment, :by, :at)
        ON CONFLICT (audit) DO NOTHING
        """,
        audit=audit,
        verdict=verdict,
        comment=comment,
        by=by,
        at=at,
    )
    if changed:
        await journal.write(tx, at, by, "audit.decide", str(audit), {"verdict": verdict})
    return changed > 0


async def approved(db: Reading) -> list[Approved]:
    """What counts in the ranking: approved audits of approved assignments, by assignment."""
    return await db.all(
        Approved,
        """
        SELECT audits.id AS audit, assignments.id AS assignment, label, entrant, channel, number, juror, scenario,
               audits.checklist, audits.state, started_at, submitted_at
        FROM verdicts JOIN audits ON audits.id = verdicts.audit JOIN assignments ON assignments.id = audits.assignment
        WHERE verdict = 'approved' AND assignments.state = 'approved'
        ORDER BY assignments.id, round
        """,
    )


async def altered(db: Reading) -> list[int]:
    """The audits whose answers or verdict are not what the journal says; none when all is well."""
    rows = await db.all(
        _Pledge,
        """
        SELECT id AS audit, salt, state, verdict,
               (SELECT json_group_object(question, value) FROM audit_answers WHERE audit = audits.id) AS answers,
               (SELECT details ->> 'answers' FROM journal
                WHERE action = 'audit.submit' AND subject = CAST(audits.id AS TEXT)) AS pledged,
               (SELECT details ->> 'verdict' FROM journal
                WHERE action = 'audit.decide' AND subject = CAST(audits.id AS TEXT)) AS decided
        FROM audits LEFT JOIN verdicts ON verdicts.audit = audits.id
        ORDER BY id
        """,
    )
    return [
        row.audit
        for row in rows
        if (row.pledged, row.decided) != (_pledge(row.salt, row.state, row.answers), row.verdict)
    ]


async def _where(
    db: Reading,
    *,
    id: int | None = None,  # noqa: A002 -- as above
    assignment: int | None = None,
    undecided: bool = False,
    limit: int = -1,
    hidden: Iterable[int] = (),
) -> list[Audit]:
    return await db.all(
        Audit,
        """
        SELECT id, assignment, round, checklist, state AS session, started_at, submitted_at, verdict,
               coalesce(comment, '') AS comment,
               (SELECT json_group_object(question, value) FROM audit_answers WHERE audit = audits.id) AS answers
        FROM audits LEFT JOIN verdicts ON verdicts.audit = audits.id
        WHERE (:id IS NULL OR id = :id)
          AND (:assignment IS NULL OR assignment = :assignment)
          AND (NOT :undecided OR verdict IS NULL)
          AND (:hidden = '[]' OR (SELECT entrant FROM assignments WHERE assignments.id = assignment)
                                 NOT IN (SELECT value FROM json_each(:hidden)))
        ORDER BY submitted_at, id LIMIT :limit
        """,
        id=id,
        assignment=assignment,
        undecided=undecided,
        limit=limit,
        hidden=listed(hidden),
    )


def _pledge(salt: str, state: str, answers: Mapping[str, str]) -> str:
    whole = json.dumps(
        [salt, state, dict(answers)], ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    return hashlib.sha256(whole.encode()).hexdigest()
