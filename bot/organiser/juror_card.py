"""One juror, by the code: what they carry and may do, and everything that a planner decides about them."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping, Sequence

from bot.house import Turn, refuse
from bot.juror import training
from bot.messages import Button, Send
from bot.moments import when
from bot.organiser import barring, moving, removing
from bot.organiser.regions import region_name
from bot.organiser.roster import known, seen, tell_juror
from bot.organiser.screens import buttons, redraw
from contest.assignment import LIVE, RUNNING, State
from storage import jurors, people
from storage.assignments import Assignment
from storage.database import Writing
from storage.jurors import Juror

_LIMITS = (1, 2, 3, 5, 8, 10, 15, 20, 30)
MOST = 200
"""The largest limit: a juror who audits all day long."""

Act = Callable[[Turn, str, Sequence[str]], Awaitable[None]]
"""What a button of the card does, for which juror, and with what stands behind the code."""


async def show(turn: Turn, code: str) -> None:
    """The card, with what may be done now."""
    juror = await known(turn, code)
    tasks = await seen(turn, code)
    person = await people.find(turn.tx, code)
    untrained = juror.state == "active" and code in await training.unfinished(turn.tx, turn.house)
    lines = [
        turn.say(
            "jurors-line",
            code=code,
            state=turn.say("juror-untrained" if untrained else f"juror-{juror.state}"),
            load=sum(task.state in LIVE for task in tasks),
            capacity=juror.capacity,
        ),
        turn.say(
            "card-work",
            offered=_count(tasks, {State.OFFERED}),
            running=_count(tasks, RUNNING),
            submitted=_count(tasks, {State.SUBMITTED}),
            approved=_count(tasks, {State.APPROVED}),
        ),
        *_waiting(turn, tasks),
        *_able(turn, juror),
        *await barring.lines_of(turn, code),
    ]
    if person is not None and not person.reachable:
        lines.append(turn.say("card-unreachable"))
    acts = _acts(juror)
    if await moving.of_juror(turn, code):
        acts.insert(-1, ("button-moves", f"lt:c:{code}:0"))
    await redraw(turn, lines, buttons(turn, *acts))


async def _card(turn: Turn, code: str, _: Sequence[str]) -> None:
    await show(turn, code)


def _put(change: Callable[[Writing, str], Awaitable[bool]], action: str, told: str) -> Act:
    """A tap that puts the juror into another state, unless somebody was faster."""

    async def act(turn: Turn, code: str, _: Sequence[str]) -> None:
        juror = await known(turn, code)
        if not await change(turn.tx, code):
            raise refuse("juror-state", code=code, state=turn.say(f"juror-{juror.state}"))
        await turn.note(action, code)
        await tell_juror(turn, code, told)
        await show(turn, code)

    return act


async def _ask_limit(turn: Turn, code: str, _: Sequence[str]) -> None:
    juror = await known(turn, code)
    row = [Button(label=str(limit), data=f"kj:set:{code}:{limit}") for limit in _LIMITS]
    rows = tuple(tuple(row[start : start + 3]) for start in range(0, len(row), 3))
    text = turn.say("limit-ask", code=code, capacity=juror.capacity)
    await turn.tell(Send(text=text, rows=rows), binds=json.dumps({"ask": "limit", "juror": code}))


async def _set_limit(turn: Turn, code: str, rest: Sequence[str]) -> None:
    await _resize(turn, code, rest[0])


async def limit_written(turn: Turn, bound: Mapping[str, str | int], text: str) -> None:
    """A limit that was typed."""
    await _resize(turn, str(bound["juror"]), text.strip())


async def _resize(turn: Turn, code: str, wish: str) -> None:
    juror = await known(turn, code)
    if not (wish.isascii() and wish.isdecimal() and 1 <= int(wish[:6]) <= MOST):
        raise refuse("limit-range", most=MOST)
    if await jurors.resize(turn.tx, code, int(wish)):
        await turn.note("juror.limit", code, before=juror.capacity, after=int(wish))
        await tell_juror(turn, code, "limit-juror", capacity=int(wish))
    await show(turn, code)


def _count(tasks: Sequence[Assignment], states: set[State] | frozenset[State]) -> int:
    return sum(task.state in states for task in tasks)


def _waiting(turn: Turn, tasks: Sequence[Assignment]) -> list[str]:
    """Since when the juror owes an answer to an offer."""
    asked = [task.offered_at for task in tasks if task.state is State.OFFERED]
    return [turn.say("card-silent", count=len(asked), since=when(turn, min(asked)))] if asked else []


def _able(turn: Turn, juror: Juror) -> list[str]:
    if juror.state == "registering":
        return []
    able = [channel.name for channel in turn.house.rules.settings.channels if channel.id in juror.channels]
    where = ", ".join(region_name(turn, region) for region in juror.regions)
    lines = [
        turn.say("card-channels", channels=", ".join(able) or "–"),
        turn.say("card-regions", regions=where or "–"),
    ]
    return [*lines, turn.say("card-note", note=juror.note)] if juror.note else lines


def _acts(juror: Juror) -> list[tuple[str, str]]:
    code = juror.code
    on = {"active": ("button-pause", f"kj:pause:{code}"), "paused": ("button-resume", f"kj:resume:{code}")}
    found = [on[juror.state]] if juror.state in on else []
    if juror.state == "removed":
        found.append(("button-restore", f"kj:restore:{code}"))
    else:
        if juror.state != "registering":
            found.append(("button-limit", f"kj:limit:{code}"))
        found.append(("button-conflicts", f"kj:conflicts:{code}"))
        found.append(("button-remove", f"kj:remove:{code}"))
    return [*found, ("people-back", "kj:list:all:0")]


ACTS: Mapping[str, Act] = {
    "card": _card,
    "pause": _put(jurors.pause, "juror.pause", "paused-juror"),
    "resume": _put(jurors.resume, "juror.resume", "resumed-juror"),
    "restore": _put(jurors.restore, "juror.restore", "resumed-juror"),
    "limit": _ask_limit,
    "set": _set_limit,
    "remove": removing.ask,
    "without": removing.propose_removal,
    "conflicts": barring.listing,
    "bar": barring.ask,
    "unbar": barring.ask_lift,
    "find": barring.find,
}
"""What `kj:<act>:<code>` does."""
