from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.phrases import catalogue
from contest.edition import Kind, PeerGroup
from contest.entrants import Entrant, Import, read_table
from contest.headings import Row, fold
from contest.mistakes import mistake, tell


@dataclass(frozen=True)
class Contest:
    kinds: tuple[Kind, ...] = (
        Kind(id="gmina", name="Gmina wiejska", labels=("gm. wiejska",)),
        Kind(id="powiat", name="Powiat"),
    )
    groups: tuple[PeerGroup, ...] = (
        PeerGroup(id="a", name="A", kinds=("gmina",)),
        PeerGroup(id="b", name="B", kinds=("powiat",), min_population=100),
    )


HEADINGS = ("nazwa", "rodzaj", "teryt", "ludnosc", "email")


def imported(*rows: tuple[str, ...], headings: tuple[str, ...] = HEADINGS) -> Import:
    return read_table(headings, [(line, row) for line, row in enumerate(rows, start=2)], Contest())


def complaints(*rows: tuple[str, ...]) -> list[str]:
    say = catalogue().plain("pl")
    return [tell(say, fault) for fault in imported(*rows).complaints]


@pytest.mark.parametrize(
    "headings",
    [
        ("nazwa", "rodzaj", "wojewodztwo", "miejscowosc", "ludnosc", "telefon", "godziny"),
        (" Nazwa ", "RODZAJ", "Województwo", "Miejscowość", "Ludność", "Telefon", "Godziny:"),
        ("Name", "kind", "Voivodeship", "Town", "POPULATION", "Phone", "Hours"),
    ],
)
def test_headings_may_be_polish_or_english_in_any_case(headings: tuple[str, ...]) -> None:
    row = ("Gmina Łyse", "Gm. Wiejska", "mazowieckie", "Łyse", "8 061", "29 772 50 03", "pn-pt 8-16")

    assert imported(row, headings=headings) == Import(
        (
            Entrant(
                0,
                "Gmina Łyse",
                "gmina",
                voivodeship="mazowieckie",
                town="Łyse",
                population=8061,
                phone="29 772 50 03",
                hours="pn-pt 8-16",
            ),
        )
    )


def test_each_bad_row_is_named_with_its_line_and_every_reason_and_the_good_ones_are_read() -> None:
    rows = (
        ("Gmina Alfa", "gmina", "0201022", "15359", "a@alfa.example"),
        ("", "gmia wiejska", "201022", "sporo", "a(at)alfa"),
        ("Powiat Beta", "powiat", "0201", "", ""),
        ("Powiat Gama", "powiat", "0202", "99", ""),
        ("GMINA  ALFĄ", "gmina", "0201022", "", ""),
        ("Gmina Delta", "gmina", "", "1", "", "nadmiar"),
    )

    assert [entrant.name for entrant in imported(*rows).new] == ["Gmina Alfa"]
    assert complaints(*rows) == [
        "wiersz 3: pusta kolumna „nazwa”. Uzupełnij ją.",
        "wiersz 3: nieznany rodzaj „gmia wiejska” (może „Gmina wiejska”?). Możliwe: Gmina wiejska, Powiat.",
        "wiersz 3: liczba ludności „sporo” nie jest liczbą całkowitą. Wpisz same cyfry.",
        "wiersz 3: kod TERYT ma 6 cyfr („201022”), a powinien mieć 2, 4 albo 7. Arkusz zgubił pewnie zero na początku: „0201022”?",
        "wiersz 3: „a(at)alfa” nie jest adresem e-mail. Wpisz jeden adres, na przykład urzad@example.org.",
        "wiersz 4: brakuje liczby ludności, a od niej zależy grupa porównawcza. Uzupełnij kolumnę „ludnosc”.",
        "wiersz 5: rodzaj „powiat” o ludności 99 nie pasuje do żadnej grupy porównawczej. Sprawdź liczbę ludności albo granice grup.",
        "wiersz 6: „GMINA ALFĄ” jest już w wierszu 2. Usuń powtórzenie.",
        "wiersz 7: wiersz ma więcej kolumn (6) niż nagłówki (5). Sprawdź, czy tekst ze średnikiem lub przecinkiem jest w cudzysłowie.",
    ]


@pytest.mark.parametrize(
    ("said", "people"),
    [
        ("15359", 15359),
        ("15 359", 15359),
        ("1\u00a0234\u202f567", 1234567),
        ("15.359", 15359),
        ("15359.0", 15359),
        ("", None),
    ],
)
def test_population_is_read_with_the_marks_of_thousands(said: str, people: int | None) -> None:
    (entrant,) = imported(("Gmina Alfa", "gmina", "", said, "")).new

    assert entrant.population == people


@pytest.mark.parametrize("said", ["-5", "15,3", "1 2", "15k", "١٢٣", "9999999999"])
def test_any_other_population_is_refused(said: str) -> None:
    assert [fault.code for fault in imported(("Gmina Alfa", "gmina", "", said, "")).complaints] == [
        "row-population"
    ]


@pytest.mark.parametrize(
    ("code", "complaint"),
    [
        ("2", "row-teryt-zero"),
        ("201", "row-teryt-zero"),
        ("02010", "row-teryt-digits"),
        ("02010223", "row-teryt-digits"),
        ("02O1022", "row-teryt"),
    ],
)
def test_a_teryt_code_of_another_length_is_refused(code: str, complaint: str) -> None:
    assert [fault.code for fault in imported(("Gmina Alfa", "gmina", code, "", "")).complaints] == [complaint]


def test_an_unknown_heading_is_a_warning_and_its_column_left_out() -> None:
    read = imported(("Gmina Alfa", "gmina", "x"), headings=("nazwa", "rodzaj", "telefn"))

    assert read == Import(
        (Entrant(0, "Gmina Alfa", "gmina"),),
        warnings=(mistake("heading-unknown", heading="telefn", nearest="telefon"),),
    )


def test_a_table_without_a_needed_heading_is_refused_whole() -> None:
    assert imported(("Gmina Alfa", "gmina"), headings=("nazwa", "Name")).complaints == (
        mistake("heading-doubled", heading="Name", column="nazwa"),
        mistake("heading-missing", column="rodzaj", found="nazwa, Name"),
    )


def test_a_table_of_empty_rows_brings_nothing() -> None:
    assert imported(("", " "), ()) == Import((), (mistake("table-without-rows"),))


def test_control_characters_do_not_get_in() -> None:
    (entrant,) = imported(("Gmina\0 Alfa\ud800", "gmina")).new

    assert entrant.name == "Gmina\ufffd Alfa\ufffd"


def test_folding_forgets_case_polish_letters_and_spaces() -> None:
    assert fold("  ZAŻÓŁĆ\u00a0 gęślą\tJaźń ") == "zazolc gesla jazn"


@given(st.text())
@example("Ǿ")
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


cells = st.one_of(st.text(), st.sampled_from(["gmina", "powiat", "Gmina Alfa", "1 000", "0201022"]))
tables: st.SearchStrategy[list[Row]] = st.lists(st.tuples(st.integers(2, 99), st.lists(cells, max_size=7)))


@given(st.lists(st.one_of(cells, st.sampled_from(HEADINGS)), max_size=7), tables)
def test_any_table_is_read_or_explained(headings: list[str], rows: list[Row]) -> None:
    say = catalogue().plain("pl")
    read = read_table(headings, rows, Contest())

    assert all(entrant.name and entrant.kind for entrant in read.new)
    assert all(tell(say, fault) for fault in (*read.complaints, *read.warnings))
    assert read.new or read.complaints
