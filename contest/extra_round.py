"""The second round: further contacts for grey licences and open statuettes, where they tell most, with the gain expected.

A proposal for the planner, never an act. Of everything in this package it is what improves decisions most: in simulations four more
contacts at the quarter of entrants in doubt cut wrong licences by more than a quarter.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from contest.calibrated import Calibrated, CalibratedTable, Standing
from contest.calibration.calibrate import Calibration
from contest.calibration.licences import Verdict
from contest.calibration.second_round import Extra, propose
from contest.edition import EditionSettings

CONTACTS = 4


@dataclass(frozen=True, slots=True)
class Proposal:
    """Further contacts at one entrant, and which decision they are for."""

    entrant: int
    reason: Literal["licence", "statuette"]
    extra: Extra


def extra_round(
    settings: EditionSettings, result: Calibrated, *, contacts: int = CONTACTS
) -> tuple[Proposal, ...]:
    """Everybody in doubt, those first whose decision gains most; an entrant in doubt twice is proposed for the greater gain."""
    if result.calibration is None or result.calibration.fit is None:
        return ()
    found: dict[int, Proposal] = {}
    for proposal in _all(settings, result, result.calibration, contacts):
        known = found.get(proposal.entrant)
        if known is None or _gain(proposal) > _gain(known):
            found[proposal.entrant] = proposal
    return tuple(sorted(found.values(), key=lambda each: (-_gain(each), each.entrant)))


def _gain(proposal: Proposal) -> float:
    return proposal.extra.wrong_now - proposal.extra.wrong_after


def _all(
    settings: EditionSettings, result: Calibrated, found: Calibration, contacts: int
) -> Iterator[Proposal]:
    first = settings.awards.statuettes_per_group
    threshold = float(settings.awards.licence_threshold)
    for table in result.tables:
        grey = [each.entrant for each in table.standings if each.licence is Verdict.GREY]
        yield from _proposals(found, grey, "licence", line=threshold, contacts=contacts)
        if 0 < first < len(table.standings) >= settings.least_in_group:
            last, next_ = table.standings[first - 1 : first + 1]
            open_ = [each.entrant for each in _finalists(table, first)]
            line = (last.score + next_.score) / 2
            yield from _proposals(found, open_, "statuette", line=line, contacts=contacts)


def _finalists(table: CalibratedTable, first: int) -> list[Standing]:
    """Who may still be among the first, where that is not clear yet."""
    if sum(each.clear_statuette for each in table.standings) >= first:
        return []
    return [each for each in table.standings if each.podium_best <= first and not each.clear_statuette]


def _proposals(
    found: Calibration,
    entrants: Sequence[int],
    reason: Literal["licence", "statuette"],
    *,
    line: float,
    contacts: int,
) -> Iterator[Proposal]:
    names = [f"{entrant:09}" for entrant in entrants]
    for extra in propose(found, names, line=line, contacts=contacts):
        yield Proposal(int(extra.entrant), reason, extra)
