"""A confirmed plan becomes offers. What no longer fits (a contact that somebody has meanwhile, a juror who left) is left
out and named, and the rest is offered; with the first offer of an edition the collecting begins.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from pydantic import TypeAdapter

from bot.house import Turn, refuse
from bot.juror.assignments import offer
from bot.organiser.showing import show
from contest.assignment import label
from storage import assignments, edition, entrants, jurors, people
from storage.people import Person

_OPEN = ("preparation", "collecting")
_FROM, _UNTIL = time(7), time(20)
"""The hours of the first and of the last day of a contact."""
_LEAST = timedelta(hours=8)
"""What is left of the days of a plan that was approved late."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """One contact of a plan as it waits for the tap."""

    entrant: int
    channel: str
    number: int
    juror: str
    scenario: str
    days: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """A whole plan as it waits for the tap."""

    seed: int
    scenarios: str
    chosen: tuple[Chosen, ...]
    first: date
    """The day that `Chosen.days` count as 1."""


_BODY: TypeAdapter[Body] = TypeAdapter(Body)


def freeze_plan(body: Body) -> str:
    """The plan as the text of a proposal."""
    return _BODY.dump_json(body).decode()


async def apply(turn: Turn, text: str) -> None:
    """The confirmed plan: offers to jurors, and with the first of them the collecting begins."""
    phase = await in_time(turn)
    body = _BODY.validate_json(text)
    gate = await _Gate.open(turn)
    readers = {person.code: person for person in await people.with_role(turn.tx, "juror")}
    left_out = Counter[str]()
    offered = Counter[str]()
    for one in body.chosen:
        if problem := gate.problem(one):
            left_out[problem] += 1
        else:
            gate.give(one)
            await _offer(turn, one, body, readers[one.juror])
            offered[one.juror] += 1
    if offered:
        await turn.note("plan.apply", str(body.seed), offered=offered.total(), left_out=left_out.total())
        if phase == "preparation":
            await edition.advance(turn.tx, "collecting", turn.person.code, turn.at)
    lines = [turn.say("plan-done", count=offered.total(), jurors=len(offered))]
    lines += [turn.say(f"plan-left-{problem}", count=count) for problem, count in left_out.most_common()]
    if offered and phase == "preparation":
        lines.append(turn.say("plan-collecting"))
    await show(turn, lines)


async def in_time(turn: Turn) -> str:
    """The phase, if offers may still be made in it."""
    phase = await edition.phase(turn.tx)
    if phase not in _OPEN or turn.at >= _close(turn):
        raise refuse("plan-too-late")
    return phase


@dataclass
class _Gate:
    """What must still hold at the moment of the tap."""

    room: dict[str, int]
    conflicts: Mapping[str, frozenset[int]]
    entrants: frozenset[int]
    channels: frozenset[str]
    taken: set[tuple[int, str, int]]

    @classmethod
    async def open(cls, turn: Turn) -> _Gate:
        loads = await jurors.loads(turn.tx)
        return cls(
            {juror.code: juror.capacity - loads.get(juror.code, 0) for juror in await jurors.active(turn.tx)},
            await jurors.conflict_map(turn.tx),
            frozenset(entrant.id for entrant in await entrants.everything(turn.tx)),
            frozenset(channel.id for channel in turn.house.rules.settings.channels),
            await assignments.live_slots(turn.tx),
        )

    def problem(self, one: Chosen) -> str:
        """Why this offer cannot be made any more, or nothing."""
        if (one.entrant, one.channel, one.number) in self.taken:
            return "taken"
        if one.juror not in self.room:
            return "juror"
        if self.room[one.juror] <= 0:
            return "full"
        if one.entrant in self.conflicts.get(one.juror, frozenset()):
            return "conflict"
        return "" if one.entrant in self.entrants and one.channel in self.channels else "entrant"

    def give(self, one: Chosen) -> None:
        self.room[one.juror] -= 1
        self.taken.add((one.entrant, one.channel, one.number))


async def _offer(turn: Turn, one: Chosen, body: Body, reader: Person) -> None:
    settings = turn.house.rules.settings
    opens, due = _window(turn, one, body.first)
    number = await assignments.offer(
        turn.tx,
        entrant=one.entrant,
        channel=one.channel,
        number=one.number,
        juror=one.juror,
        scenario=one.scenario,
        scenarios=body.scenarios,
        checklist=turn.house.rules.current[one.channel].name,
        label=label,
        answer_by=min(turn.at + timedelta(hours=settings.offers.hours), due),
        opens_at=opens,
        due_at=due,
        by=turn.person.code,
        at=turn.at,
    )
    await offer(turn, number, reader)


def _window(turn: Turn, one: Chosen, first: date) -> tuple[datetime, datetime]:
    """From when and until when the contact may take place; by its days, where visible contacts are kept apart."""
    settings = turn.house.rules.settings
    opens = max(turn.at, settings.utc(settings.dates.collecting_from))
    close = _close(turn)
    if settings.planning.gap_days and one.days is not None:
        begins, ends = (first + timedelta(days=number - 1) for number in one.days)
        opens = max(opens, settings.utc(datetime.combine(begins, _FROM)))
        close = max(min(close, settings.utc(datetime.combine(ends, _UNTIL))), opens + _LEAST)
    return opens, min(opens + timedelta(days=settings.work_days.days), close)


def _close(turn: Turn) -> datetime:
    settings = turn.house.rules.settings
    return settings.utc(settings.dates.collecting_until)
