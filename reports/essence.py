"""The first page of an entrant's own report: the result, how the channels stand, what is strong and what to improve."""

from __future__ import annotations

from collections.abc import Sequence

from contest.mistakes import Say
from reports import charts
from reports.charts import Bullet
from reports.comparison import Channel, Feedback, Measure, Remark, Standing, remarks, strengths, to_improve
from reports.flow import Block
from reports.fonts import Face
from reports.marks import Mark, Node, Part, inks, rect, told, write
from reports.numbers import difference, percent, weight
from reports.ornament import star
from reports.paper import WIDTH, heading, lines, paragraph
from reports.theme import AMBER, ASIDE, BODY, DARK_GOLD, GREEN, GREY, INK, MIST, NAVY, STRONG, TITLE, Colour
from reports.typography import bound, measured, tidy, wrapped


def essence(feedback: Feedback, standing: Standing, say: Say) -> list[Block]:
    """The blocks of the page of a classified entrant."""
    blocks = [_tiles(feedback, standing, say)]
    if feedback.awards:
        blocks.append(_awards(feedback.awards))
    blocks.append(paragraph(_summary(feedback, standing, say), size=10.5, gap=5))
    bullets = charts.by_lead(bullet(each) for each in feedback.channels)
    blocks += [
        heading(say("feedback-channels"), gap=8, size=13),
        *charts.chart(bullets, say, of=say("chart-of-channels")),
    ]
    margin = weight(say, feedback.comparison.margin)
    if not remarks(feedback):
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


def bullet(each: Channel | Measure) -> Bullet:
    """A channel or a section as a row of a chart."""
    return Bullet(each.title, each.value, each.median, each.middle)
