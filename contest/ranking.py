"""Approved contacts become places: contact -> channel -> weighted total -> place in the peer group.

    channel % = plain mean of its contacts        total % = sum(weight * channel %) / sum(weight), over the channels that took place

So the weight of a missing channel is shared out over the others in proportion, and costs nobody anything. Below a minimum
(contacts, channels, jurors) an entrant is unclassified, with the reason. Equal totals, as fractions, share a place: 1, 2, 2, 4.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from contest.edition import EditionSettings, PeerGroup, group_of
from contest.entrants import Entrant
from contest.headings import fold
from contest.mistakes import Mistake, mistake


@dataclass(frozen=True, slots=True)
class Contact:
    """One approved contact: its percentage (0 to 100) and what each section of the checklist earned of what was possible."""

    assignment: int
    entrant: int
    channel: str
    juror: str
    percent: Fraction
    sections: Mapping[str, tuple[Fraction, Fraction]]


@dataclass(frozen=True, slots=True)
class Result:
    """What an entrant reached. `total` and `channels` are percentages; an unclassified one has a reason and no total."""

    entrant: int
    channels: Mapping[str, Fraction]
    """Those that took place, in the order of the edition."""
    total: Fraction | None
    contacts: int
    jurors: int
    reason: Mistake | None


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a peer group, from 1; equals share it and the next ones are skipped."""

    number: int
    result: Result
    points: Fraction
    """What decided, 0 to 100: the official total, or the calibrated score where the edition says so."""
    band: tuple[int, int] | None = None
    """The places, from and to, that the contacts leave open (90 %); None where nothing but the total was asked."""


@dataclass(frozen=True, slots=True)
class GroupTable:
    """One peer group; `group` is None for the entrants that fit no group, who are all unclassified."""

    group: PeerGroup | None
    places: tuple[Place, ...]
    unclassified: tuple[Result, ...]


def rank(
    settings: EditionSettings, entrants: Iterable[Entrant], contacts: Iterable[Contact]
) -> tuple[GroupTable, ...]:
    """A table for each peer group of the edition, in its order, then one for those without a group, if there are any.

    A group that joined another one (`compared_with`) has no table of its own.

    Equals stand in the order of their names. Contacts of other entrants and of channels that the edition does not have are
    left out.
    """
    by_entrant: defaultdict[int, list[Contact]] = defaultdict(list)
    for contact in contacts:
        by_entrant[contact.entrant].append(contact)
    members: defaultdict[str, list[Result]] = defaultdict(list)
    strays: list[Result] = []
    entrants = sorted(entrants, key=lambda entrant: (fold(entrant.name), entrant.id))
    together = compared_with(settings, entrants)
    for entrant in entrants:
        own = group_of(settings, entrant.kind, entrant.population)
        group = own and together[own.id]
        outcome = result(settings, entrant.id, by_entrant[entrant.id], group=group)
        (strays if group is None else members[group.id]).append(outcome)
    groups = dict.fromkeys(together[group.id].id for group in settings.groups)
    tables = tuple(_table(together[group], members[group]) for group in groups)
    return (*tables, GroupTable(None, (), tuple(strays))) if strays else tables


def compared_with(settings: EditionSettings, entrants: Iterable[Entrant]) -> dict[str, PeerGroup]:
    """For each group of the edition, the group in which its entrants are compared: its own, or the one that it `joins`.

    A group joins when fewer entrants are enrolled in it than `least_in_group`, whatever comes of their contacts, so that it is known
    before anybody is scored. Groups that are compared together bear both names.
    """
    found = (group_of(settings, entrant.kind, entrant.population) for entrant in entrants)
    enrolled = Counter(group.id for group in found if group is not None)
    small = [
        group for group in settings.groups if group.joins and 0 < enrolled[group.id] < settings.least_in_group
    ]
    homes = {group.id: group for group in settings.groups}
    for group in small:
        assert group.joins is not None, "picked for it"
        home = homes[group.joins]
        homes[group.joins] = home.model_copy(update={"name": f"{home.name} + {group.name}"})
    return homes | {group.id: homes[group.joins] for group in small if group.joins}


def result(
    settings: EditionSettings, entrant: int, contacts: Iterable[Contact], *, group: PeerGroup | None
) -> Result:
    """What one entrant reached by its approved contacts."""
    counted = [contact for contact in contacts if settings.channel(contact.channel)]
    channels = dict(_channels(settings, counted))
    jurors = len({contact.juror for contact in counted})
    reason = next(
        _reasons(settings, group, contacts=len(counted), channels=len(channels), jurors=jurors), None
    )
    total = None if reason else _weighted(settings, channels)
    return Result(entrant, channels, total, len(counted), jurors, reason)


def without(tables: Iterable[GroupTable], entrants: Collection[int]) -> tuple[GroupTable, ...]:
    """The tables without some entrants; the places of the others stay as they are."""
    return tuple(
        replace(
            table,
            places=tuple(place for place in table.places if place.result.entrant not in entrants),
            unclassified=tuple(each for each in table.unclassified if each.entrant not in entrants),
        )
        for table in tables
    )


def _channels(settings: EditionSettings, contacts: Sequence[Contact]) -> Iterator[tuple[str, Fraction]]:
    for channel in settings.channels:
        percents = [contact.percent for contact in contacts if contact.channel == channel.id]
        if percents:
            yield channel.id, sum(percents, Fraction(0)) / len(percents)


def _weighted(settings: EditionSettings, channels: Mapping[str, Fraction]) -> Fraction:
    weights = {channel.id: channel.weight for channel in settings.channels if channel.id in channels}
    return sum((weights[id_] * percent for id_, percent in channels.items()), Fraction(0)) / sum(
        weights.values()
    )


def _reasons(
    settings: EditionSettings, group: PeerGroup | None, *, contacts: int, channels: int, jurors: int
) -> Iterator[Mistake]:
    if group is None:
        yield mistake("no-peer-group")
    least = settings.minimums
    if not contacts:
        yield mistake("no-contacts")
    if contacts < least.contacts:
        yield mistake("too-few-contacts", count=contacts, least=least.contacts)
    if channels < least.channels:
        yield mistake("too-few-channels", count=channels, least=least.channels)
    if jurors < least.jurors:
        yield mistake("too-few-jurors", count=jurors, least=least.jurors)


def _table(group: PeerGroup, results: Sequence[Result]) -> GroupTable:
    """Results come in the order of names, which the sort keeps among equals."""
    classified = [(each.total, each) for each in results if each.total is not None]
    classified.sort(key=lambda pair: -pair[0])
    totals = [total for total, _ in classified]
    numbers = {total: len(totals) - index for index, total in enumerate(reversed(totals))}
    places = tuple(Place(numbers[total], each, total) for total, each in classified)
    return GroupTable(group, places, tuple(each for each in results if each.total is None))
