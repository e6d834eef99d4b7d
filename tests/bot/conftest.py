"""A house for each test: a real database file, the shipped edition without its training, an owner, a checker, and a clock that
stands still."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot import identity, photos, planned, rulebook, workshop
from bot.config import Config, EditionTable, Organiser
from bot.house import House
from bot.phrases import catalogue
from storage import people
from storage.database import Database, Writing
from tests.bot.office import CHECKER, OWNER, Office, Still, unrotated

EDITION = Path(__file__).parents[2] / "editions" / "lider-zaufania"
START = datetime(2026, 10, 5, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="session", autouse=True)
def _workers() -> Iterator[None]:
    """The processes for documents and photos start with the first order, and serve all tests after it."""
    yield
    photos.close()
    workshop.close()


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    config = Config(
        home=tmp_path,
        edition=EditionTable(folder=str(EDITION)),
        organisers=(Organiser(telegram_id=1, name="Biuro", roles=("owner",)),),
    )
    db = await Database.open(config.database, key=identity.own_key(config))
    rules = unrotated(replace(await rulebook.publish(EDITION, db, START), steps={}))

    async def enlist(tx: Writing) -> None:
        for number, (code, roles) in enumerate(
            {OWNER: ["owner", "planner", "checker"], CHECKER: ["checker"]}.items()
        ):
            await people.enlist(tx, code, 1 + number, name=f"Osoba {number}", language="pl", at=START)
            await people.grant(tx, code, roles)

    await db.transact(enlist)
    made = House(config, rules, db, Still(START), catalogue(), bot_name="incognito_bot")
    await db.transact(lambda tx: planned.plan_dates(made, tx))
    yield made
    await db.close()


@pytest.fixture
def office(house: House) -> Office:
    assert isinstance(house.clock, Still)
    return Office(house, house.clock)
