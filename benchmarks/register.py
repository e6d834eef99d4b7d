"""`make register`: every gmina of Poland imported in the chat, by the real bot over HTTP.

The table is sent, its differences are shown, they are applied; then the same table comes again, and once more with new
telephones for every second gmina and without the last hundred. Seconds are those of the person who waits.
"""

from __future__ import annotations

import argparse
import asyncio
import csv
import io
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console

from benchmarks.edition import Peaks
from bot.demo.organisers import button
from bot.demo.stage import OWNER, ROOT, Stage, stage
from bot.sandbox.people import Person
from bot.sandbox.state import Seen

TABLE = ROOT / "examples" / "gminy.csv"
_WAIT = 120.0
_GONE = 100
"""Gminas that the third table leaves out."""


@dataclass
class Desk:
    """An organiser with a stopwatch."""

    person: Person
    console: Console
    heard: list[str] = field(default_factory=list)

    async def sends(self, name: str, data: bytes, wanted: Callable[[Seen], bool]) -> Seen:
        """A table; what it would do."""
        began = time.monotonic()
        await self.person.send_document(data, name, mime="text/csv")
        seen = await self._expect(wanted)
        self._say(f"{name}: shown", began)
        return seen

    async def applies(self, seen: Seen) -> None:
        """The tap on *import*, until it is done."""
        began = time.monotonic()
        self.person.tap(button(seen, "Importuj"), seen)
        done = await self._expect(lambda after: after.text.startswith("Dodani:"))
        self._say(f"applied: {done.text}", began)

    async def _expect(self, wanted: Callable[[Seen], bool]) -> Seen:
        async with asyncio.timeout(_WAIT):
            while True:
                seen = await self.person.next(_WAIT)
                self.heard.append(seen.text.partition("\n")[0])
                if wanted(seen):
                    return seen

    def _say(self, what: str, began: float) -> None:
        self.console.print(f"{what:<60} {time.monotonic() - began:6.2f} s", highlight=False)


async def play(folder: Path, table: Path, console: Console) -> None:
    """The three tables, and what they cost."""
    peaks = Peaks()
    async with stage(folder / "stage") as on:
        desk = Desk(on.telegram.person(OWNER, first_name="Ewa"), console)
        await desk.person.write("/start")
        await desk.person.expect("/panel", _WAIT)
        watching = asyncio.create_task(peaks.watch(on))
        await asyncio.sleep(1)
        before = peaks.bot
        try:
            await _three(desk, table)
            await asyncio.sleep(1)
        finally:
            watching.cancel()
        await _end(on)
    console.print(f"{'peak memory of the bot, before and after':<60} {before:.0f} and {peaks.bot:.0f} MiB")
    console.print(
        f"{'database':<60} {(folder / 'stage/data/incognito.sqlite3').stat().st_size / (1 << 20):.1f} MiB"
    )
    console.print("\n".join(["", "what the chat said:", *desk.heard]), highlight=False)


async def _three(desk: Desk, table: Path) -> None:
    data = table.read_bytes()
    await desk.applies(await desk.sends("gminy.csv", data, lambda seen: bool(button(seen, "Importuj"))))
    await desk.sends("gminy.csv", data, lambda seen: "niczego nie zmienia" in seen.text)
    changed = await desk.sends(
        "telefony.csv", _changed(data.decode()), lambda seen: bool(button(seen, "Importuj"))
    )
    await desk.applies(changed)


def _changed(text: str) -> bytes:
    """The table with a telephone for every second gmina and without the last ones."""
    rows = list(csv.reader(io.StringIO(text)))
    rows[0].append("telefon")
    for number, row in enumerate(rows[1:], start=1):
        row.append(f"22 {number:07}" if number % 2 else "")
    out = io.StringIO()
    csv.writer(out).writerows(rows[:-_GONE])
    return out.getvalue().encode()


async def _end(on: Stage) -> None:
    await on.quiet()
    await on.stop_bot()


def main() -> None:
    asked = argparse.ArgumentParser(prog="make register", description=__doc__)
    asked.add_argument("--table", type=Path, default=TABLE)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="incognito-register-") as folder:
        asyncio.run(play(Path(folder), given.table, Console(width=140)))


if __name__ == "__main__":
    main()
