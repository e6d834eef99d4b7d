"""What a tap causes appears in place of the message whose button was tapped, so that a chat stays short."""

from __future__ import annotations

from bot.house import Turn
from bot.messages import Edit, Send, thaw
from storage import messages
from storage.outbox import Row


async def tapped_on(turn: Turn) -> Row | None:
    """The message that the tapped button hangs on, if it is known."""
    if turn.query is None or turn.message_id is None:
        return None
    return await messages.bound_to(turn.tx, turn.person.code, turn.message_id)


async def put(turn: Turn, message: Send, *, binds: str | None = None, over: str | None = None) -> None:
    """In place of what was tapped; a message of its own where nothing was, or where that does not stand for `over`."""
    tapped = await tapped_on(turn)
    if tapped is None or over not in (None, tapped.binds):
        await turn.tell(message, binds=binds)
    else:
        edit = Edit(of=tapped.id, text=message.text, rows=message.rows, fleeting=message.fleeting)
        await turn.tell(edit, binds=binds)


async def disarm(turn: Turn) -> None:
    """Take the buttons off the message that was tapped: they have done their work."""
    tapped = await tapped_on(turn)
    if tapped is None or tapped.body == "{}":  # the text was erased with age
        return
    message = thaw(tapped.body)
    if isinstance(message, Send | Edit) and message.rows:
        await turn.tell(Edit(of=tapped.id, text=message.text))
