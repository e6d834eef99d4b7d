"""What every table from a spreadsheet shares: headings that are recognised, cells that are made clean, words that are folded."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from contest.mistakes import Mistake, mistake
from contest.shape import near

Row = tuple[int, Sequence[str]]
"""A row of a table: the number of the line it begins in, and its cells."""

Spellings = Mapping[str, tuple[str, ...]]
"""What each column may be called, folded; the first is what we call it."""

_STROKES = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ı": "i"})
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_GUARD = re.compile(r"^'(?=\s*[=+@|-])")
"""What our own tables put before a text that a spreadsheet would take for a formula."""


def fold(text: str) -> str:
    """The text for finding and comparing: no case, no Polish letters, single spaces."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(kept.casefold().translate(_STROKES).split())


def columns_of(
    headings: Sequence[str], known: Spellings, *, needed: Sequence[str]
) -> tuple[dict[str, int], tuple[Mistake, ...], tuple[Mistake, ...]]:
    """Where each column is; what forbids reading the table; what will be left out of it."""
    ours = {spelling: column for column, spellings in known.items() for spelling in spellings}
    columns: dict[str, int] = {}
    faults: list[Mistake] = []
    warnings: list[Mistake] = []
    for index, heading in enumerate(headings):
        column = ours.get(spelled(heading))
        if column in columns:
            faults.append(mistake("heading-doubled", heading=shown(heading), column=known[column][0]))
        elif column:
            columns[column] = index
        elif fold(heading):
            warnings.append(
                mistake("heading-unknown", heading=shown(heading), nearest=near(spelled(heading), ours))
            )
    missing = (column for column in needed if column not in columns)
    faults += (
        mistake("heading-missing", column=known[column][0], found=", ".join(map(shown, headings[:20])))
        for column in missing
    )
    return columns, tuple(faults), tuple(warnings)


def spelled(heading: str) -> str:
    """A heading for comparing."""
    return fold(heading).replace("_", " ").strip(" :*.")


def clean(cell: str) -> str:
    """A cell without what no message can show, and without what only kept a spreadsheet from counting it."""
    return _GUARD.sub("", _CONTROLS.sub("\ufffd", cell).replace("\u00a0", " ").strip())


def shown(text: str) -> str:
    """A cell as a complaint quotes it."""
    return clean(" ".join(text.split()))[:60]
