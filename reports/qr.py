"""A QR code as a path: the shortest symbol for a text, drawn as runs of squares."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import cast

import segno

from reports.marks import Squares
from reports.theme import Colour

QUIET = 4
"""Modules of empty ground that a reader needs around a symbol (ISO/IEC 18004)."""


def qr(text: str, x: float, y: float, side: float, *, colour: Colour) -> Squares:
    """The symbol with its quiet zone in a square of `side` mm; level M, which survives a fold or a coffee."""
    size, runs = _symbol(text)
    module = side / (size + 2 * QUIET)
    return Squares(x + QUIET * module, y + QUIET * module, module, runs, size, colour)


@lru_cache(maxsize=64)  # a page may be laid out more than once; each holds twenty kilobytes
def _symbol(text: str) -> tuple[int, tuple[int, ...]]:
    """Modules along a side, and the dark runs. The part after `#` is in capitals and digits: a denser alphabet."""
    head, mark, payload = text.partition("#")
    content = [f"{head}{mark}", payload] if payload else [text]
    # a fixed mask: any of the eight is allowed, and the search for the best costs more than all the rest
    # (its own signature forgets that it takes several segments)
    symbol = segno.make(cast("str", content), error="m", mask=3, boost_error=False, micro=False)
    rows = [bytes(row) for row in symbol.matrix]
    runs = (run for line, row in enumerate(rows) for run in _runs(row, line))
    return len(rows), tuple(chain.from_iterable(runs))


def _runs(row: bytes, line: int) -> Iterator[tuple[int, int, int]]:
    """Where dark runs start, in which line, and how long they are."""
    at = 0
    while (at := row.find(1, at)) >= 0:
        end = row.find(0, at)
        end = len(row) if end < 0 else end
        yield at, line, end - at
        at = end
