"""How a juror works over time: drift, haste, answers from one impression. Told beside the flags, never as proof.

Drift: the slope, over the order of the contacts, of what is left of own scores once channel, own severity and what *others* found
at the entrant are taken out. Pace: seconds between answers against others in the same channel. Halo: sections of a contact that
lie closer together than at others in the same channel, as if one impression had been written down many times.

Each is a mean or a slope of at least eight contacts, with a 90 % interval by Student's distribution.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log, sqrt
from statistics import fmean, median, pstdev, stdev

import numpy as np

from contest.calibration.contacts import Reals
from contest.calibration.fit import Fit
from contest.conduct import Told

LEAST_CONTACTS = 8
_Z90 = 1.6448536269514722
_FASTEST = 0.5
"""Seconds below which a pause between two answers is not told from another one."""


@dataclass(frozen=True, slots=True, eq=False)
class Surprises:
    """By how many points each contact lies above what the others lead to expect, and how much that weighs (1 / variance)."""

    points: Reals
    weight: Reals


def surprises(fit: Fit) -> Surprises:
    """In the order of the fit's contacts; above 0 the juror gave more than was to be expected."""
    system, contacts, left = fit.system, fit.contacts, fit.left
    slope = system.weights.cross / system.weights.own
    explained = system.level[contacts.channel] + system.mild[contacts.juror] + slope * left.mean
    variance = system.noise * (1 / system.weights.own + slope**2 * left.variance)
    return Surprises(system.weights.score - explained, 1 / variance)


def drift(points: Sequence[float], weight: Sequence[float]) -> Told | None:
    """Points by which severity rose from a juror's first contact to the last, from surprises in that order; None below eight."""
    if len(points) < LEAST_CONTACTS:
        return None
    w = np.asarray(weight) / np.sum(weight)
    time = np.linspace(0.0, 1.0, len(points))
    time = time - w @ time
    values = np.asarray(points) - w @ np.asarray(points)
    square = float(w @ time**2)
    slope = float(w @ (time * values)) / square
    rest = values - slope * time
    error = sqrt(float(w @ rest**2) / (len(points) - 2) / square)
    return _around(-slope, error, len(points) - 2)


def pace(seconds: Mapping[str, Sequence[tuple[str, float]]]) -> dict[str, Told]:
    """By juror with at least eight contacts, the seconds between answers against the usual ones (1); given (channel, seconds)."""
    channels: defaultdict[str, list[float]] = defaultdict(list)
    for taken in seconds.values():
        for channel, time in taken:
            channels[channel].append(max(time, _FASTEST))
    usual = {channel: median(times) for channel, times in channels.items()}
    found = {
        juror: _mean([log(max(time, _FASTEST) / usual[channel]) for channel, time in taken])
        for juror, taken in seconds.items()
        if len(taken) >= LEAST_CONTACTS
    }
    return {juror: Told(exp(told.value), exp(told.low), exp(told.high)) for juror, told in found.items()}


def halo(contacts: Mapping[str, Sequence[tuple[str, Mapping[str, float]]]]) -> dict[str, Told]:
    """By juror with at least eight contacts, the scatter of sections inside a contact against the usual one (1); given (channel,
    percent of each section). Well below 1: the sections say the same thing over and over.

    What is always so with this juror in this channel is taken out first: who always gives the same to every section has no scatter.
    """
    scatters = {juror: list(_scatters(made)) for juror, made in contacts.items()}
    pooled: defaultdict[str, list[float]] = defaultdict(list)
    for taken in scatters.values():
        for channel, scatter in taken:
            pooled[channel].append(scatter)
    typical = {channel: fmean(values) or 1.0 for channel, values in pooled.items()}
    found = {
        juror: _mean([scatter / typical[channel] for channel, scatter in taken])
        for juror, taken in scatters.items()
        if len(taken) >= LEAST_CONTACTS
    }
    return {juror: Told(told.value, max(0.0, told.low), told.high) for juror, told in found.items()}


def _scatters(made: Sequence[tuple[str, Mapping[str, float]]]) -> Iterator[tuple[str, float]]:
    """Of each contact in a channel where the juror made two or more: how far its sections lie apart, beyond what is always so."""
    levels: defaultdict[tuple[str, str], list[float]] = defaultdict(list)
    for channel, sections in made:
        for section, percent in sections.items():
            levels[channel, section].append(percent)
    for channel, sections in made:
        apart = [
            (percent - fmean(own)) * sqrt(len(own) / (len(own) - 1))
            for section, percent in sections.items()
            if len(own := levels[channel, section]) >= 2
        ]
        if len(apart) >= 2:
            yield channel, pstdev(apart)


def _mean(values: Sequence[float]) -> Told:
    return _around(fmean(values), stdev(values) / sqrt(len(values)), len(values) - 1)


def _around(value: float, error: float, freedom: int) -> Told:
    """The quantile of Student's distribution by the first terms of Cornish and Fisher: within 1 % from six degrees of freedom."""
    z = _Z90
    t = z + (z**3 + z) / (4 * freedom) + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * freedom**2)
    return Told(value, value - t * error, value + t * error)
