"""What the program says about itself: one JSON object a line for a machine, one plain line for a terminal.

Neither ever holds the token or anything that people wrote. A fault is told by its kind and by the places that it passed,
never by its words, for they may repeat what was read; of what other libraries say only the fixed part is kept, without the
values. An entry names an update, an outbox row or a date of the schedule by its key: that is enough to find the rest in the
database.
"""

from __future__ import annotations

import json
import logging
import sys
import traceback
from datetime import UTC, datetime
from typing import TextIO

_OURS = ("bot", "storage", "reports", "contest")
_PLACES = 8
"""Places of a fault that are told, the innermost last."""


class Told(logging.Formatter):
    """An entry as one line; `plain` for people at a terminal."""

    def __init__(self, *, plain: bool) -> None:
        super().__init__()
        self._plain = plain

    def format(self, record: logging.LogRecord) -> str:
        at = datetime.fromtimestamp(record.created, UTC)
        told = {
            "at": at.isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "part": record.name,
            "said": _said(record),
        }
        if record.exc_info and record.exc_info[0] is not None:
            told["fault"] = record.exc_info[0].__name__
            told["places"] = " > ".join(
                f"{step.name}:{step.lineno}" for step in traceback.extract_tb(record.exc_info[2])[-_PLACES:]
            )
        if not self._plain:
            return json.dumps(told, ensure_ascii=False)
        fault = f" ({told['fault']}: {told['places']})" if "fault" in told else ""
        return f"{at:%H:%M:%S} {told['level']} {told['part']}: {told['said']}{fault}"


def _said(record: logging.LogRecord) -> str:
    """Our own words with their values; of others the first line of the fixed part, for their values may be anything."""
    if record.name.partition(".")[0] in _OURS:
        return record.getMessage()
    return next(iter(str(record.msg).splitlines()), "")[:200]


def begin(stream: TextIO = sys.stderr) -> None:
    """From now on everything is told here. Others are heard from a warning on: their news hold addresses, and the token in them."""
    spoken = logging.StreamHandler(stream)
    spoken.setFormatter(Told(plain=stream.isatty()))
    logging.basicConfig(level=logging.WARNING, handlers=[spoken], force=True)
    for ours in _OURS:
        logging.getLogger(ours).setLevel(logging.INFO)
