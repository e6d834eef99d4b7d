"""Ready sentences under buttons: comments for a return, reasons for an exclusion. An edition may bring its own."""

from __future__ import annotations

from typing import Literal

from bot import labels
from bot.house import Turn, refuse
from bot.messages import Button, Rows

What = Literal["comment", "reason"]
_COUNT = 6
"""Sentences of each kind in the catalogue: `ready-comment-1` ..."""


def sentences(turn: Turn, what: What) -> tuple[str, ...]:
    """What can be said with one tap, plain: the edition's own sentences, or those of the catalogue in its language."""
    settings = turn.house.rules.settings
    own = settings.checking.comments if what == "comment" else settings.checking.reasons
    say = turn.house.phrases.plain(settings.language)
    return own or tuple(say(f"ready-{what}-{number}") for number in range(1, _COUNT + 1))


def ready(turn: Turn, what: What, data: str) -> tuple[list[str], Rows]:
    """The sentences with their numbers, and a button for each: `data:<number>`."""
    found = sentences(turn, what)
    lines = [turn.say("ready-line", number=number, text=text) for number, text in enumerate(found, start=1)]
    buttons = [Button(label=str(number), data=f"{data}:{number}") for number in range(1, len(found) + 1)]
    return lines, labels.rows(buttons)


def reason_of(turn: Turn, what: What, number: int) -> str:
    """The sentence of a number that was tapped."""
    found = sentences(turn, what)
    if not 1 <= number <= len(found):
        raise refuse("dead-button")
    return found[number - 1]
