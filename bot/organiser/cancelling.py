"""A contact is taken from its juror: nothing is planned for it, it lies on no table, and no button leads to it."""

from __future__ import annotations

from bot.house import Turn
from bot.juror import standing
from bot.juror.common import in_correction
from bot.organiser import returning
from bot.planned import OF_ASSIGNMENT
from contest.assignment import Act, move
from storage import assignments, due, sessions
from storage.assignments import Assignment


async def cancel(turn: Turn, task: Assignment, reason: str) -> None:
    """Offered or running work goes back to the pool; what was being corrected goes to the checker as it was submitted."""
    if await in_correction(turn.tx, task):
        await returning.lapse(turn, task)
        return
    to = move(task.state, Act.CANCEL)
    changed = await assignments.change(
        turn.tx, task.id, frm=task.state, to=to, reason=reason, by=turn.person.code, at=turn.at
    )
    assert changed, "one writer: nobody else can have changed it inside this transaction"
    await standing.retire(turn, task, to)
    for kind in OF_ASSIGNMENT:
        await due.cancel_of(turn.tx, kind, str(task.id), at=turn.at)
    stored = await sessions.for_assignment(turn.tx, task.id)
    if stored is not None and await sessions.on_table(turn.tx, task.juror) == stored.id:
        await sessions.put_on_table(turn.tx, task.juror, None)
