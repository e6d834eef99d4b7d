"""Assignments: one contact with one entrant, given to one juror, and what became of it.

Each change names the state that it starts from: a change that comes too late changes nothing. Which change may follow
which is in `contest.assignment.move`; that a slot has one live assignment at most is a unique index.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from contest.assignment import LIVE, Aim, State
from contest.mistakes import Mistakes, mistake
from storage import journal
from storage.database import Reading, Writing
from storage.values import listed


@dataclass(frozen=True, slots=True)
class Assignment:
    """A row of the table: pinned to a scenario of a publication and to a version of a checklist."""

    id: int
    label: str
    entrant: int
    channel: str
    number: int
    juror: str
    scenario: str
    scenarios: str
    checklist: str
    state: State
    reason: str
    offered_at: datetime
    answer_by: datetime
    opens_at: datetime
    due_at: datetime
    changed_at: datetime
    aim: Aim = "planned"


@dataclass(frozen=True, slots=True)
class Count:
    """How many assignments of a channel are in a state."""

    channel: str
    state: State
    count: int


async def offer(
    tx: Writing,
    *,
    entrant: int,
    channel: str,
    number: int,
    juror: str,
    scenario: str,
    scenarios: str,
    checklist: str,
    label: Callable[[int], str],
    answer_by: datetime,
    opens_at: datetime,
    due_at: datetime,
    by: str,
    at: datetime,
    aim: Aim = "planned",
) -> int:
    """Offer a contact to a juror; its id, which `label` turns into its name in the chat.

    Raises Mistakes (`slot-taken`) when this contact has a live assignment already.
    """
    try:
        assignment = await tx.add(
            """
            INSERT INTO assignments (label, entrant, channel, number, juror, scenario, scenarios, checklist, state,
                                     offered_at, answer_by, opens_at, due_at, changed_at, aim)
            VALUES ('', :entrant, :channel, :number, :juror, :scenario, :scenarios, :checklist, 'offered',
                    :at, :answer_by, :opens_at, :due_at, :at, :aim)
            """,
            entrant=entrant,
            channel=channel,
            number=number,
            juror=juror,
            scenario=scenario,
            scenarios=scenarios,
            checklist=checklist,
            answer_by=answer_by,
            opens_at=opens_at,
            due_at=due_at,
            at=at,
            aim=aim,
        )
    except sqlite3.IntegrityError as refusal:
        if "assignments.entrant" not in str(refusal):
            raise
        raise Mistakes([mistake("slot-taken", entrant=entrant, channel=channel, number=number)]) from None
    name = label(assignment)
    await tx.run("UPDATE assignments SET label = :name WHERE id = :id", id=assignment, name=name)
    await journal.write(tx, at, by, "assignment.offer", str(assignment), {"juror": juror, "entrant": entrant})
    return assignment


async def find(db: Reading, id: int) -> Assignment | None:  # noqa: A002 -- the word of the table
    """The assignment of an id."""
    return await db.maybe(
        Assignment,
        """
        SELECT id, label, entrant, channel, number, juror, scenario, scenarios, checklist, state, reason,
               offered_at, answer_by, opens_at, due_at, changed_at, aim
        FROM assignments WHERE id = :id
        """,
        id=id,
    )


async def of_juror(db: Reading, code: str, states: Iterable[State] = frozenset(State)) -> list[Assignment]:
    """A juror's assignments in these states, by id."""
    return await _where(db, juror=code, states=states)


async def of_entrant(db: Reading, entrant: int) -> list[Assignment]:
    """All assignments that an entrant ever had, by id."""
    return await _where(db, entrant=entrant)


async def in_state(db: Reading, states: Iterable[State]) -> list[Assignment]:
    """Everybody's assignments in these states, by id."""
    return await _where(db, states=states)


async def everything(db: Reading) -> list[Assignment]:
    """All assignments, by id."""
    return await _where(db)


async def change(
    tx: Writing,
    id: int,  # noqa: A002 -- as above
    *,
    frm: State,
    to: State,
    reason: str,
    by: str,
    at: datetime,
) -> bool:
    """Move an assignment from one state to another; False when it is not in the first one any more."""
    changed = await tx.run(
        """
        UPDATE assignments SET state = :to, reason = :reason, changed_at = :at WHERE id = :id AND state = :frm
        """,
        id=id,
        frm=frm.value,
        to=to.value,
        reason=reason,
        at=at,
    )
    if changed:
        await journal.write(tx, at, by, f"assignment.{to.value}", str(id), {"from": frm.value})
    return changed > 0


async def forget_reasons(tx: Writing, juror: str) -> int:
    """Erase why a juror declined or handed back: it is in their own words. How many."""
    return await tx.run(
        """
        UPDATE assignments SET reason = ''
        WHERE juror = :juror AND state IN (SELECT value FROM json_each(:states)) AND reason <> ''
        """,
        juror=juror,
        states=listed((State.DECLINED, State.HANDED_BACK)),
    )


async def postpone(tx: Writing, id: int, due_at: datetime, *, by: str, at: datetime) -> bool:  # noqa: A002 -- as above
    """Give an assignment another due date; False when it is no longer live."""
    changed = await tx.run(
        """
        UPDATE assignments SET due_at = :due_at, changed_at = :at
        WHERE id = :id AND state IN (SELECT value FROM json_each(:live))
        """,
        id=id,
        due_at=due_at,
        live=listed(LIVE),
        at=at,
    )
    if changed:
        await journal.write(tx, at, by, "assignment.postpone", str(id), {"due": due_at.isoformat()})
    return changed > 0


async def stand_in(tx: Writing, id: int, place_of: int, *, by: str, at: datetime) -> None:  # noqa: A002 -- as above
    """An assignment takes the place of another contact of its channel and entrant, which is not live any more.

    Raises Mistakes (`slot-taken`) when the place is not free.
    """
    gone = await find(tx, place_of)
    assert gone is not None, "a place that somebody had"
    try:
        await tx.run(
            "UPDATE assignments SET number = :number, aim = :aim WHERE id = :id",
            id=id,
            number=gone.number,
            aim=gone.aim,
        )
    except sqlite3.IntegrityError:
        taken = mistake("slot-taken", entrant=gone.entrant, channel=gone.channel, number=gone.number)
        raise Mistakes([taken]) from None
    await journal.write(tx, at, by, "assignment.stand-in", str(id), {"number": gone.number})


async def highest(db: Reading, entrant: int, channel: str) -> int:
    """The highest number that a contact of a channel ever had at an entrant, or waits for its wave with; 0 without any."""
    return await db.one(
        int,
        """
        SELECT max(coalesce((SELECT max(number) FROM assignments WHERE entrant = :entrant AND channel = :channel), 0),
                   coalesce((SELECT max(number) FROM planned WHERE entrant = :entrant AND channel = :channel), 0))
        """,
        entrant=entrant,
        channel=channel,
    )


async def reschedule(
    tx: Writing,
    id: int,  # noqa: A002 -- as above
    *,
    answer_by: datetime,
    opens_at: datetime,
    due_at: datetime,
    by: str,
    at: datetime,
) -> None:
    """Give a live assignment other dates, because the edition's own have moved."""
    await tx.run(
        """
        UPDATE assignments SET answer_by = :answer_by, opens_at = :opens_at, due_at = :due_at, changed_at = :at
        WHERE id = :id AND state IN (SELECT value FROM json_each(:live))
        """,
        id=id,
        answer_by=answer_by,
        opens_at=opens_at,
        due_at=due_at,
        live=listed(LIVE),
        at=at,
    )
    await journal.write(tx, at, by, "assignment.reschedule", str(id), {"due": due_at.isoformat()})


async def live_slots(db: Reading) -> set[tuple[int, str, int]]:
    """(entrant, channel, number) of every contact that is in somebody's hands or done."""
    rows = await db.all(
        tuple[int, str, int],
        "SELECT entrant, channel, number FROM assignments WHERE state IN (SELECT value FROM json_each(:live))",
        live=listed(LIVE),
    )
    return set(rows)


async def by_state(db: Reading) -> dict[State, int]:
    """How many assignments there are in each state."""
    return dict(await db.all(tuple[State, int], "SELECT state, count(*) FROM assignments GROUP BY state"))


async def progress(db: Reading) -> list[Count]:
    """How many assignments each channel has in each state."""
    return await db.all(
        Count,
        "SELECT channel, state, count(*) AS count FROM assignments GROUP BY channel, state ORDER BY channel, state",
    )


async def played(db: Reading) -> dict[int, frozenset[str]]:
    """The scenarios that were used at each entrant by assignments that are live or were excluded."""
    found: dict[int, frozenset[str]] = {}
    for one in await _where(db, states=LIVE | {State.EXCLUDED}):
        found[one.entrant] = found.get(one.entrant, frozenset()) | {one.scenario}
    return found


async def _where(
    db: Reading,
    *,
    juror: str | None = None,
    entrant: int | None = None,
    states: Iterable[State] | None = None,
) -> list[Assignment]:
    return await db.all(
        Assignment,
        """
        SELECT id, label, entrant, channel, number, juror, scenario, scenarios, checklist, state, reason,
               offered_at, answer_by, opens_at, due_at, changed_at, aim
        FROM assignments
        WHERE (:juror IS NULL OR juror = :juror)
          AND (:entrant IS NULL OR entrant = :entrant)
          AND (:states IS NULL OR state IN (SELECT value FROM json_each(:states)))
        ORDER BY id
        """,
        juror=juror,
        entrant=entrant,
        states=None if states is None else listed(states),
    )
