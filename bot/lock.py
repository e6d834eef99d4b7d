"""One instance on the same data: a lock on a file of its own, apart from the database's."""

from __future__ import annotations

import fcntl
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import IO

from bot.disk import writing


class AlreadyRunning(Exception):  # noqa: N818 -- a state of affairs, not an error of the program
    """Another instance works on the same data."""


@asynccontextmanager
async def lock(directory: Path) -> AsyncIterator[None]:
    """Only one instance on the same data. The file is separate from the database's own."""
    with writing(directory):
        directory.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle: IO[str] = (directory / "lock").open("w")
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise AlreadyRunning(str(directory)) from None
        handle.write(str(os.getpid()))
        handle.flush()
        yield
    finally:
        handle.close()
