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
from reports import drawing, emblem, ornament
from reports.emblem import Emblem
from reports.fonts import Face, cap_height, printable, width
from reports.marks import Mark, Page, Pen, Tag, Text, line, rect, told, write
from reports.metadata import Attachment, Cover
from reports.numbers import day
from reports.qr import qr
from reports.seal import HEART, seal
from reports.theme import (
    A4_LANDSCAPE,
    AWARD,
    BODY,
    CITATION,
    CLASSIC,
    STRONG,
    TITLE,
    WHITE,
    Colour,
    Palette,
    legible,
)
from reports.typography import bound, fitted, tidy

Kind = Literal["licence", "nominee", "statuette", "extraordinary", "mark", "winner", "distinction"]
"""Licencja Jakości, a nomination, Statuetka, Wyróżnienie Nadzwyczajne, Znak Jakości; first and further in a peer group."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs, and as what."""

    name: str
    title: str


@dataclass(frozen=True, slots=True)
class Look:
    """How an organiser's diplomas look: the colours, and the emblem in the heart of the seal."""

    palette: Palette = CLASSIC
    emblem: Emblem | None = None


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
    group: str = ""
    """The peer group, and the field if there are several, of a winner or a distinction."""
    code: str = ""
    """What the QR code says: the signed facts; without them there is no code."""
    facts: bytes = b""
    """The same facts for a machine, attached as JSON."""
    look: Look = Look()
    genitive: str = ""
    """The name as it follows „dla”; the diploma then says for whom it is, and otherwise who receives it."""

    @property
    def addressed(self) -> tuple[str, str]:
        """The word above the name, as the end of a phrase's id, and the name in the form that the word asks for."""
        return ("for", self.genitive) if self.genitive else ("lead", self.entrant)


@dataclass(frozen=True, slots=True)
class _Lines:
    """Lines of one text and the air above them, in mm, at its most comfortable."""

    air: float
    lines: tuple[str, ...]
    face: Face
    size: float
    colour: Colour
    track: float = 0
    tag: Tag = "P"

    @property
    def leading(self) -> float:
        """From the foot of a line to the top of the next."""
        return self.size * 0.19

    @property
    def height(self) -> float:
        return cap_height(self.face, self.size) * len(self.lines) + self.leading * (len(self.lines) - 1)


@dataclass(frozen=True, slots=True)
class _Rule:
    """The star between thinning rules, in the stack."""

    air: float = 6.5
    height: float = 1.0


_AXIS = A4_LANDSCAPE.width / 2
_SEAL_AT, _SEAL = 40.5, 17.5
_TOP = _SEAL_AT + _SEAL
_FOOT_PLAIN, _FOOT_CODED = 161.0, 152.6
"""The field of the stack: from below the seal to above the number, or above the code."""
_TRACK = 0.15
"""Between the capitals of the title, in type sizes."""
_FIELD = 222.0
"""The widest a line may be: the inner rule stands at 18.7 mm, and air belongs to a diploma."""
_SIGNED_AT = 174.0
_CODE, _CODE_AT = 28.0, 156.6
"""The side of the code with its quiet zone, and its top."""


def layout(diploma: Diploma, say: Say) -> tuple[Page, ...]:
    """The page as plain values."""
    palette = diploma.look.palette
    marks: list[Mark] = [
        ornament.frame(A4_LANDSCAPE, palette),
        ornament.rosette(_AXIS, 108, 57, palette),
        *_stacked(_stack(diploma, say), palette, foot=_FOOT_CODED if diploma.code else _FOOT_PLAIN),
        _sealed(diploma, say),
        *_signatures(diploma.signatures, palette),
        *_register(diploma, say),
        _microtext(f"{diploma.number} · {tidy(diploma.organiser)} · ", palette),
    ]
    return (Page(A4_LANDSCAPE, tuple(marks)),)


def draw(diploma: Diploma, say: Say, made_at: datetime) -> bytes:
    """The diploma as a PDF."""
    facts = Attachment("dyplom.json", "application/json", diploma.facts, say("diploma-facts"))
    cover = Cover(
        title=f"{diploma.title} – {tidy(diploma.entrant)}",
        author=diploma.organiser,
        subject=f"{diploma.edition_title}, {diploma.number}",
        language=say("document-language"),
        made_at=made_at,
        attachments=(facts,) if diploma.facts else (),
    )
    return drawing.pdf(layout(diploma, say), cover)


def _stack(diploma: Diploma, say: Say) -> list[_Lines | _Rule]:
    palette = diploma.look.palette
    soft = palette.aside
    title, size = _capitals(diploma.title)
    lead, entrant = diploma.addressed
    name = fitted(tidy(entrant), TITLE, width=_FIELD, sizes=(28, 26, 24, 22, 20, 18), most=3)
    citation = fitted(say(f"diploma-{diploma.kind}-citation"), CITATION, width=200, sizes=(14,), most=2)
    edition = fitted(tidy(diploma.edition_title), AWARD, width=_FIELD, sizes=(20, 18), most=2)
    stack: list[_Lines | _Rule] = [
        _Lines(11, title, TITLE, size, palette.ink, track=size * _TRACK, tag="H1"),
        _Lines(9, edition.lines, AWARD, edition.size, legible(palette.gold, palette.paper, 3)),
        _Rule(),
        _Lines(8, (say(f"diploma-{diploma.kind}-{lead}"),), CITATION, 14, palette.text),
        _Lines(9.5, name.lines, TITLE, name.size, palette.ink, tag="H2"),
    ]
    if diploma.place_line:
        stack.append(_Lines(5.4, (bound(tidy(diploma.place_line)),), BODY, 10.5, soft))
    stack.append(_Lines(8, citation.lines, CITATION, citation.size, palette.text))
    if diploma.group:
        group = fitted(tidy(diploma.group), STRONG, width=_FIELD - 20, sizes=(10.5, 9.5), most=2)
        stack.append(_Lines(5.2, group.lines, STRONG, group.size, palette.small_gold))
    stack.append(_Lines(6.4, (_when(diploma, say),), STRONG, 9.5, palette.ink))
    return stack


def _capitals(title: str) -> tuple[tuple[str, ...], float]:
    """The award's name in spaced capitals: one line as large as fits, or else two."""
    said = tidy(title).upper()
    for size in (34.0, 31.0, 28.0, 25.0, 22.0):
        if width(said, TITLE, size, track=size * _TRACK) <= _FIELD - 8:
            return (bound(said),), size
    return fitted(said, TITLE, width=_FIELD - 60, sizes=(20, 18, 16), most=2).lines, 18.0


def _when(diploma: Diploma, say: Say) -> str:
    """Where and when it was granted, and until when it counts."""
    since = say("diploma-granted", since=day(say, diploma.granted))
    said = [", ".join(part for part in (tidy(diploma.granted_in), since) if part)]
    if diploma.valid_until is not None:
        said.append(say("diploma-valid", kind=diploma.kind, until=day(say, diploma.valid_until)))
    return bound("  ·  ".join(said))


def _stacked(stack: Sequence[_Lines | _Rule], palette: Palette, *, foot: float) -> list[Mark]:
    """The texts from top to foot; air shrinks when there are many and grows a little when there are few."""
    ink = sum(each.height for each in stack)
    air = sum(each.air for each in stack)
    ease = min((foot - _TOP - ink) / air, 1.16)
    y = _TOP + max((foot - _TOP - ink - air * ease) * 0.4, 0)
    marks: list[Mark] = []
    for each in stack:
        y += each.air * ease
        if isinstance(each, _Rule):
            marks.append(ornament.divider(_AXIS, round(y + each.height / 2, 2), 34, palette))
        else:
            marks.append(_set(each, y))
        y += each.height
    return marks


def _set(each: _Lines, top: float) -> Mark:
    capital = cap_height(each.face, each.size)
    texts = [
        write(
            text,
            _AXIS,
            top + capital + index * (capital + each.leading),
            face=each.face,
            size=each.size,
            colour=each.colour,
            align="centre",
            track=each.track,
        )
        for index, text in enumerate(each.lines)
    ]
    return told(each.tag, *texts)


def _sealed(diploma: Diploma, say: Say) -> Mark:
    own, palette, year = diploma.look.emblem, diploma.look.palette, str(diploma.granted.year)
    title = printable(diploma.title.upper(), TITLE)
    drawn = seal(_AXIS, _SEAL_AT, _SEAL, title, year, look=palette, open_heart=own is not None)
    alt = say("diploma-seal", title=diploma.title, year=year)
    if own is None:
        return told("Figure", drawn, alt=alt)
    # the largest square in the heart, with a little air
    heart = emblem.placed(own, _AXIS, _SEAL_AT, _SEAL * HEART * 1.32, look=palette)
    return told("Figure", drawn, heart, alt=say("diploma-seal-emblem", seal=alt, organiser=diploma.organiser))


def _signatures(signatures: Sequence[Signature], palette: Palette) -> list[Mark]:
    """Left and right of the number, at most two a side."""
    places = {1: (80,), 2: (-80, 80), 3: (-94, -47, 70.5)}.get(len(signatures), (-94, -47, 47, 94))
    room = 62 if len(signatures) < 3 else 43
    names = [fitted(tidy(each.name), TITLE, width=room, sizes=(11, 10, 9, 8), most=1) for each in signatures]
    size = min((name.size for name in names), default=8)
    marks: list[Mark] = []
    for signature, offset in zip(signatures, places, strict=False):
        marks += _signed(signature, _AXIS + offset, room, palette, size=size)
    return marks


def _signed(signature: Signature, x: float, room: float, palette: Palette, *, size: float) -> list[Mark]:
    name = fitted(tidy(signature.name), TITLE, width=room, sizes=(size,), most=2)
    title = fitted(tidy(signature.title), BODY, width=room, sizes=(8, 7.5, 7), most=2)
    texts: list[Text] = []
    y = _SIGNED_AT + 1.2
    for each in name.lines:
        y += 3.6
        texts.append(write(each, x, y, face=TITLE, size=name.size, colour=palette.ink, align="centre"))
    y += 0.6
    soft = palette.aside
    for each in title.lines:
        y += 3.3
        texts.append(write(each, x, y, face=BODY, size=title.size, colour=soft, align="centre"))
    rule = line(x - room / 2, _SIGNED_AT, x + room / 2, _SIGNED_AT, pen=Pen(palette.ink, 0.2))
    return [rule, told("P", *texts)]


def _register(diploma: Diploma, say: Say) -> list[Mark]:
    """The number in the register, below the code that proves it if there is one."""
    palette = diploma.look.palette
    soft = palette.aside
    if not diploma.code:
        caption = write(
            say("diploma-number-caption"),
            _AXIS,
            172.6,
            face=BODY,
            size=7,
            colour=soft,
            align="centre",
            track=0.4,
        )
        number = write(
            diploma.number, _AXIS, 178.4, face=STRONG, size=12, colour=palette.ink, align="centre", track=0.6
        )
        return [told("P", caption, number)]
    left = _AXIS - _CODE / 2
    box = rect(left, _CODE_AT, _CODE, _CODE, fill=WHITE, pen=Pen(palette.gold, 0.2), radius=1.2)
    code = qr(diploma.code, left, _CODE_AT, _CODE, colour=Colour(0, 0, 0))
    number = write(
        diploma.number, _AXIS, 188.0, face=STRONG, size=8.5, colour=palette.ink, align="centre", track=0.5
    )
    return [
        told("Figure", box, code, alt=say("diploma-code", number=diploma.number)),
        told("P", number),
    ]


def _microtext(text: str, palette: Palette) -> Text:
    """A hairline that is a sentence: too small for a copier, plain under a magnifier."""
    one = write(text, 0, 0, face=BODY, size=1.5, colour=palette.small_gold).width
    return write(
        (text * int(250 / one)).rstrip(" ·"),
        _AXIS,
        189.9,
        face=BODY,
        size=1.5,
        colour=palette.small_gold,
        align="centre",
    )
