"""What the log tells, and what it never tells."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator

import pytest

from bot import logs

TOKEN = "123456789:AAsecretsecretsecretsecretsecretsec"
NAME = "Anna Kowalska-Canary"


@pytest.fixture
def told() -> Iterator[io.StringIO]:
    """The log as text, and afterwards as it was."""
    root, ours = logging.getLogger(), logging.getLogger("bot")
    kept = root.handlers[:], root.level, ours.level
    out = io.StringIO()
    logs.begin(out)
    yield out
    root.handlers[:], root.level, ours.level = kept[0], kept[1], kept[2]


def lines(out: io.StringIO) -> list[dict[str, str]]:
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_an_entry_is_one_object_with_a_key_to_find_the_rest_by(told: io.StringIO) -> None:
    logging.getLogger("bot.reception").warning("update %d waits for Telegram: %s", 17, "TimedOut")

    (entry,) = lines(told)
    assert (entry["level"], entry["part"], entry["said"]) == (
        "warning",
        "bot.reception",
        "update 17 waits for Telegram: TimedOut",
    )
    assert entry["at"].endswith("+00:00")


def test_a_fault_is_told_by_its_kind_and_places_and_never_by_its_words(told: io.StringIO) -> None:
    try:
        int(f"{NAME} wrote something\nover two lines")
    except ValueError:
        logging.getLogger("bot.reception").exception("update %d failed", 17)

    (entry,) = lines(told)
    assert entry["fault"] == "ValueError"
    assert "test_a_fault_is_told" in entry["places"]
    assert NAME not in told.getvalue()


def test_of_other_libraries_only_warnings_and_only_their_fixed_words(told: io.StringIO) -> None:
    foreign = logging.getLogger("httpx")
    foreign.info("HTTP Request: POST https://api.telegram.org/bot%s/getMe", TOKEN)
    foreign.warning("cannot reach %s for %s", f"https://api.telegram.org/bot{TOKEN}", NAME)

    (entry,) = lines(told)
    assert entry["said"] == "cannot reach %s for %s"
    assert TOKEN not in told.getvalue()
    assert NAME not in told.getvalue()
