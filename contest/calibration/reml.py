"""Variances by penalised restricted likelihood: a small quasi-Newton search over the logarithms of three ratios.

With one contact in each entrant x channel, noise and interaction cannot be told apart by the likelihood alone, and a variance may
run to nothing or to everything. A weak log-normal prior on the *ratios* keeps them where mystery audits live (Chung,
Rabe-Hesketh, Dorie, Gelman, Liu 2013 penalise variances away from zero for the same reason).
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from contest.calibration.contacts import Reals
from contest.calibration.mixed import Pattern, Ratios, System, Weights

USUAL = np.log([0.8, 0.4, 0.4])
"""Where a search starts: the usual ratios."""
_WONTED, _DOUBT = np.log([0.8, 0.5, 0.4]), np.array([3.0, 0.8, 1.0])
"""Of entrants to noise (hardly a guess: contests of near equals exist), of interaction to entrants, of jurors to noise."""
_STEP = 1e-4
_LEAST, _MOST = np.log(1e-3), np.log(1e3)


def estimate(pattern: Pattern, weights: Weights, start: Ratios, *, passes: int = 30) -> Ratios:
    """The ratios that explain the contacts best, from a first guess."""

    def cost(x: Reals) -> float:
        deviance = System(pattern, weights, Ratios(*np.exp(x))).deviance
        off = np.array([x[0], x[1] - x[0], x[2]]) - _WONTED
        return deviance + float(np.sum((off / _DOUBT) ** 2))

    return Ratios(*np.exp(_descend(cost, np.log(start), passes)))


def _descend(cost: Callable[[Reals], float], x: Reals, passes: int) -> Reals:
    """BFGS with forward differences and a backtracking line."""
    here, slope = cost(x), None
    inverse = np.eye(len(x)) * 0.05
    slope = _slope(cost, x, here)
    for _ in range(passes):
        step = -inverse @ slope
        step *= min(1.0, 1.5 / max(1e-12, float(np.max(np.abs(step)))))
        gain = float(slope @ step)
        if -gain < 1e-5:
            break
        scale = 1.0
        while True:
            moved = np.clip(x + scale * step, _LEAST, _MOST)
            there = cost(moved)
            if there <= here + 1e-4 * scale * gain or scale < 1e-3:
                break
            scale *= 0.4
        if there >= here:
            break
        turned = _slope(cost, moved, there)
        inverse = _update(inverse, moved - x, turned - slope)
        x, here, slope = moved, there, turned
    return x


def _slope(cost: Callable[[Reals], float], x: Reals, here: float) -> Reals:
    return np.array([(cost(x + _STEP * unit) - here) / _STEP for unit in np.eye(len(x))])


def _update(inverse: Reals, moved: Reals, turned: Reals) -> Reals:
    """The BFGS update, left out where it would lose positive definiteness."""
    along = float(moved @ turned)
    if along <= 1e-10:
        return inverse
    eye = np.eye(len(moved))
    left = eye - np.outer(moved, turned) / along
    return left @ inverse @ left.T + np.outer(moved, moved) / along
