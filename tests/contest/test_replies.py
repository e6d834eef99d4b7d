"""Typed answers mean what the buttons mean; what is not understood is refused with one sentence."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contest import replies
from contest.answers import NOT_APPLICABLE, Amount, Answer, Chosen, Clocked, Dated, Several, Timed, Written
from contest.mistakes import Mistake, Mistakes, mistake
from contest.questions import Question
from contest.replies import clean
from contest.workdays import WorkCalendar
from tests.contest.a_checklist import checklist
from tests.contest.every_kind import every_kind

CHECKLIST = checklist()
EVERY = every_kind()
CALENDAR = WorkCalendar(ZoneInfo("Europe/Warsaw"))
NIGHT = datetime(2026, 10, 12, 22, 30, tzinfo=UTC)  # a Tuesday already in Warsaw, 13 October, 0:30


def read(question: Question, text: str) -> Answer:
    return replies.read(question, text, at=NIGHT, calendar=CALENDAR)


def choose(question: Question, option: str) -> Answer:
    return replies.choose(question, option, at=NIGHT, calendar=CALENDAR)


def asked(question_id: str, **changed: object) -> Question:
    """A question of the checklist, with some of its fields changed."""
    return CHECKLIST.question(question_id).model_copy(update=changed)


def refused(question: Question, text: str) -> Mistake:
    with pytest.raises(Mistakes) as caught:
        read(question, text)
    (only,) = caught.value.found
    return only


@pytest.mark.parametrize("text", ["tak", "TAK", " Tak. ", "t", "yes", "Y"])
def test_yes_may_be_said_in_any_usual_way(text: str) -> None:
    assert read(asked("odebrano"), text) == Chosen("yes")


@pytest.mark.parametrize("text", ["nie", "N", "No!", "NIE "])
def test_no_may_be_said_in_any_usual_way(text: str) -> None:
    assert read(asked("odebrano"), text) == Chosen("no")


@pytest.mark.parametrize("text", ["nd", "ND", "n/d", "Nie dotyczy", "nie  dotyczy."])
def test_not_applicable_is_understood_where_it_is_allowed(text: str) -> None:
    assert read(asked("powitanie"), text) == Chosen(NOT_APPLICABLE)
    assert refused(asked("odebrano"), text) == mistake("reply-yes-no")


@pytest.mark.parametrize(
    ("text", "option"),
    [
        ("Imię i nazwa urzędu", "pelne"),
        ("imie i nazwa urzedu", "pelne"),
        ("2", "skrocone"),
        ("bez", "brak"),
        ("TYLKO", "skrocone"),
    ],
)
def test_an_option_is_named_by_its_label_its_number_or_its_beginning(text: str, option: str) -> None:
    assert read(asked("powitanie"), text) == Chosen(option)


def test_a_beginning_of_several_options_is_asked_about() -> None:
    question = CHECKLIST.question("informacje")

    assert refused(question, "o") == mistake(
        "reply-which-option", options="„Opłata”; „O niczym z tych rzeczy”"
    )


@pytest.mark.parametrize("text", ["4", "0", "-1", "inaczej", "99999999999"])
def test_what_is_no_option_is_answered_with_the_options(text: str) -> None:
    options = "„Imię i nazwa urzędu”; „Tylko nazwa urzędu”; „Bez powitania”"

    assert refused(asked("powitanie"), text) == mistake("reply-option", count=3, options=options)


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("Termin, dokumenty", ("dokumenty", "termin")),
        ("1 3", ("dokumenty", "termin")),
        ("1 i 2", ("dokumenty", "oplata")),
        ("2;3", ("oplata", "termin")),
        ("opłata\ntermin", ("oplata", "termin")),
        ("żadne", ("zadne",)),
        ("O niczym z tych rzeczy", ("zadne",)),
    ],
)
def test_several_options_come_in_the_order_of_the_checklist(text: str, options: tuple[str, ...]) -> None:
    assert read(asked("informacje"), text) == Several(options)


def test_an_option_that_stands_alone_is_not_combined() -> None:
    assert refused(asked("informacje"), "1, 4") == mistake("reply-alone", option="O niczym z tych rzeczy")


@pytest.mark.parametrize("text", ["3", "3.", "3/5"])
def test_a_step_is_a_number_of_the_scale(text: str) -> None:
    assert read(asked("uprzejmosc"), text) == Amount(Decimal(3))


@pytest.mark.parametrize("text", ["6", "-1", "3,5", "dobrze", "٣"])
def test_what_is_no_step_is_answered_with_the_bounds(text: str) -> None:
    assert refused(asked("uprzejmosc"), text) == mistake("reply-step", least=0, most=5)


@pytest.mark.parametrize(
    ("text", "value"),
    [("3,5", "3.5"), ("3.50", "3.5"), ("7", "7"), ("1 200", "1200"), ("12 zł", "12"), ("100", "100")],
)
def test_a_number_is_read_with_comma_point_spaces_and_unit(text: str, value: str) -> None:
    question = asked("przelaczenia", whole=False, max=Decimal(5000), unit="zł")

    answer = read(question, text)

    assert isinstance(answer, Amount)
    assert str(answer.value) == value


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("sto", mistake("reply-number", least="0", most="9")),
        ("1e5", mistake("reply-number", least="0", most="9")),
        ("NaN", mistake("reply-number", least="0", most="9")),
        ("1,5", mistake("reply-whole-number")),
        ("10", mistake("reply-out-of-range", least="0", most="9")),
        ("-1", mistake("reply-out-of-range", least="0", most="9")),
    ],
)
def test_a_number_that_does_not_fit_is_refused_with_its_reason(text: str, fault: Mistake) -> None:
    assert refused(asked("przelaczenia"), text) == fault


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("1:30", 90),
        ("90 s", 90),
        ("90", 90),
        ("2 min", 120),
        ("1,5 min", 90),
        ("1 min 30 s", 90),
        ("1 minuta 30 sekund", 90),
        ("1 h 5 min", 3900),
        ("1:02:03", 3723),
        ("1 godz.", 3600),
    ],
)
def test_a_duration_is_read_as_people_write_it(text: str, seconds: int) -> None:
    assert read(asked("czekanie"), text) == Timed(corrected=seconds)


def test_a_bare_number_is_in_the_unit_of_the_stopwatch() -> None:
    assert read(asked("czekanie", unit="min"), "2") == Timed(corrected=120)


@pytest.mark.parametrize("text", ["chwilę", "1:75", "-5", "s", ":"])
def test_what_is_no_duration_is_answered_with_examples(text: str) -> None:
    assert refused(asked("czekanie"), text) == mistake("reply-duration")


def test_a_duration_beyond_belief_is_refused() -> None:
    assert refused(asked("czekanie"), "5 h") == mistake("duration-too-long", minutes=240)


def test_a_text_is_measured_in_characters_without_the_space_around_it() -> None:
    question = CHECKLIST.question("uwagi")

    assert read(question, "  " + "ż" * 60 + "\n") == Written("ż" * 60)
    assert refused(question, "krótko") == mistake("reply-too-short", least=10, length=6)
    assert refused(question, "x" * 61) == mistake("reply-too-long", most=60, length=61)


def test_nothing_a_person_cannot_see_is_kept() -> None:
    assert clean("a\0b\u202ec\ud800d\r\ne\t") == "a b c d\ne"


@pytest.mark.parametrize("question", ["odebrano", "uwagi", "czekanie"])
def test_an_empty_message_is_no_answer(question: str) -> None:
    assert refused(CHECKLIST.question(question), " \0 ") == mistake("reply-empty")


def test_a_text_is_no_photo() -> None:
    assert refused(CHECKLIST.question("zdjecia"), "mam") == mistake("reply-photo")


@pytest.mark.parametrize(
    ("question", "option", "answer"),
    [
        ("odebrano", "yes", Chosen("yes")),
        ("powitanie", "na", Chosen("na")),
        ("uprzejmosc", "5", Amount(Decimal(5))),
        ("informacje", "termin", Several(("termin",))),
    ],
)
def test_a_tap_gives_the_answer_of_its_option(question: str, option: str, answer: Answer) -> None:
    assert choose(CHECKLIST.question(question), option) == answer


@pytest.mark.parametrize(("question", "option"), [("odebrano", "na"), ("uprzejmosc", "6"), ("uwagi", "yes")])
def test_a_tap_on_no_option_is_refused(question: str, option: str) -> None:
    with pytest.raises(Mistakes) as caught:
        choose(CHECKLIST.question(question), option)

    assert caught.value.found == (mistake("no-such-answer"),)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("dziś", "2026-10-13"),
        ("Wczoraj.", "2026-10-12"),
        ("przedwczoraj", "2026-10-11"),
        ("12.10", "2026-10-12"),
        ("12.10.", "2026-10-12"),
        ("12/10/2026", "2026-10-12"),
        ("12 października", "2026-10-12"),
        ("12 paź 2026 r.", "2026-10-12"),
        ("2026-10-12", "2026-10-12"),
        ("w piątek", "2026-10-09"),
        ("wtorek", "2026-10-13"),
    ],
)
def test_a_day_is_read_as_people_write_it_by_the_clock_of_the_edition(text: str, day: str) -> None:
    assert read(EVERY.question("dzien"), text) == Dated(date.fromisoformat(day))


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("kiedyś", mistake("reply-date")),
        ("31.02", mistake("reply-date")),
        ("12.10.26", mistake("reply-date")),
        ("jutro", mistake("date-in-future", day="14.10.2026")),
        ("24 grudnia", mistake("date-in-future", day="24.12.2026")),
        ("30.09", mistake("date-out-of-range", day="30.09.2026", first="01.10.2026", last="13.10.2026")),
    ],
)
def test_a_day_that_does_not_fit_is_refused_with_what_would(text: str, fault: Mistake) -> None:
    assert refused(EVERY.question("dzien"), text) == fault


@pytest.mark.parametrize(
    ("text", "day"), [("24 grudnia", "2026-12-24"), ("pojutrze", "2026-10-15"), ("1.10", "2026-10-01")]
)
def test_where_days_to_come_are_allowed_the_nearest_one_is_meant(text: str, day: str) -> None:
    assert read(EVERY.question("termin"), text) == Dated(date.fromisoformat(day))


def test_a_day_is_tapped_by_the_clock_of_the_edition() -> None:
    assert choose(EVERY.question("dzien"), "today") == Dated(date(2026, 10, 13))
    assert choose(EVERY.question("dzien"), "yesterday") == Dated(date(2026, 10, 12))


@pytest.mark.parametrize("text", ["14.35", "14:35", "1435", "o 14.35", "godz. 14:35", "14,35", "14 35"])
def test_a_time_is_read_as_people_write_it(text: str) -> None:
    assert read(EVERY.question("godzina"), text) == Clocked(time(14, 35))


@pytest.mark.parametrize(("text", "clock"), [("9", time(9)), ("905", time(9, 5)), ("7.00", time(7))])
def test_a_short_time_is_understood_too(text: str, clock: time) -> None:
    assert read(EVERY.question("godzina"), text) == Clocked(clock)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("rano", mistake("reply-time")),
        ("24:00", mistake("reply-time")),
        ("14.75", mistake("reply-time")),
        ("99", mistake("reply-time")),
        ("20.01", mistake("time-out-of-range", least="6:00", most="20:00")),
    ],
)
def test_a_time_that_does_not_fit_is_refused_with_what_would(text: str, fault: Mistake) -> None:
    assert refused(EVERY.question("godzina"), text) == fault


def test_now_is_stamped_by_the_server_and_offered_only_where_it_makes_sense() -> None:
    now = Clocked(time(0, 30), NIGHT)

    assert choose(EVERY.question("godzina"), "now") == read(EVERY.question("godzina"), "teraz") == now
    assert refused(EVERY.question("zamkniecie"), "teraz") == mistake("reply-time")


@pytest.mark.parametrize("text", ["rozumiem", "OK", "tak", "Przejrzane."])
def test_what_was_read_is_acknowledged_in_any_usual_way_or_by_its_label(text: str) -> None:
    assert read(EVERY.question("lista"), text) == Chosen("seen")


def test_anything_else_does_not_acknowledge() -> None:
    assert refused(EVERY.question("zasady"), "nie") == mistake("reply-acknowledge", label="none")
    assert refused(EVERY.question("lista"), "może") == mistake("reply-acknowledge", label="Przejrzane")


@pytest.mark.parametrize(
    ("text", "seconds", "reason"),
    [
        ("45 s, zapomniałam nacisnąć", 45, "zapomniałam nacisnąć"),
        ("1,5 min – bateria padła", 90, "bateria padła"),
        ("2:30 bo mierzyłem zegarkiem", 150, "mierzyłem zegarkiem"),
        ("90 (z listy połączeń)", 90, "z listy połączeń"),
    ],
)
def test_a_typed_duration_may_bring_its_reason(text: str, seconds: int, reason: str) -> None:
    assert read(asked("czekanie"), text) == Timed(corrected=seconds, reason=reason)


@given(st.sampled_from([question.id for question in CHECKLIST.questions()]), st.text())
def test_any_text_is_an_answer_or_one_complaint(question: str, text: str) -> None:
    faults = 0
    try:
        read(CHECKLIST.question(question), text)
    except Mistakes as caught:
        faults = len(caught.found)

    assert faults in {0, 1}
