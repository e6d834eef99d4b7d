from __future__ import annotations

import pytest

from contest.mistakes import Mistakes
from storage import awards, journal, snapshots
from storage.awards import Revoked
from storage.database import Reading
from tests.storage.desk import HOUR, NOON, Pen, cast


async def _granted(write: Pen, number: str) -> None:
    await cast(write)
    snapshot = await write(snapshots.keep, "{}", "d", by="O-10", at=NOON)
    await write(
        awards.grant, number, "licence", entrant=1, snapshot=snapshot, valid_until=None, by="O-10", at=NOON
    )


async def test_an_award_is_taken_back_once_and_for_ever(write: Pen, look: Reading) -> None:
    await _granted(write, "LJ/2026/0001")
    assert await awards.revoked(look) == []

    await write(awards.revoke, "LJ/2026/0001", "pomyłka w nazwie", by="O-10", at=NOON)
    head = await journal.head(look)
    await write(awards.revoke, "LJ/2026/0001", "drugi raz", by="O-10", at=NOON + HOUR)

    assert await awards.revoked(look) == [Revoked("LJ/2026/0001", NOON, "pomyłka w nazwie")]
    assert await journal.head(look) == head


async def test_what_was_never_granted_cannot_be_taken_back(write: Pen, look: Reading) -> None:
    with pytest.raises(Mistakes) as refused:
        await write(awards.revoke, "LJ/2026/0009", "pomyłka", by="O-10", at=NOON)

    assert [each.code for each in refused.value.found] == ["no-such-award"]
    assert await awards.revoked(look) == []
