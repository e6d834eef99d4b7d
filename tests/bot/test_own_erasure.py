"""Erasures on their way to Telegram: one call for many, and what is too old for it does not hold back the others."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

from telegram import Bot

from bot.delivery import Delivery
from bot.messages import Erase, Message, Send, SendText, SetMenu, freeze
from bot.pace import Pace
from bot.sandbox.server import Telegram
from storage import outbox, people, sealing
from storage.database import Database
from tests.bot.office import Still

NOON = datetime(2026, 10, 5, 12, 0, tzinfo=UTC)
ACCOUNT = 77


class _Chat:
    """J-20's chat: what is promised here is sent at once."""

    def __init__(self, db: Database, bot: Bot, clock: Still) -> None:
        self._db, self._bot, self._clock = db, bot, clock
        self._count = 0

    async def gets(self, *messages: Message) -> list[int]:
        """The rows, once Telegram has everything."""
        rows = []
        for message in messages:
            self._count += 1
            key, body, at = f"m{self._count}", freeze(message), self._clock.at
            row = await self._db.transact(
                lambda tx, key=key, body=body, at=at: outbox.promise(  # type: ignore[misc]
                    tx, "J-20", key, body, not_before=at, at=at
                )
            )
            assert row is not None
            rows.append(row)
        running = asyncio.create_task(Delivery(self._bot, self._db, self._clock, Pace(0)).run())
        async with asyncio.timeout(10):
            while await outbox.pending(self._db.reading):  # noqa: ASYNC110 -- a table gives no event
                await asyncio.sleep(0.02)
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        return rows


async def test_one_too_old_message_stays_and_the_others_go(tmp_path: Path) -> None:
    clock = Still(NOON)
    db = await Database.open(tmp_path / "contest.db", key=sealing.new_key())
    await db.transact(lambda tx: people.enlist(tx, "J-20", ACCOUNT, name="", language="pl", at=NOON))
    try:
        async with Telegram(clock=clock.now) as telegram:
            person = telegram.person(ACCOUNT, first_name="Ola")
            await person.write("/start")
            bot = Bot(telegram.token, base_url=telegram.base_url, base_file_url=telegram.base_file_url)
            async with bot:
                chat = _Chat(db, bot, clock)
                old = await chat.gets(Send(text="stara"))
                clock.at += timedelta(hours=50)
                new = await chat.gets(Send(text="nowa"), SendText(name="a.json", text="{}"))
                await chat.gets(Erase(of=(*reversed(new), *old)), Send(text="po wszystkim"))
                shown = [seen.text for seen in person.chat if not seen.mine]
                await chat.gets(Erase(of=(*new, *old)), SetMenu(commands=(("pomoc", "help"),)))
                await chat.gets(SetMenu(commands=()))
            assert shown == ["stara", "po wszystkim"]
            methods = [
                call.method for call in telegram.calls if "elete" in call.method or "Menu" in call.method
            ]
            assert methods == [
                "deleteMessages",
                "deleteMessage",
                "deleteMessage",
                "deleteMessage",
                "deleteMyCommands",
            ]
        assert await outbox.dead(db.reading) == []
        file = await outbox.find(db.reading, new[1])
        assert file is not None
        assert file.body == "{}"  # a file that was sent is not kept twice
    finally:
        await db.close()
