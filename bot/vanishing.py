"""Messages that leave the chat by themselves after a while: what should not lie there for whoever picks the phone up."""

from __future__ import annotations

from datetime import timedelta

from bot.house import Turn
from bot.messages import Erase
from storage import due, outbox, people
from storage.due import Row as Due


async def plan(turn: Turn, row: int, after: timedelta) -> None:
    """The message that an outbox row becomes goes after that time, counted from now."""
    await due.plan(turn.tx, f"vanish:{row}", "vanish", f"{turn.person.code}:{row}", turn.at + after)


async def vanish(turn: Turn, planned: Due, _: object) -> None:
    """Not sent yet: never; sent: taken back, as far as Telegram allows."""
    code, row = planned.subject.split(":")
    if await outbox.drop(turn.tx, int(row)):
        await outbox.erase(turn.tx, int(row))
        return
    reader = await people.find(turn.tx, code)
    if reader is not None:
        await turn.tell(Erase(of=(int(row),)), to=reader)
