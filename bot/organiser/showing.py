"""What the desk's rooms share: pages of text, tables narrow enough for a phone, and proposals that one tap applies.

A proposal is a value in the database, shown with two buttons that hold its nonce. The nonce works once, for the person
to whom it was shown, in the transaction of the effect.
"""

from __future__ import annotations

import html
import secrets
from collections.abc import Callable, Sequence
from datetime import timedelta
from itertools import zip_longest

from bot.house import Turn, refuse
from bot.messages import Button, Rows, Send, pages
from storage import proposals

HOLDS = timedelta(days=1)
"""For how long something that was shown may be confirmed."""
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


async def propose(
    turn: Turn,
    kind: str,
    body: str,
    *,
    lines: Sequence[str],
    yes: str,
    no: str,
    more: Callable[[str], Rows] = lambda _: (),
) -> None:
    """Show what would be done. `body` (JSON) is what the effect of that kind will get.

    `more`: further buttons, which are told the nonce of the proposal.
    """
    nonce = await keep(turn, kind, body)
    buttons = (Button(label=yes, data=f"ok:{nonce}"), Button(label=no, data=f"no:{nonce}"))
    await show(turn, lines, (buttons, *more(nonce)))


async def keep(turn: Turn, kind: str, body: str) -> str:
    """Keep something under a nonce that a button can hold, for this person and a day."""
    nonce = secrets.token_urlsafe(12)
    await proposals.make(
        turn.tx, nonce, kind, body, by=turn.person.code, at=turn.at, expires_at=turn.at + HOLDS
    )
    return nonce


async def kept(turn: Turn, kind: str, nonce: str) -> str:
    """What was kept under a nonce, without using it up. Raises Mistakes (`proposal-gone`)."""
    found = await proposals.show(turn.tx, nonce, by=turn.person.code)
    if found is None or found[0] != kind:
        raise refuse("proposal-gone")
    return found[1]


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
