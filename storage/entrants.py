"""The institutions that take part. Two of the same folded name, kind and TERYT code are one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime

from contest.entrants import Entrant, fold
from contest.mistakes import Mistakes, mistake
from storage import journal
from storage.database import Reading, Writing


async def add_all(tx: Writing, entrants: Iterable[Entrant], by: str, at: datetime) -> int:
    """Add new entrants (their ids are given here); how many. Raises Mistakes (`entrant-known`) when one is there already."""
    count = 0
    for entrant in entrants:
        await _add(tx, entrant)
        count += 1
    await journal.write(tx, at, by, "entrant.import", "", {"count": count})
    return count


async def everything(db: Reading) -> list[Entrant]:
    """Everybody who still takes part, by id."""
    return await db.all(
        Entrant,
        """
        SELECT id, name, kind, voivodeship, powiat, town, teryt, population, address, phone, email, www, social, hours
        FROM entrants WHERE withdrawn = '' ORDER BY id
        """,
    )


async def find(db: Reading, id: int) -> Entrant | None:  # noqa: A002 -- the word of the table
    """The entrant of an id, also a withdrawn one."""
    return await db.maybe(
        Entrant,
        """
        SELECT id, name, kind, voivodeship, powiat, town, teryt, population, address, phone, email, www, social, hours
        FROM entrants WHERE id = :id
        """,
        id=id,
    )


async def search(db: Reading, part: str, *, limit: int = 20) -> list[Entrant]:
    """Those whose name or town contains the words, whatever their case and Polish letters."""
    wish = fold(part)
    found = [entrant for entrant in await everything(db) if wish in fold(f"{entrant.name} {entrant.town}")]
    return found[:limit]


async def keys(db: Reading) -> dict[tuple[str, str, str], int]:
    """(folded name, kind, TERYT) of every entrant with its id, to compare an import with."""
    rows = await db.all(tuple[str, str, str, int], "SELECT folded, kind, teryt, id FROM entrants")
    return {(folded, kind, teryt): number for folded, kind, teryt, number in rows}


async def update(tx: Writing, entrant: Entrant, *, by: str, at: datetime) -> bool:
    """Replace what is known of an entrant; False when there is none of that id."""
    try:
        changed = await tx.run(
            """
            UPDATE entrants SET name = :name, folded = :folded, kind = :kind, voivodeship = :voivodeship,
                powiat = :powiat, town = :town, teryt = :teryt, population = :population, address = :address,
                phone = :phone, email = :email, www = :www, social = :social, hours = :hours
            WHERE id = :id
            """,
            folded=fold(entrant.name),
            **asdict(entrant),
        )
    except sqlite3.IntegrityError:
        raise Mistakes([mistake("entrant-known", name=entrant.name)]) from None
    if changed:
        await journal.write(tx, at, by, "entrant.update", str(entrant.id), {})
    return changed > 0


async def withdraw(tx: Writing, id: int, reason: str, *, by: str, at: datetime) -> bool:  # noqa: A002 -- as above
    """The entrant takes part no more; False when it had been withdrawn, or never was. The reason must say something."""
    changed = await tx.run(
        "UPDATE entrants SET withdrawn = :reason WHERE id = :id AND withdrawn = ''",
        id=id,
        reason=reason or "-",
    )
    if changed:
        await journal.write(tx, at, by, "entrant.withdraw", str(id), {"reason": reason})
    return changed > 0


async def withdrawn(db: Reading) -> dict[int, str]:
    """Those who take part no more, with the reason."""
    return dict(
        await db.all(tuple[int, str], "SELECT id, withdrawn FROM entrants WHERE withdrawn <> '' ORDER BY id")
    )


async def _add(tx: Writing, entrant: Entrant) -> None:
    values = {name: value for name, value in asdict(entrant).items() if name != "id"}
    try:
        await tx.run(
            """
            INSERT INTO entrants (name, folded, kind, voivodeship, powiat, town, teryt, population,
                                  address, phone, email, www, social, hours)
            VALUES (:name, :folded, :kind, :voivodeship, :powiat, :town, :teryt, :population,
                    :address, :phone, :email, :www, :social, :hours)
            """,
            folded=fold(entrant.name),
            **values,
        )
    except sqlite3.IntegrityError:
        raise Mistakes([mistake("entrant-known", name=entrant.name)]) from None
