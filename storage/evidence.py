"""Photos, already cleaned, in the database itself: one transaction with their answer, one backup, no orphans."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from contest.flags.looks import alike, parts
from storage.database import Reading, Writing
from storage.values import listed

Bytes = bytes  # a field of that name hides the type


@dataclass(frozen=True, slots=True)
class Photo:
    """A cleaned photo: `key` is the sha-256 of these bytes, `original` of those that came."""

    key: str
    original: str
    media: str
    width: int
    height: int
    bytes: Bytes
    look: str = ""
    """What near-identical pictures have in common: `contest.flags.looks`."""


@dataclass(frozen=True, slots=True)
class Line:
    """A photo in a list, without its bytes."""

    key: str
    question: str
    original: str
    media: str
    width: int
    height: int
    size: int
    at: datetime


async def keep(tx: Writing, session: int, question: str, photo: Photo, at: datetime) -> bool:
    """Keep a photo for a question; False when the same one is there already."""
    changed = await tx.run(
        """
        INSERT INTO evidence (key, session, question, original, media, width, height, bytes, look, at)
        VALUES (:key, :session, :question, :original, :media, :width, :height, :content, :look, :at)
        ON CONFLICT (session, question, key) DO NOTHING
        """,
        key=photo.key,
        session=session,
        question=question,
        original=photo.original,
        media=photo.media,
        width=photo.width,
        height=photo.height,
        content=photo.bytes,
        look=photo.look,
        at=at,
    )
    for part, digits in enumerate(parts(photo.look) if changed else ()):
        await tx.run(
            """
            INSERT INTO look_parts (part, digits, session, question, key, look)
            VALUES (:part, :digits, :session, :question, :key, :look)
            """,
            part=part,
            digits=digits,
            session=session,
            question=question,
            key=photo.key,
            look=photo.look,
        )
    return changed > 0


async def of_session(db: Reading, session: int) -> list[Line]:
    """The photos of an interview, in the order of arrival."""
    return await db.all(
        Line,
        """
        SELECT key, question, original, media, width, height, length(bytes) AS size, at FROM evidence
        WHERE session = :session ORDER BY at, question, key
        """,
        session=session,
    )


@dataclass(frozen=True, slots=True)
class Twin:
    """A photo of an assignment that another one (`label`) has as well."""

    assignment: int
    key: str
    question: str
    label: str


async def twins(db: Reading, assignments: Iterable[int], *, hidden: Iterable[int] = ()) -> list[Twin]:
    """The photos of these assignments that were seen at others: the same file as it came, or the same picture.

    `hidden`: entrants whose photos are not told of.
    """
    return await db.all(
        Twin,
        """
        SELECT DISTINCT my.assignment, mine.key, mine.question, assignments.label
        FROM evidence AS mine
        JOIN evidence AS theirs ON theirs.original = mine.original OR theirs.key = mine.key
        JOIN sessions AS my ON my.id = mine.session
        JOIN sessions AS their ON their.id = theirs.session
        JOIN assignments ON assignments.id = their.assignment
        WHERE my.assignment IN (SELECT value FROM json_each(:assignments)) AND their.assignment <> my.assignment
          AND assignments.entrant NOT IN (SELECT value FROM json_each(:hidden))
        ORDER BY my.assignment, mine.at, mine.question, assignments.id
        """,
        assignments=listed(assignments),
        hidden=listed(hidden),
    )


@dataclass(frozen=True, slots=True)
class _Candidate:
    question: str
    key: str
    look: str
    other_session: int
    other_question: str
    other_key: str
    other: str


async def compare(tx: Writing, session: int) -> None:
    """Find the photos of other interviews that those of this one nearly are, and keep what was found."""
    found = await tx.all(
        _Candidate,
        """
        SELECT DISTINCT mine.question, mine.key, mine.look, theirs.session AS other_session,
               theirs.question AS other_question, theirs.key AS other_key, theirs.look AS other
        FROM look_parts AS mine JOIN look_parts AS theirs ON theirs.part = mine.part AND theirs.digits = mine.digits
        WHERE mine.session = :session AND theirs.session <> mine.session AND theirs.key <> mine.key
        """,
        session=session,
    )
    for photo in dict.fromkeys((one.question, one.key, one.look) for one in found):
        near = [one for one in found if (one.question, one.key, one.look) == photo]
        for one, like in zip(near, alike(photo[2], (one.other for one in near)), strict=True):
            if like:
                await _keep_likeness(tx, session, one)


async def _keep_likeness(tx: Writing, session: int, one: _Candidate) -> None:
    await tx.run(
        """
        INSERT INTO likenesses (session, question, key, other_session, other_question, other_key)
        VALUES (:session, :question, :key, :other_session, :other_question, :other_key),
               (:other_session, :other_question, :other_key, :session, :question, :key)
        ON CONFLICT DO NOTHING
        """,
        session=session,
        question=one.question,
        key=one.key,
        other_session=one.other_session,
        other_question=one.other_question,
        other_key=one.other_key,
    )


async def likenesses(db: Reading, assignments: Iterable[int], *, hidden: Iterable[int] = ()) -> list[Twin]:
    """The photos of these assignments that photos of others nearly are. `hidden`: entrants that are not told of."""
    return await db.all(
        Twin,
        """
        SELECT DISTINCT my.assignment, likenesses.key, likenesses.question, assignments.label
        FROM sessions AS my
        JOIN likenesses ON likenesses.session = my.id
        JOIN sessions AS their ON their.id = other_session
        JOIN assignments ON assignments.id = their.assignment
        WHERE my.assignment IN (SELECT value FROM json_each(:assignments)) AND their.assignment <> my.assignment
          AND assignments.entrant NOT IN (SELECT value FROM json_each(:hidden))
        ORDER BY my.assignment, likenesses.question, likenesses.key, assignments.id
        """,
        assignments=listed(assignments),
        hidden=listed(hidden),
    )


async def load(db: Reading, session: int, key: str) -> Photo | None:
    """A photo of an interview, with its bytes."""
    return await db.maybe(
        Photo,
        """
        SELECT key, original, media, width, height, bytes, look FROM evidence
        WHERE session = :session AND key = :key LIMIT 1
        """,
        session=session,
        key=key,
    )


async def drop(tx: Writing, session: int, question: str, key: str) -> bool:
    """Delete a photo that the juror took back; False when there is none."""
    deleted = await tx.run(
        "DELETE FROM evidence WHERE session = :session AND question = :question AND key = :key",
        session=session,
        question=question,
        key=key,
    )
    return deleted > 0


async def drop_all(tx: Writing, session: int) -> int:
    """Delete every photo of an interview; how many."""
    return await tx.run("DELETE FROM evidence WHERE session = :session", session=session)
