"""Faults of shape, retold: what pydantic refuses in a file becomes complaints with our codes, at their places.

unknown-key(key, nearest, known) · missing-key(key) · wrong-type(expected, found) · not-allowed(value, nearest, allowed) · too-small(least) ·
not-above(least) · too-large(most) · empty-text · text-too-long(most) · too-few(least) · too-many(most) · not-an-id(value) · wrong-value(value);
a validator of ours adds its own code by `contest.fields.refuse`. `expected` is one of text, integer, number, list, table, switch.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import UnionType
from typing import Annotated, Literal, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from contest.fields import found
from contest.mistakes import Fact, Mistake, Mistakes, mistake, nearest
from contest.toml import Document, Path, as_list, within

T = TypeVar("T")
M = TypeVar("M", bound=BaseModel)
Faults = Iterator[tuple[Path, Mistake]]
"""Complaints, each with the keys that lead to its place."""

_EXPECTED = {
    "string_type": "text",
    "int_type": "integer",
    "int_from_float": "integer",
    "int_parsing": "integer",
    "decimal_type": "number",
    "decimal_parsing": "number",
    "float_type": "number",
    "bool_type": "switch",
    "bool_parsing": "switch",
    "tuple_type": "list",
    "list_type": "list",
    "dict_type": "table",
    "mapping_type": "table",
    "model_type": "table",
    "model_attributes_type": "table",
}
_BOUNDS = {
    "greater_than": ("not-above", "least", "gt"),
    "greater_than_equal": ("too-small", "least", "ge"),
    "less_than_equal": ("too-large", "most", "le"),
    "string_too_long": ("text-too-long", "most", "max_length"),
    "too_short": ("too-few", "least", "min_length"),
    "too_long": ("too-many", "most", "max_length"),
}
_UNIONS = (Union, UnionType)
_KEYED = {"unknown-key", "missing-key"}


def whole(model: type[M], document: Document, meaning: Faults) -> M:
    """The document as a value. Raises `Mistakes` with everything that is wrong: with its shape, and what `meaning` finds."""
    value: M | None = None
    faults: tuple[Mistake, ...] = ()
    try:
        value = model.model_validate(document.table)
    except ValidationError as refused:
        faults = retell(refused, model, document)
    faults = (*faults, *(document.at(path, fault) for path, fault in meaning))
    if value is None or faults:
        raise Mistakes(document.in_order(faults))
    return value


def retell(error: ValidationError, model: object, document: Document) -> tuple[Mistake, ...]:
    """All that pydantic refused in `document`, read as `model`, each fault at its place."""
    return tuple(
        _placed(detail, model, document)
        for detail in error.errors(include_url=False)
        if not _crowded_out(detail)
    )


def sound(shape: type[T], values: object) -> tuple[tuple[int, T], ...]:
    """Those elements of a list that have this shape, with their indexes: what can be said about the meaning of a file
    whose shape is faulty elsewhere."""
    adapter = TypeAdapter(shape)
    return tuple(_sound(adapter, values)) if isinstance(values, list) else ()


def near(word: str, known: Iterable[str]) -> str:
    """The known word most likely meant, or `none`: phrases can ask for that, not for an empty fact."""
    return nearest(word, known) or "none"


def ids(document: Document, table: str) -> tuple[str, ...]:
    """The ids that a list of tables gives, also those of tables that are faulty elsewhere."""
    given = (within(element, ("id",)) for element in as_list(document.table.get(table)))
    return tuple(each for each in given if isinstance(each, str))


def doubled_ids(document: Document, table: str) -> Faults:
    """A complaint about each element whose id an earlier one has."""
    seen: set[object] = set()
    for index, element in enumerate(as_list(document.table.get(table))):
        given = within(element, ("id",))
        if isinstance(given, str) and given in seen:
            yield (table, index, "id"), mistake("doubled-id", id=given)
        seen.add(given if isinstance(given, str) else None)


def unknown(code: str, word: str, known: Iterable[str]) -> Mistake:
    """A name that nothing has, with the one that was most likely meant and all that there are."""
    names = tuple(dict.fromkeys(known))
    return mistake(code, value=word, nearest=near(word, names), known=", ".join(names))


def _sound(adapter: TypeAdapter[T], values: Sequence[object]) -> Iterator[tuple[int, T]]:
    for index, value in enumerate(values):
        try:
            yield index, adapter.validate_python(value)
        except ValidationError:
            continue


def _crowded_out(detail: ErrorDetails) -> bool:
    """Whether a list is called too short only because its faulty elements were not counted."""
    least = detail.get("ctx", {}).get("min_length", 0)
    return (
        detail["type"] == "too_short" and isinstance(detail["input"], list) and len(detail["input"]) >= least
    )


def _placed(detail: ErrorDetails, model: object, document: Document) -> Mistake:
    """A key that is unknown or missing is named by the complaint, so that the place ends at the table around it."""
    path = _path(detail["loc"], document.table)
    told = _told(detail, model)
    return document.at(path[:-1] if told.code in _KEYED else path, told, line_of=path)


def _told(detail: ErrorDetails, model: object) -> Mistake:
    kind, value, context = detail["type"], detail["input"], detail.get("ctx", {})
    last = str(detail["loc"][-1]) if detail["loc"] else ""
    if kind == "extra_forbidden":
        known = tuple(keys(model, detail["loc"][:-1]))
        return mistake("unknown-key", key=last, nearest=near(last, known), known=", ".join(known))
    if kind in {"missing", "union_tag_not_found"}:
        return mistake("missing-key", key=last if kind == "missing" else _tag(context))
    if kind in _EXPECTED:
        return mistake("wrong-type", expected=_EXPECTED[kind], found=found(value))
    if kind in {"literal_error", "union_tag_invalid", "enum"}:
        return _not_allowed(value, context)
    if kind in _BOUNDS:
        code, fact, name = _BOUNDS[kind]
        return mistake(code, **{fact: str(context[name])})
    if kind == "string_too_short":
        return mistake("empty-text")
    if kind == "string_pattern_mismatch":
        return mistake("not-an-id", value=found(value))
    if kind == detail["msg"]:
        return Mistake(kind, {name: fact for name, fact in context.items() if isinstance(fact, Fact)})
    return mistake("wrong-value", value=found(value))


def _tag(context: Mapping[str, object]) -> str:
    return str(context.get("discriminator", "")).strip("'")


def _not_allowed(value: object, context: Mapping[str, object]) -> Mistake:
    said = str(context.get("expected") or context.get("expected_tags") or "")
    allowed = tuple(word for word in said.replace(" or ", ", ").replace("'", "").split(", ") if word)
    shown = str(context["tag"]) if "tag" in context else found(value)
    return mistake("not-allowed", value=shown, nearest=near(shown, allowed), allowed=", ".join(allowed))


def _path(place: tuple[str | int, ...], table: Mapping[str, object]) -> Path:
    """The place without the tags of unions, which are words of pydantic and not of the file."""
    path: Path = ()
    for index, step in enumerate(place):
        if index == len(place) - 1 or within(table, (*path, step)) is not None:
            path = (*path, step)
    return path


def keys(model: object, place: Sequence[str | int]) -> Iterator[str]:
    """The keys that a file may have at this place, by their names in the file."""
    for step in place:
        model = tuple(_down(model, step))
    for each in _models(model):
        yield from (info.alias or name for name, info in each.model_fields.items())


def _down(shape: object, step: str | int) -> Iterator[object]:
    if isinstance(step, int):
        yield from (
            argument for part in _parts(shape) for argument in get_args(part) if argument is not Ellipsis
        )
        return
    for model in _models(shape):
        for name, info in model.model_fields.items():
            if step == (info.alias or name):
                yield info.annotation
            elif step in get_args(info.annotation) and get_origin(info.annotation) is Literal:
                yield model


def _models(shape: object) -> Iterator[type[BaseModel]]:
    yield from (part for part in _parts(shape) if isinstance(part, type) and issubclass(part, BaseModel))


def _parts(shape: object) -> Iterator[object]:
    """The alternatives of a type: unions and annotations opened, collections left whole."""
    if isinstance(shape, tuple):
        for each in shape:
            yield from _parts(each)
    elif get_origin(shape) is Annotated:
        yield from _parts(get_args(shape)[0])
    elif get_origin(shape) in _UNIONS:
        yield from _parts(get_args(shape))
    else:
        yield shape
