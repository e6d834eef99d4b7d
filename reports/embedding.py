"""Faces as a document embeds them: cut out once a process by the printing library, then grafted into every file.

The letters that Polish and English need are cut for all documents alike; a document with other letters has a cut of its
own. So a face is parsed and packed once and not once a document, and still the same text gives the same bytes.
"""

from __future__ import annotations

import string
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, cast

from reports.fonts import Face, cut, letters_only
from reports.objects import Foreign, pack

if TYPE_CHECKING:
    from fpdf.syntax import PDFObject

_COMMON = frozenset(
    string.ascii_letters
    + string.digits
    + string.punctuation
    + " \N{NO-BREAK SPACE}ąćęłńóśźżĄĆĘŁŃÓŚŹŻ„”’«»–—…·•§№×°−äöüßÄÖÜéèáíúčřšžů"
)


@dataclass(frozen=True, slots=True)
class Embedded:
    """The objects of a face, the first of them its font dictionary, and the code of each letter in hexadecimal."""

    objects: tuple[Foreign, ...]
    codes: Mapping[str, str]

    def coded(self, text: str) -> str:
        """The text as a string of the content of a page."""
        return f"<{''.join([self.codes[letter] for letter in text])}>"


def embedded(face: Face, letters: Iterable[str]) -> Embedded:
    """The face with at least these letters, all of which it must have."""
    further = set(letters) - _COMMON
    return _cut_out(face, "".join(sorted(further)))


@lru_cache(maxsize=64)
def _cut_out(face: Face, further: str) -> Embedded:
    with letters_only():
        # thirty megabytes, loaded by the process that prints: the chat's process knows documents by their values only
        from fpdf import FPDF  # noqa: PLC0415
        from fpdf.fonts import TTFFont  # noqa: PLC0415
        from fpdf.output import OutputProducer  # noqa: PLC0415
        from fpdf.syntax import PDFObject  # noqa: PLC0415

    widths = cut(face).widths
    wanted = sorted(letter for letter in _COMMON if ord(letter) in widths) + list(further)
    document = FPDF()
    # it takes paths only; a trimmed face lives in memory
    font = TTFFont(document, cast("Path", BytesIO(cut(face).data)), face.lower(), "")
    document.fonts[face.lower()] = font
    codes = {letter: f"{font.subset.pick(ord(letter)):04X}" for letter in wanted}
    producer = OutputProducer(document)
    producer._add_fonts({}, {}, {})  # noqa: SLF001 -- the one part of its output that is worth having alone
    return Embedded(tuple(_foreign(each) for each in producer.pdf_objs if isinstance(each, PDFObject)), codes)


def _foreign(made: PDFObject) -> Foreign:
    """An object of the printing library; its streams are packed here, for some it leaves open."""
    body = made.serialize().encode("latin-1")
    content = made.content_stream()
    if content is None:
        return Foreign(body[body.index(b"<<") : body.rindex(b">>") + 2])
    if b"/FlateDecode" not in body[: body.index(b"stream\n")]:
        return Foreign(
            b"/Filter/FlateDecode/Length %d/Length1 %d" % (len(pack(content)), len(content)), pack(content)
        )
    head = body[body.index(b"<<") + 2 : body.index(b"\nstream\n")]
    return Foreign(head[: head.rindex(b">>")], bytes(content))
