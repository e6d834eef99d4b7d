"""What is odd about submissions: the facts are gathered here, `contest.flags` judges them, the catalogue says them.

Flags are counted when somebody looks and kept nowhere, so that they cannot differ from the answers. Kept are traces only:
what must be found again among all audits has a digest in the database from the first look on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot import render
from bot.house import Turn
from bot.messages import shorten
from bot.organiser.photographed import submitted_photos
from contest.checklist import Checklist
from contest.flags import answers, facts, pace
from contest.flags.facts import Found
from contest.flags.flag import Flag, ordered
from contest.flags.looks import Picture, alike
from contest.flags.traces import Twin, seen
from contest.flags.traces import traces as traces_of
from contest.session import thaw_answer
from storage import audits, evidence, sessions, traces
from storage.assignments import Assignment
from storage.audits import Audit


@dataclass(frozen=True, slots=True)
class Looked:
    """What other submissions say about those that are looked at, by audit or by assignment."""

    paces: Mapping[int, list[tuple[str, datetime]]]
    twins: Mapping[int, list[Twin]]
    photos: Mapping[int, list[evidence.Twin]]
    stated: Mapping[int, list[audits.Stated]]
    """By entrant."""
    like: Mapping[int, list[Flag]]
    """Photos that other assignments nearly have."""


async def flags_of(turn: Turn, found: Sequence[tuple[Audit, Assignment]]) -> dict[int, tuple[Flag, ...]]:
    """The flags of each audit by its id, the heaviest first."""
    await _trace(turn)
    looked = await _look(turn, found)
    return {audit.id: ordered(_flags(turn, audit, task, looked)) for audit, task in found}


def told(turn: Turn, audit: Audit, flags: Iterable[Flag]) -> list[str]:
    """Each flag as a line: where, what."""
    checklist = turn.house.rules.checklists[audit.checklist]
    shown = checklist.visible(audit.session.answers, audit.session.kind)
    places = {question.id: number for number, question in enumerate(shown, start=1)}
    lines = []
    for flag in flags:
        named = dict(flag.facts)
        if flag.question:
            named["number"] = places.get(flag.question, 0)
            named["question"] = shorten(checklist.question(flag.question).text, 60)
        if flag.other is not None:
            named |= _sides(turn, audit, flag)
        lines.append(turn.say(f"flag-{flag.code}", **named))
    return lines


def shortly(turn: Turn, flags: Iterable[Flag]) -> str:
    """All kinds of flags of a submission, in a few words."""
    return ", ".join(turn.say(f"short-{code}") for code in dict.fromkeys(flag.code for flag in flags))


def _sides(turn: Turn, audit: Audit, flag: Flag) -> dict[str, str]:
    plain, checklists = turn.house.phrases.plain(turn.person.language), turn.house.rules.checklists
    mine = checklists[audit.checklist].question(flag.question)
    theirs = checklists[str(flag.facts["checklist"])].question(str(flag.facts["theirs"]))
    return {
        "here": shorten(render.answer_text(mine, audit.session.answers[mine.id], plain), 60),
        "there": shorten(render.answer_text(theirs, flag.other, plain), 60),
    }


async def _trace(turn: Turn) -> None:
    """Audits that came since the last look get their traces."""
    for one in await traces.missing(turn.tx):
        found = traces_of(turn.house.rules.checklists[one.checklist], one.session)
        await traces.keep(turn.tx, one.audit, found)


async def _look(turn: Turn, found: Sequence[tuple[Audit, Assignment]]) -> Looked:
    rules, tasks = turn.house.rules, [task.id for _, task in found]
    looked = Looked(
        defaultdict(list), defaultdict(list), defaultdict(list), defaultdict(list), await _alike(turn, found)
    )
    for task, question, at in await sessions.paces(turn.tx, tasks):
        looked.paces[task].append((question, at))
    for twin in await traces.twins(turn.tx, [audit.id for audit, _ in found]):
        looked.twins[twin.audit].append(Twin(twin.question, twin.label, twin.own))
    for photo in await evidence.twins(turn.tx, tasks):
        looked.photos[photo.assignment].append(photo)
    asked = facts.asked(rules.checklists.values())
    for stated in await audits.stated(turn.tx, {task.entrant for _, task in found}, asked) if asked else ():
        looked.stated[stated.entrant].append(stated)
    return looked


async def _alike(turn: Turn, found: Sequence[tuple[Audit, Assignment]]) -> Mapping[int, list[Flag]]:
    every = [
        Picture(one.key, one.look, one.assignment, one.label, one.question)
        for one in await evidence.pictures(turn.tx)
    ]
    sent = {(task.id, *photo) for audit, task in found for photo in submitted_photos(audit)}
    return alike([one for one in every if (one.assignment, one.question, one.key) in sent], every)


def _flags(turn: Turn, audit: Audit, task: Assignment, looked: Looked) -> Iterator[Flag]:
    rules, session = turn.house.rules, audit.session
    checklist, check = rules.checklists[audit.checklist], rules.settings.checking
    words = rules.scenario(task.scenarios, task.scenario).words
    photos = submitted_photos(audit)
    for photo in looked.photos[task.id]:
        if (photo.question, photo.key) in photos:
            yield Flag("photo-seen", photo.question, {"label": photo.label})
    yield from answers.recognised(checklist, session)
    yield from pace.fast_contact(checklist, session)
    yield from seen(looked.twins[audit.id])
    yield from looked.like.get(task.id, ())
    yield from _contradictions(turn, audit, task, checklist, looked)
    yield from answers.against_key(checklist, session, words)
    yield from answers.straight(checklist, session, check)
    if audit.round == 1:  # a correction is late and quick by nature
        yield from pace.fast_answers(checklist, looked.paces[task.id], check)
        yield from pace.late(session, audit.submitted_at, check)


def _contradictions(
    turn: Turn, audit: Audit, task: Assignment, checklist: Checklist, looked: Looked
) -> Iterator[Flag]:
    return facts.contradictions(
        checklist,
        audit.session.answers,
        audit.session.kind,
        others=[
            Found(one.label, one.checklist, one.question, thaw_answer(one.value))
            for one in looked.stated[task.entrant]
            if one.assignment != task.id
        ],
        checklists=turn.house.rules.checklists,
    )
