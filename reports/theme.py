"""The look, in one place: colours, pages, faces. Every colour of text keeps a contrast of at least 4.5 on its ground."""

from __future__ import annotations

from typing import NamedTuple

from reports.fonts import Face


class Colour(NamedTuple):
    """Red, green, blue: 0 to 255."""

    red: int
    green: int
    blue: int

    @classmethod
    def from_hex(cls, text: str) -> Colour:
        """`#14264A`."""
        return cls(*bytes.fromhex(text.removeprefix("#")))

    def tint(self, share: float, ground: Colour) -> Colour:
        """This colour laid over a ground at such a share: flat ink, no transparency to go wrong in print."""
        mix = [round(under + (over - under) * share) for over, under in zip(self, ground, strict=True)]
        return Colour(mix[0], mix[1], mix[2])


def contrast(one: Colour, other: Colour) -> float:
    """The contrast of two colours, 1 to 21 (WCAG 2.1, 1.4.3): text needs 4.5, type of 18 pt and more 3."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    shares = (part / 255 for part in colour)
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def legible(colour: Colour, ground: Colour, least: float = 4.5) -> Colour:
    """The colour, or as little of black or white in it as it takes to be read on such a ground."""
    end = Colour(0, 0, 0) if _luminance(ground) > 0.18 else Colour(255, 255, 255)
    steps = (end.tint(step / 40, colour) for step in range(41))
    return next((each for each in steps if contrast(each, ground) >= least), end)


class PageSize(NamedTuple):
    """Width and height in millimetres."""

    width: float
    height: float


A4 = PageSize(210, 297)
A4_LANDSCAPE = PageSize(297, 210)

WHITE = Colour(255, 255, 255)
IVORY = Colour(252, 249, 241)
NAVY = Colour(20, 38, 74)
INK = Colour(38, 42, 52)
GREY = Colour(98, 104, 116)
GOLD = Colour(160, 124, 48)
"""For ornament and for type of at least 18 pt; smaller gold type is `DARK_GOLD`."""
DARK_GOLD = Colour(138, 103, 32)
LIGHT_GOLD = Colour(201, 172, 104)
GREEN = Colour(22, 101, 82)
AMBER = Colour(166, 78, 18)
MIST = Colour(237, 239, 243)
"""The ground of headings of tables and the track of a chart."""
BAND = Colour(205, 213, 228)
"""The middle half of a group, on the track of a chart."""
RULE = Colour(205, 209, 217)


class Palette(NamedTuple):
    """The colours of a diploma: all of it follows from what is written with, what shines, and the paper."""

    ink: Colour
    """Names and titles, the disc of the seal."""
    gold: Colour
    """The ornament and type of at least 18 pt."""
    paper: Colour

    @property
    def small_gold(self) -> Colour:
        """The gold that small type may have."""
        return DARK_GOLD if self == CLASSIC else legible(self.gold, self.paper)

    @property
    def text(self) -> Colour:
        """Running text: the ink of all documents, or the organiser's own on dark paper."""
        return INK if contrast(INK, self.paper) >= 7 else self.ink

    @property
    def aside(self) -> Colour:
        """Small text that keeps back."""
        return GREY if contrast(GREY, self.paper) >= 4.5 else self.ink.tint(0.8, self.paper)

    @property
    def rosette(self) -> Colour:
        """The ink of the rosette behind the text: never so strong that text on it could not be read."""
        return self.light_gold.tint(0.34 if _luminance(self.paper) > 0.5 else 0.14, self.paper)

    @property
    def light_gold(self) -> Colour:
        return LIGHT_GOLD if self == CLASSIC else self.gold.tint(0.6, WHITE)


CLASSIC = Palette(NAVY, GOLD, IVORY)

TITLE = Face.SERIF_SEMIBOLD
SERIF = Face.SERIF
AWARD = Face.SERIF_MEDIUM_ITALIC
CITATION = Face.SERIF_ITALIC
BODY = Face.SANS
STRONG = Face.SANS_BOLD
ASIDE = Face.SANS_ITALIC
