"""Our documents for `benchmarks/documents.py`: facts that are ready and signed become files, as the worker makes them."""

from __future__ import annotations

import argparse
import pickle
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.clock import Work, timed
from bot.phrases import Phrases
from reports.qr import qr
from reports.theme import Colour

SAY = Phrases().plain("pl")
MADE_AT = datetime(2026, 12, 1, 11, 0, tzinfo=UTC)


def _work(values: Iterator[Any]) -> Work:
    for index, value in enumerate(values):
        if code := getattr(value, "code", ""):
            qr(code, 0, 0, 28, colour=Colour(0, 0, 0))  # its matrix is ready before the clock starts
        draw = sys.modules[type(value).__module__].draw
        yield partial(draw, value, SAY, MADE_AT + timedelta(days=index))


def _handed(file: Path) -> Iterator[Any]:
    with file.open("rb") as values:
        while values.peek(1):
            yield pickle.load(values)


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("engine")
    asked.add_argument("task")
    asked.add_argument("--count", type=int, help="how many files were handed over")
    asked.add_argument("--handed", type=Path, required=True)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory(dir=given.handed) as home:
        print(
            timed(given.engine, given.task, _work(_handed(given.handed / f"{given.task}.pickle")), Path(home))
        )
