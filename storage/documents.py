"""Files made for people: PDFs of a snapshot, and other files on their way to an organiser. Bytes in, bytes out."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

from storage.database import Reading, Writing

Bytes = bytes  # a field of that name hides the type


@dataclass(frozen=True, slots=True)
class Document:
    """A file with its bytes; `digest` is their sha-256."""

    name: str
    kind: str
    entrant: int | None
    snapshot: int | None
    digest: str
    bytes: Bytes
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Line:
    """A file in a list, without its bytes."""

    name: str
    kind: str
    entrant: int | None
    snapshot: int | None
    digest: str
    size: int
    made_at: datetime


async def keep(
    tx: Writing, name: str, kind: str, entrant: int | None, snapshot: int | None, content: bytes, at: datetime
) -> str:
    """Keep a file under its name, instead of an older one; its digest."""
    digest = hashlib.sha256(content).hexdigest()
    await tx.run(
        """
        INSERT INTO documents (name, kind, entrant, snapshot, digest, bytes, made_at)
        VALUES (:name, :kind, :entrant, :snapshot, :digest, :content, :at)
        ON CONFLICT (name) DO UPDATE SET kind = excluded.kind, entrant = excluded.entrant,
            snapshot = excluded.snapshot, digest = excluded.digest, bytes = excluded.bytes, made_at = excluded.made_at
        """,
        name=name,
        kind=kind,
        entrant=entrant,
        snapshot=snapshot,
        digest=digest,
        content=content,
        at=at,
    )
    return digest


async def load(db: Reading, name: str) -> Document | None:
    """A file with its bytes."""
    return await db.maybe(
        Document,
        "SELECT name, kind, entrant, snapshot, digest, bytes, made_at FROM documents WHERE name = :name",
        name=name,
    )


async def listing(db: Reading) -> list[Line]:
    """All files without their bytes, by kind and name."""
    return await db.all(
        Line,
        """
        SELECT name, kind, entrant, snapshot, digest, length(bytes) AS size, made_at FROM documents
        ORDER BY kind, name
        """,
    )


async def drop(tx: Writing, name: str) -> bool:
    """Delete a file; False when there is none."""
    return await tx.run("DELETE FROM documents WHERE name = :name", name=name) > 0
