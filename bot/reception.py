"""Reception: each update in the inbox is answered in one transaction, in order for each person, side by side for all.

What needs the network (a photo, a file) is fetched before the transaction opens. When an answer fails, nothing of it
stays; the update is tried again, and after three failures set aside, with a word to the person and to the organisers.
"""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field

from telegram import Bot
from telegram.error import BadRequest, InvalidToken, TelegramError

from bot import dispatch, straight
from bot.house import House, Turn
from bot.incoming import Attachment, Crowd, Incoming, Tap, read
from bot.limits import Limits
from bot.messages import Send, freeze, pages
from contest.mistakes import Mistakes, mistake, tell
from storage import crash, inbox, outbox, people
from storage.database import Writing
from storage.people import Person

log = logging.getLogger(__name__)

SIDE_BY_SIDE = 16
FETCHED_AT_ONCE = 8
"""Files on their way: they wait for Telegram at places of their own, so that no answer waits behind them."""
TRIES = 3
SETTLING = 75
"""Looks, 20 ms apart, at whether the question above a text is known to have arrived."""
MOST_BYTES = 20 << 20
"""What getFile serves: 20 MiB."""


@dataclass
class Reception:
    """The worker behind the inbox. `wake()` when something arrived; `run()` until cancelled.

    `unwritable` is called with the chat whose update cannot be answered because nothing can be written.
    """

    house: House
    bot: Bot
    unwritable: Callable[[Iterable[int], sqlite3.Error], Awaitable[None]] | None = None
    _woken: asyncio.Event = field(default_factory=asyncio.Event)
    _busy: set[int] = field(default_factory=set)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _places: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(SIDE_BY_SIDE))
    _lines: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(FETCHED_AT_ONCE))
    _limits: Limits = field(init=False)

    def __post_init__(self) -> None:
        self._limits = Limits(self.house.config.limits)

    def wake(self) -> None:
        self._woken.set()

    async def run(self) -> None:
        try:
            while True:
                self._woken.clear()
                try:
                    await self._look()
                except sqlite3.Error as error:
                    log.error("inbox cannot be read: %s", error)
                with suppress(TimeoutError):
                    async with asyncio.timeout(1.0):  # asyncio.wait_for may swallow the word to stop
                        await self._woken.wait()
        finally:
            for task in self._tasks:
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _look(self) -> None:
        for row in await inbox.oldest(self.house.db.reading, 200):
            if row.chat in self._busy:
                continue
            self._busy.add(row.chat)
            task = asyncio.create_task(self._attend(row))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _attend(self, row: inbox.Row) -> None:
        """The oldest that one person sent; the next look sees what follows."""
        try:
            await self._answer(row)
        except sqlite3.Error as error:
            log.error("an update cannot be kept or set aside yet: %s", error)
            await asyncio.sleep(1)
        finally:
            self._busy.discard(row.chat)
            self._woken.set()

    async def _answer(self, row: inbox.Row) -> None:
        person = await self._who(row.chat)
        try:
            incoming = read(row.body)
        except Exception as error:  # noqa: BLE001 -- whatever Telegram sent, the rest must go on
            await self._set_aside(row, person, error)
            return
        try:
            await self._in_turn(row, person, incoming)
        except Mistakes as refused:
            await self._explain(row, person, incoming, refused)
        except sqlite3.OperationalError as error:
            # Disk full or locked: it stays in the inbox and is tried until it can be written.
            log.error("update %d cannot be answered yet: %s", row.update_id, error)
            if self.unwritable is not None:
                await self.unwritable([row.chat], error)
            await asyncio.sleep(1)
        except TelegramError as error:
            log.warning("update %d waits for Telegram: %s", row.update_id, type(error).__name__)
            await asyncio.sleep(1)
        except Exception as error:
            log.exception("update %d failed", row.update_id)
            await self._fail(row, person, error)

    async def _who(self, chat: int) -> Person:
        """A known person, or a stranger who is nothing but a chat to answer."""
        if known := await people.recognise(self.house.db.reading, chat):
            return known
        code = await people.stranger(self.house.db.reading, chat)
        return Person(code, self.house.config.chat.language, frozenset(), reachable=True)

    async def _in_turn(self, row: inbox.Row, person: Person, incoming: Incoming) -> None:
        data = await self._over_the_line(person, incoming)
        async with self._places:
            await self._reply(row, person, incoming, data)

    async def _over_the_line(self, person: Person, incoming: Incoming) -> bytes | None:
        """What Telegram has to do first: give a file, let us leave a group."""
        if isinstance(incoming, Crowd):
            async with self._lines:
                await self._leave(incoming)
        if isinstance(incoming, Attachment) and dispatch.wanted(person, incoming):
            async with self._lines:
                return await self._fetch(incoming)
        return None

    async def _reply(self, row: inbox.Row, person: Person, incoming: Incoming, data: bytes | None) -> None:
        key = f"u:{row.update_id}"
        if not self._limits.allow(
            person.code, dispatch.cost_of(person, incoming), key, self.house.clock.now()
        ):
            await self.house.db.transact(lambda tx: self._slow_down(tx, row, person, incoming))
            self._toast(incoming, self.house.phrases.plain(person.language)("too-many"))
            return
        prepared = await dispatch.prepare(self.house, person, incoming, data, key=key)
        await self._until_settled(person, incoming)

        async def act(tx: Writing) -> str | None:
            turn = Turn(self.house, tx, person, self.house.clock.now(), key, quiet=True)
            await dispatch.answer(turn, incoming, prepared)
            turn.toast()
            crash.passed("answering")
            await inbox.finish(tx, row.update_id, turn.at)
            return turn.toasted

        toasted = await self.house.db.transact(act)
        crash.passed("answered")
        self._toast(incoming, toasted or "")

    def _toast(self, incoming: Incoming, text: str) -> None:
        """Answer a tap, now that what it did is committed. Nobody waits for that, and nothing depends on it."""
        if isinstance(incoming, Tap):
            task = asyncio.create_task(straight.toast(self.bot, incoming.query, text))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _until_settled(self, person: Person, incoming: Incoming) -> None:
        """A quick answer may overtake the news that its question arrived: wait for it, but not for long."""
        for _ in range(SETTLING):
            if await dispatch.settled(self.house, person, incoming):
                return
            await asyncio.sleep(0.02)

    async def _fetch(self, file: Attachment) -> bytes:
        if file.size > MOST_BYTES:
            raise Mistakes([mistake("file-too-big", most=20)])
        try:
            found = await self.bot.get_file(file.file_id)
            data = bytes(await found.download_as_bytearray())
        except (BadRequest, InvalidToken) as error:  # a file that is not there is called a wrong token
            large = "too big" in error.message
            raise Mistakes([mistake("file-too-big", most=20) if large else mistake("file-gone")]) from error
        if found.file_size and len(data) < found.file_size:
            raise Mistakes([mistake("file-cut")])
        return data

    async def _slow_down(self, tx: Writing, row: inbox.Row, person: Person, incoming: Incoming) -> None:
        """Too many wishes in a minute: said once in it, and under each button that is tapped."""
        now = self.house.clock.now()
        if not isinstance(incoming, Tap):
            turn = Turn(self.house, tx, person, now, f"u:{row.update_id}", quiet=True)
            once = f"slow:{person.code}:{now:%Y-%m-%dT%H:%M}"
            await turn.tell(Send(text=turn.say("too-many")), once=once)
        await inbox.finish(tx, row.update_id, now)

    async def _leave(self, crowd: Crowd) -> None:
        try:
            await self.bot.leave_chat(crowd.chat)
        except TelegramError as error:
            log.info("leaving a group: %s", type(error).__name__)

    async def _explain(self, row: inbox.Row, person: Person, incoming: Incoming, refused: Mistakes) -> None:
        """The act was refused and undone; the person reads why: under the button, where that is short."""
        now = self.house.clock.now()
        say = self.house.say(person)
        text = pages([tell(say, item) for item in refused.found[:20]])[0]
        toast = ""
        if isinstance(incoming, Tap) and len(refused.found) == 1 and len(text) <= 200:
            toast = tell(self.house.phrases.plain(person.language), refused.found[0])

        async def act(tx: Writing) -> None:
            if not toast:
                body = freeze(Send(text=text, silent=True))
                await outbox.promise(tx, person.code, f"u:{row.update_id}:no", body, not_before=now, at=now)
            await inbox.finish(tx, row.update_id, now)

        await self.house.db.transact(act)
        self._toast(incoming, toast)

    async def _fail(self, row: inbox.Row, person: Person, error: Exception) -> None:
        attempts = await self.house.db.transact(
            lambda tx: inbox.fail(tx, row.update_id, type(error).__name__, self.house.clock.now())
        )
        if attempts >= TRIES:
            await self._set_aside(row, person, error)
        else:
            await asyncio.sleep(0.2 * attempts)

    async def _set_aside(self, row: inbox.Row, person: Person, error: Exception) -> None:
        """Kept for a look, reported to the owners, and out of the way of what follows."""
        log.error("update %d set aside: %s", row.update_id, type(error).__name__)

        async def act(tx: Writing) -> None:
            turn = Turn(self.house, tx, person, self.house.clock.now(), f"dead:{row.update_id}")
            await inbox.bury(tx, row.update_id, type(error).__name__, turn.at)
            if person.roles:
                await turn.write("trouble-kept")
            await turn.tell_role("owner", "alarm-set-aside", update=str(row.update_id))

        await self.house.db.transact(act)
