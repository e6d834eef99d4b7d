"""A date that was moved holds as a fact of its own, beside the file that it was moved from."""

from __future__ import annotations

from datetime import datetime, timedelta

from storage import edition, export
from storage.database import Reading
from storage.edition import MovedDate
from storage.export import DateRow
from tests.storage.desk import DAY, NOON, Pen, cast

SAID = datetime.fromisoformat("2026-11-20T20:00:00")


async def test_the_last_move_of_a_date_holds(write: Pen, look: Reading) -> None:
    await cast(write)
    for days in (1, 3):
        later = SAID + timedelta(days=days)
        await write(edition.move_date, "collecting_until", SAID, later, by="O-10", at=NOON + days * DAY)

    assert await edition.moved_dates(look) == [MovedDate("collecting_until", SAID, SAID + timedelta(days=3))]
    assert await export.moved_dates(look) == [
        DateRow("collecting_until", "2026-11-20T20:00:00", "2026-11-23T20:00:00", "O-10", NOON + 3 * DAY)
    ]
