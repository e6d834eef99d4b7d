"""The fit: variances and what jurors are like, each in the light of the other, until they agree.

Variances are learnt from the contacts of jurors who are more likely good than not, all weighing alike. Weights that were learnt from the
same residuals would take what is the entrant's own in a channel for noise of the juror: interaction came out at half of what it was, and
bands too wide. They are kept in points: the noise to which a careful juror's weight refers is less than the plain mean.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from contest.calibration.contacts import Contacts, Reals
from contest.calibration.habits import Habits, learn
from contest.calibration.leaving import Left, leave_one_out
from contest.calibration.mixed import Pattern, Ratios, System, Weights
from contest.calibration.reml import USUAL, estimate

PASSES = 6
_VARIANCES_AT = (0, 2, 4)
_NOTHING = 1e-6
"""The weight of a contact that counts for nothing: the equations stay solvable."""


@dataclass(frozen=True, slots=True, eq=False)
class Fit:
    """What the contacts say. Scores inside are deviations from `centre`, the mean of all of them, and a juror's use of the scale
    is taken out of the differences between channels."""

    contacts: Contacts
    centre: float
    system: System
    left: Left
    habits: Habits


def fit(contacts: Contacts) -> Fit:
    """The model fitted to these contacts."""
    pattern, centre = Pattern(contacts), float(contacts.score.mean())
    score = contacts.score - centre
    weights, ratios = _plain(np.ones(len(contacts), dtype=bool), score), Ratios(*np.exp(USUAL))
    good = np.ones(len(contacts), dtype=bool)
    for turn in range(PASSES):
        if turn in _VARIANCES_AT:
            plain = _plain(good, weights.score)
            ratios = estimate(pattern, plain, ratios)
            noise = plainly = System(pattern, plain, ratios).noise
        system = System(pattern, weights, Ratios(*(plainly / noise * ratio for ratio in ratios)))
        noise = system.noise
        habits = learn(system, leave_one_out(system), score)
        weights = habits.weights(contacts.juror, score - _stretch(system, habits))
        good = habits.good[contacts.juror] > 0.5
    system = System(pattern, weights, Ratios(*(plainly / noise * ratio for ratio in ratios)))
    return Fit(contacts, centre, system, leave_one_out(system), habits)


def _plain(good: NDArray[np.bool_], score: Reals) -> Weights:
    """The contacts of good jurors, all alike. Half a weight would be no half measure: it calls a contact noisier than it is."""
    weight = np.where(good, 1.0, _NOTHING)
    return Weights(weight, weight, weight, score, good.astype(np.float64))


def _stretch(system: System, habits: Habits) -> Reals:
    """What a juror's use of the scale does to the difference between channels: not the entrant's doing."""
    contacts = system.pattern.contacts
    apart = system.level - system.level.mean()
    return np.asarray((habits.scale[contacts.juror] - 1) * apart[contacts.channel])
