"""A length of time as people type it: `1:30`, `1:02:03`, `2,5 min`, `1 h 5 min`, `45 s`."""

from __future__ import annotations

import re
from decimal import Decimal

_CLOCK = re.compile(r"(?:([0-9]{1,3}):)?([0-9]{1,3}):([0-5][0-9])")
_SPAN = re.compile(
    r"(?:([0-9]{1,3}) ?(?:h|g|godz)[a-z.]* ?)?"
    r"(?:([0-9]{1,4}(?:[.,][0-9]{1,2})?) ?(?:m|min)[a-z.]* ?)?"
    r"(?:([0-9]{1,6}(?:[.,][0-9]{1,3})?) ?(?:s|sek|sec)[a-z.]*)?"
)
_BARE = re.compile(r"[0-9]{1,12}(?:[.,][0-9]{1,6})?")


def seconds(said: str, *, minutes: bool) -> Decimal | None:
    """What folded words say, in seconds; None where they say no length. `minutes`: a bare number is of minutes."""
    return _clock(said) if ":" in said else _span(said, of_minutes=minutes)


def _clock(said: str) -> Decimal | None:
    """1:30 is a minute and a half; 1:02:03 has hours."""
    found = _CLOCK.fullmatch(said)
    if found is None:
        return None
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return Decimal(hours * 3600 + minutes * 60 + seconds)


def _span(said: str, *, of_minutes: bool) -> Decimal | None:
    if _BARE.fullmatch(said):
        return Decimal(said.replace(",", ".")) * (60 if of_minutes else 1)
    found = _SPAN.fullmatch(said)
    if found is None or not any(found.groups()):
        return None
    hours, minutes, seconds = (Decimal((part or "0").replace(",", ".")) for part in found.groups())
    return hours * 3600 + minutes * 60 + seconds
