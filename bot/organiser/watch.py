"""The dates of the edition, with what will happen at each."""

from __future__ import annotations

from datetime import datetime

from bot.house import Turn
from bot.moments import when
from bot.organiser.showing import show


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
