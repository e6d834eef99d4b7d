"""The edition in numbers, for one reader: an entrant at which the reader has an interest is counted nowhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from bot.house import House, Turn
from bot.organiser import demand
from contest.assignment import State
from contest.entrants import Entrant
from contest.planning.demand import Slot
from storage import alarms, assignments, edition, entrants, jurors, plans, questions
from storage.alarms import Standing
from storage.assignments import Assignment
from storage.database import Reading
from storage.plans import Planned
from storage.questions import Asked

STAGES: Mapping[str, frozenset[State]] = {
    "offered": frozenset({State.OFFERED}),
    "running": frozenset({State.ACCEPTED, State.RUNNING, State.RETURNED}),
    "waiting": frozenset({State.WAITING}),
    "submitted": frozenset({State.SUBMITTED}),
    "approved": frozenset({State.APPROVED}),
}
"""Where a contact is, as organisers speak of it."""


@dataclass(frozen=True, slots=True)
class Glance:
    """The numbers of the panel. `free`: contacts that nobody has; `promised`: those that wait for their wave; `asked`:
    questions of jurors that nobody answered."""

    phase: str
    entrants: int
    jurors: int
    registering: int
    contacts: Mapping[str, int]
    free: int
    promised: int
    asked: int
    alarms: tuple[Standing, ...]

    @property
    def planned(self) -> int:
        """Contacts that should take place and still can."""
        return self.free + self.promised + sum(self.contacts.values())


async def glance(turn: Turn) -> Glance:
    """The numbers as this person may see them."""
    sight = await Sight.of(turn.house, turn.tx, await turn.hidden())
    known = await jurors.everybody(turn.tx)
    return Glance(
        phase=await edition.phase(turn.tx),
        entrants=len(sight.entrants),
        jurors=sum(juror.state == "active" for juror in known),
        registering=sum(juror.state == "registering" for juror in known),
        contacts=counted(sight.tasks),
        free=len(sight.free),
        promised=len(sight.planned),
        asked=len(await unanswered(turn)),
        alarms=await standing(turn),
    )


@dataclass(frozen=True, slots=True)
class Sight:
    """What somebody may know of: all but the entrants that are hidden from them."""

    entrants: Mapping[int, Entrant]
    tasks: list[Assignment]
    free: list[Slot]
    planned: list[Planned]
    """Contacts of approved plans that wait for their wave."""

    @property
    def ahead(self) -> list[Slot | Planned]:
        """Contacts that should take place and that nobody was offered yet."""
        return [*self.free, *self.planned]

    @classmethod
    async def of(cls, house: House, db: Reading, hidden: frozenset[int]) -> Sight:
        """What is there now."""
        return cls(
            {one.id: one for one in await entrants.everything(db) if one.id not in hidden},
            [one for one in await assignments.everything(db) if one.entrant not in hidden],
            list((await demand.open_contacts(house, db, hidden=hidden)).slots),
            [one for one in await plans.waiting(db) if one.entrant not in hidden],
        )


async def visible(turn: Turn) -> list[Assignment]:
    """Every assignment that this person may know of, by id."""
    hidden = await turn.hidden()
    return [one for one in await assignments.everything(turn.tx) if one.entrant not in hidden]


async def free(turn: Turn) -> list[Slot]:
    """The contacts that nobody has, as far as this person may know of them."""
    return (await Sight.of(turn.house, turn.tx, await turn.hidden())).free


async def unanswered(turn: Turn) -> list[Asked]:
    """What jurors asked and nobody answered, the oldest first; none about an entrant that is hidden from this person."""
    hidden = await turn.hidden()
    found = []
    for one in await questions.unanswered(turn.tx):
        task = await assignments.find(turn.tx, one.assignment) if one.assignment is not None else None
        if task is None or task.entrant not in hidden:
            found.append(one)
    return found


async def standing(turn: Turn) -> tuple[Standing, ...]:
    """The alarms that concern this person's roles, and no entrant that is hidden from them."""
    hidden, mine = await turn.hidden(), turn.person.roles
    return tuple(
        one
        for one in await alarms.standing(turn.tx)
        if one.entrant not in hidden and (one.role in mine or "owner" in mine)
    )


def counted(tasks: list[Assignment]) -> dict[str, int]:
    """How many are at each stage; what was declined, handed back, overdue, cancelled or excluded is at none."""
    states = Counter(one.state for one in tasks)
    return {stage: sum(states[state] for state in held) for stage, held in STAGES.items()}
