"""From the first answer to the verdict: interviews, photos, audits and what the export reads of them."""

from __future__ import annotations

import asyncio
import hashlib
import json
import sqlite3
from dataclasses import replace

import pytest

from contest.answers import Chosen, Written
from contest.assignment import State
from contest.session import Session, freeze
from storage import assignments, audits, evidence, export, journal, sessions
from storage.audits import Approved, Audit
from storage.database import Database, Reading
from storage.evidence import Photo
from storage.export import AnswerRow, AssignmentRow, VerdictRow
from storage.sessions import Given, Stored
from tests.storage.desk import DAY, HOUR, NOON, Pen, cast, offer

FRESH = Session("telefon@3", kind="gmina", answers={}, evidence={})
DONE = replace(
    FRESH,
    answers={"odebrano": Chosen("yes"), "opis": Written("Uprzejmie, „od ręki”.")},
    evidence={"odebrano": ("k1",)},
    revision=4,
    started_at=NOON,
    submitted_at=NOON + HOUR,
)
ANSWERS = {
    "odebrano": json.dumps({"option": "yes", "kind": "chosen"}),
    "opis": json.dumps({"text": "Uprzejmie"}),
}
PHOTO = Photo("k1", "o1", "image/jpeg", 640, 480, b"\xff\xd8picture")


async def started(write: Pen, *, juror: str = "J-10", entrant: int = 1) -> tuple[int, int]:
    """(assignment, session) of an interview that goes on."""
    task = await offer(write, juror=juror, entrant=entrant)
    for frm, to in ((State.OFFERED, State.ACCEPTED), (State.ACCEPTED, State.RUNNING)):
        await write(assignments.change, task, frm=frm, to=to, reason="", by=juror, at=NOON)
    number = await write(sessions.begin, juror, purpose="assignment", assignment=task, session=FRESH, at=NOON)
    return task, number


async def submitted(write: Pen, task: int) -> int:
    return await write(
        audits.submit, task, DONE, ANSWERS, started_at=NOON, submitted_at=NOON + HOUR, by="J-10"
    )


async def test_an_interview_comes_back_as_it_was_left(write: Pen, look: Reading) -> None:
    await cast(write)
    task, number = await started(write)
    assert await sessions.find(look, number) == Stored(number, "J-10", task, "assignment", FRESH)
    await write(sessions.save, number, DONE, at=NOON + HOUR)

    kept = Stored(number, "J-10", task, "assignment", DONE)
    assert await sessions.find(look, number) == kept
    assert await sessions.for_assignment(look, task) == kept
    assert (await sessions.find(look, 99), await sessions.for_assignment(look, 99)) == (None, None)


async def test_an_assignment_has_one_interview_and_a_person_one_registration(
    write: Pen, look: Reading
) -> None:
    await cast(write)
    task, _ = await started(write)
    own = await write(sessions.begin, "J-10", purpose="registration", assignment=None, session=FRESH, at=NOON)

    with pytest.raises(sqlite3.IntegrityError):
        await write(sessions.begin, "J-10", purpose="assignment", assignment=task, session=FRESH, at=NOON)
    with pytest.raises(sqlite3.IntegrityError):
        await write(sessions.begin, "J-10", purpose="registration", assignment=None, session=FRESH, at=NOON)
    assert await sessions.own(look, "J-10", "registration") == Stored(
        own, "J-10", None, "registration", FRESH
    )
    assert await sessions.own(look, "J-11", "registration") is None


async def test_a_person_is_trained_once_and_counts_when_it_was_sent(write: Pen, look: Reading) -> None:
    await cast(write)
    started_: dict[str, int] = {}
    for code in ("J-11", "J-10"):
        started_[code] = await write(
            sessions.begin, code, purpose="training", assignment=None, session=FRESH, at=NOON
        )
    assert await sessions.finished(look, "training") == []

    await write(sessions.save, started_["J-10"], DONE, at=NOON + HOUR)
    with pytest.raises(sqlite3.IntegrityError):
        await write(sessions.begin, "J-10", purpose="training", assignment=None, session=FRESH, at=NOON)
    assert await sessions.finished(look, "training") == [
        Stored(started_["J-10"], "J-10", None, "training", DONE)
    ]
    assert await sessions.finished(look, "calibration") == []


async def test_open_interviews_are_those_still_in_the_jurors_hands(write: Pen, look: Reading) -> None:
    await cast(write)
    task, number = await started(write)
    other, theirs = await started(write, juror="J-11", entrant=2)
    own = await write(
        sessions.begin, "J-10", purpose="registration", assignment=None, session=FRESH, at=NOON - HOUR
    )
    assert [stored.id for stored in await sessions.open_of(look, "J-10")] == [number, own]
    assert {stored.id for stored in await sessions.everything_open(look)} == {number, own, theirs}

    await write(
        assignments.change, task, frm=State.RUNNING, to=State.HANDED_BACK, reason="time", by="J-10", at=NOON
    )
    await write(sessions.save, own, DONE, at=NOON)
    assert await sessions.open_of(look, "J-10") == []
    assert [stored.assignment for stored in await sessions.everything_open(look)] == [other]


async def test_one_interview_lies_on_a_persons_table(write: Pen, look: Reading) -> None:
    await cast(write)
    _, number = await started(write)
    assert await sessions.on_table(look, "J-10") is None
    await write(sessions.put_on_table, "J-10", number)
    assert await sessions.on_table(look, "J-10") == number
    await write(sessions.put_on_table, "J-10", None)
    assert await sessions.on_table(look, "J-10") is None


async def test_every_answer_is_kept_as_it_was_given(write: Pen, look: Reading) -> None:
    await cast(write)
    _, number = await started(write)
    for revision, value in ((1, '"no"'), (2, '"yes"'), (2, '"yes"')):
        await write(sessions.record_answer, number, "odebrano", value, revision=revision, at=NOON)

    assert await sessions.given(look, number) == [
        Given("odebrano", '"no"', 1, NOON),
        Given("odebrano", '"yes"', 2, NOON),
    ]


async def test_photos_come_back_byte_for_byte_and_can_be_taken_back(write: Pen, look: Reading) -> None:
    await cast(write)
    _, number = await started(write)
    assert await write(evidence.keep, number, "odebrano", PHOTO, NOON)
    assert not await write(evidence.keep, number, "odebrano", PHOTO, NOON)

    assert await evidence.load(look, number, "k1") == PHOTO
    assert await evidence.load(look, number, "k2") is None
    assert await evidence.of_session(look, number) == [
        evidence.Line("k1", "odebrano", "o1", "image/jpeg", 640, 480, 9, NOON)
    ]
    assert await write(evidence.drop, number, "odebrano", "k1")
    assert not await write(evidence.drop, number, "odebrano", "k1")


async def test_a_photo_that_another_assignment_has_is_found(write: Pen, look: Reading) -> None:
    await cast(write)
    numbers, tasks = [], []
    for contact in (1, 2, 3):
        task = await offer(write, number=contact)
        session = Session("telefon@3")
        number = await write(
            sessions.begin, "J-10", purpose="assignment", assignment=task, session=session, at=NOON
        )
        numbers.append(number)
        tasks.append(task)
    mine, theirs, third = numbers
    for number, photo in (
        (mine, PHOTO),
        (mine, replace(PHOTO, key="k2", original="o2")),
        (theirs, replace(PHOTO, key="other")),  # the same file
        (third, replace(PHOTO, key="k2", original="resaved")),  # the same picture
    ):
        await write(evidence.keep, number, "odebrano", photo, NOON)
    await write(evidence.keep, mine, "inne", PHOTO, NOON)  # twice at one assignment is no news

    found = await evidence.twins(look, tasks[:1])
    assert [(one.question, one.key, one.label) for one in found] == [
        ("inne", "k1", "2/Jodła"),
        ("odebrano", "k1", "2/Jodła"),
        ("odebrano", "k2", "3/Jodła"),
    ]


async def test_an_interview_withdrawn_before_its_end_leaves_nothing(write: Pen, look: Reading) -> None:
    await cast(write)
    _, number = await started(write)
    await write(sessions.put_on_table, "J-10", number)
    await write(sessions.record_answer, number, "odebrano", '"no"', revision=1, at=NOON)
    await write(evidence.keep, number, "odebrano", PHOTO, NOON)
    await write(sessions.discard, number)

    left = [
        await sessions.find(look, number),
        await sessions.on_table(look, "J-10"),
        await sessions.given(look, number),
        await evidence.of_session(look, number),
    ]
    assert left == [None, None, [], []]


async def test_a_submitted_interview_waits_for_one_verdict(write: Pen, look: Reading) -> None:
    await cast(write)
    task, _ = await started(write)
    number = await submitted(write, task)
    audit = Audit(
        id=number,
        assignment=task,
        round=1,
        checklist="telefon@3",
        session=DONE,
        answers=ANSWERS,
        started_at=NOON,
        submitted_at=NOON + HOUR,
        verdict=None,
        comment="",
    )
    assert (await audits.waiting(look), await audits.find(look, number)) == ([audit], audit)
    assert (await audits.count_waiting(look), await audits.find(look, 99)) == (1, None)

    decided = await asyncio.gather(
        write(audits.decide, number, "returned", "brak zdjęcia", by="O-10", at=NOON + DAY),
        write(audits.decide, number, "approved", "", by="O-10", at=NOON + DAY),
    )
    assert [*decided] == [True, False]
    assert (await audits.waiting(look), await audits.count_waiting(look)) == ([], 0)
    assert await audits.find(look, number) == replace(audit, verdict="returned", comment="brak zdjęcia")


async def test_a_correction_is_the_next_round(write: Pen, look: Reading) -> None:
    await cast(write)
    task, _ = await started(write)
    first = await submitted(write, task)
    assert await audits.newest_of(look, 99) is None
    second = await submitted(write, task)

    assert [(audit.id, audit.round) for audit in await audits.of_assignment(look, task)] == [
        (first, 1),
        (second, 2),
    ]
    newest = await audits.newest_of(look, task)
    assert newest is not None
    assert newest.id == second


async def test_what_counts_is_approved_on_both_sides(write: Pen, look: Reading) -> None:
    await cast(write)
    task, _ = await started(write)
    number = await submitted(write, task)
    await write(audits.decide, number, "approved", "", by="O-10", at=NOON + DAY)
    assert await audits.approved(look) == []
    for frm, to in ((State.RUNNING, State.SUBMITTED), (State.SUBMITTED, State.APPROVED)):
        await write(assignments.change, task, frm=frm, to=to, reason="", by="O-10", at=NOON + DAY)

    assert await audits.approved(look) == [
        Approved(
            audit=number,
            assignment=task,
            label=f"{task}/Jodła",
            entrant=1,
            channel="telefon",
            number=1,
            juror="J-10",
            scenario="dowod",
            checklist="telefon@3",
            state=freeze(DONE),
            started_at=NOON,
            submitted_at=NOON + HOUR,
        )
    ]


@pytest.mark.parametrize(
    "sql",
    [
        """UPDATE audit_answers SET value = '"no"' WHERE audit = 2 AND question = 'odebrano'""",
        "DELETE FROM audit_answers WHERE audit = 2",
        "UPDATE audits SET state = replace(state, 'yes', 'no') WHERE id = 2",
        "UPDATE verdicts SET verdict = 'excluded' WHERE audit = 2",
        "DELETE FROM verdicts WHERE audit = 2",
    ],
)
async def test_an_audit_changed_behind_the_programs_back_is_named(write: Pen, db: Database, sql: str) -> None:
    await cast(write)
    for entrant in (1, 2):
        task, _ = await started(write, entrant=entrant)
        number = await submitted(write, task)
        await write(audits.decide, number, "approved", "", by="O-10", at=NOON + DAY)
    assert await audits.altered(db.reading) == []

    await db.transact(lambda tx: tx.run(sql))
    assert await audits.altered(db.reading) == [2]
    assert await journal.verify(db.reading) is None


async def test_the_journal_pledges_the_answers_without_telling_them(write: Pen, look: Reading) -> None:
    await cast(write)
    task, _ = await started(write)
    await submitted(write, task)
    [entry] = await journal.entries(look, 1, "audit.submit")

    guess = hashlib.sha256(json.dumps(ANSWERS, sort_keys=True).encode()).hexdigest()
    assert set(entry.details) == {"assignment", "round", "answers"}
    assert entry.details["answers"] != guess
    assert len(await look.one(str, "SELECT salt FROM audits")) == 32


async def test_the_same_answers_are_pledged_differently_each_time(write: Pen, look: Reading) -> None:
    """Or whoever guesses the answers would find them in the journal."""
    await cast(write)
    for entrant in (1, 2):
        task, _ = await started(write, entrant=entrant)
        await submitted(write, task)
    states = await look.all(str, "SELECT state FROM audits")
    pledges = [entry.details["answers"] for entry in await journal.entries(look, 9, "audit.submit")]

    assert len(set(states)) == 1
    assert len(set(pledges)) == 2


async def test_the_export_reads_answers_assignments_and_verdicts(write: Pen, look: Reading) -> None:
    await cast(write)
    task, _ = await started(write)
    number = await submitted(write, task)
    await write(audits.decide, number, "approved", "dobrze", by="O-10", at=NOON + DAY)

    assert await export.answers(look) == [
        AnswerRow(number, task, 1, 1, "telefon", "telefon@3", question, ANSWERS[question])
        for question in ("odebrano", "opis")
    ]
    assert await export.assignments(look) == [
        AssignmentRow(
            assignment=task,
            entrant=1,
            channel="telefon",
            number=1,
            aim="planned",
            juror="J-10",
            scenario="dowod",
            checklist="telefon@3",
            state="running",
            reason="",
            offered_at=NOON,
            due_at=NOON + 10 * DAY,
            changed_at=NOON,
        )
    ]
    assert await export.verdicts(look) == [VerdictRow(number, task, "approved", "dobrze", "O-10", NOON + DAY)]


async def test_milestones_are_of_contacts_that_still_count(write: Pen, look: Reading) -> None:
    await cast(write)
    first, _ = await started(write)
    audit = await submitted(write, first)
    await write(
        assignments.change, first, frm=State.RUNNING, to=State.SUBMITTED, reason="", by="J-10", at=NOON
    )
    await started(write, juror="J-11", entrant=2)

    assert await audits.milestones(look) == [audits.Milestones(1, NOON + HOUR, None)]
    await write(audits.decide, audit, "approved", "", by="O-10", at=NOON + DAY)
    assert await audits.milestones(look) == [audits.Milestones(1, NOON + HOUR, NOON + DAY)]

    await write(
        assignments.change, first, frm=State.SUBMITTED, to=State.EXCLUDED, reason="", by="O-10", at=NOON
    )
    assert await audits.milestones(look) == []
