"""Contacts in, calibrated result out: the one door of this package."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from contest.calibration.contacts import Contacts, Reals, Scored, gather
from contest.calibration.design import Design, design, too_little
from contest.calibration.draws import Draws, draw, expected
from contest.calibration.fit import Fit, fit
from contest.calibration.jurors import JurorRecord, records
from contest.calibration.plain import by_channels, draw_plain, means
from contest.mistakes import Mistake


@dataclass(frozen=True, slots=True, eq=False)
class Calibration:
    """What the contacts say about entrants and jurors. Arrays follow the order of `contacts.entrants`."""

    contacts: Contacts
    share: Reals
    """How much each channel counts; sums to 1."""
    fit: Fit | None
    """None when there is too little to correct by."""
    uncorrected: Mistake | None
    """Why nothing was corrected."""
    design: Design
    raw: Reals
    """The plain mean of an entrant's contacts."""
    estimate: Reals
    """The best guess of what an average juror would have found, each channel with its share; when nothing is corrected, the plain
    mean of the contacts, or of the channels by their shares where shares were given."""
    luck: Reals
    """By how many points the jurors whom an entrant happened to meet are stricter than the average of the panel."""
    draws: Draws
    jurors: tuple[JurorRecord, ...]
    """Empty when nothing was corrected."""

    @property
    def level_error(self) -> float:
        """The standard error, in points, of how strict this panel is as a whole: nobody's place depends on it."""
        return float(np.std(self.draws.panel))


def calibrate(
    scored: Iterable[Scored], *, seed: int, shares: Mapping[str, float] | None = None
) -> Calibration:
    """Correct these contacts (at least one) for who made them; channels count alike unless `shares` says otherwise.

    The same contacts, shares and seed give the same result bit for bit, in whatever order they come; the estimates do not depend on
    the seed at all. (numpy's linear algebra must use one thread, as the command line sees to.)
    """
    contacts = gather(scored)
    share = _shares(contacts.channels, shares)
    made = design(contacts)
    reason = too_little(contacts, made)
    raw = means(contacts)
    if reason is not None:
        plain = raw if shares is None else by_channels(contacts, share)
        draws = draw_plain(contacts, plain, seed=seed)
        return Calibration(contacts, share, None, reason, made, raw, plain, np.zeros_like(raw), draws, ())
    fitted = fit(contacts)
    people = records(fitted)
    severity = np.array([record.severity for record in people])
    count = np.bincount(contacts.entrant, minlength=len(raw))
    luck = np.bincount(contacts.entrant, severity[contacts.juror], len(raw)) / count
    guess = np.clip(expected(fitted, share), 0, 100)
    return Calibration(
        contacts, share, fitted, None, made, raw, guess, luck, draw(fitted, share, seed=seed), people
    )


def _shares(channels: Sequence[str], shares: Mapping[str, float] | None) -> Reals:
    """Shares of the channels that took place; those that did not are shared out."""
    said = np.array([1.0 if shares is None else shares[channel] for channel in channels])
    return np.asarray(said / said.sum())
