"""Invitations: a secret in a link, of which only the digest is kept; good once, until it expires or is revoked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from storage import journal
from storage.database import Reading, Writing


@dataclass(frozen=True, slots=True)
class Invitation:
    """What an organiser sees of an invitation; the code in its link is known to nobody any more."""

    number: int
    digest: str
    role: str
    label: str
    issued_by: str
    issued_at: datetime
    expires_at: datetime
    used_by: str | None
    used_at: datetime | None
    revoked_at: datetime | None

    def is_open(self, at: datetime) -> bool:
        """Whether it would still let somebody in."""
        return self.used_at is None and self.revoked_at is None and self.expires_at > at


async def issue(
    tx: Writing, digest: str, role: str, label: str, *, by: str, at: datetime, expires_at: datetime
) -> int:
    """A new invitation to a role; `label` is the organiser's own note. Its number."""
    number = await tx.one(
        int,
        """
        INSERT INTO invitations (number, digest, role, label, issued_by, issued_at, expires_at)
        SELECT coalesce(max(number), 0) + 1, :digest, :role, :label, :by, :at, :expires_at FROM invitations
        RETURNING number
        """,
        digest=digest,
        role=role,
        label=label,
        by=by,
        at=at,
        expires_at=expires_at,
    )
    await journal.write(tx, at, by, "invitation.issue", digest[:12], {"role": role})
    return number


async def role_of(db: Reading, digest: str, at: datetime) -> str | None:
    """The role of an invitation that is good now. Only `redeem` lets anybody in, for between a look and the redeeming others may come."""
    return await db.maybe(
        str,
        """
        SELECT role FROM invitations
        WHERE digest = :digest AND used_at IS NULL AND revoked_at IS NULL AND expires_at > :at
        """,
        digest=digest,
        at=at,
    )


async def redeem(tx: Writing, digest: str, *, by: str, at: datetime) -> str | None:
    """Use an invitation up; its role, or None when it is unknown, used, revoked or expired. `by` must exist already."""
    role = await tx.maybe(
        str,
        """
        UPDATE invitations SET used_by = :by, used_at = :at
        WHERE digest = :digest AND used_at IS NULL AND revoked_at IS NULL AND expires_at > :at
        RETURNING role
        """,
        digest=digest,
        by=by,
        at=at,
    )
    if role is not None:
        await journal.write(tx, at, by, "invitation.redeem", digest[:12], {"role": role})
    return role


async def revoke(tx: Writing, digest: str, *, by: str, at: datetime) -> bool:
    """Make an unused invitation worthless; False when it was used or revoked before."""
    changed = await tx.run(
        """
        UPDATE invitations SET revoked_at = :at
        WHERE digest = :digest AND used_at IS NULL AND revoked_at IS NULL
        """,
        digest=digest,
        at=at,
    )
    if changed:
        await journal.write(tx, at, by, "invitation.revoke", digest[:12], {})
    return changed > 0


async def used_by(db: Reading, code: str) -> list[Invitation]:
    """The invitations with which somebody came in."""
    return [invitation for invitation in await listing(db) if invitation.used_by == code]


async def forget(tx: Writing, code: str) -> int:
    """Delete the invitations with which somebody came in: their notes may name the person. How many."""
    return await tx.run("DELETE FROM invitations WHERE used_by = :code", code=code)


async def listing(db: Reading) -> list[Invitation]:
    """All invitations, the newest first."""
    return await db.all(
        Invitation,
        """
        SELECT number, digest, role, label, issued_by, issued_at, expires_at, used_by, used_at, revoked_at
        FROM invitations ORDER BY number DESC
        """,
    )


async def next_number(db: Reading) -> int:
    """The number that the next one will have."""
    return await db.one(int, "SELECT coalesce(max(number), 0) + 1 FROM invitations")


async def open_now(db: Reading, at: datetime) -> list[Invitation]:
    """Those that would still let somebody in, by number."""
    return sorted((one for one in await listing(db) if one.is_open(at)), key=lambda one: one.number)
