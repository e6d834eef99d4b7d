"""What the system refuses (no permission, no room, no such file), retold as a complaint of ours."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
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
