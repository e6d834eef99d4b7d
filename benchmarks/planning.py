"""`make planning`: how good and how fast plans of assignments are, beside a random greedy one, on demands of three sizes.

The smaller demands are real municipalities (examples/jednostki-300.csv); the largest has units made up by lot inside the real
voivodeships, with coordinates. Jurors are made up: homes, regions, reach, channels, conflicts, whom they met last year. The
rules are checked by `benchmarks/plan_rules.py`, which knows nothing of the planner.
"""

from __future__ import annotations

import argparse
import csv
import math
import statistics
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
from rich.console import Console
from rich.table import Table

from benchmarks.plan_rules import broken
from contest.mistakes import Mistake, mistake
from contest.planning.demand import Juror, Place, Plan, Proposed, Slot
from contest.planning.making import make_plan
from contest.planning.quality import components, efficiency
from contest.planning.rules import Rules
from contest.planning.travel import Floats, distances

TABLE = Path(__file__).parents[1] / "examples" / "jednostki-300.csv"
CHANNELS = {"wizyta": True, "telefon": True, "email": True, "social": True, "www": False}
SIZES = ((60, 20), (300, 60), (2000, 300))
SLACK = 1.15
DAYS = 45
RULES = Rules(gap_days=2)


@dataclass(frozen=True, slots=True)
class Unit:
    """An entrant as the benchmark needs it."""

    place: Place
    population: int


def units(many: int, dice: Random) -> list[Unit]:
    """Real units while there are enough of them; else units by lot in the real voivodeships, 75 km around a centre."""
    with TABLE.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    if many <= len(rows):
        return [
            Unit(Place(row["wojewodztwo"], row["powiat"], row["miejscowosc"]), int(row["ludnosc"]))
            for row in dice.sample(rows, many)
        ]
    regions = sorted({row["wojewodztwo"] for row in rows})
    centres = {region: (dice.uniform(49.8, 54.2), dice.uniform(15.0, 23.2)) for region in regions}
    found = []
    for _ in range(many):
        region = dice.choice(regions)
        north, east = centres[region]
        place = Place(region, lat=north + dice.gauss(0, 0.45), lon=east + dice.gauss(0, 0.7))
        found.append(Unit(place, round(dice.lognormvariate(9, 0.9))))
    return found


def demand(many: int, jurors: int, seed: int, channels: int = 5) -> tuple[list[Slot], list[Juror]]:
    """Slots of all channels at so many entrants, and jurors with room for `SLACK` times as much."""
    dice = Random(f"{seed}:{many}")
    found = units(many, dice)
    slots = [
        Slot(
            number,
            channel,
            1,
            region=unit.place.voivodeship,
            on_site=channel == "wizyta",
            visible=visible,
            place=unit.place,
            population=unit.population,
        )
        for number, unit in enumerate(found, 1)
        for channel, visible in list(CHANNELS.items())[:channels]
    ]
    return slots, list(_jurors(found, jurors, len(slots), dice))


def _jurors(found: Sequence[Unit], many: int, slots: int, dice: Random) -> Iterator[Juror]:
    regions = sorted({unit.place.voivodeship for unit in found})
    shares = [dice.uniform(0.5, 1.8) for _ in range(many)]
    whole = slots * SLACK / sum(shares)
    for number, share in enumerate(shares):
        # Every region has somebody at home; further jurors live where the dice fall.
        home = dice.choice(
            [unit for unit in found if number >= len(regions) or unit.place.voivodeship == regions[number]]
        )
        near = {home.place.voivodeship, *dice.sample(regions, dice.randint(1, 3))}
        remote = [channel for channel in CHANNELS if channel != "wizyta" and dice.random() < 0.85]
        entrants = range(1, len(found) + 1)
        yield Juror(
            f"J-{number + 1:03}",
            frozenset(near),
            frozenset(
                [*remote, "wizyta"]
                if number < len(regions) or dice.random() < 0.85
                else remote or ["telefon"]
            ),
            max(1, round(share * whole) + 1),
            conflicts=frozenset(dice.sample(entrants, max(1, len(found) // 50))),
            seen=frozenset(dice.sample(entrants, min(len(found) // 4, round(whole * share * 0.7)))),
            home=home.place,
        )


def greedy(slots: Sequence[Slot], jurors: Sequence[Juror], seed: int, rules: Rules) -> Plan:
    """What a plain program would do: slots in random order, each to a random juror whom the rules allow."""
    dice = Random(seed)
    load = {juror.code: juror.load for juror in jurors}
    seen, contacts = Counter[tuple[int, str]](), Counter[tuple[int, str]]()
    given: list[Proposed] = []
    empty: list[tuple[Slot, Mistake]] = []
    for slot in dice.sample(slots, len(slots)):
        able = [
            juror
            for juror in jurors
            if load[juror.code] < juror.capacity
            and slot.channel in juror.channels
            and slot.entrant not in juror.conflicts
            and (not slot.on_site or slot.region in juror.regions)
            and not (
                slot.visible
                and (slot.entrant in juror.seen or seen[slot.entrant, juror.code] >= rules.visible_contacts)
            )
            and contacts[slot.entrant, juror.code] < rules.contacts
        ]
        if not able:
            empty.append((slot, mistake("no-juror-free", jurors=0)))
            continue
        juror = dice.choice(able)
        load[juror.code] += 1
        seen[slot.entrant, juror.code] += slot.visible
        contacts[slot.entrant, juror.code] += 1
        given.append(Proposed(slot, juror.code))
    return Plan(seed, tuple(given), tuple(empty))


@dataclass(frozen=True, slots=True)
class Row:
    """One plan, as the table shows it."""

    who: str
    seconds: float
    filled: float
    spread: float
    least: float
    """The smallest spread that whole numbers allow."""
    travel: float
    components: int
    efficiency: float
    broken: int


def measured(
    who: str, plan: Plan, seconds: float, slots: Sequence[Slot], jurors: Sequence[Juror], days: int | None
) -> Row:
    """Everything from the outcome alone, the same for every way of planning."""
    given = Counter(one.juror for one in plan.proposed)
    pairs = [(one.slot.entrant, one.juror) for one in plan.proposed]
    return Row(
        who,
        seconds,
        len(plan.proposed) / len(slots),
        statistics.pstdev((juror.load + given[juror.code]) / juror.capacity for juror in jurors),
        least_spread(plan, jurors),
        way(plan, jurors),
        components(pairs),
        efficiency(pairs) or 0.0,
        len(broken(plan, slots, jurors, rules=RULES, days=days)),
    )


def way(plan: Plan, jurors: Sequence[Juror]) -> float:
    """The mean way of a visit, in kilometres."""
    homes = {juror.code: juror.home for juror in jurors}
    return statistics.mean(
        float(distances([one.slot.place], [homes[one.juror]])[0, 0])
        for one in plan.proposed
        if one.slot.on_site
    )


def least_spread(plan: Plan, jurors: Sequence[Juror]) -> float:
    """The smallest standard deviation of utilisation that whole assignments allow, were there no rule but the limits.

    Around a given mean, moving one assignment after another to where it is worth most is exact; the mean of what comes out is
    the next to try, from several beginnings.
    """
    sizes = np.array([juror.capacity for juror in jurors if juror.capacity], dtype=float)
    least = np.array([min(juror.load, juror.capacity) for juror in jurors if juror.capacity])
    whole = int(least.sum()) + len(plan.proposed)
    return min(
        _spread_around(mean, sizes, least, whole) for mean in whole / sizes.sum() + np.linspace(-0.3, 0.3, 61)
    )


def _spread_around(mean: float, sizes: Floats, least: Floats, whole: int) -> float:
    best = math.inf
    while True:
        held = np.clip(np.round(mean * sizes), least, sizes)
        while (over := int(held.sum()) - whole) != 0:
            step = -1 if over > 0 else 1
            stuck = held <= least if step < 0 else held >= sizes
            worse = ((held + step) / sizes - mean) ** 2 - (held / sizes - mean) ** 2
            held[np.argmin(np.where(stuck, np.inf, worse))] += step
        spread = float(np.std(held / sizes))
        if spread >= best:
            return best
        best, mean = spread, float(np.mean(held / sizes))


def guessed(slots: Sequence[Slot], jurors: Sequence[Juror], redraws: int) -> tuple[float, float]:
    """How often a guess of the juror at the door is right, in the mean and in the worst twentieth of the visits.

    The guess is the juror who came most often in half of the plans, tried on the other half: the same plans for both would flatter it.
    """
    halves: tuple[dict[int, Counter[str]], ...] = ({}, {})
    for seed in range(redraws):
        for one in make_plan(slots, jurors, seed=seed, rules=RULES).proposed:
            if one.slot.on_site:
                halves[seed % 2].setdefault(one.slot.entrant, Counter())[one.juror] += 1
    known, tried = halves
    shares = sorted(
        tried[entrant][came.most_common(1)[0][0]] / tried[entrant].total() for entrant, came in known.items()
    )
    return statistics.mean(shares), shares[int(0.95 * len(shares))]


def main() -> None:
    """Print the table."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--seeds", type=int, default=3, help="demands of each size (3)")
    asked.add_argument(
        "--redraws", type=int, default=60, help="plans of one demand of 300, for unpredictability (60)"
    )
    options = asked.parse_args()
    console = Console(width=130)
    table = Table(title="Plans of assignments, means over demands; capacity 1.15 of the slots")
    for heading in (
        "size",
        "planner",
        "CPU s",
        "filled",
        "load sd",
        "least sd",
        "travel km",
        "of greedy",
        "worst",
        "parts",
        "efficiency",
        "broken",
    ):
        table.add_column(heading, justify="left" if heading in {"size", "planner"} else "right")
    for many, jurors in SIZES:
        rows = [row for seed in range(options.seeds) for row in _both(many, jurors, seed)]
        for who in ("greedy", "plan"):
            _add(table, f"{many} x {len(CHANNELS)} x {jurors}", who, rows)
    console.print(table)
    slots, panel = demand(300, 60, 0)
    mean, high = guessed(slots, panel, options.redraws)
    console.print(
        f"The juror of a visit is guessed in {mean:.0%} of plans (300 x 5 x 60; worst twentieth: {high:.0%})."
    )


def _both(many: int, jurors: int, seed: int) -> list[Row]:
    slots, panel = demand(many, jurors, seed)
    began = time.process_time()
    plain = greedy(slots, panel, seed, RULES)
    between = time.process_time()
    made = make_plan(slots, panel, seed=seed, rules=RULES, days=DAYS)
    ended = time.process_time()
    return [
        measured("greedy", plain, between - began, slots, panel, None),
        measured("plan", made, ended - between, slots, panel, DAYS),
    ]


def _add(table: Table, size: str, who: str, rows: Sequence[Row]) -> None:
    mine = [row for row in rows if row.who == who]
    base = [row.travel for row in rows if row.who == "greedy"]
    travel = statistics.mean(row.travel for row in mine)
    table.add_row(
        size,
        who,
        f"{statistics.mean(row.seconds for row in mine):.2f}",
        f"{statistics.mean(row.filled for row in mine):.2%}",
        f"{max(row.spread for row in mine):.4f}",
        f"{max(row.least for row in mine):.4f}",
        f"{travel:.0f}",
        f"{travel / statistics.mean(base):.1%}",
        f"{max(row.travel / plain for row, plain in zip(mine, base, strict=True)):.1%}",
        str(max(row.components for row in mine)),
        f"{min(row.efficiency for row in mine):.3f}",
        str(sum(row.broken for row in mine)),
    )


if __name__ == "__main__":
    main()
