"""What other settings would do to one peer group, as a picture: places now on the left, then on the right, a line an entrant.

Direction is said by the line, its colour and a triangle with a number, so that colour is never the only sign.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from contest.mistakes import Say
from reports.marks import Mark, Pen, circle, line, polygon, write
from reports.pictures import LEFT, RIGHT, Screen, head, png, short
from reports.theme import BODY, STRONG, Colour
from reports.typography import tidy

_ROW = 7.6
_TOP = 33.0
_FROM, _TO = 61.0, 79.0
"""In mm: where a line begins and ends."""


@dataclass(frozen=True, slots=True)
class Row:
    """An entrant: its place now and then (None: none), and whether each comes with a licence."""

    name: str
    before: int | None
    after: int | None
    licensed: tuple[bool, bool]


def shifts(title: str, subtitle: str, rows: Sequence[Row], say: Say, *, screen: Screen) -> bytes:
    """The picture as a PNG; rows in the order of the places now."""
    marks = head(tidy(title), short(tidy(subtitle), 10, RIGHT - LEFT), screen)
    y = _TOP - 5.5
    marks.append(write(say("picture-now"), LEFT, y, face=STRONG, size=9, colour=screen.soft))
    then_ = write(say("picture-then"), RIGHT, y, face=STRONG, size=9, colour=screen.soft, align="right")
    marks.append(then_)
    last = len(rows) + max((each.before or each.after or 0 for each in rows), default=0) + 1
    then = sorted(range(len(rows)), key=lambda index: (rows[index].after or last, index))
    lines, texts = [], []
    for index, each in enumerate(rows):
        left, right = _TOP + _ROW * index, _TOP + _ROW * then.index(index)
        lines.append(line(_FROM, left, _TO, right, pen=Pen(_colour(each, screen), 0.7)))
        texts += [*_now(each, left, screen), *_then(each, right, screen)]
    low = _TOP + _ROW * len(rows)
    return png([*marks, *lines, *texts, *_legend(low, say, screen)], low + 8, screen)


def _now(each: Row, y: float, screen: Screen) -> list[Mark]:
    number = f"{each.before}." if each.before else "–"
    name = short(tidy(each.name), 10.5, _FROM - LEFT - 11)
    return [
        write(number, LEFT, y + 1.3, face=STRONG, size=10.5, colour=screen.accent),
        write(name, LEFT + 8, y + 1.3, face=BODY, size=10.5, colour=screen.ink),
        _dot(_FROM, y, screen, licensed=each.licensed[0]),
    ]


def _then(each: Row, y: float, screen: Screen) -> list[Mark]:
    number = f"{each.after}." if each.after else "–"
    marks: list[Mark] = [
        _dot(_TO, y, screen, licensed=each.licensed[1]),
        write(number, _TO + 3, y + 1.3, face=STRONG, size=10.5, colour=screen.ink),
    ]
    if each.before and each.after and each.before != each.after:
        up = each.after < each.before
        x, tip, base = RIGHT - 5.2, y + (-1 if up else 1), y + (1 if up else -1)
        marks += [
            polygon([(x - 1.1, base), (x + 1.1, base), (x, tip)], fill=_colour(each, screen)),
            write(
                str(abs(each.before - each.after)), x + 1.8, y + 1.1, face=BODY, size=9, colour=screen.soft
            ),
        ]
    return marks


def _dot(x: float, y: float, screen: Screen, *, licensed: bool) -> Mark:
    fill = screen.accent if licensed else screen.ground
    return circle(x, y, 1.2, fill=fill, pen=Pen(screen.accent, 0.35))


def _colour(each: Row, screen: Screen) -> Colour:
    before, after = each.before or 10**9, each.after or 10**9
    return screen.soft if before == after else screen.done if after < before else screen.waiting


def _legend(y: float, say: Say, screen: Screen) -> list[Mark]:
    """What the dots and the colours are, in one line."""
    marks: list[Mark] = [
        _dot(LEFT + 1.2, y + 1, screen, licensed=True),
        write(say("picture-licensed"), LEFT + 4, y + 2.1, face=BODY, size=8.5, colour=screen.soft),
    ]
    x = LEFT + 46.0
    for colour, phrase in ((screen.done, "picture-up"), (screen.waiting, "picture-down")):
        text = write(say(phrase), x + 6, y + 2.1, face=BODY, size=8.5, colour=screen.soft)
        marks += [line(x, y + 1, x + 4.5, y + 1, pen=Pen(colour, 0.7)), text]
        x = text.x + text.width + 4
    return marks
