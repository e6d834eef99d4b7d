"""Submitted audits and the verdict on each: opened with everything that a checker needs, decided by one tap or a sentence.

A verdict is given once. Whoever comes second reads that somebody was faster, and nothing changes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace

from bot import render
from bot.house import Turn, refuse
from bot.juror.assignments import when
from bot.messages import Button, Rows, Send, SendEvidence, grid, shorten
from bot.organiser.showing import disarm, show
from contest.answers import Photos
from contest.assignment import Act, move
from contest.checklist import Checklist, Question
from contest.mistakes import Say
from contest.scoring import score
from contest.session import Session, photos_of
from reports.numbers import percent
from storage import assignments, audits, edition, entrants, evidence, people, sessions
from storage.assignments import Assignment
from storage.audits import Audit, Verdict

SHOWN = 24
"""Waiting audits that one list shows."""
_LONGEST = 1000
_OPEN = ("collecting", "checking")


async def queue(turn: Turn, _: str) -> None:
    """/kontrola: what waits for a verdict, the oldest first."""
    waiting = await audits.waiting(turn.tx)
    if not waiting:
        await turn.write("check-none")
        return
    lines, buttons = [turn.say("check-head", count=len(waiting))], []
    for audit in waiting[:SHOWN]:
        task = await task_of(turn, audit)
        name = turn.house.rules.channel_name(task.channel)
        lines.append(
            turn.say("check-line", label=task.label, channel=name, at=when(turn, audit.submitted_at))
        )
        buttons.append(Button(label=task.label, data=f"c:{audit.id}"))
    if len(waiting) > SHOWN:
        lines.append(turn.say("desk-more", count=len(waiting) - SHOWN))
    await show(turn, lines, grid(buttons, 3))


async def opened(turn: Turn, parts: list[str]) -> None:
    """One audit as a whole: whom, by which story, when, what was answered, and the buttons of the verdict."""
    audit = await undecided(turn, int(parts[0]))
    task = await task_of(turn, audit)
    checklist = turn.house.rules.checklists[audit.checklist]
    lines = [*await _head(turn, audit, task), *await _twins(turn, audit)]
    lines += ["", *_story(turn, task), *await _changes(turn, audit, checklist)]
    await show(turn, [*lines, "", *_answers(turn, audit, checklist)], _verdicts(turn, audit))


async def photos(turn: Turn, parts: list[str]) -> None:
    """The photos of an audit, each under its question."""
    audit = await _found(turn, int(parts[0]))
    stored = await sessions.for_assignment(turn.tx, audit.assignment)
    if stored is None:
        raise refuse("dead-button")
    checklist = turn.house.rules.checklists[audit.checklist]
    for question, key in _evidence(audit):
        caption = shorten(checklist.question(question).text, 200)
        await turn.tell(SendEvidence(session=stored.id, key=key, caption=caption))
    row = (Button(label=turn.say("button-back-to-audit"), data=f"c:{audit.id}"),)
    if audit.verdict is None:
        await turn.tell(Send(text=turn.say("check-photos-done"), rows=(row,), silent=True))


async def approved(turn: Turn, parts: list[str]) -> None:
    audit = await undecided(turn, int(parts[0]))
    task = await decide(turn, audit, "approved", "")
    await disarm(turn)
    await _to_juror(turn, task, "check-approved-juror")
    await turn.toast(turn.say("toast-approved"))
    await following(turn, turn.say("check-approved", label=task.label))


async def asked_reason(turn: Turn, parts: list[str]) -> None:
    """Before an exclusion: why."""
    await _ask(turn, int(parts[0]), "exclude", "check-ask-reason")


async def excluded(turn: Turn, bound: Mapping[str, str | int], text: str) -> None:
    """The contact will not count; while collecting goes on, it can be planned anew."""
    audit = await undecided(turn, int(bound["audit"]))
    reason = sentence(text)
    task = await decide(turn, audit, "excluded", reason)
    await _to_juror(turn, task, "check-excluded-juror", reason=reason)
    if await edition.phase(turn.tx) == "collecting":
        await turn.tell_role("planner", "check-free-again", label=task.label)
    await following(turn, turn.say("check-excluded", label=task.label))


async def _head(turn: Turn, audit: Audit, task: Assignment) -> list[str]:
    entrant = await entrants.find(turn.tx, task.entrant)
    assert entrant is not None
    counted = score(turn.house.rules.checklists[audit.checklist], audit.session.answers, audit.session.kind)
    minutes = max(0, int((audit.submitted_at - audit.started_at).total_seconds() // 60))
    lines = [
        turn.say(
            "check-audit",
            label=task.label,
            channel=turn.house.rules.channel_name(task.channel),
            juror=task.juror,
            name=entrant.name,
            where=entrant.town or entrant.powiat or entrant.voivodeship or "–",
        ),
        turn.say(
            "check-times",
            start=when(turn, audit.started_at),
            end=when(turn, audit.submitted_at),
            minutes=minutes,
        ),
        turn.say("check-score", score=percent(turn.say, counted.percent))
        if counted.percent is not None
        else turn.say("check-no-score"),
    ]
    if counted.failed is not None:
        lines.append(turn.say("check-failed"))
    if audit.round > 1:
        before = (await audits.of_assignment(turn.tx, task.id))[audit.round - 2]
        lines.append(turn.say("check-round", round=audit.round, comment=before.comment))
        if _came_back(audit, before):
            lines.append(turn.say("check-came-back"))
    return lines


def _came_back(audit: Audit, before: Audit) -> bool:
    """Whether the juror's time ran out: a correction, even one that changes nothing, has a higher revision."""
    return audit.session == before.session


async def _twins(turn: Turn, audit: Audit) -> list[str]:
    """Photos of this audit that another assignment has as well, each with its assignments."""
    stored = await sessions.for_assignment(turn.tx, audit.assignment)
    if stored is None:
        return []
    submitted = set(_evidence(audit))
    checklist = turn.house.rules.checklists[audit.checklist]
    return [
        turn.say("check-twin", question=shorten(checklist.question(twin.question).text, 80), label=twin.label)
        for twin in await evidence.twins(turn.tx, stored.id)
        if (twin.question, twin.key) in submitted
    ]


async def _changes(turn: Turn, audit: Audit, checklist: Checklist) -> list[str]:
    """Of a correction: each answer that is another now, the old one and the new one."""
    if audit.round == 1:
        return []
    before = (await audits.of_assignment(turn.tx, audit.assignment))[audit.round - 2]
    if _came_back(audit, before):
        return []
    lines = list(_changed(turn, before.session, audit.session, checklist))
    return ["", turn.say("check-changes"), *lines] if lines else ["", turn.say("check-no-changes")]


def _changed(turn: Turn, old: Session, new: Session, checklist: Checklist) -> Iterator[str]:
    shown = checklist.visible(new.answers, new.kind)
    gone = [one for one in checklist.visible(old.answers, old.kind) if one not in shown]
    for number, question in [*enumerate(shown, start=1), *((0, one) for one in gone)]:
        facts = {"number": str(number or "–"), "question": shorten(question.text, 90)}
        was = _told(turn, question, old, visible=question in checklist.visible(old.answers, old.kind))
        now = _told(turn, question, new, visible=number > 0)
        pictures, more = photos_of(old, question.id), photos_of(new, question.id)
        if was != now:
            yield turn.say("check-change", **facts, before=was, after=now)
        elif pictures != more:
            yield turn.say("check-change-photos", **facts, before=len(pictures), after=len(more))


def _told(turn: Turn, question: Question, session: Session, *, visible: bool) -> str:
    """An answer in words; of a question that was not on the way, that there is none."""
    answer = session.answers.get(question.id) if visible else None
    if answer is None and question.id in session.skipped:
        return _plain(turn)("answer-skipped")
    return shorten(render.answer_text(question, answer, _plain(turn)), 160)


def _story(turn: Turn, task: Assignment) -> list[str]:
    scenario = turn.house.rules.scenario(task.scenarios, task.scenario)
    return [turn.say("check-story", title=scenario.title, question=scenario.question, key=scenario.key)]


def _answers(turn: Turn, audit: Audit, checklist: Checklist) -> Iterator[str]:
    """Every question that counted, under its section, with what was answered."""
    section = ""
    answers = audit.session.answers
    for number, question in enumerate(checklist.visible(answers, audit.session.kind), start=1):
        here = checklist.section_of(question.id)
        if here.id != section:
            section = here.id
            yield turn.say("check-section", title=here.title)
        given = answers.get(question.id)
        told = (
            turn.say("answer-skipped") if given is None else render.answer_text(question, given, _plain(turn))
        )
        yield turn.say("summary-line", number=number, question=shorten(question.text, 120), answer=told)


def _plain(turn: Turn) -> Say:
    """For facts: the phrase that they stand in escapes them."""
    return turn.house.phrases.plain(turn.person.language)


def _verdicts(turn: Turn, audit: Audit) -> Rows:
    yes = Button(label=turn.say("button-approve"), data=f"cy:{audit.id}")
    back = Button(label=turn.say("button-return"), data=f"cr:{audit.id}")
    out = Button(label=turn.say("button-exclude"), data=f"cx:{audit.id}")
    count = len(_evidence(audit))
    look = (Button(label=turn.say("button-photos", count=count), data=f"cp:{audit.id}"),)
    return ((look,) if count else ()) + ((yes,), (back, out))


def _evidence(audit: Audit) -> list[tuple[str, str]]:
    """Question and key of each photo that was submitted, each once."""
    given = [(question, key) for question, keys in audit.session.evidence.items() for key in keys]
    given += [
        (question, key)
        for question, answer in audit.session.answers.items()
        if isinstance(answer, Photos)
        for key in answer.keys
    ]
    return list(dict.fromkeys(given))


async def _ask(turn: Turn, number: int, ask: str, phrase: str) -> None:
    audit = await undecided(turn, number)
    task = await task_of(turn, audit)
    await turn.tell(
        Send(text=turn.say(phrase, label=task.label)), binds=json.dumps({"ask": ask, "audit": audit.id})
    )


def sentence(text: str) -> str:
    """What a person wrote to a juror: something, and not too much."""
    said = text.strip()
    if not said:
        raise refuse("check-empty")
    if len(said) > _LONGEST:
        raise refuse("check-too-long", length=len(said), most=_LONGEST)
    return said


async def _found(turn: Turn, number: int) -> Audit:
    audit = await audits.find(turn.tx, number)
    if audit is None:
        raise refuse("dead-button")
    return audit


async def undecided(turn: Turn, number: int) -> Audit:
    """The audit of an id, if a verdict may still be given."""
    audit = await _found(turn, number)
    if audit.verdict is not None:
        raise refuse("already-decided", label=(await task_of(turn, audit)).label, verdict=audit.verdict)
    if await edition.phase(turn.tx) not in _OPEN:
        raise refuse("already-frozen")
    return audit


async def task_of(turn: Turn, audit: Audit) -> Assignment:
    """The assignment that an audit is of."""
    task = await assignments.find(turn.tx, audit.assignment)
    assert task is not None
    return task


_ACTS: Mapping[Verdict, Act] = {"approved": Act.APPROVE, "returned": Act.RETURN, "excluded": Act.EXCLUDE}


async def decide(turn: Turn, audit: Audit, verdict: Verdict, comment: str) -> Assignment:
    """The verdict and what it does to the assignment; the assignment afterwards."""
    task = await task_of(turn, audit)
    to = move(task.state, _ACTS[verdict])
    by, at = turn.person.code, turn.at
    if not await audits.decide(turn.tx, audit.id, verdict, comment, by=by, at=at):
        raise refuse("already-decided", label=task.label, verdict=verdict)
    await assignments.change(turn.tx, task.id, frm=task.state, to=to, reason=comment, by=by, at=at)
    return replace(task, state=to)


async def _to_juror(turn: Turn, task: Assignment, phrase: str, **facts: str | int) -> None:
    juror = await people.find(turn.tx, task.juror)
    if juror is not None:
        await turn.write(phrase, to=juror, label=task.label, **facts)


async def following(turn: Turn, done: str) -> None:
    """What was decided, and the next one under a button."""
    waiting = await audits.waiting(turn.tx)
    if not waiting:
        await turn.tell(Send(text=f"{done}\n{turn.say('check-all-done')}"))
        return
    task = await task_of(turn, waiting[0])
    row = (Button(label=turn.say("button-next", label=task.label), data=f"c:{waiting[0].id}"),)
    await turn.tell(Send(text=f"{done}\n{turn.say('check-left', count=len(waiting))}", rows=(row,)))
