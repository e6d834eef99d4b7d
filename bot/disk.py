"""Files that matter: written whole, and what the system refuses (no permission, no room) retold as a complaint of ours."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from contest.mistakes import Mistakes, mistake


def refusal(refused: OSError) -> str:
    """Why, as the fact `problem` of a complaint: the phrase `system-reason` has a sentence for the usual ones."""
    return errno.errorcode.get(refused.errno or 0, type(refused).__name__)


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Around whatever writes there. Raises `Mistakes` (`data-not-writable`) where the system refuses it."""
    try:
        yield
    except OSError as refused:
        raise Mistakes([mistake("data-not-writable", folder=str(folder), problem=refusal(refused))]) from None


def create(file: Path, content: bytes) -> None:
    """A new file for our eyes alone: it appears whole or not at all, on the disk for good, and never instead of another."""
    draft = file.with_name(f".{file.name}.{os.getpid()}")
    draft.unlink(missing_ok=True)  # of a process that died here under the same number
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        with suppress(FileExistsError):
            os.link(draft, file)
        folder = os.open(file.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
    finally:
        draft.unlink(missing_ok=True)
