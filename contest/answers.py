"""What a juror can answer: nine shapes of value, each with its own meaning.

"No answer", "not applicable" and 0 are three different things: no entry at all, `Chosen(NOT_APPLICABLE)`, `Amount(0)`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

NOT_APPLICABLE = "na"
"""The option id of *nie dotyczy*, on every kind of question that allows it."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """One option: `yes_no` (`yes`, `no`, `na`), `choice`, `acknowledge` (`seen`), or *nie dotyczy* elsewhere."""

    option: str
    kind: Literal["chosen"] = "chosen"


@dataclass(frozen=True, slots=True)
class Several:
    """Several options of `choices`, in the order of the checklist; may be none."""

    options: tuple[str, ...]
    kind: Literal["several"] = "several"


@dataclass(frozen=True, slots=True)
class Amount:
    """A number, of `number` (in the question's unit) or `scale` (a step of it)."""

    value: Decimal
    kind: Literal["amount"] = "amount"


@dataclass(frozen=True, slots=True)
class Written:
    """Free text, as it was typed, without surrounding space."""

    text: str
    kind: Literal["written"] = "written"


@dataclass(frozen=True, slots=True)
class Photos:
    """Photos given as the answer itself: keys of evidence, in the order of arrival."""

    keys: tuple[str, ...]
    kind: Literal["photos"] = "photos"


@dataclass(frozen=True, slots=True)
class Timed:
    """Moments stamped by the server, one a mark of the stopwatch (UTC), or the seconds that the juror typed instead."""

    marks: tuple[tuple[str, datetime], ...] = ()
    corrected: int | None = None
    before: int | None = None
    """Seconds that the first answer gave, when this one is another: a measurement that was changed stays to be seen."""
    reason: str | None = None
    """Why it was typed or changed: an id of `contest.stopwatch.REASONS`, or the juror's own words."""
    kind: Literal["timed"] = "timed"

    @property
    def owes_reason(self) -> bool:
        """Half an answer: what was not simply stamped is accepted with a reason."""
        return self.reason is None and (self.corrected is not None or self.before is not None)


@dataclass(frozen=True, slots=True)
class Dated:
    """A day, by the calendar of the edition's zone."""

    day: date
    kind: Literal["dated"] = "dated"


@dataclass(frozen=True, slots=True)
class Clocked:
    """A time of day in whole minutes, by the clock of the edition's zone."""

    shown: time
    stamped: datetime | None = None
    """When „Teraz” was tapped (UTC); None: it was typed."""
    kind: Literal["clocked"] = "clocked"


@dataclass(frozen=True, slots=True)
class Replied:
    """A message and the reply to it (UTC). Without a reply and not `closed` it is half an answer: one that still waits."""

    sent: datetime
    until: datetime
    """The first moment at which a reply is too late."""
    stamped: datetime | None = None
    """When the juror said that a reply had come."""
    corrected: datetime | None = None
    """When it came, in the juror's own words; then `stamped` is the moment of the correction."""
    elapsed: int | None = None
    """How long it took: working days, or seconds of office time, as the question counts."""
    closed: bool = False
    """Nothing came in time."""
    kind: Literal["replied"] = "replied"

    @property
    def came(self) -> datetime | None:
        return self.stamped if self.corrected is None else self.corrected

    @property
    def outcome(self) -> Literal["waiting", "came", "late", "none"]:
        if self.came is not None:
            return "came" if self.came < self.until else "late"
        return "none" if self.closed else "waiting"


Answer = Annotated[
    Chosen | Several | Amount | Written | Photos | Timed | Dated | Clocked | Replied,
    Field(discriminator="kind"),  # else each is tried in turn, at every look into a session
]
