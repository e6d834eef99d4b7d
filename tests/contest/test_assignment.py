"""The life of an assignment."""

from __future__ import annotations

from itertools import product

import pytest

from bot.phrases import Phrases
from contest.assignment import LIVE, RUNNING, Act, State, acts, label, move
from contest.mistakes import Mistakes, mistake, tell


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


@pytest.mark.parametrize("language", ["pl", "en"])
def test_every_refusal_has_its_sentence(language: str) -> None:
    say = Phrases().plain(language)

    refused = [mistake("not-now", state=state.value, act=act.value) for state, act in product(State, Act)]

    assert len({tell(say, one) for one in refused}) == len(refused)


def test_labels_are_words_of_the_woods() -> None:
    assert [label(number) for number in (1, 7, 40, 41)] == ["1/Jodła", "7/Brzoza", "40/Wrzos", "41/Jodła"]
