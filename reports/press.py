"""The press note: one page on who won in each group, from what measurement, and whom to ask.

It is one page whatever the edition: with many winners the type becomes smaller, then the list is cut and says how many more
there are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from contest.mistakes import Say
from reports.flow import Block
from reports.grid import Cell, columns, table
from reports.issued import Issued, digest_line, filed, printed
from reports.marks import Page
from reports.numbers import day
from reports.paper import heading, paragraph
from reports.theme import BODY, DARK_GOLD, GREY, INK, STRONG


@dataclass(frozen=True, slots=True)
class Winner:
    """Who won what in which peer group."""

    group: str
    name: str
    where: str
    award: str


@dataclass(frozen=True, slots=True)
class Press(Issued):
    """The note; its sentences are ready, `winners` in the order of groups. `embargo` says from when it is public, or nothing."""

    kicker = "press-kicker"
    place: str
    made_on: date
    contact: str
    embargo: str
    lead: tuple[str, ...]
    winners: tuple[Winner, ...]
    measured: tuple[str, ...]
    digest: str


_STEPS = ((9.5, True), (8.5, True), (8.5, False), (7.5, False))
"""The size of names in points, and whether the seat stands below: the first with which everything is one page."""


def layout(press: Press, say: Say) -> tuple[Page, ...]:
    """The page as plain values."""
    for step in _STEPS:
        pages = _sheets(press, say, step, most=len(press.winners))
        if len(pages) == 1:
            return pages
    few, many = 0, len(press.winners)
    while few + 1 < many:  # the most rows of the smallest type that are still one page
        middle = (few + many) // 2
        if len(_sheets(press, say, _STEPS[-1], most=middle)) == 1:
            few = middle
        else:
            many = middle
    return _sheets(press, say, _STEPS[-1], most=few)


def draw(press: Press, say: Say, made_at: datetime) -> bytes:
    """The press note as a PDF."""
    return filed(press, layout(press, say), say, subject=press.embargo, made_at=made_at)


def _sheets(press: Press, say: Say, step: tuple[float, bool], *, most: int) -> tuple[Page, ...]:
    when = day(say, press.made_on)
    subtitle = say("press-dated", place=press.place, day=when) if press.place else when
    blocks = [
        paragraph(press.embargo or say("press-at-once"), face=STRONG, size=9, colour=DARK_GOLD, gap=5),
        *(paragraph(each, size=10.5, gap=3) for each in press.lead),
        *_winners(press.winners, say, step, most=most),
        heading(say("press-measured"), size=12, gap=6),
        *(paragraph(each, size=9, gap=1.5) for each in press.measured),
        *_contact(press, say),
        digest_line(press.digest, say),
    ]
    title = say("press-title", edition=press.edition_title)
    return printed(press, blocks, say, title=title, subtitle=subtitle)


def _winners(winners: Sequence[Winner], say: Say, step: tuple[float, bool], *, most: int) -> list[Block]:
    if not winners:
        return []
    size, seats = step
    shape = columns(say, "press", (("group", 58, "left"), ("winner", 74, "left"), ("award", 42, "left")))
    shown, rest = winners[:most], len(winners) - most
    rows = [
        [
            Cell(each.group, BODY, size, INK),
            Cell(each.name, STRONG, size, INK, below=each.where if seats else ""),
            Cell(each.award, STRONG, size, DARK_GOLD),
        ]
        for each in shown
    ]
    title = say("press-winners")
    blocks = [heading(title, size=12, gap=6), *table(shape, rows, continued=title)]
    if rest > 0:
        blocks.append(paragraph(say("press-more", count=rest), size=9, colour=GREY, gap=2))
    return blocks


def _contact(press: Press, say: Say) -> list[Block]:
    who = ", ".join(part for part in (press.organiser, press.place) if part)
    blocks = [heading(say("press-contact"), size=12, gap=6), paragraph(who, face=STRONG, size=9, gap=1)]
    if press.contact:
        blocks.append(paragraph(press.contact, size=9, gap=0.5))
    return blocks
