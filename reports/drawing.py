"""Pages become a PDF. The only home of the printing library.

The same pages, title and moment give the same bytes: the date of creation is given, fonts are numbered in the order of
their first use, and nothing asks the clock. Operators are written straight into the page; a shared `Art` is put into
operators once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import assert_never, cast

from fpdf import FPDF
from fpdf.enums import PDFResourceType
from fpdf.fonts import TTFFont

from reports.fonts import MM_PER_POINT, Face, cut
from reports.marks import Art, Mark, Page, Pen, Shape, Text
from reports.theme import Colour

_OPERATOR = {"M": "m", "L": "l", "C": "c", "Z": "h"}


@dataclass(frozen=True, slots=True)
class Cover:
    """What a document says of itself; `made_at` is the moment of its snapshot, never of its printing."""

    title: str
    author: str
    subject: str
    language: str
    made_at: datetime


def pdf(pages: Sequence[Page], cover: Cover) -> bytes:
    """The document as a file."""
    document = FPDF(unit="pt")
    document.set_auto_page_break(auto=False)
    document.set_title(cover.title)
    document.set_author(cover.author)
    document.set_subject(cover.subject)
    document.set_lang(cover.language)
    document.set_creator("Incognito")
    document.set_creation_date(cover.made_at)
    faces = _Faces(document)
    for page in pages:
        document.add_page(format=(_points(page.size.width), _points(page.size.height)))
        document._out(_content(page, faces))  # noqa: SLF001 -- operators are ten times as fast as its own drawing
    return bytes(document.output())


class _Faces:
    """The faces of one document, joined when a text first asks for them."""

    def __init__(self, document: FPDF) -> None:
        self._document = document

    def show(self, text: Text) -> str:
        """The operators that choose the face and show the letters."""
        font = self._font(text.face)
        fonts_of_page = self._document._resource_catalog  # noqa: SLF001 -- what set_font() does, without its operators
        fonts_of_page.add(PDFResourceType.FONT, font.i, self._document.page)
        return f"/F{font.i} {_number(text.size)} Tf {font.encode_text(text.text)}"

    def _font(self, face: Face) -> TTFFont:
        key = face.lower()
        if key not in self._document.fonts:
            # add_font() takes paths only; a trimmed face lives in memory
            source = cast("Path", BytesIO(cut(face).data))
            self._document.fonts[key] = TTFFont(self._document, source, key, "")
        return cast("TTFFont", self._document.fonts[key])


def _content(page: Page, faces: _Faces) -> bytes:
    """The page's operators, in millimetres from the top: one change of coordinates, then the marks as they are."""
    height = _points(page.size.height)
    scale = f"{1 / MM_PER_POINT:.6f}"
    head = f"q {scale} 0 0 -{scale} 0 {_number(height)} cm 1 j\n".encode("ascii")
    return b"\n".join([head, *(_operators(mark, faces) for mark in page.marks), b"Q"])


def _operators(mark: Mark, faces: _Faces) -> bytes:
    match mark:
        case Shape():
            return _painted(mark).encode("ascii")
        case Art():
            return _art(mark)
        case Text():
            return _lettered(mark, faces).encode("latin-1")
        case _:
            assert_never(mark)


@lru_cache(maxsize=32)
def _art(art: Art) -> bytes:
    return "\n".join(_painted(shape) for shape in art.shapes).encode("ascii")


def _painted(shape: Shape) -> str:
    path = " ".join(
        f"{' '.join(map(_number, values))} {_OPERATOR[kind]}" if values else _OPERATOR[kind]
        for kind, values in shape.steps
    )
    fill = f"{_colour(shape.fill)} rg " if shape.fill else ""
    stroke = f"{_stroke(shape.pen)} " if shape.pen else ""
    paint = {(True, True): "B", (True, False): "f", (False, True): "S", (False, False): "n"}
    return f"{fill}{stroke}{path} {paint[bool(fill), bool(stroke)]}"


def _stroke(pen: Pen) -> str:
    return f"{_colour(pen.colour)} RG {_number(pen.width)} w [{' '.join(map(_number, pen.dash))}] 0 d"


def _lettered(text: Text, faces: _Faces) -> str:
    """Text stands on its feet although the page counts downwards: the matrix turns it over again."""
    up = f"{MM_PER_POINT:.6f}"
    place = f"{up} 0 0 -{up} {_number(text.x)} {_number(text.y)} Tm"
    return f"BT {_colour(text.colour)} rg {_number(text.track)} Tc {place} {faces.show(text)} ET"


def _colour(colour: Colour) -> str:
    return " ".join(_number(part / 255) for part in colour)


def _points(millimetres: float) -> float:
    return millimetres / MM_PER_POINT


def _number(value: float) -> str:
    """Three decimals, a micrometre; no exponent, no trailing zeros, no minus zero."""
    digits = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if digits == "-0" else digits
