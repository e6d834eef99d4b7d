"""What Telegram refuses in texts, keyboards and replies, in its own words.

Lengths are code points after entity parsing; button data is 1 to 64 bytes.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.sandbox.asked import Asked
from bot.sandbox.entities import Formatted, Json, parse_html, plain
from bot.sandbox.refusals import bad, strict
from bot.sandbox.state import Chat, Message

TEXT = 4096
CAPTION = 1024
_ACTIONS = frozenset(
    {
        "url",
        "callback_data",
        "web_app",
        "login_url",
        "switch_inline_query",
        "switch_inline_query_current_chat",
        "switch_inline_query_chosen_chat",
        "copy_text",
        "callback_game",
        "pay",
    }
)
_KEYBOARDS = ("inline_keyboard", "keyboard", "remove_keyboard", "force_reply")
_SCHEMES = ("http://", "https://", "tg://")


def text(asked: Asked) -> Formatted:
    """The text to show: 1 to 4096 characters."""
    if not asked.text("text"):
        raise bad("message text is empty")
    formatted = _formatted(asked, "text", "entities")
    if not formatted.text:
        raise bad("text must be non-empty")
    if len(formatted.text) > TEXT:
        raise bad("message is too long")
    return formatted


def caption(values: Mapping[str, object]) -> Formatted:
    """The caption of a file: up to 1024 characters."""
    formatted = _formatted(Asked("", values, {}), "caption", "caption_entities")
    if len(formatted.text) > CAPTION:
        raise bad("message caption is too long")
    return formatted


def _formatted(asked: Asked, name: str, entities: str) -> Formatted:
    source = asked.text(name)
    if asked.array(entities):
        given = tuple(entity for entity in asked.array(entities) if isinstance(entity, dict))
        return Formatted(source.strip(), given)
    match asked.text("parse_mode").lower():
        case "":
            return plain(source)
        case "html":
            return parse_html(source)
        case "markdown" | "markdownv2" as mode:
            raise strict(f"{mode} is not served here; the house writes HTML")
        case _:
            raise bad("unsupported parse_mode")


def markup(asked: Asked) -> Json | None:
    """The keyboard of a request, its shape checked; None when there is none."""
    given = asked.mapping("reply_markup")
    if not given:
        return None
    kind = next((key for key in _KEYBOARDS if key in given), None)
    if kind is None:
        raise bad("can't parse reply keyboard markup JSON object")
    if kind == "inline_keyboard":
        for button in _buttons(given[kind], "InlineKeyboardButton", "inline keyboard"):
            if isinstance(button, dict):
                _inline_button(button)
    elif kind == "keyboard":
        for button in _buttons(given[kind], "KeyboardButton", "reply keyboard"):
            if not isinstance(button, str) and not str(button.get("text", "")).strip():
                raise bad("can't parse keyboard button: Text is empty")
    return given


def _buttons(rows: object, name: str, where: str) -> list[Json | str]:
    if not isinstance(rows, list):
        raise bad(f"can't parse {where}: Array of rows expected")
    found: list[Json | str] = []
    for row in rows:
        if not isinstance(row, list):
            raise bad(f"can't parse {where}: Array of {name} expected")
        for button in row:
            if not isinstance(button, dict) and not (isinstance(button, str) and name == "KeyboardButton"):
                raise bad(f"can't parse {where} button: {name} must be an Object")
            found.append(button)
    return found


def _inline_button(button: Json) -> None:
    cannot = "can't parse inline keyboard button:"
    label = button.get("text")
    if not isinstance(label, str):
        raise bad(f'{cannot} Field "text" must be of type String')
    if not label.strip():
        raise bad(f"{cannot} Text is empty")
    actions = _ACTIONS & button.keys()
    if not actions:
        raise bad(f"{cannot} Text buttons are unallowed in the inline keyboard")
    if "callback_data" in actions:
        data = button["callback_data"]
        if not isinstance(data, str) or not 1 <= len(data.encode("utf-8", "surrogatepass")) <= 64:
            raise bad("BUTTON_DATA_INVALID")
    if "url" in actions and not str(button["url"]).startswith(_SCHEMES):
        raise bad(f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")


def reply(asked: Asked, chat: Chat) -> Message | None:
    """The message that a new one answers to."""
    wanted = asked.mapping("reply_parameters")
    if not wanted:
        return None
    number = wanted.get("message_id")
    found = chat.find(number) if isinstance(number, int) else None
    if found is None and not wanted.get("allow_sending_without_reply"):
        raise bad("message to be replied not found")
    return found
