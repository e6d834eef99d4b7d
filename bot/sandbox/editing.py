"""Methods that change or remove what is in a chat, and that answer the press of a button."""

from __future__ import annotations

from bot.sandbox import checks
from bot.sandbox.asked import Asked
from bot.sandbox.entities import Formatted, Json
from bot.sandbox.refusals import Refusal, bad, strict
from bot.sandbox.state import Message
from bot.sandbox.world import World

_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
_ANSWER = 200


def edit_message_text(world: World, asked: Asked) -> object:
    if asked.mapping("rich_message"):
        raise strict("rich messages are not served here")
    formatted = checks.text(asked)
    markup = _inline(asked)
    message = _to_edit(world, asked)
    if "text" not in message.body:
        raise bad("there is no text in the message to edit")
    return _change(world, message, _marked("text", "entities", formatted), markup=markup)


def edit_message_caption(world: World, asked: Asked) -> object:
    formatted = checks.caption(asked.values)
    markup = _inline(asked)
    message = _to_edit(world, asked)
    if "text" in message.body:
        raise bad("there is no caption in the message to edit")
    kept = {key: value for key, value in message.body.items() if not key.startswith("caption")}
    return _change(world, message, kept | _marked("caption", "caption_entities", formatted), markup=markup)


def edit_message_reply_markup(world: World, asked: Asked) -> object:
    markup = _inline(asked)
    message = _to_edit(world, asked)
    return _change(world, message, message.body, markup=markup)


def delete_message(world: World, asked: Asked) -> object:
    chat = world.writable(asked.values["chat_id"])
    message = chat.find(asked.integer("message_id"))
    if message is None:
        raise bad("message to delete not found")
    if not _deletable(world, message):
        raise bad("message can't be deleted for everyone")
    _remove(message)
    return True


def delete_messages(world: World, asked: Asked) -> object:
    """Delete up to 100 messages; those that cannot be found are passed over."""
    numbers = asked.array("message_ids")
    if not 1 <= len(numbers) <= 100:
        raise bad(
            "too many message identifiers specified" if numbers else "message identifiers are not specified"
        )
    chat = world.writable(asked.values["chat_id"])
    found = [chat.find(number) for number in numbers if isinstance(number, int)]
    messages = [message for message in found if message is not None]
    if not all(_deletable(world, message) for message in messages):
        raise bad("message can't be deleted for everyone")
    for message in messages:
        _remove(message)
    return True


def answer_callback_query(world: World, asked: Asked) -> object:
    query = world.queries.get(asked.text("callback_query_id"))
    if query is None or world.now() - query.born > world.rules.query_lifetime.total_seconds():
        raise bad(_TOO_OLD)
    text = asked.text("text")
    if len(text) > _ANSWER:
        raise bad("MESSAGE_TOO_LONG")
    if query.answer is None:
        query.answer = text
        query.alert = asked.flag("show_alert")
        query.answered.set()
        query.chat.note("answered", text=text, query=query.id)
    return True


def set_message_reaction(world: World, asked: Asked) -> object:
    chat = world.writable(asked.values["chat_id"])
    if chat.find(asked.integer("message_id")) is None:
        raise bad("message to react not found")
    if any(not isinstance(item, dict) or "type" not in item for item in asked.array("reaction")):
        raise bad("can't parse reaction type: ReactionType must be an Object")
    return True


def _to_edit(world: World, asked: Asked) -> Message:
    if asked.text("inline_message_id"):
        raise bad("MESSAGE_ID_INVALID")
    chat = world.writable(asked.values.get("chat_id"))
    if not asked.integer("message_id"):
        raise bad("message identifier is not specified")
    message = chat.find(asked.integer("message_id"))
    if message is None:
        raise bad("message to edit not found")
    if message.sender.id != world.bot.id:
        raise bad("message can't be edited")
    return message


def _change(world: World, message: Message, body: Json, *, markup: Json | None) -> object:
    if body == message.body and markup == message.markup:
        raise _refused_as_same()
    message.body, message.markup = body, markup
    message.edited_at = world.date()
    message.chat.note("edited", message)
    return message.json()


def _refused_as_same() -> Refusal:
    return bad(_NOT_MODIFIED)


def _inline(asked: Asked) -> Json | None:
    """The inline keyboard of an edit; an edit without one takes the buttons away."""
    markup = checks.markup(asked)
    if markup is not None and "inline_keyboard" not in markup:
        raise bad("inline keyboard expected")
    rows = markup.get("inline_keyboard") if markup else None
    return markup if isinstance(rows, list) and any(rows) else None


def _marked(name: str, entities: str, formatted: Formatted) -> Json:
    if not formatted.text:
        return {}
    return {name: formatted.text, **({entities: list(formatted.entities)} if formatted.entities else {})}


def _deletable(world: World, message: Message) -> bool:
    return world.now() - message.date <= world.rules.delete_within.total_seconds()


def _remove(message: Message) -> None:
    message.deleted = True
    message.chat.note("deleted", message)
