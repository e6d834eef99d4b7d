"""`docs/przypadki.md` names the test of every case that was tried: each of them exists, and the counts are right."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

TESTS = Path(__file__).parent
PAGE = (TESTS.parent / "docs" / "przypadki.md").read_text("utf-8")
_NAMED = re.compile(r"`([\w/.]+\.py)::(\w+)`")


def sections() -> dict[str, list[str]]:
    """Heading -> its rows of cases."""
    found = {}
    for part in PAGE.split("\n## ")[1:]:
        title, _, body = part.partition("\n")
        found[title] = [line for line in body.splitlines() if line.startswith("|")][2:]
    return found


@cache
def names_in(file: str) -> frozenset[str]:
    """The functions of a file of tests."""
    tree = ast.parse((TESTS / file).read_text("utf-8"))
    return frozenset(
        node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )


def test_every_case_names_tests_that_exist() -> None:
    rows = [row for rows in sections().values() for row in rows]
    missing = [f"{file}::{name}" for file, name in _NAMED.findall(PAGE) if name not in names_in(file)]

    assert missing == []
    assert [row for row in rows if not _NAMED.search(row.rpartition(" | ")[2])] == []


def test_the_counts_at_the_top_are_those_of_the_sections() -> None:
    counted = {title: len(rows) for title, rows in sections().items()}
    told = dict(re.findall(r"^\| ([^|`]+) \| (\d+) \|$", PAGE, re.MULTILINE))

    assert told == {
        title: str(count) for title, count in (counted | {"razem": sum(counted.values())}).items()
    }
