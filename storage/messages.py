"""Our messages as they stand in somebody's chat: what each of them asks or is about, and which can still be taken away.

They are rows of the outbox; a message that was changed in place is as many rows as there were changes, and the newest tells
what it says now.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from storage.database import Reading, Writing
from storage.outbox import ROWS, Row
from storage.values import listed


async def prompt_before(db: Reading, person: str, message_id: int) -> Row | None:
    """The newest question that stood above a message: what the message answers, when it replies to nothing.

    What asks nothing, a reminder with its buttons, does not come between a question and its answer.
    """
    return await db.maybe(
        Row,
        ROWS
        + """
        WHERE person = :person AND message_id <= :message_id
          AND binds IS NOT NULL AND json_extract(binds, '$.reminds') IS NULL
        ORDER BY message_id DESC, id DESC LIMIT 1
        """,
        person=person,
        message_id=message_id,
    )


async def newest_prompt(db: Reading, person: str, asks: Iterable[str]) -> Row | None:
    """The newest message of its own that asks one of these in words, whether it has arrived or not."""
    return await db.maybe(
        Row,
        ROWS  # noqa: S608 -- a constant of the outbox
        + """
        INDEXED BY outbox_prompts
        WHERE person = :person AND binds IS NOT NULL AND json_extract(binds, '$.ask') IN (SELECT value FROM json_each(:asks))
          AND json_extract(body, '$.kind') = 'send' AND state IN ('new', 'sending', 'sent')
        ORDER BY id DESC LIMIT 1
        """,
        person=person,
        asks=listed(asks),
    )


async def bound_to(db: Reading, person: str, message_id: int) -> Row | None:
    """What this very message of ours stands for; the newest, where it was edited."""
    return await db.maybe(
        Row,
        ROWS
        + """
        WHERE person = :person AND message_id = :message_id
        ORDER BY binds IS NULL, id DESC LIMIT 1
        """,
        person=person,
        message_id=message_id,
    )


async def newest_bound(db: Reading, person: str, binds: str) -> Row | None:
    """The newest promise that stands for this, sent or about to be."""
    return await db.maybe(
        Row,
        ROWS
        + """
        WHERE person = :person AND binds = :binds AND state IN ('new', 'sending', 'sent', 'parked')
        ORDER BY id DESC LIMIT 1
        """,
        person=person,
        binds=binds,
    )


async def standing(db: Reading, person: str, binds: str) -> list[int]:
    """Every message in a person's chat, there or on its way, that stands for this; a row each, the newest of the message.

    One that was changed to stand for something else is not among them.
    """
    return await db.all(
        int,
        """
        SELECT max(id) FROM outbox AS row
        WHERE person = :person AND binds = :binds
          AND (state IN ('new', 'sending', 'parked') OR state = 'sent' AND message_id IS NOT NULL)
          AND NOT EXISTS (
              SELECT 1 FROM outbox AS newer
              WHERE newer.person = row.person AND newer.message_id = row.message_id
                AND newer.id > row.id AND newer.binds <> row.binds
          )
        GROUP BY coalesce(message_id, -coalesce(json_extract(body, '$.of'), id))
        ORDER BY max(id)
        """,
        person=person,
        binds=binds,
    )


async def next_above(db: Reading, person: str, message_id: int) -> Row | None:
    """What was first sent as the nearest message of ours above that number."""
    return await db.maybe(
        Row,
        ROWS
        + """
        WHERE person = :person AND message_id > :message_id
        ORDER BY message_id, id LIMIT 1
        """,
        person=person,
        message_id=message_id,
    )


async def hideable(db: Reading, person: str, since: datetime) -> list[int]:
    """What a chat shows of ours that was first sent since then, or is about to be: a row a message, newest first."""
    return await db.all(
        int,
        """
        SELECT max(id) FROM outbox
        WHERE person = :person AND (state IN ('new', 'sending') OR state = 'sent' AND message_id IS NOT NULL)
        GROUP BY coalesce(message_id, -id) HAVING message_id IS NULL OR min(sent_at) >= :since
        ORDER BY message_id IS NOT NULL, message_id DESC, id DESC
        """,
        person=person,
        since=since,
    )


async def older(db: Reading, person: str, before: datetime) -> int:
    """How many messages a chat shows that were first sent before then."""
    return await db.one(
        int,
        """
        SELECT count(*) FROM (
            SELECT message_id FROM outbox
            WHERE person = :person AND state = 'sent' AND message_id IS NOT NULL
            GROUP BY message_id HAVING min(sent_at) < :before
        )
        """,
        person=person,
        before=before,
    )


async def gone(tx: Writing, person: str, rows: Iterable[int]) -> int:
    """The messages that these rows became are no longer in the chat: nothing replies to them. How many rows."""
    return await tx.run(
        """
        UPDATE outbox SET message_id = NULL
        WHERE person = :person AND message_id IN (
            SELECT message_id FROM outbox WHERE person = :person AND id IN (SELECT value FROM json_each(:rows))
        )
        """,
        person=person,
        rows=listed(rows),
    )
