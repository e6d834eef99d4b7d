"""How much one person may ask for in a minute: little of what costs much, and plenty of what costs little.

Answers are never counted: what is tapped, written, photographed or edited in an interview is taken however fast it comes. A limit
guards the others: each person's wishes are done one after another, but they share a processor, a disk and a line to Telegram.
"""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

from bot.config import LimitsTable

Cost = Literal["free", "cheap", "dear"]
_MINUTE = timedelta(minutes=1)


@dataclass
class Limits:
    """Who asked for what in the last minute. Kept in memory: a restart forgives."""

    table: LimitsTable
    _asked: defaultdict[tuple[str, Cost], deque[tuple[datetime, str]]] = field(
        default_factory=lambda: defaultdict(deque)
    )

    def allow(self, person: str, cost: Cost, key: str, now: datetime) -> bool:
        """Whether this wish may be done; `key` is the same when it is tried again, and it counts once."""
        most = {"free": 0, "cheap": self.table.commands_per_minute, "dear": self.table.costly_per_minute}[
            cost
        ]
        if not most:
            return True
        asked = self._asked[person, cost]
        while asked and not timedelta() <= now - asked[0][0] < _MINUTE:  # also when the clock was set back
            asked.popleft()
        if any(known == key for _, known in asked):
            return True
        if len(asked) >= most:
            return False
        asked.append((now, key))
        return True
