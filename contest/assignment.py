"""Who audits whom: the life of an assignment, and a plan of assignments as a proposal, never an act.

    move(state, act) -> state                               the table of what may happen next
    plan(slots, jurors, scenarios=..., seed=...) -> Plan    a proposal to show, approve and apply as a whole

Hard rules of a plan: capacity, the juror's channels, declared conflicts, and visits only within the juror's regions.
Wishes, in this order, each given up when it leaves nobody (`prefer`): a juror who never met this entrant, the least loaded
one relative to capacity, the dice. The other channels are spread over the whole country on purpose: mixing jurors over
entrants is what lets strict and lenient ones be compared. The seed is printed on the plan: same input, same seed, same plan.
No slot stays empty that an exchange between jurors could fill.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from random import Random
from typing import TypeVar

from contest.edition import EditionSettings
from contest.entrants import Entrant
from contest.mistakes import Mistake, Mistakes, mistake
from contest.scenarios import Scenarios

_T = TypeVar("_T")


class State(StrEnum):
    """Where an assignment is in its life."""

    OFFERED = "offered"
    ACCEPTED = "accepted"
    RUNNING = "running"
    WAITING = "waiting"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"
    EXCLUDED = "excluded"
    DECLINED = "declined"
    HANDED_BACK = "handed_back"
    OVERDUE = "overdue"
    CANCELLED = "cancelled"


class Act(StrEnum):
    """What a person, or the schedule (`expire`), does to an assignment."""

    ACCEPT = "accept"
    DECLINE = "decline"
    START = "start"
    WAIT = "wait"
    SUBMIT = "submit"
    APPROVE = "approve"
    RETURN = "return"
    EXCLUDE = "exclude"
    HAND_BACK = "hand_back"
    EXPIRE = "expire"
    CANCEL = "cancel"


_WITH_JUROR = {
    Act.SUBMIT: State.SUBMITTED,
    Act.HAND_BACK: State.HANDED_BACK,
    Act.EXPIRE: State.OVERDUE,
    Act.CANCEL: State.CANCELLED,
}

_MOVES: Mapping[State, Mapping[Act, State]] = {
    State.OFFERED: {
        Act.ACCEPT: State.ACCEPTED,
        Act.DECLINE: State.DECLINED,
        Act.EXPIRE: State.OVERDUE,
        Act.CANCEL: State.CANCELLED,
    },
    State.ACCEPTED: {
        Act.START: State.RUNNING,
        Act.HAND_BACK: State.HANDED_BACK,
        Act.EXPIRE: State.OVERDUE,
        Act.CANCEL: State.CANCELLED,
    },
    State.RUNNING: {**_WITH_JUROR, Act.WAIT: State.WAITING},
    State.WAITING: {**_WITH_JUROR, Act.START: State.RUNNING},
    State.SUBMITTED: {
        Act.APPROVE: State.APPROVED,
        Act.RETURN: State.RETURNED,
        Act.EXCLUDE: State.EXCLUDED,
        Act.CANCEL: State.CANCELLED,
    },
    State.RETURNED: {**_WITH_JUROR, Act.START: State.RUNNING, Act.EXCLUDE: State.EXCLUDED},
    State.APPROVED: {},
    State.EXCLUDED: {},
    State.DECLINED: {},
    State.HANDED_BACK: {},
    State.OVERDUE: {},
    State.CANCELLED: {},
}

RUNNING = frozenset({State.ACCEPTED, State.RUNNING, State.WAITING, State.RETURNED})
"""In the juror's hands: a due date ticks and reminders are sent."""

LIVE = RUNNING | {State.OFFERED, State.SUBMITTED, State.APPROVED}
"""It occupies its slot: no second assignment of the same contact may exist beside it."""


def acts(state: State) -> frozenset[Act]:
    """What may be done to an assignment in this state."""
    return frozenset(_MOVES[state])


def move(state: State, act: Act) -> State:
    """The state after the act. Raises `Mistakes` (`not-now`) when the act does not fit; nothing changes then."""
    after = _MOVES[state].get(act)
    if after is None:
        raise Mistakes([mistake("not-now", state=state.value, act=act.value)])
    return after


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
    scenarios: tuple[str, ...] | None = None
    """The scenarios that suit this kind of entrant; None: all of the channel."""
    played: frozenset[str] = frozenset()
    """Scenarios used at this entrant before: avoided while there are others."""


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
    """Entrants that this juror has already had an assignment at."""
    conflicts: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Proposed:
    """An assignment that would be offered."""

    slot: Slot
    juror: str
    scenario: str


@dataclass(frozen=True, slots=True)
class Plan:
    """A proposal for all slots at once, in the order of entrant, channel, number; `unfilled` says why."""

    seed: int
    proposed: tuple[Proposed, ...]
    unfilled: tuple[tuple[Slot, Mistake], ...]


def open_slots(
    settings: EditionSettings,
    entrants: Iterable[Entrant],
    *,
    scenarios: Scenarios,
    live: Mapping[tuple[int, str, int], str],
) -> tuple[Slot, ...]:
    """What is still to be planned: each contact of each channel that an entrant can be reached by, less the live ones.

    `live` names the scenario of each live assignment by its entrant, channel and number. A channel that needs to know the
    voivodeship or the address is one where somebody goes.
    """
    played: defaultdict[int, set[str]] = defaultdict(set)
    for (entrant, _, _), scenario in live.items():
        played[entrant].add(scenario)
    return tuple(
        Slot(
            entrant.id,
            channel.id,
            number,
            region=entrant.voivodeship,
            on_site=channel.needs in {"voivodeship", "address"},
            scenarios=tuple(item.id for item in scenarios.suiting(channel.id, entrant.kind)),
            played=frozenset(played[entrant.id]),
        )
        for entrant in entrants
        for channel in settings.channels
        if not channel.needs or getattr(entrant, channel.needs) not in ("", None)
        for number in range(1, channel.contacts + 1)
        if (entrant.id, channel.id, number) not in live
    )


def plan(
    slots: Iterable[Slot], jurors: Iterable[Juror], *, scenarios: Mapping[str, Sequence[str]], seed: int
) -> Plan:
    """Propose a juror and a scenario for as many slots as the hard rules allow; the order of the input does not matter."""
    return _Desk(sorted(jurors, key=lambda juror: juror.code), scenarios, seed).fill(
        sorted(slots, key=_place)
    )


def prefer(these: Sequence[_T], wish: Callable[[_T], bool]) -> Sequence[_T]:
    """Those who fit the wish, or everybody when nobody does."""
    return [this for this in these if wish(this)] or these


def _place(slot: Slot) -> tuple[int, str, int]:
    return slot.entrant, slot.channel, slot.number


class _Desk:
    """A plan in the making: who has which slots so far."""

    def __init__(self, jurors: Sequence[Juror], scenarios: Mapping[str, Sequence[str]], seed: int) -> None:
        self.jurors = jurors
        self.scenarios = scenarios
        self.seed = seed
        self.dice = Random(seed)  # noqa: S311 -- fair dice whose seed is printed; no secret hangs on them
        self.able: dict[Slot, tuple[Juror, ...]] = {}
        self.given: dict[Slot, Juror] = {}
        self.hands: dict[str, list[Slot]] = {juror.code: [] for juror in jurors}
        self.met = {juror.code: Counter(juror.met) for juror in jurors}
        self.shut: set[str] = set()
        self.played: defaultdict[int, set[str]] = defaultdict(set)
        self.told = Counter[tuple[str, str]]()

    def fill(self, slots: Sequence[Slot]) -> Plan:
        self.able = {slot: tuple(juror for juror in self.jurors if _may(juror, slot)) for slot in slots}
        told = [slot for slot in slots if self._stories(slot)]
        for slot in sorted(told, key=lambda slot: len(self.able[slot])):  # stable: equals keep their place
            self._seat(slot)
        proposed = self._proposed(slots)
        unfilled = tuple((slot, self._reason(slot)) for slot in slots if slot not in self.given)
        return Plan(self.seed, proposed, unfilled)

    def _seat(self, slot: Slot) -> None:
        if not any(self._room(juror) for juror in self.able[slot]):
            self._exchange(slot)
        free: Sequence[Juror] = [juror for juror in self.able[slot] if self._room(juror)]
        if not free:
            return
        free = prefer(free, lambda juror: not self.met[juror.code][slot.entrant])
        least = min(map(self._share, free))
        free = prefer(free, lambda juror: self._share(juror) == least)
        self._give(slot, self.dice.choice(free))

    def _exchange(self, slot: Slot) -> None:
        """Free one juror of the slot by passing contacts on, hand to hand, along the shortest chain to somebody with room."""
        line = [juror for juror in self.able[slot] if juror.code not in self.shut]
        came: dict[str, tuple[Slot, Juror] | None] = {juror.code: None for juror in line}
        for holder in line:  # it grows while it is walked
            for held in self.hands[holder.code]:
                for other in self.able[held]:
                    if other.code in came or other.code in self.shut:
                        continue
                    came[other.code] = (held, holder)
                    if self._room(other):
                        self._pass_on(other, came)
                        return
                    line.append(other)
        # Nobody reachable has room, and nobody will have: contacts are only passed on inside this circle.
        self.shut.update(came)

    def _pass_on(self, taker: Juror, came: Mapping[str, tuple[Slot, Juror] | None]) -> None:
        while step := came[taker.code]:
            held, holder = step
            self.hands[holder.code].remove(held)
            self.met[holder.code][held.entrant] -= 1
            self._give(held, taker)
            taker = holder

    def _give(self, slot: Slot, juror: Juror) -> None:
        self.given[slot] = juror
        self.hands[juror.code].append(slot)
        self.met[juror.code][slot.entrant] += 1

    def _room(self, juror: Juror) -> bool:
        return juror.load + len(self.hands[juror.code]) < juror.capacity

    def _share(self, juror: Juror) -> Fraction:
        return Fraction(juror.load + len(self.hands[juror.code]), juror.capacity)

    def _stories(self, slot: Slot) -> Sequence[str]:
        known = self.scenarios.get(slot.channel, ())
        return known if slot.scenarios is None else [story for story in known if story in slot.scenarios]

    def _proposed(self, slots: Sequence[Slot]) -> tuple[Proposed, ...]:
        for slot in slots:
            self.played[slot.entrant] |= slot.played
        given = [(slot, self.given[slot].code) for slot in slots if slot in self.given]
        return tuple(Proposed(slot, juror, self._story(slot)) for slot, juror in given)

    def _story(self, slot: Slot) -> str:
        """Unused at this entrant if one is left, then the one told least often so far, then the dice."""
        stories = prefer(self._stories(slot), lambda story: story not in self.played[slot.entrant])
        least = min(self.told[slot.channel, story] for story in stories)
        story = self.dice.choice(prefer(stories, lambda story: self.told[slot.channel, story] == least))
        self.played[slot.entrant].add(story)
        self.told[slot.channel, story] += 1
        return story

    def _reason(self, slot: Slot) -> Mistake:
        """The first rule, from the widest to the narrowest, that leaves nobody for this slot."""
        if not self._stories(slot):
            return mistake("no-scenario", channel=slot.channel)
        able = [juror for juror in self.jurors if slot.channel in juror.channels]
        if not able:
            return mistake("no-juror-for-channel", channel=slot.channel)
        able = [juror for juror in able if not slot.on_site or slot.region in juror.regions]
        if not able:
            return mistake("no-juror-in-region", region=slot.region) if slot.region else mistake("no-region")
        if all(slot.entrant in juror.conflicts for juror in able):
            return mistake("no-juror-without-conflict", jurors=len(able))
        return mistake("no-juror-free", jurors=len(able))


def _may(juror: Juror, slot: Slot) -> bool:
    near = not slot.on_site or slot.region in juror.regions
    return near and slot.channel in juror.channels and slot.entrant not in juror.conflicts


_WOODS = (
    "Jodła Buk Dąb Sosna Lipa Klon Brzoza Grab Olcha Wierzba Topola Jesion Wiąz Świerk Modrzew Cis Jawor Osika Kasztan "
    "Akacja Leszczyna Kalina Jarzębina Głóg Tarnina Dereń Bez Czeremcha Jałowiec Platan Orzech Grusza Jabłoń Śliwa Wiśnia "
    "Morwa Rokitnik Trzmielina Bluszcz Wrzos"
)


def label(number: int) -> str:
    """The name of an assignment in the chat: it tells neither entrant nor channel. `label(1)` is `1/Jodła`."""
    woods = _WOODS.split()
    return f"{number}/{woods[(number - 1) % len(woods)]}"
