"""`make soak`: editions played while the bot is killed again and again and Telegram fails at random, round after round.

Ends with exit code 1 at the first round after which anything is missing, invented, skipped or stuck; its seed repeats it.
"""

from __future__ import annotations

import argparse
import asyncio
import secrets
import sys
import tempfile
from pathlib import Path

from tests.kill.siege import Setting, besiege


def main() -> int:
    asked = argparse.ArgumentParser(prog="make soak", description=__doc__)
    asked.add_argument("--rounds", type=int, default=5)
    asked.add_argument("--kills", type=int, default=60)
    asked.add_argument("--entrants", type=int, default=9)
    asked.add_argument("--noise", type=float, default=0.05, help="share of calls that Telegram spoils")
    asked.add_argument("--seed", type=int, default=secrets.randbelow(10**6))
    given = asked.parse_args()
    for seed in range(given.seed, given.seed + given.rounds):
        setting = Setting(seed, entrants=given.entrants, kills=given.kills, noise=given.noise)
        with tempfile.TemporaryDirectory(prefix="incognito-soak-") as folder:
            found = asyncio.run(besiege(Path(folder), setting))
        print(f"--seed {seed}: {found}", flush=True)
        if found.faults:
            print(found.faults)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
