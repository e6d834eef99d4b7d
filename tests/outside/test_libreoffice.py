"""Our tables opened by LibreOffice with Polish settings and read back from what it saves: numbers, days, text, and no formula.

A conversion has no window, so it saves no frozen headings, whoever made the file: those are tried in `test_tables`.
"""

from __future__ import annotations

import shutil
import subprocess
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from reports.tables import as_csv
from reports.workbook import as_xlsx
from tests.reports import samples
from tests.reports.test_tables import TABLE

OFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(OFFICE is None, reason="not installed: apt-get install libreoffice-calc")
_POLISH = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>pl-PL</value></prop></item></oor:items>"""
_CSV = "--infilter=CSV:59,34,76,1,,1045,false,true"
"""Semicolons, quotes, UTF-8, from the first line, Polish, dates recognised: what the import dialogue offers there."""
_WHAT_IS_MEANT = [
    ("Nazwa", "Wynik", "Dzień", "Liczba"),
    ("Żary", 66.6667, datetime(2026, 11, 21), 3),  # noqa: DTZ001 -- a day in a sheet has no zone
    ("=1+1", None, None, -2),
    ("a;b\N{REPLACEMENT CHARACTER}c", 75, None, 0),
]


def _saved(home: Path, name: str, data: bytes, *how: str) -> Any:
    """The first sheet of what LibreOffice saves after it has opened this file."""
    settings = home / "profile" / "user"
    settings.mkdir(parents=True)
    (settings / "registrymodifications.xcu").write_text(_POLISH)
    (home / name).write_bytes(data)
    command = [str(OFFICE), f"-env:UserInstallation={settings.parent.as_uri()}", "--headless"]
    command += ["--convert-to", "xlsx", *how, "--outdir", str(home / "saved"), str(home / name)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return openpyxl.load_workbook(home / "saved" / f"{Path(name).stem}.xlsx").worksheets[0]


def test_a_workbook_keeps_its_types_and_its_filter(tmp_path: Path) -> None:
    sheet = _saved(tmp_path, "ranking.xlsx", as_xlsx([TABLE], samples.MADE_AT))

    rows = [tuple(round(one, 4) if isinstance(one, float) else one for one in row) for row in sheet.values]
    assert rows == _WHAT_IS_MEANT
    assert (sheet["A3"].data_type, sheet["C2"].is_date) == ("s", True)
    assert sheet.auto_filter.ref == "A1:D4"


def test_a_csv_opens_with_numbers_and_days_and_its_formula_stays_text(tmp_path: Path) -> None:
    sheet = _saved(tmp_path, "ranking.csv", as_csv(TABLE, samples.SAY), _CSV)

    rows = list(sheet.values)
    assert [row[1:] for row in rows] == [row[1:] for row in _WHAT_IS_MEANT]
    # the apostrophe is the price of text that stays text; our own import takes it off
    assert [row[0] for row in rows] == ["Nazwa", "Żary", "'=1+1", _WHAT_IS_MEANT[3][0]]
    assert sheet["A3"].data_type == "s"
