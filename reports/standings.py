"""The ranking as a document: a table a peer group, those unclassified apart with the reason, and how it was counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from fractions import Fraction

from contest.mistakes import Say
from reports import drawing
from reports.flow import Block
from reports.fonts import Face
from reports.marks import Align, Mark, Node, Page, Part, Pen, inks, line, moved, rect, write
from reports.metadata import Cover
from reports.numbers import day, percent, weight
from reports.paper import WIDTH, heading, lines, masthead, paragraph, sheets
from reports.theme import ASIDE, BODY, DARK_GOLD, GREY, INK, MIST, NAVY, RULE, STRONG, Colour
from reports.typography import measured, tidy, wrapped


@dataclass(frozen=True, slots=True)
class Ranked:
    """A classified entrant; `points` is its total in percent, `award` the name of what it is granted, or empty."""

    place: int
    name: str
    where: str
    points: Fraction
    contacts: int
    award: str = ""


@dataclass(frozen=True, slots=True)
class Unranked:
    """An entrant without a place, and why, as a sentence."""

    name: str
    where: str
    contacts: int
    reason: str


@dataclass(frozen=True, slots=True)
class Group:
    """A peer group; `ranked` in the order of places."""

    title: str
    ranked: tuple[Ranked, ...]
    unranked: tuple[Unranked, ...] = ()


@dataclass(frozen=True, slots=True)
class Rules:
    """What the edition decided: weights of channels, the licence's threshold in percent, what a place requires."""

    weights: tuple[tuple[str, Fraction], ...]
    threshold: Fraction
    award: str
    contacts: int
    channels: int
    jurors: int


@dataclass(frozen=True, slots=True)
class Standings:
    """A whole ranking; `digest` is the SHA-256 of the snapshot that it was counted from, in hexadecimal."""

    edition_title: str
    organiser: str
    results_on: date
    groups: tuple[Group, ...]
    rules: Rules
    digest: str


@dataclass(frozen=True, slots=True)
class _Column:
    title: str
    x: float
    width: float
    align: Align = "left"

    @property
    def anchor(self) -> float:
        return self.x if self.align == "left" else self.x + self.width


@dataclass(frozen=True, slots=True)
class _Cell:
    text: str
    face: Face = BODY
    size: float = 9
    colour: Colour = INK
    below: str = ""


_RANKED: tuple[tuple[str, float, Align], ...] = (
    ("place", 15, "left"),
    ("name", 75, "left"),
    ("points", 22, "right"),
    ("contacts", 21, "right"),
    ("award", 39, "left"),
)
_UNRANKED: tuple[tuple[str, float, Align], ...] = (
    ("name", 79, "left"),
    ("contacts", 22, "right"),
    ("reason", 69, "left"),
)
_BASELINE = 3.2
"""Of the first line of every cell, whatever its size: a row stands on one line."""


def layout(standings: Standings, say: Say) -> tuple[Page, ...]:
    """The pages as plain values."""
    subtitle = say("standings-subtitle", organiser=standings.organiser, day=day(say, standings.results_on))
    blocks = [masthead(say("standings-kicker"), standings.edition_title, subtitle)]
    for group in standings.groups:
        blocks += _group(group, say)
    blocks += counted(standings.rules, say)
    blocks.append(digest_line(standings.digest, say))
    head = f"{standings.edition_title} – {say('standings-kicker')}"
    return sheets(blocks, say, head=head, foot=standings.organiser)


def draw(standings: Standings, say: Say, made_at: datetime) -> bytes:
    """The ranking as a PDF."""
    cover = Cover(
        title=f"{say('standings-kicker')} – {standings.edition_title}",
        author=standings.organiser,
        subject=f"SHA-256 {standings.digest}",
        language=say("document-language"),
        made_at=made_at,
    )
    return drawing.pdf(layout(standings, say), cover)


def counted(rules: Rules, say: Say) -> list[Block]:
    """How the result is counted, with this edition's numbers."""
    weights = ", ".join(f"{name} – {weight(say, value)}" for name, value in rules.weights)
    sentences = [
        say("counted-result"),
        say("counted-weights", weights=weights),
        say("counted-missing"),
        say("counted-minimums", contacts=rules.contacts, channels=rules.channels, jurors=rules.jurors),
        say("counted-award", award=rules.award, threshold=percent(say, rules.threshold)),
        say("counted-ties"),
    ]
    return [
        heading(say("counted-heading"), size=12),
        *(paragraph(sentence, size=8.5, gap=1) for sentence in sentences),
    ]


def digest_line(digest: str, say: Say) -> Block:
    """The digest in eights, so that it can be compared by eye."""
    eights = " ".join(digest[start : start + 8] for start in range(0, len(digest), 8))
    return paragraph(say("document-digest", digest=eights), size=7.5, colour=GREY, gap=4)


def _group(group: Group, say: Say) -> list[Block]:
    blocks = [heading(group.title)]
    if group.ranked:
        blocks += _table(
            _columns(say, _RANKED),
            [_ranked(each, say) for each in group.ranked],
            continued=say("standings-continued", group=group.title),
        )
    else:
        blocks.append(paragraph(say("standings-nobody"), face=ASIDE, colour=GREY))
    if group.unranked:
        blocks.append(replace(paragraph(say("standings-unranked"), face=STRONG, gap=5), keep=True))
        blocks += _table(
            _columns(say, _UNRANKED),
            [_unranked(each) for each in group.unranked],
            continued=say("standings-continued", group=f"{group.title} – {say('standings-unranked')}"),
        )
    return blocks


def _ranked(each: Ranked, say: Say) -> list[_Cell]:
    return [
        _Cell(f"{each.place}.", STRONG, 10, NAVY),
        _Cell(each.name, STRONG, 9.5, INK, below=each.where),
        _Cell(percent(say, each.points), STRONG, 9.5, INK),
        _Cell(str(each.contacts), BODY, 9, INK),
        _Cell(each.award, STRONG, 8.5, DARK_GOLD),
    ]


def _unranked(each: Unranked) -> list[_Cell]:
    return [
        _Cell(each.name, BODY, 9, INK, below=each.where),
        _Cell(str(each.contacts), BODY, 9, INK),
        _Cell(each.reason, BODY, 8.5, GREY),
    ]


def _columns(say: Say, wanted: Sequence[tuple[str, float, Align]]) -> list[_Column]:
    columns: list[_Column] = []
    x = 2.0
    for name, width, align in wanted:
        # a column that is set from the right is followed by a wider gutter
        columns.append(
            _Column(say(f"standings-column-{name}"), x, width - (5 if align == "right" else 3), align)
        )
        x += width
    return columns


def _table(columns: Sequence[_Column], rows: Sequence[Sequence[_Cell]], *, continued: str) -> list[Block]:
    table = Node("Table")
    head = _head(columns, table)
    again = (replace(paragraph(continued, face=ASIDE, size=8.5, colour=GREY), height=6.5), head)
    # the headings and the first row stay together
    return [
        replace(head, gap=2, keep=True),
        *(replace(_line(columns, row, table), again=again) for row in rows),
    ]


def _head(columns: Sequence[_Column], table: Node) -> Block:
    row = Node("TR", table)
    titles = [
        Part(
            Node("TH", row, scope="Column"),
            (write(each.title, each.anchor, 4.7, face=STRONG, size=8, colour=NAVY, align=each.align),),
        )
        for each in columns
    ]
    return Block(7, (rect(0, 0, WIDTH, 7, fill=MIST), *titles))


def _line(columns: Sequence[_Column], cells: Sequence[_Cell], table: Node) -> Block:
    row = Node("TR", table)
    parts = [_cell(column, cell, row) for column, cell in zip(columns, cells, strict=True)]
    height = max(part.height for part in parts) + 3.2
    marks: list[Mark] = [moved(mark, 0, 1.6) for part in parts for mark in part.marks]
    marks.append(line(0, height, WIDTH, height, pen=Pen(RULE, 0.15)))
    return Block(height, tuple(marks))


def _cell(column: _Column, cell: _Cell, row: Node) -> Block:
    first = lines(
        wrapped(tidy(cell.text), measured(cell.face, cell.size), column.width),
        face=cell.face,
        size=cell.size,
        colour=cell.colour,
        leading=1.25,
        x=column.anchor,
        align=column.align,
        baseline=_BASELINE,
    )
    second = lines(
        wrapped(tidy(cell.below), measured(BODY, 8), column.width),
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
