"""The fields of what organisers write: exact numbers, plain ids, plain file names, days and times; nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal
from fractions import Fraction
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, Strict, StringConstraints
from pydantic_core import PydanticCustomError

from contest.clock import Span, span
from contest.mistakes import Fact, Mistakes

_DIGITS = 12  # 1e999999999 is nine bytes in a file and a gigabyte as an exact number


class Shape(BaseModel):
    """A frozen table of a file: no key besides its own, no value read as what it is not."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def refuse(code: str, /, **facts: Fact) -> PydanticCustomError:
    """A refusal for a validator to raise: `raise refuse("not-a-file-name", value=value)`."""
    return PydanticCustomError(code, code, dict(facts))


def _whole(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, int):
        raise refuse("wrong-type", expected="integer", found=found(value))
    return value


def _decimal(value: object) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise refuse("wrong-type", expected="number", found=found(value))
    exact = Decimal(value)
    if not exact.is_finite() or abs(exact.adjusted()) > _DIGITS:
        raise refuse("wrong-type", expected="number", found=found(value))
    return exact


def _exact(value: object) -> Fraction:
    return value if isinstance(value, Fraction) else Fraction(_decimal(value))


def _local(value: object) -> datetime:
    if isinstance(value, str):
        value = _written(value)
    if not isinstance(value, datetime):
        raise refuse("not-a-local-time", value=found(value))
    if value.tzinfo is not None:
        raise refuse("time-with-offset", value=str(value))
    if not 2000 <= value.year <= 2200:
        raise refuse("not-a-local-time", value=str(value))
    return value


def _written(value: str) -> object:
    try:
        return datetime.strptime(value.strip().replace("T", " "), "%Y-%m-%d %H:%M")  # noqa: DTZ007 -- local by rule
    except ValueError:
        return value


def _span(value: object) -> Span:
    if isinstance(value, Span):
        return value
    try:
        return span(value if isinstance(value, str) else found(value))
    except Mistakes as refused:
        (only,) = refused.found
        raise refuse(only.code, **only.facts) from None


def _file_name(value: str) -> str:
    if not re.fullmatch(r"[^\W_][\w.-]{0,60}\.toml", value) or ".." in value:
        raise refuse("not-a-file-name", value=value)
    return value


def _picture(value: str) -> str:
    if value and (not re.fullmatch(r"[^\W_][\w.-]{0,60}\.(svg|png)", value) or ".." in value):
        raise refuse("not-a-picture-name", value=value)
    return value


def _colour(value: str) -> str:
    if not re.fullmatch(r"#[0-9A-Fa-f]{6}", value):
        raise refuse("not-a-colour", value=value)
    return value.upper()


def _address(value: str) -> str:
    if value and not re.fullmatch(r"https://[a-z0-9.-]+\.[a-z]{2,}(:\d{1,5})?(/[A-Za-z0-9._~/-]*)?", value):
        raise refuse("not-an-address", value=value)
    return value


def _fraction(value: object) -> Fraction:
    """A whole number, a decimal one, or a fraction in quotes: "1/3"."""
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,6}/[1-9][0-9]{0,5}", value):
        return Fraction(value)
    return _exact(value)


def _share(value: object) -> Fraction:
    exact = _fraction(value)
    if 0 <= exact <= 1:
        return exact
    raise refuse("not-a-share", value=found(value))


def _weight(value: object) -> Fraction:
    exact = _fraction(value)
    if exact >= 0:
        return exact
    raise refuse("negative-weight", value=found(value))


def _day(value: object) -> date:
    """2026-10-12, with or without quotes."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        return datetime.strptime(str(value), "%Y-%m-%d").date()  # noqa: DTZ007 -- a day has no zone
    except ValueError:
        raise refuse("wrong-type", expected="date", found=found(value)) from None


def _clock(value: object) -> time:
    """14:35, with or without quotes and seconds; only whole minutes."""
    try:
        exact = value if isinstance(value, time) else time.fromisoformat(str(value))
    except ValueError:
        exact = None
    if exact is None or isinstance(value, int | float) or exact.tzinfo or exact.second or exact.microsecond:
        raise refuse("wrong-type", expected="time", found=found(value))
    return exact


def _short(longest: int) -> AfterValidator:
    """Identifiers travel in buttons, which hold 64 bytes."""

    def check(value: str) -> str:
        if re.fullmatch(rf"[a-z0-9_]{{1,{longest}}}", value):
            return value
        raise refuse("not-a-short-id", value=found(value), longest=longest)

    return AfterValidator(check)


def _listed(value: object) -> object:
    """`{ odebrano = "yes" }` is short for `{ odebrano = ["yes"] }`."""
    if isinstance(value, Mapping):
        return {key: (one,) if isinstance(one, str) else one for key, one in value.items()}
    return value


def _given(value: object) -> object:
    """A model answer as text, whatever kind of value it stands as in the file."""
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return tuple(value)
    if isinstance(value, str | tuple):
        return value
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return str(_decimal(value))
    raise refuse("wrong-type", expected="text", found=found(value))


def found(value: object) -> str:
    """The value as the organiser would recognise it in the file."""
    return ("true" if value else "false") if isinstance(value, bool) else str(value)[:60]


Whole = Annotated[int, BeforeValidator(_whole)]
Exact = Annotated[Fraction, BeforeValidator(_exact)]
"""A number kept exactly: whole, or written with a decimal point."""
Switch = Annotated[bool, Strict()]
Version = Annotated[Whole, Field(ge=1)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]
Ident = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,23}\z")]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,47}\z")]
LocalTime = Annotated[datetime, BeforeValidator(_local)]
"""A moment as the clock on the wall shows it; whether it exists is asked with its time zone (`contest.clock.to_utc`)."""
Lead = Annotated[Span, BeforeValidator(_span)]
FileName = Annotated[str, AfterValidator(_file_name)]
"""A file beside the one that names it."""
PictureName = Annotated[str, AfterValidator(_picture)]
"""A file `*.svg` or `*.png` beside the edition, or nothing."""
HexColour = Annotated[str, AfterValidator(_colour)]
"""`#14264A`."""
Address = Annotated[str, AfterValidator(_address), Field(max_length=80)]
"""A page on the web, `https://...` without a question mark or a number sign, or nothing."""
Given = Annotated[str | tuple[str, ...] | None, BeforeValidator(_given)]
Points = Annotated[Fraction, BeforeValidator(_share)]
Weight = Annotated[Fraction, BeforeValidator(_weight)]
Plain = Annotated[Decimal, BeforeValidator(_decimal)]
Day = Annotated[date, BeforeValidator(_day)]
ClockTime = Annotated[time, BeforeValidator(_clock)]
QuestionId = Annotated[str, _short(24)]
OptionId = Annotated[str, _short(16)]
Condition = Annotated[Mapping[str, tuple[str, ...]], BeforeValidator(_listed)]
