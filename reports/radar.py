"""A radar: a result on each of several axes beside the median of the group; a picture of a table that stands near it."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import cos, pi, sin

from contest.mistakes import Say
from reports.charts import Bullet
from reports.flow import Block
from reports.marks import Mark, Pen, Point, Text, circle, polygon, told, write
from reports.numbers import percent
from reports.paper import WIDTH
from reports.theme import BODY, GREEN, GREY, INK, NAVY, RULE, WHITE
from reports.typography import balanced, measured, tidy

LEAST, MOST = 3, 12
"""How many axes it may have: two are a line, and more than a dozen a blot."""
_RADIUS = 41.0
_ROOM = 38.0
"""For a label, in mm."""


def radar(bullets: Sequence[Bullet], say: Say) -> Block:
    """The profile of those that have a result; the first axis points up, the others follow clockwise."""
    x, y = WIDTH / 2, _RADIUS + 13
    turns = [2 * pi * index / len(bullets) for index in range(len(bullets))]
    own = [_at(x, y, turn, each.value or Fraction(0)) for turn, each in zip(turns, bullets, strict=True)]
    marks: list[Mark] = [
        polygon(own, fill=GREEN.tint(0.2, WHITE)),
        *(circle(x, y, _RADIUS * share / 4, pen=Pen(RULE, 0.15)) for share in range(1, 5)),
        *(polygon([(x, y), _at(x, y, turn, Fraction(100))], pen=Pen(RULE, 0.15)) for turn in turns),
    ]
    marks.append(polygon(own, pen=Pen(GREEN, 0.5)))
    if all(each.median is not None for each in bullets):
        peers = [
            _at(x, y, turn, each.median or Fraction(0)) for turn, each in zip(turns, bullets, strict=True)
        ]
        marks.append(polygon(peers, pen=Pen(NAVY, 0.4, (1.6, 1.1))))
    marks += [circle(*point, 0.8, fill=GREEN) for point in own]
    for turn, each in zip(turns, bullets, strict=True):
        marks += _label(each.label, x, y, turn)
    marks += _scale(x, y)
    return Block(2 * _RADIUS + 26, (told("Figure", *marks, alt=_told(bullets, say)),), gap=4)


def _at(x: float, y: float, turn: float, share: Fraction) -> Point:
    reach = _RADIUS * float(share) / 100
    return x + reach * sin(turn), y - reach * cos(turn)


def _label(text: str, x: float, y: float, turn: float) -> list[Text]:
    """Beside the end of its axis: centred above and below, set away from the circle at its sides."""
    lines = balanced(tidy(text), measured(BODY, 8.5), _ROOM)
    aside = sin(turn)
    at_x, at_y = x + _RADIUS * 1.08 * aside, y - _RADIUS * 1.08 * cos(turn)
    high = 3.6 * len(lines)
    first = at_y + 2.6 - high / 2 - cos(turn) * high / 2
    align = "centre" if abs(aside) < 0.25 else "left" if aside > 0 else "right"
    return [
        write(line, at_x, first + 3.6 * index, face=BODY, size=8.5, colour=INK, align=align)  # type: ignore[arg-type] # one of three words
        for index, line in enumerate(lines)
    ]


def _scale(x: float, y: float) -> list[Text]:
    return [
        write(str(share), x + 0.8, y - _RADIUS * share / 100 + 2.4, face=BODY, size=6, colour=GREY)
        for share in (50, 100)
    ]


def _told(bullets: Sequence[Bullet], say: Say) -> str:
    """The numbers in one sentence."""
    parts = []
    for each in bullets:
        value = say("chart-no-result") if each.value is None else percent(say, each.value)
        if each.median is None:
            parts.append(say("radar-value", label=each.label, value=value))
        else:
            parts.append(
                say("radar-compared", label=each.label, value=value, median=percent(say, each.median))
            )
    return say("radar-alt", parts="; ".join(parts))
