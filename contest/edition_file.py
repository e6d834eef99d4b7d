"""Reading `edition.toml`: everything that is wrong with it, its shape and what does not fit together, said at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from itertools import pairwise

from contest.clock import to_utc, zone
from contest.edition import Channel, Dates, EditionSettings, Kind, Minimums, Norm, PeerGroup
from contest.fields import Lead, LocalTime
from contest.headings import fold
from contest.mistakes import Mistakes, mistake
from contest.shape import Faults, doubled_ids, ids, sound, unknown, whole
from contest.toml import Document, as_list, read


def parse_edition(source: str, *, file: str = "") -> EditionSettings:
    """Read `edition.toml`. Raises `Mistakes` with everything that is wrong with it, shape and meaning alike."""
    document = read(source, file=file)
    return whole(EditionSettings, document, _meaning(document))


def _meaning(document: Document) -> Faults:
    """What does not fit together, said about those parts whose shape is sound."""
    table = document.table
    for name in ("kinds", "groups", "channels", "norms"):
        yield from doubled_ids(document, name)
    kinds, channels = sound(Kind, table.get("kinds")), sound(Channel, table.get("channels"))
    groups = sound(PeerGroup, table.get("groups"))
    yield from _labels(kinds)
    yield from _groups(groups, ids(document, "kinds"), tuple(ids(document, "groups")))
    if kinds and len(groups) == len(as_list(table.get("groups"))):
        yield from _groupless(kinds, groups)
    for index, norm in sound(Norm, table.get("norms")):
        for channel in norm.channels:
            if channel not in ids(document, "channels"):
                yield (
                    ("norms", index, "channels"),
                    unknown("unknown-channel", channel, ids(document, "channels")),
                )
    yield from _reminders(as_list(table.get("reminders")))
    yield from _calendar(document)
    for _, minimums in sound(Minimums, [table.get("minimums")]):
        if channels and len(channels) == len(as_list(table.get("channels"))):
            yield from _reachable(minimums, tuple(channel for _, channel in channels))


def _labels(kinds: Iterable[tuple[int, Kind]]) -> Faults:
    owner: dict[str, str] = {}
    for index, kind in kinds:
        for label in dict.fromkeys(map(fold, (kind.id, kind.name, *kind.labels))):
            if owner.setdefault(label, kind.id) != kind.id:
                yield (
                    ("kinds", index, "labels"),
                    mistake("doubled-label", label=label, first=owner[label]),
                )


def _groups(groups: Iterable[tuple[int, PeerGroup]], kinds: Iterable[str], named: Collection[str]) -> Faults:
    known, kept = tuple(kinds), tuple(groups)
    for index, group in kept:
        for kind in group.kinds:
            if kind not in known:
                yield ("groups", index, "kinds"), unknown("unknown-kind", kind, known)
        least, most = group.min_population, group.max_population
        if least is not None and most is not None and least > most:
            yield ("groups", index, "min_population"), mistake("population-crossed", least=least, most=most)
    joins = {group.id: group.joins for _, group in kept}
    for index, group in kept:
        if group.joins is None:
            continue
        if group.joins not in named:
            yield ("groups", index, "joins"), unknown("unknown-group", group.joins, named)
        elif group.joins == group.id or joins.get(group.joins) is not None:
            yield ("groups", index, "joins"), mistake("group-joins-on", group=group.joins)


def _groupless(kinds: Iterable[tuple[int, Kind]], groups: Iterable[tuple[int, PeerGroup]]) -> Faults:
    grouped = {kind for _, group in groups for kind in group.kinds}
    for index, kind in kinds:
        if kind.id not in grouped:
            yield ("kinds", index), mistake("kind-without-group", kind=kind.id)


def _reminders(leads: Iterable[object]) -> Faults:
    spans = tuple(lead for _, lead in sound(Lead, leads))
    for earlier, later in pairwise(spans):
        if later.length >= earlier.length:
            yield ("reminders",), mistake("reminders-not-falling", earlier=str(earlier), later=str(later))


def _calendar(document: Document) -> Faults:
    """Dates that exist, in order. An unknown time zone is one fault; Warsaw stands in for it, to look at the rest."""
    said = document.table.get("timezone", "Europe/Warsaw")
    try:
        tz = zone(said if isinstance(said, str) else "Europe/Warsaw")
    except Mistakes as refused:
        yield from ((("timezone",), fault) for fault in refused.found)
        return
    moments: list[tuple[str, datetime]] = []
    dates = document.table.get("dates")
    for name in Dates.model_fields:
        for _, local in sound(LocalTime, [dates.get(name) if isinstance(dates, dict) else None]):
            try:
                moments.append((name, to_utc(local, tz)))
            except Mistakes as refused:
                yield from ((("dates", name), fault) for fault in refused.found)
    for (earlier, at), (later, until) in pairwise(moments):
        if until <= at:
            yield ("dates", later), mistake("dates-out-of-order", earlier=earlier, later=later)


def _reachable(minimums: Minimums, channels: tuple[Channel, ...]) -> Faults:
    """A minimum above what is planned would leave everybody unclassified."""
    contacts = sum(channel.contacts for channel in channels)
    planned = {"contacts": contacts, "channels": len(channels), "jurors": contacts}
    for name, most in planned.items():
        if getattr(minimums, name) > most:
            yield ("minimums", name), mistake("minimum-above-plan", planned=most)
