"""typst and reportlab, each as fast as it goes, for `benchmarks/documents.py`. Nothing that draws for us is loaded here."""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterator
from functools import partial
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Any

import typst
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas
from reportlab.platypus import LongTable, SimpleDocTemplate, TableStyle

from benchmarks.clock import Work, timed

Plain = dict[str, Any]

_FOLDERS = [Path(str(files(package) / "files")) for package in ("fontpkg_spectral", "fontpkg_lato")]
_STYLES = {
    "Spectral-Regular": '(font: "Spectral")',
    "Spectral-Italic": '(font: "Spectral", style: "italic")',
    "Spectral-MediumItalic": '(font: "Spectral", style: "italic", weight: "medium")',
    "Spectral-SemiBold": '(font: "Spectral", weight: "semibold")',
    "Lato-Regular": '(font: "Lato")',
    "Lato-Italic": '(font: "Lato", style: "italic")',
    "Lato-Bold": '(font: "Lato", weight: "bold")',
}
_POINTS = 72 / 25.4


def typst_diplomas(handed: Path, home: Path) -> Work:
    """A compiler that is kept, with its fonts; what changes comes in as inputs."""
    page = _read(handed / "still.json")
    width, height = page["size"]
    paths = "".join(map(_svg_path, page["still"]))
    (home / "frame.svg").write_text(_svg(f"0 0 {width} {height}", paths), "utf-8")
    marks = next(_documents(handed))["marks"]
    texts = [mark for mark in marks if mark["kind"] == "text"]
    code = next(mark for mark in marks if mark["kind"] == "squares")
    lines = [
        f"#place(dx: {mark['x']}mm, dy: {mark['y']}mm - 1em, text(size: {mark['size']}pt, tracking: {mark['track']}pt, "
        f"fill: rgb{tuple(mark['colour'])}, ..{_STYLES[mark['face']]})[#said.at({index})])"
        for index, mark in enumerate(texts)
    ]
    side = code["module"] * code["size"]
    lines.append(
        f'#place(dx: {code["x"]}mm, dy: {code["y"]}mm, image(bytes(sys.inputs.code), format: "svg", alt: "QR", '
        f"width: {side}mm))"
    )
    head = (
        '#set document(title: sys.inputs.title)\n#set text(lang: "pl")\n#let said = json(bytes(sys.inputs.said))\n'
        f'#set page(width: {width}mm, height: {height}mm, margin: 0mm, background: image("frame.svg", width: {width}mm))\n'
    )
    (home / "diploma.typ").write_text(head + "\n".join(lines), "utf-8")
    compiler = _compiler(home / "diploma.typ")
    for document in _documents(handed):
        inputs = {
            "title": document["title"],
            "said": json.dumps([mark["text"] for mark in document["marks"] if mark["kind"] == "text"]),
            "code": next(_svg_code(mark) for mark in document["marks"] if mark["kind"] == "squares"),
        }
        yield partial(_compiled, compiler, inputs)


def typst_ranking(handed: Path, home: Path, count: int) -> Work:
    """Another one each time: typst remembers what it compiled."""
    (home / "ranking.typ").write_text(
        '#set document(title: "Ranking " + sys.inputs.turn)\n#set text(lang: "pl", font: "Lato", size: 9pt)\n'
        '#set page("a4", margin: 18mm, numbering: "1")\n#let rows = json(bytes(sys.inputs.rows))\n= Ranking\n'
        "#table(columns: (15mm, auto, auto, 20mm, 18mm, 38mm), stroke: (bottom: 0.3pt),\n"
        " table.header([*Miejsce*], [*Uczestnik*], [*Siedziba*], [*Wynik*], [*Kontakty*], [*Nagroda*]),\n"
        " ..rows.flatten())",
        "utf-8",
    )
    compiler = _compiler(home / "ranking.typ")
    rows = _read(handed / "rows.json")
    yield partial(_compiled, compiler, {"turn": "first", "rows": json.dumps(rows[:50])})
    for turn in range(count):
        told = [[place, f"{name} {turn}", *rest] for place, name, *rest in rows]
        yield partial(_compiled, compiler, {"turn": str(turn), "rows": json.dumps(told)})


def reportlab_diplomas(handed: Path) -> Work:
    """Raw operators for what is drawn, its own calls for what is written."""
    _register()
    page = _read(handed / "still.json")
    width, height = (side * _POINTS for side in page["size"])
    ready = [_operators(shape) for shape in page["still"]]

    def one(document: Plain) -> bytes:
        out = BytesIO()
        made = canvas.Canvas(out, pagesize=(width, height), pageCompression=1, invariant=1, lang="pl")
        made.setTitle(document["title"])
        made.saveState()
        made.transform(_POINTS, 0, 0, -_POINTS, 0, height)
        code = made._code  # noqa: SLF001 -- its own drawing calls take several times as long
        code.extend(ready)
        for mark in document["marks"]:
            if mark["kind"] == "shape":
                code.append(_operators(mark))
            elif mark["kind"] == "squares":
                runs, module = mark["runs"], f"{mark['module']:.5f}"
                code.append(f"q {module} 0 0 {module} {mark['x']:.3f} {mark['y']:.3f} cm 0 0 0 rg")
                code.append(("%d %d %d 1 re " * (len(runs) // 3)) % tuple(runs) + "f Q")
        made.restoreState()
        for mark in document["marks"]:
            if mark["kind"] == "text":
                text = made.beginText(mark["x"] * _POINTS, height - mark["y"] * _POINTS)
                text.setFont(mark["face"], mark["size"])
                text.setCharSpace(mark["track"])
                text.setFillColorRGB(*(part / 255 for part in mark["colour"]))
                text.textOut(mark["text"])
                made.drawText(text)
        made.save()
        return out.getvalue()

    for document in _documents(handed):
        yield partial(one, document)


def reportlab_ranking(handed: Path, count: int) -> Work:
    """A long table with fixed heights, its fastest kind."""
    _register()
    heads = ["Miejsce", "Uczestnik", "Siedziba", "Wynik", "Kontakty", "Nagroda"]
    style = TableStyle(
        [("FONT", (0, 0), (-1, -1), "Lato-Regular", 7), ("LINEBELOW", (0, 0), (-1, -1), 0.3, (0.8, 0.8, 0.8))]
    )
    widths = [15 * mm, 45 * mm, 50 * mm, 16 * mm, 16 * mm, 38 * mm]

    def one(rows: list[list[str]]) -> bytes:
        out = BytesIO()
        heights = [7 * mm] * (len(rows) + 1)
        table = LongTable([heads, *rows], colWidths=widths, rowHeights=heights, repeatRows=1, style=style)
        SimpleDocTemplate(out, pagesize=A4, title="Ranking", lang="pl").build([table])
        return out.getvalue()

    rows = _read(handed / "rows.json")
    yield partial(one, rows[:50])
    for _ in range(count):
        yield partial(one, rows)


def _documents(handed: Path) -> Iterator[Plain]:
    with (handed / "diplomas.jsonl").open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _read(file: Path) -> Any:
    return json.loads(file.read_text("utf-8"))


def _compiler(source: Path) -> typst.Compiler:
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(folder) for folder in _FOLDERS])
    return typst.Compiler(input=str(source), root=str(source.parent), font_paths=fonts)


def _compiled(compiler: typst.Compiler, inputs: dict[str, str]) -> bytes:
    made = compiler.compile(sys_inputs=inputs)
    assert isinstance(made, bytes), "one document is one file"
    return made


def _register() -> None:
    for name in _STYLES:
        file = next(found for folder in _FOLDERS if (found := folder / f"{name}.ttf").exists())
        pdfmetrics.registerFont(TTFont(name, str(file)))


def _svg(box: str, inside: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{inside}</svg>'


def _svg_path(shape: Plain) -> str:
    steps = " ".join(
        f"{kind}{' '.join(f'{value:.3f}' for value in values)}" for kind, values in shape["steps"]
    )
    fill = f"rgb{tuple(shape['fill'])}" if shape["fill"] else "none"
    pen = shape["pen"]
    stroke = f'stroke="rgb{tuple(pen["colour"])}" stroke-width="{pen["width"]}"' if pen else ""
    return f'<path d="{steps}" fill="{fill}" {stroke}/>'


def _svg_code(code: Plain) -> str:
    runs = code["runs"]
    path = "".join(
        f"M{runs[at]} {runs[at + 1]}h{runs[at + 2]}v1h-{runs[at + 2]}z" for at in range(0, len(runs), 3)
    )
    return _svg(f"0 0 {code['size']} {code['size']}", f'<path d="{path}"/>')


def _operators(shape: Plain) -> str:
    names = {"M": "m", "L": "l", "C": "c", "Z": "h"}
    path = " ".join(
        f"{' '.join(f'{value:.3f}' for value in values)} {names[kind]}" for kind, values in shape["steps"]
    )
    pen = shape["pen"]
    fill = f"{_share(shape['fill'])} rg " if shape["fill"] else ""
    stroke = f"{_share(pen['colour'])} RG {pen['width']} w " if pen else ""
    return f"{fill}{stroke}{path} {'B' if fill and stroke else 'f' if fill else 'S'}"


def _share(colour: list[int]) -> str:
    return " ".join(f"{part / 255:.3f}" for part in colour)


def _work(engine: str, task: str, count: int, *, handed: Path, home: Path) -> Work:
    if engine == "typst":
        return typst_diplomas(handed, home) if task == "diplomas" else typst_ranking(handed, home, count)
    return reportlab_diplomas(handed) if task == "diplomas" else reportlab_ranking(handed, count)


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("engine")
    asked.add_argument("task")
    asked.add_argument("--count", type=int, required=True)
    asked.add_argument("--handed", type=Path, required=True)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory(dir=given.handed) as home:
        work = _work(given.engine, given.task, given.count, handed=given.handed, home=Path(home))
        print(timed(given.engine, given.task, work, Path(home)))
