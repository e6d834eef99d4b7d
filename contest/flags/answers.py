"""What the answers of a submission say together: a straight line, a recognised juror, what a scenario's key asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from contest.answers import Amount, Chosen, Written
from contest.checklist import Checklist
from contest.flags.flag import Flag
from contest.flags.rules import CheckRules
from contest.headings import fold
from contest.questions import YES, Choice, Question, Scale, Text, YesNo
from contest.session import Session

_SHORT = 2


def straight(checklist: Checklist, session: Session, rules: CheckRules) -> Iterator[Flag]:
    """Every judgement on a scale is the same step of it, or stands at the same end."""
    judged = [
        Fraction(answer.value - question.least) / (question.most - question.least)
        for question, answer in _given(checklist, session)
        if isinstance(question, Scale) and isinstance(answer, Amount)
    ]
    if rules.same_scales and len(judged) >= rules.same_scales and len(set(judged)) == 1:
        yield Flag("straight", facts={"count": len(judged)})


def recognised(checklist: Checklist, session: Session) -> Iterator[Flag]:
    """*Yes* where a *yes* means that the juror may have been recognised."""
    for question, answer in _given(checklist, session):
        if isinstance(question, YesNo) and question.alarm and answer == Chosen(YES):
            yield Flag("recognised", question.id)


def against_key(checklist: Checklist, session: Session, words: Sequence[str]) -> Iterator[Flag]:
    """The juror's note beside the words of the scenario's key, and beside the juror's own judgement of the answer.

    `words`: what a full answer cannot do without, each as beginnings of words parted by `|` („opłat|bezpłat|zł”). Odd is a
    full answer whose note lacks some of them, and a worthless one whose note has them all.
    """
    notes = [
        answer.text
        for question, answer in _given(checklist, session)
        if isinstance(question, Text) and question.key and isinstance(answer, Written)
    ]
    if not words or not notes:
        return
    lacking = [word for word in words if not _said(word, fold(" ".join(notes)))]
    for question, answer in _given(checklist, session):
        if isinstance(question, Choice) and question.key and isinstance(answer, Chosen):
            points = question.option(answer.option).points if answer.option in question.own_ids else None
            if points == 1 and lacking:
                yield Flag("key-missing", question.id, {"words": ", ".join(map(_shown, lacking))})
            elif points == 0 and not lacking:
                yield Flag("key-there", question.id)


def _said(word: str, text: str) -> bool:
    return any(re.search(_rule(fold(one)), text) for one in word.split("|") if one.strip())


def _rule(beginning: str) -> str:
    """What is as short as „zł” begins too many words: it must stand alone."""
    return rf"\b{re.escape(beginning)}" + (r"\b" if len(beginning) <= _SHORT else "")


def _shown(word: str) -> str:
    """The first way to say it."""
    return word.partition("|")[0].strip()


def _given(checklist: Checklist, session: Session) -> Iterator[tuple[Question, object]]:
    """The visible questions that have an answer, in order."""
    for question in checklist.visible(session.answers, session.kind):
        if question.id in session.answers:
            yield question, session.answers[question.id]
