"""Nothing that leaves the house says who a juror is: no document, export, file name, log line, nor the database itself."""

from __future__ import annotations

import io
import logging
import re
import zipfile

import pypdfium2
import pytest

from bot import backups
from storage import documents
from tests.bot.office import OWNER, Office
from tests.bot.test_certainty import CLOSED, collected

CANARIES = re.compile(r"Tajne|\b100(20|21|22|23|24)\b")
"""The jurors of the office are called `Tajne J-20` and write from the account 10020, and so on."""


def _texts(name: str, data: bytes) -> list[str]:
    """Everything that can be read in a file, whatever it is."""
    if data.startswith(b"%PDF"):
        with pypdfium2.PdfDocument(data) as pdf:
            pages = [page.get_textpage().get_text_bounded() for page in pdf]
            return [name, *pages, *pdf.get_metadata_dict().values()]
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            inner = [_texts(each, archive.read(each)) for each in archive.namelist()]
        return [name, *(text for texts in inner for text in texts)]
    return [name, data.decode("utf-8", "replace")]


async def test_no_file_name_log_line_or_database_says_who_a_juror_is(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    for ours in ("bot", "storage", "reports", "contest"):
        caplog.set_level(logging.DEBUG, ours)
    house = office.house
    await collected(office)
    office.clock.at = CLOSED
    await office.ticks()
    shown = await office.writes(OWNER, "/zamroz")
    await office.taps(OWNER, shown[-1], "Zamroź")
    await office.writes(OWNER, "/nagrody")
    await office.writes(OWNER, "/eksport")
    await office.ticks()

    files = await documents.listing(house.db.reading)
    assert {"eksport.zip", "ranking.pdf", "ranking.csv"} <= {file.name for file in files}
    for line in files:
        kept = await documents.load(house.db.reading, line.name)
        assert kept is not None
        for text in _texts(kept.name, kept.bytes):
            assert not CANARIES.search(text), (kept.name, CANARIES.search(text))
    assert not CANARIES.search(caplog.text)
    assert "Tajne" not in caplog.text
    made = await backups.make(house.config, house.config.backup_folder / "plain.sqlite3")
    for file in (*house.config.data_directory.glob("incognito.sqlite3*"), made.file):
        assert b"Tajne" not in file.read_bytes(), file.name
        assert not CANARIES.search(file.name)
