"""Tables as XLSX: headings frozen and filterable, numbers as numbers, and no formula from data.

A text is a string whatever it looks like. The same tables and moment give the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime
from fractions import Fraction
from io import BytesIO
from typing import cast
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from reports.numbers import digits
from reports.tables import FORMULA, Cell, Table, clean

_LONGEST = 32_767
"""Characters that a cell holds."""


def as_xlsx(tables: Sequence[Table], made_at: datetime) -> bytes:
    """A workbook with a sheet a table, headings frozen and filterable."""
    book = Workbook()
    book.remove(book.worksheets[0])
    moment = made_at.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    book.properties.creator = "Incognito"
    book.properties.created = book.properties.modified = moment
    for table in tables:
        _fill(book.create_sheet(re.sub(r"[\[\]:*?/\\]", " ", clean(table.title))[:31]), table)
    data = BytesIO()
    # save_workbook() would write the present moment into the properties
    ExcelWriter(book, ZipFile(data, "w", ZIP_DEFLATED)).save()
    return _timeless(data.getvalue())


def _fill(sheet: Worksheet, table: Table) -> None:
    for column, heading in enumerate(table.headings, start=1):
        cell = _text(_at(sheet, 1, column), heading)
        cell.font = Font(bold=True, color="14264A")
        cell.fill = PatternFill("solid", fgColor="EDEFF3")
        cell.alignment = Alignment(vertical="center", wrap_text=True)
    for number, row in enumerate(table.rows, start=2):
        for column, value in enumerate(row, start=1):
            _put(_at(sheet, number, column), value)
    sheet.freeze_panes = "A2"
    last = get_column_letter(len(table.headings))
    sheet.auto_filter.ref = f"A1:{last}{len(table.rows) + 1}"
    for column, heading in enumerate(table.headings):
        longest = max(
            (len(str(row[column] or "")) for row in table.rows if isinstance(row[column], str)), default=0
        )
        sheet.column_dimensions[get_column_letter(column + 1)].width = min(
            max(len(heading) + 4, longest + 2), 60
        )


def _at(sheet: Worksheet, row: int, column: int) -> SheetCell:
    return cast("SheetCell", sheet.cell(row, column))  # only merged ranges have cells of another kind


def _put(cell: SheetCell, value: Cell) -> None:
    match value:
        case None | "":
            return
        case str():
            _text(cell, value)
        case Fraction():
            cell.value = float(digits(value, 6))
            cell.number_format = "0.0"
        case date():
            cell.value = value
            cell.number_format = "yyyy-mm-dd"
        case _:
            cell.value = value


def _text(cell: SheetCell, text: str) -> SheetCell:
    """A string, whatever it looks like; one that looks like a formula says so when it is edited."""
    shown = clean(text)[:_LONGEST]
    cell.value = shown
    cell.data_type = "s"
    if FORMULA.match(shown):
        cell.quotePrefix = True
    return cell


def _timeless(data: bytes) -> bytes:
    """The same archive, its parts in order and dated as the first day that an archive can hold."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for name in sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            part = ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            part.compress_type = ZIP_DEFLATED
            part.external_attr = 0o600 << 16
            target.writestr(part, source.read(name))
    return out.getvalue()
