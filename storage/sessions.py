"""Interviews in progress, and every answer as it was given, also those that were corrected later."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from contest.assignment import RUNNING
from contest.session import Session, freeze
from storage.database import Reading, Writing
from storage.values import Frozen, listed

Own = Literal["registration", "training", "calibration"]
Purpose = Literal["assignment"] | Own


@dataclass(frozen=True, slots=True)
class Stored:
    """An interview as it is kept: an assignment's, or a person's own."""

    id: int
    person: str
    assignment: int | None
    purpose: Purpose
    session: Frozen


@dataclass(frozen=True, slots=True)
class Given:
    """One answer as it was given."""

    question: str
    value: str
    revision: int
    at: datetime


async def begin(
    tx: Writing, person: str, *, purpose: Purpose, assignment: int | None, session: Session, at: datetime
) -> int:
    """A new interview; its id. One an assignment, one of each own purpose a person: sqlite3.IntegrityError otherwise."""
    return await tx.add(
        """
        INSERT INTO sessions (person, assignment, purpose, state, revision, changed_at)
        VALUES (:person, :assignment, :purpose, :state, :revision, :at)
        """,
        person=person,
        assignment=assignment,
        purpose=purpose,
        state=freeze(session),
        revision=session.revision,
        at=at,
    )


async def find(db: Reading, id: int) -> Stored | None:  # noqa: A002 -- the word of the table
    """The interview of an id."""
    return await db.maybe(
        Stored, "SELECT id, person, assignment, purpose, state AS session FROM sessions WHERE id = :id", id=id
    )


async def for_assignment(db: Reading, assignment: int) -> Stored | None:
    """The interview of an assignment, once it was started."""
    return await db.maybe(
        Stored,
        "SELECT id, person, assignment, purpose, state AS session FROM sessions WHERE assignment = :assignment",
        assignment=assignment,
    )


async def own(db: Reading, person: str, purpose: Own) -> Stored | None:
    """A person's own interview: the registration, the training or the calibration."""
    return await db.maybe(
        Stored,
        """
        SELECT id, person, assignment, purpose, state AS session FROM sessions
        WHERE person = :person AND purpose = :purpose
        """,
        person=person,
        purpose=purpose,
    )


async def finished(db: Reading, purpose: Own) -> list[Stored]:
    """Everybody's interviews of one purpose that were sent, by person."""
    return await db.all(
        Stored,
        """
        SELECT id, person, assignment, purpose, state AS session FROM sessions
        WHERE purpose = :purpose AND json_extract(state, '$.submitted_at') IS NOT NULL
        ORDER BY person
        """,
        purpose=purpose,
    )


async def of_person(db: Reading, person: str) -> list[Stored]:
    """All of a person's interviews, also those that are over, the first one first."""
    return await db.all(
        Stored,
        "SELECT id, person, assignment, purpose, state AS session FROM sessions WHERE person = :person ORDER BY id",
        person=person,
    )


async def open_of(db: Reading, person: str) -> list[Stored]:
    """A person's interviews that go on, the one last touched first."""
    return [stored for stored in await everything_open(db) if stored.person == person]


async def everything_open(db: Reading) -> list[Stored]:
    """Everybody's interviews that go on (not submitted, the assignment still in the juror's hands), newest touch first."""
    rows = await db.all(
        Stored,
        """
        SELECT sessions.id, person, assignment, purpose, sessions.state AS session FROM sessions
        LEFT JOIN assignments ON assignments.id = sessions.assignment
        WHERE sessions.assignment IS NULL OR assignments.state IN (SELECT value FROM json_each(:running))
        ORDER BY sessions.changed_at DESC, sessions.id DESC
        """,
        running=listed(RUNNING),
    )
    return [stored for stored in rows if stored.session.submitted_at is None]


async def save(tx: Writing, id: int, session: Session, *, at: datetime) -> None:  # noqa: A002 -- as above
    """Keep where the interview stands now."""
    await tx.run(
        "UPDATE sessions SET state = :state, revision = :revision, changed_at = :at WHERE id = :id",
        id=id,
        state=freeze(session),
        revision=session.revision,
        at=at,
    )


async def discard(tx: Writing, id: int) -> None:  # noqa: A002 -- as above
    """Delete an interview with its answers and photos: a juror withdrew before submitting."""
    await tx.run("UPDATE chats SET session = NULL WHERE session = :id", id=id)
    await tx.run("DELETE FROM evidence WHERE session = :id", id=id)
    await tx.run("DELETE FROM answers WHERE session = :id", id=id)
    await tx.run("DELETE FROM sessions WHERE id = :id", id=id)


async def record_answer(
    tx: Writing, session: int, question: str, value_json: str, *, revision: int, at: datetime
) -> None:
    """Keep an answer as it was given. The same one twice is kept once."""
    await tx.run(
        """
        INSERT INTO answers (session, question, value, revision, at) VALUES (:session, :question, :value, :revision, :at)
        ON CONFLICT (session, revision, question) DO NOTHING
        """,
        session=session,
        question=question,
        value=value_json,
        revision=revision,
        at=at,
    )


async def given(db: Reading, session: int) -> list[Given]:
    """Every answer of an interview in the order in which it was given."""
    return await db.all(
        Given,
        "SELECT question, value, revision, at FROM answers WHERE session = :session ORDER BY id",
        session=session,
    )


async def paces(db: Reading, assignments: Iterable[int]) -> list[tuple[int, str, datetime]]:
    """Assignment, question and moment of every answer in the interviews of these assignments, as they were given."""
    return await db.all(
        tuple[int, str, datetime],
        """
        SELECT assignment, question, at FROM answers JOIN sessions ON sessions.id = session
        WHERE assignment IN (SELECT value FROM json_each(:assignments)) ORDER BY assignment, answers.id
        """,
        assignments=listed(assignments),
    )


async def tempos(
    db: Reading, slow: Mapping[str, Iterable[str]], *, least: int
) -> list[tuple[int, datetime, float | None]]:
    """Of each approved assignment: when it was begun, and the median of the seconds between the answers of its first round.

    `slow`: by checklist the questions that take time by nature; the pause before such an answer is left out. None where fewer
    than `least` pauses are left.
    """
    return await db.all(
        tuple[int, datetime, float | None],
        """
        WITH slow AS (
            SELECT value ->> 0 AS checklist, value ->> 1 AS question FROM json_each(:slow)
        ), pauses AS (
            SELECT audits.assignment, audits.checklist, question,
                   86400 * (julianday(answers.at)
                            - julianday(lag(answers.at) OVER (PARTITION BY session ORDER BY answers.id))) AS pause
            FROM audits JOIN assignments ON assignments.id = audits.assignment AND assignments.state = 'approved'
                 JOIN sessions ON sessions.assignment = assignments.id JOIN answers ON session = sessions.id
            WHERE round = 1 AND answers.at <= submitted_at
        ), ranked AS (
            SELECT assignment, pause, row_number() OVER (PARTITION BY assignment ORDER BY pause) AS place,
                   count(*) OVER (PARTITION BY assignment) AS many
            FROM pauses
            WHERE pause IS NOT NULL AND (checklist, question) NOT IN (SELECT checklist, question FROM slow)
        ), medians AS (
            SELECT assignment, avg(pause) AS seconds FROM ranked
            WHERE many >= :least AND place IN ((many + 1) / 2, many / 2 + 1) GROUP BY assignment
        )
        SELECT assignments.id, audits.started_at, medians.seconds
        FROM assignments JOIN audits ON audits.assignment = assignments.id AND round = 1
             LEFT JOIN medians ON medians.assignment = assignments.id
        WHERE assignments.state = 'approved' ORDER BY assignments.id
        """,
        slow=json.dumps([[checklist, question] for checklist, these in slow.items() for question in these]),
        least=least,
    )


async def on_table(db: Reading, person: str) -> int | None:
    """Which interview a person has on the table."""
    return await db.maybe(
        int, "SELECT session FROM chats WHERE person = :person AND session IS NOT NULL", person=person
    )


async def put_on_table(tx: Writing, person: str, session: int | None) -> None:
    """Put an interview on a person's table, or clear it."""
    await tx.run(
        """
        INSERT INTO chats (person, session) VALUES (:person, :session)
        ON CONFLICT (person) DO UPDATE SET session = excluded.session
        """,
        person=person,
        session=session,
    )
