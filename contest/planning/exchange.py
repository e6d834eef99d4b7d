"""No slot stays empty that an exchange of contacts between jurors could fill; for what must stay empty there is a proof.

It is the search for an augmenting path in the network of slot -> juror at an entrant -> juror, over all pairs that may be, not
only the candidates of `flow`. A slot enters a juror's hands if there is room; if not, it takes the place of one that the juror
holds, which then looks for somebody else, and so on to a juror with room. Where the search ends without one, the slots and
jurors that it reached are a cut of the network: these jurors are full, nobody else may take these slots.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np

from contest.planning.able import Bools, Field
from contest.planning.demand import Shortage

_Held = tuple[int, int]
"""A slot, and the juror who holds it."""


class Hands:
    """Who holds which slots, and how many more of what each may take."""

    def __init__(self, field: Field, given: Mapping[int, int]) -> None:
        self.field = field
        self.given: dict[int, int] = {}
        self.held: list[set[int]] = [set() for _ in field.jurors]
        self.at: defaultdict[tuple[int, int], set[int]] = defaultdict(set)
        self.holders: defaultdict[int, set[int]] = defaultdict(set)
        for slot, juror in given.items():
            self.give(slot, juror)

    def give(self, slot: int, juror: int) -> None:
        entrant = self.field.slots[slot].entrant
        self.given[slot] = juror
        self.held[juror].add(slot)
        self.at[juror, entrant].add(slot)
        self.holders[entrant].add(juror)

    def take(self, slot: int) -> None:
        entrant = self.field.slots[slot].entrant
        juror = self.given.pop(slot)
        self.held[juror].discard(slot)
        self.at[juror, entrant].discard(slot)
        if not self.at[juror, entrant]:
            self.holders[entrant].discard(juror)

    def room(self, juror: int) -> int:
        return self.field.room[juror] - len(self.held[juror])

    def in_the_way(self, slot: int, juror: int) -> set[int]:
        """What the juror holds at the entrant of this slot and would have to give up for it; empty when rotation allows both."""
        wanted = self.field.slots[slot]
        here = self.at.get((juror, wanted.entrant))
        if not here:
            return set()
        if wanted.visible:
            seen = {one for one in here if self.field.slots[one].visible}
            if len(seen) >= self.field.visible_left(juror, wanted.entrant):
                return seen
        return set(here) if len(here) >= self.field.contacts_left(juror, wanted.entrant) else set()


@dataclass(slots=True)
class _Search:
    """One search: who was reached, and from which slot."""

    free: Bools  # jurors not reached yet
    came: dict[int, _Held | None] = field(default_factory=dict)  # a slot -> who gave it up, for which slot
    pairs: set[tuple[int, int, bool]] = field(default_factory=set)  # juror, entrant, asked for a visible one
    jurors: set[int] = field(default_factory=set)


def fill(hands: Hands, slots: Iterable[int]) -> None:
    """Give as many of these slots to somebody as can be, passing others on where it helps; nothing is left empty by it."""
    shut = np.ones(len(hands.field.jurors), dtype=bool)
    dead: set[tuple[int, int, bool]] = set()
    for slot in slots:
        if slot in hands.given:
            continue
        search = _Search(shut.copy(), pairs=set(dead))
        if not _seat(hands, slot, search):
            # Nobody reachable has room, and nobody will: contacts are only passed on inside what was reached.
            shut &= search.free
            dead |= search.pairs


def _seat(hands: Hands, slot: int, search: _Search) -> bool:
    """Find the shortest chain from this slot to a juror with room, and pass the contacts along it."""
    search.came[slot] = None
    queue = deque([slot])
    while queue:
        here = queue.popleft()
        for juror in _takers(hands, here, search):
            if hands.room(juror) > 0:
                _pass_on(hands, here, juror, search)
                return True
            _give_up(hands.held[juror], here, juror, search, queue)
        wanted = hands.field.slots[here]
        for juror in sorted(hands.holders[wanted.entrant]):
            pair = juror, wanted.entrant, wanted.visible
            if hands.field.may[here, juror] and pair not in search.pairs:
                search.pairs.add(pair)
                _give_up(hands.in_the_way(here, juror), here, juror, search, queue)
    return False


def _takers(hands: Hands, slot: int, search: _Search) -> list[int]:
    """Jurors not reached before who may take the slot beside all that they hold at its entrant; now they are reached."""
    able = np.flatnonzero(hands.field.may[slot] & search.free).tolist()
    found = [juror for juror in able if not hands.in_the_way(slot, juror)]
    search.free[found] = False
    search.jurors.update(found)
    return sorted(found, key=lambda juror: -hands.room(juror))


def _give_up(these: Iterable[int], instead: int, juror: int, search: _Search, queue: deque[int]) -> None:
    for slot in sorted(these):
        if slot not in search.came:
            search.came[slot] = (instead, juror)
            queue.append(slot)


def _pass_on(hands: Hands, slot: int, juror: int, search: _Search) -> None:
    """The last of the chain takes the slot, whose holder takes the one before it, back to the slot that was empty."""
    while step := search.came[slot]:
        hands.take(slot)
        hands.give(slot, juror)
        slot, juror = step
    hands.give(slot, juror)


def shortages(hands: Hands, empty: Iterable[int]) -> tuple[Shortage, ...]:
    """For the slots that stayed empty: groups of slots with the jurors who alone may take them, and what these can carry."""
    field = hands.field
    search = _Search(np.ones(len(field.jurors), dtype=bool))
    queue = deque(sorted(empty))
    search.came.update(dict.fromkeys(queue))
    while queue:
        here = queue.popleft()
        for juror in _takers(hands, here, search):
            _give_up(hands.held[juror], here, juror, search, queue)
        wanted = field.slots[here]
        for juror in sorted(hands.holders[wanted.entrant]):
            if field.may[here, juror]:
                _give_up(hands.in_the_way(here, juror), here, juror, search, queue)
    return tuple(_shortage(field, group) for group in _groups(field, sorted(search.came)))


def _groups(field: Field, slots: list[int]) -> list[list[int]]:
    """Slots that share a juror, even by a chain, stand together."""
    left = set(slots)
    groups = []
    for first in slots:
        if first not in left or not field.may[first].any():
            continue
        left.discard(first)
        group, jurors = [first], field.may[first].copy()
        while more := [slot for slot in left if (field.may[slot] & jurors).any()]:
            for slot in more:
                jurors |= field.may[slot]
            left.difference_update(more)
            group += more
        groups.append(sorted(group))
    return groups


def _shortage(field: Field, group: list[int]) -> Shortage:
    able = np.flatnonzero(field.may[group].any(axis=0)).tolist()
    most = sum(carries(field, group, juror) for juror in able)
    limited = any(field.room[juror] < rotates(field, group, juror) for juror in able)
    codes = tuple(field.jurors[juror].code for juror in able)
    return Shortage(tuple(field.slots[slot] for slot in group), codes, most, limited)


def carries(field: Field, slots: Iterable[int], juror: int) -> int:
    """How many of these slots the juror could carry, were there nobody else: by capacity, and by rotation at each entrant."""
    return min(field.room[juror], rotates(field, slots, juror))


def rotates(field: Field, slots: Iterable[int], juror: int) -> int:
    """The same by rotation alone."""
    seen: defaultdict[int, int] = defaultdict(int)
    unseen: defaultdict[int, int] = defaultdict(int)
    for number in slots:
        if field.may[number, juror]:
            slot = field.slots[number]
            (seen if slot.visible else unseen)[slot.entrant] += 1
    return sum(
        min(
            field.contacts_left(juror, entrant),
            min(seen[entrant], field.visible_left(juror, entrant)) + unseen[entrant],
        )
        for entrant in {*seen, *unseen}
    )
