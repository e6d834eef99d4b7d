"""Who is who, for owners only: each opening is in the journal, and the message leaves the chat by itself."""

from __future__ import annotations

from datetime import timedelta

from bot import vanishing
from bot.house import Turn, refuse
from bot.messages import Button, Send
from bot.organiser.screens import page_of, turning
from storage import invitations, people
from storage.people import Identity

_A_PAGE = 25


async def opened(turn: Turn, wish: str) -> None:
    """/kto: everybody; `/kto J-37`: one person."""
    code = wish.strip().upper()
    if code:
        found = await people.who_is(turn.tx, code)
        if found is None or found.telegram_id is None:
            raise refuse("no-such-person", code=code[:12])
        await _show(turn, [found], 0)
    else:
        await _page(turn, 0)


async def pressed(turn: Turn, parts: list[str]) -> None:
    """Another page: an opening like the first."""
    match parts:
        case ["page", page]:
            await _page(turn, int(page))
        case ["one", code]:
            await opened(turn, code)
        case _:
            raise refuse("dead-button")


async def _page(turn: Turn, asked: int) -> None:
    known = [one for one in await people.identities(turn.tx) if one.telegram_id is not None]
    page, _ = page_of([one.code for one in known], asked, _A_PAGE)
    await _show(turn, known, page)


async def _show(turn: Turn, known: list[Identity], page: int) -> None:
    shown = known[page * _A_PAGE : (page + 1) * _A_PAGE]
    notes = {one.used_by: one.label for one in await invitations.listing(turn.tx) if one.used_by}
    minutes = turn.house.config.chat.identity_minutes
    lines = [
        turn.say("who-head", count=len(known)),
        *(
            turn.say(
                "who-line",
                code=one.code,
                name=one.name or _note(turn, notes.get(one.code, "")),
                account=str(one.telegram_id),
            )
            for one in shown
        ),
        turn.say("who-foot", minutes=minutes),
    ]
    pages = -(-len(known) // _A_PAGE)
    message = Send(text="\n".join(lines), rows=turning(page, pages, "kw:page:{}".format), fleeting=True)
    await turn.note("identity.open", shown[0].code if len(known) == 1 else "", count=len(shown))
    row = await turn.tell(message)
    if row is not None:
        await vanishing.plan(turn, row, timedelta(minutes=minutes))


def _note(turn: Turn, note: str) -> str:
    """Who has no name is known by the note of the invitation."""
    return turn.say("who-note", note=note) if note else turn.say("who-nameless")


def button(turn: Turn, code: str) -> Button:
    """On an owner's card of somebody: who that is."""
    return Button(label=turn.say("button-who"), data=f"kw:one:{code}")
