"""Screens that change in place: a tap on a button redraws the message that it hangs on, so that a chat stays short."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.house import Turn
from bot.juror.common import tapped_on
from bot.labels import rows as fitted
from bot.messages import Button, Edit, Rows, Send


async def redraw(turn: Turn, lines: Sequence[str], rows: Rows = (), *, binds: str | None = None) -> None:
    """Lines of finished HTML in place of what was tapped, or as a new message where nothing was."""
    text = "\n".join(lines)
    tapped = await tapped_on(turn)
    if tapped is None:
        await turn.tell(Send(text=text, rows=rows), binds=binds)
    else:
        await turn.tell(Edit(of=tapped.id, text=text, rows=rows), binds=binds)


def page_of(found: Sequence[str], asked: int, size: int) -> tuple[int, int]:
    """The page that there is nearest to the one asked for, counted from 0, and how many pages there are."""
    pages = max(1, -(-len(found) // size))
    return min(max(asked, 0), pages - 1), pages


def turning(page: int, pages: int, data: Callable[[int], str]) -> Rows:
    """‹ 2/5 ›, with what leads somewhere only; nothing for a single page."""
    if pages == 1:
        return ()
    row = []
    if page > 0:
        row.append(Button(label="‹", data=data(page - 1)))
    row.append(Button(label=f"{page + 1}/{pages}", data=data(page)))
    if page < pages - 1:
        row.append(Button(label="›", data=data(page + 1)))
    return (tuple(row),)


def buttons(turn: Turn, *found: tuple[str, str]) -> Rows:
    """(phrase, data) of each button, in as few rows as their labels allow."""
    return fitted([Button(label=turn.say(phrase), data=data) for phrase, data in found])
