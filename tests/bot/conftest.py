"""A house for each test: a real database file, the shipped edition without its training, an owner, a checker, and a clock that
stands still."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot import identity, photos, planned, rulebook, workshop
from bot.config import Config, EditionTable, Organiser
from bot.house import House, Rules
from bot.phrases import catalogue
from bot.sandbox.people import Person
from storage import people
from storage.database import Database, Writing
from tests.bot.core import Core, core
from tests.bot.office import CHECKER, OWNER, Office, Still, unrotated

EDITION = Path(__file__).parents[2] / "editions" / "lider-zaufania"
START = datetime(2026, 10, 5, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="session", autouse=True)
def _workers() -> Iterator[None]:
    """The processes for documents and photos start with the first order, and serve all tests after it."""
    yield
    photos.close()
    workshop.close()


def _config(home: Path) -> Config:
    return Config(
        home=home,
        edition=EditionTable(folder=str(EDITION)),
        organisers=(Organiser(telegram_id=1, name="Biuro", roles=("owner",)),),
    )


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Rules]:
    """The folder of a house that nobody has lived in yet, and its rules. Each test moves into a copy."""
    home = tmp_path_factory.mktemp("furnished")
    loop = asyncio.new_event_loop()
    try:
        rules = loop.run_until_complete(_furnish(_config(home)))
    finally:
        loop.close()
    return home, rules


async def _furnish(config: Config) -> Rules:
    db = await Database.open(config.database, key=identity.own_key(config))
    rules = unrotated(replace(await rulebook.publish(EDITION, db, START), steps={}))

    async def enlist(tx: Writing) -> None:
        for number, (code, roles) in enumerate(
            {OWNER: ["owner", "planner", "checker"], CHECKER: ["checker"]}.items()
        ):
            await people.enlist(tx, code, 1 + number, name=f"Osoba {number}", language="pl", at=START)
            await people.grant(tx, code, roles)
        house = House(config, rules, db, Still(START), catalogue(), bot_name="incognito_bot")
        await planned.plan_dates(house, tx)

    await db.transact(enlist)
    await db.close()
    return rules


@pytest.fixture
async def house(furnished: tuple[Path, Rules], tmp_path: Path) -> AsyncIterator[House]:
    home, rules = furnished
    shutil.copytree(home, tmp_path, dirs_exist_ok=True)
    config = _config(tmp_path)
    db = await Database.open(config.database, key=identity.own_key(config))
    yield House(config, rules, db, Still(START), catalogue(), bot_name="incognito_bot")
    await db.close()


@pytest.fixture
async def running(house: House) -> AsyncIterator[Core]:
    """The house with a Telegram of its own; nothing is started yet."""
    async with core(house) as made:
        yield made


@pytest.fixture
async def owner(running: Core) -> Person:
    """The owner has opened the chat."""
    return running.meets(1, "Biuro")


@pytest.fixture
async def ola(running: Core) -> Person:
    """A juror who is not in the middle of anything."""
    return await running.knows("J-11", 7, "juror")


@pytest.fixture
def office(house: House) -> Office:
    assert isinstance(house.clock, Still)
    return Office(house, house.clock)
