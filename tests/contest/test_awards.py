"""What a ranking entitles to."""

from __future__ import annotations

from collections import Counter
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contest.awards import Award, months_after, propose
from contest.ranking import rank
from tests.contest.an_edition import EDITION, commune, pair, settings

GRANTED = date(2026, 12, 1)


def awards(*totals: Fraction | int, edition: str = EDITION) -> tuple[Award, ...]:
    """Of communes 1, 2, 3 ... with these totals."""
    entrants = [commune(n) for n in range(1, len(totals) + 1)]
    contacts = [one for n, total in enumerate(totals, 1) for one in pair(n, total)]
    ours = settings(edition=edition)
    return propose(ours, rank(ours, entrants, contacts), granted=GRANTED)


def test_licences_are_for_all_above_the_threshold_and_the_first_is_nominated() -> None:
    until = date(2027, 12, 1)

    assert awards(80, Fraction(149, 2), 75, 95) == (
        Award("licence", 4, "LJ/2026/0001", until),
        Award("licence", 1, "LJ/2026/0002", until),
        Award("licence", 3, "LJ/2026/0003", until),
        Award("statuette-nominee", 4, "LJ/2026/N0001", None),
    )


def test_the_threshold_is_compared_exactly() -> None:
    assert [award.entrant for award in awards(75 - Fraction(1, 10**30), 75) if award.kind == "licence"] == [2]


def test_the_best_of_the_weak_is_awarded_nothing() -> None:
    assert awards(60, 50, 40) == ()


def test_equals_at_the_top_are_all_nominated() -> None:
    nominees = [award.entrant for award in awards(90, 90, 80) if award.kind == "statuette-nominee"]

    assert nominees == [1, 2]


def test_nobody_is_nominated_from_a_group_too_small_to_compare() -> None:
    assert [award.kind for award in awards(90)] == ["licence"]


def test_more_statuettes_a_group_mean_more_nominees() -> None:
    edition = EDITION.replace("licence_threshold = 75", "licence_threshold = 75\nstatuettes_per_group = 2")

    nominees = [
        award.entrant for award in awards(90, 80, 85, edition=edition) if award.kind == "statuette-nominee"
    ]

    assert nominees == [1, 3]


def test_the_prefix_and_the_months_are_the_editions() -> None:
    edition = EDITION.replace(
        "licence_threshold = 75", 'licence_threshold = 75\nlicence_months = 3\nlicence_prefix = "ZJ"'
    )

    licence = awards(90, edition=edition)[0]

    assert (licence.number, licence.valid_until) == ("ZJ/2026/0001", date(2027, 3, 1))


@pytest.mark.parametrize(
    ("day", "months", "until"),
    [
        (date(2026, 12, 1), 12, date(2027, 12, 1)),
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 11, 30), 1, date(2026, 12, 30)),
        (date(2026, 12, 31), 120, date(2036, 12, 31)),
    ],
)
def test_months_end_on_the_same_day_or_on_the_last_of_the_month(day: date, months: int, until: date) -> None:
    assert months_after(day, months) == until


@given(st.lists(st.integers(0, 100), min_size=1, max_size=8))
def test_a_better_total_never_has_less(totals: list[int]) -> None:
    won = {
        kind: [totals[award.entrant - 1] for award in awards(*totals) if award.kind == kind]
        for kind in ("licence", "statuette-nominee")
    }

    for percents in won.values():
        if percents:
            assert Counter(percents) == Counter(total for total in totals if total >= min(percents))


@given(st.lists(st.integers(0, 100), min_size=1, max_size=8))
def test_numbers_are_unique(totals: list[int]) -> None:
    numbers = [award.number for award in awards(*totals)]

    assert len(set(numbers)) == len(numbers)
