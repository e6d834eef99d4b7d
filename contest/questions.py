"""The kinds of question that a checklist may hold, as organisers write them."""

from __future__ import annotations

from datetime import date, time
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from contest.answers import NOT_APPLICABLE, Timed
from contest.fields import (
    ClockTime,
    Condition,
    Day,
    Line,
    OptionId,
    Plain,
    Points,
    QuestionId,
    Shape,
    Switch,
    Weight,
    Whole,
)
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
