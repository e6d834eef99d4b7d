"""What is put into the terminarz: the rows of `due` for an accepted assignment and for the edition's own dates."""

from __future__ import annotations

from datetime import datetime

from bot.house import House
from contest.clock import QuietHours
from contest.reminders import nudges
from storage import due
from storage.assignments import Assignment
from storage.database import Writing


def quiet_hours(house: House) -> QuietHours:
    """When nobody is written to, in the edition's zone."""
    return QuietHours(house.config.chat.quiet_from, house.config.chat.quiet_to)


async def plan_nudges(house: House, tx: Writing, task: Assignment, now: datetime, *, stage: str = "") -> None:
    """Reminders before the due date, outside quiet hours, and the moment at which it is overdue.

    `stage` tells the reminders of a correction from those that were sent before it.
    """
    settings = house.rules.settings
    name = f"{task.id}:{stage}" if stage else str(task.id)
    for nudge in nudges(task.due_at, settings.reminders, quiet_hours(house), house.rules.zone, now=now):
        await due.plan(tx, f"nudge:{name}:{nudge.span}", "nudge", str(task.id), nudge.at)
    await due.plan(tx, f"overdue:{name}", "overdue", str(task.id), task.due_at)


async def plan_dates(house: House, tx: Writing) -> None:
    """The edition's dates; a date that moved moves its row, one that is done stays done."""
    settings = house.rules.settings
    dates = settings.dates
    await due.plan(tx, "edition:close", "close", "", settings.utc(dates.collecting_until))
    await due.plan(tx, "edition:checked", "checked", "", settings.utc(dates.checking_until))
    await due.plan(tx, "edition:results", "results", "", settings.utc(dates.results_at))
