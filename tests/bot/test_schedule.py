"""The schedule: what is due happens once, in one transaction, right after any outage, and nobody is hurried at night."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.schedule import Schedule
from contest.assignment import State
from contest.entrants import Entrant
from storage import due, edition, people
from storage.assignments import Assignment
from storage.assignments import find as find_task
from tests.bot.office import OWNER, Heard, Office, to

JUROR = "J-40"
WARSAW = ZoneInfo("Europe/Warsaw")
GMINA = Entrant(
    0, "Gmina Jasna", "gmina_wiejska", voivodeship="mazowieckie", phone="22 1", email="a@b.pl", www="b.pl"
)
DUE = "23.10 11:00"


def at(text: str) -> datetime:
    """A local time of October or November 2026, as UTC: `12.10 9:05`."""
    return datetime.strptime(f"2026 {text}", "%Y %d.%m %H:%M").replace(tzinfo=WARSAW).astimezone(UTC)


async def _tick(office: Office) -> list[Heard]:
    """One tick of the schedule, and what people get of it."""
    await Schedule(office.house).tick()
    return await office._new()


@pytest.fixture
async def task(office: Office) -> Assignment:
    """One accepted assignment, due on 23 October at eleven."""
    await office.joins(JUROR)
    await office.has(GMINA)
    found = next(one for one in await office.plans() if one.channel == "telefon")
    shown = await office.taps_data(JUROR, f"a:{found.id}")
    await office.taps(JUROR, shown[-1], "Przyjmuję")
    assert found.due_at == at(DUE)
    return found


async def _state(office: Office, task: Assignment) -> tuple[State, str]:
    found = await find_task(office.house.db.reading, task.id)
    assert found is not None
    return found.state, found.reason


async def _rows(office: Office, task: Assignment) -> dict[str, str]:
    rows = await office.house.db.reading.all(
        tuple[str, str],
        "SELECT key, state FROM due WHERE subject = :task AND kind IN ('nudge', 'overdue')",
        task=str(task.id),
    )
    return dict(rows)


def _nudges(heard: list[Heard]) -> int:
    return sum(" czeka. Termin:" in text for text in to(heard, JUROR))


async def test_each_reminder_comes_at_its_hour_and_once(office: Office, task: Assignment) -> None:
    heard = []
    for moment in ("20.10 10:59", "20.10 11:00", "20.10 11:00", "22.10 11:00", "23.10 8:00", "23.10 9:00"):
        office.clock.at = at(moment)
        heard.append(_nudges(await _tick(office)))
    assert heard == [0, 1, 0, 1, 1, 0]


async def test_after_an_outage_only_the_newest_reminder_of_a_juror_comes(
    office: Office, task: Assignment
) -> None:
    office.clock.at = at("23.10 9:30")
    assert _nudges(await _tick(office)) == 1
    assert await _rows(office, task) == {
        f"nudge:{task.id}:3d": "superseded",
        f"nudge:{task.id}:1d": "superseded",
        f"nudge:{task.id}:3h": "done",
        f"overdue:{task.id}": "new",
    }


async def test_a_reminder_found_at_night_waits_for_the_morning(office: Office, task: Assignment) -> None:
    heard = []
    for moment in ("21.10 21:00", "22.10 7:59", "22.10 8:00"):
        office.clock.at = at(moment)
        heard.append(_nudges(await _tick(office)))
    assert heard == [0, 0, 1]


async def test_whoever_cannot_be_reached_is_not_reminded(office: Office, task: Assignment) -> None:
    office.clock.at = at("20.10 11:00")
    await office.house.db.transact(
        lambda tx: people.set_reachable(tx, JUROR, reachable=False, at=office.clock.at)
    )
    assert _nudges(await _tick(office)) == 0
    assert (await _rows(office, task))[f"nudge:{task.id}:3d"] == "done"


async def test_an_assignment_that_is_late_goes_back_to_the_pool_without_further_reminders(
    office: Office, task: Assignment
) -> None:
    office.clock.at = at("23.10 11:00")
    heard = await _tick(office)
    assert await _state(office, task) == (State.OVERDUE, "overdue")
    assert "Minął termin" in to(heard, JUROR)[-1]
    office.clock.at = at("23.10 11:05")
    [digest] = to(await _tick(office), OWNER)
    assert task.label in digest
    assert set((await _rows(office, task)).values()) <= {"done", "superseded", "cancelled"}


async def test_an_offer_that_nobody_answers_lapses_at_its_hour(office: Office) -> None:
    await office.joins(JUROR)
    await office.has(GMINA)
    offers = await office.plans()
    office.clock.at = offers[0].answer_by - timedelta(seconds=1)
    assert await _tick(office) == []
    office.clock.at = offers[0].answer_by
    heard = await _tick(office)
    assert [await _state(office, one) for one in offers] == [(State.OVERDUE, "lapsed")] * len(offers)
    told = to(heard, JUROR)
    assert len([text for text in told if text.startswith("Propozycja")]) == len(offers)
    assert len([text for text in told if text.endswith("wygasło bez odpowiedzi")]) == len(offers)
    assert await _tick(office) == []


async def test_collecting_closes_at_its_date_also_when_the_bot_was_away(
    office: Office, task: Assignment
) -> None:
    office.clock.at = at("22.11 3:00")
    await office.house.db.transact(
        lambda tx: tx.run("UPDATE due SET at = :late WHERE key LIKE 'overdue:%'", late=at("25.11 12:00"))
    )
    heard = await _tick(office)
    assert await edition.phase(office.house.db.reading) == "checking"
    assert await _state(office, task) == (State.OVERDUE, "closed")
    assert [text for text in to(heard, OWNER) if text.startswith("Zbieranie ocen zakończone.")] != []
    assert await _tick(office) == []


async def test_what_fell_due_in_an_outage_happens_in_the_order_of_its_dates(
    office: Office, task: Assignment
) -> None:
    """Late on 23 October comes before closed on 20 November, however late the bot is back."""
    office.clock.at = at("22.11 3:00")
    await _tick(office)
    assert await _state(office, task) == (State.OVERDUE, "overdue")


async def test_an_effect_that_fails_leaves_its_row_to_be_done_later(office: Office, task: Assignment) -> None:
    db = office.house.db
    office.clock.at = at(DUE)
    await db.transact(
        lambda tx: tx.run(
            "CREATE TRIGGER broken BEFORE INSERT ON outbox BEGIN SELECT RAISE(ABORT, 'broken'); END"
        )
    )
    await Schedule(office.house).tick()
    assert await _state(office, task) == (State.ACCEPTED, "")
    assert (await _rows(office, task))[f"overdue:{task.id}"] == "new"

    await db.transact(lambda tx: tx.run("DROP TRIGGER broken"))
    await _tick(office)
    assert await _state(office, task) == (State.OVERDUE, "overdue")


@pytest.mark.parametrize(
    ("kind", "subject"), [("overdue", "no number"), ("of no kind", ""), ("documents", "9")]
)
async def test_a_row_that_fails_stops_no_other(
    office: Office, task: Assignment, kind: str, subject: str
) -> None:
    await office.house.db.transact(lambda tx: due.plan(tx, "bad", kind, subject, at("6.10 9:00")))
    office.clock.at = at("20.10 11:00")
    assert _nudges(await _tick(office)) == 1


async def test_two_ticks_at_once_do_everything_once(office: Office, task: Assignment) -> None:
    office.clock.at = at(DUE)
    await asyncio.gather(*(Schedule(office.house).tick() for _ in range(4)))
    heard = await office._new()
    assert sum("Minął termin" in text for text in to(heard, JUROR)) == 1


async def test_the_tick_runs_by_itself_and_stops_when_told(office: Office, task: Assignment) -> None:
    office.clock.at = at("20.10 11:00")
    schedule, committed = Schedule(office.house), asyncio.Event()
    office.house.db.on_commit(committed.set)

    async def promised(count: int) -> None:
        while sum("czeka" in row for row in await _bodies(office)) < count:
            committed.clear()
            await committed.wait()

    running = asyncio.create_task(schedule.run())
    async with asyncio.timeout(5):
        await promised(1)
        office.clock.at = at("22.10 11:00")
        schedule.woken.set()
        await promised(2)
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
    assert _nudges(await office._new()) == 2


async def _bodies(office: Office) -> list[str]:
    return await office.house.db.reading.all(str, "SELECT body FROM outbox WHERE state = 'new'")
