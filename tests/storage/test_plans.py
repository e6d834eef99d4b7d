"""Approved plans: what waits for its wave, what was decided by hand, who is left out; and where a juror sets out from."""

from __future__ import annotations

from datetime import date

from contest.assignment import State
from storage import assignments, jurors, plans
from storage.database import Reading
from storage.plans import Plan, Planned, Wish
from tests.storage.desk import DAY, HOUR, NOON, Pen, cast, offer

CALL = (1, "telefon", 1)


def _contact(plan: int, *, entrant: int = 1, wave: int = 2, juror: str = "J-10") -> Planned:
    return Planned(
        entrant, "telefon", 1, plan, wave, juror, "dowod", "planned", date(2026, 5, 6), date(2026, 5, 9)
    )


async def test_a_contact_waits_for_its_wave_once(write: Pen, look: Reading) -> None:
    await cast(write)
    plan = await write(plans.approve, seed=7, scenarios="lider-zaufania@1", by="O-10", at=NOON)
    await write(plans.wait, _contact(plan))
    await write(plans.wait, _contact(plan, entrant=2, wave=3, juror="J-11"))
    await write(plans.wait, _contact(plan, juror="J-11"))

    assert await plans.find(look, plan) == Plan(plan, 7, "lider-zaufania@1", "O-10", NOON, None)
    assert await plans.wave(look, plan, 2) == [_contact(plan, juror="J-11")]
    await write(plans.settle, CALL)
    assert [one.key for one in await plans.waiting(look)] == [(2, "telefon", 1)]


async def test_a_stopped_plan_gives_back_what_waits(write: Pen, look: Reading) -> None:
    await cast(write)
    plan = await write(plans.approve, seed=7, scenarios="lider-zaufania@1", by="O-10", at=NOON)
    await write(plans.wait, _contact(plan))

    assert await write(plans.stop, plan, by="O-10", at=NOON + HOUR) == 1
    assert await plans.waiting(look) == []
    assert (await plans.find(look, plan)) == Plan(plan, 7, "lider-zaufania@1", "O-10", NOON, NOON + HOUR)


async def test_what_was_decided_by_hand_holds_until_it_is_lifted_or_obeyed(write: Pen, look: Reading) -> None:
    await cast(write)
    await write(plans.wish, CALL, None, by="O-10", at=NOON)
    await write(plans.wish, (2, "telefon", 1), "J-11", by="O-10", at=NOON)
    assert await plans.wishes(look) == [Wish(*CALL, None), Wish(2, "telefon", 1, "J-11")]

    assert await write(plans.unwish, CALL, by="O-10", at=NOON) is True
    assert await write(plans.unwish, CALL, by="O-10", at=NOON) is False
    await write(plans.obeyed, (2, "telefon", 1))
    assert await plans.wishes(look) == []


async def test_a_juror_is_left_out_and_counted_on_again(write: Pen, look: Reading) -> None:
    await cast(write)
    assert await write(plans.bench, "J-10", by="O-10", at=NOON) is True
    assert await write(plans.bench, "J-10", by="O-10", at=NOON) is False
    assert await plans.benched(look) == frozenset({"J-10"})
    assert await write(plans.unbench, "J-10", by="O-10", at=NOON) is True
    assert await write(plans.unbench, "J-10", by="O-10", at=NOON) is False
    assert await plans.benched(look) == frozenset()


async def test_nothing_is_planned_for_somebody_who_left(write: Pen, look: Reading) -> None:
    await cast(write)
    plan = await write(plans.approve, seed=7, scenarios="lider-zaufania@1", by="O-10", at=NOON)
    await write(plans.wait, _contact(plan))
    await write(plans.wish, (2, "telefon", 1), "J-10", by="O-10", at=NOON)
    await write(plans.bench, "J-10", by="O-10", at=NOON)

    assert await write(plans.forget, "J-10") == 1
    assert (await plans.waiting(look), await plans.wishes(look), await plans.benched(look)) == (
        [],
        [],
        frozenset(),
    )


def test_the_highest_number_of_a_channel_is_found() -> None:
    found = plans.numbers([CALL, (1, "telefon", 4), (1, "www", 1), (2, "telefon", 2)])

    assert found == {(1, "telefon"): 4, (1, "www"): 1, (2, "telefon"): 2}


async def test_an_assignment_gets_other_dates_while_it_lives(write: Pen, look: Reading) -> None:
    await cast(write)
    number = await offer(write)
    later = NOON + 20 * DAY
    await write(
        assignments.reschedule,
        number,
        answer_by=later,
        opens_at=NOON,
        due_at=later,
        by="O-10",
        at=NOON + HOUR,
    )
    moved = await assignments.find(look, number)
    assert moved is not None
    assert (moved.answer_by, moved.due_at, moved.state) == (later, later, State.OFFERED)


async def test_a_juror_sets_out_from_another_place(write: Pen, look: Reading) -> None:
    await cast(write)
    assert await write(jurors.live_at, "J-10", "Legionowo") is True
    assert await write(jurors.live_at, "J-99", "Legionowo") is False
    assert [one.home for one in await jurors.everybody(look)] == ["Legionowo", ""]
    await write(jurors.forget, "J-10")
    assert [one.home for one in await jurors.everybody(look)] == ["", ""]
