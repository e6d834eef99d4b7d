"""Each flag says what is odd about a submission and where; and says nothing about one that is as it should be."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from contest.answers import Amount, Answer, Chosen, Replied, Several, Timed, Written
from contest.checklist import Checklist
from contest.checklist_file import parse
from contest.flags import answers, facts, pace
from contest.flags.facts import Found
from contest.flags.flag import Flag, ordered, weight
from contest.flags.looks import HIGH, NEAR, WIDE, alike, look, parts
from contest.flags.rules import CheckRules
from contest.flags.traces import TICKS, Twin, seen, traces
from contest.session import Session

SOURCE = """
format = 1
id = "telefon"
version = 1
channel = "telefon"
title = "Telefon"
[[sections]]
id = "rozmowa"
title = "Rozmowa"
[[sections.questions]]
id = "czas"
type = "duration"
text = "Zmierz czas."
weight = 0
marks = [ { id = "a", label = "A" }, { id = "b", label = "B" }, { id = "c", label = "C" } ]
measure = ["a", "b"]
shortest = 30
[[sections.questions]]
id = "notatka"
type = "text"
text = "Co padło?"
key = true
[[sections.questions]]
id = "odpowiedz"
type = "choice"
text = "Jaka była?"
key = true
options = [ { id = "pelna", label = "Pełna", points = 1 }, { id = "pol", label = "Częściowa", points = 0.5 }, { id = "zla", label = "Błędna", points = 0 } ]
[[sections.questions]]
id = "o1"
type = "scale"
text = "Pierwsza"
low = "źle"
high = "dobrze"
[[sections.questions]]
id = "o2"
type = "scale"
text = "Druga"
least = 1
most = 10
low = "źle"
high = "dobrze"
[[sections.questions]]
id = "formularz"
type = "choices"
text = "Co jest na stronie?"
fact = "strona"
weight = 0
options = [ { id = "online", label = "Formularz" }, { id = "godziny", label = "Godziny" }, { id = "nic", label = "Nic", alone = true } ]
na = true
[[sections.questions]]
id = "wykryto"
type = "yes_no"
text = "Czy rozpoznano?"
weight = 0
alarm = true
"""
CHECKLIST = parse(SOURCE)
WWW = parse(
    """
format = 1
id = "www"
version = 4
channel = "www"
title = "Strona"
[[sections]]
id = "s"
title = "Strona"
[[sections.questions]]
id = "tresc"
type = "choices"
text = "Co podaje strona?"
fact = "strona"
na = true
weight = 0
options = [ { id = "online", label = "Formularz" }, { id = "cennik", label = "Cennik" } ]
[[sections.questions]]
id = "telefony"
type = "number"
text = "Ile telefonów?"
fact = "telefony"
min = 0
max = 9
weight = 0
"""
)
RULES = CheckRules()
NOON = datetime(2026, 10, 5, 12, tzinfo=UTC)
WORDS = ("dokument|wniosek", "opłat|bezpłat|zł")


def session(**said: Answer) -> Session:
    return Session(CHECKLIST.name, answers=said, submitted_at=NOON)


def marked(*seconds: int) -> Timed:
    return Timed(tuple((mark, NOON + timedelta(seconds=s)) for mark, s in zip("abc", seconds, strict=False)))


def test_a_contact_shorter_than_the_question_believes_is_flagged_with_both_times() -> None:
    assert list(pace.fast_contact(CHECKLIST, session(czas=marked(0, 5, 29)))) == [
        Flag("fast-contact", "czas", {"seconds": 29, "least": 30})
    ]
    assert list(pace.fast_contact(CHECKLIST, session(czas=marked(0, 5, 30)))) == []
    assert list(pace.fast_contact(CHECKLIST, session(czas=Timed(corrected=2, reason="late")))) == []


def given_at(*gaps: int) -> list[tuple[str, datetime]]:
    moments = [NOON]
    for gap in gaps:
        moments.append(moments[-1] + timedelta(seconds=gap))
    return [("o1", at) for at in moments]


def test_answers_that_came_faster_than_anybody_reads_are_flagged() -> None:
    assert list(pace.fast_answers(CHECKLIST, given_at(*[1] * 8), RULES)) == [
        Flag("fast-answers", facts={"seconds": 1, "count": 8})
    ]
    assert list(pace.fast_answers(CHECKLIST, given_at(*[1] * 7), RULES)) == []  # too few to be a habit
    assert list(pace.fast_answers(CHECKLIST, given_at(1, 1, 1, 1, 9, 9, 9, 9, 9), RULES)) == []
    off = CheckRules(seconds_per_question=0)
    assert list(pace.fast_answers(CHECKLIST, given_at(*[0] * 20), off)) == []


def test_what_is_typed_or_measured_has_a_pace_of_its_own() -> None:
    typed = [
        (question, at)
        for (_, at), question in zip(given_at(*[1] * 20), ["notatka", "czas"] * 11, strict=False)
    ]
    assert list(pace.fast_answers(CHECKLIST, typed, RULES)) == []


def test_a_report_is_late_by_the_last_moment_at_the_institution() -> None:
    contact = session(czas=marked(0, 5, 600))
    end = NOON + timedelta(seconds=600)
    assert list(pace.late(contact, end + timedelta(hours=26, minutes=59), RULES)) == [
        Flag("late", facts={"hours": 26})
    ]
    assert list(pace.late(contact, end + timedelta(hours=23), RULES)) == []
    assert list(pace.late(session(o1=Amount(Decimal(3))), NOON + timedelta(days=9), RULES)) == []
    replied = session(czas=Replied(NOON, NOON + timedelta(days=14), closed=True))
    assert list(pace.late(replied, NOON + timedelta(days=14, hours=3), RULES)) == []


def test_scales_of_any_length_on_one_line_are_flagged() -> None:
    few = CheckRules(same_scales=2)
    best = session(o1=Amount(Decimal(5)), o2=Amount(Decimal(10)))
    assert list(answers.straight(CHECKLIST, best, few)) == [Flag("straight", facts={"count": 2})]
    assert list(answers.straight(CHECKLIST, best, RULES)) == []
    mixed = session(o1=Amount(Decimal(5)), o2=Amount(Decimal(9)))
    assert list(answers.straight(CHECKLIST, mixed, few)) == []


def test_a_yes_to_the_alarm_is_flagged() -> None:
    assert list(answers.recognised(CHECKLIST, session(wykryto=Chosen("yes")))) == [
        Flag("recognised", "wykryto")
    ]
    assert list(answers.recognised(CHECKLIST, session(wykryto=Chosen("no")))) == []


def test_a_full_answer_lacks_nothing_that_the_key_asks_for() -> None:
    def found(note: str, option: str) -> list[Flag]:
        said = session(notatka=Written(note), odpowiedz=Chosen(option))
        return list(answers.against_key(CHECKLIST, said, WORDS))

    assert found("Dokumenty: dowód. Bezpłatnie.", "pelna") == []
    assert found("Trzeba złożyć WNIOSEK.", "pelna") == [Flag("key-missing", "odpowiedz", {"words": "opłat"})]
    assert found("Wniosek i 22 zł.", "zla") == [Flag("key-there", "odpowiedz")]
    assert found("Nic.", "zla") == []
    assert found("Nic.", "pol") == []
    assert (
        list(answers.against_key(CHECKLIST, session(odpowiedz=Chosen("pelna")), WORDS)) == []
    )  # nothing noted


def contradicted(mine: Answer, theirs: Answer, question: str = "tresc") -> list[Flag]:
    other = Found("9/Buk", WWW.name, question, theirs)
    checklists = {CHECKLIST.name: CHECKLIST, WWW.name: WWW}
    return list(
        facts.contradictions(CHECKLIST, {"formularz": mine}, "", others=[other], checklists=checklists)
    )


def test_two_contacts_contradict_each_other_where_both_could_have_said_the_same() -> None:
    [flag] = contradicted(Several(("online", "godziny")), Several(("cennik",)))
    assert (flag.code, flag.question, flag.facts["label"], flag.other) == (
        "contradiction",
        "formularz",
        "9/Buk",
        Several(("cennik",)),
    )
    assert contradicted(Several(("online", "godziny")), Several(("online", "cennik"))) == []
    assert contradicted(Several(("online",)), Chosen("na")) == []
    assert contradicted(Several(("online",)), Amount(Decimal(3)), "telefony") == []  # another fact


def test_numbers_of_a_fact_are_compared_as_they_are() -> None:
    other = Found("9/Buk", WWW.name, "telefony", Amount(Decimal(3)))
    checklists = {WWW.name: WWW}

    def found(count: int) -> list[Flag]:
        said: dict[str, Answer] = {"telefony": Amount(Decimal(count))}
        return list(facts.contradictions(WWW, said, "", others=[other], checklists=checklists))

    assert [len(found(count)) for count in (3, 4)] == [0, 1]


def test_the_same_words_leave_the_same_trace_whatever_their_case_and_marks() -> None:
    one = traces(CHECKLIST, session(notatka=Written("Pani w okienku była bardzo miła!")))
    other = traces(CHECKLIST, session(notatka=Written("pani,   w okienku – BYŁA bardzo miła")))
    assert one == other != {}
    assert traces(CHECKLIST, session(notatka=Written("Bardzo dobra obsługa."))) == {}  # everybody says so


def long(count: int) -> Checklist:
    scales = "".join(
        f'[[sections.questions]]\nid = "q{n}"\ntype = "scale"\ntext = "{n}"\nlow = "a"\nhigh = "b"\n'
        for n in range(count)
    )
    head = (
        'format = 1\nid = "l"\nversion = 1\nchannel = "c"\ntitle = "T"\n[[sections]]\nid = "s"\ntitle = "S"\n'
    )
    return parse(head + scales)


def test_a_set_of_ticks_is_traced_when_it_is_long_enough_to_tell() -> None:
    ticks: dict[str, Answer] = {f"q{n}": Amount(Decimal(n % 6)) for n in range(10)}
    assert set(traces(long(10), Session("l@1", answers=ticks))) == {TICKS}
    assert traces(long(9), Session("l@1", answers=ticks)) == {}


def test_ticks_of_another_juror_are_no_copy_but_words_are() -> None:
    assert list(seen([Twin(TICKS, "9/Buk", own=False), Twin("notatka", "9/Buk", own=False)])) == [
        Flag("text-seen", "notatka", {"label": "9/Buk", "more": 0, "own": "no"})
    ]
    assert list(seen([Twin(TICKS, "9/Buk", own=True), Twin(TICKS, "8/Dąb", own=True)])) == [
        Flag("answers-seen", facts={"label": "9/Buk", "more": 1, "own": "yes"})
    ]


shades = st.lists(st.integers(0, 255), min_size=WIDE * HIGH, max_size=WIDE * HIGH)


@given(shades, st.sets(st.integers(0, 63), max_size=NEAR + 3))
def test_exactly_the_looks_that_differ_in_few_bits_are_alike(pixels: list[int], flipped: set[int]) -> None:
    mine = look(pixels)
    theirs = f"{int(mine, 16) ^ sum(1 << bit for bit in flipped):016x}"
    plain = any(not 8 <= int(one, 16).bit_count() <= 56 for one in (mine, theirs))
    assert alike(mine, [theirs]) == [len(flipped) <= NEAR and not plain]
    if len(flipped) <= NEAR:
        assert any(one == other for one, other in zip(parts(mine), parts(theirs), strict=True))


def test_the_heaviest_flag_stands_first_and_a_kind_weighs_once() -> None:
    found = [Flag("straight"), Flag("photo-seen", "a"), Flag("late"), Flag("photo-seen", "b")]
    assert [flag.code for flag in ordered(found)] == ["photo-seen", "photo-seen", "late", "straight"]
    assert weight(found) == weight(found[:3])
    assert weight([]) == 0
