"""A juror in a corridor: the office with a short checklist, one institution with opening hours, and a phone with a camera."""

from __future__ import annotations

import io
import shutil
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from bot.incoming import Attachment, Incoming
from bot.schedule import Schedule
from contest.entrants import Entrant
from storage import assignments
from storage.assignments import Assignment
from tests.bot.office import CHECKER, Heard, Office
from tests.untrained import without_training

EDITION = Path(__file__).parents[2] / "editions" / "lider-zaufania"
JUROR = "J-20"
GMINA = Entrant(
    0,
    "Gmina Wieliszew",
    "gmina_wiejska",
    voivodeship="mazowieckie",
    population=21554,
    phone="22 000 00 00",
    hours="pon. 7.30-17.00, wt-czw 7.30-15.30, pt 7.30-14.00",
)
CHECKLIST = """
format = 1
id = "telefon"
version = 77
channel = "telefon"
title = "Rozmowa"
[[sections]]
id = "rozmowa"
title = "Rozmowa"
[[sections.questions]]
id = "odebrano"
type = "yes_no"
text = "Czy ktoś odebrał?"
[[sections.questions]]
id = "dlaczego"
type = "text"
text = "Co się stało?"
weight = 0
show_if = { odebrano = "no" }
[[sections.questions]]
id = "ton"
type = "scale"
text = "Jaki był ton rozmowy?"
low = "zły"
high = "dobry"
[[sections.questions]]
id = "tablica"
type = "yes_no"
text = "Czy jest tablica?"
evidence = { text = "Zrób zdjęcie tablicy.", when = ["yes"], most = 3 }
[[sections.questions]]
id = "uwagi"
type = "text"
text = "Uwagi <własne>"
weight = 0
required = false
"""


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
