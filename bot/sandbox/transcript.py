"""Conversations as text, to be read by people and compared by tests.

`> ` the person, `< ` the bot, `<   [Tak] [Nie]` its buttons, `> [Tak]` a press, `! ` the notice that answers a press, under it,
`~ ` an edited message, `x ` a deleted one; `┊ ` begins each line of a quote that is folded until somebody taps it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bot.sandbox.state import Happening, Seen

_SIGNS = {"wrote": ">", "said": "<", "edited": "~", "deleted": "x"}


def conversation(history: Iterable[Happening]) -> str:
    """All that happened in a chat, one line after the other, with a line break at the end."""
    return "".join(f"{line}\n" for happening in _ordered(tuple(history)) for line in _happened(happening))


def _ordered(history: Sequence[Happening]) -> Iterator[Happening]:
    """As it happened, but for the notices: one comes beside whatever else the bot has to say, and belongs to its press."""
    answers = {happening.query: happening for happening in history if happening.what == "answered"}
    pressed = {happening.query for happening in history if happening.what == "pressed"}
    for happening in history:
        if happening.what != "answered" or happening.query not in pressed:
            yield happening
        if happening.what == "pressed" and happening.query in answers:
            yield answers[happening.query]


def screen(messages: Iterable[Seen], keyboard: Sequence[Sequence[str]] = ()) -> str:
    """The visible messages; an edited one says so at its end."""
    lines = []
    for seen in messages:
        lines += _message(">" if seen.mine else "<", seen, mark=" (edytowane)" if seen.edited else "")
    lines += [f"=   {_row(row)}" for row in keyboard]
    return "\n".join(lines)


def _happened(happening: Happening) -> list[str]:
    match happening.what:
        case "pressed":
            return [f"> [{happening.text}]"]
        case "answered":
            return [f"! {line}" for line in happening.text.splitlines()]
        case "deleted" if happening.seen is not None:
            return [f"x {_first_line(happening.seen)}"]
        case _ if happening.seen is not None:
            sign = _SIGNS[happening.what]
            return _message("~" if happening.seen.mine and happening.seen.edited else sign, happening.seen)
        case _:
            return []


def _message(sign: str, seen: Seen, *, mark: str = "") -> list[str]:
    lines = _content(seen)
    lines[-1] += mark
    return [f"{sign} {line}".rstrip() for line in lines] + [f"{sign}   {_row(row)}" for row in seen.buttons]


def _content(seen: Seen) -> list[str]:
    """What a message holds: a file or another kind in angle brackets, then its text."""
    lines = _folded(seen).split("\n") if seen.text else []
    if seen.kind == "text":
        return lines or [""]
    return [f"<{seen.kind}{': ' if seen.file_name else ''}{seen.file_name}>", *lines]


def _folded(seen: Seen) -> str:
    """The text with its folded quotes marked, the last one first, so that offsets (in UTF-16 units) stay true."""
    units = seen.text.encode("utf-16-le")
    folds = [one for one in seen.entities if one["type"] == "expandable_blockquote"]
    for fold in sorted(folds, key=lambda one: int(str(one["offset"])), reverse=True):
        start = 2 * int(str(fold["offset"]))
        stop = start + 2 * int(str(fold["length"]))
        quote = units[start:stop].decode("utf-16-le").replace("\n", "\n┊ ")
        units = units[:start] + f"┊ {quote}".encode("utf-16-le") + units[stop:]
    return units.decode("utf-16-le")


def _first_line(seen: Seen) -> str:
    return _content(seen)[0]


def _row(labels: Sequence[str]) -> str:
    return " ".join(f"[{label}]" for label in labels)
