"""What is put into the terminarz: the rows of `due` for an accepted assignment and for the edition's own dates."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from bot.house import House
from contest.answers import Replied
from contest.checklist import Reply
from contest.clock import QuietHours, next_allowed
from contest.reminders import nudges
from contest.workdays import at_hour, counts_from
from storage import due
from storage.assignments import Assignment
from storage.database import Writing

OF_ASSIGNMENT = ("lapse", "nudge", "overdue", "reply-asked", "reply-closed")
"""Everything that is ever planned for an assignment."""

_TRAINING_AFTER = (timedelta(days=1), timedelta(days=3))

_ASKED_AT = time(17)
"""When offices have closed: what came that day is there."""


def quiet_hours(house: House) -> QuietHours:
    """When nobody is written to, in the edition's zone."""
    return QuietHours(house.config.chat.quiet_from, house.config.chat.quiet_to)


async def plan_nudges(house: House, tx: Writing, task: Assignment, now: datetime, *, mark: str = "") -> None:
    """Reminders before the due date, outside quiet hours, and the moment at which it is overdue.

    `mark` names another due date, of a correction or of a reply that is awaited: reminders of an earlier one that were sent
    do not stand for these.
    """
    settings = house.rules.settings
    for nudge in nudges(task.due_at, settings.reminders, quiet_hours(house), house.rules.zone, now=now):
        await due.plan(tx, f"nudge:{task.id}:{nudge.span}{mark}", "nudge", str(task.id), nudge.at)
    await due.plan(tx, f"overdue:{task.id}{mark}", "overdue", str(task.id), task.due_at)


async def plan_reply(
    house: House, tx: Writing, task: Assignment, question: Reply, reply: Replied, *, now: datetime
) -> None:
    """When the juror is asked whether a reply came, and when the time for it is over."""
    sent, subject = f"{reply.sent:%Y%m%d%H%M%S}", str(task.id)
    first = counts_from(reply.sent, house.calendar)
    for days in question.ask_after:
        at = at_hour(house.calendar.after(first, days), _ASKED_AT, house.calendar)
        at = next_allowed(at, quiet_hours(house), house.rules.zone)
        if now < at < reply.until:
            await due.plan(tx, f"reply-asked:{subject}:{sent}:{days}", "reply-asked", subject, at)
    await due.plan(tx, f"reply-closed:{subject}:{sent}", "reply-closed", subject, reply.until)


async def cancel_reply(tx: Writing, task: Assignment, at: datetime) -> None:
    """A reply came, or is no longer waited for."""
    for kind in ("reply-asked", "reply-closed"):
        await due.cancel_of(tx, kind, str(task.id), at=at)


async def plan_training(house: House, tx: Writing, code: str, now: datetime) -> None:
    """Two reminders for a juror who has not finished the training; once planned they stay as they are."""
    for number, span in enumerate(_TRAINING_AFTER, start=1):
        at = next_allowed(now + span, quiet_hours(house), house.rules.zone)
        await due.plan(tx, f"training:{code}:{number}", "training", code, at)


async def plan_dates(house: House, tx: Writing) -> None:
    """The edition's dates; a date that moved moves its row, one that is done stays done."""
    settings = house.rules.settings
    dates = settings.dates
    await due.plan(tx, "edition:close", "close", "", settings.utc(dates.collecting_until))
    await due.plan(tx, "edition:checked", "checked", "", settings.utc(dates.checking_until))
    await due.plan(tx, "edition:results", "results", "", settings.utc(dates.results_at))
