"""Whether one juror may take one contact, contact by contact: for swaps by hand, and for a plan that has waited for its tap.

The same hard rules as the table of `able`, without its numbers: here nobody is compared with anybody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from contest.planning.demand import Juror, Slot, Standing
from contest.planning.rules import Rules

Problem = Literal["", "juror", "channel", "region", "conflict", "seen", "full", "rotation"]
"""Why not: unknown or out of work, not the channel, not the region, a conflict, not again, no room, enough here already."""


@dataclass
class Board:
    """Jurors with what they have in hand. `contacts`: how many contacts each entrant has in all, doubles aside.

    The way to a contact (`Juror.reach`) is not looked at.
    """

    rules: Rules
    jurors: Mapping[str, Juror]
    contacts: Mapping[int, int]
    _given: Counter[str] = field(default_factory=Counter)
    _here: Counter[tuple[str, int]] = field(default_factory=Counter)
    _seen: Counter[tuple[str, int]] = field(default_factory=Counter)

    @classmethod
    def of(
        cls,
        rules: Rules,
        jurors: Iterable[Juror],
        contacts: Mapping[int, int],
        standing: Iterable[Standing],
    ) -> Board:
        """The board with what stands on it; the load of that is in `Juror.load` already."""
        board = cls(rules, {juror.code: juror for juror in jurors}, contacts)
        for one in standing:
            board._put(one.entrant, one.juror, visible=one.visible, times=1)
        return board

    def problem(self, slot: Slot, code: str) -> Problem:
        """Why this juror may not take this contact now; empty: they may."""
        juror = self.jurors.get(code)
        if juror is None:
            return "juror"
        if slot.channel not in juror.channels or not slot.skills <= juror.skills:
            return "channel"
        if slot.on_site and slot.region not in juror.regions:
            return "region"
        if slot.entrant in juror.conflicts:
            return "conflict"
        if slot.entrant in juror.barred or (slot.visible and slot.entrant in juror.seen):
            return "seen"
        if self.load(code) >= juror.capacity:
            return "full"
        pair = code, slot.entrant
        most = 1 if slot.double else self.rules.most_here(self.contacts.get(slot.entrant, 1))
        seen = slot.visible and self._seen[pair] >= self.rules.visible_contacts
        return "rotation" if seen or self._here[pair] >= most else ""

    def able(self, slot: Slot) -> list[str]:
        """Who may take it, the least loaded for their capacity first."""
        free = [code for code in self.jurors if not self.problem(slot, code)]
        return sorted(free, key=lambda code: (self.load(code) / self.jurors[code].capacity, code))

    def load(self, code: str) -> int:
        """Assignments of a juror, those on the board included."""
        return self.jurors[code].load + self._given[code]

    def give(self, slot: Slot, code: str) -> None:
        """The contact goes to the juror."""
        self._put(slot.entrant, code, visible=slot.visible, times=1)
        self._given[code] += 1

    def take(self, slot: Slot, code: str) -> None:
        """The contact is taken back from the juror to whom it was given."""
        self._put(slot.entrant, code, visible=slot.visible, times=-1)
        self._given[code] -= 1

    def _put(self, entrant: int, code: str, *, visible: bool, times: int) -> None:
        self._here[code, entrant] += times
        if visible:
            self._seen[code, entrant] += times
