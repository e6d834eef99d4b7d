"""The door through which time enters: the only place that asks the computer what time it is.

For rehearsals a file may shift the clock: it holds an offset such as `+3d2h` or `-90m` and is looked at again whenever
it changes. What cannot be read as an offset leaves the last good one in force.
"""

from __future__ import annotations

import os
import re
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

_OFFSET = re.compile(r"([+-]?)\s*((?:\d+\s*[dhms]\s*)+)")
_PART = re.compile(r"(\d+)\s*([dhms])")
_UNITS = {"d": "days", "h": "hours", "m": "minutes", "s": "seconds"}
_FURTHEST = timedelta(days=36525)
"""A rehearsal goes a hundred years either way: beyond the calendar there is nothing to rehearse."""


def read_offset(text: str) -> timedelta | None:
    """`+3d2h` as a time span; nothing for an empty file; None for what is not an offset."""
    text = text.strip()
    if not text:
        return timedelta()
    match = _OFFSET.fullmatch(text)
    if not match:
        return None
    span = timedelta()
    try:
        for amount, unit in _PART.findall(match[2]):
            span += timedelta(**{_UNITS[unit]: int(amount)})
    except (OverflowError, ValueError):  # a number beyond all measure
        return None
    if span > _FURTHEST:
        return None
    return -span if match[1] == "-" else span


class Clock:
    """Now, in UTC, shifted by the rehearsal file if there is one."""

    def __init__(self, shift: Path | None = None) -> None:
        self._shift = shift
        self._seen: tuple[int, int] | None = None
        self._offset = timedelta()

    def now(self) -> datetime:
        return datetime.now(UTC) + self._current()

    def monotonic(self) -> float:
        """Seconds that never jump, for measuring how long something took."""
        return time.monotonic()

    def real(self) -> datetime:
        """Now by the computer's own clock, whatever a rehearsal says: what files on its disk are dated by."""
        return datetime.now(UTC)

    def steady(self) -> float:
        """Seconds that pass evenly, also while the computer sleeps, for telling when its clock was moved."""
        return time.clock_gettime(time.CLOCK_BOOTTIME)

    def _current(self) -> timedelta:
        if self._shift is None:
            return self._offset
        try:
            stat = os.stat(self._shift)  # noqa: PTH116 -- asked at every step, and twice as fast
            if (seen := (stat.st_mtime_ns, stat.st_size)) != self._seen:
                self._seen = seen
                offset = read_offset(self._shift.read_text("utf-8", errors="replace"))
                self._offset = self._offset if offset is None else offset
        except OSError:  # not there, or not readable
            return self._offset
        return self._offset
