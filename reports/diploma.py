"""The diploma: one landscape page to hang on a wall.

The stack of lines is a flow: the name of the institution takes the size and the lines that it needs, and the air
between the lines is shared out so that the whole always fills the same field.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from contest.mistakes import Say
from reports import drawing, ornament
from reports.drawing import Cover
from reports.fonts import Face, cap_height, printable
from reports.marks import Mark, Page, Pen, Role, Text, line, write
from reports.numbers import day
from reports.seal import seal
from reports.theme import (
    A4_LANDSCAPE,
    AWARD,
    BODY,
    CITATION,
    DARK_GOLD,
    GOLD,
    GREY,
    INK,
    NAVY,
    STRONG,
    TITLE,
    Colour,
)
from reports.typography import bound, fitted, tidy

Kind = Literal["licence", "statuette"]


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs, and as what."""

    name: str
    title: str


@dataclass(frozen=True, slots=True)
class Diploma:
    """What a diploma says. `title` is the award's name; the wording of the citation follows `kind`."""

    kind: Kind
    title: str
    entrant: str
    place_line: str
    """Town and voivodeship, or empty."""
    edition_title: str
    number: str
    granted: date
    valid_until: date | None
    organiser: str
    granted_in: str
    signatures: tuple[Signature, ...] = ()


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of the stack and the air above it, in mm, at its most comfortable."""

    air: float
    text: str
    face: Face
    size: float
    colour: Colour
    track: float = 0
    role: Role = "text"

    @property
    def height(self) -> float:
        return cap_height(self.face, self.size)


_AXIS = A4_LANDSCAPE.width / 2
_SEAL_AT, _SEAL = 41.5, 18.0
_TOP, _FOOT = _SEAL_AT + _SEAL, 160.0
"""The field of the stack: from below the seal to above the signatures."""
_FIELD = 222.0
"""The widest a line may be: the inner rule stands at 18.7 mm, and air belongs to a diploma."""
_SIGNED_AT = 174.0
_RULE = "—"


def layout(diploma: Diploma, say: Say) -> tuple[Page, ...]:
    """The page as plain values."""
    marks: list[Mark] = [
        ornament.frame(A4_LANDSCAPE),
        ornament.rosette(_AXIS, 111, 57),
        seal(_AXIS, _SEAL_AT, _SEAL, printable(diploma.title.upper(), TITLE), str(diploma.granted.year)),
        *_stacked(_rows(diploma, say)),
        *_signatures(diploma.signatures),
        *_register(diploma, say),
    ]
    return (Page(A4_LANDSCAPE, tuple(marks)),)


def draw(diploma: Diploma, say: Say, made_at: datetime) -> bytes:
    """The diploma as a PDF."""
    cover = Cover(
        title=f"{diploma.title} – {tidy(diploma.entrant)}",
        author=diploma.organiser,
        subject=f"{diploma.edition_title}, {diploma.number}",
        language=say("document-language"),
        made_at=made_at,
    )
    return drawing.pdf(layout(diploma, say), cover)


def _rows(diploma: Diploma, say: Say) -> list[_Row]:
    title = fitted(diploma.title.upper(), TITLE, width=_FIELD - 40, sizes=(34, 30, 26, 22), most=1)
    name = fitted(tidy(diploma.entrant), TITLE, width=_FIELD, sizes=(28, 26, 24, 22, 20, 18), most=3)
    rows = [
        *_lines(title.lines, TITLE, title.size, NAVY, air=11.5, track=5.2, role="title"),
        _Row(9.5, bound(tidy(diploma.edition_title)), AWARD, 20, GOLD),
        _Row(6.5, _RULE, TITLE, 3, GOLD),
        _Row(8.5, say(f"diploma-{diploma.kind}-lead"), CITATION, 14, INK),
        *_lines(name.lines, TITLE, name.size, NAVY, air=9.5, role="heading"),
    ]
    if diploma.place_line:
        rows.append(_Row(5.6, bound(tidy(diploma.place_line)), BODY, 10.5, GREY))
    citation = fitted(say(f"diploma-{diploma.kind}-citation"), CITATION, width=200, sizes=(14,), most=2)
    rows += _lines(citation.lines, CITATION, citation.size, INK, air=8.5)
    rows.append(_Row(6.8, _validity(diploma, say), STRONG, 10, NAVY))
    return rows


def _validity(diploma: Diploma, say: Say) -> str:
    since = day(say, diploma.granted)
    if diploma.valid_until is None:
        return bound(say("diploma-granted", since=since))
    return bound(say("diploma-valid", since=since, until=day(say, diploma.valid_until)))


def _lines(
    lines: Sequence[str],
    face: Face,
    size: float,
    colour: Colour,
    *,
    air: float,
    track: float = 0,
    role: Role = "text",
) -> list[_Row]:
    """Lines of one text: the air above the first, and leading that suits the size between the others."""
    leading = size * 0.19
    return [
        _Row(leading if index else air, each, face, size, colour, track, role)
        for index, each in enumerate(lines)
    ]


def _stacked(rows: Sequence[_Row]) -> list[Mark]:
    """The rows from top to foot; air shrinks when there are many and grows a little when there are few."""
    ink = sum(row.height for row in rows)
    air = sum(row.air for row in rows)
    ease = min((_FOOT - _TOP - ink) / air, 1.16)
    y = _TOP + max((_FOOT - _TOP - ink - air * ease) * 0.4, 0)
    marks: list[Mark] = []
    for row in rows:
        y += row.air * ease + row.height
        if row.text == _RULE:
            marks.append(ornament.divider(_AXIS, round(y - row.height / 2, 2), 34))
        else:
            marks.append(
                write(
                    row.text,
                    _AXIS,
                    y,
                    face=row.face,
                    size=row.size,
                    colour=row.colour,
                    align="centre",
                    track=row.track,
                    role=row.role,
                )
            )
    return marks


def _signatures(signatures: Sequence[Signature]) -> list[Mark]:
    """Left and right of the number, at most two a side."""
    places = {1: (-80,), 2: (-80, 80), 3: (-92, -46, 80)}.get(len(signatures), (-94, -48, 48, 94))
    width = 60 if len(signatures) < 3 else 42
    names = [fitted(tidy(each.name), TITLE, width=width, sizes=(11, 10, 9, 8), most=1) for each in signatures]
    size = min((name.size for name in names), default=8)
    marks: list[Mark] = []
    for signature, offset in zip(signatures, places, strict=False):
        marks += _signed(signature, _AXIS + offset, width, size=size)
    return marks


def _signed(signature: Signature, x: float, width: float, *, size: float) -> list[Mark]:
    name = fitted(tidy(signature.name), TITLE, width=width, sizes=(size,), most=2)
    title = fitted(tidy(signature.title), BODY, width=width, sizes=(8, 7.5, 7), most=2)
    marks: list[Mark] = [line(x - width / 2, _SIGNED_AT, x + width / 2, _SIGNED_AT, pen=Pen(NAVY, 0.2))]
    y = _SIGNED_AT + 1.2
    for each in name.lines:
        y += 3.6
        marks.append(write(each, x, y, face=TITLE, size=name.size, colour=NAVY, align="centre"))
    y += 0.6
    for each in title.lines:
        y += 3.3
        marks.append(write(each, x, y, face=BODY, size=title.size, colour=GREY, align="centre"))
    return marks


def _register(diploma: Diploma, say: Say) -> list[Mark]:
    """The number, where and when, and the microtext that repeats it."""
    where = ", ".join(part for part in (tidy(diploma.granted_in), day(say, diploma.granted)) if part)
    return [
        write(
            say("diploma-number-caption"),
            _AXIS,
            171.6,
            face=BODY,
            size=7,
            colour=GREY,
            align="centre",
            track=0.4,
        ),
        write(diploma.number, _AXIS, 177.2, face=STRONG, size=12, colour=NAVY, align="centre", track=0.6),
        write(where, _AXIS, 182.4, face=BODY, size=8.5, colour=INK, align="centre"),
        _microtext(f"{diploma.number} · {tidy(diploma.organiser)} · "),
    ]


def _microtext(text: str) -> Text:
    """A hairline that is a sentence: too small for a copier, plain under a magnifier."""
    one = write(text, 0, 0, face=BODY, size=1.5, colour=DARK_GOLD).width
    times = int(250 / one)
    return write(
        (text * times).rstrip(" ·"),
        _AXIS,
        189.9,
        face=BODY,
        size=1.5,
        colour=DARK_GOLD,
        align="centre",
        role="ornament",
    )
