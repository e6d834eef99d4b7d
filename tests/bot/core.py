"""The core in one process: intake, reception, delivery and the schedule against a local Telegram, over real HTTP."""

from __future__ import annotations

import asyncio
import secrets
import sqlite3
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Literal

from telegram import Bot

from bot import alarming, app
from bot.clock import Clock
from bot.config import TelegramTable
from bot.delivery import Delivery
from bot.door import Door
from bot.gap import Gap
from bot.house import House
from bot.intake import Intake
from bot.line import Line
from bot.messages import Message, Send, freeze
from bot.pace import Pace
from bot.reception import Reception
from bot.sandbox.people import Person
from bot.sandbox.server import Telegram
from bot.sandbox.world import Rules
from bot.schedule import Schedule
from bot.strangers import digest
from storage import facts, invitations, outbox, people
from storage.database import Writing
from tests.bot.office import OWNER

Part = Literal["intake", "reception", "delivery", "schedule", "door"]
CONVERSATION: tuple[Part, ...] = ("intake", "reception", "delivery", "door")


class Moving(Clock):
    """Runs as time does from a chosen moment, and jumps when it is told to."""

    def __init__(self, start: datetime) -> None:
        super().__init__()
        self._start = start
        self._began = time.monotonic()
        self.ahead = timedelta()

    def now(self) -> datetime:
        return self._start + timedelta(seconds=time.monotonic() - self._began) + self.ahead


@dataclass
class Core:
    """A house with its Telegram; parts start and stop when a story says so, as in a crash and a restart."""

    house: House
    clock: Moving
    telegram: Telegram
    bot: Bot
    poll: Line
    delivery: Delivery = field(init=False)
    schedule: Schedule = field(init=False)
    gap: Gap = field(init=False)
    door: Door = field(init=False)
    _tasks: dict[Part, asyncio.Task[None]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        house = self.house
        self.delivery = Delivery(
            self.bot, house.db, self.clock, Pace(0), parted=lambda tx, code: app._parted(house, tx, code)
        )
        house.db.on_commit(self._wake)
        self.gap = Gap(house)
        self.door = Door(house, self.bot)
        self.schedule = Schedule(house, serving=lambda: self.gap.serving)

    def _wake(self) -> None:
        self.delivery.wake()

    def start(self, *parts: Part) -> None:
        reception = Reception(self.house, self.bot)
        reception.wake()
        runs: dict[Part, Callable[[], Awaitable[None]]] = {
            "intake": Intake(
                self.bot,
                self.poll,
                self.house.db,
                self.clock,
                reception.wake,
                lambda kind: app._alarm(self.house, kind),
                self.gap.served,
                lambda kind: alarming.hush(self.house, kind),
                admit=self.door.admit,
            ).run,
            "reception": reception.run,
            "delivery": self.delivery.run,
            "schedule": self.schedule.run,
            "door": self.door.run,
        }
        for part in parts:
            self._tasks[part] = asyncio.create_task(app._part(runs[part]))

    async def stop(self) -> None:
        """End all parts; whatever one of them died of is raised here."""
        tasks, self._tasks = list(self._tasks.values()), {}
        for task in tasks:
            task.cancel()
        for ended in await asyncio.gather(*tasks, return_exceptions=True):
            if isinstance(ended, Exception):
                raise ended
        self.delivery = replace(self.delivery, _ending=False)
        self.gap = Gap(self.house)  # a process knows only what its predecessors wrote down

    async def ended(self, part: Part) -> BaseException | None:
        """What a part ends with by itself."""
        await asyncio.wait([self._tasks[part]], timeout=5)
        return self._tasks.pop(part).exception()

    def meets(self, account: int, name: str = "Ola") -> Person:
        """Somebody who has opened the chat with the bot."""
        person = self.telegram.person(account, first_name=name)
        person._open()
        return person

    async def knows(self, code: str, account: int, *roles: str, name: str = "Ola") -> Person:
        """Somebody with roles, who has opened the chat."""

        async def act(tx: Writing) -> None:
            await people.enlist(tx, code, account, name=name, language="pl", at=self.clock.now())
            await people.grant(tx, code, roles)

        await self.house.db.transact(act)
        return self.meets(account, name)

    async def arrives(self) -> Person:
        """A newcomer who has just been asked for her consent, in a conversation that goes on."""
        self.start(*CONVERSATION)
        person = self.meets(7)
        await person.write(f"/start {await self.invites()}")
        await person.expect("Czy zgadzasz się")
        await self.quiet()
        return person

    async def consents(self) -> Person:
        """The same at the second question of the registration."""
        person = await self.arrives()
        await person.tap("Tak")
        await person.expect("województwach")
        await self.quiet()
        return person

    async def invites(self, role: str = "juror") -> str:
        """An invitation of the owner; its secret."""
        code, now = secrets.token_urlsafe(24), self.clock.now()
        await self.house.db.transact(
            lambda tx: invitations.issue(
                tx, digest(code), role, "", by=OWNER, at=now, expires_at=now + timedelta(days=14)
            )
        )
        return code

    async def promises(self, person: str, *messages: Message | str) -> list[int]:
        """Put messages into the outbox; their rows."""
        now = self.clock.now()

        async def act(tx: Writing) -> list[int]:
            rows = []
            for message in messages:
                body = freeze(Send(text=message) if isinstance(message, str) else message)
                row = await outbox.promise(tx, person, secrets.token_hex(8), body, not_before=now, at=now)
                assert row is not None
                rows.append(row)
            return rows

        return await self.house.db.transact(act)

    async def rows(self, columns: str, table: str) -> list[tuple[object, ...]]:
        """A look into a table, in the order of its rows."""
        names = columns.split()
        found = await self.house.db.reading.all(
            tuple[object, ...], f"SELECT {', '.join(names)} FROM {table} ORDER BY rowid"
        )
        return [tuple(row) for row in found]

    async def breaks(self, event: str, when: str = "1") -> None:
        """From now on a kind of change is refused by the database itself: `INSERT ON outbox`."""
        await self.house.db.transact(
            lambda tx: tx.run(
                f"CREATE TRIGGER broken BEFORE {event} WHEN {when} BEGIN SELECT RAISE(ABORT, 'broken'); END"
            )
        )

    async def mends(self) -> None:
        await self.house.db.transact(lambda tx: tx.run("DROP TRIGGER broken"))

    async def full(self) -> None:
        """The disk has room for what is there and nothing else."""
        await self._pages("PRAGMA max_page_count = 1")
        with suppress(sqlite3.OperationalError):
            for number in range(1000):
                filler = f"filler {number}"
                await self.house.db.transact(lambda tx, name=filler: facts.put(tx, name, "x" * 900))  # type: ignore[misc]

    async def room(self) -> None:
        await self._pages("PRAGMA max_page_count = 1000000")

    async def _pages(self, pragma: str) -> None:
        await self.house.db._writer.execute_fetchall(pragma)

    async def until(self, true: Callable[[], Awaitable[bool] | bool], seconds: float = 30.0) -> None:
        """Wait for something to become true."""
        async with asyncio.timeout(seconds):
            while True:
                found = true()
                if found if isinstance(found, bool) else await found:
                    return
                await asyncio.sleep(0.01)

    async def quiet(self) -> None:
        """Nothing waits to be answered or sent."""

        async def settled() -> bool:
            waiting = await self.house.db.reading.all(int, "SELECT 1 FROM inbox WHERE state = 'new'")
            return not waiting and not await outbox.pending(self.house.db.reading)

        await self.until(settled)


@asynccontextmanager
async def core(house: House, *, rules: Rules | None = None) -> AsyncIterator[Core]:
    """The house of a test with a Telegram of its own and a clock that runs."""
    clock = Moving(house.clock.now())
    rules = rules or Rules(repeated_poll_waits=False)
    async with Telegram(clock=clock.now, rules=rules) as telegram:
        table = TelegramTable(base_url=telegram.base_url, base_file_url=telegram.base_file_url)
        moved = replace(house, clock=clock, config=house.config.model_copy(update={"telegram": table}))
        async with app._telegram(moved.config, telegram.token) as (bot, poll):
            made = Core(moved, clock, telegram, bot, poll)
            try:
                yield made
            finally:
                await made.stop()


def texts(person: Person) -> list[str]:
    """What the bot said, oldest first."""
    return [seen.text for seen in person.chat if not seen.mine]
