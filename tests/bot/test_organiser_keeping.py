"""The journal, a backup that was restored before it is called one, and the export as one archive."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from contest.entrants import Entrant
from storage import documents, journal
from storage.backup import check
from tests.bot.office import CHECKER, OWNER, Office, to

GMINA = Entrant(0, "Gmina Wieliszew", "gmina_wiejska", voivodeship="mazowieckie", population=21554)


async def test_a_backup_is_tried_before_it_is_told(office: Office, tmp_path: Path) -> None:
    await office.has(GMINA)
    assert to(await office.writes(OWNER, "/kopia"), OWNER) == [
        "Robię kopię. Dam znać, gdy ją sprawdzę.\nTo będzie pierwsza kopia."
    ]
    told = to(await office.ticks(), OWNER)[0]
    assert told.startswith(
        "Kopia gotowa i sprawdzona przez odtworzenie: <b>incognito-2026-10-05-110000.sqlite3</b>, "
    )
    [copy] = (tmp_path / "data" / "backups").iterdir()
    report = await check(copy)
    assert dict(report.counts)["entrants"] == 1
    assert [entry.subject for entry in await journal.entries(office.house.db.reading, 1, "backup")] == [
        copy.name
    ]


async def test_a_backup_that_fails_is_told_too(office: Office, tmp_path: Path) -> None:
    (tmp_path / "data" / "backups").write_text("a file where the folder should be")
    await office.writes(OWNER, "/kopia")
    assert to(await office.ticks(), OWNER)[0].startswith("Kopia się nie udała: ")


async def test_the_export_comes_as_one_archive(office: Office) -> None:
    await office.has(GMINA)
    assert to(await office.writes(OWNER, "/eksport"), OWNER) == ["Przygotowuję eksport. Przyślę go tutaj."]
    assert to(await office.ticks(), OWNER) == ["(plik) eksport.zip"]
    kept = await documents.load(office.house.db.reading, "eksport.zip")
    assert kept is not None
    with zipfile.ZipFile(io.BytesIO(kept.bytes)) as archive:
        assert archive.testzip() is None
        assert len(archive.namelist()) > 3


async def test_the_journal_shows_the_newest_acts_and_can_be_narrowed(office: Office) -> None:
    await office.has(GMINA)
    await office.writes(OWNER, "/zapros 2")
    lines = to(await office.writes(OWNER, "/dziennik"), OWNER)[0].splitlines()
    head = await journal.head(office.house.db.reading)
    assert lines[0] == f"<b>Dziennik</b>: ostatnie wpisy ({min(head.seq, 20)} z {head.seq})"
    assert lines[1].startswith(f"{head.seq}. 05.10 11:00 · O-10 · invitation.issue · ")
    assert lines[-1] == f"Pieczęć ostatniego wpisu: <code>{head.hash[:16]}</code>"
    narrowed = to(await office.writes(OWNER, "/dziennik entrant"), OWNER)[0].splitlines()
    assert [line.split(" · ")[2] for line in narrowed[1:-2]] == ["entrant.import"]
    assert to(await office.writes(OWNER, "/dziennik <x>"), OWNER) == [
        "W dzienniku nie ma czynności, która zaczyna się od „&lt;x&gt;”."
    ]


async def test_only_an_owner_reads_the_journal(office: Office) -> None:
    for word in ("dziennik", "kopia", "eksport", "zamroz"):
        assert to(await office.writes(CHECKER, f"/{word}"), CHECKER) == [
            f"Nie znam polecenia /{word}. Listę poleceń pokaże /pomoc."
        ]
