"""Appeals of entrants on facts: one answer of one approved contact, what the entrant says, and what a checker found.

What was submitted never changes. An upheld appeal stands beside it: the answer as it should have been, or that the question
counts for nothing (`correction` None).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from contest.mistakes import Mistakes, mistake
from storage import journal
from storage.database import Reading, Writing

Verdict = Literal["upheld", "dismissed"]


@dataclass(frozen=True, slots=True)
class Appeal:
    """One appeal; `verdict` is None until a checker has judged it."""

    id: int
    audit: int
    assignment: int
    entrant: int
    channel: str
    checklist: str
    question: str
    claim: str
    entered_by: str
    entered_at: datetime
    verdict: Verdict | None
    correction: str | None
    """The answer as it should have been, as JSON; None when the question counts for nothing, or nothing changes."""
    reason: str
    judged_by: str | None
    judged_at: datetime | None


async def enter(tx: Writing, audit: int, question: str, claim: str, *, by: str, at: datetime) -> int:
    """Enter an appeal; its id. Raises Mistakes (`appeal-known`) when there was one about this answer."""
    known = await tx.maybe(
        int,
        "SELECT id FROM appeals WHERE audit = :audit AND question = :question",
        audit=audit,
        question=question,
    )
    if known is not None:
        raise Mistakes([mistake("appeal-known", number=known)])
    number = await tx.add(
        """
        INSERT INTO appeals (audit, question, claim, entered_by, entered_at)
        VALUES (:audit, :question, :claim, :by, :at)
        """,
        audit=audit,
        question=question,
        claim=claim,
        by=by,
        at=at,
    )
    await journal.write(tx, at, by, "appeal.enter", str(number), {"audit": audit, "question": question})
    return number


async def judge(
    tx: Writing,
    id: int,  # noqa: A002 -- the word of the table
    verdict: Verdict,
    correction: str | None,
    reason: str,
    *,
    by: str,
    at: datetime,
) -> bool:
    """A checker's verdict, once; False when somebody was faster."""
    changed = await tx.run(
        """
        UPDATE appeals SET verdict = :verdict, correction = :correction, reason = :reason, judged_by = :by, judged_at = :at
        WHERE id = :id AND verdict IS NULL
        """,
        id=id,
        verdict=verdict,
        correction=correction,
        reason=reason,
        by=by,
        at=at,
    )
    if changed:
        details: dict[str, str | int] = {"verdict": verdict, "corrected": int(correction is not None)}
        await journal.write(tx, at, by, "appeal.judge", str(id), details)
    return changed > 0


async def everything(db: Reading) -> list[Appeal]:
    """All appeals, in the order in which they came."""
    return await db.all(
        Appeal,
        """
        SELECT appeals.id, appeals.audit, audits.assignment, assignments.entrant, assignments.channel, audits.checklist,
               appeals.question, claim, entered_by, entered_at, appeals.verdict, correction, appeals.reason, judged_by, judged_at
        FROM appeals
        JOIN audits ON audits.id = appeals.audit
        JOIN assignments ON assignments.id = audits.assignment
        ORDER BY appeals.id
        """,
    )


async def decided_by(db: Reading, audit: int) -> str | None:
    """Who gave the verdict on an audit: not the one to judge an appeal against it."""
    return await db.maybe(str, "SELECT by FROM verdicts WHERE audit = :audit", audit=audit)
