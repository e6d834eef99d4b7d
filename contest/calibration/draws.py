"""Draws from what is still possible: scores of all entrants at once, so that places and comparisons come with their doubt.

Given variances and what jurors are like, the effects of channels and jurors are drawn together, then the entrants given those.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from contest.calibration.contacts import Reals
from contest.calibration.fit import Fit
from contest.calibration.leaving import loading
from contest.calibration.mixed import System

DRAWS = 1000


@dataclass(frozen=True, slots=True, eq=False)
class Draws:
    """Possible scores, in points. A score is that of an average juror of all conceivable ones.

    How far *this* panel is milder than those is not to be learnt from its own scores; `panel` says how far it may be, draw by
    draw. It moves everybody alike, so it touches no place, but it does touch a threshold.
    """

    score: Reals
    """Draws x entrants."""
    panel: Reals
    """One number a draw, to be added for an average juror of this panel."""

    @property
    def by_panel(self) -> Reals:
        return np.asarray(self.score + self.panel[:, None])


def draw(fit: Fit, share: Reals, *, seed: int) -> Draws:
    """Draws of the mean over channels, weighted by `share` (which sums to 1)."""
    return draw_solved(fit.system, share, centre=fit.centre, seed=seed)


def draw_solved(system: System, share: Reals, *, centre: float, seed: int) -> Draws:
    """The same from any solved system whose scores are deviations from `centre`."""
    dice = np.random.default_rng([seed, 2026])
    p, scale = system.pattern, np.sqrt(system.noise)
    free = scale * np.linalg.solve(system.root.T, dice.standard_normal((p.size, DRAWS)))
    effects = system.effects[:, None] + free
    answer = np.einsum("c,icq->iq", share, loading(system).reshape(p.entrants, p.channels, p.size))
    mine = system.spread * share
    alone = np.sum(mine * share, axis=1) + system.pull * mine.sum(axis=1) ** 2
    own = scale * np.sqrt(alone)[:, None] * dice.standard_normal((p.entrants, DRAWS))
    given = (system.alone @ share)[:, None] - answer @ effects
    score = centre + share @ effects[: p.channels] + given + own
    return Draws(np.ascontiguousarray(score.T), effects[p.channels :].mean(axis=0))


def expected(fit: Fit, share: Reals) -> Reals:
    """The best guess for every entrant, in points; it depends on no seed."""
    return np.asarray(fit.centre + share @ fit.system.level + fit.system.worth @ share)
