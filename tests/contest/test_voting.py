"""What a count of secret votes decides, and what is voted on next."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from contest.edition import Experts
from contest.voting import ABSTAIN, AGAINST, Outcome, Topic, choices, count, elected, following

RULES = Experts()
A, B, C = 11, 12, 13


def decided(votes: dict[int | str, int], rules: Experts = RULES, *, entitled: int = 0) -> Outcome:
    """The outcome among A, B and C, with everybody who is entitled voting unless said otherwise."""
    told = {str(choice): number for choice, number in votes.items()}
    voted = sum(told.values())
    return count(rules, (A, B, C), told, entitled=entitled or voted, voted=voted)


def test_more_than_half_of_the_valid_votes_elect() -> None:
    assert decided({A: 3, B: 2}) == Outcome("elected", (A,))


def test_who_abstains_makes_the_quorum_and_counts_for_nobody() -> None:
    assert decided({A: 2, B: 1, ABSTAIN: 4}, entitled=14) == Outcome("elected", (A,))
    assert decided({A: 2, B: 1}, entitled=14) == Outcome("no-quorum", (A, B, C))


def test_without_a_majority_the_first_two_are_voted_on_again() -> None:
    assert decided({A: 3, B: 2, C: 1, AGAINST: 1}) == Outcome("no-majority", (A, B))


def test_the_most_votes_are_enough_where_the_edition_says_so() -> None:
    rules = Experts(majority=Fraction(0))

    assert decided({A: 3, B: 2, C: 2}, rules) == Outcome("elected", (A,))


def test_equals_are_voted_on_again_or_share_the_honour() -> None:
    assert decided({A: 2, B: 2, C: 1}) == Outcome("tie", (A, B))
    assert decided({A: 2, B: 2, C: 1}, Experts(ties="shared")) == Outcome("elected", (A, B))


def test_as_many_against_as_for_the_best_grant_nothing() -> None:
    assert decided({A: 2, AGAINST: 2}) == Outcome("rejected")
    assert decided({ABSTAIN: 3}) == Outcome("rejected")


def test_one_candidate_without_the_majority_is_not_voted_on_for_ever() -> None:
    rules = Experts(majority=Fraction(200, 3))

    assert count(rules, (A,), {str(A): 3, AGAINST: 2}, entitled=5, voted=5) == Outcome("rejected")


def test_a_second_statuette_is_voted_on_among_those_who_have_none() -> None:
    topic = Topic("statuette", "male", (A, B, C), seats=2)

    assert following(topic, ()) == (A, B, C)
    assert following(topic, (Outcome("elected", (B,)),)) == (A, C)
    assert following(topic, (Outcome("elected", (B,)), Outcome("tie", (A, C)))) == (A, C)
    assert following(topic, (Outcome("elected", (B,)), Outcome("elected", (A,)))) == ()
    assert following(topic, (Outcome("elected", (B,)), Outcome("rejected"))) == ()


def test_a_ballot_without_quorum_is_repeated_with_the_same_candidates() -> None:
    topic = Topic("statuette", "male", (A, B, C))

    assert following(topic, (Outcome("no-quorum", (A, B, C)),)) == (A, B, C)


votes_of = st.fixed_dictionaries(dict.fromkeys(choices((A, B, C)), st.integers(0, 9)))


@given(votes=votes_of, absent=st.integers(0, 9), more=st.integers(0, 9), majority=st.integers(0, 99))
def test_any_count_is_decided_soundly(votes: dict[str, int], absent: int, more: int, majority: int) -> None:
    """The elected have beaten everybody else and those against; the order of candidates and more abstentions change nothing."""
    rules = Experts(majority=Fraction(majority))
    voted = sum(votes.values())
    said = count(rules, (A, B, C), votes, entitled=voted + absent, voted=voted)
    turned = count(rules, (C, B, A), votes, entitled=voted + absent, voted=voted)

    assert (said.verdict, {*said.entrants}) == (turned.verdict, {*turned.entrants})
    if said.verdict == "elected":
        (one,) = said.entrants
        assert all(
            votes[str(one)] > number for choice, number in votes.items() if choice not in (str(one), ABSTAIN)
        )
        louder = votes | {ABSTAIN: votes[ABSTAIN] + more}
        assert count(rules, (A, B, C), louder, entitled=voted + absent + more, voted=voted + more) == said
    if said.verdict != "no-quorum":
        assert 2 * voted >= voted + absent


@given(rounds=st.lists(votes_of, max_size=8), seats=st.integers(1, 3))
def test_a_topic_never_elects_anybody_twice_nor_asks_about_who_was_not_nominated(
    rounds: list[dict[str, int]], seats: int
) -> None:
    topic, held = Topic("statuette", "male", (A, B, C), seats=seats), list[Outcome]()
    for votes in rounds:
        candidates = following(topic, held)
        if not candidates:
            break
        assert {*candidates} <= {*topic.candidates} - {*elected(held)}
        allowed = {choice: votes[choice] for choice in choices(candidates)}
        voted = sum(allowed.values())
        held.append(count(RULES, candidates, allowed, entitled=voted, voted=voted))

    assert len({*elected(held)}) == len(elected(held)) <= seats
