"""getUpdates: order, confirmation, waiting, expiry, and two pollers at once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.error import BadRequest, Conflict

from bot.sandbox.server import Telegram
from bot.sandbox.world import Rules


class _Watch:
    """A clock that goes only when it is moved."""

    def __init__(self) -> None:
        self.at = datetime(2026, 9, 1, 8, tzinfo=UTC)

    def now(self) -> datetime:
        return self.at


@pytest.fixture
def watch() -> _Watch:
    return _Watch()


@pytest.fixture
async def telegram(watch: _Watch) -> AsyncIterator[Telegram]:
    async with Telegram(clock=watch.now, rules=Rules(repeated_poll_waits=False)) as started:
        yield started


@pytest.fixture
async def bot(telegram: Telegram) -> AsyncIterator[Bot]:
    async with Bot(telegram.token, base_url=telegram.base_url, base_file_url=telegram.base_file_url) as bot:
        yield bot


def _texts(updates: tuple[Update, ...]) -> list[str | None]:
    return [update.effective_message.text if update.effective_message else None for update in updates]


async def test_updates_come_again_until_the_offset_confirms_them(telegram: Telegram, bot: Bot) -> None:
    anna = telegram.person(7)
    for text in ("raz", "dwa", "trzy"):
        await anna.write(text)

    first = await bot.get_updates(limit=2)
    again = await bot.get_updates()
    rest = await bot.get_updates(offset=first[-1].update_id + 1)
    far = await bot.get_updates(offset=first[-1].update_id + 1000)

    assert [_texts(updates) for updates in (first, again, rest, far)] == [
        ["raz", "dwa"],
        ["raz", "dwa", "trzy"],
        ["trzy"],
        ["trzy"],
    ]
    assert [update.update_id for update in again] == [700_000_001, 700_000_002, 700_000_003]


async def test_a_negative_offset_keeps_only_the_newest(telegram: Telegram, bot: Bot) -> None:
    anna = telegram.person(7)
    for text in ("raz", "dwa", "trzy"):
        await anna.write(text)

    newest = await bot.get_updates(offset=-1)

    assert (_texts(newest), _texts(await bot.get_updates())) == (["trzy"], ["trzy"])


async def test_a_poll_waits_for_the_first_update(telegram: Telegram, bot: Bot) -> None:
    anna = telegram.person(7)
    poll = asyncio.create_task(bot.get_updates(timeout=20))
    await asyncio.sleep(0.1)

    await anna.write("jestem")

    assert _texts(await asyncio.wait_for(poll, 2)) == ["jestem"]


async def test_the_older_of_two_pollers_hears_409(telegram: Telegram, bot: Bot) -> None:
    older = asyncio.create_task(bot.get_updates(timeout=20))
    await asyncio.sleep(0.1)
    async with Bot(telegram.token, base_url=telegram.base_url) as other:
        newer = asyncio.create_task(other.get_updates(timeout=20))
        with pytest.raises(Conflict, match="terminated by other getUpdates request"):
            await older
        await telegram.person(7).write("do nowszego")

        assert _texts(await newer) == ["do nowszego"]


async def test_a_webhook_shuts_polling_out_until_it_is_deleted(telegram: Telegram, bot: Bot) -> None:
    await bot.set_webhook("https://example.org/hook")

    with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
        await bot.get_updates()
    await bot.delete_webhook()

    assert await bot.get_updates() == ()


async def test_the_kinds_of_updates_are_remembered(telegram: Telegram, bot: Bot) -> None:
    anna = telegram.person(7)
    await bot.get_updates(allowed_updates=["message"])
    said = await anna.write("raz")
    await anna.edit(said, "dwa")
    await bot.get_updates()
    await anna.edit(said, "trzy")

    assert [update.edited_message for update in await bot.get_updates()] == [None]


async def test_texts_wait_a_day_and_presses_150_seconds(telegram: Telegram, bot: Bot, watch: _Watch) -> None:
    anna = telegram.person(7)
    await anna.write("/start")
    await _ask(bot)
    anna.tap("Tak")
    watch.at += timedelta(seconds=151)
    after_outage = await bot.get_updates()
    watch.at += timedelta(hours=24)

    assert _texts(after_outage) == ["/start"]
    assert await bot.get_updates() == ()


async def test_a_press_can_be_answered_for_15_seconds(telegram: Telegram, bot: Bot, watch: _Watch) -> None:
    anna = telegram.person(7)
    await anna.write("/start")
    await _ask(bot)
    quick, slow = anna.tap("Tak"), anna.tap("Tak")
    watch.at += timedelta(seconds=15)
    await bot.answer_callback_query(quick.query.id, "Zapisane")
    watch.at += timedelta(seconds=1)

    with pytest.raises(BadRequest, match="Query is too old and response timeout expired"):
        await bot.answer_callback_query(slow.query.id)
    assert (await quick, slow.answer) == ("Zapisane", None)


async def test_injected_updates_arrive_as_they_are(telegram: Telegram, bot: Bot) -> None:
    telegram.inject_update({"purple_message": {"colour": 1}})
    await telegram.person(7).write("zwykła")

    updates = await bot.get_updates()

    assert [(update.update_id, update.message is None) for update in updates] == [
        (700_000_001, True),
        (700_000_002, False),
    ]


async def test_the_same_poll_repeated_at_once_waits_and_gives_one() -> None:
    async with Telegram() as telegram, Bot(telegram.token, base_url=telegram.base_url) as bot:
        anna = telegram.person(7)
        await anna.write("raz")
        await anna.write("dwa")

        both, one = await bot.get_updates(offset=5), await bot.get_updates(offset=5)

        assert (_texts(both), _texts(one)) == (["raz", "dwa"], ["raz"])


async def _ask(bot: Bot) -> None:
    button = InlineKeyboardButton("Tak", callback_data="t")
    await bot.send_message(7, "Zaczynamy?", reply_markup=InlineKeyboardMarkup([[button]]))
