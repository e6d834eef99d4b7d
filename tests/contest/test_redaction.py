"""What could tell who somebody is, is found in a text; what is hidden is hidden whole, and nothing else is."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contest.redaction import HIDDEN, hits, joined, quoted, redacted


def shown(text: str) -> str:
    return redacted(text, [(hit.start, hit.end) for hit in hits(text)])


@pytest.mark.parametrize(
    ("text", "report"),
    [
        ("Pani Anna Nowak pomogła.", "Pani […] pomogła."),
        ("Rozmowa z panią Kowalską-Nowak trwała krótko.", "Rozmowa z panią […] trwała krótko."),
        ("Inspektor Zieliński i p. J. Kowalski", "Inspektor […] i p. […]"),
        ("Obsłużył mnie Krzysztof Wilk.", "Obsłużył mnie […]."),
        ("Z Krzysztofem Wilkiem, potem z Martą.", "Z […], potem z […]."),
        ("Tel. 22 123 45 67, 600-700-800 lub +48 602 700 800", "Tel. […], […] lub […]"),
        ("Pisz na a.nowak@ug.gov.pl.", "Pisz na […]."),
        ("PESEL 85010112345", "PESEL […]"),
    ],
)
def test_a_person_is_hidden(text: str, report: str) -> None:
    assert shown(text) == report


@pytest.mark.parametrize(
    "text",
    [
        "Pani w okienku była miła, pan kierownik też.",
        "Urząd Gminy w pokoju 12 wydaje Kartę Dużej Rodziny za 22 zł do 31.12.2026.",
        "Wniosek 85/2026, art. 217, godz. 7.30–15.30, kod 05-135.",
    ],
)
def test_what_names_nobody_stays(text: str) -> None:
    assert shown(text) == text


def test_a_quoted_piece_is_hidden_wherever_it_stands() -> None:
    text = "W pokoju 12. Drzwi POKOJU 12 były otwarte."
    assert redacted(text, quoted(text, " pokoju 12 ")) == "W […]. Drzwi […] były otwarte."
    assert quoted(text, "  ") == ()
    assert quoted(text, "okno") == ()


spans = st.lists(
    st.tuples(st.integers(0, 40), st.integers(1, 9)).map(lambda one: (one[0], one[0] + one[1])), max_size=6
)


@given(st.text(alphabet="abcdef ", min_size=60, max_size=60), spans)
def test_exactly_the_spans_are_hidden(text: str, hidden: list[tuple[int, int]]) -> None:
    covered = {place for start, end in hidden for place in range(start, end)}
    kept = "".join(letter for place, letter in enumerate(text) if place not in covered)
    assert redacted(text, hidden).replace(HIDDEN, "") == kept
    assert redacted(text, hidden).count(HIDDEN) == len(joined(hidden))


@given(st.text())
def test_hits_of_any_text_stand_apart_and_in_order(text: str) -> None:
    found = hits(text)
    assert all(0 <= hit.start < hit.end <= len(text) for hit in found)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))
