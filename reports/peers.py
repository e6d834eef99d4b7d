"""From the facts of a ranking to an entrant's own report: its results beside those of its peers, and what is kept back.

A median is over the classified entrants of a peer group, and only where enough of them have the result in question.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from statistics import median
from types import MappingProxyType

from contest.checklist import Checklist
from contest.edition import EditionSettings
from contest.mistakes import Say, tell
from contest.ranking import Contact, GroupTable, Place
from reports.comparison import Channel, Comparison, Feedback, Measure, Norm, Standing, Words
from reports.compile import Facts, award_name, found, group_title, rules_of, seat, total_of

Titles = Mapping[tuple[str, str], str]
"""The title of a section, by its channel and its id."""

Judged = Mapping[tuple[str, str], bool]
"""Whether any points of a section are a juror's judgement, by its channel and its id."""

_LEAST_COMPARED = 3
"""Over two entrants a median would tell each of them the other's result."""

_HUNDRED = 100


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
    table, place = found(facts.tables, entrant)
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
        group=group_title(table, say),
        group_size=len(table.places),
        standing=_standing(facts.settings, table, place, least=comparison.least) if place else None,
        reason=tell(say, reason) if reason else "",
        awards=tuple(
            say("document-numbered", award=award_name(facts, award, say), number=award.number)
            for award in facts.awards
            if award.entrant == entrant
        ),
        channels=tuple(_channels(facts, place, peers, titles, judged)) if place else (),
        rules=rules_of(facts.settings),
        digest=facts.digest,
        comparison=comparison,
        words=tuple(words) if place else (),
        norms=tuple(_norms(facts.settings, say)),
    )


def _norms(settings: EditionSettings, say: Say) -> Iterator[Norm]:
    for each in settings.norms:
        names = [channel.name for channel in settings.channels if channel.id in each.channels]
        yield Norm(", ".join(names) or say("feedback-norm-all"), each.text, each.source)


def _standing(settings: EditionSettings, table: GroupTable, place: Place, *, least: int) -> Standing:
    calibrated = settings.ranking.decides == "calibrated"
    totals = [total_of(each) for each in table.places]
    return Standing(
        place=place.number,
        shared=sum(each.number == place.number for each in table.places) > 1,
        points=total_of(place),
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
