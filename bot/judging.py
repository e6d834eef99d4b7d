"""Runs in the worker process: the facts of a ranking go in, what follows from them comes out as plain values."""

from __future__ import annotations

from contest.both import Both
from contest.conduct import Conduct, Work
from contest.snapshot import Snapshot


def judge(snapshot: Snapshot) -> Both:
    """Both results of these facts."""
    # numpy is loaded by the process that counts; the chat's process starts without it.
    from contest.deciding import both  # noqa: PLC0415

    return both(snapshot)


def watch(given: tuple[Snapshot, tuple[Work, ...]]) -> tuple[Conduct, ...]:
    """How the jurors of these facts work."""
    from contest.conducting import conducts  # noqa: PLC0415 -- as above

    return conducts(*given)
