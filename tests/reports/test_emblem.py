"""An organiser's emblem becomes marks, or is refused with the reason."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from contest.mistakes import Mistakes
from reports import diploma, emblem
from reports.diploma import Look
from reports.marks import Art, Picture
from reports.theme import CLASSIC, Colour
from tests.reports import samples

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">'


def _svg(inside: str) -> bytes:
    return f"{HEAD}{inside}</svg>".encode()


def _png(size: tuple[int, int], colour: tuple[int, int, int, int]) -> bytes:
    out = BytesIO()
    Image.new("RGBA", size, colour).save(out, "PNG")
    return out.getvalue()


def test_shapes_of_an_svg_are_drawn_with_their_colours_and_turns() -> None:
    made = emblem.read(
        _svg(
            '<g transform="translate(10 0)" fill="red"><rect width="10" height="20"/>'
            '<path transform="scale(2)" d="M0 0H5V5z" style="fill:#00ff00;stroke:#000;stroke-width:2"/></g>'
        ),
        "znak.svg",
    )

    assert (made.width, made.height) == (100, 50)
    red, green = made.drawn
    assert (red.fill, green.fill) == (Colour(255, 0, 0), Colour(0, 255, 0))
    assert red.steps[0] == ("M", (10, 0))
    assert next(values for kind, values in green.steps if kind == "L") == (20, 0)
    assert green.pen is not None
    assert green.pen.width == pytest.approx(4)


def test_an_emblem_fills_its_square_by_its_longer_side() -> None:
    made = emblem.read(_svg('<rect width="100" height="50"/>'), "znak.svg")

    placed = emblem.placed(made, 50, 50, 20, look=CLASSIC)

    assert isinstance(placed, Art)
    (shape,) = placed.shapes
    corners = [values for _, values in shape.steps if values]
    assert (min(x for x, _ in corners), max(x for x, _ in corners)) == (40, 60)
    assert (min(y for _, y in corners), max(y for _, y in corners)) == (45, 55)


def test_a_png_is_laid_on_the_paper_where_it_is_clear() -> None:
    made = emblem.read(_png((4, 2), (0, 0, 0, 0)), "znak.png")

    placed = emblem.placed(made, 50, 50, 20, look=CLASSIC)

    assert isinstance(placed, Picture)
    assert (placed.width, placed.height, placed.columns, placed.rows) == (20, 10, 4, 2)
    assert placed.pixels == bytes(CLASSIC.paper) * 8


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (_svg('<text x="1" y="1">Gmina</text>'), "emblem-unsupported"),
        (_svg('<image href="a.png"/>'), "emblem-unsupported"),
        (_svg('<rect width="5" height="5" fill="url(#g)"/>'), "emblem-unsupported"),
        (_svg('<rect width="5" height="5" opacity="0.5"/>'), "emblem-unsupported"),
        (_svg(""), "emblem-broken"),
        (b"<html/>", "emblem-broken"),
        (b"GIF89a", "emblem-broken"),
        (b"\x89PNG\r\n\x1a\nnothing", "emblem-broken"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><svg viewBox="0 0 1 1">&b;</svg>', "emblem-broken"),
        (b" " * 2_000_001, "emblem-too-large"),
    ],
)
def test_what_cannot_be_drawn_faithfully_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(Mistakes) as refused:
        emblem.read(data, "znak.svg")

    assert [each.code for each in refused.value.found] == [code]


def test_an_emblem_changes_the_diploma_and_nothing_else_of_it() -> None:
    plain = samples.diploma("Żary")
    own = replace(plain, look=Look(emblem=emblem.read(_png((20, 20), (200, 10, 10, 255)), "znak.png")))

    first, second = (diploma.draw(each, samples.SAY, samples.MADE_AT) for each in (plain, own))

    assert first != second
    assert samples.read_back(first) == samples.read_back(second)
