"""A short soak: `make soak` walks thirty jurors through thirty questions, this one a few through ten."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.kill.thirty import MOST_TWICE, Ordeal, edition, endure, prepare


@pytest.mark.story
def test_whatever_is_killed_and_spoiled_each_question_keeps_what_was_said_last(tmp_path: Path) -> None:
    async def play() -> None:
        rules = edition(tmp_path / "edition", 10)
        await prepare(tmp_path / "ready", tmp_path / "preparing", rules, 4)
        # The rarer things oftener than in the long one, for there are few answers.
        ordeal = Ordeal(5, jurors=4, questions=10, double=0.5, stale=0.4, corrected=0.3, forged=0.3)
        found = await endure(tmp_path / "stage", rules, tmp_path / "ready", ordeal)
        print(found)
        assert found.faults == {}
        assert found.answers == 40
        assert min(found.kills, found.doubled, found.stale, found.corrected, found.forged) > 0
        assert found.twice <= max(5, MOST_TWICE * found.messages)

    asyncio.run(play())
