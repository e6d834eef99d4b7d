"""From approved contacts to places."""

from __future__ import annotations

from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.phrases import Phrases
from contest.mistakes import Mistake, mistake, tell
from contest.ranking import Contact, GroupTable, Result, rank
from tests.contest.an_edition import EDITION, commune, contact, museum, pair, settings


def only(contacts: list[Contact], *, edition: str = EDITION) -> Result:
    """What one commune reached."""
    table = rank(settings(edition=edition), [commune(1)], contacts)[0]
    return table.places[0].result if table.places else table.unclassified[0]


def test_the_total_weighs_the_channels() -> None:
    met = [
        contact(1, 1, "wizyta", "A", 50),
        contact(2, 1, "telefon", "B", 100),
        contact(3, 1, "mail", "C", 80),
    ]

    assert only(met) == Result(
        1,
        {"wizyta": Fraction(50), "telefon": Fraction(100), "mail": Fraction(80)},
        Fraction(30 * 50 + 20 * 100 + 50 * 80, 100),
        contacts=3,
        jurors=3,
        reason=None,
    )


def test_a_channel_is_the_plain_mean_of_its_contacts() -> None:
    met = [
        contact(1, 1, "telefon", "A", 100),
        contact(2, 1, "telefon", "B", 0),
        contact(3, 1, "telefon", "C", 0),
        contact(4, 1, "mail", "D", 50),
    ]

    assert only(met).channels == {"telefon": Fraction(100, 3), "mail": Fraction(50)}


def test_a_missing_channel_is_shared_out_over_the_others_in_proportion() -> None:
    met = [contact(1, 1, "wizyta", "A", 100), contact(2, 1, "telefon", "B", 0)]

    assert only(met).total == Fraction(100 * 30, 50)


def test_a_missing_channel_is_not_the_same_as_a_channel_that_failed() -> None:
    met = [contact(1, 1, "wizyta", "A", 90), contact(2, 1, "telefon", "B", 90)]

    assert only(met).total == 90
    assert only([*met, contact(3, 1, "mail", "C", 0)]).total == 45


def test_ties_share_a_place_and_the_next_is_skipped() -> None:
    entrants = [commune(n, name) for n, name in enumerate(("Żory", "Łazy", "Opole", "Bór"), 1)]
    contacts = [*pair(1, 80), *pair(2, Fraction(200, 3)), *pair(3, 90), *pair(4, Fraction(200, 3))]

    places = rank(settings(), entrants, contacts)[0].places

    assert [(place.number, place.result.entrant) for place in places] == [(1, 3), (2, 1), (3, 4), (3, 2)]


def test_after_a_shared_second_place_comes_the_fourth() -> None:
    contacts = [*pair(1, 90), *pair(2, 80), *pair(3, 80), *pair(4, 70)]

    places = rank(settings(), [commune(n) for n in range(1, 5)], contacts)[0].places

    assert [place.number for place in places] == [1, 2, 2, 4]


def test_ties_are_decided_on_fractions_and_not_on_what_is_printed() -> None:
    places = rank(
        settings(), [commune(1), commune(2)], [*pair(1, 75), *pair(2, Fraction(75) + Fraction(1, 10**30))]
    )[0].places

    assert [(place.number, place.result.entrant) for place in places] == [(1, 2), (2, 1)]


@pytest.mark.parametrize(
    ("contacts", "reason"),
    [
        ([], mistake("no-contacts")),
        ([contact(1, 1, "mail", "A", 90)], mistake("too-few-contacts", count=1, least=2)),
        (
            [contact(1, 1, "telefon", "A", 90), contact(2, 1, "telefon", "B", 90)],
            mistake("too-few-channels", count=1, least=2),
        ),
        (
            [contact(1, 1, "telefon", "A", 90), contact(2, 1, "mail", "A", 90)],
            mistake("too-few-jurors", count=1, least=2),
        ),
    ],
)
def test_below_a_minimum_an_entrant_is_unclassified_with_the_reason(
    contacts: list[Contact], reason: Mistake
) -> None:
    table = rank(settings(), [commune(1)], contacts)[0]

    assert table.places == ()
    assert [(result.total, result.reason) for result in table.unclassified] == [(None, reason)]


def test_entrants_are_compared_only_inside_their_group() -> None:
    tables = rank(settings(), [commune(1), museum(2)], [*pair(1, 60), *pair(2, 90)])

    assert [[(p.number, p.result.entrant) for p in table.places] for table in tables] == [[(1, 1)], [(1, 2)]]


def test_an_entrant_without_a_group_is_listed_apart() -> None:
    tables = rank(settings(), [commune(1), commune(2, population=None)], [*pair(1, 60), *pair(2, 90)])

    assert tables[-1] == GroupTable(
        None,
        (),
        (
            Result(
                2,
                {"telefon": Fraction(90), "mail": Fraction(90)},
                None,
                contacts=2,
                jurors=2,
                reason=mistake("no-peer-group"),
            ),
        ),
    )


def test_contacts_of_a_channel_that_the_edition_does_not_have_do_not_count() -> None:
    assert only([*pair(1, 60), contact(99, 1, "czat", "C", 100)]) == only([*pair(1, 60)])


def test_a_group_without_entrants_has_an_empty_table() -> None:
    assert [(table.places, table.unclassified) for table in rank(settings(), [], [])] == [((), ()), ((), ())]


@pytest.mark.parametrize("language", ["pl", "en"])
def test_every_reason_has_its_sentence(language: str) -> None:
    say = Phrases().plain(language)
    short = [
        mistake(f"too-few-{what}", count=count, least=6)
        for what in ("contacts", "channels", "jurors")
        for count in (1, 2, 5)
    ]

    sentences = {tell(say, reason) for reason in (*short, mistake("no-contacts"), mistake("no-peer-group"))}

    assert len(sentences) == len(short) + 2


def test_the_reason_speaks_polish() -> None:
    say = Phrases().plain("pl")

    assert tell(say, mistake("too-few-contacts", count=2, least=5)) == (
        "Są tylko 2 zatwierdzone kontakty, a potrzeba co najmniej 5."
    )


any_contacts = st.lists(
    st.builds(
        contact,
        st.integers(1, 10**6),
        st.integers(1, 4),
        st.sampled_from(["wizyta", "telefon", "mail"]),
        st.sampled_from("ABC"),
        st.fractions(0, 100, max_denominator=1000),
    ),
    max_size=20,
)


@given(any_contacts)
def test_every_total_is_a_percentage(contacts: list[Contact]) -> None:
    (table, _) = rank(settings(), [commune(n) for n in range(1, 5)], contacts)

    totals = [place.result.total for place in table.places]
    assert all(total is not None and 0 <= total <= 100 for total in totals)


@given(any_contacts, st.randoms())
def test_the_order_of_the_input_does_not_matter(contacts: list[Contact], dice: Random) -> None:
    entrants = [commune(n) for n in range(1, 5)]
    first = rank(settings(), entrants, contacts)

    dice.shuffle(contacts)
    dice.shuffle(entrants)

    assert rank(settings(), entrants, contacts) == first


@given(any_contacts, st.sampled_from(["0.001", "7", "1000"]))
def test_scaling_all_weights_changes_nothing(contacts: list[Contact], factor: str) -> None:
    edition = EDITION
    for weight in ("30", "20", "50"):
        edition = edition.replace(
            f"weight = {weight}\n", f"weight = {float(Fraction(weight) * Fraction(factor)):g}\n"
        )
    entrants = [commune(n) for n in range(1, 5)]

    assert rank(settings(edition=edition), entrants, contacts) == rank(settings(), entrants, contacts)


@given(any_contacts)
def test_each_entrant_stands_in_exactly_one_place_or_has_a_reason(contacts: list[Contact]) -> None:
    tables = rank(settings(), [commune(n) for n in range(1, 5)], contacts)

    placed = [place.result for table in tables for place in table.places]
    others = [result for table in tables for result in table.unclassified]
    assert sorted(result.entrant for result in (*placed, *others)) == [1, 2, 3, 4]
    assert all(result.reason is None for result in placed)
    assert all(result.reason is not None for result in others)


@given(any_contacts)
def test_a_place_says_how_many_are_better(contacts: list[Contact]) -> None:
    (table, _) = rank(settings(), [commune(n) for n in range(1, 5)], contacts)

    totals = [place.result.total or Fraction(0) for place in table.places]
    assert [place.number for place in table.places] == [
        1 + sum(other > total for other in totals) for total in totals
    ]


JOINING = EDITION.replace('name = "Muzea"', 'name = "Muzea"\njoins = "male"')


def test_a_group_with_too_few_entrants_is_compared_with_the_one_it_joins() -> None:
    rules = settings(edition=JOINING)
    entrants = [commune(1), commune(2), museum(3)]
    contacts = [*pair(1, 80), *pair(2, 60), *pair(3, 70)]

    (table,) = rank(rules, entrants, contacts)
    assert table.group is not None
    assert (table.group.id, table.group.name) == ("male", "Małe gminy + Muzea")
    assert [place.result.entrant for place in table.places] == [1, 3, 2]


def test_a_group_that_is_large_enough_or_empty_stands_alone() -> None:
    rules = settings(edition=JOINING)
    names = [
        [table.group.name for table in rank(rules, [commune(1), *more], []) if table.group]
        for more in ([museum(3), museum(4)], [])
    ]

    assert names == [["Małe gminy", "Muzea"], ["Małe gminy", "Muzea"]]
