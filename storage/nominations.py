"""Whom experts nominate for the extraordinary distinction, and in what words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from storage import journal
from storage.database import Reading, Writing


@dataclass(frozen=True, slots=True)
class Nomination:
    """One expert's nomination of one entrant; the reason is empty once its author was forgotten."""

    id: int
    entrant: int
    expert: str
    reason: str
    at: datetime


async def nominate(tx: Writing, entrant: int, reason: str, *, by: str, at: datetime) -> bool:
    """Nominate, or say the reason in other words; False when it was only the words."""
    known = await tx.maybe(
        int, "SELECT id FROM nominations WHERE entrant = :entrant AND expert = :by", entrant=entrant, by=by
    )
    await tx.run(
        """
        INSERT INTO nominations (entrant, expert, reason, at) VALUES (:entrant, :by, :reason, :at)
        ON CONFLICT (entrant, expert) DO UPDATE SET reason = excluded.reason, at = excluded.at
        """,
        entrant=entrant,
        by=by,
        reason=reason,
        at=at,
    )
    await journal.write(tx, at, by, "nomination.make", str(entrant), {})
    return known is None


async def withdraw(tx: Writing, entrant: int, *, by: str, at: datetime) -> bool:
    """Take one's nomination back; False when there is none."""
    gone = await tx.run(
        "DELETE FROM nominations WHERE entrant = :entrant AND expert = :by", entrant=entrant, by=by
    )
    if gone:
        await journal.write(tx, at, by, "nomination.withdraw", str(entrant), {})
    return gone > 0


async def everything(db: Reading) -> list[Nomination]:
    """All nominations, by entrant, the earliest first."""
    return await db.all(
        Nomination, "SELECT id, entrant, expert, reason, at FROM nominations ORDER BY entrant, at, id"
    )


async def forget(tx: Writing, expert: str) -> None:
    """Erase an expert's words; that there was a nomination stays, as its ballot does."""
    await tx.run("UPDATE nominations SET reason = '' WHERE expert = :expert", expert=expert)
