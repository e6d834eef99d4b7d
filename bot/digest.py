"""What planners read in one message instead of many: the assignments that came back, and the jurors who are ready to work.

Ten offers may lapse in the same minute, and twenty people come in on one evening. The first plans a digest two minutes ahead;
the others find it planned.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.house import Turn
from bot.messages import Send, pages
from contest.assignment import State
from storage import assignments, due, facts, journal, recusals
from storage.assignments import Assignment
from storage.people import Person

_WINDOW = timedelta(minutes=2)
_SHOWN = 20
_TOLD, _READY_TOLD = "came-back-told", "ready-told"
_NEWEST = 1000
"""Entries of the journal that a digest looks back at."""
_STATES = frozenset({State.DECLINED, State.HANDED_BACK, State.OVERDUE})
_NAMED = frozenset({"conflict", "distance", "time", "lapsed", "overdue"})


async def soon(turn: Turn) -> None:
    """Something came back: planners will read it within two minutes."""
    await _plan(turn, "came-back")


async def ready_soon(turn: Turn) -> None:
    """A juror can be given assignments now: planners will read it within two minutes."""
    await _plan(turn, "ready")


async def _plan(turn: Turn, kind: str) -> None:
    slot = int(turn.at.timestamp()) // int(_WINDOW.total_seconds())
    await due.plan(turn.tx, f"{kind}:{slot}", kind, "", turn.at + _WINDOW)


async def came_back(turn: Turn) -> None:
    """Everything that came back since the last digest, to each planner in their own language."""
    told = await facts.get(turn.tx, _TOLD)
    since = datetime.fromisoformat(told) if told else None
    found = [
        task
        for task in await assignments.in_state(turn.tx, _STATES)
        if since is None or task.changed_at > since
    ]
    await facts.put(turn.tx, _TOLD, turn.at.isoformat())
    if not found:
        return
    for planner in await turn.holders("planner"):
        hidden = await recusals.hidden_from(turn.tx, planner.code)
        if mine := [task for task in found if task.entrant not in hidden]:
            for text in pages(_lines(turn, planner, mine)):
                await turn.tell(Send(text=text), to=planner)


async def ready(turn: Turn) -> None:
    """Everybody who has become ready since the last digest, by code."""
    told = await facts.get(turn.tx, _READY_TOLD)
    since = datetime.fromisoformat(told) if told else None
    entry = (
        "juror.trained"
        if turn.house.rules.settings.training.required and turn.house.rules.steps
        else "juror.register"
    )
    entries = await journal.entries(turn.tx, _NEWEST, entry)
    codes = dict.fromkeys(one.subject for one in reversed(entries) if since is None or one.at > since)
    await facts.put(turn.tx, _READY_TOLD, turn.at.isoformat())
    if not codes:
        return
    for planner in await turn.holders("planner"):
        say = turn.house.say(planner)
        named = ", ".join([*codes][:_SHOWN])
        more = f" {say('desk-more', count=len(codes) - _SHOWN)}" if len(codes) > _SHOWN else ""
        await turn.write("jurors-ready", to=planner, count=len(codes), codes=f"{named}{more}")


def _lines(turn: Turn, reader: Person, found: list[Assignment]) -> list[str]:
    say = turn.house.say(reader)
    lines = [say("came-back-head", count=len(found))]
    for task in found[:_SHOWN]:
        reason = say(f"reason-{task.reason}") if task.reason in _NAMED else task.reason
        lines.append(say("came-back-line", label=task.label, code=task.juror, reason=reason))
    if len(found) > _SHOWN:
        lines.append(say("desk-more", count=len(found) - _SHOWN))
    return [*lines, say("came-back-foot")]
