"""Working days and office hours: over holidays, weekends and the change of the clock, and for any two moments."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import freedays
from contest.clock import to_local
from contest.workdays import (
    WorkCalendar,
    counts_from,
    days_run_out,
    hours_run_out,
    office_seconds,
    working_days,
)

WARSAW = ZoneInfo("Europe/Warsaw")
POLAND = freedays.calendar(WARSAW, 2026)
HOURS = (8, 16)


def at(text: str) -> datetime:
    """A local time of Warsaw, as UTC."""
    return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=WARSAW).astimezone(UTC)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        ("2026-11-02", True),
        ("2026-11-11", False),  # Independence Day, a Wednesday
        ("2026-11-01", False),
        ("2024-12-24", True),  # an ordinary day until the law was changed
        ("2025-12-24", False),
        ("2026-12-24", False),
        ("2026-12-31", True),
        ("2026-10-10", False),  # a Saturday
    ],
)
def test_the_calendar_is_that_of_polish_law(day: str, works: bool) -> None:
    calendar = freedays.calendar(WARSAW, 2025 if day < "2026" else 2026)

    assert calendar.works(date.fromisoformat(day)) is works


@pytest.mark.parametrize(
    ("sent", "day"),
    [
        ("2026-10-12 11:59", "2026-10-12"),
        ("2026-10-12 12:00", "2026-10-13"),
        ("2026-10-16 13:00", "2026-10-19"),  # Friday afternoon: Monday
        ("2026-10-17 09:00", "2026-10-19"),
        ("2026-11-10 12:01", "2026-11-12"),  # Tuesday before Independence Day
        ("2026-12-23 15:00", "2026-12-28"),  # a long Christmas
    ],
)
def test_sending_counts_from_the_day_itself_before_noon_only(sent: str, day: str) -> None:
    assert counts_from(at(sent), POLAND) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("sent", "came", "days"),
    [
        ("2026-10-12 09:00", "2026-10-12 15:00", 0),
        ("2026-10-12 09:00", "2026-10-13 00:01", 1),
        ("2026-10-12 13:00", "2026-10-13 10:00", 0),
        ("2026-10-16 09:00", "2026-10-18 10:00", 0),  # answered on a Sunday
        ("2026-10-16 09:00", "2026-10-19 10:00", 1),
        ("2026-10-30 09:00", "2026-11-02 09:00", 1),  # over All Saints', a Sunday, and the weekend
        ("2026-11-10 09:00", "2026-11-12 09:00", 1),  # over 11 November
        ("2026-11-09 09:00", "2026-11-13 09:00", 3),
        ("2026-12-23 09:00", "2026-12-28 09:00", 1),  # over 24, 25, 26 December and a Sunday
        ("2026-12-31 09:00", "2027-01-07 09:00", 3),  # over New Year and Epiphany
        ("2026-10-12 09:00", "2026-10-11 09:00", 0),
    ],
)
def test_working_days_between_sending_and_reply(sent: str, came: str, days: int) -> None:
    assert working_days(at(sent), at(came), POLAND) == days


@pytest.mark.parametrize(
    ("sent", "count", "over"),
    [
        ("2026-10-12 09:00", 1, "2026-10-14 00:00"),
        ("2026-10-12 09:00", 10, "2026-10-27 00:00"),  # also over the night when the clock goes back
        ("2026-10-29 13:00", 10, "2026-11-17 00:00"),
        (
            "2026-10-16 09:00",
            5,
            "2026-10-26 00:00",
        ),  # the fifth day is a Friday: nothing is late before Monday
    ],
)
def test_days_run_out_with_the_first_working_day_too_many(sent: str, count: int, over: str) -> None:
    assert days_run_out(at(sent), count, POLAND) == at(over)


@pytest.mark.parametrize(
    ("sent", "came", "minutes"),
    [
        ("2026-10-12 10:00", "2026-10-12 10:29", 29),
        ("2026-10-12 15:50", "2026-10-13 08:10", 20),
        ("2026-10-12 20:00", "2026-10-12 22:00", 0),
        ("2026-10-16 15:00", "2026-10-19 09:00", 120),
        ("2026-11-10 15:30", "2026-11-12 08:30", 60),  # over 11 November
        ("2026-10-23 08:00", "2026-10-26 16:00", 960),  # the clock goes back on Sunday
        ("2026-10-12 10:00", "2026-10-12 09:00", 0),
    ],
)
def test_office_hours_run_only_while_somebody_is_there(sent: str, came: str, minutes: int) -> None:
    assert office_seconds(at(sent), at(came), HOURS, POLAND) == minutes * 60


@pytest.mark.parametrize(
    ("sent", "over"),
    [
        ("2026-10-12 10:00", "2026-10-19 10:00"),
        ("2026-10-12 08:00", "2026-10-19 08:00"),
        ("2026-10-16 18:00", "2026-10-26 08:00"),
        ("2026-11-09 10:00", "2026-11-17 10:00"),
    ],
)
def test_five_office_days_run_out(sent: str, over: str) -> None:
    assert hours_run_out(at(sent), 5 * 8 * 3600, HOURS, POLAND) == at(over)


MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001 -- zones are given apart
SPANS = st.integers(0, 40 * 24 * 3600).map(lambda seconds: timedelta(seconds=seconds))
CALENDARS = st.frozensets(st.dates(date(2026, 1, 1), date(2027, 3, 1)), max_size=30).map(
    lambda free: WorkCalendar(WARSAW, free)
)


@given(MOMENTS, SPANS, st.integers(1, 15), CALENDARS)
def test_a_reply_is_too_late_exactly_when_it_took_more_days_than_the_cap(
    sent: datetime, span: timedelta, cap: int, calendar: WorkCalendar
) -> None:
    came, over = sent + span, days_run_out(sent, cap, calendar)

    assert (came < over) == (working_days(sent, came, calendar) <= cap)
    assert to_local(over, WARSAW).time() == time()
    assert calendar.works(to_local(over, WARSAW).date())


@given(MOMENTS, SPANS, SPANS, CALENDARS)
def test_waiting_longer_never_counts_less(
    sent: datetime, span: timedelta, more: timedelta, calendar: WorkCalendar
) -> None:
    first, second = sent + span, sent + span + more

    assert 0 <= working_days(sent, first, calendar) <= working_days(sent, second, calendar)
    assert 0 <= office_seconds(sent, first, HOURS, calendar) <= office_seconds(sent, second, HOURS, calendar)
    assert office_seconds(sent, second, HOURS, calendar) <= (span + more) // timedelta(seconds=1)


@given(MOMENTS.map(lambda moment: moment.replace(microsecond=0)), st.integers(1, 60), CALENDARS)
def test_office_time_runs_out_when_it_has_passed(sent: datetime, hours: int, calendar: WorkCalendar) -> None:
    over = hours_run_out(sent, hours * 3600, HOURS, calendar)

    assert office_seconds(sent, over, HOURS, calendar) == hours * 3600
    assert office_seconds(sent, over + timedelta(seconds=1), HOURS, calendar) == hours * 3600 + 1


@given(MOMENTS, CALENDARS)
def test_free_days_change_nothing_but_the_day_they_fall_on(sent: datetime, calendar: WorkCalendar) -> None:
    day = counts_from(sent, calendar)

    assert calendar.works(day)
    assert day >= to_local(sent, WARSAW).date()
    assert all(
        not calendar.works(to_local(sent, WARSAW).date() + timedelta(days=n))
        for n in range(1, (day - to_local(sent, WARSAW).date()).days)
    )
