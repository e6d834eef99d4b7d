"""The fields of what organisers write: exact numbers, plain ids, plain file names, local times; nothing is guessed."""

from __future__ import annotations

import re
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, Strict, StringConstraints
from pydantic_core import PydanticCustomError

from contest.clock import Span, span
from contest.mistakes import Fact, Mistakes

_DIGITS = 20  # 1e999999999 is nine bytes in a file and a gigabyte as an exact number


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


def _exact(value: object) -> Fraction:
    if isinstance(value, bool) or not isinstance(value, int | Decimal | Fraction):
        raise refuse("wrong-type", expected="number", found=found(value))
    if isinstance(value, Decimal) and (not value.is_finite() or abs(value.adjusted()) > _DIGITS):
        raise refuse("wrong-type", expected="number", found=found(value))
    return Fraction(value)


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
