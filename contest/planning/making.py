"""A plan is made: candidates and prices, then exchanges, then second looks, cover stories, days, and what it is like."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from random import Random

import numpy as np

from contest.mistakes import Mistake, mistake
from contest.planning.able import Field, number
from contest.planning.dates import spread
from contest.planning.demand import Juror, Key, Plan, Proposed, Shortage, Slot, Standing
from contest.planning.exchange import Hands, fill, shortages
from contest.planning.flow import cheapest
from contest.planning.quality import measure
from contest.planning.rules import Rules
from contest.planning.stories import cast, suiting


def make_plan(
    slots: Iterable[Slot],
    jurors: Iterable[Juror],
    *,
    seed: int,
    scenarios: Mapping[str, Sequence[str]] | None = None,
    standing: Iterable[Standing] = (),
    rules: Rules | None = None,
    days: int | None = None,
    kept: Iterable[Proposed] = (),
) -> Plan:
    """Propose a juror, a scenario and days for as many slots as the hard rules allow.

    The order of the input does not matter. `scenarios` of each channel, None: none are told. `days`: how many there are for
    the contacts. `kept`: an earlier plan; what of it still fits stays as it was, so that little changes.
    """
    rules = rules or Rules()
    wanted = sorted(slots, key=lambda slot: slot.key)
    told = [slot for slot in wanted if scenarios is None or suiting(slot, scenarios)]
    stands = tuple(standing)
    before = {one.slot.key: one for one in kept}
    extra = _doubles(told, stands, rules, Random(f"{seed}:doubles"))  # noqa: S311 -- as below
    field = number([*told, *extra], sorted(jurors, key=lambda juror: juror.code), stands, rules)
    hands = _assign(field, len(told), _kept(field, before), seed)
    given = [(field.slots[row], field.jurors[hands.given[row]].code) for row in sorted(hands.given)]
    given.sort(key=lambda one: one[0].key)
    dice = Random(seed)  # noqa: S311 -- fair dice whose seed is printed; no secret hangs on them
    stories = cast([slot for slot, _ in given], scenarios, dice) if scenarios is not None else {}
    when = _when(given, stands, days, rules, before, dice)
    proposed = tuple(
        Proposed(slot, juror, stories.get(slot.key, ""), when.get(slot.key)) for slot, juror in given
    )
    empty = [row for row in range(len(told)) if row not in hands.given]
    short = shortages(hands, empty)
    return Plan(
        seed,
        proposed,
        _unfilled(wanted, field, empty, short),
        short,
        measure(field, proposed, stands),
    )


def _assign(field: Field, many: int, kept: Mapping[int, int], seed: int) -> Hands:
    """The first `many` slots as well as can be, then the doubles as far as there is room."""
    # A seed may be any whole number; the bit generator and its floats are the same on every machine.
    dice = np.random.Generator(np.random.PCG64(np.random.SeedSequence([seed < 0, abs(seed)])))
    first = Field(
        field.slots[:many],
        field.jurors,
        field.rules,
        field.may[:many],
        field.km[:many],
        field.room,
        field.here,
        field.standing,
    )
    hands = Hands(field, cheapest(first, dice, kept))
    fill(hands, range(many))
    for row in range(many, len(field.slots)):
        _second_look(hands, row, dice)
    return hands


def _second_look(hands: Hands, row: int, dice: np.random.Generator) -> None:
    """The least loaded juror who is not the one of the first look and has room for it; nobody's contact is moved for it."""
    field, slot = hands.field, hands.field.slots[row]
    lots = dice.random(len(field.jurors))
    free = [
        juror
        for juror in np.flatnonzero(field.may[row]).tolist()
        if hands.room(juror) > 0
        and not hands.at.get((juror, slot.entrant))
        and (juror, slot.entrant) not in field.standing
    ]
    if free:
        share = {
            juror: (field.jurors[juror].load + len(hands.held[juror])) / field.jurors[juror].capacity
            for juror in free
        }
        hands.give(row, min(free, key=lambda juror: (share[juror], lots[juror])))


def _doubles(told: Sequence[Slot], standing: Sequence[Standing], rules: Rules, dice: Random) -> list[Slot]:
    """Second looks at a share of the contacts that take no way, none that a small body would notice; by lot."""
    if not rules.doubles:
        return []
    cells = [
        slot
        for slot in told
        if not slot.on_site
        and not (slot.visible and slot.population is not None and slot.population < rules.small_population)
    ]
    had = sum(one.double for one in standing)
    share = round((len(cells) + sum(not one.double for one in standing)) * rules.doubles / 100) - had
    numbers: defaultdict[tuple[int, str], int] = defaultdict(int)
    for slot in told:
        numbers[slot.entrant, slot.channel] = max(numbers[slot.entrant, slot.channel], slot.number)
    for one in standing:
        numbers[one.entrant, one.channel] = max(numbers[one.entrant, one.channel], one.number)
    chosen = dice.sample(cells, max(0, min(share, len(cells))))
    found = []
    for slot in sorted(chosen, key=lambda slot: slot.key):
        numbers[slot.entrant, slot.channel] += 1
        again = numbers[slot.entrant, slot.channel]
        found.append(replace(slot, number=again, double=True, only=None))
    return found


def _kept(field: Field, before: Mapping[Key, Proposed]) -> dict[int, int]:
    """By number: the slots whose juror of the earlier plan may still take them."""
    columns = {juror.code: column for column, juror in enumerate(field.jurors)}
    found = {}
    for row, slot in enumerate(field.slots):
        column = columns.get(before[slot.key].juror) if slot.key in before else None
        if column is not None and field.may[row, column]:
            found[row] = column
    return found


def _when(
    given: Sequence[tuple[Slot, str]],
    standing: Sequence[Standing],
    days: int | None,
    rules: Rules,
    before: Mapping[Key, Proposed],
    dice: Random,
) -> Mapping[Key, tuple[int, int]]:
    """Days for the contacts; those whose juror is that of the earlier plan keep theirs."""
    if days is None:
        return {}
    same = {
        slot.key: before[slot.key]
        for slot, juror in given
        if slot.key in before and before[slot.key].juror == juror
    }
    kept = {key: one.days for key, one in same.items() if one.days is not None and one.days[1] <= days}
    return spread(given, standing, days, rules=rules, kept=kept, dice=dice)


def _unfilled(
    wanted: Sequence[Slot], field: Field, empty: Iterable[int], short: Sequence[Shortage]
) -> tuple[tuple[Slot, Mistake], ...]:
    reasons = {field.slots[row].key: field.why(row) for row in empty}
    for slot in (slot for one in short if not one.limited for slot in one.slots if slot.key in reasons):
        if reasons[slot.key].code == "no-juror-free":  # no higher limit would help
            reasons[slot.key] = replace(reasons[slot.key], code="no-juror-rotation")
    told = {slot.key for slot in field.slots}
    return tuple(
        (slot, mistake("no-scenario", channel=slot.channel) if slot.key not in told else reasons[slot.key])
        for slot in wanted
        if slot.key not in told or slot.key in reasons
    )
