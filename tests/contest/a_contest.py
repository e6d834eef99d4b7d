"""Small contests with a known truth, for the tests of the calibrated result."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

import numpy as np

from benchmarks.fairness.worlds import Setting, World, base, make
from contest.calibration.calibrate import Calibration, calibrate
from contest.calibration.contacts import Scored


@cache
def world(seed: int = 5, *, setting: Setting | None = None) -> World:
    return make(setting or base(60, 20), seed)


def scored(world: World) -> list[Scored]:
    rows = zip(world.entrant.tolist(), world.channel.tolist(), world.juror.tolist(), world.score, strict=True)
    return [Scored(f"I{e:03}", f"C{c}", f"J{j:02}", float(score)) for e, c, j, score in rows]


@cache
def found(seed: int = 5) -> Calibration:
    return calibrate(scored(world(seed)), seed=1)


def round_robin(
    *, entrants: int = 12, jurors: int = 4, channels: int = 3, severity: Iterable[float] = ()
) -> list[Scored]:
    """Everybody meets everybody, without noise: entrant e is worth 50 + 3e, each channel is 2 points harder, jurors are strict as said."""
    strict = list(severity) or [0.0] * jurors
    return [
        Scored(f"I{e:02}", f"C{c}", f"J{j}", 50 + 3 * e - 2 * c - strict[j])
        for e in range(entrants)
        for c in range(channels)
        for j in range(jurors)
    ]


def without_bad(jurors: int = 20) -> Setting:
    return replace(base(60, jurors), careless=0, hostile=0)


def order(values: Iterable[float]) -> list[int]:
    return [int(at) for at in np.argsort(-np.asarray(list(values)), kind="stable")]
