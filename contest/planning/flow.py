"""The cheapest plan among random candidates, as a linear programme whose matrix is that of a network.

    each slot        one juror, or nobody at a price above all others
    each juror       a price that rises with each assignment, by the share of the capacity: load evens out
    each pair met    at one entrant no more visible contacts, and no more contacts, than rotation allows

The rules about a juror and an entrant lie inside those about the juror, so the matrix is that of a flow, and a corner of it,
which is where the simplex method stops, has only whole numbers. Every slot is dealt random candidates and every pair a noised
price: the nearest juror is likely at the door, never certain. Remote slots of one entrant are dealt different jurors, from the
whole country: jurors mix over entrants, which lets strict and lenient ones be compared (docs/decisions/0007-assignment.md).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog
from scipy.sparse import csr_array

from contest.planning.able import Bools, Field
from contest.planning.travel import Floats

CANDIDATES, FEWEST = 16, 8
"""Jurors dealt to a slot, and how few of those who are new to the entrant are enough."""
NEAR, ELSEWHERE = 24, 8
"""Jurors among whom the one at the door is drawn: the nearest, and others by lot."""
LIKELIEST = 0.5
"""How likely the likeliest juror of a visit may be, where there are enough jurors."""
LONELIEST = 2 / 3
"""The same where everybody else would have to come from much farther."""

EMPTY = 1e5
KEPT = -5e3  # the juror of an earlier plan
MET = 1000.0  # a juror who has been at this entrant
TWICE = 600.0  # a second contact of one juror at one entrant
LOAD = 400.0  # the last assignment of a full juror, against the first of an idle one
LOAD_AT_DOOR = 20.0  # the same, while it is drawn who goes where: remote contacts will even it out
WAY = 16.0  # a visit as far as the mean of those that are possible
KNOWN = 12.0  # a visit to a small body by somebody of the same town
DETOUR = 8.0  # for each visit of the nearest juror beyond what is `LIKELIEST`: half of such a mean way
DRAWN = -40.0  # the juror whom the draw put at the door
NOISE = 1.0  # the scale of the Gumbel noise
"""Prices; the first four are out of reach of what stands below them."""

Ints = NDArray[np.int64]


@dataclass(slots=True)
class _Arcs:
    """Pairs of a slot and a juror that the programme may use."""

    slot: list[Ints] = field(default_factory=list)
    juror: list[Ints] = field(default_factory=list)

    def deal(self, slot: int, jurors: Ints, kept: Mapping[int, int]) -> None:
        if slot in kept and kept[slot] not in jurors:
            jurors = np.append(jurors, kept[slot])
        self.slot.append(np.full(len(jurors), slot, dtype=np.int64))
        self.juror.append(jurors)

    def joined(self) -> tuple[Ints, Ints]:
        if not self.slot:
            return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
        return np.concatenate(self.slot), np.concatenate(self.juror)


def cheapest(field: Field, dice: np.random.Generator, kept: Mapping[int, int]) -> dict[int, int]:
    """A juror for as many slots as the candidates allow. `kept`: the slots that an earlier plan gave to a juror."""
    arcs = _near(field, dice, kept)
    drawn = _drawn(field, arcs, dice)
    slot, juror = _deal(field, arcs, dice, kept).joined()
    if not len(slot):
        return {}
    price = _prices(field, slot, juror, dice)
    for arc, (s, j) in enumerate(zip(slot.tolist(), juror.tolist(), strict=True)):
        price[arc] += KEPT * (kept.get(s) == j) + DRAWN * (drawn.get(s) == j)
    chosen = _solve(field, slot, juror, price, np.ones(len(slot)), np.full(len(field.jurors), LOAD)) > 0.5
    return dict(zip(slot[chosen].tolist(), juror[chosen].tolist(), strict=True))


def _near(field: Field, dice: np.random.Generator, kept: Mapping[int, int]) -> _Arcs:
    """For each slot to which somebody goes: the nearest jurors, and some others."""
    arcs = _Arcs()
    free = np.array(field.room) > 0
    for number, slot in enumerate(field.slots):
        if not slot.on_site:
            continue
        able = np.flatnonzero(field.may[number] & free)
        lots = dice.random(len(able))
        way = np.nan_to_num(field.km[number, able])
        order = np.lexsort((lots, way))
        others = order[NEAR:][np.argsort(lots[order[NEAR:]])][:ELSEWHERE]
        arcs.deal(number, able[np.concatenate([order[:NEAR], others])], kept)
    return arcs


def _drawn(field: Field, arcs: _Arcs, dice: np.random.Generator) -> dict[int, int]:
    """Who is put at which door by lot: chances that keep the ways short while nobody is likelier than `LIKELIEST`, or than
    `LONELIEST` where that spares a long detour.

    The chances are the fractions of a flow with that much room on each pair (Jecmen et al., Mitigating Manipulation in Peer
    Review via Randomized Reviewer Assignments, 2020), those of one slot drawn apart from those of another.
    """
    slot, juror = arcs.joined()
    if not len(slot) or np.isnan(field.km[slot, juror]).all():
        return {}
    likeliest = np.maximum(LIKELIEST, 1 / np.bincount(slot)[slot])
    nearest = _nearest(field, slot, juror)
    price = _prices(field, slot, juror, dice)
    price = np.concatenate([price, price[nearest] + DETOUR])
    likeliest = np.concatenate([likeliest, np.maximum(0.0, LONELIEST - likeliest[nearest])])
    slot, juror = np.concatenate([slot, slot[nearest]]), np.concatenate([juror, juror[nearest]])
    remote = field.may[[not one.on_site for one in field.slots]].any(axis=0)
    load = np.where(remote, LOAD_AT_DOOR, LOAD)
    chance = _solve(field, slot, juror, price, likeliest, load)
    found: dict[int, int] = {}
    lots = dict(zip(np.unique(slot).tolist(), dice.random(len(np.unique(slot))).tolist(), strict=True))
    whole = np.bincount(slot, chance)
    for s, j, part in zip(slot.tolist(), juror.tolist(), chance.tolist(), strict=True):
        if s not in found and whole[s] > 0:
            lots[s] -= part / whole[s]
            if lots[s] < 0:
                found[s] = j
    return found


def _nearest(field: Field, slot: Ints, juror: Ints) -> Ints:
    """The arc of each slot whose way is the shortest; the first of equals."""
    way = np.nan_to_num(field.km[slot, juror])
    order: Ints = np.lexsort((way, slot))
    first: Ints = order[np.diff(slot[order], prepend=-1) != 0]
    return first


def _deal(field: Field, near: _Arcs, dice: np.random.Generator, kept: Mapping[int, int]) -> _Arcs:
    """The near ones at the door, and for each remote slot jurors by lot, different ones at one entrant while there are enough."""
    arcs = _Arcs(list(near.slot), list(near.juror))
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
            arcs.deal(number, jurors, kept)
    return arcs


def _draw(able: Bools, new: Bools, wanted: int, dice: np.random.Generator) -> Ints:
    """So many of the able, by lot; those new to the entrant alone if there are enough of them."""
    fresh = able & new
    pool = np.flatnonzero(fresh if fresh.sum() >= min(wanted, FEWEST) else able)
    lots = dice.random(len(pool))
    if len(pool) <= wanted:
        return pool
    return np.sort(pool[np.argpartition(lots, wanted)[:wanted]])


def _prices(field: Field, slot: Ints, juror: Ints, dice: np.random.Generator) -> Floats:
    price = -NOISE * np.log(-np.log(np.clip(dice.random(len(slot)), 1e-12, 1 - 1e-12)))
    way = field.km[slot, juror]
    if not np.isnan(way).all():
        price += WAY * np.nan_to_num(way / max(1.0, float(np.nanmean(way))))
    met = [frozenset(one.met) for one in field.jurors]
    for arc, (s, j) in enumerate(zip(slot.tolist(), juror.tolist(), strict=True)):
        wanted = field.slots[s]
        price[arc] += MET * (wanted.entrant in met[j])
        if wanted.on_site and wanted.population is not None and wanted.place.town:
            small = wanted.population < field.rules.small_population
            price[arc] += KNOWN * (small and wanted.place.town == field.jurors[j].home.town)
    return price


def _solve(field: Field, slot: Ints, juror: Ints, price: Floats, most: Floats, load: Floats) -> Floats:
    """How much of each arc the cheapest flow uses, of `most`; whole numbers where `most` is one."""
    rows = _Rows(len(slot), len(field.slots), field.room)
    loads = load[np.repeat(np.arange(len(field.room)), field.room)] * _shares(field)
    pairs = _pairs(field, slot, juror)
    twice = [index for index, (_, _, most) in enumerate(pairs) if most is not None]
    cost = np.concatenate([price, np.full(len(field.slots), EMPTY), loads, np.full(len(twice), TWICE)])
    more = np.array([second - 1 for _, _, second in pairs if second is not None], dtype=float)
    upper = np.concatenate([most, np.ones(len(cost) - len(most) - len(more)), more])
    found = linprog(
        cost,
        A_ub=rows.pairs(pairs, len(cost)) if pairs else None,
        b_ub=np.array([limit for _, limit, _ in pairs], dtype=float) if pairs else None,
        A_eq=rows.slots_and_jurors(slot, juror, len(cost)),
        b_eq=np.concatenate([np.ones(len(field.slots)), np.zeros(len(field.room))]),
        bounds=np.column_stack([np.zeros(len(cost)), upper]),
        method="highs-ds",
    )
    if found.x is None:  # out of numbers: the exchange will fill what it can, and says what it cannot
        return np.zeros(len(slot))
    used: Floats = found.x[: len(slot)]
    return used


def _shares(field: Field) -> Floats:
    """For each assignment that a juror can still be given, in turn: the share of the capacity that it completes."""
    shares = [
        (juror.load + np.arange(room) + 0.5) / juror.capacity
        for juror, room in zip(field.jurors, field.room, strict=True)
        if room
    ]
    return np.concatenate(shares) if shares else np.zeros(0)


def _pairs(field: Field, slot: Ints, juror: Ints) -> list[tuple[Ints, int, int | None]]:
    """Arcs of one juror at one entrant that rotation limits together: the arcs, their limit, and where a second contact is
    allowed at a price, how many of them at most."""
    entrant = np.array([one.entrant for one in field.slots])[slot]
    order = np.lexsort((entrant, juror))
    breaks = np.flatnonzero((np.diff(juror[order]) != 0) | (np.diff(entrant[order]) != 0)) + 1
    first, last = np.concatenate([[0], breaks]), np.concatenate([breaks, [len(order)]])
    visible = np.array([one.visible for one in field.slots])[slot]
    found: list[tuple[Ints, int, int | None]] = []
    for index in np.flatnonzero(last - first > 1):
        arcs = order[first[index] : last[index]]
        who, where = int(juror[arcs[0]]), int(entrant[arcs[0]])
        seen = arcs[visible[arcs]]
        if len(seen) > field.visible_left(who, where):
            found.append((seen, field.visible_left(who, where), None))
        found.append((arcs, 1, min(len(arcs), field.contacts_left(who, where))))
    return found


@dataclass(frozen=True, slots=True)
class _Rows:
    """The matrix: columns are arcs, empty slots, assignments of jurors in turn, second contacts."""

    arcs: int
    slots: int
    room: Sequence[int]

    def slots_and_jurors(self, slot: Ints, juror: Ints, columns: int) -> csr_array:
        arcs, empty = np.arange(self.arcs), np.arange(self.slots)
        turns = np.repeat(np.arange(len(self.room)), self.room)
        row = np.concatenate([slot, empty, self.slots + juror, self.slots + turns])
        column = np.concatenate(
            [arcs, self.arcs + empty, arcs, self.arcs + self.slots + np.arange(len(turns))]
        )
        value = np.concatenate([np.ones(2 * self.arcs + self.slots), -np.ones(len(turns))])
        return csr_array((value, (row, column)), shape=(self.slots + len(self.room), columns))

    def pairs(self, pairs: Sequence[tuple[Ints, int, int | None]], columns: int) -> csr_array:
        row, column, value = [], [], []
        second = self.arcs + self.slots + sum(self.room)
        for index, (arcs, _, most) in enumerate(pairs):
            row += [index] * len(arcs)
            column += arcs.tolist()
            value += [1.0] * len(arcs)
            if most is not None:
                row.append(index)
                column.append(second)
                value.append(-1.0)
                second += 1
        return csr_array((value, (row, column)), shape=(len(pairs), columns))
