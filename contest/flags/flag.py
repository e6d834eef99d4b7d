"""A flag: what is odd, where, and how much it weighs in the order of the queue."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from contest.answers import Answer
from contest.mistakes import Fact

Code = Literal[
    "photo-seen",
    "recognised",
    "fast-contact",
    "text-seen",
    "answers-seen",
    "photo-like",
    "contradiction",
    "key-missing",
    "key-there",
    "fast-answers",
    "late",
    "straight",
]

WEIGHTS: Mapping[Code, int] = {
    "photo-seen": 6,
    "recognised": 6,
    "fast-contact": 5,
    "text-seen": 5,
    "answers-seen": 4,
    "photo-like": 4,
    "contradiction": 4,
    "key-missing": 3,
    "key-there": 3,
    "fast-answers": 3,
    "late": 2,
    "straight": 1,
}
"""What a copy or a discovered juror would cost the contest stands above what is merely unusual."""


@dataclass(frozen=True, slots=True)
class Flag:
    """One oddity. The catalogue says `flag-<code>` with the facts, and `short-<code>` in a list."""

    code: Code
    question: str = ""
    """The id of the question that it is about; empty: the submission as a whole."""
    facts: Mapping[str, Fact] = field(default_factory=dict)
    other: Answer | None = None
    """Of a contradiction: what the other contact found."""


def weight(flags: Iterable[Flag]) -> int:
    """How urgently somebody should look: each kind of oddity counts once, however often it occurs."""
    return sum(WEIGHTS[code] for code in {flag.code for flag in flags})


def ordered(flags: Iterable[Flag]) -> tuple[Flag, ...]:
    """The heaviest first; equals keep their order."""
    return tuple(sorted(flags, key=lambda flag: -WEIGHTS[flag.code]))
