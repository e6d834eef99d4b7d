"""Proposals that one tap applies.

A proposal is a value in the database, shown with two buttons that hold its nonce. The nonce works once, for the person
to whom it was shown, in the transaction of the effect.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Hashable, Sequence
from datetime import timedelta
from functools import cache
from typing import TypeVar, cast

from pydantic import TypeAdapter
from pydantic_core import to_json

from bot.house import Turn, refuse
from bot.messages import Button, Rows
from bot.organiser.showing import show
from storage import proposals
from storage.people import Person

T = TypeVar("T")
HOLDS = timedelta(days=1)
"""For how long something that was shown may be confirmed."""


async def propose(
    turn: Turn,
    kind: str,
    body: object,
    *,
    lines: Sequence[str],
    yes: str,
    no: str,
    more: Callable[[str], Rows] = lambda _: (),
) -> None:
    """Show what would be done. `body` is the value that the effect of that kind will get.

    `more`: further buttons, which are told the nonce of the proposal.
    """
    nonce = await keep(turn, kind, body)
    buttons = (Button(label=yes, data=f"ok:{nonce}"), Button(label=no, data=f"no:{nonce}"))
    await show(turn, lines, (buttons, *more(nonce)))


async def keep(
    turn: Turn, kind: str, body: object, *, to: Person | None = None, holds: timedelta = HOLDS
) -> str:
    """Keep something under a nonce that a button can hold: for this person or another, and so long."""
    nonce, by = secrets.token_urlsafe(12), (to or turn.person).code
    await proposals.make(turn.tx, nonce, kind, frozen(body), by=by, at=turn.at, expires_at=turn.at + holds)
    return nonce


async def kept(turn: Turn, kind: str, nonce: str, shape: type[T]) -> T:
    """What was kept under a nonce, without using it up. Raises Mistakes (`proposal-gone`)."""
    found = await proposals.show(turn.tx, nonce, by=turn.person.code)
    if found is None or found[0] != kind:
        raise refuse("proposal-gone")
    return thawed(shape, found[1])


async def amend(turn: Turn, nonce: str, body: object) -> None:
    """Keep something else under the nonce. Raises Mistakes (`proposal-gone`)."""
    if not await proposals.amend(turn.tx, nonce, frozen(body), by=turn.person.code, at=turn.at):
        raise refuse("proposal-gone")


async def use(turn: Turn, nonce: str) -> tuple[str, str]:
    """(kind, body) of what was kept, which is used up now. Raises Mistakes (`proposal-gone`)."""
    taken = await proposals.take(turn.tx, nonce, by=turn.person.code, at=turn.at)
    if taken is None:
        raise refuse("proposal-gone")
    return taken


def frozen(body: object) -> str:
    """A value as the text that is kept."""
    return to_json(body).decode()


def thawed(shape: type[T], text: str) -> T:
    """The value that was kept. Raises pydantic.ValidationError where it was kept in another shape."""
    return cast("T", _adapter(cast("Hashable", shape)).validate_json(text))


@cache
def _adapter(shape: Hashable) -> TypeAdapter[object]:
    return TypeAdapter(cast("type[object]", shape))
