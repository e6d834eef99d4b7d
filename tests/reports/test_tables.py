from __future__ import annotations

from datetime import UTC, date, datetime
from fractions import Fraction
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest

from reports.tables import Table, as_csv, standings_table
from reports.workbook import as_xlsx
from tests.reports import samples

TABLE = Table(
    "Ranking: a/b",
    ("Nazwa", "Wynik", "Dzień", "Liczba"),
    (
        ("Żary", Fraction(200, 3), date(2026, 11, 21), 3),
        ("=1+1", None, None, -2),
        ("a;b\x0bc", Fraction(75), None, 0),
    ),
)


def test_csv_opens_right_with_polish_settings() -> None:
    data = as_csv(TABLE, samples.SAY)

    assert data.startswith(b"\xef\xbb\xbf")
    assert data.decode("utf-8-sig").split("\r\n") == [
        "Nazwa;Wynik;Dzień;Liczba",
        "Żary;66,6667;2026-11-21;3",
        "'=1+1;;;-2",
        '"a;b\N{REPLACEMENT CHARACTER}c";75,0000;;0',
        "",
    ]


@pytest.mark.parametrize("text", ["=1+1", "+48 22", "-5", "@SUM(A1)", "\t=1", "=HYPERLINK(0)", " =2"])
def test_no_text_becomes_a_formula(text: str) -> None:
    table = Table("t", ("a",), ((text,),))

    sheet = openpyxl.load_workbook(BytesIO(as_xlsx([table], samples.MADE_AT)))["t"]

    assert (sheet["A2"].value, sheet["A2"].data_type) == (text, "s")
    assert as_csv(table, samples.SAY).decode("utf-8-sig").splitlines()[1].lstrip('"').startswith("'")


def test_a_workbook_has_typed_values_and_frozen_headings() -> None:
    book = openpyxl.load_workbook(BytesIO(as_xlsx([TABLE], samples.MADE_AT)))
    sheet = book["Ranking  a b"]

    rows = list(sheet.iter_rows(values_only=True))
    assert rows == [
        ("Nazwa", "Wynik", "Dzień", "Liczba"),
        ("Żary", 66.666667, datetime(2026, 11, 21), 3),  # noqa: DTZ001 -- a day in a sheet has no zone
        ("=1+1", None, None, -2),
        ("a;b\N{REPLACEMENT CHARACTER}c", 75, None, 0),
    ]
    assert sheet.freeze_panes == "A2"
    assert sheet["B2"].number_format == "0.0"


def test_the_same_table_gives_the_same_bytes_whenever_it_is_saved() -> None:
    once = as_xlsx([TABLE], samples.MADE_AT)

    assert as_xlsx([TABLE], samples.MADE_AT) == once
    with ZipFile(BytesIO(once)) as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.read("docProps/core.xml").count(b"2026-11-21T09:30:00Z") == 2


def test_another_moment_is_another_file() -> None:
    assert as_xlsx([TABLE], datetime(2026, 1, 1, tzinfo=UTC)) != as_xlsx([TABLE], samples.MADE_AT)


def test_the_ranking_is_one_table_with_the_unclassified_in_it() -> None:
    table = standings_table(samples.standings(3), samples.SAY)

    assert table.headings == (
        "Grupa",
        "Miejsce",
        "Uczestnik",
        "Siedziba",
        "Wynik [%]",
        "Kontakty",
        "Nagroda",
        "Powód",
    )
    assert [(row[1], row[4]) for row in table.rows] == [
        (1, Fraction(95)),
        (2, Fraction(9463, 100)),
        (2, Fraction(9463, 100)),
        (None, None),
        (None, None),
    ]
