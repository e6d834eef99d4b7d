from __future__ import annotations

from datetime import UTC, datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.phrases import catalogue
from contest.clock import span
from contest.edition import PeerGroup, group_of
from contest.edition_file import parse_edition
from contest.mistakes import Mistake, Mistakes, mistake, tell
from contest.scenarios import parse_scenarios

GOOD = """\
id = "lider-zaufania-2026"
version = 1
name = "Lider Zaufania Mieszkańców"
year = 2026
organiser = { name = "Fundacja", place = "Warszawa", signatures = [{ name = "Anna Nowak", title = "Prezes" }] }
reminders = ["3d", "1d", "3h"]
least_in_group = 3
kinds = [
  { id = "gmina", name = "Gmina wiejska", labels = ["gm."] },
  { id = "miasto", name = "Gmina miejska" },
]

[[groups]]
id = "duze"
name = "Miasta od 50 000"
kinds = ["miasto"]
min_population = 50000

[[groups]]
id = "male"
name = "Pozostałe"
kinds = ["miasto", "gmina"]

[[channels]]
id = "telefon"
name = "Telefon"
weight = 0.1
contacts = 2
checklist = "telefon.toml"
needs = "phone"

[[channels]]
id = "email"
name = "E-mail"
weight = 2
checklist = "email.toml"

[minimums]
contacts = 3
channels = 2

[awards]
licence_threshold = 72.5

[dates]
collecting_from = 2026-09-01 08:00:00
collecting_until = "2026-10-31 20:00"
checking_until = 2026-11-14 20:00:00
results_at = 2026-11-20 10:00:00
"""

SCENARIOS = """\
id = "lider-zaufania"
version = 2

[[scenarios]]
id = "dowod"
channel = "telefon"
kinds = ["gmina"]
title = "Dowód osobisty"
story = "Zgubiłeś dowód."
question = "Co mam zrobić?"
key = "Zgłosić utratę."

[[scenarios]]
id = "smieci"
channel = "email"
title = "Śmieci"
story = "Przeprowadzasz się."
question = "Kiedy odbierają?"
key = "Harmonogram na stronie."
"""


def changed(old: str, new: str, source: str = GOOD) -> str:
    assert source.count(old) == 1
    return source.replace(old, new)


def faults(source: str) -> tuple[Mistake, ...]:
    with pytest.raises(Mistakes) as refused:
        parse_edition(source, file="edition.toml")
    return refused.value.found


def told(found: tuple[Mistake, ...]) -> list[str]:
    say = catalogue().plain("pl")
    return [tell(say, fault) for fault in found]


def test_a_channel_says_what_a_juror_is_told_of_the_entrant_and_all_of_it_when_it_says_nothing() -> None:
    named = changed(
        'checklist = "email.toml"', 'checklist = "email.toml"\nshort = "Poczta"\nshows = ["email", "hours"]'
    )
    phone, mail = parse_edition(named).channels

    assert (phone.short, phone.told, phone.in_person) == (
        "",
        ("address", "phone", "email", "www", "social", "hours"),
        True,  # it needs a phone
    )
    assert (mail.short, mail.told, mail.in_person) == ("Poczta", ("email", "hours"), True)
    assert not parse_edition(GOOD).channels[1].in_person
    assert told(faults(changed('name = "E-mail"', 'name = "E-mail"\nshort = "Poczta elektroniczna"'))) == [
        "plik edition.toml, wiersz 35, tabela [channels 2 „email”], pole „short”: tekst jest za długi. Skróć go do 11 znaków."
    ]


def test_an_edition_is_read_exactly() -> None:
    settings = parse_edition(GOOD)

    assert [(channel.id, channel.weight, channel.contacts) for channel in settings.channels] == [
        ("telefon", Fraction(1, 10), 2),
        ("email", Fraction(2), 1),
    ]
    assert settings.awards.licence_threshold == Fraction(145, 2)
    assert settings.reminders == (span("3d"), span("1d"), span("3h"))
    assert settings.utc(settings.dates.collecting_until) == datetime(2026, 10, 31, 19, tzinfo=UTC)
    assert (settings.offers.hours, settings.work_days.days, settings.scenarios) == (
        24,
        10,
        "scenariusze.toml",
    )


def test_the_first_group_that_holds_an_entrant_is_its_group() -> None:
    settings = parse_edition(GOOD)
    found = [
        group_of(settings, kind, population)
        for kind, population in [
            ("miasto", 50000),
            ("miasto", 49999),
            ("miasto", None),
            ("gmina", 90000),
            ("zoo", 1),
        ]
    ]

    assert [group.id if group else None for group in found] == ["duze", "male", "male", "male", None]


def test_an_unknown_population_is_within_no_bounds() -> None:
    bounded = PeerGroup(id="a", name="A", kinds=("gmina",), max_population=10)

    assert [bounded.holds("gmina", people) for people in (None, 10, 11)] == [False, True, False]


def test_all_faults_are_told_at_once_with_file_line_place_and_remedy() -> None:
    source = changed("version = 1", 'version = "1"')
    source = changed("year = 2026", "yaer = 2026", source)
    source = changed('kinds = ["miasto"]', 'kinds = ["miato"]', source)
    source = changed("weight = 0.1", "weight = 0", source)
    source = changed('"email.toml"', '"../email.toml"', source)
    source = changed("2026-11-14 20:00:00", "2027-10-31 02:30:00", source)

    assert told(faults(source)) == [
        "plik edition.toml: brakuje pola „year”. Dopisz je.",
        "plik edition.toml, wiersz 2, pole „version”: wartość „1” nie pasuje do tego pola. Wpisz liczbę całkowitą, bez cudzysłowu.",
        "plik edition.toml, wiersz 4: nieznane pole „yaer” (może „year”?).",
        "plik edition.toml, wiersz 16, tabela [groups 1 „duze”], pole „kinds”: nie ma rodzaju uczestników „miato” (może „miasto”?).",
        "plik edition.toml, wiersz 27, tabela [channels 1 „telefon”], pole „weight”: liczba jest za mała. Wpisz więcej niż 0.",
        (
            "plik edition.toml, wiersz 36, tabela [channels 2 „email”], pole „checklist”: „../email.toml” nie jest nazwą pliku. "
            "Wpisz samą nazwę z końcówką .toml, bez folderów i spacji."
        ),
        (
            "plik edition.toml, wiersz 48, tabela [dates], pole „checking_until”: godzina 2027-10-31 02:30 wypada dwa razy, "
            "bo wtedy przestawia się zegary na czas zimowy. Wybierz inną."
        ),
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('id = "male"', 'id = "duze"', "doubled-id"),
        ('labels = ["gm."]', 'labels = ["GMINA  miejska"]', "doubled-label"),
        ("min_population = 50000", "min_population = 9\nmax_population = 8", "population-crossed"),
        ('kinds = ["miasto", "gmina"]', 'kinds = ["miasto"]', "kind-without-group"),
        ("weight = 0.1", "weight = -1", "not-above"),
        ("weight = 0.1", "weight = 1e999999999", "wrong-type"),
        ("weight = 0.1", "weight = nan", "wrong-type"),
        ("contacts = 2", "contacts = true", "wrong-type"),
        ("contacts = 2", "contacts = 2.0", "wrong-type"),
        ('needs = "phone"', 'needs = "phon"', "not-allowed"),
        ('"telefon.toml"', '"/etc/telefon.toml"', "not-a-file-name"),
        ('"telefon.toml"', '"a\\\\telefon.toml"', "not-a-file-name"),
        ("contacts = 3", "contacts = 4", "minimum-above-plan"),
        ("channels = 2", "channels = 3", "minimum-above-plan"),
        ("licence_threshold = 72.5", "licence_threshold = 101", "too-large"),
        ("2026-09-01 08:00:00", "2027-03-28 02:30:00", "time-does-not-exist"),
        ("2026-09-01 08:00:00", "2026-09-01", "not-a-local-time"),
        ("2026-09-01 08:00:00", "2026-09-01 08:00:00Z", "time-with-offset"),
        ("2026-09-01 08:00:00", "0001-01-01 00:00:00", "not-a-local-time"),
        ("2026-09-01 08:00:00", "2026-10-31 20:00:00", "dates-out-of-order"),
        ('["3d", "1d", "3h"]', '["3d", "tydzień"]', "not-a-span"),
        ('["3d", "1d", "3h"]', '["1d", "3d"]', "reminders-not-falling"),
        ("least_in_group = 3", 'timezone = "Europe/Warszawa"', "no-time-zone"),
        ("min_population = 50000", 'joins = "mal"', "unknown-group"),
        ("min_population = 50000", 'joins = "duze"', "group-joins-on"),
        ('id = "telefon"', 'id = "Telefon 1"', "not-an-id"),
        ('name = "Fundacja"', 'name = " "', "empty-text"),
        ("year = 2026", "year = „2026”", "toml-curly-quotes"),
        ("year = 2026", "year = 2026\nyear = 2027", "toml-twice"),
        ("year = 2026", "year 2026", "toml-no-equals"),
        ("year = 2026", 'year = "2026', "toml-unclosed-text"),
        ("year = 2026", "year = 2026-02-30", "toml-no-such-date"),
        ("year = 2026", "year = tak", "toml-no-quotes"),
    ],
)
def test_one_fault_gives_one_complaint(old: str, new: str, expected: str) -> None:
    assert [fault.code for fault in faults(changed(old, new))] == [expected]


def test_an_unclosed_bracket_is_named_at_its_end() -> None:
    assert faults("a = [1,\n\n") == (
        mistake("toml-unclosed-bracket", text="a = [1,").within("line", 1).within("file", "edition.toml"),
    )


def test_a_file_with_another_byte_order_mark_and_line_ends_reads_the_same() -> None:
    assert parse_edition("\ufeff" + GOOD.replace("\n", "\r\n")) == parse_edition(GOOD)


def test_scenarios_are_found_by_channel_and_kind() -> None:
    scenarios = parse_scenarios(SCENARIOS, channels=["telefon", "email"], kinds=["gmina", "miasto"])

    assert scenarios.name == "lider-zaufania@2"
    assert [item.id for item in scenarios.suiting("telefon", "gmina")] == ["dowod"]
    assert [item.id for item in scenarios.suiting("telefon", "miasto")] == []
    assert [item.id for item in scenarios.suiting("email", "miasto")] == ["smieci"]


def test_scenarios_of_nowhere_and_without_a_key_are_named() -> None:
    source = changed('channel = "telefon"', 'channel = "telefn"', SCENARIOS)
    source = changed('key = "Harmonogram na stronie."', "", source)

    with pytest.raises(Mistakes) as refused:
        parse_scenarios(source, file="scenariusze.toml", channels=["telefon", "email"])

    assert told(refused.value.found) == [
        "plik scenariusze.toml: kanał „telefon” nie ma ani jednego scenariusza. Dopisz go.",
        "plik scenariusze.toml, wiersz 6, scenariusz 1 „dowod”, pole „channel”: nie ma kanału „telefn” (może „telefon”?).",
        "plik scenariusze.toml, wiersz 13, scenariusz 2 „smieci”: brakuje pola „key”. Dopisz je.",
    ]


pieces = st.lists(
    st.sampled_from(
        [*GOOD.splitlines(), *SCENARIOS.splitlines(), "[[kinds]]", "kinds = 1", "x.y = 2", "dates = []"]
    )
)


@given(st.one_of(st.text(), pieces.map("\n".join)))
def test_any_text_is_an_edition_or_complaints_that_can_be_said(source: str) -> None:
    for read in (parse_edition, lambda text: parse_scenarios(text, channels=["telefon"], kinds=["gmina"])):
        try:
            said = [read(source).id]
        except Mistakes as refused:
            said = told(refused.found)
        assert said
        assert all(said)
