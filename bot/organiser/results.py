"""What the approved contacts amount to: as things stand now, and as they were frozen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from pydantic import TypeAdapter

from bot.counting import contacts
from bot.house import Rules
from contest.awards import Award, Kind
from contest.snapshot import Snapshot, take, thaw_snapshot
from storage import awards, entrants, journal, publications, snapshots
from storage.database import Reading


@dataclass(frozen=True, slots=True)
class Frozen:
    """The frozen state that counts, with its row and its text."""

    id: int
    digest: str
    text: str
    snapshot: Snapshot


async def now(db: Reading, rules: Rules, at: datetime) -> Snapshot:
    """The facts of a ranking at this moment."""
    settings = rules.settings
    source = await publications.source(db, "edition", settings.id, settings.version)
    assert source is not None, "the edition is published when the bot starts"
    head = await journal.head(db)
    taking_part = await entrants.everything(db)
    return take(
        source,
        taking_part,
        contacts=await contacts(db, rules),
        seq=head.seq,
        made_at=at,
    )


async def frozen(db: Reading) -> Frozen | None:
    """The newest frozen state, if there is one."""
    row = await snapshots.newest(db)
    return Frozen(row.id, row.digest, row.body, _thawed(row.body)) if row else None


@lru_cache(maxsize=1)
def _thawed(body: str) -> Snapshot:
    """Every document of an edition asks for the same one, and a large one takes a second to read."""
    return thaw_snapshot(body)


@lru_cache(maxsize=1)
def classified(body: str) -> frozenset[int]:
    """The entrants with a place in a frozen state, given by its text; which result decides does not change who they are."""
    return frozenset(place.result.entrant for table in _thawed(body).official() for place in table.places)


async def granted(db: Reading, state: Frozen) -> tuple[tuple[Award, ...], datetime | None]:
    """What was granted from a frozen state, and when."""
    rows = await awards.of_snapshot(db, state.id)
    given = (Award(_KIND.validate_python(row.kind), row.entrant, row.number, row.valid_until) for row in rows)
    return tuple(given), min((row.granted_at for row in rows), default=None)


_KIND: TypeAdapter[Kind] = TypeAdapter(Kind)


def eights(seal: str) -> str:
    """A digest in eights, so that it can be compared by eye."""
    return " ".join(seal[start : start + 8] for start in range(0, len(seal), 8))
