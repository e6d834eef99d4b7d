"""A frozen contest in which three entrants share the first place, and the experts who decide."""

from __future__ import annotations

from datetime import UTC, datetime

from contest.entrants import Entrant
from storage import people
from storage.database import Writing
from tests.bot.office import CHECKER, OWNER, Heard, Office, to

CLOSED = datetime(2026, 11, 20, 19, 30, tzinfo=UTC)
NAMES = ("Alfa", "Beta & Syn", "Gamma")
EXPERTS = ("E-01", "E-02", "E-03", "E-04", "E-05")


async def frozen(office: Office, *, names: tuple[str, ...] = NAMES, bad: tuple[int, ...] = ()) -> None:
    """Every entrant is as good as the others, but for those that are bad; the results are frozen."""
    await office.has(
        *(
            Entrant(0, f"Gmina {name}", "gmina_wiejska", voivodeship="mazowieckie", population=9000)
            for name in names
        )
    )
    await office.joins("J-20")
    await office.joins("J-21")
    for task in await office.plans():
        await office.submits(task, good=task.entrant not in bad)
    heard = await office.writes(CHECKER, "/kontrola")
    while heard[-1].buttons:
        opened = await office.taps(CHECKER, heard[-1], "")
        heard = await office.taps(CHECKER, opened[-1], "Zatwierdź")
    office.clock.at = CLOSED
    await office.ticks()
    await office.taps(OWNER, (await office.writes(OWNER, "/zamroz"))[-1], "Zamroź")
    await office.ticks()


async def experts(office: Office, codes: tuple[str, ...] = EXPERTS) -> None:
    """People of the experts' table."""

    async def act(tx: Writing) -> None:
        for code in codes:
            account = 900 + int(code.removeprefix("E-"))
            await people.enlist(tx, code, account, name=f"Tajne {code}", language="pl", at=office.clock.at)
            await people.grant(tx, code, ["expert"])

    await office.house.db.transact(act)


async def opened(office: Office) -> list[Heard]:
    """The owner opens every ballot that may be opened; what everybody gets."""
    table = (await office.writes(OWNER, "/glosuj"))[-1]
    shown = (await office.taps(OWNER, table, "Otwórz"))[-1]
    return await office.taps(OWNER, shown, "Otwórz")


async def votes(office: Office, code: str, choice: str) -> list[Heard]:
    """An expert takes the first paper that waits, makes a choice and casts it; what everybody gets of it."""
    waiting = (await office.writes(code, "/glosuj"))[-1]
    paper = (await office.taps(code, waiting, "1."))[-1]
    sure = (await office.taps(code, paper, choice))[-1]
    return await office.taps(code, sure, "Oddaj głos")


async def closed(office: Office) -> list[Heard]:
    """The owner closes what is open; what everybody gets."""
    table = (await office.writes(OWNER, "/glosuj"))[-1]
    shown = (await office.taps(OWNER, table, "Zamknij"))[-1]
    return await office.taps(OWNER, shown, "Zamknij")


def last(heard: list[Heard], person: str) -> str:
    """What one person got last."""
    return to(heard, person)[-1]
