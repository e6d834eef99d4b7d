"""Plans of assignments: told as stories, and as rules that no plan of any contest breaks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.odd_plans import KINDS, tried
from benchmarks.plan_rules import broken
from benchmarks.planning import demand, greedy, way
from bot.phrases import Phrases
from contest.entrants import Entrant
from contest.mistakes import Mistake, mistake, tell
from contest.planning.able import number
from contest.planning.demand import Juror, Place, Plan, Proposed, Slot, Standing, open_slots
from contest.planning.door import chances, near
from contest.planning.making import make_plan
from contest.planning.quality import components, efficiency
from contest.planning.rules import Rules
from contest.planning.travel import distances
from contest.scenarios import Scenarios
from tests.contest.an_edition import settings as an_edition

STORIES = {"telefon": ("t1", "t2", "t3"), "wizyta": ("w1", "w2"), "www": ("s1",)}
NOWHERE = Place()
FREE = Rules(visible_contacts=50, contacts=50, jurors=1)
"""No rotation: what a small office may set."""


def slot(entrant: int, channel: str = "telefon", number: int = 1, region: str = "małopolskie") -> Slot:
    return Slot(
        entrant, channel, number, region=region, on_site=channel == "wizyta", visible=channel != "www"
    )


def juror(
    code: str,
    *,
    channels: Sequence[str] = ("telefon", "wizyta"),
    regions: Sequence[str] = ("małopolskie",),
    capacity: int = 5,
    load: int = 0,
    met: Sequence[int] = (),
    conflicts: Sequence[int] = (),
    seen: Sequence[int] = (),
    home: Place = NOWHERE,
    reach: float | None = None,
) -> Juror:
    return Juror(
        code,
        frozenset(regions),
        frozenset(channels),
        capacity,
        load=load,
        met=frozenset(met),
        conflicts=frozenset(conflicts),
        seen=frozenset(seen),
        home=home,
        reach=reach,
    )


def who(made: Plan) -> dict[tuple[int, str, int], str]:
    return {one.slot.key: one.juror for one in made.proposed}


# What is to be planned


def test_each_contact_of_each_reachable_channel_is_open_until_it_is_live() -> None:
    office = Entrant(1, "Gmina", "gmina", voivodeship="śląskie", phone="32 1")
    mute = Entrant(2, "Muzeum", "muzeum")
    stories = Scenarios.model_validate(
        {
            "id": "lider",
            "version": 1,
            "scenarios": [
                scenario("t1", "telefon"),
                scenario("t2", "telefon", "muzeum"),
                scenario("m1", "mail"),
                scenario("w1", "wizyta"),
            ],
        }
    )

    opened = open_slots(an_edition(), [office, mute], scenarios=stories, live={(1, "telefon", 1): "t1"})

    played, home = frozenset({"t1"}), Place("śląskie")
    assert opened == (
        Slot(1, "wizyta", 1, "śląskie", on_site=True, scenarios=("w1",), played=played, place=home),
        Slot(1, "telefon", 2, "śląskie", scenarios=("t1",), played=played, place=home),
        Slot(1, "mail", 1, "śląskie", scenarios=("m1",), played=played, place=home),
        Slot(2, "mail", 1, scenarios=("m1",)),
    )


def scenario(name: str, channel: str, *kinds: str) -> dict[str, object]:
    texts = dict.fromkeys(("title", "story", "question", "key"), "x")
    return {"id": name, "channel": channel, "kinds": kinds, **texts}


# Plans, told as stories


def test_jurors_exchange_contacts_rather_than_leave_a_slot_empty() -> None:
    # Slot 3 can only be A's or B's, and greed may fill both with 1 and 2, which C could take as well.
    a, b, c = juror("A", capacity=1), juror("B", capacity=1), juror("C", capacity=1, conflicts=[3, 4])

    for seed in range(20):
        made = make_plan([slot(1), slot(3), slot(4)], [a, b, c], scenarios=STORIES, seed=seed)

        assert made.unfilled == ()
        assert who(made)[1, "telefon", 1] == "C"


def test_a_juror_is_seen_at_an_entrant_once() -> None:
    calls = [slot(1, number=1), slot(1, number=2)]

    made = make_plan(calls, [juror("A")], seed=1)

    assert (len(made.proposed), [reason for _, reason in made.unfilled]) == (
        1,
        [mistake("no-juror-rotation", jurors=1)],
    )


def test_who_was_seen_in_the_last_round_stays_away_and_may_still_look_at_the_website() -> None:
    old = juror("A", channels=["telefon", "www"], seen=[1])

    made = make_plan([slot(1), slot(1, "www")], [old], seed=1)

    assert who(made) == {(1, "www", 1): "A"}
    assert [reason.code for _, reason in made.unfilled] == ["no-juror-unseen"]


def test_a_contact_that_stands_counts_for_rotation() -> None:
    stands = Standing(1, "telefon", "A")

    made = make_plan([slot(1, "wizyta")], [juror("A"), juror("B")], standing=[stands], seed=1)

    assert who(made) == {(1, "wizyta", 1): "B"}


def test_two_contacts_at_an_entrant_have_two_jurors_though_one_could_do_both() -> None:
    both = [juror("A", channels=["telefon", "www"]), juror("B", channels=["www"], capacity=1)]

    made = make_plan([slot(1), slot(1, "www")], both, seed=1)

    assert who(made) == {(1, "telefon", 1): "A", (1, "www", 1): "B"}


def test_an_office_may_do_without_rotation() -> None:
    made = make_plan([slot(1, number=1), slot(1, number=2)], [juror("A")], rules=FREE, seed=1)

    assert sorted(who(made).values()) == ["A", "A"]


def test_a_stranger_to_the_entrant_is_preferred_to_a_less_loaded_acquaintance() -> None:
    known, stranger = juror("A", met=[1]), juror("B", load=4)

    assert who(make_plan([slot(1)], [known, stranger], seed=1)) == {(1, "telefon", 1): "B"}


def test_work_is_shared_in_proportion_to_capacity() -> None:
    jurors = [juror("A", capacity=4), juror("B", capacity=8), juror("C", capacity=12)]

    made = make_plan([slot(entrant) for entrant in range(12)], jurors, seed=1)

    assert Counter(who(made).values()) == {"A": 2, "B": 4, "C": 6}


def test_scenarios_do_not_repeat_at_one_entrant_while_there_are_others() -> None:
    again = Slot(1, "telefon", 3, played=frozenset({"t2"}))

    made = make_plan([slot(1), again], [juror("A"), juror("B")], scenarios=STORIES, seed=1)

    assert {one.scenario for one in made.proposed} == {"t1", "t3"}


def test_only_scenarios_that_suit_the_entrant_are_told() -> None:
    museum = Slot(1, "telefon", 1, scenarios=("t3",))

    made = make_plan([museum], [juror("A")], scenarios=STORIES, seed=1)

    assert made == Plan(1, (Proposed(museum, "A", "t3"),), ())


def test_nobody_is_sent_further_than_they_go() -> None:
    near, far = Place("małopolskie", "krakowski", "Wieliczka"), Place("małopolskie", "tatrzański", "Zakopane")
    visits = [replace(slot(1, "wizyta"), place=near), replace(slot(2, "wizyta"), place=far)]

    made = make_plan(visits, [juror("A", home=near, reach=50.0)], seed=1)

    assert (who(made), [reason.code for _, reason in made.unfilled]) == (
        {(1, "wizyta", 1): "A"},
        ["no-juror-in-reach"],
    )


@pytest.mark.parametrize(
    ("wanted", "jurors", "reason"),
    [
        (slot(1, "www"), [juror("A")], mistake("no-juror-for-channel", channel="www")),
        (slot(1, "czat"), [juror("A", channels=["czat"])], mistake("no-scenario", channel="czat")),
        (
            replace(slot(1), skills=frozenset({"migowy"})),
            [juror("A")],
            mistake("no-juror-skilled", skills="migowy"),
        ),
        (slot(1, "wizyta", 1, "śląskie"), [juror("A")], mistake("no-juror-in-region", region="śląskie")),
        (slot(1, "wizyta", 1, ""), [juror("A")], mistake("no-region")),
        (slot(1), [juror("A", conflicts=[1])], mistake("no-juror-without-conflict", jurors=1)),
        (slot(1), [juror("A", seen=[1])], mistake("no-juror-unseen", jurors=1)),
        (slot(1), [juror("A", load=5), juror("B", load=5)], mistake("no-juror-free", jurors=2)),
    ],
)
def test_an_empty_slot_says_why(wanted: Slot, jurors: list[Juror], reason: Mistake) -> None:
    made = make_plan([wanted], jurors, scenarios=STORIES, seed=1)

    assert made.unfilled == ((wanted, reason),)


@pytest.mark.parametrize("language", ["pl", "en"])
def test_every_reason_has_its_sentence(language: str) -> None:
    say = Phrases().plain(language)

    reasons = [
        mistake("no-scenario", channel="www"),
        mistake("no-juror-for-channel", channel="www"),
        mistake("no-juror-skilled", skills="migowy"),
        mistake("no-juror-in-region", region="śląskie"),
        mistake("no-juror-in-reach"),
        mistake("no-region"),
        *(mistake("no-juror-without-conflict", jurors=jurors) for jurors in (1, 3, 5)),
        *(mistake("no-juror-unseen", jurors=jurors) for jurors in (1, 3, 5)),
        *(mistake("no-juror-free", jurors=jurors) for jurors in (1, 3, 5)),
        *(mistake("no-juror-rotation", jurors=jurors) for jurors in (1, 3, 5)),
    ]

    assert len({tell(say, reason) for reason in reasons}) == len(reasons)


# What is short is proved


def test_a_shortage_names_the_slots_the_jurors_and_what_they_carry() -> None:
    calls = [slot(entrant) for entrant in range(1, 8)]
    free = [juror("C", channels=["wizyta"])]

    made = make_plan([*calls, slot(9, "wizyta")], [juror("A", capacity=3), juror("B", load=3), *free], seed=1)

    [short] = made.shortages
    assert (set(short.slots), short.jurors, short.most, short.missing) == (set(calls), ("A", "B"), 5, 2)
    assert short.limited


def test_rotation_alone_may_be_what_is_short() -> None:
    calls = [slot(1, number=number) for number in (1, 2, 3)]

    [short] = make_plan(calls, [juror("A"), juror("B")], seed=1).shortages

    assert (short.jurors, short.most, short.missing, short.limited) == (("A", "B"), 2, 1, False)


def test_a_juror_without_a_limit_costs_nothing_and_shares_by_it() -> None:
    calls = [slot(entrant) for entrant in range(1, 9)]

    made = make_plan(calls, [juror("A", capacity=10**9), juror("B", capacity=3, load=3)], seed=1)

    assert set(who(made).values()) == {"A"}


# Days


def test_visible_contacts_at_one_entrant_are_a_gap_apart() -> None:
    calls = [slot(1, number=number) for number in range(1, 5)]
    jurors = [juror(code) for code in "ABCD"]

    made = make_plan(calls, jurors, rules=Rules(gap_days=3), days=30, seed=1)

    assert (made.quality.gap_least or 0) >= 3
    assert broken(made, calls, jurors, rules=Rules(gap_days=3), days=30) == []
    assert made.quality.crowded == ()


def test_a_small_body_is_given_twice_the_gap_and_named() -> None:
    calls = [replace(slot(1, number=number), population=1500) for number in (1, 2)]

    made = make_plan(calls, [juror("A"), juror("B")], rules=Rules(gap_days=3), days=30, seed=1)

    assert ((made.quality.gap_least or 0) >= 6, made.quality.small) == (True, (1,))


def test_new_days_keep_away_from_what_stands() -> None:
    stands = Standing(1, "telefon", "A", days=(8, 12))

    made = make_plan(
        [slot(1, "wizyta")], [juror("B")], standing=[stands], rules=Rules(gap_days=2), days=20, seed=1
    )

    [visit] = made.proposed
    assert visit.days is not None
    assert visit.days[1] <= 5 or visit.days[0] >= 15


def test_where_there_is_no_time_for_gaps_the_plan_says_so() -> None:
    calls = [slot(1, number=number) for number in range(1, 5)]

    made = make_plan(calls, [juror(code) for code in "ABCD"], rules=Rules(gap_days=3), days=6, seed=1)

    assert (made.quality.crowded, len(made.proposed)) == ((1,), 4)


# Second looks, and comparison


def test_a_share_of_remote_contacts_gets_a_second_look_by_another_juror() -> None:
    calls = [slot(entrant, "www") for entrant in range(1, 21)]
    jurors = [juror(code, channels=["www"], capacity=15) for code in "AB"]

    made = make_plan(calls, jurors, rules=Rules(doubles=20), seed=1)

    seconds = [one for one in made.proposed if one.slot.double]
    first = who(made)
    assert len(seconds) == made.quality.doubles == 4
    assert all(first[one.slot.entrant, "www", 1] != one.juror for one in seconds)


def test_no_visit_and_no_small_body_is_looked_at_twice() -> None:
    visits = [slot(entrant, "wizyta") for entrant in range(1, 11)]
    small = [replace(slot(entrant), population=900) for entrant in range(11, 21)]

    made = make_plan(
        [*visits, *small], [juror(code, capacity=40) for code in "ABC"], rules=Rules(doubles=50), seed=1
    )

    assert made.quality.doubles == 0


def test_the_efficiency_of_a_balanced_design_is_that_of_the_book() -> None:
    # Seven jurors in seven blocks of three, each pair once (Fano): E = v (k - 1) / (k (v - 1)) = 7/9.
    blocks = [(0, 1, 2), (0, 3, 4), (0, 5, 6), (1, 3, 5), (1, 4, 6), (2, 3, 6), (2, 4, 5)]
    pairs = [(block, f"J{one}") for block, jurors in enumerate(blocks) for one in jurors]

    assert (components(pairs), round(efficiency(pairs) or 0, 9)) == (1, round(7 / 9, 9))


def test_teams_that_never_meet_fall_apart() -> None:
    pairs = [(1, "A"), (1, "B"), (2, "C"), (2, "D")]

    assert (components(pairs), efficiency(pairs)) == (2, 0.0)


def test_distance_is_by_coordinates_else_by_what_two_addresses_share() -> None:
    warsaw, krakow = Place(lat=52.23, lon=21.01), Place(lat=50.06, lon=19.94)
    here = Place("małopolskie", "krakowski", "Skawina")
    places = [
        here,
        Place("Małopolskie", "krakowski", "Wieliczka"),
        Place("małopolskie"),
        Place("śląskie"),
        Place(),
    ]

    assert round(float(distances([warsaw], [krakow])[0, 0])) == 253
    assert distances([here], places).tolist()[0][:4] == [3.0, 19.0, 77.0, 279.0]


# A whole edition


@pytest.fixture(scope="module")
def edition() -> tuple[list[Slot], list[Juror]]:
    return demand(120, 30, seed=5)


def test_an_edition_is_planned_within_the_rules_evenly_and_in_one_piece(
    edition: tuple[list[Slot], list[Juror]],
) -> None:
    slots, jurors = edition
    rules = Rules(gap_days=2, doubles=5)

    made = make_plan(slots, jurors, rules=rules, days=45, seed=3)

    assert broken(made, slots, jurors, rules=rules, days=45) == []
    assert made.quality.components == 1
    assert made.quality.load_spread < 0.03
    assert (made.quality.efficiency or 0) > 0.5


def test_another_seed_sends_other_jurors_to_the_door(edition: tuple[list[Slot], list[Juror]]) -> None:
    slots, jurors = edition
    visits = [
        {one.slot.key: one.juror for one in make_plan(slots, jurors, seed=seed).proposed if one.slot.on_site}
        for seed in (1, 2)
    ]

    same = sum(visits[0][key] == visits[1].get(key) for key in visits[0])
    assert same < 0.6 * len(visits[0])


def test_replanning_without_a_juror_moves_little_else(edition: tuple[list[Slot], list[Juror]]) -> None:
    slots, jurors = edition
    rules = Rules(gap_days=2)
    first = make_plan(slots, jurors, rules=rules, days=45, seed=1)

    left = jurors[1:]
    again = make_plan(slots, left, rules=rules, days=45, seed=2, kept=first.proposed)

    before = {one.slot.key: one for one in first.proposed if one.juror != jurors[0].code}
    changed = [one for one in again.proposed if one.slot.key in before and one != before[one.slot.key]]
    assert broken(again, slots, left, rules=rules, days=45) == []
    assert len(changed) <= 0.03 * len(slots)


def test_ways_are_two_fifths_of_those_by_lot_and_nobody_is_certain_at_a_door() -> None:
    # The hardest of ten demands: the shortest ways possible, with one certain juror at every door, are 36 %.
    slots, jurors = demand(300, 60, seed=3)
    field = number(sorted(slots, key=lambda one: one.key), jurors, (), Rules())
    dice = np.random.default_rng(1)

    arcs, chance = chances(field, near(field, dice, {}), dice)

    likely = np.zeros(field.may.shape)
    np.add.at(likely, (arcs.slot, arcs.juror), chance)
    made, plain = make_plan(slots, jurors, seed=1), greedy(slots, jurors, 1, Rules())
    assert way(made, jurors) <= 0.41 * way(plain, jurors)
    assert likely.max() <= 0.8 + 1e-9


@pytest.mark.parametrize("kind", KINDS)
def test_no_other_solver_fills_a_slot_that_a_plan_leaves_empty(kind: str) -> None:
    one = tried(kind, 30, 12, seed=1)

    assert (one.left, one.unproved, one.broken) == (0, 0, 0)


def test_a_visit_whose_juror_of_the_earlier_plan_is_full_now_stays_empty_and_says_why() -> None:
    home = Place("małopolskie", "krakowski", "Skawina")
    visit = replace(slot(1, "wizyta"), place=home)
    full = juror("A", capacity=1, load=1, home=home)

    made = make_plan([visit], [full], kept=[Proposed(visit, "A")], seed=1)

    assert made.unfilled == ((visit, mistake("no-juror-free", jurors=1)),)


# Plans of any contest

REGIONS = ("małopolskie", "śląskie")
CHANNELS = ("telefon", "wizyta", "www")
any_slots = st.lists(
    st.builds(
        slot,
        st.integers(1, 3),
        st.sampled_from(CHANNELS),
        st.integers(1, 2),
        st.sampled_from(REGIONS),
    ),
    max_size=7,
    unique_by=lambda one: one.key,
)
any_jurors = st.lists(
    st.builds(
        juror,
        st.sampled_from("ABCD"),
        channels=st.lists(st.sampled_from(CHANNELS), unique=True),
        regions=st.lists(st.sampled_from(REGIONS), unique=True),
        capacity=st.integers(0, 3),
        load=st.integers(0, 2),
        met=st.lists(st.integers(1, 3)),
        conflicts=st.lists(st.integers(1, 3), max_size=1),
        seen=st.lists(st.integers(1, 3), max_size=1),
    ),
    max_size=4,
    unique_by=lambda one: one.code,
)
any_rules = st.builds(
    Rules,
    visible_contacts=st.integers(1, 2),
    contacts=st.integers(1, 3),
    jurors=st.integers(1, 3),
    gap_days=st.integers(0, 3),
)
any_standing = st.lists(
    st.builds(
        Standing,
        st.integers(1, 3),
        st.sampled_from(CHANNELS),
        st.sampled_from("ABCD"),
        st.booleans(),
    ),
    max_size=2,
)


def allowed(one: Juror, wanted: Slot) -> bool:
    return (
        wanted.channel in one.channels
        and wanted.entrant not in one.conflicts
        and not (wanted.visible and wanted.entrant in one.seen)
        and (not wanted.on_site or wanted.region in one.regions)
    )


def most_that_fit(
    slots: Sequence[Slot], jurors: Sequence[Juror], standing: Sequence[Standing], rules: Rules
) -> int:
    """By trying everything: how many of the slots can be filled at all."""
    here = Counter([*(one.entrant for one in slots), *(one.entrant for one in standing)])
    room = {one.code: one.capacity - one.load for one in jurors}
    seen, contacts = Counter[tuple[str, int]](), Counter[tuple[str, int]]()
    for one in standing:
        seen[one.juror, one.entrant] += one.visible
        contacts[one.juror, one.entrant] += 1

    def best(number: int, filled: int, goal: int) -> int:
        if number == len(slots) or filled + len(slots) - number <= goal:
            return max(filled, goal)
        wanted = slots[number]
        for one in jurors:
            pair = one.code, wanted.entrant
            fits = (
                room[one.code] > 0
                and allowed(one, wanted)
                and contacts[pair] < rules.most_here(here[wanted.entrant])
                and (not wanted.visible or seen[pair] < rules.visible_contacts)
            )
            if fits:
                room[one.code] -= 1
                contacts[pair] += 1
                seen[pair] += wanted.visible
                goal = best(number + 1, filled + 1, goal)
                seen[pair] -= wanted.visible
                contacts[pair] -= 1
                room[one.code] += 1
        return best(number + 1, filled, goal)

    return best(0, 0, 0)


@given(any_slots, any_jurors, any_standing, any_rules, st.integers())
@settings(max_examples=60)
def test_no_plan_breaks_a_rule_and_none_leaves_a_slot_empty_that_could_be_filled(
    slots: list[Slot], jurors: list[Juror], standing: list[Standing], rules: Rules, seed: int
) -> None:
    made = make_plan(slots, jurors, standing=standing, rules=rules, days=20, seed=seed)

    assert len(made.proposed) == most_that_fit(slots, jurors, standing, rules)
    overfull = rules.visible_contacts, rules.contacts
    if all(count == 1 for count in Counter((one.entrant, one.juror) for one in standing).values()):
        assert broken(made, slots, jurors, standing=standing, rules=rules, days=20) == [], overfull


@given(any_slots, any_jurors, any_rules, st.integers())
@settings(max_examples=60)
def test_a_shortage_is_a_proof_that_anybody_can_check(
    slots: list[Slot], jurors: list[Juror], rules: Rules, seed: int
) -> None:
    made = make_plan(slots, jurors, rules=rules, seed=seed)

    lone = sum(not any(allowed(one, empty) for one in jurors) for empty, _ in made.unfilled)
    assert lone + sum(short.missing for short in made.shortages) == len(made.unfilled)
    for short in made.shortages:
        outside = [one for one in jurors if one.code not in short.jurors]
        assert not any(allowed(one, wanted) for one in outside for wanted in short.slots)
    assert not any(set(a.jurors) & set(b.jurors) for a, b in combinations(made.shortages, 2))


@given(any_slots, any_jurors, st.integers(), st.randoms())
@settings(max_examples=40)
def test_the_seed_and_the_facts_decide_a_plan_whatever_their_order(
    slots: list[Slot], jurors: list[Juror], seed: int, dice: Random
) -> None:
    mixed_slots, mixed_jurors = list(slots), list(jurors)
    dice.shuffle(mixed_slots)
    dice.shuffle(mixed_jurors)

    first = make_plan(slots, jurors, scenarios=STORIES, days=20, seed=seed)

    again = make_plan(mixed_slots, mixed_jurors, scenarios=STORIES, days=20, seed=seed)
    assert (again, again.quality) == (first, first.quality)
