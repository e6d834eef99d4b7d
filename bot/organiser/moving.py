"""A contact that a juror has been offered or has in hand goes to another juror, chosen by hand.

The contact stays the same one, with its scenario and its days; for the other juror it is an offer like any other. Not moved is what has
been sent to the checker: that contact has taken place; nor what waits for an institution's reply, which comes to where the juror wrote
from and to nobody else. Such a contact is listed, and why it stays is said.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from bot.house import Turn, refuse
from bot.juror import waiting
from bot.juror.common import in_correction
from bot.labels import rows as fitted
from bot.messages import Button, shorten
from bot.organiser import finding, offering
from bot.organiser.cancelling import cancel
from bot.organiser.demand import look
from bot.organiser.proposing import propose
from bot.organiser.roster import known, tell_juror
from bot.organiser.screens import page_of, redraw, turning
from bot.organiser.showing import show
from bot.organiser.table import SWAPS, able_of
from contest.assignment import State
from contest.edition import Channel
from contest.planning.demand import Slot
from contest.planning.fitting import Board
from storage import assignments, entrants
from storage.assignments import Assignment
from storage.plans import Planned

_MOVABLE = frozenset({State.OFFERED, State.ACCEPTED, State.RUNNING})
_IN_HAND = _MOVABLE | {State.WAITING}
_A_PAGE = 8


@dataclass(frozen=True, slots=True)
class Move:
    """What was shown: the assignment as it stood, and who should have the contact."""

    task: int
    state: State
    to: str


async def of_juror(turn: Turn, code: str) -> list[Assignment]:
    """What a juror has not sent yet, as far as it is for these eyes."""
    await known(turn, code)
    return await _for(turn, await assignments.of_juror(turn.tx, code, _IN_HAND))


async def of_entrant(turn: Turn, number: int) -> list[Assignment]:
    """The contacts at an entrant that have not been sent yet."""
    tasks = await assignments.of_entrant(turn.tx, number)
    return await _for(turn, [task for task in tasks if task.state in _IN_HAND])


async def _for(turn: Turn, tasks: list[Assignment]) -> list[Assignment]:
    hidden = await turn.hidden()
    return [
        task
        for task in tasks
        if task.entrant not in hidden and task.aim != "opinion" and not await in_correction(turn.tx, task)
    ]


async def pressed(turn: Turn, parts: list[str]) -> None:
    """A tap: the contacts of a juror or of an entrant, who could have one of them, and what a choice would do."""
    match parts:
        case ["c", code, page]:
            await _list(turn, await of_juror(turn, code), int(page), f"lt:c:{code}", f"kj:card:{code}", code)
        case ["e", number, page]:
            entrant = await finding.one(turn, int(number))
            found = await of_entrant(turn, entrant.id)
            await _list(turn, found, int(page), f"lt:e:{entrant.id}", f"i:{entrant.id}", entrant.name)
        case ["t", number]:
            await _choices(turn, await _task(turn, int(number)))
        case ["w", number, code]:
            await _ask(turn, await _task(turn, int(number)), code)
        case _:
            raise refuse("dead-button")


async def _list(turn: Turn, found: list[Assignment], asked: int, here: str, card: str, whose: str) -> None:
    movable = [task for task in found if task.state in _MOVABLE]
    page, pages = page_of([task.label for task in movable], asked, _A_PAGE)
    shown = movable[page * _A_PAGE : (page + 1) * _A_PAGE]
    lines = [turn.say("move-head" if movable else "move-none", whose=whose)]
    lines += [await _line(turn, task) for task in shown]
    if stays := [task for task in found if task not in movable][:_A_PAGE]:
        lines += ["", *[await _line(turn, task) for task in stays], turn.say("move-waits")]
    buttons = [Button(label=f"{task.label} · {task.juror}", data=f"lt:t:{task.id}") for task in shown]
    away = (Button(label=turn.say("people-back"), data=card),)
    await redraw(turn, lines, (*fitted(buttons), *turning(page, pages, lambda to: f"{here}:{to}"), away))


async def _choices(turn: Turn, task: Assignment) -> None:
    """Who could have it, the least busy first."""
    await offering.in_time(turn)
    board, slot = await _board(turn, task)
    able = [code for code in board.able(slot) if code != task.juror]
    buttons = able_of(turn, board, able[:SWAPS], f"lt:w:{task.id}")
    told = turn.say("move-who" if able else "hand-nobody-else")
    await redraw(turn, [await _line(turn, task), told], fitted(buttons))


async def _ask(turn: Turn, task: Assignment, code: str) -> None:
    await _check(turn, task, code)
    lines = [
        turn.say("move-ask", task=task.label, code=task.juror, to=code),
        await _line(turn, task),
        turn.say(f"move-{task.state.value}", code=task.juror),
    ]
    body = Move(task.id, task.state, code)
    await propose(turn, "move", body, lines=lines, yes=turn.say("button-move"), no=turn.say("button-not-yet"))


async def apply(turn: Turn, move: Move) -> None:
    """The confirmed move: the contact falls out for the one and is offered to the other, or neither."""
    task = await _task(turn, move.task)
    if task.state is not move.state:
        raise refuse("move-moved", task=task.label)
    await _check(turn, task, move.to)
    await cancel(turn, task, "moved")
    await tell_juror(turn, task.juror, "withdrawn-juror", count=1, labels=task.label)
    days = turn.house.local(task.opens_at).date(), turn.house.local(task.due_at).date()
    planned = Planned(task.entrant, task.channel, task.number, 0, 0, move.to, task.scenario, task.aim, *days)
    number = await offering.make(turn, planned, task.scenarios)
    await turn.note("assignment.move", str(task.id), to=move.to, offer=number)
    new = await assignments.find(turn.tx, number)
    assert new is not None
    await show(turn, [turn.say("move-done", task=task.label, code=task.juror, to=move.to, offer=new.label)])


async def _check(turn: Turn, task: Assignment, code: str) -> None:
    """Raises when this juror may not have it (any more), or it is too late for anybody."""
    await offering.in_time(turn)
    board, slot = await _board(turn, task)
    if code == task.juror:
        raise refuse("dead-button")
    if problem := board.problem(slot, code):
        raise refuse(f"hand-not-{problem}", code=code)


async def _board(turn: Turn, task: Assignment) -> tuple[Board, Slot]:
    """Everybody with what they have, as if nobody had this contact."""
    entrant = await finding.one(turn, task.entrant)
    slot = offering.slot_of(turn.house, entrant, _channel(turn, task), task.number, task.aim)
    board = (await look(turn.house, turn.tx, hidden=await turn.hidden())).board(Counter())
    board.take(slot, task.juror)
    return board, slot


def _channel(turn: Turn, task: Assignment) -> Channel:
    channel = turn.house.rules.settings.channel(task.channel)
    if channel is None:
        raise refuse("dead-button")
    return channel


async def _task(turn: Turn, number: int) -> Assignment:
    task = await assignments.find(turn.tx, number)
    if task is None or task.entrant in await turn.hidden():
        raise refuse("dead-button")
    if task.state is State.WAITING:
        state = await waiting.state_of(turn, task)
        raise refuse("move-awaits-reply", task=task.label, code=task.juror, state=state)
    if task not in await of_juror(turn, task.juror):
        raise refuse("move-not-now", task=task.label)
    return task


async def _line(turn: Turn, task: Assignment) -> str:
    entrant = await entrants.find(turn.tx, task.entrant)
    assert entrant is not None
    return turn.say(
        "move-line",
        task=task.label,
        name=shorten(entrant.name, 40),
        channel=turn.house.rules.channel_name(task.channel),
        code=task.juror,
        state=task.state.value,
    )
