"""Results become public by two organisers, and documents for entrants follow when the embargo ends."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import datetime, timedelta

from bot.house import House
from storage import documents, edition, journal, people, recusals
from storage.database import Writing
from tests.bot.a_council import EXPERTS, closed, experts, frozen, last, opened, votes
from tests.bot.office import CHECKER, OWNER, Office, to

PLANNER = "O-12"


def with_gala(office: Office, at: datetime | None) -> None:
    """The edition has this gala."""
    rules = office.house.rules
    dates = rules.settings.dates.model_copy(update={"gala": at})
    house: House = replace(
        office.house, rules=replace(rules, settings=rules.settings.model_copy(update={"dates": dates}))
    )
    office.house = house


async def _another(office: Office, code: str = PLANNER) -> None:
    async def act(tx: Writing) -> None:
        await people.enlist(tx, code, 77, name="Tajne", language="pl", at=office.clock.at)
        await people.grant(tx, code, ["planner"])

    await office.house.db.transact(act)


async def _granted(office: Office) -> None:
    await frozen(office)
    await office.taps(OWNER, (await office.writes(OWNER, "/nagrody"))[-1], "Przyznaj")
    await office.ticks()


async def test_publication_wants_two_organisers_and_the_second_decides_once(office: Office) -> None:
    with_gala(office, None)
    await _granted(office)
    await _another(office)
    await experts(office, EXPERTS[:1])

    shown = (await office.writes(OWNER, "/publikuj"))[-1]
    assert "Sklasyfikowani: 3, licencje: 3, statuetki: 0, wyróżnienia: 0." in shown.text
    heard = await office.taps(OWNER, shown, "Publikuj")
    assert last(heard, OWNER) == ("Zapisane. Poproszone są 2 osoby, wystarczy potwierdzenie jednej z nich.")
    assert await edition.phase(office.house.db.reading) == "frozen"
    asked = {one.person: one for one in heard if one.buttons}
    assert {*asked} == {CHECKER, PLANNER}

    done = await office.taps(CHECKER, asked[CHECKER], "Publikuj")
    told = "Wyniki są opublikowane. Potwierdzili: O-10, O-11."
    assert all(told in to(done, code) for code in (OWNER, CHECKER, PLANNER, "E-01"))
    late = await office.taps(PLANNER, asked[PLANNER], "Publikuj")
    assert last(late, PLANNER) == "Wyniki są już opublikowane."
    [entry] = await journal.entries(office.house.db.reading, 5, "results.publish")
    assert (entry.actor, entry.details["first"], entry.details["second"]) == (CHECKER, OWNER, CHECKER)


async def test_documents_wait_for_the_gala_also_when_it_is_put_off(office: Office) -> None:
    await _granted(office)
    gala = office.clock.at.replace(tzinfo=None) + timedelta(days=10)
    with_gala(office, gala)
    heard = await office.taps(OWNER, (await office.writes(OWNER, "/publikuj"))[-1], "Publikuj")
    asked = next(one for one in heard if one.person == CHECKER)
    await office.taps(CHECKER, asked, "Publikuj")
    early = await office.ticks()
    assert not any("dla-uczestnikow" in one.text for one in early)

    with_gala(office, gala + timedelta(days=1))
    office.clock.at += timedelta(days=10, hours=1)
    assert not any("dla-uczestnikow" in one.text for one in await office.ticks())
    office.clock.at += timedelta(days=1)
    await office.ticks()
    heard = await office.ticks()

    assert "(plik) dla-uczestnikow.zip" in to(heard, OWNER)
    assert "(plik) dla-uczestnikow.zip" in to(heard, CHECKER)
    kept = await documents.load(office.house.db.reading, "dla-uczestnikow.zip")
    assert kept is not None
    with zipfile.ZipFile(io.BytesIO(kept.bytes)) as archive:
        assert archive.testzip() is None
        folders = {name.partition("/")[0] for name in archive.namelist()}
        assert folders == {"0001_gmina-alfa", "0002_gmina-beta-syn", "0003_gmina-gamma"}
        assert any(name.startswith("0001_gmina-alfa/licencja") for name in archive.namelist())


async def test_nothing_is_published_over_an_open_ballot(office: Office) -> None:
    await _granted(office)
    await experts(office, EXPERTS[:2])
    assert "Ogłoś wyniki" in (await office.writes(OWNER, "/panel"))[-1].buttons
    await opened(office)
    panel = (await office.writes(OWNER, "/panel"))[-1]
    assert "• Kapituła głosuje: 1 otwarte głosowanie" in panel.text
    assert "Kapituła · 1" in panel.buttons

    refused = await office.writes(OWNER, "/publikuj")
    assert last(refused, OWNER) == "Trwa jeszcze 1 głosowanie Kapituły. Stan pokaże /glosuj"

    await votes(office, "E-01", "Gmina Alfa")
    await closed(office)
    assert "Są decyzje Kapituły, których jeszcze nie zapisano" in last(
        await office.writes(OWNER, "/publikuj"), OWNER
    )


async def test_what_was_shown_is_what_is_published(office: Office) -> None:
    await frozen(office)
    shown = (await office.writes(OWNER, "/publikuj"))[-1]
    await office.taps(OWNER, (await office.writes(OWNER, "/nagrody"))[-1], "Przyznaj")

    late = await office.taps(OWNER, shown, "Publikuj")

    assert last(late, OWNER).startswith("Od pokazania tej propozycji coś się zmieniło.")


async def test_whoever_has_an_interest_is_neither_asked_nor_publishes(office: Office) -> None:
    await _granted(office)
    await _another(office)
    await office.house.db.transact(
        lambda tx: recusals.declare(tx, CHECKER, 1, "rodzina", by=CHECKER, at=office.clock.at)
    )

    heard = await office.taps(OWNER, (await office.writes(OWNER, "/publikuj"))[-1], "Publikuj")
    assert {one.person for one in heard if one.buttons} == {PLANNER}

    await office.house.db.transact(
        lambda tx: recusals.declare(tx, OWNER, 1, "rodzina", by=OWNER, at=office.clock.at)
    )
    assert last(await office.writes(OWNER, "/publikuj"), OWNER).startswith("Masz zgłoszony związek")


async def test_one_organiser_alone_reads_what_is_missing(office: Office) -> None:
    await _granted(office)
    await office.house.db.transact(lambda tx: people.withdraw(tx, CHECKER, "checker"))

    refused = await office.taps(OWNER, (await office.writes(OWNER, "/publikuj"))[-1], "Publikuj")

    assert last(refused, OWNER).startswith("Potrzebna jest druga osoba")


async def test_experts_decide_nothing_after_the_publication(office: Office) -> None:
    await _granted(office)
    await experts(office, EXPERTS[:1])
    heard = await office.taps(OWNER, (await office.writes(OWNER, "/publikuj"))[-1], "Publikuj")
    await office.taps(CHECKER, next(one for one in heard if one.person == CHECKER), "Publikuj")

    table = (await office.writes(OWNER, "/glosuj"))[-1]
    refused = await office.taps(OWNER, table, "Otwórz")

    assert last(refused, OWNER).startswith("Wyniki są już opublikowane")
