"""What goes with time, and who hears of it before."""

from __future__ import annotations

from datetime import timedelta

from bot import nightly, retention
from storage import edition, facts, inbox, journal, outbox, people
from storage.database import Writing
from tests.bot.office import OWNER, Office, to

ACCOUNT = 10_020
DAY = timedelta(days=1)


async def _published(office: Office) -> None:
    await office.joins("J-20")
    await office.joins("J-21")

    async def act(tx: Writing) -> None:
        await edition.advance(tx, "published", by=OWNER, at=office.clock.at)
        await retention.plan(office.house, tx)

    await office.house.db.transact(act)


async def _goes_on(office: Office, days: int) -> list[str]:
    """What the owner reads in that many days, a look a day."""
    said = []
    for _ in range(days):
        office.clock.at += DAY
        said += to(await office.ticks(), OWNER)
    return said


async def test_identities_go_a_year_after_the_results_with_two_warnings(office: Office) -> None:
    await _published(office)
    db = office.house.db.reading
    said = await _goes_on(office, 334)
    assert said == []
    said = await _goes_on(office, 1)
    assert ["05.10.2027" in text and "2 osób" in text for text in said] == [True]
    assert len(await _goes_on(office, 23)) == 1
    assert await people.recognise(db, ACCOUNT) is not None
    head = await journal.head(db)

    said = await _goes_on(office, 7)
    assert [text.split(".")[0] for text in said] == ["Usunąłem dane osobowe 2 osób"]
    assert await people.recognise(db, ACCOUNT) is None
    assert await people.recognise(db, 1) is not None  # who stands in the configuration stays
    assert await edition.phase(db) == "archived"
    assert await journal.verify(db, [head]) is None
    assert to(await office.writes(OWNER, "/odrocz"), OWNER)[0].startswith("Nie ma czego odraczać")
    assert await _goes_on(office, 400) == []


async def test_who_asks_sees_what_would_go_and_puts_it_off(office: Office) -> None:
    assert to(await office.writes(OWNER, "/odrocz"), OWNER)[0].startswith("Nie ma czego odraczać")
    await _published(office)
    assert "05.10.2027" in to(await office.writes(OWNER, "/odrocz"), OWNER)[0]
    for wrong in ("0", "-5", "dużo", "99999", "1" * 99):
        assert to(await office.writes(OWNER, f"/odrocz {wrong}"), OWNER) == [
            "Podaj liczbę dni od 1 do 3650, na przykład: /odrocz 90"
        ]
    assert len(await _goes_on(office, 360)) == 2
    assert "03.01.2028" in to(await office.writes(OWNER, "/odrocz 90"), OWNER)[0]
    assert await _goes_on(office, 50) == []
    assert await people.recognise(office.house.db.reading, ACCOUNT) is not None
    assert len(await _goes_on(office, 40)) == 2
    assert len(await _goes_on(office, 6)) == 1
    assert await people.recognise(office.house.db.reading, ACCOUNT) is None


async def test_after_a_long_outage_nothing_goes_without_a_warning_and_a_week(office: Office) -> None:
    await _published(office)
    office.clock.at += timedelta(days=800)
    await office.ticks()
    assert await people.recognise(office.house.db.reading, ACCOUNT) is not None
    assert await _goes_on(office, 6) == []
    said = await _goes_on(office, 1)
    assert [text[:8] for text in said] == ["Usunąłem"]


async def test_texts_go_with_the_night_that_finds_them_old(office: Office) -> None:
    db = office.house.db

    async def act(tx: Writing) -> None:
        row = await outbox.promise(
            tx, OWNER, "old", '{"kind":"send","text":"stare"}', not_before=office.clock.at, at=office.clock.at
        )
        assert row is not None
        await outbox.sent(tx, {row: 5}, office.clock.at)
        await inbox.receive(tx, [(1, 7, "{}")], office.clock.at)
        await inbox.bury(tx, 1, "KeyError", office.clock.at)
        await nightly.plan(office.house, tx)

    await db.transact(act)
    await _goes_on(office, 29)
    kept = await outbox.find_key(db.reading, "old")
    assert kept is not None
    assert "stare" in kept.body
    await _goes_on(office, 3)
    kept = await outbox.find_key(db.reading, "old")
    assert kept is not None
    assert kept.body == "{}"
    assert [dead.body for dead in await inbox.dead(db.reading)] == [None]
    assert "retention.texts" in [entry.action for entry in await journal.entries(db.reading, 20)]
    assert await facts.get(db.reading, "backup")
