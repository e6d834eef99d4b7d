"""Proposals that one tap applies.

A proposal is a value in the database, shown with two buttons that hold its nonce. The nonce works once, for the person
to whom it was shown, in the transaction of the effect.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from datetime import timedelta

from bot.house import Turn, refuse
from bot.messages import Button, Rows
from bot.organiser.showing import show
from storage import proposals
from storage.people import Person

HOLDS = timedelta(days=1)
"""For how long something that was shown may be confirmed."""


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


async def keep(
    turn: Turn, kind: str, body: str, *, to: Person | None = None, holds: timedelta = HOLDS
) -> str:
    """Keep something under a nonce that a button can hold: for this person or another, and so long."""
    nonce, by = secrets.token_urlsafe(12), (to or turn.person).code
    await proposals.make(turn.tx, nonce, kind, body, by=by, at=turn.at, expires_at=turn.at + holds)
    return nonce


async def kept(turn: Turn, kind: str, nonce: str) -> str:
    """What was kept under a nonce, without using it up. Raises Mistakes (`proposal-gone`)."""
    found = await proposals.show(turn.tx, nonce, by=turn.person.code)
    if found is None or found[0] != kind:
        raise refuse("proposal-gone")
    return found[1]


async def amend(turn: Turn, nonce: str, body: str) -> None:
    """Keep something else under the nonce. Raises Mistakes (`proposal-gone`)."""
    if not await proposals.amend(turn.tx, nonce, body, by=turn.person.code, at=turn.at):
        raise refuse("proposal-gone")


async def use(turn: Turn, nonce: str) -> tuple[str, str]:
    """(kind, body) of what was kept, which is used up now. Raises Mistakes (`proposal-gone`)."""
    taken = await proposals.take(turn.tx, nonce, by=turn.person.code, at=turn.at)
    if taken is None:
        raise refuse("proposal-gone")
    return taken
