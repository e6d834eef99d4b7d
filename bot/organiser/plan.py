"""Who audits whom: a plan is proposed and shown, with what it leaves empty and why, and what each juror would carry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from bot.house import Turn
from bot.juror import training
from bot.organiser.offering import Body, Chosen, freeze_plan, in_time
from bot.organiser.people import region_name, regions
from bot.organiser.showing import columns, first, monospace, propose, show
from contest.assignment import LIVE, Juror, Plan, Slot, open_slots
from contest.assignment import plan as make_plan
from contest.entrants import Entrant, fold
from contest.mistakes import Mistake
from storage import assignments, entrants, jurors, people


@dataclass(frozen=True, slots=True)
class Contacts:
    """What is still to be planned; `unreachable`: by channel, entrants without what the channel needs."""

    slots: tuple[Slot, ...]
    unreachable: Mapping[str, int]


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
    await in_time(turn)
    contacts = await open_contacts(turn)
    if not contacts.slots:
        await show(turn, [turn.say("plan-nothing-open"), *_unreachable(turn, contacts)])
        return
    untrained = await _untrained(turn)
    able = [juror for juror in await _able(turn) if juror.code not in untrained]
    if not able:
        await show(turn, [turn.say("plan-no-jurors"), *_waiting(turn, untrained)])
        return
    stories: dict[str, list[str]] = {}
    for item in turn.house.rules.current_scenarios.items:
        stories.setdefault(item.channel, []).append(item.id)
    made = make_plan(contacts.slots, able, scenarios=stories, seed=turn.house.dice.randrange(1_000_000))
    lines = [turn.say("plan-head", count=len(made.proposed), of=len(contacts.slots), seed=str(made.seed))]
    lines += [
        *_waiting(turn, untrained),
        *_unreachable(turn, contacts),
        *_unfilled(turn, made.unfilled),
        *_loads(turn, made, able),
    ]
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
    await propose(turn, "plan", freeze_plan(body), lines=lines, yes=yes, no=no)


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


async def _untrained(turn: Turn) -> frozenset[str]:
    """Jurors who are left out until they have finished the training."""
    if not turn.house.rules.settings.training.required:
        return frozenset()
    return await training.unfinished(turn.tx, turn.house)


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
