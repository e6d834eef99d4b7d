"""Answers of one contact become an exact percentage: points earned of the points that were possible.

    percent = 100 * sum(earned) / sum(possible)      possible = weight of the section * weight of the question

Rule 1: *nie dotyczy*, an excluded option, no answer and a hidden question leave the denominator; 0 stays in it.
Rule 2: what `when_hidden = "zero"` hides stays in the denominator with nothing earned.
Rule 3: a failed gate makes the whole contact 0, whatever else was earned.
Rule 4: a late reply is worth what no reply is; one still waited for is no answer yet.
Rule 5: nothing possible, no percentage: None, which is not 0.
Why so, and from where: docs/decisions/0003-scoring.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from contest.answers import (
    NOT_APPLICABLE,
    Amount,
    Answer,
    Chosen,
    Clocked,
    Dated,
    Photos,
    Replied,
    Several,
    Timed,
    Written,
)
from contest.checklist import Checklist, said
from contest.questions import (
    NO,
    YES,
    Acknowledge,
    Band,
    Choice,
    Choices,
    Date,
    Duration,
    Number,
    Photo,
    Question,
    Reply,
    Scale,
    Text,
    Time,
    YesNo,
)


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """What one question brought; `possible` is its whole effective weight, `earned` from 0 to that."""

    question: str
    section: str
    earned: Fraction
    possible: Fraction


@dataclass(frozen=True, slots=True)
class Score:
    """The result of one contact. Lines and sections are what was earned, also when a failed gate made the percentage 0."""

    percent: Fraction | None
    """From 0 to 100; None when nothing was possible."""
    earned: Fraction
    possible: Fraction
    failed: str | None
    """The question whose answer says that the contact did not happen."""
    lines: tuple[ScoreLine, ...]
    """Every question that counts, in order of the checklist; those that left the denominator are not here."""
    sections: Mapping[str, tuple[Fraction, Fraction]]
    """Earned and possible of each section in which something counts."""


def score(checklist: Checklist, answers: Mapping[str, Answer], kind: str) -> Score:
    """What these answers are worth at an entrant of this kind; those to hidden questions are worth nothing."""
    visible = checklist.visible(answers, kind)
    shares = {question.id: _share(question, answers.get(question.id)) for question in visible}
    shares |= {question.id: Fraction(0) for question in checklist.zeroed(answers, kind)}
    lines = tuple(_lines(checklist, shares))
    earned, possible = _total(lines)
    failed = next((question.id for question in visible if _fails(question, answers.get(question.id))), None)
    sections = {
        section: _total(line for line in lines if line.section == section)
        for section in dict.fromkeys(line.section for line in lines)
    }
    return Score(
        _percent(earned, possible, failed=failed is not None), earned, possible, failed, lines, sections
    )


def _lines(checklist: Checklist, shares: Mapping[str, Fraction | None]) -> Iterable[ScoreLine]:
    for section in checklist.sections:
        for question in section.questions:
            share, possible = shares.get(question.id), section.weight * question.weight
            if share is not None and possible > 0:
                yield ScoreLine(question.id, section.id, share * possible, possible)


def _total(lines: Iterable[ScoreLine]) -> tuple[Fraction, Fraction]:
    lines = tuple(lines)
    return (
        sum((line.earned for line in lines), Fraction(0)),
        sum((line.possible for line in lines), Fraction(0)),
    )


def _percent(earned: Fraction, possible: Fraction, *, failed: bool) -> Fraction | None:
    if failed:
        return Fraction(0)
    return 100 * earned / possible if possible else None


def _fails(question: Question, answer: Answer | None) -> bool:
    return answer is not None and not question.failing.isdisjoint(said(answer))


def _share(question: Question, answer: Answer | None) -> Fraction | None:
    """From 0 to 1 of the question's weight; None: it leaves the denominator."""
    if answer is None or answer == Chosen(NOT_APPLICABLE):
        return None
    match question, answer:
        case YesNo(points=points), Chosen(option=option):
            return {YES: points.yes, NO: points.no}[option]
        case Choice(), Chosen(option=option):
            return _of_options(question, (option,))
        case Choices(), Several(options=options):
            return _of_options(question, options)
        case Scale(least=least, most=most), Amount(value=value):
            return (Fraction(value) - least) / (most - least)
        case Number(bands=bands), Amount(value=value):
            return _of_bands(bands, Fraction(value))
        case Duration(bands=bands), Timed():
            return _of_bands(bands, question.amount(answer))
        case Reply(), Replied():
            return _of_reply(question, answer)
        case Photo(), Photos(keys=keys):
            return Fraction(1 if keys else 0)
        case (Text(), Written()) | (Date(), Dated()) | (Time(), Clocked()) | (Acknowledge(), Chosen()):
            return None
        case _:
            raise TypeError(f"{question.id}: {answer.kind} does not answer a {question.type}")


def _of_options(question: Choice | Choices, options: tuple[str, ...]) -> Fraction | None:
    """The points of the chosen options together, at most 1; one that is excluded takes the question out."""
    chosen = [question.option(option) for option in options]
    if any(option.excluded for option in chosen):
        return None
    return min(sum((option.points or Fraction(0) for option in chosen), Fraction(0)), Fraction(1))


def _of_bands(bands: tuple[Band, ...], amount: Fraction) -> Fraction:
    return next((band.points for band in bands if amount <= Fraction(band.up_to)), Fraction(0))


def _of_reply(question: Reply, answer: Replied) -> Fraction | None:
    if answer.outcome == "waiting":
        return None
    if answer.outcome != "came" or answer.elapsed is None:
        return question.none.points
    return _of_bands(question.bands, question.amount(answer.elapsed))
