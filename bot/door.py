"""The door: who is nobody to us is turned away by the header of what they send, before anything of it is kept.

A stranger is an account without a code of which nothing waits to be answered. Of theirs only `/start` with an invitation that is
good goes on to the inbox, and of groups, whoever speaks there, as much as it takes to leave them. Everything else costs no row: they are answered straight, one neutral sentence an hour, `TRIES` times an hour that an invitation is no good, and not at all while
too many others wait for the same. What is remembered of them is bounded too, so a flood of strangers delays nobody else.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from telegram import Bot

from bot import straight
from bot.house import House
from bot.intake import chat_of, is_crowd
from bot.strangers import TRIES, digest, invitation_in
from contest.mistakes import mistake, tell
from storage import inbox, invitations, people

_AGAIN = timedelta(hours=1)
_REMEMBERED = 10_000
"""Strangers of whom is known that they were answered; beyond that the one answered first may be answered again."""
_WAITING = 20
"""Answers that may wait; whoever finds the line full is answered when they write again."""
_PAUSE = 0.25
"""Seconds between two answers: with the messages to people we know these stay below what Telegram takes."""
_CROWDS = 30
"""Updates of groups that go on in a minute: enough to leave each of them."""
_SPOKEN = ("message", "edited_message", "callback_query")


@dataclass(frozen=True, slots=True)
class _Knock:
    """The header of an update: whose it is, whether they said something, and which code they hold."""

    account: int
    spoke: bool
    code: str


@dataclass
class Door:
    """`admit` looks at a batch; `run()` answers those who were turned away, until cancelled."""

    house: House
    bot: Bot
    _answers: asyncio.Queue[tuple[int, str]] = field(default_factory=lambda: asyncio.Queue(_WAITING))
    _told: OrderedDict[tuple[int, str], tuple[datetime, int]] = field(default_factory=OrderedDict)
    _crowds: tuple[datetime | None, int] = (None, 0)

    async def run(self) -> None:
        while True:
            account, text = await self._answers.get()
            wait = await straight.say(self.bot, account, text)
            await asyncio.sleep(max(wait, _PAUSE))

    async def admit(self, batch: Sequence[object]) -> list[object]:
        """What of a batch is to be kept, in its order. Raises sqlite3.Error, and nobody was answered then."""
        knocks = [_knock(update) for update in batch]
        strangers = await self._strangers({knock.account for knock in knocks if knock})
        kept, turned_away = [], []
        for update, knock in zip(batch, knocks, strict=True):
            if knock is None:
                if not _of_crowd(update) or self._leads_out():
                    kept.append(update)
            elif knock.account not in strangers:
                kept.append(update)
            elif knock.code and await self._opens(knock.code):
                strangers.discard(knock.account)  # what they send next waits its turn behind it
                kept.append(update)
            elif knock.spoke:
                turned_away.append(knock)
        for knock in turned_away:
            self._answer(knock)
        return kept

    async def _strangers(self, accounts: set[int]) -> set[int]:
        # First those who wait: whoever is let in meanwhile waits until the moment in which they are known.
        db = self.house.db.reading
        return accounts - await inbox.waiting_of(db, accounts) - await people.known(db, accounts)

    async def _opens(self, code: str) -> bool:
        good = await invitations.role_of(self.house.db.reading, digest(code), self.house.clock.now())
        return good is not None

    def _leads_out(self) -> bool:
        """Whether news of a group, which we leave, is not the thousandth in this minute."""
        minute = self.house.clock.now().replace(second=0, microsecond=0)
        since, count = self._crowds
        self._crowds = (minute, count + 1 if since == minute else 1)
        return self._crowds[1] <= _CROWDS

    def _answer(self, knock: _Knock) -> None:
        """Remembered as answered only when there is room for the answer."""
        kind, most = ("bad-invitation", TRIES) if knock.code else ("stranger", 1)
        now = self.house.clock.now()
        since, times = self._told.get((knock.account, kind), (now, 0))
        if not timedelta() <= now - since < _AGAIN:
            since, times = now, 0
        if times >= most or self._answers.full():
            return
        say = self.house.phrases.html(self.house.config.chat.language)
        self._answers.put_nowait(
            (knock.account, tell(say, mistake("bad-invitation")) if knock.code else say("stranger"))
        )
        self._told[knock.account, kind] = (since, times + 1)
        self._told.move_to_end((knock.account, kind))
        if len(self._told) > _REMEMBERED:
            self._told.popitem(last=False)


def _knock(update: object) -> _Knock | None:
    """The header of an update; None for what is of no kind that we know, or from nobody: that is looked at later, one by one."""
    if not isinstance(update, dict) or not (account := chat_of(update)):
        return None
    for kind in (*_SPOKEN, "my_chat_member"):
        if isinstance(body := update.get(kind), dict):
            return _Knock(account, kind in _SPOKEN, _code(body) if kind == "message" else "")
    return None


def _of_crowd(update: object) -> bool:
    return isinstance(update, dict) and any(
        isinstance(body, dict) and is_crowd(body) for body in update.values()
    )


def _code(message: dict[str, Any]) -> str:
    text = message.get("text")
    return invitation_in(text) if isinstance(text, str) and "forward_origin" not in message else ""
