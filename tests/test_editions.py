"""The edition that we ship: its files parse, say what the notes of the contest ask for, and suit the example entrants."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from bot.organiser.sheets import read_sheet
from contest.answers import Amount, Answer, Chosen, Replied
from contest.checklist import Checklist
from contest.checklist_file import parse
from contest.edition import EditionSettings, group_of
from contest.edition_file import parse_edition
from contest.entrants import Import, read_table
from contest.headings import fold
from contest.questions import Choice, Choices, Duration, Question, Reply, Scale, YesNo
from contest.scenarios import Scenarios, parse_scenarios
from contest.scoring import score
from contest.training import Step, lacks, model_answer

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "editions" / "lider-zaufania"
CHANNELS = ("wizyta", "telefon", "email", "social", "www")
GATES = {"wizyta": "obsluzono", "telefon": "polaczenie", "email": "czas", "social": "mozna", "www": ""}
SENT = datetime(2026, 10, 5, 8, tzinfo=UTC)
UNTIL = datetime(2026, 10, 20, tzinfo=UTC)
SILENCE = Replied(SENT, UNTIL, closed=True)
CLOSING = ["mocne", "poprawa", "wrazenie", "rozpoznanie", "slad"]


def _read(name: str) -> str:
    return (FOLDER / name).read_text("utf-8")


def _checklist(name: str) -> Checklist:
    return parse(_read(f"{name}.toml"), file=f"{name}.toml")


def _settings() -> EditionSettings:
    return parse_edition(_read("edition.toml"), file="edition.toml")


def _scenarios(settings: EditionSettings) -> Scenarios:
    return parse_scenarios(
        _read(settings.scenarios),
        file=settings.scenarios,
        channels=[channel.id for channel in settings.channels],
        kinds=[kind.id for kind in settings.kinds],
    )


def _example(settings: EditionSettings) -> Import:
    headings, rows = read_sheet((ROOT / "examples" / "uczestnicy.csv").read_bytes(), "uczestnicy.csv")
    return read_table(headings, rows, settings)


def _buttons(question: Question) -> Iterator[str]:
    match question:
        case Choice() | Choices():
            yield from (option.label for option in question.options)
        case Duration():
            yield from (mark.label for mark in question.marks)
        case Reply(sent=sent, came=came):
            yield from (sent, came)
        case Scale():
            yield from (question.low, question.high)
        case _:
            pass


def _told_to_jurors(checklist: Checklist) -> Iterator[str]:
    yield from (checklist.title, checklist.intro)
    for section in checklist.sections:
        yield from (section.title, section.intro)
        for question in section.questions:
            yield from (question.text, question.hint, *_buttons(question))
            if question.evidence:
                yield question.evidence.text
    for model in checklist.models.values():
        yield model.why


@pytest.mark.parametrize("channel", CHANNELS)
def test_the_weights_of_a_channel_sum_to_100(channel: str) -> None:
    checklist = _checklist(channel)

    assert checklist.channel == channel
    assert {section.weight for section in checklist.sections} == {Fraction(1)}
    assert sum(question.weight for question in checklist.questions()) == 100


@pytest.mark.parametrize("channel", CHANNELS)
def test_every_channel_closes_with_the_same_unscored_questions(channel: str) -> None:
    checklist = _checklist(channel)

    last = checklist.sections[-1]
    assert [question.id for question in last.questions] == CLOSING
    assert {question.weight for question in last.questions} == {Fraction(0)}
    assert not last.show_if


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_channel_has_the_gate_that_the_rules_name(channel: str) -> None:
    gates = [question.id for question in _checklist(channel).questions() if question.failing]

    assert gates == ([GATES[channel]] if GATES[channel] else [])


@pytest.mark.parametrize("channel", [channel for channel in CHANNELS if GATES[channel]])
def test_after_a_failed_gate_only_the_closing_questions_remain(channel: str) -> None:
    checklist = _checklist(channel)
    gate = checklist.question(GATES[channel])
    (failing,) = gate.failing
    answers: dict[str, Answer] = {gate.id: SILENCE if isinstance(gate, Reply) else Chosen(failing)}

    order = [question.id for question in checklist.questions()]
    left = [question.id for question in checklist.visible(answers, "gmina_wiejska")]
    assert left[left.index(gate.id) + 1 :] == [name for name in CLOSING if name != "slad"]
    assert left[: left.index(gate.id) + 1] == order[: order.index(gate.id) + 1]
    assert score(checklist, answers, "gmina_wiejska").percent == 0


def test_without_a_reply_in_social_media_the_rest_of_the_talk_counts_as_nothing() -> None:
    checklist = _checklist("social")
    answers: dict[str, Answer] = {"mozna": Chosen("yes"), "czas": SILENCE}

    found = score(checklist, answers, "gmina_wiejska")
    assert (found.earned, found.possible) == (Fraction(5), Fraction(5 + 18 + 5 + 18 + 6 + 7))


def replied(*, elapsed: int) -> Replied:
    return Replied(SENT, UNTIL, stamped=SENT, elapsed=elapsed)


@pytest.mark.parametrize(
    ("channel", "elapsed", "share"),
    [
        ("email", 0, "1"),
        ("email", 1, "1"),
        ("email", 2, "17/20"),
        ("email", 3, "7/10"),
        ("email", 5, "2/5"),
        ("email", 6, "0"),
        ("email", 10, "0"),
        ("social", 30 * 60, "1"),
        ("social", 30 * 60 + 1, "4/5"),
        ("social", 4 * 3600, "4/5"),
        ("social", 8 * 3600, "3/5"),
        ("social", 16 * 3600, "3/10"),
        ("social", 40 * 3600, "1/10"),
    ],
)
def test_a_reply_earns_by_its_bands(channel: str, elapsed: int, share: str) -> None:
    answers: dict[str, Answer] = {"mozna": Chosen("yes"), "czas": replied(elapsed=elapsed)}
    (line,) = [
        line for line in score(_checklist(channel), answers, "powiat").lines if line.question == "czas"
    ]

    assert line.earned / line.possible == Fraction(share)


def test_a_late_email_counts_as_none_and_hides_what_is_asked_of_a_reply() -> None:
    checklist = _checklist("email")
    late: dict[str, Answer] = {"czas": Replied(SENT, UNTIL, stamped=UNTIL, elapsed=11)}

    assert score(checklist, late, "powiat").failed == "czas"
    assert [question.id for question in checklist.visible(late, "powiat")] == ["adres", "czas", *CLOSING[:-1]]


def test_a_housing_company_is_not_asked_about_the_public_information_bulletin() -> None:
    checklist = _checklist("www")

    commune = {question.id for question in checklist.visible({}, "gmina_wiejska")}
    company = {question.id for question in checklist.visible({}, "tbs")}
    assert commune - company == {"bip", "edoreczenia", "deklaracja", "deklaracja_tresc"}


def test_an_unanswered_third_of_an_email_earns_two_thirds() -> None:
    answers: dict[str, Answer] = {"czas": replied(elapsed=1), "ile": Amount(Decimal(2))}

    found = score(_checklist("email"), answers, "gmina_wiejska")
    assert (found.earned, found.possible) == (20 + Fraction(32, 3), Fraction(20 + 16))


@pytest.mark.parametrize("name", [*CHANNELS, "rejestracja"])
def test_no_text_for_jurors_shouts_or_tells_what_scores(name: str) -> None:
    for text in _told_to_jurors(_checklist(name)):
        assert "!" not in text
        assert not re.search(
            r"\b(punkt(y|ów|owan\w*|acj\w*)|wag[aięą]|gate|weight)\b", text, re.IGNORECASE
        ), text


@pytest.mark.parametrize("name", [*CHANNELS, "rejestracja"])
def test_labels_fit_a_phone_button(name: str) -> None:
    labels = [label for question in _checklist(name).questions() for label in _buttons(question)]

    assert [label for label in labels if len(label) > 30] == []


@pytest.mark.parametrize("name", [*CHANNELS, "rejestracja", "szkolenie", "kalibracja"])
def test_button_data_stays_within_64_bytes(name: str) -> None:
    for question in _checklist(name).questions():
        for choice in ("na", "ok", "yes", "unsent", *question.own_ids):
            assert len(f"q:99999999:{question.id}:{choice}:99999") <= 64


@pytest.mark.parametrize(
    "name", [*CHANNELS, "rejestracja", "szkolenie", "kalibracja", "edition", "scenariusze"]
)
def test_every_file_opens_with_a_comment_for_organisers(name: str) -> None:
    assert _read(f"{name}.toml").startswith("# ")


def test_registration_offers_the_channels_of_the_edition_and_all_voivodeships() -> None:
    registration = _checklist("rejestracja")
    channels, regions = registration.question("kanaly"), registration.question("regiony")
    consent = registration.question("zgoda")

    assert isinstance(channels, Choices)
    assert isinstance(regions, Choices)
    assert isinstance(consent, YesNo)
    assert set(channels.own_ids) == {channel.id for channel in _settings().channels}
    assert len({fold(option.label) for option in regions.options}) == 16
    assert {fold(entrant.voivodeship) for entrant in _example(_settings()).new} <= {
        fold(option.label) for option in regions.options
    }
    assert consent.failing == {"no"}
    assert [question.id for question in registration.visible({"zgoda": Chosen("no")}, "")] == ["zgoda"]
    assert {question.weight for question in registration.questions()} == {Fraction(0)}


def test_the_channels_of_the_edition_name_their_checklists_and_share_out_the_whole() -> None:
    settings = _settings()

    assert {channel.id: channel.weight for channel in settings.channels} == {
        "wizyta": 30, "telefon": 20, "email": 20, "www": 20, "social": 10,
    }  # fmt: skip
    for channel in settings.channels:
        assert parse(_read(channel.checklist), file=channel.checklist).channel == channel.id


def test_every_kind_has_three_scenarios_with_a_key_in_every_channel() -> None:
    settings = _settings()
    scenarios = _scenarios(settings)

    few = [
        (channel.id, kind.id)
        for channel in settings.channels
        for kind in settings.kinds
        if len(scenarios.suiting(channel.id, kind.id)) < 3
    ]
    assert few == []
    assert [item.id for item in scenarios.items if "Sprawdź:" not in item.key] == []
    assert [item.id for item in scenarios.items if "!" in item.story + item.question] == []
    assert [item.id for item in scenarios.items if len(item.story + item.question) > 900] == []


def test_every_kind_that_a_checklist_or_scenario_names_is_a_kind_of_the_edition() -> None:
    known = {kind.id for kind in _settings().kinds}

    named = {
        kind
        for channel in CHANNELS
        for section in _checklist(channel).sections
        for part in (section, *section.questions)
        for kind in part.applies_to
    }
    assert named <= known


def test_the_example_entrants_come_in_without_a_complaint_and_fill_five_groups() -> None:
    settings = _settings()
    example = _example(settings)

    assert (example.complaints, example.warnings) == ((), ())
    assert len(example.new) == 48
    sizes = Counter(
        group.id for each in example.new if (group := group_of(settings, each.kind, each.population))
    )
    assert sum(sizes.values()) == 48
    assert [name for name, size in sizes.items() if size >= 4] == [
        "gminy-wiejskie", "miasta-do-50", "gminy-miejsko-wiejskie", "miasta-powyzej-50", "powiaty",
    ]  # fmt: skip


def test_the_example_holds_no_address_phone_or_mail_that_nobody_vouched_for() -> None:
    entrants = _example(_settings()).new

    assert {
        (each.address, each.phone, each.email, each.www, each.social, each.hours) for each in entrants
    } == {("", "", "", "", "", "")}


def test_the_example_says_whose_data_it_shows() -> None:
    said = (ROOT / "examples" / "README.md").read_text("utf-8")

    assert "Dane: GUS (TERYT, ludność 31.12.2024), GUGiK (PRG); GeoNames CC BY 4.0" in said


def _wording(question: Question) -> tuple[object, ...]:
    """Everything by which a juror decides how to answer."""
    return (question.type, question.text, question.hint, tuple(_buttons(question)))


def test_the_cases_are_judged_in_the_words_of_the_real_checklists() -> None:
    real = {_wording(question) for channel in CHANNELS for question in _checklist(channel).questions()}

    assert [q.id for q in _checklist("kalibracja").questions() if _wording(q) not in real] == []


@pytest.mark.parametrize(("name", "step"), [("szkolenie", "training"), ("kalibracja", "calibration")])
def test_a_step_before_the_first_assignment_is_whole_and_short(name: str, step: Step) -> None:
    checklist = _checklist(name)

    assert list(lacks(checklist, step)) == []
    assert {question.weight for question in checklist.questions()} == {Fraction(0)}
    assert len(list(checklist.questions())) <= 10


def test_the_training_has_every_kind_that_a_juror_meets_often() -> None:
    kinds = {question.type for question in _checklist("szkolenie").questions()}

    assert kinds == {"yes_no", "choice", "choices", "scale", "number", "text", "duration"}


def test_a_calibration_leaves_room_on_both_sides_of_the_experts() -> None:
    checklist = _checklist("kalibracja")
    experts = {
        question.id: model_answer(question, checklist.models[question.id])
        for question in checklist.questions()
        if isinstance(question, Scale)
    }

    assert sorted(int(answer.value) for answer in experts.values() if isinstance(answer, Amount)) == [
        1,
        2,
        4,
        5,
    ]


def test_the_rules_of_the_end_are_said_and_every_channel_fits_a_narrow_table() -> None:
    settings = _settings()

    assert {"experts", "publishing", "appeals"} <= settings.model_fields_set
    assert [channel.short or channel.name for channel in settings.channels] == [
        "Wizyta",
        "Telefon",
        "E-mail",
        "Strona",
        "Media",
    ]
