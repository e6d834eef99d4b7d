"""What is known about each juror: severity, noise, use of the scale, and whether own scores follow what others found.

Nothing here removes anybody. A flag is a question for the checker, who can read the reports and talk to the person.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from contest.calibration.contacts import Counts, Reals
from contest.calibration.fit import Fit

Flag = Literal["careless", "hostile"]
Z90 = 1.6448536269514722
"""Standard errors on either side of an interval of 90 %."""
_AGAINST = 0.15
"""Whoever is bad with at least this probability has own contacts against them (before any contact it is 0.10) and is flagged."""
_ENOUGH, _CLEARED, _USUAL = 8, 0.03, 2.5
"""So many contacts should have cleared a good juror: from there on whoever is not below the first probability and so many times
what is thought of the usual juror of this panel is flagged."""
_PART, _MORE = 0.06, 2.8
"""A flag costs a look: the most suspicious first, until this part of the good jurors, and so many more, are expected to be among
them. In a contest so noisy that contacts clear hardly anybody, the list stays short enough to be read."""


@dataclass(frozen=True, slots=True)
class JurorRecord:
    """One juror; severity and interval (90 %) in points, relative to the mean of the panel: above 0 is stricter."""

    juror: str
    contacts: int
    severity: float
    low: float
    high: float
    noise: float
    """How many times larger than usual the scatter of own scores is (1 is usual)."""
    scale: float
    """How much of the scale is used: 1 usual, below 1 only its middle."""
    low_scale: float
    high_scale: float
    slope: float | None
    """By how many points own scores rise when others find one point more (1 is right, 0 unrelated); None: cannot be told."""
    slope_error: float | None
    careless: float
    """The probability that own scores have nothing to do with the entrants."""
    hostile: float
    """The probability that some of the contacts were scored far too low."""
    flags: tuple[Flag, ...]


def records(fit: Fit) -> tuple[JurorRecord, ...]:
    """Everybody of the panel, in the order of the contacts' jurors."""
    p, habits = fit.system.pattern, fit.habits
    severity, error = _severity(fit)
    slope, doubt = _slopes(fit)
    count = np.bincount(fit.contacts.juror, minlength=p.jurors)
    careless, hostile, noise, scale = habits.careless, habits.hostile, habits.noise, habits.scale
    narrow, wide = habits.scale_band(0.05), habits.scale_band(0.95)
    asked = _asked(count, careless, hostile)
    made = []
    for at, name in enumerate(fit.contacts.jurors):
        told = count[at] >= 2 and np.isfinite(doubt[at])
        made.append(
            JurorRecord(
                name,
                int(count[at]),
                float(severity[at]),
                float(severity[at] - Z90 * error[at]),
                float(severity[at] + Z90 * error[at]),
                float(noise[at]),
                float(scale[at]),
                float(narrow[at]),
                float(wide[at]),
                float(slope[at]) if told else None,
                float(doubt[at]) if told else None,
                float(careless[at]),
                float(hostile[at]),
                asked.get(at, ()),
            )
        )
    return tuple(made)


def _asked(count: Counts, careless: Reals, hostile: Reals) -> dict[int, tuple[Flag, ...]]:
    """Whom to ask about, by number, and of what."""
    bad, enough = careless + hostile, count >= _ENOUGH
    usual = float(np.median(bad[enough])) if enough.any() else 0.0
    suspected = bad >= np.where(enough, _CLEARED + _USUAL * usual, _AGAINST)
    left = _PART * float(np.sum((1 - bad)[enough])) + _MORE
    flags: dict[int, tuple[Flag, ...]] = {}
    for at in np.argsort(-bad, kind="stable").tolist():
        if suspected[at]:
            if left < (1 - bad[at]) / 2:
                break
            left -= 1 - bad[at]
            chances: dict[Flag, float] = {"careless": careless[at], "hostile": hostile[at]}
            flags[at] = tuple(flag for flag, chance in chances.items() if 2 * chance >= max(chances.values()))
    return flags


def _severity(fit: Fit) -> tuple[Reals, Reals]:
    """Severity relative to the panel's mean, and its standard error."""
    system = fit.system
    inverse = fit.system.inverse[system.pattern.channels :, system.pattern.channels :] * system.noise
    row = inverse.mean(axis=1)
    variance = np.diag(inverse) - 2 * row + row.mean()
    return system.mild.mean() - system.mild, np.sqrt(np.maximum(variance, 0.0))


def _slopes(fit: Fit) -> tuple[Reals, Reals]:
    """Regression of own scores (less the channel) on what the other contacts say of the entrant; and its standard error."""
    system, p = fit.system, fit.system.pattern
    said = system.weights.score - system.level[fit.contacts.channel]
    weight = system.weights.own / ((fit.left.variance + 1) * system.noise)
    total = p.by_juror(weight)
    shift = fit.left.mean - (p.by_juror(weight * fit.left.mean) / total)[fit.contacts.juror]
    other = said - (p.by_juror(weight * said) / total)[fit.contacts.juror]
    square = p.by_juror(weight * shift**2)
    known = square > 1e-12
    safe = np.where(known, square, 1.0)
    slope = np.where(known, p.by_juror(weight * shift * other) / safe, 1.0)
    return slope, np.where(known, 1 / np.sqrt(safe), np.inf)
