"""Every complaint to a human: a stable code, where it is, what is wrong; the sentence is in the catalogue.

A `Mistake` is a value. Its code names the message `mistake-<code>` of the catalogue, which says the fault and the
remedy; its place is a path of steps (`file`, `line`, `section`, `question`, `key` ...), each named `place-<step>` there.
Tests assert on codes, so that wording can improve freely.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import Protocol

Fact = str | int


class Say(Protocol):
    """The voice: a phrase of the catalogue by its id, with its facts filled in."""

    def __call__(self, phrase: str, /, **facts: Fact) -> str: ...


@dataclass(frozen=True, slots=True)
class Mistake:
    """One complaint: what (`code`), where (`place`), with which facts."""

    code: str
    facts: Mapping[str, Fact] = field(default_factory=dict)
    place: tuple[tuple[str, str], ...] = ()

    def within(self, step: str, value: str | int) -> Mistake:
        """The same complaint, seen from one step further out."""
        return replace(self, place=((step, str(value)), *self.place))


class Mistakes(Exception):  # noqa: N818 -- it carries complaints; it is not an error of the program
    """All that is wrong with something that a person gave us, at once."""

    def __init__(self, found: Iterable[Mistake]) -> None:
        self.found = tuple(found)
        super().__init__("; ".join(f"{mistake.code} {dict(mistake.facts)}" for mistake in self.found))

    def within(self, step: str, value: str | int) -> Mistakes:
        return Mistakes(mistake.within(step, value) for mistake in self.found)


def mistake(code: str, /, **facts: Fact) -> Mistake:
    """A complaint, written as it is said: `mistake("too-large", most=5)`."""
    return Mistake(code, facts)


def tell(say: Say, found: Mistake) -> str:
    """The complaint as one line for a person: place, fault, remedy."""
    sentence = say(f"mistake-{found.code}", **found.facts)
    where = ", ".join(say(f"place-{step}", value=value) for step, value in found.place)
    return f"{where}: {sentence}" if where else sentence


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that a misspelt one most likely meant, or an empty string."""
    return next(iter(get_close_matches(word, list(known), n=1, cutoff=0.6)), "")
