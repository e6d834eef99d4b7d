"""Messages of an organiser to many. Each copy is a row of the outbox whose key names the message and the reader."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from storage import journal
from storage.database import Reading, Writing


@dataclass(frozen=True, slots=True)
class Announcement:
    """What was sent to whom: a group of readers, and how many they were."""

    id: int
    text: str
    audience: str
    readers: int
    by: str
    at: datetime
    stopped_at: datetime | None


@dataclass(frozen=True, slots=True)
class Progress:
    """How many copies have left, still wait, could not be delivered, or were stopped."""

    sent: int
    waiting: int
    lost: int
    stopped: int


def key(announcement: int, reader: str) -> str:
    """The key of one copy in the outbox."""
    return f"announce:{announcement}:{reader}"


async def make(tx: Writing, text: str, audience: str, readers: int, *, by: str, at: datetime) -> int:
    """A new announcement; its id. Its text is not in the journal, which never forgets."""
    made = await tx.add(
        """
        INSERT INTO announcements (text, audience, readers, by, at) VALUES (:text, :audience, :readers, :by, :at)
        """,
        text=text,
        audience=audience,
        readers=readers,
        by=by,
        at=at,
    )
    await journal.write(
        tx, at, by, "announcement.send", str(made), {"audience": audience, "readers": readers}
    )
    return made


async def find(db: Reading, announcement: int) -> Announcement | None:
    """The announcement of an id."""
    return await db.maybe(
        Announcement,
        "SELECT id, text, audience, readers, by, at, stopped_at FROM announcements WHERE id = :id",
        id=announcement,
    )


async def progress(db: Reading, announcement: int) -> Progress:
    """What has become of the copies."""
    rows = await db.all(
        tuple[str, int],
        "SELECT state, count(*) FROM outbox WHERE dedupe GLOB :copies GROUP BY state",
        copies=key(announcement, "[JOE]-*"),
    )
    found = dict(rows)
    return Progress(
        found.get("sent", 0),
        found.get("new", 0) + found.get("sending", 0),
        found.get("dead", 0) + found.get("parked", 0),
        found.get("dropped", 0),
    )


async def stop(tx: Writing, announcement: int, *, by: str, at: datetime) -> int:
    """What has not left stays here; how many copies."""
    stopped = await tx.run(
        "UPDATE outbox SET state = 'dropped' WHERE dedupe GLOB :copies AND state = 'new' AND attempts = 0",
        copies=key(announcement, "[JOE]-*"),
    )
    marked = await tx.run(
        "UPDATE announcements SET stopped_at = :at WHERE id = :id AND stopped_at IS NULL",
        id=announcement,
        at=at,
    )
    if marked:
        await journal.write(tx, at, by, "announcement.stop", str(announcement), {"copies": stopped})
    return stopped
