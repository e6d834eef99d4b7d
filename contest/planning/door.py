"""Who stands at which door: chances for every visit first, then one juror by lot.

The chances are the fractions of a flow with little room on each pair (Jecmen et al., Mitigating Manipulation in Peer Review via
Randomized Reviewer Assignments, 2020): ways are short, and nobody is the obvious one. Short ways and surprise pull apart, so that
the room grows where it must: by price for the nearest juror where everybody else would come from much farther, and further
only as far as the ways of the whole plan would else be longer than the aim (docs/decisions/0007-assignment.md draws the frontier).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from contest.planning.able import Field
from contest.planning.network import Arcs, Ints, Toll, shares, solve, turns
from contest.planning.prices import CROWDED, LOAD, LOAD_AT_DOOR, NOISE, prices
from contest.planning.travel import Floats

BEYOND = 300.0
"""The price of a visit that is longer than the aim by one mean way."""


@dataclass(frozen=True, slots=True)
class Surprise:
    """How much is left to the lot at a door, against the ways."""

    near: int = 24
    elsewhere: int = 8
    """Jurors among whom the lot is drawn: the nearest, and others from anywhere."""
    likeliest: float = 1 / 2
    """How likely anybody may be, where there are enough jurors."""
    likelier: tuple[tuple[float, float], ...] = ((2 / 3, 8.0), (3 / 4, 60.0), (4 / 5, 80.0))
    """How likely the nearest may become, step by step, and the price of a whole visit there; `prices.WAY` is a mean way."""
    aim: float | None = 0.375
    """The ways that are aimed at, as a share of those of jurors by lot; None: no aim."""
    vain: float = 0.42
    """The aim counts only where at least this share is within reach: there is no use in obvious jurors elsewhere."""
    noise: float = NOISE


USUAL = Surprise()


def near(field: Field, dice: np.random.Generator, kept: Mapping[int, int], how: Surprise = USUAL) -> Arcs:
    """For each slot to which somebody goes: the nearest jurors, and some others; the one of an earlier plan in any case."""
    dealt = []
    free = np.array(field.room) > 0
    for number, slot in enumerate(field.slots):
        if not slot.on_site:
            continue
        able = np.flatnonzero(field.may[number] & free)
        lots = dice.random(len(able))
        way = np.nan_to_num(field.km[number, able])
        order = np.lexsort((lots, way))
        others = order[how.near :][np.argsort(lots[order[how.near :]])][: how.elsewhere]
        dealt.append((number, with_kept(able[np.concatenate([order[: how.near], others])], number, kept)))
    return Arcs.of(dealt)


def with_kept(jurors: Ints, slot: int, kept: Mapping[int, int]) -> Ints:
    """The jurors dealt to a slot, and whoever had it in an earlier plan."""
    return np.append(jurors, kept[slot]) if slot in kept and kept[slot] not in jurors else jurors


def drawn(field: Field, arcs: Arcs, dice: np.random.Generator) -> dict[int, int]:
    """Who is put at which door by lot; nobody anywhere where no way is known."""
    if not len(arcs) or np.isnan(field.km[arcs.slot, arcs.juror]).all():
        return {}
    arcs, chance = chances(field, arcs, dice)
    order = np.lexsort((arcs.juror, np.nan_to_num(field.km[arcs.slot, arcs.juror]), arcs.slot))
    order = order[chance[order] > 0]
    pairs, parts = arcs[order], (chance / np.bincount(arcs.slot, chance).clip(1e-9)[arcs.slot])[order]
    lots = _lots(pairs, dice)
    found: dict[int, int] = {}
    for s, j, part in zip(pairs.slot.tolist(), pairs.juror.tolist(), parts.tolist(), strict=True):
        lots[s] -= part
        if s not in found and lots[s] < 0:
            found[s] = j
    return found


def _lots(pairs: Arcs, dice: np.random.Generator) -> dict[int, float]:
    """A number of 0..1 for each door. Among doors with the same nearest juror there is one in each equal part of 0..1, so that
    this juror gets as many of them as the chances say, whichever they are."""
    doors: defaultdict[int, list[int]] = defaultdict(list)
    first = np.flatnonzero(np.diff(pairs.slot, prepend=-1))
    for s, j in zip(pairs.slot[first].tolist(), pairs.juror[first].tolist(), strict=True):
        doors[j].append(s)
    lots: dict[int, float] = {}
    for same in doors.values():
        parts = (dice.permutation(len(same)) + dice.random(len(same))) / len(same)
        lots.update(zip(same, parts.tolist(), strict=True))
    return lots


def chances(
    field: Field, arcs: Arcs, dice: np.random.Generator, how: Surprise = USUAL
) -> tuple[Arcs, Floats]:
    """How likely each pair is; a pair that stands there several times is as likely as all of them together."""
    nearest = _nearest(field, arcs)
    price = prices(field, arcs, dice, how.noise)
    room = np.maximum(how.likeliest, 1 / np.bincount(arcs.slot)[arcs.slot])
    base, likely, first = price[nearest], room[nearest], arcs[nearest]
    for likelier, more in how.likelier:
        arcs += first
        price = np.concatenate([price, base + more])
        room = np.concatenate([room, np.maximum(0.0, likelier - likely)])
        likely = np.maximum(likely, likelier)
    return arcs, solve(field, arcs, price, room, _loads(field), _toll(field, arcs, how))


def _loads(field: Field) -> Floats:
    """Little for those who can be given remote contacts as well, until they have what is everybody's even share."""
    remote = field.may[[not one.on_site for one in field.slots]].any(axis=0)
    whole = sum(juror.capacity for juror in field.jurors)
    even = (len(field.slots) + sum(juror.load for juror in field.jurors)) / max(1, whole)
    share = shares(field)
    return np.where(remote, LOAD_AT_DOOR, LOAD)[turns(field)] * share + CROWDED * (share > even)


def _nearest(field: Field, arcs: Arcs) -> Ints:
    """The arc of each slot whose way is the shortest; the first of equals."""
    way = np.nan_to_num(field.km[arcs.slot, arcs.juror])
    order: Ints = np.lexsort((way, arcs.slot))
    first: Ints = order[np.diff(arcs.slot[order], prepend=-1) != 0]
    return first


def _toll(field: Field, arcs: Arcs, how: Surprise) -> Toll | None:
    """Ways no longer in the mean than the aim; None where that is in vain: there is no use in obvious jurors then."""
    if how.aim is None:
        return None
    doors = np.unique(arcs.slot)
    free = field.may[doors] & (np.array(field.room) > 0)
    km = np.where(free, field.km[doors], np.nan)
    km = km[~np.isnan(km).all(axis=1)]
    if not len(km):
        return None
    lots = float(np.nanmean(km, axis=1).mean())
    two = np.sort(km, axis=1)[:, :2]  # nan comes last
    likeliest = max([how.likeliest, *(step for step, _ in how.likelier)])
    second = np.where(np.isnan(two[:, -1]), two[:, 0], two[:, -1])
    shortest = float((likeliest * two[:, 0] + (1 - likeliest) * second).mean())
    if not lots or shortest > how.vain * lots:
        return None
    return Toll(np.nan_to_num(field.km[arcs.slot, arcs.juror] / lots - how.aim), BEYOND)
