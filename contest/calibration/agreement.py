"""How far jurors agree on a question when several answer it about the same thing; low agreement means an ambiguous question.

Krippendorff's alpha: 1 - observed disagreement / disagreement by chance, over all pairs of answers about the same unit; it takes
any number of answers a unit (Krippendorff, Content Analysis, ch. 12). It falls when nearly everybody answers alike, however
well they agree; Gwet's AC2 (2008, 2014) does not, so both are told. Whole contests are not judged by these: a low alpha of raw
scores is compatible with a reliable ranking.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import sqrt
from statistics import fmean
from typing import Literal

from contest.conduct import Told

LEAST_UNITS = 8
"""Below so many units answered twice an interval of AC2 says nothing."""
_Z90 = 1.6448536269514722

Level = Literal["nominal", "interval"]
"""Whether answers are names, or numbers whose differences mean something."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Agreement on one question; 1 is perfect, 0 is chance. None where it is not defined (no unit answered twice, or one value)."""

    units: int
    """Units with at least two answers."""
    same: float | None
    """The share of pairs of answers that are equal."""
    alpha: float | None
    ac2: Told | None
    """With its 90 % interval, by leaving out each unit in turn (Gwet 2008 on the jackknife); from one unit it is a point."""


def agreement(answers: Iterable[tuple[Hashable, float | str]], *, level: Level = "nominal") -> Agreement:
    """Of answers as pairs (unit, value). Interval level needs numbers."""
    units: defaultdict[Hashable, list[float | str]] = defaultdict(list)
    for unit, value in answers:
        units[unit].append(value)
    paired = [values for values in units.values() if len(values) >= 2]
    if not paired:
        return Agreement(0, None, None, None)
    values = sorted({value for each in paired for value in each}, key=lambda value: (str(type(value)), value))
    apart = _distances(values, level)
    same = _same(paired)
    return Agreement(len(paired), same, _alpha(paired, apart), _ac2(paired, values, apart))


Distances = Mapping[tuple[float | str, float | str], float]


def _distances(values: Sequence[float | str], level: Level) -> Distances:
    """Squared distances of values, from 0 to 1."""
    if level == "nominal":
        return {(a, b): float(a != b) for a in values for b in values}
    numbers = [float(value) for value in values]
    span = max(numbers) - min(numbers) or 1.0
    return {(a, b): ((float(a) - float(b)) / span) ** 2 for a in values for b in values}


def _same(units: Sequence[Sequence[float | str]]) -> float:
    pairs = [a == b for values in units for a, b in combinations(values, 2)]
    return sum(pairs) / len(pairs)


def _alpha(units: Sequence[Sequence[float | str]], apart: Distances) -> float | None:
    counts = Counter(value for values in units for value in values)
    total = sum(counts.values())
    seen = sum(
        2 * sum(apart[a, b] for a, b in combinations(values, 2)) / (len(values) - 1) for values in units
    )
    chance = sum(apart[a, b] * counts[a] * counts[b] for a in counts for b in counts) / (total - 1)
    return 1 - seen / chance if chance else None


def _ac2(
    units: Sequence[Sequence[float | str]], values: Sequence[float | str], apart: Distances
) -> Told | None:
    """Weights are 1 - distance. Chance: (sum of weights / q(q-1)) * sum p (1 - p)."""
    if len(values) < 2:
        return None
    seen = [fmean(1 - apart[a, b] for a, b in combinations(each, 2)) for each in units]
    share = [[list(each).count(value) / len(each) for value in values] for each in units]
    q, count = len(values), len(units)
    weight = sum(1 - apart[a, b] for a in values for b in values) / (q * (q - 1))

    def of(same: float, shares: Sequence[float]) -> float:
        chance = weight * sum(p * (1 - p) for p in shares)
        return (same - chance) / (1 - chance)

    whole, shares = sum(seen), [sum(column) for column in zip(*share, strict=True)]
    value = of(whole / count, [each / count for each in shares])
    if count == 1:
        return Told(value, value, value)
    without = [
        of(
            (whole - mine) / (count - 1),
            [(all_ - own) / (count - 1) for all_, own in zip(shares, row, strict=True)],
        )
        for mine, row in zip(seen, share, strict=True)
    ]
    middle = fmean(without)
    error = sqrt((count - 1) / count * sum((each - middle) ** 2 for each in without))
    return Told(value, max(-1.0, value - _Z90 * error), min(1.0, value + _Z90 * error))
