"""What the approved contacts say about a juror, for checkers: severity, scatter, what to look into, and how much hangs on them.

Questions to a person, never an act: nobody is left out by a number.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.house import Turn
from bot.organiser.certainty import points
from contest.both import Both, JurorFacts
from contest.conduct import Conduct, Told

_USUAL = (0.8, 1.25)
"""A scatter that needs no words, against what is usual."""
_HASTY, _FLAT = 0.6, 0.6
"""Shares of what is usual: whoever is surely below is worth a look."""
_NARROW = (0.85, 1.15)


def measured(turn: Turn, code: str, both: Both, conduct: Conduct | None) -> list[str]:
    """Lines for the juror's card; one sentence when nothing can be said."""
    head = turn.say("measured-head")
    found = next((each for each in both.jurors if each.juror == code), None)
    worked = list(_worked(turn, conduct)) if conduct is not None else []
    if found is not None:
        return [head, *_told(turn, found), *worked, *_weight(turn, found)]
    if both.uncorrected is not None:
        return [head, turn.plain(both.uncorrected), *worked]
    return [head, turn.say("measured-nothing")]


def _told(turn: Turn, found: JurorFacts) -> Iterator[str]:
    yield turn.say("measured-contacts", count=found.contacts)
    yield _severity(turn, found)
    least, most = _USUAL
    if found.noise > most:
        yield turn.say("measured-noisy", times=points(turn, found.noise))
    else:
        yield turn.say("measured-steady" if found.noise < least else "measured-usual")
    if found.slope is not None:
        yield turn.say("measured-slope", **_ten(turn, found.slope))
    least, most = _NARROW
    if not least <= found.scale.value <= most:
        phrase = "measured-narrow" if found.scale.value < least else "measured-wide"
        yield turn.say(phrase, **_times(turn, found.scale))
    for flag in found.flags:
        yield turn.say(f"measured-{flag}")


def _weight(turn: Turn, found: JurorFacts) -> Iterator[str]:
    if found.podium_changes is not None:
        yield turn.say("measured-influence", code=found.juror, count=found.podium_changes)
    yield turn.say("measured-note")


def _worked(turn: Turn, conduct: Conduct) -> Iterator[str]:
    """Drift, pace and halo; an interval that holds what is usual says that nothing is known against it."""
    if conduct.drift is not None:
        yield _drift(turn, conduct.drift)
    for name, told, least in (("pace", conduct.pace, _HASTY), ("halo", conduct.halo, _FLAT)):
        if told is not None:
            phrase = f"measured-{name}-low" if told.high < least else f"measured-{name}"
            yield turn.say(phrase, **_times(turn, told))


def _drift(turn: Turn, told: Told) -> str:
    if told.low <= 0 <= told.high:
        milder, stricter = points(turn, -told.low), points(turn, told.high)
        return turn.say("measured-drift-none", milder=milder, stricter=stricter)
    low, high = sorted((abs(told.low), abs(told.high)))
    phrase = "measured-drift-stricter" if told.value > 0 else "measured-drift-milder"
    size = points(turn, abs(told.value))
    return turn.say(phrase, points=size, low=points(turn, low), high=points(turn, high))


def _times(turn: Turn, told: Told) -> dict[str, str]:
    return {"value": points(turn, told.value), "low": points(turn, told.low), "high": points(turn, told.high)}


def _ten(turn: Turn, slope: Told) -> dict[str, str]:
    """What ten points found by others are worth here."""
    return _times(turn, Told(10 * slope.value, 10 * slope.low, 10 * slope.high))


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
