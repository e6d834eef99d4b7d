"""Runs in the worker process: a frozen state and the awards go in as plain values, finished files come out."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from typing import Literal, assert_never

from bot.phrases import catalogue
from contest.awards import BY_RULES, DISTINCTION, LICENCE, NOMINEE, STATUETTE, Award, Kind
from contest.checklist import Checklist
from contest.mistakes import Mistake, Mistakes, Say
from contest.ranking import GroupTable, without
from contest.snapshot import Snapshot, thaw_snapshot
from reports import comparison, diploma, feedback, gala, pades, practices, press, protocol, standings
from reports.compile import Facts, diploma_of, facts_of, standings_of
from reports.council import Table, gala_of, protocol_of
from reports.names import file_name
from reports.pades import Seal
from reports.peers import feedback_of, judged_of, titles_of
from reports.published import catalogue_of, press_of
from reports.tables import as_csv, standings_table


@dataclass(frozen=True, slots=True)
class RankingFiles:
    """The ranking in these formats (`pdf`, `csv`, `xlsx`)."""

    formats: tuple[str, ...]
    preliminary: bool = False
    hidden: frozenset[int] = frozenset()
    """The entrants that its one reader must not see."""


@dataclass(frozen=True, slots=True)
class Diplomas:
    """A diploma for each award of these kinds, granted on this day."""

    granted: date
    kinds: frozenset[Kind] = BY_RULES


@dataclass(frozen=True, slots=True)
class Judged:
    """What became of an appeal of an entrant about a channel (`outcome`: corrected, left-out, dismissed)."""

    entrant: int
    channel: str
    outcome: str


@dataclass(frozen=True, slots=True)
class Reports:
    """The individual reports of these entrants."""

    entrants: tuple[int, ...]
    checklists: tuple[Checklist, ...]
    appeals: tuple[Judged, ...] = ()
    words: Mapping[int, tuple[comparison.Words, ...]] = field(default_factory=dict)
    """What was released of the jurors' words, by entrant."""


Paper = Literal["protocol", "gala", "press", "catalogue"]


@dataclass(frozen=True, slots=True)
class Papers:
    """A document of the experts' table; the catalogue names sections, so it needs the checklists."""

    what: Paper
    table: Table
    checklists: tuple[Checklist, ...] = ()


Work = RankingFiles | Diplomas | Reports | Papers


@dataclass(frozen=True, slots=True)
class Order:
    """What to make, and from which facts: the text of a snapshot and what was granted from it."""

    work: Work
    snapshot: str
    awards: tuple[Award, ...]
    language: str
    emblem: bytes = field(default=b"", repr=False)
    """The organiser's emblem, if the edition has one."""
    key: bytes = field(default=b"", repr=False)
    """The private key that signs diplomas."""
    seal: Seal | None = None
    """The organiser's electronic seal, over every PDF, if it has one."""


@dataclass(frozen=True, slots=True)
class File:
    """A finished file."""

    name: str
    kind: str
    entrant: int | None
    content: bytes


def be_modest() -> None:
    """The chat goes first: documents are made with what it leaves."""
    os.nice(10)


def bind(order: Order) -> tuple[File, ...] | Mistake:
    """The files of an order; a complaint travels between processes as a value."""
    try:
        snapshot, tables = _counted(order.snapshot)
        facts = facts_of(snapshot, order.awards, tables=tables, emblem=order.emblem)
        files = _files(order.work, facts, catalogue().plain(order.language), order.key)
        return tuple(_sealed(file, order.seal) for file in files)
    except Mistakes as refused:
        return refused.found[0]


@lru_cache(maxsize=1)
def _counted(text: str) -> tuple[Snapshot, tuple[GroupTable, ...]]:
    """A frozen state and the tables that count: many orders in a row are about the same one."""
    # numpy is loaded by the process that counts; the chat's process starts without it.
    from contest.deciding import decided  # noqa: PLC0415

    snapshot = thaw_snapshot(text)
    return snapshot, decided(snapshot)


def _files(work: Work, facts: Facts, say: Say, key: bytes) -> Iterator[File]:
    match work:
        case RankingFiles():
            yield from _ranking(facts, say, work)
        case Diplomas(granted=granted, kinds=kinds):
            for award in (each for each in facts.awards if each.kind in kinds):
                name = say(f"document-file-{_FILE[award.kind]}")
                made = diploma_of(facts, award, say, granted=granted, key=key)
                drawn = diploma.draw(made, say, facts.made_at)
                file = file_name(name, award.number, facts.entrants[award.entrant].name, ending="pdf")
                yield File(file, "diploma", award.entrant, drawn)
        case Reports(entrants=entrants, checklists=checklists, appeals=judged, words=words):
            titles, judgements = titles_of(checklists), judged_of(checklists)
            for number in entrants:
                compiled = feedback_of(
                    facts, number, titles, say=say, words=words.get(number, ()), judged=judgements
                )
                drawn = feedback.draw(
                    replace(compiled, appeals=_judged(judged, number, say)), say, facts.made_at
                )
                file = file_name(
                    say("document-file-report"), f"{number:04}", facts.entrants[number].name, ending="pdf"
                )
                yield File(file, "report", number, drawn)
        case Papers(what=what):
            yield File(f"{say(f'document-file-{what}')}.pdf", what, None, _paper(work, facts, say))
        case _:
            assert_never(work)


def _sealed(file: File, seal: Seal | None) -> File:
    if seal is None or not file.name.endswith(".pdf"):
        return file
    return replace(file, content=pades.sealed(file.content, seal))


def _paper(work: Papers, facts: Facts, say: Say) -> bytes:
    table = work.table
    match work.what:
        case "protocol":
            return protocol.draw(protocol_of(facts, table, say), say, facts.made_at)
        case "gala":
            return gala.draw(gala_of(facts, table, say), say, facts.made_at)
        case "press":
            return press.draw(press_of(facts, table, say), say, facts.made_at)
        case "catalogue":
            made = catalogue_of(facts, table, titles_of(work.checklists), say)
            return practices.draw(made, say, facts.made_at)
        case _:
            assert_never(work.what)


def _judged(appeals: Iterable[Judged], entrant: int, say: Say) -> tuple[str, ...]:
    """What became of an entrant's appeals, a sentence each."""
    return tuple(
        say("feedback-appeal", channel=each.channel, outcome=each.outcome)
        for each in appeals
        if each.entrant == entrant
    )


_FILE: Mapping[Kind, str] = {
    LICENCE: "licence",
    NOMINEE: "nominee",
    STATUETTE: "statuette",
    DISTINCTION: "distinction",
}


def _ranking(facts: Facts, say: Say, work: RankingFiles) -> Iterator[File]:
    compiled = standings_of(replace(facts, tables=without(facts.tables, work.hidden)), say)
    name = say("document-file-ranking")
    if work.preliminary:
        marked = "document-preliminary-partial" if work.hidden else "document-preliminary"
        compiled = replace(compiled, edition_title=say(marked, title=compiled.edition_title))
        name = say("document-file-preliminary")
    for wanted in work.formats:
        match wanted:
            case "pdf":
                content = standings.draw(compiled, say, facts.made_at)
            case "csv":
                content = as_csv(standings_table(compiled, say), say)
            case _:
                from reports.workbook import as_xlsx  # noqa: PLC0415 -- half a second that only a workbook is worth

                content = as_xlsx([standings_table(compiled, say)], facts.made_at)
        yield File(f"{name}.{wanted}", "ranking", None, content)
