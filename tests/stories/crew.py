"""Everybody of a whole edition: an owner whom the configuration knows, and all the others by invitation.

Each has a name and an account that must never be seen in anybody else's chat: `IDENTITY` finds them.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot import rulebook
from bot.demo.stage import OWNER, Enrolled
from tests.stories import theatre
from tests.stories.theatre import Actor, World

PLANNER, CHECKER = 1003, 1002
FIRST_EXPERT, EXPERTS = 3001, 5
CALLERS = READERS = 10
EWA = Enrolled(OWNER, "Tajna Ewa", ("owner",))
IDENTITY = re.compile(r"Tajn|\b(?:100[1-3]|20[01]\d|2020|300[1-5])\b")
CODE = re.compile(r"\b[JOE]-\d+")


@dataclass
class Crew:
    """Three organisers, five experts, twenty jurors: half of them call, half of them read pages."""

    world: World
    planner: Actor
    checker: Actor
    experts: Sequence[Actor]

    @property
    def owner(self) -> Actor:
        return self.world.owner

    @property
    def callers(self) -> Sequence[Actor]:
        return self.world.jurors[:CALLERS]

    @property
    def readers(self) -> Sequence[Actor]:
        return self.world.jurors[CALLERS:]

    def everybody(self) -> Iterator[Actor]:
        yield from (self.owner, self.planner, self.checker, *self.experts, *self.world.jurors)

    async def until(self, moment: datetime) -> None:
        """A local moment of the edition comes, a little past it."""
        settings = rulebook.read(self.world.stage.edition)[0].settings
        await self.world.until(settings.utc(moment) + timedelta(minutes=12))

    async def quiet(self) -> None:
        await self.world.stage.quiet()


def gather(world: World) -> Crew:
    """Everybody has a telephone, and nobody but the owner is known."""

    def actor(account: int) -> Actor:
        person = world.stage.telegram.person(
            account, first_name=f"Tajna{account}", username=f"tajne_{account}"
        )
        return Actor(person)

    world.jurors += [actor(theatre.FIRST_JUROR + n) for n in range(CALLERS + READERS)]
    experts = [actor(FIRST_EXPERT + n) for n in range(EXPERTS)]
    return Crew(world, actor(PLANNER), world.checker, experts)


async def enter(crew: Crew) -> None:
    """The owner lets in the organisers, the planner everybody else."""
    await crew.world.later(timedelta(minutes=12))
    await crew.owner.write("/start", sees="/panel")
    for who, role in ((crew.planner, "planista"), (crew.checker, "sprawdzający")):
        (code,) = await theatre.codes(crew.owner, f"/zapros {role}")
        await who.write(f"/start {code}", sees=role)
        await crew.owner.sees("dołącza")
    for expert, code in zip(
        crew.experts, await theatre.codes(crew.planner, "/zapros 5 ekspertów", EXPERTS), strict=True
    ):
        await expert.write(f"/start {code}", sees="ekspert")
        await crew.owner.sees("dołącza")
    codes = await theatre.codes(crew.planner, "/zapros 20", CALLERS + READERS)
    channels = ["Rozmowy telefoniczne"] * CALLERS + ["Strony internetowe"] * READERS
    await asyncio.gather(
        *(
            theatre.register(juror, code, [channel], 2)
            for juror, code, channel in zip(crew.world.jurors, codes, channels, strict=True)
        )
    )
    await crew.world.later(timedelta(minutes=3))
    await crew.planner.sees("20 nowych jurorów")


def code_of(actor: Actor) -> str:
    """The code by which somebody was greeted."""
    for seen in actor.person.chat:
        if not seen.mine and (found := CODE.search(seen.text)):
            return found[0]
    raise LookupError("nobody has told a code here")


def gave_away(crew: Crew) -> list[str]:
    """Sentences that say who somebody is, or that tell a juror of another: there must be none."""
    found = []
    for actor in crew.everybody():
        own = code_of(actor)
        for happening in actor.person.history:
            seen = happening.seen
            if seen is None or seen.mine:
                continue
            words = " ".join([seen.text, seen.file_name, *(one for row in seen.buttons for one in row)])
            others = {*CODE.findall(words)} - {own} if own.startswith("J-") else set()
            if IDENTITY.search(words) or others:
                found.append(f"{own}: {words}")
    return found


NORMAL: Mapping[str, str] = {
    r"padła w \d+ s po poprzedniej": "padła w niecałą sekundę po poprzedniej",
    r"\(\d+ min\)": "(0 min)",
    r"wpis \d+, pieczęć [0-9a-f]+": "wpis …, pieczęć …",
    r"\d+ wpisów, pieczęć [0-9a-f]+": "300 wpisów, pieczęć …",
    r"\(\d\s\d{3} kB\)": "(4 000 kB)",
    r"start=[A-Za-z0-9_-]{16,64}": "start=KOD",
    r"/start [A-Za-z0-9_-]{16,64}": "/start KOD",
    r"\b([JOE])-\d+": r"\1-00",
    r"\b\d+/[A-ZŁŚŻ][a-ząćęłńóśźż]+": "7/Jodła",
    r"(\d\d):[1-5]\d\b": r"\1:30",
    r"(?:[0-9a-f]{8} ){7}[0-9a-f]{8}": "0a1b2c3d …",
    r"ziarno losowania \d+": "ziarno losowania 7",
}
"""What differs from run to run; days and hours do not, since the clock is moved to just past them."""
NAMED: Mapping[str, str] = {
    **NORMAL,
    r"Tajn\w+(?: Ewa)?": "Imię",
    r"konto \d+": "konto 123456789",
    r"„\d+/(\d+)”": r"„1/\1”",
}
"""For the one screen that says who is who."""
ANY_GMINA: Mapping[str, str] = {
    **NORMAL,
    "(?:Jodł|Lip|Dęb|Brzoz)owo": "Klonowo",
    r"\[J-00 · [012]\]": "[J-00 · 1]",
    r"\+48 12 100 00 0\d": "+48 12 100 00 01",
    r"https://\w+\.example\.org": "https://gmina1.example.org",
}
"""For chats in which the dice say which gmina it is."""
