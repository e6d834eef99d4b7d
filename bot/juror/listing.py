"""The list of a juror's assignments, and /dalej: what is due next on top, each a tap away."""

from __future__ import annotations

from bot.house import Turn
from bot.in_place import put
from bot.juror import conversation, training, waiting
from bot.juror.common import in_hand, next_due
from bot.messages import Button, Rows, Send
from bot.moments import when
from contest.assignment import State
from storage.assignments import Assignment

LISTED = 6
"""Assignments that a page of the list shows."""


async def proceed(turn: Turn, _: str) -> None:
    """/dalej: the current question; where there is none, what could be begun."""
    if await conversation.on_table(turn) is not None:
        await conversation.go_on(turn)
    elif await in_hand(turn) or not await training.resumed(turn):
        await _list(turn, 0)


async def listing(turn: Turn, _: str) -> None:
    """/zadania: everything in the juror's hands, what is due next on top; an offer is due when it lapses."""
    await _list(turn, 0)


async def listed(turn: Turn, parts: list[str]) -> None:
    """A tap: another page of the list, in place."""
    await _list(turn, int(parts[0]))


async def _list(turn: Turn, start: int) -> None:
    found = await in_hand(turn)
    if not found:
        await training.instead(turn)
        return
    page = found[start : start + LISTED] or found[:LISTED]
    lines = [turn.say("tasks-head", count=len(found)), *[await _line(turn, task) for task in page]]
    rows: Rows = (*(_row(turn, task) for task in page), *_pages(turn, start, len(found)))
    await put(turn, Send(text="\n".join(lines), rows=rows))


async def _line(turn: Turn, task: Assignment) -> str:
    return turn.say(
        "tasks-offered-line" if task.state is State.OFFERED else "tasks-line",
        label=task.label,
        channel=turn.house.rules.channel_name(task.channel),
        state=await waiting.state_of(turn, task),
        due=when(turn, next_due(task)),
    )


def _row(turn: Turn, task: Assignment) -> tuple[Button, ...]:
    """One tap to go on with it; one more to read the details again, where the first does not show them."""
    resume = Button(label=task.label, data=f"a:{task.id}")
    if task.state in (State.OFFERED, State.ACCEPTED):
        return (resume,)
    return (resume, Button(label=turn.say("button-details"), data=f"ab:{task.id}"))


def _pages(turn: Turn, start: int, count: int) -> Rows:
    earlier = Button(label=turn.say("button-earlier"), data=f"tl:{max(start - LISTED, 0)}")
    later = Button(label=turn.say("button-later"), data=f"tl:{start + LISTED}")
    row = (*((earlier,) if start else ()), *((later,) if start + LISTED < count else ()))
    return (row,) if row else ()
