"""How a juror works over time: drift, haste, answers from one impression. Told beside the flags, never as proof.

Drift: the slope of what is left of own scores, once entrant, channel and severity are explained, over the order of the contacts.
Haste: contacts filled in far faster than others fill in the same channel. Halo: sections of a contact that lie closer together than
at others in the same channel, as if one impression had been written down many times.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, median, pstdev

import numpy as np

from contest.calibration.contacts import Reals
from contest.calibration.fit import Fit

LEAST_CONTACTS = 8
_HASTY = 0.5


@dataclass(frozen=True, slots=True)
class Drift:
    """Points by which severity rose from a juror's first contact to the last, and how many standard errors that is."""

    points: float
    errors: float


def residuals(fit: Fit) -> Reals:
    """What is left of each score: above 0 the juror gave more than entrant, channel and own severity explain."""
    system, contacts = fit.system, fit.contacts
    worth = system.worth.ravel()[contacts.cell]
    slope = system.weights.cross / system.weights.own
    explained = system.level[contacts.channel] + slope * worth + system.mild[contacts.juror]
    return np.asarray(system.weights.score - explained)


def drift(left: Sequence[float]) -> Drift | None:
    """Of a juror's residuals in the order of the contacts; None below eight of them."""
    if len(left) < LEAST_CONTACTS:
        return None
    time = np.linspace(-0.5, 0.5, len(left))
    values = np.asarray(left) - np.mean(left)
    square = float(time @ time)
    slope = float(time @ values) / square
    rest = values - slope * time
    error = float(np.sqrt(max(float(rest @ rest) / (len(left) - 2), 1e-12) / square))
    return Drift(-slope, -slope / error)


def haste(minutes: Mapping[str, Sequence[tuple[str, float]]]) -> dict[str, float]:
    """By juror, the share of contacts that took less than half the usual time of their channel; given (channel, minutes)."""
    channels: defaultdict[str, list[float]] = defaultdict(list)
    for taken in minutes.values():
        for channel, time in taken:
            channels[channel].append(time)
    usual = {channel: median(times) for channel, times in channels.items()}
    return {
        juror: fmean(time < _HASTY * usual[channel] for channel, time in taken)
        for juror, taken in minutes.items()
        if taken
    }


def halo(contacts: Mapping[str, Sequence[tuple[str, Mapping[str, float]]]]) -> dict[str, float]:
    """By juror with at least eight contacts, the scatter of sections inside a contact against the usual one (1); given (channel,
    percent of each section). Well below 1: the sections say the same thing over and over."""
    levels: defaultdict[tuple[str, str], list[float]] = defaultdict(list)
    for made in contacts.values():
        for channel, sections in made:
            for section, percent in sections.items():
                levels[channel, section].append(percent)
    usual = {key: fmean(values) for key, values in levels.items()}
    scatters: dict[str, list[tuple[str, float]]] = {}
    for juror, made in contacts.items():
        scatters[juror] = [
            (channel, pstdev([percent - usual[channel, name] for name, percent in sections.items()]))
            for channel, sections in made
            if len(sections) >= 2
        ]
    pooled: defaultdict[str, list[float]] = defaultdict(list)
    for taken in scatters.values():
        for channel, scatter in taken:
            pooled[channel].append(scatter)
    typical = {channel: fmean(values) or 1.0 for channel, values in pooled.items()}
    return {
        juror: fmean(scatter / typical[channel] for channel, scatter in taken)
        for juror, taken in scatters.items()
        if len(taken) >= LEAST_CONTACTS
    }
