"""Days for the contacts: the visible ones of an entrant get stretches of days that are a gap apart, in an order by lot.

A juror chooses the day inside the stretch. A contact that nobody notices may take place on any day of the plan.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from random import Random

from contest.planning.demand import Key, Slot, Standing
from contest.planning.rules import Rules

Days = tuple[int, int]
"""The first and the last day, 1 is the first of the plan."""

_ORDERS = 4
"""Orders of the contacts of an entrant that are tried, for the one that crowds jurors least."""


def gap_at(rules: Rules, population: int | None) -> int:
    """Whole days to keep free between visible contacts: twice as many where a stranger is noticed."""
    small = population is not None and population < rules.small_population
    return rules.gap_days * (2 if small else 1)


def spread(
    given: Sequence[tuple[Slot, str]],
    standing: Iterable[Standing],
    days: int,
    *,
    rules: Rules,
    kept: Mapping[Key, Days],
    dice: Random,
) -> dict[Key, Days]:
    """Days for each given contact out of 1..`days`; `kept`: those that an earlier plan gave, which stay."""
    found: dict[Key, Days] = {slot.key: (1, days) for slot, _ in given}
    if not rules.gap_days:
        return found | {key: when for key, when in kept.items() if key in found}
    busy: defaultdict[int, list[Days]] = defaultdict(list)
    for one in standing:
        if one.visible and one.days is not None:
            busy[one.entrant].append(one.days)
    open_at: defaultdict[int, list[tuple[Slot, str]]] = defaultdict(list)
    crowd = Counter[tuple[str, int]]()  # contacts of a juror, by week
    for slot, juror in given:
        if slot.key in kept:
            found[slot.key] = kept[slot.key]
        if slot.visible and slot.key in kept:
            busy[slot.entrant].append(kept[slot.key])
            crowd.update((juror, week) for week in _weeks(kept[slot.key]))
        elif slot.visible:
            open_at[slot.entrant].append((slot, juror))
    for entrant, contacts in open_at.items():
        gap = gap_at(rules, contacts[0][0].population)
        stretches = _stretches(_free(busy[entrant], days, gap), len(contacts), gap, days, dice)
        for (slot, juror), stretch in _best(contacts, stretches, crowd, dice):
            found[slot.key] = stretch
            crowd.update((juror, week) for week in _weeks(stretch))
    return found


def _free(busy: Sequence[Days], days: int, gap: int) -> list[Days]:
    """What is left of the days, a gap away from everything that stands."""
    free, first = [], 1
    for begins, ends in sorted(busy):
        if begins - gap - 1 >= first:
            free.append((first, begins - gap - 1))
        first = max(first, ends + gap + 1)
    return [*free, (first, days)] if first <= days else free


def _stretches(free: Sequence[Days], many: int, gap: int, days: int, dice: Random) -> list[Days]:
    """So many stretches of equal length, as long as the gaps allow; the whole of the days where there is no room for them."""
    for length in range(days // many, 0, -1):
        found = [stretch for part in free for stretch in _cut(part, length, gap, dice)]
        if len(found) >= many:
            return sorted(dice.sample(found, many))
    return [(1, days)] * many


def _cut(part: Days, length: int, gap: int, dice: Random) -> list[Days]:
    """Stretches out of one part of the days, as many as fit; the days to spare lie before, between and after them by lot."""
    begins, ends = part
    many = (ends - begins + 1 + gap) // (length + gap)
    spare = ends - begins + 1 + gap - many * (length + gap)
    moves = sorted(dice.randint(0, spare) for _ in range(many))
    starts = [begins + number * (length + gap) + moved for number, moved in enumerate(moves)]
    return [(start, start + length - 1) for start in starts]


def _best(
    contacts: Sequence[tuple[Slot, str]],
    stretches: Sequence[Days],
    crowd: Mapping[tuple[str, int], int],
    dice: Random,
) -> list[tuple[tuple[Slot, str], Days]]:
    """The contacts in an order by lot: of a few orders the one whose weeks are least crowded for the jurors."""
    orders = [dice.sample(stretches, len(stretches)) for _ in range(_ORDERS)]

    def crowded(order: Iterable[Days]) -> int:
        return sum(
            crowd.get((juror, week), 0)
            for (_, juror), stretch in zip(contacts, order, strict=True)
            for week in _weeks(stretch)
        )

    return list(zip(contacts, min(orders, key=crowded), strict=True))


def _weeks(days: Days) -> range:
    return range(days[0] // 7, days[1] // 7 + 1)


def gaps(visible: Iterable[Days]) -> list[int]:
    """Whole days between each contact and the next; below zero where stretches overlap."""
    return [after[0] - before[1] - 1 for before, after in pairwise(sorted(visible))]
