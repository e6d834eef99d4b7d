"""A moment as people type it: `14:35`, `wczoraj 14:35`, `w piątek o 9:05`, `12.10 9:05`, `12 października 9:05`, `teraz`;
a day alone, or a time of day alone.

What is left out is the nearest past: no day is today, no year is the last time that there was such a date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from contest.headings import fold
from contest.mistakes import Mistakes, mistake

_CLOCK = re.compile(r"(?:(.*?)[ ,]+)?([01]?[0-9]|2[0-3])[:.]([0-5][0-9])")
_AT = re.compile(r"[ ,]*\b(?:o|godz|o godz|at)\.?$")
_NUMBERS = re.compile(r"([0-9]{1,2})[./-]([0-9]{1,2})(?:[./-]([0-9]{4})?)?(?: ?r\.?)?")
_HOUR = re.compile(
    r"(?:o |godz\.? ?|o godz\.? ?|at )?(?:([0-9]{1,2})(?:[:.,h -]([0-5][0-9]))?|([0-9]{1,2})([0-5][0-9]))"
)
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_WORDS = re.compile(r"([0-9]{1,2})\.? ?([a-z]+)\.?(?: ([0-9]{4}))?(?: ?r\.?)?")
_AGO = {"": 0, "dzis": 0, "dzisiaj": 0, "today": 0, "wczoraj": 1, "yesterday": 1, "przedwczoraj": 2}
_AHEAD = {"jutro": 1, "tomorrow": 1, "pojutrze": 2}
_NOW = frozenset({"teraz", "przed chwila", "now", "just now"})
_LONGEST = 60
_WEEKDAYS = (
    "pon poniedzialek mon monday",
    "wt wtorek tue tuesday",
    "sr sroda srode wed wednesday",
    "czw czwartek thu thursday",
    "pt piatek fri friday",
    "sob sobota sobote sat saturday",
    "nd niedz niedziela niedziele sun sunday",
)
_MONTHS = (
    ("stycz", "jan"),
    ("lut", "feb"),
    ("mar", "mar"),
    ("kwie", "apr"),
    ("maj", "may"),
    ("czerw", "jun"),
    ("lip", "jul"),
    ("sier", "aug"),
    ("wrze", "sep"),
    ("paz", "oct"),
    ("list", "nov"),
    ("gru", "dec"),
)


def read_moment(text: str, now: datetime) -> datetime:
    """The local moment that a text means, seen from the local moment `now`. Raises `Mistakes` (`moment-not-read`)."""
    said = _folded(text)
    if said in _NOW:
        return now
    found = _CLOCK.fullmatch(said)
    if found is None:
        raise _unread(text)
    day, clock = _AT.sub("", found[1] or "").strip(" ,"), time(int(found[2]), int(found[3]))
    moment = next((each for each in _moments(day, clock, now)), None)
    if moment is None:
        raise _unread(text)
    return moment


def read_ahead(text: str, now: datetime, at: time) -> datetime:
    """The local moment to come that a text means, as people set dates: `jutro`, `w piątek 20:00`, `23.11`, `23.11.2026 20:00`.

    `at`: the time of day where none is said. A day without a year is the nearest one, also when it lies behind, so that whoever
    asks can say so. Raises `Mistakes` (`date-not-read`).
    """
    said = _folded(text)
    day, hour = said, at
    found = None if days(said, now.date()) else _CLOCK.fullmatch(said)  # 23.11 is a day here, not an hour
    if found:
        day, hour = _AT.sub("", found[1] or "").strip(" ,"), time(int(found[2]), int(found[3]))
    moments = [datetime.combine(each, hour) for each in days(day, now.date())]
    if _weekday(day):
        moments = [moment + timedelta(days=7 if moment <= now else 0) for moment in moments]
    if not moments:
        raise Mistakes([mistake("date-not-read", value=text[:_LONGEST])])
    return min(moments, key=lambda moment: abs(moment - now))


def days(text: str, today: date) -> tuple[date, ...]:
    """The days that a text may mean, the nearest past first: without a year also one that is still to come; none: it is no day."""
    said = _folded(text)
    if said in _AHEAD:
        return (today + timedelta(days=_AHEAD[said]),)
    return tuple(_days(said, today)) if said else ()


def clock(text: str) -> time | None:
    """The time of day that a text means: `14.35`, `14:35`, `1435`, `9`; None: it is none."""
    found = _HOUR.fullmatch(_folded(text))
    if found is None:
        return None
    hour, minute = int(found[1] or found[3]), int(found[2] or found[4] or 0)
    return time(hour, minute) if hour < 24 else None


def says_now(text: str) -> bool:
    return _folded(text) in _NOW


def _folded(text: str) -> str:
    return fold(text[:_LONGEST]).rstrip(". ")


def _unread(text: str) -> Mistakes:
    return Mistakes([mistake("moment-not-read", value=text[:_LONGEST])])


def _moments(day: str, at: time, now: datetime) -> Iterator[datetime]:
    """A weekday whose hour has not come today is the one a week ago."""
    for each in _days(day, now.date()):
        moment = datetime.combine(each, at)
        week = timedelta(days=7 if moment > now and _weekday(day) else 0)
        yield moment - week


def _days(said: str, today: date) -> Iterator[date]:
    if said in _AGO:
        yield today - timedelta(days=_AGO[said])
    if weekday := _weekday(said):
        yield today - timedelta(days=(today.isoweekday() - weekday) % 7)
    if iso := _ISO.fullmatch(said):
        yield from _dated((int(iso[3]), int(iso[2]), int(iso[1])), today)
    elif numbers := _NUMBERS.fullmatch(said):
        yield from _dated((int(numbers[1]), int(numbers[2]), int(numbers[3] or 0)), today)
    elif (words := _WORDS.fullmatch(said)) and (month := _month(words[2])):
        yield from _dated((int(words[1]), month, int(words[3] or 0)), today)


def _weekday(said: str) -> int:
    """From 1, which is Monday; 0: none."""
    word = re.sub(r"^(?:we? |on |last )", "", said).rstrip(".")
    return next((number for number, names in enumerate(_WEEKDAYS, start=1) if word in names.split()), 0)


def _month(word: str) -> int:
    """The number of the month whose name begins so; 0: of none."""
    return next((number for number, begun in enumerate(_MONTHS, start=1) if word.startswith(begun)), 0)


def _dated(parts: tuple[int, int, int], today: date) -> Iterator[date]:
    """Dates that exist; without a year (0) the last one that is not after today, then the next one."""
    day, month, year = parts
    found = []
    for each in (year,) if year else (today.year, today.year - 1, today.year + 1):
        try:
            found.append(date(each, month, day))
        except ValueError:
            continue
    yield from sorted(found, key=lambda one: (one > today, abs(one - today)))
