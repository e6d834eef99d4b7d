"""How far the edition is: contacts by channel and by juror."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping

from bot.house import Turn
from bot.messages import shorten
from bot.organiser.showing import columns, monospace, show
from contest.assignment import State
from storage import assignments, entrants, jurors
from storage.assignments import Assignment

_STAGES: Mapping[str, frozenset[State]] = {
    "offered": frozenset({State.OFFERED}),
    "running": frozenset({State.ACCEPTED, State.RUNNING, State.RETURNED}),
    "waiting": frozenset({State.WAITING}),
    "submitted": frozenset({State.SUBMITTED}),
    "approved": frozenset({State.APPROVED}),
}
_NAME = 11
_LOST = frozenset({State.DECLINED, State.HANDED_BACK, State.OVERDUE, State.CANCELLED, State.EXCLUDED})


async def progress(turn: Turn, _: str) -> None:
    """/postep: two tables, by channel and by juror's code."""
    every = await assignments.everything(turn.tx)
    size = len(await entrants.everything(turn.tx))
    heads = [turn.say(f"progress-{stage}") for stage in _STAGES]
    settings = turn.house.rules.settings
    by_channel = _stages(every, lambda one: one.channel)
    rows = [
        [turn.say("progress-channel"), turn.say("progress-plan"), *heads],
        *(
            [shorten(channel.name, _NAME), str(size * channel.contacts), *by_channel[channel.id]]
            for channel in settings.channels
        ),
    ]
    planned = size * sum(channel.contacts for channel in settings.channels)
    done = sum(one.state is State.APPROVED for one in every)
    lines = [
        turn.say("progress-head", done=done, planned=planned, share=100 * done // planned if planned else 0)
    ]
    lines += monospace(columns(rows))
    codes = [juror.code for juror in await jurors.everybody(turn.tx) if juror.state in ("active", "paused")]
    if codes:
        by_juror = _stages(every, lambda one: one.juror)
        lines += ["", turn.say("progress-jurors")]
        lines += monospace(
            columns([[turn.say("progress-code"), *heads], *([code, *by_juror[code]] for code in codes)])
        )
    lost = Counter(one.state for one in every if one.state in _LOST)
    if lost:
        told = ", ".join(
            f"{turn.say(f'state-{state.value}')} {count}" for state, count in sorted(lost.items())
        )
        lines += ["", turn.say("progress-lost", states=told)]
    await show(turn, [*lines, "", turn.say("progress-legend")])


def _stages(every: Iterable[Assignment], key: Callable[[Assignment], str]) -> defaultdict[str, list[str]]:
    """By what `key` says: how many are at each stage, as text."""
    found: defaultdict[str, Counter[State]] = defaultdict(Counter)
    for one in every:
        found[key(one)][one.state] += 1
    told: defaultdict[str, list[str]] = defaultdict(lambda: ["0"] * len(_STAGES))
    for name, states in found.items():
        told[name] = [str(sum(states[state] for state in stage)) for stage in _STAGES.values()]
    return told
