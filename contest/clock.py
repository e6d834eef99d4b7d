"""Local time of a contest: moments that exist, spans of the calendar, hours of the night when nobody is disturbed.

Rule 1: what is stored and compared is UTC; what a person writes or reads is local time without an offset.
Rule 2: a local time that the clock skips or shows twice is refused, never guessed.
Rule 3: "a day before" is the same time on the day before, also when that night had 23 or 25 hours.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from contest.mistakes import Mistakes, mistake

_SPAN = re.compile(r"([1-9][0-9]{0,3})(d|h|min)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time as people write it: `3d` (days of the calendar), `3h`, `45min` (elapsed time)."""

    count: int
    unit: Literal["d", "h", "min"]

    def __str__(self) -> str:
        return f"{self.count}{self.unit}"

    @property
    def length(self) -> timedelta:
        """The nominal length, to compare spans by; a day of the calendar counts as 24 hours."""
        match self.unit:
            case "d":
                return timedelta(days=self.count)
            case "h":
                return timedelta(hours=self.count)
            case "min":
                return timedelta(minutes=self.count)


@dataclass(frozen=True, slots=True)
class QuietHours:
    """The part of a local day in which nobody is written to: from `start` until just before `end`, also over midnight.

    Equal ends mean that there are no quiet hours.
    """

    start: time
    end: time

    def cover(self, local: time) -> bool:
        if self.start <= self.end:
            return self.start <= local < self.end
        return local >= self.start or local < self.end


def span(text: str) -> Span:
    """Read `3d`, `3h` or `45min`; anything else is refused as `not-a-span`."""
    read = _SPAN.fullmatch(text.strip())
    if read is None:
        raise Mistakes([mistake("not-a-span", value=text[:60])])
    count, unit = int(read[1]), read[2]
    return Span(count, "d" if unit == "d" else "h" if unit == "h" else "min")


def zone(name: str) -> ZoneInfo:
    """The time zone of this name, or `no-time-zone` (also when the machine has no tables of time zones)."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # unknown, impossible as a name, or a directory
        raise Mistakes([mistake("no-time-zone", value=name[:60])]) from None


def to_utc(local: datetime, tz: ZoneInfo) -> datetime:
    """The one moment at which the clock on the wall shows `local` (naive).

    Raises `time-does-not-exist` for an hour that the clock skips and `time-exists-twice` for one that it repeats.
    """
    if local.tzinfo is not None:
        raise ValueError("a local time has no offset")
    first, second = (local.replace(tzinfo=tz, fold=fold).astimezone(UTC) for fold in (0, 1))
    if first == second:
        return first
    code = "time-exists-twice" if first < second else "time-does-not-exist"
    raise Mistakes([mistake(code, value=f"{local:%Y-%m-%d %H:%M}")])


def to_local(at: datetime, tz: ZoneInfo) -> datetime:
    """What the clock on the wall shows at that moment, without an offset."""
    return at.astimezone(tz).replace(tzinfo=None, fold=0)


def next_allowed(at: datetime, quiet: QuietHours, tz: ZoneInfo) -> datetime:
    """The moment itself, or the end of the quiet hours that it falls into (UTC)."""
    local = to_local(at, tz)
    if not quiet.cover(local.time()):
        return at
    day = local.date() if local.time() < quiet.end else local.date() + timedelta(days=1)
    return on_the_clock(datetime.combine(day, quiet.end), tz)


def before(at: datetime, lead: Span, tz: ZoneInfo) -> datetime:
    """So long before `at` (UTC): whole days by the calendar of `tz`, hours and minutes as they pass."""
    if lead.unit == "d":
        return on_the_clock(to_local(at, tz) - timedelta(days=lead.count), tz)
    return at - lead.length


def on_the_clock(local: datetime, tz: ZoneInfo) -> datetime:
    """For times that nobody wrote: a skipped hour is taken as the one after it, a repeated one as its first."""
    return local.replace(tzinfo=tz, fold=0).astimezone(UTC)
