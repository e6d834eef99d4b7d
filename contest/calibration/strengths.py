"""Strengths and areas to improve: by the probability of being above the middle of the peer group, never by a bare difference."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np

from contest.calibration.bands import members
from contest.calibration.calibrate import Calibration
from contest.calibration.contacts import Reals
from contest.calibration.draws import draw_each

Mark = Literal["strength", "area", ""]
SURE = 0.9
LEAST_IN_GROUP = 3


def above_median(found: Calibration, groups: Sequence[str], *, seed: int) -> Reals:
    """Entrants x channels: the probability of being above the median of the entrant's group in that channel.

    Not a number where the group has fewer than three members, or where nothing could be corrected.
    """
    contacts = found.contacts
    chance = np.full((len(contacts.entrants), len(contacts.channels)), np.nan)
    if found.fit is None:
        return chance
    for channel, drawn in enumerate(draw_each(found.fit, list(np.eye(len(contacts.channels))), seed=seed)):
        score = drawn.score
        for inside in members(groups).values():
            if len(inside) >= LEAST_IN_GROUP:
                mine = score[:, inside]
                chance[inside, channel] = (mine > np.median(mine, axis=1)[:, None]).mean(axis=0)
    return chance


def mark(chance: float, *, sure: float = SURE) -> Mark:
    """What to call it: nothing, unless it is sure enough."""
    if np.isnan(chance):
        return ""
    if chance >= sure:
        return "strength"
    return "area" if 1 - chance >= sure else ""
