"""How far the edition is: contacts by channel and by juror, and its dates with what will happen at each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from bot.house import Turn
from bot.messages import shorten
from bot.moments import when
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


async def dates(turn: Turn, _: str) -> None:
    """/terminy: each date of the edition and what the schedule does then."""
    settings = turn.house.rules.settings
    plan = settings.dates
    found: list[tuple[str, datetime | None]] = [
        ("collecting-from", plan.collecting_from),
        ("collecting-until", plan.collecting_until),
        ("checking-until", plan.checking_until),
        ("results-at", plan.results_at),
        ("gala", plan.gala),
    ]
    lines = [turn.say("dates-head", name=settings.name)]
    for name, local in found:
        if local is not None:
            at = settings.utc(local)
            mark = "✔" if at <= turn.at else "•"
            lines += [
                "",
                turn.say("dates-line", mark=mark, when=when(turn, at), what=turn.say(f"dates-{name}")),
            ]
    lines += ["", turn.say("dates-offers", hours=settings.offers.hours, days=settings.work_days.days)]
    lines.append(turn.say("dates-corrections", hours=settings.corrections.hours))
    lines.append(turn.say("dates-reminders", reminders=", ".join(map(str, settings.reminders))))
    await show(turn, lines)


def _stages(every: Iterable[Assignment], key: Callable[[Assignment], str]) -> defaultdict[str, list[str]]:
    """By what `key` says: how many are at each stage, as text."""
    found: defaultdict[str, Counter[State]] = defaultdict(Counter)
    for one in every:
        found[key(one)][one.state] += 1
    told: defaultdict[str, list[str]] = defaultdict(lambda: ["0"] * len(_STAGES))
    for name, states in found.items():
        told[name] = [str(sum(states[state] for state in stage)) for stage in _STAGES.values()]
    return told
