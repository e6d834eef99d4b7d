"""The organiser's desk: the one table of what a confirmed proposal does, and who may still confirm it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

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
from bot.organiser.proposing import thawed, use
from bot.roles import ORGANISER, OWNER, PLANNER
from storage import proposals

T = TypeVar("T")
_LARGE = 100_000
"""Characters of a proposal whose application is announced."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What a confirmed proposal does, and who may still confirm it."""

    roles: frozenset[str]
    act: Callable[[Turn, str], Awaitable[None]]
    """Gets the proposal as it is kept."""
    announced: tuple[str, str] | None = None
    """What is said while a large one is applied, and what that message says afterwards (phrases)."""


def _of(
    roles: frozenset[str],
    shape: type[T],
    act: Callable[[Turn, T], Awaitable[None]],
    announced: tuple[str, str] | None = None,
) -> Effect:
    """An effect that gets the value which was proposed."""

    async def applied(turn: Turn, text: str) -> None:
        try:
            body = thawed(shape, text)
        except ValidationError:  # kept by an older program, which said it in another shape
            raise refuse("proposal-gone") from None
        await act(turn, body)

    return Effect(roles, applied, announced)


EFFECTS: Mapping[str, Effect] = {
    "import": _of(PLANNER, importing.Table, importing.apply, ("import-applying", "import-applied")),
    "withdraw": _of(PLANNER, withdrawing.Leaving, withdrawing.apply),
    "revise": _of(PLANNER, editing.Revision, editing.apply),
    "jurors": _of(PLANNER, tuple[juror_file.Adjusted, ...], juror_file.apply),
    "version": _of(PLANNER, edition_file.Publication, edition_file.apply),
    "plan": _of(PLANNER, offering.Body, offering.apply),
    "move": _of(PLANNER, moving.Move, moving.apply),
    "dates": _of(PLANNER, dates.Move, dates.apply),
    "announcement": _of(PLANNER, announcing.Draft, announcing.send),
    "freeze": _of(OWNER, str, ranking.freeze),
    "awards": _of(OWNER, awards.Body, awards.grant),
    "nudge": _of(PLANNER, nudging.Draft, nudging.send),
    "revoke": _of(PLANNER, list[str], inviting.revoke_shown),
    "remove": _of(PLANNER, removing.Removal, removing.apply),
    "conflict": _of(PLANNER, barring.Pair, barring.apply),
    "conflict-lift": _of(PLANNER, barring.Pair, barring.lift),
    "role": _of(OWNER, granting.Change, granting.apply),
    "recuse": _of(OWNER, recusing.Pair, recusing.apply),
    "recuse-lift": _of(OWNER, recusing.Pair, recusing.lift),
    "ballots-open": _of(OWNER, council.Opening, council.open_ballots),
    "ballots-close": _of(OWNER, council.Closing, council.close_ballots),
    "honours": _of(OWNER, honours.Body, honours.grant),
    "refreeze": _of(OWNER, str, refreezing.refreeze),
    "results": _of(OWNER, publishing.Body, publishing.confirm),
    "results-second": _of(ORGANISER, publishing.Body, publishing.confirm_second),
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
    await effect.act(turn, body)
    if effect.announced and isinstance(turn.prepared, int):
        await progress.end(turn, turn.prepared, turn.say(effect.announced[1]))


async def dismissed(turn: Turn, parts: list[str]) -> None:
    """A tap on *no*: nothing happens, and cannot happen any more."""
    await use(turn, parts[0])
    await disarm(turn)
    await turn.write("proposal-dismissed")
