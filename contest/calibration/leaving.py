"""What the rest of the contest says about an entrant when one contact is left out.

A juror is judged by how own scores follow what *others* found; a contact that helped to make the yardstick must not be
measured by it. Removing one contact from a solved system needs no second solution: with x the contact's row, C the
covariance of all effects and h = w x'Cx its leverage,

    mean without it = mean - C x w e / (1 - h)          variance without it = variance + (C x)^2 w / (1 - h)
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from contest.calibration.contacts import Reals
from contest.calibration.mixed import System

_MOST_LEVERAGE = 0.95


@dataclass(frozen=True, slots=True)
class Left:
    """For each contact, u of its entrant and channel as the other contacts tell it; the variance in units of the noise."""

    mean: Reals
    variance: Reals


def loading(system: System) -> Reals:
    """M^-1 B: how u of each cell answers to the effects of channels and jurors, cells x effects."""
    p = system.pattern
    cells = np.zeros((p.entrants, p.channels, p.size))
    cells.reshape(-1, p.size)[p.row, p.column] = system.touch * system.spread.ravel()[p.row]
    shared = np.zeros((p.entrants, p.size))
    shared[p.owner, p.touched] = system.felt * system.pull[p.owner]
    cells += system.spread[:, :, None] * shared[:, None, :]
    return cells.reshape(-1, p.size)


def leave_one_out(system: System) -> Left:
    """Each contact left out in turn."""
    inverse = system.inverse
    p, w = system.pattern, system.weights
    channel, juror = p.contacts.channel, p.channels + p.contacts.juror
    load = loading(system)
    through = load @ inverse
    own = (system.spread + system.spread**2 * system.pull[:, None]).ravel()
    spread = (own + np.einsum("ij,ij->i", through, load))[p.cell]
    with_effects = -(through[p.cell, channel] + through[p.cell, juror])
    of_effects = inverse[channel, channel] + inverse[juror, juror] + 2 * inverse[channel, juror]
    slope = w.cross / w.own
    worth = system.worth.ravel()[p.cell]
    miss = w.score - slope * worth - system.effects[channel] - system.effects[juror]
    leverage = w.own * (slope**2 * spread + 2 * slope * with_effects + of_effects)
    free = 1 - np.clip(leverage, 0, _MOST_LEVERAGE)
    reach = slope * spread + with_effects
    return Left(worth - reach * w.own * miss / free, spread + reach**2 * w.own / free)
