"""Who is who: the only module that reads a name or a Telegram account. All others know a random code.

A code says nothing about its person: the letter is the kind of part (J juror, O organiser, E expert), the number is
drawn among those never used. Names and accounts are sealed with a key outside the database (`sealing`).
"""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from pydantic import Json

from contest.mistakes import Mistakes, mistake
from storage.database import Reading, Writing
from storage.values import listed


@dataclass(frozen=True, slots=True)
class Person:
    """All that the rest of the program may know of somebody."""

    code: str
    language: str
    roles: Json[frozenset[str]]
    reachable: bool
    zone: str | None = None
    """The time zone that a juror chose, by its IANA name; None: the edition's."""


@dataclass(frozen=True, slots=True)
class Consent:
    """What somebody agreed to, and when; both None for who was never asked."""

    consent: str | None
    consented_at: datetime | None
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Identity:
    """The person behind a code; for an owner's eyes, and for `/moje_dane`."""

    code: str
    telegram_id: int | None
    name: str


async def recognise(db: Reading, telegram_id: int) -> Person | None:
    """The person who writes from this account."""
    return await db.maybe(
        Person,
        """
        SELECT code, language, reachable, zone,
               (SELECT json_group_array(role) FROM roles WHERE person = code) AS roles
        FROM people WHERE telegram_id = seal('account', :telegram_id)
        """,
        telegram_id=telegram_id,
    )


async def known(db: Reading, accounts: Iterable[int]) -> set[int]:
    """Those of the accounts that have a code."""
    return set(
        await db.all(
            int,
            """
            SELECT value FROM json_each(:accounts)
            WHERE EXISTS (SELECT 1 FROM people WHERE telegram_id = seal('account', value))
            """,
            accounts=listed(accounts),
        )
    )


async def find(db: Reading, code: str) -> Person | None:
    """The person of a code."""
    return await db.maybe(
        Person,
        """
        SELECT code, language, reachable, zone,
               (SELECT json_group_array(role) FROM roles WHERE person = code) AS roles
        FROM people WHERE code = :code
        """,
        code=code,
    )


async def everybody(db: Reading) -> list[Person]:
    """Everybody, by code."""
    return await db.all(
        Person,
        """
        SELECT code, language, reachable, zone,
               (SELECT json_group_array(role) FROM roles WHERE person = code) AS roles
        FROM people ORDER BY code
        """,
    )


async def with_role(db: Reading, role: str) -> list[Person]:
    """Everybody who holds the role, by code."""
    return [person for person in await everybody(db) if role in person.roles]


async def stranger(db: Reading, telegram_id: int) -> str:
    """What somebody without a code is called: `tg:` and the sealed account."""
    return await db.one(
        str, "SELECT 'tg:' || lower(hex(seal('account', :telegram_id)))", telegram_id=telegram_id
    )


async def chat_of(db: Reading, code: str) -> int | None:
    """Where to write to somebody, known or a stranger; None for a code that is unknown or forgotten."""
    if code.startswith("tg:"):
        return await db.one(int, "SELECT unseal('account', :sealed)", sealed=bytes.fromhex(code[3:]))
    return await db.maybe(
        int,
        "SELECT unseal('account', telegram_id) FROM people WHERE code = :code AND telegram_id IS NOT NULL",
        code=code,
    )


async def who_is(db: Reading, code: str) -> Identity | None:
    """The name and the account behind a code."""
    return await db.maybe(
        Identity,
        """
        SELECT code, unseal('account', telegram_id) AS telegram_id, unseal('name ' || code, name) AS name
        FROM people WHERE code = :code
        """,
        code=code,
    )


async def identities(db: Reading) -> list[Identity]:
    """The names and accounts behind all codes, by code."""
    return await db.all(
        Identity,
        """
        SELECT code, unseal('account', telegram_id) AS telegram_id, unseal('name ' || code, name) AS name
        FROM people ORDER BY code
        """,
    )


async def consent_of(db: Reading, code: str) -> Consent:
    """What the person agreed to, and since when they are known."""
    return await db.one(
        Consent, "SELECT consent, consented_at, created_at FROM people WHERE code = :code", code=code
    )


async def fresh_code(db: Reading, prefix: str, dice: random.Random) -> str:
    """A code that nobody ever had: `J-37`; three digits once all numbers of two are taken, and so on."""
    used = set(await db.all(str, "SELECT code FROM people"))
    least = 10
    while True:
        free = [code for number in range(least, least * 10) if (code := f"{prefix}-{number}") not in used]
        if free:
            return dice.choice(free)
        least *= 10


async def enlist(
    tx: Writing, code: str, telegram_id: int | None, *, name: str, language: str, at: datetime
) -> None:
    """A new person, without any role yet. Raises Mistakes (`already-enlisted`) for an account that has a code."""
    try:
        await tx.run(
            """
            INSERT INTO people (code, telegram_id, name, language, created_at)
            VALUES (:code, seal('account', :telegram_id), seal('name ' || :code, :name), :language, :at)
            """,
            code=code,
            telegram_id=telegram_id,
            name=name,
            language=language,
            at=at,
        )
    except sqlite3.IntegrityError as refusal:
        if "people.telegram_id" not in str(refusal):
            raise
        raise Mistakes([mistake("already-enlisted")]) from None


async def grant(tx: Writing, code: str, roles: Iterable[str]) -> None:
    """Give roles, beside those that the person holds."""
    for role in roles:
        await tx.run(
            "INSERT INTO roles (person, role) VALUES (:code, :role) ON CONFLICT DO NOTHING",
            code=code,
            role=role,
        )


async def withdraw(tx: Writing, code: str, role: str) -> bool:
    """Take a role away; False when the person did not hold it."""
    return await tx.run("DELETE FROM roles WHERE person = :code AND role = :role", code=code, role=role) > 0


async def speak(tx: Writing, code: str, language: str) -> None:
    """From now on the bot speaks this language to the person."""
    await tx.run("UPDATE people SET language = :language WHERE code = :code", code=code, language=language)


async def move(tx: Writing, code: str, zone: str | None) -> None:
    """From now on the person lives by the clock of this time zone; None: by the edition's."""
    await tx.run("UPDATE people SET zone = :zone WHERE code = :code", code=code, zone=zone)


async def rename(tx: Writing, code: str, name: str) -> None:
    """The name under which organisers know the person."""
    await tx.run(
        "UPDATE people SET name = seal('name ' || code, :name) WHERE code = :code", code=code, name=name
    )


async def set_reachable(tx: Writing, code: str, *, reachable: bool, at: datetime) -> None:
    """Whether Telegram still delivers to the person (a blocked bot: no), and since when."""
    await tx.run(
        """
        UPDATE people SET reachable = :reachable, reachable_since = :at
        WHERE code = :code AND reachable <> :reachable
        """,
        code=code,
        reachable=reachable,
        at=at,
    )


async def agree(tx: Writing, code: str, digest: str, at: datetime) -> None:
    """The person agreed to a text, which the digest (or its pinned name) stands for."""
    await tx.run(
        "UPDATE people SET consent = :digest, consented_at = :at WHERE code = :code",
        code=code,
        digest=digest,
        at=at,
    )


async def forget(tx: Writing, code: str) -> None:
    """Erase who a person is. The code stays, with its consent, for what was done under it, and is never given again."""
    await tx.run("DELETE FROM roles WHERE person = :code", code=code)
    await tx.run(
        """
        UPDATE people
        SET telegram_id = NULL, name = seal('name ' || code, ''), language = 'pl', zone = NULL, reachable = 0,
            reachable_since = NULL
        WHERE code = :code
        """,
        code=code,
    )
