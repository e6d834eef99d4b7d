"""How the desk writes of entrants: their group, their fields, how many there are of which kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from bot.house import Turn, refuse
from bot.messages import shorten
from contest.edition import group_of
from contest.entrants import Entrant
from storage import entrants

_SHOWN = 300
"""Letters of a field that a screen shows; a solution may be described at length."""


def group_name(turn: Turn, entrant: Entrant) -> str:
    """The peer group of an entrant."""
    group = group_of(turn.house.rules.settings, entrant.kind, entrant.population)
    return group.name if group else turn.say("entrants-no-group")


def kind_name(turn: Turn, entrant: Entrant) -> str:
    """The kind of an entrant as the edition calls it."""
    kind = turn.house.rules.settings.kind(entrant.kind)
    return kind.name if kind else entrant.kind


def field_name(turn: Turn, column: str) -> str:
    """What a column is called on a screen."""
    return turn.say(f"field-{column}")


def value_of(turn: Turn, entrant: Entrant, column: str) -> str:
    """What a column says of an entrant, or a dash."""
    if column == "kind":
        return kind_name(turn, entrant)
    value = getattr(entrant, column)
    return "–" if value in ("", None) else shorten(str(value), _SHOWN)


async def visible(turn: Turn, number: int) -> tuple[Entrant, str]:
    """An entrant by its id, and why it was withdrawn if it was. Raises Mistakes (`dead-button`): none for this person."""
    found = await entrants.find(turn.tx, number)
    if found is None or number in await turn.hidden():
        raise refuse("dead-button")
    return found, (await entrants.withdrawn(turn.tx)).get(number, "")


def by_group(turn: Turn, these: Iterable[Entrant]) -> list[str]:
    """How many of them each peer group has, and of which kinds."""
    settings = turn.house.rules.settings
    kinds: dict[str, Counter[str]] = {}
    for entrant in these:
        group = group_of(settings, entrant.kind, entrant.population)
        kinds.setdefault(group.id if group else "", Counter())[entrant.kind] += 1
    names = {kind.id: kind.name for kind in settings.kinds}
    lines = []
    for group_id, title in (
        *((group.id, group.name) for group in settings.groups),
        ("", turn.say("entrants-no-group")),
    ):
        if found := kinds.get(group_id):
            lines.append(turn.say("entrants-group", group=title, count=found.total()))
            if len(found) > 1:
                lines += [
                    turn.say("entrants-kind", kind=names.get(kind, kind), count=n)
                    for kind, n in found.most_common()
                ]
    return lines
