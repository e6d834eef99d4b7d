"""What is put into the terminarz: the rows of `due` for an accepted assignment and for the edition's own dates."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.house import House
from contest.answers import Replied
from contest.assignment import RUNNING
from contest.clock import next_allowed
from contest.edition import EditionSettings
from contest.questions import Reply
from contest.reminders import audible, nudges
from contest.workdays import at_hour, counts_from
from storage import assignments, due, people
from storage.assignments import Assignment
from storage.database import Writing
from storage.people import Person

OF_ASSIGNMENT = ("lapse", "nudge", "overdue", "reply-asked", "reply-closed")
"""Everything that is ever planned for an assignment."""

ENDS = frozenset({"lapse", "overdue", "close", "reply-closed", "ballot"})
"""What takes something from people who let a date pass: never while they cannot reach us, and not for a date that passed
meanwhile (`bot/gap.py`)."""

_TRAINING_AFTER = (timedelta(days=1), timedelta(days=3))

_ASKED_AT = time(17)
"""When offices have closed: what came that day is there."""


async def plan_nudges(house: House, tx: Writing, task: Assignment, now: datetime, *, mark: str = "") -> None:
    """Reminders before the due date, outside the juror's quiet hours, and the moment at which it is overdue.

    `mark` names another due date, of a correction or of a reply that is awaited: reminders of an earlier one that were sent
    do not stand for these.
    """
    settings = house.rules.settings
    zone = await _zone(house, tx, task.juror)
    for nudge in nudges(task.due_at, settings.reminders, house.quiet_hours, zone, now=now):
        await due.plan(tx, f"nudge:{task.id}:{nudge.span}{mark}", "nudge", str(task.id), nudge.at)
    await due.plan(tx, f"overdue:{task.id}{mark}", "overdue", str(task.id), task.due_at)


async def move_nudges(house: House, tx: Writing, juror: Person) -> None:
    """The juror's nights are others now: reminders that were planned for one of them move out of it."""
    for task in await assignments.of_juror(tx, juror.code, RUNNING):
        for row in await due.of(tx, "nudge", str(task.id)):
            await due.replan(
                tx, row.key, audible(row.at, task.due_at, house.quiet_hours, house.zone_of(juror))
            )


async def plan_reply(
    house: House, tx: Writing, task: Assignment, question: Reply, reply: Replied, *, now: datetime
) -> None:
    """When the juror is asked whether a reply came, and when the time for it is over."""
    sent, subject = f"{reply.sent:%Y%m%d%H%M%S}", str(task.id)
    first, zone = counts_from(reply.sent, house.calendar), await _zone(house, tx, task.juror)
    for days in question.ask_after:
        at = at_hour(house.calendar.after(first, days), _ASKED_AT, house.calendar)
        at = next_allowed(at, house.quiet_hours, zone)
        if now < at < reply.until:
            await due.plan(tx, f"reply-asked:{subject}:{sent}:{days}", "reply-asked", subject, at)
    await due.plan(tx, f"reply-closed:{subject}:{sent}", "reply-closed", subject, reply.until)


async def cancel_reply(tx: Writing, task: Assignment, at: datetime) -> None:
    """A reply came, or is no longer waited for."""
    for kind in ("reply-asked", "reply-closed"):
        await due.cancel_of(tx, kind, str(task.id), at=at)


async def plan_training(house: House, tx: Writing, code: str, now: datetime) -> None:
    """Two reminders for a juror who has not finished the training; once planned they stay as they are."""
    zone = await _zone(house, tx, code)
    for number, span in enumerate(_TRAINING_AFTER, start=1):
        at = next_allowed(now + span, house.quiet_hours, zone)
        await due.plan(tx, f"training:{code}:{number}", "training", code, at)


async def _zone(house: House, tx: Writing, code: str) -> ZoneInfo:
    juror = await people.find(tx, code)
    return house.zone_of(juror) if juror else house.rules.zone


async def plan_dates(house: House, tx: Writing) -> None:
    """The edition's dates as they are in force."""
    await plan_calendar(tx, house.rules.settings)


async def plan_calendar(tx: Writing, settings: EditionSettings) -> None:
    """What happens at the edition's dates: a date that moved moves its row, one that is done stays done."""
    dates = settings.dates
    for kind, local in (
        ("close", dates.collecting_until),
        ("checked", dates.checking_until),
        ("results", dates.results_at),
    ):
        at = settings.utc(local)
        if not await due.plan(tx, f"edition:{kind}", kind, "", at):
            await due.replan(tx, f"edition:{kind}", at)
