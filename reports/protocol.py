"""The protocol of the experts' decisions: who could vote, how the votes fell, what was granted; never who voted for whom.

Experts stand in it under their codes, with room for names and signatures in ink: the only names in it are those of entrants.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from fractions import Fraction

from contest.mistakes import Say
from reports.flow import Block
from reports.grid import Cell, columns, table
from reports.issued import Issued, digest_line, filed, printed
from reports.marks import Align, Mark, Page, Pen, line, told, write
from reports.numbers import day, weight
from reports.paper import WIDTH, heading, paragraph
from reports.theme import ASIDE, BODY, DARK_GOLD, GREY, INK, NAVY, RULE, STRONG


@dataclass(frozen=True, slots=True)
class Decision:
    """One ballot, counted. `votes` are the candidates with their votes, `outcome` a sentence."""

    title: str
    number: int
    opened_on: date
    entitled: int
    voted: int
    recused: tuple[str, ...]
    votes: tuple[tuple[str, int], ...]
    against: int
    abstained: int
    outcome: str


@dataclass(frozen=True, slots=True)
class Granted:
    """What was granted to whom, under which number."""

    number: str
    award: str
    entrant: str
    where: str


@dataclass(frozen=True, slots=True)
class Protocol(Issued):
    """Everything that the experts decided about one frozen ranking."""

    kicker = "protocol-kicker"
    place: str
    drawn_on: date
    experts: tuple[str, ...]
    quorum: Fraction
    majority: Fraction
    shared_ties: bool
    decisions: tuple[Decision, ...]
    granted: tuple[Granted, ...]
    digest: str
    seal: str
    """The last entry of the journal at the time of drawing: its number and the beginning of its seal."""


_VOTES: tuple[tuple[str, float, Align], ...] = (("candidate", 140, "left"), ("votes", 34, "right"))
_GRANTED: tuple[tuple[str, float, Align], ...] = (
    ("number", 34, "left"),
    ("award", 50, "left"),
    ("entrant", 88, "left"),
)

_TOGETHER = 10
"""The most signatures that are never parted by the end of a page."""


def layout(protocol: Protocol, say: Say) -> tuple[Page, ...]:
    """The pages as plain values."""
    where = ", ".join(part for part in (protocol.place, day(say, protocol.drawn_on)) if part)
    subtitle = say("protocol-subtitle", organiser=protocol.organiser, where=where)
    blocks = _rules(protocol, say)
    for number, each in enumerate(protocol.decisions, start=1):
        blocks += _decision(number, each, say)
    if not protocol.decisions:
        blocks.append(paragraph(say("protocol-no-decisions"), face=ASIDE, colour=GREY, gap=6))
    blocks += [*_granted(protocol, say), *_signatures(protocol, say)]
    blocks += [
        digest_line(protocol.digest, say),
        paragraph(say("protocol-seal", seal=protocol.seal), size=7.5, colour=GREY, gap=0.6),
    ]
    return printed(protocol, blocks, say, subtitle=subtitle)


def draw(protocol: Protocol, say: Say, made_at: datetime) -> bytes:
    """The protocol as a PDF."""
    return filed(protocol, layout(protocol, say), say, subject=f"SHA-256 {protocol.digest}", made_at=made_at)


def _rules(protocol: Protocol, say: Say) -> list[Block]:
    majority = "protocol-majority" if protocol.majority else "protocol-most"
    return [
        heading(say("protocol-rules"), size=13),
        paragraph(say("protocol-experts", count=len(protocol.experts), codes=", ".join(protocol.experts))),
        paragraph(say("protocol-quorum", quorum=weight(say, protocol.quorum))),
        paragraph(say(majority, majority=weight(say, protocol.majority))),
        paragraph(say("protocol-ties-shared" if protocol.shared_ties else "protocol-ties-again")),
        paragraph(say("protocol-secret")),
    ]


def _decision(number: int, each: Decision, say: Say) -> list[Block]:
    recused = ", ".join(each.recused)
    facts = say(
        "protocol-turnout",
        entitled=each.entitled,
        voted=each.voted,
        count=len(each.recused),
        recused=recused,
        day=day(say, each.opened_on),
        number=each.number,
    )
    rows = [*each.votes, (say("protocol-against"), each.against), (say("protocol-abstained"), each.abstained)]
    titles = columns(say, "protocol", _VOTES)
    title = say("protocol-decision", number=number, title=each.title)
    return [
        heading(title, size=13),
        replace(paragraph(facts, size=9, colour=GREY, gap=0.5), keep=True),
        *table(
            titles,
            [[Cell(name, BODY, 9.5, INK), Cell(str(votes), STRONG, 9.5, INK)] for name, votes in rows],
            continued=say("standings-continued", group=title),
        ),
        paragraph(each.outcome, face=STRONG, size=10.5, colour=NAVY, gap=3),
    ]


def _granted(protocol: Protocol, say: Say) -> list[Block]:
    if not protocol.granted:
        return []
    titles = columns(say, "protocol", _GRANTED)
    rows = [
        [
            Cell(each.number, BODY, 9, INK),
            Cell(each.award, STRONG, 9, DARK_GOLD),
            Cell(each.entrant, STRONG, 9.5, INK, below=each.where),
        ]
        for each in protocol.granted
    ]
    title = say("protocol-granted")
    return [
        heading(title, size=13),
        *table(titles, rows, continued=say("standings-continued", group=title)),
    ]


def _signatures(protocol: Protocol, say: Say) -> list[Block]:
    if not protocol.experts:
        return []
    lines = [_signature(code, say) for code in protocol.experts]
    if len(lines) <= _TOGETHER:  # on one page with their heading
        lines = [*(replace(each, keep=True) for each in lines[:-1]), lines[-1]]
    return [heading(say("protocol-signatures"), size=13), *lines]


def _signature(code: str, say: Say) -> Block:
    """A code, a line for the name, a line for the signature: written in ink."""
    half, low = 20.0, 10.0
    middle = half + (WIDTH - half) / 2
    marks: list[Mark] = [
        told("P", write(say("protocol-signature", code=code), 0, low, face=STRONG, size=9, colour=INK)),
        line(half, low + 0.8, middle - 4, low + 0.8, pen=Pen(RULE, 0.25)),
        line(middle + 4, low + 0.8, WIDTH, low + 0.8, pen=Pen(RULE, 0.25)),
        write(say("protocol-name"), half, low + 4.2, face=BODY, size=7, colour=GREY),
        write(say("protocol-ink"), middle + 4, low + 4.2, face=BODY, size=7, colour=GREY),
    ]
    return Block(15.5, tuple(marks))
