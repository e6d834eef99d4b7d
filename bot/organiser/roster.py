"""Jurors as a planner may know them: by code, never forgotten ones, and without contacts that are not for these eyes."""

from __future__ import annotations

from bot.house import Turn, refuse
from storage import assignments, jurors, people
from storage.assignments import Assignment
from storage.jurors import Juror


async def known(turn: Turn, code: str) -> Juror:
    """The juror of a code that is not forgotten. Raises Mistakes (`no-such-juror`)."""
    juror = await jurors.find(turn.tx, code)
    person = await people.find(turn.tx, code)
    if juror is None or person is None or "juror" not in person.roles:
        raise refuse("no-such-juror", code=code[:12])
    return juror


async def seen(turn: Turn, code: str) -> list[Assignment]:
    """The juror's assignments, without those at entrants at which this person has an interest."""
    hidden = await turn.hidden()
    return [task for task in await assignments.of_juror(turn.tx, code) if task.entrant not in hidden]


async def tell_juror(turn: Turn, code: str, phrase: str, **facts: str | int) -> None:
    """A sentence to the juror, unless they are forgotten."""
    person = await people.find(turn.tx, code)
    if person is not None and person.roles:
        await turn.write(phrase, to=person, **facts)
