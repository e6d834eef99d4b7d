"""Delivery: what was promised in the outbox reaches Telegram, in order for each person, side by side for all.

A message leaves only after the transaction that promised it, and its row is marked only after Telegram took it. In
between lies the one gap that cannot be closed: a message may go out twice, never not at all.
"""

from __future__ import annotations

import asyncio
import json
import logging
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TypeVar

from telegram import Bot, BotCommand, BotCommandScopeChat, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.clock import Clock
from bot.line import Form
from bot.messages import (
    Edit,
    Erase,
    Message,
    Rows,
    Send,
    SendDocument,
    SendEvidence,
    SendPicture,
    SendText,
    SetMenu,
    plain,
    thaw,
)
from bot.pace import Pace, asked_to_wait
from storage import crash, documents, evidence, messages, outbox, people
from storage.database import Database, Writing

T = TypeVar("T")

log = logging.getLogger(__name__)

SIDE_BY_SIDE = 16
"""Chats served at once: beyond this the HTTP client's own bookkeeping costs more than it gives."""
MOST_ATTEMPTS = 1500
"""A day of them, one a minute: an outage of hours loses no question, and what Telegram will never take does not wait for ever."""
GRACE = 3.0
"""Seconds that messages on their way have when the bot stops; what hangs longer goes out after the next start."""
_LARGEST = 50_000_000
"""Bytes of a file that a bot may send."""
_BATCH = 8
_NO_PREVIEW = '{"is_disabled": true}'


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What became of one row."""

    row: int
    verdict: str  # sent, later, parked, dead
    message_id: int | None = None
    wait: float = 0.0
    problem: str = ""
    counts: bool = True  # as an attempt
    message: Message | None = None  # what was sent


@dataclass
class Delivery:
    """The sender. `wake()` after every commit; `run()` until cancelled."""

    bot: Bot
    db: Database
    clock: Clock
    pace: Pace
    parted: Callable[[Writing, str], Awaitable[None]] | None = None  # told of a known person who is gone
    _ending: bool = False
    _woken: asyncio.Event = field(default_factory=asyncio.Event)
    _busy: set[str] = field(default_factory=set)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _places: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(SIDE_BY_SIDE))

    def wake(self) -> None:
        self._woken.set()

    async def run(self) -> None:
        try:
            while True:
                self._woken.clear()
                try:
                    await self._look()
                except sqlite3.Error as error:
                    log.error("outbox cannot be read: %s", error)
                with suppress(TimeoutError):
                    async with asyncio.timeout(1.0):  # asyncio.wait_for may swallow the word to stop
                        await self._woken.wait()
        finally:
            await self._end()

    async def _end(self) -> None:
        """What is on its way may arrive."""
        self._ending = True
        tasks = set(self._tasks)
        if tasks:
            await asyncio.wait(tasks, timeout=GRACE)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _look(self) -> None:
        if self.pace.held:  # whoever is served now would only be refused, and prolong the wait for all
            return
        for person in await outbox.recipients(self.db.reading, self.clock.now()):
            if person in self._busy:
                continue
            self._busy.add(person)
            task = asyncio.create_task(self._serve(person))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _serve(self, person: str) -> None:
        """What is ripe for one person, oldest first, until something has to wait; the next look sees what came meanwhile."""
        try:
            async with self._places:
                if not self._ending and (outcomes := await self._send_batch(person)):
                    await self.db.transact(lambda tx: self._record(tx, person, outcomes))
        except sqlite3.Error as error:
            # What was sent but could not be marked goes out again: twice beats never.
            log.error("outbox cannot be marked: %s", error)
            await asyncio.sleep(1)
        finally:
            self._busy.discard(person)
            self._woken.set()

    async def _send_batch(self, person: str) -> list[_Outcome]:
        outcomes: list[_Outcome] = []
        if self.pace.held:  # since this person's turn was planned
            return outcomes
        chat = await people.chat_of(self.db.reading, person)
        known: dict[int, int] = {}
        for row in await outbox.open_of(self.db.reading, person, self.clock.now(), _BATCH):
            if chat is None:
                outcomes.append(_Outcome(row.id, "dead", problem="nobody there"))
                continue
            outcome = await self._send(person, chat, row, known)
            outcomes.append(outcome)
            if outcome.message_id is not None:
                known[row.id] = outcome.message_id
            if outcome.verdict in ("later", "parked") or self._ending or self.pace.held:
                break
        return outcomes

    async def _send(self, person: str, chat: int, row: outbox.Ripe, known: dict[int, int]) -> _Outcome:
        try:
            message = thaw(row.body)
        except ValueError:
            return _Outcome(row.id, "dead", problem="unreadable")
        if isinstance(message, Edit) and row.place is not None:
            known.setdefault(message.of, row.place)
        try:
            await self.pace.wait()
            place = await self._say(chat, message, known)
            crash.passed("sent")
            self.pace.taken()
            return _Outcome(row.id, "sent", place, message=message)
        except RetryAfter as error:
            seconds = asked_to_wait(error)
            self.pace.refused(person, seconds)
            return _Outcome(row.id, "later", wait=seconds, problem="429", counts=False)
        except Forbidden as error:
            return _Outcome(row.id, "parked", problem=error.message)
        except BadRequest as error:
            return _refused(row, message, error)
        except (NetworkError, TimedOut) as error:
            if row.attempts + 1 >= MOST_ATTEMPTS:
                return _Outcome(row.id, "dead", problem=type(error).__name__)
            return _Outcome(
                row.id,
                "later",
                wait=min(2.0 ** min(row.attempts, 7) * 0.5, 60.0),
                problem=type(error).__name__,
            )
        except TelegramError as error:
            return _Outcome(row.id, "later", wait=60.0, problem=type(error).__name__)
        except sqlite3.Error:
            raise
        except Exception as error:
            # A fault of ours in one message must not hold up the person's others.
            log.exception("outbox row %d cannot be sent", row.id)
            return _Outcome(row.id, "dead", problem=type(error).__name__)

    async def _say(self, chat: int, message: Message, known: dict[int, int]) -> int | None:
        """One call to Telegram. Returns the id of the message that came of it, if one did."""
        match message:
            case Send(text=text, rows=rows, silent=silent, protect=protect):
                return await self._new(chat, text, rows, silent=silent, protect=protect)
            case Edit(of=of, text=text, rows=rows, must=must):
                return await self._edit(chat, known.get(of), text, rows, must=must)
            case SendDocument() | SendPicture() | SendEvidence() | SendText():
                return await self._file(chat, message)
            case Erase(of=of):
                await self._erase(chat, [place for row in of if (place := await self._place(row, known))])
                return None
            case SetMenu(commands=commands):
                await self._menu(chat, commands)
                return None

    async def _file(
        self, chat: int, message: SendDocument | SendPicture | SendEvidence | SendText
    ) -> int | None:
        """A file, from the table where it is kept; what is no longer there, or too large, is refused as Telegram would."""
        match message:
            case SendText(name=name, text=text):
                content = text.encode()
            case SendEvidence(session=session, key=key):
                photo = await evidence.load(self.db.reading, session, key)
                content = photo.bytes if photo else b""
            case SendDocument(name=name) | SendPicture(name=name):
                kept = await documents.load(self.db.reading, name)
                content = kept.bytes if kept else b""
        if not content and not isinstance(message, SendText):
            raise BadRequest(f"{message.kind} is gone")
        if len(content) > _LARGEST:  # Telegram would break the line instead of saying so
            raise BadRequest(f"{message.kind} is too large")
        caption = message.caption or None
        match message:
            case SendPicture(rows=rows):
                sent = await self.bot.send_photo(
                    chat, content, caption=caption, reply_markup=_markup(rows), disable_notification=True
                )
            case SendEvidence():
                sent = await self.bot.send_photo(chat, content, caption=caption, protect_content=True)
            case SendDocument(silent=silent):
                sent = await self.bot.send_document(
                    chat, content, filename=name, caption=caption, disable_notification=silent
                )
            case SendText():
                sent = await self.bot.send_document(
                    chat, content, filename=name, caption=caption, disable_notification=True
                )
        return sent.message_id

    async def _erase(self, chat: int, places: list[int]) -> None:
        """In one call; where one of them is too old for Telegram, each by itself, so that the others go."""
        if not places:
            return
        try:
            await self.bot.delete_messages(chat, places)
        except BadRequest:
            for place in places:
                await self.pace.wait()
                with suppress(BadRequest):
                    await self.bot.delete_message(chat, place)

    async def _menu(self, chat: int, commands: tuple[tuple[str, str], ...]) -> None:
        scope = BotCommandScopeChat(chat)
        if commands:
            await self.bot.set_my_commands([BotCommand(word, told) for word, told in commands], scope)
        else:
            await self.bot.delete_my_commands(scope)

    async def _new(self, chat: int, text: str, rows: Rows, *, silent: bool, protect: bool) -> int:
        sent = await _or_plain(
            text,
            lambda words, mode: self._call(
                "sendMessage",
                chat_id=chat,
                text=words,
                parse_mode=mode,
                reply_markup=keyboard(rows),
                disable_notification=silent,
                protect_content=protect,
                link_preview_options=_NO_PREVIEW,  # a preview would show on the lock screen whose page it is
            ),
        )
        if sent is None:
            raise NetworkError("an answer of another shape")
        return sent

    async def _edit(self, chat: int, place: int | None, text: str, rows: Rows, *, must: bool) -> int | None:
        """In place; where the old message is gone, as a new one if it must be said, so that a question never disappears."""
        if place is None and not must:
            return None
        if place is None:
            return await self._new(chat, text, rows, silent=True, protect=True)
        try:
            await _or_plain(
                text,
                lambda words, mode: self._call(
                    "editMessageText",
                    chat_id=chat,
                    message_id=place,
                    text=words,
                    parse_mode=mode,
                    reply_markup=keyboard(rows),
                ),
            )
        except BadRequest as error:
            gone = "to edit not found" in error.message or "can't be edited" in error.message
            if gone and not must:
                return None
            if gone:
                return await self._new(chat, text, rows, silent=True, protect=True)
            if "not modified" not in error.message:  # it says already what it should
                raise
        return place

    async def _call(self, method: str, **fields: str | int | bool | None) -> int | None:
        """The number of the message that came of it. The library would build the whole message anew at each call."""
        answer: object = await self.bot.request.post(
            f"{self.bot.base_url}/{method}", Form(**fields).as_data()
        )
        number = answer.get("message_id") if isinstance(answer, dict) else None
        return number if isinstance(number, int) else None

    async def _place(self, of: int, known: dict[int, int]) -> int | None:
        return known.get(of) or await outbox.message_id(self.db.reading, of)

    async def _record(self, tx: Writing, person: str, outcomes: list[_Outcome]) -> None:
        now = self.clock.now()
        taken = {outcome.row: outcome.message_id for outcome in outcomes if outcome.verdict == "sent"}
        await outbox.sent(tx, taken, now)
        for outcome in outcomes:
            match outcome.verdict:
                case "sent":
                    await settle(tx, person, outcome.row, outcome.message)
                case "later":
                    at = now + timedelta(seconds=outcome.wait)
                    await outbox.later(tx, outcome.row, at, outcome.problem, counts=outcome.counts)
                case "parked":
                    await outbox.park(tx, person)
                    await self._part(tx, person)
                case _:
                    log.warning("outbox row %d given up: %s", outcome.row, outcome.problem)
                    await outbox.kill(tx, outcome.row, outcome.problem)

    async def _part(self, tx: Writing, person: str) -> None:
        if person.startswith("tg:"):
            return
        if self.parted is not None:
            await self.parted(tx, person)
        else:
            await people.set_reachable(tx, person, reachable=False, at=self.clock.now())


async def _or_plain(text: str, say: Callable[[str, str | None], Awaitable[T]]) -> T:
    """With its tags; without any when Telegram cannot read them, for a question must arrive."""
    try:
        return await say(text, ParseMode.HTML)
    except BadRequest as error:
        if "parse entities" not in error.message:
            raise
        log.error("a message whose tags Telegram cannot read: %s", error.message)
        return await say(plain(text), None)


async def settle(tx: Writing, person: str, row: int, message: Message | None) -> None:
    """What follows from a message being through."""
    match message:
        case Erase(of=of):
            await messages.gone(tx, person, of)
        case SendText() | Send(fleeting=True) | Edit(fleeting=True):
            await outbox.erase(tx, row)
        case SendPicture(name=name) | SendDocument(name=name, fleeting=True):
            await documents.drop(tx, name)
        case _:
            pass


def _refused(row: outbox.Row, message: Message, error: BadRequest) -> _Outcome:
    """Telegram says no. What is already as we wanted counts as done."""
    said = error.message.lower()
    if "not modified" in said or isinstance(message, Erase):
        return _Outcome(row.id, "sent")
    return _Outcome(row.id, "dead", problem=error.message)


def _markup(rows: Rows) -> InlineKeyboardMarkup | None:
    """The same for the methods of the library that take a file along."""
    if not rows:
        return None
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(button.label, callback_data=button.data) for button in row] for row in rows]
    )


def keyboard(rows: Rows) -> str | None:
    """The buttons under a message as Telegram reads them."""
    if not rows:
        return None
    shown = [[{"text": button.label, "callback_data": button.data} for button in row] for row in rows]
    return json.dumps({"inline_keyboard": shown}, ensure_ascii=False)
