"""Runs in the worker process: the facts of a ranking go in, the files of its calibrated result come out."""

from __future__ import annotations

from contest.snapshot import Snapshot


def weigh(snapshot: Snapshot) -> dict[str, bytes]:
    """The calibrated result as files of the export, by name."""
    # numpy is loaded by the process that counts; the chat's process starts without it.
    from bot.calibrated_files import calibrated_files  # noqa: PLC0415

    return calibrated_files(snapshot)
