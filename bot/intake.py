"""Intake: updates from Telegram are ours only once they are in the inbox.

`getUpdates` is asked with a higher offset only after the batch before it was committed, because that question is what
tells Telegram to forget the batch. The raw text is kept; what it means is found out later, update by update, so that
one that cannot be read never holds up the others.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
import sqlite3
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from telegram import Bot, Chat
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError
from telegram.request import BaseRequest

from bot.clock import Clock
from bot.line import Form
from bot.pace import asked_to_wait
from storage import crash, inbox
from storage.database import Database

log = logging.getLogger(__name__)

ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member")
_LONG_POLL = 25
"""Seconds that Telegram may hold the question when there is nothing new."""
RIVAL = "second-poller"
"""The alarm about somebody else who asks with our token."""
_CALM = 600.0
"""Seconds without a refusal after which nobody else asks."""
_LARGEST = (1 << 63) - 1
"""The largest number that the database holds."""


@dataclass
class Intake:
    """The loop that fetches. `arrived` is called after each commit, `troubled` with the alarm that an organiser should hear,
    `eased` with the one that is over, `served` whenever Telegram has answered, before what it gave is kept, `unwritable` with the
    chats of a batch that could not be kept, `admit` with a batch of which only what it returns is kept."""

    bot: Bot
    request: BaseRequest  # of its own: a long poll must not hold up what is sent
    db: Database
    clock: Clock
    arrived: Callable[[], None]
    troubled: Callable[[str], Awaitable[None]]
    served: Callable[[], Awaitable[None]] | None = None
    eased: Callable[[str], Awaitable[None]] | None = None
    unwritable: Callable[[Iterable[int], sqlite3.Error], Awaitable[None]] | None = None
    admit: Callable[[Sequence[object]], Awaitable[list[object]]] | None = None
    first_poll: asyncio.Event = field(default_factory=asyncio.Event)
    _rivalled: float | None = (
        None  # when somebody else was last seen to ask, by the steady clock; None: long ago
    )

    async def run(self) -> None:
        """Fetch until cancelled. Raises `InvalidToken` when Telegram refuses the token."""
        offset: int | None = None
        pause = 1.0
        self._rivalled = self.clock.monotonic()  # an alarm of an earlier run may stand
        while True:
            batch: list[object] = []
            try:
                batch = await self._fetch(offset, wait=_LONG_POLL if self.first_poll.is_set() else 0)
                self.first_poll.set()
                if self.served is not None:
                    await self.served()
                await self._ease()
                offset = await self._keep(batch)
                pause = 1.0
                if batch and offset is None:
                    await asyncio.sleep(pause)  # nothing of it can be confirmed, so it will come again
            except InvalidToken:
                raise
            except Conflict:
                self._rivalled = self.clock.monotonic()
                await self._tell(RIVAL)
                await asyncio.sleep(5)
            except RetryAfter as error:
                await asyncio.sleep(asked_to_wait(error))
            except sqlite3.Error as error:
                # Nothing was confirmed, so Telegram still has the batch.
                log.error("inbox cannot be written: %s", error)
                if self.unwritable is not None:
                    await self.unwritable({chat for _, chat, _ in map(row_of, batch)}, error)
                await asyncio.sleep(pause)
            except (TelegramError, OSError) as error:
                log.warning(
                    "getUpdates: %s", type(error).__name__ if isinstance(error, NetworkError) else error
                )
                await asyncio.sleep(pause)
                pause = min(pause * 2, 30.0)

    async def _fetch(self, offset: int | None, *, wait: int) -> list[object]:
        """The next batch; `wait`: seconds that the question may be held. The first is not held, so that readiness is told at once."""
        question = Form(timeout=wait, allowed_updates=json.dumps(ALLOWED))
        if offset is not None:
            question = Form(timeout=wait, allowed_updates=json.dumps(ALLOWED), offset=offset)
        result: object = await self.request.post(
            f"{self.bot.base_url}/getUpdates", question.as_data(), read_timeout=_LONG_POLL + 10
        )
        if not isinstance(result, list):
            raise NetworkError("an answer of another shape")
        return result

    async def _keep(self, batch: list[object]) -> int | None:
        """Commit a batch; the offset that confirms it, None when there is nothing to confirm."""
        if not batch:
            return None
        rows = [row_of(update) for update in (await self.admit(batch) if self.admit else batch)]
        crash.passed("fetched")
        if rows:
            await self.db.transact(lambda tx: inbox.receive(tx, rows, self.clock.now()))
            crash.passed("received")
            self.arrived()
        highest = max(number_of(update) for update in batch)
        return highest + 1 if highest > 0 else None

    async def _ease(self) -> None:
        """Two who ask take turns at being refused: only after a while without a refusal is the other one gone."""
        if self._rivalled is not None and self.clock.monotonic() - self._rivalled >= _CALM:
            self._rivalled = None
            if self.eased is not None:
                await self.eased(RIVAL)

    async def _tell(self, kind: str) -> None:
        try:
            await self.troubled(kind)
        except sqlite3.Error as error:
            log.error("an alarm cannot be kept: %s", error)


def row_of(update: object) -> tuple[int, int, str]:
    """An element of a batch as the inbox keeps it: number, chat, text.

    What has no number that could be confirmed gets a negative one, made of its text: kept once however often it comes.
    """
    body = json.dumps(update)
    number = number_of(update) or -1 - int.from_bytes(hashlib.sha256(body.encode()).digest()[:7])
    return number, chat_of(update) if isinstance(update, dict) else 0, body


def number_of(update: object) -> int:
    """The number of an element of a batch by which it can be confirmed; 0 when it has none."""
    number = _whole(update.get("update_id")) if isinstance(update, dict) else 0
    return number if 0 < number < _LARGEST else 0


def chat_of(update: dict[str, Any]) -> int:
    """The person behind an update, whatever kind it is; 0 when there is nobody to answer, as in a group."""
    for kind, body in update.items():
        if kind == "update_id" or not isinstance(body, dict) or is_crowd(body):
            continue
        sender = body.get("from")
        if isinstance(sender, dict) and 0 < (number := _whole(sender.get("id"))) < _LARGEST:
            return number
    return 0


def is_crowd(body: dict[str, Any]) -> bool:
    """Whether what an update tells of was not between two; a button hangs on a message, which has the chat."""
    holder = body.get("message", body)
    chat = holder.get("chat") if isinstance(holder, dict) else None
    return isinstance(chat, dict) and chat.get("type", Chat.PRIVATE) != Chat.PRIVATE


def _whole(value: object) -> int:
    """A whole number of JSON; 0 for everything else."""
    return value if isinstance(value, int) and not isinstance(value, bool) else 0
