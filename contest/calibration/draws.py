"""Draws from what is still possible: scores of all entrants at once, so that places and comparisons come with their doubt.

What each juror is like is drawn first (`Habits.possible`), twenty-five times; given that and the variances, the effects of channels and
jurors are drawn together, then the entrants given those.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from contest.calibration.contacts import Reals
from contest.calibration.fit import Fit
from contest.calibration.leaving import loading
from contest.calibration.mixed import System

DRAWS = 1000
JURIES = 25
"""How many times what jurors are like is drawn; each gives an equal part of the draws."""


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
    return draw_each(fit, [share], seed=seed)[0]


def draw_each(fit: Fit, shares: Sequence[Reals], *, seed: int) -> list[Draws]:
    """The same for several ways to weigh channels, of the same jurors."""
    dice = np.random.default_rng([seed, 2028])
    system, made = fit.system, []
    juries = fit.habits.possible(dice, JURIES, fit.contacts.juror, system.weights.score)
    for jury, weights in enumerate(juries):
        one = System(system.pattern, weights, system.ratios)
        seeds = [seed, 2026, jury]
        made.append(
            _parts(one, shares, centre=fit.centre, noise=system.noise, count=DRAWS // JURIES, seeds=seeds)
        )
    return [_joined(parts) for parts in zip(*made, strict=True)]


def draw_solved(system: System, share: Reals, *, centre: float, seed: int) -> Draws:
    """Draws from one solved system, as if what jurors are like were known; scores are deviations from `centre`."""
    seeds = [seed, 2026]
    return _parts(system, [share], centre=centre, noise=system.noise, count=DRAWS, seeds=seeds)[0]


def _parts(
    system: System, shares: Sequence[Reals], *, centre: float, noise: float, count: int, seeds: Sequence[int]
) -> list[Draws]:
    p, scale = system.pattern, np.sqrt(noise)
    load = loading(system).reshape(p.entrants, p.channels, p.size)
    made = []
    for share in shares:
        dice = np.random.default_rng(seeds)
        free = scale * np.linalg.solve(system.root.T, dice.standard_normal((p.size, count)))
        effects = system.effects[:, None] + free
        answer = np.einsum("c,icq->iq", share, load)
        mine = system.spread * share
        alone = np.sum(mine * share, axis=1) + system.pull * mine.sum(axis=1) ** 2
        own = scale * np.sqrt(alone)[:, None] * dice.standard_normal((p.entrants, count))
        given = (system.alone @ share)[:, None] - answer @ effects
        score = centre + share @ effects[: p.channels] + given + own
        made.append(Draws(score.T, effects[p.channels :].mean(axis=0)))
    return made


def _joined(parts: Sequence[Draws]) -> Draws:
    return Draws(
        np.concatenate([part.score for part in parts]), np.concatenate([part.panel for part in parts])
    )


def expected(fit: Fit, share: Reals) -> Reals:
    """The best guess for every entrant, in points; it depends on no seed."""
    return np.asarray(fit.centre + share @ fit.system.level + fit.system.worth @ share)
