"""What is to be planned and for whom, and the plan: plain values that know codes, never persons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from contest.edition import Channel, EditionSettings
from contest.entrants import Entrant
from contest.mistakes import Mistake
from contest.scenarios import Scenarios

Key = tuple[int, str, int]
"""Entrant, channel, number: a contact."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is: names of the units as people write them, and WGS84 degrees where they are known."""

    voivodeship: str = ""
    powiat: str = ""
    town: str = ""
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """One contact that should take place: the number-th of this channel at this entrant."""

    entrant: int
    channel: str
    number: int
    region: str = ""
    """The entrant's voivodeship, as jurors declare theirs."""
    on_site: bool = False
    """The juror must go there: only jurors of the region may."""
    visible: bool = True
    """Somebody at the entrant sees, hears or is written to by the juror."""
    scenarios: tuple[str, ...] | None = None
    """The scenarios that suit this kind of entrant; None: all of the channel."""
    played: frozenset[str] = frozenset()
    """Scenarios used at this entrant before: avoided while there are others."""
    skills: frozenset[str] = frozenset()
    """What the juror must be able to do besides the channel."""
    place: Place = Place()
    population: int | None = None
    double: bool = False
    """A second look at a contact that another juror makes as well; filled after all others."""
    only: str | None = None
    """The juror whom a planner chose for it by hand; nobody else may take it."""

    @property
    def key(self) -> Key:
        return self.entrant, self.channel, self.number


@dataclass(frozen=True, slots=True)
class Juror:
    """What a plan may know of a juror: a code, never a person."""

    code: str
    regions: frozenset[str]
    channels: frozenset[str]
    capacity: int
    """How many assignments at most, those of `load` included."""
    load: int = 0
    met: frozenset[int] = frozenset()
    """Entrants that this juror has already had an assignment at: avoided while there is somebody else."""
    conflicts: frozenset[int] = frozenset()
    seen: frozenset[int] = frozenset()
    """Entrants where this juror was visible in the last round: no visible contact there now."""
    barred: frozenset[int] = frozenset()
    """Entrants where somebody else has to go, because another view is wanted: no contact there."""
    skills: frozenset[str] = frozenset()
    home: Place = Place()
    reach: float | None = None
    """How far the juror travels for a visit, in kilometres; None: as far as the regions go."""
    unseen: int = 0
    """Of `load`, what the reader of the plan must not know of: it fills the juror's hands and is told nowhere."""

    @property
    def told(self) -> int:
        """The load that the reader of the plan may know of."""
        return self.load - self.unseen


@dataclass(frozen=True, slots=True)
class Standing:
    """A contact of this round that somebody has already; a plan leaves it as it is."""

    entrant: int
    channel: str
    juror: str
    visible: bool = True
    days: tuple[int, int] | None = None
    """The first and the last day on which it may take place, counted as `Proposed.days`."""
    double: bool = False
    number: int = 1


@dataclass(frozen=True, slots=True)
class Proposed:
    """An assignment that would be offered."""

    slot: Slot
    juror: str
    scenario: str = ""
    days: tuple[int, int] | None = None
    """The first and the last day of the contact, 1 is the first day of the plan; None when no days were asked for."""


@dataclass(frozen=True, slots=True)
class Shortage:
    """A proof that contacts must stay empty: whatever is done, these jurors carry at most `most` of these contacts.

    No juror besides `jurors` may take any of `slots`. Each of them carries at most what is free of the capacity, and at each
    entrant no more than rotation allows; `most` is the sum of that, so that `missing` of the slots stay empty.
    """

    slots: tuple[Slot, ...]
    jurors: tuple[str, ...]
    most: int
    limited: bool
    """Whether more capacity of one of them would allow more; otherwise rotation alone stands in the way."""

    @property
    def missing(self) -> int:
        return len(self.slots) - self.most


@dataclass(frozen=True, slots=True)
class Quality:
    """What a plan is like, standing contacts included. Shares are of 0..1, distances in kilometres as the crow flies."""

    load_least: float = 0.0
    load_most: float = 0.0
    load_spread: float = 0.0
    """Standard deviation of the jurors' utilisation (assignments / capacity)."""
    visits: int = 0
    """New visits whose distance is known."""
    travel_mean: float = 0.0
    travel_most: float = 0.0
    conflicts: int = 0
    """Pairs of an entrant to be planned and a juror that a declared conflict kept apart."""
    rotations: int = 0
    """The same, kept apart because the juror was visible there in the last round."""
    gap_least: int | None = None
    """The fewest days between visible contacts at one entrant; None where no two have days."""
    crowded: tuple[int, ...] = ()
    """Entrants whose visible contacts could not be kept apart as the rules ask."""
    small: tuple[int, ...] = ()
    """Entrants so small that a stranger may be recognised, with a visible contact in the plan."""
    one_juror: tuple[int, ...] = ()
    """Entrants that rest on fewer jurors than the rules ask, because contacts stay empty."""
    doubles: int = 0
    components: int = 0
    """Parts of the graph of jurors and entrants: jurors are only comparable inside one."""
    efficiency: float | None = None
    """The smallest canonical efficiency factor of comparisons between jurors, 0..1; None with fewer than two jurors."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A proposal for all slots at once, in the order of entrant, channel, number; `unfilled` says why."""

    seed: int
    proposed: tuple[Proposed, ...]
    unfilled: tuple[tuple[Slot, Mistake], ...]
    shortages: tuple[Shortage, ...] = ()
    quality: Quality = field(default=Quality(), compare=False)


def open_slots(
    settings: EditionSettings,
    entrants: Iterable[Entrant],
    *,
    scenarios: Scenarios,
    live: Mapping[Key, str],
    wishes: Mapping[Key, str | None] | None = None,
) -> tuple[Slot, ...]:
    """What is still to be planned: each contact of each channel that an entrant can be reached by, less the live ones.

    `live` names the scenario of each live assignment by its entrant, channel and number. `wishes`: the juror whom a planner
    chose for a contact by hand; None: the contact is left out.
    """
    wanted = wishes or {}
    played: defaultdict[int, set[str]] = defaultdict(set)
    for (entrant, _, _), scenario in live.items():
        played[entrant].add(scenario)
    return tuple(
        replace(
            contact(scenarios, entrant, channel, number),
            played=frozenset(played[entrant.id]),
            only=wanted.get((entrant.id, channel.id, number)),
        )
        for entrant in entrants
        for channel in settings.channels
        if reaches(channel, entrant)
        for number in range(1, channel.contacts + 1)
        if (entrant.id, channel.id, number) not in live
        and wanted.get((entrant.id, channel.id, number), "") is not None
    )


def contact(scenarios: Scenarios, entrant: Entrant, channel: Channel, number: int) -> Slot:
    """One contact, as a plan sees it. A channel that needs the voivodeship or the address is one where somebody goes."""
    return Slot(
        entrant.id,
        channel.id,
        number,
        region=entrant.voivodeship,
        on_site=channel.needs in {"voivodeship", "address"},
        visible=channel.visible,
        scenarios=tuple(item.id for item in scenarios.suiting(channel.id, entrant.kind)),
        place=Place(entrant.voivodeship, entrant.powiat, entrant.town),
        population=entrant.population,
    )


def reaches(channel: Channel, entrant: Entrant) -> bool:
    """Whether what the channel needs to know of the entrant is known."""
    return not channel.needs or getattr(entrant, channel.needs) not in ("", None)
