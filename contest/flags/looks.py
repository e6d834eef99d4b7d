"""Near-identical pictures: 64 bits that say where a picture gets darker from left to right (a difference hash).

The picture is drawn 9 x 8 in shades of grey; each bit compares two neighbours. Saving again, shrinking and a touch of the
brightness move few bits. Two looks with at most `NEAR` different bits share one of `NEAR + 1` parts whole, so candidates
are found by part and only they are compared.

Source of the method: N. Krawetz, "Kind of Like That" (2013), the dHash.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
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


def alike(mine: Iterable[Picture], among: Iterable[Picture]) -> dict[int, list[Flag]]:
    """By assignment, each of these photos that another assignment nearly has, though not the very same."""
    wanted = list(mine)
    parts: defaultdict[tuple[int, int], list[tuple[int, Picture]]] = defaultdict(list)
    for one in wanted:
        bits = _bits(one)
        for part in _parts(bits):
            parts[part].append((bits, one))
    others: defaultdict[tuple[int, str, str], dict[str, None]] = defaultdict(dict)
    for theirs in among:
        bits = _bits(theirs)
        for part in _parts(bits):
            for those, one in parts.get(part, ()):
                if (
                    theirs.assignment != one.assignment
                    and theirs.key != one.key
                    and (bits ^ those).bit_count() <= NEAR
                ):
                    others[one.assignment, one.question, one.key][theirs.label] = None
    found: defaultdict[int, list[Flag]] = defaultdict(list)
    for one in wanted:
        if labels := others.get((one.assignment, one.question, one.key)):
            facts: dict[str, Fact] = {"label": next(iter(labels)), "more": len(labels) - 1}
            found[one.assignment].append(Flag("photo-like", one.question, facts))
    return found


def _bits(picture: Picture) -> int:
    """The look as a number; 0, which is the look of a plain surface, where it was not kept."""
    return int(picture.look, 16) if picture.look else 0


def _parts(bits: int) -> Iterator[tuple[int, int]]:
    """Number and value of each part of a look; none of a plain surface."""
    if _PLAIN <= bits.bit_count() <= 64 - _PLAIN:
        for number, (start, end) in enumerate(_PARTS):
            yield number, bits >> start & ((1 << (end - start)) - 1)
