"""What came from Telegram, kept before Telegram is told to forget it.

An update is new by membership, never by its number: after a week of silence the numbers may start lower. Once it is
answered its body and its chat are erased, for they are personal; the number stays, so that it is never answered twice.
Until then both are sealed (`sealing`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from storage.database import Reading, Writing
from storage.values import listed


@dataclass(frozen=True, slots=True)
class Row:
    """An update that waits for its answer. Chat 0: nobody to answer."""

    update_id: int
    chat: int
    body: str
    attempts: int


@dataclass(frozen=True, slots=True)
class Dead:
    """An update that was set aside, with what was wrong."""

    update_id: int
    body: str | None
    problem: str
    attempts: int
    received_at: datetime


async def receive(tx: Writing, updates: Sequence[tuple[int, int | None, str]], at: datetime) -> int:
    """Keep a batch of (update id, chat, body); how many of them are new."""
    return await tx.run(
        """
        INSERT INTO inbox (update_id, chat, body, state, received_at)
        SELECT value ->> 0, seal('account', coalesce(value ->> 1, 0)), seal('update ' || (value ->> 0), value ->> 2),
               'new', :at
        FROM json_each(:updates) WHERE true
        ON CONFLICT (update_id) DO NOTHING
        """,
        updates=json.dumps(updates),
        at=at,
    )


async def oldest(db: Reading, limit: int) -> list[Row]:
    """The oldest update of each chat that waits, the one that waits longest first."""
    return await db.all(
        Row,
        """
        SELECT update_id, unseal('account', chat) AS chat, unseal('update ' || update_id, body) AS body, attempts
        FROM inbox
        WHERE update_id IN (SELECT min(update_id) FROM inbox WHERE state = 'new' GROUP BY chat)
        ORDER BY update_id LIMIT :limit
        """,
        limit=limit,
    )


async def finish(tx: Writing, update_id: int, at: datetime) -> bool:
    """Answered, in the transaction of the answer; False when it had been before."""
    changed = await tx.run(
        """
        UPDATE inbox SET state = 'done', body = NULL, chat = NULL, problem = '', done_at = :at
        WHERE update_id = :update_id AND state = 'new'
        """,
        update_id=update_id,
        at=at,
    )
    return changed > 0


async def fail(tx: Writing, update_id: int, problem: str, at: datetime) -> int:
    """One more attempt went wrong; how many did by now. It waits on."""
    return await tx.one(
        int,
        """
        UPDATE inbox SET attempts = attempts + 1, problem = :problem, tried_at = :at
        WHERE update_id = :update_id RETURNING attempts
        """,
        update_id=update_id,
        problem=problem,
        at=at,
    )


async def bury(tx: Writing, update_id: int, problem: str, at: datetime) -> None:
    """Set aside, out of the way of those after it; the body is kept for a look."""
    await tx.run(
        "UPDATE inbox SET state = 'dead', problem = :problem, done_at = :at WHERE update_id = :update_id",
        update_id=update_id,
        problem=problem,
        at=at,
    )


async def dead(db: Reading) -> list[Dead]:
    """What was set aside, oldest first."""
    return await db.all(
        Dead,
        """
        SELECT update_id, unseal('update ' || update_id, body) AS body, problem, attempts, received_at
        FROM inbox WHERE state = 'dead' ORDER BY update_id
        """,
    )


async def set_aside(db: Reading) -> int:
    """How many were set aside."""
    return await db.one(int, "SELECT count(*) FROM inbox WHERE state = 'dead'")


async def erase_dead(tx: Writing, before: datetime) -> int:
    """Erase the bodies of what was set aside longer ago than that; how many."""
    return await tx.run(
        "UPDATE inbox SET body = NULL, chat = NULL WHERE state = 'dead' AND body IS NOT NULL AND done_at < :before",
        before=before,
    )


async def forget(tx: Writing, chat: int) -> int:
    """Erase everything that a chat sent, and what of it still waits is not answered any more; how many updates."""
    return await tx.run(
        """
        UPDATE inbox SET body = NULL, chat = NULL, state = CASE state WHEN 'new' THEN 'done' ELSE state END
        WHERE chat = seal('account', :chat)
        """,
        chat=chat,
    )


async def highest(db: Reading) -> int | None:
    """The highest update number ever kept."""
    return await db.maybe(int, "SELECT update_id FROM inbox ORDER BY update_id DESC LIMIT 1")


async def waiting_of(db: Reading, chats: Iterable[int]) -> set[int]:
    """Those of the chats of which something waits."""
    return set(
        await db.all(
            int,
            """
            SELECT value FROM json_each(:chats)
            WHERE EXISTS (SELECT 1 FROM inbox WHERE state = 'new' AND chat = seal('account', value))
            """,
            chats=listed(chats),
        )
    )


async def waiting(db: Reading) -> int:
    """How many updates wait."""
    return await db.one(int, "SELECT count(*) FROM inbox WHERE state = 'new'")
