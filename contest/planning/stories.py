"""Which cover story for which contact: unused at this entrant if one is left, then the one told least often, then the dice."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from random import Random
from typing import TypeVar

from contest.planning.demand import Key, Slot

_T = TypeVar("_T")


def prefer(these: Sequence[_T], wish: Callable[[_T], bool]) -> Sequence[_T]:
    """Those who fit the wish, or everybody when nobody does."""
    return [this for this in these if wish(this)] or these


def suiting(slot: Slot, scenarios: Mapping[str, Sequence[str]]) -> Sequence[str]:
    """The scenarios that may be told in this contact."""
    known = scenarios.get(slot.channel, ())
    return known if slot.scenarios is None else [story for story in known if story in slot.scenarios]


def cast(slots: Iterable[Slot], scenarios: Mapping[str, Sequence[str]], dice: Random) -> dict[Key, str]:
    """A scenario for each of these slots, which all have one that suits."""
    slots = list(slots)
    played: defaultdict[int, set[str]] = defaultdict(set)
    for slot in slots:
        played[slot.entrant] |= slot.played
    told = Counter[tuple[str, str]]()
    found: dict[Key, str] = {}
    for slot in slots:
        stories = suiting(slot, scenarios)
        fresh = prefer(stories, lambda story: story not in played[slot.entrant])  # noqa: B023 -- asked at once
        least = min(told[slot.channel, story] for story in fresh)
        rare = [story for story in fresh if told[slot.channel, story] == least]
        found[slot.key] = story = dice.choice(rare)
        played[slot.entrant].add(story)
        told[slot.channel, story] += 1
    return found
