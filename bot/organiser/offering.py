"""A confirmed plan becomes offers, all of it or nothing: when the world has moved since it was shown, it is refused in words.

What the edition's `[planning] wave` holds back waits for its hour in the schedule. What no longer fits then is left out, told to
the planner, and open to be planned anew. With the first offer of an edition the collecting begins.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Literal

from bot.house import House, Turn, refuse
from bot.in_place import disarm
from bot.juror.assignments import offer
from bot.messages import Button, Rows, Send
from bot.moments import when
from bot.organiser.demand import in_region, look
from bot.organiser.showing import show
from contest.assignment import Aim, label
from contest.clock import next_allowed
from contest.edition import Channel
from contest.entrants import Entrant
from contest.mistakes import Mistakes
from contest.planning.demand import Key, Slot, contact, reaches
from contest.planning.fitting import Board, Problem
from contest.planning.waves import fitting, waves
from storage import assignments, due, edition, entrants, people, plans
from storage.due import Row as Due
from storage.people import Person
from storage.plans import Plan, Planned

Round = Literal["plan", "further"]
"""The plan itself, or the second round."""

Left = Problem | Literal["taken", "entrant", "wish"]
"""Why a contact cannot be offered any more; `taken`: somebody has it; `wish`: changed by hand since."""

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
    aim: Aim = "planned"
    pinned: bool = False
    """The juror was chosen by hand."""

    @property
    def key(self) -> Key:
        return self.entrant, self.channel, self.number


@dataclass(frozen=True, slots=True)
class Body:
    """A whole plan as it waits for the tap."""

    seed: int
    scenarios: str
    chosen: tuple[Chosen, ...]
    first: date
    """The day that `Chosen.days` count as 1."""
    round: Round = "plan"

    def dates(self, one: Chosen) -> tuple[date, date] | None:
        """Between which days of the calendar a contact may take place."""
        if one.days is None:
            return None
        begins, ends = (self.first + timedelta(days=number - 1) for number in one.days)
        return begins, ends


def gone() -> Mistakes:
    """What to raise where a proposal is used, expired, or somebody else's."""
    return refuse("proposal-gone")


async def apply(turn: Turn, body: Body) -> None:
    """The confirmed plan: offers to jurors now and in waves; nothing of it when anything no longer fits."""
    phase = await in_time(turn)
    left = await problems(turn, body.chosen)
    if left:
        await show(turn, stale(turn, left.values()), ((_again(turn),),))
        return
    plan = await plans.approve(
        turn.tx, seed=body.seed, scenarios=body.scenarios, by=turn.person.code, at=turn.at
    )
    numbers, moments = timetable(turn.house, body, turn.at)
    jurors_now = set()
    for one, number in zip(body.chosen, numbers, strict=True):
        planned = _planned(one, plan, number, body.dates(one))
        if number == 1:
            await make(turn, planned, body.scenarios)
            jurors_now.add(one.juror)
        else:
            await plans.wait(turn.tx, planned)
    for number, at in enumerate(moments[1:], start=2):
        await due.plan(turn.tx, f"wave:{plan}:{number}", "wave", f"{plan}:{number}", at)
    now = sum(number == 1 for number in numbers)
    await turn.note("plan.apply", str(plan), seed=body.seed, offered=now, waiting=len(numbers) - now)
    if phase == "preparation":
        await edition.advance(turn.tx, "collecting", turn.person.code, turn.at)
    lines = [turn.say("plan-done", count=now, jurors=len(jurors_now))]
    if phase == "preparation":
        lines.append(turn.say("plan-collecting"))
    if len(moments) > 1:
        lines.append(
            turn.say(
                "waves-left", count=len(numbers) - now, waves=len(moments) - 1, next=when(turn, moments[1])
            )
        )
    await show(turn, lines, _stop(turn, plan) if len(moments) > 1 else ())


async def in_time(turn: Turn) -> str:
    """The phase, if offers may still be made in it."""
    phase = await edition.phase(turn.tx)
    if phase not in _OPEN or turn.at >= _close(turn.house):
        raise refuse("plan-too-late")
    return phase


def timetable(house: House, body: Body, now: datetime) -> tuple[list[int], list[datetime]]:
    """The wave of each contact, and the moment of each wave; none of them at night."""
    rules = house.rules.settings.planning
    every = timedelta(hours=rules.wave_hours)
    limit = fitting(now, _close(house), every)
    contacts = [(one.juror, one.days[0] if one.days else 1) for one in body.chosen]
    numbers = waves(contacts, rules.wave, limit=limit)
    last = max(numbers, default=1)
    moments = [next_allowed(now + every * step, house.quiet_hours, house.rules.zone) for step in range(last)]
    return numbers, [now, *moments[1:]]


def waves_told(turn: Turn, body: Body) -> list[str]:
    """In how many waves a plan would leave, where it is more than one."""
    numbers, moments = timetable(turn.house, body, turn.at)
    if len(moments) < 2:
        return []
    sizes = Counter(numbers)
    return [
        "",
        turn.say("waves-plan", waves=len(moments), first=sizes[1], last=when(turn, moments[-1])),
    ]


async def problems(turn: Turn, chosen: Iterable[Chosen | Planned]) -> dict[Key, Left]:
    """By contact: why it cannot be offered as it was planned."""
    chosen = list(chosen)
    gate = await _Gate.open(turn, chosen)
    found: dict[Key, Left] = {}
    for one in chosen:
        if problem := gate.problem(one):
            found[one.key] = problem
    return found


def stale(turn: Turn, left: Iterable[Left]) -> list[str]:
    """That nothing was sent, and why."""
    reasons = Counter(left).most_common()
    return [turn.say("plan-stale"), *(turn.say(f"plan-left-{why}", count=count) for why, count in reasons)]


@dataclass
class _Gate:
    """What must still hold when contacts are offered; each that passes counts for those after it."""

    house: House
    board: Board
    entrants: Mapping[int, Entrant]
    taken: set[Key]
    wishes: Mapping[Key, str | None]

    @classmethod
    async def open(cls, turn: Turn, chosen: Iterable[Chosen | Planned]) -> _Gate:
        world = await look(turn.house, turn.tx)
        further = Counter(one.entrant for one in chosen if one.aim == "further")
        waiting = {one.key for one in await plans.waiting(turn.tx)}
        return cls(
            turn.house,
            world.board(further),
            {entrant.id: entrant for entrant in await entrants.everything(turn.tx)},
            await assignments.live_slots(turn.tx) | waiting,
            {one.key: one.juror for one in await plans.wishes(turn.tx)},
        )

    def problem(self, one: Chosen | Planned) -> Left | None:
        """Why this offer cannot be made any more."""
        if one.key in self.taken:
            return "taken"
        if self.wishes.get(one.key, one.juror) != one.juror:
            return "wish"
        entrant = self.entrants.get(one.entrant)
        channel = self.house.rules.settings.channel(one.channel)
        if entrant is None or channel is None or not reaches(channel, entrant):
            return "entrant"
        slot = slot_of(self.house, entrant, channel, one.number, one.aim)
        if problem := self.board.problem(slot, one.juror):
            return problem
        self.board.give(slot, one.juror)
        self.taken.add(one.key)
        return None


async def leave(turn: Turn, row: Due, _: object) -> None:
    """The hour of a wave: its offers are made; what no longer fits is open again, and the planner reads so."""
    number, wave = (int(part) for part in row.subject.split(":"))
    plan = await plans.find(turn.tx, number)
    planned = await plans.wave(turn.tx, number, wave)
    if plan is None or not planned:
        return
    for one in planned:
        await plans.settle(turn.tx, one.key)
    reader = await people.find(turn.tx, plan.by)
    over = await edition.phase(turn.tx) not in _OPEN or turn.at >= _close(turn.house)
    left: dict[Key, Left] = {} if over else await problems(turn, planned)
    offered = [] if over else [one for one in planned if one.key not in left]
    for one in offered:
        await make(turn, one, plan.scenarios)
    await turn.note("plan.wave", row.subject, offered=len(offered), left_out=len(planned) - len(offered))
    if reader is not None:
        await _told(turn, reader, plan, wave, len(offered), left, over=len(planned) if over else 0)


async def _told(
    turn: Turn, reader: Person, plan: Plan, wave: int, offered: int, left: Mapping[Key, Left], *, over: int
) -> None:
    """The planner who approved the plan reads what became of a wave, without a sound."""
    say = turn.house.say(reader)
    rest = [one for one in await plans.waiting(turn.tx) if one.plan == plan.id]
    lines = [say("wave-over", count=over)] if over else [say("wave-left", wave=wave, count=offered)]
    lines += [say(f"plan-left-{why}", count=count) for why, count in Counter(left.values()).most_common()]
    if left:
        lines.append(say("wave-again"))
    rows: Rows = ()
    if rest:
        lines.append(say("wave-rest", count=len(rest)))
        rows = ((Button(label=say("button-stop-waves"), data=f"ls:{plan.id}"),),)
    await turn.tell(Send(text="\n".join(lines), rows=rows, silent=True), to=reader)


async def stopped(turn: Turn, parts: list[str]) -> None:
    """A tap: no further wave of this plan leaves; its contacts are open to be planned anew."""
    plan = int(parts[0])
    waves = {one.wave for one in await plans.waiting(turn.tx) if one.plan == plan}
    if not waves:
        raise refuse("waves-gone")
    count = await plans.stop(turn.tx, plan, by=turn.person.code, at=turn.at)
    for wave in waves:
        await due.cancel_of(turn.tx, "wave", f"{plan}:{wave}", at=turn.at)
    await disarm(turn)
    await show(turn, [turn.say("waves-stopped", count=count)], ((_again(turn),),))


def slot_of(house: House, entrant: Entrant, channel: Channel, number: int, aim: Aim) -> Slot:
    """A contact as a plan sees it."""
    slot = contact(house.rules.current_scenarios, entrant, channel, number)
    return replace(in_region(house, slot), double=aim == "double")


def _planned(one: Chosen, plan: int, wave: int, dates: tuple[date, date] | None) -> Planned:
    first, last = dates or (None, None)
    return Planned(
        one.entrant, one.channel, one.number, plan, wave, one.juror, one.scenario, one.aim, first, last
    )


async def make(turn: Turn, one: Planned, scenarios: str) -> int:
    """The contact is offered to its juror, who passed the gate; the number of the assignment."""
    settings = turn.house.rules.settings
    opens, until = _window(turn, one)
    reader = await people.find(turn.tx, one.juror)
    assert reader is not None, "the gate lets only jurors through who can be reached"
    number = await assignments.offer(
        turn.tx,
        entrant=one.entrant,
        channel=one.channel,
        number=one.number,
        juror=one.juror,
        scenario=one.scenario,
        scenarios=scenarios,
        checklist=turn.house.rules.current[one.channel].name,
        label=label,
        answer_by=min(turn.at + timedelta(hours=settings.offers.hours), until),
        opens_at=opens,
        due_at=until,
        by=turn.person.code,
        at=turn.at,
        aim=one.aim,
    )
    await plans.obeyed(turn.tx, one.key)
    await offer(turn, number, reader)
    return number


def _window(turn: Turn, one: Planned) -> tuple[datetime, datetime]:
    """From when and until when the contact may take place; by its days, where visible contacts are kept apart."""
    settings = turn.house.rules.settings
    opens = max(turn.at, settings.utc(settings.dates.collecting_from))
    close = _close(turn.house)
    if settings.planning.gap_days and one.first_day is not None and one.last_day is not None:
        opens = max(opens, settings.utc(datetime.combine(one.first_day, _FROM)))
        close = max(min(close, settings.utc(datetime.combine(one.last_day, _UNTIL))), opens + _LEAST)
    return opens, min(opens + timedelta(days=settings.work_days.days), close)


def _close(house: House) -> datetime:
    settings = house.rules.settings
    return settings.utc(settings.dates.collecting_until)


def _again(turn: Turn) -> Button:
    return Button(label=turn.say("button-plan-again"), data="go:przydzial")


def _stop(turn: Turn, plan: int) -> Rows:
    return ((Button(label=turn.say("button-stop-waves"), data=f"ls:{plan}"),),)
