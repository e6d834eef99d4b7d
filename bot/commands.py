"""The commands of the command line that need the whole bot. `bot.__main__` loads them only when one is asked for."""

from __future__ import annotations

import argparse
import asyncio
import sys

from telegram.error import InvalidToken

from bot import anchoring, app, backing, check, config, play, restoring, verifying
from bot import status as signs
from bot.clock import Clock
from bot.exits import ALREADY_RUNNING, DONE, NOT_WELL, TOKEN_REFUSED
from bot.lock import AlreadyRunning
from bot.phrases import catalogue


def do(asked: argparse.Namespace) -> int:
    """What was asked for; the exit code. Raises `Mistakes`."""
    say = catalogue().plain("pl")
    try:
        return _do(asked)
    except AlreadyRunning as where:
        print(say("cli-already-running", folder=str(where)), file=sys.stderr)
        return ALREADY_RUNNING
    except InvalidToken:
        print(say("cli-token-refused"), file=sys.stderr)
        return TOKEN_REFUSED


def _do(asked: argparse.Namespace) -> int:
    match asked.command:
        case "run":
            settings = config.load(asked.config)
            asyncio.run(app.run(settings, Clock(asked.clock_file), _ready))
        case "demo":
            from bot.demo import show  # noqa: PLC0415 -- a bot at work needs neither a play nor a local Telegram

            return show.play(asked.out, asked.seed)
        case "check":
            return check.report(asked.config, asked.files)
        case "play":
            play.walk(asked.file, asked.kind)
        case "export":
            asyncio.run(backing.export(config.load(asked.config), asked.out, Clock().now()))
        case "backup":
            _backup(asked)
        case "restore":
            settings = config.load(asked.config)
            asyncio.run(restoring.restore(settings, asked.file, asked.identity, Clock().now()))
        case "status":
            well = asyncio.run(
                signs.status(config.load(asked.config), Clock(asked.clock_file).now(), as_json=asked.json)
            )
            return DONE if well else NOT_WELL
        case "verify":
            return _verify(asked)
        case "page":
            settings = config.load(asked.config)
            register = asyncio.run(verifying.register_of(settings))
            verifying.publish(settings, register, asked.out, Clock().now())
        case "revoke":
            settings = config.load(asked.config)
            asyncio.run(verifying.revoke(settings, asked.number, asked.reason, Clock().now()))
    return DONE


def _backup(asked: argparse.Namespace) -> None:
    if asked.new_key is not None:
        restoring.new_key(asked.new_key)
    else:
        settings = config.load(asked.config)
        asyncio.run(backing.backup(settings, asked.out, asked.key_for, Clock().now()))


def _verify(asked: argparse.Namespace) -> int:
    if asked.journal or asked.what is None:
        return asyncio.run(anchoring.verify(config.load(asked.config), asked.anchors))
    today = Clock().now().date()
    if asked.key:
        return verifying.verify(asked.what, verifying.trust_of_files(asked.key, asked.revoked, today), None)
    settings = config.load(asked.config)
    register = asyncio.run(verifying.register_of(settings))
    return verifying.verify(asked.what, verifying.trust_of(settings, register, today), register)


def _ready() -> None:
    print("ready", flush=True)
