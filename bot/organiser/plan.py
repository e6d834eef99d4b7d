"""Who audits whom: a plan is drafted in the worker, proposed and shown, with what it leaves empty and why, and how good it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot import workshop
from bot.drafting import Demand, draft
from bot.house import Asked, House, Turn
from bot.juror import training
from bot.organiser.offering import Body, Chosen, freeze_plan, in_time
from bot.organiser.people import region_name, regions
from bot.organiser.plan_quality import quality, shortages
from bot.organiser.showing import columns, first, monospace, propose, show
from contest.assignment import LIVE, RUNNING, State
from contest.entrants import Entrant
from contest.headings import fold
from contest.mistakes import Mistake
from contest.planning.demand import Juror, Plan, Slot, Standing, open_slots
from storage import assignments, entrants, jurors, people
from storage.assignments import Assignment
from storage.database import Reading


@dataclass(frozen=True, slots=True)
class Contacts:
    """What is still to be planned; `unreachable`: by channel, entrants without what the channel needs."""

    slots: tuple[Slot, ...]
    unreachable: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Draft:
    """A plan that was made before the transaction that shows it; None where there was nothing to plan, or nobody to do it."""

    contacts: Contacts
    able: tuple[Juror, ...]
    untrained: frozenset[str]
    made: Plan | None
    first: date
    """The day that the plan counts as 1."""


async def open_contacts(house: House, db: Reading) -> Contacts:
    """Every contact that should take place and that nobody has."""
    rules = house.rules
    known = await entrants.everything(db)
    taken = {
        (one.entrant, one.channel, one.number): one.scenario for one in await assignments.in_state(db, LIVE)
    }
    names = {fold(name): region for region, name in regions(house)}
    slots = open_slots(rules.settings, known, scenarios=rules.current_scenarios, live=taken)
    lacking = {
        channel.id: count
        for channel in rules.settings.channels
        if channel.needs and (count := sum(_lacks(entrant, channel.needs) for entrant in known))
    }
    return Contacts(
        tuple(replace(slot, region=names.get(fold(slot.region), slot.region)) for slot in slots), lacking
    )


async def prepare(house: House, _: Asked) -> Draft:
    """The plan for everything that is open now, made by the worker. What changes meanwhile is met when it is applied."""
    db, settings = house.db.reading, house.rules.settings
    contacts, untrained = await open_contacts(house, db), await _untrained(house, db)
    able = tuple(juror for juror in await able_jurors(db) if juror.code not in untrained)
    begins = max(house.clock.now(), settings.utc(settings.dates.collecting_from))
    day = house.local(begins).date()
    days = (settings.dates.collecting_until.date() - day).days + 1
    if not contacts.slots or not able or days < 1:
        return Draft(contacts, able, untrained, None, day)
    stories: dict[str, tuple[str, ...]] = {}
    for item in house.rules.current_scenarios.items:
        stories[item.channel] = (*stories.get(item.channel, ()), item.id)
    demand = Demand(
        contacts.slots,
        able,
        tuple(_stands(house, one, day) for one in await assignments.in_state(db, LIVE)),
        stories,
        settings.planning,
        days,
        house.dice.randrange(1_000_000),
    )
    return Draft(contacts, able, untrained, await workshop.run(draft, demand), day)


def _stands(house: House, one: Assignment, day: date) -> Standing:
    channel = house.rules.settings.channel(one.channel)
    return Standing(
        one.entrant,
        one.channel,
        one.juror,
        visible=channel is None or channel.visible,
        days=_days(house, one, day),
        double=channel is not None and one.number > channel.contacts,
    )


def _days(house: House, one: Assignment, day: date) -> tuple[int, int]:
    """When the contact may take place, in days of the plan; when it was submitted, if it was."""

    def number(at: datetime) -> int:
        return (house.local(at).date() - day).days + 1

    if one.state is State.OFFERED or one.state in RUNNING:
        return number(one.opens_at), number(one.due_at)
    return number(one.changed_at), number(one.changed_at)


async def propose_plan(turn: Turn, _: str) -> None:
    """/przydzial: what could be offered to whom, what could not and why, and what each juror would carry."""
    await in_time(turn)
    made = turn.prepared
    assert isinstance(made, Draft), "what `prepare` returned"
    if not made.contacts.slots:
        await show(turn, [turn.say("plan-nothing-open"), *_unreachable(turn, made.contacts)])
    elif made.made is None:
        await show(turn, [turn.say("plan-no-jurors"), *_waiting(turn, made.untrained)])
    else:
        await _show(turn, made, made.made)


async def _show(turn: Turn, drafted: Draft, made: Plan) -> None:
    lines = [
        turn.say(
            "plan-head",
            count=len(made.proposed),
            of=len(drafted.contacts.slots) + made.quality.doubles,
            seed=str(made.seed),
        )
    ]
    lines += [
        *_waiting(turn, drafted.untrained),
        *_unreachable(turn, drafted.contacts),
        *_unfilled(turn, made.unfilled),
        *shortages(turn, made),
    ]
    if not made.proposed:
        await show(turn, lines)
        return
    names = {entrant.id: entrant.name for entrant in await entrants.everything(turn.tx)}
    lines += [*quality(turn, made, names), *_loads(turn, made, drafted.able)]
    body = Body(
        made.seed,
        turn.house.rules.current_scenarios.name,
        tuple(
            Chosen(one.slot.entrant, one.slot.channel, one.slot.number, one.juror, one.scenario, one.days)
            for one in made.proposed
        ),
        drafted.first,
    )
    yes, no = turn.say("button-approve-plan", count=len(body.chosen)), turn.say("button-reject")
    await propose(turn, "plan", freeze_plan(body), lines=lines, yes=yes, no=no)


async def able_jurors(db: Reading) -> tuple[Juror, ...]:
    """Every juror who could be offered something now, with what the planner may know of them."""
    loads = await jurors.loads(db)
    met = await jurors.met_map(db)
    conflicts = await jurors.conflict_map(db)
    reachable = {person.code for person in await people.with_role(db, "juror") if person.reachable}
    return tuple(
        Juror(
            juror.code,
            frozenset(juror.regions),
            frozenset(juror.channels),
            juror.capacity,
            loads.get(juror.code, 0),
            met.get(juror.code, frozenset()),
            conflicts.get(juror.code, frozenset()),
        )
        for juror in await jurors.active(db)
        if juror.code in reachable
    )


async def _untrained(house: House, db: Reading) -> frozenset[str]:
    """Jurors who are left out until they have finished the training."""
    if not house.rules.settings.training.required:
        return frozenset()
    return await training.unfinished(db, house)


def _waiting(turn: Turn, untrained: Collection[str]) -> list[str]:
    if not untrained:
        return []
    return [turn.say("plan-untrained", count=len(untrained), codes=", ".join(sorted(untrained)))]


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
