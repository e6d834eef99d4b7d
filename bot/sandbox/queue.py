"""The queue of updates: ids rise by one, an offset confirms, what waits too long is gone."""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from bot.sandbox.entities import Json

# What Telegram leaves out unless a bot asks for it by name.
_ASKED_FOR = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
_FAR_AHEAD = 10


@dataclass(frozen=True, slots=True)
class Entry:
    """One update that waits: its JSON, ready to be sent."""

    id: int
    kind: str
    raw: str
    expires: float


class Queue:
    """Updates of one bot, in order, until they are confirmed or expire. Times are Unix seconds of the world's clock."""

    def __init__(self, now: Callable[[], float], *, limit: int) -> None:
        self._now = now
        self._limit = limit
        self._waiting: deque[Entry] = deque()
        self._again: list[Entry] = []
        self._next_id = 700_000_001
        self.allowed: frozenset[str] | None = None
        self.arrived = asyncio.Event()

    def __len__(self) -> int:
        return len(self._waiting)

    @property
    def newest(self) -> int:
        """The number of the newest update that there ever was."""
        return self._next_id - 1

    def push(self, kind: str, body: object, *, lifetime: float) -> int | None:
        """A new update; its id, or None when the bot does not take this kind or the queue is full."""
        if not self._takes(kind) or len(self._waiting) >= self._limit:
            return None
        return self._append(kind, {"update_id": self._next_id, kind: body}, lifetime=lifetime)

    def push_raw(self, update: Json, *, lifetime: float) -> int:
        """An update exactly as it is given; it gets the next id unless it brings its own."""
        kind = next((key for key in update if key != "update_id"), "")
        return self._append(kind, {"update_id": self._next_id, **update}, lifetime=lifetime)

    def repeat(self, entries: list[Entry]) -> None:
        """Deliver these once more with the next poll, even when they are confirmed."""
        self._again.extend(entries)
        self.ring()

    def confirm(self, offset: int) -> None:
        """Forget everything below the offset; a negative one keeps only that many of the newest."""
        if offset < 0:
            while len(self._waiting) > -offset:
                self._waiting.popleft()
        elif offset <= self._next_id + _FAR_AHEAD:
            while self._waiting and self._waiting[0].id < offset:
                self._waiting.popleft()

    def ready(self, limit: int) -> list[Entry]:
        """The oldest updates that still live; they stay until they are confirmed."""
        now = self._now()
        if any(entry.expires <= now for entry in self._waiting):
            self._waiting = deque(entry for entry in self._waiting if entry.expires > now)
        again, self._again = self._again[:limit], self._again[limit:]
        return again + [entry for entry, _ in zip(self._waiting, range(limit - len(again)), strict=False)]

    def clear(self) -> None:
        self._waiting.clear()
        self._again.clear()

    def _takes(self, kind: str) -> bool:
        return kind not in _ASKED_FOR if self.allowed is None else kind in self.allowed

    def _append(self, kind: str, update: Json, *, lifetime: float) -> int:
        own = update["update_id"]
        number = own if isinstance(own, int) else self._next_id
        self._waiting.append(Entry(number, kind, json.dumps(update), self._now() + lifetime))
        self._next_id = max(self._next_id, number) + 1
        self.ring()
        return number

    def ring(self) -> None:
        """Wake whoever waits for updates."""
        self.arrived.set()
        self.arrived = asyncio.Event()
