"""Runs in the worker process: the facts of a ranking and other settings go in, what they would change comes out."""

from __future__ import annotations

from dataclasses import dataclass

from contest.simulation import Change, Effects, altered, effects
from contest.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Question:
    """The facts, the changes, and the entrants that whoever asks must not see."""

    state: Snapshot
    changes: tuple[Change, ...]
    hidden: frozenset[int]


def simulate(asked: Question) -> Effects:
    """What the changes would do to the result that decides."""
    # numpy is loaded by the process that counts; the chat's process starts without it.
    from contest.deciding import decided  # noqa: PLC0415

    return effects(asked.state, altered(asked.state, asked.changes), decided, hidden=asked.hidden)
