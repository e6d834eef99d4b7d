"""`make odd-plans`: other kinds of demands, each plan compared with a plain maximum flow.

A plan leaves a slot empty only where the maximum flow does, and the shortages that it names add up to what stays empty. The flow
is built here from the words of the rules, nothing of it is the planner's.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

import numpy as np
from rich.console import Console
from rich.table import Table
from scipy.sparse import csr_array
from scipy.sparse.csgraph import maximum_flow

from benchmarks.plan_rules import broken
from benchmarks.planning import DAYS, RULES, demand, greedy, least_spread, way
from contest.planning.demand import Juror, Place, Plan, Slot, Standing
from contest.planning.making import make_plan
from contest.planning.rules import Rules
from contest.planning.travel import distances

Demand = tuple[list[Slot], list[Juror]]


def most_filled(
    slots: Sequence[Slot], jurors: Sequence[Juror], rules: Rules, standing: Sequence[Standing] = ()
) -> int:
    """How many slots can be filled at all: source - slot - visible at an entrant - at an entrant - juror - sink."""
    here = Counter(slot.entrant for slot in slots) + Counter(
        one.entrant for one in standing if not one.double
    )
    seen = Counter((one.juror, one.entrant) for one in standing if one.visible)
    had = Counter((one.juror, one.entrant) for one in standing)
    nodes: dict[object, int] = {"source": 0, "sink": 1}
    rooms: dict[tuple[int, int], int] = {}

    def join(tail: object, head: object, room: int) -> None:
        pair = nodes.setdefault(tail, len(nodes)), nodes.setdefault(head, len(nodes))
        rooms[pair] = max(0, room)

    for number, slot in enumerate(slots):
        join("source", number, 1)
        for juror in jurors:
            if not _may(slot, juror):
                continue
            pair = juror.code, slot.entrant
            if slot.visible:
                join(number, ("visible", *pair), 1)
                join(("visible", *pair), pair, rules.visible_contacts - seen[pair])
            else:
                join(number, pair, 1)
            join(pair, juror.code, rules.most_here(here[slot.entrant]) - had[pair])
            join(juror.code, "sink", juror.capacity - juror.load)
    ends = np.array(list(rooms), dtype=np.int32).reshape(-1, 2)
    rooms_of = np.array(list(rooms.values()), dtype=np.int32)
    graph = csr_array((rooms_of, (ends[:, 0], ends[:, 1])), shape=(len(nodes), len(nodes)))
    return int(maximum_flow(graph, 0, 1).flow_value)


def _may(slot: Slot, juror: Juror) -> bool:
    if slot.channel not in juror.channels or not slot.skills <= juror.skills:
        return False
    if slot.entrant in juror.conflicts or (slot.visible and slot.entrant in juror.seen):
        return False
    if not slot.on_site:
        return True
    way = float(distances([slot.place], [juror.home])[0, 0]) if juror.reach is not None else 0.0
    return slot.region in juror.regions and not way > (juror.reach or np.inf)


def _sized(jurors: Sequence[Juror], slots: int, slack: float) -> list[Juror]:
    """The same jurors with room for exactly so many slots in all."""
    whole, room = sum(juror.capacity for juror in jurors), round(slots * slack)
    sizes = [juror.capacity * room // whole for juror in jurors]
    for number in range(room - sum(sizes)):
        sizes[number % len(sizes)] += 1
    return [replace(juror, capacity=size) for juror, size in zip(jurors, sizes, strict=True)]


def _again(slots: Sequence[Slot], times: int) -> list[Slot]:
    return [replace(slot, number=number) for slot in slots for number in range(1, times + 1)]


def _few_visit(slots: list[Slot], jurors: list[Juror], dice: Random) -> Demand:
    regions = {slot.region for slot in slots}
    stay = set(dice.sample(range(len(jurors)), round(0.6 * len(jurors))))
    remote = frozenset({"telefon", "email", "social", "www"})
    return slots, [
        replace(juror, channels=remote) if number in stay else replace(juror, regions=frozenset(regions))
        for number, juror in enumerate(jurors)
    ]


def _skilled(slots: list[Slot], jurors: list[Juror], dice: Random) -> Demand:
    sign = frozenset({"migowy"})
    return (
        [replace(slot, skills=sign) if dice.random() < 0.1 else slot for slot in slots],
        [replace(juror, skills=sign) if dice.random() < 0.15 else juror for juror in jurors],
    )


def _conflicts(slots: list[Slot], jurors: list[Juror], dice: Random) -> Demand:
    entrants = sorted({slot.entrant for slot in slots})
    many = len(entrants) // 4
    return slots, [replace(juror, conflicts=frozenset(dice.sample(entrants, many))) for juror in jurors]


def _history(slots: list[Slot], jurors: list[Juror], dice: Random) -> Demand:
    entrants = sorted({slot.entrant for slot in slots})
    half = len(entrants) // 2
    return slots, [replace(juror, seen=frozenset(dice.sample(entrants, half))) for juror in jurors]


def _only_regions(slots: list[Slot], jurors: list[Juror], _: Random) -> Demand:
    return (
        [replace(slot, place=Place(slot.place.voivodeship)) for slot in slots],
        [replace(juror, home=Place(juror.home.voivodeship)) for juror in jurors],
    )


def _mapped(slots: list[Slot], jurors: list[Juror], dice: Random) -> Demand:
    centre = {
        region: (dice.uniform(49.8, 54.2), dice.uniform(15.0, 23.2))
        for region in sorted({s.region for s in slots})
    }

    def put(region: str) -> Place:
        north, east = centre[region]
        return Place(region, lat=north + dice.gauss(0, 0.45), lon=east + dice.gauss(0, 0.7))

    where = {slot.entrant: put(slot.region) for slot in slots}
    return (
        [replace(slot, place=where[slot.entrant]) for slot in slots],
        [replace(juror, home=put(juror.home.voivodeship)) for juror in jurors],
    )


def _in_reach(slots: list[Slot], jurors: list[Juror], dice: Random) -> Demand:
    slots, jurors = _mapped(slots, jurors, dice)
    regions = frozenset(slot.region for slot in slots)
    return slots, [
        replace(juror, regions=regions, reach=dice.choice((80.0, 150.0, 250.0))) for juror in jurors
    ]


def _at_home(slots: list[Slot], jurors: list[Juror], _: Random) -> Demand:
    return slots, [replace(juror, regions=frozenset({juror.home.voivodeship})) for juror in jurors]


def _uneven(slots: list[Slot], jurors: list[Juror], dice: Random) -> Demand:
    sizes = [dice.choice((1, 2, 3, 60)) for _ in jurors]
    made = [replace(juror, capacity=size) for juror, size in zip(jurors, sizes, strict=True)]
    return slots, _sized(made, len(slots), 1.15)


def _busy(slots: list[Slot], jurors: list[Juror], dice: Random) -> Demand:
    return slots, [
        replace(juror, load=(load := dice.randint(0, 2 * juror.capacity)), capacity=juror.capacity + load)
        for juror in jurors
    ]


def _acquainted(slots: list[Slot], jurors: list[Juror], dice: Random) -> Demand:
    entrants = sorted({slot.entrant for slot in slots})
    return slots, [
        replace(juror, met=frozenset(dice.sample(entrants, len(entrants) // 3))) for juror in jurors
    ]


KINDS: Mapping[str, Callable[[list[Slot], list[Juror], Random], Demand]] = {
    "room 1.15": lambda slots, jurors, _: (slots, _sized(jurors, len(slots), 1.15)),
    "room 1.05": lambda slots, jurors, _: (slots, _sized(jurors, len(slots), 1.05)),
    "room 1.02": lambda slots, jurors, _: (slots, _sized(jurors, len(slots), 1.02)),
    "room 1.00": lambda slots, jurors, _: (slots, _sized(jurors, len(slots), 1.00)),
    "room 0.95": lambda slots, jurors, _: (slots, _sized(jurors, len(slots), 0.95)),
    "40 % visit, anywhere": _few_visit,
    "a skill that 15 % have": _skilled,
    "visits at home only": _at_home,
    "visits in reach only": _in_reach,
    "coordinates": _mapped,
    "names of regions only": _only_regions,
    "conflicts at a quarter": _conflicts,
    "seen at half": _history,
    "met at a third": _acquainted,
    "twice each": lambda slots, jurors, _: (_again(slots, 2), _sized(jurors, 2 * len(slots), 1.15)),
    "three times each": lambda slots, jurors, _: (_again(slots, 3), _sized(jurors, 3 * len(slots), 1.15)),
    "limits 1, 2, 3 and many": _uneven,
    "work in hand": _busy,
}


@dataclass(frozen=True, slots=True)
class Tried:
    """One plan of one kind of demand."""

    seconds: float
    empty: int
    left: int
    """Slots that the maximum flow fills and the plan does not."""
    unproved: int
    """Empty slots that no shortage and no rule about the slot itself accounts for."""
    broken: int
    spread: float
    least: float
    """The smallest spread that whole numbers allow, whatever the other rules say."""
    travel: float
    parts: int
    efficiency: float


def tried(kind: str, many: int, jurors: int, seed: int) -> Tried:
    """Plan one demand of the kind and check the plan."""
    slots, panel = KINDS[kind](*demand(many, jurors, seed), Random(f"{seed}:{kind}"))
    began = time.process_time()
    made = make_plan(slots, panel, seed=seed, rules=RULES, days=DAYS)
    seconds = time.process_time() - began
    given = Counter(one.juror for one in made.proposed)
    loads = [(juror.load + given[juror.code]) / juror.capacity for juror in panel if juror.capacity]
    return Tried(
        seconds,
        len(made.unfilled),
        most_filled(slots, panel, RULES) - len(made.proposed),
        _unproved(made, panel),
        len(broken(made, slots, panel, rules=RULES, days=DAYS)),
        float(np.std(loads)),
        least_spread(made, panel),
        way(made, panel) / way(greedy(slots, panel, seed, RULES), panel),
        made.quality.components,
        made.quality.efficiency or 0.0,
    )


def _unproved(made: Plan, jurors: Sequence[Juror]) -> int:
    lone = sum(not any(_may(slot, juror) for juror in jurors) for slot, _ in made.unfilled)
    return len(made.unfilled) - lone - sum(short.missing for short in made.shortages)


def kinds(many: int, jurors: int, seeds: int) -> Iterator[tuple[str, list[Tried]]]:
    """Every kind of demand, tried with so many seeds."""
    for kind in KINDS:
        yield kind, [tried(kind, many, jurors, seed) for seed in range(seeds)]


def table(many: int, jurors: int, seeds: int) -> Table:
    """The worst of each column over the seeds; travel is a mean."""
    shown = Table(title=f"{many} x 5 x {jurors}, other kinds of demands: worst of {seeds}")
    for heading in (
        "demand",
        "CPU s",
        "empty",
        "left",
        "unproved",
        "broken",
        "load sd",
        "least sd",
        "travel",
        "parts",
        "efficiency",
    ):
        shown.add_column(heading, justify="left" if heading == "demand" else "right")
    for kind, rows in kinds(many, jurors, seeds):
        shown.add_row(
            kind,
            f"{max(row.seconds for row in rows):.2f}",
            f"{min(row.empty for row in rows)}-{max(row.empty for row in rows)}",
            str(max(row.left for row in rows)),
            str(max(row.unproved for row in rows)),
            str(sum(row.broken for row in rows)),
            f"{max(row.spread for row in rows):.3f}",
            f"{max(row.least for row in rows):.3f}",
            f"{np.mean([row.travel for row in rows]):.0%}",
            str(max(row.parts for row in rows)),
            f"{min(row.efficiency for row in rows):.2f}",
        )
    return shown


def main() -> None:
    """Print a table for each size."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--seeds", type=int, default=5, help="demands of each kind and size (5)")
    options = asked.parse_args()
    for many, jurors in ((60, 20), (300, 60)):
        Console(width=120).print(table(many, jurors, options.seeds))


if __name__ == "__main__":
    main()
