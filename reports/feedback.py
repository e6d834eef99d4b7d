"""An entrant's own report: one page of essence, then channel by channel against its peer group.

Nothing in it could unmask a juror: no times, no codes, no words of theirs but those that a checker released; nothing at all
about an entrant that was not classified, for its few contacts might be told apart. A median is shown only over enough
entrants.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from fractions import Fraction

from contest.mistakes import Say
from reports import charts, drawing, radar
from reports.charts import Bullet
from reports.flow import Block, kept
from reports.fonts import Face
from reports.grid import Cell, columns, table
from reports.marks import Align, Mark, Node, Page, Part, inks, rect, told, write
from reports.metadata import Cover
from reports.numbers import day, decimal, difference, percent, points, weight
from reports.ornament import star
from reports.paper import WIDTH, heading, lines, masthead, paragraph, sheets
from reports.standings import Rules, counted, digest_line
from reports.theme import AMBER, ASIDE, BODY, DARK_GOLD, GREEN, GREY, INK, MIST, NAVY, STRONG, TITLE, Colour
from reports.typography import bound, measured, tidy, wrapped

_PROSPECTS = 8
"""The most areas that the reckoning of the next edition names."""


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
class Feedback:
    """What the report says. `standing` is None for an unclassified entrant, and then `reason` says why."""

    edition_title: str
    organiser: str
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
    above = [remark for remark in _remarks(feedback) if remark.lead >= rule.margin]
    return tuple(sorted(above, key=lambda remark: -remark.lead)[: rule.most])


def to_improve(feedback: Feedback) -> tuple[Remark, ...]:
    """The sections furthest below the group's median, the furthest first."""
    rule = feedback.comparison
    below = [remark for remark in _remarks(feedback) if remark.lead <= -rule.margin]
    return tuple(sorted(below, key=lambda remark: remark.lead)[: rule.most])


def layout(feedback: Feedback, say: Say) -> tuple[Page, ...]:
    """The pages as plain values."""
    subtitle = " · ".join(
        part for part in (feedback.edition_title, feedback.place_line, feedback.group) if part
    )
    blocks = [masthead(say("feedback-kicker"), feedback.entrant, subtitle)]
    if feedback.standing is None:
        blocks += _withheld(feedback, say)
    else:
        blocks += [
            *_essence(feedback, feedback.standing, say),
            *_profile(feedback, feedback.standing, say),
            *_channels(feedback, say),
            *_words(feedback.words, say),
            *_prospects(feedback, feedback.standing, say),
            *_reading(feedback, say),
        ]
    if feedback.appeals:
        blocks.append(heading(say("feedback-appeals"), size=12))
        blocks += [paragraph(sentence, size=9.5, gap=1) for sentence in feedback.appeals]
    if feedback.standing is not None:
        blocks += _norms(feedback.norms, say)
    blocks += [*counted(feedback.rules, say), digest_line(feedback.digest, say)]
    head = f"{feedback.edition_title} – {say('feedback-kicker')}"
    return sheets(blocks, say, head=head, foot=f"{feedback.organiser}, {day(say, feedback.results_on)}")


def draw(feedback: Feedback, say: Say, made_at: datetime) -> bytes:
    """The report as a PDF."""
    cover = Cover(
        title=f"{say('feedback-kicker')} – {tidy(feedback.entrant)}",
        author=feedback.organiser,
        subject=feedback.edition_title,
        language=say("document-language"),
        made_at=made_at,
    )
    return drawing.pdf(layout(feedback, say), cover)


def _remarks(feedback: Feedback) -> list[Remark]:
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


def _withheld(feedback: Feedback, say: Say) -> list[Block]:
    return [
        heading(say("feedback-unclassified")),
        paragraph(feedback.reason, face=STRONG, size=10.5),
        paragraph(say("feedback-withheld"), size=10.5, gap=3),
    ]


def _essence(feedback: Feedback, standing: Standing, say: Say) -> list[Block]:
    blocks = [_tiles(feedback, standing, say)]
    if feedback.awards:
        blocks.append(_awards(feedback.awards))
    blocks.append(paragraph(_summary(feedback, standing, say), size=10.5, gap=5))
    bullets = charts.by_lead(_bullet(each) for each in feedback.channels)
    blocks += [
        heading(say("feedback-channels"), gap=8, size=13),
        *charts.chart(bullets, say, of=say("chart-of-channels")),
    ]
    margin = weight(say, feedback.comparison.margin)
    if not _remarks(feedback):
        return [*blocks, paragraph(say("feedback-no-comparison"), face=ASIDE, colour=GREY, gap=8)]
    blocks += [
        heading(say("feedback-strengths"), gap=8, size=13),
        *_list(strengths(feedback), say, GREEN, nothing=say("feedback-no-strengths", margin=margin)),
        heading(say("feedback-to-improve"), gap=6, size=13),
        *_list(to_improve(feedback), say, AMBER, nothing=say("feedback-nothing-to-improve", margin=margin)),
    ]
    return blocks


def _tiles(feedback: Feedback, standing: Standing, say: Say) -> Block:
    place = say("feedback-place-shared" if standing.shared else "feedback-place", place=standing.place)
    median = say("feedback-none") if standing.median is None else percent(say, standing.median)
    tiles = [
        (say("feedback-result"), percent(say, standing.points), _led(standing, say)),
        (say("feedback-place-caption"), place, say("feedback-group-size", count=feedback.group_size)),
        (say("feedback-group-median"), median, say("feedback-contacts", count=_contacts(feedback))),
    ]
    gap = 4.0
    width = (WIDTH - 2 * gap) / 3
    marks: list[Mark] = []
    for index, (caption, number, below) in enumerate(tiles):
        x = index * (width + gap)
        marks += [
            rect(x, 0, width, 29, fill=MIST, radius=1.5),
            told(
                "P",
                write(caption, x + 5, 7, face=STRONG, size=8, colour=GREY),
                _within(number, x + 5, 18, width - 10, face=TITLE, sizes=(23, 20, 18, 16, 14), colour=NAVY),
                _within(below, x + 5, 24.6, width - 10, face=BODY, sizes=(8.5, 8, 7.5, 7), colour=INK),
            ),
        ]
    return Block(29, tuple(marks), gap=6)


def _within(
    text: str, x: float, y: float, width: float, *, face: Face, sizes: Sequence[float], colour: Colour
) -> Mark:
    """One line as large as its tile allows."""
    size = next((each for each in sizes if measured(face, each)(text) <= width), sizes[-1])
    return write(text, x, y, face=face, size=size, colour=colour)


def _led(standing: Standing, say: Say) -> str:
    if standing.median is None:
        return say("chart-not-compared")
    lead = standing.points - standing.median
    return say("chart-from-median", difference=difference(say, lead)) if lead else say("chart-at-median")


def _contacts(feedback: Feedback) -> int:
    return sum(channel.contacts for channel in feedback.channels)


def _awards(awards: Sequence[str]) -> Block:
    text = lines(
        wrapped(bound(tidy(" · ".join(awards))), measured(TITLE, 13), WIDTH - 8),
        face=TITLE,
        size=13,
        colour=DARK_GOLD,
        x=7,
        tag="P",
    )
    return Block(text.height, (star(2.6, 3.1, 2.6, DARK_GOLD), *text.marks), gap=5)


def _summary(feedback: Feedback, standing: Standing, say: Say) -> str:
    facts: dict[str, str | int] = {
        "place": standing.place,
        "count": feedback.group_size,
        "points": percent(say, standing.points),
    }
    if standing.calibrated is None:
        said = [say("feedback-summary-place", **facts)]
    else:
        score = percent(say, standing.calibrated)
        said = [say("feedback-summary-place-calibrated", **facts, calibrated=score)]
    if standing.band is not None:
        low, high = standing.band
        said.append(say("feedback-summary-band", low=low, high=high))
    compared = [
        channel for channel in feedback.channels if channel.value is not None and channel.median is not None
    ]
    above = sum(1 for channel in compared if (channel.value or 0) > (channel.median or 0))
    if compared:
        said.append(say("feedback-summary-above", above=above, count=len(compared)))
    return " ".join(said)


def _list(remarks: Sequence[Remark], say: Say, colour: Colour, *, nothing: str) -> list[Block]:
    if not remarks:
        return [paragraph(nothing, face=ASIDE, colour=GREY)]
    items = Node("L")
    return [_remark(remark, say, colour, items) for remark in remarks]


def _remark(remark: Remark, say: Say, colour: Colour, items: Node) -> Block:
    label = say("feedback-remark", section=tidy(remark.section), channel=tidy(remark.channel))
    left = lines(wrapped(label, measured(BODY, 9.5), WIDTH - 62), face=BODY, size=9.5, colour=INK, x=5)
    said = say("chart-from-median", difference=difference(say, remark.lead))
    lead = write(said, WIDTH, 3.55, face=STRONG, size=9, colour=colour, align="right")
    body = Part(Node("LBody", Node("LI", items)), (*inks(left.marks), lead))
    return Block(left.height + 1, (rect(0, 0.75, 1.2, left.height - 1.5, fill=colour), body), gap=0.8)


def _bullet(each: Channel | Measure) -> Bullet:
    return Bullet(each.title, each.value, each.median, each.middle)


def _profile(feedback: Feedback, standing: Standing, say: Say) -> list[Block]:
    """The whole at one look: the total within its group, and a radar of the channels beside their numbers."""
    whole = Bullet(say("feedback-result"), standing.points, standing.median, standing.middle)
    blocks = [
        replace(heading(say("feedback-profile")), opens=True),
        *charts.chart([whole], say, of=say("chart-of-total")),
    ]
    met = [_bullet(each) for each in feedback.channels if each.value is not None]
    if radar.LEAST <= len(met) <= radar.MOST:
        legend = "radar-legend" if any(each.median is not None for each in met) else "radar-legend-alone"
        blocks += [radar.radar(met, say), paragraph(say(legend), size=8.5, colour=GREY, gap=1)]
    titles = [say(f"feedback-column-{name}") for name in ("channel", "weight", "value", "median", "middle")]
    widths: list[tuple[float, Align]] = [
        (62, "left"),
        (22, "right"),
        (26, "right"),
        (26, "right"),
        (36, "right"),
    ]
    shape = columns([(title, *width) for title, width in zip(titles, widths, strict=True)])
    rows = [_numbers(each, say) for each in feedback.channels]
    return [*blocks, *table(shape, rows, continued=say("feedback-profile"))]


def _numbers(channel: Channel, say: Say) -> list[Cell]:
    none = say("chart-no-median")
    middle = none
    if channel.middle is not None:
        low, high = (decimal(say, each) for each in channel.middle)
        middle = say("feedback-middle", low=low, high=high)
    return [
        Cell(channel.title, STRONG),
        Cell(weight(say, channel.weight)),
        Cell(none if channel.value is None else percent(say, channel.value), STRONG),
        Cell(none if channel.median is None else percent(say, channel.median)),
        Cell(middle),
    ]


def _words(words: Sequence[Words], say: Say) -> list[Block]:
    """Under each question what was written to it, in the order in which it comes."""
    if not words:
        return []
    blocks = [heading(say("feedback-words"))]
    above = ("", "")
    for each in words:
        if (each.channel, each.question) != above:
            above = (each.channel, each.question)
            asked = say("feedback-words-asked", channel=tidy(each.channel), question=tidy(each.question))
            blocks.append(paragraph(asked, size=8.5, colour=GREY, gap=4, keep=True))
        blocks.append(paragraph(say("feedback-quote", text=tidy(each.text)), size=10, gap=1.5))
    return blocks


def _prospects(feedback: Feedback, standing: Standing, say: Say) -> list[Block]:
    """What the next edition could bring: arithmetic on the weights, and no promise of a place."""
    behind = sorted((each for each in _remarks(feedback) if each.gain), key=lambda each: -each.gain)
    if not behind:
        return []
    shown = behind[:_PROSPECTS]
    total = standing.points + sum((each.gain for each in shown), Fraction(0))
    shape = columns(
        [
            (say("feedback-column-section"), 92, "left"),
            (say("feedback-column-lead"), 38, "right"),
            (say("feedback-column-gain"), 42, "right"),
        ]
    )
    rows = [
        [
            Cell(say("feedback-remark", section=tidy(each.section), channel=tidy(each.channel))),
            Cell(points(say, -each.lead)),
            Cell(difference(say, each.gain, places=2), STRONG, 9, GREEN),
        ]
        for each in shown
    ]
    return [
        heading(say("feedback-prospects")),
        paragraph(
            say("feedback-prospects-lead", now=percent(say, standing.points), then=percent(say, total))
        ),
        *table(shape, rows, continued=say("feedback-prospects")),
        paragraph(say("feedback-prospects-caution"), size=8.5, colour=GREY, gap=4),
    ]


def _channels(feedback: Feedback, say: Say) -> list[Block]:
    met = sum(each.value is not None for each in feedback.channels)
    blocks = [replace(heading(say("feedback-by-channel")), opens=met >= radar.LEAST)]
    for channel in feedback.channels:
        blocks += _channel(channel, say)
    return blocks


def _channel(channel: Channel, say: Say) -> list[Block]:
    facts = say("feedback-channel-facts", weight=weight(say, channel.weight), count=channel.contacts)
    blocks = [
        heading(channel.title, gap=6, size=12, level="H3"),
        paragraph(facts, size=8.5, colour=GREY, gap=0, keep=True),
    ]
    if channel.value is None:
        return kept([*blocks, paragraph(say("feedback-channel-empty"), face=ASIDE, colour=GREY)])
    whole = replace(_bullet(channel), label=say("feedback-channel-whole"))
    if channel.median is not None:
        blocks.append(paragraph(_in_words(channel, channel.value, channel.median, say), gap=1.5, keep=True))
    parts = {kind: [each for each in channel.sections if each.judged is kind] for kind in (None, False, True)}
    blocks += charts.chart((whole, *_sorted(parts[None])), say, of=say("chart-of-sections"))
    for kind, phrase in ((False, "chart-of-facts"), (True, "chart-of-judgements")):
        if parts[kind]:
            blocks += charts.chart(_sorted(parts[kind]), say, of=say(phrase))
    return kept(blocks)


def _sorted(sections: Sequence[Measure]) -> tuple[Bullet, ...]:
    return charts.by_lead(_bullet(each) for each in sections)


def _in_words(channel: Channel, value: Fraction, median: Fraction, say: Say) -> str:
    """The chart of a channel, said."""
    lead = value - median
    phrase = (
        "feedback-channel-even"
        if not lead
        else "feedback-channel-above"
        if lead > 0
        else "feedback-channel-below"
    )
    said = say(phrase, difference=points(say, abs(lead)), value=percent(say, value))
    if channel.middle is not None:
        low, high = (decimal(say, each) for each in channel.middle)
        said = f"{said} {say('feedback-channel-middle', low=low, high=high)}"
    return said


def _kinds(feedback: Feedback, say: Say) -> list[Block]:
    told = any(each.judged is not None for channel in feedback.channels for each in channel.sections)
    return [paragraph(say("feedback-reading-kinds"), size=8.5, gap=1)] if told else []


def _norms(norms: Sequence[Norm], say: Say) -> list[Block]:
    """What answers were held against, with its source: law is told from the contest's own rules."""
    if not norms:
        return []
    title = say("feedback-norms")
    widths: tuple[tuple[str, float, Align], ...] = (
        ("norm-channels", 36, "left"),
        ("norm", 76, "left"),
        ("norm-source", 62, "left"),
    )
    shape = columns([(say(f"feedback-column-{name}"), width, align) for name, width, align in widths])
    rows = [
        [Cell(each.channels, STRONG, 8.5), Cell(each.text, BODY, 8.5), Cell(each.source, BODY, 8.5, GREY)]
        for each in norms
    ]
    return [heading(title, size=12), *table(shape, rows, continued=title)]


def _reading(feedback: Feedback, say: Say) -> list[Block]:
    rule = feedback.comparison
    told = [
        heading(say("feedback-reading"), size=12),
        paragraph(say("feedback-reading-median", least=rule.least), size=8.5, gap=1),
        paragraph(say("feedback-reading-middle", least=rule.least_middle), size=8.5, gap=1),
        paragraph(
            say("feedback-reading-rule", margin=weight(say, rule.margin), most=rule.most), size=8.5, gap=1
        ),
        *_kinds(feedback, say),
        paragraph(
            say("feedback-reading-words" if feedback.words else "feedback-reading-privacy"), size=8.5, gap=1
        ),
    ]
    return kept(told)
