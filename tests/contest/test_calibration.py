"""The mixed model: small cases that can be checked by hand or by dense algebra, and what must not matter."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.fairness.measures import tau
from contest.calibration.calibrate import Calibration, calibrate
from contest.calibration.contacts import Reals, Scored, gather
from contest.calibration.draws import draw_solved
from contest.calibration.leaving import leave_one_out
from contest.calibration.mixed import Pattern, Ratios, System, Weights
from contest.calibration.reml import estimate
from tests.contest.a_contest import found, order, round_robin, scored, world

RATIOS = Ratios(0.9, 0.5, 0.3)


def dense(contacts: list[Scored], ratios: Ratios) -> tuple[Pattern, Weights, Reals, Reals, Reals]:
    """The same model without any shortcut: fixed channels, and the whole covariance of the contacts."""
    known = gather(contacts)
    dice = np.random.default_rng(3)
    own = dice.uniform(0.5, 2, len(known))
    slope = dice.uniform(0.7, 1.3, len(known))
    weights = Weights(own, own * slope, own * slope**2, known.score - 60, np.ones(len(known)))
    pattern = Pattern(known)
    same = known.entrant[:, None] == known.entrant
    covariance = np.outer(slope, slope) * same * ratios.entrant
    covariance += np.outer(slope, slope) * (known.cell[:, None] == known.cell) * ratios.interaction
    covariance += (known.juror[:, None] == known.juror) * ratios.juror + np.diag(1 / own)
    fixed = (known.channel[:, None] == np.arange(pattern.channels)).astype(np.float64)
    inverse = np.linalg.inv(covariance)
    level = np.linalg.solve(fixed.T @ inverse @ fixed, fixed.T @ inverse @ weights.score)
    rest = inverse @ (weights.score - fixed @ level)
    return pattern, weights, level, rest, covariance


def test_the_shortcut_gives_what_dense_algebra_gives() -> None:
    pattern, weights, level, rest, covariance = dense(scored(world())[::3], RATIOS)
    system = System(pattern, weights, RATIOS)
    known, slope = pattern.contacts, weights.cross / weights.own

    mild = RATIOS.juror * pattern.by_juror(rest)
    shared = RATIOS.entrant * np.bincount(known.entrant, slope * rest, pattern.entrants)
    worth = shared[:, None] + RATIOS.interaction * pattern.by_cell(slope * rest)

    np.testing.assert_allclose(system.level, level, atol=1e-8)
    np.testing.assert_allclose(system.mild, mild, atol=1e-8)
    np.testing.assert_allclose(system.worth, worth, atol=1e-8)
    quadratic = float(rest @ covariance @ rest)
    assert system.noise == pytest.approx(quadratic / system.freedom)


def test_the_restricted_likelihood_differs_from_the_dense_one_by_a_constant() -> None:
    contacts = scored(world())[::3]

    def gap(ratios: Ratios) -> float:
        pattern, weights, _, rest, covariance = dense(contacts, ratios)
        system = System(pattern, weights, ratios)
        fixed = (pattern.contacts.channel[:, None] == np.arange(pattern.channels)).astype(np.float64)
        logs = np.linalg.slogdet(covariance)[1]
        logs += np.linalg.slogdet(fixed.T @ np.linalg.solve(covariance, fixed))[1]
        return float(system.deviance - system.freedom * np.log(rest @ covariance @ rest) - logs)

    assert gap(RATIOS) == pytest.approx(gap(Ratios(0.2, 1.5, 0.8)), abs=1e-6)


def test_leaving_a_contact_out_is_as_solving_without_it() -> None:
    pattern, weights, *_ = dense(scored(world())[::3], RATIOS)
    system = System(pattern, weights, RATIOS)
    left = leave_one_out(system)

    out = 7
    dropped = np.where(np.arange(len(weights.own)) == out, 1e-12, 1.0)
    thin = replace(
        weights, own=weights.own * dropped, cross=weights.cross * dropped, reach=weights.reach * dropped
    )
    alone = System(pattern, thin, RATIOS)

    cell = pattern.cell[out]
    assert left.mean[out] == pytest.approx(float(alone.worth.ravel()[cell]), abs=1e-6)


def test_draws_have_the_mean_and_the_spread_of_the_solution() -> None:
    pattern, weights, _, _, covariance = dense(scored(world())[::3], RATIOS)
    system = System(pattern, weights, RATIOS)
    share = np.array([0.4, 0.3, 0.2, 0.1])
    draws = draw_solved(system, share, centre=60.0, seed=4).score

    expected = 60 + share @ system.level + system.worth @ share
    spread = draws.std(axis=0)
    np.testing.assert_allclose(
        draws.mean(axis=0), expected, atol=float(spread.max()) * 4 / np.sqrt(len(draws))
    )
    only = (pattern.contacts.entrant == 0) * share[pattern.contacts.channel]
    slope = weights.cross / weights.own
    fixed = (pattern.contacts.channel[:, None] == np.arange(pattern.channels)).astype(np.float64)
    with_all = slope * ((pattern.contacts.entrant == 0) * RATIOS.entrant + RATIOS.interaction * only)
    inverse = np.linalg.inv(covariance)
    bread = np.linalg.inv(fixed.T @ inverse @ fixed)
    off = share - fixed.T @ inverse @ with_all
    prior = RATIOS.entrant + RATIOS.interaction * float(share @ share)
    variance = prior - with_all @ inverse @ with_all + off @ bread @ off
    assert spread[0] == pytest.approx(np.sqrt(variance * system.noise), rel=0.1)


def test_variances_of_a_large_contest_are_found() -> None:
    dice = np.random.default_rng(1)
    entrants, jurors = 300, 40
    quality, mild = dice.normal(0, 8, entrants), dice.normal(0, 6, jurors)
    extra = dice.normal(0, 5, (entrants, 3))
    rows = [
        Scored(f"{e:03}", f"{c}", f"{j:02}", 70 + quality[e] + extra[e, c] + mild[j] + dice.normal(0, 8))
        for e in range(entrants)
        for c in range(3)
        for j in dice.choice(jurors, 2, replace=False)
    ]
    known = gather(rows)
    one = np.ones(len(known))
    pattern, weights = Pattern(known), Weights(one, one, one, known.score - 70, one)
    ratios = estimate(pattern, weights, Ratios(1, 1, 1))
    noise = System(pattern, weights, ratios).noise

    assert [round(float(np.sqrt(each * noise))) for each in (*ratios, 1.0)] == pytest.approx(
        [8, 5, 6, 8], abs=1
    )


def test_a_contact_that_is_not_heard_is_not_counted_as_one_without_noise() -> None:
    known = gather(scored(world()))
    heard = np.arange(len(known)) % 5 > 0
    weight = np.where(heard, 1.0, 1e-9)
    rows = zip(
        known.entrant[heard], known.channel[heard], known.juror[heard], known.score[heard], strict=True
    )
    fewer = gather(Scored(f"{e:06}", f"{c:03}", f"{j:06}", float(score)) for e, c, j, score in rows)
    one = np.ones(len(fewer))
    all_of_them = Weights(weight, weight, weight, known.score - 70, heard.astype(np.float64))
    noise = System(Pattern(known), all_of_them, RATIOS).noise

    assert noise == pytest.approx(
        System(Pattern(fewer), Weights(one, one, one, fewer.score - 70, one), RATIOS).noise
    )


def test_strict_jurors_are_seen_through_where_nothing_else_differs() -> None:
    rows = round_robin(severity=[6.0, 0.0, 0.0, -6.0])
    uneven = [row for at, row in enumerate(rows) if (at * 7) % 5 < 3]
    result = calibrate(uneven, seed=1)

    assert order(result.estimate) == list(range(11, -1, -1))
    severity = {each.juror: each.severity for each in result.jurors}
    assert severity == pytest.approx({"J0": 6.0, "J1": 0.0, "J2": 0.0, "J3": -6.0}, abs=0.5)


def same(one: Calibration, other: Calibration) -> None:
    np.testing.assert_array_equal(one.estimate, other.estimate)
    np.testing.assert_array_equal(one.draws.score, other.draws.score)
    assert one.jurors == other.jurors


def test_the_order_of_rows_does_not_matter_to_a_bit() -> None:
    rows = scored(world())
    Random(3).shuffle(rows)

    same(calibrate(rows, seed=1), found())


def test_the_seed_moves_bands_a_little_and_estimates_not_at_all() -> None:
    again = calibrate(scored(world()), seed=2)

    np.testing.assert_array_equal(again.estimate, found().estimate)
    moved = np.abs(again.draws.score.mean(axis=0) - found().draws.score.mean(axis=0))
    assert float(moved.mean()) < 0.3
    assert float(moved.max()) < 1.5, "where a juror in doubt met an entrant"
    assert not np.array_equal(again.draws.score, found().draws.score)


def test_names_do_not_matter() -> None:
    rows = scored(world())
    turned = [
        Scored(
            f"X{999 - int(row.entrant[1:]):03}",
            f"k{9 - int(row.channel[1:])}",
            f"z{99 - int(row.juror[1:])}",
            row.score,
        )
        for row in rows
    ]
    renamed = calibrate(turned, seed=1)

    np.testing.assert_allclose(renamed.estimate[::-1], found().estimate, atol=1e-4)
    severity = [each.severity for each in reversed(renamed.jurors)]
    np.testing.assert_allclose(severity, [each.severity for each in found().jurors], atol=1e-4)


def test_points_added_to_everybody_are_added_to_every_estimate() -> None:
    rows = [replace(row, score=row.score * 0.5 + 10) for row in scored(world())]
    higher = [replace(row, score=row.score + 20) for row in rows]
    low, high = calibrate(rows, seed=1), calibrate(higher, seed=1)

    np.testing.assert_allclose(high.estimate - low.estimate, 20.0, atol=1e-6)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_without_the_effect_of_severity_the_order_is_worse(seed: int) -> None:
    truth = world(seed)
    contacts = gather(scored(truth))
    one = np.ones(len(contacts))
    weights = Weights(one, one, one, contacts.score - contacts.score.mean(), one)
    blind = System(Pattern(contacts), weights, Ratios(0.8, 0.4, 1e-6))
    severe = found(seed)

    assert (
        tau(severe.estimate, truth.truth) > tau((blind.level + blind.worth).mean(axis=1), truth.truth) + 0.02
    )


def test_luck_is_how_strict_the_jurors_were_whom_one_met() -> None:
    result = found()
    severity = {each.juror: each.severity for each in result.jurors}
    met = [row.juror for row in scored(world()) if row.entrant == "I000"]

    assert result.luck[0] == pytest.approx(sum(severity[juror] for juror in met) / len(met))


any_rows = st.lists(
    st.builds(
        Scored,
        st.sampled_from(["A", "B", "C", "D", "E"]),
        st.sampled_from(["t", "m"]),
        st.sampled_from(["J1", "J2", "J3", "J4"]),
        st.floats(0, 100) | st.sampled_from([0.0, 50.0, 100.0]),
    ),
    min_size=1,
    max_size=40,
)


@settings(max_examples=60, deadline=None)
@given(any_rows)
def test_any_contacts_give_finite_scores_within_range(rows: list[Scored]) -> None:
    result = calibrate(rows, seed=1)

    assert np.isfinite(result.draws.score).all()
    assert ((result.estimate >= 0) & (result.estimate <= 100)).all()
    assert (result.uncorrected is None) == bool(result.jurors)


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        (round_robin(entrants=1), "correction-few-entrants"),
        (round_robin(jurors=1), "correction-few-jurors"),
        (round_robin(entrants=4, jurors=1001, channels=1), "correction-many-jurors"),
        ([Scored(f"I{at}", "t", f"J{at % 5}", at) for at in range(30)], "correction-few-links"),
        ([replace(row, score=70.0) for row in round_robin()], "correction-all-equal"),
    ],
)
def test_with_too_little_to_correct_by_the_plain_means_stay(rows: list[Scored], code: str) -> None:
    result = calibrate(rows, seed=1)

    assert result.uncorrected is not None
    assert (result.uncorrected.code, result.estimate.tolist()) == (code, result.raw.tolist())


def test_one_channel_is_enough() -> None:
    result = calibrate(round_robin(channels=1, severity=[4.0, 0.0, 0.0, -4.0]), seed=1)

    assert order(result.estimate) == list(range(11, -1, -1))


def test_teams_without_anything_in_common_are_named() -> None:
    left = round_robin(entrants=5)
    right = [
        replace(row, entrant=f"R{row.entrant}", juror=f"R{row.juror}") for row in round_robin(entrants=4)
    ]
    result = calibrate([*left, *right, Scored("solo", "C0", "J0", 60)], seed=1)

    assert [len(island.entrants) for island in result.design.islands] == [6, 4]
    assert [(each.code, dict(each.facts)) for each in result.design.warnings] == [
        ("jurors-apart", {"islands": 2, "entrants": 4}),
        ("on-one-juror", {"count": 1}),
    ]
