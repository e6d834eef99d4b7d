"""A moment as people type it: `14:35`, `wczoraj 14:35`, `w piątek o 9:05`, `12.10 9:05`, `12 października 9:05`, `teraz`.

What is left out is the nearest past: no day is today, no year is the last time that there was such a date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from contest.entrants import fold
from contest.mistakes import Mistakes, mistake

_CLOCK = re.compile(r"(?:(.*?)[ ,]+)?([01]?[0-9]|2[0-3])[:.]([0-5][0-9])")
_AT = re.compile(r"[ ,]*\b(?:o|godz|o godz|at)\.?$")
_NUMBERS = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.?(?:([0-9]{4}))?(?: ?r\.?)?")
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_WORDS = re.compile(r"([0-9]{1,2})\.? ([a-z]+)(?: ([0-9]{4}))?")
_AGO = {"": 0, "dzis": 0, "dzisiaj": 0, "today": 0, "wczoraj": 1, "yesterday": 1, "przedwczoraj": 2}
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
    said = fold(text[:_LONGEST]).rstrip(". ")
    if said in _NOW:
        return now
    found = _CLOCK.fullmatch(said)
    if found is None:
        raise _unread(text)
    day, clock = _AT.sub("", found[1] or "").strip(" ,"), time(int(found[2]), int(found[3]))
    moment = next(_candidates(day, clock, now), None)
    if moment is None:
        raise _unread(text)
    return moment


def _unread(text: str) -> Mistakes:
    return Mistakes([mistake("moment-not-read", value=text[:_LONGEST])])


def _candidates(day: str, clock: time, now: datetime) -> Iterator[datetime]:
    if day in _AGO:
        yield datetime.combine(now.date() - timedelta(days=_AGO[day]), clock)
    yield from _weekday(re.sub(r"^(?:we? |on |last )", "", day), clock, now)
    if iso := _ISO.fullmatch(day):
        yield from _dated((int(iso[3]), int(iso[2]), int(iso[1])), clock, now)
    elif numbers := _NUMBERS.fullmatch(day):
        yield from _dated((int(numbers[1]), int(numbers[2]), int(numbers[3] or 0)), clock, now)
    elif (words := _WORDS.fullmatch(day)) and (month := _month(words[2])):
        yield from _dated((int(words[1]), month, int(words[3] or 0)), clock, now)


def _weekday(word: str, clock: time, now: datetime) -> Iterator[datetime]:
    """The last such day, today included when the hour has come."""
    for number, names in enumerate(_WEEKDAYS, start=1):
        if word.rstrip(".") in names.split():
            moment = datetime.combine(now.date() - timedelta(days=(now.isoweekday() - number) % 7), clock)
            yield moment if moment <= now else moment - timedelta(days=7)


def _month(word: str) -> int:
    """The number of the month whose name begins so; 0: of none."""
    return next((number for number, begun in enumerate(_MONTHS, start=1) if word.startswith(begun)), 0)


def _dated(parts: tuple[int, int, int], clock: time, now: datetime) -> Iterator[datetime]:
    """A date that exists; without a year (0) the last one that is not after today."""
    day, month, year = parts
    for each in (year,) if year else (now.year, now.year - 1):
        try:
            found = date(each, month, day)
        except ValueError:
            continue
        if year or found <= now.date():
            yield datetime.combine(found, clock)
