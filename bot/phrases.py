"""The catalogue of phrases: everything a person reads, Polish first, English second, one text an id.

Fluent files (`bot/locale/<language>/*.ftl`) hold the texts and their plural forms. A phrase or a fact that is missing is
a fault of ours and raises: a juror never reads the name of a placeholder.
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser, ast

from contest.mistakes import Fact, Say

LANGUAGES = ("pl", "en")
_HOME = Path(__file__).parent / "locale"


class Html(str):
    """Text that is Telegram HTML already; every other string is escaped on its way into a phrase."""

    __slots__ = ()


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
            text, faults = bundle.format_pattern(pattern, _escaped(facts) if escape else dict(facts))
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


def _escaped(facts: dict[str, Fact]) -> dict[str, Fact]:
    return {
        name: fact if isinstance(fact, Html | int) else html.escape(fact, quote=False)
        for name, fact in facts.items()
    }
