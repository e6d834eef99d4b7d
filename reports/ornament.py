"""The engraving of a diploma: guilloche band, rosettes, rules. Pure geometry, drawn once and shared.

Fine lines are Bézier curves through a parametric curve: a handle is a third of the derivative times the step, so that
five pieces a wave look smooth at any magnification.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from math import cos, hypot, pi, sin, tau

from reports.fonts import Step
from reports.marks import Art, Pen, Point, Shape, circle, polygon, rect
from reports.theme import Colour, PageSize, Palette

Curve = Callable[[float], Point]
"""A closed curve: a parameter of 0 to 1 -> a point in mm."""

_NUDGE = 1e-5


def closed(curve: Curve, pieces: int) -> tuple[Step, ...]:
    """The closed curve as so many Bézier pieces."""
    steps: list[Step] = [("M", curve(0))]
    reach = 1 / pieces / 3
    for index in range(pieces):
        start, end = index / pieces, (index + 1) / pieces
        (x1, y1), (dx1, dy1) = curve(start), _slope(curve, start)
        (x2, y2), (dx2, dy2) = curve(end), _slope(curve, end)
        steps.append(("C", (x1 + dx1 * reach, y1 + dy1 * reach, x2 - dx2 * reach, y2 - dy2 * reach, x2, y2)))
    return (*steps, ("Z", ()))


@cache
def frame(size: PageSize, palette: Palette) -> Art:
    """Rules and guilloche along the edges; everything keeps 7 mm from the edge, where office printers cannot print."""
    gold, navy = Pen(palette.gold, 0.11), Pen(palette.ink, 0.07)
    along = _rounded_rectangle(size, inset=13.2, radius=5)
    shapes = [
        rect(0, 0, size.width, size.height, fill=palette.paper),
        *(
            Shape(closed(_wave(along, waves=88, height=3.1, phase=index / 9), 440), pen=gold)
            for index in range(9)
        ),
        *(
            Shape(closed(_wave(along, waves=176, height=1.9, phase=index / 3), 704), pen=navy)
            for index in range(3)
        ),
        _border(size, 7.4, Pen(palette.gold, 0.6)),
        _border(size, 8.5, Pen(palette.gold, 0.18)),
        _border(size, 17.8, Pen(palette.ink, 0.55)),
        _border(size, 18.7, Pen(palette.gold, 0.15)),
    ]
    for x in (13.2, size.width - 13.2):
        for y in (13.2, size.height - 13.2):
            shapes.extend(_corner(x, y, palette))
    return Art(tuple(shapes))


@cache
def rosette(x: float, y: float, radius: float, palette: Palette) -> Art:
    """A wide rosette to lie behind the text: never darker than a fifth of its ink."""
    pen = Pen(palette.rosette, 0.1)
    return Art(tuple(Shape(closed(_petals(x, y, radius, turn), 288), pen=pen) for turn in range(10)))


@cache
def divider(x: float, y: float, half: float, palette: Palette) -> Art:
    """A rule that thins out to both sides of a small star."""
    gold = palette.gold
    sides = [
        polygon([(x + side * 4, y - 0.16), (x + side * half, y), (x + side * 4, y + 0.16)], fill=gold)
        for side in (-1, 1)
    ]
    return Art((star(x, y, 1.5, gold), *sides))


def star(x: float, y: float, radius: float, colour: Colour) -> Shape:
    """A five-pointed star that stands on two points."""
    points = []
    for corner in range(10):
        reach = radius if corner % 2 == 0 else radius * 0.42
        angle = corner * pi / 5
        points.append((x + reach * sin(angle), y - reach * cos(angle)))
    return polygon(points, fill=colour)


def _slope(curve: Curve, at: float) -> Point:
    (x1, y1), (x2, y2) = curve(at - _NUDGE), curve(at + _NUDGE)
    return (x2 - x1) / (2 * _NUDGE), (y2 - y1) / (2 * _NUDGE)


def _border(size: PageSize, inset: float, pen: Pen) -> Shape:
    return rect(inset, inset, size.width - 2 * inset, size.height - 2 * inset, pen=pen)


def _rounded_rectangle(size: PageSize, *, inset: float, radius: float) -> Curve:
    """The rectangle by length of its outline, from the top left corner's end, clockwise."""
    wide, high = size.width - 2 * inset - 2 * radius, size.height - 2 * inset - 2 * radius
    arc = radius * pi / 2
    sides = [
        (wide, inset + radius, inset, 1.0, 0.0),
        (high, size.width - inset, inset + radius, 0.0, 1.0),
        (wide, size.width - inset - radius, size.height - inset, -1.0, 0.0),
        (high, inset, size.height - inset - radius, 0.0, -1.0),
    ]
    whole = 2 * (wide + high) + 4 * arc

    def at(share: float) -> Point:
        left = share % 1 * whole
        for length, x, y, dx, dy in sides:
            if left <= length:
                return x + dx * left, y + dy * left
            left -= length
            if left <= arc:
                turn = left / radius
                ahead, aside = radius * sin(turn), radius * (1 - cos(turn))
                return x + dx * (length + ahead) - dy * aside, y + dy * (length + ahead) + dx * aside
            left -= arc
        return sides[0][1], sides[0][2]

    return at


def _wave(along: Curve, *, waves: int, height: float, phase: float) -> Curve:
    def at(share: float) -> Point:
        x, y = along(share)
        dx, dy = _slope(along, share)
        length = hypot(dx, dy)
        off = height * sin(tau * (waves * share + phase))
        return x - dy / length * off, y + dx / length * off

    return at


def _petals(x: float, y: float, radius: float, turn: int) -> Curve:
    def at(share: float) -> Point:
        angle = tau * share
        reach = radius * (0.63 + 0.37 * cos(18 * angle + tau * turn / 10))
        return x + reach * cos(angle), y + reach * sin(angle)

    return at


def _corner(x: float, y: float, palette: Palette) -> Iterator[Shape]:
    ink, gold, paper = palette
    yield rect(x - 5.6, y - 5.6, 11.2, 11.2, fill=paper, pen=Pen(gold, 0.3))

    def knot(turn: int) -> Curve:
        def at(share: float) -> Point:
            angle = tau * share
            reach = 4.6 * (0.62 + 0.38 * cos(8 * angle + tau * turn / 6))
            return x + reach * cos(angle), y + reach * sin(angle)

        return at

    for turn in range(6):
        yield Shape(closed(knot(turn), 64), pen=Pen(gold if turn % 2 else ink, 0.09))
    yield circle(x, y, 1.15, fill=paper, pen=Pen(gold, 0.2))
    yield star(x, y, 0.85, ink)
