"""What each juror is like, told from own scores against what others found at the same entrants.

Every juror is one of three sorts, and which one is a matter of probability:

    good      score = mean level + b + a (channel + u) + noise, precision w ~ Gamma(h, h), scale a ~ N(1, tau^2)
    careless  the same with a = 0: nothing of the entrant is in the score, seldom something of the channel
    hostile   good with a = 1, but a share of the contacts lies some 28 points lower

b is integrated out in closed form (good, careless) or over a grid (hostile); w and a over grids. How much jurors differ in noise
and scale (h, tau) is learnt from all of them together, over a small grid of its own. The outcome is the expected weight of each
contact: nobody is thrown out, whoever is probably careless or hostile just counts less.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from contest.calibration.contacts import Counts, Reals
from contest.calibration.leaving import Left
from contest.calibration.mixed import System, Weights

_CARELESS, _HOSTILE = 0.07, 0.03
"""The probability of each of the two bad sorts before any contact is looked at: haste is commoner than malice."""
_SCALES = np.array([0.5, 0.65, 0.8, 0.9, 1.0, 1.1, 1.2, 1.35, 1.5])
_PRECISIONS = np.exp(np.linspace(np.log(0.15), np.log(4.0), 8))
_SHAPES, _SPREADS = np.array([3.0, 5.0, 9.0]), np.array([0.06, 0.12, 0.2, 0.3])
_MADE_UP = np.array([0.3, 0.45, 0.6, 0.75, 0.9, 1.1, 1.35])
"""How widely made-up scores lie, against how widely those of good jurors do."""
_LIKENESS, _LIKENESS_SPREAD, _ANYHOW = 0.85, 0.25, 0.15
"""They are meant to look alike: mostly about this wide (log-normal); some are of any width, as when one score is written again and again."""
_BLIND = 0.85
"""How many of the careless do not even tell channels apart."""
_BARBED = np.array([0.5, 1.0, 2.0])
"""Precisions of a hostile juror."""
_SHARE, _DEPTH, _DEPTH_SPREAD = 0.4, 28.0, 10.0
"""How often a hostile juror strikes, and how deep, in points."""
_NOTHING = 1e-6
"""The weight of a contact that counts for nothing: the equations stay solvable."""
_MILDNESS = np.linspace(-2.5, 2.5, 11)

_A, _W = (grid.ravel() for grid in np.meshgrid(_SCALES, _PRECISIONS, indexing="ij"))
_Z, _V = (grid.ravel() for grid in np.meshgrid(_MILDNESS, _BARBED, indexing="ij"))
_DULL = 2 * len(_MADE_UP)
SCALE = np.concatenate([_A, np.zeros(_DULL), np.ones_like(_V)])
_SEEN = np.concatenate([_A, np.repeat([1.0, 0.0], len(_MADE_UP))])
"""How much of the difference between channels is in the score."""
GOOD, CARELESS, HOSTILE = (
    slice(0, len(_A)),
    slice(len(_A), len(_A) + _DULL),
    slice(len(_A) + _DULL, None),
)


@dataclass(frozen=True, slots=True)
class Habits:
    """Probabilities of every point of the grid for each juror, and of each contact being honest at the hostile points."""

    chance: Reals
    """Jurors x grid; rows sum to 1."""
    honest: Reals
    """Contacts x hostile points of the grid."""
    precision: Reals
    """The precision at every point of the grid, in units of the usual one."""

    @property
    def careless(self) -> Reals:
        return np.asarray(self.chance[:, CARELESS].sum(axis=1))

    @property
    def hostile(self) -> Reals:
        return np.asarray(self.chance[:, HOSTILE].sum(axis=1))

    @property
    def good(self) -> Reals:
        return np.asarray(self.chance[:, GOOD].sum(axis=1))

    @property
    def scale(self) -> Reals:
        """The expected scale of each juror, taken as a good one."""
        good = self.chance[:, GOOD]
        return np.asarray(good @ _A / np.maximum(good.sum(axis=1), 1e-300))

    def scale_band(self, part: float) -> Reals:
        """The scale below which so much of the probability lies, by juror, read off the grid by straight lines."""
        good = self.chance[:, GOOD].reshape(-1, len(_SCALES), len(_PRECISIONS)).sum(axis=2)
        below = np.cumsum(good, axis=1) / np.maximum(good.sum(axis=1, keepdims=True), 1e-300)
        middle = below - 0.5 * np.diff(below, axis=1, prepend=0.0)
        return np.array([np.interp(part, each, _SCALES) for each in middle])

    @property
    def noise(self) -> Reals:
        """By how much the juror's noise (standard deviation) exceeds the usual one."""
        return np.asarray(np.sqrt(self.chance @ (1 / self.precision)))

    def weights(self, juror: Counts, score: Reals) -> Weights:
        """The expected weight of each contact; `score` is passed on as what is to be explained."""
        plain = self.chance[:, : HOSTILE.start]
        scale, precision = SCALE[: HOSTILE.start], self.precision[: HOSTILE.start]
        honest = np.einsum("ij,ij->i", self.chance[juror, HOSTILE], self.honest * _V)
        own, cross, reach = ((plain @ (precision * scale**power))[juror] + honest for power in (0, 1, 2))
        heard = plain.sum(axis=1)[juror] + np.einsum("ij,ij->i", self.chance[juror, HOSTILE], self.honest)
        return Weights(np.maximum(own, _NOTHING), cross, reach, score, heard)

    def possible(
        self, dice: np.random.Generator, count: int, juror: Counts, score: Reals
    ) -> Iterator[Weights]:
        """So many draws of what everybody may be like, as weights of the contacts.

        Each juror's draws are spread evenly over that juror's probabilities (a Latin hypercube), so that few of them tell of all.
        """
        below = self.chance.cumsum(axis=1)
        lots = (
            dice.permuted(np.tile(np.arange(count), (len(below), 1)), axis=1)
            + dice.random((len(below), count))
        ) / count
        for lot in lots.T:
            at = (below < lot[:, None] * below[:, -1:]).sum(axis=1)
            own, scale = self.precision[at][juror], SCALE[at][juror]
            barbed = np.flatnonzero(at[juror] >= HOSTILE.start)
            honest = self.honest[barbed, at[juror][barbed] - HOSTILE.start]
            own[barbed] = np.where(dice.random(len(barbed)) < honest, own[barbed], _NOTHING)
            yield Weights(own, own * scale, own * scale**2, score, np.minimum(own / _NOTHING - 1, 1.0))


def learn(system: System, left: Left, score: Reals) -> Habits:
    """What each juror is like, given the solved system and what others say of each contact's entrant."""
    p = system.pattern
    noise, spread = system.noise, system.ratios.juror * system.noise
    residual = score - system.level[p.contacts.channel]
    precision = _precisions(system)
    plain = _plain(system, left, residual, precision[: HOSTILE.start], spread)
    sharp, honest = _hostile(system, left, residual, noise, spread)
    prior = np.concatenate([_prior(plain[:, GOOD]), np.log(_dull_prior()) + np.log(_CARELESS)])
    prior[GOOD] += np.log(1 - _CARELESS - _HOSTILE)
    log = np.concatenate([plain + prior, sharp + np.log(_barbed_prior()) + np.log(_HOSTILE)], axis=1)
    chance = np.exp(log - log.max(axis=1, keepdims=True))
    return Habits(chance / chance.sum(axis=1, keepdims=True), honest, precision)


def _by_juror(system: System, values: Reals) -> Reals:
    """Sums over the contacts of each juror, who stand together in the canonical order."""
    starts = np.searchsorted(system.pattern.contacts.juror, np.arange(system.pattern.jurors))
    return np.add.reduceat(values, starts, axis=0)


def _precisions(system: System) -> Reals:
    """The precision at every point of the grid: what careless jurors make up is as wide as what good ones find, more or less."""
    ratios = system.ratios
    usual = 1 + ratios.entrant + ratios.interaction + np.var(system.level) / system.noise
    return np.concatenate([_W, np.tile(1 / (_MADE_UP**2 * usual), 2), _V])


def _plain(system: System, left: Left, residual: Reals, precision: Reals, spread: float) -> Reals:
    """Log-likelihoods of jurors at the good and careless points: a Gaussian with the mildness b in common, integrated out."""
    scale = SCALE[: HOSTILE.start]
    weight = 1 / ((left.variance[:, None] * scale**2 + 1 / precision) * system.noise)
    apart = (system.level - system.level.mean())[system.pattern.contacts.channel]
    miss = residual[:, None] + apart[:, None] * (1 - _SEEN) - left.mean[:, None] * scale
    pulled = weight * miss
    total, first, second = (_by_juror(system, each) for each in (weight, pulled, pulled * miss))
    logs = _by_juror(system, np.log(weight))
    common = first**2 / (total + 1 / spread) - np.log1p(spread * total)
    return np.asarray(0.5 * (logs - second + common))


def _hostile(system: System, left: Left, residual: Reals, noise: float, spread: float) -> tuple[Reals, Reals]:
    """Log-likelihoods at the hostile points, and how likely each contact is honest there."""
    variance = (left.variance[:, None] + 1 / _V) * noise
    miss = (residual - left.mean)[:, None] - np.sqrt(spread) * _Z
    straight = (1 - _SHARE) * np.exp(-0.5 * miss**2 / variance) / np.sqrt(variance)
    wide = variance + _DEPTH_SPREAD**2
    struck = _SHARE * np.exp(-0.5 * (miss + _DEPTH) ** 2 / wide) / np.sqrt(wide)
    both = straight + struck + 1e-300
    return _by_juror(system, np.log(both)), straight / both


def _prior(good: Reals) -> Reals:
    """The prior over the good points: candidates for (h, tau) weighted by how well they explain all jurors together."""
    shape, wide = (grid.ravel()[:, None] for grid in np.meshgrid(_SHAPES, _SPREADS, indexing="ij"))
    log = -0.5 * ((_A - 1) / wide) ** 2 + shape * (np.log(_W) - _W)
    each = np.exp(log - log.max(axis=1, keepdims=True))
    each /= each.sum(axis=1, keepdims=True)
    top = good.max(axis=1, keepdims=True)
    evidence = np.sum(np.log(np.exp(good - top) @ each.T + 1e-300), axis=0)
    weight = np.exp(evidence - evidence.max())
    return np.asarray(np.log(weight @ each / weight.sum() + 1e-300))


def _dull_prior() -> Reals:
    bell = np.exp(-0.5 * (np.log(_MADE_UP / _LIKENESS) / _LIKENESS_SPREAD) ** 2)
    each = (1 - _ANYHOW) * bell / bell.sum() + _ANYHOW / len(_MADE_UP)
    return np.concatenate([(1 - _BLIND) * each, _BLIND * each])


def _barbed_prior() -> Reals:
    prior = np.exp(-0.5 * _Z**2 + 3 * (np.log(_V) - _V))
    return np.asarray(prior / prior.sum())
