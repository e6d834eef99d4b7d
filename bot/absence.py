"""Who cannot be reached, and who is back: said to organisers once, by code; what waited goes out on return."""

from __future__ import annotations

from bot import alarming
from bot.house import Turn
from bot.juror import conversation
from storage import outbox, people, sessions


async def gone(turn: Turn, code: str) -> None:
    """Telegram does not deliver to this person any more. Planners read it, or owners where nobody plans."""
    person = await people.find(turn.tx, code)
    if person is None or not person.reachable:
        return
    await people.set_reachable(turn.tx, code, reachable=False, at=turn.at)
    if person.roles:
        await alarming.sound(turn, alarming.unreachable(code))


async def back(turn: Turn) -> None:
    """This person hears us again: what waited goes out, and after it the open question."""
    await heard(turn)
    if "juror" in turn.person.roles and await sessions.on_table(turn.tx, turn.person.code) is not None:
        await conversation.go_on(turn)


async def heard(turn: Turn) -> None:
    """Whoever writes can be reached, also when nobody told us of the return."""
    await people.set_reachable(turn.tx, turn.person.code, reachable=True, at=turn.at)
    await outbox.unpark(turn.tx, turn.person.code)
    await alarming.pass_(turn, "unreachable", turn.person.code)
