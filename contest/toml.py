"""A TOML file as its author sees it: what it says, and in which line it says so.

`tomllib` knows no lines once it has read a file, so `Document` keeps a map from each table and key to its line; a place that
it does not know falls back on the nearest one around it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from contest.mistakes import Mistake, Mistakes, mistake

Path = tuple[str | int, ...]
"""Where something is in a file: `("groups", 1, "kinds")`; lists count from 0."""

_PART = r"""(?:[\w-]+|"[^"\n]*"|'[^'\n]*')"""
_PARTS = rf"{_PART}(?:\s*\.\s*{_PART})*"
_HEADER = re.compile(rf"\s*(\[\[?)\s*({_PARTS})\s*\]")
_KEY = re.compile(rf"\s*({_PARTS})\s*=\s*(.*)")
_AT = re.compile(r" \(at line (\d+), column \d+\)$")
_CURLY = re.compile(r"(?:[=\[,{]\s*)[„“”‘’«»]")
_SYNTAX = (
    ("Cannot overwrite", "toml-twice"),
    ("Cannot declare", "toml-twice"),
    ("Cannot mutate", "toml-twice"),
    ("Duplicate", "toml-twice"),
    ("Expected '=' after", "toml-no-equals"),
    ("Invalid statement", "toml-no-equals"),
    ("Invalid initial character", "toml-no-equals"),
    ("Unterminated string", "toml-unclosed-text"),
    ("Illegal character '\\n'", "toml-unclosed-text"),
    ("Expected '\"'", "toml-unclosed-text"),
    ("Unescaped '\\'", "toml-backslash"),
    ("Invalid hex", "toml-backslash"),
    ("Invalid date", "toml-no-such-date"),
    ("Unclosed", "toml-unclosed-bracket"),
    ("Expected ']", "toml-unclosed-bracket"),
    ("Invalid value", "toml-no-quotes"),
    ("Expected newline", "toml-leftover"),
)


@dataclass(frozen=True, slots=True)
class Document:
    """A file that was read: its table, the line of each path, and how its lists are called in a place."""

    file: str
    table: Mapping[str, object]
    lines: Mapping[Path, int]
    steps: Mapping[str, str] = field(default_factory=dict)

    def at(self, path: Path, fault: Mistake, *, line_of: Path | None = None) -> Mistake:
        """The complaint with its place: file, line (of another path, when given), table or list element, key."""
        for step, value in reversed(tuple(self._steps(path))):
            fault = fault.within(step, value)
        return self.on(self._line(path if line_of is None else line_of), fault)

    def in_order(self, faults: Iterable[Mistake]) -> tuple[Mistake, ...]:
        """Complaints by their lines, those of unknown line first."""
        return tuple(sorted(faults, key=lambda fault: int(dict(fault.place).get("line", "0"))))

    def on(self, line: int, fault: Mistake) -> Mistake:
        """The complaint with file and line; line 0 is unknown."""
        placed = fault.within("line", line) if line else fault
        return placed.within("file", self.file) if self.file else placed

    def _line(self, path: Path) -> int:
        return next(
            (self.lines[path[:end]] for end in range(len(path), 0, -1) if path[:end] in self.lines), 0
        )

    def _steps(self, path: Path) -> Iterator[tuple[str, str]]:
        here: object = self.table
        for index, step in enumerate(path):
            last = index == len(path) - 1
            here = _inside(here, step)
            if isinstance(step, int):
                name = str(path[index - 1])
                if isinstance(here, Mapping):
                    known = self.steps.get(name)
                    yield (
                        (known, _numbered(step, here))
                        if known
                        else ("table", f"{name} {_numbered(step, here)}")
                    )
            elif last or (not isinstance(here, Mapping | list) and not isinstance(path[index + 1], int)):
                yield "key", step
            elif isinstance(here, Mapping):
                yield "table", step
            elif not isinstance(_inside(here, path[index + 1]), Mapping):
                yield "key", step


def read(source: str, *, file: str = "", steps: Mapping[str, str] | None = None) -> Document:
    """Read a file whole; the one complaint that its syntax allows names the line and what is most likely meant."""
    text = source.removeprefix("\ufeff").replace("\r\n", "\n")
    try:
        table = tomllib.loads(text, parse_float=Decimal)
    except RecursionError:
        fault, line = mistake("toml-unreadable"), 0
    except ValueError as broken:
        fault, line = _syntax(text, str(broken))
    else:
        return Document(file, table, lines(text), steps or {})
    raise Mistakes([Document(file, {}, {}).on(line, fault)])


def with_version(source: str, version: int) -> str:
    """The same file under another number; the rest of it byte for byte."""
    head, mark, rest = re.split(r"(^\s*\[|\Z)", source, maxsplit=1, flags=re.MULTILINE)
    return (
        re.sub(r"^(\s*version\s*=\s*)\d+", rf"\g<1>{version}", head, count=1, flags=re.MULTILINE)
        + mark
        + rest
    )


def lines(text: str) -> dict[Path, int]:
    """The line, from 1, of each table, key and element on a line of its own."""
    found: dict[Path, int] = {}
    here: Path = ()
    elements: Path | None = None
    count = 0
    closing = ""
    for number, line in enumerate(text.split("\n"), start=1):
        if closing:
            closing = "" if closing in line else closing
        elif header := _HEADER.match(line):
            here, elements = _table(header, found), None
            found[here] = number
        elif elements is not None and line.lstrip().startswith("{"):
            found[(*elements, count)] = number
            count += 1
        elif key := _KEY.match(line):
            path = (*here, *_split(key[1]))
            found.setdefault(path, number)
            elements, count = (path if key[2].startswith("[") else None), 0
            closing = _left_open(key[2])
    return found


def as_list(value: object) -> list[object]:
    """A list as it is; anything else as an empty one."""
    return value if isinstance(value, list) else []


def within(value: object, path: Path) -> object:
    """What stands at this path, or None."""
    for step in path:
        value = _inside(value, step)
    return value


def _left_open(value: str) -> str:
    return next((mark for mark in ('"""', "'''") if value.startswith(mark) and mark not in value[3:]), "")


def _table(header: re.Match[str], found: Mapping[Path, int]) -> Path:
    *around, last = _split(header[2])
    path: Path = ()
    for part in around:
        path = (*path, part)
        if newest := _elements(path, found):
            path = (*path, newest - 1)
    path = (*path, last)
    return (*path, _elements(path, found)) if header[1] == "[[" else path


def _elements(path: Path, found: Mapping[Path, int]) -> int:
    count = 0
    while (*path, count) in found:
        count += 1
    return count


def _split(dotted: str) -> list[str]:
    return [part.strip("\"'") for part in re.findall(_PART, dotted)]


def _syntax(text: str, said: str) -> tuple[Mistake, int]:
    rows = text.split("\n")
    at = _AT.search(said)
    last = next((number for number in range(len(rows), 0, -1) if rows[number - 1].strip()), 1)
    line = int(at[1]) if at else last
    written = rows[line - 1].strip()[:60]
    if _CURLY.search(written):
        return mistake("toml-curly-quotes", text=written), line
    code = next((code for start, code in _SYNTAX if said.startswith(start)), "toml-unreadable")
    if code == "toml-unreadable":
        return mistake(code), line
    ended = not at and code == "toml-no-quotes" and not written.endswith("=")
    return mistake("toml-unclosed-bracket" if ended else code, text=written), line


def _inside(value: object, step: str | int) -> object:
    if isinstance(value, Mapping):
        return value.get(step)
    if isinstance(value, list) and isinstance(step, int) and step < len(value):
        return value[step]
    return None


def _numbered(index: int, element: Mapping[str, object]) -> str:
    name = element.get("id")
    return f"{index + 1} „{name[:40]}”" if isinstance(name, str) and name else str(index + 1)
