"""The ranking as a document: a table a peer group, those unclassified apart with the reason, and how it was counted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from fractions import Fraction

from contest.both import Decides
from contest.mistakes import Say
from reports.drawing import undisturbed
from reports.flow import Block, kept
from reports.grid import Cell, columns, table
from reports.issued import Issued, digest_line, filed, printed
from reports.marks import Align, Page
from reports.numbers import day, percent, weight
from reports.paper import heading, paragraph
from reports.theme import ASIDE, BODY, DARK_GOLD, GREY, INK, NAVY, STRONG


@dataclass(frozen=True, slots=True)
class Ranked:
    """A classified entrant; `points` is what decided its place, `award` the name of what it is granted, or empty."""

    place: int
    name: str
    where: str
    points: Fraction
    contacts: int
    award: str = ""
    official: Fraction | None = None
    """The official total, printed beside where another result decided."""


@dataclass(frozen=True, slots=True)
class Unranked:
    """An entrant without a place, and why, as a sentence."""

    name: str
    where: str
    contacts: int
    reason: str


@dataclass(frozen=True, slots=True)
class Group:
    """A peer group; `ranked` in the order of places."""

    title: str
    ranked: tuple[Ranked, ...]
    unranked: tuple[Unranked, ...] = ()


@dataclass(frozen=True, slots=True)
class Rules:
    """What the edition decided: weights of channels, the licence's threshold in percent, what a place requires."""

    weights: tuple[tuple[str, Fraction], ...]
    threshold: Fraction
    award: str
    contacts: int
    channels: int
    jurors: int
    decides: Decides = "official"
    better_with: Fraction = Fraction(80)
    """Percent: how sure it must be that somebody is better, where the calibrated result decides."""


@dataclass(frozen=True, slots=True)
class Standings(Issued):
    """A whole ranking; `digest` is the SHA-256 of the snapshot that it was counted from, in hexadecimal."""

    kicker = "standings-kicker"
    results_on: date
    groups: tuple[Group, ...]
    rules: Rules
    digest: str


_RANKED: tuple[tuple[str, float, Align], ...] = (
    ("place", 15, "left"),
    ("name", 75, "left"),
    ("points", 22, "right"),
    ("contacts", 21, "right"),
    ("award", 39, "left"),
)
_CALIBRATED: tuple[tuple[str, float, Align], ...] = (
    ("place", 15, "left"),
    ("name", 63, "left"),
    ("calibrated", 24, "right"),
    ("official", 20, "right"),
    ("contacts", 18, "right"),
    ("award", 32, "left"),
)
"""Both results side by side, where the calibrated one decides."""
_UNRANKED: tuple[tuple[str, float, Align], ...] = (
    ("name", 79, "left"),
    ("contacts", 22, "right"),
    ("reason", 69, "left"),
)


def layout(standings: Standings, say: Say) -> tuple[Page, ...]:
    """The pages as plain values."""
    subtitle = say("standings-subtitle", organiser=standings.organiser, day=day(say, standings.results_on))
    blocks: list[Block] = []
    for group in standings.groups:
        blocks += _group(group, say, standings.rules.decides)
    blocks += counted(standings.rules, say)
    blocks.append(digest_line(standings.digest, say))
    return printed(standings, blocks, say, subtitle=subtitle)


def draw(standings: Standings, say: Say, made_at: datetime) -> bytes:
    """The ranking as a PDF."""
    with undisturbed():
        return filed(
            standings, layout(standings, say), say, subject=f"SHA-256 {standings.digest}", made_at=made_at
        )


def counted(rules: Rules, say: Say) -> list[Block]:
    """How the result is counted, with this edition's numbers."""
    weights = ", ".join(f"{name} – {weight(say, value)}" for name, value in rules.weights)
    sentences = [
        say("counted-result"),
        say("counted-weights", weights=weights),
        say("counted-missing"),
        say("counted-minimums", contacts=rules.contacts, channels=rules.channels, jurors=rules.jurors),
        say(f"counted-decides-{rules.decides}"),
        say("counted-award", award=rules.award, threshold=percent(say, rules.threshold)),
        _shared(rules, say),
    ]
    told = [paragraph(sentence, size=8.5, gap=1) for sentence in sentences]
    return kept([heading(say("counted-heading"), size=12), *told])


def _shared(rules: Rules, say: Say) -> str:
    if rules.decides == "official":
        return say("counted-ties")
    return say("counted-ties-calibrated", sure=percent(say, rules.better_with, places=0))


def _group(group: Group, say: Say, decides: Decides) -> list[Block]:
    blocks = [heading(group.title)]
    if group.ranked:
        blocks += table(
            columns(say, "standings", _RANKED if decides == "official" else _CALIBRATED),
            [_ranked(each, say, decides) for each in group.ranked],
            continued=say("standings-continued", group=group.title),
        )
    else:
        blocks.append(paragraph(say("standings-nobody"), face=ASIDE, colour=GREY))
    if group.unranked:
        blocks.append(replace(paragraph(say("standings-unranked"), face=STRONG, gap=5), keep=True))
        blocks += table(
            columns(say, "standings", _UNRANKED),
            [_unranked(each) for each in group.unranked],
            continued=say("standings-continued", group=f"{group.title} – {say('standings-unranked')}"),
        )
    return blocks


def _ranked(each: Ranked, say: Say, decides: Decides) -> list[Cell]:
    beside = [] if each.official is None else [Cell(percent(say, each.official), BODY, 9, INK)]
    return [
        Cell(f"{each.place}.", STRONG, 10, NAVY),
        Cell(each.name, STRONG, 9.5, INK, below=each.where),
        Cell(percent(say, each.points), STRONG, 9.5, INK),
        *(beside if decides == "calibrated" else []),
        Cell(str(each.contacts), BODY, 9, INK),
        Cell(each.award, STRONG, 8.5, DARK_GOLD),
    ]


def _unranked(each: Unranked) -> list[Cell]:
    return [
        Cell(each.name, BODY, 9, INK, below=each.where),
        Cell(str(each.contacts), BODY, 9, INK),
        Cell(each.reason, BODY, 8.5, GREY),
    ]
