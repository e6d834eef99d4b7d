"""From the experts' ballots to the values of their documents: the protocol and the running order of the gala."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from contest.awards import BY_RULES, DISTINCTION, LICENCE, NOMINEE, STATUETTE, Kind
from contest.headings import fold
from contest.mistakes import Say
from contest.voting import ABSTAIN, AGAINST, Honour, Outcome
from reports import gala as running
from reports.compile import Facts, award_name, group_of_entrant, seat
from reports.gala import Gala, Slide
from reports.numbers import day
from reports.protocol import Decision, Granted, Protocol

_CITATION = 220
"""Characters of a nomination's reason that fit on a slide."""


@dataclass(frozen=True, slots=True)
class Held:
    """A closed ballot with its count."""

    honour: Honour
    about: str
    number: int
    candidates: tuple[int, ...]
    votes: dict[str, int]
    outcome: Outcome
    opened_on: date
    entitled: int
    voted: int
    recused: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """All that the experts' documents need beside the facts of the ranking."""

    experts: tuple[str, ...]
    held: tuple[Held, ...]
    reasons: tuple[tuple[int, str], ...]
    """An entrant, and why an expert nominated it."""
    drawn_on: date
    seal: str
    gala: datetime | None
    """The local time of the gala, if it has one."""
    embargo: bool


def protocol_of(facts: Facts, table: Table, say: Say) -> Protocol:
    """The protocol as a document."""
    rules = facts.settings.experts
    granted = [each for each in facts.awards if each.kind not in BY_RULES]
    return Protocol(
        edition_title=facts.title,
        organiser=facts.settings.organiser.name,
        place=facts.settings.organiser.place,
        drawn_on=table.drawn_on,
        experts=table.experts,
        quorum=rules.quorum,
        majority=rules.majority,
        shared_ties=rules.ties == "shared",
        decisions=tuple(_decision(facts, each, say) for each in table.held),
        granted=tuple(
            Granted(
                each.number,
                award_name(facts, each, say),
                facts.entrants[each.entrant].name,
                seat(facts.entrants[each.entrant], say),
            )
            for each in granted
        ),
        digest=facts.digest,
        seal=table.seal,
    )


def _decision(facts: Facts, each: Held, say: Say) -> Decision:
    names = [facts.entrants[one].name for one in each.outcome.entrants]
    candidates = sorted(each.candidates, key=lambda one: fold(facts.entrants[one].name))
    return Decision(
        title=_topic(facts, each, say),
        number=each.number,
        opened_on=each.opened_on,
        entitled=each.entitled,
        voted=each.voted,
        recused=each.recused,
        votes=tuple((facts.entrants[one].name, each.votes.get(str(one), 0)) for one in candidates),
        against=each.votes.get(AGAINST, 0),
        abstained=each.votes.get(ABSTAIN, 0),
        outcome=say("protocol-outcome", verdict=each.outcome.verdict, names=", ".join(names)),
    )


def _topic(facts: Facts, each: Held, say: Say) -> str:
    if each.honour == "statuette":
        about = next((group.name for group in facts.settings.groups if group.id == each.about), each.about)
        return say("topic", honour=facts.settings.awards.statuette_name, about=about)
    name = facts.entrants[int(each.about)].name
    return say("topic", honour=facts.settings.awards.distinction_name, about=name)


def gala_of(facts: Facts, table: Table, say: Say) -> Gala:
    """The running order: licences, distinctions, statuettes; groups from the last of the edition to the first."""
    awards = facts.settings.awards
    when = say("gala-when", day=day(say, table.gala.date()), time=f"{table.gala:%H:%M}") if table.gala else ""
    return Gala(
        edition_title=facts.title,
        organiser=facts.settings.organiser.name,
        slides=(
            Slide("opening", facts.settings.organiser.name, facts.title, note=when),
            *_lists(facts, LICENCE, awards.licence_name),
            *_distinctions(facts, table, awards.distinction_name),
            *_statuettes(facts, say, awards.statuette_name),
            Slide("closing", facts.title, say("gala-closing"), note=facts.settings.organiser.name),
        ),
        embargo=say("gala-embargo", when=when) if when and table.embargo else "",
    )


def _lists(facts: Facts, kind: Kind, kicker: str) -> Iterator[Slide]:
    for group, names in _by_group(facts, kind):
        yield from running.listed(kicker, group, names)


def _distinctions(facts: Facts, table: Table, kicker: str) -> Iterator[Slide]:
    reasons = dict(reversed(table.reasons))
    for each in facts.awards:
        if each.kind == DISTINCTION:
            entrant = facts.entrants[each.entrant]
            reason = reasons.get(each.entrant, "")
            note = reason if len(reason) <= _CITATION else f"{reason[: _CITATION - 1].rstrip()}…"
            yield Slide("honour", kicker, entrant.name, note=note)


def _statuettes(facts: Facts, say: Say, kicker: str) -> Iterator[Slide]:
    chosen = dict(_by_group(facts, STATUETTE))
    nominated = dict(_by_group(facts, NOMINEE))
    for group in dict.fromkeys((*nominated, *chosen)):
        if group in nominated:
            yield from running.listed(say("gala-nominated", honour=kicker), group, nominated[group])
        for name in chosen.get(group, ()):
            yield Slide("honour", kicker, name, note=group)


def _by_group(facts: Facts, kind: Kind) -> Sequence[tuple[str, tuple[str, ...]]]:
    """The names of those granted, by peer group; the last group of the edition first, names by the alphabet."""
    found: dict[str, list[str]] = {
        table.group.name: [] for table in reversed(facts.tables) if table.group is not None
    }
    for each in facts.awards:
        if each.kind == kind:
            found[group_of_entrant(facts, each.entrant)].append(facts.entrants[each.entrant].name)
    return [(group, tuple(_sorted(names))) for group, names in found.items() if names]


def _sorted(names: Iterable[str]) -> list[str]:
    return sorted(names, key=lambda name: (fold(name), name))
