"""What a table would change is told field by field, and nobody disappears by being left out."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from contest.differences import Change, Differences, compare
from contest.entrants import Entrant, once

ALFA = Entrant(1, "Gmina Alfa", "gmina", teryt="0201022", phone="22 000 00 00", population=100)
BETA = Entrant(2, "Gmina Beta", "gmina", teryt="0201032")
MUZEUM = Entrant(3, "Muzeum Beta", "muzeum")


def row(entrant: Entrant, **said: str | int) -> Entrant:
    """The entrant as a row of a table, with other words in some columns."""
    return replace(entrant, id=0, **said)  # type: ignore[arg-type]  # names of columns, whatever they hold


def test_new_changed_same_and_absent_are_told_apart() -> None:
    gamma = Entrant(0, "Gmina Gamma", "gmina")
    found = compare([ALFA, BETA, MUZEUM], (), [gamma, row(ALFA, phone="1 23 45 67"), row(BETA)])

    assert found == Differences(
        new=(gamma,),
        changed=(Change(ALFA, replace(ALFA, phone="1 23 45 67")),),
        same=(BETA,),
        absent=(MUZEUM,),
        withdrawn=(),
    )
    assert found.changed[0].columns == ("phone",)


def test_an_empty_cell_erases_nothing() -> None:
    blank = Entrant(0, "GMINA ALFA", "gmina", teryt="0201022")

    assert compare([ALFA], (), [blank]).changed == (Change(ALFA, replace(ALFA, name="GMINA ALFA")),)


def test_a_new_name_of_the_same_unit_is_a_change_and_no_newcomer() -> None:
    found = compare([ALFA, BETA], (), [row(ALFA, name="Gmina Alfa-Zdrój"), row(BETA)])

    assert [change.columns for change in found.changed] == [("name",)]
    assert found.absent == ()


def test_a_code_that_was_filled_in_is_a_change() -> None:
    found = compare([MUZEUM], (), [row(MUZEUM, teryt="0201011")])

    assert [change.columns for change in found.changed] == [("teryt",)]


def test_equal_names_with_other_codes_are_other_entrants() -> None:
    other = row(ALFA, teryt="9901022")

    assert compare([ALFA], (), [other]) == Differences((other,), (), (), (ALFA,), ())


def test_who_might_be_two_is_nobody() -> None:
    twins = [Entrant(4, "Biblioteka A", "b", teryt="02"), Entrant(5, "Biblioteka B", "b", teryt="02")]
    renamed = Entrant(0, "Biblioteka C", "b", teryt="02")

    assert compare(twins, (), [renamed]).new == (renamed,)


def test_who_withdrew_does_not_come_back_by_a_table() -> None:
    assert compare([ALFA, BETA], {1}, [row(ALFA, phone="9 99 99 99")]) == Differences(
        (), (), (), (BETA,), (ALFA,)
    )


def test_what_was_shown_has_another_digest_than_what_has_become_of_it() -> None:
    table = [row(ALFA, phone="1 23 45 67")]

    assert compare([ALFA], (), table).digest() != compare([replace(ALFA, www="alfa.pl")], (), table).digest()


names, codes = st.sampled_from(["Alfa", "ALFA", "Beta", "Gamma"]), st.sampled_from(["", "02", "0201"])
people = st.builds(Entrant, st.just(0), names, st.sampled_from(["a", "b"]), teryt=codes, phone=codes)
tables = st.lists(people, max_size=6, unique_by=once)


@given(tables, tables, st.sets(st.integers(1, 6)))
def test_everybody_known_and_every_row_is_accounted_for_once(
    known: list[Entrant], rows: list[Entrant], gone: set[int]
) -> None:
    listed = [replace(entrant, id=number) for number, entrant in enumerate(known, start=1)]
    found = compare(listed, gone, rows)
    kept = [*(change.before for change in found.changed), *found.same, *found.absent, *found.withdrawn]

    assert len(found.new) + len(found.changed) + len(found.same) + len(found.withdrawn) == len(rows)
    assert sorted(one.id for one in kept) == [one.id for one in listed if one.id not in gone or one in kept]
    assert {one.id for one in (*found.absent, *found.same)} & gone == set()


@given(tables, tables)
def test_a_table_that_was_applied_changes_nothing_when_it_comes_again(
    known: list[Entrant], rows: list[Entrant]
) -> None:
    listed = [replace(entrant, id=number) for number, entrant in enumerate(known, start=1)]
    once_more = compare(listed, (), rows)
    after = {one.id: one for one in listed} | {change.after.id: change.after for change in once_more.changed}
    added = [replace(one, id=100 + number) for number, one in enumerate(once_more.new)]

    assert compare([*after.values(), *added], (), rows).nothing
