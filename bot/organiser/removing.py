"""A juror is removed: what falls out is told first. Offers are withdrawn; work in hand by choice; what was submitted stays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.house import Turn, refuse
from bot.juror.common import in_correction
from bot.organiser.cancelling import cancel
from bot.organiser.proposing import propose
from bot.organiser.roster import known, seen, tell_juror
from bot.organiser.screens import buttons, redraw
from bot.organiser.showing import go, show
from contest.assignment import RUNNING, State
from storage import assignments, jurors, people, sessions
from storage.assignments import Assignment

_IN_HAND = {State.OFFERED, *RUNNING}


@dataclass(frozen=True, slots=True)
class Removal:
    """What was shown: the juror, whether work in hand is left to them, and the work as it stood."""

    juror: str
    keep: bool
    state: str
    work: tuple[tuple[int, State], ...]


async def ask(turn: Turn, code: str, _: Sequence[str]) -> None:
    """With work in hand: what becomes of it. Without: the proposal at once."""
    await known(turn, code)
    if not any(task.state in RUNNING for task in await seen(turn, code)):
        await propose_removal(turn, code, ["drop"])
        return
    rows = buttons(
        turn,
        ("button-let-finish", f"kj:without:{code}:keep"),
        ("button-take-back", f"kj:without:{code}:drop"),
        ("people-back", f"kj:card:{code}"),
    )
    running = sum(task.state in RUNNING for task in await seen(turn, code))
    await redraw(turn, [turn.say("remove-which", code=code, count=running)], rows)


async def propose_removal(turn: Turn, code: str, rest: Sequence[str]) -> None:
    """What would fall out, to be confirmed."""
    juror = await known(turn, code)
    if juror.state == "removed":
        raise refuse("juror-state", code=code, state=turn.say("juror-removed"))
    keep = rest[0] == "keep"
    tasks = await seen(turn, code)
    offers, running = _in(tasks, {State.OFFERED}), _in(tasks, RUNNING)
    correcting = [task for task in running if await in_correction(turn.tx, task)]
    submitted, approved = _in(tasks, {State.SUBMITTED}), _in(tasks, {State.APPROVED})
    lines = [turn.say("remove-head", code=code)]
    if offers:
        lines.append(turn.say("remove-offers", count=len(offers), labels=_labels(offers)))
    if running and keep:
        lines.append(turn.say("remove-kept", count=len(running), labels=_labels(running)))
    elif taken := [task for task in running if task not in correcting]:
        lines.append(turn.say("remove-taken", count=len(taken), labels=_labels(taken)))
    if correcting and not keep:
        lines.append(turn.say("remove-correcting", count=len(correcting), labels=_labels(correcting)))
    if submitted or approved:
        lines.append(turn.say("remove-stays", submitted=len(submitted), approved=len(approved)))
    lines.append(turn.say("remove-free" if (offers or (running and not keep)) else "remove-nothing"))
    await propose(
        turn,
        "remove",
        Removal(code, keep, juror.state, await _work(turn, code)),
        lines=lines,
        yes=turn.say("button-remove"),
        no=turn.say("button-not-yet"),
    )


async def apply(turn: Turn, shown: Removal) -> None:
    """The confirmed removal, of the work that was shown and no other."""
    juror = await known(turn, shown.juror)
    if (juror.state, await _work(turn, juror.code)) != (shown.state, shown.work):
        raise refuse("remove-moved", code=juror.code)
    mine = {task.id for task in await seen(turn, juror.code)}
    gone = [] if shown.keep else await assignments.of_juror(turn.tx, juror.code, RUNNING)
    gone += await assignments.of_juror(turn.tx, juror.code, {State.OFFERED})
    for task in gone:
        await cancel(turn, task, "removed")
    await turn.note("juror.remove", juror.code, withdrawn=len(gone))
    await tell_juror(turn, juror.code, "removed-juror", keep="yes" if shown.keep else "no", count=len(gone))
    await jurors.remove(turn.tx, juror.code)
    if juror.state == "registering":
        await _shut_out(turn, juror.code)
    freed = sum(task.id in mine for task in gone)
    plan = (go(turn, "przydzial", count=freed),) if freed else ()
    await show(turn, [turn.say("removed", code=juror.code, count=freed)], (plan,) if plan else ())


async def _shut_out(turn: Turn, code: str) -> None:
    """Who never finished registering has nothing here: no role, and no interview that would bring one back."""
    if begun := await sessions.own(turn.tx, code, "registration"):
        await sessions.discard(turn.tx, begun.id)
    await people.withdraw(turn.tx, code, "juror")


async def _work(turn: Turn, code: str) -> tuple[tuple[int, State], ...]:
    return tuple((task.id, task.state) for task in await assignments.of_juror(turn.tx, code, _IN_HAND))


def _in(tasks: Sequence[Assignment], states: set[State] | frozenset[State]) -> list[Assignment]:
    return [task for task in tasks if task.state in states]


def _labels(tasks: Sequence[Assignment]) -> str:
    first = ", ".join(task.label for task in tasks[:6])
    return f"{first}…" if len(tasks) > 6 else first
