"""What a page is made of, as plain values in millimetres from its top left corner, y downwards.

Shapes are paths; text is one line at one place; an `Art` is a drawing that many pages share and that is put into
printable form once; a `Picture` is pixels. A `Part` says what its marks are for somebody who does not see the page: a
heading, a paragraph, a cell, a figure told in words. Marks outside of every part are ornament, passed over when a page
is read aloud. Nothing here knows how a page becomes a file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, assert_never

from reports import fonts
from reports.fonts import Face, Step
from reports.theme import Colour, PageSize

Tag = Literal[
    "H1", "H2", "H3", "P", "Table", "TR", "TH", "TD", "L", "LI", "Lbl", "LBody", "Figure", "Caption"
]
"""A standard structure type of PDF 1.7 (ISO 32000-1, 14.8.4)."""

Align = Literal["left", "centre", "right"]

Point = tuple[float, float]

_ROUND = 0.5523
"""The length of a Bézier handle that makes a quarter of a circle of radius 1."""


@dataclass(frozen=True, slots=True)
class Pen:
    """How a path is stroked: colour, width in mm, lengths of dash and gap in mm."""

    colour: Colour
    width: float = 0.2
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Shape:
    """A path, filled or stroked or both."""

    steps: tuple[Step, ...]
    fill: Colour | None = None
    pen: Pen | None = None
    even_odd: bool = False
    """A path inside a path is a hole, whichever way it turns."""


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text, its baseline starting at (x, y); `size` and `track` in points."""

    x: float
    y: float
    text: str
    face: Face
    size: float
    colour: Colour
    track: float = 0

    @property
    def width(self) -> float:
        return fonts.width(self.text, self.face, self.size, track=self.track)


@dataclass(frozen=True, slots=True, eq=False)
class Art:
    """A drawing that stays the same; two are the same only when they are one."""

    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """Pixels in a rectangle: three bytes each, row by row from the top left corner."""

    x: float
    y: float
    width: float
    height: float
    columns: int
    rows: int
    pixels: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """A place in the structure of a document; two are the same only when they are one, so a table may span pages."""

    tag: Tag
    under: Node | None = None
    alt: str = ""
    """What a figure shows, in words; a figure has them."""
    scope: Literal["", "Row", "Column"] = ""
    """What a heading of a table heads."""


@dataclass(frozen=True, slots=True)
class Squares:
    """Dark squares of a grid, `module` mm each, from its top left corner."""

    x: float
    y: float
    module: float
    runs: tuple[int, ...]
    """Column, row and length of one run of squares after another."""
    size: int
    """Squares along a side."""
    colour: Colour


Ink = Shape | Text | Art | Picture | Squares


@dataclass(frozen=True, slots=True)
class Part:
    """Marks that belong to a node; without marks it is an empty cell."""

    node: Node
    marks: tuple[Ink, ...] = ()


Mark = Ink | Part


@dataclass(frozen=True, slots=True)
class Page:
    """A page and all that is on it, in the order of painting and of reading."""

    size: PageSize
    marks: tuple[Mark, ...]


def inks(marks: Iterable[Mark]) -> Iterator[Ink]:
    """The marks without their meaning: what is seen. A heading that is repeated on a next page is only seen."""
    for mark in marks:
        if isinstance(mark, Part):
            yield from mark.marks
        else:
            yield mark


def texts_of(page: Page) -> tuple[Text, ...]:
    """The lines of text of a page, in their order."""
    return tuple(mark for mark in inks(page.marks) if isinstance(mark, Text))


def told(tag: Tag, *marks: Mark, under: Node | None = None, alt: str = "") -> Part:
    """The marks as one part of the document's structure."""
    return Part(Node(tag, under, alt), tuple(inks(marks)))


def write(
    text: str,
    x: float,
    y: float,
    *,
    face: Face,
    size: float,
    colour: Colour,
    align: Align = "left",
    track: float = 0,
) -> Text:
    """A line of text that starts, is centred or ends at `x`; characters that the face lacks are replaced."""
    line = Text(x, y, fonts.printable(text, face), face, size, colour, track)
    match align:
        case "left":
            return line
        case "centre":
            return Text(x - line.width / 2, y, line.text, face, size, colour, track)
        case "right":
            return Text(x - line.width, y, line.text, face, size, colour, track)
        case _:
            assert_never(align)


def moved(mark: Mark, dx: float, dy: float) -> Mark:
    """The same mark elsewhere on the page."""
    if isinstance(mark, Part):
        return Part(mark.node, tuple(_moved(ink, dx, dy) for ink in mark.marks))
    return _moved(mark, dx, dy)


def _moved(mark: Ink, dx: float, dy: float) -> Ink:
    match mark:
        case Text():
            # written out: a long table moves tens of thousands of lines
            return Text(mark.x + dx, mark.y + dy, mark.text, mark.face, mark.size, mark.colour, mark.track)
        case Picture() | Squares():
            return replace(mark, x=mark.x + dx, y=mark.y + dy)
        case Shape():
            return replace(mark, steps=shifted(mark.steps, dx, dy))
        case Art():
            return Art(tuple(replace(shape, steps=shifted(shape.steps, dx, dy)) for shape in mark.shapes))
        case _:
            assert_never(mark)


def shifted(steps: Iterable[Step], dx: float, dy: float) -> tuple[Step, ...]:
    return tuple(
        (kind, tuple(value + (dy if odd % 2 else dx) for odd, value in enumerate(values)))
        for kind, values in steps
    )


def line(x1: float, y1: float, x2: float, y2: float, *, pen: Pen) -> Shape:
    return Shape((("M", (x1, y1)), ("L", (x2, y2))), pen=pen)


def polygon(points: Sequence[Point], *, fill: Colour | None = None, pen: Pen | None = None) -> Shape:
    steps: list[Step] = [("L" if index else "M", point) for index, point in enumerate(points)]
    return Shape((*steps, ("Z", ())), fill, pen)


def rect(
    x: float,
    y: float,
    w: float,
    h: float,
    *,
    fill: Colour | None = None,
    pen: Pen | None = None,
    radius: float = 0,
) -> Shape:
    """A rectangle from its top left corner, with corners rounded by `radius` mm."""
    if not radius:
        return polygon([(x, y), (x + w, y), (x + w, y + h), (x, y + h)], fill=fill, pen=pen)
    r, c = radius, radius * (1 - _ROUND)
    right, low = x + w, y + h
    steps: tuple[Step, ...] = (
        ("M", (x + r, y)),
        ("L", (right - r, y)),
        ("C", (right - c, y, right, y + c, right, y + r)),
        ("L", (right, low - r)),
        ("C", (right, low - c, right - c, low, right - r, low)),
        ("L", (x + r, low)),
        ("C", (x + c, low, x, low - c, x, low - r)),
        ("L", (x, y + r)),
        ("C", (x, y + c, x + c, y, x + r, y)),
        ("Z", ()),
    )
    return Shape(steps, fill, pen)


def circle(x: float, y: float, radius: float, *, fill: Colour | None = None, pen: Pen | None = None) -> Shape:
    return rect(x - radius, y - radius, 2 * radius, 2 * radius, fill=fill, pen=pen, radius=radius)
