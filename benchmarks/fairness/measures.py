"""How near an answer comes to the truth: order, licences, bands, luck, flags."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

import numpy as np

from benchmarks.fairness.methods import Answer
from benchmarks.fairness.worlds import Reals, Sort, World
from contest.calibration.bands import rank_band, ranks

SURE = 0.9
ENOUGH = 8
"""Contacts from which jurors can be told apart at all; below it, flags are counted apart."""


@dataclass(frozen=True, slots=True)
class Measures:
    """One answer in one world. Shares from 0 to 1; not a number where there is nothing to measure."""

    tau: float
    """Kendall's tau-b of the order with the true one."""
    top_ten: float
    wrong: float
    """Entrants on the wrong side of the licence's threshold, after the level is aligned."""
    wrong_sure: float
    """The same among those decided with 90 %."""
    decided: float
    rmse: float
    luck: float
    """The share of the error's variance that is explained by the severity of the jurors drawn."""
    held: float
    """90 % bands of place that hold the true place."""
    held_top: float
    """The same in the true top tenth."""
    width: float
    """Mean width of these bands, as a share of the field."""
    width_of_tails: float
    """The same if the bands were cut with equal tails, as is usual elsewhere."""
    good_flagged: float
    """Of those with at least eight contacts, here and in the next two; then of all who have any."""
    careless_found: float
    hostile_found: float
    good_flagged_of_all: float
    careless_found_of_all: float
    hostile_found_of_all: float


NAMES = tuple(field.name for field in fields(Measures))


def measure(world: World, answer: Answer) -> Measures:
    s, truth = world.setting, world.truth
    shift = truth.mean() - answer.score.mean()
    error = answer.score + shift - truth
    passes = truth >= s.threshold
    chance = (answer.draws + shift >= s.threshold).mean(axis=0)
    decided = (chance >= SURE) | (chance <= 1 - SURE)
    places = ranks(truth[None])[0]
    drawn = ranks(answer.draws)
    band = rank_band(drawn)
    low, high = np.quantile(drawn, [0.05, 0.95], axis=0)
    held = (band.best <= places) & (places <= band.worst)
    top = places <= max(1, s.entrants // 10)
    ten = min(10, s.entrants)
    best = set(np.argsort(-answer.score, kind="stable")[:ten].tolist())
    return Measures(
        tau(answer.score, truth),
        len(best & set(np.flatnonzero(places <= ten).tolist())) / ten,
        float(np.mean((answer.score + shift >= s.threshold) != passes)),
        float(np.mean(((chance >= SURE) != passes)[decided])) if decided.any() else float("nan"),
        float(decided.mean()),
        float(np.sqrt(np.mean(error**2))),
        _luck(world, error),
        float(held.mean()),
        float(held[top].mean()),
        float(np.mean(band.worst - band.best + 1) / s.entrants),
        float(np.mean(high - low + 1) / s.entrants),
        *_flags(world, answer),
    )


def tau(one: Reals, other: Reals) -> float:
    """Kendall's tau-b, all pairs."""
    a, b = (np.sign(each[:, None] - each).astype(np.int8) for each in (one, other))
    agreed = int(np.einsum("ij,ij->", a, b, dtype=np.int64))
    return agreed / float(np.sqrt(float(np.count_nonzero(a)) * float(np.count_nonzero(b))))


def _luck(world: World, error: Reals) -> float:
    count = np.bincount(world.entrant, minlength=len(error))
    drawn = np.bincount(world.entrant, world.severity[world.juror], len(error)) / count
    if drawn.std() < 1e-9:
        return 0.0
    return float(np.corrcoef(drawn, error)[0, 1] ** 2)


def _flags(world: World, answer: Answer) -> Iterator[float]:
    """The share of each sort that is flagged: among those with enough contacts, then among all."""
    flagged = answer.flagged
    count = np.bincount(world.juror, minlength=world.setting.jurors)
    for least in (ENOUGH, 1):
        for sort in Sort:
            some = frozenset(np.flatnonzero((world.sort == sort) & (count >= least)).tolist())
            yield float("nan") if flagged is None else _share(flagged, some)


def _share(found: frozenset[int], of: frozenset[int]) -> float:
    return len(found & of) / len(of) if of else float("nan")
