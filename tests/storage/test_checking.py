"""What stands beside an audit: traces, looks, other opinions, released words; and what a person must not see is not counted."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from contest.assignment import State
from contest.mistakes import Mistakes
from storage import assignments, audits, evidence, export, journal, opinions, quotes, sessions, traces
from storage.audits import Stated
from storage.database import Reading
from storage.quotes import Quote, Released
from storage.traces import Twin
from tests.storage.desk import HOUR, NOON, Pen, cast, offer
from tests.storage.test_audits import DONE, PHOTO, started, submitted

ACTS = (
    (State.OFFERED, State.ACCEPTED),
    (State.ACCEPTED, State.RUNNING),
    (State.RUNNING, State.SUBMITTED),
)


async def sent(write: Pen, *, number: int = 1, entrant: int = 1, juror: str = "J-10") -> tuple[int, int]:
    """(assignment, audit) of a submission."""
    task = await offer(write, number=number, entrant=entrant, juror=juror)
    for frm, to in ACTS:
        await write(assignments.change, task, frm=frm, to=to, reason="", by=juror, at=NOON)
    return task, await submitted(write, task)


async def test_the_queue_and_its_length_leave_out_what_is_hidden(write: Pen, look: Reading) -> None:
    await cast(write)
    task, mine = await sent(write)
    await sent(write, entrant=2)
    assert await audits.numbers_waiting(look, hidden={2}) == [(mine, task)]
    assert [audit.id for audit in await audits.waiting(look, hidden={2})] == [mine]
    assert await audits.count_waiting(look, hidden={2}) == 1
    assert await audits.count_waiting(look) == 2


async def test_what_was_stated_at_an_entrant_is_that_of_the_newest_round(write: Pen, look: Reading) -> None:
    await cast(write)
    task, first = await sent(write)
    await sent(write, entrant=2)
    await write(audits.decide, first, "returned", "Popraw.", by="O-10", at=NOON)
    newer = {"odebrano": json.dumps({"option": "no", "kind": "chosen"})}
    await write(audits.submit, task, DONE, newer, started_at=NOON, submitted_at=NOON + HOUR, by="J-10")
    asked = {"telefon@3": {"odebrano"}, "www@1": {"odebrano"}}
    assert await audits.stated(look, {1}, asked) == [
        Stated(1, task, "1/Jodła", "telefon@3", "odebrano", newer["odebrano"])
    ]
    assert await audits.stated(look, {1}, {"www@1": {"odebrano"}}) == []


async def test_a_trace_is_found_again_in_another_assignment_and_own_ones_come_first(
    write: Pen, look: Reading
) -> None:
    await cast(write)
    _, mine = await sent(write)
    _, foreign = await sent(write, number=2, juror="J-11")
    _, own = await sent(write, number=3)
    _, plain = await sent(write, number=4)
    assert [one.audit for one in await traces.missing(look, 9)] == [mine, foreign, own, plain]
    assert (await traces.missing(look, 9))[0].session == DONE
    for audit in (mine, foreign, own):
        await write(traces.keep, audit, {"opis": "d" * 64})
    await write(traces.keep, plain, {})
    assert await traces.missing(look, 9) == []
    assert await traces.twins(look, [mine, plain]) == [
        Twin(mine, "opis", "3/Jodła", own=True),
        Twin(mine, "opis", "2/Jodła", own=False),
    ]
    assert await traces.twins(look, [mine], hidden={1}) == []


async def test_looks_of_photos_and_the_pace_of_answers_are_read_in_one_go(write: Pen, look: Reading) -> None:
    await cast(write)
    task, session = await started(write)
    photo = replace(PHOTO, look="00ff00ff00ff00ff")
    await write(evidence.keep, session, "odebrano", photo, NOON)
    await write(
        evidence.keep, session, "odebrano", replace(PHOTO, key="k2"), NOON
    )  # taken before looks were kept
    assert await evidence.load(look, session, "k1") == photo
    await write(sessions.record_answer, session, "odebrano", '"yes"', revision=1, at=NOON)
    assert await sessions.paces(look, [task]) == [(task, "odebrano", NOON)]
    assert await sessions.paces(look, [task + 1]) == []


async def test_the_tempo_of_a_contact_is_the_median_of_what_takes_no_time_by_nature(
    write: Pen, look: Reading
) -> None:
    await cast(write)
    task, session = await started(write)
    for frm, to in ACTS:
        await write(assignments.change, task, frm=frm, to=to, reason="", by="J-10", at=NOON)
    for revision, (question, second) in enumerate(
        [("odebrano", 0), ("opis", 2), ("czekanie", 300), ("ocena", 306), ("uwagi", 314)], start=1
    ):
        at = NOON + timedelta(seconds=second)
        await write(sessions.record_answer, session, question, '"x"', revision=revision, at=at)
    audit = await submitted(write, task)
    assert await sessions.tempos(look, {}, least=1) == []

    await write(audits.decide, audit, "approved", "", by="O-10", at=NOON)
    await write(
        assignments.change, task, frm=State.SUBMITTED, to=State.APPROVED, reason="", by="O-10", at=NOON
    )
    slow = {"telefon@3": {"czekanie"}, "www@1": {"ocena"}}
    ((found, begun, seconds),) = await sessions.tempos(look, slow, least=3)
    assert (found, begun) == (task, (await audits.of_assignment(look, task))[0].started_at)
    assert seconds == pytest.approx(6, abs=0.001)
    assert await sessions.tempos(look, slow, least=4) == [(task, begun, None)]


async def test_photos_that_are_nearly_the_same_are_found_from_both_sides_until_one_is_dropped(
    write: Pen, look: Reading
) -> None:
    await cast(write)
    task, session = await started(write)
    photo = replace(PHOTO, look="00ff00ff00ff00ff")
    await write(evidence.keep, session, "odebrano", photo, NOON)
    other = await offer(write, number=2, entrant=2, juror="J-11")
    theirs = await write(
        sessions.begin, "J-11", purpose="assignment", assignment=other, session=DONE, at=NOON
    )
    for key, seen in (("k2", "00ff00ff00ff00fc"), ("k3", "00ff00ff0000ff00"), ("k1", photo.look)):
        await write(evidence.keep, theirs, "odebrano", replace(PHOTO, key=key, look=seen), NOON)

    await write(evidence.compare, theirs)
    found = [
        evidence.Twin(task, "k1", "odebrano", "2/Jodła"),
        evidence.Twin(other, "k2", "odebrano", "1/Jodła"),
    ]
    assert await evidence.likenesses(look, [task, other]) == found
    assert await evidence.likenesses(look, [task, other], hidden={2}) == found[1:]
    await write(evidence.drop, session, "odebrano", "k1")
    assert await evidence.likenesses(look, [task, other]) == []


async def test_a_matter_is_found_from_each_of_its_assignments_until_it_is_settled(
    write: Pen, look: Reading
) -> None:
    await cast(write)
    task, audit = await sent(write)
    second = await offer(write, number=2, juror="J-11")
    third = await offer(write, number=3, juror="J-11")
    other = await offer(write, number=4, juror="J-11")
    for extra in (second, third):
        await write(opinions.ask, extra, task, audit, by="O-10", at=NOON)
    for member in (task, second, third):
        assert [one.assignment for one in await opinions.about(look, member)] == [second, third]
    assert await opinions.about(look, other) == []
    assert [one.doubted for one in await opinions.everything_open(look)] == [task, task]

    assert await write(opinions.settle, task, by="O-10", at=NOON)
    assert not await write(opinions.settle, task, by="O-10", at=NOON)
    assert await opinions.about(look, second) == []
    assert await opinions.everything_open(look) == []
    assert [(one.assignment, one.doubted, one.settled_at) for one in await export.opinions(look)] == [
        (second, task, NOON),
        (third, task, NOON),
    ]
    actions = [entry.action for entry in await journal.entries(look, limit=50)]
    assert actions.count("opinion.ask") == 2
    assert actions.count("opinion.settle") == 1


async def test_a_further_contact_takes_a_place_only_when_it_is_free(write: Pen, look: Reading) -> None:
    await cast(write)
    task, _ = await sent(write)
    extra, _ = await sent(write, number=2, juror="J-11")
    assert await assignments.highest(look, 1, "telefon") == 2
    assert await assignments.highest(look, 2, "telefon") == 0
    with pytest.raises(Mistakes) as refused:
        await write(assignments.stand_in, extra, task, by="O-10", at=NOON)
    assert [one.code for one in refused.value.found] == ["slot-taken"]

    out = State.EXCLUDED
    await write(assignments.change, task, frm=State.SUBMITTED, to=out, reason="", by="O-10", at=NOON)
    await write(assignments.stand_in, extra, task, by="O-10", at=NOON)
    assert await assignments.live_slots(look) == {(1, "telefon", 1)}


async def test_words_are_released_with_what_is_hidden_and_only_of_what_counts(
    write: Pen, look: Reading
) -> None:
    await cast(write)
    task, audit = await sent(write)
    await write(quotes.put, audit, "opis", [(0, 4)], released=False, by="O-10", at=NOON)
    await write(quotes.put, audit, "opis", [(0, 4), (6, 9)], released=True, by="O-10", at=NOON)
    assert await quotes.of_audit(look, audit) == [Quote("opis", ((0, 4), (6, 9)), released=True)]
    assert await quotes.released(look) == []

    await write(audits.decide, audit, "approved", "", by="O-10", at=NOON)
    done = State.APPROVED
    await write(assignments.change, task, frm=State.SUBMITTED, to=done, reason="", by="O-10", at=NOON)
    text = json.dumps({"text": "Uprzejmie"})
    assert await quotes.released(look) == [
        Released(task, 1, "telefon", "telefon@3", "opis", text, ((0, 4), (6, 9)))
    ]
    assert await audits.altered(look) == []
