"""`make soak`: thirty jurors walk thirty questions while the bot is killed every second and Telegram fails at random; about ten minutes.

Each round has a seed of its own and prints what happened. `--editions` plays whole editions under fire instead. Ends with exit code 1
at the first round after which anything is lost, invented, misplaced or stranded, or more than a tenth of the messages came twice; its
seed repeats it.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import time
from pathlib import Path

from tests.kill.siege import Setting, besiege
from tests.kill.thirty import MOST_TWICE, Ordeal, edition, endure, prepare


def main() -> int:
    asked = argparse.ArgumentParser(prog="make soak", description=__doc__)
    asked.add_argument("--minutes", type=float, default=10.0, help="no round begins after so many")
    asked.add_argument("--seed", type=int, default=1, help="of the first round; the next ones count up")
    asked.add_argument("--jurors", type=int, default=30)
    asked.add_argument("--questions", type=int, default=30)
    asked.add_argument("--noise", type=float, default=0.05, help="share of calls that Telegram spoils")
    asked.add_argument("--editions", type=int, default=0, metavar="ROUNDS", help="whole editions instead")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="incognito-soak-") as folder:
        rounds = _editions if given.editions else _interviews
        return asyncio.run(rounds(Path(folder), given))


async def _interviews(folder: Path, given: argparse.Namespace) -> int:
    rules = edition(folder / "edition", given.questions)
    print(f"preparing {given.jurors} jurors with {given.questions} questions each", flush=True)
    await prepare(folder / "ready", folder / "preparing", rules, given.jurors)
    seed, began = given.seed, time.monotonic()
    while time.monotonic() - began < 60 * given.minutes:
        ordeal = Ordeal(seed, jurors=given.jurors, questions=given.questions, noise=given.noise)
        found = await endure(folder / "stage", rules, folder / "ready", ordeal)
        print(f"--seed {seed}: {found}", flush=True)
        if found.faults or found.share_twice > MOST_TWICE:
            print(found.faults)
            return 1
        seed += 1
    return 0


async def _editions(folder: Path, given: argparse.Namespace) -> int:
    for seed in range(given.seed, given.seed + given.editions):
        found = await besiege(folder / str(seed), Setting(seed, entrants=9, kills=60, noise=given.noise))
        print(f"--seed {seed}: {found}", flush=True)
        if found.faults:
            print(found.faults)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
