"""The world as the server holds it: users, chats, messages, queries; ids rise and never come back.

Nothing here asks the time or answers a request: handlers change the world, people look at it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from bot.sandbox.entities import Json

ChatKind = Literal["private", "group", "supergroup", "channel"]
What = Literal["wrote", "pressed", "said", "edited", "deleted", "answered"]


@dataclass(frozen=True, slots=True)
class User:
    """A Telegram account."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language: str = ""
    is_bot: bool = False

    def json(self) -> Json:
        told: Json = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        for key, value in (("last_name", self.last_name), ("username", self.username)):
            if value:
                told[key] = value
        if self.language:
            told["language_code"] = self.language
        return told


@dataclass(frozen=True, slots=True)
class Seen:
    """A message as a person sees it at one moment: plain text, labels of buttons, no markup."""

    id: int
    mine: bool
    kind: str
    text: str
    buttons: tuple[tuple[str, ...], ...] = ()
    edited: bool = False
    file_name: str = ""
    protected: bool = False
    reply_to: int | None = None
    entities: tuple[Json, ...] = ()


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened in a chat; `text` is the label pressed or the notice that answered a press, `query` that press."""

    what: What
    seen: Seen | None = None
    text: str = ""
    query: str = ""


@dataclass(slots=True, eq=False)
class Message:
    """One message; `body` holds its content in the shape of the Bot API (text, photo, caption ...)."""

    id: int
    chat: Chat
    sender: User
    date: int
    body: Json
    markup: Json | None = None
    edited_at: int | None = None
    protected: bool = False
    reply_to: Message | None = None
    deleted: bool = False

    @property
    def text(self) -> str:
        return str(self.body.get("text", self.body.get("caption", "")))

    @property
    def kind(self) -> str:
        for name in ("text", "photo", "document"):
            if name in self.body:
                return name
        others = (key for key, value in self.body.items() if isinstance(value, dict | list))
        return next((key for key in others if not key.endswith("entities")), "text")

    def json(self, *, with_reply: bool = True) -> Json:
        told: Json = {
            "message_id": self.id,
            "from": self.sender.json(),
            "chat": self.chat.json(),
            "date": self.date,
        }
        if self.edited_at is not None:
            told["edit_date"] = self.edited_at
        if self.reply_to is not None and with_reply:
            told["reply_to_message"] = self.reply_to.json(with_reply=False)
        if self.protected:
            told["has_protected_content"] = True
        told.update(self.body)
        if self.markup is not None:
            told["reply_markup"] = self.markup
        return told

    def rows(self) -> list[list[Json]]:
        """The inline buttons, row by row."""
        rows = (self.markup or {}).get("inline_keyboard", [])
        assert isinstance(rows, list)
        return rows

    def seen(self) -> Seen:
        document = self.body.get("document")
        name = str(document.get("file_name", "")) if isinstance(document, Mapping) else ""
        entities = self.body.get("entities", self.body.get("caption_entities", ()))
        assert isinstance(entities, list | tuple)
        return Seen(
            id=self.id,
            mine=not self.sender.is_bot,
            kind=self.kind,
            text=self.text,
            buttons=tuple(tuple(str(button["text"]) for button in row) for row in self.rows()),
            edited=self.edited_at is not None,
            file_name=name,
            protected=self.protected,
            reply_to=self.reply_to.id if self.reply_to else None,
            entities=tuple(entities),
        )


@dataclass(slots=True, eq=False)
class Chat:
    """A private chat with the bot, a group or a channel; `member`: the bot may write here."""

    id: int
    kind: ChatKind
    title: str
    username: str = ""
    member: bool = False
    blocked: bool = False
    deactivated: bool = False
    messages: dict[int, Message] = field(default_factory=dict)
    history: list[Happening] = field(default_factory=list)
    keyboard: tuple[tuple[str, ...], ...] = ()
    last_id: int = 0
    stirred: asyncio.Event = field(default_factory=asyncio.Event)

    def json(self) -> Json:
        named = "first_name" if self.kind == "private" else "title"
        told: Json = {"id": self.id, named: self.title, "type": self.kind}
        if self.username:
            told["username"] = self.username
        return told

    def add(self, sender: User, body: Json, *, date: int) -> Message:
        """A new message at the end of the chat."""
        self.last_id += 1
        message = Message(self.last_id, self, sender, date, body)
        self.messages[message.id] = message
        return message

    def find(self, message_id: int) -> Message | None:
        message = self.messages.get(message_id)
        return None if message is None or message.deleted else message

    def visible(self) -> list[Message]:
        return [message for message in self.messages.values() if not message.deleted]

    def note(self, what: What, message: Message | None = None, *, text: str = "", query: str = "") -> None:
        """Write down what happened and wake whoever watches the chat."""
        self.history.append(Happening(what, message.seen() if message else None, text, query))
        self.stirred.set()
        self.stirred = asyncio.Event()


@dataclass(slots=True, eq=False)
class Query:
    """One press of an inline button; `answer` is None until the bot answered it."""

    id: str
    chat: Chat
    data: str
    born: float
    answer: str | None = None
    alert: bool = False
    answered: asyncio.Event = field(default_factory=asyncio.Event)
