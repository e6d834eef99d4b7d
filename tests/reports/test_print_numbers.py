from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from bot.phrases import Phrases
from reports import numbers
from reports.names import file_name, slug

SAY, ENGLISH = Phrases().plain("pl"), Phrases().plain("en")


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (Fraction(75), "75,0 %"),
        (Fraction(749_499, 10_000), "74,9 %"),
        (Fraction(1225, 100), "12,3 %"),
        (Fraction(200, 3), "66,7 %"),
        (Fraction(0), "0,0 %"),
        (Fraction(100), "100,0 %"),
        (Fraction(1, 1000), "0,0 %"),
    ],
)
def test_percentages_are_rounded_half_up_in_print_only(value: Fraction, printed: str) -> None:
    assert numbers.percent(SAY, value).replace("\N{NO-BREAK SPACE}", " ") == printed


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (Fraction(7), "+7,0 p.p."),
        (Fraction(-155, 10), "−15,5 p.p."),
        (Fraction(0), "0,0 p.p."),
        (Fraction(1, 100), "0,0 p.p."),
        (Fraction(-1, 100), "0,0 p.p."),
    ],
)
def test_differences_have_a_sign_when_there_is_one(value: Fraction, printed: str) -> None:
    assert numbers.difference(SAY, value).replace("\N{NO-BREAK SPACE}", " ") == printed


def test_weights_have_no_more_decimals_than_they_need() -> None:
    assert [numbers.weight(SAY, value) for value in (Fraction(2), Fraction(3, 2), Fraction(1, 3))] == [
        "2",
        "1,5",
        "0,333",
    ]


def test_dates_are_written_in_words() -> None:
    assert numbers.day(SAY, date(2026, 11, 21)) == "21 listopada 2026"
    assert numbers.day(SAY, date(2027, 12, 4)) == "4 grudnia 2027"
    assert numbers.day(ENGLISH, date(2026, 11, 21)) == "21 November 2026"


def test_the_mark_of_decimals_follows_the_language() -> None:
    assert numbers.percent(ENGLISH, Fraction(75)) == "75.0%"


def test_file_names_are_plain() -> None:
    assert slug("Urząd Miejski w Łodzi – „Centrum”") == "urzad-miejski-w-lodzi-centrum"
    assert slug("市役所") == "dokument"
    assert len(slug("ż" * 200)) == 60
    assert file_name("licencja", "LJ/2026/0001", "Wałcz", ending="pdf") == "licencja_lj-2026-0001_walcz.pdf"
