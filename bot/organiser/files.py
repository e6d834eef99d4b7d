"""A file that an organiser sent: what it is, said by its content, and where it goes.

    table with „nazwa” and „rodzaj”       entrants    importing
    table with „kod” and what jurors have  jurors      juror_file
    TOML                                    checklist, scenarios, edition    edition_file

It is read before any transaction, for that may take seconds; what it would change is counted in the transaction.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from bot.house import House, Turn
from bot.organiser import edition_file, importing, juror_file
from bot.organiser.edition_file import Draft
from bot.organiser.sheets import read_sheet
from contest.entrants import Import, read_table
from contest.juror_table import JurorTable
from contest.mistakes import Mistake, Mistakes


@dataclass(frozen=True, slots=True)
class Arrived:
    """A file that was read, or everything that is wrong with it."""

    name: str
    content: Import | JurorTable | Draft | tuple[Mistake, ...]


async def read(data: bytes, name: str, house: House) -> Arrived:
    """What a file is. It may take seconds, so it is read in a thread."""
    return await asyncio.to_thread(_read, data, name, house)


def _read(data: bytes, name: str, house: House) -> Arrived:
    try:
        if name.casefold().endswith(".toml"):
            return Arrived(name, edition_file.read(data, name, house.rules))
        headings, rows = read_sheet(data, name)
        if juror_file.meant(headings):
            return Arrived(name, juror_file.read(headings, rows, house))
        return Arrived(name, read_table(headings, rows, house.rules.settings))
    except Mistakes as refused:
        return Arrived(name, refused.found)


async def received(turn: Turn, file: Arrived) -> None:
    """Show what it would change, or what is wrong with it."""
    match file.content:
        case Import() as table:
            await importing.received(turn, file.name, table)
        case JurorTable() as jurors:
            await juror_file.received(turn, file.name, jurors)
        case Draft() as draft:
            await edition_file.received(turn, file.name, draft)
        case faults:
            await importing.complain(turn, file.name, faults)
