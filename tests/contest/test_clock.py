from __future__ import annotations

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contest.clock import QuietHours, Span, before, next_allowed, span, to_local, to_utc, zone
from contest.mistakes import Mistakes, mistake

WARSAW = ZoneInfo("Europe/Warsaw")
NIGHT = QuietHours(time(21), time(8))
moments = st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1)).map(lambda at: at.replace(tzinfo=UTC))  # noqa: DTZ001 -- bounds


def local(text: str) -> datetime:
    return datetime.fromisoformat(text)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_a_local_time_is_one_moment() -> None:
    assert to_utc(local("2026-07-01 12:00"), WARSAW) == utc("2026-07-01 10:00")
    assert to_utc(local("2026-12-01 12:00"), WARSAW) == utc("2026-12-01 11:00")


@pytest.mark.parametrize(
    ("text", "code"),
    [("2027-03-28 02:30", "time-does-not-exist"), ("2027-10-31 02:30", "time-exists-twice")],
)
def test_a_local_time_that_is_no_single_moment_is_refused(text: str, code: str) -> None:
    with pytest.raises(Mistakes) as refused:
        to_utc(local(text), WARSAW)

    assert refused.value.found == (mistake(code, value=text),)


def test_the_edges_of_a_change_of_clocks_are_accepted() -> None:
    assert to_utc(local("2027-03-28 03:00"), WARSAW) == utc("2027-03-28 01:00")
    assert to_utc(local("2027-10-31 03:00"), WARSAW) == utc("2027-10-31 02:00")


@given(moments)
def test_a_local_time_that_is_accepted_comes_back(at: datetime) -> None:
    try:
        outcome: datetime | str = to_utc(to_local(at, WARSAW), WARSAW)
    except Mistakes as refused:
        outcome = refused.found[0].code

    assert outcome in {at, "time-exists-twice"}


def test_spans_are_days_hours_and_minutes() -> None:
    assert [span(text) for text in ("3d", " 12h ", "45min")] == [
        Span(3, "d"),
        Span(12, "h"),
        Span(45, "min"),
    ]
    assert str(span("3d")) == "3d"


@pytest.mark.parametrize("text", ["", "3", "d", "0d", "-1d", "1.5h", "3 d", "3w", "٣d", "99999d"])
def test_any_other_span_is_refused(text: str) -> None:
    with pytest.raises(Mistakes) as refused:
        span(text)

    assert refused.value.found == (mistake("not-a-span", value=text),)


@pytest.mark.parametrize("name", ["Europe/Warszawa", "", "../etc/passwd", "Europe", "a\0b"])
def test_an_unknown_time_zone_is_refused(name: str) -> None:
    with pytest.raises(Mistakes) as refused:
        zone(name)

    assert refused.value.found == (mistake("no-time-zone", value=name),)


def test_a_day_before_is_the_same_time_on_the_day_before() -> None:
    noon_after_a_short_night = utc("2027-03-28 10:00")

    assert to_local(before(noon_after_a_short_night, span("1d"), WARSAW), WARSAW) == local("2027-03-27 12:00")
    assert before(noon_after_a_short_night, span("24h"), WARSAW) == utc("2027-03-27 10:00")


def test_a_day_before_onto_a_skipped_hour_is_the_hour_after_it() -> None:
    at = to_utc(local("2027-03-29 02:30"), WARSAW)

    assert to_local(before(at, span("1d"), WARSAW), WARSAW) == local("2027-03-28 03:30")


@pytest.mark.parametrize(
    ("at", "allowed"),
    [
        ("2026-07-01 20:59", "2026-07-01 20:59"),
        ("2026-07-01 21:00", "2026-07-02 08:00"),
        ("2026-07-02 03:00", "2026-07-02 08:00"),
        ("2026-07-02 08:00", "2026-07-02 08:00"),
    ],
)
def test_what_falls_into_the_night_waits_for_the_morning(at: str, allowed: str) -> None:
    assert next_allowed(to_utc(local(at), WARSAW), NIGHT, WARSAW) == to_utc(local(allowed), WARSAW)


def test_quiet_hours_may_lie_inside_one_day() -> None:
    siesta = QuietHours(time(13), time(15))

    assert next_allowed(to_utc(local("2026-07-01 14:10"), WARSAW), siesta, WARSAW) == to_utc(
        local("2026-07-01 15:00"), WARSAW
    )


def test_equal_ends_leave_no_quiet_hours() -> None:
    at = utc("2026-07-01 01:00")

    assert next_allowed(at, QuietHours(time(0), time(0)), WARSAW) == at


@given(moments, st.times(), st.times())
def test_what_is_allowed_is_never_quiet_and_never_earlier(at: datetime, start: time, end: time) -> None:
    quiet = QuietHours(start.replace(second=0, microsecond=0), end.replace(second=0, microsecond=0))

    allowed = next_allowed(at, quiet, WARSAW)

    local_end = to_local(allowed, WARSAW).time()
    assert allowed >= at
    assert not quiet.cover(local_end) or time(2) <= local_end < time(3, 59)
