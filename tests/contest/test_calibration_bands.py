"""Bands, shared places, licences, strengths, influence, a second round: what is said, and how sure it is."""

from __future__ import annotations

from dataclasses import replace
from math import isnan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.fairness.worlds import base, scenarios
from contest.calibration.bands import rank_band, rank_bands_within, ranks, scores
from contest.calibration.calibrate import calibrate
from contest.calibration.contacts import Scored
from contest.calibration.draws import Draws
from contest.calibration.influence import influences
from contest.calibration.licences import Verdict, chances, verdict
from contest.calibration.places import compare
from contest.calibration.second_round import doubtful, propose
from contest.calibration.strengths import above_median, mark
from tests.contest.a_contest import found, order, round_robin, scored, world


def test_places_of_draws_are_counted_from_the_top() -> None:
    assert ranks(np.array([[10.0, 30.0, 20.0], [5.0, 4.0, 3.0]])).tolist() == [[3, 1, 2], [1, 2, 3]]


def test_a_band_is_the_shortest_run_that_holds_its_part() -> None:
    places = np.array([[1], [1], [1], [1], [2], [2], [3], [3], [4], [9]])

    assert [each.tolist() for each in rank_band(places)] == [[1], [4]]
    assert [each.tolist() for each in rank_band(places, band=1.0)] == [[1], [9]]


@given(st.lists(st.lists(st.integers(1, 9), min_size=4, max_size=4), min_size=3, max_size=40))
def test_a_band_holds_at_least_what_it_says(draws: list[list[int]]) -> None:
    places = np.array(draws)
    best, worst = rank_band(places)

    assert ((places >= best) & (places <= worst)).mean(axis=0).min() >= 0.9


def test_places_in_a_group_look_at_the_group_alone() -> None:
    draws = np.tile(np.array([90.0, 80.0, 70.0, 60.0]), (100, 1))

    assert [each.tolist() for each in rank_bands_within(draws, ["a", "b", "a", "b"])] == [
        [1, 1, 2, 2],
        [1, 1, 2, 2],
    ]


def test_bands_hold_the_truth_about_as_often_as_they_say() -> None:
    held, inside, entrants = 0, 0.0, 0
    for seed in range(6):
        truth, drawn = world(seed).truth, found(seed).draws.score
        best, worst = rank_band(ranks(drawn))
        places = ranks(truth[None])[0]
        held += int(np.sum((best <= places) & (places <= worst)))
        low, high = scores(drawn + truth.mean() - drawn.mean())
        inside += float(np.sum((low <= truth) & (truth <= high)))
        entrants += len(truth)

    assert 0.85 < held / entrants < 0.97
    assert 0.8 < inside / entrants < 0.97


def test_a_place_is_shared_until_somebody_is_surely_better() -> None:
    dice = np.random.default_rng(1)
    estimate = np.array([80.0, 79.5, 70.0, 70.0, 40.0])
    pairs = compare(estimate, estimate + dice.normal(0, 2, (4000, 5)))

    assert pairs.places(0.8).tolist() == [1, 1, 3, 3, 5]
    assert pairs.clear(0.8, first=1).tolist() == [False] * 5
    assert pairs.clear(0.8, first=2).tolist() == [True, True, False, False, False]
    assert pairs.chance(0, 4) > 0.999
    assert pairs.chance(2, 3) == pytest.approx(0.5)


def test_equal_entrants_that_cannot_differ_share_a_place() -> None:
    assert compare(np.array([50.0, 50.0]), np.full((10, 2), 50.0)).places(0.8).tolist() == [1, 1]


def test_a_licence_is_clear_grey_or_refused_by_probability() -> None:
    assert [verdict(chance, sure=0.9) for chance in (1.0, 0.9, 0.5, 0.1001, 0.1, 0.0)] == [
        Verdict.CLEAR,
        Verdict.CLEAR,
        Verdict.GREY,
        Verdict.GREY,
        Verdict.REFUSED,
        Verdict.REFUSED,
    ]


def test_the_threshold_is_meant_for_this_panel() -> None:
    draws = Draws(np.array([[70.0], [74.0]]), np.array([6.0, 2.0]))

    assert chances(draws, 75.0).tolist() == [1.0]


def test_how_strict_the_panel_is_as_a_whole_stays_unknown() -> None:
    result = found()
    assert result.fit is not None
    spread = np.sqrt(result.fit.system.ratios.juror * result.fit.system.noise / len(result.jurors))

    assert result.level_error == pytest.approx(spread, rel=0.15)


def test_a_strength_needs_probability_not_a_difference() -> None:
    result = found()
    chance = above_median(result, ["all"] * 60, seed=1)

    assert [mark(each) for each in (0.95, 0.89, 0.11, 0.1, float("nan"))] == ["strength", "", "", "area", ""]
    assert float(np.mean(chance)) == pytest.approx(0.5, abs=0.02)
    assert order(chance.mean(axis=1))[0] in order(result.estimate)[:5]
    assert isnan(above_median(result, [str(at // 2) for at in range(60)], seed=1)[0, 0])


def test_without_a_hostile_juror_who_was_met_often_the_podium_changes_most() -> None:
    result = found()
    told = {each.juror: each for each in influences(result, ["all"] * 60)}

    assert set(told) == set(result.contacts.jurors)
    assert max(each.largest for each in told.values()) > 0.5
    assert min(each.podium_changes for each in told.values()) == 0


def test_leaving_a_juror_out_is_near_to_fitting_without_the_juror() -> None:
    result = found()
    busiest = max(result.jurors, key=lambda each: each.contacts).juror
    rest = calibrate([row for row in scored(world()) if row.juror != busiest], seed=1)
    (told,) = [each for each in influences(result, ["all"] * 60) if each.juror == busiest]
    fewer = dict(zip(rest.contacts.entrants, rest.estimate, strict=True))
    moved = [
        fewer[name] - score
        for name, score in zip(result.contacts.entrants, result.estimate, strict=True)
        if name in fewer
    ]

    assert told.largest == pytest.approx(max(map(abs, moved)), abs=2.5)


def test_a_second_round_goes_to_the_doubtful_and_says_its_gain() -> None:
    result = found()
    line = float(np.median(result.estimate))
    grey = doubtful(chances(result.draws, line), share=0.25)
    names = [result.contacts.entrants[at] for at in grey]
    proposed = propose(result, names, line=line, contacts=4)

    assert sorted(each.entrant for each in proposed) == names
    assert all(sum(count for _, count in each.contacts) == 4 for each in proposed)
    assert all(
        each.wrong_after < each.wrong_now <= 0.5 and each.width_after < each.width_now for each in proposed
    )
    gains = [each.wrong_now - each.wrong_after for each in proposed]
    assert gains == sorted(gains, reverse=True)
    met = {row.juror for row in scored(world()) if row.entrant == proposed[0].entrant}
    assert set(proposed[0].met) == met


def test_more_contacts_gain_more_and_a_channel_not_yet_met_comes_first() -> None:
    rows = [row for row in scored(world()) if not (row.entrant == "I000" and row.channel == "C2")]
    result = calibrate(rows, seed=1)
    few, many = (propose(result, ["I000"], line=72.0, contacts=count)[0] for count in (1, 6))

    assert few.contacts[0][0] in {
        "C2",
        *{"C0", "C1", "C3"} - {row.channel for row in rows if row.entrant == "I000"},
    }
    assert many.wrong_after < few.wrong_after


def test_nothing_is_proposed_where_nothing_could_be_corrected() -> None:
    assert propose(calibrate(round_robin(jurors=1), seed=1), ["I00"], line=60.0, contacts=2) == ()


def test_bad_jurors_are_found_and_good_ones_mostly_left_in_peace() -> None:
    bad, good, hit, asked = 0, 0, 0, 0
    for seed in range(60):
        truth = world(seed, setting=base(60, 20))
        for each in found(seed).jurors:
            if each.contacts < 8:
                continue
            if truth.sort[int(each.juror[1:])]:
                bad, hit = bad + 1, hit + bool(each.flags)
            else:
                good, asked = good + 1, asked + bool(each.flags)

    assert hit / bad > 0.85
    assert asked / good < 0.12


def test_few_contacts_raise_no_question_unless_they_speak_against_the_juror() -> None:
    asked = [each for seed in range(12) for each in found(seed).jurors if each.contacts < 8 and each.flags]

    assert asked
    assert all(each.careless + each.hostile >= 0.15 for each in asked)


def test_where_contacts_clear_hardly_anybody_the_list_stays_short() -> None:
    noisy = scenarios(60, 20)["noisy"]
    for seed in range(6):
        jurors = calibrate(scored(world(seed, setting=noisy)), seed=1).jurors
        good = [(each, 1 - each.careless - each.hostile) for each in jurors]

        known = sum(chance for each, chance in good if each.contacts >= 8)
        assert sum(chance for each, chance in good if each.flags) <= 0.06 * known + 2.8 + 0.5


def test_scores_written_without_looking_are_told_by_their_likeness_to_others() -> None:
    """Sixteen contacts as scattered as everybody's, but with nothing of the entrants in them."""
    dice = np.random.default_rng(5)
    rows = [
        Scored(
            f"I{entrant:02}",
            f"C{at}",
            f"J{(entrant * 3 + at * 5) % 8}",
            float(np.clip(70 + worth + noise, 0, 100)),
        )
        for entrant, worth in enumerate(dice.normal(0, 12, 32))
        for at, noise in enumerate(dice.normal(0, 5, 4))
    ]
    dull = [row if row.juror != "J3" else replace(row, score=float(70 + dice.normal(0, 12))) for row in rows]
    told = {each.juror: each for each in calibrate(dull, seed=1).jurors}

    assert told["J3"].flags == ("careless",)
    assert not any(each.flags for name, each in told.items() if name != "J3")
