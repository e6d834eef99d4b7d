from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.fonts import Face, printable, width
from reports.typography import NBSP, balanced, bound, fitted, measured, tidy, wrapped

ten = measured(Face.SERIF, 10)


@pytest.mark.parametrize(
    ("said", "set_"),
    [
        ("Urząd w Łodzi i w Zgierzu", f"Urząd w{NBSP}Łodzi i{NBSP}w{NBSP}Zgierzu"),
        ("im. św. Jadwigi", f"im.{NBSP}św.{NBSP}Jadwigi"),
        ("wynik 75,0 % z 5 kontaktów", f"wynik 75,0{NBSP}% z{NBSP}5 kontaktów"),
        ("Szpital – oddział", f"Szpital{NBSP}– oddział"),
    ],
)
def test_what_belongs_together_is_held_together(said: str, set_: str) -> None:
    assert bound(said) == set_


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        ('Dom Kultury "Zamek"', "Dom Kultury „Zamek”"),
        ('("Zamek")', "(„Zamek”)"),
        ("a\tb\x00c \n d", "a b c d"),
        ("Urząd - filia", "Urząd – filia"),
        ("Łęczyca-Zdrój", "Łęczyca-Zdrój"),
    ],
)
def test_text_is_tidied(typed: str, clean: str) -> None:
    assert tidy(typed) == clean


def test_balanced_lines_are_as_few_and_about_as_long() -> None:
    text = "Samodzielny Publiczny Zespół Opieki Zdrowotnej w Łęczycy"

    assert len(wrapped(text, ten, 75)) == 2
    assert balanced(text, ten, 75) == ("Samodzielny Publiczny Zespół", f"Opieki Zdrowotnej w{NBSP}Łęczycy")


def test_a_line_at_a_smaller_size_is_better_than_two() -> None:
    assert fitted("Urząd Miejski", Face.SERIF, width=48, sizes=(28, 18), most=2).size == 18
    assert fitted("Urząd Miejski", Face.SERIF, width=25, sizes=(28, 18), most=2).lines == ("Urząd", "Miejski")


@given(st.text(max_size=140), st.floats(min_value=5, max_value=200))
def test_every_line_fits_and_no_letter_is_lost(text: str, wide: float) -> None:
    clean = printable(tidy(text), Face.SERIF)

    lines = balanced(clean, ten, wide)

    assert all(ten(line) <= wide or len(line) == 1 for line in lines)
    assert "".join("".join(lines).split()) == "".join(clean.split())


@given(st.text(max_size=60))
def test_what_is_printable_has_a_width_for_every_letter(text: str) -> None:
    shown = printable(text, Face.SANS)

    assert printable(shown, Face.SANS) == shown
    assert width(shown, Face.SANS, 10) >= 0
