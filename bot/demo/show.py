"""`incognito demo`: a whole edition from import to award PDFs, played through the real bot over real HTTP.

The people are simulated, the institutions are real, the results are made up. Days pass as fast as the work is done.
"""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from bot import rulebook
from bot.demo.habits import HABITS
from bot.demo.juror import SimulatedJuror
from bot.demo.organisers import Checker, Owner
from bot.demo.stage import CHECKER, EXAMPLE, OWNER, ROOT, Stage, stage
from contest.edition import EditionSettings

_FIRST_JUROR = 2001
_LONGEST = 60
"""Simulated days after which the show gives up."""


@dataclass
class Cast:
    """The people of one edition."""

    stage: Stage
    seed: int
    owner: Owner
    checker: Checker
    jurors: list[SimulatedJuror] = field(default_factory=list)
    _lives: list[asyncio.Task[None]] = field(default_factory=list)

    @property
    def submitted(self) -> int:
        return sum(juror.submitted for juror in self.jurors)

    async def join(self, codes: list[str]) -> None:
        """Each juror opens a link of the owner's."""
        for number, (code, habit) in enumerate(zip(codes, HABITS * 10, strict=False)):
            person = self.stage.telegram.person(_FIRST_JUROR + number, first_name=habit.name.capitalize())
            dice = Random(f"{self.seed}:{number}")  # noqa: S311 -- a play, not a secret
            juror = SimulatedJuror(person, habit, dice, self.seed)
            self.jurors.append(juror)
            self._lives.append(asyncio.create_task(juror.live()))
            await person.write(f"/start {code}")

    async def leave(self) -> None:
        for life in self._lives:
            life.cancel()
        await asyncio.gather(*self._lives, return_exceptions=True)

    def check(self) -> None:
        """A juror whose play went wrong is a fault of the show, said at once."""
        for life in self._lives:
            if life.done() and not life.cancelled() and (fault := life.exception()):
                raise fault


def cast(on: Stage, seed: int) -> Cast:
    """The two organisers, before anybody is invited."""
    owner = Owner(on.telegram.person(OWNER, first_name="Ewa"))
    checker = Checker(on.telegram.person(CHECKER, first_name="Marek"), Random(f"{seed}:checker"))  # noqa: S311 -- as above
    return Cast(on, seed, owner, checker)


class Bars:
    """Progress as people like to watch it."""

    def __init__(self, console: Console) -> None:
        self._progress = Progress(
            TextColumn("{task.description:<28}"),
            BarColumn(bar_width=32),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=console,
        )
        self._tasks: dict[str, TaskID] = {}

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def show(self, what: str, done: int, total: int) -> None:
        if what not in self._tasks:
            self._tasks[what] = self._progress.add_task(what, total=total)
        self._progress.update(self._tasks[what], completed=done, total=total)


def play(out: Path, seed: int) -> int:
    """The whole show; 0 when it came to its end."""
    console = Console()
    began = time.monotonic()
    with suppress(KeyboardInterrupt):
        asyncio.run(_play(out, seed, console))
        console.print(f"\nCałość trwała {time.monotonic() - began:.0f} s.")
        return 0
    return 130


async def _play(out: Path, seed: int, console: Console) -> None:
    console.print(
        "[bold]Incognito[/bold]: pokazowa edycja „Lider Zaufania Mieszkańców”, bez tokenu i bez sieci."
    )
    console.print(
        "Instytucje są prawdziwe, jurorzy i wyniki – zmyślone. Dane: GUS (TERYT, ludność 31.12.2024), GUGiK (PRG).\n"
    )
    async with stage(out / "praca") as on:
        people = cast(on, seed)
        settings = rulebook.read(on.edition)[0].settings
        try:
            with Bars(console) as bars:
                await run_edition(people, settings, bars, entrants=EXAMPLE, jurors=len(HABITS))
            await _tell(people, out, console)
        finally:
            await people.leave()


async def run_edition(
    people: Cast, settings: EditionSettings, bars: Bars, *, entrants: Path, jurors: int
) -> None:
    """From the empty database to the documents in the owner's chat."""
    await people.owner.enter()
    await people.checker.person.write("/start")
    await people.owner.bring_entrants(entrants)
    bars.show("Import uczestników", 1, 1)
    await people.join(await people.owner.invite(jurors))
    while (registered := sum(juror.registered for juror in people.jurors)) < jurors:
        people.check()
        bars.show("Rejestracja jurorów", registered, jurors)
        await asyncio.sleep(0.1)
    bars.show("Rejestracja jurorów", jurors, jurors)
    await _collect(people, settings, bars)
    await _decide(people, settings, bars)


async def _collect(people: Cast, settings: EditionSettings, bars: Bars) -> None:
    """Days of planning, interviews and checks, until nothing is left to do or the deadline has come."""
    dates = settings.dates
    last = (dates.collecting_until - dates.collecting_from).days + 1
    for day in range(last):
        await people.owner.plan()
        await _work(people, bars)
        await people.checker.work()
        await people.stage.quiet()
        bars.show("Dni zbierania ocen", day + 1, last)
        if _finished(people):
            break
        people.stage.shift.forward(timedelta(days=1))
        await people.stage.quiet()
    remaining = settings.utc(dates.collecting_until) - people.stage.shift.clock.now()
    people.stage.shift.forward(max(remaining, timedelta()) + timedelta(minutes=1))
    bars.show("Dni zbierania ocen", last, last)
    await people.owner.person.expect("Zbieranie ocen zakończone", timeout=60)


def _finished(people: Cast) -> bool:
    return all(not juror.busy and not juror.ready for juror in people.jurors) and people.submitted > 0


async def _work(people: Cast, bars: Bars) -> None:
    """Until the jurors have done what they want to do today."""
    watching = asyncio.create_task(people.stage.quiet(for_seconds=1.0))
    while not watching.done():
        people.check()
        bars.show("Wysłane oceny", people.submitted, max(people.submitted, 240))
        await asyncio.sleep(0.2)
    await watching


async def _decide(people: Cast, settings: EditionSettings, bars: Bars) -> None:
    await people.checker.work()
    bars.show("Sprawdzone oceny", people.checker.approved, people.submitted)
    remaining = settings.utc(settings.dates.checking_until) - people.stage.shift.clock.now()
    people.stage.shift.forward(max(remaining, timedelta()) + timedelta(minutes=1))
    await people.owner.person.write("/zamroz")
    await people.owner.confirm("Zamroź")
    await people.owner.person.write("/nagrody")


async def _tell(people: Cast, out: Path, console: Console) -> None:
    """What came of it: the ranking, the awards, the files, and how to go on."""
    raise NotImplementedError


def root() -> Path:
    return ROOT
