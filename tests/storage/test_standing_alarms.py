"""An alarm stands once, with its newest facts, until it is over; then it may be raised anew."""

from __future__ import annotations

from storage import alarms
from storage.alarms import Alarm
from storage.database import Reading
from tests.storage.desk import DAY, HOUR, NOON, Pen


async def test_an_alarm_stands_once_with_its_newest_facts_until_it_is_over(write: Pen, look: Reading) -> None:
    assert await write(alarms.raise_, Alarm("disk", "", "owner", {"free": 400}), NOON)
    assert not await write(alarms.raise_, Alarm("disk", "", "owner", {"free": 300}), NOON + HOUR)

    (standing,) = await alarms.standing(look)
    assert (standing.kind, standing.facts, standing.raised_at) == ("disk", {"free": 300}, NOON)

    assert await write(alarms.lower, "disk", "", by="system", at=NOON + DAY)
    assert not await write(alarms.lower, "disk", "", by="system", at=NOON + DAY)
    assert await alarms.standing(look) == []
    assert await write(alarms.raise_, Alarm("disk", "", "owner", {"free": 100}), NOON + 2 * DAY)
