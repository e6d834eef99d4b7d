"""Trouble on order: what the bot's side sees, and whether the effect happened."""

from __future__ import annotations

from collections.abc import AsyncIterator

import aiohttp
import pytest
from telegram import Bot
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.sandbox.faults import Faults, Kind
from bot.sandbox.people import Person
from bot.sandbox.server import Telegram
from bot.sandbox.world import Rules


@pytest.fixture(autouse=True)
def _timedelta(monkeypatch: pytest.MonkeyPatch) -> None:
    # Without it python-telegram-bot 22 warns about itself whenever it raises RetryAfter.
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


@pytest.fixture
async def telegram() -> AsyncIterator[Telegram]:
    async with Telegram(rules=Rules(repeated_poll_waits=False)) as started:
        yield started


@pytest.fixture
async def bot(telegram: Telegram) -> AsyncIterator[Bot]:
    async with Bot(telegram.token, base_url=telegram.base_url) as bot:
        yield bot


@pytest.fixture
async def anna(telegram: Telegram) -> Person:
    person = telegram.person(7)
    await person.write("/start")
    return person


@pytest.mark.parametrize(
    ("kind", "error", "arrived"),
    [
        ("401", InvalidToken, False),
        ("409", Conflict, False),
        ("429", RetryAfter, False),
        ("500", NetworkError, False),
        ("502", NetworkError, False),
        ("reset", NetworkError, False),
        ("reset-after", NetworkError, True),
        ("truncated", TelegramError, True),
    ],
)
async def test_each_fault_looks_as_it_does_in_life(
    telegram: Telegram, bot: Bot, anna: Person, kind: str, error: type[Exception], arrived: bool
) -> None:
    telegram.faults.add("sendMessage", kind)

    with pytest.raises(error):
        await bot.send_message(7, "raz")
    await bot.send_message(7, "dwa")

    assert [seen.text for seen in anna.unread()] == (["raz", "dwa"] if arrived else ["dwa"])


@pytest.mark.parametrize(("kind", "arrived"), [("hang", []), ("hang-after", ["raz"])])
async def test_a_hang_ends_when_the_caller_gives_up(
    telegram: Telegram, bot: Bot, anna: Person, kind: str, arrived: list[str]
) -> None:
    telegram.faults.add("sendMessage", kind)

    with pytest.raises(TimedOut):
        await bot.send_message(7, "raz", read_timeout=0.2)

    assert [seen.text for seen in anna.unread()] == arrived


async def test_flood_control_says_how_long_in_body_and_header(telegram: Telegram, anna: Person) -> None:
    telegram.faults.add("sendMessage", Kind.TOO_MANY, seconds=30)
    url = f"{telegram.base_url}{telegram.token}/sendMessage"

    async with aiohttp.ClientSession() as http, http.post(url, json={"chat_id": 7, "text": "x"}) as response:
        told = await response.json()

    assert (response.status, response.headers["Retry-After"], told) == (
        429,
        "30",
        {
            "ok": False,
            "error_code": 429,
            "description": "Too Many Requests: retry after 30",
            "parameters": {"retry_after": 30},
        },
    )


async def test_a_fault_can_be_meant_for_one_chat_one_text_or_a_later_call(
    telegram: Telegram, bot: Bot, anna: Person
) -> None:
    jan = telegram.person(8, first_name="Jan")
    await jan.write("/start")
    telegram.faults.add("sendMessage", 500, chat=8)
    telegram.faults.add("sendMessage", 500, text="ważne")
    telegram.faults.add("sendMessage", 500, chat=7, after=1)

    for chat, text in ((7, "a"), (8, "b"), (8, "ważne"), (7, "c"), (7, "d"), (8, "e")):
        try:
            await bot.send_message(chat, text)
        except NetworkError:
            continue

    assert [[seen.text for seen in person.unread()] for person in (anna, jan)] == [["a", "d"], ["e"]]


async def test_updates_can_be_delivered_twice_even_when_confirmed(
    telegram: Telegram, bot: Bot, anna: Person
) -> None:
    telegram.faults.add("getUpdates", "duplicate")

    first = await bot.get_updates()
    second = await bot.get_updates(offset=first[-1].update_id + 1)
    third = await bot.get_updates(offset=first[-1].update_id + 1)

    assert (first == second, len(first), third) == (True, 1, ())


async def test_an_outage_lasts_until_it_is_cleared(telegram: Telegram, bot: Bot, anna: Person) -> None:
    telegram.faults.add("*", "reset", times=None)
    for _ in range(3):
        with pytest.raises(NetworkError):
            await bot.get_me()
    telegram.faults.clear()

    assert (await bot.get_me()).username == "incognito_test_bot"


def test_noise_is_the_same_for_the_same_seed() -> None:
    def heard(seed: int) -> list[Kind | None]:
        faults = Faults()
        faults.noise(seed, 0.3, kinds=("500", "reset"))
        taken = [faults.take("sendMessage", 7, "") for _ in range(200)]
        return [fault.kind if fault else None for fault in taken]

    assert heard(1) == heard(1)
    assert heard(1) != heard(2)
    assert 40 <= sum(kind is not None for kind in heard(1)) <= 80
