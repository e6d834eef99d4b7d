"""Entrants at risk: what is in hand and what can still be done, against the minimums of the edition."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from contest.checklist_file import parse
from contest.edition import Minimums
from contest.planning.demand import Juror, Slot
from contest.risk import Held, Risk, at_risk, time_left, working_days
from contest.workdays import WorkCalendar

EDITION = Path(__file__).parents[2] / "editions" / "lider-zaufania"
MINIMUMS = Minimums(contacts=3, channels=2, jurors=2)
CALENDAR = WorkCalendar(ZoneInfo("Europe/Warsaw"), frozenset({date(2026, 11, 11)}))
CHANNELS = ("wizyta", "telefon", "email")


def juror(code: str, *channels: str, room: int = 5, conflicts: frozenset[int] = frozenset()) -> Juror:
    return Juror(code, frozenset({"mazowieckie"}), frozenset(channels), room, conflicts=conflicts)


def slot(channel: str, number: int = 1, *, on_site: bool = False) -> Slot:
    return Slot(1, channel, number, region="lubelskie", on_site=on_site)


def test_whoever_has_enough_in_hand_is_not_at_risk() -> None:
    held = [Held(1, "telefon", "A"), Held(1, "telefon", "B"), Held(1, "email", "A")]
    assert at_risk([1], held, [], [], MINIMUMS) == []


def test_whoever_can_still_get_enough_may_miss_it_and_whoever_cannot_is_lost() -> None:
    held = [Held(1, "telefon", "A"), Held(1, "email", "A")]
    helped = at_risk([1], held, [slot("email", 2)], [juror("B", "email")], MINIMUMS)
    assert helped == [Risk(1, "contacts", has=2, could=3, needs=3)]
    assert not helped[0].lost
    for nobody in (
        [],
        [juror("B", "telefon")],
        [juror("B", "email", room=0)],
        [juror("B", "email", conflicts=frozenset({1}))],
    ):
        [lost] = at_risk([1], held, [slot("email", 2)], nobody, MINIMUMS)
        assert lost == Risk(1, "contacts", has=2, could=2, needs=3)
        assert lost.lost


def test_the_minimum_that_cannot_be_reached_is_told_before_the_one_that_can() -> None:
    held = [Held(1, "telefon", "A"), Held(1, "email", "A")]
    [lost] = at_risk([1], held, [slot("email", 2)], [juror("A", "email")], MINIMUMS)
    assert lost == Risk(1, "jurors", has=1, could=1, needs=2)


def test_a_visit_needs_somebody_of_the_region() -> None:
    here = [juror("A", "wizyta"), juror("B", "wizyta")]
    [lost] = at_risk([1], [], [slot("wizyta", n, on_site=True) for n in (1, 2, 3)], here, MINIMUMS)
    assert lost == Risk(1, "contacts", has=0, could=0, needs=3)


@given(
    held=st.lists(st.tuples(st.sampled_from(CHANNELS), st.sampled_from("ABC")), max_size=4),
    free=st.lists(st.sampled_from(CHANNELS), max_size=4),
    able=st.lists(st.sets(st.sampled_from(CHANNELS)), max_size=3),
)
def test_more_jurors_never_take_a_chance_away(
    held: list[tuple[str, str]], free: list[str], able: list[set[str]]
) -> None:
    has = [Held(1, channel, code) for channel, code in held]
    slots = [slot(channel, number) for number, channel in enumerate(free, start=10)]
    few = [juror(f"D{n}", *channels) for n, channels in enumerate(able)]
    before = at_risk([1], has, slots, few, MINIMUMS)
    after = at_risk([1], has, slots, [*few, juror("E", *CHANNELS), juror("F", *CHANNELS)], MINIMUMS)
    assert bool(before) == bool(after)
    assert not (after and after[0].lost and not before[0].lost)


def test_a_contact_takes_the_days_after_which_the_bot_first_asks_for_its_reply() -> None:
    call, mail = ((EDITION / f"{name}.toml").read_text("utf-8") for name in ("telefon", "email"))
    later = re.sub(r"ask_after *= .*", "ask_after = [3, 5]", mail)
    assert [working_days(parse(text)) for text in (call, mail, later)] == [1, 1, 3]


def test_working_days_are_counted_to_the_day_of_the_close() -> None:
    close = date(2026, 11, 20)  # a Friday
    assert time_left(date(2026, 11, 19), close, 1, CALENDAR)
    assert not time_left(date(2026, 11, 20), close, 1, CALENDAR)
    assert time_left(date(2026, 11, 10), close, 7, CALENDAR)
    assert not time_left(date(2026, 11, 10), close, 8, CALENDAR)  # the 11th is a holiday
