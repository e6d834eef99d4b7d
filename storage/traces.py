"""Traces of submitted audits: digests by which the same words, or the same ticks, are found again in another one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from storage.database import Reading, Writing
from storage.values import Frozen, listed


@dataclass(frozen=True, slots=True)
class Untraced:
    """An audit that has no traces yet."""

    audit: int
    assignment: int
    checklist: str
    session: Frozen


@dataclass(frozen=True, slots=True)
class Twin:
    """A trace of an audit that an audit of another assignment has as well."""

    audit: int
    question: str
    label: str
    own: bool
    """The other one is by the same juror."""


async def missing(db: Reading, most: int) -> list[Untraced]:
    """At most so many audits without traces, the oldest first: those that were submitted before traces were kept."""
    return await db.all(
        Untraced,
        """
        SELECT id AS audit, assignment, checklist, state AS session FROM audits
        WHERE NOT EXISTS (SELECT 1 FROM traces WHERE traces.audit = audits.id) ORDER BY id LIMIT :most
        """,
        most=most,
    )


async def keep(tx: Writing, audit: int, found: Mapping[str, str]) -> None:
    """The traces of an audit, by question; an audit without any gets an empty one, so that it is not looked for again."""
    for question, digest in (found or {"": ""}).items():
        await tx.run(
            "INSERT INTO traces (audit, question, digest) VALUES (:audit, :question, :digest)",
            audit=audit,
            question=question,
            digest=digest,
        )


async def twins(db: Reading, audits: Iterable[int], *, hidden: Iterable[int] = ()) -> list[Twin]:
    """What these audits have in common with audits of other assignments, by audit and question; own ones first.

    `hidden`: entrants whose audits are not told of.
    """
    return await db.all(
        Twin,
        """
        SELECT DISTINCT mine.audit, mine.question, their.label, their.juror = my.juror AS own
        FROM traces AS mine
        JOIN traces AS theirs ON theirs.digest = mine.digest AND theirs.audit <> mine.audit
        JOIN audits AS my_audit ON my_audit.id = mine.audit
        JOIN audits AS their_audit ON their_audit.id = theirs.audit
        JOIN assignments AS my ON my.id = my_audit.assignment
        JOIN assignments AS their ON their.id = their_audit.assignment
        WHERE mine.audit IN (SELECT value FROM json_each(:audits)) AND mine.digest <> '' AND their.id <> my.id
          AND their.entrant NOT IN (SELECT value FROM json_each(:hidden))
        ORDER BY mine.audit, mine.question, own DESC, their.id
        """,
        audits=listed(audits),
        hidden=listed(hidden),
    )
