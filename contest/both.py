"""Both results of the same facts as plain values: what counts, what the other one would change, and how far either is known.

No numpy here: these values travel from the process that reckons to the one that talks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from contest.mistakes import Mistake
from contest.ranking import GroupTable

Decides = Literal["official", "calibrated"]


@dataclass(frozen=True, slots=True)
class Difference:
    """What the result that does not count would change."""

    firsts: int
    """Peer groups in which somebody else would have the most points."""
    licences: int
    """Entrants who would gain or lose a licence."""


@dataclass(frozen=True, slots=True)
class Correction:
    """By how many points the jurors whom an entrant met are stricter than the panel's average (below 0: milder)."""

    entrant: int
    points: float


@dataclass(frozen=True, slots=True)
class Doubts:
    """How far the calibrated result is known."""

    shared: int
    """Entrants who share a place, because nobody knows who is better."""
    clear: int
    """Licences that are sure; `grey`: those that may go either way."""
    grey: tuple[int, ...]
    corrections: tuple[Correction, ...]
    """The largest first."""
    level_error: float
    """The standard error, in points, of how strict the panel is as a whole: it moves everybody alike."""
    warnings: tuple[Mistake, ...]


@dataclass(frozen=True, slots=True)
class Further:
    """A second round at one entrant: contacts by jurors who have not been there, and what they are good for."""

    entrant: int
    reason: Literal["licence", "statuette"]
    contacts: tuple[tuple[str, int], ...]
    """How many in which channel."""
    met: tuple[str, ...]
    """Jurors who should not go again."""
    wrong_now: float
    """The probability that the decision is wrong if it is taken now; `wrong_after`: what is expected after the contacts."""
    wrong_after: float


@dataclass(frozen=True, slots=True)
class JurorFacts:
    """What is known about a juror: severity with its 90 % interval in points above the panel's mean (stricter)."""

    juror: str
    contacts: int
    severity: float
    low: float
    high: float
    noise: float
    """How many times larger than usual the scatter of own scores is."""
    flags: tuple[str, ...]
    podium_changes: int | None
    """How many entrants would newly be among the first three of their group without this juror; None: not reckoned."""


@dataclass(frozen=True, slots=True)
class Both:
    """Both results of one snapshot."""

    decides: Decides
    tables: tuple[GroupTable, ...]
    """What counts."""
    other: tuple[GroupTable, ...]
    """What the other result would give."""
    difference: Difference
    uncorrected: Mistake | None
    """Why severity could not be corrected; then the calibrated result is made of plain means."""
    doubts: Doubts | None
    """None when there is not a single contact."""
    further: tuple[Further, ...]
    jurors: tuple[JurorFacts, ...]
