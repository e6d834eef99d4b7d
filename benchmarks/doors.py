"""`make doors`: short ways against surprise at the door, as a frontier of settings.

For each setting the chances of every visit are computed anew with other noise, as a plan does, and averaged: how long the ways
are beside a plan that takes any allowed juror, and how likely the likeliest juror of a visit is.
"""

from __future__ import annotations

import argparse
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from rich.console import Console
from rich.table import Table

from benchmarks.planning import RULES, demand, greedy, way
from contest.planning.able import Field, number
from contest.planning.door import USUAL, Surprise, chances, near

OBVIOUS = 0.8
"""A juror likelier than this at a door is called obvious in the table."""


def capped(likeliest: float, noise: float) -> Surprise:
    """Nobody likelier than this, whatever the ways."""
    return Surprise(likeliest=likeliest, likelier=(), aim=None, noise=noise)


def aiming(aim: float | None, *steps: float) -> Surprise:
    """At most a half, two thirds for the nearest who spares a detour, and these steps where the aim asks for them."""
    prices = (60.0, 80.0, 100.0)
    return Surprise(likelier=(USUAL.likelier[0], *zip(steps, prices, strict=False)), aim=aim)


FRONTIER = {
    "shortest possible": Surprise(near=10**6, elsewhere=0, likeliest=1.0, likelier=(), aim=None, noise=0.0),
    "shortest, 8 near and 4 others": Surprise(
        near=8, elsewhere=4, likeliest=1.0, likelier=(), aim=None, noise=0.0
    ),
    "noise 1": capped(1.0, 1.0),
    "noise 4": capped(1.0, 4.0),
    "noise 8": capped(1.0, 8.0),
    "at most 0.80": capped(0.8, 1.0),
    "at most 0.67": capped(2 / 3, 1.0),
    "at most 0.50": capped(0.5, 1.0),
    "at most 0.50, noise 4": capped(0.5, 4.0),
    "at most 0.40": capped(0.4, 1.0),
    "0.50, nearest 0.67": aiming(None),
    "the same, aim 0.375, to 0.75": aiming(0.375, 0.75),
    "the same, aim 0.375, to 0.80 (ours)": USUAL,
    "the same, aim 0.360, to 0.80": aiming(0.36, 0.75, 0.8),
    "the same, aim 0.375, to 0.90": aiming(0.375, 0.75, 0.8, 0.9),
    "the same, aim 0.360, to 0.90": aiming(0.36, 0.75, 0.8, 0.9),
}


@dataclass(frozen=True, slots=True)
class Found:
    """One demand under one setting; shares of 0..1."""

    travel: float
    mean: float
    worst: float
    """The likeliest juror's chance, in the mean of the visits and at the worst twentieth."""
    obvious: float


@dataclass(frozen=True, slots=True)
class World:
    """A demand, and how long the ways of random greedy plans are in it."""

    field: Field
    greedy: float


def world(many: int, jurors: int, seed: int) -> World:
    """The same demands as `benchmarks.planning`."""
    slots, panel = demand(many, jurors, seed)
    ways = [way(greedy(slots, panel, 1000 + again, RULES), panel) for again in range(8)]
    ordered = sorted(slots, key=lambda slot: slot.key), sorted(panel, key=lambda juror: juror.code)
    return World(number(*ordered, (), RULES), statistics.mean(ways))


def found(one: World, how: Surprise, redraws: int) -> Found:
    """The chances of this demand in the mean over the noise."""
    likely = np.zeros(one.field.may.shape)
    for seed in range(redraws):
        dice = np.random.default_rng(seed)
        arcs, chance = chances(one.field, near(one.field, dice, {}, how), dice, how)
        np.add.at(likely, (arcs.slot, arcs.juror), chance / redraws)
    going = likely.sum(axis=1) > 0
    tops = np.sort(likely[going].max(axis=1) / likely[going].sum(axis=1))
    ways = float((likely * np.nan_to_num(one.field.km)).sum() / likely.sum())
    return Found(
        ways / one.greedy,
        float(tops.mean()),
        float(tops[int(0.95 * len(tops))]),
        float((tops > OBVIOUS + 0.01).mean()),
    )


def main() -> None:
    """Print the frontier."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--seeds", type=int, default=10, help="demands of each size (10)")
    asked.add_argument(
        "--redraws", type=int, default=12, help="chances of each demand that are averaged (12)"
    )
    options = asked.parse_args()
    console = Console(width=110)
    for many, jurors in ((60, 20), (300, 60)):
        worlds = [world(many, jurors, seed) for seed in range(options.seeds)]
        table = Table(
            title=f"{many} x 5 x {jurors}: travel as a share of random greedy's; likeliest juror of a visit"
        )
        for heading in ("chances", "travel", "worst", "likeliest", "worst 1/20", f"> {OBVIOUS}", "worst"):
            table.add_column(heading, justify="left" if heading == "chances" else "right")
        for name, how in FRONTIER.items():
            _add(table, name, [found(one, how, options.redraws) for one in worlds])
        console.print(table)


def _add(table: Table, name: str, all_found: Sequence[Found]) -> None:
    travel = [one.travel for one in all_found]
    obvious = [one.obvious for one in all_found]
    table.add_row(
        name,
        f"{statistics.mean(travel):.1%}",
        f"{max(travel):.1%}",
        f"{statistics.mean(one.mean for one in all_found):.0%}",
        f"{statistics.mean(one.worst for one in all_found):.0%}",
        f"{statistics.mean(obvious):.0%}",
        f"{max(obvious):.0%}",
    )


if __name__ == "__main__":
    main()
