"""How well bad jurors can be told apart at all: by somebody who knows everything of a world but what this one juror is like.

All others are known: severity, scale, noise, each made-up contact, the level of channels, all variances and how bad jurors go about it.
Of every entrant remains what the others' contacts leave open. The evidence against a juror is the likelihood of own scores
as a careless or a hostile one over that as a good one, own severity, scale and noise integrated out over grids. Nothing that
sees only scores can do better; so it tells which of the asked shares are to be had in a world.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from benchmarks.fairness.measures import ENOUGH
from benchmarks.fairness.methods import known_contacts, known_system
from benchmarks.fairness.worlds import Counts, Reals, Sort, World

_NODES = np.linspace(-2.5, 2.5, 11)
_WEIGHTS = np.exp(-0.5 * _NODES**2) / np.exp(-0.5 * _NODES**2).sum()


@dataclass(frozen=True, slots=True)
class _Own:
    """The contacts of one juror: the score, the channel's level, and what all others say of the entrant there."""

    score: Reals
    level: Reals
    mean: Reals
    variance: Reals


def evidence(world: World) -> Reals:
    """Log likelihood ratio of being bad, for each juror; 0 for those without contacts. Not for worlds of items."""
    contacts = known_contacts(world)
    found = np.zeros(world.setting.jurors)
    for juror in np.unique(contacts.juror).tolist():
        mine = np.flatnonzero(contacts.juror == juror)
        level = (world.level - world.setting.mean)[contacts.channel[mine]]
        score = contacts.score[mine] - world.setting.mean
        found[juror] = _against(world, _Own(score, level, *_others(world, mine)))
    return found


def found_at(worlds: Sequence[World], *, good: float) -> dict[Sort, float]:
    """Which share of the careless and of the hostile is found if this share of good ones may be flagged; all with enough contacts."""
    sort, count, against = (
        np.concatenate(parts)
        for parts in zip(
            *((w.sort, np.bincount(w.juror, minlength=w.setting.jurors), evidence(w)) for w in worlds),
            strict=True,
        )
    )
    enough = count >= ENOUGH
    bar = np.quantile(against[enough & (sort == Sort.GOOD)], 1 - good)
    return {
        bad: float(np.mean(against[enough & (sort == bad)] > bar))
        for bad in (Sort.CARELESS, Sort.HOSTILE)
        if np.any(enough & (sort == bad))
    }


def _others(world: World, mine: Counts) -> tuple[Reals, Reals]:
    """Mean and variance of what the entrants of these contacts are worth there, by everybody else's contacts."""
    system = known_system(world, without=mine)
    cell = system.pattern.cell[mine]
    level = system.level - (world.level - world.setting.mean)
    own = system.spread + system.spread**2 * system.pull[:, None]
    return (system.worth + level).ravel()[cell], own.ravel()[cell]


def _against(world: World, own: _Own) -> float:
    s = world.setting
    mild = -s.severity * _NODES
    scale, noise = (
        grid.ravel()[:, None, None]
        for grid in np.meshgrid(np.exp(s.scale * _NODES), s.noise * np.exp(s.noise_spread * _NODES))
    )
    sorts = np.outer(_WEIGHTS, _WEIGHTS).ravel()[:, None] * _WEIGHTS
    miss = own.score[:, None] - scale * (own.level + own.mean)[:, None] - mild
    variance = scale**2 * own.variance[:, None] + noise**2
    honest = np.exp(-0.5 * miss**2 / variance) / np.sqrt(variance)
    struck = np.exp(-0.5 * (miss + s.strike) ** 2 / variance) / np.sqrt(variance)
    good, hostile = (
        _total(np.log(each + 1e-300).sum(axis=1), sorts)
        for each in (honest, (1 - s.strikes) * honest + s.strikes * struck)
    )
    seen = s.seen * own.mean + (world.level - s.mean).mean()
    wide = s.made_up**2 + s.seen**2 * own.variance[:, None]
    dull = -0.5 * (own.score[:, None] - seen[:, None] - mild) ** 2 / wide - 0.5 * np.log(wide)
    careless = _total(dull.sum(axis=0), _WEIGHTS)
    return float(np.logaddexp(careless, hostile) - np.log(2) - good)


def _total(log: Reals, weights: Reals) -> float:
    top = log.max()
    return float(top + np.log(np.sum(weights * np.exp(log - top))))
