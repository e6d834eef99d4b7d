"""Numbers and dates as people read them. Rounding happens here and nowhere earlier, half upwards."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from contest.mistakes import Say

MINUS = "\N{MINUS SIGN}"


def rounded(value: Fraction, places: int = 1) -> Fraction:
    """The value at so many decimals, halves upwards: 12.25 -> 12.3, -12.25 -> -12.2."""
    scale = 10**places
    return Fraction((value * scale + Fraction(1, 2)).__floor__(), scale)


def digits(value: Fraction, places: int = 1) -> str:
    """The rounded value with a full stop and a plain minus, for machines: `-12.3`."""
    whole = int(rounded(value, places) * 10**places)
    text = f"{abs(whole):0{places + 1}d}"
    body = f"{text[:-places]}.{text[-places:]}" if places else text
    return f"-{body}" if whole < 0 else body


def decimal(say: Say, value: Fraction, *, places: int = 1) -> str:
    """The rounded value in the language of the document: `−12,3`."""
    return digits(value, places).replace(".", say("document-decimal-mark")).replace("-", MINUS)


def percent(say: Say, value: Fraction, *, places: int = 1) -> str:
    """A share given in percent, 0 to 100: `75,0 %`."""
    return say("document-percent", value=decimal(say, value, places=places))


def difference(say: Say, value: Fraction, *, places: int = 1) -> str:
    """A signed difference of two percentages, in percentage points: `+7,2 p.p.`; none is `0,0 p.p.`."""
    near = rounded(value, places)
    text = decimal(say, near, places=places)
    return say("document-points", value=f"+{text}" if near > 0 else text)


def points(say: Say, value: Fraction, *, places: int = 1) -> str:
    """A distance of two percentages, without a sign: `7,2 p.p.`."""
    return say("document-points", value=decimal(say, value, places=places))


def weight(say: Say, value: Fraction) -> str:
    """A weight with no more decimals than it needs: `2`, `1,5`."""
    places = next((few for few in (0, 1, 2) if rounded(value, few) == value), 3)
    return decimal(say, value, places=places)


def day(say: Say, when: date) -> str:
    """A date in words: `21 listopada 2026`."""
    # strings, for a year is a name and not an amount: 2026, never 2 026
    return say("document-day", day=str(when.day), month=f"m{when.month}", year=str(when.year))
