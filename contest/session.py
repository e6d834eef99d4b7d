"""What an interview is made of: a session, the events that reach it, the effects that leave it. Plain values, no rules.

The rules are in `contest.interview`. A session is all that must be kept between two events: as JSON it survives any restart.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from pydantic import TypeAdapter

from contest.answers import Answer
from contest.checklist import Evidence, Question, Section
from contest.mistakes import Mistake


@dataclass(frozen=True, slots=True)
class Session:
    """All there is to know of an interview. Where it is follows from the answers, save for `revisiting`."""

    checklist: str
    kind: str = ""
    answers: Mapping[str, Answer] = field(default_factory=dict)
    evidence: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    settled: frozenset[str] = frozenset()
    """Questions whose evidence was closed by Gotowe."""
    skipped: frozenset[str] = frozenset()
    pending: tuple[str, ...] = ()
    """Toggles or photos of the question on the table that are not closed yet."""
    marks: tuple[tuple[str, datetime], ...] = ()
    """The stopwatch of the question on the table."""
    revisiting: str | None = None
    revision: int = 0
    started_at: datetime | None = None
    submitted_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """The person asks where the interview stands."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Tapped:
    """A button: an option, a step, a mark of the stopwatch, or DONE; made at that revision of the session."""

    at: datetime
    question: str
    choice: str
    revision: int


@dataclass(frozen=True, slots=True)
class Wrote:
    """A typed answer to the question that it was bound to."""

    at: datetime
    question: str
    text: str


@dataclass(frozen=True, slots=True)
class Attached:
    """A photo, kept under its key."""

    at: datetime
    question: str
    key: str


@dataclass(frozen=True, slots=True)
class Detached:
    """A photo taken back."""

    at: datetime
    question: str
    key: str


@dataclass(frozen=True, slots=True)
class Skipped:
    at: datetime
    question: str
    revision: int


@dataclass(frozen=True, slots=True)
class WentBack:
    at: datetime


@dataclass(frozen=True, slots=True)
class Turned:
    """From the summary to one of its answers."""

    at: datetime
    question: str


@dataclass(frozen=True, slots=True)
class Submitted:
    at: datetime
    revision: int


Event = Opened | Tapped | Wrote | Attached | Detached | Skipped | WentBack | Turned | Submitted


@dataclass(frozen=True, slots=True)
class Ask:
    """The question on the table, with everything that its message shows."""

    question: Question
    section: Section
    section_number: int
    sections: int
    number_in_section: int
    answer: Answer | None
    pending: tuple[str, ...]
    marks: tuple[tuple[str, datetime], ...]
    revision: int
    may_skip: bool
    may_go_back: bool
    first: bool
    revisited: bool
    """It is answered already; skipping leaves it as it is."""


@dataclass(frozen=True, slots=True)
class AskEvidence:
    """What an answer still owes."""

    question: Question
    evidence: Evidence
    given: int
    revision: int


@dataclass(frozen=True, slots=True)
class SummaryLine:
    question: Question
    answer: Answer | None
    """None: skipped."""


@dataclass(frozen=True, slots=True)
class ShowSummary:
    lines: tuple[SummaryLine, ...]
    revision: int


@dataclass(frozen=True, slots=True)
class Saved:
    """An answer that is kept now; `changed`: another one stood there before."""

    question: Question
    answer: Answer | None
    changed: bool


@dataclass(frozen=True, slots=True)
class Explain:
    mistake: Mistake


@dataclass(frozen=True, slots=True)
class Routed:
    """A changed answer hid answered questions, or revealed new ones: their texts."""

    hidden: tuple[str, ...]
    shown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Thank:
    """The interview is closed."""


Effect = Ask | AskEvidence | ShowSummary | Saved | Explain | Routed | Thank


@dataclass(frozen=True, slots=True)
class Step:
    session: Session
    effects: tuple[Effect, ...]


_SESSION = TypeAdapter(Session)
_ANSWER: TypeAdapter[Answer] = TypeAdapter(Answer)


def freeze(session: Session) -> str:
    """The session as JSON; `thaw` gives the same session back."""
    return _SESSION.dump_json(session).decode()


def thaw(text: str) -> Session:
    return _SESSION.validate_json(text)


def freeze_answer(answer: Answer) -> str:
    return _ANSWER.dump_json(answer).decode()


def thaw_answer(text: str) -> Answer:
    return _ANSWER.validate_json(text)
