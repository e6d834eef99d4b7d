"""Opening hours: the forms that tables hold, what is refused as a guess, and what a door says at a moment."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contest.hours import Closed, Hours, Open, Opening, read_hours, when_open

EIGHT_TO_FOUR = (Opening(480, 960),)


def local(text: str) -> datetime:
    """What a clock on the wall shows."""
    return datetime.fromisoformat(text)


MONDAY = local("2026-10-05 12:00")
OFFICE = "pon. 7.30-17.00, wt-czw 7.30-15.30, pt 7.30-14.00"


def week(text: str) -> list[str]:
    """Each day as „8:00-12:00 13:00-16:00”."""
    hours = read_hours(text)
    assert hours is not None, text
    return [
        " ".join(
            f"{one.opens // 60}:{one.opens % 60:02}-{one.closes // 60}:{one.closes % 60:02}" for one in day
        )
        for day in hours.week
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("pn–pt 8:00–16:00", ["8:00-16:00"] * 5 + ["", ""]),
        (OFFICE, ["7:30-17:00", *["7:30-15:30"] * 3, "7:30-14:00", "", ""]),
        ("codziennie 10-18", ["10:00-18:00"] * 7),
        ("pn, śr 9–17; sob. 10–14", ["9:00-17:00", "", "9:00-17:00", "", "", "10:00-14:00", ""]),
        ("Poniedziałek – piątek: 7³⁰ – 15³⁰", ["7:30-15:30"] * 5 + ["", ""]),
        ("od poniedziałku do piątku w godzinach 7.30 - 15.30", ["7:30-15:30"] * 5 + ["", ""]),
        ("PN.-PT. 0730–1530.", ["7:30-15:30"] * 5 + ["", ""]),
        ("dni robocze 8-16, sobota nieczynne", ["8:00-16:00"] * 5 + ["", ""]),
        ("wt–nd 10:00–18:00, pon. zamknięte", ["", *["10:00-18:00"] * 6]),
        ("pn 8-12, pn 13-16", ["8:00-12:00 13:00-16:00", *[""] * 6]),
        ("pn 8-12 i 13-16", ["8:00-12:00 13:00-16:00", *[""] * 6]),
        (
            "pn-pt 8-16, śr 8-18",
            ["8:00-16:00", "8:00-16:00", "8:00-18:00", "8:00-16:00", "8:00-16:00", "", ""],
        ),
        ("pn, wt 7:30-15:30\nśr 7:30-17:00", ["7:30-15:30", "7:30-15:30", "7:30-17:00", "", "", "", ""]),
        ("niedziele i święta nieczynne; pn-sob 6-22", ["6:00-22:00"] * 6 + [""]),
        ("codziennie całodobowo", ["0:00-24:00"] * 7),
        ("Mon-Fri 8:00-16:00", ["8:00-16:00"] * 5 + ["", ""]),
    ],
)
def test_common_forms_are_read(text: str, told: list[str]) -> None:
    assert week(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "",
        "8-16",  # on which days?
        "po uzgodnieniu",
        "pn-pt 8-16, pierwsza sobota miesiąca 9-13",
        "pn-pt 16-8",
        "pn-pt 8:00",
        "pn-pt 8:75-16",
        "pn 8-12 10-14",
        "pt-pn 8-16",
        "nieczynne",
        "sob. nieczynne",
        "pn-pt",
        "pn-pt 8-16 " * 40,
    ],
)
def test_what_is_not_sure_is_not_guessed(text: str) -> None:
    assert read_hours(text) is None


@given(st.text(alphabet="pnwtśrczsobd.,;:-–0123456789 \nido³", max_size=60) | st.text(max_size=400))
def test_no_text_is_an_exception(text: str) -> None:
    hours = read_hours(text)

    assert hours is None or any(hours.week)


OPENINGS = st.tuples(st.integers(0, 1439), st.integers(1, 1440)).filter(lambda pair: pair[0] < pair[1])


@given(st.lists(st.none() | OPENINGS, min_size=7, max_size=7).filter(any))
def test_a_week_that_is_written_down_is_read_back(days: list[tuple[int, int] | None]) -> None:
    names = ["pn", "wt", "śr", "czw", "pt", "sob", "nd"]
    text = ", ".join(
        f"{name} {day[0] // 60}:{day[0] % 60:02}–{day[1] // 60}:{day[1] % 60:02}"
        for name, day in zip(names, days, strict=True)
        if day
    )

    assert read_hours(text) == Hours(tuple((Opening(*day),) if day else () for day in days))


@given(
    st.lists(st.none() | OPENINGS, min_size=7, max_size=7).filter(any),
    st.datetimes(local("2026-01-01 00:00"), local("2027-01-01 00:00")),
)
def test_a_door_opens_when_it_says_and_not_before(days: list[tuple[int, int] | None], at: datetime) -> None:
    hours = Hours(tuple((Opening(*day),) if day else () for day in days))
    match when_open(hours, at):
        case Open(until=until):
            assert at < until
            assert not isinstance(when_open(hours, until), Open) or until.time() == datetime.min.time()
        case Closed(opens=opens, closes=closes):
            assert opens is not None
            assert closes is not None
            assert at < opens < closes
            assert opens - at <= timedelta(days=8)
            assert when_open(hours, opens) == Open(closes)
            assert isinstance(when_open(hours, opens - timedelta(minutes=1)), Closed | Open)


def test_open_until_the_end_of_the_day() -> None:
    hours = read_hours(OFFICE)
    assert hours is not None

    assert when_open(hours, MONDAY) == Open(local("2026-10-05 17:00"))


def test_closed_for_today_tells_tomorrow() -> None:
    hours = read_hours(OFFICE)
    assert hours is not None

    tomorrow = local("2026-10-06 07:30"), local("2026-10-06 15:30")
    assert when_open(hours, MONDAY.replace(hour=17)) == Closed(*tomorrow, over=True)


def test_closed_in_the_morning_tells_today() -> None:
    hours = read_hours(OFFICE)
    assert hours is not None

    today = local("2026-10-05 07:30"), local("2026-10-05 17:00")
    assert when_open(hours, MONDAY.replace(hour=6)) == Closed(*today, over=False)


def test_a_weekend_leads_to_monday_and_a_day_off_past_it() -> None:
    hours = read_hours("pn–pt 8–16")
    assert hours == Hours((*[EIGHT_TO_FOUR] * 5, (), ()))
    saturday = local("2026-10-10 12:00")
    monday = local("2026-10-12 08:00"), local("2026-10-12 16:00")
    tuesday = local("2026-10-13 08:00"), local("2026-10-13 16:00")

    assert when_open(hours, saturday) == Closed(*monday, over=False)
    assert when_open(hours, saturday, days_off={date(2026, 10, 12)}) == Closed(*tuesday, over=False)


def test_days_off_without_end_are_not_searched_for_ever() -> None:
    hours = read_hours("pn 8–16")
    assert hours is not None
    every = {date(2026, 10, 1) + timedelta(days=ahead) for ahead in range(400)}

    assert when_open(hours, MONDAY, days_off=every) == Closed(None, None, over=False)
