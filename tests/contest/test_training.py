"""A calibration says how far a juror's answers are from the experts', exactly; a training file says what it lacks."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contest.answers import NOT_APPLICABLE, Amount, Answer, Chosen, Several
from contest.checklist import Checklist, Model
from contest.checklist_file import parse
from contest.mistakes import Mistakes
from contest.training import Calibration, Case, agreement, calibration, compare, lacks, model_answer

CASES = """
format = 1
id = "kalibracja"
version = 1
channel = "calibration"
title = "Kalibracja"
[[sections]]
id = "pierwszy"
title = "Telefon"
intro = "Odebrano od razu."
[[sections.questions]]
id = "fakt"
type = "yes_no"
text = "Czy odebrano?"
weight = 0
na = true
[[sections.questions]]
id = "ocena"
type = "scale"
text = "Jak było?"
low = "źle"
high = "dobrze"
weight = 0
[[sections]]
id = "drugi"
title = "E-mail"
[[sections.questions]]
id = "lista"
type = "choices"
text = "O czym było?"
weight = 0
options = [ { id = "a", label = "A" }, { id = "b", label = "B" }, { id = "c", label = "C" } ]
[[sections.questions]]
id = "ile"
type = "number"
text = "Ile odpowiedzi?"
weight = 0
min = 0
max = 3
[[sections.questions]]
id = "skala"
type = "scale"
text = "Jaki język?"
low = "zły"
high = "dobry"
weight = 0
[[sections.questions]]
id = "uwagi"
type = "text"
text = "Uwagi"
required = false
[models.fakt]
answer = "yes"
[models.ocena]
answer = 4
[models.lista]
answer = ["a", "b"]
[models.ile]
answer = 2
[models.skala]
answer = 2
"""
EXPERTS: dict[str, Answer] = {
    "fakt": Chosen("yes"),
    "ocena": Amount(Decimal(4)),
    "lista": Several(("a", "b")),
    "ile": Amount(Decimal(2)),
    "skala": Amount(Decimal(2)),
}


def cases(changed: str = "", to: str = "") -> Checklist:
    assert changed in CASES
    return parse(CASES.replace(changed, to, 1) if changed else CASES)


def codes(source: str) -> list[str]:
    with pytest.raises(Mistakes) as caught:
        parse(source)
    return [found.code for found in caught.value.found]


def test_who_answers_like_the_experts_agrees_wholly() -> None:
    whole = Fraction(1)
    assert calibration(cases(), EXPERTS) == Calibration(
        (Case("pierwszy", whole, 2), Case("drugi", whole, 3)), whole, Fraction(0)
    )


def test_each_kind_of_answer_has_its_own_distance() -> None:
    given_: dict[str, Answer] = {
        "fakt": Chosen("no"),
        "ocena": Amount(Decimal(5)),
        "lista": Several(("b", "c")),
        "ile": Amount(Decimal(1)),
        "skala": Amount(Decimal(4)),
    }
    shares = {line.question: (line.share, line.steps) for line in compare(cases(), given_)}

    assert shares == {
        "fakt": (Fraction(0), None),
        "ocena": (Fraction(4, 5), Fraction(1)),
        "lista": (Fraction(1, 3), None),
        "ile": (Fraction(0), None),
        "skala": (Fraction(3, 5), Fraction(2)),
    }
    assert calibration(cases(), given_) == Calibration(
        (Case("pierwszy", Fraction(2, 5), 2), Case("drugi", Fraction(14, 45), 3)),
        Fraction(26, 75),
        Fraction(3, 2),
    )


def test_nothing_in_common_is_nothing_agreed_and_nothing_chosen_twice_is_the_same() -> None:
    lista = cases().question("lista")

    assert agreement(lista, Several(("c",)), Several(("a", "b"))) == 0
    assert agreement(lista, Several(()), Several(())) == 1


def test_not_applicable_is_an_answer_of_its_own_and_no_step_of_a_scale() -> None:
    fakt, ocena = cases().question("fakt"), cases().question("ocena")

    assert agreement(fakt, Chosen(NOT_APPLICABLE), Chosen("yes")) == 0
    assert agreement(ocena, None, Amount(Decimal(4))) == 0


def test_texts_are_left_to_people() -> None:
    assert "uwagi" not in {line.question for line in compare(cases(), EXPERTS)}


@given(st.integers(0, 5), st.integers(0, 5))
def test_a_juror_above_the_experts_is_milder_and_one_below_is_harsher(first: int, second: int) -> None:
    answers = {**EXPERTS, "ocena": Amount(Decimal(first)), "skala": Amount(Decimal(second))}
    found = calibration(cases(), answers)

    assert found is not None
    assert found.leaning == Fraction(first - 4 + second - 2, 2)
    assert found.share <= 1


def test_a_model_that_no_juror_could_give_is_complained_about_with_all_the_others() -> None:
    broken = CASES.replace('answer = "yes"', 'answer = "chyba"').replace("answer = 4", "answer = 7")
    broken = broken.replace('["a", "b"]', '["a", "x"]').replace("[models.ile]\nanswer = 2", "[models.ile]")

    assert codes(broken + '[models.skla]\nanswer = 1\n[models.uwagi]\nwhi = "bo"\n') == [
        "model-impossible",
        "model-impossible",
        "model-impossible",
        "model-empty",
        "model-unknown",
        "unknown-key",
    ]


def test_a_switch_is_no_answer() -> None:
    assert codes(CASES.replace('answer = "yes"', "answer = true")) == ["wrong-type"]


def test_what_a_photo_shows_has_no_model() -> None:
    photo = '[[sections.questions]]\nid = "zdjecie"\ntype = "photo"\ntext = "Zdjęcie"\n'
    source = CASES.replace("[models.fakt]", f'{photo}[models.zdjecie]\nanswer = "drzwi"\n[models.fakt]')

    assert codes(source) == ["model-not-here"]


def test_a_model_reads_as_people_write() -> None:
    assert {
        question.id: model_answer(question, cases().models[question.id])
        for question in cases().questions()
        if question.id in cases().models
    } == EXPERTS
    assert model_answer(cases().question("fakt"), Model(answer="na")) == Chosen(NOT_APPLICABLE)
    assert model_answer(cases().question("fakt"), Model(why="bo tak")) is None


def test_a_calibration_needs_the_answers_of_experts_and_a_training_reasons() -> None:
    lacking = cases('[models.lista]\nanswer = ["a", "b"]\n')

    assert list(lacks(cases(), "calibration")) == []
    assert [(found.code, found.facts) for found in lacks(lacking, "calibration")] == [
        ("model-without-answer", {"question": "lista"})
    ]
    assert {found.code for found in lacks(cases(), "training")} == {"model-without-why"}


def test_a_case_with_nothing_to_compare_is_no_case() -> None:
    empty = CASES.replace('[[sections]]\nid = "drugi"', '[[sections]]\nid = "trzeci"\ntitle = "Strona"\n'
        '[[sections.questions]]\nid = "opis"\ntype = "text"\ntext = "Opisz"\n[[sections]]\nid = "drugi"')  # fmt: skip

    assert [found.code for found in lacks(parse(empty), "calibration")] == ["case-without-models"]
