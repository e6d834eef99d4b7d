"""An announcement and what becomes of its copies."""

from __future__ import annotations

from storage import announcements, outbox
from storage.announcements import Announcement, Progress
from storage.database import Reading
from tests.storage.desk import HOUR, NOON, Pen, cast


async def test_copies_are_counted_and_what_has_not_left_is_stopped(write: Pen, look: Reading) -> None:
    await cast(write)
    made = await write(announcements.make, "Cześć", "jurors", 2, by="O-10", at=NOON)
    for code in ("J-10", "J-11"):
        key = announcements.key(made, code)
        await write(outbox.promise, code, key, "{}", not_before=NOON, at=NOON)
    await write(outbox.promise, "O-10", f"announce:{made}:progress", "{}", not_before=NOON, at=NOON)
    await write(outbox.sent, {1: 100}, NOON)
    assert await announcements.progress(look, made) == Progress(1, 1, 0, 0)

    assert await write(announcements.stop, made, by="O-10", at=NOON + HOUR) == 1
    assert await announcements.progress(look, made) == Progress(1, 0, 0, 1)
    assert await announcements.find(look, made) == Announcement(
        made, "Cześć", "jurors", 2, "O-10", NOON, NOON + HOUR
    )
