"""Parts of planning that look at one contact or one juror at a time: fitting, waves, homes."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contest.planning.able import number
from contest.planning.demand import Juror, Place, Slot, Standing
from contest.planning.fitting import Board
from contest.planning.home import read_home
from contest.planning.making import make_plan
from contest.planning.rules import Rules
from contest.planning.waves import fitting, waves

CHANNELS = ("telefon", "wizyta", "www")
REGIONS = ("małopolskie", "śląskie")


def call(entrant: int, channel: str, at: int, region: str) -> Slot:
    return Slot(entrant, channel, at, region=region, on_site=channel == "wizyta", visible=channel != "www")


entrants = st.integers(1, 3)
codes = st.sampled_from("ABC")
some = st.frozensets(st.integers(1, 3), max_size=2)


@st.composite
def demands(draw: st.DrawFn) -> tuple[list[Slot], list[Juror], list[Standing], Rules]:
    """A few contacts, jurors and standing contacts, of any kind."""
    home = {entrant: draw(st.sampled_from(REGIONS)) for entrant in (1, 2, 3)}
    keys = draw(
        st.sets(st.tuples(entrants, st.sampled_from(CHANNELS), st.integers(1, 2)), min_size=1, max_size=6)
    )
    slots = [call(entrant, channel, at, home[entrant]) for entrant, channel, at in sorted(keys)]
    jurors = [
        Juror(
            code,
            draw(st.frozensets(st.sampled_from(REGIONS))),
            draw(st.frozensets(st.sampled_from(CHANNELS))),
            draw(st.integers(1, 4)),
            load=draw(st.integers(0, 2)),
            conflicts=draw(some),
            seen=draw(some),
            barred=draw(some),
        )
        for code in "ABC"
    ]
    standing = draw(
        st.lists(st.builds(Standing, entrants, st.just("email"), codes, visible=st.booleans()), max_size=3)
    )
    rules = Rules(
        visible_contacts=draw(st.integers(1, 2)),
        contacts=draw(st.integers(1, 3)),
        jurors=draw(st.integers(1, 3)),
    )
    return slots, jurors, standing, rules


def board_of(slots: list[Slot], jurors: list[Juror], standing: list[Standing], rules: Rules) -> Board:
    here = Counter(slot.entrant for slot in slots)
    here.update(one.entrant for one in standing)
    return Board.of(rules, jurors, here, standing)


@given(demands())
def test_one_contact_is_judged_as_the_table_of_all_judges_it(
    demand: tuple[list[Slot], list[Juror], list[Standing], Rules],
) -> None:
    slots, jurors, standing, rules = demand
    board, table = board_of(slots, jurors, standing, rules), number(slots, jurors, standing, rules)

    for row, slot in enumerate(slots):
        for column, juror in enumerate(jurors):
            may = bool(table.may[row, column]) and table.room[column] > 0
            assert (board.problem(slot, juror.code) == "") == may


@given(demands(), st.integers(0, 99))
def test_whatever_is_planned_fits_when_it_is_offered_one_by_one(
    demand: tuple[list[Slot], list[Juror], list[Standing], Rules], seed: int
) -> None:
    slots, jurors, standing, rules = demand
    board = board_of(slots, jurors, standing, rules)

    for one in make_plan(slots, jurors, standing=standing, rules=rules, seed=seed).proposed:
        assert board.problem(one.slot, one.juror) == ""
        board.give(one.slot, one.juror)


def test_a_swap_offers_those_with_most_room_first_and_takes_back_what_was_given() -> None:
    slot = call(1, "telefon", 1, "śląskie")
    jurors = [
        Juror(code, frozenset(), frozenset({"telefon"}), 4, load=load) for code, load in (("A", 3), ("B", 1))
    ]
    board = board_of([slot], jurors, [], Rules())
    assert board.able(slot) == ["B", "A"]

    board.give(slot, "B")
    assert (board.problem(slot, "B"), board.problem(slot, "Z"), board.load("B")) == ("rotation", "juror", 2)
    board.take(slot, "B")
    assert board.able(slot) == ["B", "A"]


def test_a_juror_chosen_by_hand_gets_the_contact_or_nobody_does() -> None:
    slot = Slot(1, "telefon", 1, only="B")
    able, full = (Juror("B", frozenset(), frozenset({"telefon"}), most) for most in (2, 0))
    other = Juror("A", frozenset(), frozenset({"telefon"}), 9)

    assert [one.juror for one in make_plan([slot], [able, other], seed=1).proposed] == ["B"]
    assert [why.code for _, why in make_plan([slot], [full, other], seed=1).unfilled] == [
        "chosen-juror-cannot"
    ]


def test_a_double_is_numbered_past_every_contact_that_stands() -> None:
    slots = [Slot(1, "telefon", 1)]
    jurors = [Juror(code, frozenset(), frozenset({"telefon"}), 9) for code in "ABC"]
    stands = Standing(1, "telefon", "C", number=3)

    made = make_plan(slots, jurors, standing=[stands], rules=Rules(doubles=50), seed=1)

    assert [(one.slot.number, one.slot.double) for one in made.proposed] == [(1, False), (4, True)]


@given(st.lists(st.tuples(codes, st.integers(1, 30)), max_size=20), st.integers(1, 5), st.integers(1, 6))
def test_no_juror_gets_more_than_agreed_in_a_wave_but_the_last(
    contacts: list[tuple[str, int]], most: int, limit: int
) -> None:
    found = waves(contacts, most, limit=limit)

    sizes = Counter((juror, wave) for (juror, _), wave in zip(contacts, found, strict=True))
    assert all(count <= most for (_, wave), count in sizes.items() if wave < limit)
    assert all(
        day <= later
        for (juror, day), wave in zip(contacts, found, strict=True)
        for (other, later), after in zip(contacts, found, strict=True)
        if juror == other and wave < after
    )


def test_without_a_setting_there_is_one_wave_and_none_comes_on_the_last_day() -> None:
    begins = datetime(2026, 10, 5, 9, tzinfo=UTC)
    assert waves([("A", 1)] * 9, 0, limit=4) == [1] * 9
    assert fitting(begins, begins + timedelta(days=4), timedelta(days=1)) == 4
    assert fitting(begins, begins + timedelta(hours=3), timedelta(days=1)) == 1


PLACES = [Place("mazowieckie", "legionowski", "Legionowo"), Place("śląskie", "bielski", "Wilkowice")]


@pytest.mark.parametrize(
    ("said", "home"),
    [
        ("", Place()),
        ("legionowo", Place("mazowieckie", "legionowski", "legionowo")),
        ("Osiek, śląskie", Place("śląskie", "", "Osiek")),
        ("powiat legionowski, mazowieckie", Place("mazowieckie", "legionowski", "")),
        ("pow. bielski", Place("śląskie", "bielski", "")),
        ("Łódź", Place("", "", "Łódź")),
        ("mazowieckie", Place("mazowieckie", "", "")),
    ],
)
def test_a_home_is_read_as_people_write_it(said: str, home: Place) -> None:
    assert read_home(said, ["mazowieckie", "śląskie"], PLACES) == home


def test_a_home_lies_in_the_only_region_of_its_juror() -> None:
    assert read_home("Osiek", ["śląskie"], PLACES) == Place("śląskie", "", "Osiek")
