"""What was promised to somebody, in the same transaction as the act that promised it.

Order is kept for each person: what failed and waits for its next attempt holds up everything after it. What was only
planned for later (an offer after quiet hours) holds up nobody.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from storage.database import Reading, Writing
from storage.values import listed

RowState = Literal["new", "sending", "sent", "parked", "dead", "dropped"]


@dataclass(frozen=True, slots=True)
class Row:
    """One promise. `binds` says what a typed reply to it would answer; `message_id` is Telegram's, once it is sent."""

    id: int
    person: str
    dedupe: str
    body: str
    binds: str | None
    state: RowState
    attempts: int
    not_before: datetime
    message_id: int | None
    problem: str


@dataclass(frozen=True, slots=True)
class Ripe(Row):
    """A promise that may be sent now. `place` is Telegram's number of the message that it changes, where that is known."""

    place: int | None


ROWS = """
    SELECT id, person, dedupe, body, binds, state, attempts, not_before, message_id, problem FROM outbox
"""
"""Promises as `Row`; what follows says which."""
_PASSING = "(coalesce(body ->> '$.fleeting', 0) AND body ->> '$.kind' IN ('send', 'edit') OR body ->> '$.kind' = 'text')"
"""What would be erased once it was sent (who is who, an invitation, somebody's own data) is kept no longer where it cannot be."""
_RIPE = """
    SELECT id, person, dedupe, body, binds, state, attempts, not_before, message_id, problem,
           (SELECT message_id FROM outbox AS old WHERE old.id = row.body ->> '$.of') AS place
    FROM outbox AS row
"""


async def promise(
    tx: Writing,
    person: str,
    dedupe: str,
    body: str,
    *,
    binds: str | None = None,
    not_before: datetime,
    at: datetime,
) -> int | None:
    """Promise a message; its row, or None when the same key was promised before."""
    return await tx.maybe(
        int,
        """
        INSERT INTO outbox (person, dedupe, body, binds, state, not_before, created_at)
        VALUES (:person, :dedupe, :body, :binds, 'new', :not_before, :at)
        ON CONFLICT (dedupe) DO NOTHING
        RETURNING id
        """,
        person=person,
        dedupe=dedupe,
        body=body,
        binds=binds,
        not_before=not_before,
        at=at,
    )


async def recipients(db: Reading, now: datetime) -> list[str]:
    """Everybody who can be sent something now, the longest promised first."""
    return await db.all(
        str,
        """
        SELECT person FROM outbox AS row
        WHERE state IN ('new', 'sending') AND not_before <= :now AND NOT EXISTS (
            SELECT 1 FROM outbox AS older
            WHERE older.person = row.person AND older.id < row.id AND older.state IN ('new', 'sending')
              AND older.attempts > 0 AND older.not_before > :now
        )
        GROUP BY person ORDER BY min(id)
        """,
        now=now,
    )


async def open_of(db: Reading, person: str, now: datetime, limit: int) -> list[Ripe]:
    """What may be sent to a person now, in order: up to the first that has to wait for its next attempt."""
    return await db.all(
        Ripe,
        _RIPE  # noqa: S608 -- two constants of this module
        + """
        WHERE person = :person AND state IN ('new', 'sending') AND not_before <= :now AND NOT EXISTS (
            SELECT 1 FROM outbox AS older
            WHERE older.person = :person AND older.id < row.id AND older.state IN ('new', 'sending')
              AND older.attempts > 0 AND older.not_before > :now
        )
        ORDER BY id LIMIT :limit
        """,
        person=person,
        now=now,
        limit=limit,
    )


async def find(db: Reading, id: int) -> Row | None:  # noqa: A002 -- the word of the table
    """One promise."""
    return await db.maybe(
        Row,
        ROWS
        + """
        WHERE id = :id
        """,
        id=id,
    )


async def find_key(db: Reading, dedupe: str) -> Row | None:
    """The promise of a key."""
    return await db.maybe(
        Row,
        ROWS
        + """
        WHERE dedupe = :dedupe
        """,
        dedupe=dedupe,
    )


async def message_id(db: Reading, id: int) -> int | None:  # noqa: A002 -- as above
    """Telegram's number of what was sent; None while it was not."""
    row = await find(db, id)
    return row.message_id if row else None


async def sending(tx: Writing, id: int) -> None:  # noqa: A002 -- as above
    """It is on its way: after a crash it may have arrived although nothing says so."""
    await tx.run("UPDATE outbox SET state = 'sending' WHERE id = :id AND state = 'new'", id=id)


async def sent(tx: Writing, taken: Mapping[int, int | None], at: datetime) -> None:
    """Telegram took these rows, each as the message of that number (None for what is no message)."""
    await tx.run(
        """
        UPDATE outbox SET state = 'sent', message_id = taken.value, sent_at = :at, problem = ''
        FROM json_each(:taken) AS taken WHERE outbox.id = CAST(taken.key AS INTEGER)
        """,
        taken=json.dumps(taken),
        at=at,
    )


async def later(
    tx: Writing,
    id: int,  # noqa: A002 -- as above
    not_before: datetime,
    problem: str,
    *,
    counts: bool = True,
) -> None:
    """It failed; the next attempt is not before that moment, and what follows waits for it.

    `counts` False: Telegram only asked us to wait, which does not bring the last attempt nearer.
    """
    await tx.run(
        """
        UPDATE outbox SET state = 'new', attempts = max(attempts + :more, 1), not_before = :not_before, problem = :problem
        WHERE id = :id
        """,
        id=id,
        more=1 if counts else 0,
        not_before=not_before,
        problem=problem,
    )


async def park(tx: Writing, person: str) -> int:
    """The person cannot be reached: everything waits until they come back, but for what is only passing; how many rows wait."""
    await tx.run(
        "UPDATE outbox SET state = 'dropped', body = '{}'"  # noqa: S608 -- a constant of this module
        " WHERE person = :person AND state IN ('new', 'sending') AND " + _PASSING,
        person=person,
    )
    return await tx.run(
        "UPDATE outbox SET state = 'parked' WHERE person = :person AND state IN ('new', 'sending')",
        person=person,
    )


async def unpark(tx: Writing, person: str) -> int:
    """The person is back; how many rows go out now. Attempts start anew."""
    return await tx.run(
        """
        UPDATE outbox
        SET state = 'new', attempts = 0, not_before = CASE WHEN attempts > 0 THEN created_at ELSE not_before END
        WHERE person = :person AND state = 'parked'
        """,
        person=person,
    )


async def kill(tx: Writing, id: int, problem: str) -> None:  # noqa: A002 -- as above
    """It can never be sent, and why."""
    await tx.run(
        "UPDATE outbox SET state = 'dead', attempts = attempts + 1, problem = :problem WHERE id = :id",
        id=id,
        problem=problem,
    )
    await tx.run(
        "UPDATE outbox SET body = '{}' WHERE id = :id AND " + _PASSING,  # noqa: S608 -- as above
        id=id,
    )


async def drop(tx: Writing, id: int) -> bool:  # noqa: A002 -- as above
    """Take back what was not sent yet; False when it is too late."""
    changed = await tx.run(
        "UPDATE outbox SET state = 'dropped' WHERE id = :id AND state IN ('new', 'parked')", id=id
    )
    return changed > 0


async def waits(db: Reading, person: str) -> bool:
    """Whether anything is still to be sent to a person."""
    return bool(
        await db.maybe(
            int,
            "SELECT id FROM outbox WHERE person = :person AND state IN ('new', 'sending') LIMIT 1",
            person=person,
        )
    )


async def count_of(db: Reading, person: str) -> int:
    """How many promises to a person are kept."""
    return await db.one(int, "SELECT count(*) FROM outbox WHERE person = :person", person=person)


async def erase(tx: Writing, id: int) -> None:  # noqa: A002 -- the word of the table
    """Erase the text of one promise that was kept."""
    await tx.run("UPDATE outbox SET body = '{}' WHERE id = :id", id=id)


async def pending(db: Reading) -> int:
    """How many promises are open."""
    return await db.one(int, "SELECT count(*) FROM outbox WHERE state IN ('new', 'sending')")


async def counts(db: Reading) -> dict[RowState, int]:
    """How many rows there are in each state."""
    return dict(await db.all(tuple[RowState, int], "SELECT state, count(*) FROM outbox GROUP BY state"))


async def dead(db: Reading) -> list[Row]:
    """What could never be sent, oldest first."""
    return await db.all(
        Row,
        ROWS
        + """
        WHERE state = 'dead' ORDER BY id
        """,
    )


async def erase_before(tx: Writing, before: datetime) -> int:
    """Erase the texts of what was settled longer ago than that; keys and bindings stay. How many."""
    return await tx.run(
        """
        UPDATE outbox SET body = '{}'
        WHERE state IN (SELECT value FROM json_each(:settled)) AND created_at < :before AND body <> '{}'
        """,
        settled=listed(("sent", "dead", "dropped")),
        before=before,
    )


async def forget(tx: Writing, person: str) -> int:
    """Erase everything that was ever promised to a person, and that it was promised to them; how many rows.

    An empty row stays in each place: SQLite would give its number to somebody else's promise, and a sending that is
    under way would then mark that one as sent.
    """
    return await tx.run(
        """
        UPDATE outbox
        SET person = 'nobody', dedupe = 'nobody:' || id, body = '{}', binds = NULL, state = 'dropped', message_id = NULL,
            problem = ''
        WHERE person = :person
        """,
        person=person,
    )
