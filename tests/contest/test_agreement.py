"""Agreement of jurors on a question, and how a juror works over time."""

from __future__ import annotations

import pytest

from contest.calibration.agreement import agreement
from contest.calibration.course import drift, halo, haste, residuals
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
    assert told.ac2 > 0.9


def test_perfect_agreement_is_one_and_a_single_answer_is_none() -> None:
    perfect = agreement([(0, 1), (0, 1), (1, 2), (1, 2)])
    assert (perfect.alpha, perfect.ac2, perfect.same) == (1.0, 1.0, 1.0)
    assert agreement([(0, 1), (1, 2)]).alpha is None
    assert agreement([(0, "tak"), (0, "tak")]).alpha is None


def test_a_juror_who_grows_stricter_drifts() -> None:
    steady = [0.4, -0.3, 0.2, -0.5, 0.3, -0.1, 0.2, -0.2]
    told = drift([value - at for at, value in enumerate(steady)])

    assert told is not None
    assert told.points == pytest.approx(8, abs=1)
    assert told.errors > 5
    assert drift(steady[:7]) is None


def test_residuals_are_what_nothing_explains() -> None:
    fit = found().fit
    assert fit is not None
    left = residuals(fit)

    assert float(left.mean()) == pytest.approx(0, abs=1.5)
    assert float(left.std()) < 0.75 * float(fit.contacts.score.std())


def test_haste_is_measured_in_its_own_channel() -> None:
    usual = [("wizyta", 60.0), ("telefon", 6.0)] * 5

    assert haste({"A": usual, "B": usual, "C": [("wizyta", 20.0), ("telefon", 6.0)]}) == {
        "A": 0.0,
        "B": 0.0,
        "C": 0.5,
    }


def test_sections_that_all_say_the_same_are_a_halo() -> None:
    varied = [("wizyta", {"a": 50.0 + at, "b": 90.0 - 3 * at, "c": 20.0 + 5 * at}) for at in range(8)]
    flat = [("wizyta", {"a": 53.5 + at, "b": 79.5 + at, "c": 37.5 + at}) for at in range(-4, 4)]
    told = halo({"A": varied, "B": varied, "C": flat, "D": varied[:3]})

    assert told["C"] < 0.5 < told["A"]
    assert "D" not in told
