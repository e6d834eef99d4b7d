"""The network of a plan as a linear programme: slots, jurors at entrants, jurors.

    each slot        one juror, or nobody at a price above all others
    each juror       a price that rises with each assignment, by the share of the capacity: load evens out
    each pair met    at one entrant no more visible contacts, and no more contacts, than rotation allows

The rules about a juror and an entrant lie inside those about the juror, so the matrix is that of a flow, and a corner of it,
which is where the simplex method stops, has only whole numbers. A toll on all arcs together is no network any more: the
fractions of such a flow are chances.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog
from scipy.sparse import csr_array

from contest.planning.able import Field
from contest.planning.travel import Floats

EMPTY = 1e5  # a slot without a juror
TWICE = 600.0  # a second contact of one juror at one entrant

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Arcs:
    """Pairs of a slot and a juror that the programme may use; a pair that stands here twice may be used twice."""

    slot: Ints
    juror: Ints

    @classmethod
    def of(cls, dealt: Sequence[tuple[int, Ints]]) -> Arcs:
        """The jurors dealt to each slot."""
        if not dealt:
            return cls(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64))
        return cls(
            np.concatenate([np.full(len(jurors), slot, dtype=np.int64) for slot, jurors in dealt]),
            np.concatenate([jurors for _, jurors in dealt]),
        )

    def __len__(self) -> int:
        return len(self.slot)

    def __add__(self, other: Arcs) -> Arcs:
        return Arcs(np.concatenate([self.slot, other.slot]), np.concatenate([self.juror, other.juror]))

    def __getitem__(self, these: Ints) -> Arcs:
        return Arcs(self.slot[these], self.juror[these])


@dataclass(frozen=True, slots=True)
class Toll:
    """What all used arcs together should not exceed: the sum over `each` is zero or less, or costs `price` a unit."""

    each: Floats
    price: float


def solve(
    field: Field, arcs: Arcs, price: Floats, most: Floats, load: Floats, toll: Toll | None = None
) -> Floats:
    """How much of each arc the cheapest flow uses, of `most`; whole numbers where `most` is one and there is no toll.

    `load`: the price of each further assignment of a juror, in the order of `shares`.
    """
    rows = _Rows(len(arcs), len(field.slots), field.room)
    pairs = _pairs(field, arcs)
    more = np.array([second - 1 for _, _, second in pairs if second is not None], dtype=float)
    over = [] if toll is None else [toll.price]
    cost = np.concatenate([price, np.full(len(field.slots), EMPTY), load, np.full(len(more), TWICE), over])
    upper = np.concatenate([most, np.ones(len(field.slots) + len(load)), more, np.full(len(over), np.inf)])
    limits = [limit for _, limit, _ in pairs] + [0] * len(over)
    found = linprog(
        cost,
        A_ub=rows.pairs(pairs, toll, len(cost)) if limits else None,
        b_ub=np.array(limits, dtype=float) if limits else None,
        A_eq=rows.slots_and_jurors(arcs, len(cost)),
        b_eq=np.concatenate([np.ones(len(field.slots)), np.zeros(len(field.room))]),
        bounds=np.column_stack([np.zeros(len(cost)), upper]),
        method="highs-ds",
    )
    if found.x is None:  # out of numbers: the exchange will fill what it can, and says what it cannot
        return np.zeros(len(arcs))
    used: Floats = found.x[: len(arcs)]
    return used


def shares(field: Field) -> Floats:
    """For each assignment that a juror can still be given, in turn: the share of the capacity that it completes."""
    found = [
        (juror.load + np.arange(room) + 0.5) / juror.capacity
        for juror, room in zip(field.jurors, field.room, strict=True)
        if room
    ]
    return np.concatenate(found) if found else np.zeros(0)


def turns(field: Field) -> Ints:
    """Whose assignment each of `shares` is."""
    return np.repeat(np.arange(len(field.room)), field.room)


def _pairs(field: Field, arcs: Arcs) -> list[tuple[Ints, int, int | None]]:
    """Arcs of one juror at one entrant that rotation limits together: the arcs, their limit, and where a second contact is
    allowed at a price, how many of them at most."""
    entrant = np.array([one.entrant for one in field.slots])[arcs.slot]
    order = np.lexsort((entrant, arcs.juror))
    breaks = np.flatnonzero((np.diff(arcs.juror[order]) != 0) | (np.diff(entrant[order]) != 0)) + 1
    first, last = np.concatenate([[0], breaks]), np.concatenate([breaks, [len(order)]])
    visible = np.array([one.visible for one in field.slots])[arcs.slot]
    found: list[tuple[Ints, int, int | None]] = []
    for index in np.flatnonzero(last - first > 1):
        here = order[first[index] : last[index]]
        who, where = int(arcs.juror[here[0]]), int(entrant[here[0]])
        seen = here[visible[here]]
        if len(seen) > field.visible_left(who, where):
            found.append((seen, field.visible_left(who, where), None))
        found.append((here, 1, min(len(here), field.contacts_left(who, where))))
    return found


@dataclass(frozen=True, slots=True)
class _Rows:
    """The matrix: columns are arcs, empty slots, assignments of jurors in turn, second contacts, what is over the toll."""

    arcs: int
    slots: int
    room: Sequence[int]

    def slots_and_jurors(self, arcs: Arcs, columns: int) -> csr_array:
        each, empty = np.arange(self.arcs), np.arange(self.slots)
        whose = np.repeat(np.arange(len(self.room)), self.room)
        row = np.concatenate([arcs.slot, empty, self.slots + arcs.juror, self.slots + whose])
        column = np.concatenate(
            [each, self.arcs + empty, each, self.arcs + self.slots + np.arange(len(whose))]
        )
        value = np.concatenate([np.ones(2 * self.arcs + self.slots), -np.ones(len(whose))])
        return csr_array((value, (row, column)), shape=(self.slots + len(self.room), columns))

    def pairs(
        self, pairs: Sequence[tuple[Ints, int, int | None]], toll: Toll | None, columns: int
    ) -> csr_array:
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
        if toll is not None:
            row += [len(pairs)] * (self.arcs + 1)
            column += [*range(self.arcs), columns - 1]
            value += [*toll.each.tolist(), -1.0]
        return csr_array((value, (row, column)), shape=(len(pairs) + (toll is not None), columns))
