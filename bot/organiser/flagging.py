"""What is odd about submissions: the facts are gathered here, `contest.flags` judges them, the catalogue says them.

Flags are counted when somebody looks and kept nowhere, so that they cannot differ from the answers. Kept are traces only
(`bot.tracing`): what must be found again among all audits has a digest in the database since it arrived.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot import answered
from bot.house import House, Rules, Turn
from bot.messages import shorten
from bot.organiser.photographed import submitted_photos
from contest.flags import answers, facts, pace
from contest.flags.facts import Found
from contest.flags.flag import Flag, ordered
from contest.flags.traces import Twin, seen
from contest.session import thaw_answer
from storage import audits, evidence, sessions, traces
from storage.assignments import Assignment
from storage.audits import Audit
from storage.database import Reading

_AT_ONCE = 20
"""Submissions that are weighed before the chat gets its turn: some hundredths of a second."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What other submissions say about those that are looked at, by audit or by assignment."""

    paces: Mapping[int, list[tuple[str, datetime]]]
    twins: Mapping[int, list[Twin]]
    photos: Mapping[int, list[evidence.Twin]]
    """The very same at other assignments."""
    like: Mapping[int, list[evidence.Twin]]
    """Nearly the same."""
    stated: Mapping[int, list[audits.Stated]]
    """By entrant."""


async def flags_of(
    house: House, db: Reading, found: Sequence[tuple[Audit, Assignment]], *, hidden: Collection[int]
) -> dict[int, tuple[Flag, ...]]:
    """The flags of each audit by its id, the heaviest first; what is `hidden` from the reader is not compared with."""
    flags: dict[int, tuple[Flag, ...]] = {}
    for start in range(0, len(found), _AT_ONCE):
        some = found[start : start + _AT_ONCE]
        looked = await _look(house, db, some, hidden)
        flags |= {audit.id: ordered(_flags(house.rules, audit, task, looked)) for audit, task in some}
    return flags


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
        "here": shorten(answered.answer_text(mine, audit.session.answers[mine.id], plain), 60),
        "there": shorten(answered.answer_text(theirs, flag.other, plain), 60),
    }


async def _look(
    house: House, db: Reading, found: Sequence[tuple[Audit, Assignment]], hidden: Collection[int]
) -> Looked:
    tasks = [task.id for _, task in found]
    looked = Looked(*(defaultdict(list) for _ in range(5)))
    for task, question, at in await sessions.paces(db, tasks):
        looked.paces[task].append((question, at))
    for twin in await traces.twins(db, [audit.id for audit, _ in found], hidden=hidden):
        looked.twins[twin.audit].append(Twin(twin.question, twin.label, twin.own))
    for photo in await evidence.twins(db, tasks, hidden=hidden):
        looked.photos[photo.assignment].append(photo)
    for photo in await evidence.likenesses(db, tasks, hidden=hidden):
        looked.like[photo.assignment].append(photo)
    asked = facts.asked(house.rules.checklists.values())
    for stated in await audits.stated(db, {task.entrant for _, task in found}, asked) if asked else ():
        looked.stated[stated.entrant].append(stated)
    return looked


def _flags(rules: Rules, audit: Audit, task: Assignment, looked: Looked) -> Iterator[Flag]:
    session = audit.session
    checklist, check = rules.checklists[audit.checklist], rules.settings.checking
    words = rules.scenario(task.scenarios, task.scenario).words
    photos = submitted_photos(audit)
    for photo in looked.photos[task.id]:
        if (photo.question, photo.key) in photos:
            yield Flag("photo-seen", photo.question, {"label": photo.label})
    yield from answers.recognised(checklist, session)
    yield from pace.fast_contact(checklist, session)
    yield from seen(looked.twins[audit.id])
    yield from _like(one for one in looked.like[task.id] if (one.question, one.key) in photos)
    yield from _contradictions(rules, audit, task, looked)
    yield from answers.against_key(checklist, session, words)
    yield from answers.straight(checklist, session, check)
    if audit.round == 1:  # a correction is late and quick by nature
        yield from pace.fast_answers(checklist, looked.paces[task.id], check)
        yield from pace.late(session, audit.submitted_at, check)


def _like(found: Iterable[evidence.Twin]) -> Iterator[Flag]:
    """One flag a photo, however many others it is like."""
    labels: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for one in found:
        labels[one.question, one.key].append(one.label)
    for (question, _), these in labels.items():
        yield Flag("photo-like", question, {"label": these[0], "more": len(these) - 1})


def _contradictions(rules: Rules, audit: Audit, task: Assignment, looked: Looked) -> Iterator[Flag]:
    return facts.contradictions(
        rules.checklists[audit.checklist],
        audit.session.answers,
        audit.session.kind,
        others=[
            Found(one.label, one.checklist, one.question, thaw_answer(one.value))
            for one in looked.stated[task.entrant]
            if one.assignment != task.id
        ],
        checklists=rules.checklists,
    )
