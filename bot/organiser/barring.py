"""A juror's conflicts, declared or lifted by a planner: the pair is not planned again, and live work there falls out."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.house import Turn, refuse
from bot.labels import rows as fitted
from bot.labels import whole
from bot.messages import Button, Send
from bot.organiser import finding
from bot.organiser.cancelling import cancel
from bot.organiser.proposing import propose
from bot.organiser.roster import known, tell_juror
from bot.organiser.screens import redraw
from bot.organiser.showing import show
from contest.assignment import RUNNING, State
from contest.entrants import Entrant
from storage import assignments, entrants, jurors
from storage.assignments import Assignment

_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Pair:
    """A juror and an entrant, with the live work there as it was shown."""

    juror: str
    entrant: int
    work: tuple[tuple[int, State], ...] = ()


async def lines_of(turn: Turn, code: str) -> list[str]:
    """The juror's conflicts by name and by who said so, as far as they are for these eyes."""
    found = await _declared(turn, code)
    if not found:
        return []
    told = [turn.say("conflict-line", name=one.name, source=source) for one, source in found[:_SHOWN]]
    rest = len(found) - len(told)
    return [
        turn.say("card-conflicts", count=len(found)),
        *told,
        *([turn.say("desk-more", count=rest)] if rest else []),
    ]


async def listing(turn: Turn, code: str, _: Sequence[str]) -> None:
    """What may be added and lifted."""
    await known(turn, code)
    found = await _declared(turn, code)
    lift = [
        Button(label=whole(turn.say("button-lift", name=one.name)), data=f"kj:unbar:{code}:{one.id}")
        for one, _ in found[:_SHOWN]
    ]
    rows = (
        *fitted(lift, 1),
        (
            Button(label=turn.say("button-add-conflict"), data=f"kj:find:{code}"),
            Button(label=turn.say("people-back"), data=f"kj:card:{code}"),
        ),
    )
    lines = [turn.say("conflicts-head", code=code), *await lines_of(turn, code)]
    await redraw(turn, lines if found else [*lines, turn.say("conflicts-none")], rows)


async def find(turn: Turn, code: str, _: Sequence[str]) -> None:
    """Which entrant: typed."""
    await known(turn, code)
    await turn.tell(
        Send(text=turn.say("conflict-ask", code=code)), binds=json.dumps({"ask": "conflict", "juror": code})
    )


async def written(turn: Turn, bound: Mapping[str, str | int], text: str) -> None:
    """A part of a name that was typed."""
    code = str(bound["juror"])
    await known(turn, code)
    await finding.choose(turn, text, lambda entrant: f"kj:bar:{code}:{entrant}")


async def ask(turn: Turn, code: str, rest: Sequence[str]) -> None:
    """What a conflict would take away, to be confirmed."""
    await known(turn, code)
    entrant = await finding.one(turn, int(rest[0]))
    if entrant.id in await jurors.conflicts(turn.tx, code):
        raise refuse("conflict-known", code=code, name=entrant.name)
    work = await _work(turn, code, entrant.id)
    lines = [turn.say("conflict-head", code=code, name=entrant.name)]
    if out := [task for task in work if task.state is not State.SUBMITTED]:
        lines.append(turn.say("conflict-takes", count=len(out), labels=", ".join(task.label for task in out)))
    if sent := [task for task in work if task.state is State.SUBMITTED]:
        lines.append(turn.say("conflict-submitted", labels=", ".join(task.label for task in sent)))
    await propose(
        turn,
        "conflict",
        Pair(code, entrant.id, _states(work)),
        lines=lines,
        yes=turn.say("button-declare"),
        no=turn.say("button-not-yet"),
    )


async def apply(turn: Turn, pair: Pair) -> None:
    """The confirmed conflict."""
    entrant = await _shown(turn, pair)
    work = await _work(turn, pair.juror, entrant.id)
    if entrant.id in await jurors.conflicts(turn.tx, pair.juror):
        raise refuse("conflict-known", code=pair.juror, name=entrant.name)
    if _states(work) != pair.work:
        raise refuse("conflict-moved", code=pair.juror)
    await jurors.declare_conflict(turn.tx, pair.juror, entrant.id, "organiser", turn.at)
    await turn.note("conflict.declare", f"{pair.juror}:{entrant.id}")
    out = [task for task in work if task.state is not State.SUBMITTED]
    for task in out:
        await cancel(turn, task, "conflict")
    if out:
        labels = ", ".join(task.label for task in out)
        await tell_juror(turn, pair.juror, "withdrawn-juror", count=len(out), labels=labels)
    await show(turn, [turn.say("conflict-declared", code=pair.juror, name=entrant.name, count=len(out))])


async def ask_lift(turn: Turn, code: str, rest: Sequence[str]) -> None:
    """Who declared it is told before it is lifted."""
    await known(turn, code)
    entrant = await finding.one(turn, int(rest[0]))
    source = (await jurors.declared(turn.tx, code)).get(entrant.id)
    if source is None:
        raise refuse("conflict-none", code=code, name=entrant.name)
    await propose(
        turn,
        "conflict-lift",
        Pair(code, entrant.id),
        lines=[turn.say("lift-head", code=code, name=entrant.name, source=source)],
        yes=turn.say("button-lift-yes"),
        no=turn.say("button-not-yet"),
    )


async def lift(turn: Turn, pair: Pair) -> None:
    """The confirmed lifting."""
    entrant = await _shown(turn, pair)
    if not await jurors.lift_conflict(turn.tx, pair.juror, entrant.id):
        raise refuse("conflict-none", code=pair.juror, name=entrant.name)
    await turn.note("conflict.lift", f"{pair.juror}:{entrant.id}")
    await show(turn, [turn.say("conflict-lifted", code=pair.juror, name=entrant.name)])


async def _shown(turn: Turn, pair: Pair) -> Entrant:
    await known(turn, pair.juror)
    return await finding.one(turn, pair.entrant)


async def _declared(turn: Turn, code: str) -> list[tuple[Entrant, str]]:
    hidden = await turn.hidden()
    found = [
        (await entrants.find(turn.tx, number), source)
        for number, source in (await jurors.declared(turn.tx, code)).items()
    ]
    return [(one, source) for one, source in found if one is not None and one.id not in hidden]


async def _work(turn: Turn, code: str, entrant: int) -> list[Assignment]:
    live = await assignments.of_juror(turn.tx, code, {State.OFFERED, State.SUBMITTED, *RUNNING})
    return [task for task in live if task.entrant == entrant]


def _states(work: Sequence[Assignment]) -> tuple[tuple[int, State], ...]:
    return tuple((task.id, task.state) for task in work)
