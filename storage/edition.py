"""The phase of the edition: one edition a database."""

from __future__ import annotations

from datetime import datetime

from storage import journal
from storage.database import Reading, Writing

FIRST = "preparation"


async def phase(db: Reading) -> str:
    """Where the edition is: preparation, collecting, checking, frozen, published or archived."""
    return await db.maybe(str, "SELECT phase FROM edition") or FIRST


async def since(db: Reading) -> tuple[str, datetime | None]:
    """The phase and the moment at which it began; None before anything was entered."""
    found = await db.maybe(tuple[str, datetime], "SELECT phase, changed_at FROM edition")
    return found or (FIRST, None)


async def advance(tx: Writing, to_phase: str, by: str, at: datetime) -> None:
    """Enter a phase. Which may follow which is for the caller to say."""
    before = await phase(tx)
    await tx.run(
        """
        INSERT INTO edition (one, phase, changed_at) VALUES (1, :phase, :at)
        ON CONFLICT (one) DO UPDATE SET phase = excluded.phase, changed_at = excluded.changed_at
        """,
        phase=to_phase,
        at=at,
    )
    await journal.write(tx, at, by, "edition.advance", to_phase, {"from": before})
