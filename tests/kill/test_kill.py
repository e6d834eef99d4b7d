"""The bot is killed at random moments of an edition, with signal 9, and nobody loses anything."""

from __future__ import annotations

import asyncio
import os
import secrets
from pathlib import Path

import pytest

from tests.kill.siege import Setting, besiege

MOST_REPEATED = 0.15
"""A message may go out twice when its bot dies before the news of its arrival is kept; not more often than this."""


@pytest.mark.story
def test_a_bot_killed_twenty_times_in_an_edition_loses_invents_and_skips_nothing(tmp_path: Path) -> None:
    seed = int(os.environ.get("KILL_SEED") or secrets.randbelow(10**6))
    print(f"KILL_SEED={seed}")
    found = asyncio.run(besiege(tmp_path, Setting(seed)))
    print(found)
    assert found.faults == {}
    assert found.kills >= 20
    assert min(found.ticks, found.toasts, found.answers) > 100
    assert found.repeated <= MOST_REPEATED * found.messages
