"""What is to be planned and who could do it, as it stands now: contacts, jurors, and everything that is given or promised."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.house import House
from bot.juror import training
from bot.organiser.regions import regions
from contest.assignment import LIVE, RUNNING, State
from contest.both import Further
from contest.entrants import Entrant
from contest.headings import fold
from contest.planning.demand import Juror, Key, Place, Slot, Standing, contact, open_slots, reaches
from contest.planning.fitting import Board
from contest.planning.home import read_home
from contest.planning.rules import Rules
from storage import assignments, entrants, jurors, people, plans
from storage.assignments import Assignment
from storage.database import Reading
from storage.plans import Planned

_FALLEN = frozenset({State.DECLINED, State.HANDED_BACK, State.OVERDUE, State.CANCELLED, State.EXCLUDED})


@dataclass(frozen=True, slots=True)
class Contacts:
    """What is still to be planned; `unreachable`: by channel, entrants without what the channel needs."""

    slots: tuple[Slot, ...]
    unreachable: Mapping[str, int]
    left_out: int = 0
    """Contacts that planners left out by hand."""
    fallen: int = 0
    """Those of `slots` that somebody had already, until it fell out."""


@dataclass(frozen=True, slots=True)
class World:
    """Everything that a plan starts from, and that a swap by hand or an approval is checked against."""

    contacts: Contacts
    able: tuple[Juror, ...]
    untrained: frozenset[str]
    benched: frozenset[str]
    standing: tuple[Standing, ...]
    waiting: tuple[Planned, ...]
    """What is promised by plans that leave in waves, as far as the reader may know."""
    first: date
    """The day that the plan counts as 1."""
    days: int
    """How many there are until the end of collecting; below 1 when it is over."""
    rules: Rules

    def board(self, further: Mapping[int, int]) -> Board:
        """The jurors with what they have in hand; `further`: contacts at entrants besides those that are still to be planned."""
        here = Counter(slot.entrant for slot in self.contacts.slots)
        here.update(further)
        here.update(one.entrant for one in self.standing if not one.double)
        return Board.of(self.rules, self.able, here, self.standing)


async def look(house: House, db: Reading, *, hidden: Collection[int] = ()) -> World:
    """The world as it is now, without the entrants that are `hidden` from the reader."""
    settings = house.rules.settings
    begins = max(house.clock.now(), settings.utc(settings.dates.collecting_from))
    first = house.local(begins).date()
    untrained = await training.unfinished(db, house) if settings.training.required else frozenset()
    benched = await plans.benched(db)
    waiting = tuple(await plans.waiting(db))
    live = [one for one in await assignments.in_state(db, LIVE) if one.entrant not in hidden]
    told = tuple(one for one in waiting if one.entrant not in hidden)
    return World(
        await open_contacts(house, db, hidden=hidden),
        tuple(one for one in await _able(db, waiting, hidden) if one.code not in untrained | benched),
        untrained,
        benched,
        (*(_stands(house, one, first) for one in live), *(_waits(house, one, first) for one in told)),
        told,
        first,
        (settings.dates.collecting_until.date() - first).days + 1,
        settings.planning,
    )


async def open_contacts(house: House, db: Reading, *, hidden: Collection[int] = ()) -> Contacts:
    """Every contact that should take place and that nobody has; none at entrants that are `hidden` from the reader."""
    rules = house.rules
    known = [entrant for entrant in await entrants.everything(db) if entrant.id not in hidden]
    taken = {_key(one): one.scenario for one in await assignments.in_state(db, LIVE)}
    taken |= {one.key: one.scenario for one in await plans.waiting(db)}
    wishes = {one.key: one.juror for one in await plans.wishes(db)}
    slots = open_slots(rules.settings, known, scenarios=rules.current_scenarios, live=taken, wishes=wishes)
    fallen = {_key(one) for one in await assignments.in_state(db, _FALLEN)}
    lacking = {
        channel.id: count
        for channel in rules.settings.channels
        if (count := sum(not reaches(channel, entrant) for entrant in known))
    }
    ids = {entrant.id for entrant in known}
    left_out = sum(juror is None and key[0] in ids and key not in taken for key, juror in wishes.items())
    return Contacts(
        tuple(in_region(house, slot) for slot in slots),
        lacking,
        left_out,
        sum(slot.key in fallen for slot in slots),
    )


async def second_round(
    house: House, db: Reading, proposed: Iterable[Further], *, hidden: Collection[int] = ()
) -> tuple[Slot, ...]:
    """The further contacts that would tell most, less those that are given or promised already."""
    settings = house.rules.settings
    known = {entrant.id: entrant for entrant in await entrants.everything(db)}
    live = await assignments.in_state(db, LIVE)
    waiting = await plans.waiting(db)
    under_way = Counter(
        (one.entrant, one.channel) for one in live if one.aim == "further" and one.state is not State.APPROVED
    )
    under_way.update((one.entrant, one.channel) for one in waiting if one.aim == "further")
    numbers = plans.numbers([*map(_key, live), *(one.key for one in waiting)])
    found: list[Slot] = []
    for further in proposed:
        entrant = known.get(further.entrant)
        for name, count in further.contacts:
            channel = settings.channel(name)
            if entrant is None or entrant.id in hidden or channel is None or not reaches(channel, entrant):
                continue
            highest = max(numbers.get((entrant.id, name), 0), channel.contacts)
            more = count - under_way[entrant.id, name]
            found += [
                in_region(house, contact(house.rules.current_scenarios, entrant, channel, highest + step))
                for step in range(1, more + 1)
            ]
    return tuple(found)


async def _able(db: Reading, waiting: Iterable[Planned], hidden: Collection[int]) -> tuple[Juror, ...]:
    """Active jurors whom we can reach; their load counts what is promised to them, at hidden entrants too."""
    loads, told = Counter(await jurors.loads(db)), Counter(await jurors.loads(db, hidden=hidden))
    for one in waiting:
        loads[one.juror] += 1
        told[one.juror] += one.entrant not in hidden
    met = await jurors.met_map(db)
    conflicts = await jurors.conflict_map(db)
    reachable = {person.code for person in await people.with_role(db, "juror") if person.reachable}
    places = [_place(entrant) for entrant in await entrants.everything(db)]
    return tuple(
        Juror(
            juror.code,
            frozenset(juror.regions),
            frozenset(juror.channels),
            juror.capacity,
            loads[juror.code],
            met.get(juror.code, frozenset()),
            conflicts.get(juror.code, frozenset()),
            home=read_home(juror.home, juror.regions, places),
            unseen=loads[juror.code] - told[juror.code],
        )
        for juror in await jurors.active(db)
        if juror.code in reachable
    )


def _stands(house: House, one: Assignment, first: date) -> Standing:
    channel = house.rules.settings.channel(one.channel)
    return Standing(
        one.entrant,
        one.channel,
        one.juror,
        visible=channel is None or channel.visible,
        days=_days(house, one, first),
        double=one.aim == "double",
        number=one.number,
    )


def _waits(house: House, one: Planned, first: date) -> Standing:
    channel = house.rules.settings.channel(one.channel)
    days = (
        ((one.first_day - first).days + 1, (one.last_day - first).days + 1)
        if one.first_day and one.last_day
        else None
    )
    return Standing(
        one.entrant,
        one.channel,
        one.juror,
        visible=channel is None or channel.visible,
        days=days,
        double=one.aim == "double",
        number=one.number,
    )


def _days(house: House, one: Assignment, first: date) -> tuple[int, int]:
    """When the contact may take place, in days of the plan; when it was submitted, if it was."""

    def number(at: datetime) -> int:
        return (house.local(at).date() - first).days + 1

    if one.state is State.OFFERED or one.state in RUNNING:
        return number(one.opens_at), number(one.due_at)
    return number(one.changed_at), number(one.changed_at)


def in_region(house: House, slot: Slot) -> Slot:
    """The voivodeship as jurors declare theirs, however the table of entrants spells it."""
    names = {fold(name): name for _, name in regions(house)}
    return replace(slot, region=names.get(fold(slot.region), slot.region))


def _place(entrant: Entrant) -> Place:
    return Place(entrant.voivodeship, entrant.powiat, entrant.town)


def _key(one: Assignment) -> Key:
    return one.entrant, one.channel, one.number
