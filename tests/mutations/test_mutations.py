"""The suite tests itself: without a protection, the test that guards it fails."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.mutations.catalogue import MUTATIONS

ROOT = Path(__file__).resolve().parents[2]
_HOUSE = ("contest", "storage", "reports", "bot", "tests", "editions", "examples")
PASSED, FAILED = 0, 1


def test_each_protection_taken_away_is_noticed(tmp_path: Path) -> None:
    for room in _HOUSE:
        shutil.copytree(ROOT / room, tmp_path / room)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    run = subprocess.run(
        [sys.executable, "-m", "tests.mutations.bite"],
        cwd=tmp_path,
        env={**environment, "BITE_LOG": str(tmp_path / "log")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    log = (tmp_path / "log").read_text("utf-8")[-4000:]
    expected = {"nothing": PASSED, **dict.fromkeys((one.name for one in MUTATIONS), FAILED)}
    assert json.loads(run.stdout) == expected, log
