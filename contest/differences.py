"""What a table of entrants would change: compared with the list as it is, field by field.

Rule 1: an empty cell, or a column that is not there, says nothing; it never erases what is known.
Rule 2: who is not in the table is named as absent and stays; withdrawing is another act.
Rule 3: a row is the entrant of the same name, kind and TERYT code; failing that, the only one that shares two of them
        (a new name, a code that was filled in, another kind) while the row has no other claimant.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import TypeVar

from contest.entrants import COLUMNS, Entrant, once
from contest.headings import fold

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Change:
    """An entrant before and after."""

    before: Entrant
    after: Entrant

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that differ, in the order of a table."""
        return tuple(
            column for column in COLUMNS if getattr(self.before, column) != getattr(self.after, column)
        )


@dataclass(frozen=True, slots=True)
class Differences:
    """What a table would do to a list."""

    new: tuple[Entrant, ...]
    changed: tuple[Change, ...]
    same: tuple[Entrant, ...]
    absent: tuple[Entrant, ...]
    """On the list and not in the table: they stay."""
    withdrawn: tuple[Entrant, ...]
    """In the table, but withdrawn: a table does not bring them back."""

    @property
    def nothing(self) -> bool:
        """Whether applying the table would change nothing."""
        return not self.new and not self.changed

    def without(self, hidden: Collection[int]) -> Differences:
        """The same, as if these entrants were neither on the list nor in the table."""

        def open_(these: Iterable[Entrant]) -> tuple[Entrant, ...]:
            return tuple(entrant for entrant in these if entrant.id not in hidden)

        changed = tuple(change for change in self.changed if change.before.id not in hidden)
        return Differences(self.new, changed, open_(self.same), open_(self.absent), open_(self.withdrawn))

    def digest(self) -> str:
        """The same for the same additions and changes, in hexadecimal: whether what was shown is still what would happen."""
        return hashlib.sha256(repr((self.new, self.changed)).encode()).hexdigest()


def compare(known: Sequence[Entrant], withdrawn: Collection[int], rows: Sequence[Entrant]) -> Differences:
    """The rows of a table beside everybody on the list; `withdrawn` are the ids of those who take part no more."""
    of_row = _matched(known, rows)
    new, changed, same, gone = [], [], [], []
    for number, row in enumerate(rows):
        before = of_row.get(number)
        if before is None:
            new.append(row)
        elif before.id in withdrawn:
            gone.append(before)
        elif (after := _told(before, row)) != before:
            changed.append(Change(before, after))
        else:
            same.append(before)
    found = {entrant.id for entrant in of_row.values()} | set(withdrawn)
    absent = (entrant for entrant in known if entrant.id not in found)
    return Differences(tuple(new), tuple(changed), tuple(same), tuple(absent), tuple(gone))


def _told(before: Entrant, row: Entrant) -> Entrant:
    """What is known, with what the row says."""
    said = {name: value for name, value in asdict(row).items() if name != "id" and value not in ("", None)}
    return replace(before, **said)


_Key = Callable[[Entrant], Hashable]
_SAME: tuple[_Key, ...] = (
    once,
    lambda one: (one.kind, one.teryt) if one.teryt else None,
    lambda one: (fold(one.name), one.teryt) if one.teryt else None,
)


def _matched(known: Sequence[Entrant], rows: Sequence[Entrant]) -> Mapping[int, Entrant]:
    """The entrant of each row, by the number of the row; the surest ways to know one again go first."""
    found: dict[int, Entrant] = {}
    for key in _SAME:
        _pair(found, known, rows, key)
    _pair(found, known, rows, lambda one: (fold(one.name), one.kind), fits=_code_was_missing)
    return found


def _always(_: Entrant, __: Entrant) -> bool:
    return True


def _code_was_missing(before: Entrant, row: Entrant) -> bool:
    return not before.teryt or not row.teryt


def _pair(
    found: dict[int, Entrant],
    known: Iterable[Entrant],
    rows: Sequence[Entrant],
    key: _Key,
    *,
    fits: Callable[[Entrant, Entrant], bool] = _always,
) -> None:
    """Pair those of equal key where it is the key of one entrant and of one row only, of all not paired yet."""
    taken = {entrant.id for entrant in found.values()}
    free = _single((key(entrant), entrant) for entrant in known if entrant.id not in taken)
    open_rows = _single((key(row), number) for number, row in enumerate(rows) if number not in found)
    for mark, number in open_rows.items():
        before = free.get(mark)
        if before is not None and fits(before, rows[number]):
            found[number] = before


def _single(pairs: Iterable[tuple[Hashable, T]]) -> dict[Hashable, T]:
    """Whatever has a key of its own; None is no key."""
    gathered: defaultdict[Hashable, list[T]] = defaultdict(list)
    for mark, value in pairs:
        gathered[mark].append(value)
    return {mark: values[0] for mark, values in gathered.items() if mark is not None and len(values) == 1}
