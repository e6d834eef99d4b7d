"""The calibrated result of a snapshot: for each entrant a score, bands, a place that is shared where nobody knows better, a verdict.

A pure function of the snapshot and a seed. Minimums and peer groups are those of the official ranking: whoever is unclassified
there has no place here, but what jurors wrote there still tells what the jurors are like. `[ranking] decides` of the edition says
which of the two results counts; this one never looks at it, so both can always be shown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from contest.calibration.bands import PODIUM, rank_band, ranks, scores
from contest.calibration.calibrate import Calibration, calibrate
from contest.calibration.contacts import Counts, Reals, Scored
from contest.calibration.licences import Verdict, chances, verdict
from contest.calibration.places import Comparison, compare
from contest.calibration.sections import SectionScore, sections_above_median
from contest.calibration.strengths import Mark, above_median, mark
from contest.edition import EditionSettings, PeerGroup
from contest.ranking import Contact, GroupTable, Result
from contest.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Standing:
    """One classified entrant. Scores in points of 0 to 100, bands of 90 % unless said otherwise."""

    entrant: int
    place: int
    """1 + how many of the group are better with the edition's `better_with`; shared as often as the contacts demand."""
    score: float
    low: float
    high: float
    best: int
    worst: int
    """The band of places in the group."""
    podium_best: int
    podium_worst: int
    """The same with 95 %: for statements about the first places."""
    official: Fraction
    """The official total, to stand beside it."""
    luck: float
    """By how many points the jurors who came here are stricter than the panel's average (below 0: milder)."""
    licence: Verdict
    licence_chance: float
    clear_statuette: bool
    """Among the edition's number of statuettes by a clear gap; otherwise the experts' vote decides."""
    tied: tuple[int, ...]
    """Entrants of the group of whom nobody knows whether they are better or worse: practically a draw."""
    marks: Mapping[str, Mark]
    """Channels: a strength or an area to improve against the group's median, where that is sure enough."""
    section_marks: Mapping[tuple[str, str], Mark]
    """The same of sections (channel, section), only those that are one or the other."""


@dataclass(frozen=True, slots=True)
class CalibratedTable:
    """One peer group, best scores first."""

    group: PeerGroup | None
    standings: tuple[Standing, ...]
    unclassified: tuple[Result, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Calibrated:
    """The whole result. `calibration` holds what it rests on: jurors, design, draws; None when there is no contact at all."""

    tables: tuple[CalibratedTable, ...]
    calibration: Calibration | None


Sections = dict[int, dict[tuple[str, str], Mark]]


def calibrated(snapshot: Snapshot, *, seed: int) -> Calibrated:
    """The calibrated result of these facts. The same snapshot and seed give the same result bit for bit."""
    settings = snapshot.settings
    tables = snapshot.official()
    contacts = [contact for contact in snapshot.contacts if settings.channel(contact.channel)]
    classified = _classified(tables)
    if not contacts:
        empty = (CalibratedTable(table.group, (), table.unclassified) for table in tables)
        return Calibrated(tuple(empty), None)
    shares = {channel.id: float(channel.weight) for channel in settings.channels}
    found = calibrate([scored(contact) for contact in contacts], seed=seed, shares=shares)
    groups = [classified.get(int(name), "") for name in found.contacts.entrants]
    marks = above_median(found, groups, seed=seed)
    sections = _sections(found, contacts, classified, seed=seed)
    made = (_table(settings, found, table, marks, sections) for table in tables)
    return Calibrated(tuple(made), found)


def scored(contact: Contact) -> Scored:
    """A contact as the calibration takes it. Numbers of entrants are written with zeros in front, so that their order is that of the numbers."""
    return Scored(f"{contact.entrant:09}", contact.channel, contact.juror, float(contact.percent))


def _sections(
    found: Calibration, contacts: Sequence[Contact], classified: Mapping[int, str], *, seed: int
) -> Sections:
    """Marks of sections by entrant."""
    scores = (
        SectionScore(
            f"{contact.entrant:09}", contact.channel, name, contact.juror, float(100 * earned / possible)
        )
        for contact in contacts
        for name, (earned, possible) in contact.sections.items()
        if possible
    )
    groups = {f"{entrant:09}": group for entrant, group in classified.items()}
    made: Sections = {}
    for (entrant, channel, name), chance in sections_above_median(found, scores, groups, seed=seed).items():
        if told := mark(chance):
            made.setdefault(int(entrant), {})[channel, name] = told
    return made


def _classified(tables: Sequence[GroupTable]) -> dict[int, str]:
    return {
        place.result.entrant: table.group.id
        for table in tables
        if table.group is not None
        for place in table.places
    }


def _table(
    settings: EditionSettings, found: Calibration, table: GroupTable, marks: Reals, sections: Sections
) -> CalibratedTable:
    number = {int(name): at for at, name in enumerate(found.contacts.entrants)}
    results = {place.result.entrant: place.result for place in table.places}
    if not results:
        return CalibratedTable(table.group, (), table.unclassified)
    inside = [number[entrant] for entrant in sorted(results)]
    columns = _Columns(settings, found, inside)
    made = [
        columns.standing(at, results[entrant], marks[where], sections.get(entrant, {}))
        for at, (entrant, where) in enumerate(zip(sorted(results), inside, strict=True))
    ]
    made.sort(key=lambda standing: (-standing.score, standing.entrant))
    return CalibratedTable(table.group, tuple(made), table.unclassified)


class _Columns:
    """What is counted once for a group, then read off for each of its members."""

    def __init__(self, settings: EditionSettings, found: Calibration, inside: Sequence[int]) -> None:
        self.settings, self.found, self.inside = settings, found, inside
        draws = found.draws.score[:, inside]
        places = ranks(draws)
        self.score, self.usual = scores(draws), rank_band(places)
        self.podium = rank_band(places, band=PODIUM)
        self.pairs: Comparison = compare(found.estimate[inside], draws)
        self.better_with = float(settings.ranking.better_with) / 100
        self.place: Counts = self.pairs.places(self.better_with)
        self.better = self.pairs.better(self.better_with)
        self.clear = self.pairs.clear(self.better_with, first=settings.awards.statuettes_per_group)
        self.chance = chances(found.draws, float(settings.awards.licence_threshold))[inside]

    def standing(
        self, at: int, result: Result, marks: Reals, sections: Mapping[tuple[str, str], Mark]
    ) -> Standing:
        assert result.total is not None, "only classified entrants have places"
        where, names = self.inside[at], self.found.contacts.entrants
        chance = float(self.chance[at])
        tied = [
            int(names[self.inside[other]])
            for other in range(len(self.inside))
            if other != at and not self.better[at, other] and not self.better[other, at]
        ]
        return Standing(
            result.entrant,
            int(self.place[at]),
            float(self.found.estimate[where]),
            max(0.0, float(self.score.low[at])),
            min(100.0, float(self.score.high[at])),
            int(self.usual.best[at]),
            int(self.usual.worst[at]),
            int(self.podium.best[at]),
            int(self.podium.worst[at]),
            result.total,
            float(self.found.luck[where]),
            verdict(chance, sure=float(self.settings.ranking.licence_sure) / 100),
            chance,
            bool(self.clear[at]),
            tuple(tied),
            {channel: mark(float(marks[each])) for each, channel in enumerate(self.found.contacts.channels)},
            sections,
        )
