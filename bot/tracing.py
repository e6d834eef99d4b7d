"""Traces of a submission, made as it arrives, so that whoever checks finds what was seen before without a search.

Submissions from before traces were kept get theirs beside the chat, a few at a time.
"""

from __future__ import annotations

from datetime import datetime

from bot.house import House, Turn
from contest.flags.traces import traces as traces_of
from contest.session import Session
from storage import due, evidence, sessions, traces
from storage.database import Writing
from storage.due import Row as Due

_AT_ONCE = 50
"""Submissions in one transaction: about a tenth of a second."""


async def trace(house: House, tx: Writing, audit: int, assignment: int, session: Session) -> None:
    """What was written and ticked, as digests, and the photos that are nearly other ones."""
    await traces.keep(tx, audit, traces_of(house.rules.checklists[session.checklist], session))
    stored = await sessions.for_assignment(tx, assignment)
    if stored is not None:
        await evidence.compare(tx, stored.id)


async def begin(house: House, tx: Writing) -> None:
    """The program starts: is there anything to make up for?"""
    if not await due.of(tx, "traces", ""):
        await _plan(tx, house.clock.now())


async def catch_up(turn: Turn, _: Due, __: object) -> None:
    """A few more of the submissions without traces, until there are none."""
    for one in await traces.missing(turn.tx, _AT_ONCE):
        await trace(turn.house, turn.tx, one.audit, one.assignment, one.session)
    await _plan(turn.tx, turn.at)
    turn.house.soon()


async def _plan(tx: Writing, at: datetime) -> None:
    if found := await traces.missing(tx, 1):
        await due.plan(tx, f"traces:{found[0].audit}", "traces", "", at)
