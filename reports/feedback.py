"""An entrant's own report: one page of essence, then channel by channel against its peer group.

Nothing in it could unmask a juror: no times, no codes, no words of theirs but those that a checker released; nothing at all
about an entrant that was not classified, for its few contacts might be told apart. A median is shown only over enough
entrants.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from fractions import Fraction

from contest.mistakes import Say
from reports import charts, radar
from reports.charts import Bullet
from reports.comparison import Channel, Feedback, Measure, Norm, Standing, Words, remarks
from reports.essence import bullet, essence
from reports.flow import Block, kept
from reports.grid import Cell, columns, table
from reports.issued import digest_line, filed, printed
from reports.marks import Align, Page
from reports.numbers import day, decimal, difference, percent, points, weight
from reports.paper import heading, paragraph
from reports.standings import counted
from reports.theme import ASIDE, BODY, GREEN, GREY, STRONG
from reports.typography import tidy

_PROFILE: tuple[tuple[str, float, Align], ...] = (
    ("channel", 62, "left"),
    ("weight", 22, "right"),
    ("value", 26, "right"),
    ("median", 26, "right"),
    ("middle", 36, "right"),
)
_PROSPECTS = 8
"""The most areas that the reckoning of the next edition names."""


def layout(feedback: Feedback, say: Say) -> tuple[Page, ...]:
    """The pages as plain values."""
    subtitle = " · ".join(
        part for part in (feedback.edition_title, feedback.place_line, feedback.group) if part
    )
    blocks: list[Block] = []
    if feedback.standing is None:
        blocks += _withheld(feedback, say)
    else:
        blocks += [
            *essence(feedback, feedback.standing, say),
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
    foot = f"{feedback.organiser}, {day(say, feedback.results_on)}"
    return printed(feedback, blocks, say, title=feedback.entrant, subtitle=subtitle, foot=foot)


def draw(feedback: Feedback, say: Say, made_at: datetime) -> bytes:
    """The report as a PDF."""
    return filed(
        feedback,
        layout(feedback, say),
        say,
        about=tidy(feedback.entrant),
        subject=feedback.edition_title,
        made_at=made_at,
    )


def _withheld(feedback: Feedback, say: Say) -> list[Block]:
    return [
        heading(say("feedback-unclassified")),
        paragraph(feedback.reason, face=STRONG, size=10.5),
        paragraph(say("feedback-withheld"), size=10.5, gap=3),
    ]


def _profile(feedback: Feedback, standing: Standing, say: Say) -> list[Block]:
    """The whole at one look: the total within its group, and a radar of the channels beside their numbers."""
    whole = Bullet(say("feedback-result"), standing.points, standing.median, standing.middle)
    blocks = [
        replace(heading(say("feedback-profile")), opens=True),
        *charts.chart([whole], say, of=say("chart-of-total")),
    ]
    met = [bullet(each) for each in feedback.channels if each.value is not None]
    if radar.LEAST <= len(met) <= radar.MOST:
        legend = "radar-legend" if any(each.median is not None for each in met) else "radar-legend-alone"
        blocks += [radar.radar(met, say), paragraph(say(legend), size=8.5, colour=GREY, gap=1)]
    rows = [_numbers(each, say) for each in feedback.channels]
    return [*blocks, *table(columns(say, "feedback", _PROFILE), rows, continued=say("feedback-profile"))]


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
    behind = sorted((each for each in remarks(feedback) if each.gain), key=lambda each: -each.gain)
    if not behind:
        return []
    shown = behind[:_PROSPECTS]
    total = standing.points + sum((each.gain for each in shown), Fraction(0))
    shape = columns(say, "feedback", (("section", 92, "left"), ("lead", 38, "right"), ("gain", 42, "right")))
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
    whole = replace(bullet(channel), label=say("feedback-channel-whole"))
    if channel.median is not None:
        blocks.append(paragraph(_in_words(channel, channel.value, channel.median, say), gap=1.5, keep=True))
    parts = {kind: [each for each in channel.sections if each.judged is kind] for kind in (None, False, True)}
    blocks += charts.chart((whole, *_sorted(parts[None])), say, of=say("chart-of-sections"))
    for kind, phrase in ((False, "chart-of-facts"), (True, "chart-of-judgements")):
        if parts[kind]:
            blocks += charts.chart(_sorted(parts[kind]), say, of=say(phrase))
    return kept(blocks)


def _sorted(sections: Sequence[Measure]) -> tuple[Bullet, ...]:
    return charts.by_lead(bullet(each) for each in sections)


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
    shape = columns(
        say, "feedback", (("norm-channels", 36, "left"), ("norm", 76, "left"), ("norm-source", 62, "left"))
    )
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
