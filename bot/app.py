"""The composition root: every part is made here, wired here, started and stopped here."""

from __future__ import annotations

import asyncio
import gc
import logging
import os
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from telegram import Bot, BotCommand, BotCommandScopeAllPrivateChats
from telegram.error import InvalidToken, TelegramError

from bot import (
    absence,
    alarming,
    identity,
    nightly,
    photos,
    planned,
    restoring,
    rulebook,
    supervision,
    tracing,
    watching,
    workshop,
)
from bot.clock import Clock
from bot.config import Config
from bot.delivery import SIDE_BY_SIDE, Delivery
from bot.door import Door
from bot.emergency import Emergency
from bot.gap import Gap
from bot.house import SYSTEM, House, Rules, Turn
from bot.intake import Intake
from bot.juror import training
from bot.line import Line
from bot.lock import lock
from bot.menu import menu
from bot.organiser import daily, keeping
from bot.pace import Pace
from bot.phrases import LANGUAGES, catalogue
from bot.reception import Reception
from bot.schedule import Schedule
from storage import people
from storage.alarms import Alarm
from storage.database import Database, Writing

log = logging.getLogger(__name__)

os.environ.setdefault("PTB_TIMEDELTA", "true")  # spans of time as what they are

_TURN = 0.0005
"""Seconds that a thread may keep the interpreter while the other waits. A transaction is a dialogue of two threads, ours and
the database's; with Python's own 5 ms each word of it could wait that long."""


async def run(config: Config, clock: Clock, ready: Callable[[], None]) -> None:
    """The bot, until SIGTERM or SIGINT. Raises Mistakes, AlreadyRunning or InvalidToken."""
    token = config.token()
    sys.setswitchinterval(_TURN)
    async with lock(config.data_directory):
        db = await Database.open(config.database, key=identity.own_key(config))
        try:
            rules = await rulebook.publish(config.edition_folder, db, clock.now())
            async with _telegram(config, token) as (bot, poll):
                await _serve(config, clock, db, rules, bot, poll, ready)
        finally:
            photos.close()
            workshop.close()
            await db.close()


@asynccontextmanager
async def _telegram(config: Config, token: str) -> AsyncIterator[tuple[Bot, Line]]:
    """The bot's two lines to Telegram: one to speak, one to listen."""
    speak, listen = Line(most=SIDE_BY_SIDE + 4), Line(most=2)
    bot = Bot(
        token,
        base_url=config.telegram.base_url,
        base_file_url=config.telegram.base_file_url,
        request=speak,
        get_updates_request=listen,
    )
    await speak.initialize()
    await listen.initialize()
    try:
        await _meet(bot)
        yield bot, listen
    finally:
        await speak.shutdown()
        await listen.shutdown()


async def _meet(bot: Bot) -> None:
    """Ask who we are until Telegram answers; a refused token ends the program."""
    pause = 1.0
    while True:
        try:
            await bot.initialize()
            await bot.delete_webhook()
        except InvalidToken:
            raise
        except TelegramError as error:
            log.warning("Telegram does not answer yet: %s", type(error).__name__)
            await asyncio.sleep(pause)
            pause = min(pause * 2, 30.0)
        else:
            return


async def _serve(
    config: Config,
    clock: Clock,
    db: Database,
    rules: Rules,
    bot: Bot,
    poll: Line,
    ready: Callable[[], None],
) -> None:
    planned_now = asyncio.Event()
    house = House(config, rules, db, clock, catalogue(), bot_name=bot.username, soon=planned_now.set)
    await db.transact(lambda tx: _open_house(house, tx))
    await keeping.take_in(house)
    delivery = Delivery(
        bot,
        db,
        clock,
        Pace(config.telegram.messages_per_second),
        parted=lambda tx, code: _parted(house, tx, code),
    )
    emergency = Emergency(house, bot)
    reception = Reception(house, bot, emergency.unwritable)
    gap = Gap(house)
    schedule = Schedule(house, planned_now, serving=lambda: gap.serving)
    door = Door(house, bot)
    intake = Intake(
        bot,
        poll,
        db,
        clock,
        reception.wake,
        lambda kind: _alarm(house, kind),
        gap.served,
        lambda kind: alarming.hush(house, kind),
        emergency.unwritable,
        door.admit,
    )
    db.on_commit(delivery.wake)
    db.on_commit(emergency.written)
    await _name_commands(bot, house)
    gc.freeze()  # what stands now stays: the collector need not walk through it again and again
    reception.wake()
    await _until_stopped(
        {
            "intake": intake.run,
            "reception": reception.run,
            "delivery": delivery.run,
            "schedule": schedule.run,
            "door": door.run,
        },
        intake.first_poll,
        ready,
    )


async def _until_stopped(
    parts: dict[str, Callable[[], Awaitable[None]]], polled: asyncio.Event, ready: Callable[[], None]
) -> None:
    """Run the parts side by side; stop them all when asked to, or when one of them ends."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    tasks = [asyncio.create_task(_part(run), name=name) for name, run in parts.items()]
    stopping = asyncio.create_task(stop.wait())
    greeting = asyncio.create_task(_greet(polled, ready))
    try:
        done, _ = await asyncio.wait([*tasks, stopping], return_when=asyncio.FIRST_COMPLETED)
    finally:
        supervision.tell("STOPPING=1")
        for task in (*tasks, stopping, greeting):
            task.cancel()
        await asyncio.gather(*tasks, stopping, greeting, return_exceptions=True)
    for task in done:
        task.result()


async def _part(run: Callable[[], Awaitable[None]]) -> None:
    await run()


async def _greet(polled: asyncio.Event, ready: Callable[[], None]) -> None:
    await polled.wait()
    ready()
    supervision.tell("READY=1")


async def _open_house(house: House, tx: Writing) -> None:
    """Organisers from the configuration, and the edition's dates."""
    now = house.clock.now()
    for organiser in house.config.organisers:
        known = await people.recognise(tx, organiser.telegram_id)
        code = known.code if known else await people.fresh_code(tx, "O", house.dice)
        if known is None:
            await people.enlist(
                tx,
                code,
                organiser.telegram_id,
                name=organiser.name,
                language=house.config.chat.language,
                at=now,
            )
        await people.grant(tx, code, organiser.roles)
    await planned.plan_dates(house, tx)
    await watching.begin(house, tx)
    await daily.begin(house, tx)
    await tracing.begin(house, tx)
    await training.plan_for_all(house, tx)
    await nightly.plan(house, tx)
    await restoring.announce(house, tx)


async def _parted(house: House, tx: Writing, code: str) -> None:
    """Telegram refused to deliver to somebody."""
    now = house.clock.now()
    await absence.gone(Turn(house, tx, SYSTEM, now, f"gone:{code}:{now.isoformat()}"), code)


async def _alarm(house: House, kind: str) -> None:
    """An alarm about our own line to Telegram, for the owners."""
    await alarming.ring(house, Alarm(kind, "", "owner", {}))


async def _name_commands(bot: Bot, house: House) -> None:
    """The menu of every chat whose language nobody chose: by the language of the app."""
    for language in LANGUAGES:
        say = house.phrases.plain(language)
        offered = [BotCommand(word, told) for word, told in menu(say)]
        try:
            await bot.set_my_commands(offered, BotCommandScopeAllPrivateChats(), language_code=language)
        except TelegramError as error:
            log.info("the menu is not set: %s", type(error).__name__)
