"""What the public reads: who won is said as it was decided, numbers have their plural, nobody's words are printed unasked."""

from __future__ import annotations

from dataclasses import replace

from benchmarks import invented
from benchmarks.invented import SAY
from bot.bindery import Order, Papers, bind
from contest.awards import HONOURS, LICENCE, Award
from contest.snapshot import freeze_snapshot
from reports import practices, press
from reports.compile import Facts
from reports.council import Table
from reports.peers import titles_of
from reports.published import catalogue_of, press_of
from tests.reports import samples


def _ordinary() -> tuple[Facts, Table]:
    return next((facts, table) for name, facts, table in invented.tables() if name == "zwykła")


def test_the_press_note_names_those_whom_the_experts_honoured_in_the_order_of_groups() -> None:
    facts, table = _ordinary()

    made = press_of(facts, table, SAY)

    assert [(each.group, each.name, each.award) for each in made.winners] == [
        ("Gminy wiejskie", "Gmina Sosnowa Dolina", "Statuetka"),
        ("Gminy wiejskie", "Gmina Dębowa Góra", "Wyróżnienie Nadzwyczajne"),
        ("Gminy wiejskie", "Gmina Sosnowa Dolina", "Wyróżnienie Nadzwyczajne"),
        ("Miasta do 50 tys. mieszkańców", "Miasto Cicha Łąka", "Statuetka"),
        ("Powiaty", "Powiat Brzozowa Góra", "Statuetka"),
        ("Instytucje kultury", "Biblioteka Publiczna – Klonowa Polana", "Statuetka"),
    ]
    assert made.embargo == "Do publikacji od 10 grudnia 2026 r., godz. 18:00"


def test_where_experts_decided_nothing_the_best_above_the_threshold_are_named() -> None:
    facts, table = _ordinary()
    plain = replace(facts, awards=tuple(each for each in facts.awards if each.kind not in HONOURS))

    made = press_of(plain, replace(table, gala=None), SAY)

    assert {each.award for each in made.winners} == {"Najwyższy wynik w grupie"}
    assert len({each.group for each in made.winners}) == len(made.winners)
    assert made.embargo == ""


def test_one_of_everything_is_said_in_the_singular() -> None:
    alone = invented.entrants(1)
    met = invented.contacts(alone)[:1]
    table = Table((), (), (), invented.GRANTED, "", None, embargo=False)

    said = press_of(replace(invented.facts(alone, met), awards=()), table, SAY)

    assert said.lead[0].startswith("W konkursie Lider Zaufania Mieszkańców 2026 wzięła udział 1 instytucja, ")
    assert said.measured[0] == (
        "Wyniki pochodzą z 1 zatwierdzonego kontaktu z instytucją, które od 1 października 2026 do 20 listopada 2026 r. "
        "przeprowadził 1 juror."
    )
    assert said.lead[1] == "Żadna instytucja nie osiągnęła progu nagród."


def test_a_press_note_is_one_page_and_says_how_many_it_left_out() -> None:
    pages = press.layout(samples.press(60), SAY)

    text = " ".join(samples.text_of(pages))
    assert len(pages) == 1
    assert "laureatów: pełna lista jest w rankingu." in text.replace("\N{NO-BREAK SPACE}", " ")


def test_the_catalogue_holds_the_awarded_who_have_something_to_show() -> None:
    facts, table = _ordinary()
    titles = titles_of(invented.rules().current.values())

    made = catalogue_of(facts, table, titles, SAY)

    awarded = {each.entrant for each in facts.awards if each.kind != "statuette-nominee"}
    shown = {facts.entrants[each].name for each in awarded if facts.entrants[each].solution}
    assert {each.entrant for each in made.practices} == shown
    first = next(each for each in made.practices if each.reason)
    assert (first.title, first.awards) == (
        "Jedno okienko dla rodziny",
        ("Licencja Jakości", "Statuetka", "Wyróżnienie Nadzwyczajne"),
    )
    assert len(first.description) == 3
    assert len(practices.layout(made, SAY)) == 4


def test_the_worker_binds_the_catalogue_from_the_frozen_text() -> None:
    """The solution is frozen with the results; an older snapshot without one is the same text as before."""
    few = invented.with_solutions(invented.entrants(3))
    text = freeze_snapshot(invented.snapshot(few, invented.contacts(few)))
    table = Table((), (), (), invented.GRANTED, "", None, embargo=False)
    order = Order(Papers("catalogue", table), text, (Award(LICENCE, 2, "LJ/2026/0001", None),), "pl")

    made = bind(order)

    assert isinstance(made, tuple)
    assert [each.name for each in made] == ["katalog-dobrych-praktyk.pdf"]
    assert "Oddzwaniamytegosamegodnia" in samples.read_back(made[0].content)[0]
    plain = freeze_snapshot(invented.snapshot(invented.entrants(1), ()))
    assert "solution" not in plain
    assert "description" not in plain
