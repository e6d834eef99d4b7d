"""What a server installs is what the project declares, and the unit starts what the command line offers."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
LOCK = (ROOT / "deploy" / "requirements.lock").read_text("utf-8")
SEAL_LOCK = (ROOT / "deploy" / "requirements-seal.lock").read_text("utf-8")
_PACKAGE = re.compile(r"^[\w.-]+==\S+ \\\n(?: +--hash=\S+(?: \\)?\n)+", re.MULTILINE)


def locked() -> set[str]:
    return {
        name.lower().replace("_", "-").replace(".", "-")
        for name in re.findall(r"^([\w.-]+)==", LOCK, re.MULTILINE)
    }


def test_every_declared_package_is_locked_with_its_digests() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    names = {re.split(r"[<>=!~\[ ]", line)[0].lower().replace(".", "-") for line in declared}
    assert names <= locked(), "run `make lock`"
    for entry in re.split(r"\n(?=[\w.-]+==)", LOCK):
        assert "--hash=sha256:" in entry, entry.splitlines()[0]


def test_the_lock_names_no_place_of_its_own() -> None:
    assert not re.search(r"file:|https?:|--index|--find-links", LOCK + SEAL_LOCK)


def test_who_seals_installs_the_same_packages_and_those_of_the_seal() -> None:
    plain, sealing = set(_PACKAGE.findall(LOCK)), set(_PACKAGE.findall(SEAL_LOCK))

    assert plain < sealing
    assert any(entry.startswith("pyhanko==") for entry in sealing - plain)


def test_the_unit_watches_over_what_the_program_tells_it() -> None:
    unit = (ROOT / "deploy" / "incognito.service").read_text("utf-8")
    assert "Type=notify" in unit
    assert "WatchdogSec=" in unit
    assert "StartLimitIntervalSec=0" in unit
    assert "incognito run --config" in unit
    code = "".join((ROOT / "bot" / name).read_text("utf-8") for name in ("app.py", "schedule.py"))
    assert all(word in code for word in ('tell("READY=1")', 'tell("WATCHDOG=1")', 'tell("STOPPING=1")'))
