"""The mixed model: one linear system, the entrants eliminated in closed form (Henderson's equations, Schur complement).

    y_k = beta_c + b_j + a_k u_ic + e_k         e_k ~ N(0, s2 / w_k)
    u_ic = t_i + g_ic                           t_i ~ N(0, s2 gt), g_ic ~ N(0, s2 gg), b_j ~ N(0, s2 gb)

Juror j is *mild* by b_j. Everything is in units of the noise s2, which is profiled out of the restricted likelihood. What a
contact says about u enters by three weights, so that jurors of whom one is unsure can be averaged: `own` = E w,
`cross` = E w a, `reach` = E w a^2. The entrants' block is diagonal plus rank one and is inverted on paper:

    M_i = diag(D_ic + 1/gg) - kappa 11',  kappa = gt / (gg (gg + C gt)),  E = 1 / (D + 1/gg)
    M_i^-1 = diag(E) + kappa EE' / (1 - kappa sum E)

What remains is dense of the size channels + jurors.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from contest.calibration.contacts import Contacts, Counts, Reals


def sums(index: Counts, values: Reals, size: int) -> Reals:
    """The sum of the values at each index from 0 to `size - 1`."""
    return np.asarray(np.bincount(index, values, size), dtype=np.float64)


class Ratios(NamedTuple):
    """Variances in units of the noise: of entrants, of entrant x channel, of jurors."""

    entrant: float
    interaction: float
    juror: float


@dataclass(frozen=True, slots=True)
class Weights:
    """What each contact says: `own` = E w, `cross` = E w a, `reach` = E w a^2, in units of 1/s2; `score` to be explained."""

    own: Reals
    cross: Reals
    reach: Reals
    score: Reals
    heard: Reals
    """Which part of each contact is listened to at all. Whoever is not heard leaves no residual, and must not be counted as one
    that is very small."""


class Pattern:
    """Who met whom, prepared once: which entries of the small dense matrix each entrant touches."""

    def __init__(self, contacts: Contacts) -> None:
        self.contacts = contacts
        self.entrants, self.channels, self.jurors = (
            len(contacts.entrants),
            len(contacts.channels),
            len(contacts.jurors),
        )
        self.size = self.channels + self.jurors
        self.cell = contacts.cell
        # Rows of the sparse cells x (channels + jurors) matrix: a cell touches its channel and its jurors.
        row = np.concatenate([self.cell, self.cell])
        column = np.concatenate([contacts.channel, self.channels + contacts.juror])
        keys, self.entry = np.unique(row * self.size + column, return_inverse=True)
        self.row, self.column = np.divmod(keys, self.size)
        self.pairs_in_cells = _pairs(self.row, self.column, self.size)
        owner = self.row // self.channels
        keys, self.merged = np.unique(owner * self.size + self.column, return_inverse=True)
        self.owner, self.touched = np.divmod(keys, self.size)
        self.pairs_in_entrants = _pairs(self.owner, self.touched, self.size)

    def by_cell(self, values: Reals) -> Reals:
        """Sums over the contacts of each cell, entrants x channels."""
        total = sums(self.cell, values, self.entrants * self.channels)
        return total.reshape(self.entrants, self.channels)

    def by_juror(self, values: Reals) -> Reals:
        return sums(self.contacts.juror, values, self.jurors)

    def by_effect(self, values: Reals) -> Reals:
        """Sums over the contacts of each channel, then of each juror."""
        return np.concatenate([sums(self.contacts.channel, values, self.channels), self.by_juror(values)])


class _Pairs(NamedTuple):
    first: Counts
    second: Counts
    place: Counts


def _pairs(row: Counts, column: Counts, size: int) -> _Pairs:
    """All pairs of entries that stand in the same row, and where their product goes in a square matrix."""
    starts = np.searchsorted(row, row, side="left")
    counts = np.searchsorted(row, row, side="right") - starts
    first = np.repeat(np.arange(len(row)), counts)
    within = np.arange(len(first)) - np.repeat(np.cumsum(counts) - counts, counts)
    second = np.repeat(starts, counts) + within
    return _Pairs(first, second, column[first] * size + column[second])


class System:
    """The equations at given weights and ratios, solved."""

    def __init__(self, pattern: Pattern, weights: Weights, ratios: Ratios) -> None:
        self.pattern, self.weights, self.ratios = pattern, weights, ratios
        channels = pattern.channels
        whole = ratios.interaction + channels * ratios.entrant
        self.kappa = ratios.entrant / (ratios.interaction * whole)
        self.reach = pattern.by_cell(weights.reach)
        self.spread = 1 / (self.reach + 1 / ratios.interaction)  # E
        self.left = 1 - self.kappa * self.spread.sum(axis=1)
        self.pull = self.kappa / self.left
        self._eliminate()

    def _eliminate(self) -> None:
        p, w = self.pattern, self.weights
        spread = self.spread.ravel()
        self.touch = sums(p.entry, np.concatenate([w.cross, w.cross]), len(p.row))  # B
        self.felt = self.by_entrant(self.touch * spread[p.row])  # E'B of each entrant
        square = np.zeros(p.size * p.size)
        one, two, place = p.pairs_in_cells
        square -= sums(place, self.touch[one] * self.touch[two] * spread[p.row[one]], p.size**2)
        one, two, place = p.pairs_in_entrants
        square -= sums(place, self.felt[one] * self.felt[two] * self.pull[p.owner[one]], p.size**2)
        self.small = square.reshape(p.size, p.size)
        both = p.contacts.channel * p.size + p.channels + p.contacts.juror
        mixed = sums(both, w.own, p.size**2).reshape(p.size, p.size)
        self.small += mixed + mixed.T
        diagonal = p.by_effect(w.own)
        diagonal[p.channels :] += 1 / self.ratios.juror
        self.small[np.diag_indices(p.size)] += diagonal
        said = p.by_cell(w.cross * w.score)  # Z'y of each cell
        self.alone = self.solve_entrants(said)
        right = p.by_effect(w.own * w.score) - self.back(self.alone)
        self.root = np.linalg.cholesky(self.small)
        self.half = np.linalg.solve(self.root, right)
        self.effects = np.linalg.solve(self.root.T, self.half)
        self.explained = float(np.vdot(said, self.alone) + self.half @ self.half)
        self.total = float(np.sum(w.own * w.score**2))

    def by_entrant(self, entries: Reals) -> Reals:
        return sums(self.pattern.merged, entries, len(self.pattern.owner))

    def solve_entrants(self, right: Reals) -> Reals:
        """M^-1 times a right side of cells."""
        mine = self.spread * right
        return np.asarray(mine + self.spread * (self.pull * mine.sum(axis=1))[:, None])

    def back(self, cells: Reals) -> Reals:
        """B' times values of cells."""
        p = self.pattern
        return sums(p.column, self.touch * cells.ravel()[p.row], p.size)

    def forth(self, effects: Reals) -> Reals:
        """B times effects, as cells."""
        p = self.pattern
        each = sums(p.row, self.touch * effects[p.column], p.entrants * p.channels)
        return each.reshape(p.entrants, p.channels)

    @cached_property
    def worth(self) -> Reals:
        """u: entrant x channel as a deviation from the channel's mean."""
        return self.alone - self.solve_entrants(self.forth(self.effects))

    @property
    def level(self) -> Reals:
        return self.effects[: self.pattern.channels]

    @property
    def mild(self) -> Reals:
        """b: how many points each juror gives more than the average one."""
        return self.effects[self.pattern.channels :]

    @cached_property
    def inverse(self) -> Reals:
        """The covariance of channels and jurors, in units of the noise."""
        return np.asarray(np.linalg.inv(self.small), dtype=np.float64)

    @property
    def freedom(self) -> float:
        return max(1.0, float(self.weights.heard.sum()) - self.pattern.channels)

    @property
    def noise(self) -> float:
        """The profiled s2."""
        return max(1e-8, (self.total - self.explained) / self.freedom)

    @property
    def deviance(self) -> float:
        """-2 log restricted likelihood, up to a constant, the noise profiled out."""
        p, r = self.pattern, self.ratios
        prior = p.entrants * (
            p.channels * np.log(r.interaction) + np.log1p(p.channels * r.entrant / r.interaction)
        )
        block = np.sum(np.log(self.left)) - np.sum(np.log(self.spread))
        small = 2 * np.sum(np.log(np.diag(self.root)))
        return float(self.freedom * np.log(self.noise) + prior + p.jurors * np.log(r.juror) + block + small)
