"""`make bench`: how fast and how large an edition is, played through the real bot over HTTP as fast as it goes.

Real institutions from a table are imported, planned for simulated jurors and five channels, interviewed, checked, frozen,
ranked and printed. Figures come from the database, the system and the clock on the wall; `docs/benchmarks.md` keeps some.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import re
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel
from rich.console import Console

from bot import rulebook
from bot.demo.show import Bars, cast, run_edition
from bot.demo.stage import EDITION, ROOT, Stage, stage
from storage import sealing
from storage.database import Database
from storage.people import recognise

TABLE = ROOT / "examples" / "jednostki-300.csv"
_MOST = 200
"""Contacts that a juror may offer to take here; the registration as shipped ends at 30."""


class Figures(BaseModel):
    """What the database knows of the edition."""

    answers: int
    seconds: float  # from the first answer of a simulated day to its last, over all days
    audits: int
    updates: int
    documents: int
    waited: float  # ms from an update's arrival in the inbox to its answer's commit, the median
    waited_long: float  # the same, of the slowest hundredth


_FIGURES = """
WITH given AS (
    SELECT answers.at FROM answers JOIN sessions ON sessions.id = answers.session WHERE sessions.assignment IS NOT NULL
), days AS (
    SELECT (julianday(max(at)) - julianday(min(at))) * 86400.0 AS span FROM given GROUP BY substr(at, 1, 10)
), waits AS (
    SELECT (julianday(done_at) - julianday(received_at)) * 86400000.0 AS ms, row_number() OVER (
        ORDER BY julianday(done_at) - julianday(received_at)) AS place
    FROM inbox WHERE state = 'done'
)
SELECT (SELECT count(*) FROM given) AS answers,
    (SELECT sum(span) FROM days) AS seconds,
    (SELECT count(*) FROM audits) AS audits,
    (SELECT count(*) FROM inbox) AS updates,
    (SELECT count(*) FROM documents) AS documents,
    (SELECT ms FROM waits WHERE place = (SELECT (count(*) + 1) / 2 FROM waits)) AS waited,
    (SELECT ms FROM waits WHERE place = (SELECT count(*) * 99 / 100 FROM waits)) AS waited_long
"""


_ATTEMPTS = """
SELECT juror, CASE
        WHEN assignments.state = 'overdue' AND reason = 'lapsed' THEN 'offer not answered in time'
        WHEN assignments.state = 'overdue' AND sessions.id IS NULL THEN 'accepted, not begun in time'
        WHEN assignments.state = 'overdue' THEN 'begun, not finished in time'
        WHEN reason <> '' THEN replace(assignments.state, '_', ' ') || ': ' || reason
        ELSE assignments.state
    END AS what,
    assignments.id = max(assignments.id) OVER (PARTITION BY entrant, channel, number) AS last
FROM assignments LEFT JOIN sessions ON sessions.assignment = assignments.id
WHERE aim = 'planned'
"""


class Attempt(BaseModel):
    """A contact given to a juror, and what became of it. `last`: nobody was given it after that."""

    juror: str
    what: str
    last: bool


@dataclass
class Peaks:
    """The most memory that each kind of process held, in MiB: VmHWM of the system."""

    bot: float = 0.0
    workers: float = 0.0

    async def watch(self, on: Stage) -> None:
        while True:
            if on.bot is not None:
                self.bot = max(self.bot, _peak(on.bot.pid))
                self.workers = max([self.workers, *(_peak(child) for child in _children(on.bot.pid))])
            await asyncio.sleep(0.5)


def _peak(process: int) -> float:
    with contextlib.suppress(OSError):
        if found := re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{process}/status").read_text("ascii")):
            return int(found[1]) / 1024
    return 0.0


def _children(process: int) -> list[int]:
    with contextlib.suppress(OSError):
        return [
            int(child)
            for task in Path(f"/proc/{process}/task").iterdir()
            for child in (task / "children").read_text("ascii").split()
        ]
    return []


async def play(folder: Path, *, entrants: int, jurors: int, seed: int, console: Console) -> None:
    """One edition, and its figures."""
    table, edition = folder / "uczestnicy.csv", folder / "edition"
    size = _spread(table, entrants)
    _larger(edition)
    peaks = Peaks()
    began = time.monotonic()
    async with stage(folder / "stage", edition=edition) as on:
        people = cast(on, seed)
        settings = rulebook.read(edition)[0].settings
        people.capacity = min(_MOST, 2 * size * len(settings.channels) // jurors + 2)
        watching = asyncio.create_task(peaks.watch(on))
        try:
            with Bars(console) as bars:
                await run_edition(people, settings, bars, entrants=table, jurors=jurors)
        finally:
            watching.cancel()
            await people.leave()
        calls = Counter(call.method for call in on.telegram.calls)  # texts of the outbox are erased with time
        await on.stop_bot()
    took = time.monotonic() - began
    data = folder / "stage" / "data"
    file = data / "incognito.sqlite3"
    db = await Database.open(file, key=sealing.read((data / "tozsamosc.key").read_text("ascii")))
    try:
        figures = await db.reading.one(Figures, _FIGURES)
        attempts = await db.reading.all(Attempt, _ATTEMPTS)
        habits = {
            known.code: juror.habit.name
            for juror in people.jurors
            if (known := await recognise(db.reading, juror.person.id))
        }
    finally:
        await db.close()
    megabytes = file.stat().st_size / (1 << 20)
    for name, value in {
        "institutions, jurors": f"{size}, {jurors}",
        "audits, answers": f"{figures.audits}, {figures.answers}",
        "answers a second": f"{figures.answers / figures.seconds:.1f}",
        "from the inbox to the commit": f"{figures.waited:.0f} ms, slowest hundredth {figures.waited_long:.0f} ms",
        "calls an answer": ", ".join(
            f"{calls[method] / figures.answers:.2f} {method}"
            for method in ("sendMessage", "editMessageText", "answerCallbackQuery")
        ),
        "updates, calls of the bot": f"{figures.updates}, {calls.total()}",
        "documents": str(figures.documents),
        "peak memory": f"bot {peaks.bot:.0f} MiB, largest worker {peaks.workers:.0f} MiB",
        "database": f"{megabytes:.1f} MiB, {megabytes * 1024 / figures.answers:.2f} KiB an answer",
        "total": f"{took:.0f} s",
    }.items():
        console.print(f"{name:<30} {value}", highlight=False)
    contacts = size * sum(channel.contacts for channel in settings.channels)
    for line in _fates(contacts, attempts, habits):
        console.print(line, highlight=False)


def _fates(contacts: int, attempts: Sequence[Attempt], habits: Mapping[str, str]) -> Iterator[str]:
    """How each contact ended, and every attempt at one that came to nothing, with the habits of its jurors."""
    ended = Counter(one.what for one in attempts if one.last)
    yield f"\ncontacts planned {contacts}: never given to anybody {contacts - ended.total()}"
    for what, count in ended.most_common():
        yield f"  {count:>5} {what}"
    lost = Counter(one.what for one in attempts if one.what != "approved")
    yield f"attempts {len(attempts)}, of these came to nothing {lost.total()}:"
    for what, count in lost.most_common():
        whose = Counter(habits.get(one.juror, one.juror) for one in attempts if one.what == what)
        yield f"  {count:>5} {what} ({', '.join(f'{name} {share}' for name, share in whose.most_common())})"


def _spread(table: Path, entrants: int) -> int:
    """As many institutions, evenly from the whole table; how many there are."""
    heading, *lines = TABLE.read_text("utf-8").splitlines()
    size = min(entrants, len(lines))
    table.write_text(
        "\n".join([heading, *(lines[n * len(lines) // size] for n in range(size))]) + "\n", "utf-8"
    )
    return size


def _larger(edition: Path) -> None:
    """The edition as shipped, in which a juror may take more contacts."""
    shutil.copytree(EDITION, edition)
    registration = edition / "rejestracja.toml"
    text = registration.read_text("utf-8")
    larger = re.sub(r"^max( +)= 30$", rf"max\1= {_MOST}", text, flags=re.MULTILINE)
    if larger == text:
        raise ValueError("the registration has no such bound any more")
    registration.write_text(larger, "utf-8")


def main() -> None:
    asked = argparse.ArgumentParser(prog="make bench", description=__doc__)
    asked.add_argument("--entrants", type=int, default=300)
    asked.add_argument("--jurors", type=int, default=40)
    asked.add_argument("--seed", type=int, default=2026)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="incognito-bench-") as folder:
        asyncio.run(
            play(
                Path(folder), entrants=given.entrants, jurors=given.jurors, seed=given.seed, console=Console()
            )
        )


if __name__ == "__main__":
    main()
