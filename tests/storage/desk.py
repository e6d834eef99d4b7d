"""What the stories of storage share: a pen that writes one act a transaction, and a small cast."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Concatenate, ParamSpec, TypeVar

from contest.entrants import Entrant
from storage import assignments, entrants, jurors, people
from storage.database import Database, Writing

P = ParamSpec("P")
T = TypeVar("T")

KEY = bytes(range(64))
"""Of identities."""
NOON = datetime(2026, 5, 4, 12, 0, 0, 123456, tzinfo=UTC)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)

KOWALOWO = Entrant(
    id=1,
    name="Urząd Gminy Kowałowo",
    kind="gmina",
    voivodeship="małopolskie",
    powiat="krakowski",
    town="Kowałowo",
    teryt="1206012",
    population=8123,
    address="ul. Łąkowa 1",
    phone="12 345 67 89",
    email="urzad@kowalowo.pl",
    www="https://kowalowo.pl",
    social="https://example.org/kowalowo",
    hours="pn–pt 7.30–15.30",
)
ZDROJ = Entrant(id=2, name="Starostwo Zdrój", kind="powiat")


class Pen:
    """Writes: each call is a transaction of its own."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def __call__(
        self, act: Callable[Concatenate[Writing, P], Awaitable[T]], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        return await self._db.transact(lambda tx: act(tx, *args, **kwargs))


async def cast(write: Pen) -> None:
    """An organiser O-10, two jurors J-10 and J-11, two entrants 1 and 2."""
    for number, code in enumerate(["O-10", "J-10", "J-11"], start=501):
        await write(people.enlist, code, number, name=f"Osoba {number}", language="pl", at=NOON)
    for code in ("J-10", "J-11"):
        await write(jurors.begin, code)
        await write(jurors.settle, code, regions=["małopolskie"], channels=["telefon"], capacity=5, note="")
    await write(entrants.add_all, [KOWALOWO, ZDROJ], "O-10", NOON)


async def offer(
    write: Pen, *, entrant: int = 1, channel: str = "telefon", number: int = 1, juror: str = "J-10"
) -> int:
    """An assignment, offered at noon."""
    return await write(
        assignments.offer,
        entrant=entrant,
        channel=channel,
        number=number,
        juror=juror,
        scenario="dowod",
        scenarios="lider-zaufania@1",
        checklist="telefon@3",
        label="{}/Jodła".format,
        answer_by=NOON + DAY,
        opens_at=NOON,
        due_at=NOON + 10 * DAY,
        by="O-10",
        at=NOON,
    )
