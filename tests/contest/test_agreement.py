"""Agreement of jurors on a question, and how a juror works over time."""

from __future__ import annotations

import numpy as np
import pytest

from contest.calibration.agreement import agreement
from contest.calibration.course import drift, halo, pace, surprises
from contest.conduct import Told
from tests.contest.a_contest import found

# Krippendorff, "Computing Krippendorff's alpha-reliability" (2011): four observers, twelve units, missing values.
OBSERVERS = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3],
    [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None],
]
ANSWERS = [(unit, value) for row in OBSERVERS for unit, value in enumerate(row) if value is not None]


def test_alpha_is_that_of_the_textbook() -> None:
    assert agreement(ANSWERS).alpha == pytest.approx(0.743, abs=0.001)
    assert agreement(ANSWERS, level="interval").alpha == pytest.approx(0.849, abs=0.001)
    assert agreement(ANSWERS).units == 11


def test_one_answer_that_nearly_everybody_gives_ruins_alpha_but_not_ac2() -> None:
    answers = [(unit, "tak") for unit in range(50) for _ in range(2)]
    answers[0] = answers[3] = (0, "nie")
    answers[3] = (1, "nie")
    told = agreement(answers)

    assert told.alpha is not None
    assert told.ac2 is not None
    assert told.alpha < 0.1
    assert told.ac2.value > 0.9
    assert told.ac2.low < told.ac2.value < told.ac2.high <= 1


def test_perfect_agreement_is_one_and_a_single_answer_is_none() -> None:
    perfect = agreement([(0, 1), (0, 1), (1, 2), (1, 2)])
    assert (perfect.alpha, perfect.ac2, perfect.same) == (1.0, Told(1.0, 1.0, 1.0), 1.0)
    assert agreement([(0, 1), (1, 2)]).alpha is None
    assert agreement([(0, "tak"), (0, "tak")]).alpha is None


def test_a_juror_who_grows_stricter_drifts() -> None:
    steady = [0.4, -0.3, 0.2, -0.5, 0.3, -0.1, 0.2, -0.2]
    told = drift([value - at for at, value in enumerate(steady)], [1.0] * 8)
    unsure = drift(steady, [1.0] * 8)

    assert told is not None
    assert 5 < told.low < told.value == pytest.approx(7, abs=0.7)
    assert unsure is not None
    assert unsure.low < 0 < unsure.high
    assert drift(steady[:7], [1.0] * 7) is None


def test_a_contact_of_which_little_is_known_hardly_counts_in_a_drift() -> None:
    points = [0.1, -0.2, 0.2, -0.1, 0.1, -0.2, 0.1, -40.0]
    told = drift(points, [1.0] * 7 + [1e-4])

    assert told is not None
    assert abs(told.value) < 1


def test_surprises_are_what_the_others_do_not_lead_to_expect() -> None:
    fit = found().fit
    assert fit is not None
    left = surprises(fit)

    assert float(left.points.mean()) == pytest.approx(0, abs=2)
    assert float(np.mean(left.points**2 * left.weight)) == pytest.approx(1, abs=0.35)


def test_pace_is_measured_in_its_own_channel() -> None:
    usual = [("wizyta", 10.0), ("telefon", 4.0)] * 5
    told = pace({"A": usual, "B": usual, "C": [("wizyta", 4.0), ("telefon", 2.1)] * 5, "D": usual[:7]})

    assert set(told) == {"A", "B", "C"}
    assert told["A"] == Told(1.0, 1.0, 1.0)
    assert 0.4 < told["C"].low < told["C"].value == pytest.approx(0.458, abs=0.001)
    assert told["C"].high < 0.6


def test_sections_that_all_say_the_same_are_a_halo() -> None:
    varied = [("wizyta", {"a": 50.0 + at, "b": 90.0 - 3 * at, "c": 20.0 + 5 * at}) for at in range(8)]
    level = [("wizyta", dict.fromkeys("abc", 60.0 + 2 * at)) for at in range(8)]
    parallel = [("wizyta", {"a": 53.5 + at, "b": 79.5 + at, "c": 37.5 + at}) for at in range(8)]
    told = halo({"A": varied, "B": varied, "C": level, "D": parallel, "E": varied[:3]})

    assert told["C"].high < 0.1
    assert told["D"].high < 0.1
    assert told["A"].low > 0.5
    assert "E" not in told
