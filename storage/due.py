"""The schedule: what should happen when. Rows, not timers: a restart forgets nothing, and a claim makes it happen once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from storage.database import Reading, Writing
from storage.values import listed


@dataclass(frozen=True, slots=True)
class Row:
    """Something to do at a moment: `nudge:17:1d`, a `nudge` about the assignment `17`."""

    key: str
    kind: str
    subject: str
    at: datetime


async def plan(tx: Writing, key: str, kind: str, subject: str, at: datetime) -> bool:
    """Plan something once. Nothing changes when the key is planned or done (False); a cancelled one is planned anew."""
    changed = await tx.run(
        """
        INSERT INTO due (key, kind, subject, at, state) VALUES (:key, :kind, :subject, :at, 'new')
        ON CONFLICT (key) DO UPDATE SET state = 'new', at = excluded.at, done_at = NULL WHERE state = 'cancelled'
        """,
        key=key,
        kind=kind,
        subject=subject,
        at=at,
    )
    return changed > 0


async def replan(tx: Writing, key: str, at: datetime) -> bool:
    """Move something that has not happened; False when it has, or never was planned."""
    return await tx.run("UPDATE due SET at = :at WHERE key = :key AND state = 'new'", key=key, at=at) > 0


async def ripe(db: Reading, now: datetime) -> list[Row]:
    """What should have happened by now, the oldest first."""
    return await db.all(
        Row,
        "SELECT key, kind, subject, at FROM due WHERE state = 'new' AND at <= :now ORDER BY at, key",
        now=now,
    )


async def of(db: Reading, kind: str, subject: str) -> list[Row]:
    """What is planned of a kind for a subject, the soonest first."""
    return await db.all(
        Row,
        """
        SELECT key, kind, subject, at FROM due
        WHERE state = 'new' AND kind = :kind AND subject = :subject ORDER BY at, key
        """,
        kind=kind,
        subject=subject,
    )


async def claim(tx: Writing, key: str, at: datetime) -> bool:
    """Take it, in the transaction of its effect; False when it was taken, cancelled or superseded meanwhile."""
    return (
        await tx.run(
            "UPDATE due SET state = 'done', done_at = :at WHERE key = :key AND state = 'new'", key=key, at=at
        )
        > 0
    )


async def supersede(tx: Writing, keys: Iterable[str], at: datetime) -> int:
    """Older reminders that a newer one stands for; how many."""
    return await tx.run(
        """
        UPDATE due SET state = 'superseded', done_at = :at
        WHERE state = 'new' AND key IN (SELECT value FROM json_each(:keys))
        """,
        keys=listed(keys),
        at=at,
    )


async def cancel_of(tx: Writing, kind: str, subject: str, *, at: datetime) -> int:
    """Cancel all of a kind that is planned for a subject; how many."""
    return await tx.run(
        """
        UPDATE due SET state = 'cancelled', done_at = :at
        WHERE state = 'new' AND kind = :kind AND subject = :subject
        """,
        kind=kind,
        subject=subject,
        at=at,
    )
