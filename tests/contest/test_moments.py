"""Moments as people type them, seen from a Tuesday, 13 October 2026, 15:00."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contest.mistakes import Mistakes
from contest.moments import read_moment

NOW = datetime(2026, 10, 13, 15, 0)  # noqa: DTZ001 -- local by rule


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("14:35", "2026-10-13 14:35"),
        ("14.35", "2026-10-13 14:35"),
        ("o 9:05.", "2026-10-13 09:05"),
        ("dziś 9:05", "2026-10-13 09:05"),
        ("Dzisiaj o godz. 9.05", "2026-10-13 09:05"),
        ("wczoraj 14:35", "2026-10-12 14:35"),
        ("wczoraj, 14:35", "2026-10-12 14:35"),
        ("przedwczoraj o 7:00", "2026-10-11 07:00"),
        ("yesterday at 14:35", "2026-10-12 14:35"),
        ("w piątek 9:05", "2026-10-09 09:05"),
        ("pt. 9:05", "2026-10-09 09:05"),
        ("we wtorek 14:00", "2026-10-13 14:00"),
        ("we wtorek 16:00", "2026-10-06 16:00"),
        ("12.10 9:05", "2026-10-12 09:05"),
        ("12.10. 9:05", "2026-10-12 09:05"),
        ("12.10.2026 9:05", "2026-10-12 09:05"),
        ("12.10.2026 r. o 9:05", "2026-10-12 09:05"),
        ("12 października 9:05", "2026-10-12 09:05"),
        ("12 October 2026 9:05", "2026-10-12 09:05"),
        ("30.12 9:05", "2025-12-30 09:05"),
        ("2026-10-12 09:05", "2026-10-12 09:05"),
        ("teraz", "2026-10-13 15:00"),
    ],
)
def test_a_moment_is_understood(typed: str, meant: str) -> None:
    assert read_moment(typed, NOW) == datetime.strptime(meant, "%Y-%m-%d %H:%M")  # noqa: DTZ007 -- local by rule


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "wczoraj",
        "25:00",
        "31.02 9:05",
        "29.02 9:05",
        "kiedyś 9:05",
        "ponad 9:05",
        "sobie 9:05",
        "12.13 9:05",
        "jutro 9:05",
    ],
)
def test_what_is_no_moment_is_refused(typed: str) -> None:
    with pytest.raises(Mistakes) as refused:
        read_moment(typed, NOW)

    assert [one.code for one in refused.value.found] == ["moment-not-read"]


@given(st.text(max_size=80) | st.from_regex(r"[a-z0-9. ]{0,12} ?[0-9]{1,2}[:.][0-9]{2}", fullmatch=True))
def test_any_text_raises_nothing_else(typed: str) -> None:
    with suppress(Mistakes):
        read_moment(typed, NOW)
