"""Alarms: what is wrong now. One of a kind and subject stands at a time, so that it is told once and seen until it is over."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from pydantic import Json

from storage.database import Reading, Writing


@dataclass(frozen=True, slots=True)
class Alarm:
    """What is wrong: `facts` go into its sentence; `entrant` is whom it is about, hidden from those with an interest there."""

    kind: str
    subject: str
    role: str
    facts: Json[dict[str, str | int]]
    entrant: int | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """An alarm that is not over."""

    id: int
    kind: str
    subject: str
    role: str
    entrant: int | None
    facts: Json[dict[str, str | int]]
    raised_at: datetime


async def raise_(tx: Writing, alarm: Alarm, at: datetime) -> bool:
    """It is wrong from now on; False when it stood already, with its facts brought up to date."""
    facts = json.dumps(alarm.facts, ensure_ascii=False, sort_keys=True)
    fresh = await tx.run(
        """
        INSERT INTO alarms (kind, subject, role, entrant, facts, raised_at)
        VALUES (:kind, :subject, :role, :entrant, :facts, :at)
        ON CONFLICT (kind, subject) WHERE over_at IS NULL DO NOTHING
        """,
        kind=alarm.kind,
        subject=alarm.subject,
        role=alarm.role,
        entrant=alarm.entrant,
        facts=facts,
        at=at,
    )
    if fresh:
        return True
    await tx.run(
        "UPDATE alarms SET facts = :facts WHERE kind = :kind AND subject = :subject AND over_at IS NULL",
        facts=facts,
        kind=alarm.kind,
        subject=alarm.subject,
    )
    return False


async def lower(tx: Writing, kind: str, subject: str, *, by: str, at: datetime) -> bool:
    """It is over; False when it did not stand."""
    changed = await tx.run(
        """
        UPDATE alarms SET over_at = :at, over_by = :by
        WHERE kind = :kind AND subject = :subject AND over_at IS NULL
        """,
        kind=kind,
        subject=subject,
        by=by,
        at=at,
    )
    return changed > 0


async def standing(db: Reading) -> list[Standing]:
    """Every alarm that is not over, the oldest first."""
    return await db.all(
        Standing,
        """
        SELECT id, kind, subject, role, entrant, facts, raised_at FROM alarms
        WHERE over_at IS NULL ORDER BY raised_at, id
        """,
    )
