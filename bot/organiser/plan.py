"""Who audits whom: a plan is proposed, shown with what it leaves empty and why, and applied as a whole on one tap.

Between the showing and the tap the world may move: what no longer fits then (a contact that somebody has meanwhile, a
juror who left) is left out and named, and the rest is offered.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from pydantic import TypeAdapter

from bot.house import Turn, refuse
from bot.juror.assignments import offer
from bot.organiser.people import region_name, regions
from bot.organiser.showing import columns, first, monospace, propose, show
from contest.assignment import LIVE, Juror, Plan, Slot, label, open_slots
from contest.assignment import plan as make_plan
from contest.entrants import Entrant, fold
from contest.mistakes import Mistake
from storage import assignments, edition, entrants, jurors, people
from storage.people import Person

_OPEN = ("preparation", "collecting")


@dataclass(frozen=True, slots=True)
class Chosen:
    """One contact of a plan as it waits for the tap."""

    entrant: int
    channel: str
    number: int
    juror: str
    scenario: str


@dataclass(frozen=True, slots=True)
class Body:
    """A whole plan as it waits for the tap."""

    seed: int
    scenarios: str
    chosen: tuple[Chosen, ...]


@dataclass(frozen=True, slots=True)
class Contacts:
    """What is still to be planned; `unreachable`: by channel, entrants without what the channel needs."""

    slots: tuple[Slot, ...]
    unreachable: Mapping[str, int]


_BODY: TypeAdapter[Body] = TypeAdapter(Body)


async def open_contacts(turn: Turn) -> Contacts:
    """Every contact that should take place and that nobody has."""
    rules = turn.house.rules
    known = await entrants.everything(turn.tx)
    taken = {
        (one.entrant, one.channel, one.number): one.scenario
        for one in await assignments.in_state(turn.tx, LIVE)
    }
    names = {fold(name): region for region, name in regions(turn)}
    slots = open_slots(rules.settings, known, scenarios=rules.current_scenarios, live=taken)
    lacking = {
        channel.id: count
        for channel in rules.settings.channels
        if channel.needs and (count := sum(_lacks(entrant, channel.needs) for entrant in known))
    }
    return Contacts(
        tuple(replace(slot, region=names.get(fold(slot.region), slot.region)) for slot in slots), lacking
    )


async def propose_plan(turn: Turn, _: str) -> None:
    """/przydzial: what could be offered to whom, what could not and why, and what each juror would carry."""
    await _timely(turn)
    contacts = await open_contacts(turn)
    if not contacts.slots:
        await show(turn, [turn.say("plan-nothing-open"), *_unreachable(turn, contacts)])
        return
    able = await _able(turn)
    if not able:
        await turn.write("plan-no-jurors")
        return
    stories: dict[str, list[str]] = {}
    for item in turn.house.rules.current_scenarios.items:
        stories.setdefault(item.channel, []).append(item.id)
    made = make_plan(contacts.slots, able, scenarios=stories, seed=turn.house.dice.randrange(1_000_000))
    lines = [turn.say("plan-head", count=len(made.proposed), of=len(contacts.slots), seed=str(made.seed))]
    lines += [*_unreachable(turn, contacts), *_unfilled(turn, made.unfilled), *_loads(turn, made, able)]
    if not made.proposed:
        await show(turn, lines)
        return
    body = Body(
        made.seed,
        turn.house.rules.current_scenarios.name,
        tuple(
            Chosen(one.slot.entrant, one.slot.channel, one.slot.number, one.juror, one.scenario)
            for one in made.proposed
        ),
    )
    yes, no = turn.say("button-approve-plan", count=len(body.chosen)), turn.say("button-reject")
    await propose(turn, "plan", _BODY.dump_json(body).decode(), lines=lines, yes=yes, no=no)


async def apply(turn: Turn, text: str) -> None:
    """The confirmed plan: offers to jurors, and with the first of them the collecting begins."""
    phase = await _timely(turn)
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
            await _offer(turn, one, body.scenarios, readers[one.juror])
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


async def _timely(turn: Turn) -> str:
    """The phase, if offers may still be made in it."""
    phase = await edition.phase(turn.tx)
    if phase not in _OPEN or turn.at >= _close(turn):
        raise refuse("plan-too-late")
    return phase


def _close(turn: Turn) -> datetime:
    settings = turn.house.rules.settings
    return settings.utc(settings.dates.collecting_until)


async def _able(turn: Turn) -> list[Juror]:
    loads = await jurors.loads(turn.tx)
    met = await jurors.met_map(turn.tx)
    conflicts = await jurors.conflict_map(turn.tx)
    reachable = {person.code for person in await people.with_role(turn.tx, "juror") if person.reachable}
    return [
        Juror(
            juror.code,
            frozenset(juror.regions),
            frozenset(juror.channels),
            juror.capacity,
            loads.get(juror.code, 0),
            met.get(juror.code, frozenset()),
            conflicts.get(juror.code, frozenset()),
        )
        for juror in await jurors.active(turn.tx)
        if juror.code in reachable
    ]


async def _offer(turn: Turn, one: Chosen, scenarios: str, reader: Person) -> None:
    settings = turn.house.rules.settings
    opens = max(turn.at, settings.utc(settings.dates.collecting_from))
    due = min(opens + timedelta(days=settings.work_days.days), _close(turn))
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
        answer_by=min(turn.at + timedelta(hours=settings.offers.hours), due),
        opens_at=opens,
        due_at=due,
        by=turn.person.code,
        at=turn.at,
    )
    await offer(turn, number, reader)


def _lacks(entrant: Entrant, column: str) -> bool:
    return getattr(entrant, column) in ("", None)


def _unreachable(turn: Turn, contacts: Contacts) -> list[str]:
    named = turn.house.rules.channel_name
    return [
        turn.say("plan-unreachable", channel=named(channel), count=n)
        for channel, n in contacts.unreachable.items()
    ]


def _unfilled(turn: Turn, unfilled: Iterable[tuple[Slot, Mistake]]) -> list[str]:
    """The reasons, each with how many contacts it leaves empty."""
    reasons = Counter(turn.plain(_named(turn, reason)) for _, reason in unfilled)
    if not reasons:
        return []
    told = [turn.say("plan-reason", count=count, reason=reason) for reason, count in reasons.most_common()]
    return ["", turn.say("plan-unfilled", count=reasons.total()), *first(turn, told)]


def _named(turn: Turn, reason: Mistake) -> Mistake:
    """The reason with names that people read in place of ids."""
    facts = dict(reason.facts)
    if "channel" in facts:
        facts["channel"] = turn.house.rules.channel_name(str(facts["channel"]))
    if "region" in facts:
        facts["region"] = region_name(turn, str(facts["region"]))
    return replace(reason, facts=facts)


def _loads(turn: Turn, made: Plan, able: Iterable[Juror]) -> list[str]:
    given = Counter(one.juror for one in made.proposed)
    head = [turn.say(f"plan-column-{name}") for name in ("juror", "now", "new", "most")]
    rows = [[one.code, str(one.load), f"+{given[one.code]}", str(one.capacity)] for one in able]
    return ["", turn.say("plan-loads"), *monospace(columns([head, *rows]))]
