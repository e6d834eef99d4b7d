"""Work that would hold up the chat is done beside it, in a worker process.

A worker starts with the first order and again if it dies. It lives no longer than the bot, however the bot ends: one that
outlived a killed bot would keep its memory and its open lines for ever.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait
from threading import Thread
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Worker:
    """One process. `prepare` runs in it first; after `most` orders a fresh one takes over."""

    def __init__(self, prepare: Callable[[], None], *, most: int | None = None) -> None:
        self._prepare = prepare
        self._most = most
        self._pool: ProcessPoolExecutor | None = None

    async def do(self, work: Callable[P, T], *args: P.args, **_: P.kwargs) -> T:
        """The result of an order. Raises BrokenProcessPool when the worker died; the next order gets a new one."""
        pool = self.pool()
        try:
            return await asyncio.get_running_loop().run_in_executor(pool, work, *args)
        except BrokenProcessPool:
            if self._pool is pool:  # and not the one that somebody else's order has started since
                self.close()
            raise

    def pool(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(
                max_workers=1,
                mp_context=multiprocessing.get_context("spawn"),
                initializer=_begin,
                initargs=(self._prepare,),
                max_tasks_per_child=self._most,
            )
        return self._pool

    def close(self) -> None:
        """End the process; what it is at is abandoned."""
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None


def _begin(prepare: Callable[[], None]) -> None:
    Thread(target=_end_with_the_bot, daemon=True).start()
    prepare()


def _end_with_the_bot() -> None:
    parent = multiprocessing.parent_process()
    assert parent is not None, "a worker is started by the bot"
    wait([parent.sentinel])
    os._exit(1)
