"""Tables for spreadsheets, and their CSV, which opens right with Polish settings and holds nothing but values.

Text from outside never becomes a formula: an apostrophe goes before a sign that would start one.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from io import StringIO

from contest.mistakes import Say
from reports.numbers import digits
from reports.standings import Standings

Cell = str | int | Fraction | date | None

FORMULA = re.compile(r"^[\s]*[=+\-@\t\r|]")
"""What a spreadsheet would read as a formula."""
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet: its title, its headings, its rows of plain values."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def standings_table(standings: Standings, say: Say) -> Table:
    """The ranking as one table, the unclassified after the classified of their group."""
    calibrated = standings.rules.decides == "calibrated"
    points = ("percent-calibrated", "percent-official") if calibrated else ("percent",)
    columns = ("group", "place", "name", "where", *points, "contacts", "award", "reason")
    rows: list[tuple[Cell, ...]] = []
    for group in standings.groups:
        for each in group.ranked:
            reached = (each.points, each.official) if calibrated else (each.points,)
            rows.append(
                (group.title, each.place, each.name, each.where, *reached, each.contacts, each.award, "")
            )
        rows += [
            (
                group.title,
                None,
                each.name,
                each.where,
                *(None for _ in points),
                each.contacts,
                "",
                each.reason,
            )
            for each in group.unranked
        ]
    headings = tuple(say(f"standings-column-{column}") for column in columns)
    return Table(say("standings-kicker"), headings, tuple(rows))


def as_csv(table: Table, say: Say) -> bytes:
    """Semicolons, UTF-8 with a byte order mark, decimals in the language of the document, CRLF: what Excel expects."""
    text = StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([_plain(heading) for heading in table.headings])
    writer.writerows([[_written(cell, say) for cell in row] for row in table.rows])
    return text.getvalue().encode("utf-8-sig")


def _written(cell: Cell, say: Say) -> str:
    match cell:
        case None:
            return ""
        case str():
            return _plain(cell)
        case Fraction():
            return digits(cell, 4).replace(".", say("document-decimal-mark"))
        case date():
            return cell.isoformat()
        case _:
            return str(cell)


def _plain(text: str) -> str:
    shown = clean(text)
    return f"'{shown}" if FORMULA.match(shown) else shown


def clean(text: str) -> str:
    """Without what no spreadsheet holds (XML cannot)."""
    return _ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", text)
