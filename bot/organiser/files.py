"""A file that an organiser sent: what it is, said by its content, and where it goes.

    table with „nazwa” and „rodzaj”       entrants    importing
    table with „kod” and what jurors have  jurors      juror_file
    TOML                                    checklist, scenarios, edition    edition_file

It is read before any transaction, for that may take seconds; what it would change is counted in the transaction.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from bot.house import Asked, House, Turn
from bot.organiser import edition_file, importing, juror_file, progress
from bot.organiser.edition_file import Draft
from bot.organiser.sheets import read_sheet
from contest.entrants import Import, read_table
from contest.juror_table import JurorTable
from contest.mistakes import Mistake, Mistakes

LARGE = 60_000
"""Bytes of a file whose reading is announced."""

Content = Import | JurorTable | Draft | tuple[Mistake, ...]


@dataclass(frozen=True, slots=True)
class Arrived:
    """A file that was read, or everything that is wrong with it."""

    name: str
    content: Content
    told: int | None = None
    """The message that says that it is being read."""


async def read(data: bytes, house: House, asked: Asked) -> Arrived:
    """What a file is (`asked.said` is its name). It may take seconds, so it is read in a thread, and a large one says so."""
    name, say = asked.said, house.say(asked.person)
    large = len(data) >= LARGE
    told = await progress.begin(house, asked, say("import-working", name=name)) if large else None
    return Arrived(name, await asyncio.to_thread(_read, data, name, house), told)


def _read(data: bytes, name: str, house: House) -> Content:
    try:
        if name.casefold().endswith(".toml"):
            return edition_file.read(data, name, house.rules)
        headings, rows = read_sheet(data, name)
        if juror_file.meant(headings):
            return juror_file.read(headings, rows, house)
        return read_table(headings, rows, house.rules.settings)
    except Mistakes as refused:
        return refused.found


async def received(turn: Turn, file: Arrived) -> None:
    """Show what it would change, or what is wrong with it."""
    await progress.end(turn, file.told, turn.say("import-read", name=file.name))
    match file.content:
        case Import() as table:
            await importing.received(turn, file.name, table)
        case JurorTable() as jurors:
            await juror_file.received(turn, file.name, jurors)
        case Draft() as draft:
            await edition_file.received(turn, file.name, draft)
        case faults:
            await importing.complain(turn, file.name, faults)
