"""Opening hours as people write them in a table, read into a week; and what they say at a moment.

Rule 1: what is not understood as a whole gives None; a juror is never sent anywhere by a guess.
Rule 2: hours without a day are not understood: nobody says whether they hold on a Saturday.
Rule 3: of two entries for a day the later one holds, unless both fit (a break at noon: „pn 8–12, pn 13–16”).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from contest.headings import fold

_LONGEST = 300
_DAY = 24 * 60
_HOLIDAYS = 7
"""The eighth day of a week, named in some tables („niedziele i święta nieczynne”) and of no use to us."""
_AHEAD = 60
"""Days to look for the next opening; only days off can make it longer than a week."""

_WORDS: tuple[tuple[str, tuple[int, ...]], ...] = (
    (r"pn|pon|poniedzial\w*|mon|mondays?", (0,)),
    (r"wt|wto|wtor\w*|tue|tues|tuesdays?", (1,)),
    (r"sr|sro|srod\w*|wed|wednesdays?", (2,)),
    (r"cz|czw|czwart\w*|thu|thurs?|thursdays?", (3,)),
    (r"pt|pia|piat\w*|fri|fridays?", (4,)),
    (r"so|sob|sobot\w*|sat|saturdays?", (5,)),
    (r"nd|ndz|niedz\w*|sun|sundays?", (6,)),
    (r"swiet\w*|swiat", (_HOLIDAYS,)),
    (r"codziennie|daily", (0, 1, 2, 3, 4, 5, 6)),
    (r"robocze|weekdays", (0, 1, 2, 3, 4)),
    (r"weekend\w*", (5, 6)),
)
_SILENT = re.compile(r"od|w|we|h|godz|godzin\w*|dni|urzad|biuro|czynn\w*|otwart\w*|open")
_SHUT = re.compile(r"nieczynn\w*|zamkniet\w*|closed")
_ALWAYS = re.compile(r"calodobow\w*")
_TOKEN = re.compile(r"[0-9]{1,2}[:.][0-9]{2}(?![0-9])|[0-9]{1,4}|[a-z]+|[-,;:.()/\n]|\s+", re.ASCII)
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))


@dataclass(frozen=True, slots=True, order=True)
class Opening:
    """From when until when a door is open, in minutes of the day; 1440 is midnight at its end."""

    opens: int
    closes: int


@dataclass(frozen=True, slots=True)
class Hours:
    """A week: the openings of each day in order, Monday first. At least one day has one."""

    week: tuple[tuple[Opening, ...], ...]


@dataclass(frozen=True, slots=True)
class Open:
    """Open now, until then (local time)."""

    until: datetime


@dataclass(frozen=True, slots=True)
class Closed:
    """Closed now; the next opening and its end (local time). None: not in sight."""

    opens: datetime | None
    closes: datetime | None
    over: bool
    """It was open earlier this day."""


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str  # day, time, dash, and, end, shut
    days: tuple[int, ...] = ()
    minutes: int = 0


class _Unclear(Exception):  # noqa: N818 -- never leaves this module
    """It is not written in a way that we are sure of."""


def read_hours(text: str) -> Hours | None:
    """The week that a text tells, or None when it is empty or not understood. Never raises."""
    if len(text) > _LONGEST:
        return None
    try:
        week = _Reader(list(_tokens(text))).week()
    except _Unclear:
        return None
    return Hours(week) if any(week) else None


def when_open(hours: Hours, at: datetime, *, days_off: Container[date] = frozenset()) -> Open | Closed:
    """What the door says at a local time (naive). `days_off` are closed whatever the week says."""
    now = at.hour * 60 + at.minute
    today = _of(hours, at.date(), days_off)
    for opening in today:
        if opening.opens <= now < opening.closes:
            return Open(_moment(at.date(), opening.closes))
    over = any(opening.closes <= now for opening in today)
    later = (opening for opening in today if opening.opens > now)
    for day in (at.date() + timedelta(days=ahead) for ahead in range(_AHEAD)):
        following = next(later if day == at.date() else iter(_of(hours, day, days_off)), None)
        if following is not None:
            return Closed(_moment(day, following.opens), _moment(day, following.closes), over)
    return Closed(None, None, over)


def _of(hours: Hours, day: date, days_off: Container[date]) -> tuple[Opening, ...]:
    return () if day in days_off else hours.week[day.weekday()]


def _moment(day: date, minutes: int) -> datetime:
    return datetime.combine(day, time()) + timedelta(minutes=minutes)


def _tokens(text: str) -> Iterator[_Token]:
    """Words and signs as what they mean; whatever is neither is unclear."""
    lines = "\n".join(fold(unicodedata.normalize("NFKC", line)) for line in text.splitlines())
    rest = lines.translate(_DASHES)
    place = 0
    while place < len(rest):
        found = _TOKEN.match(rest, place)
        if found is None:
            raise _Unclear
        place = found.end()
        yield from _token(found[0])


def _token(word: str) -> Iterator[_Token]:
    if word[0].isdigit():
        yield _Token("time", minutes=_minutes(word))
    elif word in ("-", "do", "to"):
        yield _Token("dash")
    elif word in (",", "i", "oraz", "and", "/"):
        yield _Token("and")
    elif word in (";", "\n"):
        yield _Token("end")
    elif _SHUT.fullmatch(word):
        yield _Token("shut")
    elif _ALWAYS.fullmatch(word):
        yield from (_Token("time"), _Token("dash"), _Token("time", minutes=_DAY))
    elif days := next((days for names, days in _WORDS if re.fullmatch(names, word)), None):
        yield _Token("day", days=days)
    elif word.isalpha() and not _SILENT.fullmatch(word):
        raise _Unclear


def _minutes(word: str) -> int:
    digits = re.sub("[:.]", "", word)
    hour, minute = (int(digits), 0) if len(digits) <= 2 else (int(digits[:-2]), int(digits[-2:]))
    if minute > 59 or hour * 60 + minute > _DAY:
        raise _Unclear
    return hour * 60 + minute


class _Reader:
    """Entry after entry: days, then hours; signs between entries mean nothing more."""

    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens = tokens
        self._place = 0

    def week(self) -> tuple[tuple[Opening, ...], ...]:
        found: dict[int, tuple[Opening, ...]] = {}
        while self._kind():
            days = self._days()
            openings = self._openings()
            for day in days:
                found[day] = _joined(found.get(day, ()), openings)
            while self._kind() in ("and", "end"):
                self._place += 1
        return tuple(found.get(day, ()) for day in range(7))

    def _kind(self, ahead: int = 0) -> str:
        place = self._place + ahead
        return self._tokens[place].kind if place < len(self._tokens) else ""

    def _take(self, kind: str) -> _Token:
        if self._kind() != kind:
            raise _Unclear
        self._place += 1
        return self._tokens[self._place - 1]

    def _days(self) -> list[int]:
        days: list[int] = []
        while True:
            first = self._take("day").days
            if self._kind() == "dash":
                self._place += 1
                last = self._take("day").days
                if len(first) != 1 or len(last) != 1 or not first[0] < last[0] < _HOLIDAYS:
                    raise _Unclear
                first = tuple(range(first[0], last[0] + 1))
            days += first
            if self._kind() == "and":
                self._place += 1
            elif self._kind() != "day":
                return days

    def _openings(self) -> tuple[Opening, ...]:
        if self._kind() == "shut":
            self._place += 1
            return ()
        openings = [self._opening()]
        while self._kind() == "time" or (self._kind() == "and" and self._kind(1) == "time"):
            self._place += self._kind() == "and"
            openings.append(self._opening())
        openings.sort()
        if not _apart(openings):
            raise _Unclear
        return tuple(openings)

    def _opening(self) -> Opening:
        opens = self._take("time").minutes
        self._take("dash")
        closes = self._take("time").minutes
        if opens >= closes:
            raise _Unclear
        return Opening(opens, closes)


def _joined(before: tuple[Opening, ...], after: tuple[Opening, ...]) -> tuple[Opening, ...]:
    both = sorted((*before, *after))
    return tuple(both) if after and _apart(both) else after


def _apart(openings: list[Opening]) -> bool:
    return all(one.closes <= other.opens for one, other in pairwise(openings))
