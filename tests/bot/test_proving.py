"""/sprawdz: the journal, the newest backup, and the code of a diploma as text, as a file, as a picture."""

from __future__ import annotations

from io import BytesIO

import pypdfium2

from bot.incoming import Attachment
from storage import awards, documents, journal
from storage.database import Writing
from tests.bot.a_council import frozen, last
from tests.bot.office import CHECKER, OWNER, Office, to


async def _diploma(office: Office) -> bytes:
    await frozen(office)
    await office.taps(OWNER, (await office.writes(OWNER, "/nagrody"))[-1], "Przyznaj")
    await office.ticks()
    kept = await documents.load(office.house.db.reading, "licencja_lj-2026-0001_gmina-alfa.pdf")
    assert kept is not None
    return kept.bytes


async def test_a_pdf_that_an_organiser_sends_is_judged(office: Office) -> None:
    data = await _diploma(office)

    heard = await office.sends(CHECKER, "dyplom.pdf", data)

    told = last(heard, CHECKER)
    assert told.startswith("<b>Dyplom jest autentyczny.</b>")
    assert "• Uczestnik: Gmina Alfa" in told
    assert "To dokładnie ten plik, który wydał organizator." in told


async def test_a_photo_of_the_code_is_judged_and_a_diploma_taken_back_is_named(office: Office) -> None:
    data = await _diploma(office)
    with pypdfium2.PdfDocument(data) as document:
        picture = BytesIO()
        document[0].render(scale=2.5).to_pil().save(picture, "JPEG")
    photo = Attachment("file", "", picture.tell(), 10**7, photo=True)

    async def revoke(tx: Writing) -> None:
        await awards.revoke(tx, "LJ/2026/0001", "pomyłka", by=OWNER, at=office.clock.at)

    assert "Dyplom jest autentyczny." in last(await office._turn(CHECKER, photo, picture.getvalue()), CHECKER)
    await office.house.db.transact(revoke)
    assert "Dyplom został unieważniony." in last(await office._turn(OWNER, photo, picture.getvalue()), OWNER)


async def test_what_is_no_code_is_said(office: Office) -> None:
    assert last(await office.writes(CHECKER, "/sprawdz LJ/2026/0001"), CHECKER) == (
        "To nie jest kod dyplomu. Podaj cały tekst kodu QR, bez skracania."
    )
    assert last(await office.sends(CHECKER, "x.pdf", b"%PDF-1.4 nothing"), CHECKER) == (
        "Tego pliku nie da się odczytać jako PDF ani zdjęcie."
    )


async def test_the_journal_and_the_newest_backup_are_read_from_end_to_end(office: Office) -> None:
    asked = await office.writes(OWNER, "/sprawdz")
    assert to(asked, OWNER)[0] == "Sprawdzam dziennik i najnowszą kopię. Zaraz napiszę."
    assert "✗ Nie ma jeszcze żadnej kopii: /kopia" in last(await office.ticks(), OWNER)

    first = await office.writes(OWNER, "/kopia")
    assert last(first, OWNER) == "Robię kopię. Dam znać, gdy ją sprawdzę.\nTo będzie pierwsza kopia."
    await office.ticks()
    await office.writes(OWNER, "/sprawdz")
    lines = last(await office.ticks(), OWNER).splitlines()

    head = await journal.head(office.house.db.reading)
    assert lines[1].startswith(f"✓ Dziennik nienaruszony: {head.seq - 1} ")
    assert lines[2] == "✓ Zgłoszenia zgadzają się z dziennikiem."
    assert lines[3].startswith("✓ Kopia incognito-2026-10-05-110000.sqlite3 (")
    again = last(await office.writes(OWNER, "/kopia"), OWNER)
    assert (
        "Poprzednia: incognito-2026-10-05-110000.sqlite3, odtworzona na próbę pon. 5 października, 11:00."
        in again
    )


async def test_a_backup_that_does_not_come_up_is_named(office: Office) -> None:
    await office.writes(OWNER, "/kopia")
    await office.ticks()
    [copy] = (office.house.config.data_directory / "backups").iterdir()
    copy.write_bytes(copy.read_bytes()[:5000])

    await office.writes(OWNER, "/sprawdz")

    assert f"✗ Kopii {copy.name} nie da się odtworzyć." in last(await office.ticks(), OWNER)


async def test_the_journal_is_searched_and_turned_page_by_page(office: Office) -> None:
    for _ in range(25):
        await office.writes(OWNER, "/zapros 1")
    shown = (await office.writes(OWNER, "/dziennik invitation"))[-1]
    assert [*shown.buttons] == ["Starsze →"]
    older = (await office.taps(OWNER, shown, "Starsze"))[-1]
    assert older.text.startswith("(zmiana) <b>Dziennik</b>: ostatnie wpisy (5 z ")
    assert [*older.buttons] == ["← Najnowsze"]
    newest = (await office.taps(OWNER, older, "← Najnowsze"))[-1]
    assert newest.text.removeprefix("(zmiana) ") == shown.text
    assert "invitation.issue" in last(await office.writes(OWNER, "/dziennik 5.10"), OWNER)
    assert "invitation.issue" in last(await office.writes(OWNER, "/dziennik o-10"), OWNER)
