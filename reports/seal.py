"""The seal of a diploma: a scalloped gold rim, lettering on a circle, and at its heart laurel and a star or the emblem.

All of it is outlines, no text.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from math import cos, pi, sin, tau

from reports import fonts
from reports.fonts import Face, Step
from reports.marks import Art, Pen, Point, Shape, circle, line, polygon
from reports.ornament import star
from reports.theme import Colour, Palette, legible

_CARVED = Face.SERIF_SEMIBOLD
_TRACK = 0.16
"""Between the letters on the circle, in type sizes."""
HEART = 0.55
"""The radius of the inner disc, in radii of the seal."""


@cache
def seal(
    x: float, y: float, radius: float, title: str, year: str, *, look: Palette, open_heart: bool = False
) -> Art:
    """The seal around laurel and a star, or with an open heart of paper for an emblem."""
    light = legible(look.light_gold, look.ink, 3)
    shapes = [
        *_rim(x, y, radius, look),
        circle(
            x,
            y,
            radius * 0.86,
            pen=Pen(look.gold.tint(0.6, look.ink), 0.35),
            fill=light.tint(0.8, look.paper),
        ),
        circle(x, y, radius * 0.82, fill=look.ink),
        circle(x, y, radius * 0.79, pen=Pen(light, 0.15)),
        circle(x, y, radius * HEART, fill=look.paper if open_heart else None, pen=Pen(light, 0.15)),
        *_lettered(x, y, radius * 0.61, title, year, light),
    ]
    if not open_heart:
        shapes += [*_laurel(x, y, radius * 0.37, light), star(x, y - radius * 0.02, radius * 0.2, light)]
    return Art(tuple(shapes))


def _rim(x: float, y: float, radius: float, look: Palette) -> Iterator[Shape]:
    """Sectors of a scalloped disc, each lit by its angle: metal without a gradient."""
    teeth, sectors = 48, 192

    def edge(angle: float) -> Point:
        reach = radius * (0.965 + 0.035 * abs(cos(angle * teeth / 2)))
        return x + reach * cos(angle), y + reach * sin(angle)

    yield polygon([edge(tau * step / 768) for step in range(768)], fill=look.gold)
    for sector in range(sectors):
        start = tau * sector / sectors
        light = 0.5 + 0.5 * cos(3 * start + 0.9)
        shine = look.gold.tint(1 - light, look.light_gold.tint(0.72, look.paper))
        # each a little into the next, so that no hairline of the ground shows between two
        points = [edge(start + tau / sectors * 1.35 * step / 6) for step in range(7)]
        yield polygon([(x, y), *points], fill=shine)


def _lettered(x: float, y: float, radius: float, title: str, year: str, light: Colour) -> Iterator[Shape]:
    """The title over the top with its feet to the centre, the year below it with its head to the centre."""
    size = radius * 0.2 / (fonts.cut(_CARVED).cap_height / 1000)
    size = min(size, radius * tau * 0.6 / _run(title, 1, _TRACK))
    yield from _arc(title, x, y, size=size, radius=radius, light=light, below=False)
    yield from _arc(year, x, y, size=size, radius=radius, light=light, below=True)
    half_title, half_year = _run(title, size, _TRACK) / radius / 2, _run(year, size, _TRACK) / radius / 2
    aside = (half_title + pi - half_year) / 2
    middle = radius + radius * 0.09
    for side in (-1, 1):
        yield star(x + side * middle * sin(aside), y - middle * cos(aside), radius * 0.075, light)


def _run(text: str, size: float, track: float) -> float:
    """The length of lettering along its circle."""
    return sum(fonts.outline(letter, _CARVED)[1] + track for letter in text) * size - track * size


def _arc(
    text: str, x: float, y: float, *, size: float, radius: float, light: Colour, below: bool
) -> Iterator[Shape]:
    """One line around the circle, centred at its top or at its bottom."""
    face_up = -1 if below else 1
    # below, letters stand on the outer edge of the ring, so that both lines keep to the same band
    base = radius + fonts.cut(_CARVED).cap_height / 1000 * size if below else radius
    angle = -_run(text, size, _TRACK) / radius / 2
    for letter in text:
        steps, advance = fonts.outline(letter, _CARVED)
        middle = angle + advance * size / radius / 2
        turned = _turned(steps, middle, advance=advance * size, size=size, base=base, face_up=face_up)
        if turned:
            yield Shape(tuple((kind, _shift(values, x, y)) for kind, values in turned), fill=light)
        angle += (advance + _TRACK) * size / radius


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


def _laurel(x: float, y: float, radius: float, light: Colour) -> Iterator[Shape]:
    """Two branches that rise from below and leave the top open, a pair of leaves at each node."""
    for side in (-1, 1):
        stem = [_on_branch(x, y, radius, 0.1 + step * 0.1, side=side) for step in range(24)]
        for start, end in pairwise(stem):
            yield line(*start, *end, pen=Pen(light, radius * 0.03))
        for node in range(8):
            turn = 0.22 + node * 0.29
            foot = _on_branch(x, y, radius, turn, side=side)
            for lean in (0.5, -0.42):
                # along the branch: upwards on the outside of the circle, then leaning out or in
                heading = turn + lean
                ahead = (side * cos(heading), -sin(heading))
                yield _leaf(foot, ahead, radius * (0.36 - 0.012 * node), light)


def _on_branch(x: float, y: float, radius: float, turn: float, *, side: int) -> Point:
    """The point of a branch at an angle from the bottom of the circle."""
    return x + side * radius * sin(turn), y + radius * cos(turn)


def _leaf(foot: Point, ahead: Point, length: float, light: Colour) -> Shape:
    (x, y), (dx, dy) = foot, ahead
    belly = length * 0.2
    tip = (x + dx * length, y + dy * length)
    left = (x + dx * length * 0.45 - dy * belly, y + dy * length * 0.45 + dx * belly)
    right = (x + dx * length * 0.45 + dy * belly, y + dy * length * 0.45 - dx * belly)
    return Shape(
        (("M", foot), ("C", (*left, *left, *tip)), ("C", (*right, *right, *foot)), ("Z", ())), fill=light
    )
