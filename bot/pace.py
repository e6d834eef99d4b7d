"""How fast Telegram is spoken to: at most so many messages a second, and none while it asks everybody to wait.

A refusal (429) does not say whether it is meant for one chat or for the whole bot. Refused in one chat, only that chat waits.
Refused in a second one before anything was taken from anybody, all wait: to go on would prolong the ban for everybody.
"""

from __future__ import annotations

import asyncio
from collections import deque
from datetime import timedelta

from telegram.error import RetryAfter


class Pace:
    """At most so many messages in any second, over all chats; 0 lifts the limit, but not the wait that Telegram asks for."""

    def __init__(self, per_second: int) -> None:
        self._per_second = per_second
        self._sent: deque[float] = deque()
        self._refused: set[str] = set()
        self._held_until = 0.0

    @property
    def held(self) -> bool:
        """Whether nobody may be written to now."""
        return asyncio.get_running_loop().time() < self._held_until

    def refused(self, person: str, seconds: float) -> None:
        """Telegram asks to wait so long, in this person's chat at least."""
        self._refused.add(person)
        if len(self._refused) > 1:
            self._held_until = max(self._held_until, asyncio.get_running_loop().time() + seconds)

    def taken(self) -> None:
        """Telegram took something from us: what it refused before was meant for those chats alone."""
        self._refused.clear()

    async def wait(self) -> None:
        """Until the next message may go."""
        if not self._per_second:
            return
        loop = asyncio.get_running_loop()
        while True:
            now = loop.time()
            while self._sent and now - self._sent[0] >= 1:
                self._sent.popleft()
            if len(self._sent) < self._per_second:
                self._sent.append(now)
                return
            await asyncio.sleep(1 - (now - self._sent[0]))


def asked_to_wait(error: RetryAfter) -> float:
    """Seconds."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
