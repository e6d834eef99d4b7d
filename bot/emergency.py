"""What is said while nothing can be written: straight to Telegram, for what cannot be kept cannot be promised either.

A juror whose message or tap waits reads so at most once an hour, and the owners read what is wrong with the disk. Nobody else is
answered. What people sent stays with Telegram or in the inbox and is answered when the disk works again; then the owners read
that too. Nothing of this is kept: after a restart it may be said once more.
"""

from __future__ import annotations

import asyncio
import logging
import shutil
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from telegram import Bot

from bot import straight
from bot.house import SYSTEM, House, Turn
from storage import people
from storage.database import Writing

log = logging.getLogger(__name__)

_AGAIN = timedelta(hours=1)
_LOCKED = ("database is locked", "database table is locked")


@dataclass
class Emergency:
    """Knows since when nothing can be written, and who has been told."""

    house: House
    bot: Bot
    _since: datetime | None = None
    _told: dict[int, datetime] = field(default_factory=dict)
    _ending: asyncio.Task[None] | None = None

    async def unwritable(self, chats: Iterable[int], fault: sqlite3.Error) -> None:
        """Something could not be written: tell those whose messages wait, and the owners."""
        now = self.house.clock.now()
        self._since = self._since or now
        try:
            readers = await self._readers(set(chats), fault)
        except sqlite3.Error as error:
            log.error("nobody can be told that nothing can be written: %s", error)
            return
        fresh = {chat: text for chat, text in readers.items() if self._due(chat, now)}
        self._told |= dict.fromkeys(fresh, now)
        await asyncio.gather(*(straight.say(self.bot, chat, text) for chat, text in fresh.items()))

    def written(self) -> None:
        """Something was written, so a trouble, if there was one, is over: the owners read so, once an hour."""
        if self._since is not None and (self._ending is None or self._ending.done()):
            self._ending = asyncio.create_task(self._over(self._since))

    async def _over(self, since: datetime) -> None:
        now = self.house.clock.now()

        async def act(tx: Writing) -> None:
            turn = Turn(self.house, tx, SYSTEM, now, f"writable:{now:%Y-%m-%dT%H}")
            local = self.house.local
            span = {"since": f"{local(since):%H:%M}", "until": f"{local(now):%H:%M}"}
            await turn.tell_role("owner", "alarm-writable", **span)

        try:
            await self.house.db.transact(act)
            self._since = None
        except sqlite3.Error as error:
            log.error("what was written last was little: %s", error)

    def _due(self, chat: int, now: datetime) -> bool:
        last = self._told.get(chat)
        return last is None or now - last >= _AGAIN

    async def _readers(self, chats: set[int], fault: sqlite3.Error) -> dict[int, str]:
        """Chat -> what is said there: to known people whose messages wait, and to every owner."""
        db, found = self.house.db.reading, {}
        for chat in chats:
            person = await people.recognise(db, chat)
            if person is not None and person.roles:
                found[chat] = self.house.say(person)("trouble-unwritable")
        free = shutil.disk_usage(self.house.config.data_directory).free // (1 << 20)
        phrase = "alarm-locked" if str(fault) in _LOCKED else "alarm-unwritable"
        for owner in await people.with_role(db, "owner"):
            chat_of = await people.chat_of(db, owner.code)
            if chat_of is not None:
                found[chat_of] = self.house.say(owner)(phrase, free=free)
        return found
