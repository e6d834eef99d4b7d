"""The phase of the edition: one edition a database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from storage import journal
from storage.database import Reading, Writing

FIRST = "preparation"


@dataclass(frozen=True, slots=True)
class MovedDate:
    """A date of the edition that was moved: from what its file said, to what holds instead. Local times without an offset."""

    name: str
    moved_from: datetime
    moved_to: datetime


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


async def moved_dates(db: Reading) -> list[MovedDate]:
    """Every date that was moved in the chat, by name."""
    return await db.all(MovedDate, "SELECT name, moved_from, moved_to FROM moved_dates ORDER BY name")


async def move_date(
    tx: Writing, name: str, moved_from: datetime, moved_to: datetime, *, by: str, at: datetime
) -> None:
    """Another local time holds for a date as long as the file says `moved_from` there."""
    await tx.run(
        """
        INSERT INTO moved_dates (name, moved_from, moved_to, by, at) VALUES (:name, :moved_from, :moved_to, :by, :at)
        ON CONFLICT (name) DO UPDATE SET moved_from = excluded.moved_from, moved_to = excluded.moved_to,
                                         by = excluded.by, at = excluded.at
        """,
        name=name,
        moved_from=moved_from.isoformat(),
        moved_to=moved_to.isoformat(),
        by=by,
        at=at,
    )
    await journal.write(tx, at, by, "edition.move-date", name, {"to": moved_to.isoformat()})
