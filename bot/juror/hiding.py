"""/ukryj: the bot's messages of the last two days leave this chat, the newest first.

Telegram lets a bot take back what it sent within 48 hours, and this bot does not keep the numbers of what people write:
both limits are said. Nothing of the work is touched; the current question is one /dalej away.
"""

from __future__ import annotations

from datetime import timedelta

from bot.house import Turn
from bot.messages import Erase, Send
from storage import messages, sessions

REACH = timedelta(hours=48) - timedelta(minutes=5)
"""How far back Telegram deletes, less a little for messages that wait for their turn."""
BATCH = 100


async def hide(turn: Turn, _: str) -> None:
    """Promise to erase everything that is within reach; what is on its way to the chat included."""
    since = turn.at - REACH
    rows = await messages.hideable(turn.tx, turn.person.code, since)
    for start in range(0, len(rows), BATCH):
        await turn.tell(Erase(of=tuple(rows[start : start + BATCH])))
    lines = [turn.say("hidden" if rows else "hidden-nothing")]
    if older := await messages.older(turn.tx, turn.person.code, since):
        lines.append(turn.say("hidden-older", count=older))
    lines.append(turn.say("hidden-yours"))
    if await sessions.on_table(turn.tx, turn.person.code) is not None:
        lines.append(turn.say("hidden-go-on"))
    await turn.tell(Send(text="\n".join(lines), silent=True))
