"""Checklists, scenarios and the edition, each version byte for byte as it was published. None of them ever changes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from contest.mistakes import Mistakes, mistake
from storage import journal
from storage.database import Reading, Writing

Kind = Literal["edition", "checklist", "scenarios"]


@dataclass(frozen=True, slots=True)
class Publication:
    """One version of one file; `digest` is the sha-256 of its source."""

    kind: Kind
    id: str
    version: int
    source: str
    digest: str
    published_at: datetime


async def publish(
    tx: Writing,
    kind: Kind,
    id: str,  # noqa: A002 -- the word of the table
    version: int,
    source: str,
    at: datetime,
    *,
    by: str = "system",
) -> bool:
    """Keep a version for ever; False when exactly this was published before.

    Raises Mistakes (`same-version-other-text`) when the version stands for another text; the remedy is the next number.
    """
    digest = hashlib.sha256(source.encode()).hexdigest()
    known = await find(tx, kind, id, version)
    if known is not None and known.digest == digest:
        return False
    if known is not None:
        following = (await newest(tx, kind, id) or version) + 1
        raise Mistakes([mistake("same-version-other-text", id=id, version=version, next=following)])
    await tx.run(
        """
        INSERT INTO publications (kind, id, version, source, digest, published_at)
        VALUES (:kind, :id, :version, :source, :digest, :at)
        """,
        kind=kind,
        id=id,
        version=version,
        source=source,
        digest=digest,
        at=at,
    )
    await journal.write(tx, at, by, f"{kind}.publish", f"{id}@{version}", {"digest": digest})
    return True


async def find(db: Reading, kind: Kind, id: str, version: int) -> Publication | None:  # noqa: A002 -- as above
    """One version."""
    return await db.maybe(
        Publication,
        """
        SELECT kind, id, version, source, digest, published_at FROM publications
        WHERE kind = :kind AND id = :id AND version = :version
        """,
        kind=kind,
        id=id,
        version=version,
    )


async def source(db: Reading, kind: Kind, id: str, version: int) -> str | None:  # noqa: A002 -- as above
    """The text of one version, byte for byte."""
    found = await find(db, kind, id, version)
    return found.source if found else None


async def newest(db: Reading, kind: Kind, id: str) -> int | None:  # noqa: A002 -- as above
    """The highest version that was published."""
    return await db.maybe(
        int,
        """
        SELECT version FROM publications WHERE kind = :kind AND id = :id ORDER BY version DESC LIMIT 1
        """,
        kind=kind,
        id=id,
    )


async def everything(db: Reading, kind: Kind) -> list[Publication]:
    """Every version of a kind, by id and version."""
    return await db.all(
        Publication,
        """
        SELECT kind, id, version, source, digest, published_at FROM publications
        WHERE kind = :kind ORDER BY id, version
        """,
        kind=kind,
    )
