"""How the bot speaks to jurors, as rules that any message can be held against.

Counted are lines as they are written; a folded quote shows three of its lines until it is tapped. What a person asked for
by name may be longer: details of an assignment, one's own data, the list of commands, the training read again. Labels are measured by
`bot.labels`, whose docstring says which phone and which type that assumes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot import labels

MOST_LINES = 12
FOLDED = 3
_ON_DEMAND = (
    "O co zapytać",
    "What to ask",
    "Twoje dane",
    "Your data",
    "/zadania –",
    "/zadania -",
    "Szkolenie: pytania i wzory",
)
_ENTITY = re.compile(r"&(?:amp;)?(?:lt|gt|amp|quot|#\d+);")


def spoken(text: str) -> Iterator[str]:
    """What is wrong with the words."""
    if "!" in text:
        yield "an exclamation mark"
    if re.search(r"\S  +\S", text):
        yield "two spaces"
    if _ENTITY.search(text):
        yield "an entity that people would read"


def shaped(text: str, folded: Iterable[str] = ()) -> Iterator[str]:
    """`folded`: the quotes of the text that stay folded until somebody taps them."""
    length = len(text.split("\n"))
    for quote in folded:
        length -= max(len(quote.split("\n")) - FOLDED, 0)
    if length > MOST_LINES and not any(words in text for words in _ON_DEMAND):
        yield f"{length} lines"


def pressed(rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """What is wrong with the buttons."""
    for row in map(list, rows):
        if len(row) > labels.MOST:
            yield f"{len(row)} buttons in a row"
        yield from (f"„{label}” would be cut" for label in row if not labels.fits(label, len(row)))
