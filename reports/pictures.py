"""Pictures for the chat, drawn by the same layer as the documents: wide enough for a phone, in light and in dark.

A picture never says more than the text that goes with it; whoever does not see it reads that.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from fractions import Fraction
from io import BytesIO

import pypdfium2

from contest.mistakes import Say
from reports import drawing
from reports.marks import Mark, Page, Pen, circle, line, moved, rect, write
from reports.metadata import Cover
from reports.numbers import percent
from reports.theme import BODY, STRONG, TITLE, Colour, PageSize
from reports.typography import measured, tidy

_WIDE = 100.0
"""In mm; at `_DPI` it is 1,063 pixels, and text of 11 pt is as large as a message's."""
_DPI = 270
LEFT, RIGHT = 7.0, _WIDE - 7.0
_ROW = 11.0
_LINE = 7.4
_NAMES = 42.0
"""In mm: what a name beside a bar may take."""


@dataclass(frozen=True, slots=True)
class Screen:
    """The colours of a picture: every text keeps a contrast of at least 4.5 on the ground."""

    ground: Colour
    ink: Colour
    soft: Colour
    track: Colour
    done: Colour
    waiting: Colour
    accent: Colour


LIGHT = Screen(
    Colour(255, 255, 255),
    Colour(20, 38, 74),
    Colour(88, 94, 106),
    Colour(229, 232, 238),
    Colour(22, 101, 82),
    Colour(196, 152, 62),
    Colour(138, 103, 32),
)
DARK = Screen(
    Colour(23, 30, 44),
    Colour(236, 239, 246),
    Colour(166, 174, 190),
    Colour(52, 61, 80),
    Colour(96, 200, 164),
    Colour(214, 176, 96),
    Colour(226, 192, 120),
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """How far one channel is: contacts that are planned, in the jurors' hands or waiting for a verdict, and approved."""

    title: str
    planned: int
    waiting: int
    approved: int


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a ranking; `award` is said by a dot."""

    place: int
    name: str
    points: Fraction
    award: bool = False


def progress(title: str, stretches: Sequence[Stretch], say: Say, *, screen: Screen) -> bytes:
    """How far the collection is, as a PNG: a bar a channel, and the whole."""
    marks = head(tidy(title), say("picture-progress"), screen)
    y = 27.0
    for each in (total(stretches, say), *stretches):
        marks += [moved(mark, 0, y) for mark in _stretch(each, say, screen)]
        y += _ROW + 1
    return png([*marks, *legend(y, say, screen)], y + 9, screen)


def bars(title: str, subtitle: str, stretches: Sequence[Stretch], say: Say, *, screen: Screen) -> bytes:
    """The same by region or by juror, many in one picture: a line each, its bar between name and number."""
    y = 26.0 + _LINE * len(stretches)
    marks = [*head(tidy(title), tidy(subtitle), screen), *_bars(stretches, 26.0, say, screen)]
    return png([*marks, *legend(y + 2, say, screen)], y + 11, screen)


def total(stretches: Sequence[Stretch], say: Say) -> Stretch:
    """The whole of which these are parts."""
    return Stretch(
        say("picture-whole"),
        sum(each.planned for each in stretches),
        sum(each.waiting for each in stretches),
        sum(each.approved for each in stretches),
    )


def legend(y: float, say: Say, screen: Screen) -> list[Mark]:
    """What the colours of the bars are, in one line."""
    marks: list[Mark] = []
    known = (
        (screen.done, "picture-approved"),
        (screen.waiting, "picture-waiting"),
        (screen.track, "picture-left"),
    )
    x = LEFT
    for colour, phrase in known:
        text = write(say(phrase), x + 5, y + 3, face=BODY, size=8.5, colour=screen.soft)
        marks += [rect(x, y + 0.2, 3.4, 3.4, fill=colour), text]
        x = text.x + text.width + 5
    return marks


def standings(title: str, group: str, lines: Sequence[Line], say: Say, *, screen: Screen) -> bytes:
    """The top of a peer group as a PNG; the order and the numbers are those of the ranking."""
    marks = head(tidy(title), tidy(group), screen)
    y = 27.0
    for each in lines:
        marks += [moved(mark, 0, y) for mark in _line(each, say, screen)]
        y += _ROW
    if not lines:
        marks.append(write(say("standings-nobody"), LEFT, y + 4, face=BODY, size=10, colour=screen.soft))
        y += _ROW
    if any(each.award for each in lines):
        marks.append(write(say("picture-award"), LEFT, y + 3, face=BODY, size=8.5, colour=screen.accent))
        y += 5
    return png(marks, y + 4, screen)


def head(title: str, subtitle: str, screen: Screen) -> list[Mark]:
    return [
        write(short(title, 15, RIGHT - LEFT), LEFT, 12, face=TITLE, size=15, colour=screen.ink),
        write(subtitle, LEFT, 18.5, face=BODY, size=10, colour=screen.soft),
        line(LEFT, 22, RIGHT, 22, pen=Pen(screen.track, 0.4)),
    ]


def _stretch(each: Stretch, say: Say, screen: Screen) -> list[Mark]:
    value = say("picture-of", approved=each.approved, planned=each.planned)
    return [
        write(tidy(each.title), LEFT, 3.6, face=BODY, size=10.5, colour=screen.ink),
        write(value, RIGHT, 3.6, face=STRONG, size=10.5, colour=screen.ink, align="right"),
        *_track(each, LEFT, RIGHT - LEFT, 5.4, 3.2, screen),
    ]


def _bars(stretches: Sequence[Stretch], y: float, say: Say, screen: Screen) -> list[Mark]:
    """A line each; names and numbers take what they need, and the bars have the rest."""
    names = [
        write(short(tidy(each.title), 10.5, _NAMES), LEFT, 3.8, face=BODY, size=10.5, colour=screen.ink)
        for each in stretches
    ]
    values = [
        write(
            say("picture-of", approved=each.approved, planned=each.planned),
            RIGHT,
            3.8,
            face=STRONG,
            size=10.5,
            colour=screen.ink,
            align="right",
        )
        for each in stretches
    ]
    start = LEFT + max((name.width for name in names), default=0) + 3
    long = RIGHT - max((value.width for value in values), default=0) - 3 - start
    marks: list[Mark] = []
    for each, name, value in zip(stretches, names, values, strict=True):
        marks += [moved(mark, 0, y) for mark in (name, value, *_track(each, start, long, 1.2, 3.0, screen))]
        y += _LINE
    return marks


def _track(each: Stretch, x: float, long: float, y: float, high: float, screen: Screen) -> list[Mark]:
    """Approved on top of what is under way on top of what is planned."""
    whole, round_ = max(each.planned, 1), high / 2
    done = long * min(each.approved, whole) / whole
    taken = long * min(each.approved + each.waiting, whole) / whole
    marks: list[Mark] = [rect(x, y, long, high, fill=screen.track, radius=round_)]
    if taken > done:
        marks.append(rect(x, y, taken, high, fill=screen.waiting, radius=min(round_, taken / 2)))
    if done:
        marks.append(rect(x, y, done, high, fill=screen.done, radius=min(round_, done / 2)))
    return marks


def _line(each: Line, say: Say, screen: Screen) -> list[Mark]:
    value = write(percent(say, each.points), RIGHT, 4, face=STRONG, size=11, colour=screen.ink, align="right")
    room = value.x - LEFT - (16 if each.award else 13)
    name = write(short(tidy(each.name), 11, room), LEFT + 10, 4, face=BODY, size=11, colour=screen.ink)
    reach = (RIGHT - LEFT - 10) * float(each.points) / 100
    return [
        write(f"{each.place}.", LEFT, 4, face=STRONG, size=11, colour=screen.accent),
        name,
        *([circle(name.x + name.width + 2.4, 2.6, 0.9, fill=screen.accent)] if each.award else []),
        rect(LEFT + 10, 6, RIGHT - LEFT - 10, 1.4, fill=screen.track, radius=0.7),
        rect(LEFT + 10, 6, max(reach, 1.4), 1.4, fill=screen.done, radius=0.7),
        value,
    ]


def short(text: str, size: float, room: float) -> str:
    """The text, or as many of its letters as there is room for."""
    measure = measured(TITLE if size > 12 else BODY, size)
    kept = text
    while kept and measure(f"{kept}…" if kept != text else kept) > room:
        kept = kept[:-1].rstrip()
    return kept if kept == text else f"{kept}…"


def png(marks: Sequence[Mark], height: float, screen: Screen) -> bytes:
    size = PageSize(_WIDE, height)
    page = Page(size, (rect(0, 0, _WIDE, height, fill=screen.ground), *marks))
    cover = Cover("", "", "", "pl", datetime(2000, 1, 1, tzinfo=UTC))
    out = BytesIO()
    with pypdfium2.PdfDocument(drawing.pdf((page,), cover)) as document:
        document[0].render(scale=_DPI / 72).to_pil().save(out, "PNG", optimize=False)
    return out.getvalue()
