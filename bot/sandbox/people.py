"""People with Telegram in their hands: they write, tap, send files, block; and they see what the bot does.

Acts happen at once and become updates for the bot; a tap can be awaited for the bot's answer to it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass

from bot.sandbox.entities import Json, written
from bot.sandbox.state import Chat, Message, Query, Seen, User
from bot.sandbox.window import NothingCame, Window
from bot.sandbox.world import World

_SPLIT = 4096


@dataclass(frozen=True, slots=True)
class Received:
    """A file that the bot sent."""

    name: str
    mime: str
    data: bytes
    caption: str = ""


class Press:
    """One press of a button. Awaited, it gives the text of the answer ("" when the bot answered without one)."""

    def __init__(self, query: Query, label: str, *, seconds: float) -> None:
        self.query = query
        self._label = label
        self._seconds = seconds

    @property
    def answer(self) -> str | None:
        """The answer so far; None while there is none."""
        return self.query.answer

    def __await__(self) -> Generator[object, None, str]:
        return self._answered().__await__()

    async def _answered(self) -> str:
        try:
            async with asyncio.timeout(self._seconds):
                await self.query.answered.wait()
        except TimeoutError:
            raise NothingCame(f"nobody answered the press of [{self._label}] in {self._seconds} s") from None
        return self.query.answer or ""


class Group(Window):
    """A group chat; the bot hears it only while it is a member."""

    def add_bot(self, by: Person) -> None:
        """Somebody adds the bot."""
        self._chat.member = True
        self._member(by.user, old="left", new="member")
        self._joined(by.user)

    def remove_bot(self, by: Person) -> None:
        """Somebody removes the bot."""
        self._chat.member = False
        self._member(by.user, old="member", new="kicked")

    def has_bot(self) -> bool:
        return self._chat.member

    def hear(self, user: User, text: str, *, reply_to: Seen | None = None) -> Seen:
        """A member writes here; with privacy on, the bot hears only commands and replies to itself."""
        message = _write(self._world, self._chat, user, text, reply_to=reply_to)
        answered = message.reply_to is not None and message.reply_to.sender.id == self._world.bot.id
        if self._chat.member and (not self._world.rules.privacy or text.startswith("/") or answered):
            self._world.push("message", message.json())
        return message.seen()

    def _joined(self, by: User) -> None:
        bot = self._world.bot.json()
        body: Json = {"new_chat_members": [bot], "new_chat_participant": bot, "new_chat_member": bot}
        message = self._chat.add(by, body, date=self._world.date())
        self._world.push("message", message.json())

    def _member(self, by: User, *, old: str, new: str) -> None:
        self._world.push("my_chat_member", membership(self._world, self._chat, by, old=old, new=new))


class Person(Window):
    """One person in the private chat with the bot."""

    def __init__(self, world: World, chat: Chat, user: User) -> None:
        super().__init__(world, chat)
        self.user = user

    async def write(self, text: str, *, reply_to: Seen | None = None, chat: Group | None = None) -> Seen:
        """Send a text (long ones arrive in pieces of 4096, as from the apps); gives the last piece."""
        if chat is not None:
            return chat.hear(self.user, text, reply_to=reply_to)
        pieces = [text[start : start + _SPLIT] for start in range(0, len(text), _SPLIT)] or [text]
        return [self._say(piece, reply_to=reply_to) for piece in pieces][-1]

    def tap(self, label: str, message: Seen | None = None, *, timeout: float = 5.0) -> Press:
        """Press the newest visible inline button with this label (in one message if given); it is pressed at once."""
        return self._press(lambda button: button["text"] == label, label, message, timeout)

    def tap_data(self, data: str, message: Seen | None = None, *, timeout: float = 5.0) -> Press:
        """Press the newest visible inline button that holds exactly this data."""
        return self._press(lambda button: button.get("callback_data") == data, data, message, timeout)

    def press_stale(self, label: str, seen: Seen, data: str, *, timeout: float = 5.0) -> Press:
        """Press a button that the bot has meanwhile taken away: a screen that was not refreshed yet."""
        return self._query(self._chat.messages[seen.id], label, data, timeout)

    async def edit(self, message: Seen, text: str) -> Seen:
        """Change one's own message."""
        found = self._own(message)
        formatted = written(text)
        found.body = {**found.body, "text" if "text" in found.body else "caption": text}
        if formatted.entities and "text" in found.body:
            found.body["entities"] = list(formatted.entities)
        found.edited_at = self._world.date()
        self._chat.note("edited", found)
        self._world.push("edited_message", found.json())
        return found.seen()

    def delete(self, message: Seen) -> None:
        """Delete a message for both sides; the bot is not told."""
        found = self._chat.messages[message.id]
        found.deleted = True
        self._chat.note("deleted", found)

    async def send_photo(self, data: bytes, *, caption: str | None = None, album: str | None = None) -> Seen:
        """Send a photo; photos with the same `album` belong together."""
        return self._send({"photo": self._world.files.photo(data)}, caption=caption, album=album)

    async def send_album(self, photos: Sequence[bytes], *, caption: str | None = None) -> tuple[Seen, ...]:
        """Send several photos at once; the caption is on the first only."""
        album = self._world.number()
        first = await self.send_photo(photos[0], caption=caption, album=album)
        return (first, *[await self.send_photo(photo, album=album) for photo in photos[1:]])

    async def send_document(
        self,
        data: bytes,
        name: str,
        *,
        mime: str = "application/octet-stream",
        caption: str | None = None,
        album: str | None = None,
    ) -> Seen:
        """Send a file, untouched."""
        stored = self._world.files.keep(data, folder="documents", name=name, mime=mime)
        document: Json = {**stored.json(), "file_name": name, "mime_type": mime}
        return self._send({"document": document}, caption=caption, album=album)

    async def send_voice(self) -> Seen:
        return self._send({"voice": {**self._blob("voice"), "duration": 2, "mime_type": "audio/ogg"}})

    async def send_video_note(self) -> Seen:
        return self._send({"video_note": {**self._blob("video_notes"), "length": 240, "duration": 3}})

    async def send_sticker(self) -> Seen:
        size: Json = {"width": 512, "height": 512, "is_animated": False, "is_video": False}
        return self._send({"sticker": {**self._blob("stickers"), **size, "type": "regular", "emoji": "👍"}})

    async def send_location(self, latitude: float = 51.4, longitude: float = 21.15) -> Seen:
        return self._send({"location": {"latitude": latitude, "longitude": longitude}})

    async def send_contact(self, phone: str = "+48600100200", first_name: str = "Jan") -> Seen:
        return self._send({"contact": {"phone_number": phone, "first_name": first_name}})

    async def send_poll(self, question: str = "Kiedy?", options: Sequence[str] = ("dziś", "jutro")) -> Seen:
        choices = [
            {"persistent_id": str(number), "text": text, "voter_count": 0}
            for number, text in enumerate(options)
        ]
        flags: Json = dict.fromkeys(("is_closed", "allows_multiple_answers", "allows_revoting"), False)
        poll: Json = {
            "id": self._world.number(),
            "question": question,
            "options": choices,
            "total_voter_count": 0,
        }
        return self._send(
            {"poll": {**poll, **flags, "is_anonymous": True, "type": "regular", "members_only": False}}
        )

    async def forward(self, text: str, *, author: Person | str) -> Seen:
        """Forward somebody's text; an author given as a name has hidden the account."""
        origin: Json = {"date": self._world.date()}
        if isinstance(author, Person):
            origin |= {"type": "user", "sender_user": author.user.json()}
        else:
            origin |= {"type": "hidden_user", "sender_user_name": author}
        return self._send({**_text(text), "forward_origin": origin})

    def block(self) -> None:
        """Stop the bot: it cannot write here any more."""
        self._chat.blocked = True
        update = membership(self._world, self._chat, self.user, old="member", new="kicked")
        self._world.push("my_chat_member", update)

    def unblock(self) -> None:
        """Start it again."""
        self._chat.blocked, self._chat.member = False, True
        update = membership(self._world, self._chat, self.user, old="kicked", new="member")
        self._world.push("my_chat_member", update)

    def deactivate(self) -> None:
        """The account is deleted."""
        self._chat.deactivated = True

    @property
    def documents(self) -> tuple[Received, ...]:
        """The files that the bot sent and that are still in the chat, oldest first."""
        return tuple(
            received
            for message in self._chat.visible()
            if message.sender.is_bot and (received := self._received(message)) is not None
        )

    @property
    def photos(self) -> tuple[bytes, ...]:
        """The photos that the bot sent, oldest first."""
        found = []
        for message in self._chat.visible():
            sizes = message.body.get("photo")
            if message.sender.is_bot and isinstance(sizes, list):
                found.append(self._world.files.by_id[str(sizes[-1]["file_id"])].data)
        return tuple(found)

    def _received(self, message: Message) -> Received | None:
        document = message.body.get("document")
        if not isinstance(document, dict):
            return None
        stored = self._world.files.by_id[str(document["file_id"])]
        return Received(stored.name, stored.mime, stored.data, message.text)

    def _say(self, text: str, *, reply_to: Seen | None) -> Seen:
        self._open()
        message = _write(self._world, self._chat, self.user, text, reply_to=reply_to)
        self._world.push("message", message.json())
        return message.seen()

    def _send(self, body: Json, *, caption: str | None = None, album: str | None = None) -> Seen:
        self._open()
        if caption is not None:
            body["caption"] = caption
        if album is not None:
            body["media_group_id"] = album
        message = self._chat.add(self.user, body, date=self._world.date())
        self._chat.note("wrote", message)
        self._world.push("message", message.json())
        return message.seen()

    def _open(self) -> None:
        """Whoever writes has started the bot; whoever blocked it must unblock it first, as in the apps."""
        if self._chat.blocked:
            raise RuntimeError(f"{self.user.first_name} has blocked the bot")
        self._chat.member = True

    def _own(self, message: Seen) -> Message:
        found = self._chat.messages[message.id]
        if found.sender.id != self.user.id:
            raise ValueError("only one's own messages can be edited")
        return found

    def _press(
        self, fits: Callable[[Json], bool], wanted: str, message: Seen | None, seconds: float
    ) -> Press:
        shown = list(reversed(self._chat.messages.values()))
        for candidate in shown:
            if candidate.deleted or (message is not None and candidate.id != message.id):
                continue
            for button in (button for row in candidate.rows() for button in row):
                if fits(button) and "callback_data" in button:
                    return self._query(candidate, str(button["text"]), str(button["callback_data"]), seconds)
        raise LookupError(f"no button {wanted!r} on the screen:\n{self.screen()}")

    def _query(self, message: Message, label: str, data: str, seconds: float) -> Press:
        query = Query(self._world.number(), self._chat, data, self._world.now())
        self._world.queries[query.id] = query
        self._chat.note("pressed", text=label, query=query.id)
        update: Json = {
            "id": query.id,
            "from": self.user.json(),
            "message": message.json(),
            "chat_instance": str(self._chat.id),
            "data": data,
        }
        self._world.push("callback_query", update)
        return Press(query, label, seconds=seconds)

    def _blob(self, folder: str) -> Json:
        return self._world.files.keep(b"sandbox", folder=folder, name="", mime="").json()


def membership(world: World, chat: Chat, by: User, *, old: str, new: str) -> Json:
    """The update that tells the bot how its own place in a chat has changed."""

    def status(name: str) -> Json:
        return {"user": world.bot.json(), "status": name, **({"until_date": 0} if name == "kicked" else {})}

    return {
        "chat": chat.json(),
        "from": by.json(),
        "date": world.date(),
        "old_chat_member": status(old),
        "new_chat_member": status(new),
    }


def _write(world: World, chat: Chat, user: User, text: str, *, reply_to: Seen | None) -> Message:
    message = chat.add(user, _text(text), date=world.date())
    message.reply_to = chat.find(reply_to.id) if reply_to else None
    chat.note("wrote", message)
    return message


def _text(text: str) -> Json:
    formatted = written(text)
    return {"text": text, **({"entities": list(formatted.entities)} if formatted.entities else {})}
