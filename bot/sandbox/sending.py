"""Methods that put something new into a chat: texts, photos, documents, albums.

What is said is checked first, where it is said second, as the real server does; nothing changes before both are right.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from bot.sandbox import checks
from bot.sandbox.asked import Asked
from bot.sandbox.entities import Formatted, Json
from bot.sandbox.files import Stored, Upload, dimensions
from bot.sandbox.refusals import Refusal, bad, strict
from bot.sandbox.state import Chat, Message
from bot.sandbox.world import World

_ACTIONS = frozenset(
    [
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    ]
)
_EDGES = 10_000
_RATIO = 20


def send_message(world: World, asked: Asked) -> object:
    formatted = checks.text(asked)
    markup = checks.markup(asked)
    chat = world.writable(asked.values["chat_id"])
    return _post(world, asked, chat, _marked("text", formatted), markup=markup).json()


def send_photo(world: World, asked: Asked) -> object:
    caption = checks.caption(asked.values)
    markup = checks.markup(asked)
    chat = world.writable(asked.values["chat_id"])
    photo = _photo(world, asked, "photo", asked.text("photo"))
    body: Json = {"photo": photo, **_marked("caption", caption)}
    return _post(world, asked, chat, body, markup=markup).json()


def send_document(world: World, asked: Asked) -> object:
    caption = checks.caption(asked.values)
    markup = checks.markup(asked)
    chat = world.writable(asked.values["chat_id"])
    document = _document(world, asked, "document", asked.text("document"))
    body: Json = {"document": document, **_marked("caption", caption)}
    return _post(world, asked, chat, body, markup=markup).json()


def send_media_group(world: World, asked: Asked) -> object:
    """An album of 2 to 10 photos, or of 2 to 10 documents."""
    media = asked.array("media")
    if len(media) > 10:
        raise bad("too many messages to send as an album")
    if len(media) < 2:
        raise strict("an album has 2 to 10 items")
    items = [item for item in media if isinstance(item, dict)]
    kinds = {str(item.get("type")) for item in items}
    if len(kinds) > 1:
        raise bad("document can't be mixed with other media types" if "document" in kinds else "wrong media")
    if not kinds <= {"photo", "document"} or len(items) < len(media):
        raise strict("albums of photos or of documents only")
    captions = [checks.caption(item) for item in items]
    chat = world.writable(asked.values["chat_id"])
    bodies = [_album_item(world, asked, item) for item in items]
    group = world.number()
    sent = [
        _post(world, asked, chat, {**body, "media_group_id": group, **_marked("caption", caption)})
        for body, caption in zip(bodies, captions, strict=True)
    ]
    return [message.json() for message in sent]


def send_chat_action(world: World, asked: Asked) -> object:
    if asked.text("action") not in _ACTIONS:
        raise bad("wrong parameter action in request")
    world.writable(asked.values["chat_id"])
    return True


def get_file(world: World, asked: Asked) -> object:
    """Where a file can be downloaded; up to 20 MiB."""
    stored = world.files.by_id.get(asked.text("file_id"))
    if stored is None:
        raise bad("invalid file_id")
    if len(stored.data) > world.rules.download_limit:
        raise bad("file is too big")
    return {**stored.json(), "file_id": asked.text("file_id"), "file_path": stored.path}


def _post(world: World, asked: Asked, chat: Chat, body: Json, *, markup: Json | None = None) -> Message:
    reply_to = checks.reply(asked, chat)
    message = chat.add(world.bot, body, date=world.date())
    message.reply_to = reply_to
    message.protected = asked.flag("protect_content")
    if markup is not None:
        _show(chat, message, markup)
    chat.note("said", message)
    return message


def _show(chat: Chat, message: Message, markup: Json) -> None:
    """Inline buttons stay with the message, a reply keyboard with the chat."""
    if "inline_keyboard" in markup:
        message.markup = markup if any(cast("list[object]", markup["inline_keyboard"])) else None
    elif "keyboard" in markup:
        rows = cast("list[list[str | Json]]", markup["keyboard"])
        chat.keyboard = tuple(
            tuple(button if isinstance(button, str) else str(button["text"]) for button in row)
            for row in rows
        )
    elif markup.get("remove_keyboard"):
        chat.keyboard = ()


def _marked(name: str, formatted: Formatted) -> Json:
    """A text or caption with its entities, in the names of the Bot API; nothing when it is empty."""
    if not formatted.text:
        return {}
    entities = "entities" if name == "text" else f"{name}_entities"
    marked: Json = {name: formatted.text}
    if formatted.entities:
        marked[entities] = list(formatted.entities)
    return marked


def _album_item(world: World, asked: Asked, item: Mapping[str, object]) -> Json:
    media = str(item.get("media", ""))
    if item["type"] == "photo":
        return {"photo": _photo(world, asked, "media", media)}
    return {"document": _document(world, asked, "media", media)}


def _photo(world: World, asked: Asked, name: str, reference: str) -> list[Json]:
    upload = _upload(asked, name, reference)
    if upload is None:
        return world.files.photo(_known(world, reference).data)
    if len(upload.data) > world.rules.photo_limit:
        raise bad(f'file "{upload.name}" of size {len(upload.data)} bytes is too big for a photo')
    size = dimensions(upload.data)
    if size is None:
        raise bad("IMAGE_PROCESS_FAILED")
    if sum(size) > _EDGES or max(size) > _RATIO * min(size):
        raise bad("PHOTO_INVALID_DIMENSIONS")
    return world.files.photo(upload.data)


def _document(world: World, asked: Asked, name: str, reference: str) -> Json:
    upload = _upload(asked, name, reference)
    if upload is None:
        stored = _known(world, reference)
    elif not upload.data:
        raise bad("file must be non-empty")
    else:
        stored = world.files.keep(upload.data, folder="documents", name=upload.name, mime=upload.mime)
    return {**stored.json(), "file_name": stored.name, "mime_type": stored.mime}


def _upload(asked: Asked, name: str, reference: str) -> Upload | None:
    """The file that came with the request, under its own name or by `attach://`; None for a file_id."""
    if reference.startswith("attach://"):
        found = asked.files.get(reference.removeprefix("attach://"))
        if found is None:
            raise bad(
                f"can't parse {name}: Media not found"
                if name == "media"
                else "wrong file identifier/HTTP URL specified"
            )
        return found
    if not reference:
        return asked.files.get(name)
    return None


def _known(world: World, reference: str) -> Stored:
    stored = world.files.by_id.get(reference)
    if stored is None:
        raise _unknown(reference)
    return stored


def _unknown(reference: str) -> Refusal:
    if reference.startswith(("http://", "https://")):
        return bad("failed to get HTTP URL content")
    return bad("wrong remote file identifier specified: Wrong string length")
