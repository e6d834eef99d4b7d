"""`make soak`: thirty jurors walk thirty questions while the bot is killed every second and Telegram fails at random; about ten minutes.

Each round has a seed of its own and prints what happened; the last line is the sum. `--editions` plays whole editions under fire instead.
Ends with exit code 1 at the first round after which anything is lost, invented, misplaced or stranded, or more than a tenth of the
messages came twice; its seed repeats it, and the database, the log and all conversations of that round are kept beside.
"""

from __future__ import annotations

import argparse
import asyncio
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.kill.siege import Setting, besiege
from tests.kill.thirty import MOST_TWICE, Ordeal, Tally, edition, endure, prepare


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
    seed, began, total = given.seed, time.monotonic(), Tally()
    while time.monotonic() - began < 60 * given.minutes:
        ordeal = Ordeal(seed, jurors=given.jurors, questions=given.questions, noise=given.noise)
        with _evidence(folder / "stage", seed) as keep:
            found = await endure(folder / "stage", rules, folder / "ready", ordeal)
            total.add(found)
            print(f"--seed {seed}, {time.monotonic() - began:.0f} s: {found}", flush=True)
            if found.faults or found.share_twice > MOST_TWICE:
                print(found.faults)
                keep()
                return 1
        seed += 1
    print(f"{seed - given.seed} rounds: {total}", flush=True)
    return 0


async def _editions(folder: Path, given: argparse.Namespace) -> int:
    for seed in range(given.seed, given.seed + given.editions):
        with _evidence(folder / str(seed), seed) as keep:
            found = await besiege(folder / str(seed), Setting(seed, entrants=9, kills=60, noise=given.noise))
            print(f"--seed {seed}: {found}", flush=True)
            if found.faults:
                print(found.faults)
                keep()
                return 1
    return 0


@contextmanager
def _evidence(stage: Path, seed: int) -> Iterator[Callable[[], None]]:
    """What was on the stage of a bad round is worth a look: kept when asked for, and when the round itself breaks."""
    place = Path(f"soak-{seed}")

    def keep() -> None:
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(stage, place)
        print(f"kept in {place}/", flush=True)

    try:
        yield keep
    except BaseException:
        print(f"--seed {seed} broke", flush=True)
        if stage.is_dir():
            keep()
        raise


if __name__ == "__main__":
    sys.exit(main())
