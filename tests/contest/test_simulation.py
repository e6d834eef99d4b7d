"""What other settings would change, told from two rankings of the same contacts."""

from __future__ import annotations

from datetime import UTC, datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contest.deciding import decided
from contest.mistakes import Mistakes
from contest.simulation import Change, Effects, First, Shift, Shifted, altered, effects, read
from contest.snapshot import Snapshot, take
from tests.contest import an_edition
from tests.contest.an_edition import EDITION, commune, contact

AT = datetime(2026, 12, 1, tzinfo=UTC)
SETTINGS = an_edition.settings()
# An entrant that is better by telephone, one that is better by mail, one in between.
FACTS = take(
    EDITION,
    [commune(1), commune(2), commune(3)],
    contacts=[
        contact(1, 1, "telefon", "A", 100),
        contact(2, 1, "mail", "B", 70),
        contact(3, 2, "telefon", "A", 60),
        contact(4, 2, "mail", "B", 90),
        contact(5, 3, "telefon", "A", 76),
        contact(6, 3, "mail", "B", 76),
    ],
    seq=1,
    made_at=AT,
)


def simulated(line: str, *, hidden: frozenset[int] = frozenset(), facts: Snapshot = FACTS) -> Effects:
    return effects(facts, altered(facts, read(line, SETTINGS)), decided, hidden=hidden)


def test_the_group_in_which_most_would_be_different_is_told_place_by_place() -> None:
    found = simulated("waga telefon=90 mail=10").most

    assert found == Shifted(
        "Małe gminy",
        (Shift(2, 1, 3, (True, False)), Shift(1, 2, 1, (True, True)), Shift(3, 3, 2, (True, True))),
    )
    assert simulated("próg=1").most is None


def refused(line: str) -> list[str]:
    with pytest.raises(Mistakes) as caught:
        read(line, SETTINGS)
    return [one.code for one in caught.value.found]


def test_a_line_is_read_as_people_write_it() -> None:
    assert read("waga telefon=30, próg = 70,5 % minimum kontakty=3", SETTINGS) == (
        Change("weight", Fraction(30), "telefon"),
        Change("threshold", Fraction(141, 2)),
        Change("contacts", Fraction(3)),
    )
    assert read("Telefon=0", SETTINGS) == (Change("weight", Fraction(0), "telefon"),)
    assert read("wizy=5", SETTINGS) == (Change("weight", Fraction(5), "wizyta"),)


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("", ["simulation-words"]),
        ("więcej za telefon", ["simulation-words"]),
        ("telefon=30 i co", ["simulation-words"]),
        ("telefonn=30", ["simulation-unknown"]),
        ("próg=101", ["simulation-range"]),
        ("kontakty=1,5 jurorzy=0", ["simulation-range", "simulation-range"]),
    ],
)
def test_a_line_that_is_not_understood_says_why(line: str, codes: list[str]) -> None:
    assert refused(line) == codes


def test_another_weight_changes_licences_and_the_first_place() -> None:
    """Of 20 : 50 the totals are 78,6 81,4 76; of 50 : 50 they are 85 75 76."""
    assert simulated("telefon=50") == Effects(
        licences=(3, 3),
        gained=(),
        lost=(),
        firsts=(First("Małe gminy", (2,), (1,)),),
        placed=(),
        unplaced=(),
        moved=3,
        most=Shifted(
            "Małe gminy",
            tuple(
                Shift(one, now, then, (True, True)) for one, now, then in ((2, 1, 3), (1, 2, 1), (3, 3, 2))
            ),
        ),
    )


def test_a_higher_threshold_takes_licences_away_and_moves_nobody() -> None:
    found = simulated("próg=78")

    assert (found.licences, found.lost, found.gained, found.moved) == ((3, 2), (3,), (), 0)


def test_a_higher_minimum_takes_everybody_out() -> None:
    found = simulated("kontakty=3")

    assert (found.unplaced, found.licences) == ((1, 2, 3), (3, 0))


def test_a_channel_that_weighs_nothing_takes_no_part() -> None:
    assert simulated("telefon=0").unplaced == (1, 2, 3)  # one channel is left of the two that are required
    with pytest.raises(Mistakes) as caught:
        altered(FACTS, read("telefon=0 wizyta=0 mail=0", SETTINGS))
    assert caught.value.found[0].code == "simulation-weightless"


def test_whoever_is_hidden_is_neither_named_nor_counted() -> None:
    found = simulated("telefon=50", hidden=frozenset({1}))

    assert (found.licences, found.firsts, found.moved) == ((2, 2), (), 2)
    assert simulated("próg=78", hidden=frozenset({3})).licences == (2, 2)


@given(weights=st.tuples(*[st.integers(1, 99)] * 3), threshold=st.integers(0, 100))
def test_what_is_gained_and_lost_adds_up_and_the_way_back_is_its_mirror(
    weights: tuple[int, int, int], threshold: int
) -> None:
    other = altered(FACTS, read("wizyta={} telefon={} mail={} próg={}".format(*weights, threshold), SETTINGS))
    there, back = effects(FACTS, other, decided), effects(other, FACTS, decided)

    before, after = there.licences
    assert before + len(there.gained) - len(there.lost) == after
    assert (back.gained, back.lost, back.moved) == (there.lost, there.gained, there.moved)
    assert {first.group for first in back.firsts} == {first.group for first in there.firsts}


def test_the_same_settings_change_nothing() -> None:
    assert simulated("telefon=20 wizyta=30 próg=75").nothing
