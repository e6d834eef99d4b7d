"""The engraving of a diploma: guilloche band, rosettes, seal. Pure geometry, drawn once and shared.

Fine lines are Bézier curves through a parametric curve: a handle is a third of the derivative times the step, so that
five pieces a wave look smooth at any magnification.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from math import cos, hypot, pi, sin, tau

from reports import fonts
from reports.fonts import Face, Step
from reports.marks import Art, Pen, Shape, circle, line, polygon, rect
from reports.theme import GOLD, IVORY, LIGHT_GOLD, NAVY, Colour, PageSize

Point = tuple[float, float]
Curve = Callable[[float], Point]
"""A closed curve: a parameter of 0 to 1 -> a point in mm."""

_NUDGE = 1e-5
_CARVED = Face.SERIF_SEMIBOLD


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
def frame(size: PageSize) -> Art:
    """Rules and guilloche along the edges; everything keeps 7 mm from the edge, where office printers cannot print."""
    gold, navy = Pen(GOLD, 0.11), Pen(NAVY, 0.07)
    along = _rounded_rectangle(size, inset=13.2, radius=5)
    shapes = [
        rect(0, 0, size.width, size.height, fill=IVORY),
        *(
            Shape(closed(_wave(along, waves=88, height=3.1, phase=index / 9), 440), pen=gold)
            for index in range(9)
        ),
        *(
            Shape(closed(_wave(along, waves=176, height=1.9, phase=index / 3), 704), pen=navy)
            for index in range(3)
        ),
        _border(size, 7.4, Pen(GOLD, 0.6)),
        _border(size, 8.5, Pen(GOLD, 0.18)),
        _border(size, 17.8, Pen(NAVY, 0.55)),
        _border(size, 18.7, Pen(GOLD, 0.15)),
    ]
    for x in (13.2, size.width - 13.2):
        for y in (13.2, size.height - 13.2):
            shapes.extend(_corner(x, y))
    return Art(tuple(shapes))


@cache
def rosette(x: float, y: float, radius: float) -> Art:
    """A wide rosette to lie behind the text: never darker than a fifth of its ink."""
    pen = Pen(LIGHT_GOLD.tint(0.34, IVORY), 0.1)
    return Art(tuple(Shape(closed(_petals(x, y, radius, turn), 288), pen=pen) for turn in range(10)))


@cache
def seal(x: float, y: float, radius: float, title: str, year: str) -> Art:
    """The seal: a scalloped gold rim that catches light, a navy disc, lettering around laurel and a star."""
    shapes = [
        *_rim(x, y, radius),
        circle(x, y, radius * 0.86, pen=Pen(GOLD.tint(0.6, NAVY), 0.35), fill=LIGHT_GOLD.tint(0.8, IVORY)),
        circle(x, y, radius * 0.82, fill=NAVY),
        circle(x, y, radius * 0.79, pen=Pen(LIGHT_GOLD, 0.15)),
        circle(x, y, radius * 0.55, pen=Pen(LIGHT_GOLD, 0.15)),
        *_lettered(x, y, radius * 0.61, title, year),
        *_laurel(x, y, radius * 0.37),
        star(x, y - radius * 0.02, radius * 0.2, LIGHT_GOLD),
    ]
    return Art(tuple(shapes))


@cache
def divider(x: float, y: float, half: float) -> Art:
    """A rule that thins out to both sides of a small star."""
    sides = [
        polygon([(x + side * 4, y - 0.16), (x + side * half, y), (x + side * 4, y + 0.16)], fill=GOLD)
        for side in (-1, 1)
    ]
    return Art((star(x, y, 1.5, GOLD), *sides))


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


def _corner(x: float, y: float) -> Iterator[Shape]:
    yield rect(x - 5.6, y - 5.6, 11.2, 11.2, fill=IVORY, pen=Pen(GOLD, 0.3))

    def knot(turn: int) -> Curve:
        def at(share: float) -> Point:
            angle = tau * share
            reach = 4.6 * (0.62 + 0.38 * cos(8 * angle + tau * turn / 6))
            return x + reach * cos(angle), y + reach * sin(angle)

        return at

    for turn in range(6):
        yield Shape(closed(knot(turn), 64), pen=Pen(GOLD if turn % 2 else NAVY, 0.09))
    yield circle(x, y, 1.15, fill=IVORY, pen=Pen(GOLD, 0.2))
    yield star(x, y, 0.85, NAVY)


def _rim(x: float, y: float, radius: float) -> Iterator[Shape]:
    """Sectors of a scalloped disc, each lit by its angle: metal without a gradient."""
    teeth, sectors = 48, 192

    def edge(angle: float) -> Point:
        reach = radius * (0.965 + 0.035 * abs(cos(angle * teeth / 2)))
        return x + reach * cos(angle), y + reach * sin(angle)

    yield polygon([edge(tau * step / 768) for step in range(768)], fill=GOLD)
    for sector in range(sectors):
        start = tau * sector / sectors
        light = 0.5 + 0.5 * cos(3 * start + 0.9)
        shine = GOLD.tint(1 - light, LIGHT_GOLD.tint(0.72, IVORY))
        # each a little into the next, so that no hairline of the ground shows between two
        points = [edge(start + tau / sectors * 1.35 * step / 6) for step in range(7)]
        yield polygon([(x, y), *points], fill=shine)


def _lettered(x: float, y: float, radius: float, title: str, year: str) -> Iterator[Shape]:
    """The title over the top with its feet to the centre, the year below it with its head to the centre."""
    size = radius * 0.2 / (fonts.cut(_CARVED).cap_height / 1000)
    size = min(size, radius * tau * 0.6 / _run(title, 1, 0.16))
    yield from _arc(title, x, y, size=size, radius=radius, below=False)
    yield from _arc(year, x, y, size=size, radius=radius, below=True)
    half_title, half_year = _run(title, size, 0.16) / radius / 2, _run(year, size, 0.16) / radius / 2
    aside = (half_title + pi - half_year) / 2
    middle = radius + radius * 0.09
    for side in (-1, 1):
        yield star(x + side * middle * sin(aside), y - middle * cos(aside), radius * 0.075, LIGHT_GOLD)


def _run(text: str, size: float, track: float) -> float:
    """The length of lettering along its circle."""
    return sum(fonts.outline(letter, _CARVED)[1] + track for letter in text) * size - track * size


def _arc(text: str, x: float, y: float, *, size: float, radius: float, below: bool) -> Iterator[Shape]:
    """One line around the circle, centred at its top or at its bottom."""
    face_up = -1 if below else 1
    # below, letters stand on the outer edge of the ring, so that both lines keep to the same band
    base = radius + fonts.cut(_CARVED).cap_height / 1000 * size if below else radius
    angle = -_run(text, size, 0.16) / radius / 2
    for letter in text:
        steps, advance = fonts.outline(letter, _CARVED)
        middle = angle + advance * size / radius / 2
        turned = _turned(steps, middle, advance=advance * size, size=size, base=base, face_up=face_up)
        if turned:
            yield Shape(tuple((kind, _shift(values, x, y)) for kind, values in turned), fill=LIGHT_GOLD)
        angle += (advance + 0.16) * size / radius


def _turned(
    steps: tuple[Step, ...], angle: float, *, advance: float, size: float, base: float, face_up: int
) -> tuple[Step, ...]:
    """A letter's contour laid on the circle at an angle from its top (or, below, from its bottom)."""

    def place(values: tuple[float, ...]) -> tuple[float, ...]:
        placed: list[float] = []
        for across, up in zip(values[::2], values[1::2], strict=True):
            aside, out = across * size - advance / 2, base + face_up * up * size
            placed += [
                out * sin(angle) + aside * cos(angle),
                aside * sin(angle) * face_up - face_up * out * cos(angle),
            ]
        return tuple(placed)

    return tuple((kind, place(values)) for kind, values in steps)


def _shift(values: tuple[float, ...], x: float, y: float) -> tuple[float, ...]:
    return tuple(value + (y if odd % 2 else x) for odd, value in enumerate(values))


def _laurel(x: float, y: float, radius: float) -> Iterator[Shape]:
    """Two branches that rise from below and leave the top open, a pair of leaves at each node."""
    for side in (-1, 1):
        stem = [_on_branch(x, y, radius, 0.1 + step * 0.1, side=side) for step in range(24)]
        for start, end in pairwise(stem):
            yield line(*start, *end, pen=Pen(LIGHT_GOLD, radius * 0.03))
        for node in range(8):
            turn = 0.22 + node * 0.29
            foot = _on_branch(x, y, radius, turn, side=side)
            for lean in (0.5, -0.42):
                # along the branch: upwards on the outside of the circle, then leaning out or in
                heading = turn + lean
                ahead = (side * cos(heading), -sin(heading))
                yield _leaf(foot, ahead, radius * (0.36 - 0.012 * node))


def _on_branch(x: float, y: float, radius: float, turn: float, *, side: int) -> Point:
    """The point of a branch at an angle from the bottom of the circle."""
    return x + side * radius * sin(turn), y + radius * cos(turn)


def _leaf(foot: Point, ahead: Point, length: float) -> Shape:
    (x, y), (dx, dy) = foot, ahead
    belly = length * 0.2
    tip = (x + dx * length, y + dy * length)
    left = (x + dx * length * 0.45 - dy * belly, y + dy * length * 0.45 + dx * belly)
    right = (x + dx * length * 0.45 + dy * belly, y + dy * length * 0.45 - dx * belly)
    return Shape(
        (("M", foot), ("C", (*left, *left, *tip)), ("C", (*right, *right, *foot)), ("Z", ())), fill=LIGHT_GOLD
    )
