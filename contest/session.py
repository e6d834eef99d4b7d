"""A session: all there is to know of one interview, as a value that is kept as JSON between any two events."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Annotated

from pydantic import PlainSerializer, TypeAdapter

from contest.answers import Answer, Photos

_Ids = Annotated[frozenset[str], PlainSerializer(sorted)]


@dataclass(frozen=True, slots=True)
class Session:
    """All there is to know of an interview. Where we are follows from the answers, save for `revisiting`."""

    checklist: str  # telefon@3
    kind: str = ""
    """Kind of the entrant, for `applies_to`."""
    answers: Mapping[str, Answer] = field(default_factory=dict)
    """Also those to questions that are hidden now: going back is not punished. Photos stand here as they come."""
    evidence: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Keys of the photos that answers owed, by question."""
    skipped: _Ids = frozenset()
    closed: _Ids = frozenset()
    """Questions whose photos, owed or asked for, are complete."""
    draft: str | None = None
    """The question that `pending` and `marks` belong to; it may be left and returned to."""
    pending: tuple[tuple[str, int], ...] = ()
    """Toggles of a `choices` not yet closed by „Gotowe”, each with the revision that it made: `contest.toggles`."""
    marks: tuple[tuple[str, datetime], ...] = ()
    """Marks of a running stopwatch, in order (UTC)."""
    revisiting: str | None = None
    open: tuple[str, ...] | None = None
    """Of a returned interview: the questions that may be answered, those that were not on the way before included.

    None: all. Any other question is locked.
    """
    again: tuple[str, ...] = ()
    """Of a returned interview: the questions still to be looked at, in order of the checklist."""
    revision: int = 0
    """Rises by 1 with every change; every button carries it."""
    started_at: datetime | None = None
    submitted_at: datetime | None = None


def photos_of(session: Session, question: str) -> tuple[str, ...]:
    """Keys of the photos given for a question, as its answer or as evidence, in the order of arrival."""
    match session.answers.get(question):
        case Photos(keys=keys):
            return keys
    return session.evidence.get(question, ())


_SESSION = TypeAdapter(Session)
_ANSWER: TypeAdapter[Answer] = TypeAdapter(Answer)


def freeze(session: Session) -> str:
    """As JSON; `thaw` gives back an equal value."""
    return _SESSION.dump_json(session).decode()


def thaw(text: str) -> Session:
    return _SESSION.validate_json(text)


def freeze_answer(answer: Answer) -> str:
    """One answer as JSON; `thaw_answer` gives back an equal value."""
    return _ANSWER.dump_json(answer).decode()


def thaw_answer(text: str) -> Answer:
    return _ANSWER.validate_json(text)
