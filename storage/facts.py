"""Small facts of this installation: the heartbeat, the highest update seen."""

from __future__ import annotations

from storage.database import Reading, Writing


async def get(db: Reading, name: str) -> str | None:
    """The fact, or None when nobody put it yet."""
    return await db.maybe(str, "SELECT value FROM facts WHERE name = :name", name=name)


async def put(tx: Writing, name: str, value: str) -> None:
    """Remember a fact, instead of what it was before."""
    await tx.run(
        """
        INSERT INTO facts (name, value) VALUES (:name, :value)
        ON CONFLICT (name) DO UPDATE SET value = excluded.value
        """,
        name=name,
        value=value,
    )
