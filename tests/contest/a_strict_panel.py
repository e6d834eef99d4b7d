"""A contest whose jurors differ by more than its entrants, frozen: what is decided depends on which result decides."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache

import numpy as np

from contest.ranking import Contact
from contest.snapshot import Snapshot, take
from tests.contest.an_edition import EDITION, commune, contact, museum

HIGHER = EDITION.replace("licence_threshold = 75", "licence_threshold = 80")
CALIBRATED = HIGHER.replace("[dates]", '[ranking]\ndecides = "calibrated"\n\n[dates]')
"""The same edition, in which the calibrated result decides."""

AT = datetime(2026, 11, 27, 19, 0, tzinfo=UTC)
CHANNELS = ("wizyta", "telefon", "mail")
JURORS = ("A", "B", "C", "D", "E", "F")
STRICT = {"A": 9, "B": 0, "C": 0, "D": -9, "E": 0, "F": 0}


@cache
def snapshot(*, edition: str = EDITION) -> Snapshot:
    """Twelve communes and four museums, each three points better than the one before; jurors A and D are far from the others."""
    dice = np.random.default_rng(7)
    entrants = [*(commune(each) for each in range(1, 13)), *(museum(each) for each in range(13, 17))]
    contacts: list[Contact] = []
    for entrant in entrants:
        for turn in range(2):
            for at, channel in enumerate(CHANNELS):
                juror = JURORS[(entrant.id + at + 3 * turn + entrant.id // 6) % 6]
                score = 52 + 3 * entrant.id - 2 * at - STRICT[juror] + int(dice.integers(-3, 4))
                contacts.append(
                    contact(len(contacts) + 1, entrant.id, channel, juror, max(0, min(100, score)))
                )
    contacts += [contact(900, 17, "mail", "A", 40)]
    return take(edition, [*entrants, commune(17)], contacts=contacts, seq=1, made_at=AT)


@cache
def uneven(*, edition: str = HIGHER) -> Snapshot:
    """The same where luck matters: the mild juror never met the even entrants, nor the strict one the odd."""
    whole = snapshot(edition=edition)
    met = (each for each in whole.contacts if each.juror != ("D" if each.entrant % 2 == 0 else "A"))
    return take(edition, whole.entrants, contacts=met, seq=1, made_at=AT)
