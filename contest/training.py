"""Before the first assignment: a training with model answers, and a calibration on fixed cases that experts have judged.

Both are checklists with `models`. Of a training nothing is counted. A calibration is compared with its models, question by question:

    share     how far an answer agrees with the model, from 0 to 1: equal or not; of `choices` what both chose of what either
              chose; of a scale 1 - |distance| / length. Not asked of texts, photos, times and replies.
    leaning   the mean of (given - model) in steps of the scales: above 0 milder than the experts, below 0 harsher.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from fractions import Fraction
from typing import Literal

from contest.answers import NOT_APPLICABLE, Amount, Answer, Chosen, Several
from contest.checklist import Checklist, Model
from contest.mistakes import Mistake, Mistakes, mistake
from contest.questions import (
    Acknowledge,
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
from contest.replies import choose, read
from contest.workdays import WEEKDAYS

Step = Literal["training", "calibration"]
STEPS: tuple[Step, ...] = ("training", "calibration")
"""In the order in which a juror takes them."""
_NEVER = datetime(2000, 1, 1, tzinfo=UTC)
"""A model stands for no moment: questions that read one have no model answer."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One answer beside its model."""

    section: str
    question: str
    answer: Answer | None
    """None: skipped."""
    model: Answer
    share: Fraction
    steps: Fraction | None
    """Of a scale: given - model."""


@dataclass(frozen=True, slots=True)
class Case:
    """One case of a calibration, which is a section of its checklist; `share` is the mean of its questions."""

    section: str
    share: Fraction
    questions: int


@dataclass(frozen=True, slots=True)
class Calibration:
    """How a juror stands to the experts. `leaning` is None when no scale was answered."""

    cases: tuple[Case, ...]
    share: Fraction
    leaning: Fraction | None


def model_answer(question: Question, model: Model) -> Answer | None:
    """What the model says, None when it only explains. Raises Mistakes when the question has no such answer."""
    given = model.answer
    if given is None:
        if not model.why.strip():
            raise Mistakes([mistake("model-empty")])
        return None
    if isinstance(question, Photo | Reply | Date | Time | Acknowledge):
        raise Mistakes([mistake("model-not-here", type=question.type)])
    try:
        return _read(question, given)
    except Mistakes:
        value, known = given if isinstance(given, str) else ", ".join(given), ", ".join(question.answer_ids)
        raise Mistakes([mistake("model-impossible", value=value, known=known or "none")]) from None


def lacks(checklist: Checklist, step: Step) -> Iterator[Mistake]:
    """What a checklist needs to serve as this step: a reason beside every question, or something to compare in every case."""
    for section in checklist.sections:
        if step == "calibration" and not any(
            _comparable(question) and question.id in checklist.models for question in section.questions
        ):
            yield mistake("case-without-models", section=section.title)
        for question in section.questions:
            if isinstance(question, Reply):
                yield mistake("step-with-reply", question=question.id)
            model = checklist.models.get(question.id)
            if step == "training" and (model is None or not model.why.strip()):
                yield mistake("model-without-why", question=question.id)
            if step == "calibration" and _comparable(question) and (model is None or model.answer is None):
                yield mistake("model-without-answer", question=question.id)


def compare(checklist: Checklist, answers: Mapping[str, Answer]) -> tuple[Compared, ...]:
    """Every answer that can be compared, in order of the checklist; questions that were hidden are left out."""
    return tuple(_compared(checklist, answers))


def calibration(checklist: Checklist, answers: Mapping[str, Answer]) -> Calibration | None:
    """What a finished calibration comes to; None when nothing in it could be compared."""
    lines = compare(checklist, answers)
    if not lines:
        return None
    sections = dict.fromkeys(line.section for line in lines)
    cases = (_case(section, [line for line in lines if line.section == section]) for section in sections)
    steps = [line.steps for line in lines if line.steps is not None]
    return Calibration(tuple(cases), _mean(line.share for line in lines), _mean(steps) if steps else None)


def agreement(question: Question, answer: Answer | None, model: Answer) -> Fraction | None:
    """From 0 to 1; None where only a person could tell."""
    if not _comparable(question):
        return None
    match question, answer, model:
        case Scale(least=least, most=most), Amount(value=given), Amount(value=right):
            return 1 - abs(Fraction(given) - Fraction(right)) / (most - least)
        case Choices(), Several(options=given), Several(options=right):
            either = {*given, *right}
            return Fraction(len({*given} & {*right}), len(either)) if either else Fraction(1)
    return Fraction(answer == model)


def _comparable(question: Question) -> bool:
    return isinstance(question, YesNo | Choice | Choices | Scale | Number)


def _compared(checklist: Checklist, answers: Mapping[str, Answer]) -> Iterator[Compared]:
    for question in checklist.visible(answers, ""):
        model = checklist.models.get(question.id)
        right = model_answer(question, model) if model is not None else None
        if right is None:
            continue
        given = answers.get(question.id)
        share = agreement(question, given, right)
        if share is not None:
            section = checklist.section_of(question.id).id
            yield Compared(section, question.id, given, right, share, _steps(question, given, right))


def _steps(question: Question, given: Answer | None, model: Answer) -> Fraction | None:
    match question, given, model:
        case Scale(), Amount(value=value), Amount(value=right):
            return Fraction(value) - Fraction(right)
    return None


def _case(section: str, lines: list[Compared]) -> Case:
    return Case(section, _mean(line.share for line in lines), len(lines))


def _mean(values: Iterable[Fraction]) -> Fraction:
    found = tuple(values)
    return sum(found, Fraction(0)) / len(found)


def _read(question: Question, given: str | tuple[str, ...]) -> Answer:
    if given == NOT_APPLICABLE and question.na:
        return Chosen(NOT_APPLICABLE)
    if isinstance(question, Choices):
        named = (given,) if isinstance(given, str) else given
        for option in named:
            choose(question, option, at=_NEVER, calendar=WEEKDAYS)
        return Several(tuple(option for option in question.own_ids if option in named))
    if not isinstance(given, str):
        raise Mistakes([mistake("no-such-answer")])
    match question:
        case Text() | Number() | Duration():
            return read(question, given, at=_NEVER, calendar=WEEKDAYS)
        case _:
            return choose(question, given, at=_NEVER, calendar=WEEKDAYS)
