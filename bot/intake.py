"""Intake: updates from Telegram are ours only once they are in the inbox.

`getUpdates` is asked with a higher offset only after the batch before it was committed, because that question is what
tells Telegram to forget the batch. The raw text is kept; what it means is found out later, update by update, so that
one that cannot be read never holds up the others.
"""

from __future__ import annotations

import asyncio
import json
import logging
import sqlite3
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from telegram import Bot
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError
from telegram.request import BaseRequest

from bot.clock import Clock
from bot.line import Form
from storage import inbox
from storage.database import Database

log = logging.getLogger(__name__)

ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member")
_LONG_POLL = 25
"""Seconds that Telegram may hold the question when there is nothing new."""


@dataclass
class Intake:
    """The loop that fetches. `arrived` is called after each commit; `troubled` with what an organiser should know."""

    bot: Bot
    request: BaseRequest  # of its own: a long poll must not hold up what is sent
    db: Database
    clock: Clock
    arrived: Callable[[], None]
    troubled: Callable[[str], Awaitable[None]]
    first_poll: asyncio.Event = field(default_factory=asyncio.Event)

    async def run(self) -> None:
        """Fetch until cancelled. Raises `InvalidToken` when Telegram refuses the token."""
        offset: int | None = None
        pause = 1.0
        while True:
            try:
                batch = await self._fetch(offset, wait=_LONG_POLL if self.first_poll.is_set() else 0)
                self.first_poll.set()
                offset = await self._keep(batch)
                pause = 1.0
            except InvalidToken:
                raise
            except Conflict:
                await self.troubled("alarm-second-poller")
                await asyncio.sleep(5)
            except RetryAfter as error:
                await asyncio.sleep(_seconds(error))
            except sqlite3.Error as error:
                # Nothing was confirmed, so Telegram still has the batch.
                log.error("inbox cannot be written: %s", error)
                await asyncio.sleep(pause)
            except (TelegramError, OSError) as error:
                log.warning(
                    "getUpdates: %s", type(error).__name__ if isinstance(error, NetworkError) else error
                )
                await asyncio.sleep(pause)
                pause = min(pause * 2, 30.0)

    async def _fetch(self, offset: int | None, *, wait: int) -> list[dict[str, Any]]:
        """The next batch; `wait`: seconds that the question may be held. The first is not held, so that readiness is told at once."""
        question = Form(timeout=wait, allowed_updates=json.dumps(ALLOWED))
        if offset is not None:
            question = Form(timeout=wait, allowed_updates=json.dumps(ALLOWED), offset=offset)
        result = await self.request.post(
            f"{self.bot.base_url}/getUpdates", question.as_data(), read_timeout=_LONG_POLL + 10
        )
        return result if isinstance(result, list) else []

    async def _keep(self, batch: list[dict[str, Any]]) -> int | None:
        rows = [(int(update["update_id"]), chat_of(update), json.dumps(update)) for update in batch]
        if not rows:
            return None
        await self.db.transact(lambda tx: inbox.receive(tx, rows, self.clock.now()))
        self.arrived()
        return max(number for number, _, _ in rows) + 1


def chat_of(update: dict[str, Any]) -> int:
    """The person behind an update, whatever kind it is; 0 when there is nobody to answer."""
    for kind, body in update.items():
        if kind == "update_id" or not isinstance(body, dict):
            continue
        sender = body.get("from")
        if isinstance(sender, dict) and isinstance(sender.get("id"), int):
            return int(sender["id"])
    return 0


def _seconds(error: RetryAfter) -> float:
    wait = error.retry_after
    return float(wait) if isinstance(wait, int | float) else wait.total_seconds()
