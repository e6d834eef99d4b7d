"""A worker process beside the bot: replaced when it dies, and gone when the bot is gone."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from asyncio.subprocess import PIPE
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from bot.demo.stage import ROOT
from bot.workers import Worker

_BOT = """
import asyncio, os
from bot.workers import Worker

async def main() -> None:
    print(await Worker(os.getpid).do(os.getpid), flush=True)
    await asyncio.sleep(60)

if __name__ == "__main__":
    asyncio.run(main())
"""


async def test_a_killed_bot_leaves_no_worker_and_no_open_line(tmp_path: Path) -> None:
    script = tmp_path / "started.py"
    script.write_text(_BOT, "utf-8")
    bot = await asyncio.create_subprocess_exec(
        sys.executable, str(script), stdout=PIPE, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    assert bot.stdout is not None
    assert int(await bot.stdout.readline()) != bot.pid
    bot.send_signal(signal.SIGKILL)
    async with asyncio.timeout(20):  # the line closes only when nobody holds it any more: neither of the two
        assert await bot.stdout.read() == b""
        assert await bot.wait() == -signal.SIGKILL


async def test_orders_that_a_dead_worker_took_along_fail_and_the_next_are_done() -> None:
    worker = Worker(_nothing)
    pid = await worker.do(os.getpid)
    os.kill(pid, signal.SIGKILL)
    lost = await asyncio.gather(*(worker.do(os.getpid) for _ in range(3)), return_exceptions=True)
    assert {type(one) for one in lost} <= {BrokenProcessPool, int}
    assert await worker.do(os.getpid) != pid
    worker.close()


def _nothing() -> None: ...
