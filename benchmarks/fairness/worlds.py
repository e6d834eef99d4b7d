"""Contests whose truth is known: institutions, jurors of every sort, who met whom, and the scores that came of it.

A score of a contact is made as people make it: what the institution is worth in that channel on that day, stretched by how
much of the scale the juror uses, lowered by the juror's severity, blurred by the juror's noise, rounded, and cut to 0..100.
Careless jurors write scores that have nothing to do with the institution; hostile ones take 30 points off at two of five.
Some worlds have what no method of the comparison fits: noise with outliers, moods, drift, a ceiling, careless jurors who see a little.
In worlds of items (`items > 0`) the score is a share of yes/no answers from a logistic model with an effect of the occasion,
which no method of the comparison fits.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

Reals = NDArray[np.float64]
Counts = NDArray[np.int64]


class Sort(IntEnum):
    """What a juror is like."""

    GOOD = 0
    CARELESS = 1
    HOSTILE = 2


@dataclass(frozen=True, slots=True)
class Setting:
    """The make of a world; standard deviations are in points of 0..100."""

    entrants: int
    jurors: int
    channels: int = 4
    contacts: tuple[int, int] = (3, 6)
    groups: int = 4
    mean: float = 72.0
    quality: float = 8.0
    group: float = 2.0
    interaction: float = 5.0
    channel: float = 5.0
    severity: float = 6.0
    scale: float = 0.15
    noise: float = 8.0
    noise_spread: float = 0.25
    activity: float = 0.8
    idle: float = 0.1
    """The share of jurors with hardly any contacts."""
    lost: float = 0.03
    careless: int = 0
    hostile: int = 0
    regions: int = 0
    """Above 0: that many regions, which differ, and jurors who meet mostly (80 %) their own."""
    region: float = 5.0
    teams: int = 0
    """Above 0: that many teams of jurors, each with institutions of its own: nothing connects them."""
    items: int = 0
    """Above 0: so many yes/no answers a contact instead of a continuous score."""
    tails: float = 0.0
    """Above 2: noise by Student's distribution with so many degrees of freedom, of the same deviation."""
    skew: bool = False
    """Quality with a long tail of weak institutions instead of a bell."""
    drift: float = 0.0
    """By how much the severity of jurors moves between their first contact and their last."""
    moods: float = 0.0
    """How much a juror's severity differs from channel to channel."""
    made_up: float = 12.0
    """The spread of scores that careless jurors make up."""
    seen: float = 0.0
    """How much of the institution is in the scores of careless jurors (1 is all of it)."""
    strike: float = 30.0
    """How many points hostile jurors take off."""
    strikes: float = 0.4
    """At how many of their contacts."""
    threshold: float = 75.0


@dataclass(frozen=True, slots=True)
class World:
    """What happened, and the truth that only a simulator knows."""

    setting: Setting
    entrant: Counts
    channel: Counts
    juror: Counts
    score: Reals
    truth: Reals
    """What each institution is worth with an average juror, all channels alike."""
    group: Counts
    """The peer group of each institution."""
    sort: Counts
    """What each juror is like (`Sort`)."""
    severity: Reals
    scale: Reals
    noise: Reals
    moods: Reals
    """Juror x channel: by how much more severe than usual."""
    drift: Reals
    """How far the severity of each juror moves from the first contact to the last."""
    spoiled: NDArray[np.bool_]
    """Contacts whose score a careless or hostile juror made up."""
    level: Reals
    """The mean of each channel."""
    worth: Reals
    """Institution x channel, as deviations from the channel's mean."""


SIZES = {"60/20": (60, 20), "300/60": (300, 60), "2000/200": (2000, 200)}


def base(entrants: int, jurors: int) -> Setting:
    """The world of the main tables: a tenth of jurors idle, one or two careless and hostile ones."""
    bad = 2 if jurors >= 200 else 1
    return Setting(entrants, jurors, careless=bad, hostile=bad)


def scenarios(entrants: int, jurors: int) -> dict[str, Setting]:
    """The other worlds, by name."""
    plain = base(entrants, jurors)
    tenth = max(1, jurors // 10)
    return {
        "clean": replace(plain, careless=0, hostile=0),
        "no-severity": replace(plain, severity=0.0, scale=0.0, noise_spread=0.0, careless=0, hostile=0),
        "low-severity": replace(plain, severity=3.0),
        "high-severity": replace(plain, severity=10.0, scale=0.3),
        "bad-fifth": replace(plain, careless=tenth, hostile=tenth),
        "uneven": replace(plain, activity=1.3, idle=0.25),
        "regional": replace(plain, regions=6),
        "teams": replace(plain, teams=max(2, jurors // 10)),
        "alike": replace(plain, quality=0.5, group=0.0, interaction=0.5),
        "thin": replace(plain, contacts=(1, 3)),
        "dense": replace(plain, contacts=(8, 8)),
        "noisy": replace(plain, noise=12.0, interaction=7.0),
        "two-channels": replace(plain, channels=2),
        "items": replace(plain, items=24),
        "ceiling": replace(plain, mean=87.0, threshold=90.0),
        "skewed": replace(plain, skew=True),
        "outliers": replace(plain, tails=3.0),
        "moods": replace(plain, moods=4.0),
        "drifting": replace(plain, drift=8.0),
        "lazy": replace(plain, made_up=4.0),
        "half-careless": replace(plain, seen=0.3),
        "sly": replace(plain, strike=20.0, strikes=0.3),
        "even": replace(plain, activity=0.2, idle=0.0),
    }


def make(setting: Setting, seed: int) -> World:
    """The world of this make that the seed gives."""
    dice = np.random.default_rng([seed, setting.entrants, setting.jurors])
    s = setting
    group = np.arange(s.entrants) % s.groups
    home = dice.integers(0, max(s.regions, s.teams, 1), s.entrants)
    region = dice.normal(0, s.region, max(s.regions, 1)) * (s.regions > 0)
    bell = dice.normal(0, s.quality, s.entrants)
    if s.skew:
        bell = s.quality * (1 - dice.standard_exponential(s.entrants))
    quality = bell + dice.normal(0, s.group, s.groups)[group] + region[home % max(s.regions, 1)]
    worth = quality[:, None] + dice.normal(0, s.interaction, (s.entrants, s.channels))
    level = s.mean + dice.normal(0, s.channel, s.channels)
    sort = _sorts(s, dice)
    severity = dice.normal(0, s.severity, s.jurors)
    scale = np.exp(dice.normal(0, s.scale, s.jurors))
    noise = s.noise * np.exp(dice.normal(0, s.noise_spread, s.jurors))
    moods = dice.normal(0, s.moods, (s.jurors, s.channels)) if s.moods else np.zeros((s.jurors, s.channels))
    drift = dice.normal(0, s.drift, s.jurors) if s.drift else np.zeros(s.jurors)
    entrant, channel, juror = _meetings(s, sort, home, dice)
    world = World(
        setting=s,
        entrant=entrant,
        channel=channel,
        juror=juror,
        score=np.empty(0),
        truth=(worth + level).mean(axis=1),
        group=group,
        sort=sort,
        severity=severity,
        scale=scale,
        noise=noise,
        moods=moods,
        drift=drift,
        spoiled=np.empty(0, dtype=bool),
        level=level,
        worth=worth,
    )
    spoiled = _spoiled(world, juror, dice)
    if not s.items:
        return replace(world, score=_scores(world, entrant, channel, juror, spoiled, dice), spoiled=spoiled)
    score, truth = _by_items(s, dice, worth + level - s.mean, severity, scale, (entrant, channel, juror))
    made_up = 100 * dice.binomial(s.items, 0.72, len(juror)) / s.items
    score = np.where(spoiled, np.where(sort[juror] == Sort.HOSTILE, score - s.strike, made_up), score)
    return replace(world, score=np.clip(np.round(score), 0, 100), spoiled=spoiled, truth=truth)


def more(world: World, wanted: list[tuple[int, int]], seed: int) -> World:
    """The world after further contacts (entrant, channel), by jurors who have not been there; not for worlds of items."""
    s, dice = world.setting, np.random.default_rng([seed, 7])
    busy = np.bincount(world.juror, minlength=s.jurors) + 1.0
    met = {entrant: set(world.juror[world.entrant == entrant].tolist()) for entrant, _ in wanted}
    jurors = []
    for entrant, _ in wanted:
        chance = busy.copy()
        chance[list(met[entrant])] = 1e-9
        chosen = int(dice.choice(s.jurors, p=chance / chance.sum()))
        met[entrant].add(chosen)
        jurors.append(chosen)
    entrants, channel = (np.array([pair[at] for pair in wanted], dtype=np.int64) for at in (0, 1))
    juror = np.array(jurors, dtype=np.int64)
    spoiled = _spoiled(world, juror, dice)
    score = _scores(world, entrants, channel, juror, spoiled, dice)
    return replace(
        world,
        entrant=np.concatenate([world.entrant, entrants]),
        channel=np.concatenate([world.channel, channel]),
        juror=np.concatenate([world.juror, juror]),
        score=np.concatenate([world.score, score]),
        spoiled=np.concatenate([world.spoiled, spoiled]),
    )


def _spoiled(world: World, juror: Counts, dice: np.random.Generator) -> NDArray[np.bool_]:
    sort = world.sort[juror]
    struck = dice.random(len(juror)) < world.setting.strikes
    return np.asarray((sort == Sort.CARELESS) | ((sort == Sort.HOSTILE) & struck))


def _scores(
    world: World,
    entrant: Counts,
    channel: Counts,
    juror: Counts,
    spoiled: NDArray[np.bool_],
    dice: np.random.Generator,
) -> Reals:
    """What jurors write of these contacts."""
    s, count = world.setting, len(juror)
    worth = world.worth[entrant, channel]
    severe = world.severity[juror] + world.moods[juror, channel]
    if s.drift:
        severe = severe + world.drift[juror] * dice.uniform(-0.5, 0.5, count)
    blur = dice.normal(0, 1, count)
    if s.tails:
        blur = dice.standard_t(s.tails, count) / np.sqrt(s.tails / (s.tails - 2))
    score = s.mean + world.scale[juror] * (worth + world.level[channel] - s.mean) - severe
    score = score + blur * world.noise[juror]
    made_up = world.level.mean() + s.seen * worth - severe + dice.normal(0, s.made_up, count)
    hostile = world.sort[juror] == Sort.HOSTILE
    score = np.where(spoiled, np.where(hostile, score - s.strike, made_up), score)
    return np.asarray(np.clip(np.round(score), 0, 100))


def _sorts(s: Setting, dice: np.random.Generator) -> Counts:
    sort = np.zeros(s.jurors, dtype=np.int64)
    chosen = dice.permutation(s.jurors)
    sort[chosen[: s.careless]] = Sort.CARELESS
    sort[chosen[s.careless : s.careless + s.hostile]] = Sort.HOSTILE
    return sort


def _meetings(
    s: Setting, sort: Counts, home: Counts, dice: np.random.Generator
) -> tuple[Counts, Counts, Counts]:
    """Who met whom, where: channels of an institution are dealt round, jurors by how active they are."""
    active = np.exp(dice.normal(0, s.activity, s.jurors))
    idle = dice.permutation(np.flatnonzero(sort == Sort.GOOD))[: int(s.idle * s.jurors)]
    active[idle] *= 0.05
    at_home = np.arange(s.jurors) % max(s.regions, s.teams, 1)
    entrants, channels, jurors = [], [], []
    for entrant in range(s.entrants):
        count = dice.integers(s.contacts[0], s.contacts[1] + 1)
        chance = active.copy()
        if s.teams:
            chance = chance * (at_home == home[entrant])
        elif s.regions:
            own = at_home == home[entrant]
            chance = np.where(own, 0.8 * chance / max(chance[own].sum(), 1e-9), 0.2 * chance / chance.sum())
        chance /= chance.sum()
        order = np.concatenate([dice.permutation(s.channels) for _ in range(-(-count // s.channels))])[:count]
        met = dice.choice(s.jurors, count, p=chance, replace=bool(np.count_nonzero(chance) < count))
        entrants += [entrant] * count
        channels += list(order)
        jurors += list(met)
    kept = dice.random(len(entrants)) >= s.lost
    kept |= ~np.isin(entrants, np.asarray(entrants)[kept])
    return np.asarray(entrants)[kept], np.asarray(channels)[kept], np.asarray(jurors)[kept]


def _by_items(
    s: Setting,
    dice: np.random.Generator,
    worth: Reals,
    severity: Reals,
    scale: Reals,
    met: tuple[Counts, Counts, Counts],
) -> tuple[Reals, Reals]:
    """Shares of yes answers, and what each institution's share would be with an average juror."""
    entrant, channel, juror = met
    hard = dice.normal(0, 1.2, (s.channels, s.items)) - 1.1
    per_point = 0.055  # logits that move a mid-scale share by one point
    ability = worth * per_point
    occasion = dice.normal(0, 0.45, len(juror))
    logit = scale[juror] * ability[entrant, channel] - severity[juror] * per_point + occasion
    chance = 1 / (1 + np.exp(-(logit[:, None] - hard[channel])))
    score = 100 * (dice.random(chance.shape) < chance).mean(axis=1)
    nodes, weights = np.polynomial.hermite_e.hermegauss(9)
    shifted = ability[:, :, None, None] - hard[None, :, :, None] + 0.45 * nodes
    expected = (1 / (1 + np.exp(-shifted)) * weights / weights.sum()).sum(axis=3).mean(axis=2)
    return score, 100 * expected.mean(axis=1)
