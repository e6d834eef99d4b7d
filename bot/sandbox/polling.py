"""getUpdates: confirm, wait, deliver; the newer of two pollers wins and the older one hears 409."""

from __future__ import annotations

import asyncio
from contextlib import suppress

from bot.sandbox.asked import Asked
from bot.sandbox.profile import allow
from bot.sandbox.queue import Entry
from bot.sandbox.refusals import conflict
from bot.sandbox.world import World

_LIMIT = 100
_TIMEOUT = 50
_TERMINATED = "terminated by other getUpdates request; make sure that only one bot instance is running"
_WEBHOOK = (
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)


class Poller:
    """The one long poll that may be open, and what the last one asked for."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._turn = 0
        self._last_offset = 0
        self._last_start = float("-inf")

    async def poll(self, asked: Asked) -> list[Entry]:
        """The updates for one request, after waiting for them as long as it asks; raises `Refusal`."""
        if self._world.settings.webhook:
            raise conflict(_WEBHOOK)
        limit, timeout = self._manners(asked)
        turn = self._take_over()
        if "allowed_updates" in asked.values:
            allow(self._world, asked)
        queue = self._world.queue
        queue.confirm(asked.integer("offset"))
        deadline = asyncio.get_running_loop().time() + timeout
        while not (ready := queue.ready(limit)):
            left = deadline - asyncio.get_running_loop().time()
            if left <= 0:
                break
            with suppress(TimeoutError):
                async with asyncio.timeout(left):
                    await queue.arrived.wait()
            if turn != self._turn:
                raise conflict(_TERMINATED)
        return ready

    def end(self) -> None:
        """Send the open poll home."""
        self._take_over()

    def _take_over(self) -> int:
        self._turn += 1
        self._world.queue.ring()
        return self._turn

    def _manners(self, asked: Asked) -> tuple[int, int]:
        """Limit and timeout as the server grants them: asking the same again at once is slowed down."""
        limit = min(max(asked.integer("limit", _LIMIT), 1), _LIMIT)
        timeout = min(max(asked.integer("timeout"), 0), _TIMEOUT)
        offset, now = asked.integer("offset"), asyncio.get_running_loop().time()
        if self._world.rules.repeated_poll_waits and offset == self._last_offset:
            if now < self._last_start + 3:
                timeout = max(timeout, 3)
            if now < self._last_start + 0.5:
                limit = 1
        self._last_offset, self._last_start = offset, now
        return limit, timeout
