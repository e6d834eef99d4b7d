"""From the facts of a ranking to the values of its documents: who is named, what is compared, what is kept back.

A median is over the classified entrants of a peer group, and only where enough of them have the result in question.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from statistics import median
from types import MappingProxyType
from typing import assert_never

from contest.awards import DISTINCTION, LICENCE, NOMINEE, STATUETTE, Award, Kind
from contest.checklist import Checklist
from contest.edition import EditionSettings
from contest.entrants import Entrant
from contest.mistakes import Say, tell
from contest.ranking import Contact, GroupTable, Place
from contest.snapshot import Snapshot, digest
from reports import emblem, proof
from reports.diploma import Diploma, Look, Signature
from reports.diploma import Kind as DiplomaKind
from reports.feedback import Channel, Comparison, Feedback, Measure, Norm, Standing, Words
from reports.proof import Claim
from reports.standings import Group, Ranked, Rules, Standings, Unranked
from reports.theme import Colour, Palette, legible
from reports.typography import tidy

Titles = Mapping[tuple[str, str], str]
"""The title of a section, by its channel and its id."""

Judged = Mapping[tuple[str, str], bool]
"""Whether any points of a section are a juror's judgement, by its channel and its id."""

_LEAST_COMPARED = 3
"""Over two entrants a median would tell each of them the other's result."""

_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Facts:
    """All that the documents of a ranking are compiled from; `digest` and `made_at` are those of its snapshot."""

    settings: EditionSettings
    tables: tuple[GroupTable, ...]
    entrants: Mapping[int, Entrant]
    contacts: tuple[Contact, ...]
    awards: tuple[Award, ...]
    digest: str
    made_at: datetime
    emblem: bytes = b""
    """The file of the organiser's emblem, as it was published with the edition; empty when there is none."""

    @property
    def results_on(self) -> date:
        """The day of the snapshot where the contest is held."""
        return self.made_at.astimezone(self.settings.zone).date()

    @property
    def title(self) -> str:
        """The edition as it is printed: its name with its year."""
        name, year = self.settings.name, str(self.settings.year)
        return name if year in name else f"{name} {year}"


def facts_of(
    snapshot: Snapshot,
    awards: Iterable[Award],
    *,
    tables: tuple[GroupTable, ...] | None = None,
    emblem: bytes = b"",
) -> Facts:
    """The facts that a snapshot holds; `tables` are those that count, where they are not the official ones.

    Raises `Mistakes` when its edition is no longer understood.
    """
    settings = snapshot.settings
    return Facts(
        settings=settings,
        tables=snapshot.official() if tables is None else tables,
        entrants={entrant.id: entrant for entrant in snapshot.entrants},
        contacts=snapshot.contacts,
        awards=tuple(awards),
        digest=digest(snapshot),
        made_at=snapshot.made_at,
        emblem=emblem,
    )


def titles_of(checklists: Iterable[Checklist]) -> dict[tuple[str, str], str]:
    """The titles of all sections; of several versions of a checklist the later one speaks."""
    ordered = sorted(checklists, key=lambda checklist: checklist.version)
    return {(each.channel, section.id): section.title for each in ordered for section in each.sections}


def judged_of(checklists: Iterable[Checklist]) -> dict[tuple[str, str], bool]:
    """Of all sections, whether they hold a scored judgement; of several versions of a checklist the later one speaks."""
    ordered = sorted(checklists, key=lambda checklist: checklist.version)
    return {
        (each.channel, section.id): any(one.block == "judged" and one.weight for one in section.questions)
        for each in ordered
        for section in each.sections
    }


def standings_of(facts: Facts, say: Say) -> Standings:
    """The ranking as a document."""
    return Standings(
        edition_title=facts.title,
        organiser=facts.settings.organiser.name,
        results_on=facts.results_on,
        groups=tuple(
            _group(facts, table, say) for table in facts.tables if table.places or table.unclassified
        ),
        rules=_rules(facts.settings),
        digest=facts.digest,
    )


def diploma_of(facts: Facts, award: Award, say: Say, *, granted: date, key: bytes = b"") -> Diploma:
    """The diploma of an award that is granted on this day; with a private key it proves itself."""
    settings, entrant = facts.settings, facts.entrants[award.entrant]
    said = settings.awards
    claim = Claim(
        number=award.number,
        award=said.statuette_name if award.kind == NOMINEE else award_name(facts, award, say),
        edition=facts.title,
        entrant=tidy(entrant.name),
        granted=granted,
        valid_until=award.valid_until,
    )
    code = proof.code(claim, key) if key else ""
    return Diploma(
        kind=_DIPLOMA[award.kind],
        title=claim.award,
        entrant=entrant.name,
        place_line=seat(entrant, say),
        edition_title=facts.title,
        number=award.number,
        granted=granted,
        valid_until=award.valid_until,
        organiser=settings.organiser.name,
        granted_in=settings.organiser.place,
        signatures=tuple(Signature(each.name, each.title) for each in settings.organiser.signatures),
        code=_address(settings, code) if code else "",
        facts=_proof(facts, claim, code, key) if code else b"",
        look=look_of(settings, facts.emblem),
        group=group_of_entrant(facts, award.entrant) if award.kind == STATUETTE else "",
        genitive=entrant.genitive,
    )


_DIPLOMA: Mapping[Kind, DiplomaKind] = {
    LICENCE: "licence",
    NOMINEE: "nominee",
    STATUETTE: "statuette",
    DISTINCTION: "extraordinary",
}


def look_of(settings: EditionSettings, file: bytes) -> Look:
    """The colours of the edition, and the emblem of this file if there is one. Raises `Mistakes` for an unusable one."""
    said = settings.diplomas
    paper = Colour.from_hex(said.paper)
    palette = Palette(legible(Colour.from_hex(said.ink), paper), Colour.from_hex(said.gold), paper)
    return Look(palette, emblem.read(file, said.emblem) if file else None)


def _address(settings: EditionSettings, code: str) -> str:
    """What a camera sees: the page that checks codes, or a word that says whose code it is."""
    page = settings.diplomas.check_at
    return f"{page}#{code}" if page else f"INCOGNITO:{code}"


def _proof(facts: Facts, claim: Claim, code: str, key: bytes) -> bytes:
    """The facts to attach."""
    values = {
        "award": claim.award,
        "code": code,
        "edition": claim.edition,
        "entrant": claim.entrant,
        "granted": claim.granted.isoformat(),
        "number": claim.number,
        "organiser": facts.settings.organiser.name,
        "snapshot": facts.digest,
        "valid_until": claim.valid_until.isoformat() if claim.valid_until else None,
    }
    return proof.sealed("facts", values, key)


def feedback_of(
    facts: Facts,
    entrant: int,
    titles: Titles,
    *,
    say: Say,
    words: Sequence[Words] = (),
    judged: Judged = MappingProxyType({}),
) -> Feedback:
    """The individual report of one entrant; without a place it holds the reason and no result at all.

    Raises KeyError when the ranking does not hold the entrant.
    """
    table, place = _found(facts.tables, entrant)
    comparison = Comparison(least=max(_LEAST_COMPARED, facts.settings.least_in_group))
    peers = _Peers.of(facts, table, least=comparison.least)
    unclassified = next((each for each in table.unclassified if each.entrant == entrant), None)
    reason = unclassified.reason if unclassified else None
    who = facts.entrants[entrant]
    return Feedback(
        edition_title=facts.title,
        organiser=facts.settings.organiser.name,
        results_on=facts.results_on,
        entrant=who.name,
        place_line=seat(who, say),
        group=_group_title(table, say),
        group_size=len(table.places),
        standing=_standing(facts.settings, table, place, least=comparison.least) if place else None,
        reason=tell(say, reason) if reason else "",
        awards=tuple(
            say("document-numbered", award=award_name(facts, award, say), number=award.number)
            for award in facts.awards
            if award.entrant == entrant
        ),
        channels=tuple(_channels(facts, place, peers, titles, judged)) if place else (),
        rules=_rules(facts.settings),
        digest=facts.digest,
        comparison=comparison,
        words=tuple(words) if place else (),
        norms=tuple(_norms(facts.settings, say)),
    )


def _norms(settings: EditionSettings, say: Say) -> Iterator[Norm]:
    for each in settings.norms:
        names = [channel.name for channel in settings.channels if channel.id in each.channels]
        yield Norm(", ".join(names) or say("feedback-norm-all"), each.text, each.source)


def seat(entrant: Entrant, say: Say) -> str:
    """Where an entrant is: `Wałcz, woj. zachodniopomorskie`, or what of it is known."""
    voivodeship = entrant.voivodeship
    if voivodeship and not voivodeship.lower().startswith("woj"):
        voivodeship = say("document-voivodeship", name=voivodeship)
    return ", ".join(part for part in (entrant.town, voivodeship) if part)


def _group(facts: Facts, table: GroupTable, say: Say) -> Group:
    named: defaultdict[int, list[str]] = defaultdict(list)
    for award in facts.awards:
        named[award.entrant].append(award_name(facts, award, say))
    ranked = tuple(
        Ranked(
            place=place.number,
            name=facts.entrants[place.result.entrant].name,
            where=seat(facts.entrants[place.result.entrant], say),
            points=place.points,
            contacts=place.result.contacts,
            award=", ".join(named[place.result.entrant]),
            official=_total(place),
        )
        for place in table.places
    )
    unranked = tuple(
        Unranked(
            name=facts.entrants[each.entrant].name,
            where=seat(facts.entrants[each.entrant], say),
            contacts=each.contacts,
            reason=tell(say, each.reason) if each.reason else "",
        )
        for each in table.unclassified
    )
    return Group(_group_title(table, say), ranked, unranked)


def _group_title(table: GroupTable, say: Say) -> str:
    return table.group.name if table.group else say("document-no-group")


def award_name(facts: Facts, award: Award, say: Say) -> str:
    """What was granted, as the edition calls it."""
    said = facts.settings.awards
    match award.kind:
        case "licence":
            return said.licence_name
        case "statuette-nominee":
            return say("document-nominee", name=said.statuette_name)
        case "statuette":
            return said.statuette_name
        case "distinction":
            return said.distinction_name
        case _:
            assert_never(award.kind)


def group_of_entrant(facts: Facts, entrant: int) -> str:
    """The name of the peer group in which a classified entrant stands. Raises KeyError for anybody else."""
    table, _ = _found(facts.tables, entrant)
    if table.group is None:
        raise KeyError(entrant)
    return table.group.name


def _rules(settings: EditionSettings) -> Rules:
    return Rules(
        weights=tuple((channel.name, channel.weight) for channel in settings.channels),
        threshold=settings.awards.licence_threshold,
        award=settings.awards.licence_name,
        contacts=settings.minimums.contacts,
        channels=settings.minimums.channels,
        jurors=settings.minimums.jurors,
        decides=settings.ranking.decides,
        better_with=settings.ranking.better_with,
    )


def _found(tables: Iterable[GroupTable], entrant: int) -> tuple[GroupTable, Place | None]:
    for table in tables:
        for place in table.places:
            if place.result.entrant == entrant:
                return table, place
        if any(each.entrant == entrant for each in table.unclassified):
            return table, None
    raise KeyError(entrant)


def _standing(settings: EditionSettings, table: GroupTable, place: Place, *, least: int) -> Standing:
    calibrated = settings.ranking.decides == "calibrated"
    totals = [_total(each) for each in table.places]
    return Standing(
        place=place.number,
        shared=sum(each.number == place.number for each in table.places) > 1,
        points=_total(place),
        calibrated=place.points if calibrated else None,
        band=place.band,
        median=_median(totals, least=least),
        middle=_middle(totals),
    )


def _channels(facts: Facts, place: Place, peers: _Peers, titles: Titles, judged: Judged) -> Iterator[Channel]:
    own = place.result.entrant
    for channel in facts.settings.channels:
        taken = [each for each in facts.contacts if each.entrant == own and each.channel == channel.id]
        shares = _shares(taken)
        yield Channel(
            title=channel.name,
            weight=channel.weight,
            contacts=len(taken),
            value=place.result.channels.get(channel.id),
            median=peers.of_channel(channel.id),
            sections=tuple(
                Measure(
                    titles.get((channel.id, section), section),
                    value,
                    peers.of_section(channel.id, section),
                    _middle(peers.sections.get((channel.id, section), ())),
                    shares[section],
                    judged.get((channel.id, section)),
                )
                for section, value in _sections(taken).items()
            ),
            middle=_middle(peers.channels.get(channel.id, ())),
        )


def _sections(contacts: Iterable[Contact]) -> dict[str, Fraction]:
    """What each section earned of what was possible over all these contacts, in percent."""
    earned: defaultdict[str, Fraction] = defaultdict(Fraction)
    possible: defaultdict[str, Fraction] = defaultdict(Fraction)
    for contact in contacts:
        for section, (gained, most) in contact.sections.items():
            earned[section] += gained
            possible[section] += most
    return {section: _HUNDRED * earned[section] / most for section, most in possible.items() if most}


def _shares(contacts: Sequence[Contact]) -> dict[str, Fraction]:
    """The part of a channel's result that each section decides, 0 to 1: the mean of its parts of the contacts."""
    parts: defaultdict[str, Fraction] = defaultdict(Fraction)
    for contact in contacts:
        whole = sum((most for _, most in contact.sections.values()), Fraction(0))
        for section, (_, most) in contact.sections.items():
            parts[section] += most / whole / len(contacts) if whole else Fraction(0)
    return parts


@dataclass(frozen=True, slots=True)
class _Peers:
    """The results of the classified entrants of a group, channel by channel and section by section."""

    channels: Mapping[str, Sequence[Fraction]]
    sections: Mapping[tuple[str, str], Sequence[Fraction]]
    least: int

    @classmethod
    def of(cls, facts: Facts, table: GroupTable, *, least: int) -> _Peers:
        channels: defaultdict[str, list[Fraction]] = defaultdict(list)
        sections: defaultdict[tuple[str, str], list[Fraction]] = defaultdict(list)
        classified = {place.result.entrant for place in table.places}
        contacts: defaultdict[tuple[int, str], list[Contact]] = defaultdict(list)
        for contact in facts.contacts:
            if contact.entrant in classified:
                contacts[contact.entrant, contact.channel].append(contact)
        for place in table.places:
            for channel, percent in place.result.channels.items():
                channels[channel].append(percent)
        for (_, channel), taken in contacts.items():
            for section, percent in _sections(taken).items():
                sections[channel, section].append(percent)
        return cls(channels, sections, least)

    def of_channel(self, channel: str) -> Fraction | None:
        return _median(self.channels.get(channel, ()), least=self.least)

    def of_section(self, channel: str, section: str) -> Fraction | None:
        return _median(self.sections.get((channel, section), ()), least=self.least)


def _median(values: Sequence[Fraction], *, least: int) -> Fraction | None:
    return median(values) if len(values) >= least else None


def _middle(values: Sequence[Fraction]) -> tuple[Fraction, Fraction] | None:
    """The first and the third quartile: linear between neighbours (Hyndman and Fan, type 7), exact."""
    if len(values) < Comparison().least_middle:
        return None
    ordered = sorted(values)

    def quartile(number: int) -> Fraction:
        whole, rest = divmod(Fraction(number * (len(ordered) - 1), 4), 1)
        low, high = ordered[whole], ordered[min(whole + 1, len(ordered) - 1)]
        return low + (high - low) * rest

    return quartile(1), quartile(3)


def _total(place: Place) -> Fraction:
    total = place.result.total
    assert total is not None, "only classified entrants have places"
    return total
