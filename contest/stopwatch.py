"""A stopwatch: marks that the server stamps, and what a juror says instead of them, with the reason that is kept.

Rule 1: marks come in order; the last one makes the answer; a forgotten stopwatch starts anew.
Rule 2: a measurement is corrected, never rubbed out: what was typed stands beside the marks, a second measurement beside what
the first one gave (`before`).
Rule 3: whatever was not simply stamped owes a reason; the question is not settled without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from contest.answers import Answer, Timed
from contest.mistakes import Mistakes, mistake
from contest.questions import Duration

Marks = tuple[tuple[str, datetime], ...]

LATE, SLIP, ELSEWHERE = "late", "slip", "elsewhere"
REASONS = (LATE, SLIP, ELSEWHERE)
"""The common ones: the button was pressed too late or not at all; by a slip; the time was taken by another clock."""

SHORTEST, LONGEST = 3, 300
"""Characters of a reason in the juror's own words."""

_BECAUSE = r"(?:bo|ponieważ|because)\s+"
_APART = re.compile(rf"\s*(?:[,;(–—]|\s-\s)\s*(?:{_BECAUSE})?|\s+{_BECAUSE}", re.IGNORECASE)


def stamp(question: Duration, stamped: Marks, mark: str, at: datetime) -> Marks:
    """The marks with the next one. Raises Mistakes when it is there already, or not its turn yet."""
    if mark in dict(stamped):
        raise Mistakes([mistake("already-saved")])
    following = question.marks[len(stamped)]
    if mark != following.id:
        raise Mistakes([mistake("mark-too-early", mark=following.label)])
    return (*stamped, (mark, max(at, stamped[-1][1]) if stamped else at))


def measured(question: Duration, marks: Marks, given: Answer | None) -> Timed:
    """All marks together, in place of what was answered before, if anything was."""
    return Timed(marks, before=_first(question, given))


def typed(question: Duration, said: Timed, given: Answer | None, running: Marks) -> Timed:
    """A typed duration; it keeps the marks that were stamped, for the checker. The same one again changes nothing."""
    if isinstance(given, Timed) and int(question.seconds(given)) == said.corrected and said.reason is None:
        return given
    kept = running or (given.marks if isinstance(given, Timed) else ())
    return replace(said, marks=kept, before=_first(question, given))


def reasoned(given: Timed, words: str) -> Timed:
    """The answer with its reason, in the juror's own words. Raises Mistakes when they are too short or too long."""
    length = len(words)
    if length < SHORTEST or not any(letter.isalpha() for letter in words):
        raise Mistakes([mistake("reply-reason")])
    if length > LONGEST:
        raise Mistakes([mistake("reply-too-long", most=LONGEST, length=length)])
    return replace(given, reason=words)


def parted(written: str) -> Iterator[tuple[str, str]]:
    """The ways to read „45 s, zapomniałam nacisnąć” as a duration and its reason."""
    for apart in _APART.finditer(written):
        words = written[apart.end() :].rstrip(") ")
        if words[:1].isalpha() and SHORTEST <= len(words) <= LONGEST:
            yield written[: apart.start()], words


def _first(question: Duration, given: Answer | None) -> int | None:
    if not isinstance(given, Timed):
        return None
    if given.before is not None or given.owes_reason:
        return given.before  # what still owed its reason was never an answer
    return int(question.seconds(given))
