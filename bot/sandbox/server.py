"""The server: HTTP on loopback that answers as api.telegram.org does, with trouble on order.

    async with Telegram(token="123:AAA") as telegram:
        anna = telegram.person(7, first_name="Anna")
        await anna.write("/start")
        print((await anna.next()).text)

The bot reaches it at `telegram.base_url` (it ends in `/bot`, as python-telegram-bot wants it) and `telegram.base_file_url`.
"""

from __future__ import annotations

import asyncio
import socket
import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import TracebackType
from typing import Self

from aiohttp import web

from bot.clock import Clock
from bot.sandbox import editing, profile, sending, wire
from bot.sandbox.asked import Asked, check, published
from bot.sandbox.entities import Json
from bot.sandbox.faults import Fault, Faults, Kind
from bot.sandbox.files import Upload
from bot.sandbox.people import Group, Person
from bot.sandbox.polling import Poller
from bot.sandbox.refusals import Refusal, bad, conflict, too_many
from bot.sandbox.state import Chat, ChatKind, User
from bot.sandbox.world import Rules, World

TOKEN = "123456789:AASandboxTokenForTheTestsAndTheDemo"  # noqa: S105 -- opens only this server
_MULTIPART = 1 << 20

HANDLERS: Mapping[str, Callable[[World, Asked], object]] = {
    "getMe": profile.get_me,
    "logOut": profile.yes,
    "close": profile.yes,
    "setWebhook": profile.set_webhook,
    "deleteWebhook": profile.delete_webhook,
    "getWebhookInfo": profile.get_webhook_info,
    "setMyCommands": profile.set_my_commands,
    "getMyCommands": profile.get_my_commands,
    "deleteMyCommands": profile.delete_my_commands,
    "setMyName": profile.setter("name"),
    "getMyName": profile.getter("name"),
    "setMyDescription": profile.setter("description"),
    "getMyDescription": profile.getter("description"),
    "setMyShortDescription": profile.setter("short_description"),
    "getMyShortDescription": profile.getter("short_description"),
    "setChatMenuButton": profile.set_chat_menu_button,
    "getChatMenuButton": profile.get_chat_menu_button,
    "getChat": profile.get_chat,
    "leaveChat": profile.leave_chat,
    "sendMessage": sending.send_message,
    "sendPhoto": sending.send_photo,
    "sendDocument": sending.send_document,
    "sendMediaGroup": sending.send_media_group,
    "sendChatAction": sending.send_chat_action,
    "getFile": sending.get_file,
    "editMessageText": editing.edit_message_text,
    "editMessageCaption": editing.edit_message_caption,
    "editMessageReplyMarkup": editing.edit_message_reply_markup,
    "deleteMessage": editing.delete_message,
    "deleteMessages": editing.delete_messages,
    "answerCallbackQuery": editing.answer_callback_query,
    "setMessageReaction": editing.set_message_reaction,
}


@dataclass(frozen=True, slots=True)
class Call:
    """One request that the bot made. `status` is the HTTP status that it got, 0 when it got none."""

    method: str
    params: Mapping[str, object]
    at: datetime
    status: int
    description: str = ""


class Telegram:
    """A whole Telegram for one bot: start it, add people, let the bot come over HTTP."""

    def __init__(
        self,
        *,
        token: str = TOKEN,
        username: str = "incognito_test_bot",
        clock: Callable[[], datetime] | None = None,
        rules: Rules | None = None,
        port: int = 0,
    ) -> None:
        self.token = token
        self.port = port
        self.faults = Faults()
        self.calls: list[Call] = []
        self.world = World(token=token, username=username, clock=clock or Clock().now, rules=rules or Rules())
        self._poller = Poller(self.world)
        self._table = published()
        self._names = {name.lower(): name for name in self._table}
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=self.world.rules.upload_limit + _MULTIPART)
        app.router.add_route("*", "/{anything:.*}", self._answer)
        self._runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=0.2)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self.port, reuse_address=True)
        await site.start()
        self.port = self._runner.addresses[0][1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._poller.end()
        if self._runner is not None:
            await self._runner.cleanup()

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.port}/bot"

    @property
    def base_file_url(self) -> str:
        return f"http://127.0.0.1:{self.port}/file/bot"

    def person(
        self,
        user_id: int,
        *,
        first_name: str = "Anna",
        last_name: str = "",
        language: str = "pl",
        username: str | None = None,
    ) -> Person:
        """A person with a Telegram account who has not yet written to the bot."""
        user = User(user_id, first_name, last_name, username or "", language)
        if user_id in self.world.chats:
            raise ValueError(f"chat {user_id} exists already")
        self.world.users[user_id] = user
        chat = self.world.chats[user_id] = Chat(user_id, "private", first_name, username=user.username)
        return Person(self.world, chat, user)

    def group(self, chat_id: int, *, title: str = "Grupa", username: str = "") -> Group:
        """A group without the bot; `chat_id` is negative, as Telegram's are."""
        kind: ChatKind = "supergroup" if chat_id <= -(10**12) else "group"
        chat = self.world.chats[chat_id] = Chat(chat_id, kind, title, username=username)
        return Group(self.world, chat)

    def inject_update(self, update: Json) -> int:
        """Queue an update as it stands, however malformed; its id, the next one unless it brings its own."""
        return self.world.queue.push_raw(update, lifetime=self.world.rules.text_lifetime.total_seconds())

    def called(self, method: str) -> list[Call]:
        """What the bot asked with one method, oldest first."""
        return [call for call in self.calls if call.method == method]

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        path = request.path
        if path.startswith("/file/bot"):
            token, _, name = path.removeprefix("/file/bot").partition("/")
            return self._download(token, name)
        token, _, name = path.removeprefix("/bot").partition("/")
        if not path.startswith("/bot") or not name:
            return wire.refused(Refusal(404, "Not Found"))
        if token != self.token:
            return wire.refused(Refusal(401, "Unauthorized"))
        method = self._names.get(name.lower())
        if method is None:
            self._log(name, {}, 404, "Not Found: method not found")
            return wire.refused(Refusal(404, "Not Found: method not found"))
        return await self._serve(method, request)

    async def _serve(self, method: str, request: web.Request) -> web.StreamResponse:
        """One call of a known method, with its trouble if some is ordered."""
        try:
            values, files = await wire.read(request)
        except Refusal as refusal:
            self._log(method, {}, refusal.status, refusal.description)
            return wire.refused(refusal)
        fault = self.faults.take(method, _number(values.get("chat_id")), _words(values))
        if fault is None:
            return await self._do(method, values, files)
        if fault.kind in {Kind.RESET, Kind.HANG}:
            self._log(method, values, 0, f"fault: {fault.kind}")
            await asyncio.sleep(fault.seconds)
            return _reset(request)
        if (early := await _before(fault)) is not None:
            self._log(method, values, early.status, f"fault: {fault.kind}")
            return early
        response = await self._do(method, values, files, twice=fault.kind is Kind.DUPLICATE)
        return await self._after(fault, response, request)

    async def _do(
        self,
        method: str,
        values: Mapping[str, object],
        files: Mapping[str, Upload],
        *,
        twice: bool = False,
    ) -> web.Response:
        try:
            asked = check(method, values, table=self._table, files=files, demanding=self.world.rules.strict)
            response = await self._perform(asked, twice=twice)
        except Refusal as refusal:
            self._log(method, values, refusal.status, refusal.description)
            return wire.refused(refusal)
        self._log(method, values, 200, "")
        return response

    async def _perform(self, asked: Asked, *, twice: bool) -> web.Response:
        if asked.method != "getUpdates":
            return wire.success(HANDLERS[asked.method](self.world, asked))
        entries = await self._poller.poll(asked)
        if twice:
            self.world.queue.repeat(entries)
        return wire.batch([entry.raw for entry in entries])

    async def _after(self, fault: Fault, response: web.Response, request: web.Request) -> web.StreamResponse:
        """The effect happened; what goes wrong with the answer."""
        match fault.kind:
            case Kind.TRUNCATED:
                return wire.truncated(response)
            case Kind.RESET_AFTER:
                return _reset(request)
            case Kind.HANG_AFTER:
                await asyncio.sleep(fault.seconds)
                return _reset(request)
            case _:
                return response

    def _download(self, token: str, name: str) -> web.Response:
        if token != self.token:
            return wire.refused(Refusal(401, "Unauthorized"))
        stored = self.world.files.by_path.get(name)
        if stored is None or len(stored.data) > self.world.rules.download_limit:
            return wire.refused(Refusal(404, "Not Found"))
        return web.Response(body=stored.data, content_type="application/octet-stream")

    def _log(self, method: str, values: Mapping[str, object], status: int, description: str) -> None:
        self.calls.append(Call(method, values, self.world.clock(), status, description))


async def _before(fault: Fault) -> web.Response | None:
    """What goes wrong before anything happens; None when the request goes on."""
    match fault.kind:
        case Kind.BAD_REQUEST:
            return wire.refused(bad("chat not found"))
        case Kind.UNAUTHORIZED:
            return wire.refused(Refusal(401, "Unauthorized"))
        case Kind.FORBIDDEN:
            return wire.refused(Refusal(403, "Forbidden: bot was blocked by the user"))
        case Kind.CONFLICT:
            words = "terminated by other getUpdates request; make sure that only one bot instance is running"
            return wire.refused(conflict(words))
        case Kind.TOO_MANY:
            return wire.refused(too_many(max(1, round(fault.seconds))))
        case Kind.SERVER_ERROR:
            return wire.refused(Refusal(500, "Internal Server Error"))
        case Kind.BAD_GATEWAY:
            return wire.bad_gateway()
        case Kind.DELAY:
            await asyncio.sleep(fault.seconds)
            return None
        case _:
            return None


def _reset(request: web.Request) -> web.Response:
    """Close the connection the hard way: the other side sees a reset, never an answer."""
    if request.transport is not None:
        connection = request.transport.get_extra_info("socket")
        if connection is not None:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        request.transport.abort()
    return web.Response()


def _number(chat: object) -> object:
    return int(chat) if isinstance(chat, str) and chat.lstrip("-").isdecimal() else chat


def _words(values: Mapping[str, object]) -> str:
    return f"{values.get('text', '')}{values.get('caption', '')}"
