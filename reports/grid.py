"""A table on paper: headings on a band, a hairline under each row, cells wrapped to their columns.

To somebody who does not see it the table is one, over however many pages; headings that are repeated are only seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from contest.mistakes import Say
from reports.flow import Block
from reports.fonts import Face
from reports.marks import Align, Mark, Node, Part, Pen, inks, line, moved, rect, write
from reports.paper import WIDTH, lines, paragraph
from reports.theme import ASIDE, BODY, GREY, INK, MIST, NAVY, RULE, STRONG, Colour
from reports.typography import set_in


@dataclass(frozen=True, slots=True)
class Column:
    """A column: where it starts, how wide its text may be, and from which side it is set."""

    title: str
    x: float
    width: float
    align: Align = "left"

    @property
    def anchor(self) -> float:
        return self.x if self.align == "left" else self.x + self.width


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell; `below` is a smaller line under it."""

    text: str
    face: Face = BODY
    size: float = 9
    colour: Colour = INK
    below: str = ""


_BASELINE = 3.2
"""Of the first line of every cell, whatever its size: a row stands on one line."""


def columns(say: Say, document: str, wanted: Sequence[tuple[str, float, Align]]) -> list[Column]:
    """Columns one beside another, from their names in the document's phrases, their widths in mm and their sides."""
    made: list[Column] = []
    x = 2.0
    for name, width, align in wanted:
        # a column that is set from the right is followed by a wider gutter
        made.append(
            Column(say(f"{document}-column-{name}"), x, width - (5 if align == "right" else 3), align)
        )
        x += width
    return made


def table(columns: Sequence[Column], rows: Iterable[Sequence[Cell]], *, continued: str) -> list[Block]:
    """The headings and a block a row; on a next page the headings are repeated below a line that says what goes on."""
    table = Node("Table")
    head = _head(columns, table)
    again = (replace(paragraph(continued, face=ASIDE, size=8.5, colour=GREY), height=6.5), head)
    lines = [replace(_line(columns, row, table), again=again) for row in rows]
    for alone in {0, len(lines) - 2}:  # no row stands alone on a page, neither the first nor the last
        if 0 <= alone < len(lines) - 1:
            lines[alone] = replace(lines[alone], keep=True)
    return [replace(head, gap=2, keep=True), *lines]


def _head(columns: Sequence[Column], table: Node) -> Block:
    row = Node("TR", table)
    titles = [
        Part(
            Node("TH", row, scope="Column"),
            (write(each.title, each.anchor, 4.7, face=STRONG, size=8, colour=NAVY, align=each.align),),
        )
        for each in columns
    ]
    return Block(7, (rect(0, 0, WIDTH, 7, fill=MIST), *titles))


def _line(columns: Sequence[Column], cells: Sequence[Cell], table: Node) -> Block:
    row = Node("TR", table)
    parts = [_cell(column, cell, row) for column, cell in zip(columns, cells, strict=True)]
    height = max(part.height for part in parts) + 3.2
    marks: list[Mark] = [moved(mark, 0, 1.6) for part in parts for mark in part.marks]
    marks.append(line(0, height, WIDTH, height, pen=Pen(RULE, 0.15)))
    return Block(height, tuple(marks))


def _cell(column: Column, cell: Cell, row: Node) -> Block:
    first = lines(
        set_in(cell.text, cell.face, cell.size, column.width),
        face=cell.face,
        size=cell.size,
        colour=cell.colour,
        leading=1.25,
        x=column.anchor,
        align=column.align,
        baseline=_BASELINE,
    )
    if not cell.below:
        return Block(first.height, (Part(Node("TD", row), tuple(inks(first.marks))),))
    second = lines(
        set_in(cell.below, BODY, 8, column.width),
        face=BODY,
        size=8,
        colour=GREY,
        leading=1.25,
        x=column.anchor,
        align=column.align,
    )
    below = [moved(mark, 0, first.height) for mark in second.marks]
    said = tuple(inks([*first.marks, *below]))
    return Block(first.height + second.height, (Part(Node("TD", row), said),))
