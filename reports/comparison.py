"""What an entrant's own report says: its result beside those of its peer group, and what stands out.

A median is shown only over enough entrants.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from reports.issued import Issued
from reports.standings import Rules


@dataclass(frozen=True, slots=True)
class Measure:
    """A section of a checklist: the share of its points in percent, and the median of the group where it may be shown."""

    title: str
    value: Fraction | None
    median: Fraction | None
    middle: tuple[Fraction, Fraction] | None = None
    """The first and the third quartile of the group, where they may be shown."""
    share: Fraction = Fraction(0)
    """Its part of the points of the channel, 0 to 1."""
    judged: bool | None = None
    """Whether any of its points is a juror's judgement, and not a time, a number, a yes or a no; None: not known."""


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel: its result and median in percent, how it weighs, how many contacts counted, its sections."""

    title: str
    weight: Fraction
    contacts: int
    value: Fraction | None
    median: Fraction | None
    sections: tuple[Measure, ...] = ()
    middle: tuple[Fraction, Fraction] | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """The result of a classified entrant."""

    place: int
    shared: bool
    """Whether others have the same place."""
    points: Fraction
    """The official total."""
    median: Fraction | None
    middle: tuple[Fraction, Fraction] | None = None
    calibrated: Fraction | None = None
    """The calibrated score, where it decided the place."""
    band: tuple[int, int] | None = None
    """The places, from and to, that the uncertainty of the measurement leaves open; None where it was not reckoned."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The stated rule: a strength or an area to improve differs from the median by at least so many points.

    A median counts from `least` entrants of the group on.
    """

    least: int = 3
    least_middle: int = 5
    """The entrants from which on the middle half of the group is shown: of four it would be two of them."""
    margin: Fraction = Fraction(5)
    most: int = 5


@dataclass(frozen=True, slots=True)
class Words:
    """What a juror wrote to a question, released by a checker, with what could tell who somebody is taken out."""

    channel: str
    question: str
    text: str


@dataclass(frozen=True, slots=True)
class Norm:
    """A rule that was applied, for which channels, and its source."""

    channels: str
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Feedback(Issued):
    """What the report says. `standing` is None for an unclassified entrant, and then `reason` says why."""

    kicker = "feedback-kicker"
    results_on: date
    entrant: str
    place_line: str
    group: str
    group_size: int
    """How many entrants of the group are classified."""
    standing: Standing | None
    reason: str
    awards: tuple[str, ...]
    channels: tuple[Channel, ...]
    rules: Rules
    digest: str
    comparison: Comparison = Comparison()
    appeals: tuple[str, ...] = ()
    """What became of the entrant's appeals, a sentence each."""
    words: tuple[Words, ...] = ()
    norms: tuple[Norm, ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """A section that stands out, in its channel."""

    channel: str
    section: str
    lead: Fraction
    gain: Fraction = Fraction(0)
    """What the total would gain, in percentage points, if it reached the median."""


def strengths(feedback: Feedback) -> tuple[Remark, ...]:
    """The sections furthest above the group's median, the furthest first."""
    rule = feedback.comparison
    above = [remark for remark in remarks(feedback) if remark.lead >= rule.margin]
    return tuple(sorted(above, key=lambda remark: -remark.lead)[: rule.most])


def to_improve(feedback: Feedback) -> tuple[Remark, ...]:
    """The sections furthest below the group's median, the furthest first."""
    rule = feedback.comparison
    below = [remark for remark in remarks(feedback) if remark.lead <= -rule.margin]
    return tuple(sorted(below, key=lambda remark: remark.lead)[: rule.most])


def remarks(feedback: Feedback) -> list[Remark]:
    """Every section that can be compared with the median, in the order of the channels."""
    weights = sum((each.weight for each in feedback.channels if each.value is not None), Fraction(0))
    return [
        Remark(
            channel.title,
            section.title,
            section.value - section.median,
            max(section.median - section.value, Fraction(0)) * section.share * channel.weight / weights,
        )
        for channel in feedback.channels
        for section in channel.sections
        if section.value is not None and section.median is not None
    ]
