from __future__ import annotations

from fractions import Fraction

from reports.charts import Bullet, by_lead
from reports.comparison import Remark, strengths, to_improve
from reports.feedback import layout
from tests.reports import samples


def _text(*, classified: bool) -> str:
    lines = samples.text_of(layout(samples.feedback(classified=classified), samples.SAY))
    return " ".join(lines).replace("\N{NO-BREAK SPACE}", " ")


def test_strengths_and_areas_follow_the_stated_rule() -> None:
    feedback = samples.feedback()

    assert strengths(feedback) == (
        Remark("Wizyta", "Dojście i oznakowanie", Fraction(25)),
        Remark("Wizyta", "Na granicy", Fraction(5)),
    )
    assert to_improve(feedback) == (Remark("Wizyta", "Wiedza", Fraction(-17), Fraction(17, 2) * 3 / 5),)
    assert "co najmniej 5 punktów procentowych" in _text(classified=True)


def test_the_first_page_holds_the_essence() -> None:
    (first, *_) = layout(samples.feedback(), samples.SAY)
    text = " ".join(samples.text_of([first])).replace("\N{NO-BREAK SPACE}", " ")

    assert "74,2 %" in text
    assert "3. (ex aequo)" in text
    assert "na 14 sklasyfikowanych uczestników" in text
    assert "Licencja Jakości – LJ/2026/0003" in text
    assert "Mocne strony" in text
    assert "Obszary do poprawy" in text


def test_bullets_go_from_the_furthest_above_the_median_to_the_furthest_below() -> None:
    low, high = Bullet("low", Fraction(1), Fraction(50)), Bullet("high", Fraction(90), Fraction(50))
    even, alone = Bullet("even", Fraction(50), Fraction(50)), Bullet("alone", Fraction(99), None)

    assert by_lead([low, alone, even, high]) == (high, even, low, alone)


def test_the_difference_is_in_words_and_not_in_colour_alone() -> None:
    text = _text(classified=True)

    assert "7,3 p.p. powyżej" in text
    assert "15,5 p.p. poniżej" in text
    assert "na poziomie mediany" in text
    assert "bez porównania" in text


def test_an_unclassified_entrant_gets_the_reason_and_no_result() -> None:
    text = _text(classified=False)

    assert "Za mało kontaktów: 1 z 4." in text
    assert "nie podaje szczegółowych wyników" in text
    assert "mediany" not in text
    assert "Kanał po kanale" not in text


def test_the_uncertainty_of_a_place_is_said_where_it_is_known() -> None:
    assert "Niepewność pomiaru dopuszcza miejsca od 2. do 5." in _text(classified=True)


def test_the_report_of_a_classified_entrant_has_four_to_eight_pages() -> None:
    from benchmarks import gallery

    made = {name: data for name, data in gallery.documents() if name.startswith("raport-")}

    pages = {}
    for name, data in made.items():
        with samples.opened(data) as document:
            pages[name] = len(document)
    assert pages.pop("raport-niesklasyfikowany") == 1
    assert {name: count for name, count in pages.items() if not 4 <= count <= 8} == {}
