"""Reading a checklist's file: a value, or everything that is wrong with it.

Rule 1: faults of shape come from the models, retold by `contest.shape`.
Rule 2: faults of meaning are looked for in every question whose own shape is sound, even when another one's is not.
Rule 3: a condition looks backward: it names an earlier question, and answers that the question can have.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import cast

from contest.answers import NOT_APPLICABLE
from contest.checklist import Checklist, Model
from contest.mistakes import Mistake, Mistakes, mistake
from contest.questions import (
    DONE,
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
)
from contest.shape import Faults, doubled_ids, near, sound, unknown, whole
from contest.toml import Document, Path, as_list, read, within
from contest.training import model_answer

_QUESTION = cast("type[Question]", Question)  # a union is a shape too, which `type` cannot say
_STEPS = {"sections": "section", "questions": "question", "options": "option"}


def parse(source: str, *, file: str = "") -> Checklist:
    """Read a checklist. Raises `Mistakes` with everything that is wrong with it, shape and meaning alike."""
    document = read(source, file=file, steps=_STEPS)
    return whole(Checklist, document, _meaning(document))


@dataclass(frozen=True, slots=True)
class _Known:
    """What has been read above a place: the questions there, None for one whose own shape is faulty."""

    all: Mapping[str, Path]
    before: dict[str, Question | None] = field(default_factory=dict)


def _meaning(document: Document) -> Faults:
    yield from doubled_ids(document, "sections")
    known = _Known(_places(document))
    for index, section in enumerate(as_list(document.table.get("sections"))):
        place: Path = ("sections", index)
        yield from _conditions(within(section, ("show_if",)), (*place, "show_if"), known)
        raw = as_list(within(section, ("questions",)))
        shaped = dict(sound(_QUESTION, raw))
        for number, written in enumerate(raw):
            yield from _one(written, (*place, "questions", number), shaped.get(number), known)
    yield from _models(document.table.get("models"), known)


def _models(written: object, known: _Known) -> Faults:
    """Each model answer against the question that it belongs to."""
    if not isinstance(written, Mapping):
        return
    for name, given in written.items():
        place: Path = ("models", name)
        if name not in known.all:
            yield place, unknown("model-unknown", name, known.all)
        elif (question := known.before[name]) is not None:
            for _, model in sound(Model, [given]):
                try:
                    model_answer(question, model)
                except Mistakes as refused:
                    where = place if model.answer is None else (*place, "answer")
                    yield from ((where, fault) for fault in refused.found)


def _places(document: Document) -> dict[str, Path]:
    """Where each question is, the first of each id."""
    places: dict[str, Path] = {}
    for index, section in enumerate(as_list(document.table.get("sections"))):
        for number, written in enumerate(as_list(within(section, ("questions",)))):
            given = within(written, ("id",))
            if isinstance(given, str):
                places.setdefault(given, ("sections", index, "questions", number))
    return places


def _one(written: object, place: Path, question: Question | None, known: _Known) -> Faults:
    yield from _conditions(within(written, ("show_if",)), (*place, "show_if"), known)
    given = within(written, ("id",))
    if isinstance(given, str):
        if given in known.before:
            yield (*place, "id"), mistake("doubled-id", id=given)
        known.before.setdefault(given, question)
    if question is not None:
        yield from ((place + path, fault) for path, fault in _inside(question))


def _conditions(written: object, place: Path, known: _Known) -> Faults:
    """Each condition against the questions above it."""
    if not isinstance(written, Mapping):
        return
    for name, wanted in written.items():
        if name not in known.all:
            yield place, unknown("condition-unknown", name, known.all)
        elif name not in known.before:
            yield place, mistake("condition-later", value=name)
        elif (question := known.before[name]) is not None:
            yield from ((place, fault) for fault in _impossible(question, wanted))


def _impossible(question: Question, wanted: object) -> Iterator[Mistake]:
    if not question.answer_ids:
        yield mistake("condition-without-options", value=question.id, type=question.type)
        return
    options = [wanted] if isinstance(wanted, str) else as_list(wanted)
    if not options:
        yield mistake("condition-empty", value=question.id)
    for option in options:
        if isinstance(option, str) and option not in question.answer_ids:
            yield _not_an_answer("condition-impossible", question, option)


def _not_an_answer(code: str, question: Question, option: str) -> Mistake:
    return mistake(
        code,
        value=option,
        question=question.id,
        nearest=near(option, question.answer_ids),
        known=", ".join(question.answer_ids),
    )


def _inside(question: Question) -> Faults:
    """What contradicts itself within one question."""
    yield from _gate(question)
    yield from _evidence(question)
    yield from _crossed(question)
    match question:
        case Choice() | Choices():
            yield from _options(question)
        case Number():
            yield from _bands(question)
        case Duration():
            yield from _stopwatch(question)
            yield from _bands(question)
        case Reply():
            yield from _bands(question)
            yield from _waiting(question)
        case Text() | Date() | Time() | Acknowledge() if question.weight:
            yield ("weight",), mistake("weight-not-here", type=question.type)
        case Photo(weight=weight, required=True) if weight:
            yield ("weight",), mistake("weight-on-photo")
        case _:
            pass


def _crossed(question: Question) -> Faults:
    """Bounds that leave no answer between them."""
    match question:
        case Scale(least=least, most=most) if least >= most:
            yield ("most",), mistake("bounds-crossed", least=least, most=most)
        case Photo(least=least, most=most) if least > most:
            yield ("most",), mistake("bounds-crossed", least=least, most=most)
        case Number(min=lowest, max=highest) if lowest >= highest:
            yield ("max",), mistake("bounds-crossed", least=str(lowest), most=str(highest))
        case Text(min_length=least, max_length=most) if least > most:
            yield ("max_length",), mistake("bounds-crossed", least=least, most=most)
        case Date(min=date() as first, max=date() as last) if first > last:
            yield ("max",), mistake("bounds-crossed", least=str(first), most=str(last))
        case Time(min=opens, max=closes) if opens >= closes:
            yield ("max",), mistake("bounds-crossed", least=f"{opens:%H:%M}", most=f"{closes:%H:%M}")
        case _:
            pass


def _gate(question: Question) -> Faults:
    if question.gate and not question.failing:
        choosable = isinstance(question, Choice | Choices)
        yield ("gate",), mistake("gate-without-option" if choosable else "gate-not-here", type=question.type)
    if question.failing and not question.required:
        yield ("required",), mistake("gate-skippable")


def _evidence(question: Question) -> Faults:
    evidence = question.evidence
    if evidence is None:
        return
    if isinstance(question, Photo):
        yield ("evidence",), mistake("evidence-on-photo")
    for option in evidence.when:
        if not question.answer_ids:
            yield (
                ("evidence", "when"),
                mistake("condition-without-options", value=question.id, type=question.type),
            )
            return
        if option not in question.answer_ids:
            yield ("evidence", "when"), _not_an_answer("evidence-impossible", question, option)


def _options(question: Choice | Choices) -> Faults:
    seen: set[str] = set()
    labels: set[str] = set()
    for index, option in enumerate(question.options):
        place: Path = ("options", index)
        if option.id in {NOT_APPLICABLE, DONE}:
            yield (*place, "id"), mistake("reserved-id", id=option.id)
        if option.id in seen:
            yield (*place, "id"), mistake("doubled-id", id=option.id)
        if option.label.casefold() in labels:
            yield (*place, "label"), mistake("doubled-answer", label=option.label)
        if option.alone and isinstance(question, Choice):
            yield (*place, "alone"), mistake("alone-in-choice")
        if question.weight and option.points is None and not (option.excluded or option.gate or option.alone):
            yield place, mistake("option-without-points")
        seen.add(option.id)
        labels.add(option.label.casefold())


def _bands(question: Number | Duration | Reply) -> Faults:
    if question.weight and not question.bands:
        yield (), mistake("bands-missing")
    for index, (lower, upper) in enumerate(pairwise(question.bands), start=1):
        if upper.up_to <= lower.up_to:
            yield (
                ("bands", index),
                mistake("bands-not-rising", lower=str(lower.up_to), upper=str(upper.up_to)),
            )


def _stopwatch(question: Duration) -> Faults:
    marks = [mark.id for mark in question.marks]
    for index, mark in enumerate(marks):
        if mark in {NOT_APPLICABLE, DONE}:
            yield ("marks", index, "id"), mistake("reserved-id", id=mark)
        if mark in marks[:index]:
            yield ("marks", index, "id"), mistake("doubled-id", id=mark)
    strangers = [mark for mark in question.measure if mark not in marks]
    yield from ((("measure",), unknown("unknown-mark", mark, marks)) for mark in strangers)
    start, end = question.measure
    if not strangers and marks.index(start) >= marks.index(end):
        yield ("measure",), mistake("marks-crossed", start=start, end=end)


def _waiting(question: Reply) -> Faults:
    """Nothing may lie beyond the cap: after it a reply is worth what `none` says."""
    for index, band in enumerate(question.bands):
        if band.up_to > question.most:
            yield ("bands", index), mistake("band-beyond-cap", up_to=str(band.up_to), most=question.most)
    for lower, upper in pairwise((0, *question.ask_after)):
        if not lower < upper <= question.cap:
            yield ("ask_after",), mistake("ask-after-cap", value=upper, cap=question.cap)
    opens, closes = question.hours
    if opens >= closes:
        yield ("hours",), mistake("bounds-crossed", least=opens, most=closes)
