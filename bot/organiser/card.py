"""A submitted audit as a checker reads it: whom, by which story, when, what it scored, and every answer that counted."""

from __future__ import annotations

from collections.abc import Iterator

from bot import render
from bot.house import Turn
from bot.messages import shorten
from bot.moments import when
from contest.answers import Photos
from contest.checklist import Checklist
from contest.mistakes import Say
from contest.scoring import score
from reports.numbers import percent
from storage import audits, entrants
from storage.assignments import Assignment
from storage.audits import Audit


async def lines_of(turn: Turn, audit: Audit, task: Assignment) -> list[str]:
    """The whole card, line by line."""
    checklist = turn.house.rules.checklists[audit.checklist]
    return [*await _head(turn, audit, task), "", *_story(turn, task), *_answers(turn, audit, checklist)]


def photos_of(audit: Audit) -> list[tuple[str, str]]:
    """Question and key of each photo that was submitted, each once."""
    given = [(question, key) for question, keys in audit.session.evidence.items() for key in keys]
    given += [
        (question, key)
        for question, answer in audit.session.answers.items()
        if isinstance(answer, Photos)
        for key in answer.keys
    ]
    return list(dict.fromkeys(given))


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
    return lines


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
