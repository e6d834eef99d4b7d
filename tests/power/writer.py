"""A program that works on a database until the power is cut: a line in, a line out after each commit.

+     put one more row; answers with how many there are
vacuum  write the file anew
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from storage import facts
from storage.database import Database

FILLER = "x" * 20_000
"""So much in a row that the log is moved into the file every few dozen commits."""


async def work(path: Path) -> None:
    db = await Database.open(path)
    count = 0
    while line := await asyncio.to_thread(sys.stdin.readline):
        if line.strip() == "vacuum":
            await db.scrub()
        else:
            count += 1
            name = f"{count:05}"
            await db.transact(lambda tx, name=name: facts.put(tx, name, FILLER))  # type: ignore[misc]
        print(count, flush=True)
    await db.close()


if __name__ == "__main__":
    asyncio.run(work(Path(sys.argv[1])))
