"""`make strangers`: a hundred thousand strangers write at once, each from an account of their own; what that costs the bot and its owner.

The real bot over HTTP. Meanwhile the owner asks for help every two seconds; their waits are those of a person who works. Ends with
exit code 1 when a stranger has left a row in the database.
"""

from __future__ import annotations

import argparse
import asyncio
import sqlite3
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

from rich.console import Console

from benchmarks.edition import Peaks
from bot.demo.stage import OWNER, Stage, stage
from bot.sandbox.entities import Json
from bot.sandbox.people import Person

_FIRST = 10_000_000
_WORDS = ("dzień dobry", f"/start {'x' * 32}", "/ranking", "/start")
_WAIT = 120.0


async def play(folder: Path, many: int, console: Console) -> int:
    """The flood; how many rows the strangers have left."""
    peaks = Peaks()
    async with stage(folder / "stage") as on:
        owner = on.telegram.person(OWNER, first_name="Ewa")
        await owner.write("/start")
        await owner.expect("/panel", _WAIT)
        watching = asyncio.create_task(peaks.watch(on))
        await asyncio.sleep(1)
        before, rows, size = peaks.bot, _rows(on), _size(on)
        for number in range(many):
            on.telegram.world.push("message", _wrote(_FIRST + number, _WORDS[number % len(_WORDS)]))
        began, waits = time.monotonic(), [await _asks(owner)]
        while len(on.telegram.world.queue):
            await asyncio.sleep(2)
            waits.append(await _asks(owner))
        took = time.monotonic() - began
        await on.quiet()
        watching.cancel()
        left = _rows(on) - rows - 2 * len(waits)  # the owner's updates, and the answers to them
        answered = sum(
            int(str(call.params.get("chat_id"))) >= _FIRST for call in on.telegram.called("sendMessage")
        )
        for what, found in (
            ("strangers", f"{many}"),
            ("until Telegram's queue was empty", f"{took:.1f} s, {many / took:.0f} a second"),
            ("strangers answered meanwhile", f"{answered}"),
            ("rows that they left", f"{left}"),
            ("database before and after", f"{size / 1024:.0f} and {_size(on) / 1024:.0f} KiB"),
            ("memory of the bot before and at most", f"{before:.0f} and {peaks.bot:.0f} MiB"),
            ("the owner's first wait, behind all of them", f"{waits[0]:.1f} s"),
            ("the owner's longest wait afterwards", f"{max(waits[1:], default=0.0):.1f} s"),
        ):
            console.print(f"{what:<45} {found}", highlight=False)
    return left


async def _asks(owner: Person) -> float:
    """One question of somebody who is known; the seconds until its answer."""
    owner.unread()
    began = time.monotonic()
    await owner.write("/pomoc")
    await owner.expect("/panel", _WAIT)
    return time.monotonic() - began


def _wrote(account: int, text: str) -> Json:
    person: Json = {"id": account, "is_bot": False, "first_name": "Obcy"}
    chat: Json = {"id": account, "type": "private"}
    return {"message_id": 1, "date": 0, "chat": chat, "from": person, "text": text}


def _database(on: Stage) -> Path:
    return on.folder / "data" / "incognito.sqlite3"


def _rows(on: Stage) -> int:
    with closing(sqlite3.connect(f"{_database(on).absolute().as_uri()}?mode=ro", uri=True)) as look:
        tables = ("inbox", "outbox", "people")
        return sum(look.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables)


def _size(on: Stage) -> int:
    return sum(file.stat().st_size for file in _database(on).parent.glob("incognito.sqlite3*"))


def main() -> int:
    asked = argparse.ArgumentParser(prog="make strangers", description=__doc__)
    asked.add_argument(
        "--many", type=int, default=99_000, help="Telegram keeps 100,000 updates of a bot and refuses more"
    )
    given = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="incognito-strangers-") as folder:
        return 1 if asyncio.run(play(Path(folder), given.many, Console())) else 0


if __name__ == "__main__":
    sys.exit(main())
