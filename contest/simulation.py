"""What other weights, another threshold or other minimums would have changed: the same contacts, ranked twice.

    waga telefon=30 próg=70 minimum kontakty=4

Nothing is decided here: settings are those of the edition's file, and only a new version of it changes them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from contest.awards import licensed
from contest.edition import EditionSettings
from contest.headings import fold
from contest.mistakes import Mistakes, mistake, nearest
from contest.ranking import GroupTable
from contest.snapshot import Snapshot

What = Literal["weight", "threshold", "contacts", "channels", "jurors"]

_WORDS: dict[str, What] = {
    "prog": "threshold",
    "threshold": "threshold",
    "kontakty": "contacts",
    "contacts": "contacts",
    "kanaly": "channels",
    "channels": "channels",
    "jurorzy": "jurors",
    "jurors": "jurors",
}
_CHANGE = re.compile(r"([^\s=,;]+)\s*=\s*(\d{1,6}(?:[.,]\d{1,4})?)\s*%?(?=[\s,;]|\Z)")
_FILLING = re.compile(r"(?:waga|wagi|minimum|weight|weights|[,;\s])*", re.IGNORECASE)
_MOST = 20


@dataclass(frozen=True, slots=True)
class Change:
    """One setting as it would be; `channel` is the id of the channel whose weight it is."""

    what: What
    value: Fraction
    channel: str = ""


@dataclass(frozen=True, slots=True)
class First:
    """A peer group, and who stands first in it now and then."""

    group: str
    before: tuple[int, ...]
    after: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Shift:
    """One entrant: its place now and then (None: none), and whether each comes with a licence."""

    entrant: int
    before: int | None
    after: int | None
    licensed: tuple[bool, bool]

    @property
    def changed(self) -> bool:
        return self.before != self.after or self.licensed[0] != self.licensed[1]


@dataclass(frozen=True, slots=True)
class Shifted:
    """A peer group, by places now; those who have none now come last."""

    group: str
    shifts: tuple[Shift, ...]


@dataclass(frozen=True, slots=True)
class Effects:
    """What a change would do, over everybody who may be seen."""

    licences: tuple[int, int]
    """How many there are now, and how many there would be."""
    gained: tuple[int, ...]
    lost: tuple[int, ...]
    firsts: tuple[First, ...]
    placed: tuple[int, ...]
    """Who would be classified that is not."""
    unplaced: tuple[int, ...]
    moved: int
    """Entrants with another place."""
    most: Shifted | None = None
    """The group in which most is different; None when nothing is."""

    @property
    def nothing(self) -> bool:
        return not (self.gained or self.lost or self.firsts or self.placed or self.unplaced or self.moved)


@dataclass(frozen=True, slots=True)
class Altered(Snapshot):
    """The facts of a snapshot under other settings; the seed of its draws is that of the snapshot itself."""

    other: EditionSettings | None = None

    @property
    def settings(self) -> EditionSettings:
        assert self.other is not None, "made by `altered`"
        return self.other


def read(text: str, settings: EditionSettings) -> tuple[Change, ...]:
    """The changes that a line asks for. Raises `Mistakes` with everything in it that is not understood."""
    found = list(_CHANGE.finditer(text))
    rest = _CHANGE.sub(" ", text)
    faults = []
    if not _FILLING.fullmatch(rest) or not found or len(found) > _MOST:
        faults.append(mistake("simulation-words", said=rest.strip()[:60] or text.strip()[:60]))
    changes = []
    for each in found:
        try:
            changes.append(_change(each[1], Fraction(Decimal(each[2].replace(",", "."))), settings))
        except Mistakes as refused:
            faults += refused.found
    if faults:
        raise Mistakes(faults)
    return tuple(changes)


def altered(snapshot: Snapshot, changes: Iterable[Change]) -> Altered:
    """The same facts with these settings instead. Raises `Mistakes` when no channel would weigh anything."""
    settings = snapshot.settings
    for each in changes:
        settings = _with(settings, each)
    return Altered(
        snapshot.edition, snapshot.entrants, snapshot.contacts, snapshot.seq, snapshot.made_at, other=settings
    )


def effects(
    before: Snapshot,
    after: Snapshot,
    tables: Callable[[Snapshot], Iterable[GroupTable]],
    *,
    hidden: Collection[int] = frozenset(),
) -> Effects:
    """What differs between two rankings of the same contacts; `hidden` entrants are neither named nor counted."""
    old, new = _Ranked.of(before, tables(before), hidden), _Ranked.of(after, tables(after), hidden)
    both = old.places.keys() & new.places.keys()
    return Effects(
        (len(old.licensed), len(new.licensed)),
        tuple(sorted(new.licensed - old.licensed)),
        tuple(sorted(old.licensed - new.licensed)),
        tuple(_firsts(old, new)),
        tuple(sorted(new.places.keys() - old.places.keys())),
        tuple(sorted(old.places.keys() - new.places.keys())),
        sum(old.places[one] != new.places[one] for one in both),
        _most(old, new),
    )


def _most(old: _Ranked, new: _Ranked) -> Shifted | None:
    groups: dict[str, list[Shift]] = {}
    for one, group in {**new.groups, **old.groups}.items():
        licences = one in old.licensed, one in new.licensed
        shift = Shift(one, old.places.get(one), new.places.get(one), licences)
        groups.setdefault(group, []).append(shift)
    counts = {group: sum(each.changed for each in shifts) for group, shifts in groups.items()}
    found = max(counts, key=lambda group: counts[group], default="")
    if not counts.get(found):
        return None
    last = len(old.places) + len(new.places) + 1
    order = sorted(groups[found], key=lambda each: (each.before or last, each.after or last, each.entrant))
    return Shifted(found, tuple(order))


@dataclass(frozen=True, slots=True)
class _Ranked:
    """A ranking as somebody may see it."""

    places: dict[int, int]
    groups: dict[int, str]
    licensed: frozenset[int]
    firsts: dict[str, tuple[int, ...]]
    """By peer group, without one in which only hidden entrants are first."""

    @classmethod
    def of(cls, facts: Snapshot, tables: Iterable[GroupTable], hidden: Collection[int]) -> _Ranked:
        settings = facts.settings
        places: dict[int, int] = {}
        groups: dict[int, str] = {}
        entitled: set[int] = set()
        firsts: dict[str, tuple[int, ...]] = {}
        unseen = {*hidden}
        for table in tables:
            if table.group is not None:
                first = [place.result.entrant for place in table.places if place.number == 1]
                if not first or not unseen.issuperset(first):
                    firsts[table.group.name] = tuple(one for one in first if one not in unseen)
            for place in table.places:
                if place.result.entrant in unseen:
                    continue
                places[place.result.entrant] = place.number
                groups[place.result.entrant] = table.group.name if table.group else ""
                if licensed(settings, place):
                    entitled.add(place.result.entrant)
        return cls(places, groups, frozenset(entitled), firsts)


def _firsts(old: _Ranked, new: _Ranked) -> Iterator[First]:
    for group in old.firsts:
        if group in new.firsts and {*old.firsts[group]} != {*new.firsts[group]}:
            yield First(group, old.firsts[group], new.firsts[group])


def _change(word: str, value: Fraction, settings: EditionSettings) -> Change:
    said = fold(word)
    if what := _WORDS.get(said):
        if what == "threshold" and value > 100:
            raise Mistakes([mistake("simulation-range", word=word)])
        if what != "threshold" and (value.denominator != 1 or value < 1):
            raise Mistakes([mistake("simulation-range", word=word)])
        return Change(what, value)
    fits = [
        each
        for each in settings.channels
        if said == each.id or (len(said) >= 3 and fold(each.name).startswith(said))
    ]
    if not fits:
        known = [*(each.id for each in settings.channels), "próg", "kontakty", "kanały", "jurorzy"]
        near = nearest(said, [fold(each) for each in known])
        guess = f" → „{near}”" if near else ""
        raise Mistakes([mistake("simulation-unknown", word=word, near=guess, known=", ".join(known))])
    return Change("weight", value, fits[0].id)


def _with(settings: EditionSettings, change: Change) -> EditionSettings:
    if change.what == "threshold":
        awards = settings.awards.model_copy(update={"licence_threshold": change.value})
        return settings.model_copy(update={"awards": awards})
    if change.what != "weight":
        minimums = settings.minimums.model_copy(update={change.what: int(change.value)})
        return settings.model_copy(update={"minimums": minimums})
    channels = tuple(
        each.model_copy(update={"weight": change.value}) if each.id == change.channel else each
        for each in settings.channels
    )
    weighing = tuple(each for each in channels if each.weight > 0)
    if not weighing:
        raise Mistakes([mistake("simulation-weightless")])
    # A channel that weighs nothing takes no part, as if it had not been measured.
    return settings.model_copy(update={"channels": weighing})
