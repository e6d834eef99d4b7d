"""What an update says, in our own words. One pure function knows both vocabularies.

Only private chats count; commands are read from new messages alone, never from edited or forwarded ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from telegram import CallbackQuery, Chat, ChatMember, ChatMemberUpdated, Message, PhotoSize, Update


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


def read(update: Update) -> Incoming:
    """Telegram in, our words out."""
    match update:
        case Update(my_chat_member=ChatMemberUpdated() as change):
            return _membership(change)
        case Update(effective_chat=Chat(type=kind, id=chat)) if kind != Chat.PRIVATE:
            return Crowd(chat)
        case Update(callback_query=CallbackQuery(data=str(data), id=query, message=hanging)):
            return Tap(data, query, hanging.message_id if hanging else None)
        case Update(edited_message=Message(message_id=number, text=str(text), reply_to_message=replied)):
            return Edited(text, number, replied.message_id if replied else None)
        case Update(message=Message() as message):
            return _message(message)
    return Nothing()


def _message(message: Message) -> Incoming:
    number = message.message_id
    reply = message.reply_to_message.message_id if message.reply_to_message else None
    if message.text is not None:
        quoted = message.reply_to_message.text if message.reply_to_message else None
        return Words(message.text, number, reply, message.forward_origin is not None, quoted or "")
    if message.photo:
        largest: PhotoSize = message.photo[-1]
        return Attachment(
            largest.file_id,
            "",
            largest.file_size or 0,
            number,
            reply,
            photo=True,
            caption=message.caption or "",
            album=message.media_group_id or "",
        )
    if message.document and not message.animation:
        file = message.document
        return Attachment(
            file.file_id,
            file.file_name or "",
            file.file_size or 0,
            number,
            reply,
            caption=message.caption or "",
            album=message.media_group_id or "",
            media=file.mime_type or "",
        )
    kind = next((name for name in _OTHER if getattr(message, name)), "other")
    return Other(kind, number)


def _membership(change: ChatMemberUpdated) -> Incoming:
    gone = change.new_chat_member.status in (ChatMember.BANNED, ChatMember.LEFT)
    if change.chat.type != Chat.PRIVATE:
        return Nothing() if gone else Crowd(change.chat.id, added=True)
    return Left() if gone else Returned()
