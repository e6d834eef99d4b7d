"""A checklist: the questions of one channel, as organisers write them and jurors walk through them.

Shapes only: `contest.checklist_file.parse` reads a TOML text into them and complains about everything at once.
Conditions look backward only and have no expression language, so a checklist is fully checkable before anybody is called.
The format is described for organisers in `docs/checklista.md`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import Field

from contest.answers import Amount, Answer, Chosen, Replied, Several
from contest.fields import Condition, Given, Ident, Line, QuestionId, Shape, Weight, Whole
from contest.questions import LATE, NO_REPLY, Hiding, Question


class Section(Shape):
    """Questions under one title; its weight multiplies theirs."""

    id: QuestionId
    title: Line
    intro: Annotated[str, Field(max_length=2000)] = ""
    """What to read before its questions: whole above the first, folded above the others."""
    weight: Weight = Fraction(1)
    show_if: Condition = Field(default_factory=dict)
    applies_to: tuple[str, ...] = ()
    when_hidden: Hiding = "excluded"
    questions: Annotated[tuple[Question, ...], Field(min_length=1)]


class Model(Shape):
    """How experts would answer a question, and why: what a training shows and a calibration compares with."""

    answer: Given = None
    """As a condition names it: an option id or several, `yes`, `na`; a step or a number; a text; a time as people type it."""
    why: Annotated[str, Field(max_length=600)] = ""


class Checklist(Shape):
    """One version of the questions of a channel."""

    format: Literal[1]
    id: Ident
    version: Annotated[Whole, Field(ge=1)]
    channel: Ident
    title: Line
    language: Literal["pl", "en"] = "pl"
    intro: str = ""
    sections: Annotated[tuple[Section, ...], Field(min_length=1)]
    models: Mapping[str, Model] = Field(default_factory=dict)
    """By question. Jurors see them in a training only, and only after they have answered."""

    @property
    def name(self) -> str:
        """How an assignment pins it: `telefon@3`."""
        return f"{self.id}@{self.version}"

    def questions(self) -> Iterator[Question]:
        """All of them, in order."""
        for section in self.sections:
            yield from section.questions

    def question(self, question_id: str) -> Question:
        """Raises KeyError when there is none of that id."""
        for question in self.questions():
            if question.id == question_id:
                return question
        raise KeyError(question_id)

    def section_of(self, question_id: str) -> Section:
        """Raises KeyError when there is no such question."""
        for section in self.sections:
            if any(question.id == question_id for question in section.questions):
                return section
        raise KeyError(question_id)

    def visible(self, answers: Mapping[str, Answer], kind: str) -> tuple[Question, ...]:
        """The one authority on which questions count for this kind of entrant; answers to hidden ones do not."""
        return tuple(question for question, hiding in self._walk(answers, kind) if hiding is None)

    def zeroed(self, answers: Mapping[str, Answer], kind: str) -> tuple[Question, ...]:
        """Hidden questions that still count, as nothing earned ("no reply: the rest of the talk scores 0")."""
        return tuple(question for question, hiding in self._walk(answers, kind) if hiding == "zero")

    def _walk(self, answers: Mapping[str, Answer], kind: str) -> Iterator[tuple[Question, Hiding | None]]:
        """Each question and how it is hidden, if it is. What does not apply is never counted as zero."""
        seen: dict[str, Answer] = {}
        foreign: set[str] = set()
        for section in self.sections:
            open_section = _holds(section.show_if, seen)
            applies = _applies(section, kind) and foreign.isdisjoint(section.show_if)
            for question in section.questions:
                if not applies or not _applies(question, kind) or not foreign.isdisjoint(question.show_if):
                    foreign.add(question.id)
                    yield question, "excluded"
                elif not open_section:
                    yield question, _stricter(section.when_hidden, question.when_hidden)
                elif not _holds(question.show_if, seen):
                    yield question, question.when_hidden
                else:
                    if question.id in answers:
                        seen[question.id] = answers[question.id]
                    yield question, None


def _stricter(one: Hiding, other: Hiding) -> Hiding:
    return "zero" if "zero" in (one, other) else "excluded"


def _applies(part: Section | Question, kind: str) -> bool:
    return not part.applies_to or kind in part.applies_to


def _holds(condition: Mapping[str, Iterable[str]], seen: Mapping[str, Answer]) -> bool:
    return not condition or all(
        question in seen and not said(seen[question]).isdisjoint(wanted)
        for question, wanted in condition.items()
    )


def said(answer: Answer) -> frozenset[str]:
    """The ids that an answer amounts to: what a condition, a gate or `evidence.when` looks at."""
    match answer:
        case Chosen(option=option):
            return frozenset({option})
        case Several(options=options):
            return frozenset(options)
        case Amount(value=value):
            return frozenset({str(value)})
        case Replied(outcome="waiting"):
            return frozenset()
        case Replied(outcome="late"):
            return frozenset({LATE, NO_REPLY})
        case Replied(outcome=outcome):
            return frozenset({outcome})
        case _:
            return frozenset()
