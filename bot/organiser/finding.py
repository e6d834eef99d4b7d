"""Finding an entrant by typing a part of its name: what fits is offered as buttons."""

from __future__ import annotations

from collections.abc import Callable

from bot.house import Turn, refuse
from bot.labels import rows as fitted
from bot.labels import whole
from bot.messages import Button, Send
from contest.entrants import Entrant
from storage import entrants

_SHOWN = 8


async def choose(turn: Turn, part: str, data: Callable[[int], str]) -> None:
    """Those whose name or town contains the words, each a button; the message asked keeps waiting when nothing fits."""
    found = await visible(turn, part)
    if not found:
        await turn.write("find-none", part=part[:60])
        return
    buttons = [Button(label=whole(one.name), data=data(one.id)) for one in found[:_SHOWN]]
    text = turn.say("find-which", count=len(found), shown=min(len(found), _SHOWN))
    await turn.tell(Send(text=text, rows=fitted(buttons, 1)))


async def visible(turn: Turn, part: str) -> list[Entrant]:
    """Those that fit and are for this person's eyes."""
    hidden = await turn.hidden()
    wish = part.strip()
    return (
        [one for one in await entrants.search(turn.tx, wish, limit=10**6) if one.id not in hidden]
        if wish
        else []
    )


async def one(turn: Turn, number: int) -> Entrant:
    """The entrant of a button, if it is for this person's eyes."""
    found = await entrants.find(turn.tx, number)
    if found is None or found.id in await turn.hidden():
        raise refuse("dead-button")
    return found
