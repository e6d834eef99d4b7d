"""Questions that different jurors answer differently at the same entrants: their words may be at fault, not the jurors.

Compared is what an answer earned, so that all kinds of questions are measured alike and two ways to say the same are the same.
Contacts of one channel at one entrant differ by the day as well; so a single number says little, and the order a lot.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from bot.counting import Counted, counted
from bot.house import Asked, House, Turn
from bot.messages import shorten
from bot.organiser.showing import show
from contest.calibration.agreement import LEAST_UNITS, Agreement, agreement
from reports.numbers import decimal, percent


@dataclass(frozen=True, slots=True)
class Item:
    """One question of a published checklist (`telefon@3`), and how far jurors agree on it."""

    checklist: str
    question: str
    found: Agreement


_SHOWN = 8
_AMBIGUOUS = 0.6
"""Of AC2: below it agreement is no more than moderate (Landis & Koch 1977)."""


async def prepare(house: House, _: Asked | None = None) -> list[Item]:
    """Every question on which enough entrants were answered for by two jurors; the least agreed on first."""
    return items(await counted(house.db.reading, house.rules))


def items(contacts: Iterable[Counted]) -> list[Item]:
    """Of approved contacts. A juror who was twice at an entrant counts once there: the first time."""
    earned: defaultdict[tuple[str, str], dict[tuple[int, str], float]] = defaultdict(dict)
    for one in contacts:
        for line in one.score.lines:
            unit = one.audit.entrant, one.audit.juror
            earned[one.audit.checklist, line.question].setdefault(unit, float(line.earned / line.possible))
    found = []
    for (checklist, question), answers in earned.items():
        told = agreement(((entrant, share) for (entrant, _), share in answers.items()), level="interval")
        if told.units >= LEAST_UNITS and told.ac2 is not None:
            found.append(Item(checklist, question, told))
    return sorted(found, key=lambda item: (item.found.ac2.value if item.found.ac2 else 1.0, item.question))


async def listing(turn: Turn, _: list[str]) -> None:
    """The questions to read again, those with the least agreement first."""
    found = turn.prepared
    assert isinstance(found, list), "what `prepare` returned"
    poor = [item for item in found if item.found.ac2 and item.found.ac2.value < _AMBIGUOUS]
    if not found:
        await turn.write("alike-nothing", least=LEAST_UNITS)
        return
    lines = [turn.say("alike-head", count=len(poor), known=len(found))]
    lines += [_line(turn, item) for item in poor[:_SHOWN]]
    if len(poor) > _SHOWN:
        lines.append(turn.say("desk-more", count=len(poor) - _SHOWN))
    await show(turn, [*lines, turn.say("alike-note")])


def _line(turn: Turn, item: Item) -> str:
    told = item.found
    assert told.ac2 is not None, "picked for it"
    assert told.same is not None, "there are pairs"
    checklist = turn.house.rules.checklists[item.checklist]
    place = {question.id: number for number, question in enumerate(checklist.questions(), start=1)}
    low, value, high = (_hundredths(turn, each) for each in (told.ac2.low, told.ac2.value, told.ac2.high))
    return turn.say(
        "alike-line",
        channel=turn.house.rules.channel_name(checklist.channel),
        number=place[item.question],
        question=shorten(checklist.question(item.question).text, 90),
        same=percent(turn.say, Fraction(round(100 * told.same)), places=0),
        count=told.units,
        value=value,
        low=low,
        high=high,
    )


def _hundredths(turn: Turn, value: float) -> str:
    return decimal(turn.say, Fraction(round(100 * value), 100), places=2)
