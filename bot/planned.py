"""What is put into the terminarz: the rows of `due` for an accepted assignment and for the edition's own dates."""

from __future__ import annotations

from datetime import datetime

from bot.house import House
from contest.clock import QuietHours
from contest.reminders import nudges
from storage import due
from storage.assignments import Assignment
from storage.database import Writing


async def plan_nudges(house: House, tx: Writing, task: Assignment, now: datetime) -> None:
    """Reminders before the due date, outside quiet hours, and the moment at which it is overdue."""
    quiet = QuietHours(house.config.chat.quiet_from, house.config.chat.quiet_to)
    settings = house.rules.settings
    for nudge in nudges(task.due_at, settings.reminders, quiet, house.rules.zone, now=now):
        await due.plan(tx, f"nudge:{task.id}:{nudge.span}", "nudge", str(task.id), nudge.at)
    await due.plan(tx, f"overdue:{task.id}", "overdue", str(task.id), task.due_at)


async def plan_dates(house: House, tx: Writing) -> None:
    """The edition's dates; a date that moved moves its row, one that is done stays done."""
    settings = house.rules.settings
    dates = settings.dates
    await due.plan(tx, "edition:close", "close", "", settings.utc(dates.collecting_until))
    await due.plan(tx, "edition:checked", "checked", "", settings.utc(dates.checking_until))
    await due.plan(tx, "edition:results", "results", "", settings.utc(dates.results_at))
