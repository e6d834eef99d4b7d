"""Near-identical pictures: 64 bits that say where a picture gets darker from left to right (a difference hash).

The picture is drawn 9 x 8 in shades of grey; each bit compares two neighbours. Saving again, shrinking and a touch of the
brightness move few bits. Two looks with at most `NEAR` different bits share one of `NEAR + 1` parts whole, so candidates
are found by part and only they are compared.

Source of the method: N. Krawetz, "Kind of Like That" (2013), the dHash.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from contest.flags.flag import Flag
from contest.mistakes import Fact

WIDE, HIGH = 9, 8
NEAR = 6
"""Bits of 64."""
_PLAIN = 8
"""With fewer bits set, or fewer unset, it is a plain surface: it looks like every other one."""
_PARTS = [(64 * part // (NEAR + 1), 64 * (part + 1) // (NEAR + 1)) for part in range(NEAR + 1)]


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo of an assignment: the digest of its bytes and its look, 16 hexadecimal digits or nothing."""

    key: str
    look: str
    assignment: int
    label: str
    question: str


def look(shades: Sequence[int]) -> str:
    """The look of a picture: its shades of grey, 0 to 255, row by row, `WIDE` in each of `HIGH` rows."""
    bits = 0
    for row in range(HIGH):
        for column in range(WIDE - 1):
            place = row * WIDE + column
            bits = bits << 1 | (shades[place] > shades[place + 1])
    return f"{bits:016x}"


class Album:
    """All pictures of an edition, ready to be asked for the like of one."""

    def __init__(self, pictures: Iterable[Picture]) -> None:
        self._of: defaultdict[int, list[Picture]] = defaultdict(list)
        self._parts: defaultdict[tuple[int, int], list[tuple[int, Picture]]] = defaultdict(list)
        for picture in pictures:
            self._of[picture.assignment].append(picture)
            for part, bits in _parts(picture.look):
                self._parts[part].append((bits, picture))

    def alike(self, assignment: int, keys: Collection[str]) -> Iterator[Flag]:
        """Each of these photos of an assignment that another one nearly has, though not the very same."""
        for mine in self._of[assignment]:
            if mine.key not in keys:
                continue
            others = {
                theirs.label: None
                for part, bits in _parts(mine.look)
                for those, theirs in self._parts[part]
                if theirs.assignment != assignment
                and theirs.key != mine.key
                and (bits ^ those).bit_count() <= NEAR
            }
            if others:
                facts: dict[str, Fact] = {"label": next(iter(others)), "more": len(others) - 1}
                yield Flag("photo-like", mine.question, facts)


def _parts(look_: str) -> Iterator[tuple[tuple[int, int], int]]:
    """Number and value of each part, with the whole; none of a plain surface."""
    bits = int(look_, 16) if look_ else 0
    if not _PLAIN <= bits.bit_count() <= 64 - _PLAIN:
        return
    for number, (start, end) in enumerate(_PARTS):
        yield (number, bits >> start & ((1 << (end - start)) - 1)), bits
