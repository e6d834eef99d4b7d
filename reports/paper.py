"""The sheet that reports are printed on: A4, a running head, page numbers; headings and paragraphs as blocks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from contest.mistakes import Say
from reports.flow import Block, pour
from reports.fonts import MM_PER_POINT, Face
from reports.marks import Align, Mark, Node, Page, Part, Pen, Tag, line, moved, rect, told, write
from reports.theme import A4, BODY, DARK_GOLD, GOLD, GREY, INK, NAVY, RULE, STRONG, TITLE, Colour
from reports.typography import balanced, bound, fitted, measured, running, tidy, wrapped

LEFT, RIGHT = 18.0, A4.width - 18.0
WIDTH = RIGHT - LEFT
_TOP, _BOTTOM = 27.0, A4.height - 22.0


def sheets(blocks: Sequence[Block], say: Say, *, head: str, foot: str) -> tuple[Page, ...]:
    """The blocks on pages, each with a running head, a foot and „Strona 2 z 5”."""
    poured = pour(blocks, left=LEFT, top=_TOP, bottom=_BOTTOM)
    return tuple(
        Page(A4, (*_running(say, head, foot, page=number, pages=len(poured)), *marks))
        for number, marks in enumerate(poured, start=1)
    )


def masthead(kicker: str, title: str, subtitle: str) -> Block:
    """The top of a document's first page: what it is, of whom, and a gold rule."""
    fit = fitted(tidy(title), TITLE, width=WIDTH, sizes=(23, 20, 18, 16), most=3)
    name = lines(fit.lines, face=TITLE, size=fit.size, colour=NAVY, leading=1.16, tag="H1")
    below = lines(
        wrapped(tidy(subtitle), measured(BODY, 10.5), WIDTH), face=BODY, size=10.5, colour=GREY, tag="P"
    )
    marks: list[Mark] = [
        told("P", write(kicker.upper(), 0, 3, face=STRONG, size=8, colour=DARK_GOLD, track=1.1))
    ]
    y = 7.0
    for part in (name, below):
        marks += [moved(mark, 0, y) for mark in part.marks]
        y += part.height + 1.5
    marks.append(rect(0, y + 1.5, 28, 0.7, fill=GOLD))
    return Block(y + 3, tuple(marks))


def heading(text: str, *, gap: float = 9, size: float = 15, level: Literal["H2", "H3"] = "H2") -> Block:
    """The title of a part; it stays with what follows. Levels go down one by one: a file has one H1, its masthead."""
    title = lines(
        balanced(tidy(text), measured(TITLE, size), WIDTH),
        face=TITLE,
        size=size,
        colour=NAVY,
        leading=1.2,
        tag=level,
    )
    return Block(title.height + 0.8, title.marks, gap=gap, keep=True)


def paragraph(
    text: str,
    *,
    face: Face = BODY,
    size: float = 9.5,
    colour: Colour = INK,
    width: float = WIDTH,
    gap: float = 2,
    keep: bool = False,
) -> Block:
    """Running text in as many lines as it needs."""
    body = lines(
        running(tidy(text), measured(face, size), width),
        face=face,
        size=size,
        colour=colour,
        leading=1.42,
        tag="P",
    )
    return Block(body.height, body.marks, gap=gap, keep=keep)


def lines(
    texts: Sequence[str],
    *,
    face: Face,
    size: float,
    colour: Colour,
    leading: float = 1.35,
    x: float = 0,
    align: Align = "left",
    tag: Tag | None = None,
    under: Node | None = None,
    baseline: float | None = None,
) -> Block:
    """Ready lines one under another; the leading is given in type sizes, the first baseline in mm from the top.

    With a tag they are one part of the document's structure, below a node if one is given.
    """
    step = size * leading * MM_PER_POINT
    first = size * (leading / 2 + 0.32) * MM_PER_POINT if baseline is None else baseline
    marks = tuple(
        write(text, x, first + index * step, face=face, size=size, colour=colour, align=align)
        for index, text in enumerate(texts)
    )
    return Block(len(texts) * step, (Part(Node(tag, under), marks),) if tag else marks)


def _running(say: Say, head: str, foot: str, *, page: int, pages: int) -> list[Mark]:
    low = A4.height - 15
    number = say("document-page", page=page, pages=pages)
    return [
        write(bound(tidy(head)), LEFT, 15, face=BODY, size=7.5, colour=GREY),
        line(LEFT, 18, RIGHT, 18, pen=Pen(RULE, 0.2)),
        line(LEFT, low, RIGHT, low, pen=Pen(RULE, 0.2)),
        write(foot, LEFT, low + 4.5, face=BODY, size=7.5, colour=GREY),
        write(number, RIGHT, low + 4.5, face=BODY, size=7.5, colour=GREY, align="right"),
    ]
