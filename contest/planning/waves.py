"""Which offers leave first: nobody is given thirty at once, and what must happen early is offered early."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta

_LAST = timedelta(days=1)
"""What a juror gets at least between the last wave and the end."""


def waves(contacts: Sequence[tuple[str, int]], most: int, *, limit: int) -> list[int]:
    """The wave, from 1, of each contact (juror, first day): a juror gets at most `most` in one, the earliest days first.

    `most` 0: everything in the first. No wave comes after the `limit`-th; what would is in the last one.
    """
    if not most:
        return [1] * len(contacts)
    mine: defaultdict[str, list[int]] = defaultdict(list)
    for place in sorted(range(len(contacts)), key=lambda place: (contacts[place][1], place)):
        mine[contacts[place][0]].append(place)
    found = [1] * len(contacts)
    for places in mine.values():
        for rank, place in enumerate(places):
            found[place] = min(rank // most + 1, limit)
    return found


def fitting(begins: datetime, ends: datetime, every: timedelta) -> int:
    """How many waves there is time for, the last of them a day before the end; at least one."""
    return max(1, (ends - _LAST - begins) // every + 1)
