"""How jurors work, as plain values: what is known of the making of each contact goes in, what a checker reads comes out.

No numpy here: these values travel between the process that talks and the one that reckons (`contest.conducting`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Work:
    """The making of one approved contact."""

    assignment: int
    begun: datetime
    seconds: float | None
    """The median between answers that only needed a tap; None: too few of them, or no longer kept."""


@dataclass(frozen=True, slots=True)
class Told:
    """A number with its 90 % interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Conduct:
    """How one juror works. None: fewer than eight contacts tell of it, or nothing could be compared."""

    juror: str
    drift: Told | None
    """Points by which severity rose from the first contact to the last."""
    pace: Told | None
    """Seconds between answers, as a share of what others take in the same channel (1)."""
    halo: Told | None
    """How far the sections of one contact lie apart, as a share of what is usual in the same channel (1)."""
