"""Bullet charts: a bar on a pale track, a tick at the group's median, the middle half of the group as a band, and words.

A chart is a table whose bars are its ornament: numbers and differences stand beside them as text, so colour and length
are never the only sign and nothing is lost to somebody who does not see it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from contest.mistakes import Say
from reports.flow import Block
from reports.marks import Align, Mark, Node, Part, Pen, inks, line, moved, rect, write
from reports.numbers import percent, points
from reports.paper import lines
from reports.theme import AMBER, BAND, BODY, GREEN, GREY, INK, MIST, NAVY, STRONG, WHITE, Colour
from reports.typography import measured, tidy, wrapped

_LABELS, _TRACK, _LONG = 53.0, 56.0, 52.0
"""In mm: the width of labels, where the tracks start, how long they are."""
_VALUES, _MEDIANS, _WORDS = 127.0, 143.0, 174.0
"""In mm: where values, medians and words end; all are set from the right."""


@dataclass(frozen=True, slots=True)
class Bullet:
    """One row: a result in percent beside the median of its peers; None where there is none or it is not shown."""

    label: str
    value: Fraction | None
    median: Fraction | None
    middle: tuple[Fraction, Fraction] | None = None
    """The first and the third quartile of the peers, where they may be shown."""

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


def chart(bullets: Sequence[Bullet], say: Say, *, of: str) -> tuple[Block, ...]:
    """The headings and a row a bullet; `of` heads the labels. Rows may part over pages, the headings are repeated there."""
    table = Node("Table")
    head = _head(say, of, table)
    return (head, *(_row(bullet, say, table, head) for bullet in bullets))


def _head(say: Say, of: str, table: Node) -> Block:
    """The titles of the columns with a sample of bar and tick, and the scale over the tracks."""
    row = Node("TR", table)
    titles: list[tuple[str, float, Align]] = [
        (of, 0, "left"),
        (say("chart-own"), _VALUES, "right"),
        (say("chart-median"), _MEDIANS, "right"),
        (say("chart-difference"), _WORDS, "right"),
    ]
    written = [write(text, x, 4, face=BODY, size=7.5, colour=GREY, align=align) for text, x, align in titles]
    heads = [Part(Node("TH", row, scope="Column"), (each,)) for each in written]
    own, median = written[1], written[2]
    marks: list[Mark] = [
        heads[0],
        rect(own.x - 5, 2.2, 4, 1.8, fill=GREEN),
        rect(median.x - 1.9, 1.1, 0.7, 3.8, fill=NAVY),
    ]
    for share in (0, 50, 100):
        at = _TRACK + _LONG * share / 100
        marks.append(write(str(share), at, 4, face=BODY, size=7, colour=GREY, align="centre"))
        marks.append(line(at, 5, at, 6, pen=Pen(GREY, 0.15)))
    marks += heads[1:]
    return Block(6.8, tuple(marks), gap=2, keep=True)


def _row(bullet: Bullet, say: Say, table: Node, head: Block) -> Block:
    row = Node("TR", table)
    label = lines(
        wrapped(tidy(bullet.label), measured(BODY, 8.5), _LABELS),
        face=BODY,
        size=8.5,
        colour=INK,
        leading=1.22,
    )
    height = max(label.height + 2.4, 8.2)
    middle = height / 2
    named = tuple(inks(moved(mark, 0, middle - label.height / 2) for mark in label.marks))
    marks: list[Mark] = [*_bar(bullet, middle), Part(Node("TH", row, scope="Row"), named)]
    said = say("chart-no-result") if bullet.value is None else percent(say, bullet.value)
    median = say("chart-no-median") if bullet.median is None else percent(say, bullet.median)
    for text, x, face, size, colour in (
        (said, _VALUES, STRONG, 9.0, INK),
        (median, _MEDIANS, BODY, 8.5, INK),
        (_compared(bullet, say), _WORDS, BODY, 8.5, _ink(bullet)),
    ):
        cell = write(text, x, middle + 1.1, face=face, size=size, colour=colour, align="right")
        marks.append(Part(Node("TD", row), (cell,)))
    return Block(height, tuple(marks), again=(head,))


def _bar(bullet: Bullet, middle: float) -> list[Mark]:
    marks: list[Mark] = [rect(_TRACK, middle - 2.3, _LONG, 4.6, fill=MIST)]
    if bullet.middle is not None:
        low, high = (_LONG * float(quartile) / 100 for quartile in bullet.middle)
        marks.append(rect(_TRACK + low, middle - 2.3, max(high - low, 0.3), 4.6, fill=BAND))
    if bullet.value:
        marks.append(rect(_TRACK, middle - 1.2, _LONG * float(bullet.value) / 100, 2.4, fill=_ink(bullet)))
    if bullet.median is not None:
        at = _TRACK + _LONG * float(bullet.median) / 100
        marks.append(rect(at - 0.45, middle - 2.9, 0.9, 5.8, fill=NAVY, pen=Pen(WHITE, 0.25)))
    return marks


def _ink(bullet: Bullet) -> Colour:
    if bullet.lead is None:
        return GREY
    return GREEN if bullet.lead >= 0 else AMBER


def _compared(bullet: Bullet, say: Say) -> str:
    """The difference in words: `7,3 p.p. powyżej`."""
    if bullet.lead is None:
        return say("chart-not-compared")
    if bullet.lead == 0:
        return say("chart-at-median")
    return say("chart-above" if bullet.lead > 0 else "chart-below", difference=points(say, abs(bullet.lead)))
