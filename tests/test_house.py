"""The rules of the house, read off the source: who may import whom, and what may stand where."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.phrases import ids

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("contest", "storage", "reports", "bot")
MODULES = sorted(file for package in PACKAGES for file in (ROOT / package).rglob("*.py"))
OURS = frozenset(PACKAGES)

MAY_IMPORT = {
    "contest": {"contest"},
    "storage": {"storage", "contest"},
    "reports": {"reports", "contest"},
    "bot": set(OURS),
}
ONLY_IN = {
    "telegram": "bot",
    "apscheduler": "bot",
    "aiohttp": "bot",
    "aiosqlite": "storage",
    "sqlite3": "storage",
    "fpdf": "reports",
    "pyhanko": "reports",
}
"""A package, and the only room that knows it. The bot catches what SQLite raises: `sqlite3.Error`, no connection."""
CLOCKS = {
    ("datetime", "now"),
    ("datetime", "utcnow"),
    ("date", "today"),
    ("datetime", "today"),
    ("time", "time"),
}
PURE = {"asyncio", "logging", "random", "os", "time", "socket", "subprocess", "threading", "urllib", "http"}
"""Of the standard library, what a rule of the contest has no business with: clock, disk, network, dice of the process."""
SQL = re.compile(
    r"\b(SELECT\s.+\sFROM\s|INSERT\s+INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|CREATE\s+(TABLE|INDEX)\s|PRAGMA\s)",
    re.DOTALL,
)

ALSO = {"contest/calibration": {"numpy"}, "contest/planning": {"numpy", "scipy"}}
"""A room inside a room, and the libraries that only it may know."""

Finding = Iterator[str]
Rule = Callable[[str, ast.Module], Finding]


def imported(tree: ast.Module) -> Iterator[str]:
    """Full names of the modules that a module imports, wherever it does."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(module=str(module), level=0):
                yield module
            case ast.ImportFrom():
                yield "."


def strings(tree: ast.Module) -> Iterator[str]:
    """Every text of the code that is not a docstring or a remark."""
    remarks = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in remarks:
            yield node.value


def imports_go_inwards(room: str, tree: ast.Module) -> Finding:
    for name in imported(tree):
        top = name.split(".")[0]
        if name == "." or (top in OURS and top not in MAY_IMPORT[room.split("/", maxsplit=1)[0]]):
            yield f"imports {name}"


def the_contest_is_pure(room: str, tree: ast.Module) -> Finding:
    if room.split("/", maxsplit=1)[0] != "contest":
        return
    known = OURS | {"pydantic", "pydantic_core"} | ALSO.get(room, set())
    for name in imported(tree):
        top = name.split(".")[0]
        if top not in known and top not in sys.stdlib_module_names:
            yield f"imports {name}"
        # `random.Random` is handed a seed; the module's own dice are not.
        if top in PURE - {"random"}:
            yield f"imports {name}"
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(value=ast.Name(id="random"), attr=attr) if attr != "Random":
                yield f"random.{attr}"
            case ast.ImportFrom(module="random", names=names) if [alias.name for alias in names] != [
                "Random"
            ]:
                yield "dice of the process"
            case ast.Call(func=ast.Name(id="open")):
                yield "opens a file"


def each_library_has_its_room(room: str, tree: ast.Module) -> Finding:
    for name in imported(tree):
        home = ONLY_IN.get(name.split(".")[0], room)
        if home != room and not (room == "bot" and name == "sqlite3"):
            yield f"imports {name}, which belongs to {home}"
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(value=ast.Name(id="sqlite3"), attr=attr) if room != "storage" and attr not in {
                "Error",
                "OperationalError",
                "IntegrityError",
            }:
                yield f"sqlite3.{attr}"


def sql_stands_in_storage(room: str, tree: ast.Module) -> Finding:
    if room != "storage":
        yield from (f"SQL: {text.strip()[:60]!r}" for text in strings(tree) if SQL.search(text))


def time_enters_by_one_door(_: str, tree: ast.Module) -> Finding:
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(value=ast.Name(id=owner) | ast.Attribute(attr=owner), attr=attr) if (
                owner,
                attr,
            ) in CLOCKS:
                yield f"{owner}.{attr} in line {node.lineno}"
            case ast.ImportFrom(module="time", names=names) if any(alias.name == "time" for alias in names):
                yield f"time.time in line {node.lineno}"


def a_module_opens_with_its_thesis(_: str, tree: ast.Module) -> Finding:
    if not ast.get_docstring(tree):
        yield "says nothing about itself"


RULES: tuple[Rule, ...] = (
    imports_go_inwards,
    the_contest_is_pure,
    each_library_has_its_room,
    sql_stands_in_storage,
    time_enters_by_one_door,
    a_module_opens_with_its_thesis,
)
THE_DOOR = ROOT / "bot" / "clock.py"


def room_of(file: Path) -> str:
    """The package of a module, or the room inside it that has libraries of its own."""
    path = file.relative_to(ROOT)
    return next((inner for inner in ALSO if path.is_relative_to(inner)), path.parts[0])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_module_keeps_the_rules_of_the_house(rule: Rule) -> None:
    broken = {
        str(file.relative_to(ROOT)): found
        for file in MODULES
        if not (rule is time_enters_by_one_door and file == THE_DOOR)
        and (found := list(rule(room_of(file), ast.parse(file.read_text("utf-8")))))
    }
    assert broken == {}


@pytest.mark.parametrize(
    ("rule", "room", "source"),
    [
        (imports_go_inwards, "contest", "def f():\n    from storage import people"),
        (imports_go_inwards, "storage", "import reports.fonts"),
        (imports_go_inwards, "bot", "from . import house"),
        (the_contest_is_pure, "contest", "import asyncio"),
        (the_contest_is_pure, "contest", "import numpy"),
        (the_contest_is_pure, "contest/calibration", "import scipy"),
        (the_contest_is_pure, "contest", "import random\nrandom.choice([1])"),
        (the_contest_is_pure, "contest", "open('rules.toml')"),
        (each_library_has_its_room, "reports", "from telegram import Bot"),
        (each_library_has_its_room, "bot", "import fpdf"),
        (each_library_has_its_room, "bot", "import sqlite3\nsqlite3.connect('x')"),
        (sql_stands_in_storage, "bot", "ask('SELECT name FROM people')"),
        (sql_stands_in_storage, "bot", 'ask(f"DELETE FROM {table}")'),
        (time_enters_by_one_door, "bot", "from datetime import datetime\ndatetime.now()"),
        (time_enters_by_one_door, "storage", "import datetime\ndatetime.datetime.utcnow()"),
        (time_enters_by_one_door, "bot", "import time\nstamp = time.time"),
        (a_module_opens_with_its_thesis, "bot", "x = 1"),
    ],
)
def test_a_rule_sees_what_breaks_it(rule: Rule, room: str, source: str) -> None:
    assert list(rule(room, ast.parse(source)))


def test_nothing_is_left_for_later() -> None:
    later = re.compile(r"\b([T]ODO|[F]IXME|[X]XX)\b")
    kept = [ROOT / name for name in (*PACKAGES, "tests", "benchmarks", "editions", "docs")]
    texts = [
        file
        for folder in kept
        for kind in ("py", "toml", "ftl", "sql", "md")
        for file in folder.rglob(f"*.{kind}")
    ]
    assert [str(file.relative_to(ROOT)) for file in texts if later.search(file.read_text("utf-8"))] == []


def test_the_chat_never_shouts_in_polish() -> None:
    home = ROOT / "bot" / "locale" / "pl"
    loud = [
        f"{file.name}: {line.strip()}"
        for file in sorted(home.glob("*.ftl"))
        for line in file.read_text("utf-8").splitlines()
        if "!" in line and not line.startswith("#")
    ]
    assert (loud, bool(list(ids("pl")))) == ([], True)
