"""Organisers and experts who have an interest at an entrant: what they neither see nor decide.

A juror's conflict is another thing (`storage/jurors.py`): it keeps assignments away, not rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from storage import journal
from storage.database import Reading, Writing


@dataclass(frozen=True, slots=True)
class Recusal:
    """One person kept away from one entrant; `by` is the person or an owner."""

    person: str
    entrant: int
    reason: str
    by: str
    at: datetime


async def declare(tx: Writing, person: str, entrant: int, reason: str, *, by: str, at: datetime) -> bool:
    """From now on the person sees nothing of the entrant; False when that was so already."""
    changed = await tx.run(
        """
        INSERT INTO recusals (person, entrant, reason, by, at) VALUES (:person, :entrant, :reason, :by, :at)
        ON CONFLICT DO NOTHING
        """,
        person=person,
        entrant=entrant,
        reason=reason,
        by=by,
        at=at,
    )
    if changed:
        await journal.write(tx, at, by, "recusal.declare", f"{person}:{entrant}", {})
    return changed > 0


async def lift(tx: Writing, person: str, entrant: int, *, by: str, at: datetime) -> bool:
    """An owner found that there is no interest after all; False when there was no recusal."""
    changed = await tx.run(
        "DELETE FROM recusals WHERE person = :person AND entrant = :entrant", person=person, entrant=entrant
    )
    if changed:
        await journal.write(tx, at, by, "recusal.lift", f"{person}:{entrant}", {})
    return changed > 0


async def forget(tx: Writing, person: str) -> None:
    """Erase what a person told of their interests; with their roles gone, nothing is shown to them anyway."""
    await tx.run("DELETE FROM recusals WHERE person = :person", person=person)


async def hidden_from(db: Reading, person: str) -> frozenset[int]:
    """The entrants that a person must neither see nor decide about."""
    return frozenset(await db.all(int, "SELECT entrant FROM recusals WHERE person = :person", person=person))


async def at(db: Reading, entrant: int) -> frozenset[str]:
    """The people who must neither see nor decide anything about an entrant."""
    return frozenset(
        await db.all(str, "SELECT person FROM recusals WHERE entrant = :entrant", entrant=entrant)
    )


async def everything(db: Reading) -> list[Recusal]:
    """All recusals, by person and entrant."""
    return await db.all(
        Recusal, "SELECT person, entrant, reason, by, at FROM recusals ORDER BY person, entrant"
    )
