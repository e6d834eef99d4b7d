"""Something shown to an organiser and not yet applied: its nonce sits in one button, and works once."""

from __future__ import annotations

from datetime import datetime

from storage.database import Reading, Writing


async def make(
    tx: Writing, nonce: str, kind: str, body: str, *, by: str, at: datetime, expires_at: datetime
) -> None:
    """Keep a proposal (JSON) for the organiser to whom it is shown."""
    await tx.run(
        """
        INSERT INTO proposals (nonce, kind, body, made_by, made_at, expires_at)
        VALUES (:nonce, :kind, :body, :by, :at, :expires_at)
        """,
        nonce=nonce,
        kind=kind,
        body=body,
        by=by,
        at=at,
        expires_at=expires_at,
    )


async def show(db: Reading, nonce: str, *, by: str) -> tuple[str, str] | None:
    """(kind, body) of a proposal of this person, without using it up; None once it was used."""
    return await db.maybe(
        tuple[str, str],
        "SELECT kind, body FROM proposals WHERE nonce = :nonce AND made_by = :by AND used_at IS NULL",
        nonce=nonce,
        by=by,
    )


async def amend(tx: Writing, nonce: str, body: str, *, by: str, at: datetime) -> bool:
    """Another body (JSON) for what is not applied yet; False when it is used, expired, or somebody else's."""
    changed = await tx.run(
        """
        UPDATE proposals SET body = :body
        WHERE nonce = :nonce AND made_by = :by AND used_at IS NULL AND expires_at > :at
        """,
        nonce=nonce,
        body=body,
        by=by,
        at=at,
    )
    return changed > 0


async def take(tx: Writing, nonce: str, *, by: str, at: datetime) -> tuple[str, str] | None:
    """Use a proposal up: (kind, body), or None when it is used, expired, unknown, or was shown to somebody else."""
    return await tx.maybe(
        tuple[str, str],
        """
        UPDATE proposals SET used_at = :at
        WHERE nonce = :nonce AND made_by = :by AND used_at IS NULL AND expires_at > :at
        RETURNING kind, body
        """,
        nonce=nonce,
        by=by,
        at=at,
    )
