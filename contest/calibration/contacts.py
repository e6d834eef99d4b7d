"""Scored contacts as arrays: who was met, in which channel, by whom, and what it was worth.

Order is canonical (by the names themselves), so the same contacts in any order of rows give the same arrays.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Reals = NDArray[np.float64]
Counts = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Scored:
    """One contact to be ranked by: a score from 0 to 100."""

    entrant: str
    channel: str
    juror: str
    score: float


@dataclass(frozen=True, slots=True, eq=False)
class Contacts:
    """The contacts of one calibration, sorted by juror, then entrant, channel and score."""

    entrants: tuple[str, ...]
    channels: tuple[str, ...]
    jurors: tuple[str, ...]
    entrant: Counts
    channel: Counts
    juror: Counts
    score: Reals

    @property
    def cell(self) -> Counts:
        """Where each contact falls in a table of entrants x channels, read by rows."""
        return self.entrant * len(self.channels) + self.channel

    def __len__(self) -> int:
        return len(self.score)


def order(contact: Scored) -> tuple[str, str, str, float]:
    """By this key the contacts of `Contacts` are sorted."""
    return contact.juror, contact.entrant, contact.channel, contact.score


def gather(scored: Iterable[Scored]) -> Contacts:
    """The contacts as arrays. There must be at least one."""
    rows = sorted(scored, key=order)
    entrants = tuple(sorted({row.entrant for row in rows}))
    channels = tuple(sorted({row.channel for row in rows}))
    jurors = tuple(sorted({row.juror for row in rows}))
    return Contacts(
        entrants,
        channels,
        jurors,
        _index(entrants, (row.entrant for row in rows)),
        _index(channels, (row.channel for row in rows)),
        _index(jurors, (row.juror for row in rows)),
        np.array([row.score for row in rows], dtype=np.float64),
    )


def _index(names: tuple[str, ...], said: Iterable[str]) -> Counts:
    number = {name: at for at, name in enumerate(names)}
    return np.array([number[name] for name in said], dtype=np.int64)
