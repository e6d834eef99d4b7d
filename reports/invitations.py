"""Invitations to cut out and hand over: ten cards a page, each with a code to point a phone at and the same link to type.

A card names neither the contest nor what the invited will be: whoever finds it learns nothing from it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from contest.mistakes import Say
from reports import drawing
from reports.fonts import MM_PER_POINT, Face
from reports.marks import Mark, Page, Pen, Text, line, told, write
from reports.metadata import Cover
from reports.numbers import day
from reports.qr import qr
from reports.theme import A4, BODY, DARK_GOLD, GREY, INK, NAVY, STRONG, TITLE, Colour
from reports.typography import balanced, measured


@dataclass(frozen=True, slots=True)
class Card:
    """One invitation: its number, and the link that opens the chat with its code."""

    number: int
    link: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """Invitations that all open once, until the end of a day."""

    cards: tuple[Card, ...]
    until: date


_ACROSS, _DOWN = 2, 5
_LEFT, _TOP, _WIDTH, _HEIGHT = 12.0, 17.0, 93.0, 54.0
"""The grid: its corner, and a card of it, in mm."""
_CODE = 40.0
"""The side of a code with its quiet zone: a phone reads it from a table at arm's length."""
_AIR = 4.0
_TEXT = _WIDTH - _CODE - 2 * _AIR - 2
_CUT = Pen(GREY, 0.15, (1.6, 1.2))


def layout(sheet: Sheet, say: Say) -> tuple[Page, ...]:
    """The pages as plain values."""
    full = _ACROSS * _DOWN
    pages = [sheet.cards[start : start + full] for start in range(0, len(sheet.cards), full)]
    return tuple(
        Page(
            A4, (*_head(sheet, say, page=number, pages=len(pages)), *_cuts(cards), *_cards(cards, sheet, say))
        )
        for number, cards in enumerate(pages, start=1)
    )


def draw(sheet: Sheet, say: Say, made_at: datetime) -> bytes:
    """The sheet as a PDF."""
    cover = Cover(
        title=say("sheet-title", **_span(sheet)),
        author=say("sheet-author"),
        subject=say("sheet-subject", until=day(say, sheet.until)),
        language=say("document-language"),
        made_at=made_at,
    )
    return drawing.pdf(layout(sheet, say), cover)


def _span(sheet: Sheet) -> dict[str, str]:
    return {"first": str(sheet.cards[0].number), "last": str(sheet.cards[-1].number)}


def _head(sheet: Sheet, say: Say, *, page: int, pages: int) -> list[Mark]:
    """Above the first line to cut along: it is told once, and seen on every page."""
    title = write(say("sheet-title", **_span(sheet)), 15, 13, face=STRONG, size=8.5, colour=GREY)
    number = write(
        say("document-page", page=page, pages=pages), 195, 13, face=BODY, size=8, colour=GREY, align="right"
    )
    return [told("H1", title) if page == 1 else title, number]


def _cuts(cards: Sequence[Card]) -> Iterator[Mark]:
    """Dashed lines around the cards of a page, past their corners so that a ruler finds them."""
    rows = -(-len(cards) // _ACROSS)
    right, low = _LEFT + _ACROSS * _WIDTH, _TOP + rows * _HEIGHT
    for row in range(rows + 1):
        y = _TOP + row * _HEIGHT
        yield line(_LEFT - 5, y, right + 5, y, pen=_CUT)
    for column in range(_ACROSS + 1):
        x = _LEFT + column * _WIDTH
        yield line(x, _TOP - 2, x, low + 2, pen=_CUT)


def _cards(cards: Sequence[Card], sheet: Sheet, say: Say) -> Iterator[Mark]:
    for place, card in enumerate(cards):
        row, column = divmod(place, _ACROSS)
        yield from _card(card, sheet, say, left=_LEFT + column * _WIDTH, top=_TOP + row * _HEIGHT)


def _card(card: Card, sheet: Sheet, say: Say, *, left: float, top: float) -> Iterator[Mark]:
    """The code to the left; beside it what to do, until when, and the link for whom no camera reads it."""
    number = str(card.number)
    middle = top + (_HEIGHT - _CODE) / 2
    x, y = left + _AIR + _CODE + 2, top + 12.5
    yield told("H2", write(say("sheet-card"), x, y, face=TITLE, size=14, colour=NAVY))
    yield told(
        "Figure",
        qr(card.link, left + _AIR, middle, _CODE, colour=Colour(0, 0, 0)),
        alt=say("sheet-code", number=number),
    )
    yield line(x, y + 2.6, x + 12, y + 2.6, pen=Pen(DARK_GOLD, 0.4))
    y += 8
    bot, mark, code = card.link.removeprefix("https://").partition("?")
    for texts, face, size, colour in (
        ((say("sheet-how"),), BODY, 8.0, INK),
        ((say("sheet-until", until=day(say, sheet.until)),), STRONG, 8.0, INK),
        ((bot, f"{mark}{code}"), BODY, 6.5, GREY),
    ):
        paragraph = _set(texts, x, y, face=face, size=size, colour=colour)
        yield told("P", *paragraph)
        y = paragraph[-1].y + size * MM_PER_POINT + 1.8
    yield told(
        "P", write(say("sheet-number", number=number), x, top + _HEIGHT - 5, face=BODY, size=6.5, colour=GREY)
    )


def _set(texts: Sequence[str], x: float, y: float, *, face: Face, size: float, colour: Colour) -> list[Text]:
    step = size * 1.32 * MM_PER_POINT
    broken = [each for text in texts for each in balanced(text, measured(face, size), _TEXT)]
    return [
        write(each, x, y + index * step, face=face, size=size, colour=colour)
        for index, each in enumerate(broken)
    ]
