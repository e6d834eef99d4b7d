"""What the desk's rooms show alike: lists cut where a message ends, tables narrow enough for a phone, buttons that lead on."""

from __future__ import annotations

import html
from collections.abc import Sequence
from itertools import zip_longest

from bot.house import Turn
from bot.messages import Button, Rows, Send, pages

FIRST = 15
"""Lines of a long list that are shown before "and so many more"."""
_ROWS_A_BLOCK = 60


async def show(
    turn: Turn, lines: Sequence[str], rows: Rows = (), *, protect: bool = True, fleeting: bool = False
) -> None:
    """Lines of finished HTML in as few messages as it takes; the buttons hang under the last."""
    texts = pages(list(lines))
    for number, text in enumerate(texts, start=1):
        last = number == len(texts)
        await turn.tell(
            Send(
                text=text,
                rows=rows if last else (),
                protect=protect,
                silent=not last,
                fleeting=fleeting,
            )
        )


def columns(rows: Sequence[Sequence[str]]) -> list[str]:
    """Rows as lines of equal columns: the first to the left, the others to the right."""
    widths = [max(map(len, column)) for column in zip_longest(*rows, fillvalue="")]
    return [
        " ".join(
            cell.ljust(width) if index == 0 else cell.rjust(width)
            for index, (cell, width) in enumerate(zip(row, widths, strict=False))
        ).rstrip()
        for row in rows
    ]


def monospace(lines: Sequence[str]) -> list[str]:
    """Plain lines as HTML blocks in which every letter is equally wide; a block never outgrows a message."""
    blocks = [lines[start : start + _ROWS_A_BLOCK] for start in range(0, len(lines), _ROWS_A_BLOCK)]
    return [f"<pre>{html.escape(chr(10).join(block), quote=False)}</pre>" for block in blocks]


def first(turn: Turn, lines: Sequence[str], most: int = FIRST) -> list[str]:
    """The first lines, and how many more there are."""
    rest = len(lines) - most
    return list(lines) if rest <= 0 else [*lines[:most], turn.say("desk-more", count=rest)]


def go(turn: Turn, word: str, **facts: str | int) -> Button:
    """A button that does what the command `/word` does."""
    return Button(label=turn.say(f"go-{word}", **facts), data=f"go:{word}")


def paged(turn: Turn, data: str, start: int, size: int, count: int) -> list[Button]:
    """Buttons to the pages beside this one; `data` is what comes before the number of the first line."""
    found = []
    if start > 0:
        found.append(Button(label=turn.say("button-page-before"), data=f"{data}:{max(start - size, 0)}"))
    if start + size < count:
        found.append(Button(label=turn.say("button-page-after"), data=f"{data}:{start + size}"))
    return found


def back(turn: Turn) -> Button:
    """To the panel, in place."""
    return Button(label=turn.say("button-panel"), data="p:h")
