"""Runs in the worker process: the facts of a ranking go in, both of its results come out as plain values."""

from __future__ import annotations

from contest.both import Both
from contest.snapshot import Snapshot


def judge(snapshot: Snapshot) -> Both:
    """Both results of these facts."""
    # numpy is loaded by the process that counts; the chat's process starts without it.
    from contest.deciding import both  # noqa: PLC0415

    return both(snapshot)
