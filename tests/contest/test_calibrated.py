"""The calibrated result of a snapshot: places, bands, verdicts and the second round, beside the official points."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import cache

import pytest

from bot.phrases import catalogue
from contest.calibrated import Calibrated, calibrated
from contest.calibration.licences import Verdict
from contest.calibration.sections import SectionScore, sections_above_median
from contest.edition import Ranking
from contest.edition_file import parse_edition
from contest.extra_round import extra_round
from contest.mistakes import Mistakes, tell
from contest.snapshot import freeze_snapshot, take, thaw_snapshot
from tests.contest.a_contest import found
from tests.contest.a_strict_panel import AT, snapshot
from tests.contest.an_edition import EDITION, commune


@cache
def result() -> Calibrated:
    return calibrated(snapshot(), seed=1)


def test_both_results_stand_side_by_side_for_everybody_classified() -> None:
    communes, museums = result().tables
    official = {
        place.result.entrant: place.result.total for table in snapshot().official() for place in table.places
    }

    assert {each.entrant: each.official for table in result().tables for each in table.standings} == official
    assert [each.entrant for each in communes.standings] == list(range(12, 0, -1))
    assert [each.entrant for each in museums.standings] == [16, 15, 14, 13]
    assert [each.entrant for each in communes.unclassified] == [17]


def test_places_and_bands_are_those_of_the_group() -> None:
    for table in result().tables:
        size = len(table.standings)
        for each in table.standings:
            assert 1 <= each.podium_best <= each.best <= each.worst <= each.podium_worst <= size
            assert each.low < each.score < each.high
            assert 1 <= each.place <= size
        places = [each.place for each in table.standings]
        assert places == sorted(places)


def test_those_with_equal_places_are_a_draw_and_a_draw_goes_both_ways() -> None:
    standings = {each.entrant: each for table in result().tables for each in table.standings}

    assert any(each.tied for each in standings.values())
    assert all(each.entrant in standings[other].tied for each in standings.values() for other in each.tied)


def test_licences_are_clear_refused_or_grey() -> None:
    verdicts = {each.entrant: each.licence for table in result().tables for each in table.standings}

    assert (verdicts[1], verdicts[16]) == (Verdict.REFUSED, Verdict.CLEAR)
    assert Verdict.GREY in verdicts.values()


def test_the_correction_in_points_has_the_sign_of_the_jurors() -> None:
    assert result().calibration is not None
    severity = {each.juror: each.severity for each in result().calibration.jurors}  # type: ignore[union-attr]

    assert severity["A"] > 4 > -4 > severity["D"]
    lucky = {each.entrant: each.luck for table in result().tables for each in table.standings}
    met = [each.juror for each in snapshot().contacts if each.entrant == 3]
    assert lucky[3] == pytest.approx(sum(severity[juror] for juror in met) / len(met))


def test_strengths_are_said_of_channels_and_sections_that_are_surely_so() -> None:
    standings = {each.entrant: each for each in result().tables[0].standings}

    assert set(standings[12].marks.values()) == {"strength"}
    assert set(standings[1].marks.values()) == {"area"}
    assert set(standings[12].section_marks.values()) == {"strength"}
    assert set(standings[1].section_marks.values()) == {"area"}
    assert not set(standings[6].section_marks.values()) - {"strength", "area"}


def test_a_strict_juror_alone_makes_no_area_to_improve() -> None:
    jurors = [found().jurors[at % 15] for at in range(60)]
    told = [
        SectionScore(f"I{at:03}", "C0", "s", juror.juror, 60 + at % 2 - juror.severity)
        for at, juror in enumerate(jurors)
    ]
    chances = sections_above_median(found(), told, {f"I{at:03}": "g" for at in range(60)}, seed=1)

    assert len(chances) == 60
    assert all(0.1 < chance < 0.9 for chance in chances.values())


def test_a_second_round_is_proposed_for_the_grey_and_for_open_statuettes() -> None:
    proposed = extra_round(snapshot().settings, result(), contacts=3)
    grey = {
        each.entrant for table in result().tables for each in table.standings if each.licence is Verdict.GREY
    }

    assert grey <= {each.entrant for each in proposed}
    assert {each.reason for each in proposed} <= {"licence", "statuette"}
    assert all(sum(count for _, count in each.extra.contacts) == 3 for each in proposed)
    assert len({each.entrant for each in proposed}) == len(proposed)


def test_the_same_facts_and_seed_give_the_same_result_to_a_bit() -> None:
    again = calibrated(thaw_snapshot(freeze_snapshot(snapshot())), seed=1)

    assert again.tables == result().tables
    assert calibrated(snapshot(), seed=2).tables != result().tables


def test_without_contacts_everybody_is_unclassified() -> None:
    empty = calibrated(take(EDITION, [commune(1)], contacts=[], seq=1, made_at=AT), seed=1)

    assert [(len(table.standings), len(table.unclassified)) for table in empty.tables] == [(0, 1), (0, 0)]
    assert (empty.calibration, extra_round(snapshot().settings, empty)) == (None, ())


def test_with_one_juror_a_pair_the_official_points_stay() -> None:
    few = [each for each in snapshot().contacts if each.juror in "AB"]
    small = calibrated(replace(snapshot(), contacts=tuple(few)), seed=1)

    assert small.calibration is not None
    assert small.calibration.uncorrected is not None
    for table in small.tables:
        for each in table.standings:
            assert each.score == pytest.approx(float(each.official))


def test_an_edition_says_which_result_decides_and_how_sure_it_must_be() -> None:
    said = EDITION.replace(
        "[dates]", '[ranking]\ndecides = "calibrated"\nbetter_with = 75\nlicence_sure = 95\n\n[dates]'
    )

    assert parse_edition(EDITION).ranking.decides == "official"
    ranking = parse_edition(said).ranking
    assert ranking == Ranking(decides="calibrated", better_with=Fraction(75), licence_sure=Fraction(95))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('decides = "raw"', "not-allowed"),
        ("better_with = 50", "not-above"),
        ("licence_sure = 100", "too-large"),
        ("places = 3", "unknown-key"),
    ],
)
def test_a_wrong_setting_of_the_ranking_is_named(line: str, expected: str) -> None:
    with pytest.raises(Mistakes) as refused:
        parse_edition(EDITION.replace("[dates]", f"[ranking]\n{line}\n\n[dates]"))

    assert [each.code for each in refused.value.found] == [expected]
    assert all(tell(catalogue().plain("pl"), each) for each in refused.value.found)
