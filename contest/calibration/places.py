"""Places that are shared unless somebody is better with a stated probability.

    place = 1 + how many others are better with at least that probability

So a place says only what the contacts can carry: of two entrants with the same place nobody knows which is better. How likely one
is better than another follows from the mean and spread of the difference of their draws.
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from contest.calibration.contacts import Counts, Reals

_LEAST_SPREAD = 1e-9


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """Every pair of a group: in units of its own doubt, by how much the first is better."""

    lead: Reals
    """Square; above 0 the row is better than the column."""

    def better(self, probability: float) -> NDArray[np.bool_]:
        """Whether the row is better than the column with at least this probability."""
        return self.lead >= NormalDist().inv_cdf(probability)

    def chance(self, one: int, other: int) -> float:
        """The probability that one is better than the other."""
        return NormalDist().cdf(float(self.lead[one, other]))

    def places(self, probability: float) -> Counts:
        return np.asarray(1 + self.better(probability).sum(axis=0))

    def clear(self, probability: float, *, first: int) -> NDArray[np.bool_]:
        """Who is among the first so many by a clear gap: better than all but `first - 1` others with this probability."""
        count = len(self.lead)
        return np.asarray(self.better(probability).sum(axis=1) >= count - first)


def compare(estimate: Reals, draws: Reals) -> Comparison:
    """All pairs of the entrants whose estimates and draws (draws x entrants) these are."""
    centred = draws - draws.mean(axis=0)
    covariance = centred.T @ centred / (len(draws) - 1)
    variance = np.diag(covariance)
    spread = np.sqrt(np.maximum(variance[:, None] + variance - 2 * covariance, _LEAST_SPREAD**2))
    gap = estimate[:, None] - estimate
    lead = np.where(np.abs(gap) < _LEAST_SPREAD, 0.0, gap / spread)
    np.fill_diagonal(lead, 0.0)
    return Comparison(lead)
