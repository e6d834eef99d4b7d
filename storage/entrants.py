"""The institutions that take part. Two of the same folded name, kind and TERYT code are one."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import asdict, fields
from datetime import datetime

from contest.entrants import Entrant, called, once
from contest.headings import fold
from contest.mistakes import Mistakes, mistake
from storage import journal
from storage.database import Reading, Writing


async def add_all(tx: Writing, entrants: Iterable[Entrant], by: str, at: datetime) -> int:
    """Add new entrants (their ids are given here); how many. Raises Mistakes (`entrant-known`) when one is there already."""
    new = tuple(entrants)
    seen = set(await keys(tx))
    for entrant in new:
        if once(entrant) in seen:
            raise Mistakes([mistake("entrant-known", name=entrant.name)])
        seen.add(once(entrant))
    count = await _add(tx, new)
    await journal.write(tx, at, by, "entrant.import", "", {"count": count})
    return count


async def everything(db: Reading) -> list[Entrant]:
    """Everybody who still takes part, by id."""
    return await db.all(
        Entrant,
        """
        SELECT id, name, kind, voivodeship, powiat, town, teryt, population, address, phone, email, www, social, hours,
               genitive, solution, description
        FROM entrants WHERE withdrawn = '' ORDER BY id
        """,
    )


async def find(db: Reading, id: int) -> Entrant | None:  # noqa: A002 -- the word of the table
    """The entrant of an id, also a withdrawn one."""
    return await db.maybe(
        Entrant,
        """
        SELECT id, name, kind, voivodeship, powiat, town, teryt, population, address, phone, email, www, social, hours,
               genitive, solution, description
        FROM entrants WHERE id = :id
        """,
        id=id,
    )


async def search(db: Reading, part: str, *, limit: int = 20) -> list[Entrant]:
    """Those whose name, town or powiat contain each of the words, whatever their case and Polish letters; or of that TERYT."""
    found = [entrant for entrant in await everything(db) if called(entrant, part)]
    return found[:limit]


async def keys(db: Reading) -> dict[tuple[str, str, str], int]:
    """(folded name, kind, TERYT) of every entrant with its id, to compare an import with."""
    rows = await db.all(tuple[str, str, str, int], "SELECT folded, kind, teryt, id FROM entrants")
    return {(folded, kind, teryt): number for folded, kind, teryt, number in rows}


async def known(db: Reading) -> tuple[list[Entrant], dict[int, str]]:
    """Everybody who was ever on the list, by id; and why those left who did."""
    rows = await db.all(
        Entrant,
        """
        SELECT id, name, kind, voivodeship, powiat, town, teryt, population, address, phone, email, www, social, hours,
               genitive, solution, description
        FROM entrants ORDER BY id
        """,
    )
    return rows, await withdrawn(db)


async def update(tx: Writing, entrant: Entrant, *, by: str, at: datetime) -> bool:
    """Replace what is known of an entrant; False when there is none of that id.

    The journal names the columns that changed, not what they say: a telephone is nobody's business there.
    """
    before = await find(tx, entrant.id)
    if before is None:
        return False
    columns = [
        column.name
        for column in fields(Entrant)
        if getattr(before, column.name) != getattr(entrant, column.name)
    ]
    await _replace(tx, (entrant,))
    await journal.write(tx, at, by, "entrant.update", str(entrant.id), {"columns": ", ".join(columns)})
    return True


async def update_all(tx: Writing, entrants: Iterable[Entrant], *, by: str, at: datetime) -> int:
    """Replace what is known of many; how many. Raises Mistakes (`entrant-known`) when one would become another."""
    changed = tuple(entrants)
    count = await _replace(tx, changed)
    subject = ",".join(str(entrant.id) for entrant in changed)
    await journal.write(tx, at, by, "entrant.revise", "", {"count": count, "entrants": subject})
    return count


async def _replace(tx: Writing, changed: tuple[Entrant, ...]) -> int:
    try:
        return await tx.run(
            """
            UPDATE entrants SET (name, folded, kind, voivodeship, powiat, town, teryt, population, address, phone, email,
                www, social, hours, genitive, solution, description) = (value ->> 'name', value ->> 'folded', value ->> 'kind',
                value ->> 'voivodeship', value ->> 'powiat', value ->> 'town', value ->> 'teryt', value ->> 'population',
                value ->> 'address', value ->> 'phone', value ->> 'email', value ->> 'www', value ->> 'social',
                value ->> 'hours', value ->> 'genitive', value ->> 'solution', value ->> 'description')
            FROM json_each(:rows) WHERE entrants.id = value ->> 'id'
            """,
            rows=_rows(changed),
        )
    except sqlite3.IntegrityError:
        raise Mistakes([mistake("entrant-known", name=changed[0].name)]) from None


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


async def restore(tx: Writing, id: int, *, by: str, at: datetime) -> bool:  # noqa: A002 -- as above
    """The entrant takes part again; False when it was not withdrawn."""
    changed = await tx.run("UPDATE entrants SET withdrawn = '' WHERE id = :id AND withdrawn <> ''", id=id)
    if changed:
        await journal.write(tx, at, by, "entrant.restore", str(id), {})
    return changed > 0


async def withdrawn(db: Reading) -> dict[int, str]:
    """Those who take part no more, with the reason."""
    return dict(
        await db.all(tuple[int, str], "SELECT id, withdrawn FROM entrants WHERE withdrawn <> '' ORDER BY id")
    )


async def _add(tx: Writing, new: tuple[Entrant, ...]) -> int:
    """All in one statement: thousands of rows are one word to the database, not thousands. How many."""
    return await tx.run(
        """
        INSERT INTO entrants (name, folded, kind, voivodeship, powiat, town, teryt, population,
                              address, phone, email, www, social, hours, genitive, solution,
                              description)
        SELECT value ->> 'name', value ->> 'folded', value ->> 'kind', value ->> 'voivodeship', value ->> 'powiat',
               value ->> 'town', value ->> 'teryt', value ->> 'population', value ->> 'address', value ->> 'phone',
               value ->> 'email', value ->> 'www', value ->> 'social', value ->> 'hours', value ->> 'genitive',
               value ->> 'solution', value ->> 'description'
        FROM json_each(:rows) ORDER BY key
        """,
        rows=_rows(new),
    )


def _rows(these: tuple[Entrant, ...]) -> str:
    return json.dumps([asdict(entrant) | {"folded": fold(entrant.name)} for entrant in these])
