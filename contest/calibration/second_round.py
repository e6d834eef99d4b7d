"""Where further contacts tell most: extra rounds for entrants in doubt, with what they are expected to gain.

All is Gaussian, so the worth of a contact is known before it is made. A contact in channel c by one more juror takes
Cov(T, u_c)^2 / (Var(u_c) + juror + noise) off the variance of an entrant's score T; the channel with the largest share goes first,
then the next is chosen in the light of it. Before the extra contacts a decision at a threshold is wrong with probability
Phi(-|m - t| / s); after them with the mean of the same over what they may turn out to say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

import numpy as np

from contest.calibration.calibrate import Calibration
from contest.calibration.contacts import Reals
from contest.calibration.fit import Fit

_NORMAL = NormalDist()
_NODES = np.array([_NORMAL.inv_cdf((k + 0.5) / 41) for k in range(41)])


@dataclass(frozen=True, slots=True)
class Extra:
    """A proposal for one entrant: further contacts, by jurors who have not been there, and what they are good for."""

    entrant: str
    contacts: tuple[tuple[str, int], ...]
    """How many in which channel."""
    met: tuple[str, ...]
    """Jurors who have been there and should not go again."""
    wrong_now: float
    """The probability that the decision is wrong if it is taken now."""
    wrong_after: float
    """What is expected of it after these contacts."""
    width_now: float
    """Width of the 90 % interval of the score, in points."""
    width_after: float


def propose(
    found: Calibration, entrants: Iterable[str], *, line: float, contacts: int, channels: Sequence[str] = ()
) -> tuple[Extra, ...]:
    """Extra contacts for these entrants, those first whose decision at `line` (points) gains most.

    For licences the line is the threshold; for finalists the score of the last place that counts. `channels` limits where
    contacts may be made. Nothing is proposed when nothing could be corrected.
    """
    if found.fit is None:
        return ()
    number = {name: at for at, name in enumerate(found.contacts.entrants)}
    allowed = [at for at, name in enumerate(found.contacts.channels) if not channels or name in channels]
    made = [_extra(found, found.fit, number[name], line, contacts, allowed) for name in entrants]
    return tuple(sorted(made, key=lambda extra: (extra.wrong_after - extra.wrong_now, extra.entrant)))


def doubtful(chances: Reals, *, share: float) -> list[int]:
    """The entrants nearest to an even chance, as large a share of all of them as is said."""
    order = np.argsort(np.abs(chances - 0.5), kind="stable")
    return sorted(order[: round(share * len(chances))].tolist())


def _extra(found: Calibration, fit: Fit, entrant: int, line: float, count: int, allowed: list[int]) -> Extra:
    panel = found.draws.by_panel[:, entrant]
    mean, now = float(panel.mean()), float(panel.var())
    chosen, left = _choose(found, fit, entrant, count, allowed)
    after = now * left
    met = {found.contacts.jurors[at] for at in found.contacts.juror[found.contacts.entrant == entrant]}
    return Extra(
        found.contacts.entrants[entrant],
        tuple((found.contacts.channels[at], chosen[at]) for at in sorted(chosen)),
        tuple(sorted(met)),
        _wrong(mean - line, now),
        _wrong_later(mean - line, now, after),
        2 * 1.645 * sqrt(now),
        2 * 1.645 * sqrt(after),
    )


def _choose(
    found: Calibration, fit: Fit, entrant: int, count: int, allowed: list[int]
) -> tuple[Counter[int], float]:
    """Channels of the next contacts, and the share of the variance that is left after them."""
    system, share = fit.system, found.share
    e = system.spread[entrant]
    cov = (np.diag(e) + system.pull[entrant] * np.outer(e, e)) * system.noise
    severity = float(np.mean(np.diag(fit.system.inverse)[system.pattern.channels :]) * system.noise)
    before = float(share @ cov @ share)
    chosen: Counter[int] = Counter()
    for _ in range(count):
        with_total = cov @ share
        gain = with_total**2 / (np.diag(cov) + severity + system.noise)
        at = max(allowed, key=lambda channel: (gain[channel], -channel))
        chosen[at] += 1
        cov = cov - np.outer(cov[at], cov[at]) / (cov[at, at] + severity + system.noise)
    return chosen, float(share @ cov @ share) / before


def _wrong(gap: float, variance: float) -> float:
    return _NORMAL.cdf(-abs(gap) / sqrt(max(variance, 1e-12)))


def _wrong_later(gap: float, now: float, after: float) -> float:
    """The mean over what the new mean may turn out to be."""
    moved = gap + sqrt(max(now - after, 0.0)) * _NODES
    return float(np.mean([_wrong(float(each), after) for each in moved]))
