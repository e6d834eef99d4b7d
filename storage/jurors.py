"""Jurors by their codes: where and how they can work, how much they carry, whom they must not audit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from pydantic import Json

from contest.assignment import LIVE
from storage.database import Reading, Writing
from storage.values import listed

JurorState = Literal["registering", "active", "paused", "removed"]


@dataclass(frozen=True, slots=True)
class Juror:
    """A juror's own settings."""

    code: str
    state: JurorState
    regions: Json[tuple[str, ...]]
    channels: Json[tuple[str, ...]]
    capacity: int
    note: str
    home: str = ""
    """Where the juror sets out from, in their own words."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """An entrant that a juror must not audit, by name, and who said so."""

    entrant: str
    source: str
    at: datetime


async def begin(tx: Writing, code: str) -> None:
    """Somebody starts to register; again, if they did before."""
    await tx.run(
        """
        INSERT INTO jurors (code, state) VALUES (:code, 'registering')
        ON CONFLICT (code) DO UPDATE SET state = 'registering'
        """,
        code=code,
    )


async def settle(
    tx: Writing, code: str, *, regions: Iterable[str], channels: Iterable[str], capacity: int, note: str = ""
) -> None:
    """The registration is complete: the juror is active with these settings."""
    await tx.run(
        """
        UPDATE jurors
        SET state = 'active', regions = :regions, channels = :channels, capacity = :capacity, note = :note
        WHERE code = :code
        """,
        code=code,
        regions=listed(regions),
        channels=listed(channels),
        capacity=capacity,
        note=note,
    )


async def adjust(
    tx: Writing, code: str, *, regions: Iterable[str], channels: Iterable[str], capacity: int
) -> None:
    """Other settings for a juror, whose state and note stay."""
    await tx.run(
        "UPDATE jurors SET regions = :regions, channels = :channels, capacity = :capacity WHERE code = :code",
        code=code,
        regions=listed(regions),
        channels=listed(channels),
        capacity=capacity,
    )


async def live_at(tx: Writing, code: str, home: str) -> bool:
    """The juror sets out from another place now; False when there is no such juror."""
    return await tx.run("UPDATE jurors SET home = :home WHERE code = :code", code=code, home=home) > 0


async def pause(tx: Writing, code: str) -> bool:
    """No new assignments for now; False when the juror was not active."""
    return (
        await tx.run("UPDATE jurors SET state = 'paused' WHERE code = :code AND state = 'active'", code=code)
        > 0
    )


async def resume(tx: Writing, code: str) -> bool:
    """Assignments again; False when the juror was not paused."""
    return (
        await tx.run("UPDATE jurors SET state = 'active' WHERE code = :code AND state = 'paused'", code=code)
        > 0
    )


async def remove(tx: Writing, code: str) -> None:
    """The juror takes part no more; what was done stays."""
    await tx.run("UPDATE jurors SET state = 'removed' WHERE code = :code", code=code)


async def restore(tx: Writing, code: str) -> bool:
    """A juror who was removed takes part again; False for one who was not, or who never finished registering."""
    return (
        await tx.run(
            "UPDATE jurors SET state = 'active' WHERE code = :code AND state = 'removed' AND capacity > 0",
            code=code,
        )
        > 0
    )


async def resize(tx: Writing, code: str, capacity: int) -> bool:
    """From now on the juror carries at most so many live assignments; False when nothing changes."""
    return (
        await tx.run(
            "UPDATE jurors SET capacity = :capacity WHERE code = :code AND capacity <> :capacity",
            code=code,
            capacity=capacity,
        )
        > 0
    )


async def forget(tx: Writing, code: str) -> None:
    """Erase what a juror told of themselves: regions, channels, capacity, home, conflicts and the note on them."""
    await tx.run("DELETE FROM conflicts WHERE juror = :code", code=code)
    await tx.run(
        """
        UPDATE jurors SET state = 'removed', regions = '[]', channels = '[]', capacity = 0, note = '', home = ''
        WHERE code = :code
        """,
        code=code,
    )


async def find(db: Reading, code: str) -> Juror | None:
    """The juror of a code."""
    return await db.maybe(
        Juror,
        "SELECT code, state, regions, channels, capacity, note, home FROM jurors WHERE code = :code",
        code=code,
    )


async def everybody(db: Reading) -> list[Juror]:
    """All jurors, by code."""
    return await db.all(
        Juror, "SELECT code, state, regions, channels, capacity, note, home FROM jurors ORDER BY code"
    )


async def active(db: Reading) -> list[Juror]:
    """Those who can be given assignments, by code."""
    return [juror for juror in await everybody(db) if juror.state == "active"]


async def loads(db: Reading, *, hidden: Iterable[int] = ()) -> dict[str, int]:
    """How many live assignments each juror has; a juror without any is not named. `hidden`: entrants that do not count."""
    rows = await db.all(
        tuple[str, int],
        """
        SELECT juror, count(*) FROM assignments
        WHERE state IN (SELECT value FROM json_each(:live))
          AND entrant NOT IN (SELECT value FROM json_each(:hidden))
        GROUP BY juror
        """,
        live=listed(LIVE),
        hidden=listed(hidden),
    )
    return dict(rows)


async def declare_conflict(tx: Writing, juror: str, entrant: int, source: str, at: datetime) -> None:
    """The juror must not audit the entrant. `source`: registration, offer or organiser; the first one stays."""
    await tx.run(
        """
        INSERT INTO conflicts (juror, entrant, source, at) VALUES (:juror, :entrant, :source, :at)
        ON CONFLICT DO NOTHING
        """,
        juror=juror,
        entrant=entrant,
        source=source,
        at=at,
    )


async def lift_conflict(tx: Writing, juror: str, entrant: int) -> bool:
    """An organiser found that there is no conflict after all; False when there was none."""
    deleted = await tx.run(
        "DELETE FROM conflicts WHERE juror = :juror AND entrant = :entrant", juror=juror, entrant=entrant
    )
    return deleted > 0


async def conflicts(db: Reading, code: str) -> frozenset[int]:
    """The entrants that this juror must not audit."""
    return (await conflict_map(db)).get(code, frozenset())


async def conflicts_of(db: Reading, code: str) -> list[Conflict]:
    """A juror's conflicts with the names of the entrants, the first declared first."""
    return await db.all(
        Conflict,
        """
        SELECT name AS entrant, source, at FROM conflicts JOIN entrants ON entrants.id = conflicts.entrant
        WHERE juror = :code ORDER BY at, entrants.id
        """,
        code=code,
    )


async def declared(db: Reading, code: str) -> dict[int, str]:
    """The entrants that a juror must not audit, by id, and who said so; the first declared first."""
    return dict(
        await db.all(
            tuple[int, str],
            "SELECT entrant, source FROM conflicts WHERE juror = :code ORDER BY at, entrant",
            code=code,
        )
    )


async def conflict_map(db: Reading) -> dict[str, frozenset[int]]:
    """Every juror's conflicts; a juror without any is not named."""
    return _gathered(await db.all(tuple[str, int], "SELECT juror, entrant FROM conflicts"))


async def met_map(db: Reading) -> dict[str, frozenset[int]]:
    """The entrants that each juror was ever asked to audit, also those declined; cancelled ones do not count."""
    rows = await db.all(
        tuple[str, int], "SELECT DISTINCT juror, entrant FROM assignments WHERE state <> 'cancelled'"
    )
    return _gathered(rows)


def _gathered(pairs: Iterable[tuple[str, int]]) -> dict[str, frozenset[int]]:
    found = defaultdict[str, set[int]](set)
    for juror, entrant in pairs:
        found[juror].add(entrant)
    return {juror: frozenset(these) for juror, these in found.items()}
