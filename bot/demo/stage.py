"""The stage: a local Telegram, the real bot in a process of its own, and a clock that can be run forward."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import signal
import sys
import time
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from bot import rulebook
from bot.clock import Clock
from bot.sandbox.server import Telegram
from bot.sandbox.world import Rules as TelegramRules
from storage import due, inbox, outbox
from storage.database import Reading, looking

ROOT = Path(__file__).resolve().parents[2]
EDITION = ROOT / "editions" / "lider-zaufania"
EXAMPLE = ROOT / "examples" / "uczestnicy.csv"
OWNER, CHECKER = 1001, 1002
_LONG = timedelta(days=365)
"""Nothing expires on this Telegram because the show's clock jumps."""
_SHOW = TelegramRules(
    press_lifetime=_LONG, query_lifetime=_LONG, text_lifetime=_LONG, repeated_poll_waits=False
)

_CONFIG = """\
[telegram]
base_url = "{base_url}"
base_file_url = "{base_file_url}"
messages_per_second = 0

[data]
directory = "data"

[backup]
every_nights = 14

[edition]
folder = "{edition}"

[schedule]
tick_seconds = 0.1
"""
_ORGANISER = """
[[organisers]]
telegram_id = {account}
name = "{name}"
roles = {roles}
"""


@dataclass(frozen=True, slots=True)
class Enrolled:
    """An organiser who is known from the first start, by the configuration."""

    account: int
    name: str
    roles: tuple[str, ...]


EWA = Enrolled(OWNER, "Ewa", ("owner", "planner"))
MAREK = Enrolled(CHECKER, "Marek", ("checker",))


class Shift:
    """The clock file: the simulated moment that the bot, the local Telegram and the people share."""

    def __init__(self, file: Path, start: datetime) -> None:
        self.file = file
        self._offset = start - Clock().now()
        self._write()
        self.clock = Clock(file)

    def forward(self, span: timedelta) -> None:
        self._offset += span
        self._write()

    def _write(self) -> None:
        seconds = round(self._offset.total_seconds())
        part = self.file.with_suffix(".part")
        part.write_text(f"{'-' if seconds < 0 else '+'}{abs(seconds)}s\n", "utf-8")
        part.replace(self.file)


@dataclass
class Stage:
    """What is on the stage. The bot knows no difference between this and the world."""

    folder: Path
    telegram: Telegram
    shift: Shift
    edition: Path = EDITION
    organisers: tuple[Enrolled, ...] = (EWA, MAREK)
    bot: Process | None = None
    _calls: int = 0
    _counted: int = 0

    async def start_bot(self) -> None:
        """The real program, as `incognito run` starts it; returns when it says `ready`."""
        await self.launch_bot()
        assert self.bot is not None
        assert self.bot.stdout is not None
        async with asyncio.timeout(60):
            while (line := await self.bot.stdout.readline()) != b"ready\n":
                if not line:
                    raise RuntimeError(f"the bot did not start; see {self.folder / 'bot.log'}")

    async def launch_bot(self) -> None:
        """Start it and do not wait."""
        config = self.folder / "config.toml"
        told = _CONFIG.format(
            base_url=self.telegram.base_url,
            base_file_url=self.telegram.base_file_url,
            edition=self.edition.resolve().as_posix(),
        )
        for one in self.organisers:
            roles = json.dumps(list(one.roles))
            told += _ORGANISER.format(account=one.account, name=one.name, roles=roles)
        config.write_text(told, "utf-8")
        log = (self.folder / "bot.log").open("ab")
        try:
            self.bot = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "bot",
                "run",
                "--config",
                str(config),
                "--clock-file",
                str(self.shift.file),
                stdout=PIPE,
                stderr=log,
                env={**os.environ, "INCOGNITO_TOKEN": self.telegram.token},
                cwd=ROOT,
            )
        finally:
            log.close()

    async def stop_bot(self, *, how: signal.Signals = signal.SIGTERM) -> int:
        """Stop it and wait; its exit code."""
        assert self.bot is not None
        if self.bot.returncode is None:
            self.bot.send_signal(how)
        return await self.bot.wait()

    async def quiet(self, *, for_seconds: float = 0.6) -> None:
        """Until the bot has had nothing to do for a while."""
        calm_since = time.monotonic()
        count = -1
        while time.monotonic() - calm_since < for_seconds:
            if (asked := self._asked()) != count:
                count, calm_since = asked, time.monotonic()
            await asyncio.sleep(0.05)

    async def rest(self, done: Callable[[], bool]) -> None:
        """Until there is nothing to do at this moment, however long that takes: nobody has said anything that waits, nothing is
        promised, nothing is due, and the people are `done`."""
        async with looking(self.folder / "data" / "incognito.sqlite3") as db:
            while True:
                before = self._asked(), self.telegram.world.queue.newest
                owing = len(self.telegram.world.queue) or await self._owes(db)
                # Whatever was said meanwhile, by the bot or to it, may have left something behind our back.
                if not owing and done() and before == (self._asked(), self.telegram.world.queue.newest):
                    return
                await asyncio.sleep(0.05)

    async def _owes(self, db: Reading) -> bool:
        now = self.shift.clock.now()
        return bool(await inbox.waiting(db) or await outbox.recipients(db, now) or await due.ripe(db, now))

    def _asked(self) -> int:
        """Calls of the bot so far, not counting its polling."""
        fresh = self.telegram.calls[self._counted :]
        self._counted += len(fresh)
        self._calls += sum(call.method != "getUpdates" for call in fresh)
        return self._calls


@asynccontextmanager
async def stage(
    folder: Path,
    *,
    edition: Path = EDITION,
    organisers: tuple[Enrolled, ...] = (EWA, MAREK),
    start: bool = True,
    telegram_rules: TelegramRules = _SHOW,
) -> AsyncIterator[Stage]:
    """A folder swept clean, a local Telegram and the bot, started; all stopped at the end, whatever happens."""
    folder = folder.absolute()  # the bot runs in a folder of its own
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    rules, _ = rulebook.read(edition)
    opening = rules.settings.utc(rules.settings.dates.collecting_from) + timedelta(hours=1)
    shift = Shift(folder / "clock.txt", opening)
    async with Telegram(clock=shift.clock.now, rules=telegram_rules) as telegram:
        made = Stage(folder, telegram, shift, edition, organisers)
        if start:
            await made.start_bot()
        try:
            yield made
        finally:
            if made.bot is not None:
                await made.stop_bot()
