"""What the approved contacts say about a juror, for checkers: severity, scatter, what to look into, and how much hangs on them.

Questions to a person, never an act: nobody is left out by a number.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.house import Turn
from bot.organiser.certainty import points
from contest.both import Both, JurorFacts

_USUAL = (0.8, 1.25)
"""A scatter that needs no words, against what is usual."""


def measured(turn: Turn, code: str, both: Both) -> list[str]:
    """Lines for the juror's card; one sentence when nothing can be said."""
    head = turn.say("measured-head")
    found = next((each for each in both.jurors if each.juror == code), None)
    if found is not None:
        return [head, *_told(turn, found)]
    if both.uncorrected is not None:
        return [head, turn.plain(both.uncorrected)]
    return [head, turn.say("measured-nothing")]


def _told(turn: Turn, found: JurorFacts) -> Iterator[str]:
    yield turn.say("measured-contacts", count=found.contacts)
    yield _severity(turn, found)
    least, most = _USUAL
    if found.noise > most:
        yield turn.say("measured-noisy", times=points(turn, found.noise))
    else:
        yield turn.say("measured-steady" if found.noise < least else "measured-usual")
    for flag in found.flags:
        yield turn.say(f"measured-{flag}")
    if found.podium_changes is not None:
        yield turn.say("measured-influence", code=found.juror, count=found.podium_changes)
    yield turn.say("measured-note")


def _severity(turn: Turn, found: JurorFacts) -> str:
    """An interval that holds zero says that nobody knows, whatever its middle."""
    size = points(turn, abs(found.severity))
    if found.low > 0:
        return turn.say(
            "measured-stricter", points=size, low=points(turn, found.low), high=points(turn, found.high)
        )
    if found.high < 0:
        return turn.say(
            "measured-milder", points=size, low=points(turn, -found.high), high=points(turn, -found.low)
        )
    return turn.say("measured-unsure", milder=points(turn, -found.low), stricter=points(turn, found.high))
