"""Ranks contests whose truth is known by every method, and prints how near each comes.

    make fairness                                       the usual world, 60 seeds of each size
    make fairness ARGS='--sizes 60/20 --seeds 10'       less
    make fairness ARGS='--worlds regional,items'        these worlds only, with one line each at the end
    make fairness ARGS='--worlds all'                   every world

One process, one thread; a seed takes a third of a second, a second, ten seconds.
"""

from __future__ import annotations

import os

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # before numpy: as the command line does, and as times are told

import argparse
import math
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np

from benchmarks.fairness.extra_round import Rounds, two_rounds
from benchmarks.fairness.informed import found_at
from benchmarks.fairness.measures import NAMES, Measures, measure
from benchmarks.fairness.methods import METHODS
from benchmarks.fairness.worlds import SIZES, Sort, World, base, make, scenarios

SHOWN = (
    "tau",
    "top_ten",
    "wrong",
    "wrong_sure",
    "rmse",
    "luck",
    "held",
    "held_top",
    "width",
)
_LINE = (
    "world",
    *("tau raw", "z-score", "trimmed", "BLUP", "Rasch", "calibrated", "oracle"),
    "gap closed",
    "tau - z-score's",
    "wrong / raw's (oracle's)",
    "wrong_sure",
    "luck (oracle's)",
    *("held", "held_top"),
    "width / oracle's (with equal tails)",
    "flagged good / careless / hostile",
    "at best",
)
_FLAGS = ("good_flagged", "careless_found", "hostile_found")
_MOST_JURORS = 60
"""Leaving out one juror after the other takes too long beyond."""
Table = dict[str, dict[str, list[float]]]


def main(arguments: Sequence[str] | None = None) -> None:
    asked = _parser().parse_args(arguments)
    for size in asked.sizes.split(","):
        entrants, jurors = SIZES[size]
        known = {"base": base(entrants, jurors), **scenarios(entrants, jurors)}
        lines = []
        for world in known if asked.worlds == "all" else asked.worlds.split(","):
            seeds = asked.seeds if world == "base" else asked.other_seeds
            seen = [make(known[world], seed) for seed in range(asked.first, asked.first + seeds)]
            table = _ranked(seen)
            at_best = _at_best(seen, _mean(table["calibrated"]["good_flagged"]))
            _show(f"{world}, {size}: {seeds} seeds", table, at_best)
            if not known[world].items:
                _show_rounds([two_rounds(each, seed) for seed, each in enumerate(seen, asked.first)])
            if world != "base":
                lines.append(_line(world, table, at_best))
        if lines:
            print(f"### Other worlds, {size}: {asked.other_seeds} seeds each\n")
            print("\n".join([_cells(_LINE), _cells(["---"] * len(_LINE)), *lines]), flush=True)


def _parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(prog="benchmarks.fairness", description=__doc__)
    made.add_argument("--sizes", default=",".join(SIZES), help="of " + ", ".join(SIZES))
    made.add_argument("--worlds", default="base", help="names with commas, or all")
    made.add_argument("--seeds", type=int, default=60, help="of the base world")
    made.add_argument("--other-seeds", type=int, default=60, help="of each other world")
    made.add_argument("--first", type=int, default=10_000, help="the first seed (10000)")
    return made


def _ranked(worlds: Iterable[World]) -> Table:
    table: Table = {name: defaultdict(list) for name in METHODS}
    for world in worlds:
        for name, method in METHODS.items():
            started = time.process_time()
            answer = method(world)
            table[name]["seconds"].append(time.process_time() - started)
            _note(table[name], measure(world, answer))
    return table


def _at_best(worlds: Sequence[World], good: float) -> str:
    """Careless and hostile jurors found by who knows all else, for as many good ones flagged."""
    setting = worlds[0].setting
    if setting.items or setting.jurors > _MOST_JURORS or not setting.careless:
        return "–"
    found = found_at(worlds, good=good)
    return f"{found.get(Sort.CARELESS, math.nan):.2f} / {found.get(Sort.HOSTILE, math.nan):.2f}"


def _note(row: dict[str, list[float]], found: Measures) -> None:
    for name in NAMES:
        row[name].append(getattr(found, name))


def _show(title: str, table: Table, at_best: str) -> None:
    print(f"\n### {title}\n")
    print("| method | gap closed | " + " | ".join(SHOWN) + " | seconds |")
    print("|" + " --- |" * (len(SHOWN) + 3))
    for name, row in table.items():
        cells = [_cell(row[column]) for column in SHOWN]
        print(_cells([name, f"{_gap(table, name):.2f}", *cells, f"{_mean(row['seconds']):.3f}"]))
    ours = table["calibrated"]
    print(
        f"\nwrong licences / raw mean's: {_mean(ours['wrong']) / _mean(table['raw mean']['wrong']):.2f}; "
        f"decided: {_mean(ours['decided']):.2f}; "
        f"width / oracle's: {_mean(ours['width']) / _mean(table['oracle']['width']):.3f} "
        f"({_mean(ours['width']) / _mean(table['oracle']['width_of_tails']):.3f} of its bands with equal tails); "
        f"tau - z-score's: {_signed(_lead(table))}"
    )
    for which, name in (("with enough contacts", ""), ("all", "_of_all")):
        flags = (f"{flag} {_mean(ours[flag + name]):.3f}" for flag in _FLAGS)
        print(f"flags, {which}: " + "; ".join(flags))
    print(f"careless / hostile found at best: {at_best}\n", flush=True)


def _line(world: str, table: Table, at_best: str) -> str:
    """One world in short: tau of everybody, the rest of the calibrated result."""
    ours, raw, best = table["calibrated"], table["raw mean"], table["oracle"]
    flags = [_mean(ours[name]) for name in _FLAGS]
    return _cells(
        [
            world,
            *(f"{_mean(row['tau']):.3f}" for row in table.values()),
            f"{_gap(table, 'calibrated'):.2f}",
            _signed(_lead(table)),
            f"{_mean(ours['wrong']) / _mean(raw['wrong']):.2f} ({_mean(best['wrong']) / _mean(raw['wrong']):.2f})",
            f"{_mean(ours['wrong_sure']):.3f}",
            f"{_mean(ours['luck']):.3f} ({_mean(best['luck']):.3f})",
            *(f"{_mean(ours[name]):.3f}" for name in ("held", "held_top")),
            f"{_mean(ours['width']) / _mean(best['width']):.3f} ({_mean(ours['width']) / _mean(best['width_of_tails']):.3f})",
            " / ".join("–" if math.isnan(share) else f"{share:.2f}" for share in flags),
            at_best,
        ]
    )


def _cells(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _gap(table: Table, name: str) -> float:
    """How much of the way from the raw mean's tau to the oracle's."""
    mine, raw, best = (_mean(table[each]["tau"]) for each in (name, "raw mean", "oracle"))
    return (mine - raw) / (best - raw) if best - raw > 1e-9 else math.nan


def _lead(table: Table) -> list[float]:
    """By how much the calibrated tau exceeds the z-score's, by seed."""
    ours, theirs = table["calibrated"]["tau"], table["z-score"]["tau"]
    return [one - other for one, other in zip(ours, theirs, strict=True)]


def _show_rounds(rounds: Sequence[Rounds]) -> None:
    before, grey, even = (
        _mean([getattr(each, name) for each in rounds]) for name in ("before", "grey", "everybody")
    )
    print(
        f"wrong licences, one round {before:.3f}; with a quarter more contacts: where it is grey {grey:.3f} "
        f"({grey / before - 1:+.0%}), the same number to everybody {even:.3f} ({even / before - 1:+.0%}); "
        f"expected gain said beforehand {_mean([each.expected for each in rounds]):.3f}, "
        f"seen {_mean([each.seen for each in rounds]):.3f}"
    )


def _mean(values: Iterable[float]) -> float:
    kept = [value for value in values if not math.isnan(value)]
    return float(np.mean(kept)) if kept else math.nan


def _cell(values: Sequence[float]) -> str:
    return f"{_mean(values):.3f}±{_error(values):.3f}"


def _signed(values: Sequence[float]) -> str:
    return f"{_mean(values):+.3f}±{_error(values):.3f}"


def _error(values: Sequence[float]) -> float:
    kept = [value for value in values if not math.isnan(value)]
    return float(np.std(kept, ddof=1) / math.sqrt(len(kept))) if len(kept) > 1 else math.nan


if __name__ == "__main__":
    main()
