"""How jurors work, told from a snapshot and from when and how fast each contact was made."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

from contest.conduct import Conduct, Work
from contest.conducting import conducts
from contest.ranking import Contact
from contest.snapshot import Snapshot
from tests.contest.a_strict_panel import AT, snapshot


def when(one: Contact) -> int:
    """The hour of a contact: in no order of entrants."""
    return 37 * one.assignment % 101


def works(state: Snapshot, *, hasty: str = "") -> list[Work]:
    """Ten seconds between answers, two for the hasty juror."""
    return [
        Work(one.assignment, AT + timedelta(hours=when(one)), 2.0 if one.juror == hasty else 10.0)
        for one in state.contacts
    ]


def told(state: Snapshot, made: list[Work]) -> dict[str, Conduct]:
    return {each.juror: each for each in conducts(state, made)}


def growing_stricter(state: Snapshot, juror: str) -> Snapshot:
    """The juror takes off one point more at each contact."""
    own = [one.assignment for one in sorted(state.contacts, key=when) if one.juror == juror]

    def later(one: Contact) -> Contact:
        if one.juror != juror:
            return one
        return replace(one, percent=max(Fraction(0), one.percent - own.index(one.assignment)))

    return replace(state, contacts=tuple(map(later, state.contacts)))


def test_who_grows_stricter_drifts_and_the_others_do_not() -> None:
    state = growing_stricter(snapshot(), "B")
    found = told(state, works(state))
    drift = {juror: each.drift for juror, each in found.items()}

    assert drift["B"] is not None
    assert 5 < drift["B"].low < drift["B"].value < drift["B"].high
    assert sum(each is not None and each.low <= 0 <= each.high for each in drift.values()) >= 4


def test_who_answers_five_times_as_fast_has_a_fifth_of_the_usual_pace() -> None:
    state = snapshot()
    found = told(state, works(state, hasty="C"))

    assert found["C"].pace is not None
    assert abs(found["C"].pace.value - 0.2) < 0.01
    assert found["B"].pace is not None
    assert found["B"].pace.value == 1


def test_sections_that_always_say_the_same_are_told() -> None:
    def parts(one: Contact) -> Contact:
        apart = Fraction(0) if one.juror == "D" else Fraction(10 + 5 * (when(one) % 7))
        half = Fraction(one.percent)
        sections = {"a": (half + apart, Fraction(200)), "b": (half - apart, Fraction(200))}
        return replace(one, sections=sections)

    state = snapshot()
    found = told(replace(state, contacts=tuple(map(parts, state.contacts))), [])

    assert found["D"].halo is not None
    assert found["B"].halo is not None
    assert found["D"].halo.high < found["B"].halo.low


def test_of_nothing_nothing_is_told() -> None:
    state = snapshot()

    assert conducts(replace(state, contacts=()), []) == ()
    few = told(replace(state, contacts=state.contacts[:6]), works(state))
    assert all((each.drift, each.pace, each.halo) == (None, None, None) for each in few.values())
