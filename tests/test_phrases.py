"""The catalogue: every phrase in both languages, once, and a sentence for every complaint that the code can make."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from bot.phrases import LANGUAGES, ids

ROOT = Path(__file__).parents[1]
_CODE = re.compile(r'(?:mistake|refuse|_complaint)\(\s*"([a-z0-9-]+)"')


def codes() -> set[str]:
    """Every code that stands in a complaint somewhere in our packages."""
    files = [
        file
        for package in ("contest", "storage", "reports", "bot")
        for file in (ROOT / package).rglob("*.py")
    ]
    return {code for file in files for code in _CODE.findall(file.read_text("utf-8"))}


def test_both_languages_have_the_same_phrases() -> None:
    polish, english = ({phrase for _, phrase in ids(language)} for language in LANGUAGES)

    assert polish ^ english == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_phrase_is_written_twice(language: str) -> None:
    counts = Counter(phrase for _, phrase in ids(language))

    assert [phrase for phrase, count in counts.items() if count > 1] == []


def test_every_complaint_has_its_sentence() -> None:
    known = {phrase for _, phrase in ids("pl")}

    assert sorted(code for code in codes() if f"mistake-{code}" not in known) == []
