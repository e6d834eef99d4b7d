"""The result without any correction: plain means, with bands from the usual scatter of contacts.

For contests too small to tell a strict juror from a weak institution. The scatter of single contacts is that seen inside
entrants, held near 10 points (a good guess for mystery visits) where there is little to see.
"""

from __future__ import annotations

import numpy as np

from contest.calibration.contacts import Contacts, Reals
from contest.calibration.draws import DRAWS, Draws

_GUESS, _TRUST = 10.0, 3.0


def means(contacts: Contacts) -> Reals:
    """The mean of each entrant's contacts."""
    count = np.bincount(contacts.entrant, minlength=len(contacts.entrants))
    return np.asarray(np.bincount(contacts.entrant, contacts.score, len(count)) / count)


def by_channels(contacts: Contacts, share: Reals) -> Reals:
    """The official formula: the mean of each channel that took place, weighted by its share of those that did."""
    size = len(contacts.entrants) * len(contacts.channels)
    count = np.bincount(contacts.cell, minlength=size)
    mean = np.bincount(contacts.cell, contacts.score, size) / np.maximum(count, 1)
    table = (len(contacts.entrants), len(contacts.channels))
    weight = share * (count.reshape(table) > 0)
    return np.asarray(np.sum(weight * mean.reshape(table), axis=1) / weight.sum(axis=1))


def draw_plain(contacts: Contacts, centre: Reals, *, seed: int) -> Draws:
    """Possible scores around these means."""
    count = np.bincount(contacts.entrant, minlength=len(contacts.entrants))
    inside = float(np.sum((contacts.score - means(contacts)[contacts.entrant]) ** 2))
    freedom = len(contacts) - len(contacts.entrants)
    scatter = np.sqrt((inside + _TRUST * _GUESS**2) / (freedom + _TRUST))
    dice = np.random.default_rng([seed, 2026])
    blur = dice.standard_normal((DRAWS, len(centre))) * scatter / np.sqrt(count)
    return Draws(np.clip(centre + blur, 0, 100), np.zeros(DRAWS))
