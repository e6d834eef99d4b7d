"""After a power cut in which only what was synced survives, everything that was confirmed is there."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from random import Random

from tests.power.cut import disk

ROOT = Path(__file__).resolve().parents[2]
CUTS, ROWS = 40, 320


def kept(database: Path) -> int:
    """How many rows there are in a database that is whole."""
    with sqlite3.connect(database) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        (count,) = db.execute("SELECT count(*) FROM facts").fetchone()
    db.close()
    return int(count)


def test_whatever_was_confirmed_before_a_power_cut_is_there_after_it(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    under = disk(tmp_path, folder)
    dice = Random(7)
    moments = sorted(dice.sample(range(1, ROWS), CUTS))
    with subprocess.Popen(
        [sys.executable, "-m", "tests.power.writer", folder / "incognito.sqlite3"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, **under.environment},
    ) as writer:
        assert writer.stdin is not None
        assert writer.stdout is not None
        for number in range(1, ROWS + 1):
            writer.stdin.write("vacuum\n+\n" if number == ROWS // 2 else "+\n")
            writer.stdin.flush()
            if number == ROWS // 2:
                writer.stdout.readline()
            assert int(writer.stdout.readline()) == number
            if number in moments:
                survived = under.survivors(tmp_path / f"cut-{number}")
                assert kept(survived / "incognito.sqlite3") == number
        writer.stdin.write("+\n" * 50)  # and one in the middle of work
        writer.stdin.flush()
        confirmed = [int(writer.stdout.readline()) for _ in range(dice.randrange(5, 30))]
        writer.kill()
    survived = under.survivors(tmp_path / "cut-at-work")
    assert kept(survived / "incognito.sqlite3") >= confirmed[-1]
