"""What a proposed plan is like, in a few lines for the planner."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.house import Turn
from bot.messages import shorten
from contest.planning.demand import Plan, Quality

_NAMED = 3
"""Entrants that a line names; shortages that are told."""
_WEAK = 0.4
"""An efficiency below which comparisons between jurors are called weak; a well mixed plan of five channels has 0.65."""


def shortages(turn: Turn, made: Plan) -> list[str]:
    """Why some contacts must stay empty whatever is done: a sum that anybody can check."""
    found = sorted(made.shortages, key=lambda short: -short.missing)[:_NAMED]
    return [
        turn.say(
            "plan-shortage",
            slots=len(short.slots),
            channels=", ".join(
                turn.house.rules.channel_name(channel)
                for channel in dict.fromkeys(slot.channel for slot in short.slots)
            ),
            jurors=len(short.jurors),
            most=short.most,
            missing=short.missing,
        )
        for short in found
    ]


def quality(turn: Turn, made: Plan, names: Mapping[int, str]) -> list[str]:
    """At most ten lines under a heading; nothing is said of what is as it should be by itself."""
    like = made.quality
    least, most = round(100 * like.load_least), round(100 * like.load_most)
    load = (
        turn.say("plan-quality-even", share=most)
        if least == most
        else turn.say("plan-quality-load", least=least, most=most)
    )
    lines = [load, *_comparison(turn, like)]
    if like.visits:
        mean, far = f"{like.travel_mean:.0f}", f"{like.travel_most:.0f}"
        lines.append(turn.say("plan-cli-travel", mean=mean, most=far, visits=like.visits))
    if like.conflicts or like.rotations:
        lines.append(turn.say("plan-quality-barred", conflicts=like.conflicts, rotations=like.rotations))
    if like.doubles:
        lines.append(turn.say("plan-quality-doubles", count=like.doubles))
    if like.gap_least is not None and not like.crowded:
        lines.append(turn.say("plan-quality-gap", days=like.gap_least))
    for phrase, these in (("crowded", like.crowded), ("small", like.small), ("one-juror", like.one_juror)):
        if these:
            lines.append(
                turn.say(f"plan-quality-{phrase}", count=len(these), names=_some(turn, these, names))
            )
    return ["", turn.say("plan-quality"), *lines]


def _comparison(turn: Turn, like: Quality) -> list[str]:
    if like.efficiency is None:
        return []
    if like.components > 1:
        return [turn.say("plan-quality-apart", count=like.components)]
    strength = "weak" if like.efficiency < _WEAK else "good"
    return [turn.say(f"plan-quality-{strength}", share=round(100 * like.efficiency))]


def _some(turn: Turn, these: Sequence[int], names: Mapping[int, str]) -> str:
    told = [shorten(names.get(entrant, "?"), 40) for entrant in these[:_NAMED]]
    rest = len(these) - len(told)
    return ", ".join(told) + (turn.say("plan-quality-more", count=rest) if rest else "")
