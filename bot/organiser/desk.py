"""The organiser's desk: the one table of what a confirmed proposal does, and who may still confirm it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from bot.house import Turn, refuse
from bot.organiser import awards, entrants, nudging, offering, ranking
from bot.organiser.showing import disarm
from bot.roles import OWNER, PLANNER
from storage import proposals


@dataclass(frozen=True, slots=True)
class Effect:
    """What a confirmed proposal does, and who may still confirm it."""

    roles: frozenset[str]
    act: Callable[[Turn, str], Awaitable[None]]


EFFECTS: Mapping[str, Effect] = {
    "import": Effect(PLANNER, entrants.apply),
    "plan": Effect(PLANNER, offering.apply),
    "freeze": Effect(OWNER, ranking.freeze),
    "awards": Effect(OWNER, awards.grant),
    "nudge": Effect(PLANNER, nudging.send),
}


async def confirmed(turn: Turn, parts: list[str]) -> None:
    """A tap on *yes*: used up and applied in this one transaction, or neither."""
    taken = await proposals.take(turn.tx, parts[0], by=turn.person.code, at=turn.at)
    if taken is None:
        raise refuse("proposal-gone")
    kind, body = taken
    effect = EFFECTS.get(kind)
    if effect is None or not effect.roles & turn.person.roles:
        raise refuse("proposal-gone")
    await disarm(turn)
    await effect.act(turn, body)


async def dismissed(turn: Turn, parts: list[str]) -> None:
    """A tap on *no*: nothing happens, and cannot happen any more."""
    if await proposals.take(turn.tx, parts[0], by=turn.person.code, at=turn.at) is None:
        raise refuse("proposal-gone")
    await disarm(turn)
    await turn.write("proposal-dismissed")
