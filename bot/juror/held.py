"""Everything that is held about one person, gathered from every noun of the storage; nobody else's data.

Checkers do not appear in it, and what an answer earned is not the person's data but the ranking's.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from pydantic import TypeAdapter

from bot.house import Turn
from storage import (
    assignments,
    audits,
    entrants,
    evidence,
    invitations,
    journal,
    jurors,
    outbox,
    people,
    questions,
    recusals,
    sessions,
)
from storage.assignments import Assignment
from storage.jurors import Conflict
from storage.sessions import Stored

Value = str | int | bool | None | list["Value"] | dict[str, "Value"]


@dataclass(frozen=True, slots=True)
class AnswerGiven:
    """One answer as it was given, also one that was corrected later."""

    question: str
    value: object
    at: datetime


@dataclass(frozen=True, slots=True)
class PhotoKept:
    """A photo, by what is known of it."""

    question: str
    sha256: str
    width: int
    height: int
    bytes: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Interview:
    """What was answered for an assignment, at registration, in the training or the calibration."""

    answers: tuple[AnswerGiven, ...]
    photos: tuple[PhotoKept, ...]


@dataclass(frozen=True, slots=True)
class Sent:
    """An interview as it was sent in, and what came back."""

    round: int
    started_at: datetime
    submitted_at: datetime
    answers: Mapping[str, object]
    verdict: str | None
    comment: str


@dataclass(frozen=True, slots=True)
class Task:
    """An assignment that was ever offered to the person."""

    label: str
    channel: str
    entrant: str
    state: str
    reason: str
    offered_at: datetime
    due_at: datetime
    changed_at: datetime
    interview: Interview | None
    sent: tuple[Sent, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """A juror's own settings."""

    state: str
    regions: tuple[str, ...]
    channels: tuple[str, ...]
    capacity: int
    home: str
    conflicts: tuple[Conflict, ...]
    conflicts_note: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An invitation that the person used, with the organiser's note on it."""

    role: str
    note: str
    issued_at: datetime
    used_at: datetime | None


@dataclass(frozen=True, slots=True)
class Interest:
    """An entrant of which an organiser or an expert sees nothing, and why."""

    entrant: str
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Question:
    """What the person asked the organisers."""

    about: str
    text: str
    asked_at: datetime
    answer: str | None
    answered_at: datetime | None


@dataclass(frozen=True, slots=True)
class OwnData:
    """Everything. The names of these fields are the names in the JSON file."""

    code: str
    telegram_id: int | None
    name: str
    language: str
    zone: str | None
    roles: tuple[str, ...]
    known_since: datetime
    consent: str | None
    consented_at: datetime | None
    invitations: tuple[Entry, ...]
    interests: tuple[Interest, ...]
    juror: Profile | None
    registration: Interview | None
    training: Interview | None
    calibration: Interview | None
    assignments: tuple[Task, ...]
    questions: tuple[Question, ...]
    messages_kept: int
    journal_entries: int
    made_at: datetime


_JSON: TypeAdapter[OwnData] = TypeAdapter(OwnData)


def as_json(found: OwnData) -> str:
    """For the file: indented, in its own letters."""
    return json.dumps(_JSON.dump_python(found, mode="json"), ensure_ascii=False, indent=2)


async def gather(turn: Turn) -> OwnData:
    """All of it, as of now."""
    code = turn.person.code
    identity = await people.who_is(turn.tx, code)
    assert identity is not None, "who asks is known"
    consent = await people.consent_of(turn.tx, code)
    interviews = await sessions.of_person(turn.tx, code)
    own = {stored.assignment or stored.purpose: stored for stored in interviews}
    return OwnData(
        code=code,
        telegram_id=identity.telegram_id,
        name=identity.name,
        language=turn.person.language,
        zone=turn.person.zone,
        roles=tuple(sorted(turn.person.roles)),
        known_since=consent.created_at,
        consent=consent.consent,
        consented_at=consent.consented_at,
        invitations=tuple(
            Entry(one.role, one.label, one.issued_at, one.used_at)
            for one in await invitations.used_by(turn.tx, code)
        ),
        interests=await _interests(turn),
        juror=await _profile(turn),
        registration=await _interview(turn, own.get("registration")),
        training=await _interview(turn, own.get("training")),
        calibration=await _interview(turn, own.get("calibration")),
        assignments=tuple(
            [await _task(turn, task, own.get(task.id)) for task in await assignments.of_juror(turn.tx, code)]
        ),
        questions=await _questions(turn),
        messages_kept=await outbox.count_of(turn.tx, code),
        journal_entries=await journal.count_by(turn.tx, code),
        made_at=turn.at,
    )


async def _interests(turn: Turn) -> tuple[Interest, ...]:
    found = []
    for one in await recusals.everything(turn.tx):
        entrant = await entrants.find(turn.tx, one.entrant) if one.person == turn.person.code else None
        if entrant is not None:
            found.append(Interest(entrant.name, one.reason, one.at))
    return tuple(found)


async def _profile(turn: Turn) -> Profile | None:
    juror = await jurors.find(turn.tx, turn.person.code)
    if juror is None:
        return None
    conflicts = tuple(await jurors.conflicts_of(turn.tx, juror.code))
    return Profile(
        juror.state, juror.regions, juror.channels, juror.capacity, juror.home, conflicts, juror.note
    )


async def _task(turn: Turn, task: Assignment, stored: Stored | None) -> Task:
    entrant = await entrants.find(turn.tx, task.entrant)
    assert entrant is not None
    rounds = await audits.of_assignment(turn.tx, task.id)
    return Task(
        label=task.label,
        channel=task.channel,
        entrant=entrant.name,
        state=task.state.value,
        reason=task.reason,
        offered_at=task.offered_at,
        due_at=task.due_at,
        changed_at=task.changed_at,
        interview=await _interview(turn, stored),
        sent=tuple(
            Sent(
                audit.round,
                audit.started_at,
                audit.submitted_at,
                {question: _value(text) for question, text in audit.answers.items()},
                audit.verdict,
                audit.comment,
            )
            for audit in rounds
        ),
    )


async def _interview(turn: Turn, stored: Stored | None) -> Interview | None:
    if stored is None:
        return None
    return Interview(
        answers=tuple(
            AnswerGiven(given.question, _value(given.value), given.at)
            for given in await sessions.given(turn.tx, stored.id)
        ),
        photos=tuple(
            PhotoKept(photo.question, photo.key, photo.width, photo.height, photo.size, photo.at)
            for photo in await evidence.of_session(turn.tx, stored.id)
        ),
    )


async def _questions(turn: Turn) -> tuple[Question, ...]:
    labels = {task.id: task.label for task in await assignments.of_juror(turn.tx, turn.person.code)}
    return tuple(
        Question(
            labels.get(asked.assignment, "") if asked.assignment else "",
            asked.text,
            asked.asked_at,
            asked.answer,
            asked.answered_at,
        )
        for asked in await questions.of_juror(turn.tx, turn.person.code)
    )


def _value(text: str) -> Value:
    return cast("Value", json.loads(text))
