"""What was granted: licences and nominations, each with the number that is printed on its document."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from contest.mistakes import Mistakes, mistake
from storage import journal
from storage.database import Reading, Writing


@dataclass(frozen=True, slots=True)
class Granted:
    """One award; `valid_until` is the last day of a licence, None for what never ends."""

    number: str
    kind: str
    entrant: int
    snapshot: int
    granted_at: datetime
    valid_until: date | None


async def grant(
    tx: Writing,
    number: str,
    kind: str,
    *,
    entrant: int,
    snapshot: int,
    valid_until: date | None,
    by: str,
    at: datetime,
) -> bool:
    """Grant an award; False when this snapshot granted the same to the entrant before."""
    changed = await tx.run(
        """
        INSERT INTO awards (number, kind, entrant, snapshot, granted_at, valid_until)
        VALUES (:number, :kind, :entrant, :snapshot, :at, :valid_until)
        ON CONFLICT (kind, entrant, snapshot) DO NOTHING
        """,
        number=number,
        kind=kind,
        entrant=entrant,
        snapshot=snapshot,
        at=at,
        valid_until=valid_until.isoformat() if valid_until else None,
    )
    if changed:
        await journal.write(tx, at, by, "award.grant", number, {"kind": kind, "entrant": entrant})
    return changed > 0


@dataclass(frozen=True, slots=True)
class Revoked:
    """An award that was taken back, and why."""

    number: str
    at: datetime
    reason: str


async def revoke(tx: Writing, number: str, reason: str, *, by: str, at: datetime) -> None:
    """Take an award back for ever: an entry of the journal, which nothing deletes. The second time changes nothing.

    Raises Mistakes (`no-such-award`).
    """
    if await tx.maybe(int, "SELECT 1 FROM awards WHERE number = :number", number=number) is None:
        raise Mistakes([mistake("no-such-award", number=number)])
    if number not in {each.number for each in await revoked(tx)}:
        await journal.write(tx, at, by, "award.revoke", number, {"reason": reason})


async def revoked(db: Reading) -> list[Revoked]:
    """Everything that was taken back, by number."""
    return await db.all(
        Revoked,
        """
        SELECT subject AS number, at, json_extract(details, '$.reason') AS reason FROM journal
        WHERE action = 'award.revoke' ORDER BY subject
        """,
    )


async def of_snapshot(db: Reading, snapshot: int) -> list[Granted]:
    """What was granted from a snapshot, by number."""
    return await db.all(
        Granted,
        """
        SELECT number, kind, entrant, snapshot, granted_at, valid_until FROM awards
        WHERE snapshot = :snapshot ORDER BY number
        """,
        snapshot=snapshot,
    )


async def listing(db: Reading) -> list[Granted]:
    """Everything ever granted, by number."""
    return await db.all(
        Granted,
        "SELECT number, kind, entrant, snapshot, granted_at, valid_until FROM awards ORDER BY number",
    )
