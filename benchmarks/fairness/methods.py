"""Ways to rank the same contacts: what others use, ours, and an oracle that knows every juror.

Each gives an estimate and draws of what is still possible, so that all bands are made alike.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from benchmarks.fairness.worlds import Counts, Reals, World
from contest.calibration.calibrate import calibrate
from contest.calibration.contacts import Contacts, Scored
from contest.calibration.draws import DRAWS, draw_solved
from contest.calibration.mixed import Pattern, Ratios, System, Weights
from contest.calibration.reml import USUAL, estimate


@dataclass(frozen=True, slots=True)
class Answer:
    """What a method says: a score for every entrant, draws x entrants, and the jurors that it flags (None: it flags nobody)."""

    score: Reals
    draws: Reals
    flagged: frozenset[int] | None = None


Method = Callable[[World], Answer]
_UNHEARD = 1e-9


def raw(world: World) -> Answer:
    """The plain mean of the contacts."""
    return _means(world, world.score)


def z_score(world: World) -> Answer:
    """Each juror's scores centred and scaled to mean 0 and deviation 1, then the plain mean, back on the common scale."""
    jurors = world.setting.jurors
    count = np.maximum(np.bincount(world.juror, minlength=jurors), 1)
    centre = np.bincount(world.juror, world.score, jurors) / count
    shifted = world.score - centre[world.juror]
    freedom = np.maximum(count - 1, 1)
    spread = np.sqrt(np.bincount(world.juror, shifted**2, jurors) / freedom)
    usual = float(world.score.std())
    scaled = shifted / np.where(spread < 1e-9, usual, spread)[world.juror]
    return _means(world, world.score.mean() + usual * scaled)


def trimmed(world: World) -> Answer:
    """The mean without the best and the worst contact, where there are at least four."""
    order = np.lexsort((world.score, world.entrant))
    entrant = world.entrant[order]
    first = np.r_[True, entrant[1:] != entrant[:-1]]
    last = np.r_[first[1:], True]
    count = np.bincount(world.entrant, minlength=world.setting.entrants)
    kept = np.ones(len(order), dtype=bool)
    kept[order[(first | last) & (count[entrant] >= 4)]] = False
    return _means(world, world.score, kept=kept)


def blup(world: World) -> Answer:
    """The mixed model with all jurors alike but for severity: variances by penalised REML."""
    contacts = known_contacts(world)
    centre = float(contacts.score.mean())
    one = np.ones(len(contacts))
    pattern, weights = Pattern(contacts), Weights(one, one, one, contacts.score - centre, one)
    return _solved(System(pattern, weights, estimate(pattern, weights, Ratios(*np.exp(USUAL)))), centre)


def rasch(world: World) -> Answer:
    """Many facets: logit of the share of points = entrant - channel - juror, by joint maximum likelihood; fair averages.

    Scores are shares of 100 trials with a correction of 0.3 at the ends; the dispersion is learnt from what is left.
    """
    facets = [
        (world.entrant, world.setting.entrants),
        (world.channel, world.setting.channels),
        (world.juror, world.setting.jurors),
    ]
    share = (world.score * 0.994 + 0.3) / 100
    effects = [np.zeros(size) for _, size in facets]
    effects[0] += np.log(share.mean() / (1 - share.mean()))
    for _ in range(60):
        for at, (index, size) in enumerate(facets):
            logit = sum(effect[where] for effect, (where, _) in zip(effects, facets, strict=True))
            chance = 1 / (1 + np.exp(-logit))
            slope = np.bincount(index, chance * (1 - chance), size)
            step = np.bincount(index, share - chance, size) / np.maximum(slope, 1e-9)
            effects[at] = effects[at] + np.clip(step, -1, 1)
            if at:
                effects[0] += effects[at].mean()
                effects[at] -= effects[at].mean()
    logit = sum(effect[where] for effect, (where, _) in zip(effects, facets, strict=True))
    chance = 1 / (1 + np.exp(-logit))
    freedom = max(1, len(share) - sum(size for _, size in facets) + 2)
    dispersion = float(np.sum((share - chance) ** 2 / (chance * (1 - chance))) / freedom)
    known = np.bincount(world.entrant, chance * (1 - chance), world.setting.entrants)
    dice = np.random.default_rng([1, 2026])
    ability = effects[0] + dice.standard_normal((DRAWS, len(known))) * np.sqrt(dispersion / known)
    return Answer(_fair(effects[0], effects[1]), _fair(ability, effects[1]))


def calibrated(world: World) -> Answer:
    """Ours."""
    rows = zip(world.entrant.tolist(), world.channel.tolist(), world.juror.tolist(), world.score, strict=True)
    scored = [Scored(f"{e:06}", f"{c:03}", f"{j:06}", float(score)) for e, c, j, score in rows]
    found = calibrate(scored, seed=1)
    flagged = frozenset(int(each.juror) for each in found.jurors if each.flags)
    return Answer(found.estimate, found.draws.score, flagged)


def oracle(world: World) -> Answer:
    """Knows severity, scale and noise of every juror, which contacts were made up, and the variances."""
    return _solved(known_system(world), world.setting.mean)


def known_system(world: World, *, without: Counts | None = None) -> System:
    """What an oracle would solve, some contacts (by their place in `known_contacts`) left out."""
    s, contacts, order = world.setting, known_contacts(world), _order(world)
    juror, channel = contacts.juror, contacts.channel
    scale, honest = world.scale[juror], np.where(world.spoiled[order], _UNHEARD, 1.0)
    if without is not None:
        honest[without] = _UNHEARD
    offset = (scale - 1) * (world.level[channel] - s.mean)
    score = contacts.score + world.severity[juror] - offset - s.mean
    own = honest / world.noise[juror] ** 2
    spread = s.quality**2 + s.group**2 + (s.region**2 if s.regions else 0)
    ratios = Ratios(max(spread, 1e-4), max(s.interaction**2, 1e-4), 1e-6)
    weights = Weights(own, own * scale, own * scale**2, score, honest)
    return _Known(Pattern(contacts), weights, ratios)


METHODS: dict[str, Method] = {
    "raw mean": raw,
    "z-score": z_score,
    "trimmed mean": trimmed,
    "plain BLUP": blup,
    "many-facet Rasch": rasch,
    "calibrated": calibrated,
    "oracle": oracle,
}


def _means(world: World, values: Reals, *, kept: Counts | None = None) -> Answer:
    """Plain means and a normal plug-in: the scatter inside entrants over the number of contacts."""
    entrants = world.setting.entrants
    use = np.ones(len(values)) if kept is None else kept.astype(np.float64)
    count = np.bincount(world.entrant, use, entrants)
    score = np.bincount(world.entrant, use * values, entrants) / count
    freedom = max(1.0, float(use.sum() - entrants))
    scatter = np.sqrt(np.sum(use * (values - score[world.entrant]) ** 2) / freedom)
    dice = np.random.default_rng([1, 2026])
    return Answer(score, score + dice.standard_normal((DRAWS, entrants)) * scatter / np.sqrt(count))


def _order(world: World) -> Counts:
    return np.lexsort((world.score, world.channel, world.entrant, world.juror))


def known_contacts(world: World) -> Contacts:
    """All jurors of the world, also those without a contact."""
    s, order = world.setting, _order(world)
    entrants, channels, jurors = (
        tuple(f"{at:06}" for at in range(size)) for size in (s.entrants, s.channels, s.jurors)
    )
    arrays = (world.entrant[order], world.channel[order], world.juror[order])
    return Contacts(entrants, channels, jurors, *arrays, world.score[order])


class _Known(System):
    """A system whose weights are precisions, not multiples of an unknown one."""

    @property
    def noise(self) -> float:
        return 1.0


def _solved(system: System, centre: float) -> Answer:
    share = np.full(system.pattern.channels, 1 / system.pattern.channels)
    score = np.asarray(centre + share @ system.level + system.worth @ share)
    return Answer(score, draw_solved(system, share, centre=centre, seed=1).score)


def _fair(ability: Reals, channels: Reals) -> Reals:
    """The expected score with an average juror, all channels alike."""
    return np.asarray(100 * np.mean(1 / (1 + np.exp(-(ability[..., None] + channels))), axis=-1))
