"""/ranking says which result decides, what the other would change, who was corrected and what nobody knows; in both settings."""

from __future__ import annotations

import asyncio
import csv
import io
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from bot import export as exporting
from bot.house import House
from bot.organiser import results
from contest.deciding import decided
from contest.edition_file import parse_edition
from contest.entrants import Entrant
from storage import audits, awards, documents, people, publications
from storage.database import Writing
from tests.bot.office import CHECKER, OWNER, Office, to
from tests.reports.samples import read_back

GMINY = tuple(
    Entrant(0, f"Gmina {name}", "gmina_wiejska", voivodeship="mazowieckie", population=9000)
    for name in ("Alfa", "Beta", "Gamma", "Delta", "Epsilon", "Zeta")
)
EXAMPLES = Path(__file__).parents[2] / "examples"
STRICT = "J-20"
CLOSED = datetime(2026, 11, 20, 19, 30, tzinfo=UTC)


async def calibrated(house: House) -> House:
    """The same house, with an edition in which the calibrated result decides."""
    settings = house.rules.settings
    source = await publications.source(house.db.reading, "edition", settings.id, settings.version)
    assert source is not None
    version = settings.version + 1
    changed = source.replace('decides      = "official"', 'decides = "calibrated"')
    changed = changed.replace(f"version      = {settings.version}", f"version = {version}")
    await house.db.transact(
        lambda tx: publications.publish(tx, "edition", settings.id, version, changed, house.clock.now())
    )
    found = parse_edition(changed).model_copy(update={"planning": settings.planning})
    return replace(house, rules=replace(house.rules, settings=found))


async def collected(office: Office) -> None:
    """Six communes, five jurors. J-20 finds everything bad and meets only the first three; the others only Beta and Zeta.

    Everything is approved.
    """
    await office.has(*GMINY)
    for code in (STRICT, "J-21", "J-22", "J-23", "J-24"):
        await office.joins(code)
    for task in await office.plans():
        if task.juror != STRICT or task.entrant <= 3:
            await office.submits(task, good=task.juror != STRICT and task.entrant not in (2, 6))
    heard = await office.writes(CHECKER, "/kontrola")
    while heard[-1].buttons:
        opened = await office.taps(CHECKER, heard[-1], "")
        heard = await office.taps(CHECKER, opened[-1], "Zatwierdź")


async def recounted(script: str, *files: Path) -> tuple[int, str]:
    """What a script of the examples, which imports nothing of ours, makes of the export."""
    command = [sys.executable, str(EXAMPLES / script), *map(str, files)]
    ended = await asyncio.to_thread(subprocess.run, command, capture_output=True, text=True, check=False)
    return ended.returncode, ended.stdout + ended.stderr


async def below(office: Office, code: str = OWNER) -> list[str]:
    """What stands below the tables."""
    text = "\n".join(to(await office.writes(code, "/ranking"), code))
    return text.split("</pre>")[-1].strip().splitlines()


async def test_official_points_decide_and_what_the_other_would_change_is_said(office: Office) -> None:
    await collected(office)
    lines = await below(office)

    assert lines[0] == "<b>O miejscach i licencjach decydują punkty oficjalne.</b>"
    assert lines[1].startswith("Skalibrowany wynik ")
    assert lines[2] == "Komu trafili się inni jurorzy niż zwykle:"
    corrected = "\n".join(lines[3:6])
    assert re.search(
        r"^• Gmina (Delta|Epsilon|Zeta): jurorzy łagodniejsi o \d+,\d pkt niż przeciętnie$",
        corrected,
        re.MULTILINE,
    )
    assert any(line.startswith("Licencje pewne: ") for line in lines)
    assert any(line.endswith("Miejsc to nie zmienia.") for line in lines)
    assert re.match(
        r"Druga runda u \d+ uczestnik\w+, .* \(razem kontaktów: \d+\), .* z \d+ % do \d+ %\.$",
        lines[-1].replace("\xa0", " "),
    )
    assert len(lines) <= 12


async def test_the_calibrated_result_decides_and_the_official_points_are_the_other(office: Office) -> None:
    office.house = await calibrated(office.house)
    await collected(office)
    lines = await below(office)

    assert lines[0] == (
        "<b>O miejscach i licencjach decyduje wynik skalibrowany</b>: ile dałby przeciętny juror."
    )
    assert lines[1].startswith("Punkty oficjalne ")
    assert len(lines) <= 12


async def test_a_checker_reads_what_the_contacts_say_of_a_juror_and_nobody_is_left_out(
    office: Office,
) -> None:
    await collected(office)
    listed = (await office.writes(CHECKER, "/juror"))[-1]
    card = (await office.taps(CHECKER, listed, STRICT))[-1].text.splitlines()
    written = (await office.writes(CHECKER, f"/juror {STRICT}"))[-1].text.splitlines()

    assert list(listed.buttons) == [STRICT, "J-21", "J-22", "J-23", "J-24", "Pytania do przejrzenia"]
    assert card == written
    here = card[card.index("<b>W zadaniach</b>") :]
    assert here[1] == "3 zatwierdzone kontakty."
    assert re.match(
        r"Ocenia surowiej niż przeciętny juror: o \d+,\d pkt|Nie wiadomo, czy ocenia surowiej", here[2]
    )
    assert any(line.startswith(f"Bez jurora {STRICT}") for line in here)
    assert "Nikt nie jest skreślany automatycznie." in here[-1]
    assert len(await audits.approved(office.house.db.reading)) == 27


async def test_of_too_little_the_card_says_why(office: Office) -> None:
    await office.joins(STRICT)

    card = (await office.writes(CHECKER, f"/juror {STRICT}"))[-1].text

    assert card.endswith("<b>W zadaniach</b>\nNie ma jeszcze zatwierdzonych kontaktów.")


async def test_the_export_holds_both_results_and_short_scripts_recount_them(
    office: Office, tmp_path: Path
) -> None:
    await collected(office)
    await office.writes(OWNER, "/eksport")
    await office.ticks()
    kept = await documents.load(office.house.db.reading, "eksport.zip")
    assert kept is not None
    with zipfile.ZipFile(io.BytesIO(kept.bytes)) as archive:
        archive.extractall(tmp_path)
    points = await recounted("punkty.py", tmp_path)
    scores = await recounted("przelicz.py", tmp_path / "MODEL.json", tmp_path / "skalibrowany.csv")

    assert points == (0, "Kontaktów: 27, uczestników: 6. Różnic: 0.\n")
    assert scores[0] == 0
    assert scores[1].startswith("Instytucji: 6. Największa różnica: 0.0000")
    with (tmp_path / "kontakty.csv").open(encoding="utf-8", newline="") as opened:
        assert {row["grupa"] for row in csv.DictReader(opened)} == {"gminy-wiejskie"}
    files = await exporting.files(office.house.db.reading, office.house.rules)
    assert files["skalibrowany.csv"] == (tmp_path / "skalibrowany.csv").read_bytes()


async def test_awards_and_documents_follow_the_calibrated_result(office: Office) -> None:
    office.house = await calibrated(office.house)
    await collected(office)
    office.clock.at = CLOSED
    await office.ticks()
    shown = await office.writes(OWNER, "/zamroz")
    await office.taps(OWNER, shown[-1], "Zamroź")
    db = office.house.db.reading
    state = await results.frozen(db)
    assert state is not None
    tables = decided(state.snapshot)
    points = {one.result.entrant: one.points for table in tables for one in table.places}
    entitled = {entrant for entrant, reached in points.items() if reached >= 75}

    proposed = await office.writes(OWNER, "/nagrody")
    if entitled:
        await office.taps(OWNER, proposed[-1], "Przyznaj")
    await office.ticks()
    granted = await awards.listing(db)
    ranking = await documents.load(db, "ranking.csv")
    printed = await documents.load(db, "ranking.pdf")

    assert {one.entrant for one in granted if one.kind == "licence"} == entitled
    for entrant in entitled:
        assert f"{float(points[entrant]):.1f}".replace(".", ",") in "\n".join(one.text for one in proposed)
    assert ranking is not None
    head, *rows = ranking.bytes.decode("utf-8-sig").splitlines()
    assert "Wynik skalibrowany [%];Punkty oficjalne [%]" in head
    assert len(rows) == 6
    assert printed is not None
    assert "decydujewynikskalibrowany" in "".join(read_back(printed.bytes))


async def test_an_english_organiser_reads_it_in_english(office: Office) -> None:
    await collected(office)

    async def english(tx: Writing) -> None:
        await people.speak(tx, OWNER, "en")

    await office.house.db.transact(english)
    lines = await below(office)

    assert lines[0] == "<b>Official points decide places and licences.</b>"


async def test_with_too_little_it_says_so_and_corrects_nothing(office: Office) -> None:
    await office.has(*GMINY[:2])
    await office.joins("J-20")
    for task in await office.plans():
        await office.submits(task)
    heard = await office.writes(CHECKER, "/kontrola")
    while heard[-1].buttons:
        opened = await office.taps(CHECKER, heard[-1], "")
        heard = await office.taps(CHECKER, opened[-1], "Zatwierdź")
    text = "\n".join(to(await office.writes(OWNER, "/ranking"), OWNER))

    assert text.endswith(
        "<b>O miejscach i licencjach decydują punkty oficjalne.</b>\n"
        "Za mało jurorów, by poprawiać ich surowość: 1, potrzeba co najmniej 3. Zostają zwykłe średnie."
    )
