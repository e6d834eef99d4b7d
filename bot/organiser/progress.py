"""What takes long says so while it does: a message promised before the transaction of the act, and changed by it."""

from __future__ import annotations

from bot.house import Asked, House, Turn
from bot.messages import Edit, Send, freeze
from storage import outbox
from storage.database import Writing


async def begin(house: House, asked: Asked, text: str) -> int:
    """Say what is under way; the row of that message, the same when the update is answered again after a crash."""
    key, now = f"{asked.key}:under-way", house.clock.now()

    async def act(tx: Writing) -> int:
        body = freeze(Send(text=text, silent=True))
        made = await outbox.promise(tx, asked.person.code, key, body, not_before=now, at=now)
        row = await outbox.find_key(tx, key) if made is None else None
        return row.id if row is not None else made or 0

    return await house.db.transact(act)


async def end(turn: Turn, row: int | None, text: str) -> None:
    """It is done: the message says so now. Nothing where nothing was said."""
    if row:
        await turn.tell(Edit(of=row, text=text))
