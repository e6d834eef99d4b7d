"""How far a ranking is known, in words: which result decides, what the other one would change, who was corrected, what is open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from bot.house import Turn
from bot.messages import shorten
from bot.organiser.judged import Judged
from contest.both import Both, Correction, Doubts, Level
from contest.entrants import Entrant
from reports.numbers import decimal, percent

_NAMED = 3
_NAME = 40
_LEAST = 0.05
"""Points below which a correction would be printed as none."""


def certainty(turn: Turn, found: Judged) -> list[str]:
    """At most twelve lines below the tables; only the first two when nothing could be corrected and nothing hangs on it."""
    both = found.both
    names = {entrant.id: entrant for entrant in found.state.entrants}
    lines = ["", turn.say(f"certainty-decides-{both.decides}")]
    if both.uncorrected is not None:
        lines.append(turn.plain(both.uncorrected))
    elif both.doubts is not None:
        lines += [_other(turn, both), *_corrected(turn, both.doubts, names)]
    if both.doubts is not None and (both.uncorrected is None or both.decides == "calibrated"):
        lines += [
            *_open(turn, both.doubts, names),
            *_further(turn, both),
            *map(turn.plain, both.doubts.warnings),
        ]
    return lines


def points(turn: Turn, value: float) -> str:
    """Points with one digit."""
    return decimal(turn.say, Fraction(round(value * 10), 10))


def _other(turn: Turn, both: Both) -> str:
    other = "calibrated" if both.decides == "official" else "official"
    firsts, licences = both.difference.firsts, both.difference.licences
    parts = [
        *([turn.say("certainty-firsts", count=firsts)] if firsts else []),
        *([turn.say("certainty-licences", count=licences)] if licences else []),
    ]
    if not parts:
        return turn.say(f"certainty-{other}-same")
    return turn.say(f"certainty-{other}-changes", what=", ".join(parts))


def _corrected(turn: Turn, doubts: Doubts, names: Mapping[int, Entrant]) -> Iterator[str]:
    shown = [each for each in doubts.corrections[:_NAMED] if abs(each.points) >= _LEAST]
    if shown:
        yield turn.say("certainty-corrections")
        for each in shown:
            yield turn.say(
                "certainty-correction",
                name=shorten(names[each.entrant].name, _NAME),
                said=correction(turn, each),
            )


def correction(turn: Turn, each: Correction) -> str:
    """„jurorzy surowsi o 3,2 pkt niż przeciętnie”."""
    phrase = "certainty-stricter" if each.points > 0 else "certainty-milder"
    return turn.say(phrase, points=points(turn, abs(each.points)))


def _open(turn: Turn, doubts: Doubts, names: Mapping[int, Entrant]) -> Iterator[str]:
    if doubts.shared:
        yield turn.say("certainty-shared", count=doubts.shared)
    grey = [shorten(names[each].name, _NAME) for each in doubts.grey]
    told = ", ".join(grey[:_NAMED])
    if len(grey) > _NAMED:
        told += f" {turn.say('desk-more', count=len(grey) - _NAMED)}"
    if grey:
        yield turn.say("certainty-grey", clear=doubts.clear, grey=len(grey), names=told)
    else:
        yield turn.say("certainty-no-grey", clear=doubts.clear)
    if doubts.level.error >= _LEAST:
        yield _level(turn, doubts.level)


def _level(turn: Turn, level: Level) -> str:
    """What the threshold means, and how far it may be from what another panel would find."""
    return turn.say(
        "certainty-level",
        threshold=points(turn, level.threshold),
        points=points(turn, level.error),
        licences=level.licences,
        strict=level.strict,
        mild=level.mild,
    )


def _further(turn: Turn, both: Both) -> Iterator[str]:
    """What a second round would be good for, over everybody in doubt."""
    if both.further:
        count = len(both.further)
        now = sum(each.wrong_now for each in both.further) / count
        after = sum(each.wrong_after for each in both.further) / count
        yield turn.say(
            "certainty-further",
            count=count,
            contacts=sum(number for each in both.further for _, number in each.contacts),
            now=_percent(turn, now),
            after=_percent(turn, after),
        )


def _percent(turn: Turn, chance: float) -> str:
    return percent(turn.say, Fraction(round(100 * chance)), places=0)
