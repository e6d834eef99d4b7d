"""Methods about the bot itself and about chats: who it is, its commands and descriptions, its webhook, where it is."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

from bot.sandbox.asked import Asked
from bot.sandbox.entities import Json
from bot.sandbox.refusals import bad, forbidden
from bot.sandbox.world import World

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_SCOPES = frozenset(
    [
        "default",
        "all_private_chats",
        "all_group_chats",
        "all_chat_administrators",
        "chat",
        "chat_administrators",
        "chat_member",
    ]
)
_CHAT_SCOPES = frozenset({"chat", "chat_administrators", "chat_member"})
_WITHIN = {"name": 64, "description": 512, "short_description": 120}


def get_me(world: World, _asked: Asked) -> object:
    return {
        **world.bot.json(),
        "can_join_groups": True,
        "can_read_all_group_messages": not world.rules.privacy,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def delete_webhook(world: World, asked: Asked) -> object:
    world.settings.webhook = ""
    if asked.flag("drop_pending_updates"):
        world.queue.clear()
    return True


def set_webhook(world: World, asked: Asked) -> object:
    """Stored, never called: it only makes getUpdates refuse."""
    url = asked.text("url")
    if url and not url.startswith("https://"):
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")
    secret = asked.text("secret_token")
    if secret and not _SECRET.fullmatch(secret):
        raise bad("secret token contains unallowed characters")
    if "allowed_updates" in asked.values:
        allow(world, asked)
    if asked.flag("drop_pending_updates"):
        world.queue.clear()
    world.settings.webhook = url
    return True


def get_webhook_info(world: World, _asked: Asked) -> object:
    told: Json = {
        "url": world.settings.webhook,
        "has_custom_certificate": False,
        "pending_update_count": len(world.queue),
    }
    if world.queue.allowed is not None:
        told["allowed_updates"] = sorted(world.queue.allowed)
    return told


def allow(world: World, asked: Asked) -> None:
    """Remember which kinds of updates the bot takes; an empty list means all but the rare ones."""
    names = frozenset(str(name) for name in asked.array("allowed_updates"))
    world.queue.allowed = names or None


def set_my_commands(world: World, asked: Asked) -> object:
    commands = asked.array("commands")
    if len(commands) > 100:
        raise bad("too many commands specified")
    for command in commands:
        if not isinstance(command, dict):
            raise bad("can't parse BotCommand: expected an Object")
        if not _COMMAND.fullmatch(str(command.get("command", "")).removeprefix("/")):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= len(str(command.get("description", ""))) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    key = _scope(world, asked)
    if commands:
        world.settings.commands[key] = commands
    else:
        world.settings.commands.pop(key, None)
    return True


def get_my_commands(world: World, asked: Asked) -> object:
    return world.settings.commands.get(_scope(world, asked), [])


def delete_my_commands(world: World, asked: Asked) -> object:
    world.settings.commands.pop(_scope(world, asked), None)
    return True


def _scope(world: World, asked: Asked) -> tuple[str, str]:
    """The key of a list of commands: its scope and its language."""
    scope = asked.mapping("scope") or {"type": "default"}
    if scope.get("type") not in _SCOPES:
        raise bad("can't parse BotCommandScope: Unsupported type specified")
    if scope["type"] in _CHAT_SCOPES:
        world.writable(scope.get("chat_id"))
    return json.dumps(scope, sort_keys=True), asked.text("language_code")


def setter(name: str) -> Callable[[World, Asked], object]:
    """The method that stores one of the bot's texts, such as its description."""

    def store(world: World, asked: Asked) -> object:
        text = asked.text(name)
        if len(text) > _WITHIN[name]:
            raise bad(f"BOT_{'ABOUT' if name == 'short_description' else name.upper()}_TOO_LONG")
        world.settings.texts[name, asked.text("language_code")] = text
        return True

    return store


def getter(name: str) -> Callable[[World, Asked], object]:
    """The method that tells it; a language without its own text gets the common one."""

    def tell(world: World, asked: Asked) -> object:
        texts = world.settings.texts
        common = texts.get((name, ""), world.bot.first_name if name == "name" else "")
        return {name: texts.get((name, asked.text("language_code"))) or common}

    return tell


def set_chat_menu_button(world: World, asked: Asked) -> object:
    world.settings.menus[asked.integer("chat_id")] = asked.mapping("menu_button") or {"type": "default"}
    return True


def get_chat_menu_button(world: World, asked: Asked) -> object:
    return world.settings.menus.get(asked.integer("chat_id"), {"type": "default"})


def get_chat(world: World, asked: Asked) -> object:
    chat = world.chat(asked.values["chat_id"])
    if not chat.member:
        if chat.kind == "private":
            raise bad("chat not found")
        raise forbidden(f"bot is not a member of the {chat.kind} chat")
    return {**chat.json(), "accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": _GIFTS}


def leave_chat(world: World, asked: Asked) -> object:
    chat = world.writable(asked.values["chat_id"])
    if chat.kind == "private":
        raise bad("chat member status can't be changed in private chats")
    chat.member = False
    return True


def yes(_world: World, _asked: Asked) -> object:
    """logOut and close: nothing to do here."""
    return True


_GIFTS: Json = {
    "unlimited_gifts": False,
    "limited_gifts": False,
    "unique_gifts": False,
    "premium_subscription": False,
    "gifts_from_channels": False,
}
