"""The two vocabularies of an interview: events say what reached us, effects what is to be shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from contest.answers import Answer, Timed
from contest.checklist import Section
from contest.mistakes import Mistake
from contest.questions import Duration, Evidence, Question
from contest.session import Session

# Events: what reached us. Times are UTC.


@dataclass(frozen=True, slots=True)
class Opened:
    """Somebody wants to see where they are."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Tapped:
    """A button: an option, `na`, a step, a mark, an act of a `reply`, a day, `now`, a reason, or DONE: closes toggles and photos,
    keeps an answer that is revisited."""

    at: datetime
    question: str
    choice: str
    revision: int


@dataclass(frozen=True, slots=True)
class Wrote:
    """A typed answer, bound to the question that it replies to."""

    at: datetime
    question: str
    text: str


@dataclass(frozen=True, slots=True)
class Attached:
    at: datetime
    question: str
    key: str


@dataclass(frozen=True, slots=True)
class Detached:
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
    """A jump to an answer from the summary; to no question: back to where one was."""

    at: datetime
    question: str


@dataclass(frozen=True, slots=True)
class Submitted:
    at: datetime
    revision: int


@dataclass(frozen=True, slots=True)
class Expired:
    """The schedule: the time for a reply has run out."""

    at: datetime
    question: str


Event = Opened | Tapped | Wrote | Attached | Detached | Skipped | WentBack | Turned | Submitted | Expired


# Effects: what is to be shown. Nothing else may be.


@dataclass(frozen=True, slots=True)
class Ask:
    """The question on the table. `sections` counts those of this kind of entrant, so it does not move on the way."""

    question: Question
    section: Section
    section_number: int
    sections: int
    number_in_section: int
    answer: Answer | None
    """What was answered before, when it is asked again."""
    pending: tuple[str, ...]
    """Of `choices`: the options chosen so far, in order of the checklist; of `photo`: the keys so far."""
    marks: tuple[tuple[str, datetime], ...]
    revision: int
    may_skip: bool
    may_go_back: bool
    may_keep: bool
    """The answer stands: DONE leaves it as it is."""
    first: bool
    left: int = 0
    """Of a returned interview: how many of its questions are still to be looked at, this one included."""


@dataclass(frozen=True, slots=True)
class AskEvidence:
    question: Question
    answer: Answer
    """What owes it."""
    evidence: Evidence
    given: int
    revision: int


@dataclass(frozen=True, slots=True)
class AskReason:
    """Why a duration was typed or changed: a tap on one of `contest.stopwatch.REASONS`, or words."""

    question: Duration
    answer: Timed
    revision: int


@dataclass(frozen=True, slots=True)
class SummaryLine:
    question: Question
    answer: Answer | None
    """None: skipped."""
    locked: bool = False
    """A return has left this answer alone: it cannot be changed."""


@dataclass(frozen=True, slots=True)
class ShowSummary:
    lines: tuple[SummaryLine, ...]
    revision: int


@dataclass(frozen=True, slots=True)
class Saved:
    question: Question
    answer: Answer | None
    """None: skipped."""
    changed: bool
    """It replaces another answer."""


@dataclass(frozen=True, slots=True)
class Proven:
    """An answer has the photos that it owed, or none where they may be left out."""

    question: Question
    answer: Answer
    photos: int


@dataclass(frozen=True, slots=True)
class Explain:
    mistake: Mistake


@dataclass(frozen=True, slots=True)
class Routed:
    """Texts of questions: answered ones that a correction hid, and ones that it put before where the juror was."""

    hidden: tuple[str, ...]
    shown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Thank:
    pass


Prompt = Ask | AskEvidence | AskReason
"""What puts a question on the table, or a part of one."""

Effect = Prompt | ShowSummary | Saved | Proven | Explain | Routed | Thank


@dataclass(frozen=True, slots=True)
class Step:
    session: Session
    effects: tuple[Effect, ...]
