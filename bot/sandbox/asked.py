"""A request as the handlers read it: names checked against the published methods, values brought to their types.

The real server lets a lot pass (unknown names, `12abc` as 12). The strict mode refuses that in its own voice, so that a
mistake of ours is seen here and not only by nobody.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from bot.sandbox.entities import Json
from bot.sandbox.files import Upload
from bot.sandbox.refusals import bad, strict

Table = Mapping[str, Mapping[str, str]]

# What the real server says when the parameter is missing; the rest is said by the strict mode.
_MISSING = {
    "chat_id": "chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "message_ids": "message identifiers are not specified",
    "file_id": "file_id not specified",
}
_TRUE = frozenset({"true", "yes", "1"})
_FALSE = frozenset({"false", "no", "0", ""})


def published() -> Table:
    """Methods and the types of their parameters, from the table beside this module."""
    read = json.loads((Path(__file__).parent / "methods.json").read_text("utf-8"))
    return cast("Table", read["methods"])


@dataclass(frozen=True, slots=True)
class Asked:
    """One request: the method and its values, each in its type."""

    method: str
    values: Mapping[str, object]
    files: Mapping[str, Upload]

    def integer(self, name: str, default: int = 0) -> int:
        return cast("int", self.values.get(name, default))

    def text(self, name: str) -> str:
        return cast("str", self.values.get(name, ""))

    def flag(self, name: str) -> bool:
        return cast("bool", self.values.get(name, False))

    def array(self, name: str) -> list[object]:
        return cast("list[object]", self.values.get(name, []))

    def mapping(self, name: str) -> Json:
        return cast("Json", self.values.get(name, {}))


def check(
    method: str,
    given: Mapping[str, object],
    *,
    table: Table,
    files: Mapping[str, Upload],
    demanding: bool,
) -> Asked:
    """The request with its values in their types; `demanding` refuses unknown names and odd values. Raises `Refusal`."""
    known = table[method]
    values: dict[str, object] = {}
    for name, value in given.items():
        if (kind := known.get(name)) is None:
            if demanding:
                raise strict(f'unknown parameter "{name}" of {method}')
            continue
        if value is not None:
            values[name] = _READ[kind.removesuffix("!")](name, value, demanding)
    for name, kind in known.items():
        if kind.endswith("!") and name not in values and name not in files:
            raise _missing(name, kind, demanding=demanding)
    return Asked(method, values, files)


def _missing(name: str, kind: str, *, demanding: bool) -> Exception:
    if name in _MISSING:
        return bad(_MISSING[name])
    if kind == "file!":
        return bad(f"there is no {name} in the request")
    return strict(f'parameter "{name}" is required') if demanding else bad(f"parameter {name} is required")


def _integer(name: str, value: object, demanding: bool) -> int:  # noqa: FBT001 -- one shape for all readers
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise strict(f'parameter "{name}" must be an Integer')
    if isinstance(value, int):
        return value
    try:
        return int(value)
    except ValueError:
        if demanding:
            raise strict(f'parameter "{name}" must be an Integer, not "{value[:40]}"') from None
        digits = value[: next((i for i, sign in enumerate(value) if not sign.isdigit()), len(value))]
        return int(digits or 0)


def _id(name: str, value: object, demanding: bool) -> int | str:  # noqa: FBT001 -- one shape for all readers
    if isinstance(value, str) and not value.lstrip("-").isdecimal():
        return value
    return _integer(name, value, demanding)


def _string(name: str, value: object, demanding: bool) -> str:  # noqa: FBT001 -- one shape for all readers
    if not isinstance(value, str) and demanding:
        raise strict(f'parameter "{name}" must be a String')
    return str(value)


def _boolean(name: str, value: object, demanding: bool) -> bool:  # noqa: FBT001 -- one shape for all readers
    word = str(value).lower()
    if demanding and word not in _TRUE | _FALSE:
        raise strict(f'parameter "{name}" must be a Boolean')
    return word in _TRUE


def _array(name: str, value: object, demanding: bool) -> list[object]:  # noqa: ARG001, FBT001 -- one shape for all readers
    read = _json(name, value)
    if not isinstance(read, list):
        raise bad(f"can't parse {name}: expected an Array")
    return read


def _object(name: str, value: object, demanding: bool) -> Json:  # noqa: ARG001, FBT001 -- one shape for all readers
    read = _json(name, value)
    if not isinstance(read, dict):
        words = "object expected as reply markup" if name == "reply_markup" else f"object expected as {name}"
        raise bad(words)
    return read


def _json(name: str, value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        return cast("object", json.loads(value))
    except ValueError:
        what = "reply keyboard markup" if name == "reply_markup" else name
        raise bad(f"can't parse {what} JSON object") from None


_READ: Mapping[str, Callable[[str, object, bool], object]] = {
    "integer": _integer,
    "id": _id,
    "string": _string,
    "boolean": _boolean,
    "array": _array,
    "object": _object,
    "file": _string,
}
