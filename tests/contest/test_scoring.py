"""From answers to an exact percentage."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from contest.answers import NOT_APPLICABLE, Amount, Answer, Chosen, Photos, Several, Timed, Written
from contest.checklist import Checklist
from contest.scoring import Score, ScoreLine, score

NA = Chosen(NOT_APPLICABLE)
YES, NO = Chosen("yes"), Chosen("no")
CALLED = datetime(2026, 10, 5, 9, 30, tzinfo=UTC)


def checklist(*sections: Mapping[str, object]) -> Checklist:
    values = {"format": 1, "id": "telefon", "version": 1, "channel": "telefon", "title": "Telefon"}
    return Checklist.model_validate({**values, "sections": tuple(sections)})


def section(name: str, *questions: Mapping[str, object], **keys: object) -> dict[str, object]:
    return {"id": name, "title": name, "questions": questions, **keys}


def yes_no(name: str, **keys: object) -> dict[str, object]:
    return {"id": name, "type": "yes_no", "text": name, "na": True, **keys}


def worth(question: Mapping[str, object], answer: Answer) -> Fraction | None:
    """The percentage of a contact that asked only this."""
    asked = {"id": "q", "text": "q", "weight": Fraction(3), **question}
    return score(checklist(section("s", asked)), {"q": answer}, "gmina").percent


def timed(seconds: float) -> Timed:
    return Timed(
        (("a", CALLED), ("b", CALLED + timedelta(seconds=seconds)), ("c", CALLED + timedelta(hours=1)))
    )


TALK = checklist(
    section(
        "polaczenie",
        yes_no("odebrano", gate=True, weight=Fraction(1)),
        yes_no("powitanie", weight=Fraction(2), show_if={"odebrano": ("yes",)}),
    ),
    section(
        "rozmowa",
        yes_no("klucz", weight=Fraction(3), when_hidden="zero", show_if={"odebrano": ("yes",)}),
        yes_no("uprzejmosc", weight=Fraction(1)),
        weight=Fraction(2),
    ),
)


def test_a_percentage_is_earned_of_possible_with_the_section_as_a_multiplier() -> None:
    answers: dict[str, Answer] = {"odebrano": YES, "powitanie": NO, "klucz": YES, "uprzejmosc": NO}

    assert score(TALK, answers, "gmina") == Score(
        percent=Fraction(700, 11),
        earned=Fraction(7),
        possible=Fraction(11),
        failed=None,
        lines=(
            ScoreLine("odebrano", "polaczenie", Fraction(1), Fraction(1)),
            ScoreLine("powitanie", "polaczenie", Fraction(0), Fraction(2)),
            ScoreLine("klucz", "rozmowa", Fraction(6), Fraction(6)),
            ScoreLine("uprzejmosc", "rozmowa", Fraction(0), Fraction(2)),
        ),
        sections={"polaczenie": (Fraction(1), Fraction(3)), "rozmowa": (Fraction(6), Fraction(8))},
    )


def test_not_applicable_and_no_answer_leave_the_denominator_and_no_stays() -> None:
    full: dict[str, Answer] = {"odebrano": YES, "powitanie": YES, "klucz": YES}

    assert score(TALK, {**full, "uprzejmosc": NO}, "gmina").percent == Fraction(900, 11)
    assert score(TALK, {**full, "uprzejmosc": NA}, "gmina").percent == 100
    assert score(TALK, full, "gmina").percent == 100


def test_a_failed_gate_makes_the_whole_contact_zero() -> None:
    reached = score(TALK, {"odebrano": NO, "uprzejmosc": YES}, "gmina")

    assert (reached.percent, reached.earned, reached.failed) == (Fraction(0), Fraction(2), "odebrano")


def test_what_a_condition_hides_leaves_the_denominator_unless_its_author_says_zero() -> None:
    quiet = checklist(
        section(
            "s",
            yes_no("odpowiedz"),
            yes_no("tresc", show_if={"odpowiedz": ("yes",)}, when_hidden="zero", weight=Fraction(4)),
            yes_no("stopka", show_if={"odpowiedz": ("yes",)}, weight=Fraction(5)),
        )
    )

    reached = score(quiet, {"odpowiedz": NO, "tresc": YES, "stopka": YES}, "gmina")

    assert (reached.earned, reached.possible, reached.percent) == (Fraction(0), Fraction(5), Fraction(0))


def test_what_does_not_apply_to_the_entrant_is_never_zero() -> None:
    mixed = checklist(
        section("s", yes_no("bip", applies_to=("gmina",), when_hidden="zero"), yes_no("kontakt"))
    )

    assert score(mixed, {"kontakt": YES}, "muzeum").percent == 100
    assert score(mixed, {"bip": NO, "kontakt": YES}, "gmina").percent == 50


def test_where_nothing_was_possible_there_is_no_percentage() -> None:
    reached = score(TALK, {}, "gmina")
    hidden = sum((line.possible for line in reached.lines), Fraction(0))

    assert (reached.percent, hidden) == (Fraction(0), Fraction(6))  # `klucz` is hidden as zero
    assert score(checklist(section("s", yes_no("q"))), {"q": NA}, "gmina").percent is None


def test_a_failed_gate_is_zero_also_where_nothing_was_possible() -> None:
    only_gate = checklist(section("s", yes_no("q", gate=True, weight=Fraction(0))))

    assert score(only_gate, {"q": NO}, "gmina").percent == 0


OPTIONS = (
    {"id": "pelna", "label": "Pełna", "points": Fraction(1)},
    {"id": "czesc", "label": "Część", "points": Fraction(2, 5)},
    {"id": "slad", "label": "Ślad", "points": Fraction(1, 5)},
    {"id": "brak", "label": "Brak"},
    {"id": "inna", "label": "Inna sprawa", "excluded": True},
)
BANDS = (
    {"up_to": Decimal(30), "points": Fraction(1)},
    {"up_to": Decimal(60), "points": Fraction(4, 5)},
)
CHOICE = {"type": "choice", "options": OPTIONS}
CHOICES = {"type": "choices", "options": OPTIONS}
NUMBER = {"type": "number", "min": Decimal(0), "max": Decimal(90), "bands": BANDS}
SCALE = {"type": "scale", "low": "źle", "high": "dobrze"}
MARKS = tuple({"id": mark, "label": mark} for mark in "abc")
DURATION = {"type": "duration", "marks": MARKS, "measure": ("a", "b"), "bands": BANDS}
PHOTO = {"type": "photo", "required": False}
TEXT = {"type": "text", "weight": Fraction(0)}


@pytest.mark.parametrize(
    ("question", "answer", "percent"),
    [
        ({"type": "yes_no", "points": {"yes": Fraction(0), "no": Fraction(1)}}, YES, 0),
        ({"type": "yes_no", "points": {"yes": Fraction(0), "no": Fraction(1)}}, NO, 100),
        (CHOICE, Chosen("czesc"), 40),
        (CHOICE, Chosen("brak"), 0),
        (CHOICE, Chosen("inna"), None),
        (CHOICES, Several(("czesc", "slad")), 60),
        (CHOICES, Several(("pelna", "czesc")), 100),
        (CHOICES, Several(()), 0),
        (CHOICES, Several(("pelna", "inna")), None),
        (SCALE, Amount(Decimal(0)), 0),
        (SCALE, Amount(Decimal(4)), 80),
        ({**SCALE, "least": 1, "most": 4}, Amount(Decimal(2)), Fraction(100, 3)),
        (SCALE, NA, None),
        (NUMBER, Amount(Decimal(30)), 100),
        (NUMBER, Amount(Decimal("30.5")), 80),
        (NUMBER, Amount(Decimal(61)), 0),
        (DURATION, timed(30), 100),
        (DURATION, timed(30.000001), 80),
        (DURATION, timed(75), 0),
        (DURATION, Timed(corrected=45), 80),
        ({**DURATION, "unit": "min"}, Timed(corrected=30 * 60), 100),
        (PHOTO, Photos(("k",)), 100),
        (PHOTO, Photos(()), 0),
        (TEXT, Written("Miło."), None),
    ],
)
def test_each_kind_of_answer_has_its_worth(
    question: Mapping[str, object], answer: Answer, percent: Fraction | int | None
) -> None:
    assert worth(question, answer) == percent


def test_an_answer_of_another_kind_is_a_fault_of_ours() -> None:
    with pytest.raises(TypeError, match="q: written does not answer a scale"):
        worth(SCALE, Written("pięć"))


# Whatever the checklist and the answers

Contest = tuple[list[list[tuple[str, Fraction]]], list[Fraction], dict[str, Answer]]
"""Weights of questions by section, weights of sections, answers."""

weights = st.fractions(0, 20, max_denominator=8)
answers_ = st.sampled_from([YES, NO, NA, None])


@st.composite
def contests(draw: st.DrawFn) -> Contest:
    sizes = draw(st.lists(st.integers(1, 4), min_size=1, max_size=3))
    shape = [[(f"q{n}_{m}", draw(weights)) for m in range(size)] for n, size in enumerate(sizes)]
    given_ = {name: draw(answers_) for part in shape for name, _ in part}
    return shape, [draw(weights) for _ in sizes], {k: v for k, v in given_.items() if v is not None}


def built(
    shape: list[list[tuple[str, Fraction]]], multipliers: list[Fraction], *, factor: Fraction = Fraction(1)
) -> Checklist:
    return checklist(
        *(
            section(
                f"s{n}", *(yes_no(name, weight=weight * factor) for name, weight in part), weight=multiplier
            )
            for n, (part, multiplier) in enumerate(zip(shape, multipliers, strict=True))
        )
    )


@given(contests())
def test_every_percentage_is_between_0_and_100_and_its_parts_add_up(
    contest: Contest,
) -> None:
    shape, multipliers, answers = contest

    reached = score(built(shape, multipliers), answers, "gmina")

    assert reached.percent is None or 0 <= reached.percent <= 100
    assert (reached.percent is None) == (reached.possible == 0)
    assert sum(earned for earned, _ in reached.sections.values()) == reached.earned
    assert sum(possible for _, possible in reached.sections.values()) == reached.possible


@given(contests(), st.fractions(Fraction(1, 1000), 1000))
def test_scaling_all_weights_changes_no_percentage(contest: Contest, factor: Fraction) -> None:
    shape, multipliers, answers = contest

    scaled = score(built(shape, multipliers, factor=factor), answers, "gmina")

    assert scaled.percent == score(built(shape, multipliers), answers, "gmina").percent


@given(contests())
def test_the_order_of_the_answers_does_not_matter(
    contest: Contest,
) -> None:
    shape, multipliers, answers = contest
    backwards = dict(reversed(answers.items()))

    assert score(built(shape, multipliers), backwards, "gmina") == score(
        built(shape, multipliers), answers, "gmina"
    )


@given(contests(), st.data())
def test_not_applicable_removes_exactly_its_weight(contest: Contest, data: st.DataObject) -> None:
    shape, multipliers, answers = contest
    scored = [name for name, answer in answers.items() if answer != NA]
    assume(scored)
    name = data.draw(st.sampled_from(scored))
    ours = built(shape, multipliers)

    before, after = score(ours, answers, "gmina"), score(ours, {**answers, name: NA}, "gmina")

    weight = ours.question(name).weight * ours.section_of(name).weight
    assert before.possible - after.possible == weight
    assert before.earned - after.earned == (weight if answers[name] == YES else 0)
    assert after.lines == tuple(line for line in before.lines if line.question != name)
