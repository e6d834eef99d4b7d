"""How far a juror goes: by coordinates where both places have them, else by what two addresses share.

The steps of that ladder are means of the distance between two different gminas of Poland (centres of all 2,477 gminas,
TERYT of 2024): 19 km inside a powiat, 77 km inside a voivodeship, 279 km anywhere. Within a town we say 3 km.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from contest.headings import fold
from contest.planning.demand import Place

TOWN, POWIAT, VOIVODESHIP, COUNTRY = 3.0, 19.0, 77.0, 279.0
_EARTH = 6371.0
"""The mean radius, in kilometres."""

Floats = NDArray[np.floating[Any]]


def distances(froms: Sequence[Place], tos: Sequence[Place]) -> Floats:
    """Kilometres from each place to each, `nan` where one of the two says nothing."""
    ladder = _ladder(froms, tos)
    far = _crow(froms, tos)
    return np.where(np.isnan(far), ladder, far)


def _crow(froms: Sequence[Place], tos: Sequence[Place]) -> Floats:
    """Great-circle distance by the haversine formula."""
    lat_a, lon_a = _radians(froms)
    lat_b, lon_b = _radians(tos)
    half = (
        np.sin((lat_a[:, None] - lat_b[None, :]) / 2) ** 2
        + np.cos(lat_a)[:, None] * np.cos(lat_b)[None, :] * np.sin((lon_a[:, None] - lon_b[None, :]) / 2) ** 2
    )
    crow: Floats = 2 * _EARTH * np.arcsin(np.sqrt(np.clip(half, 0.0, 1.0)))
    return crow


def _radians(places: Sequence[Place]) -> tuple[Floats, Floats]:
    pairs = [
        (place.lat, place.lon) if place.lat is not None and place.lon is not None else (np.nan, np.nan)
        for place in places
    ]
    degrees = np.radians(np.array(pairs, dtype=float).reshape(-1, 2))
    return degrees[:, 0], degrees[:, 1]


def _ladder(froms: Sequence[Place], tos: Sequence[Place]) -> Floats:
    """Names mean something only inside the larger unit: there are four gminas called Osiek."""
    steps = (
        (COUNTRY, lambda place: (fold(place.voivodeship),)),
        (VOIVODESHIP, lambda place: (fold(place.voivodeship),)),
        (POWIAT, lambda place: (fold(place.voivodeship), fold(place.powiat))),
        (TOWN, lambda place: (fold(place.voivodeship), fold(place.powiat), fold(place.town))),
    )
    found = np.full((len(froms), len(tos)), np.nan)
    for kilometres, unit in steps:
        here, there = _numbered([unit(place) for place in froms], [unit(place) for place in tos])
        known = (here[:, None] >= 0) & (there[None, :] >= 0)
        same = known & (here[:, None] == there[None, :])
        found = np.where(known if kilometres == COUNTRY else same, kilometres, found)
    return found


def _numbered(
    ours: Sequence[tuple[str, ...]], theirs: Sequence[tuple[str, ...]]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """A number for each unit, -1 for one of which a part of the name is not known."""
    numbers: dict[tuple[str, ...], int] = {}
    found = [numbers.setdefault(unit, len(numbers)) if all(unit) else -1 for unit in (*ours, *theirs)]
    return np.array(found[: len(ours)], dtype=np.int64), np.array(found[len(ours) :], dtype=np.int64)
