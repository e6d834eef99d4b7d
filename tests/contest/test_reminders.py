from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from contest.clock import QuietHours, Span, span, to_local, to_utc
from contest.reminders import Wish, newest, nudges, snoozed

WARSAW = ZoneInfo("Europe/Warsaw")
NIGHT = QuietHours(time(21), time(8))
PLAN = (span("3d"), span("1d"), span("3h"))


def at(text: str) -> datetime:
    return to_utc(datetime.fromisoformat(text), WARSAW)


def planned(due: str, *, now: str, plan: tuple[Span, ...] = PLAN) -> list[tuple[str, str]]:
    found = nudges(at(due), plan, NIGHT, WARSAW, now=at(now))
    return [(str(nudge.span), f"{to_local(nudge.at, WARSAW):%d.%m %H:%M}") for nudge in found]


def test_each_lead_gives_one_reminder_the_earliest_first() -> None:
    assert planned("2026-09-10 18:00", now="2026-09-01 12:00") == [
        ("3d", "07.09 18:00"),
        ("1d", "09.09 18:00"),
        ("3h", "10.09 15:00"),
    ]


def test_nothing_is_said_about_the_past() -> None:
    assert planned("2026-09-10 18:00", now="2026-09-09 18:00") == [("3h", "10.09 15:00")]
    assert planned("2026-09-10 18:00", now="2026-09-11 18:00") == []


def test_a_day_before_is_by_the_calendar() -> None:
    assert planned("2027-03-28 12:00", now="2027-03-26 12:00") == [
        ("1d", "27.03 12:00"),
        ("3h", "28.03 09:00"),
    ]


def test_a_reminder_of_the_night_waits_for_the_morning() -> None:
    assert planned("2026-09-10 10:00", now="2026-09-09 11:00") == [("3h", "10.09 08:00")]


def test_a_reminder_whose_morning_would_be_too_late_comes_before_the_night() -> None:
    assert planned("2026-09-10 07:30", now="2026-09-09 11:00") == [("3h", "09.09 20:59")]


def test_of_two_that_would_go_out_together_the_shorter_lead_is_said() -> None:
    plan = (span("10h"), span("9h"))

    assert planned("2026-09-10 15:00", now="2026-09-09 11:00", plan=plan) == [("9h", "10.09 08:00")]


def test_after_an_outage_a_juror_hears_the_newest_only() -> None:
    ripe = [
        ("J-1", at("2026-09-07 18:00"), "3d"),
        ("J-2", at("2026-09-08 18:00"), "1d"),
        ("J-1", at("2026-09-09 18:00"), "1d"),
    ]

    assert newest(ripe) == {"J-1": "1d", "J-2": "1d"}


moments = st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1)).map(lambda when: when.replace(tzinfo=UTC))  # noqa: DTZ001 -- bounds


@given(moments, moments)
def test_reminders_are_still_to_come_before_the_due_date_and_never_at_night(
    due: datetime, now: datetime
) -> None:
    found = nudges(due, PLAN, NIGHT, WARSAW, now=now)

    assert all(now < nudge.at < due for nudge in found)
    assert not any(NIGHT.cover(to_local(nudge.at, WARSAW).time()) for nudge in found)
    assert list(found) == sorted(found, key=lambda nudge: nudge.at)


def test_three_hours_later_is_three_hours_later_by_day() -> None:
    now = datetime(2026, 10, 5, 9, 0, tzinfo=UTC)

    assert snoozed("3h", now + timedelta(days=2), NIGHT, WARSAW, now=now) == now + timedelta(hours=3)


def test_three_hours_later_is_next_morning_when_that_is_at_night() -> None:
    now = datetime(2026, 10, 5, 17, 0, tzinfo=UTC)  # 19:00, quiet from 21:00

    assert snoozed("3h", now + timedelta(days=2), NIGHT, WARSAW, now=now) == datetime(
        2026, 10, 6, 6, 0, tzinfo=UTC
    )


def test_next_morning_is_the_coming_one_also_after_midnight() -> None:
    due = datetime(2026, 10, 9, 9, 0, tzinfo=UTC)
    evening, night = datetime(2026, 10, 5, 18, 0, tzinfo=UTC), datetime(2026, 10, 5, 23, 0, tzinfo=UTC)
    morning = datetime(2026, 10, 6, 6, 0, tzinfo=UTC)

    assert snoozed("morning", due, NIGHT, WARSAW, now=evening) == morning
    assert snoozed("morning", due, NIGHT, WARSAW, now=night) == morning


def test_nothing_is_put_off_past_the_due_date() -> None:
    now = datetime(2026, 10, 5, 9, 0, tzinfo=UTC)

    assert snoozed("3h", now + timedelta(hours=3), NIGHT, WARSAW, now=now) is None
    assert snoozed("morning", now + timedelta(hours=20), NIGHT, WARSAW, now=now) is None


WISHES: st.SearchStrategy[Wish] = st.sampled_from(["3h", "morning"])


@given(
    WISHES,
    st.datetimes(datetime.fromisoformat("2026-01-01"), datetime.fromisoformat("2027-01-01")),
    st.timedeltas(timedelta(), timedelta(days=5)),
)
def test_a_snoozed_reminder_comes_before_the_due_date_and_never_at_night(
    wish: Wish, local: datetime, left: timedelta
) -> None:
    now = local.replace(tzinfo=UTC)
    when = snoozed(wish, now + left, NIGHT, WARSAW, now=now)
    if when is not None:
        assert now < when < now + left
        assert not NIGHT.cover(to_local(when, WARSAW).time())
