"""A contact is taken from its juror by an organiser."""

from __future__ import annotations

from bot.house import Turn
from bot.juror.assignments import leave
from bot.juror.common import in_correction
from bot.organiser import returning
from contest.assignment import Act
from storage.assignments import Assignment


async def cancel(turn: Turn, task: Assignment, reason: str) -> None:
    """Offered or running work goes back to the pool; what was being corrected goes to the checker as it was submitted."""
    if await in_correction(turn.tx, task):
        await returning.lapse(turn, task)
        return
    await leave(turn, task, Act.CANCEL, reason)
