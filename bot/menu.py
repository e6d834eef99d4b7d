"""The menu of commands in the chat. It is a convenience, never the access control: that is `bot.routes`."""

from __future__ import annotations

from contest.mistakes import Say

MENU = (
    "zadania",
    "dalej",
    "wstecz",
    "nie_moge",
    "pytanie",
    "strefa",
    "ukryj",
    "moje_dane",
    "zapomnij",
    "jezyk",
    "pomoc",
)
"""What everybody's menu shows: the juror's commands. Organisers know theirs from /pomoc."""


def menu(say: Say) -> tuple[tuple[str, str], ...]:
    """Each command with its description, in the language of the voice."""
    return tuple((word, say(phrase_of(word))) for word in MENU)


def phrase_of(command: str) -> str:
    """The phrase that says what a command is for."""
    return f"command-{command.replace('_', '-')}"
