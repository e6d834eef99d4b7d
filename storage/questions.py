"""What jurors ask the organisers. A question gets one answer: the first closes it for everybody else.

The journal learns that something was asked or answered, and about which assignment; never a word of the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from storage import journal
from storage.database import Reading, Writing


@dataclass(frozen=True, slots=True)
class Asked:
    """A question; `answer` is None while nobody has answered it. Codes only."""

    id: int
    juror: str
    assignment: int | None
    text: str
    asked_at: datetime
    answer: str | None
    answered_by: str | None
    answered_at: datetime | None


async def ask(tx: Writing, juror: str, text: str, *, assignment: int | None, at: datetime) -> int:
    """Keep a question; its number."""
    question = await tx.add(
        """
        INSERT INTO questions (juror, assignment, text, asked_at) VALUES (:juror, :assignment, :text, :at)
        """,
        juror=juror,
        assignment=assignment,
        text=text,
        at=at,
    )
    details = {} if assignment is None else {"assignment": assignment}
    await journal.write(tx, at, juror, "question.ask", str(question), details)
    return question


async def answer(tx: Writing, question: int, text: str, *, by: str, at: datetime) -> bool:
    """Answer a question; False when somebody did before, or there is none."""
    changed = await tx.run(
        """
        UPDATE questions SET answer = :text, answered_by = :by, answered_at = :at
        WHERE id = :question AND answer IS NULL
        """,
        question=question,
        text=text,
        by=by,
        at=at,
    )
    if changed:
        await journal.write(tx, at, by, "question.answer", str(question), {})
    return changed > 0


async def find(db: Reading, question: int) -> Asked | None:
    """The question of a number."""
    return await db.maybe(
        Asked,
        """
        SELECT id, juror, assignment, text, asked_at, answer, answered_by, answered_at
        FROM questions WHERE id = :question
        """,
        question=question,
    )


async def of_juror(db: Reading, juror: str) -> list[Asked]:
    """Everything that somebody asked, the first one first."""
    return await db.all(
        Asked,
        """
        SELECT id, juror, assignment, text, asked_at, answer, answered_by, answered_at
        FROM questions WHERE juror = :juror ORDER BY id
        """,
        juror=juror,
    )


async def unanswered(db: Reading) -> list[Asked]:
    """Every question that waits for an answer, the oldest first."""
    return await db.all(
        Asked,
        """
        SELECT id, juror, assignment, text, asked_at, answer, answered_by, answered_at
        FROM questions WHERE answer IS NULL ORDER BY id
        """,
    )


async def forget(tx: Writing, juror: str) -> int:
    """Delete what somebody asked, with the answers; how many questions."""
    return await tx.run("DELETE FROM questions WHERE juror = :juror", juror=juror)
