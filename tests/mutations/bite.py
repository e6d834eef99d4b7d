"""Runs in a copy of the house: for each mutation a child is made, in which one test runs against the changed code.

    python -m tests.mutations.bite        one line of JSON: the name of each mutation and the exit code of its test

What no mutation touches (other people's packages, the rules, the phrases) is loaded once, before the children are made; the rest is
loaded by each child, as it then is.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
from pathlib import Path

import pytest

from bot.phrases import catalogue
from tests.mutations.catalogue import MUTATIONS, Mutation

_ASIDE = (
    "aiohttp.web",
    "aiosqlite",
    "apscheduler.schedulers.asyncio",
    "cryptography.hazmat.primitives.asymmetric.ed25519",
    "fluent.runtime",
    "fpdf",
    "holidays",
    "numpy",
    "openpyxl",
    "PIL.Image",
    "pydantic",
    "telegram.request",
)


class _Ends:
    """Whether something broke around a test: then it is not the test that noticed."""

    def __init__(self) -> None:
        self.broken = False

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.broken |= report.failed and report.when != "call"


def test(nodes: list[str]) -> int:
    """The exit code of pytest in a child of its own; 70 when the test itself did not come to an end."""
    child = os.fork()
    if child == 0:
        quiet = os.open(os.environ.get("BITE_LOG", os.devnull), os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        code = 70
        try:
            ends = _Ends()
            words = ["-q", "-x", "-p", "no:cacheprovider", "-p", "no:xdist", *nodes]
            found = int(pytest.main(words, plugins=[ends]))
            code = 70 if ends.broken else found
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def bitten(one: Mutation) -> int:
    """The exit code of the test of a mutation."""
    file = Path(one.file)
    source = file.read_text("utf-8")
    if source.count(one.old) != 1:
        raise LookupError(f"„{one.name}” no longer fits {one.file}: mend the mutation")
    file.write_text(source.replace(one.old, one.new), "utf-8")
    try:
        return test([one.test])
    finally:
        file.write_text(source, "utf-8")


def main() -> None:
    rules = (f"contest.{file.stem}" for file in Path("contest").glob("*.py") if file.stem != "__init__")
    for name in (*_ASIDE, *rules):
        importlib.import_module(name)
    catalogue()
    found = {"nothing": test([one.test for one in MUTATIONS])}
    for one in MUTATIONS:
        found[one.name] = bitten(one)
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
