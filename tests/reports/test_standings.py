from __future__ import annotations

from reports.marks import Page, texts_of
from reports.standings import layout
from tests.reports import samples


def _lines(pages: tuple[Page, ...]) -> list[list[str]]:
    return [[mark.text.replace("\N{NO-BREAK SPACE}", " ") for mark in texts_of(page)] for page in pages]


def test_ties_share_a_place_in_print() -> None:
    (page, *_) = _lines(layout(samples.standings(4), samples.SAY))

    assert [line for line in page if line in ("1.", "2.", "3.", "4.")] == ["1.", "2.", "2.", "4."]


def test_headings_are_repeated_on_every_page_of_a_table() -> None:
    pages = _lines(layout(samples.standings(60), samples.SAY))
    with_places = [
        page for page in pages if any(line.rstrip(".").isdigit() and line.endswith(".") for line in page)
    ]

    assert len(with_places) >= 4
    assert all({"Miejsce", "Uczestnik", "Wynik", "Kontakty", "Nagroda"} <= set(page) for page in with_places)
    assert all("Miasta powyżej 50 tysięcy mieszkańców – ciąg dalszy" in page for page in with_places[1:])


def test_pages_are_numbered() -> None:
    pages = _lines(layout(samples.standings(60), samples.SAY))

    assert [f"Strona {number} z {len(pages)}" in page for number, page in enumerate(pages, 1)] == [
        True
    ] * len(pages)


def test_the_unclassified_are_listed_apart_with_the_reason() -> None:
    lines = [line for page in _lines(layout(samples.standings(2), samples.SAY)) for line in page]

    apart = lines.index("Niesklasyfikowani")
    assert lines.index("Urząd Gminy Łapsze Niżne") > apart
    assert "Za mało kontaktów: 1 z 4." in lines[apart:]
    assert "W tej grupie nie sklasyfikowano nikogo." in lines


def test_it_says_how_it_was_counted_and_from_what() -> None:
    text = " ".join(line for page in _lines(layout(samples.standings(1), samples.SAY)) for line in page)

    assert "Wagi kanałów: Wizyta – 3, Telefon – 2, E-mail – 1,5." in text
    assert "wynik co najmniej 75,0 %" in text
    assert "zatwierdzonych kontaktów – 4, kanałów – 2, różnych jurorów – 2" in text
    assert "01234567 89abcdef" in text
