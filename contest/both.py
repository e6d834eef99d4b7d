"""Both results of the same facts as plain values: what counts, what the other one would change, and how far either is known.

No numpy here: these values travel from the process that reckons to the one that talks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from contest.conduct import Told
from contest.mistakes import Mistake
from contest.ranking import GroupTable

METHOD = 4
"""Raised whenever the same facts would give another calibrated result: what was shown by an older program is then shown anew."""

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
class Level:
    """What the licence's threshold means: an average juror of *this* panel. How strict that is cannot be learnt from its scores.

    `error`: the panel may be so many points too strict or too mild (90 %); it moves everybody alike. `licences` at the threshold as it
    stands, `strict` and `mild` when the panel is that much too strict (then more deserve one) or too mild.
    """

    threshold: float
    error: float
    licences: int
    strict: int
    mild: int


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
    level: Level
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
    scale: Told
    """How much of the scale is used: 1 usual, below 1 only its middle."""
    slope: Told | None
    """By how many points own scores rise when others find one point more; None: cannot be told."""
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
