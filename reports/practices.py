"""The catalogue of good practices: what the awarded have done, in their own words, so that others can do it too.

Beside the words of the entrant stands what the contest found itself: why the experts honoured it, and where it was measured
ahead of its group. Nothing in it comes from what jurors wrote: that is released to the entrant alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from contest.mistakes import Say
from reports.flow import Block, kept
from reports.issued import Issued, digest_line, filed, printed
from reports.marks import Page, moved, rect, told
from reports.paper import WIDTH, heading, lines, paragraph
from reports.theme import ASIDE, DARK_GOLD, GOLD, GREY, INK, STRONG
from reports.typography import measured, running, tidy


@dataclass(frozen=True, slots=True)
class Practice:
    """One awarded solution. `reason` is the experts' and `ahead` what was measured above the group's median; each may be empty."""

    group: str
    title: str
    entrant: str
    where: str
    awards: tuple[str, ...]
    description: tuple[str, ...]
    """Paragraphs."""
    reason: str = ""
    ahead: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Catalogue(Issued):
    """All practices, those of a group together."""

    kicker = "practices-kicker"
    contact: str
    embargo: str
    practices: tuple[Practice, ...]
    digest: str


def layout(catalogue: Catalogue, say: Say) -> tuple[Page, ...]:
    """The pages as plain values."""
    many = len(catalogue.practices)
    blocks: list[Block] = []
    if catalogue.embargo:
        blocks.append(paragraph(catalogue.embargo, face=STRONG, size=9, colour=DARK_GOLD, gap=5))
    lead = say("practices-lead", count=many) if many else say("practices-none")
    blocks.append(paragraph(lead, size=10.5, gap=4))
    for group, practices in groupby(catalogue.practices, key=lambda each: each.group):
        blocks.append(heading(group))
        for each in practices:
            blocks += _practice(each, say)
    if catalogue.contact and many:
        blocks.append(paragraph(say("practices-contact", contact=catalogue.contact), size=9, gap=8))
    blocks.append(digest_line(catalogue.digest, say))
    return printed(catalogue, blocks, say, subtitle=catalogue.organiser)


def draw(catalogue: Catalogue, say: Say, made_at: datetime) -> bytes:
    """The catalogue as a PDF."""
    return filed(catalogue, layout(catalogue, say), say, subject=catalogue.embargo, made_at=made_at)


def _practice(each: Practice, say: Say) -> list[Block]:
    who = " · ".join(part for part in (tidy(each.entrant), each.where) if part)
    first, *rest = each.description or ("",)
    blocks = [
        heading(each.title, gap=7, size=12.5, level="H3"),
        paragraph(who, face=STRONG, size=9.5, gap=0.5, keep=True),
        paragraph(" · ".join(each.awards), face=STRONG, size=9, colour=DARK_GOLD, gap=0.5, keep=bool(first)),
    ]
    if first:
        blocks.append(paragraph(first, size=10, gap=2))
    blocks += [paragraph(text, size=10, gap=2) for text in rest]
    if each.reason:
        blocks.append(_beside(say("practices-reason"), say("feedback-quote", text=tidy(each.reason))))
    if each.ahead:
        title = paragraph(say("practices-ahead"), face=STRONG, size=9, colour=GREY, gap=3)
        blocks += kept([title, *(paragraph(text, size=9, gap=0.6) for text in each.ahead)])
    return blocks


def _beside(title: str, text: str) -> Block:
    """Words of somebody else, on a rule of gold."""
    indent, size = 5.0, 10.0
    above = lines((title,), face=STRONG, size=9, colour=GREY, x=indent)
    said = running(text, measured(ASIDE, size), WIDTH - indent)
    below = lines(said, face=ASIDE, size=size, colour=INK, leading=1.42, x=indent)
    height = above.height + below.height
    marks = (
        rect(0, 0.6, 0.8, height - 1.2, fill=GOLD),
        told("P", *above.marks),
        told("P", *(moved(mark, 0, above.height) for mark in below.marks)),
    )
    return Block(height, marks, gap=3)
