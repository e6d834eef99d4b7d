"""What the bot says: plain values that wait in the outbox until Telegram has them.

Texts are Telegram HTML, already escaped. A message that asks something carries `binds`: what a typed reply to it means.
"""

from __future__ import annotations

import html
import re
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Button(_Value):
    """A button under a message. `data` comes back with the tap: at most 64 bytes."""

    label: str
    data: str


Rows = tuple[tuple[Button, ...], ...]


class Send(_Value):
    """A new message. Protected from forwarding unless it is meant to be passed on; its text is kept, unless it is only passing."""

    kind: Literal["send"] = "send"
    text: str
    rows: Rows = ()
    silent: bool = False
    protect: bool = True
    fleeting: bool = False
    """What it says is erased here as soon as Telegram has it."""


class Edit(_Value):
    """A new text in place of the message that outbox row `of` became; where that is gone, a message of its own if it must be."""

    kind: Literal["edit"] = "edit"
    of: int
    text: str
    rows: Rows = ()
    must: bool = True
    fleeting: bool = False


class SendDocument(_Value):
    """A file from the documents table."""

    kind: Literal["document"] = "document"
    name: str
    caption: str = ""
    silent: bool = True
    fleeting: bool = False
    """The file is deleted here as soon as Telegram has it."""


class SendPicture(_Value):
    """A picture from the documents table, looked at in the chat; its bytes are kept no longer than until it is sent."""

    kind: Literal["picture"] = "picture"
    name: str
    caption: str = ""
    rows: Rows = ()


class SendEvidence(_Value):
    """A photo from the evidence table, for a checker."""

    kind: Literal["evidence"] = "evidence"
    session: int
    key: str
    caption: str = ""


class SendText(_Value):
    """A file made of a text, which is kept nowhere else and no longer than until it is sent."""

    kind: Literal["text"] = "text"
    name: str
    text: str
    caption: str = ""


class Erase(_Value):
    """Take back the messages that these outbox rows became: at most 100, what Telegram deletes in one call."""

    kind: Literal["erase"] = "erase"
    of: tuple[int, ...]


class SetMenu(_Value):
    """The commands that this chat's menu offers, each with its description; none: the menu that everybody has."""

    kind: Literal["menu"] = "menu"
    commands: tuple[tuple[str, str], ...]


Message = Annotated[
    Send | Edit | SendDocument | SendPicture | SendEvidence | SendText | Erase | SetMenu,
    Field(discriminator="kind"),
]
_MESSAGE: TypeAdapter[Message] = TypeAdapter(Message)


def freeze(message: Message) -> str:
    return _MESSAGE.dump_json(message, exclude_defaults=False).decode()


def thaw(body: str) -> Message:
    return _MESSAGE.validate_json(body)


def grid(buttons: list[Button], width: int) -> Rows:
    """Buttons in rows of `width`."""
    return tuple(tuple(buttons[n : n + width]) for n in range(0, len(buttons), width))


LIMIT = 4000
"""Characters a message: Telegram takes 4,096 after its tags are read; a little room for the tick and the hint."""


def pages(lines: list[str], limit: int = LIMIT) -> list[str]:
    """Lines joined into as few texts as fit; no line is ever cut, so that no tag is."""
    made: list[str] = []
    for line in lines:
        if made and len(made[-1]) + 1 + len(line) <= limit:
            made[-1] += "\n" + line
        else:
            made.append(line)
    return made


_TAG = re.compile(r"<[^>]*>")


def plain(text: str) -> str:
    """Telegram HTML as it is read, without its tags."""
    return html.unescape(_TAG.sub("", text))


def shorten(text: str, most: int) -> str:
    """At most `most` characters, with an ellipsis where something was left out."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
