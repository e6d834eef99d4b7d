"""How long anything is kept. Texts that did their work go quietly; who people are goes after a warning that was heard.

    every night     texts of messages sent, and of updates set aside, that are older than `texts_days`
    once            `identities_days` after the edition was published (or archived): who its jurors and experts are

Before the second, owners are told 30 and 7 days ahead how much would go; `/odrocz` shows the same at any time, and puts it
off. Nothing goes earlier than seven days after the last warning, whatever the bot missed meanwhile.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.house import House, Turn, refuse
from bot.juror import erasing
from contest.clock import to_local
from storage import due, edition, facts, inbox, outbox, people
from storage.database import Reading, Writing
from storage.due import Row as Due
from storage.people import Person

WARNINGS = (30, 7)
"""Days ahead."""
_LEAST = timedelta(days=min(WARNINGS))
_UNTIL, _WARNED = "retention-until", "retention-warned"
_LONGEST = 3650


@dataclass(frozen=True, slots=True)
class Ahead:
    """What would be erased, and when: the dry run."""

    at: datetime
    people: tuple[Person, ...]


async def ahead(house: House, db: Reading) -> Ahead | None:
    """The erasing of identities that is to come; None while there is nothing to count from or nobody to erase."""
    phase, since = await edition.since(db)
    if since is None or phase not in ("published", "archived"):
        return None
    at = since + timedelta(days=house.config.retention.identities_days)
    if until := await facts.get(db, _UNTIL):
        at = max(at, datetime.fromisoformat(until))
    configured = {organiser.telegram_id for organiser in house.config.organisers}
    known = [
        person for person in await people.everybody(db) if not person.roles & {"owner", "planner", "checker"}
    ]
    chats = {person.code: await people.chat_of(db, person.code) for person in known}
    found = tuple(person for person in known if (chat := chats[person.code]) and chat not in configured)
    return Ahead(at, found) if found else None


async def plan(house: House, tx: Writing) -> None:
    """Plan the warnings and the day itself. May be called again: what is planned stays, what was put off is skipped."""
    if (coming := await ahead(house, tx)) is None:
        return
    day = f"{coming.at:%Y-%m-%d}"
    for days in WARNINGS:
        await due.plan(
            tx, f"retention-warn:{days}:{day}", "retention-warn", day, coming.at - timedelta(days=days)
        )
    await due.plan(tx, f"retention:{day}", "retention", day, coming.at)


async def warn(turn: Turn, row: Due, _: object) -> None:
    """Owners read what would go and how to put it off."""
    coming = await ahead(turn.house, turn.tx)
    if coming is None or f"{coming.at:%Y-%m-%d}" != row.subject:
        return
    await facts.put(turn.tx, _WARNED, turn.at.isoformat())
    for owner in await turn.holders("owner"):
        await turn.write("retention-warning", to=owner, day=_day(turn, coming.at), people=len(coming.people))


async def erase(turn: Turn, row: Due, _: object) -> None:
    """Who the edition's people are goes; what was approved stays under their codes."""
    coming = await ahead(turn.house, turn.tx)
    if coming is None or coming.at > turn.at:
        return
    warned = await facts.get(turn.tx, _WARNED)
    earliest = (datetime.fromisoformat(warned) if warned else turn.at) + _LEAST
    if earliest > turn.at:
        if warned is None:
            await warn(turn, Due(row.key, row.kind, f"{coming.at:%Y-%m-%d}", row.at), None)
        await due.plan(turn.tx, f"retention:{earliest.isoformat()}", "retention", row.subject, earliest)
        return
    for person in coming.people:
        await erasing.erase(
            Turn(turn.house, turn.tx, person, turn.at, f"{turn.key}:{person.code}"), "retention-last"
        )
    await facts.put(turn.tx, _WARNED, "")
    await turn.note("retention.erase", "people", people=len(coming.people))
    if await edition.phase(turn.tx) == "published":
        await edition.advance(turn.tx, "archived", by=turn.person.code, at=turn.at)
    for owner in await turn.holders("owner"):
        await turn.write("retention-done", to=owner, people=len(coming.people))


async def forget_texts(turn: Turn) -> int:
    """The texts that are old enough, in the transaction of this turn; how many."""
    before = turn.at - timedelta(days=turn.house.config.retention.texts_days)
    return await outbox.erase_before(turn.tx, before) + await inbox.erase_dead(turn.tx, before)


async def postpone(turn: Turn, days: str) -> None:
    """/odrocz: what would be erased and when; `/odrocz 90`: so many days later."""
    coming = await ahead(turn.house, turn.tx)
    if coming is None:
        await turn.write("retention-nothing")
        return
    if not days.strip():
        await turn.write("retention-ahead", day=_day(turn, coming.at), people=len(coming.people))
        return
    if not days.strip().isdecimal() or not 1 <= int(days.strip()[:6]) <= _LONGEST:
        raise refuse("retention-days", most=str(_LONGEST))
    at = max(coming.at, turn.at) + timedelta(days=int(days))
    await facts.put(turn.tx, _UNTIL, at.astimezone(UTC).isoformat())
    await facts.put(turn.tx, _WARNED, "")
    await turn.note("retention.postpone", "people", days=int(days))
    await plan(turn.house, turn.tx)
    await turn.write("retention-put-off", day=_day(turn, at), people=len(coming.people))


def _day(turn: Turn, at: datetime) -> str:
    return f"{to_local(at, turn.house.rules.zone):%d.%m.%Y}"
