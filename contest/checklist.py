"""A checklist: the questions of one channel, as organisers write them and jurors walk through them.

Shapes only: `contest.checklist_file.parse` reads a TOML text into them and complains about everything at once.
Conditions look backward only and have no expression language, so a checklist is fully checkable before anybody is called.
The format is described for organisers in `docs/checklista.md`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints

from contest.answers import NOT_APPLICABLE, Amount, Answer, Chosen, Replied, Several, Timed
from contest.fields import Ident, Line, Shape, Switch, Whole, found, refuse
from contest.fields import Text as Prose

YES, NO = "yes", "no"
DONE = "ok"
"""The choice that closes what takes several steps: toggled options, photos, evidence. No option may be called so."""

SENT, CAME, LATE, NO_REPLY, UNSENT = "sent", "came", "late", "none", "unsent"
"""Of a `reply`: what a button says (`sent`, `came`, `none`, `unsent`), and what a condition may name (`came`, `late`, `none`)."""

SEEN = "seen"
"""The one answer of `acknowledge`."""

TODAY, YESTERDAY, NOW = "today", "yesterday", "now"
"""What the buttons of `date` and `time` say."""

Block = Literal["measured", "judged", "told"]
Hiding = Literal["excluded", "zero"]


_DIGITS = 12


def _decimal(value: object) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise refuse("wrong-type", expected="number", found=found(value))
    exact = Decimal(value)
    if not exact.is_finite() or abs(exact.adjusted()) > _DIGITS:
        raise refuse("wrong-type", expected="number", found=found(value))
    return exact


def _exact(value: object) -> Fraction:
    """A whole number, a decimal one, or a fraction in quotes: "1/3"."""
    if isinstance(value, Fraction):
        return value
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,6}/[1-9][0-9]{0,5}", value):
        return Fraction(value)
    return Fraction(_decimal(value))


def _share(value: object) -> Fraction:
    exact = _exact(value)
    if 0 <= exact <= 1:
        return exact
    raise refuse("not-a-share", value=found(value))


def _weight(value: object) -> Fraction:
    exact = _exact(value)
    if exact >= 0:
        return exact
    raise refuse("negative-weight", value=found(value))


def _day(value: object) -> date:
    """2026-10-12, with or without quotes."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        return datetime.strptime(str(value), "%Y-%m-%d").date()  # noqa: DTZ007 -- a day has no zone
    except ValueError:
        raise refuse("wrong-type", expected="date", found=found(value)) from None


def _clock(value: object) -> time:
    """14:35, with or without quotes and seconds; only whole minutes."""
    try:
        exact = value if isinstance(value, time) else time.fromisoformat(str(value))
    except ValueError:
        exact = None
    if exact is None or isinstance(value, int | float) or exact.tzinfo or exact.second or exact.microsecond:
        raise refuse("wrong-type", expected="time", found=found(value))
    return exact


def _short(longest: int) -> AfterValidator:
    """Identifiers travel in buttons, which hold 64 bytes."""

    def check(value: str) -> str:
        if re.fullmatch(rf"[a-z0-9_]{{1,{longest}}}", value):
            return value
        raise refuse("not-a-short-id", value=found(value), longest=longest)

    return AfterValidator(check)


def _listed(value: object) -> object:
    """`{ odebrano = "yes" }` is short for `{ odebrano = ["yes"] }`."""
    if isinstance(value, Mapping):
        return {key: (one,) if isinstance(one, str) else one for key, one in value.items()}
    return value


def _given(value: object) -> object:
    """A model answer as text, whatever kind of value it stands as in the file."""
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return tuple(value)
    if isinstance(value, str | tuple):
        return value
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return str(_decimal(value))
    raise refuse("wrong-type", expected="text", found=found(value))


Given = Annotated[str | tuple[str, ...] | None, BeforeValidator(_given)]
Points = Annotated[Fraction, BeforeValidator(_share)]
Weight = Annotated[Fraction, BeforeValidator(_weight)]
Plain = Annotated[Decimal, BeforeValidator(_decimal)]
Day = Annotated[date, BeforeValidator(_day)]
ClockTime = Annotated[time, BeforeValidator(_clock)]
QuestionId = Annotated[str, _short(24)]
OptionId = Annotated[str, _short(16)]
Condition = Annotated[Mapping[str, tuple[str, ...]], BeforeValidator(_listed)]


class Option(Shape):
    """One answer of `choice` or `choices`."""

    id: OptionId
    label: Line
    points: Points | None = None
    excluded: Switch = False
    """Choosing it takes the question out of the denominator."""
    gate: Switch = False
    """Choosing it means that the contact did not happen."""
    alone: Switch = False
    """Excludes all the others („żadne z powyższych”); `choices` only."""


class Band(Shape):
    """The first band whose `up_to` is not exceeded gives its points; above all of them: 0."""

    up_to: Plain
    points: Points


class Mark(Shape):
    """One button of the stopwatch."""

    id: OptionId
    label: Line


class Evidence(Shape):
    """Photos that an answer owes."""

    text: Prose
    when: tuple[str, ...] = ()
    """Answers that owe it; empty: every answer save *nie dotyczy*."""
    most: Annotated[Whole, Field(ge=1, le=10)] = 5
    required: Switch = True


class _Question(Shape):
    id: QuestionId
    text: Prose
    hint: str = ""
    weight: Weight = Fraction(1)
    required: Switch = True
    gate: Switch = False
    show_if: Condition = Field(default_factory=dict)
    applies_to: tuple[str, ...] = ()
    evidence: Evidence | None = None
    na: Switch = False
    when_hidden: Hiding = "excluded"
    fact: Annotated[str, StringConstraints(pattern=r"^([a-z0-9][a-z0-9_-]{0,23})?\z")] = ""
    """What it finds out about the entrant: questions of any checklist with the same word should find the same."""

    @property
    def own_ids(self) -> tuple[str, ...]:
        """The answers of this kind of question that have an id."""
        return ()

    @property
    def answer_ids(self) -> tuple[str, ...]:
        """All answers with an id: what a button says and a condition may name."""
        return (*self.own_ids, NOT_APPLICABLE) if self.na else self.own_ids

    @property
    def failing(self) -> frozenset[str]:
        """The answers that mean that the contact did not happen."""
        return frozenset()


class YesNoPoints(Shape):
    yes: Points = Fraction(1)
    no: Points = Fraction(0)


class YesNo(_Question):
    type: Literal["yes_no"]
    points: YesNoPoints = YesNoPoints()
    alarm: Switch = False
    """*Yes* means that the juror may have been recognised: planners read so when the interview is sent."""
    block: Block = "measured"

    @property
    def own_ids(self) -> tuple[str, ...]:
        return (YES, NO)

    @property
    def failing(self) -> frozenset[str]:
        return frozenset({NO}) if self.gate else frozenset()


class _OfOptions(_Question):
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=20)]
    block: Block = "measured"

    @property
    def own_ids(self) -> tuple[str, ...]:
        return tuple(option.id for option in self.options)

    @property
    def failing(self) -> frozenset[str]:
        return frozenset(option.id for option in self.options if option.gate)

    def option(self, option_id: str) -> Option:
        return next(option for option in self.options if option.id == option_id)


class Choice(_OfOptions):
    """Exactly one of the options."""

    type: Literal["choice"]
    key: Switch = False
    """It judges what was answered to the scenario's question."""


class Choices(_OfOptions):
    """Any of the options; their points add up, capped at 1."""

    type: Literal["choices"]


class Scale(_Question):
    """A judgement in whole steps; points = (value - least) / (most - least)."""

    type: Literal["scale"]
    least: Annotated[Whole, Field(ge=0, le=9)] = 0
    most: Annotated[Whole, Field(ge=1, le=10)] = 5
    low: Line
    high: Line
    block: Block = "judged"

    @property
    def own_ids(self) -> tuple[str, ...]:
        return tuple(str(step) for step in range(self.least, self.most + 1))


class Number(_Question):
    type: Literal["number"]
    min: Plain
    max: Plain
    unit: str = ""
    whole: Switch = True
    bands: tuple[Band, ...] = ()
    block: Block = "measured"


class Text(_Question):
    """Free text; never scored. Lengths in characters."""

    type: Literal["text"]
    weight: Weight = Fraction(0)
    min_length: Annotated[Whole, Field(ge=0, le=4000)] = 0
    max_length: Annotated[Whole, Field(ge=1, le=4000)] = 1000
    key: Switch = False
    """It notes what was answered to the scenario's question: compared with the words of the key."""
    private: Switch = False
    """For organisers only: no report may ever quote it."""
    block: Block = "told"


class Photo(_Question):
    """Photos as the answer itself; with a weight (then never required) a given one earns all of it."""

    type: Literal["photo"]
    weight: Weight = Fraction(0)
    least: Annotated[Whole, Field(ge=1, le=10)] = 1
    most: Annotated[Whole, Field(ge=1, le=10)] = 5
    block: Block = "measured"


class Duration(_Question):
    """A stopwatch: each mark is stamped by the server; `measure` names the two whose distance counts."""

    type: Literal["duration"]
    marks: Annotated[tuple[Mark, ...], Field(min_length=2, max_length=4)]
    measure: tuple[str, str]
    unit: Literal["s", "min"] = "s"
    bands: tuple[Band, ...] = ()
    max: Annotated[Whole, Field(ge=1, le=7 * 24 * 3600)] = 4 * 3600
    """Seconds; a longer measurement or correction is not believed."""
    shortest: Annotated[Whole, Field(ge=0, le=24 * 3600)] = 0
    """Seconds; a contact whose marks, from first to last, lie closer together is shown to the checker as too fast."""
    block: Block = "measured"

    def seconds(self, answer: Timed) -> Fraction:
        """What was measured, or what the juror corrected it to."""
        if answer.corrected is not None:
            return Fraction(answer.corrected)
        stamped = dict(answer.marks)
        start, end = self.measure
        span = stamped[end] - stamped[start]
        return span.days * 86400 + span.seconds + Fraction(span.microseconds, 10**6)

    def amount(self, answer: Timed) -> Fraction:
        """The same in the unit of the bands."""
        return self.seconds(answer) / (60 if self.unit == "min" else 1)


class Date(_Question):
    """A day; never scored. The bounds are inclusive."""

    type: Literal["date"]
    weight: Weight = Fraction(0)
    min: Day | None = None
    max: Day | None = None
    future: Switch = False
    """Days after today are allowed."""
    block: Block = "measured"

    def allows(self, day: date, *, today: date) -> bool:
        if day > today and not self.future:
            return False
        return (self.min is None or self.min <= day) and (self.max is None or day <= self.max)


class Time(_Question):
    """A time of day in whole minutes; never scored. The bounds are inclusive."""

    type: Literal["time"]
    weight: Weight = Fraction(0)
    min: ClockTime = time(0, 0)
    max: ClockTime = time(23, 59)
    now: Switch = True
    """Offers „Teraz”, stamped by the server."""
    block: Block = "measured"


class Acknowledge(_Question):
    """Something that has to be read: one button; never scored."""

    type: Literal["acknowledge"]
    weight: Weight = Fraction(0)
    label: Annotated[str, StringConstraints(strip_whitespace=True, max_length=40)] = ""
    """Of the button; empty: „Rozumiem” in the juror's language."""
    block: Block = "told"

    @property
    def own_ids(self) -> tuple[str, ...]:
        return (SEEN,)


class NoReply(Shape):
    """What it is worth when nothing came in time; a late reply is worth the same."""

    points: Points = Fraction(0)
    gate: Switch = False
    """It means that the contact did not happen."""


class Reply(_Question):
    """Two acts: something is sent, and days later a reply comes or does not. Both moments are stamped by the server."""

    type: Literal["reply"]
    sent: Line
    """Label of the first button."""
    came: Line
    """Label of the second one."""
    unit: Literal["working_days", "office_hours"] = "working_days"
    """What is counted between the two, and what `bands` are in."""
    hours: tuple[Annotated[Whole, Field(ge=0, le=23)], Annotated[Whole, Field(ge=1, le=24)]] = (8, 16)
    """From which hour until which other an office works, for `office_hours`."""
    bands: tuple[Band, ...] = ()
    cap: Annotated[Whole, Field(ge=1, le=60)]
    """Working days after which the contact is one without a reply."""
    none: NoReply = NoReply()
    ask_after: tuple[Annotated[Whole, Field(ge=1, le=60)], ...] = ()
    """Working days after which the juror is asked whether a reply came."""
    block: Block = "measured"

    @property
    def own_ids(self) -> tuple[str, ...]:
        return (CAME, LATE, NO_REPLY)

    @property
    def failing(self) -> frozenset[str]:
        return frozenset({NO_REPLY}) if self.gate or self.none.gate else frozenset()

    @property
    def most(self) -> int:
        """The cap in the unit of the bands."""
        opens, closes = self.hours
        return self.cap if self.unit == "working_days" else self.cap * (closes - opens)

    def amount(self, elapsed: int) -> Fraction:
        """What an answer counted, in the unit of the bands."""
        return Fraction(elapsed) if self.unit == "working_days" else Fraction(elapsed, 3600)


Question = Annotated[
    YesNo | Choice | Choices | Scale | Number | Text | Photo | Duration | Reply | Date | Time | Acknowledge,
    Field(discriminator="type"),
]


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


def _applies(part: Section | _Question, kind: str) -> bool:
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
