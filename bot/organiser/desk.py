"""The organiser's desk: the one table of what a confirmed proposal does, and who may still confirm it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from pydantic import ValidationError

from bot.house import Asked, House, Turn, refuse
from bot.in_place import disarm
from bot.organiser import (
    announcing,
    awards,
    barring,
    council,
    dates,
    editing,
    edition_file,
    granting,
    honours,
    importing,
    inviting,
    juror_file,
    moving,
    nudging,
    offering,
    progress,
    publishing,
    ranking,
    recusing,
    refreezing,
    removing,
    withdrawing,
)
from bot.organiser.proposing import use
from bot.roles import ORGANISER, OWNER, PLANNER
from storage import proposals

_LARGE = 100_000
"""Characters of a proposal whose application is announced."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What a confirmed proposal does, and who may still confirm it."""

    roles: frozenset[str]
    act: Callable[[Turn, str], Awaitable[None]]
    announced: tuple[str, str] | None = None
    """What is said while a large one is applied, and what that message says afterwards (phrases)."""


EFFECTS: Mapping[str, Effect] = {
    "import": Effect(PLANNER, importing.apply, ("import-applying", "import-applied")),
    "withdraw": Effect(PLANNER, withdrawing.apply),
    "revise": Effect(PLANNER, editing.apply),
    "jurors": Effect(PLANNER, juror_file.apply),
    "version": Effect(PLANNER, edition_file.apply),
    "plan": Effect(PLANNER, offering.apply),
    "move": Effect(PLANNER, moving.apply),
    "dates": Effect(PLANNER, dates.apply),
    "announcement": Effect(PLANNER, announcing.send),
    "freeze": Effect(OWNER, ranking.freeze),
    "awards": Effect(OWNER, awards.grant),
    "nudge": Effect(PLANNER, nudging.send),
    "revoke": Effect(PLANNER, inviting.revoke_shown),
    "remove": Effect(PLANNER, removing.apply),
    "conflict": Effect(PLANNER, barring.apply),
    "conflict-lift": Effect(PLANNER, barring.lift),
    "role": Effect(OWNER, granting.apply),
    "recuse": Effect(OWNER, recusing.apply),
    "recuse-lift": Effect(OWNER, recusing.lift),
    "ballots-open": Effect(OWNER, council.open_ballots),
    "ballots-close": Effect(OWNER, council.close_ballots),
    "honours": Effect(OWNER, honours.grant),
    "refreeze": Effect(OWNER, refreezing.refreeze),
    "results": Effect(OWNER, publishing.confirm),
    "results-second": Effect(ORGANISER, publishing.confirm_second),
}


async def announce(house: House, asked: Asked) -> int | None:
    """Before a large proposal is applied: a word that it is under way; the row of that message."""
    found = await proposals.show(house.db.reading, asked.said, by=asked.person.code)
    effect = EFFECTS.get(found[0]) if found else None
    if found is None or effect is None or effect.announced is None or len(found[1]) < _LARGE:
        return None
    return await progress.begin(house, asked, house.say(asked.person)(effect.announced[0]))


async def confirmed(turn: Turn, parts: list[str]) -> None:
    """A tap on *yes*: used up and applied in this one transaction, or neither."""
    kind, body = await use(turn, parts[0])
    effect = EFFECTS.get(kind)
    if effect is None or not effect.roles & turn.person.roles:
        raise refuse("proposal-gone")
    await disarm(turn)
    try:
        await effect.act(turn, body)
    except ValidationError:  # kept by an older program, which said it in another shape
        raise refuse("proposal-gone") from None
    if effect.announced and isinstance(turn.prepared, int):
        await progress.end(turn, turn.prepared, turn.say(effect.announced[1]))


async def dismissed(turn: Turn, parts: list[str]) -> None:
    """A tap on *no*: nothing happens, and cannot happen any more."""
    await use(turn, parts[0])
    await disarm(turn)
    await turn.write("proposal-dismissed")
