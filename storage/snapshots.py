"""Frozen states of the contest, from which rankings and documents are made. The same content is kept once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from storage import journal
from storage.database import Reading, Writing


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A frozen state: `body` is canonical JSON, `digest` its sha-256."""

    id: int
    made_at: datetime
    digest: str
    body: str


async def keep(tx: Writing, body: str, digest: str, *, by: str, at: datetime) -> int:
    """Keep a snapshot; its id, the old one when the same content was kept before."""
    known = await tx.maybe(int, "SELECT id FROM snapshots WHERE digest = :digest", digest=digest)
    if known is not None:
        return known
    number = await tx.add(
        "INSERT INTO snapshots (made_at, digest, body) VALUES (:at, :digest, :body)",
        at=at,
        digest=digest,
        body=body,
    )
    await journal.write(tx, at, by, "snapshot.keep", str(number), {"digest": digest})
    return number


async def find(db: Reading, id: int) -> Snapshot | None:  # noqa: A002 -- the word of the table
    """The snapshot of an id."""
    return await db.maybe(Snapshot, "SELECT id, made_at, digest, body FROM snapshots WHERE id = :id", id=id)


async def newest(db: Reading) -> Snapshot | None:
    """The snapshot made last."""
    return await db.maybe(
        Snapshot, "SELECT id, made_at, digest, body FROM snapshots ORDER BY id DESC LIMIT 1"
    )
