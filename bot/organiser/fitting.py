"""What is sound in itself and yet cannot take the place of what is in force: complaints before a version is published."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.house import Rules
from bot.juror.registration import ASKED
from contest.checklist import Checklist
from contest.edition import EditionSettings
from contest.mistakes import Mistake, mistake
from contest.revision import Revised
from contest.scenarios import Scenarios
from contest.training import lacks

_IN_FOLDER = ("timezone", "language", "scenarios", "registration", "training")
"""Of an edition: what says which files it is made of, or how its texts are understood."""
_BEFORE_START = ("kinds", "ranking", "dates")
"""Of an edition: what everybody takes part by; dates move by /terminy later."""


def misfits(
    rules: Rules,
    after: Checklist | Scenarios | EditionSettings,
    before: Checklist | Scenarios | EditionSettings,
) -> Iterator[Mistake]:
    """What is wrong with putting one document in the place of another."""
    if isinstance(after, Checklist) and isinstance(before, Checklist):
        yield from _checklist(rules, after, before)
    if isinstance(after, EditionSettings) and isinstance(before, EditionSettings):
        yield from _edition(rules, after, before)


def fixed(changes: Sequence[Revised], phase: str) -> list[Mistake]:
    """What an edition may not change: some of it never in the chat, some of it not after the start."""
    touched = dict.fromkeys(change.place[0] for change in changes)
    never = [mistake("edition-in-folder", key=key) for key in touched if key in _IN_FOLDER]
    if phase == "preparation":
        return never
    return [*never, *(mistake("edition-fixed", key=key) for key in touched if key in _BEFORE_START)]


def _checklist(rules: Rules, after: Checklist, before: Checklist) -> Iterator[Mistake]:
    if after.channel != before.channel:
        yield mistake("checklist-of-other-channel", channel=before.channel, found=after.channel)
    for step, held in rules.steps.items():
        if held.id == after.id:
            yield from lacks(after, step)
    if after.id == rules.registration.id:
        there = {question.id for question in after.questions()}
        yield from (mistake("registration-lacks", question=one) for one in ASKED if one not in there)


def _edition(rules: Rules, after: EditionSettings, before: EditionSettings) -> Iterator[Mistake]:
    if _made_of(after) != _made_of(before):
        yield mistake("edition-other-channels")
    if after.diplomas.emblem != before.diplomas.emblem:
        yield mistake("edition-in-folder", key="diplomas.emblem")
    kinds = {kind.id for kind in after.kinds}
    for scenario in rules.current_scenarios.items:
        for kind in scenario.kinds:
            if kind not in kinds:
                yield mistake("scenario-of-lost-kind", scenario=scenario.id, kind=kind)


def _made_of(settings: EditionSettings) -> dict[str, str]:
    return {channel.id: channel.checklist for channel in settings.channels}
