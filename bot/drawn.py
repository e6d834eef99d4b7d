"""Runs in the worker process: what a picture shows goes in as plain values, a PNG comes out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from bot.phrases import catalogue
from reports import course, pictures, shifts
from reports.course import Course
from reports.pictures import DARK, LIGHT, Line, Stretch
from reports.shifts import Row


@dataclass(frozen=True, slots=True)
class Bars:
    """Progress by channel (a subtitle of none), or by something of which there is much."""

    stretches: tuple[Stretch, ...]
    subtitle: str = ""


@dataclass(frozen=True, slots=True)
class Top:
    """The best of a peer group."""

    group: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Shifted:
    """Places in a peer group now and under other settings."""

    group: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """What to draw, on which ground, in whose language."""

    what: Bars | Course | Top | Shifted
    title: str
    language: str
    dark: bool


def draw(drawing: Drawing) -> bytes:
    """The picture as a PNG."""
    say = catalogue().plain(drawing.language)
    screen = DARK if drawing.dark else LIGHT
    match drawing.what:
        case Bars(stretches=stretches, subtitle=""):
            return pictures.progress(drawing.title, stretches, say, screen=screen)
        case Bars(stretches=stretches, subtitle=subtitle):
            return pictures.bars(drawing.title, subtitle, stretches, say, screen=screen)
        case Course() as made:
            return course.course(drawing.title, made, say, screen=screen)
        case Top(group=group, lines=lines):
            return pictures.standings(drawing.title, group, lines, say, screen=screen)
        case Shifted(group=group, rows=rows):
            return shifts.shifts(drawing.title, group, rows, say, screen=screen)
        case _:
            assert_never(drawing.what)
