"""Invitations on paper. Their codes are made and drawn outside of any transaction; what is kept of them inside it is the
digests and, until Telegram has it, the file. Made twice after a crash, only the sheet that was kept opens doors."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import date, datetime

from bot import workshop
from bot.house import House, Turn
from bot.messages import SendDocument
from bot.organiser.inviting import LASTS, day_of, link_of, may_invite
from bot.phrases import catalogue
from bot.strangers import digest
from reports import invitations as paper
from reports.invitations import Card, Sheet
from storage import documents, due, invitations, people
from storage.due import Row as Due


@dataclass(frozen=True, slots=True)
class Printed:
    """A sheet that is ready, and the codes on its cards: the first has the number `first`."""

    role: str
    asker: str
    first: int
    tokens: tuple[str, ...] = field(repr=False)
    expires_at: datetime
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class _Order:
    sheet: Sheet
    language: str
    made_at: datetime


async def make(house: House, row: Due) -> Printed:
    """Draw what `role:count:code of the asker` asks for, with the next free numbers."""
    role, count, asker = row.subject.split(":")
    now = house.clock.now()
    first = await invitations.next_number(house.db.reading)
    tokens = tuple(secrets.token_urlsafe(24) for _ in range(int(count)))
    links = [link_of(house, token) for token in tokens]
    cards = tuple(Card(number, link) for number, link in enumerate(links, start=first))
    reader = await people.find(house.db.reading, asker)
    language = reader.language if reader else house.config.chat.language
    until: date = house.local(now + LASTS).date()
    content = await workshop.run(_drawn, _Order(Sheet(cards, until), language, now))
    return Printed(role, asker, first, tokens, now + LASTS, content)


async def keep(turn: Turn, row: Due, made: object) -> None:
    """Let its codes open the door, and promise the file; drawn anew when somebody took its numbers meanwhile."""
    assert isinstance(made, Printed), "what `make` returned"
    asker = await people.find(turn.tx, made.asker)
    if asker is None or made.role not in may_invite(asker):
        return
    if await invitations.next_number(turn.tx) != made.first:
        await due.plan(turn.tx, f"{row.key}+", "invitations", row.subject, turn.at)
        turn.house.soon()
        return
    say, count = turn.house.say(asker), len(made.tokens)
    for number, token in enumerate(made.tokens, start=1):
        note = say("paper-note", number=str(number), count=str(count))
        await invitations.issue(
            turn.tx, digest(token), made.role, note, by=asker.code, at=turn.at, expires_at=made.expires_at
        )
    last = made.first + count - 1
    name = say("paper-file", first=str(made.first), last=str(last))
    await documents.keep(turn.tx, f"{name}.pdf", "invitations", None, None, made.content, turn.at)
    caption = turn.house.phrases.plain(asker.language)(
        "paper-made",
        count=count,
        role=say(f"role-{made.role}"),
        first=str(made.first),
        last=str(last),
        until=day_of(turn, made.expires_at),
    )
    await turn.tell(SendDocument(name=f"{name}.pdf", caption=caption, fleeting=True), to=asker)


def _drawn(order: _Order) -> bytes:
    """Runs in the worker process."""
    return paper.draw(order.sheet, catalogue().plain(order.language), order.made_at)
