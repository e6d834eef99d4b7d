"""The fit: variances and what jurors are like, each in the light of the other, until they agree.

Variances are learnt with every good juror's contacts weighing alike. Weights that were learnt from the same residuals would take what is
the entrant's own in a channel for noise of the juror: interaction came out at half of what it was, and bands too wide.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from contest.calibration.contacts import Contacts, Reals
from contest.calibration.habits import Habits, learn
from contest.calibration.leaving import Left, leave_one_out
from contest.calibration.mixed import Pattern, Ratios, System, Weights
from contest.calibration.reml import USUAL, estimate

PASSES = 6
_VARIANCES_AT = (0, 2, 4)
_DOUBTED = 1e-6
"""What the contacts of a juror who is surely not good still weigh for the variances."""


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
    good = np.ones(len(contacts))
    weights, ratios = Weights(good, good, good, score), Ratios(*np.exp(USUAL))
    for turn in range(PASSES):
        if turn in _VARIANCES_AT:
            ratios = estimate(pattern, Weights(good, good, good, weights.score), ratios)
        system = System(pattern, weights, ratios)
        habits = learn(system, leave_one_out(system), score)
        weights = habits.weights(contacts.juror, score - _stretch(system, habits))
        good = np.maximum(habits.good[contacts.juror], _DOUBTED)
    system = System(pattern, weights, ratios)
    return Fit(contacts, centre, system, leave_one_out(system), habits)


def _stretch(system: System, habits: Habits) -> Reals:
    """What a juror's use of the scale does to the difference between channels: not the entrant's doing."""
    contacts = system.pattern.contacts
    apart = system.level - system.level.mean()
    return np.asarray((habits.scale[contacts.juror] - 1) * apart[contacts.channel])
