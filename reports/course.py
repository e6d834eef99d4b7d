"""How a collection goes against time, as a picture: what was sent and what was approved, day by day, beside an even pace.

The dashed line is where the sent contacts would be if each day brought as many as the other; it ends where collecting ends.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from contest.mistakes import Say
from reports.marks import Mark, Pen, Shape, circle, line, polygon, rect, write
from reports.pictures import LEFT, RIGHT, Screen, head, png
from reports.theme import BODY, STRONG, Colour
from reports.typography import tidy

_TOP, _LOW = 30.0, 80.0
"""In mm: the height of everything planned, and of nothing."""


@dataclass(frozen=True, slots=True)
class Course:
    """Contacts by the end of each day from `first` on, all together; `last` is the day on which collecting ends."""

    planned: int
    first: date
    last: date
    sent: tuple[int, ...]
    approved: tuple[int, ...]


def course(title: str, made: Course, say: Say, *, screen: Screen) -> bytes:
    """The picture as a PNG."""
    days = max((made.last - made.first).days, 1)
    most = max(made.planned, *made.sent, 1)

    def at(day: float, count: float) -> tuple[float, float]:
        return LEFT + (RIGHT - LEFT) * min(day / days, 1), _LOW - (_LOW - _TOP) * count / most

    now = at(len(made.sent) - 1, made.sent[-1])
    marks = head(tidy(title), say("picture-course"), screen)
    for share in (0, 0.5, 1):
        y = _LOW - (_LOW - _TOP) * share
        marks.append(line(LEFT, y, RIGHT, y, pen=Pen(screen.track, 0.25)))
    marks += [
        _area([at(day, count) for day, count in enumerate(made.sent)], screen.waiting),
        _area([at(day, count) for day, count in enumerate(made.approved)], screen.done),
        line(*at(0, 0), *at(days, made.planned), pen=Pen(screen.soft, 0.4, (1.4, 1.1))),
        line(now[0], _TOP, now[0], _LOW, pen=Pen(screen.ink, 0.3)),
        circle(*now, 1.1, fill=screen.ink),
    ]
    edge = _LOW + 5
    marks += [
        write(_day(made.first, say), LEFT, edge, face=BODY, size=9, colour=screen.soft),
        write(_day(made.last, say), RIGHT, edge, face=BODY, size=9, colour=screen.soft, align="right"),
    ]
    told = say("picture-today", sent=made.sent[-1], approved=made.approved[-1])
    planned = say("picture-planned", count=made.planned)
    marks += [
        write(planned, LEFT, _TOP - 2, face=BODY, size=9, colour=screen.soft),
        write(told, RIGHT, _TOP - 2, face=STRONG, size=10, colour=screen.ink, align="right"),
    ]
    marks += _legend(_LOW + 10, say, screen)
    return png(marks, _LOW + 18, screen)


def _area(points: Sequence[tuple[float, float]], fill: Colour) -> Shape:
    first, last = points[0], points[-1]
    return polygon([(first[0], _LOW), *points, (last[0], _LOW)], fill=fill)


def _legend(y: float, say: Say, screen: Screen) -> list[Mark]:
    marks: list[Mark] = []
    x = LEFT
    for colour, phrase in (
        (screen.done, "picture-approved"),
        (screen.waiting, "picture-sent"),
        (None, "picture-pace"),
    ):
        text = write(say(phrase), x + 5, y + 3, face=BODY, size=8.5, colour=screen.soft)
        sample = (
            rect(x, y + 0.2, 3.4, 3.4, fill=colour)
            if colour is not None
            else line(x, y + 1.9, x + 4, y + 1.9, pen=Pen(screen.soft, 0.4, (1.4, 1.1)))
        )
        marks += [sample, text]
        x = text.x + text.width + 5
    return marks


def _day(day: date, say: Say) -> str:
    return say("desk-day", day=day.day, month=say(f"month-{day.month}"))
