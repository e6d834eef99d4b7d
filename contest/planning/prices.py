"""What a plan weighs against what: one scale of prices for the draw at the door and for the plan."""

from __future__ import annotations

import numpy as np

from contest.planning.able import Field
from contest.planning.network import Arcs
from contest.planning.travel import Floats

KEPT = -5e3  # the juror of an earlier plan
MET = 1000.0  # a juror who has been at this entrant
LOAD = 400.0  # the last assignment of a full juror, against the first of an idle one
LOAD_AT_DOOR = 20.0  # the same, while it is drawn who goes where: remote contacts will even it out
CROWDED = (
    500.0  # at the door, each visit beyond what is everybody's even share: no remote contact evens that out
)
WAY = 16.0  # a visit as far as the mean of those that are possible
KNOWN = 12.0  # a visit to a small body by somebody of the same town
DRAWN = -40.0  # the juror whom the draw put at the door
NOISE = 1.0  # the scale of the Gumbel noise
"""`network.EMPTY`, `KEPT`, `MET` and `network.TWICE` are out of reach of all others."""


def prices(field: Field, arcs: Arcs, dice: np.random.Generator, noise: float = NOISE) -> Floats:
    """What each pair costs by itself: its way, what the juror is to the entrant, and a noise, so that every plan is a draw."""
    price = -noise * np.log(-np.log(np.clip(dice.random(len(arcs.slot)), 1e-12, 1 - 1e-12)))
    way = field.km[arcs.slot, arcs.juror]
    if not np.isnan(way).all():
        price += WAY * np.nan_to_num(way / max(1.0, float(np.nanmean(way))))
    met = [frozenset(one.met) for one in field.jurors]
    for arc, (s, j) in enumerate(zip(arcs.slot.tolist(), arcs.juror.tolist(), strict=True)):
        wanted = field.slots[s]
        price[arc] += MET * (wanted.entrant in met[j])
        if wanted.on_site and wanted.population is not None and wanted.place.town:
            small = wanted.population < field.rules.small_population
            price[arc] += KNOWN * (small and wanted.place.town == field.jurors[j].home.town)
    return price
