"""Past the outbox: said once, straight to Telegram, and lost if it does not arrive. Nothing of it is kept."""

from __future__ import annotations

import asyncio
import logging

from telegram import Bot
from telegram.error import RetryAfter, TelegramError

from bot.line import Form
from bot.pace import asked_to_wait

log = logging.getLogger(__name__)


async def say(bot: Bot, chat: int, text: str) -> float:
    """Say it. Returns the seconds for which Telegram asks us to wait: 0 nearly always."""
    try:
        await bot.request.post(
            f"{bot.base_url}/sendMessage",
            Form(chat_id=chat, text=text, parse_mode="HTML", protect_content=True).as_data(),
        )
    except RetryAfter as error:
        return asked_to_wait(error)
    except TelegramError as error:
        log.warning("could not be said past the outbox: %s", type(error).__name__)
    return 0.0


async def toast(bot: Bot, query: str, text: str) -> None:
    """Answer a tap; an empty text just stops the button's waiting. Tried once more after the wait that Telegram asks for."""
    words = Form(callback_query_id=query, text=text or None).as_data()
    for wait in (True, False):
        try:
            await bot.request.post(f"{bot.base_url}/answerCallbackQuery", words)
        except RetryAfter as error:
            if wait:
                await asyncio.sleep(asked_to_wait(error))
                continue
        except TelegramError as error:
            log.info("a tap is not answered: %s", type(error).__name__)  # too late, mostly
        return
