"""What a new version of a file changes: place by place, whatever kind of file it is.

Parts of a list are known by their `id`, so that a question that moved is a question that moved, and not two others.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from contest.fields import Shape

What = Literal["added", "removed", "changed", "moved"]
_TITLES = ("name", "title", "text", "label")


@dataclass(frozen=True, slots=True)
class Revised:
    """One difference: where, what became of it, and how it reads before and after (a part by its title)."""

    place: tuple[str, ...]
    what: What
    before: str = ""
    after: str = ""


def revised(before: Shape, after: Shape) -> tuple[Revised, ...]:
    """Everything in which two versions differ, in the order of the file; the number of the version itself does not count."""
    old, new = before.model_dump(mode="json", by_alias=True), after.model_dump(mode="json", by_alias=True)
    return tuple(found for found in _tables(old, new, ()) if found.place[:1] != ("version",))


def _tables(
    old: Mapping[str, object], new: Mapping[str, object], place: tuple[str, ...]
) -> Iterator[Revised]:
    for key in dict.fromkeys((*old, *new)):
        yield from _values(old.get(key), new.get(key), (*place, key))


def _values(old: object, new: object, place: tuple[str, ...]) -> Iterator[Revised]:
    if old == new:
        return
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        yield from _tables(old, new, place)
    elif (before := _parts(old)) is not None and (after := _parts(new)) is not None:
        yield from _lists(before, after, place)
    else:
        yield Revised(place, "changed", _shown(old), _shown(new))


def _lists(
    old: Mapping[str, Mapping[str, object]], new: Mapping[str, Mapping[str, object]], place: tuple[str, ...]
) -> Iterator[Revised]:
    for name in dict.fromkeys((*old, *new)):
        here = (*place, name)
        if name not in new:
            yield Revised(here, "removed", before=_title(old[name]))
        elif name not in old:
            yield Revised(here, "added", after=_title(new[name]))
        else:
            yield from _tables(old[name], new[name], here)
    kept = [name for name in old if name in new]
    if kept != [name for name in new if name in old]:
        yield Revised(place, "moved")


def _parts(value: object) -> Mapping[str, Mapping[str, object]] | None:
    """A list whose parts have ids, by their ids."""
    if not isinstance(value, Sequence) or isinstance(value, str):
        return None
    parts = {str(part["id"]): part for part in value if isinstance(part, Mapping) and "id" in part}
    return parts if len(parts) == len(value) else None


def _title(part: Mapping[str, object]) -> str:
    return next((str(part[name]) for name in _TITLES if part.get(name)), str(part["id"]))


def _shown(value: object) -> str:
    match value:
        case None | "" | [] | ():
            return ""
        case str():
            return value
        case bool():
            return "true" if value else "false"
        case list() if all(isinstance(one, str) for one in value):
            return ", ".join(value)
        case _:
            return json.dumps(value, ensure_ascii=False)
