"""A licence that is clear, refused or grey: by the probability that an average juror of this panel would reach the threshold.

The threshold is a line drawn for *this* panel. How strict the panel is as a whole cannot be learnt from its own scores
(`Calibration.level_error` says how uncertain that is), so the line is not moved for it.
"""

from __future__ import annotations

from enum import StrEnum

import numpy as np

from contest.calibration.contacts import Reals
from contest.calibration.draws import Draws


class Verdict(StrEnum):
    CLEAR = "clear"
    GREY = "grey"
    REFUSED = "refused"


def chances(draws: Draws, threshold: float) -> Reals:
    """For each entrant, the probability of reaching the threshold (points)."""
    return np.asarray((draws.by_panel >= threshold).mean(axis=0))


def verdict(chance: float, *, sure: float) -> Verdict:
    """Clear from probability `sure` (above one half), refused up to `1 - sure`, grey between."""
    if chance >= sure:
        return Verdict.CLEAR
    return Verdict.REFUSED if 1 - chance >= sure else Verdict.GREY
