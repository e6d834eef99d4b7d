"""Words of jurors that a checker released for reports, and what is hidden of them. The audit itself stays as it was sent."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from pydantic import Json

from storage import journal
from storage.database import Reading, Writing

Spans = tuple[tuple[int, int], ...]
"""From and to, in characters of the text."""


@dataclass(frozen=True, slots=True)
class Quote:
    """What a checker said about one text of one audit."""

    question: str
    hidden: Json[Spans]
    released: bool


@dataclass(frozen=True, slots=True)
class Released:
    """A text that may go into reports, of an approved contact; `value` is the answer as JSON."""

    assignment: int
    entrant: int
    channel: str
    checklist: str
    question: str
    value: str
    hidden: Json[Spans]


async def put(
    tx: Writing,
    audit: int,
    question: str,
    hidden: Sequence[tuple[int, int]],
    *,
    released: bool,
    by: str,
    at: datetime,
) -> None:
    """What is hidden of a text, and whether the rest may be shown; said again, it replaces what was said before."""
    await tx.run(
        """
        INSERT INTO quotes (audit, question, hidden, released, by, at)
        VALUES (:audit, :question, :hidden, :released, :by, :at)
        ON CONFLICT (audit, question) DO UPDATE
        SET hidden = excluded.hidden, released = excluded.released, by = excluded.by, at = excluded.at
        """,
        audit=audit,
        question=question,
        hidden=json.dumps([list(span) for span in hidden]),
        released=int(released),
        by=by,
        at=at,
    )
    details: dict[str, str | int] = {"question": question, "hidden": len(hidden)}
    await journal.write(tx, at, by, "quote.release" if released else "quote.withhold", str(audit), details)


async def of_audit(db: Reading, audit: int) -> list[Quote]:
    """What was said about the texts of an audit, by question."""
    return await db.all(
        Quote,
        "SELECT question, hidden, released FROM quotes WHERE audit = :audit ORDER BY question",
        audit=audit,
    )


async def released(db: Reading) -> list[Released]:
    """Every released text of an approved audit, by assignment and question."""
    return await db.all(
        Released,
        """
        SELECT assignments.id AS assignment, entrant, channel, audits.checklist, quotes.question, value, hidden
        FROM quotes
        JOIN verdicts ON verdicts.audit = quotes.audit AND verdict = 'approved'
        JOIN audits ON audits.id = quotes.audit
        JOIN assignments ON assignments.id = audits.assignment AND assignments.state = 'approved'
        JOIN audit_answers ON audit_answers.audit = quotes.audit AND audit_answers.question = quotes.question
        WHERE released ORDER BY assignments.id, quotes.question
        """,
    )
