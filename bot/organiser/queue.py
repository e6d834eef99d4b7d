"""What waits for a verdict, in the order in which it should be looked at: what is odd first, what waits for another opinion last."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from bot.house import Asked, House, Turn
from bot.organiser.flagging import flags_of
from contest.assignment import RUNNING, State
from contest.flags.flag import Flag, weight
from storage import assignments, audits, facts, opinions, recusals
from storage.assignments import Assignment
from storage.audits import Audit
from storage.database import Reading

IN_HANDS = RUNNING | {State.OFFERED}
"""Something may still come of it."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A submission in the queue."""

    audit: Audit
    task: Assignment
    flags: tuple[Flag, ...]
    held: bool = False
    """Another opinion on it is still in somebody's hands."""


async def prepare(house: House, asked: Asked) -> list[Waiting]:
    """The whole queue, weighed before the transaction that shows it; nobody waits for it but who asked."""
    db = house.db.reading
    hidden = await recusals.hidden_from(db, asked.person.code)
    return await _weighed(house, db, await _undecided(db, hidden), hidden)


async def waiting(turn: Turn) -> list[Waiting]:
    """The whole queue, without what this person must not see.

    What was decided since it was weighed is left out, and what arrived since is weighed now.
    """
    hidden = await turn.hidden()
    known = {one.audit.id: one for one in turn.prepared} if isinstance(turn.prepared, list) else {}
    there = await audits.numbers_waiting(turn.tx, hidden=hidden)
    queue = [known[audit] for audit, _ in there if audit in known]
    if any(audit not in known for audit, _ in there):
        late = [pair for pair in await _undecided(turn.tx, hidden) if pair[0].id not in known]
        queue += await _weighed(turn.house, turn.tx, late, hidden)
    held = await _held(turn)
    queue = [replace(one, held=one.task.id in held) for one in queue]
    queue.sort(key=lambda one: (one.held, -weight(one.flags)))
    await facts.put(turn.tx, _order(turn), json.dumps([one.audit.id for one in queue]))
    return queue


async def _undecided(db: Reading, hidden: Collection[int]) -> list[tuple[Audit, Assignment]]:
    submitted = {task.id: task for task in await assignments.in_state(db, {State.SUBMITTED})}
    return [
        (audit, submitted[audit.assignment])
        for audit in await audits.waiting(db, hidden=hidden)
        if audit.assignment in submitted
    ]


async def _weighed(
    house: House, db: Reading, found: Sequence[tuple[Audit, Assignment]], hidden: Collection[int]
) -> list[Waiting]:
    flags = await flags_of(house, db, found, hidden=hidden)
    return [Waiting(audit, task, flags[audit.id]) for audit, task in found]


@dataclass(frozen=True, slots=True)
class Left:
    """What is left after a verdict: how many, and which comes next; None when all of it waits for other opinions."""

    count: int
    following: int | None


async def left(turn: Turn) -> Left:
    """In the order of the queue that this person saw last, so that nothing is weighed anew after each verdict."""
    waiting = await audits.numbers_waiting(turn.tx, hidden=await turn.hidden())
    held = await _held(turn)
    free = [audit for audit, task in waiting if task not in held]
    seen = json.loads(await facts.get(turn.tx, _order(turn)) or "[]")
    following = next((audit for audit in seen if audit in free), next(iter(free), None))
    return Left(len(waiting), following)


def _order(turn: Turn) -> str:
    return f"queue:{turn.person.code}"


async def _held(turn: Turn) -> frozenset[int]:
    """The assignments whose other opinions are not all in."""
    groups: dict[int, set[int]] = {}
    for one in await opinions.everything_open(turn.tx):
        groups.setdefault(one.doubted, {one.doubted}).add(one.assignment)
    with_jurors = {
        task.id
        for task in await assignments.in_state(turn.tx, IN_HANDS)
        if any(task.id in members for members in groups.values())
    }
    return frozenset(member for members in groups.values() if members & with_jurors for member in members)
