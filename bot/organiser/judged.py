"""Both results of the facts of now, or of the frozen ones: counted in the worker, before the turn that shows them.

What was counted last is remembered by what decides it, so that looking again costs nothing until a contact is approved.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot import workshop
from bot.house import Asked, House, Turn
from bot.judging import judge
from bot.organiser import results
from bot.organiser.results import Frozen
from contest.both import Both
from contest.snapshot import Snapshot, fingerprint

_remembered: dict[str, Both] = {}
_MOST = 2
"""As things stand now, and as they were frozen."""


@dataclass(frozen=True, slots=True)
class Judged:
    """The facts that were looked at, frozen or as they were a moment ago, and what they amount to."""

    frozen: Frozen | None
    state: Snapshot
    both: Both


async def prepare(house: House, _: Asked | None = None) -> Judged:
    """The frozen facts if there are any, else those of now, with both results."""
    frozen = await results.frozen(house.db.reading)
    state = frozen.snapshot if frozen else await results.now(house.db.reading, house.rules, house.clock.now())
    return Judged(frozen, state, await both(state))


async def both(state: Snapshot) -> Both:
    """Both results of these facts."""
    key = fingerprint(state)
    if key not in _remembered:
        found = await workshop.run(judge, state)
        while len(_remembered) >= _MOST:
            del _remembered[next(iter(_remembered))]
        _remembered[key] = found
    return _remembered[key]


def prepared(turn: Turn) -> Judged:
    """What `prepare` returned."""
    assert isinstance(turn.prepared, Judged), "what `prepare` returned"
    return turn.prepared
