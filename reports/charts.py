"""Bullet charts: a bar on a pale track, a tick at the group's median, and the difference in words.

Colour is never the only sign: the number stands beside the bar and the difference is written out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from contest.mistakes import Say
from reports import fonts
from reports.flow import Block
from reports.marks import Mark, Pen, line, moved, rect, write
from reports.numbers import difference, percent
from reports.paper import lines
from reports.theme import AMBER, BODY, GREEN, GREY, INK, MIST, NAVY, STRONG, WHITE, Colour
from reports.typography import measured, tidy, wrapped

_LABELS, _TRACK, _LONG = 56.0, 60.0, 64.0
"""In mm: the width of labels, where the tracks start, how long they are."""
_VALUES, _WORDS = 140.0, 174.0
"""In mm: where values and words end; both are set from the right."""


@dataclass(frozen=True, slots=True)
class Bullet:
    """One row: a result in percent beside the median of its peers; None where there is none or it is not shown."""

    label: str
    value: Fraction | None
    median: Fraction | None

    @property
    def lead(self) -> Fraction | None:
        """How far above the median, in percentage points."""
        return None if self.value is None or self.median is None else self.value - self.median


def by_lead(bullets: Iterable[Bullet]) -> tuple[Bullet, ...]:
    """From the furthest above the median to the furthest below; those without a median last, in their own order."""
    kept = list(bullets)
    compared = [bullet for bullet in kept if bullet.lead is not None]
    rest = [bullet for bullet in kept if bullet.lead is None]
    return (*sorted(compared, key=lambda bullet: -(bullet.lead or 0)), *rest)


def chart(bullets: Sequence[Bullet], say: Say) -> tuple[Block, ...]:
    """The legend and a row a bullet; rows may part over pages, and the legend is repeated there."""
    key = legend(say)
    return (key, *(_row(bullet, say, key) for bullet in bullets))


def legend(say: Say) -> Block:
    """What bar and tick mean, and the scale over the tracks."""
    own, peers = say("chart-own"), say("chart-median")
    marks: list[Mark] = [
        rect(0, 2.2, 5, 1.8, fill=GREEN),
        write(own, 6.5, 4, face=BODY, size=7.5, colour=GREY),
    ]
    x = 6.5 + fonts.width(own, BODY, 7.5) + 5
    marks += [
        rect(x, 1.1, 0.7, 4, fill=NAVY),
        write(peers, x + 2.2, 4, face=BODY, size=7.5, colour=GREY),
    ]
    for share in (0, 50, 100):
        at = _TRACK + _LONG * share / 100
        marks.append(write(str(share), at, 4, face=BODY, size=7, colour=GREY, align="centre"))
        marks.append(line(at, 5, at, 6, pen=Pen(GREY, 0.15)))
    return Block(6.8, tuple(marks), gap=2, keep=True)


def _row(bullet: Bullet, say: Say, key: Block) -> Block:
    label = lines(
        wrapped(tidy(bullet.label), measured(BODY, 8.5), _LABELS),
        face=BODY,
        size=8.5,
        colour=INK,
        leading=1.22,
    )
    height = max(label.height + 2.4, 8.2)
    middle = height / 2
    marks: list[Mark] = [moved(mark, 0, middle - label.height / 2) for mark in label.marks]
    marks.append(rect(_TRACK, middle - 2.3, _LONG, 4.6, fill=MIST))
    if bullet.value:
        marks.append(rect(_TRACK, middle - 1.2, _LONG * float(bullet.value) / 100, 2.4, fill=_ink(bullet)))
    if bullet.median is not None:
        at = _TRACK + _LONG * float(bullet.median) / 100
        marks.append(rect(at - 0.45, middle - 2.9, 0.9, 5.8, fill=NAVY, pen=Pen(WHITE, 0.25)))
    said = say("chart-no-result") if bullet.value is None else percent(say, bullet.value)
    marks.append(write(said, _VALUES, middle + 1.15, face=STRONG, size=9, colour=INK, align="right"))
    words = _compared(bullet, say)
    marks.append(write(words, _WORDS, middle + 1.1, face=BODY, size=8, colour=_ink(bullet), align="right"))
    return Block(height, tuple(marks), again=(key,))


def _ink(bullet: Bullet) -> Colour:
    if bullet.lead is None:
        return GREY
    return GREEN if bullet.lead >= 0 else AMBER


def _compared(bullet: Bullet, say: Say) -> str:
    if bullet.lead is None:
        return say("chart-not-compared")
    if bullet.lead == 0:
        return say("chart-at-median")
    return say("chart-from-median", difference=difference(say, bullet.lead))
