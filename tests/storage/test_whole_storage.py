"""Rules about the package as a whole: every statement is run by some story, and complaints have their sentences."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from bot.phrases import Phrases
from contest.mistakes import Fact, mistake, tell

HERE = Path(__file__).parent
STORAGE = HERE.parents[1] / "storage"
NOUNS = sorted(
    file.stem for file in STORAGE.glob("*.py") if file.stem not in ("__init__", "crash", "database", "values")
)


@pytest.mark.parametrize("noun", NOUNS)
def test_every_function_is_called_in_some_story(noun: str) -> None:
    """Raw SQL is safe only when it is executed."""
    tree = ast.parse((STORAGE / f"{noun}.py").read_text("utf-8"))
    public = {
        node.name
        for node in tree.body
        if isinstance(node, ast.AsyncFunctionDef | ast.FunctionDef) and not node.name.startswith("_")
    }
    told = "\n".join(file.read_text("utf-8") for file in [*HERE.glob("*.py"), STORAGE / "database.py"])

    assert {name for name in public if not re.search(rf"\b{noun}\.{name}\b", told)} == set()


@pytest.mark.parametrize("noun", [*NOUNS, "database"])
def test_statements_are_never_pieced_together(noun: str) -> None:
    tree = ast.parse((STORAGE / f"{noun}.py").read_text("utf-8"))
    pieced = [
        ast.unparse(node)
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr)
        and re.search(r"\b(SELECT|INSERT|UPDATE|DELETE)\b", ast.unparse(node))
    ]

    assert pieced == []


@pytest.mark.parametrize("language", ["pl", "en"])
def test_every_complaint_of_storage_has_a_sentence(language: str) -> None:
    facts: dict[str, Fact] = {
        "id": "telefon",
        "version": 3,
        "next": 4,
        "found": 9,
        "known": 1,
        "number": 2,
        "name": "Urząd",
    }
    facts |= {"channel": "telefon", "entrant": 1, "step": "0002_next.sql", "problem": "no such table"}
    source = "\n".join(file.read_text("utf-8") for file in STORAGE.glob("*.py"))
    codes = set(re.findall(r'mistake\(\s*"([a-z-]+)"', source)) | set(
        re.findall(r'return "([a-z]+-[a-z-]+)"', source)
    )
    say = Phrases().plain(language)

    assert len(codes) >= 13
    assert all(tell(say, mistake(code, **facts)) for code in codes)
