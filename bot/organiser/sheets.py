"""A table that an organiser sent: CSV or XLSX, told apart by content, read into headings and numbered rows of text.

Whatever the bytes are, the only thing raised is `Mistakes`. What a row means is not decided here (`contest.entrants`).
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from xml.etree.ElementTree import ParseError
from xml.parsers.expat import ExpatError

from contest import entrants, juror_table
from contest.headings import Row, fold
from contest.mistakes import Mistakes, mistake

Sheet = tuple[tuple[str, ...], tuple[Row, ...]]
"""The headings, and the rows with the numbers of the lines that they begin in."""

LARGEST = 5 * 1024 * 1024
UNPACKED = 60 * 1024 * 1024
MOST_COLUMNS = 200


@dataclass(frozen=True, slots=True)
class Bounds:
    """How large a table may be: bytes, rows, letters of a cell."""

    size: int = LARGEST
    rows: int = 20_000
    cell: int = 20_000


SENT = Bounds()
"""A table that came in the chat."""
OWN = Bounds(size=64 * 1024 * 1024, rows=200_000, cell=1_000_000)
"""A table on the reader's own disk: a list of a thousand names in one cell is nothing unusual there."""
csv.field_size_limit(
    OWN.cell
)  # else the reader itself refuses a long cell, and it looks like a quote left open

_FOREIGN = (
    (b"%PDF", "PDF"),
    (b"\xd0\xcf\x11\xe0", "XLS / DOC"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG", "PNG"),
    (b"GIF8", "GIF"),
    (b"{\\rtf", "RTF"),
    (b"\x1f\x8b", "GZIP"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7Z"),
    (b"MZ", "EXE"),
    (b"SQLite format 3\0", "SQLite"),
)
_SHEET_FAULTS = (
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    IndexError,
    AssertionError,
    OSError,
    EOFError,
    NotImplementedError,
    RuntimeError,  # an encrypted member of the archive
    RecursionError,
    SyntaxError,
    OverflowError,
    zipfile.BadZipFile,
    zlib.error,
    ParseError,
    ExpatError,
)


def read_sheet(data: bytes, name: str, bounds: Bounds = SENT) -> Sheet:
    """The table in a file called `name`; only what is in the file decides how it is read."""
    try:
        return _read(data, bounds)
    except Mistakes as refused:
        raise refused.within("file", _plain(name)) from None


def _read(data: bytes, bounds: Bounds) -> Sheet:
    if len(data) > bounds.size:
        raise Mistakes([mistake("sheet-too-large", most=bounds.size // 1024 // 1024)])
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise Mistakes([mistake("sheet-empty")])
    if data.startswith(b"PK\x03\x04"):
        return _headed(_excel(data, bounds), bounds)
    if kind := next((kind for start, kind in _FOREIGN if data.startswith(start)), ""):
        raise Mistakes([mistake("sheet-other-file", kind=kind)])
    text = _readable(data)
    return _whole(_headed(_csv(text, bounds), bounds), ended=text.endswith(("\n", "\r")))


def _headed(rows: Iterator[Row], bounds: Bounds) -> Sheet:
    """The first row that says anything is the headings. The width of a table is that of its widest heading."""
    kept: list[Row] = []
    for line, cells in rows:
        if any(cell.strip() for cell in cells):
            kept.append((line, cells))
        if len(kept) > bounds.rows + 1:
            raise Mistakes([mistake("sheet-too-many-rows", most=bounds.rows)])
    if not kept:
        raise Mistakes([mistake("sheet-empty")])
    (_, headings), *rest = kept
    width = max(index for index, cell in enumerate(headings, start=1) if cell.strip())
    if width > MOST_COLUMNS:
        raise Mistakes([mistake("sheet-too-wide", most=MOST_COLUMNS)])
    return tuple(headings[:width]), tuple(rest)


def _whole(sheet: Sheet, *, ended: bool) -> Sheet:
    """The table, unless its end is missing: a last row that stops before the last heading, where no other row does."""
    headings, rows = sheet
    if not ended and len(rows) > 1:
        *others, (line, last) = rows
        if len(last) < len(headings) and all(len(cells) >= len(headings) for _, cells in others):
            raise Mistakes([mistake("sheet-cut").within("line", line)])
    return sheet


def _text(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    if b"\0" in data:
        raise Mistakes([mistake("sheet-not-text")])
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1250")


def _readable(data: bytes) -> str:
    """The text of the bytes, or `sheet-not-text`: no encoding fits, or too much of it is control characters."""
    try:
        text = _text(data)
    except UnicodeDecodeError:
        raise Mistakes([mistake("sheet-not-text")]) from None
    if sum(not (letter.isprintable() or letter.isspace()) for letter in text) * 20 > len(text):
        raise Mistakes([mistake("sheet-not-text")])
    return text


def _csv(text: str, bounds: Bounds) -> Iterator[Row]:
    """Rows with the lines that they begin in: a quoted cell may go on over several."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    begins = 1
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            fault = mistake("sheet-open-quote").within("line", begins)
            raise Mistakes([fault]) from None
        if any(len(cell) > bounds.cell for cell in cells):
            raise Mistakes([mistake("sheet-open-quote").within("line", begins)])
        yield begins, tuple(cells)
        begins = reader.line_num + 1


def _delimiter(text: str) -> str:
    """The mark that splits the first line into the most headings we know; failing that, into the most parts."""
    first = next((line for line in text.split("\n") if line.strip()), "")
    tables = (entrants.COLUMNS, juror_table.COLUMNS)
    known = {spelling for table in tables for spellings in table.values() for spelling in spellings}

    def worth(mark: str) -> tuple[int, int]:
        parts = [fold(part.strip(' "')) for part in first.split(mark)]
        return sum(part in known for part in parts), len(parts)

    return max(";,\t|", key=worth)


def _excel(data: bytes, bounds: Bounds) -> Iterator[Row]:
    try:
        rows = list(_cells(data, bounds))
    except _SHEET_FAULTS:
        raise Mistakes([mistake("sheet-broken-excel")]) from None
    yield from rows


def _cells(data: bytes, bounds: Bounds) -> Iterator[Row]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = archive.infolist()
        if sum(member.file_size for member in members) > UNPACKED or len(members) > 2_000:
            raise Mistakes([mistake("sheet-too-large", most=UNPACKED // 1024 // 1024)])
        if "xl/workbook.xml" not in {member.filename for member in members}:
            raise Mistakes([mistake("sheet-other-file", kind="ZIP")])
    from openpyxl import load_workbook  # noqa: PLC0415 -- half a second that only a workbook is worth

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    try:
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # a forged or stale size of the sheet must not decide what we read
        for line, row in enumerate(sheet.iter_rows(values_only=True), start=1):
            if line > 10 * bounds.rows or len(row) > 20 * MOST_COLUMNS:
                raise Mistakes([mistake("sheet-too-many-rows", most=bounds.rows)])
            yield line, tuple(_shown(value) for value in row)
    finally:
        book.close()


def _shown(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "1" if value else "0"
        case float() if value.is_integer():
            return str(int(value))
        case datetime() | date() | time():
            return value.isoformat()
        case int() | float() | Decimal():
            return str(value)
        case _:
            return str(value)


def _plain(name: str) -> str:
    """The name without any path and without letters that a message cannot show."""
    last = re.split(r"[\\/]", name)[-1]
    return re.sub(r"[^\w .()+-]", "_", last)[:80] or "?"
