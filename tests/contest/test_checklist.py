"""What a checklist shows, and what is said about one that is wrong."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from bot.phrases import LANGUAGES, catalogue
from contest.answers import Amount, Answer, Chosen, Several
from contest.checklist import Checklist, Model, Section
from contest.checklist_file import parse
from contest.mistakes import Mistakes, tell
from contest.questions import (
    Acknowledge,
    Band,
    Choice,
    Choices,
    Date,
    Duration,
    Evidence,
    Mark,
    Number,
    Option,
    Photo,
    Reply,
    Scale,
    Text,
    Time,
    YesNo,
)
from tests.contest.a_checklist import SOURCE, checklist

HEAD = 'format = 1\nid = "telefon"\nversion = 1\nchannel = "phone"\ntitle = "Infolinia"\n'
SECTION = '[[sections]]\nid = "s"\ntitle = "Sekcja"\n'
GATE = '[[sections.questions]]\nid = "odebrano"\ntype = "yes_no"\ntext = "Czy ktoś odebrał?"\n'


def ask(*lines: str, id: str = "x", type: str = "yes_no") -> str:  # noqa: A002 -- the words of the file
    """A second question, after `odebrano`."""
    return "\n".join(
        [
            HEAD,
            SECTION,
            GATE,
            "[[sections.questions]]",
            f'id = "{id}"',
            f'type = "{type}"',
            'text = "Pytanie"',
            *lines,
        ]
    )


def complaints(source: str, *, file: str = "") -> list[str]:
    with pytest.raises(Mistakes) as caught:
        parse(source, file=file)
    say = catalogue().plain("pl")
    for fault in caught.value.found:
        for language in LANGUAGES:
            tell(catalogue().plain(language), fault)  # a sentence in each
    return [tell(say, fault) for fault in caught.value.found]


def codes(source: str) -> list[str]:
    with pytest.raises(Mistakes) as caught:
        parse(source)
    return [fault.code for fault in caught.value.found]


def test_a_sound_checklist_is_read_whole() -> None:
    made = checklist()

    assert made.name == "telefon@3"
    assert [question.id for question in made.questions()] == [
        "odebrano",
        "czekanie",
        "przelaczenia",
        "powitanie",
        "informacje",
        "uprzejmosc",
        "bip",
        "zdjecia",
        "uwagi",
    ]
    assert made.section_of("powitanie").title == "Rozmowa"


def test_points_are_exact_also_as_a_third() -> None:
    question = checklist().question("powitanie")

    assert isinstance(question, Choice)
    assert question.option("skrocone").points == Fraction(1, 3)


def shown(made: Checklist, answers: dict[str, Answer], kind: str = "") -> list[str]:
    return [question.id for question in made.visible(answers, kind)]


def test_a_question_is_hidden_until_its_condition_holds() -> None:
    made = checklist()

    assert shown(made, {}) == ["odebrano", "zdjecia", "uwagi"]
    assert shown(made, {"odebrano": Chosen("no")}) == ["odebrano", "zdjecia", "uwagi"]
    assert shown(made, {"odebrano": Chosen("yes")}) == [
        "odebrano",
        "czekanie",
        "przelaczenia",
        "powitanie",
        "informacje",
        "uprzejmosc",
        "zdjecia",
        "uwagi",
    ]


def test_a_question_for_one_kind_is_not_asked_about_another() -> None:
    made = checklist()

    assert "bip" in shown(made, {"odebrano": Chosen("yes")}, "gmina")
    assert "bip" not in shown(made, {"odebrano": Chosen("yes")}, "powiat")


CHAIN = (
    HEAD
    + SECTION
    + GATE
    + '[[sections.questions]]\nid = "skala"\ntype = "scale"\ntext = "Ile?"\nlow = "a"\nhigh = "b"\n'
    + 'show_if = { odebrano = "yes" }\nwhen_hidden = "zero"\n'
    + '[[sections]]\nid = "t"\ntitle = "Dalej"\nshow_if = { skala = ["4", "5"] }\nwhen_hidden = "zero"\n'
    + '[[sections.questions]]\nid = "koniec"\ntype = "yes_no"\ntext = "Koniec?"\n'
    + '[[sections.questions]]\nid = "gminne"\ntype = "yes_no"\ntext = "Gmina?"\napplies_to = ["gmina"]\n'
)


def test_an_answer_to_a_hidden_question_opens_nothing() -> None:
    made = parse(CHAIN)

    assert shown(made, {"odebrano": Chosen("no"), "skala": Amount(Decimal(5))}) == ["odebrano"]
    assert shown(made, {"odebrano": Chosen("yes"), "skala": Amount(Decimal(5))}) == [
        "odebrano",
        "skala",
        "koniec",
    ]


def test_what_is_hidden_counts_as_zero_where_the_author_says_so_but_never_what_does_not_apply() -> None:
    made = parse(CHAIN)

    assert [question.id for question in made.zeroed({"odebrano": Chosen("no")}, "")] == ["skala", "koniec"]
    assert [question.id for question in made.zeroed({"odebrano": Chosen("no")}, "gmina")] == [
        "skala",
        "koniec",
        "gminne",
    ]
    assert made.zeroed({"odebrano": Chosen("yes"), "skala": Amount(Decimal(4))}, "gmina") == ()


def test_any_of_several_chosen_options_holds_a_condition() -> None:
    made = parse(
        ask(
            'options = [ { id = "a", label = "A", points = 1 }, { id = "b", label = "B", points = 0 } ]',
            "[[sections.questions]]",
            'id = "dalej"',
            'type = "yes_no"',
            'text = "Dalej?"',
            'show_if = { x = "b" }',
            type="choices",
        )
    )

    assert "dalej" in shown(made, {"x": Several(("a", "b"))})
    assert "dalej" not in shown(made, {"x": Several(("a",))})


@pytest.mark.parametrize(
    ("source", "where", "what"),
    [
        (
            ask("wieght = 2"),
            "wiersz 20, sekcja 1 „s”, pytanie 2 „x”",
            "nieznane pole „wieght” (może „weight”?).",
        ),
        (
            ask("min = 0\nweight = 0", type="number"),
            "wiersz 16, sekcja 1 „s”, pytanie 2 „x”",
            "brakuje pola „max”. Dopisz je.",
        ),
        (
            ask(type="liczba"),
            "wiersz 16, sekcja 1 „s”, pytanie 2 „x”",
            "wartość „liczba” jest nieznana. Możliwe: yes_no, choice, choices, scale, number, text, photo, duration, reply, date, time, acknowledge.",
        ),
        (
            ask('show_if = { odebrno = "yes" }'),
            "wiersz 20, sekcja 1 „s”, pytanie 2 „x”, pole „show_if”",
            "warunek odwołuje się do pytania „odebrno”, ale takiego nie ma (może „odebrano”?).",
        ),
        (
            ask('show_if = { odebrano = "tak" }'),
            "wiersz 20, sekcja 1 „s”, pytanie 2 „x”, pole „show_if”",
            "„tak” nie jest odpowiedzią na „odebrano”. Możliwe: yes, no.",
        ),
        (
            ask('show_if = { x = "yes" }'),
            "wiersz 20, sekcja 1 „s”, pytanie 2 „x”, pole „show_if”",
            "warunek odwołuje się do pytania „x”, które pada dopiero później. Przenieś tamto pytanie wyżej.",
        ),
    ],
)
def test_a_complaint_says_where_what_and_what_to_do(source: str, where: str, what: str) -> None:
    assert complaints(source) == [f"{where}: {what}"]


NUMBER = ("min = 0", "max = 9")
MARKS = 'marks = [ { id = "a", label = "A" }, { id = "b", label = "B" } ]'
OPTIONS = 'options = [ { id = "a", label = "A", points = 1 }, { id = "b", label = "B", points = 0 } ]'


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (ask("points = { yes = 2, no = 0 }"), ["not-a-share"]),
        (ask("weight = -1"), ["negative-weight"]),
        (ask(id="Ćwierć"), ["not-a-short-id"]),
        (ask(id="x" * 25), ["not-a-short-id"]),
        (ask(id="odebrano"), ["doubled-id"]),
        (ask('required = "nie"'), ["wrong-type"]),
        (ask('weight = "dwa"'), ["wrong-type"]),
        (ask("weight = 1e999999999"), ["wrong-type"]),
        (ask("show_if = { odebrano = [] }"), ["condition-empty"]),
        (ask('evidence = { text = "Zdjęcie", when = ["tak"] }'), ["evidence-impossible"]),
        (ask("gate = true", "required = false"), ["gate-skippable"]),
        (ask(*NUMBER, type="number"), ["bands-missing"]),
        (ask(*NUMBER, "weight = 0", "gate = true", type="number"), ["gate-not-here"]),
        (ask("min = 5", "max = 5", "weight = 0", type="number"), ["bounds-crossed"]),
        (
            ask(*NUMBER, "bands = [ { up_to = 3, points = 1 }, { up_to = 3, points = 0.5 } ]", type="number"),
            ["bands-not-rising"],
        ),
        (ask("weight = 1", type="text"), ["weight-not-here"]),
        (ask("min_length = 20", "max_length = 10", type="text"), ["bounds-crossed"]),
        (ask("weight = 1", type="photo"), ["weight-on-photo"]),
        (ask('evidence = { text = "Zdjęcie" }', type="photo"), ["evidence-on-photo"]),
        (ask('low = "a"', 'high = "b"', "least = 5", "most = 5", type="scale"), ["bounds-crossed"]),
        (ask('options = [ { id = "a", label = "A", points = 1 } ]', type="choice"), ["too-few"]),
        (ask(OPTIONS, "gate = true", type="choice"), ["gate-without-option"]),
        (ask(OPTIONS.replace('"b"', '"a"'), type="choice"), ["doubled-id"]),
        (ask(OPTIONS.replace('"B"', '"a"'), type="choice"), ["doubled-answer"]),
        (ask(OPTIONS.replace('"b"', '"na"'), type="choice"), ["reserved-id"]),
        (ask(OPTIONS.replace(", points = 0", ""), type="choice"), ["option-without-points"]),
        (ask(OPTIONS.replace("points = 0", "points = 0, alone = true"), type="choice"), ["alone-in-choice"]),
        (ask(MARKS, 'measure = ["a", "c"]', "weight = 0", type="duration"), ["unknown-mark"]),
        (ask(MARKS, 'measure = ["b", "a"]', "weight = 0", type="duration"), ["marks-crossed"]),
        (ask(MARKS, 'measure = ["a", "b"]', type="duration"), ["bands-missing"]),
        (
            ask(MARKS.replace('"b"', '"ok"'), 'measure = ["a", "ok"]', "weight = 0", type="duration"),
            ["reserved-id"],
        ),
        (HEAD + SECTION + GATE + "tekst = „x”\n", ["toml-curly-quotes"]),
        (HEAD, ["missing-key"]),
        ("", ["missing-key"] * 6),
        (HEAD + "[[sections]]\n" + 'id = "s"\ntitle = "S"\nquestions = []\n', ["too-few"]),
    ],
)
def test_each_fault_has_its_own_name_and_sentence(source: str, expected: list[str]) -> None:
    assert codes(source) == expected
    assert all(complaints(source))


def test_everything_is_complained_about_at_once_also_beside_a_question_of_broken_shape() -> None:
    source = "\n".join(
        [
            ask("wieght = 2", 'show_if = { odebrano = "tak" }'),
            '[[sections]]\nid = "s"\ntitle = "Druga"',
            '[[sections.questions]]\nid = "y"\ntype = "text"\ntext = "Opisz"\nweight = 3\nshow_if = { x = "cokolwiek" }',
        ]
    )

    assert codes(source) == ["unknown-key", "condition-impossible", "doubled-id", "weight-not-here"]


def test_a_complaint_names_the_file() -> None:
    (sentence,) = complaints(ask("wieght = 2"), file="telefon.toml")

    assert sentence.startswith("plik telefon.toml, wiersz 20, ")


def told(source: str) -> list[str]:
    """The complaints about a file, in words; none about a sound one."""
    try:
        parse(source)
    except Mistakes as caught:
        return [tell(catalogue().plain("pl"), fault) for fault in caught.found]
    return []


@given(st.lists(st.sampled_from(SOURCE.splitlines()), max_size=60).map("\n".join))
def test_a_file_of_shuffled_lines_is_complained_about_in_words(source: str) -> None:
    assert all(told(source))


@pytest.mark.parametrize("missing", range(len(SOURCE.splitlines())))
def test_a_file_without_one_of_its_lines_is_sound_or_complained_about_in_words(missing: int) -> None:
    lines = SOURCE.splitlines()

    assert all(told("\n".join(lines[:missing] + lines[missing + 1 :])))


@pytest.mark.parametrize(
    "file",
    sorted((Path(__file__).parents[2] / "editions").glob("*/*.toml")),
    ids=lambda file: f"{file.parent.name}-{file.stem}",
)
def test_the_checklists_that_come_with_us_are_sound(file: Path) -> None:
    source = file.read_text("utf-8")
    if "[[sections]]" not in source:
        pytest.skip("not a checklist")

    assert parse(source, file=file.name).name


GUIDE = Path(__file__).parents[2] / "docs" / "checklista.md"


def test_the_example_of_the_guide_is_a_sound_checklist() -> None:
    example = GUIDE.read_text("utf-8").split("```toml\n")[1].split("```")[0]

    assert parse(example).name == "telefon@3"


@pytest.mark.parametrize(
    "shape",
    [
        Checklist,
        Section,
        Option,
        Band,
        Mark,
        Model,
        Evidence,
        YesNo,
        Choice,
        Choices,
        Scale,
        Number,
        Text,
        Photo,
        Duration,
        Reply,
        Date,
        Time,
        Acknowledge,
    ],
)
def test_the_guide_names_every_field(shape: type[BaseModel]) -> None:
    guide = GUIDE.read_text("utf-8")

    assert [name for name in shape.model_fields if not re.search(rf"`[^`\n]*\b{name}\b[^`\n]*`", guide)] == []
