"""The rules of a plan, checked from its outcome alone: nothing here is taken from the planner but the shapes of its values."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from contest.planning.demand import Juror, Plan, Slot, Standing
from contest.planning.rules import Rules
from contest.planning.travel import distances


def broken(
    plan: Plan,
    slots: Sequence[Slot],
    jurors: Sequence[Juror],
    *,
    standing: Sequence[Standing] = (),
    rules: Rules | None = None,
    days: int | None = None,
) -> list[str]:
    """Each broken rule in words; nothing when the plan keeps them all."""
    rules = rules or Rules()
    return [
        *_complete(plan, slots),
        *_fits(plan, jurors),
        *_rotation(plan, slots, standing, rules),
        *_dates(plan, standing, rules, days),
    ]


def _complete(plan: Plan, slots: Iterable[Slot]) -> Iterator[str]:
    asked = Counter(slot.key for slot in slots)
    answered = Counter(one.slot.key for one in plan.proposed if not one.slot.double)
    answered.update(slot.key for slot, _ in plan.unfilled)
    if asked != answered:
        yield f"not every slot is answered once: {asked - answered} {answered - asked}"
    for key, times in Counter(one.slot.key for one in plan.proposed).items():
        if times > 1:
            yield f"{key}: given {times} times"


def _fits(plan: Plan, jurors: Iterable[Juror]) -> Iterator[str]:
    known = {juror.code: juror for juror in jurors}
    for one in plan.proposed:
        slot, juror = one.slot, known[one.juror]
        where = f"{slot.key} {juror.code}"
        if slot.channel not in juror.channels:
            yield f"{where}: another channel"
        if not slot.skills <= juror.skills:
            yield f"{where}: without the skill"
        if slot.entrant in juror.conflicts:
            yield f"{where}: a conflict"
        if slot.visible and slot.entrant in juror.seen:
            yield f"{where}: visible in the last round"
        if slot.on_site and slot.region not in juror.regions:
            yield f"{where}: outside the regions"
        if slot.on_site and juror.reach is not None:
            way = float(distances([slot.place], [juror.home])[0, 0])
            if way > juror.reach:
                yield f"{where}: {way:.0f} km"
    for code, new in Counter(one.juror for one in plan.proposed).items():
        if known[code].load + new > known[code].capacity:
            yield f"{code}: {known[code].load + new} of {known[code].capacity}"


def _rotation(plan: Plan, slots: Iterable[Slot], standing: Sequence[Standing], rules: Rules) -> Iterator[str]:
    seen, all_of = Counter[tuple[int, str]](), Counter[tuple[int, str]]()
    wanted = Counter(slot.entrant for slot in slots)
    wanted.update(one.entrant for one in standing if not one.double)
    touched = {(one.slot.entrant, one.juror) for one in plan.proposed}
    for entrant, juror, visible in [
        *((one.slot.entrant, one.juror, one.slot.visible) for one in plan.proposed),
        *((one.entrant, one.juror, one.visible) for one in standing),
    ]:
        seen[entrant, juror] += visible
        all_of[entrant, juror] += 1
    for entrant, juror in sorted(touched):
        if seen[entrant, juror] > rules.visible_contacts:
            yield f"{juror}: visible {seen[entrant, juror]} times at {entrant}"
        if all_of[entrant, juror] > rules.contacts:
            yield f"{juror}: {all_of[entrant, juror]} contacts at {entrant}"
    empty = {slot.entrant for slot, _ in plan.unfilled}
    who: defaultdict[int, set[str]] = defaultdict(set)
    for entrant, juror in all_of:
        who[entrant].add(juror)
    for entrant in sorted({entrant for entrant, _ in touched} - empty):
        if wanted[entrant] >= rules.jurors > len(who[entrant]):
            yield f"{entrant}: rests on {len(who[entrant])}"


def _dates(plan: Plan, standing: Iterable[Standing], rules: Rules, days: int | None) -> Iterator[str]:
    if days is None:
        return
    crowded = set(plan.quality.crowded)
    visible: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    small: dict[int, bool] = {}
    for one in plan.proposed:
        if one.days is None or not 1 <= one.days[0] <= one.days[1] <= days:
            yield f"{one.slot.key}: days {one.days}"
        elif one.slot.visible:
            visible[one.slot.entrant].append(one.days)
            people = one.slot.population
            small[one.slot.entrant] = people is not None and people < rules.small_population
    for stood in standing:
        if stood.visible and stood.days is not None and stood.entrant in visible:
            visible[stood.entrant].append(stood.days)
    for entrant, when in visible.items():
        least = rules.gap_days * (2 if small[entrant] else 1)
        when.sort()
        close = any(after[0] - before[1] - 1 < least for before, after in pairwise(when))
        if rules.gap_days and close and entrant not in crowded:
            yield f"{entrant}: visible contacts closer than {least} days, and the plan does not say so"
