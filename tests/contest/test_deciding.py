"""Which result counts: places, licences and nominees follow what the edition settled, and the other is shown beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from contest.awards import licensed, propose
from contest.both import Both, Difference
from contest.calibrated import calibrated
from contest.deciding import both, decided, seed
from contest.edition import EditionSettings
from contest.ranking import GroupTable
from contest.snapshot import Snapshot, freeze_snapshot, take, thaw_snapshot
from tests.contest.a_strict_panel import AT, CALIBRATED, uneven
from tests.contest.an_edition import EDITION, commune, pair

GRANTED = date(2026, 12, 1)


def _calibrated() -> Snapshot:
    return uneven(edition=CALIBRATED)


def _licences(settings: EditionSettings, tables: tuple[GroupTable, ...]) -> set[int]:
    return {one.result.entrant for table in tables for one in table.places if licensed(settings, one)}


def test_official_points_decide_unless_the_edition_says_otherwise() -> None:
    assert decided(uneven()) == uneven().official()
    assert decided(_calibrated()) != _calibrated().official()


def test_where_the_calibrated_result_decides_places_are_its_own_and_the_official_total_stays_beside() -> None:
    found = calibrated(_calibrated(), seed=seed(_calibrated()))
    official = {one.result.entrant: one.result for table in _calibrated().official() for one in table.places}

    for table, expected in zip(decided(_calibrated()), found.tables, strict=True):
        assert {one.result.entrant: one.number for one in table.places} == {
            each.entrant: each.place for each in expected.standings
        }
        assert [one.number for one in table.places] == sorted(one.number for one in table.places)
        assert all(one.result == official[one.result.entrant] for one in table.places)
        scores = {each.entrant: each.score for each in expected.standings}
        assert all(abs(float(one.points) - scores[one.result.entrant]) < 1e-4 for one in table.places)
        assert table.unclassified == expected.unclassified


def test_licences_and_nominees_follow_the_result_that_decides() -> None:
    settings = _calibrated().settings
    by_points = {each.entrant for each in propose(settings, uneven().official(), granted=GRANTED)}
    awards = propose(settings, decided(_calibrated()), granted=GRANTED)
    licences = {each.entrant for each in awards if each.kind == "licence"}

    assert licences == {
        one.result.entrant for table in decided(_calibrated()) for one in table.places if one.points >= 80
    }
    assert licences != by_points
    nominees = {each.entrant for each in awards if each.kind == "statuette-nominee"}
    firsts = {
        one.result.entrant for table in decided(_calibrated()) for one in table.places if one.number == 1
    }
    assert nominees == firsts & licences


def test_what_the_other_result_would_change_is_the_same_from_both_sides() -> None:
    plain, corrected = both(uneven()), both(_calibrated())

    assert (plain.decides, corrected.decides) == ("official", "calibrated")
    settings = uneven().settings
    licences = len(_licences(settings, plain.tables) ^ _licences(settings, plain.other))
    assert licences == 2
    assert plain.difference == corrected.difference == Difference(1, licences)
    assert _numbers(plain.tables) == _numbers(corrected.other)


def _numbers(tables: tuple[GroupTable, ...]) -> list[list[tuple[int, Fraction]]]:
    return [[(one.result.entrant, one.points) for one in table.places] for table in tables]


def test_the_same_facts_decide_the_same_whenever_they_are_counted() -> None:
    later = replace(_calibrated(), seq=99, made_at=AT + timedelta(days=9))

    assert decided(later) == decided(_calibrated())
    assert decided(thaw_snapshot(freeze_snapshot(_calibrated()))) == decided(_calibrated())


def test_a_juror_is_known_by_severity_and_by_what_the_table_would_be_without() -> None:
    jurors = {each.juror: each for each in both(uneven()).jurors}

    assert set(jurors) == set("ABCDEF")
    assert jurors["A"].low < jurors["A"].severity < jurors["A"].high
    assert jurors["A"].severity > 0 > jurors["D"].severity
    assert all(each.podium_changes is not None for each in jurors.values())


def test_the_largest_corrections_come_first_and_doubts_are_counted() -> None:
    doubts = both(uneven()).doubts

    assert doubts is not None
    sizes = [abs(each.points) for each in doubts.corrections]
    assert sizes == sorted(sizes, reverse=True)
    assert len(sizes) == 16
    assert doubts.grey
    assert {each.entrant for each in both(uneven()).further} >= set(doubts.grey)


def test_too_little_is_said_and_nothing_is_corrected() -> None:
    few = both(
        take(EDITION, [commune(1), commune(2)], contacts=[*pair(1, 90), *pair(2, 40)], seq=1, made_at=AT)
    )

    assert few.uncorrected is not None
    assert few.uncorrected.code == "correction-few-jurors"
    assert few.difference == Difference(0, 0)
    assert few.doubts is not None
    assert (few.doubts.corrections, few.further, few.jurors) == ((), (), ())


def test_without_contacts_there_is_nothing_to_doubt() -> None:
    empty: Both = both(take(EDITION, [commune(1)], contacts=[], seq=1, made_at=AT))

    assert (empty.doubts, empty.further, empty.jurors, empty.difference) == (None, (), (), Difference(0, 0))
