"""The door of time: a file may shift it, what is no offset changes nothing, and nothing else in the house asks the computer."""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.clock import Clock, read_offset

ROOT = Path(__file__).parents[2]
DOORS = {
    ("datetime", "now"),
    ("datetime", "utcnow"),
    ("datetime", "today"),
    ("date", "today"),
    ("time", "time"),
}


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("", timedelta()),
        (" \n", timedelta()),
        ("+3d2h", timedelta(days=3, hours=2)),
        ("3d 2h", timedelta(days=3, hours=2)),
        ("-90m\n", timedelta(minutes=-90)),
        ("+ 1d 1h 1m 1s", timedelta(days=1, hours=1, minutes=1, seconds=1)),
        ("0s", timedelta()),
        ("3", None),
        ("+3x", None),
        ("3d-2h", None),
        ("tomorrow", None),
        ("+", None),
        ("9999999999d", None),
    ],
)
def test_an_offset_is_days_hours_minutes_and_seconds(text: str, span: timedelta | None) -> None:
    assert read_offset(text) == span


@given(st.text(max_size=30))
def test_no_text_breaks_the_clock(text: str) -> None:
    span = read_offset(text)
    assert span is None or isinstance(span, timedelta)


@given(st.integers(0, 5000), st.integers(0, 99), st.integers(0, 99), st.integers(0, 99), st.booleans())
def test_an_offset_means_what_it_says(days: int, hours: int, minutes: int, seconds: int, back: bool) -> None:
    span = timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
    text = f"{'-' if back else '+'}{days}d{hours}h{minutes}m{seconds}s"
    assert read_offset(text) == (-span if back else span)


def _ahead(clock: Clock) -> timedelta:
    return timedelta(minutes=round((clock.now() - datetime.now(UTC)).total_seconds() / 60))


def test_without_a_file_it_is_now(tmp_path: Path) -> None:
    assert _ahead(Clock()) == timedelta()
    assert _ahead(Clock(tmp_path / "not-there.txt")) == timedelta()
    assert Clock().now().tzinfo is UTC


def test_a_change_of_the_file_counts_at_once_and_what_cannot_be_read_leaves_the_last_good_offset(
    tmp_path: Path,
) -> None:
    file = tmp_path / "clock.txt"
    clock, seen = Clock(file), []
    for number, content in enumerate((b"+3d2h", b"+4d", b"nonsense", b"\xff\xfe", b"99999999d", b"-1h", b"")):
        file.write_bytes(content)
        os.utime(file, ns=(number, number))
        seen.append(_ahead(clock))
    good = timedelta(days=4)
    assert seen == [timedelta(days=3, hours=2), good, good, good, good, timedelta(hours=-1), timedelta()]
    file.write_text("+1d")
    assert _ahead(clock) == timedelta(days=1)
    file.unlink()
    assert _ahead(clock) == timedelta(days=1)


def test_a_folder_in_place_of_the_file_leaves_the_time_as_it_is(tmp_path: Path) -> None:
    assert _ahead(Clock(tmp_path)) == timedelta()


def test_monotonic_time_is_not_shifted(tmp_path: Path) -> None:
    file = tmp_path / "clock.txt"
    file.write_text("+3d")
    clock = Clock(file)
    before = clock.monotonic()
    clock.now()
    assert 0 <= clock.monotonic() - before < 60


def _asks(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        match node:
            case ast.Attribute(value=ast.Name(id=name), attr=asked) if (name, asked) in DOORS:
                yield f"{file.relative_to(ROOT)}:{node.lineno}"


def test_time_enters_by_one_door() -> None:
    files = [
        file for room in ("contest", "storage", "reports", "bot") for file in (ROOT / room).rglob("*.py")
    ]
    asked = [place for file in files for place in _asks(file)]
    assert [place for place in asked if not place.startswith("bot/clock.py")] == []
