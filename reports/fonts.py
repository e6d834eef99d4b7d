"""The two type families of all documents, read from their packages, trimmed to the letters we set, parsed once.

Spectral (serif) and Lato (sans) are static TrueType under the OFL. What a document embeds is cut out of the trimmed
face: without its layout tables that takes a tenth of the time that the whole file would.
"""

from __future__ import annotations

import logging
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from io import BytesIO
from pathlib import Path

from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont

from contest.mistakes import Mistakes, mistake

Step = tuple[str, tuple[float, ...]]
"""Of a path: `("M", (x, y))`, `("L", (x, y))`, `("C", (x1, y1, x2, y2, x, y))` or `("Z", ())`."""

MM_PER_POINT = 25.4 / 72

_PACKAGES = {"Spectral": "fontpkg_spectral", "Lato": "fontpkg_lato"}
_SYSTEM = (Path("/usr/local/share/fonts"), Path("/usr/share/fonts"), Path.home() / ".fonts")
_LETTERS = frozenset(
    [*range(0x20, 0x250), *range(0x400, 0x460), *range(0x2010, 0x2050), *map(ord, "№→←↑↓✓−≥≤×≈€◆•ẞ")]
)
_UNWANTED = ("GSUB", "GPOS", "GDEF", "kern", "DSIG", "meta", "hdmx", "VDMX", "LTSH")


_FOR_MORE_THAN_LETTERS = ("numpy", "cryptography", "endesive", "uharfbuzz", "lxml")
"""What the libraries of letters take when it is there, for pictures, locks, signatures, scripts; twenty megabytes of it."""


@contextmanager
def letters_only() -> Iterator[None]:
    """What is imported here finds these packages not installed, unless they are loaded already."""
    hidden = [name for name in _FOR_MORE_THAN_LETTERS if name not in sys.modules]
    sys.modules.update(dict.fromkeys(hidden))  # type: ignore[arg-type] # None: the import system's word for „not there”
    try:
        yield
    finally:
        for name in hidden:
            del sys.modules[name]


class Face(StrEnum):
    """A style of type; its value is the name of the font's file."""

    SERIF = "Spectral-Regular"
    SERIF_ITALIC = "Spectral-Italic"
    SERIF_MEDIUM_ITALIC = "Spectral-MediumItalic"
    SERIF_SEMIBOLD = "Spectral-SemiBold"
    SANS = "Lato-Regular"
    SANS_ITALIC = "Lato-Italic"
    SANS_BOLD = "Lato-Bold"


@dataclass(frozen=True, slots=True, eq=False)
class Cut:
    """A face ready for use. Widths and heights are in thousandths of the type size."""

    data: bytes
    widths: Mapping[int, int]
    """By code point: exactly the characters that this face can set."""
    cap_height: int


@cache
def cut(face: Face) -> Cut:
    """The face, read and trimmed. Raises `Mistakes` when its package is not installed."""
    font = _trimmed(face)
    data = BytesIO()
    font.save(data)
    scale = 1000 / font["head"].unitsPerEm
    metrics = font["hmtx"].metrics
    return Cut(
        data=data.getvalue(),
        # rounded as the printing library rounds them, so that what we measure is what a viewer shows
        widths={code: round(scale * metrics[name][0] + 0.001) for code, name in font.getBestCmap().items()},
        cap_height=round(scale * font["OS/2"].sCapHeight),
    )


def width(text: str, face: Face, size: float, *, track: float = 0) -> float:
    """How wide a line of text is, in mm; `size` in points, `track` in points added after every letter but the last."""
    letters = sum(map(_advances(face).__getitem__, text))
    return (letters * size / 1000 + track * max(len(text) - 1, 0)) * MM_PER_POINT


class _Advances(dict[str, int]):
    """Widths by letter; a letter that the face lacks has none."""

    def __missing__(self, letter: str) -> int:
        return 0


@cache
def _advances(face: Face) -> _Advances:
    return _Advances((chr(code), wide) for code, wide in cut(face).widths.items())


def cap_height(face: Face, size: float) -> float:
    """The height of a capital letter, in mm."""
    return cut(face).cap_height * size / 1000 * MM_PER_POINT


def printable(text: str, face: Face) -> str:
    """The text with every character that the face lacks replaced by its plain letter, or by a question mark."""
    widths = cut(face).widths
    composed = unicodedata.normalize("NFC", text)
    if _advances(face).keys() >= set(composed):
        return composed
    return "".join(letter if ord(letter) in widths else _plain(letter, widths) for letter in composed)


def _plain(letter: str, widths: Mapping[int, int]) -> str:
    if unicodedata.category(letter) in ("Cc", "Cf", "Mn", "Zl", "Zp"):
        return " " if letter.isspace() else ""
    bare = "".join(part for part in unicodedata.normalize("NFKD", letter) if ord(part) in widths)
    return bare or "?"


def outline(letter: str, face: Face) -> tuple[tuple[Step, ...], float]:
    """The contour of one letter in a box of one em, y upwards, and its advance; for lettering that is a picture."""
    font = _opened(face)
    glyphs = font.getGlyphSet()
    name = font.getBestCmap()[ord(letter)]
    pen = Contour(glyphs)
    glyphs[name].draw(pen)
    em = font["head"].unitsPerEm
    steps = tuple((kind, tuple(value / em for value in values)) for kind, values in pen.steps)
    return steps, glyphs[name].width / em


class Contour(BasePen):  # type: ignore[misc] # fontTools ships no types
    """Notes a glyph's path; the base class turns quadratic curves into cubic ones."""

    def __init__(self, glyphs: object) -> None:
        super().__init__(glyphs)
        self.steps: list[Step] = []

    def _moveTo(self, pt: tuple[float, float]) -> None:  # noqa: N802 -- fontTools names it
        self.steps.append(("M", pt))

    def _lineTo(self, pt: tuple[float, float]) -> None:  # noqa: N802 -- fontTools names it
        self.steps.append(("L", pt))

    def _curveToOne(  # noqa: N802 -- fontTools names it
        self, pt1: tuple[float, float], pt2: tuple[float, float], pt3: tuple[float, float]
    ) -> None:
        self.steps.append(("C", (*pt1, *pt2, *pt3)))

    def _closePath(self) -> None:  # noqa: N802 -- fontTools names it
        self.steps.append(("Z", ()))


@cache
def _opened(face: Face) -> TTFont:
    return TTFont(BytesIO(cut(face).data), lazy=True)


def _trimmed(face: Face) -> TTFont:
    # ten megabytes, loaded by the process that prints; the chat's process only measures and names
    with letters_only():
        from fontTools import subset  # noqa: PLC0415

    font = TTFont(BytesIO(_file(face)), lazy=True, recalcTimestamp=False)
    for table in _UNWANTED:
        if table in font:
            del font[table]
    options = subset.Options(hinting=False, notdef_outline=True, recommended_glyphs=True, layout_features=[])
    trimmer = subset.Subsetter(options)
    trimmer.populate(unicodes=_LETTERS)
    trimmer.subset(font)
    return font


def _file(face: Face) -> bytes:
    """From its package, or the same face as the system has it; another one would be another look, and other bytes."""
    package = _PACKAGES[face.partition("-")[0]]
    try:
        return (files(package) / "files" / f"{face}.ttf").read_bytes()
    except (ModuleNotFoundError, FileNotFoundError) as lost:
        for folder in _SYSTEM:
            if found := sorted(folder.rglob(f"{face}.ttf")):
                return found[0].read_bytes()
        name = package.replace("_", "-")
        raise Mistakes([mistake("font-missing", font=f"{face}.ttf", package=name)]) from lost


logging.getLogger("fontTools").setLevel(logging.ERROR)
"""It tells at length what it leaves out of a subset, which is what we asked for."""
