"""A real database file for each test, migrated, closed at the end."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.database import Database, Reading
from tests.storage.desk import KEY, Pen


@pytest.fixture
async def db(tmp_path: Path) -> AsyncIterator[Database]:
    database = await Database.open(tmp_path / "contest.db", key=KEY)
    yield database
    await database.close()


@pytest.fixture
def write(db: Database) -> Pen:
    return Pen(db)


@pytest.fixture
def look(db: Database) -> Reading:
    return db.reading
