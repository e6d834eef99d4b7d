"""What a count of secret votes decides, and which ballot comes next on a topic.

A topic is one honour: the statuettes of a peer group, or the extraordinary distinction of one entrant. Each ballot elects
at most one candidate, so that a group with two statuettes is voted on twice.

    quorum      voted / entitled            at least `quorum` percent; who is recused is not entitled
    valid       votes for somebody, and those against everybody; who abstains is present and counts for nobody
    elected     the most votes, more than those against, and more than `majority` percent of the valid ones

Equals are voted on again among themselves, or share the honour where the edition says so. Without a majority the first two
are voted on again. A ballot never says who voted for what: it is a count from the start.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from contest.edition import Experts

AGAINST, ABSTAIN = "against", "abstain"
"""Choices beside the candidates, who are chosen by their numbers."""

Honour = Literal["statuette", "distinction"]
Verdict = Literal["elected", "tie", "no-majority", "rejected", "no-quorum"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a ballot decided; `entrants` are those elected, or those to vote on again."""

    verdict: Verdict
    entrants: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """An honour to be voted on: how many may have it, and who may be chosen, in the order of places."""

    honour: Honour
    about: str
    """The id of a peer group; of a distinction, the number of the entrant."""
    candidates: tuple[int, ...]
    seats: int = 1


def choices(candidates: Iterable[int]) -> tuple[str, ...]:
    """What an expert may choose, as it is kept: `12`, `17`, `against`, `abstain`."""
    return (*(str(one) for one in candidates), AGAINST, ABSTAIN)


def count(
    rules: Experts, candidates: Sequence[int], votes: Mapping[str, int], *, entitled: int, voted: int
) -> Outcome:
    """What the votes decide. `votes` says how many each choice has; a choice that nobody made may be missing."""
    if not voted or Fraction(100 * voted, max(entitled, 1)) < rules.quorum:
        return Outcome("no-quorum", tuple(candidates))
    won = {one: votes.get(str(one), 0) for one in candidates}
    against, most = votes.get(AGAINST, 0), max(won.values(), default=0)
    if most <= against:
        return Outcome("rejected")
    first = tuple(one for one in candidates if won[one] == most)
    valid = sum(won.values()) + against
    if len(first) > 1 and rules.ties == "again":
        return Outcome("tie", first)
    if 100 * most * len(first) > rules.majority * valid:
        return Outcome("elected", first)
    return _without_majority(candidates, won)


def _without_majority(candidates: Sequence[int], won: Mapping[int, int]) -> Outcome:
    """The first two go on, with whoever equals the second; where nobody would drop out, nobody is elected."""
    second = sorted(won.values(), reverse=True)[:2][-1]
    further = tuple(one for one in candidates if won[one] >= second and won[one])
    if len(further) in (1, len(candidates)):
        return Outcome("rejected")
    return Outcome("no-majority", further)


def elected(outcomes: Iterable[Outcome]) -> tuple[int, ...]:
    """Everybody whom the ballots of a topic elected, in the order in which they were."""
    return tuple(one for each in outcomes if each.verdict == "elected" for one in each.entrants)


def following(topic: Topic, outcomes: Sequence[Outcome]) -> tuple[int, ...]:
    """The candidates of the next ballot on a topic after these; none when it is settled."""
    if not outcomes:
        return topic.candidates
    have, last = elected(outcomes), outcomes[-1]
    match last.verdict:
        case "tie" | "no-majority" | "no-quorum":
            return last.entrants
        case "rejected":
            return ()
        case "elected":
            left = tuple(one for one in topic.candidates if one not in have)
            return left if len(have) < topic.seats else ()
