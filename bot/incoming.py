"""What an update says, in our own words. One pure function knows both vocabularies.

Only private chats count; commands are read from new messages alone, never from edited or forwarded ones. Of what Telegram sends
only what we have a use for is given a shape: the library would build a whole message, with every button, for each tap on it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, ConfigDict
from telegram import Chat, ChatMember


@dataclass(frozen=True, slots=True)
class Words:
    """A typed message. `forwarded`: it was not written here, so it is never a command. `quoted`: what it replies to says."""

    text: str
    message_id: int
    reply_to: int | None = None
    forwarded: bool = False
    quoted: str = ""


@dataclass(frozen=True, slots=True)
class Tap:
    """A pressed button."""

    data: str
    query: str
    message_id: int | None


_PICTURES = frozenset({"jpg", "jpeg", "png", "webp", "heic", "heif"})
_RECORDINGS = frozenset(
    {
        "mp4",
        "mov",
        "avi",
        "mkv",
        "webm",
        "3gp",
        "mp3",
        "m4a",
        "wav",
        "ogg",
        "oga",
        "opus",
        "aac",
        "amr",
        "flac",
    }
)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A photo or a file, not fetched yet. `name` is empty for a photo; those sent together share an `album`."""

    file_id: str
    name: str
    size: int
    message_id: int
    reply_to: int | None = None
    photo: bool = False
    caption: str = ""
    album: str = ""
    media: str = ""
    """What Telegram says that a file is: `image/jpeg`; empty for a photo."""

    @property
    def what(self) -> Literal["picture", "recording", "file"]:
        """What it looks like from outside, before anything is fetched; a file that only says so is found out later."""
        sort, ending = self.media.partition("/")[0], self.name.lower().rpartition(".")[2]
        if self.photo or sort == "image" or ending in _PICTURES:
            return "picture"
        return "recording" if sort in ("audio", "video") or ending in _RECORDINGS else "file"


@dataclass(frozen=True, slots=True)
class Other:
    """A kind of message that the bot has no use for: a sticker, a voice note, a place ..."""

    kind: str
    message_id: int


@dataclass(frozen=True, slots=True)
class Edited:
    """A message that was changed after it was sent."""

    text: str
    message_id: int
    reply_to: int | None = None


@dataclass(frozen=True, slots=True)
class Left:
    """The person blocked the bot."""


@dataclass(frozen=True, slots=True)
class Returned:
    """The person let the bot in again."""


@dataclass(frozen=True, slots=True)
class Crowd:
    """Something from a group or a channel, where the bot has no business."""

    chat: int
    added: bool = False


@dataclass(frozen=True, slots=True)
class Nothing:
    """An update without a person or of a kind that we did not ask for."""


Incoming = Words | Tap | Attachment | Other | Edited | Left | Returned | Crowd | Nothing

_OTHER = (
    "animation",
    "audio",
    "contact",
    "dice",
    "location",
    "poll",
    "sticker",
    "story",
    "venue",
    "video",
    "video_note",
    "voice",
)


class _Part(BaseModel):
    """A part of an update. What is not named here may be there, and is left where it is."""

    model_config = ConfigDict(frozen=True)


class _Chat(_Part):
    id: int
    type: str


class _File(_Part):
    file_id: str
    file_size: int | None = None
    file_name: str | None = None
    mime_type: str | None = None


class _Quoted(_Part):
    message_id: int
    text: str | None = None


class _Message(_Part):
    model_config = ConfigDict(extra="allow")  # of other kinds it counts only which one it is

    message_id: int
    chat: _Chat
    text: str | None = None
    caption: str | None = None
    photo: tuple[_File, ...] = ()
    document: _File | None = None
    media_group_id: str | None = None
    reply_to_message: _Quoted | None = None
    forward_origin: object = None

    @property
    def reply_to(self) -> int | None:
        return self.reply_to_message.message_id if self.reply_to_message else None


class _Hanging(_Part):
    """The message that a button hangs on, however old."""

    message_id: int
    chat: _Chat


class _Query(_Part):
    id: str
    data: str | None = None
    message: _Hanging | None = None


class _Member(_Part):
    status: str


class _Change(_Part):
    chat: _Chat
    new_chat_member: _Member


class _Update(_Part):
    update_id: object  # whatever it is, the inbox has numbered it
    message: _Message | None = None
    edited_message: _Message | None = None
    callback_query: _Query | None = None
    my_chat_member: _Change | None = None

    @property
    def chat(self) -> _Chat | None:
        hanging = self.callback_query.message if self.callback_query else None
        within = (self.message, self.edited_message, self.my_chat_member, hanging)
        return next((one.chat for one in within if one is not None), None)


def read(body: str) -> Incoming:
    """Telegram in, our words out. Raises ValueError for what has another shape than Telegram says."""
    whole = body.encode()
    if r"\ud" in body:  # half of an emoji, as a foreign client may send it, is a question mark here too
        whole = json.dumps(json.loads(body), ensure_ascii=False).encode("utf-8", "replace")
    update = _Update.model_validate_json(whole)
    match update:
        case _Update(my_chat_member=_Change() as change):
            return _membership(change)
        case _Update(chat=_Chat(type=kind, id=chat)) if kind != Chat.PRIVATE:
            return Crowd(chat)
        case _Update(callback_query=_Query(data=str(data), id=query, message=hanging)):
            return Tap(data, query, hanging.message_id if hanging else None)
        case _Update(edited_message=_Message(message_id=number, text=str(text), reply_to=replied)):
            return Edited(text, number, replied)
        case _Update(message=_Message() as message):
            return _message(message)
    return Nothing()


def _message(message: _Message) -> Incoming:
    number, reply = message.message_id, message.reply_to
    if message.text is not None:
        quoted = message.reply_to_message.text if message.reply_to_message else None
        return Words(message.text, number, reply, message.forward_origin is not None, quoted or "")
    others = message.model_extra or {}
    file = message.photo[-1] if message.photo else message.document
    if file is not None and "animation" not in others:
        return Attachment(
            file.file_id,
            file.file_name or "",
            file.file_size or 0,
            number,
            reply,
            photo=bool(message.photo),
            caption=message.caption or "",
            album=message.media_group_id or "",
            media=file.mime_type or "",
        )
    return Other(next((name for name in _OTHER if name in others), "other"), number)


def _membership(change: _Change) -> Incoming:
    gone = change.new_chat_member.status in (ChatMember.BANNED, ChatMember.LEFT)
    if change.chat.type != Chat.PRIVATE:
        return Nothing() if gone else Crowd(change.chat.id, added=True)
    return Left() if gone else Returned()
