"""A second round where it tells most, against the same number of contacts given to everybody."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from benchmarks.fairness.worlds import Reals, World, more
from contest.calibration.calibrate import Calibration, calibrate
from contest.calibration.contacts import Scored
from contest.calibration.licences import chances
from contest.calibration.second_round import doubtful, propose

SHARE, EACH = 0.25, 4
"""A quarter of the entrants has four contacts more: on average one more for each."""


@dataclass(frozen=True, slots=True)
class Rounds:
    """Shares of wrong licences (level aligned), and what the proposal promised for the chosen entrants."""

    before: float
    grey: float
    everybody: float
    expected: float
    """Gain on the chosen entrants as the proposal said it: wrong decisions avoided, as a share of all entrants."""
    seen: float


def two_rounds(world: World, seed: int) -> Rounds:
    first = _calibrate(world)
    line = world.setting.threshold + float(first.estimate.mean() - world.truth.mean())
    chosen = doubtful(chances(first.draws, line), share=SHARE)
    extras = propose(first, [first.contacts.entrants[at] for at in chosen], line=line, contacts=EACH)
    wanted = [
        (int(extra.entrant), int(channel))
        for extra in extras
        for channel, times in extra.contacts
        for _ in range(times)
    ]
    dice = np.random.default_rng([seed, 8])
    evenly = [
        (int(entrant), int(dice.integers(world.setting.channels)))
        for entrant in dice.permutation(world.setting.entrants)[: len(wanted)]
    ]
    before, grey, even = (
        _wrong(world, found.estimate)
        for found in (first, _calibrate(more(world, wanted, seed)), _calibrate(more(world, evenly, seed)))
    )
    gain = sum(extra.wrong_now - extra.wrong_after for extra in extras) / world.setting.entrants
    return Rounds(
        float(before.mean()), float(grey.mean()), float(even.mean()), gain, float((before - grey).mean())
    )


def _calibrate(world: World) -> Calibration:
    rows = zip(world.entrant.tolist(), world.channel.tolist(), world.juror.tolist(), world.score, strict=True)
    return calibrate(
        [Scored(f"{e:06}", f"{c:03}", f"{j:06}", float(score)) for e, c, j, score in rows], seed=1
    )


def _wrong(world: World, score: Reals) -> Reals:
    level = world.truth.mean() - score.mean()
    line = world.setting.threshold
    return np.asarray((score + level >= line) != (world.truth >= line), dtype=np.float64)
