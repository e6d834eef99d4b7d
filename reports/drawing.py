"""Pages become a PDF: tagged (PDF/UA-1), archivable (PDF/A-3a), the same bytes for the same pages, title and moment.

Operators are written straight into the pages; a shared `Art` and every face are put into printable form once a process.
Marks of a `Part` are numbered for the structure tree, everything else is an artifact.
"""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache, lru_cache
from itertools import groupby
from typing import assert_never

from reports.embedding import embedded
from reports.fonts import MM_PER_POINT, Face
from reports.marks import Art, Ink, Page, Part, Pen, Picture, Shape, Squares, Text, texts_of
from reports.metadata import Cover, attach, info, xmp
from reports.objects import File, pack, text
from reports.structure import Box, Tree
from reports.theme import Colour

_OPERATOR = {"M": "m", "L": "l", "C": "c", "Z": "h"}
_ANYWHERE = b"/Type/XObject/Subtype/Form/BBox[-2000 -2000 4000 4000]/Resources<<>>"


@contextmanager
def undisturbed() -> Iterator[None]:
    """For a long document: its hundred thousand values point one way only, and a collector of cycles that walks them again
    and again takes a third of the time to find nothing."""
    resting = not gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if not resting:
            gc.enable()


def pdf(pages: Sequence[Page], cover: Cover) -> bytes:
    """The document as a file."""
    file = File()
    home, resources = file.reserve(), file.reserve()
    hand = _Hand(file, pages)
    tree = Tree(file)
    numbers: list[int] = []
    for index, page in enumerate(pages):
        tree.open_page()
        content = file.stream(pack(hand.page(page, tree)))
        size = f"{_number(_points(page.size.width))} {_number(_points(page.size.height))}".encode()
        numbers.append(
            file.add(
                b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 %b]/Resources %d 0 R/Contents %d 0 R/StructParents %d/Tabs/S>>"
                % (home, size, resources, content, index)
            )
        )
    kids = b" ".join(b"%d 0 R" % number for number in numbers)
    file.put(home, b"<</Type/Pages/Count %d/Kids[%b]>>" % (len(numbers), kids))
    file.put(resources, hand.resources())
    root = file.add(
        b"<</Type/Catalog/Pages %d 0 R/Lang %b/MarkInfo<</Marked true>>/StructTreeRoot %d 0 R"
        b"/ViewerPreferences<</DisplayDocTitle true>>/Metadata %d 0 R/OutputIntents[%b]%b>>"
        % (
            home,
            text(cover.language),
            tree.finish(numbers),
            xmp(file, cover),
            _intent(file),
            attach(file, cover),
        )
    )
    return file.written(root, info(file, cover))


def _intent(file: File) -> bytes:
    """What the numbers of a colour mean: sRGB, said by the profile of the International Color Consortium."""
    profile = file.stream(_profile(), b"/N 3")
    return (
        b"<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB2014)/DestOutputProfile %d 0 R>>"
        % profile
    )


@cache
def _profile() -> bytes:
    from fpdf.util import builtin_srgb2014_bytes  # noqa: PLC0415 -- with the rest of it, by the process that prints

    return pack(builtin_srgb2014_bytes())


class _Hand:
    """Writes the content of pages, and knows the faces, drawings and pictures that they use."""

    def __init__(self, file: File, pages: Iterable[Page]) -> None:
        self._file = file
        letters: defaultdict[Face, set[str]] = defaultdict(set)
        for page in pages:
            for line in texts_of(page):
                letters[line.face].update(line.text, " ")
        self._faces = {face: embedded(face, used) for face, used in sorted(letters.items())}
        self._fonts = {face: f"/F{index}" for index, face in enumerate(self._faces)}
        self._objects = {face: file.graft(each.objects) for face, each in self._faces.items()}
        self._forms: dict[Art | Picture, int] = {}

    def resources(self) -> bytes:
        """The dictionary that all pages share."""
        fonts = b"".join(b"%b %d 0 R" % (self._fonts[face].encode(), n) for face, n in self._objects.items())
        forms = b"".join(b"/X%d %d 0 R" % (index, n) for index, n in enumerate(self._forms.values()))
        return b"<</Font<<%b>>/XObject<<%b>>>>" % (fonts, forms)

    def page(self, page: Page, tree: Tree) -> bytes:
        """The operators, in millimetres from the top: one change of coordinates, then the marks as they are."""
        height = _points(page.size.height)
        said = [f"q {1 / MM_PER_POINT:.6f} 0 0 -{1 / MM_PER_POINT:.6f} 0 {_number(height)} cm 1 j"]
        for meant, marks in groupby(page.marks, key=lambda mark: isinstance(mark, Part)):
            if not meant:
                said += [
                    "/Artifact BMC",
                    *(self._ink(mark) for mark in marks if not isinstance(mark, Part)),
                    "EMC",
                ]
                continue
            for part in marks:
                if isinstance(part, Part):
                    said += self._part(part, tree, height)
        return "\n".join([*said, "Q"]).encode("ascii")

    def _part(self, part: Part, tree: Tree, height: float) -> list[str]:
        if not part.marks:
            tree.place(part.node)
            return []
        box = _box(part.marks, height) if part.node.tag == "Figure" else None
        number = tree.mark(part.node, box)
        last = len(part.marks) - 1
        return [
            f"/{part.node.tag} <</MCID {number}>>BDC",
            *(self._ink(mark, more=index < last) for index, mark in enumerate(part.marks)),
            "EMC",
        ]

    def _ink(self, mark: Ink, *, more: bool = False) -> str:
        match mark:
            case Shape():
                return _painted(mark)
            case Text():
                return self._lettered(mark, more=more)
            case Squares():
                return _squares(mark)
            case Art():
                return f"/X{self._form(mark)} Do"
            case Picture():
                place = " ".join(map(_number, (mark.width, 0, 0, -mark.height, mark.x, mark.y + mark.height)))
                return f"q {place} cm /X{self._form(mark)} Do Q"
            case _:
                assert_never(mark)

    def _form(self, mark: Art | Picture) -> int:
        if mark not in self._forms:
            if isinstance(mark, Art):
                self._forms[mark] = self._file.stream(_art(mark), _ANYWHERE)
            else:
                entries = (
                    b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceRGB/BitsPerComponent 8"
                )
                self._forms[mark] = self._file.stream(pack(mark.pixels), entries % (mark.columns, mark.rows))
        return list(self._forms).index(mark)

    def _lettered(self, line: Text, *, more: bool) -> str:
        """Text stands on its feet although the page counts downwards: the matrix turns it over again.

        Between two lines of one paragraph stands a space that is not seen, so that words do not run together when read.
        """
        face = self._faces[line.face]
        up = f"{MM_PER_POINT:.6f}"
        coded = face.coded(f"{line.text} " if more else line.text)
        return (
            f"BT {_colour(line.colour)} rg {_number(line.track)} Tc {up} 0 0 -{up} {_number(line.x)} "
            f"{_number(line.y)} Tm {self._fonts[line.face]} {_number(line.size)} Tf {coded} Tj ET"
        )


def _box(marks: Iterable[Ink], height: float) -> Box:
    """The rectangle around a figure."""
    across: list[float] = []
    down: list[float] = []
    for mark in marks:
        match mark:
            case Text():
                across += [mark.x, mark.x + mark.width]
                down += [mark.y - mark.size * MM_PER_POINT, mark.y]
            case Picture():
                across += [mark.x, mark.x + mark.width]
                down += [mark.y, mark.y + mark.height]
            case Shape():
                _reach(mark, across, down)
            case Squares():
                across += [mark.x, mark.x + mark.module * mark.size]
                down += [mark.y, mark.y + mark.module * mark.size]
            case Art():
                left, top, right, low = _extent(mark)
                across += [left, right]
                down += [top, low]
            case _:
                assert_never(mark)
    return (
        _points(min(across)),
        height - _points(max(down)),
        _points(max(across)),
        height - _points(min(down)),
    )


@lru_cache(maxsize=64)
def _extent(art: Art) -> Box:
    across: list[float] = []
    down: list[float] = []
    for shape in art.shapes:
        _reach(shape, across, down)
    return min(across), min(down), max(across), max(down)


def _reach(shape: Shape, across: list[float], down: list[float]) -> None:
    for _, values in shape.steps:
        across += values[::2]
        down += values[1::2]


def _squares(mark: Squares) -> str:
    module = f"{mark.module:.5f}"
    place = f"q {_colour(mark.colour)} rg {module} 0 0 {module} {_number(mark.x)} {_number(mark.y)} cm"
    # one pattern for all of them: a code has seven hundred runs, and they are most of a diploma's own operators
    runs = ("%d %d %d 1 re " * (len(mark.runs) // 3)) % mark.runs
    return f"{place} {runs}f Q"


@lru_cache(maxsize=64)
def _art(art: Art) -> bytes:
    return pack("\n".join(_painted(shape) for shape in art.shapes).encode("ascii"))


def _painted(shape: Shape) -> str:
    path = " ".join(
        f"{' '.join(map(_number, values))} {_OPERATOR[kind]}" if values else _OPERATOR[kind]
        for kind, values in shape.steps
    )
    fill = f"{_colour(shape.fill)} rg " if shape.fill else ""
    stroke = f"{_stroke(shape.pen)} " if shape.pen else ""
    paint = {(True, True): "B", (True, False): "f", (False, True): "S", (False, False): "n"}
    inside = "*" if shape.even_odd and fill else ""
    return f"{fill}{stroke}{path} {paint[bool(fill), bool(stroke)]}{inside}"


def _stroke(pen: Pen) -> str:
    return f"{_colour(pen.colour)} RG {_number(pen.width)} w [{' '.join(map(_number, pen.dash))}] 0 d"


@lru_cache(maxsize=256)
def _colour(colour: Colour) -> str:
    return " ".join(_number(part / 255) for part in colour)


def _points(millimetres: float) -> float:
    return millimetres / MM_PER_POINT


@lru_cache(maxsize=4096)  # a table stands on the same lines of page after page
def _number(value: float) -> str:
    """Three decimals, a micrometre; no exponent, no trailing zeros, no minus zero."""
    digits = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if digits == "-0" else digits
