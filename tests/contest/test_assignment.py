"""The life of an assignment, and plans of assignments."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence
from itertools import product
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.phrases import Phrases
from contest.assignment import (
    LIVE,
    RUNNING,
    Act,
    Juror,
    Plan,
    Proposed,
    Slot,
    State,
    acts,
    label,
    move,
    open_slots,
    plan,
)
from contest.entrants import Entrant
from contest.mistakes import Mistake, Mistakes, mistake, tell
from contest.scenarios import Scenarios
from tests.contest.an_edition import settings

STORIES = {"telefon": ("t1", "t2", "t3"), "wizyta": ("w1", "w2"), "www": ("s1",)}


def slot(entrant: int, channel: str = "telefon", number: int = 1, region: str = "małopolskie") -> Slot:
    return Slot(entrant, channel, number, region=region, on_site=channel == "wizyta")


def juror(
    code: str,
    *,
    channels: Sequence[str] = ("telefon", "wizyta"),
    regions: Sequence[str] = ("małopolskie",),
    capacity: int = 5,
    load: int = 0,
    met: Sequence[int] = (),
    conflicts: Sequence[int] = (),
) -> Juror:
    return Juror(
        code,
        frozenset(regions),
        frozenset(channels),
        capacity,
        load=load,
        met=frozenset(met),
        conflicts=frozenset(conflicts),
    )


def who(proposal: Plan) -> dict[tuple[int, str, int], str]:
    return {(p.slot.entrant, p.slot.channel, p.slot.number): p.juror for p in proposal.proposed}


# The life of one assignment


def test_an_audit_goes_from_the_offer_to_approval_through_a_correction() -> None:
    path = [Act.ACCEPT, Act.START, Act.WAIT, Act.SUBMIT, Act.RETURN, Act.START, Act.SUBMIT, Act.APPROVE]

    states = [State.OFFERED]
    for act in path:
        states.append(move(states[-1], act))

    assert states == [
        State.OFFERED,
        State.ACCEPTED,
        State.RUNNING,
        State.WAITING,
        State.SUBMITTED,
        State.RETURNED,
        State.RUNNING,
        State.SUBMITTED,
        State.APPROVED,
    ]


@pytest.mark.parametrize(("state", "act"), list(product(State, Act)))
def test_an_act_either_fits_the_state_or_is_explained(state: State, act: Act) -> None:
    if act in acts(state):
        assert move(state, act) in State
        return

    with pytest.raises(Mistakes) as refused:
        move(state, act)

    assert refused.value.found == (mistake("not-now", state=state.value, act=act.value),)


def test_what_is_over_stays_over() -> None:
    assert {state for state in State if not acts(state)} == {
        State.APPROVED,
        State.EXCLUDED,
        State.DECLINED,
        State.HANDED_BACK,
        State.OVERDUE,
        State.CANCELLED,
    }


def test_what_is_in_the_jurors_hands_can_be_handed_back_and_falls_due() -> None:
    assert {state for state in State if {Act.HAND_BACK, Act.EXPIRE} <= acts(state)} == RUNNING


def test_the_live_states_are_those_that_the_database_allows_once_a_slot() -> None:
    dead = {State.DECLINED, State.HANDED_BACK, State.OVERDUE, State.CANCELLED, State.EXCLUDED}

    assert set(State) - dead == LIVE


def test_a_refused_act_is_explained_in_a_sentence() -> None:
    say = Phrases().plain("pl")

    told = tell(say, mistake("not-now", state="approved", act="hand_back"))

    assert told == "To zadanie jest już zatwierdzone, więc nie można go teraz oddać."


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

    opened = open_slots(settings(), [office, mute], scenarios=stories, live={(1, "telefon", 1): "t1"})

    played = frozenset({"t1"})
    assert opened == (
        Slot(1, "wizyta", 1, region="śląskie", on_site=True, scenarios=("w1",), played=played),
        Slot(1, "telefon", 2, region="śląskie", scenarios=("t1",), played=played),
        Slot(1, "mail", 1, region="śląskie", scenarios=("m1",), played=played),
        Slot(2, "mail", 1, scenarios=("m1",)),
    )


def scenario(name: str, channel: str, *kinds: str) -> dict[str, object]:
    texts = dict.fromkeys(("title", "story", "question", "key"), "x")
    return {"id": name, "channel": channel, "kinds": kinds, **texts}


# Plans, told as stories


def test_a_slot_with_few_candidates_is_served_before_those_with_many() -> None:
    only = juror("A", channels=["telefon", "wizyta"], capacity=1)
    other = juror("B", channels=["telefon"], capacity=1)

    proposal = plan([slot(1), slot(2, "wizyta")], [only, other], scenarios=STORIES, seed=1)

    assert who(proposal) == {(1, "telefon", 1): "B", (2, "wizyta", 1): "A"}


def test_jurors_exchange_contacts_rather_than_leave_a_slot_empty() -> None:
    # Slot 3 can only be A's or B's, and greed may fill both with 1 and 2, which C could take as well.
    a, b, c = juror("A", capacity=1), juror("B", capacity=1), juror("C", capacity=1, conflicts=[3, 4])

    for seed in range(20):
        proposal = plan([slot(1), slot(3), slot(4)], [a, b, c], scenarios=STORIES, seed=seed)

        assert proposal.unfilled == ()
        assert who(proposal)[1, "telefon", 1] == "C"


def test_two_contacts_at_one_entrant_go_to_two_jurors_when_it_can_be_avoided() -> None:
    proposal = plan(
        [slot(1, number=1), slot(1, number=2)], [juror("A"), juror("B")], scenarios=STORIES, seed=1
    )

    assert sorted(who(proposal).values()) == ["A", "B"]


def test_two_contacts_at_one_entrant_go_to_one_juror_when_there_is_nobody_else() -> None:
    proposal = plan([slot(1, number=1), slot(1, number=2)], [juror("A")], scenarios=STORIES, seed=1)

    assert sorted(who(proposal).values()) == ["A", "A"]


def test_a_stranger_to_the_entrant_is_preferred_to_a_less_loaded_acquaintance() -> None:
    known, stranger = juror("A", met=[1]), juror("B", load=4)

    assert who(plan([slot(1)], [known, stranger], scenarios=STORIES, seed=1)) == {(1, "telefon", 1): "B"}


def test_work_is_shared_in_proportion_to_capacity() -> None:
    jurors = [juror("A", capacity=4), juror("B", capacity=8), juror("C", capacity=12)]

    proposal = plan([slot(entrant) for entrant in range(12)], jurors, scenarios=STORIES, seed=1)

    assert Counter(who(proposal).values()) == {"A": 2, "B": 4, "C": 6}


def test_scenarios_do_not_repeat_at_one_entrant_while_there_are_others() -> None:
    again = Slot(1, "telefon", 3, played=frozenset({"t2"}))

    proposal = plan([slot(1), again], [juror("A"), juror("B")], scenarios=STORIES, seed=1)

    assert {p.scenario for p in proposal.proposed} == {"t1", "t3"}


def test_only_scenarios_that_suit_the_entrant_are_told() -> None:
    museum = Slot(1, "telefon", 1, scenarios=("t3",))

    proposal = plan([museum], [juror("A")], scenarios=STORIES, seed=1)

    assert proposal == Plan(1, (Proposed(museum, "A", "t3"),), ())


@pytest.mark.parametrize(
    ("wanted", "jurors", "reason"),
    [
        (slot(1, "www"), [juror("A")], mistake("no-juror-for-channel", channel="www")),
        (slot(1, "czat"), [juror("A", channels=["czat"])], mistake("no-scenario", channel="czat")),
        (slot(1, "wizyta", 1, "śląskie"), [juror("A")], mistake("no-juror-in-region", region="śląskie")),
        (slot(1, "wizyta", 1, ""), [juror("A")], mistake("no-region")),
        (slot(1), [juror("A", conflicts=[1])], mistake("no-juror-without-conflict", jurors=1)),
        (
            slot(1),
            [juror("A", load=5), juror("B", conflicts=[1])],
            mistake("no-juror-free", jurors=2),
        ),
    ],
)
def test_an_empty_slot_says_why(wanted: Slot, jurors: list[Juror], reason: Mistake) -> None:
    proposal = plan([wanted], jurors, scenarios=STORIES, seed=1)

    assert proposal == Plan(1, (), ((wanted, reason),))


@pytest.mark.parametrize("language", ["pl", "en"])
def test_every_reason_has_its_sentence(language: str) -> None:
    say = Phrases().plain(language)

    reasons = [
        mistake("no-scenario", channel="www"),
        mistake("no-juror-for-channel", channel="www"),
        mistake("no-juror-in-region", region="śląskie"),
        mistake("no-region"),
        *(mistake("no-juror-without-conflict", jurors=jurors) for jurors in (1, 3, 5)),
        *(mistake("no-juror-free", jurors=jurors) for jurors in (1, 3, 5)),
        *(mistake("not-now", state=state.value, act=act.value) for state, act in product(State, Act)),
    ]

    assert len({tell(say, reason) for reason in reasons}) == len(reasons)


def test_labels_are_words_of_the_woods() -> None:
    assert [label(number) for number in (1, 7, 40, 41)] == ["1/Jodła", "7/Brzoza", "40/Wrzos", "41/Jodła"]


def test_a_whole_edition_is_planned_in_two_seconds() -> None:
    regions = [f"R{number}" for number in range(16)]
    channels = ["telefon", "wizyta", "mail", "social", "www"]
    slots = [slot(e, channel, 1, regions[e % 16]) for e in range(300) for channel in channels]
    jurors = [
        juror(f"J{n:02}", channels=channels, regions=[regions[n % 16], regions[(n + 3) % 16]], capacity=24)
        for n in range(60)
    ]

    started = time.perf_counter()
    proposal = plan(slots, jurors, scenarios=dict.fromkeys(channels, ("a", "b")), seed=1)
    took = time.perf_counter() - started

    assert (len(proposal.proposed), len(proposal.unfilled)) == (1440, 60)  # all that 60 x 24 can carry
    assert took < 2


# Plans of any contest

REGIONS = ("małopolskie", "śląskie")
any_slots = st.lists(
    st.builds(
        slot,
        st.integers(1, 4),
        st.sampled_from(["telefon", "wizyta", "www"]),
        st.integers(1, 2),
        st.sampled_from(REGIONS),
    ),
    max_size=8,
    unique_by=lambda one: (one.entrant, one.channel, one.number),
)
any_jurors = st.lists(
    st.builds(
        juror,
        st.sampled_from("ABCDE"),
        channels=st.lists(st.sampled_from(["telefon", "wizyta", "www"]), unique=True),
        regions=st.lists(st.sampled_from(REGIONS), unique=True),
        capacity=st.integers(0, 3),
        load=st.integers(0, 2),
        met=st.lists(st.integers(1, 4)),
        conflicts=st.lists(st.integers(1, 4), max_size=2),
    ),
    max_size=5,
    unique_by=lambda one: one.code,
)


def allowed(one: Juror, wanted: Slot) -> bool:
    return (
        wanted.channel in one.channels
        and wanted.entrant not in one.conflicts
        and (not wanted.on_site or wanted.region in one.regions)
    )


def most_that_fit(slots: Sequence[Slot], rooms: dict[Juror, int]) -> int:
    """By trying everything: how many of the slots can be filled at all."""
    if not slots:
        return 0
    first, rest = slots[0], slots[1:]
    best = most_that_fit(rest, rooms)
    for one, room in rooms.items():
        if room > 0 and allowed(one, first) and best < len(slots):
            best = max(best, 1 + most_that_fit(rest, {**rooms, one: room - 1}))
    return best


@given(any_slots, any_jurors, st.integers())
def test_no_plan_breaks_a_hard_rule(slots: list[Slot], jurors: list[Juror], seed: int) -> None:
    proposal = plan(slots, jurors, scenarios=STORIES, seed=seed)

    by_code = {one.code: one for one in jurors}
    loads = Counter(p.juror for p in proposal.proposed)
    assert all(allowed(by_code[p.juror], p.slot) for p in proposal.proposed)
    assert all(by_code[code].load + new <= by_code[code].capacity for code, new in loads.items())
    assert all(p.scenario in STORIES[p.slot.channel] for p in proposal.proposed)


@given(any_slots, any_jurors, st.integers())
def test_every_slot_is_either_filled_or_explained(slots: list[Slot], jurors: list[Juror], seed: int) -> None:
    proposal = plan(slots, jurors, scenarios=STORIES, seed=seed)

    answered = [p.slot for p in proposal.proposed] + [empty for empty, _ in proposal.unfilled]
    assert Counter(answered) == Counter(slots)


@given(any_slots.filter(lambda slots: len(slots) <= 6), any_jurors, st.integers())
def test_no_plan_leaves_a_slot_empty_that_could_be_filled(
    slots: list[Slot], jurors: list[Juror], seed: int
) -> None:
    proposal = plan(slots, jurors, scenarios=STORIES, seed=seed)

    assert len(proposal.proposed) == most_that_fit(slots, {one: one.capacity - one.load for one in jurors})


@given(any_slots, any_jurors, st.integers(), st.randoms())
def test_the_seed_and_the_facts_decide_a_plan_whatever_their_order(
    slots: list[Slot], jurors: list[Juror], seed: int, dice: Random
) -> None:
    mixed_slots, mixed_jurors = list(slots), list(jurors)
    dice.shuffle(mixed_slots)
    dice.shuffle(mixed_jurors)

    first = plan(slots, jurors, scenarios=STORIES, seed=seed)

    assert plan(mixed_slots, mixed_jurors, scenarios=STORIES, seed=seed) == first
