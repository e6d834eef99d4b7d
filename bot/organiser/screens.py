"""Screens that change in place: a tap on a button redraws the message that it hangs on, so that a chat stays short."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.house import Turn
from bot.in_place import put
from bot.labels import rows as fitted
from bot.messages import Button, Rows, Send, pages
from bot.organiser.showing import show


async def redraw(turn: Turn, lines: Sequence[str], rows: Rows = ()) -> None:
    """Lines of finished HTML in place of what was tapped; as new messages where nothing was, or where they need more room."""
    texts = pages(list(lines))
    if len(texts) > 1:
        await show(turn, lines, rows)
    else:
        await put(turn, Send(text=texts[0], rows=rows))


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
