"""A juror in a corridor: the office with a short checklist, one institution with opening hours, and a phone with a camera."""

from __future__ import annotations

import io
import shutil
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PIL import Image

from bot import identity, planned, rulebook
from bot.config import Config, EditionTable, Organiser
from bot.house import House
from bot.incoming import Attachment, Incoming
from bot.phrases import catalogue
from bot.schedule import Schedule
from contest.entrants import Entrant
from storage import assignments, outbox, people
from storage.assignments import Assignment
from storage.database import Database, Writing
from tests.bot.office import CHECKER, OWNER, Heard, Office, Still, unrotated
from tests.contest.a_call import ANSWERED, BOARD, REMARKS, TONE, WHY, call
from tests.untrained import without_training

EDITION = Path(__file__).parents[2] / "editions" / "lider-zaufania"
JUROR = "J-20"
START = datetime(2026, 10, 5, 9, 0, tzinfo=UTC)  # a Monday, 11:00 in Warsaw
GMINA = Entrant(
    0,
    "Gmina Wieliszew",
    "gmina_wiejska",
    voivodeship="mazowieckie",
    population=21554,
    phone="22 000 00 00",
    hours="pon. 7.30-17.00, wt-czw 7.30-15.30, pt 7.30-14.00",
)
CHECKLIST = call(ANSWERED, WHY, TONE, BOARD, REMARKS, version=77)


def edition(folder: Path, checklist: str = CHECKLIST) -> Path:
    """The shipped edition with a telephone call that is short."""
    shutil.copytree(EDITION, folder)
    (folder / "telefon.toml").write_text(checklist, "utf-8")
    return without_training(folder)


def picture(shade: int) -> bytes:
    """A photo; another shade is another photo."""
    out = io.BytesIO()
    Image.new("RGB", (64, 48), (30 * shade, 0, 0)).save(out, "JPEG")
    return out.getvalue()


@dataclass
class Corridor(Office):
    """The office, and the juror's phone."""

    async def takes(self, channel: str = "telefon", *, entrant: Entrant = GMINA) -> Assignment:
        """The juror has accepted one assignment of an institution."""
        await self.has(entrant)
        await self.joins(JUROR)
        [task] = [one for one in await self.plans() if one.channel == channel]
        await self.taps_data(JUROR, f"ay:{task.id}")
        return await self.now(task)

    async def now(self, task: Assignment) -> Assignment:
        """The assignment as it is at this moment."""
        found = await assignments.find(self.house.db.reading, task.id)
        assert found is not None
        return found

    async def photo(self, shade: int, *, album: str = "") -> list[Heard]:
        """The juror sends a photo."""
        data = picture(shade)
        number = 10**6 + self._updates
        return await self._turn(
            JUROR, Attachment("file", "", len(data), number, photo=True, album=album), data
        )

    async def receives(self, incoming: Incoming, data: bytes | None = None) -> list[Heard]:
        """Anything else that the juror sends."""
        return await self._turn(JUROR, incoming, data)

    async def clock_strikes(self) -> list[Heard]:
        """The real tick of the schedule."""
        await Schedule(self.house).tick()
        return await self._new()

    async def taps_newest(self, heard: list[Heard], label: str, who: str = JUROR) -> list[Heard]:
        """A button of the last message that has it."""
        shown = [one for one in heard if one.person == who and any(b.startswith(label) for b in one.buttons)]
        return await self.taps(who, shown[-1], label)

    async def submits_call(self, task: Assignment, *, shades: tuple[int, ...] = (1,)) -> list[Heard]:
        """The whole short interview, photos included, sent."""
        heard = await self.taps_data(JUROR, f"as:{task.id}")
        heard = await self.taps_newest(heard, "Tak")
        heard = await self.taps_newest(heard, "4")
        heard = await self.taps_newest(heard, "Tak")
        for shade in shades:
            heard = await self.photo(shade)
        heard = await self.taps_newest(heard, "Gotowe")
        heard = await self.taps_newest(heard, "Pomiń")
        return await self.taps_newest(heard, "Wyślij")

    async def opens_audit(self) -> Heard:
        """The checker looks at the submission that waits longest."""
        listed = await self.writes(CHECKER, "/kontrola")
        return (await self.taps(CHECKER, listed[-1], ""))[-1]


@asynccontextmanager
async def walked(
    tmp_path: Path, checklist: str, *, recordings: bool = False
) -> AsyncGenerator[Corridor, None]:
    """A corridor of an edition with this checklist for telephone calls."""
    folder = edition(tmp_path / "edition", checklist)
    if recordings:
        file = folder / "edition.toml"
        file.write_text(file.read_text("utf-8").replace("recordings = false", "recordings = true"), "utf-8")
    config = Config(
        home=tmp_path,
        edition=EditionTable(folder=str(folder)),
        organisers=(Organiser(telegram_id=1, name="Biuro", roles=("owner",)),),
    )
    db = await Database.open(config.database, key=identity.own_key(config))
    rules = unrotated(await rulebook.publish(folder, db, START))

    async def enlist(tx: Writing) -> None:
        for number, (code, roles) in enumerate(
            {OWNER: ["owner", "planner", "checker"], CHECKER: ["checker"]}.items()
        ):
            await people.enlist(tx, code, 1 + number, name=f"Osoba {number}", language="pl", at=START)
            await people.grant(tx, code, roles)

    await db.transact(enlist)
    clock = Still(START)
    house = House(config, rules, db, clock, catalogue(), bot_name="notes_bot")
    await db.transact(lambda tx: planned.plan_dates(house, tx))
    yield Corridor(house, clock)
    assert await outbox.dead(db.reading) == []
    await db.close()
