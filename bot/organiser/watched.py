"""What a checker is told of jurors: both results, and how everybody works, counted in the worker before the turn that shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot import workshop
from bot.house import Asked, House, Turn
from bot.judging import watch
from bot.organiser import judged
from bot.organiser.judged import Judged
from contest.conduct import Conduct, Work
from contest.flags.pace import LEAST_ANSWERS, unhurried
from contest.snapshot import fingerprint
from storage import sessions

_Facts = tuple[str, tuple[Work, ...]]
_remembered: dict[_Facts, Mapping[str, Conduct]] = {}


@dataclass(frozen=True, slots=True)
class Watched:
    """The results, and how each juror works, by code."""

    judged: Judged
    conducts: Mapping[str, Conduct]


async def prepare(house: House, _: Asked | None = None) -> Watched:
    """Of the frozen facts if there are any, else of those of now; the last answer is remembered."""
    found = await judged.prepare(house)
    slow = {name: unhurried(checklist) for name, checklist in house.rules.checklists.items()}
    rows = await sessions.tempos(house.db.reading, slow, least=LEAST_ANSWERS)
    works = tuple(Work(*row) for row in rows)
    key = fingerprint(found.state), works
    if key not in _remembered:
        told = await workshop.run(watch, (found.state, works))
        _remembered.clear()
        _remembered[key] = {each.juror: each for each in told}
    return Watched(found, _remembered[key])


def prepared(turn: Turn) -> Watched:
    """What `prepare` returned."""
    assert isinstance(turn.prepared, Watched), "what `prepare` returned"
    return turn.prepared
