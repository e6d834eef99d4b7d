"""Plans of assignments that were approved: the contacts that wait for their wave, and what planners decided by hand.

What was offered is in `storage.assignments`; a waiting contact belongs to nobody's work yet, but nobody plans it again either.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from contest.assignment import Aim
from storage import journal
from storage.database import Reading, Writing

Key = tuple[int, str, int]
"""Entrant, channel, number: a contact."""


@dataclass(frozen=True, slots=True)
class Plan:
    """An approved plan."""

    id: int
    seed: int
    scenarios: str
    by: str
    at: datetime
    stopped_at: datetime | None


@dataclass(frozen=True, slots=True)
class Planned:
    """A contact that waits for its wave; it may take place between two days of the calendar, None: on any."""

    entrant: int
    channel: str
    number: int
    plan: int
    wave: int
    juror: str
    scenario: str
    aim: Aim
    first_day: date | None
    last_day: date | None

    @property
    def key(self) -> Key:
        return self.entrant, self.channel, self.number


@dataclass(frozen=True, slots=True)
class Wish:
    """A planner wants this juror for a contact; None: nobody, the contact is left out."""

    entrant: int
    channel: str
    number: int
    juror: str | None

    @property
    def key(self) -> Key:
        return self.entrant, self.channel, self.number


async def approve(tx: Writing, *, seed: int, scenarios: str, by: str, at: datetime) -> int:
    """A new plan; its id. What it consists of is added by `wait`."""
    plan = await tx.add(
        "INSERT INTO plans (seed, scenarios, by, at) VALUES (:seed, :scenarios, :by, :at)",
        seed=seed,
        scenarios=scenarios,
        by=by,
        at=at,
    )
    await journal.write(tx, at, by, "plan.approve", str(plan), {"seed": seed})
    return plan


async def wait(tx: Writing, one: Planned) -> None:
    """A contact waits for its wave; instead of what waited for the same contact."""
    await tx.run(
        """
        INSERT OR REPLACE INTO planned (entrant, channel, number, plan, wave, juror, scenario, aim, first_day, last_day)
        VALUES (:entrant, :channel, :number, :plan, :wave, :juror, :scenario, :aim, :first_day, :last_day)
        """,
        entrant=one.entrant,
        channel=one.channel,
        number=one.number,
        plan=one.plan,
        wave=one.wave,
        juror=one.juror,
        scenario=one.scenario,
        aim=one.aim,
        first_day=one.first_day.isoformat() if one.first_day else None,
        last_day=one.last_day.isoformat() if one.last_day else None,
    )


async def find(db: Reading, plan: int) -> Plan | None:
    """The plan of an id."""
    return await db.maybe(
        Plan, "SELECT id, seed, scenarios, by, at, stopped_at FROM plans WHERE id = :plan", plan=plan
    )


async def waiting(db: Reading) -> list[Planned]:
    """Every contact whose wave has not come, in the order of the waves."""
    return await db.all(
        Planned,
        """
        SELECT entrant, channel, number, plan, wave, juror, scenario, aim, first_day, last_day
        FROM planned ORDER BY plan, wave, entrant, channel, number
        """,
    )


async def wave(db: Reading, plan: int, number: int) -> list[Planned]:
    """The contacts of one wave."""
    return [one for one in await waiting(db) if (one.plan, one.wave) == (plan, number)]


async def settle(tx: Writing, key: Key) -> None:
    """The contact waits no more: its offer was made, or it is given up."""
    await tx.run(
        "DELETE FROM planned WHERE (entrant, channel, number) = (:entrant, :channel, :number)",
        entrant=key[0],
        channel=key[1],
        number=key[2],
    )


async def stop(tx: Writing, plan: int, *, by: str, at: datetime) -> int:
    """No further wave of this plan leaves: how many contacts are free to be planned anew."""
    dropped = await tx.run("DELETE FROM planned WHERE plan = :plan", plan=plan)
    stopped = await tx.run(
        "UPDATE plans SET stopped_at = :at WHERE id = :plan AND stopped_at IS NULL", plan=plan, at=at
    )
    if stopped:
        await journal.write(tx, at, by, "plan.stop", str(plan), {"contacts": dropped})
    return dropped


async def wish(tx: Writing, key: Key, juror: str | None, *, by: str, at: datetime) -> None:
    """This juror for the contact, whatever plan comes; None: it is left out of plans."""
    await tx.run(
        """
        INSERT OR REPLACE INTO wishes (entrant, channel, number, juror, by, at)
        VALUES (:entrant, :channel, :number, :juror, :by, :at)
        """,
        entrant=key[0],
        channel=key[1],
        number=key[2],
        juror=juror,
        by=by,
        at=at,
    )
    action = "plan.leave-out" if juror is None else "plan.pin"
    await journal.write(tx, at, by, action, _name(key), {} if juror is None else {"juror": juror})


async def unwish(tx: Writing, key: Key, *, by: str, at: datetime) -> bool:
    """Plans decide about the contact again; False when they did already."""
    lifted = await tx.run(
        "DELETE FROM wishes WHERE (entrant, channel, number) = (:entrant, :channel, :number)",
        entrant=key[0],
        channel=key[1],
        number=key[2],
    )
    if lifted:
        await journal.write(tx, at, by, "plan.free", _name(key), {})
    return lifted > 0


async def obeyed(tx: Writing, key: Key) -> None:
    """The contact is offered: what was decided about it by hand is done."""
    await tx.run(
        "DELETE FROM wishes WHERE (entrant, channel, number) = (:entrant, :channel, :number)",
        entrant=key[0],
        channel=key[1],
        number=key[2],
    )


async def wishes(db: Reading) -> list[Wish]:
    """Everything that was decided by hand, by contact."""
    return await db.all(
        Wish, "SELECT entrant, channel, number, juror FROM wishes ORDER BY entrant, channel, number"
    )


async def bench(tx: Writing, juror: str, *, by: str, at: datetime) -> bool:
    """Leave a juror out of plans; False when that was so already."""
    changed = await tx.run(
        "INSERT INTO benched (juror, by, at) VALUES (:juror, :by, :at) ON CONFLICT DO NOTHING",
        juror=juror,
        by=by,
        at=at,
    )
    if changed:
        await journal.write(tx, at, by, "plan.bench", juror, {})
    return changed > 0


async def unbench(tx: Writing, juror: str, *, by: str, at: datetime) -> bool:
    """Plan for the juror again; False when that was so already."""
    changed = await tx.run("DELETE FROM benched WHERE juror = :juror", juror=juror)
    if changed:
        await journal.write(tx, at, by, "plan.unbench", juror, {})
    return changed > 0


async def benched(db: Reading) -> frozenset[str]:
    """The jurors whom plans leave out."""
    return frozenset(await db.all(str, "SELECT juror FROM benched"))


async def forget(tx: Writing, juror: str) -> int:
    """Nothing is planned for a juror who left; how many contacts are free again."""
    await tx.run("DELETE FROM wishes WHERE juror = :juror", juror=juror)
    await tx.run("DELETE FROM benched WHERE juror = :juror", juror=juror)
    return await tx.run("DELETE FROM planned WHERE juror = :juror", juror=juror)


def numbers(found: Iterable[Key]) -> dict[tuple[int, str], int]:
    """The highest number that a contact of each channel at each entrant has."""
    highest: dict[tuple[int, str], int] = {}
    for entrant, channel, number in found:
        highest[entrant, channel] = max(highest.get((entrant, channel), 0), number)
    return highest


def _name(key: Key) -> str:
    return ":".join(map(str, key))
