"""Nothing that leaves the house says who a juror is: no document, export, file name, log line, nor the database itself."""

from __future__ import annotations

import io
import logging
import os
import re
import zipfile
from datetime import datetime, timedelta
from pathlib import Path

import pypdfium2
import pytest

from bot import backups, nightly
from storage import documents, journal
from storage.backup import copy_of
from tests.bot.office import OWNER, Office
from tests.bot.test_certainty import CLOSED, collected
from tests.bot.test_own_data import busy, forgets, traces_in

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


def _moved(path: Path, at: datetime) -> None:
    """The file was made at that moment of the story, not of the computer."""
    os.utime(path, (at.timestamp(), at.timestamp()))


async def test_a_month_after_somebody_is_forgotten_not_a_byte_of_them_is_left_in_the_folder(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    """Backups, what was put aside before a change of the schema or by a restore, exports, the log, the database and its log."""
    for ours in ("bot", "storage", "reports", "contest"):
        caplog.set_level(logging.DEBUG, ours)
    config, db = office.house.config, office.house.db
    data = config.data_directory
    await busy(office)
    await office.writes(OWNER, "/eksport")
    await office.writes(OWNER, "/kopia")
    await office.ticks()
    restored = data / f"{backups.SET_ASIDE}2026-10-01-120000"
    restored.mkdir()
    await copy_of(config.database, restored / "incognito.sqlite3")
    aside = data / "incognito.v11.sqlite3"
    await copy_of(config.database, aside)
    [backup] = config.backup_folder.iterdir()
    assert [
        bool(traces_in(file.read_bytes())) for file in (backup, restored / "incognito.sqlite3", aside)
    ] == [True] * 3
    for path in (backup, restored):
        _moved(path, office.clock.at)

    await forgets(office)
    for _ in range(3):
        office.clock.at += timedelta(minutes=1)
        await office.ticks()
    assert not aside.exists()  # the others wait for their age, as the person was told

    office.clock.at += timedelta(days=31)
    await db.transact(lambda tx: nightly.plan(office.house, tx))
    office.clock.at += timedelta(days=1)
    await office.ticks()
    await office.ticks()
    files = [file for file in data.rglob("*") if file.is_file()]
    assert {file.name for file in files} >= {"incognito.sqlite3", "pieczecie.txt", "tozsamosc.key"}
    assert sum(file.parent == config.backup_folder for file in files) == 1  # the one of this night
    assert {file.name: found for file in files if (found := traces_in(file.read_bytes()))} == {}
    assert traces_in(" ".join(map(str, files)).encode()) == []
    for line in await documents.listing(db.reading):
        kept = await documents.load(db.reading, line.name)
        assert kept is not None
        assert traces_in("".join(_texts(kept.name, kept.bytes)).encode()) == []
    assert traces_in(caplog.text.encode()) == []
    assert await journal.verify(db.reading) is None
