"""What one juror means for the table: the result as it would be without this juror's contacts.

Variances and what the others are like stay as they were found with everybody; only the contacts are left out. That answers the
question that a checker asks ("would excluding J-07 change who wins?") without a second fit for each juror.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from contest.calibration.bands import members
from contest.calibration.calibrate import Calibration
from contest.calibration.contacts import Counts, Reals
from contest.calibration.draws import expected
from contest.calibration.mixed import System

_NOTHING = 1e-9


@dataclass(frozen=True, slots=True)
class Influence:
    """One juror left out."""

    juror: str
    podium_changes: int
    """How many entrants would newly stand among the first of their group."""
    largest: float
    """The largest change of a score, in points."""


def influences(found: Calibration, groups: Sequence[str], *, first: int = 3) -> tuple[Influence, ...]:
    """Everybody of the panel in turn; `groups` follows the order of the entrants."""
    if found.fit is None:
        return ()
    inside = members(groups)
    before = {name: _podium(found.estimate, inside[name], first) for name in inside}
    made = []
    for at, juror in enumerate(found.contacts.jurors):
        without = _without(found, at)
        changed = sum(len(_podium(without, who, first) - before[name]) for name, who in inside.items())
        made.append(Influence(juror, changed, float(np.max(np.abs(without - found.estimate)))))
    return tuple(made)


def _without(found: Calibration, juror: int) -> Reals:
    assert found.fit is not None, "asked only of a corrected result"
    old = found.fit.system
    kept = np.where(found.contacts.juror == juror, _NOTHING, 1.0)
    weights = replace(
        old.weights,
        own=old.weights.own * kept,
        cross=old.weights.cross * kept,
        reach=old.weights.reach * kept,
    )
    moved = replace(found.fit, system=System(old.pattern, weights, old.ratios))
    return expected(moved, found.share)


def _podium(score: Reals, inside: Counts, first: int) -> set[int]:
    order = sorted(inside.tolist(), key=lambda at: (-float(score[at]), at))
    return set(order[:first])
