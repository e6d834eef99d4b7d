from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from bot.organiser.sheets import LARGEST, UNPACKED, read_sheet
from bot.phrases import catalogue
from contest.mistakes import Mistakes, mistake, tell

TABLE = (("nazwa", "rodzaj"), ((2, ("Gmina Łyse", "gmina")), (3, ("Żółw", "powiat"))))


def refusal(data: bytes, name: str = "uczestnicy.csv") -> list[str]:
    with pytest.raises(Mistakes) as refused:
        read_sheet(data, name)
    return [fault.code for fault in refused.value.found]


def workbook(*rows: tuple[str | float | datetime | None, ...]) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def archive(**members: bytes) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in members.items():
            packed.writestr(name.replace("__", "/").replace("_", "."), data)
    return kept.getvalue()


@pytest.mark.parametrize("mark", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1250", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_csv_is_read_in_any_usual_dress(mark: str, encoding: str, end: str) -> None:
    lines = (("nazwa", "rodzaj"), ("Gmina Łyse", "gmina"), ("Żółw", "powiat"))

    assert read_sheet(end.join(mark.join(line) for line in lines).encode(encoding), "u.csv") == TABLE


def test_a_quoted_cell_may_go_on_over_lines_and_rows_keep_their_lines() -> None:
    data = 'nazwa;rodzaj;adres\n\n"Gmina ""Łyse""";gmina;"ul. Długa 1\n07-437 Łyse"\nŻółw;powiat;x\n'.encode()

    assert read_sheet(data, "u.csv") == (
        ("nazwa", "rodzaj", "adres"),
        ((3, ('Gmina "Łyse"', "gmina", "ul. Długa 1\n07-437 Łyse")), (5, ("Żółw", "powiat", "x"))),
    )


def test_commas_inside_a_table_of_semicolons_stay() -> None:
    assert read_sheet(b"nazwa;rodzaj;adres, kod, miasto\nA;gmina;a, b, c\n", "u.csv") == (
        ("nazwa", "rodzaj", "adres, kod, miasto"),
        ((2, ("A", "gmina", "a, b, c")),),
    )


def test_a_quote_left_open_is_named_by_the_line_it_opens_in() -> None:
    with pytest.raises(Mistakes) as refused:
        read_sheet(b'nazwa;rodzaj\nA;gmina\n"B;gmina\nC;gmina\n', "u.csv")

    assert refused.value.found == (mistake("sheet-open-quote").within("line", 3).within("file", "u.csv"),)


def test_a_workbook_is_read_by_its_content_whatever_its_name() -> None:
    data = workbook(
        ("nazwa", "rodzaj", "ludnosc", "teryt"),
        ("Łyse", "gmina", 8061, "0201022"),
        (None,),
        ("B", "powiat", 1.5, 201022.0),
    )

    assert read_sheet(data, "tabela.csv") == (
        ("nazwa", "rodzaj", "ludnosc", "teryt"),
        ((2, ("Łyse", "gmina", "8061", "0201022")), (4, ("B", "powiat", "1.5", "201022"))),
    )


def test_dates_and_formulas_in_a_workbook_are_text_or_nothing() -> None:
    at = datetime(2026, 9, 1, 8, tzinfo=UTC).replace(tzinfo=None)

    assert read_sheet(workbook(("nazwa", "rodzaj"), (at, "=1+1")), "u.xlsx")[1] == (
        (2, ("2026-09-01T08:00:00", "")),
    )


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "sheet-empty"),
        (b"\xef\xbb\xbf \r\n", "sheet-empty"),
        (b";;;\n;;;\n", "sheet-empty"),
        (b"%PDF-1.7\n1 0 obj", "sheet-other-file"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "sheet-other-file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "sheet-other-file"),
        (archive(readme_txt=b"x"), "sheet-other-file"),
        (archive(xl__workbook_xml=b"<a"), "sheet-broken-excel"),
        (b"PK\x03\x04 and nothing more", "sheet-broken-excel"),
        (workbook(("nazwa",))[:-200], "sheet-broken-excel"),
        (archive(xl__workbook_xml=b"", bomb=b"\0" * (UNPACKED + 1)), "sheet-too-large"),
        (b"nazwa;rodzaj\n" + b"x" * LARGEST, "sheet-too-large"),
        (b"nazwa;rodzaj\na\0b;gmina", "sheet-not-text"),
        (bytes(range(1, 9)) * 9, "sheet-not-text"),
        (b"\xff\xfe\x00", "sheet-not-text"),
        (b"nazwa;rodzaj\n" + b"a;b\n" * 20_001, "sheet-too-many-rows"),
        (b";".join(b"a" for _ in range(300)), "sheet-too-wide"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_that_is_not_what_it_says_is_refused(data: bytes, code: str) -> None:
    assert refusal(data) == [code]


def test_a_bomb_that_lies_about_its_size_is_refused_as_well() -> None:
    bomb = archive(**{"[Content_Types]_xml": b"<x/>", "xl__workbook_xml": b" " * (UNPACKED + 10)})
    lied = bomb.replace((UNPACKED + 10).to_bytes(4, "little"), (10).to_bytes(4, "little"))

    assert refusal(lied) == ["sheet-broken-excel"]


def test_only_the_last_part_of_a_name_is_said() -> None:
    with pytest.raises(Mistakes) as refused:
        read_sheet(b"", "..\\../etc/<b>x.csv")

    assert [tell(catalogue().plain("pl"), fault) for fault in refused.value.found] == [
        "plik _b_x.csv: plik jest pusty. Wyślij tabelę z nagłówkami „nazwa” i „rodzaj”."
    ]


BOOK = workbook(("nazwa", "rodzaj"), ("A", "gmina"))
damaged = st.tuples(st.integers(0, len(BOOK) - 1), st.binary(min_size=1, max_size=8)).map(
    lambda cut: BOOK[: cut[0]] + cut[1] + BOOK[cut[0] + len(cut[1]) :]
)
foreign = st.tuples(
    st.sampled_from([b"", b"PK\x03\x04", b"\xff\xfe", b"\xef\xbb\xbf", b"nazwa;rodzaj\n", b'"']), st.binary()
).map(b"".join)


@settings(max_examples=300, deadline=None)
@given(st.one_of(damaged, foreign), st.text(max_size=20))
def test_any_bytes_are_a_table_or_complaints_that_can_be_said(data: bytes, name: str) -> None:
    try:
        headings, rows = read_sheet(data, name)
    except Mistakes as refused:
        said = [tell(catalogue().plain("pl"), fault) for fault in refused.found]
    else:
        said = [cell for _, cells in (*rows, (1, headings)) for cell in cells]
    assert said
    assert all(isinstance(text, str) for text in said)
