"""The catalogue of phrases: everything a person reads, Polish first, English second, one text an id.

Fluent files (`bot/locale/<language>/*.ftl`) hold the texts and their plural forms. A phrase or a fact that is missing is
a fault of ours and raises: a juror never reads the name of a placeholder.
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from babel import Locale
from fluent.runtime import FluentBundle
from fluent.runtime.types import FluentInt
from fluent.syntax import FluentParser, ast

from contest.mistakes import Fact, Say

LANGUAGES = ("pl", "en")
_HOME = Path(__file__).parent / "locale"


class Html(str):
    """Text that is Telegram HTML already; every other string is escaped on its way into a phrase."""

    __slots__ = ()


class _Whole(FluentInt):
    """A whole number whose digits are grouped once: the library works its pattern out anew for every one that it writes."""

    def format(self, locale: Locale) -> str:
        return _grouped(int(self), locale)


class Phrases:
    """The whole catalogue; a language is read once, when somebody first speaks it."""

    def plain(self, language: str) -> Say:
        """The voice for terminals and documents."""
        return self._voice(language, escape=False)

    def html(self, language: str) -> Say:
        """The voice for the chat: string facts are escaped unless they are `Html`."""
        return self._voice(language, escape=True)

    def _voice(self, language: str, *, escape: bool) -> Say:
        bundle = _bundle(language if language in LANGUAGES else LANGUAGES[0])

        def say(phrase: str, /, **facts: Fact) -> str:
            if not bundle.has_message(phrase):
                raise KeyError(f"no phrase {phrase!r} in {language}")
            pattern = bundle.get_message(phrase).value
            if pattern is None:
                raise KeyError(f"phrase {phrase!r} has no text in {language}")
            text, faults = bundle.format_pattern(pattern, _ready(facts, escape=escape))
            if faults:
                raise KeyError(f"phrase {phrase!r}: {faults}")
            return str(text)

        return say


@cache
def catalogue() -> Phrases:
    """The catalogue of this installation."""
    return Phrases()


def ids(language: str) -> Iterator[tuple[str, str]]:
    """Every (file, phrase id) of a language, also doubled ones, for the tests."""
    for file in sorted((_HOME / language).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text("utf-8")).body:
            if isinstance(entry, ast.Junk):
                raise ValueError(f"{language}/{file.name}: {entry.content!r}")
            if isinstance(entry, ast.Message):
                yield file.name, entry.id.name


@cache
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    parser = FluentParser(with_spans=False)  # where each word stood in its file is a third of the memory
    for file in sorted((_HOME / language).glob("*.ftl")):
        bundle.add_resource(parser.parse(file.read_text("utf-8")))
    return bundle


def _ready(facts: dict[str, Fact], *, escape: bool) -> dict[str, Fact]:
    return {name: _fact(fact, escape=escape) for name, fact in facts.items()}


def _fact(fact: Fact, *, escape: bool) -> Fact:
    if isinstance(fact, int):
        return _Whole(fact)
    return html.escape(fact, quote=False) if escape and not isinstance(fact, Html) else fact


@lru_cache(maxsize=4096)
def _grouped(number: int, locale: Locale) -> str:
    return FluentInt(number).format(locale)
