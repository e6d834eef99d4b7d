"""Dates that move, what follows them, and a moment to come as people type it."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest

from contest.dates import Times, follow, in_order, local, move, with_dates
from contest.edition import EditionSettings
from contest.mistakes import Mistakes
from contest.moments import read_ahead
from tests.contest.an_edition import settings as an_edition


def wall(*parts: int) -> datetime:
    """A local time, which has no zone of its own."""
    return datetime(*parts)  # type: ignore[arg-type]  # noqa: DTZ001 -- local by rule


NOW = datetime(2026, 10, 10, 9, tzinfo=UTC)
DATES = {
    "collecting_from": wall(2026, 10, 1, 8),
    "collecting_until": wall(2026, 11, 20, 20),
    "checking_until": wall(2026, 11, 27, 20),
    "results_at": wall(2026, 12, 1, 12),
}


def edition() -> EditionSettings:
    return with_dates(an_edition(), DATES).model_copy(update={"timezone": "Europe/Warsaw"})


def until(day: int, hour: int = 20) -> datetime:
    return wall(2026, 11, day, hour)


def utc(day: int, hour: int = 19) -> datetime:
    return datetime(2026, 11, day, hour, tzinfo=UTC)


@pytest.mark.parametrize(
    ("name", "to", "code"),
    [
        ("collecting_from", wall(2026, 10, 20, 8), "date-passed"),
        ("collecting_until", wall(2026, 10, 9, 8), "date-in-past"),
        ("collecting_until", until(20), "date-same"),
        ("collecting_until", until(28), "dates-crossed"),
        ("checking_until", until(20), "dates-crossed"),
        ("results_at", wall(2027, 3, 28, 2, 30), "time-does-not-exist"),
    ],
)
def test_a_date_moves_neither_behind_nor_across_another(name: str, to: datetime, code: str) -> None:
    with pytest.raises(Mistakes) as caught:
        move(edition(), name, to, now=NOW)
    assert [one.code for one in caught.value.found] == [code]


def test_a_moved_date_leaves_the_others_in_order() -> None:
    moved = move(edition(), "collecting_until", until(23), now=NOW)

    assert (local(moved, "collecting_until"), in_order(moved)) == (until(23), True)
    assert local(moved, "results_at") == DATES["results_at"]


def times(opens: int, due: datetime, *, answer: datetime | None = None) -> Times:
    return Times(datetime(2026, 11, opens, 8, tzinfo=UTC), answer or due, due)


@pytest.mark.parametrize(
    ("held", "end", "due"),
    [
        (times(1, utc(10)), 23, utc(10)),  # had its own due date, and keeps it
        (times(15, utc(20)), 23, utc(23)),  # was cut short by the end: gets what it lacked
        (times(1, utc(20)), 26, utc(20)),  # was cut short by the end, but has had its whole time
        (times(15, utc(20)), 18, utc(18)),  # ends with the new end
        (times(1, utc(10)), 18, utc(10)),
    ],
)
def test_an_assignment_follows_the_end_only_where_the_end_bounds_it(
    held: Times, end: int, due: datetime
) -> None:
    before = edition()
    after = move(before, "collecting_until", until(end), now=NOW)

    assert follow(held, before, after).due_at == due


def test_what_waits_for_an_institution_gets_the_time_that_it_needs() -> None:
    before = edition()
    after = move(before, "collecting_until", until(26), now=NOW)

    assert follow(times(1, utc(20)), before, after, rests_until=utc(24)).due_at == utc(24)


def test_an_offer_holds_no_longer_than_its_work() -> None:
    before = edition()
    after = move(before, "collecting_until", until(16), now=NOW)

    assert follow(times(14, utc(20), answer=utc(17)), before, after).answer_by == utc(16)


def test_a_correction_is_bound_by_the_end_of_checking() -> None:
    before = edition()
    after = move(before, "checking_until", until(25), now=NOW)
    later = move(before, "checking_until", until(29), now=NOW)
    held = times(1, utc(27))

    assert follow(held, before, after, returned_at=utc(26, 22)).due_at == utc(25)
    assert follow(held, before, later, returned_at=utc(27, 9)).due_at == utc(28, 9)
    assert follow(held, before, after) == held


def test_what_opens_with_the_collecting_opens_with_it_still() -> None:
    now = datetime(2026, 9, 20, tzinfo=UTC)
    before = edition()
    after = move(before, "collecting_from", wall(2026, 10, 5, 8), now=now)
    old, new = (each.utc(each.dates.collecting_from) for each in (before, after))
    days = timedelta(days=before.work_days.days)

    assert follow(Times(old, old, old + days), before, after) == Times(new, old, new + days)
    late = Times(new + days, new + days, new + days)
    assert follow(late, before, after) == late


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("23.11 20:00", wall(2026, 11, 23, 20)),
        ("23.11", wall(2026, 11, 23, 18)),
        ("jutro 9:05", wall(2026, 11, 11, 9, 5)),
        ("w piątek o 12:00", wall(2026, 11, 13, 12)),
        ("wtorek 20:00", wall(2026, 11, 10, 20)),
        ("we wtorek 8:00", wall(2026, 11, 17, 8)),
        ("15 stycznia 12:00", wall(2027, 1, 15, 12)),
        ("2026-12-01 12:00", wall(2026, 12, 1, 12)),
        ("1.11", wall(2026, 11, 1, 18)),
    ],
)
def test_a_moment_to_come_is_read_as_people_type_it(said: str, read: datetime) -> None:
    assert read_ahead(said, wall(2026, 11, 10, 10), time(18)) == read


def test_what_is_no_moment_is_said_so() -> None:
    with pytest.raises(Mistakes) as caught:
        read_ahead("kiedyś", wall(2026, 11, 10, 10), time(18))
    assert [one.code for one in caught.value.found] == ["date-not-read"]
