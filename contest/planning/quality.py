"""What a plan is like, and how well its design lets jurors be compared.

The efficiency factors are those of a block design with entrants as blocks and jurors as treatments (John & Williams, Cyclic and
Computer Generated Designs, ch. 1-2): with r contacts of a juror and k of an entrant, the eigenvalues of
I - R^-1/2 N K^-1 N' R^-1/2 other than the zero of the mean. The smallest says how much of the information on the worst known
comparison between jurors is left after the differences between entrants are taken out; a second zero means that the design
falls apart.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from contest.planning.able import Field
from contest.planning.dates import Days, gap_at, gaps
from contest.planning.demand import Proposed, Quality, Standing


def measure(field: Field, proposed: Sequence[Proposed], standing: Sequence[Standing]) -> Quality:
    """The qualities of a plan together with what stands."""
    pairs = [(one.slot.entrant, one.juror) for one in proposed]
    pairs += [(one.entrant, one.juror) for one in standing]
    loads = _loads(field, proposed)
    ways = _ways(field, proposed)
    gaps_found, crowded = _gaps(field, proposed, standing)
    small = {one.slot.entrant for one in proposed if one.slot.visible and _small(field, one)}
    return Quality(
        load_least=min(loads, default=0.0),
        load_most=max(loads, default=0.0),
        load_spread=float(np.std(loads)) if loads else 0.0,
        visits=len(ways),
        travel_mean=float(np.mean(ways)) if ways else 0.0,
        travel_most=max(ways, default=0.0),
        conflicts=_barred(field, {juror.code: juror.conflicts for juror in field.jurors}),
        rotations=_barred(field, {juror.code: juror.seen for juror in field.jurors}),
        gap_least=min(gaps_found, default=None),
        crowded=tuple(sorted(crowded)),
        small=tuple(sorted(small)),
        one_juror=_one_juror(field, pairs),
        doubles=sum(one.slot.double for one in proposed),
        components=components(pairs),
        efficiency=efficiency(pairs),
    )


def _loads(field: Field, proposed: Iterable[Proposed]) -> list[float]:
    given = Counter(one.juror for one in proposed)
    return [(juror.told + given[juror.code]) / juror.capacity for juror in field.jurors if juror.capacity > 0]


def _ways(field: Field, proposed: Iterable[Proposed]) -> list[float]:
    rows = {slot.key: row for row, slot in enumerate(field.slots)}
    columns = {juror.code: column for column, juror in enumerate(field.jurors)}
    ways = [float(field.km[rows[one.slot.key], columns[one.juror]]) for one in proposed if one.slot.on_site]
    return [way for way in ways if not np.isnan(way)]


def _small(field: Field, one: Proposed) -> bool:
    population = one.slot.population
    return population is not None and population < field.rules.small_population


def _barred(field: Field, barred: Mapping[str, frozenset[int]]) -> int:
    planned = {slot.entrant for slot in field.slots}
    return sum(len(planned & entrants) for entrants in barred.values())


def _gaps(
    field: Field, proposed: Iterable[Proposed], standing: Iterable[Standing]
) -> tuple[list[int], set[int]]:
    """All gaps at entrants that the plan touches, and those entrants where one is shorter than the rules ask."""
    if not field.rules.gap_days:
        return [], set()
    days: defaultdict[int, list[Days]] = defaultdict(list)
    people: dict[int, int | None] = {}
    for one in proposed:
        if one.slot.visible and one.days is not None:
            days[one.slot.entrant].append(one.days)
            people[one.slot.entrant] = one.slot.population
    for stood in standing:
        if stood.visible and stood.days is not None and stood.entrant in people:
            days[stood.entrant].append(stood.days)
    found = {entrant: gaps(these) for entrant, these in days.items()}
    crowded = {
        entrant
        for entrant, these in found.items()
        if any(gap < gap_at(field.rules, people[entrant]) for gap in these)
    }
    return [gap for these in found.values() for gap in these], crowded


def _one_juror(field: Field, pairs: Iterable[tuple[int, str]]) -> tuple[int, ...]:
    """Entrants with as many contacts as the rules ask for jurors, and fewer jurors."""
    jurors: defaultdict[int, list[str]] = defaultdict(list)
    for entrant, juror in pairs:
        jurors[entrant].append(juror)
    wanted = field.rules.jurors
    return tuple(
        sorted(entrant for entrant, who in jurors.items() if len(who) >= wanted and len(set(who)) < wanted)
    )


def components(pairs: Iterable[tuple[int, str]]) -> int:
    """In how many parts the graph of entrants and jurors falls."""
    root: dict[int | str, int | str] = {}

    def find(node: int | str) -> int | str:
        root.setdefault(node, node)
        while root[node] != node:
            root[node] = root[root[node]]
            node = root[node]
        return node

    for entrant, juror in pairs:
        root[find(entrant)] = find(juror)
    return sum(find(node) == node for node in list(root))


def efficiency(pairs: Sequence[tuple[int, str]]) -> float | None:
    """The smallest canonical efficiency factor of comparisons between jurors."""
    entrants = {entrant: row for row, entrant in enumerate(sorted({entrant for entrant, _ in pairs}))}
    jurors = {juror: column for column, juror in enumerate(sorted({juror for _, juror in pairs}))}
    if len(jurors) < 2:
        return None
    if components(pairs) > 1:
        return 0.0
    met = np.zeros((len(entrants), len(jurors)))
    for entrant, juror in pairs:
        met[entrants[entrant], jurors[juror]] += 1
    scaled = met / np.sqrt(met.sum(axis=1))[:, None] / np.sqrt(met.sum(axis=0))[None, :]
    lost = np.linalg.eigvalsh(scaled.T @ scaled)  # ascending; the last is the mean's own 1
    return float(min(1.0, max(0.0, 1.0 - lost[-2])))
