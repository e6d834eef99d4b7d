"""Near-identical pictures: 64 bits that say where a picture gets darker from left to right (a difference hash).

The picture is drawn 9 x 8 in shades of grey; each bit compares two neighbours. Saving again, shrinking and a touch of the
brightness move few bits. Two looks with at most `NEAR` different bits share one of `NEAR + 1` parts whole, so candidates
are found by part, in an index, and only they are compared.

Source of the method: N. Krawetz, "Kind of Like That" (2013), the dHash.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

WIDE, HIGH = 9, 8
NEAR = 6
"""Bits of 64."""
_PLAIN = 8
"""With fewer bits set, or fewer unset, it is a plain surface: it looks like every other one."""
_CUTS = (0, 2, 4, 6, 8, 10, 13, 16)
"""Where the 16 hexadecimal digits of a look are cut into `NEAR + 1` parts; migration 13 cuts them so too."""


def look(shades: Sequence[int]) -> str:
    """The look of a picture: its shades of grey, 0 to 255, row by row, `WIDE` in each of `HIGH` rows; 16 digits."""
    bits = 0
    for row in range(HIGH):
        for column in range(WIDE - 1):
            place = row * WIDE + column
            bits = bits << 1 | (shades[place] > shades[place + 1])
    return f"{bits:016x}"


def parts(seen: str) -> tuple[str, ...]:
    """The digits of each part of a look; none where it was not kept."""
    return tuple(seen[start:end] for start, end in pairwise(_CUTS)) if seen else ()


def alike(seen: str, others: Iterable[str]) -> list[bool]:
    """Of each of these looks, whether it is nearly the one that was `seen`. A plain surface is like none."""
    mine, theirs = int(seen, 16), [int(other, 16) for other in others]
    return [not (_plain(mine) or _plain(one)) and (mine ^ one).bit_count() <= NEAR for one in theirs]


def _plain(bits: int) -> bool:
    return not _PLAIN <= bits.bit_count() <= 64 - _PLAIN
