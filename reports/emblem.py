"""An organiser's emblem, SVG or PNG, as marks: what of SVG is drawn by paths, filled and stroked with flat colours.

A file that needs more (text, gradients, filters, pictures inside) is refused with what it needs, rather than drawn
wrongly on a hundred diplomas.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from math import radians, sqrt
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring
from fontTools.misc.transform import Identity, Transform
from PIL import Image, ImageColor, UnidentifiedImageError

from contest.mistakes import Mistakes, mistake
from reports.fonts import Contour
from reports.marks import Art, Ink, Pen, Picture, Shape
from reports.theme import Colour, Palette

MOST_BYTES = 2_000_000
_MOST_PIXELS = 700
"""Along the longer side: twice what a diploma printed at 600 dpi shows in the heart of its seal."""
_SILENT = frozenset({"title", "desc", "metadata", "defs", "namedview"})
"""Elements that draw nothing by themselves."""
_DRAWN = frozenset({"path", "rect", "circle", "ellipse", "polygon", "polyline", "line"})
_TURN = re.compile(r"(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^)]*)\)")
_DEEPEST = 60


@dataclass(frozen=True, slots=True, eq=False)
class Emblem:
    """A drawing or a picture in a box of its own; two are the same only when they are one."""

    width: float
    height: float
    drawn: tuple[Shape, ...] = ()
    image: bytes = b""
    """A PNG, for a picture."""


@lru_cache(maxsize=8)
def read(data: bytes, name: str) -> Emblem:
    """The emblem that a file holds. Raises `Mistakes`: `emblem-too-large`, `emblem-broken`, `emblem-unsupported`."""
    if len(data) > MOST_BYTES:
        raise Mistakes([mistake("emblem-too-large", file=name, most=MOST_BYTES // 1_000_000)])
    return _picture(data, name) if data.startswith(b"\x89PNG") else _drawing(data, name)


def placed(emblem: Emblem, x: float, y: float, side: float, *, look: Palette) -> Ink:
    """The emblem as large as fits, in the middle of a square around (x, y)."""
    scale = side / max(emblem.width, emblem.height)
    width, height = emblem.width * scale, emblem.height * scale
    left, top = x - width / 2, y - height / 2
    if emblem.image:
        return _shown(emblem, left, top, width, height, look.paper)
    return _laid(emblem, left, top, scale)


@lru_cache(maxsize=8)
def _laid(emblem: Emblem, left: float, top: float, scale: float) -> Art:
    def at(values: tuple[float, ...]) -> tuple[float, ...]:
        return tuple(value * scale + (top if odd % 2 else left) for odd, value in enumerate(values))

    return Art(
        tuple(
            Shape(
                tuple((kind, at(values)) for kind, values in shape.steps),
                shape.fill,
                Pen(shape.pen.colour, shape.pen.width * scale) if shape.pen else None,
                shape.even_odd,
            )
            for shape in emblem.drawn
        )
    )


@lru_cache(maxsize=8)
def _shown(emblem: Emblem, left: float, top: float, width: float, height: float, ground: Colour) -> Picture:
    with Image.open(BytesIO(emblem.image)) as opened:
        over = opened.convert("RGBA")
    flat = Image.new("RGBA", over.size, (*ground, 255))
    flat.alpha_composite(over)
    return Picture(left, top, width, height, *flat.size, flat.convert("RGB").tobytes())


def _picture(data: bytes, name: str) -> Emblem:
    try:
        with Image.open(BytesIO(data), formats=("PNG",)) as opened:
            if max(opened.size) > 6000:
                raise Mistakes([mistake("emblem-too-large", file=name, most=MOST_BYTES // 1_000_000)])
            kept = opened.convert("RGBA")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as broken:
        raise Mistakes([mistake("emblem-broken", file=name)]) from broken
    kept.thumbnail((_MOST_PIXELS, _MOST_PIXELS), Image.Resampling.LANCZOS)
    out = BytesIO()
    kept.save(out, "PNG")
    return Emblem(kept.width, kept.height, image=out.getvalue())


def _drawing(data: bytes, name: str) -> Emblem:
    try:
        root = fromstring(data, forbid_dtd=False, forbid_entities=True, forbid_external=True)
        left, top, width, height = _view(root)
        start = Transform(1, 0, 0, 1, -left, -top)
        drawn = tuple(
            _shapes(root, start, {"fill": "#000000", "stroke": "none", "stroke-width": "1"}, name, 0)
        )
    except (ParseError, DefusedXmlException, ValueError, IndexError, KeyError) as broken:
        raise Mistakes([mistake("emblem-broken", file=name)]) from broken
    if not drawn:
        raise Mistakes([mistake("emblem-broken", file=name)])
    return Emblem(width, height, drawn)


def _view(root: Element) -> tuple[float, float, float, float]:
    """The box that is shown: `viewBox`, or else width and height."""
    if _kind(root) != "svg":
        raise ValueError("not an SVG")
    said = [float(part) for part in re.split(r"[\s,]+", root.get("viewBox", "").strip()) if part]
    if len(said) == 4:
        left, top, width, height = said
    else:
        left, top, width, height = 0, 0, _length(root.get("width", "")), _length(root.get("height", ""))
    if not (0 < width < 1e6 and 0 < height < 1e6):
        raise ValueError("no size")
    return left, top, width, height


def _shapes(
    element: Element, turn: Transform, style: dict[str, str], name: str, depth: int
) -> Iterator[Shape]:
    kind = _kind(element)
    if kind in _SILENT or depth > _DEEPEST:
        return
    turn = turn.transform(_turned(element.get("transform", "")))
    style = {**style, **_style(element)}
    if style.get("display") == "none" or style.get("visibility") == "hidden":
        return
    if kind in ("svg", "g", "a"):
        for child in element:
            if isinstance(child.tag, str):
                yield from _shapes(child, turn, style, name, depth + 1)
    elif kind in _DRAWN:
        yield from _shape(element, turn, style, name)
    else:
        raise Mistakes([mistake("emblem-unsupported", file=name, what=f"<{kind}>")])


def _shape(element: Element, turn: Transform, style: dict[str, str], name: str) -> Iterator[Shape]:
    fill, stroke = _paint(style["fill"], name), _paint(style["stroke"], name)
    if _kind(element) == "line":
        fill = None
    if style.get("opacity", "1") not in ("1", "1.0", "100%"):
        raise Mistakes([mistake("emblem-unsupported", file=name, what=f"opacity={style['opacity']}")])
    # four megabytes where lxml is installed, for those who have an emblem
    from fontTools.svgLib.path import parse_path  # noqa: PLC0415
    from fontTools.svgLib.path.shapes import PathBuilder  # noqa: PLC0415

    builder = PathBuilder()
    # the turn of the element is in `turn` already, and the builder knows one kind of them only
    builder.add_path_from_element(
        Element(element.tag, {key: value for key, value in element.attrib.items() if key != "transform"})
    )
    contour = Contour(None)
    for path in builder.paths:
        parse_path(path, contour)
    steps = tuple((kind, _through(turn, values)) for kind, values in contour.steps)
    pen = None
    if stroke is not None:
        grown = sqrt(abs(turn.xx * turn.yy - turn.xy * turn.yx))
        pen = Pen(stroke, _length(style["stroke-width"]) * grown)
    if steps and (fill or pen):
        yield Shape(steps, fill, pen, even_odd=style.get("fill-rule") == "evenodd")


def _through(turn: Transform, values: tuple[float, ...]) -> tuple[float, ...]:
    points = turn.transformPoints(list(zip(values[::2], values[1::2], strict=True)))
    return tuple(part for point in points for part in point)


def _turned(text: str) -> Transform:
    whole = Identity
    for kind, inside in _TURN.findall(text):
        numbers = [float(part) for part in re.split(r"[\s,]+", inside.strip()) if part]
        whole = whole.transform(_one_turn(kind, numbers))
    return whole


def _one_turn(kind: str, numbers: list[float]) -> Transform:
    match kind:
        case "matrix":
            return Transform(*numbers[:6])
        case "translate":
            return Identity.translate(numbers[0], numbers[1] if len(numbers) > 1 else 0)
        case "scale":
            return Identity.scale(numbers[0], numbers[1] if len(numbers) > 1 else numbers[0])
        case "rotate":
            x, y = (numbers[1], numbers[2]) if len(numbers) > 2 else (0, 0)
            return Identity.translate(x, y).rotate(radians(numbers[0])).translate(-x, -y)
        case "skewX":
            return Identity.skew(radians(numbers[0]), 0)
        case _:
            return Identity.skew(0, radians(numbers[0]))


def _style(element: Element) -> dict[str, str]:
    """Presentation attributes, then what `style` says instead."""
    wanted = ("fill", "fill-rule", "stroke", "stroke-width", "opacity", "display", "visibility")
    said = {name: value for name in wanted if (value := element.get(name)) is not None}
    for declaration in element.get("style", "").split(";"):
        name, _, value = declaration.partition(":")
        if name.strip() in wanted:
            said[name.strip()] = value.strip()
    return {name: value for name, value in said.items() if value != "inherit"}


def _paint(value: str, name: str) -> Colour | None:
    if value in ("none", "transparent"):
        return None
    if value == "currentColor":
        value = "#000000"
    try:
        return Colour(*ImageColor.getrgb(value)[:3])
    except ValueError:
        raise Mistakes([mistake("emblem-unsupported", file=name, what=value[:40])]) from None


def _length(text: str) -> float:
    found = re.match(r"\s*([\d.]+)", text)
    return float(found[1]) if found else 0.0


def _kind(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
