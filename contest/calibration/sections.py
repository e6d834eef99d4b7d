"""Sections of a checklist against the middle of the peer group: by probability, like channels.

A section has a score a contact and no jurors of its own to speak of, so what is known from whole contacts is lent to it: each juror's
severity, and how much of a single score is the entrant's doing,

    rho = (vt + vg) / (vt + vg + s2)         k_i = n_i rho / (n_i rho + 1 - rho)
    u_i ~ N(k_i (mean of i - mean of all), V rho (1 - k_i)),   V the variance of this section's scores
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from contest.calibration.bands import members
from contest.calibration.calibrate import Calibration
from contest.calibration.contacts import Reals
from contest.calibration.draws import DRAWS
from contest.calibration.strengths import LEAST_IN_GROUP


@dataclass(frozen=True, slots=True)
class SectionScore:
    """What one contact earned in one section, from 0 to 100."""

    entrant: str
    channel: str
    section: str
    juror: str
    percent: float


Key = tuple[str, str, str]
"""Entrant, channel, section."""


def sections_above_median(
    found: Calibration, scores: Iterable[SectionScore], groups: Mapping[str, str], *, seed: int
) -> dict[Key, float]:
    """The probability of being above the median of the entrant's group in that section.

    Entrants without a group are left out, and so are groups with fewer than three members there. Empty when nothing was corrected.
    """
    if found.fit is None:
        return {}
    mild = {each.juror: -each.severity for each in found.jurors}
    kept: defaultdict[tuple[str, str], list[SectionScore]] = defaultdict(list)
    for score in scores:
        kept[score.channel, score.section].append(score)
    share = found.fit.system.ratios.entrant + found.fit.system.ratios.interaction
    rho = share / (share + 1)
    dice = np.random.default_rng([seed, 2027])
    chances: dict[Key, float] = {}
    for (channel, section), rows in sorted(kept.items()):
        fair: defaultdict[str, list[float]] = defaultdict(list)
        for row in sorted(rows, key=lambda row: (row.entrant, row.juror, row.percent)):
            fair[row.entrant].append(row.percent - mild[row.juror])
        names = [name for name in sorted(fair) if name in groups]
        if names:
            draws = _draws([fair[name] for name in names], rho, dice)
            for name, chance in _against(names, draws, groups):
                chances[name, channel, section] = chance
    return chances


def _draws(scores: Sequence[Sequence[float]], rho: float, dice: np.random.Generator) -> Reals:
    everything = np.concatenate([np.asarray(each) for each in scores])
    count = np.array([len(each) for each in scores])
    own = np.array([float(np.mean(each)) for each in scores]) - everything.mean()
    known = count * rho / (count * rho + 1 - rho)
    spread = np.sqrt(float(everything.var()) * rho * (1 - known))
    return np.asarray(known * own + spread * dice.standard_normal((DRAWS, len(count))))


def _against(names: Sequence[str], draws: Reals, groups: Mapping[str, str]) -> list[tuple[str, float]]:
    found: list[tuple[str, float]] = []
    for inside in members([groups[name] for name in names]).values():
        if len(inside) >= LEAST_IN_GROUP:
            mine = draws[:, inside]
            chance = (mine > np.median(mine, axis=1)[:, None]).mean(axis=0)
            found += [(names[at], float(each)) for at, each in zip(inside.tolist(), chance, strict=True)]
    return found
