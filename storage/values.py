"""What goes into a column and what comes out of a row.

Into a column: text, whole numbers, bytes, None, and moments, which become UTC text of fixed width. Out of a row: the shape
that is asked for, a dataclass or a pydantic model by the names of the columns, a tuple by their order, anything else
from the first column.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import is_dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Annotated, TypeVar, cast, get_origin

from pydantic import BaseModel, PlainValidator, TypeAdapter, ValidationError

from contest.session import Session, thaw

T = TypeVar("T")
Value = str | int | bytes | datetime | None
Frozen = Annotated[Session, PlainValidator(thaw)]
"""An interview, out of a column that holds it frozen."""


def stamp(at: datetime) -> str:
    """A moment as text of fixed width in UTC, so that the order of texts is the order of moments."""
    if at.tzinfo is None:
        raise ValueError("a moment without its time zone")
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def listed(values: Iterable[str | int]) -> str:
    """Values as one JSON parameter: `IN (SELECT value FROM json_each(:values))`. Sorted, so that it is stable."""
    return json.dumps(sorted(values, key=str), ensure_ascii=False)


def bound(params: Mapping[str, Value]) -> dict[str, Value]:
    """The parameters of a statement, as SQLite keeps them."""
    return {name: _kept(value) for name, value in params.items()}


def shaped(shape: type[T], row: sqlite3.Row) -> T:
    """The row as a value. A row that does not fit is a fault of ours: TypeError, which does not repeat the values."""
    value: object
    if is_dataclass(shape) or (isinstance(shape, type) and issubclass(shape, BaseModel)):
        value = dict(zip(row.keys(), row, strict=True))
    elif get_origin(shape) is tuple:
        value = tuple(row)
    else:
        value = row[0]
    try:
        return cast("T", _adapter(cast("Hashable", shape)).validate_python(value))
    except ValidationError as misfit:
        faults = [(fault["loc"], fault["type"]) for fault in misfit.errors(include_input=False)]
        raise TypeError(f"a row does not fit {shape!r}: {faults}") from None


@cache
def _adapter(shape: Hashable) -> TypeAdapter[object]:
    return TypeAdapter(cast("type[object]", shape))


def _kept(value: Value) -> Value:
    match value:
        case datetime():
            return stamp(value)
        case str():
            # Half of an emoji, as a foreign client may send it, is no text to SQLite: it becomes a question mark.
            return value.encode("utf-8", "replace").decode("utf-8")
        case _:
            return value
