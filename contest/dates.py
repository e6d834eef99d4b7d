"""The dates of an edition, moved: which may move, where to, and what that does to an assignment that is under way.

Rule 1: what lies behind does not move, and nothing moves behind.
Rule 2: an assignment that the old end cut short gets its whole time back when the end moves away; one that the new end
        cuts short ends with it. Every other assignment keeps its dates.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise

from contest.edition import Dates, EditionSettings
from contest.mistakes import Mistakes, mistake

NAMES = tuple(Dates.model_fields)
"""In the order in which they come."""
_LEAST = timedelta(hours=8)
"""What an assignment with days of its own keeps of them when the collecting begins later."""


@dataclass(frozen=True, slots=True)
class Times:
    """An assignment's own dates (UTC): from when, until when an offer holds, until when the work does."""

    opens_at: datetime
    answer_by: datetime
    due_at: datetime


def local(settings: EditionSettings, name: str) -> datetime | None:
    """The local time of a date; None where the edition has none."""
    found: datetime | None = getattr(settings.dates, name)
    return found


def with_dates(settings: EditionSettings, dates: Mapping[str, datetime]) -> EditionSettings:
    """The settings with other local times for these dates."""
    return settings.model_copy(update={"dates": settings.dates.model_copy(update=dict(dates))})


def in_order(settings: EditionSettings) -> bool:
    """Whether each date is later than the one before."""
    return not _crossed(settings)


def put_behind(before: EditionSettings, after: EditionSettings, now: datetime) -> tuple[str, ...]:
    """The dates that a new version of the settings moves to where they have passed already."""
    return tuple(
        name
        for name in NAMES
        if (at := local(after, name)) is not None and at != local(before, name) and after.utc(at) <= now
    )


def move(settings: EditionSettings, name: str, to: datetime, *, now: datetime) -> EditionSettings:
    """The settings with one date moved to a local time. Raises Mistakes: date-passed (it lies behind), date-in-past,
    date-same, dates-crossed, and whatever is wrong with a local time that the clock skips or shows twice.
    """
    before = local(settings, name)
    if before is not None and settings.utc(before) <= now:
        raise Mistakes([mistake("date-passed")])
    if settings.utc(to) <= now:
        raise Mistakes([mistake("date-in-past")])
    if before == to:
        raise Mistakes([mistake("date-same")])
    after = with_dates(settings, {name: to})
    if crossed := _crossed(after):
        raise Mistakes([mistake("dates-crossed", earlier=crossed[0], later=crossed[1])])
    return after


def _crossed(settings: EditionSettings) -> tuple[str, str] | None:
    known = [(name, settings.utc(at)) for name in NAMES if (at := local(settings, name)) is not None]
    for (earlier, at), (later, until) in pairwise(known):
        if until <= at:
            return earlier, later
    return None


def follow(
    times: Times,
    before: EditionSettings,
    after: EditionSettings,
    *,
    returned_at: datetime | None = None,
    rests_until: datetime | None = None,
) -> Times:
    """An assignment's dates under the moved ones.

    `returned_at`: it was submitted once and came back then, so the end of checking bounds it. `rests_until`: the time that it
    needs because an institution has still to reply.
    """
    if returned_at is None:
        found = _opened(times, before, after)
        ends, whole = "collecting_until", found.opens_at + timedelta(days=after.work_days.days)
    else:
        found = times
        ends, whole = "checking_until", returned_at + timedelta(hours=after.corrections.hours)
    old, new = (settings.utc(getattr(settings.dates, ends)) for settings in (before, after))
    due = found.due_at
    if times.due_at == old < new:
        due = max(due, whole, rests_until or due)
    if old != new:
        due = min(due, new)
    return replace(found, due_at=due, answer_by=min(found.answer_by, due))


def _opened(times: Times, before: EditionSettings, after: EditionSettings) -> Times:
    """What was to open with the collecting still does; what would open before it opens with it."""
    old, new = (settings.utc(settings.dates.collecting_from) for settings in (before, after))
    if old == new or (times.opens_at != old and times.opens_at >= new):
        return times
    whole = timedelta(days=after.work_days.days)
    due = new + whole if times.due_at == times.opens_at + whole else max(times.due_at, new + _LEAST)
    return replace(times, opens_at=new, due_at=due)
