"""The running order of the gala, for the screen: 16:9, from the licences up to the statuettes, a slide an announcement.

Who is nominated comes before who is chosen, and names in a list stand in the order of the alphabet: no slide says more than
has been announced when it is shown. Until the gala each slide says that it is not public.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, assert_never

from contest.mistakes import Say
from reports import ornament
from reports.fonts import MM_PER_POINT, Face
from reports.issued import Issued, filed
from reports.marks import Mark, Node, Page, Part, Text, rect, told, write
from reports.theme import (
    AWARD,
    BODY,
    CITATION,
    IVORY,
    LIGHT_GOLD,
    NAVY,
    STRONG,
    TITLE,
    Colour,
    PageSize,
    Palette,
)
from reports.typography import fitted, tidy

WIDE = PageSize(338.7, 190.5)
_NIGHT = Palette(IVORY, LIGHT_GOLD, NAVY)
_SOFT = IVORY.tint(0.72, NAVY)
_AXIS = WIDE.width / 2
_LEFT, _RIGHT = 34.0, WIDE.width - 34.0
_COLUMN = (_RIGHT - _LEFT - 12) / 2
_TOP, _HEAD, _ROW = 24.0, 22.0, 19.0
"""In mm: where a full list starts, what stands above its names besides the title's lines, the most a name is given."""
_SIZES = (28.0, 24.0, 21.0, 18.0, 15.0)
_ROWS = 8
A_SLIDE = 2 * _ROWS
"""Names on one slide."""


@dataclass(frozen=True, slots=True)
class Slide:
    """One announcement: an honour for one, or a list of names; `note` is a line below."""

    kind: Literal["opening", "list", "honour", "closing"]
    kicker: str
    title: str
    names: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Gala(Issued):
    """All slides in their order; `embargo` says until when they are not public, or nothing."""

    kicker = "gala-kicker"
    slides: tuple[Slide, ...]
    embargo: str = ""


def listed(kicker: str, title: str, names: Iterable[str]) -> Iterable[Slide]:
    """As many slides as the names need, about equally full."""
    every = tuple(names)
    parts = -(-len(every) // A_SLIDE)
    for part in range(parts):
        start, end = len(every) * part // parts, len(every) * (part + 1) // parts
        yield Slide("list", kicker, title, every[start:end])


def layout(gala: Gala, say: Say) -> tuple[Page, ...]:
    """The slides as plain values."""
    return tuple(
        Page(WIDE, (*_ground(each), *_said(each), *_foot(gala, say, number)))
        for number, each in enumerate(gala.slides, start=1)
    )


def draw(gala: Gala, say: Say, made_at: datetime) -> bytes:
    """The running order as a PDF."""
    return filed(gala, layout(gala, say), say, subject=gala.embargo, made_at=made_at)


def _ground(slide: Slide) -> list[Mark]:
    if slide.kind == "list":
        return [
            rect(0, 0, WIDE.width, WIDE.height, fill=NAVY),
            ornament.rosette(WIDE.width - 74, WIDE.height / 2, 74, _NIGHT),
            rect(0, 0, 6, WIDE.height, fill=LIGHT_GOLD),
        ]
    return [ornament.frame(WIDE, _NIGHT), ornament.rosette(_AXIS, WIDE.height / 2, 74, _NIGHT)]


def _said(slide: Slide) -> list[Mark]:
    match slide.kind:
        case "list":
            return _list(slide)
        case "opening" | "honour" | "closing":
            return _centred(slide)
        case _:
            assert_never(slide.kind)


def _centred(slide: Slide) -> list[Mark]:
    """Kicker, the name as large as it fits, a star, the note: on the middle of the slide."""
    name = fitted(tidy(slide.title), TITLE, width=262, sizes=(46, 42, 38, 34, 30, 26), most=3)
    note = fitted(tidy(slide.note), CITATION, width=230, sizes=(19, 17, 15), most=3)
    step, below = name.size * 1.16 * MM_PER_POINT, note.size * 1.4 * MM_PER_POINT
    height = step * len(name.lines) + 14 + below * len(note.lines)
    top = (WIDE.height - height) / 2 + 4
    kicker = fitted(tidy(slide.kicker), AWARD, width=262, sizes=(24, 21, 18), most=1)
    marks: list[Mark] = [
        told("P", *_rows(kicker.lines, AWARD, kicker.size, LIGHT_GOLD, y=top - 12, step=0)),
        told("H1", *_rows(name.lines, TITLE, name.size, IVORY, y=top + step * 0.72, step=step)),
    ]
    low = top + step * len(name.lines) + 7
    marks.append(ornament.divider(_AXIS, round(low, 2), 46, _NIGHT))
    if note.lines:
        marks.append(told("P", *_rows(note.lines, CITATION, note.size, _SOFT, y=low + 12, step=below)))
    return marks


def _list(slide: Slide) -> list[Mark]:
    """The title above two columns; a short list has one, in larger type, and stands on the middle of the slide."""
    title = fitted(tidy(slide.title), TITLE, width=_RIGHT - _LEFT, sizes=(32, 28, 24), most=2)
    step = title.size * 1.16 * MM_PER_POINT
    alone = len(slide.names) <= _ROWS
    rows = len(slide.names) if alone else -(-len(slide.names) // 2)
    head = _HEAD + step * len(title.lines)
    gap = min((WIDE.height - _TOP - 24 - head) / max(rows, 1), _ROW if alone else 17.0)
    top = max((WIDE.height - head - gap * rows) / 2, _TOP)
    marks: list[Mark] = [
        told("P", write(tidy(slide.kicker), _LEFT, top + 6, face=AWARD, size=20, colour=LIGHT_GOLD)),
        told("H1", *_rows(title.lines, TITLE, title.size, IVORY, y=top + 20, step=step, x=_LEFT)),
    ]
    width = _RIGHT - _LEFT if alone else _COLUMN
    sizes = tuple(size for size in _SIZES if size <= 1.6 * gap) if alone else (18.0, 16.0, 14.0)
    whole = Node("L")
    for index, name in enumerate(slide.names):
        column, row = divmod(index, rows)
        x, y = _LEFT + column * (_COLUMN + 12), top + head + gap * row + 8
        marks.append(_item(name, whole, x=x, y=y, width=width, sizes=sizes))
    return marks


def _item(name: str, whole: Node, *, x: float, y: float, width: float, sizes: tuple[float, ...]) -> Mark:
    set_ = fitted(tidy(name), BODY, width=width - 8, sizes=sizes, most=2)
    step = set_.size * 1.18 * MM_PER_POINT
    first = y - step / 2 if len(set_.lines) > 1 else y
    body = Node("LBody", Node("LI", whole))
    dot = ornament.star(x + 1.6, y - 1.8, 1.5, LIGHT_GOLD)
    return Part(body, (dot, *_rows(set_.lines, BODY, set_.size, IVORY, y=first, step=step, x=x + 8)))


def _rows(
    lines: Sequence[str],
    face: Face,
    size: float,
    colour: Colour,
    *,
    y: float,
    step: float,
    x: float | None = None,
) -> list[Text]:
    """Lines one under another, on the axis or from `x`."""
    at, align = (_AXIS, "centre") if x is None else (x, "left")
    return [
        write(text, at, y + step * index, face=face, size=size, colour=colour, align=align)  # type: ignore[arg-type] # one of the two
        for index, text in enumerate(lines)
    ]


def _foot(gala: Gala, say: Say, number: int) -> list[Mark]:
    """Below everything, small: until when it is not public, and which slide this is."""
    y = WIDE.height - 11.5
    framed = gala.slides[number - 1].kind != "list"
    low = WIDE.height - 24 if framed else y
    page = say("gala-slide", number=number, of=len(gala.slides))
    right = WIDE.width - (26 if framed else 34)
    marks: list[Mark] = [told("P", write(page, right, low, face=BODY, size=9, colour=_SOFT, align="right"))]
    if gala.embargo:
        left = 26 if framed else _LEFT
        marks.append(told("P", write(gala.embargo, left, low, face=STRONG, size=9, colour=LIGHT_GOLD)))
    return marks
