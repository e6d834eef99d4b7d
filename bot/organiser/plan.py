"""Who audits whom: a plan is drafted in the worker, proposed and shown, with what it leaves empty and why, and how good it is.

/przydzial      everything that nobody has; what fell out comes back by itself
second round    the further contacts that tell most about awards in doubt, as a plan of its own
counted anew    after changes by hand: what was shown stays, the changes are obeyed, what is open is filled
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot import workshop
from bot.drafting import Demand, draft
from bot.house import Asked, House, Turn
from bot.messages import Button, Edit, Rows, Send, freeze
from bot.organiser import judged, offering
from bot.organiser.demand import Contacts, World, look, second_round
from bot.organiser.offering import Body, Chosen, Round, in_time
from bot.organiser.plan_quality import quality, shortages
from bot.organiser.proposing import propose, thawed, use
from bot.organiser.regions import region_name
from bot.organiser.showing import columns, first, monospace, show
from contest.assignment import Aim, State
from contest.mistakes import Mistake
from contest.planning.demand import Juror, Plan, Proposed, Slot
from storage import assignments, entrants, outbox, plans, proposals, recusals
from storage.database import Writing

_LARGE = 800
"""Contacts from which a plan takes seconds, so that people read that it is being made."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A plan that was made before the transaction that shows it; None where there was nothing to plan, or nobody to do it."""

    round: Round
    world: World
    slots: tuple[Slot, ...]
    made: Plan | None
    further: int = 0
    """Contacts that a second round would add."""
    told: int | None = None
    """The message that says that the plan is being made."""


async def prepare(house: House, asked: Asked) -> Draft:
    """The plan for everything that is open now. What changes meanwhile is met when it is applied."""
    db = house.db.reading
    hidden = await recusals.hidden_from(db, asked.person.code)
    world = await look(house, db, hidden=hidden)
    further: tuple[Slot, ...] = ()
    if world.days > 0 and (await assignments.by_state(db)).get(State.APPROVED):
        found = (await judged.prepare(house)).both.further
        further = await second_round(house, db, found, hidden=hidden)
    drafted = await _draft(house, asked, world, world.contacts.slots, "plan")
    return replace(drafted, further=len(further))


async def prepare_further(house: House, asked: Asked) -> Draft:
    """The plan for the second round. Nobody goes where they have been: it is another view that tells."""
    db = house.db.reading
    hidden = await recusals.hidden_from(db, asked.person.code)
    world = await look(house, db, hidden=hidden)
    proposed = (await judged.prepare(house)).both.further
    met = {one.entrant: frozenset(one.met) for one in proposed}
    able = tuple(
        replace(juror, barred=frozenset(entrant for entrant, who in met.items() if juror.code in who))
        for juror in world.able
    )
    slots = await second_round(house, db, proposed, hidden=hidden)
    return await _draft(house, asked, replace(world, able=able), slots, "further")


async def prepare_anew(house: House, asked: Asked) -> Draft | None:
    """The plan that was shown under a nonce, after changes by hand; None when it is used or gone."""
    shown = await proposals.show(house.db.reading, asked.said, by=asked.person.code)
    if shown is None or shown[0] != "plan":
        return None
    body = thawed(offering.Body, shown[1])
    if body.round == "further":
        return await prepare_further(house, asked)
    world = await look(
        house, house.db.reading, hidden=await recusals.hidden_from(house.db.reading, asked.person.code)
    )
    return await _draft(house, asked, world, world.contacts.slots, "plan", before=body)


async def _draft(
    house: House,
    asked: Asked,
    world: World,
    slots: tuple[Slot, ...],
    round_: Round,
    *,
    before: Body | None = None,
) -> Draft:
    if not slots or not world.able or world.days < 1:
        return Draft(round_, world, slots, None)
    stories: dict[str, tuple[str, ...]] = {}
    for item in house.rules.current_scenarios.items:
        stories[item.channel] = (*stories.get(item.channel, ()), item.id)
    rules = world.rules if round_ == "plan" else world.rules.model_copy(update={"doubles": 0})
    seed = before.seed if before else house.dice.randrange(1_000_000)
    kept = _kept(before, world, slots) if before else ()
    demand = Demand(slots, world.able, world.standing, stories, rules, world.days, seed, kept)
    told = await _under_way(house, asked, len(slots), len(world.able)) if len(slots) >= _LARGE else None
    return Draft(round_, world, slots, await workshop.run(draft, demand), told=told)


def _kept(before: Body, world: World, slots: Iterable[Slot]) -> tuple[Proposed, ...]:
    """What was shown, in the days of now."""
    open_now = {slot.key: slot for slot in slots}
    later = (world.first - before.first).days
    return tuple(
        Proposed(
            open_now[one.key],
            one.juror,
            one.scenario,
            (one.days[0] - later, one.days[1] - later) if one.days and one.days[0] > later else None,
        )
        for one in before.chosen
        if one.key in open_now
    )


async def _under_way(house: House, asked: Asked, slots: int, jurors: int) -> int | None:
    """A large plan takes a while: say so once, also when the update is answered again after a crash."""
    text = house.say(asked.person)("plan-under-way", slots=slots, jurors=jurors)
    key, now = f"{asked.key}:drafting", house.clock.now()

    async def act(tx: Writing) -> int | None:
        body = freeze(Send(text=text, silent=True))
        made = await outbox.promise(tx, asked.person.code, key, body, not_before=now, at=now)
        if made is None and (row := await outbox.find_key(tx, key)) is not None:
            return row.id
        return made

    return await house.db.transact(act)


async def propose_plan(turn: Turn, _: str) -> None:
    """/przydzial: what could be offered to whom, what could not and why, and what each juror would carry."""
    await in_time(turn)
    made = turn.prepared
    assert isinstance(made, Draft), "what `prepare` returned"
    await _over(turn, made)
    if not made.slots:
        empty = "plan-nothing-open" if made.round == "plan" else "plan-nothing-further"
        await show(turn, [turn.say(empty), *_around(turn, made)], _rows(turn, made))
    elif made.made is None:
        await show(turn, [turn.say("plan-no-jurors"), *_left_out(turn, made.world)])
    else:
        await _show(turn, made, made.made)


async def propose_further(turn: Turn, _: list[str]) -> None:
    """A tap on the second round: the same, for further contacts where an award is in doubt."""
    await propose_plan(turn, "")


async def propose_anew(turn: Turn, parts: list[str]) -> None:
    """A tap after changes by hand: the plan with them, in place of the one that was shown."""
    if turn.prepared is None:
        raise offering.gone()
    await use(turn, parts[0])
    await propose_plan(turn, "")


async def _over(turn: Turn, made: Draft) -> None:
    if made.told is not None:
        await turn.tell(Edit(of=made.told, text=turn.say("plan-drafted")))


async def _show(turn: Turn, drafted: Draft, made: Plan) -> None:
    chosen = await _chosen(turn, drafted, made)
    lines = [
        turn.say(
            "plan-head" if drafted.round == "plan" else "further-head",
            count=len(chosen),
            of=len(drafted.slots) + made.quality.doubles,
            seed=str(made.seed),
        ),
        *_around(turn, drafted),
        *_by_hand(turn, chosen),
        *_unfilled(turn, made.unfilled),
        *shortages(turn, made),
    ]
    if not chosen:
        await show(turn, lines, _rows(turn, drafted))
        return
    names = {entrant.id: entrant.name for entrant in await entrants.everything(turn.tx)}
    lines += [*quality(turn, made, names), *_loads(turn, chosen, drafted.world.able)]
    body = Body(
        made.seed, turn.house.rules.current_scenarios.name, tuple(chosen), drafted.world.first, drafted.round
    )
    lines += offering.waves_told(turn, body)
    yes, no = turn.say("button-approve-plan", count=len(chosen)), turn.say("button-reject")

    def more(nonce: str) -> Rows:
        by_hand = Button(label=turn.say("button-by-hand"), data=f"lh:{nonce}")
        return ((by_hand,), *_rows(turn, drafted))

    await propose(turn, "plan", body, lines=lines, yes=yes, no=no, more=more)


async def _chosen(turn: Turn, drafted: Draft, made: Plan) -> list[Chosen]:
    """The contacts of the plan, with what each is for."""
    pinned = {one.key for one in await plans.wishes(turn.tx) if one.juror is not None}

    def aim(slot: Slot) -> Aim:
        return "double" if slot.double else "further" if drafted.round == "further" else "planned"

    return [
        Chosen(
            one.slot.entrant,
            one.slot.channel,
            one.slot.number,
            one.juror,
            one.scenario,
            one.days,
            aim(one.slot),
            pinned=one.slot.key in pinned,
        )
        for one in made.proposed
    ]


def _around(turn: Turn, made: Draft) -> list[str]:
    """What stands beside the plan: who and what is left out, what came back, what waits for its wave."""
    contacts, lines = made.world.contacts, _left_out(turn, made.world)
    if made.round == "plan":
        lines += _unreachable(turn, contacts)
        if contacts.left_out:
            lines.append(turn.say("plan-contacts-left-out", count=contacts.left_out))
        if contacts.fallen:
            lines.append(turn.say("plan-fallen", count=contacts.fallen))
    if made.world.waiting:
        lines.append(turn.say("plan-waiting", count=len(made.world.waiting)))
    if made.further:
        lines.append(turn.say("plan-further", count=made.further))
    return lines


def _rows(turn: Turn, made: Draft) -> Rows:
    """Buttons below a plan, besides the two that decide about it."""
    rows: list[tuple[Button, ...]] = []
    if made.further:
        rows.append((Button(label=turn.say("button-further", count=made.further), data="l2"),))
    under_way = dict.fromkeys(one.plan for one in made.world.waiting)
    rows += [(Button(label=turn.say("button-stop-waves"), data=f"ls:{plan}"),) for plan in under_way]
    return tuple(rows)


def _left_out(turn: Turn, world: World) -> list[str]:
    lines = []
    if world.untrained:
        codes = ", ".join(sorted(world.untrained))
        lines.append(turn.say("plan-untrained", count=len(world.untrained), codes=codes))
    if world.benched:
        codes = ", ".join(sorted(world.benched))
        lines.append(turn.say("plan-benched", count=len(world.benched), codes=codes))
    return lines


def _unreachable(turn: Turn, contacts: Contacts) -> list[str]:
    named = turn.house.rules.channel_name
    return [
        turn.say("plan-unreachable", channel=named(channel), count=n)
        for channel, n in contacts.unreachable.items()
    ]


def _by_hand(turn: Turn, chosen: Iterable[Chosen]) -> list[str]:
    """That the changes by hand are in it."""
    count = sum(one.pinned for one in chosen)
    return [turn.say("plan-by-hand", count=count)] if count else []


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


def _loads(turn: Turn, chosen: Sequence[Chosen], able: Iterable[Juror]) -> list[str]:
    given = Counter(one.juror for one in chosen)
    head = [turn.say(f"plan-column-{name}") for name in ("juror", "now", "new", "most")]
    rows = [[one.code, str(one.told), f"+{given[one.code]}", str(one.capacity)] for one in able]
    return ["", turn.say("plan-loads"), *monospace(columns([head, *rows]))]
