"""One bot's Telegram: who is there, what waits, what the bot has set; and who may be written to.

The clock is handed in and read on every use, so a test that moves it makes updates and presses expire.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.sandbox.entities import Json
from bot.sandbox.files import Files
from bot.sandbox.queue import Queue
from bot.sandbox.refusals import bad, forbidden
from bot.sandbox.state import Chat, Query, User


@dataclass(frozen=True, slots=True)
class Rules:
    """How long things live and how large they may be, by the world's clock and in bytes.

    `strict` refuses what the real server silently ignores (unknown parameters, wrong types); `repeated_poll_waits` makes a
    second poll with the same offset within 3 s wait, as the real server does; `privacy` keeps ordinary group talk from the bot.
    """

    text_lifetime: timedelta = timedelta(hours=24)
    press_lifetime: timedelta = timedelta(seconds=150)
    query_lifetime: timedelta = timedelta(seconds=15)
    delete_within: timedelta = timedelta(hours=48)
    download_limit: int = 20 << 20
    photo_limit: int = 10 << 20
    upload_limit: int = 50 << 20
    queue_limit: int = 100_000
    strict: bool = True
    repeated_poll_waits: bool = True
    privacy: bool = True


@dataclass(slots=True)
class Settings:
    """What the bot has told about itself: commands by scope and language, texts by name and language."""

    commands: dict[tuple[str, str], list[object]] = field(default_factory=dict)
    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    menus: dict[int, Json] = field(default_factory=dict)
    webhook: str = ""


class World:
    """Everything that one server knows about one bot."""

    def __init__(self, *, token: str, username: str, clock: Callable[[], datetime], rules: Rules) -> None:
        self.token = token
        self.clock = clock
        self.rules = rules
        self.bot = User(int(token.partition(":")[0]), "Incognito", username=username, is_bot=True)
        self.queue = Queue(self.now, limit=rules.queue_limit)
        self.files = Files()
        self.chats: dict[int, Chat] = {}
        self.users: dict[int, User] = {}
        self.queries: dict[str, Query] = {}
        self.settings = Settings()
        self._dice = random.Random(self.bot.id)  # noqa: S311 -- ids that only look random, the same in every run

    def now(self) -> float:
        return self.clock().timestamp()

    def date(self) -> int:
        """Now, in the whole seconds that messages carry."""
        return int(self.now())

    def number(self) -> str:
        """A new identifier in the look of Telegram's."""
        return str(self._dice.randrange(10**17, 10**18))

    def push(self, kind: str, body: Json) -> int | None:
        """Queue an update for the bot; presses live shorter than everything else."""
        rules = self.rules
        lifetime = rules.press_lifetime if kind == "callback_query" else rules.text_lifetime
        return self.queue.push(kind, body, lifetime=lifetime.total_seconds())

    def chat(self, reference: object) -> Chat:
        """The chat that a request names by id or by @username."""
        if reference is None or reference == "":
            raise bad("chat_id is empty")
        if isinstance(reference, str) and reference.lstrip("-").isdecimal():
            reference = int(reference)
        found = self.chats.get(reference) if isinstance(reference, int) else self._named(str(reference))
        if found is None:
            raise bad("chat not found")
        return found

    def writable(self, reference: object) -> Chat:
        """The chat, when the bot may write there now."""
        chat = self.chat(reference)
        if chat.deactivated:
            raise forbidden("user is deactivated")
        if chat.blocked:
            raise forbidden("bot was blocked by the user")
        if not chat.member:
            if chat.kind == "private":
                raise forbidden("bot can't initiate conversation with a user")
            raise forbidden(f"bot is not a member of the {chat.kind} chat")
        return chat

    def _named(self, name: str) -> Chat | None:
        # Only groups and channels can be named: a user's @name is not a chat for bots.
        wanted = name.removeprefix("@").casefold()
        public = (chat for chat in self.chats.values() if chat.kind != "private" and chat.username)
        return next((chat for chat in public if chat.username.casefold() == wanted), None)
