"""A QR code as a path: the shortest symbol for a text, drawn as runs of squares."""

from __future__ import annotations

from functools import lru_cache
from typing import cast

import segno

from reports.fonts import Step
from reports.marks import Shape
from reports.theme import Colour

QUIET = 4
"""Modules of empty ground that a reader needs around a symbol (ISO/IEC 18004)."""


def qr(text: str, x: float, y: float, side: float, *, colour: Colour) -> Shape:
    """The symbol with its quiet zone in a square of `side` mm; level M, which survives a fold or a coffee."""
    rows = _modules(text)
    module = side / (len(rows) + 2 * QUIET)
    left, top = x + QUIET * module, y + QUIET * module
    steps: list[Step] = []
    for line, row in enumerate(rows):
        at = top + line * module
        for start, length in _runs(row):
            steps.append(("R", (left + start * module, at, length * module, module)))
    return Shape(tuple(steps), fill=colour)


@lru_cache(maxsize=256)
def _modules(text: str) -> tuple[bytes, ...]:
    """Rows of modules, 1 where it is dark. The part after `#` is in capitals and digits: a denser alphabet."""
    head, mark, payload = text.partition("#")
    content = [f"{head}{mark}", payload] if payload else [text]
    # a fixed mask: any of the eight is allowed, and the search for the best costs more than all the rest
    # (its own signature forgets that it takes several segments)
    symbol = segno.make(cast("str", content), error="m", mask=3, boost_error=False, micro=False)
    return tuple(bytes(row) for row in symbol.matrix)


def _runs(row: bytes) -> list[tuple[int, int]]:
    """Where dark runs start and how long they are."""
    runs: list[tuple[int, int]] = []
    at = 0
    while (at := row.find(1, at)) >= 0:
        end = row.find(0, at)
        end = len(row) if end < 0 else end
        runs.append((at, end - at))
        at = end
    return runs
