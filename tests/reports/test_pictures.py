"""Pictures for the chat: a PNG of a phone's width, the same facts the same bytes, every text legible in both lights."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from io import BytesIO

import pytest
from PIL import Image

from reports import pictures
from reports.course import Course, course
from reports.pictures import DARK, LIGHT, Line, Screen, Stretch
from reports.shifts import Row, shifts
from reports.theme import contrast
from tests.reports import samples

screens = pytest.mark.parametrize("screen", [LIGHT, DARK])


def _both(screen: Screen) -> list[bytes]:
    stretches = [Stretch("Wizyta", 40, 6, 31), Stretch("Telefon", 0, 0, 0), Stretch("E-mail", 3, 9, 9)]
    many = [Stretch(samples.LONGEST, 99_999, 6, 99_999)] + [Stretch(f"J-{n}", 9, n % 9, 0) for n in range(19)]
    first, last = date(2026, 10, 1), date(2026, 11, 20)
    nothing = Course(0, first, first, (0,), (0,))
    beyond = Course(3, first, last, tuple(range(51)), tuple(range(51)))  # more was sent than planned
    lines = [Line(1, samples.LONGEST, Fraction(100), True), Line(2, "Żary", Fraction(0))]
    moved = [Row(samples.LONGEST, 1, 2, (True, False)), Row("Żary", 2, None, (False, False))]
    return [
        pictures.progress("Lider Zaufania 2026", stretches, samples.SAY, screen=screen),
        pictures.standings("Lider Zaufania 2026", "Powiaty", lines, samples.SAY, screen=screen),
        pictures.standings("Lider Zaufania 2026", "Powiaty", [], samples.SAY, screen=screen),
        pictures.bars("Lider Zaufania 2026", "Województwa", many, samples.SAY, screen=screen),
        pictures.bars("Lider Zaufania 2026", "Jurorzy", [], samples.SAY, screen=screen),
        shifts(samples.LONGEST, "Powiaty", moved, samples.SAY, screen=screen),
        course(samples.LONGEST, nothing, samples.SAY, screen=screen),
        course("Lider Zaufania 2026", beyond, samples.SAY, screen=screen),
    ]


@screens
def test_a_picture_is_as_wide_as_a_phone_shows_sharp(screen: Screen) -> None:
    for data in _both(screen):
        with Image.open(BytesIO(data)) as picture:
            assert picture.format == "PNG"
            assert 1000 <= picture.width <= 1280
            assert picture.height < 2 * picture.width
            assert picture.getpixel((2, 2)) == tuple(screen.ground)


@screens
def test_every_text_of_a_picture_is_legible(screen: Screen) -> None:
    for colour in (screen.ink, screen.soft, screen.accent):
        assert contrast(colour, screen.ground) >= 4.5
    for colour in (screen.done, screen.waiting):
        assert contrast(colour, screen.ground) >= 2.3


@screens
def test_the_same_facts_give_the_same_picture(screen: Screen) -> None:
    assert _both(screen) == _both(screen)
