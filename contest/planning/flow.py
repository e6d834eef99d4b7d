"""The cheapest plan among random candidates.

Every slot is dealt random candidates and every pair a noised price, and whoever the draw put at a door costs less there. Remote
slots of one entrant are dealt different jurors, from the whole country: jurors mix over entrants, which lets strict and lenient
ones be compared (docs/decisions/0007-assignment.md).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

import numpy as np

from contest.planning.able import Bools, Field
from contest.planning.door import drawn, near, with_kept
from contest.planning.network import Arcs, Ints, shares, solve
from contest.planning.prices import DRAWN, KEPT, LOAD, prices

CANDIDATES, FEWEST = 16, 8
"""Jurors dealt to a slot, and how few of those who are new to the entrant are enough."""


def cheapest(field: Field, dice: np.random.Generator, kept: Mapping[int, int]) -> dict[int, int]:
    """A juror for as many slots as the candidates allow. `kept`: the slots that an earlier plan gave to a juror."""
    doors = near(field, dice, kept)
    at_door = drawn(field, doors, dice)
    arcs = doors + _deal(field, dice, kept)
    if not len(arcs):
        return {}
    price = prices(field, arcs, dice)
    for arc, (s, j) in enumerate(zip(arcs.slot.tolist(), arcs.juror.tolist(), strict=True)):
        price[arc] += KEPT * (kept.get(s) == j) + DRAWN * (at_door.get(s) == j)
    chosen = solve(field, arcs, price, np.ones(len(arcs)), LOAD * shares(field)) > 0.5
    return dict(zip(arcs.slot[chosen].tolist(), arcs.juror[chosen].tolist(), strict=True))


def _deal(field: Field, dice: np.random.Generator, kept: Mapping[int, int]) -> Arcs:
    """For each remote slot jurors by lot, different ones at one entrant while there are enough."""
    dealt = []
    free = np.array(field.room) > 0
    at: defaultdict[int, list[int]] = defaultdict(list)
    for number, slot in enumerate(field.slots):
        if not slot.on_site:
            at[slot.entrant].append(number)
    choice = field.may.sum(axis=1)
    for slots in at.values():
        new = free.copy()
        for left, number in zip(
            range(len(slots), 0, -1), sorted(slots, key=lambda slot: choice[slot]), strict=True
        ):
            wanted = max(FEWEST, min(CANDIDATES, int(new.sum()) // left))
            jurors = _draw(field.may[number] & free, new, wanted, dice)
            new[jurors] = False
            dealt.append((number, with_kept(jurors, number, kept)))
    return Arcs.of(dealt)


def _draw(able: Bools, new: Bools, wanted: int, dice: np.random.Generator) -> Ints:
    """So many of the able, by lot; those new to the entrant alone if there are enough of them."""
    fresh = able & new
    pool = np.flatnonzero(fresh if fresh.sum() >= min(wanted, FEWEST) else able)
    lots = dice.random(len(pool))
    if len(pool) <= wanted:
        return pool
    return np.sort(pool[np.argpartition(lots, wanted)[:wanted]])
