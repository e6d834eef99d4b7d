"""A submitted audit as a checker reads it: whom, by which story, when, what it scored, and every answer that counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot import answered
from bot.house import Turn
from bot.messages import shorten
from bot.moments import lasting, when
from bot.organiser import calibration
from bot.organiser.flagging import told
from contest.checklist import Checklist
from contest.flags.flag import Flag
from contest.mistakes import Say
from contest.questions import Question
from contest.scoring import score
from contest.session import Session, photos_of
from reports.numbers import percent
from storage import audits, entrants
from storage.assignments import Assignment
from storage.audits import Audit


async def lines_of(turn: Turn, audit: Audit, task: Assignment, flags: Sequence[Flag]) -> list[str]:
    """The whole card, line by line; what is odd stands above the story."""
    checklist = turn.house.rules.checklists[audit.checklist]
    lines = await _head(turn, audit, task)
    if flags:
        lines += ["", turn.say("flags-head"), *told(turn, audit, flags)]
    lines += ["", *_story(turn, task), *await _changes(turn, audit, checklist)]
    return [*lines, *_answers(turn, audit, checklist)]


async def _head(turn: Turn, audit: Audit, task: Assignment) -> list[str]:
    entrant = await entrants.find(turn.tx, task.entrant)
    assert entrant is not None
    counted = score(turn.house.rules.checklists[audit.checklist], audit.session.answers, audit.session.kind)
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
            span=lasting(audit.submitted_at - audit.started_at, turn.say),
        ),
        turn.say("check-score", score=percent(turn.say, counted.percent))
        if counted.percent is not None
        else turn.say("check-no-score"),
    ]
    if (calibrated := await calibration.line_of(turn, task.juror)) is not None:
        lines.append(calibrated)
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
    return shorten(answered.answer_text(question, answer, _plain(turn)), 160)


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
            turn.say("answer-skipped")
            if given is None
            else answered.answer_text(question, given, _plain(turn))
        )
        yield turn.say("summary-line", number=number, question=shorten(question.text, 120), answer=told)


def _plain(turn: Turn) -> Say:
    """For facts: the phrase that they stand in escapes them."""
    return turn.house.phrases.plain(turn.person.language)
