"""The look, in one place: colours, pages, faces. Every colour of text keeps a contrast of at least 4.5 on its ground."""

from __future__ import annotations

from typing import NamedTuple

from reports.fonts import Face


class Colour(NamedTuple):
    """Red, green, blue: 0 to 255."""

    red: int
    green: int
    blue: int

    def tint(self, share: float, ground: Colour) -> Colour:
        """This colour laid over a ground at such a share: flat ink, no transparency to go wrong in print."""
        mix = [round(under + (over - under) * share) for over, under in zip(self, ground, strict=True)]
        return Colour(mix[0], mix[1], mix[2])


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
AMBER = Colour(176, 86, 24)
MIST = Colour(237, 239, 243)
"""The ground of headings of tables and the track of a chart."""
RULE = Colour(205, 209, 217)

TITLE = Face.SERIF_SEMIBOLD
SERIF = Face.SERIF
AWARD = Face.SERIF_MEDIUM_ITALIC
CITATION = Face.SERIF_ITALIC
BODY = Face.SANS
STRONG = Face.SANS_BOLD
ASIDE = Face.SANS_ITALIC
