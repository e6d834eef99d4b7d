"""Second opinions: further contacts that a checker asked for because a submission was in doubt.

A doubted assignment and the further ones are settled together, by one decision on which of them count.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from storage import journal
from storage.database import Reading, Writing


@dataclass(frozen=True, slots=True)
class Opinion:
    """A further contact: of which assignment, and which of its audits was in doubt."""

    assignment: int
    doubted: int
    audit: int
    asked_by: str
    asked_at: datetime
    settled_at: datetime | None


async def ask(tx: Writing, assignment: int, doubted: int, audit: int, *, by: str, at: datetime) -> None:
    """The assignment is a further opinion on the doubted one."""
    await tx.run(
        """
        INSERT INTO opinions (assignment, doubted, audit, asked_by, asked_at)
        VALUES (:assignment, :doubted, :audit, :by, :at)
        """,
        assignment=assignment,
        doubted=doubted,
        audit=audit,
        by=by,
        at=at,
    )
    await journal.write(tx, at, by, "opinion.ask", str(audit), {"assignment": assignment})


async def about(db: Reading, assignment: int) -> list[Opinion]:
    """The open opinions on what an assignment belongs to, whether it is the doubted one or one of them; oldest first."""
    return await db.all(
        Opinion,
        """
        SELECT assignment, doubted, audit, asked_by, asked_at, settled_at FROM opinions
        WHERE settled_at IS NULL
          AND (doubted = :assignment OR doubted = (SELECT doubted FROM opinions AS own
                                                   WHERE own.assignment = :assignment AND own.settled_at IS NULL))
        ORDER BY assignment
        """,
        assignment=assignment,
    )


async def everything_open(db: Reading) -> list[Opinion]:
    """All that are not settled, by assignment."""
    return await db.all(
        Opinion,
        """
        SELECT assignment, doubted, audit, asked_by, asked_at, settled_at FROM opinions
        WHERE settled_at IS NULL ORDER BY assignment
        """,
    )


async def settle(tx: Writing, doubted: int, *, by: str, at: datetime) -> bool:
    """All open opinions on an assignment are decided or called off; False when there are none."""
    changed = await tx.run(
        "UPDATE opinions SET settled_at = :at WHERE doubted = :doubted AND settled_at IS NULL",
        doubted=doubted,
        at=at,
    )
    if changed:
        await journal.write(tx, at, by, "opinion.settle", str(doubted), {"opinions": changed})
    return changed > 0
