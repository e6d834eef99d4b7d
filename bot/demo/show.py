"""`incognito demo`: a whole edition from import to award PDFs, played through the real bot over real HTTP.

The people are simulated, the institutions are real, the results are made up. Days pass as fast as the work is done.
"""

from __future__ import annotations

import asyncio
import shutil
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import cycle
from pathlib import Path
from random import Random
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from bot import rulebook
from bot.demo.habits import HABITS, Habit
from bot.demo.juror import SimulatedJuror
from bot.demo.organisers import Checker, Owner, button
from bot.demo.stage import CHECKER, EXAMPLE, OWNER, Stage, stage
from contest.edition import EditionSettings
from reports.names import slug

_FIRST_JUROR = 2001
_STRIDE = 2
"""Simulated days at once while nothing happens: shorter than the three days that a first reminder leaves."""


@dataclass
class Cast:
    """The people of one edition."""

    stage: Stage
    seed: int
    owner: Owner
    checker: Checker
    jurors: list[SimulatedJuror] = field(default_factory=list)
    capacity: int = 18  # contacts that each juror is ready for
    looked: int = 0  # how many were submitted when the checker last saw to the end of the queue
    _lives: list[asyncio.Task[None]] = field(default_factory=list)

    @property
    def submitted(self) -> int:
        return sum(juror.submitted for juror in self.jurors)

    @property
    def checked(self) -> int:
        return self.checker.approved + self.checker.returned

    async def join(self, codes: list[str], habits: Sequence[Habit] = HABITS) -> None:
        """Each juror opens a link of the owner's; habits are dealt out in turn."""
        for number, (code, habit) in enumerate(zip(codes, cycle(habits), strict=False)):
            person = self.stage.telegram.person(_FIRST_JUROR + number, first_name=habit.name.capitalize())
            dice = Random(f"{self.seed}:{number}")  # noqa: S311 -- a play, not a secret
            juror = SimulatedJuror(person, habit, dice, self.seed, capacity=self.capacity)
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
    size = await people.owner.bring_entrants(entrants)
    bars.show("Import uczestników", size, size)
    await people.join(await people.owner.invite(jurors))
    while (able := sum(juror.able for juror in people.jurors)) < jurors:
        people.check()
        bars.show("Zapisy i szkolenie jurorów", able, jurors)
        await asyncio.sleep(0.1)
    bars.show("Zapisy i szkolenie jurorów", jurors, jurors)
    contacts = size * sum(channel.contacts for channel in settings.channels)
    await _collect(people, settings, bars, contacts)
    await _decide(people, settings, bars, size)


async def _collect(people: Cast, settings: EditionSettings, bars: Bars, contacts: int) -> None:
    """Days of planning, interviews and checks, until the deadline has come."""
    dates = settings.dates
    days = (dates.collecting_until - dates.collecting_from).days
    day = idle = 0
    while day < days - 1 and idle <= settings.work_days.days:
        offered = await people.owner.plan()
        before = people.submitted, people.checked
        await _work(people, bars, contacts)
        bars.show("Dni zbierania ocen", day, days)
        step = 1 if offered or (people.submitted, people.checked) != before else _STRIDE
        idle = 0 if step == 1 else idle + step
        day += step
        people.stage.shift.forward(timedelta(days=step))
    await _until(people, settings, settings.dates.collecting_until)
    await people.owner.person.expect("Zbieranie ocen zakończone", 60)
    bars.show("Dni zbierania ocen", days, days)


async def _until(people: Cast, settings: EditionSettings, date: datetime) -> None:
    """Run the clock to just after one of the edition's dates."""
    remaining = settings.utc(date) - people.stage.shift.clock.now()
    people.stage.shift.forward(max(remaining, timedelta()) + timedelta(minutes=1))


async def _work(people: Cast, bars: Bars, contacts: int) -> None:
    """Until the jurors have done what they want to do today, and all of it is checked."""
    evening = asyncio.Event()
    checking = asyncio.create_task(_check_along(people, evening))
    resting = asyncio.create_task(people.stage.rest(lambda: people.looked == people.submitted))
    while not resting.done():
        people.check()
        if checking.done():  # before the evening: something is wrong
            checking.result()
        bars.show("Wysłane oceny", people.submitted, contacts + people.checker.returned)
        bars.show("Sprawdzone oceny", people.checker.approved, contacts)
        await asyncio.sleep(0.1)
    await resting
    evening.set()
    await checking


async def _check_along(people: Cast, evening: asyncio.Event) -> None:
    """The checker works beside the jurors, and in the evening looks at whatever news there is."""
    while not evening.is_set():
        if (submitted := people.submitted) > people.looked:
            await people.checker.work()
            people.looked = submitted
        await asyncio.sleep(0.1)
    if people.checker.person.unread():
        await people.checker.work()


async def _decide(people: Cast, settings: EditionSettings, bars: Bars, size: int) -> None:
    """Check the rest, freeze, grant, and wait for every document."""
    await people.checker.work()
    owner = people.owner
    await _until(people, settings, settings.dates.checking_until)
    await owner.person.write("/zamroz")
    await owner.confirm("Zamroź")
    await owner.person.write("/nagrody")
    seen = await owner.person.expect(lambda seen: bool(button(seen, "Przyznaj")), 60)
    expected = 3 + int(button(seen, "Przyznaj").split()[-1]) + size
    owner.person.tap(button(seen, "Przyznaj"), seen)
    while (made := len({file.name for file in owner.person.documents})) < expected:
        bars.show("Dokumenty", made, expected)
        await asyncio.sleep(0.2)
    bars.show("Dokumenty", expected, expected)


async def _tell(people: Cast, out: Path, console: Console) -> None:
    """What came of it: the ranking, the awards, the files, and how to go on."""
    owner = people.owner
    ranking = await owner.ask("/ranking", "Ranking")
    await people.stage.quiet()
    pages = [ranking, *owner.person.unread()]
    awards = await owner.ask("/nagrody", "nagrody")
    _save(people, out)
    for page in (*pages, awards):
        console.print(page.text, highlight=False, markup=False)
        console.print()
    documents = sorted((out / "dokumenty").iterdir())
    console.print(
        f"[bold]Dokumenty[/bold] ({len(documents)}) w folderze {out / 'dokumenty'}/, między innymi:"
    )
    for file in [
        *[f for f in documents if f.name.startswith("ranking")],
        *[f for f in documents if f.name.startswith("licencja")][:3],
    ]:
        console.print(f"  {file}")
    console.print(f"Rozmowy, jak je widzieli ludzie: {out / 'rozmowy'}/")
    console.print(
        "\nNa żywo: załóż bota u @BotFather, skopiuj config.example.toml jako config.toml, ustaw INCOGNITO_TOKEN\n"
        "i uruchom: incognito run --config config.toml (więcej w README.md)."
    )


def _save(people: Cast, out: Path) -> None:
    """The documents and the conversations, as files."""
    for name in ("dokumenty", "rozmowy"):
        shutil.rmtree(out / name, ignore_errors=True)
        (out / name).mkdir(parents=True)
    for file in people.owner.person.documents:
        (out / "dokumenty" / file.name).write_bytes(file.data)
    told = {"organizatorka-Ewa": people.owner.person, "sprawdzajacy-Marek": people.checker.person}
    told |= {
        f"juror-{number:02}-{slug(juror.habit.name)}": juror.person
        for number, juror in enumerate(people.jurors, 1)
    }
    for name, person in told.items():
        (out / "rozmowy" / f"{name}.txt").write_text(person.transcript(), "utf-8")
