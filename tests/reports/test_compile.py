"""From a ranking to its documents: nothing is invented, and what could tell on somebody is kept back."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from contest.awards import propose
from contest.checklist_file import parse
from contest.deciding import decided
from contest.ranking import Contact
from contest.snapshot import Snapshot, take
from reports import comparison, diploma, feedback, standings
from reports.comparison import Measure, Standing
from reports.compile import Facts, diploma_of, facts_of, seat, standings_of
from reports.numbers import percent
from reports.peers import feedback_of, titles_of
from reports.tables import standings_table
from tests.contest.a_strict_panel import CALIBRATED, uneven
from tests.contest.an_edition import EDITION, commune
from tests.reports.samples import MADE_AT, SAY, text_of

GRANTED = date(2026, 12, 4)
TITLES = {("telefon", "a"): "Połączenie"}


def _contact(number: int, entrant: int, channel: str, percent: int, *, juror: str = "A") -> Contact:
    return Contact(
        number, entrant, channel, juror, Fraction(percent), {"a": (Fraction(percent), Fraction(100))}
    )


def _snapshot(percents: dict[int, int]) -> Snapshot:
    """Communes that were each met twice, by two jurors, in two channels; entrant 99 was met once."""
    contacts = [
        _contact(10 * entrant + index, entrant, channel, percent, juror=juror)
        for entrant, percent in percents.items()
        for index, (channel, juror) in enumerate((("telefon", "Dąb"), ("wizyta", "Klon")))
    ]
    alone = _contact(990, 99, "telefon", 88)
    return take(
        EDITION, [commune(n) for n in (*percents, 99)], contacts=[*contacts, alone], seq=7, made_at=MADE_AT
    )


def _facts(percents: dict[int, int]) -> Facts:
    snapshot = _snapshot(percents)
    return facts_of(snapshot, propose(snapshot.settings, snapshot.official(), granted=GRANTED))


def test_standings_name_places_awards_and_reasons() -> None:
    facts = _facts({1: 90, 2: 90, 3: 40})

    table = standings_of(facts, SAY)

    group = next(each for each in table.groups if each.ranked)
    assert [(each.place, each.points) for each in group.ranked] == [
        (1, Fraction(90)),
        (1, Fraction(90)),
        (3, Fraction(40)),
    ]
    assert [each.award.split(",")[0] for each in group.ranked] == ["Licencja Jakości", "Licencja Jakości", ""]
    (left_out,) = group.unranked
    assert left_out.contacts == 1
    assert left_out.reason
    assert table.digest == facts.digest


def test_where_the_calibrated_result_decides_both_are_printed_and_the_rule_is_said() -> None:
    state = uneven(edition=CALIBRATED)
    tables = decided(state)
    facts = facts_of(state, propose(state.settings, tables, granted=GRANTED), tables=tables)
    first = tables[0].places[0]
    total = first.result.total
    assert total is not None

    ranking = standings_of(facts, SAY)
    printed = " ".join(text_of(standings.layout(ranking, SAY))).replace("\xa0", " ")
    report = feedback_of(facts, first.result.entrant, TITLES, say=SAY)
    told = " ".join(text_of(feedback.layout(report, SAY))).replace("\xa0", " ")

    assert (ranking.groups[0].ranked[0].points, ranking.groups[0].ranked[0].official) == (first.points, total)
    for text in (printed, told):
        assert "O miejscach i nagrodach decyduje wynik skalibrowany" in text
        assert percent(SAY, first.points) in text
        assert percent(SAY, total) in text
    assert report.standing is not None
    assert report.standing.band == first.band
    table = standings_table(ranking, SAY)
    assert table.headings[4:6] == ("Wynik skalibrowany [%]", "Punkty oficjalne [%]")
    assert table.rows[0][4:6] == (first.points, total)


def test_where_official_points_decide_the_rule_is_said() -> None:
    facts = _facts({1: 90, 2: 90, 3: 40})
    printed = " ".join(text_of(standings.layout(standings_of(facts, SAY), SAY))).replace("\xa0", " ")

    assert "O miejscach i nagrodach decydują punkty oficjalne" in printed


def test_a_diploma_repeats_its_award() -> None:
    facts = _facts({1: 90, 2: 90, 3: 40})
    award = facts.awards[0]

    value = diploma_of(facts, award, SAY, granted=GRANTED)

    assert (value.kind, value.number, value.valid_until) == ("licence", award.number, award.valid_until)
    assert value.entrant == facts.entrants[award.entrant].name
    assert [each.name for each in value.signatures] == [
        each.name for each in facts.settings.organiser.signatures
    ]


def test_feedback_compares_with_the_median_of_the_group() -> None:
    value = feedback_of(_facts({1: 90, 2: 70, 3: 40}), 1, TITLES, say=SAY)

    phone = next(
        channel for channel in value.channels if channel.value is not None and channel.title == "Telefon"
    )
    assert value.standing == Standing(1, shared=False, points=Fraction(90), median=Fraction(70))
    assert (phone.value, phone.median, phone.contacts) == (Fraction(90), Fraction(70), 1)
    assert phone.sections == (Measure("Połączenie", Fraction(90), Fraction(70), share=Fraction(1)),)


def test_a_median_over_two_would_tell_on_the_other_so_there_is_none() -> None:
    value = feedback_of(_facts({1: 90, 2: 70}), 1, TITLES, say=SAY)

    assert value.standing == Standing(1, shared=False, points=Fraction(90), median=None)
    assert {channel.median for channel in value.channels} == {None}
    assert {section.median for channel in value.channels for section in channel.sections} == {None}


def test_the_middle_half_of_a_group_is_shown_from_five_entrants_on() -> None:
    def middle(percents: dict[int, int]) -> tuple[Fraction, Fraction] | None:
        value = feedback_of(_facts(percents), 1, TITLES, say=SAY)
        assert value.standing is not None
        return value.standing.middle

    assert middle({1: 90, 2: 70, 3: 40, 4: 50}) is None
    assert middle({1: 90, 2: 70, 3: 40, 4: 50, 5: 61}) == (Fraction(50), Fraction(70))
    assert middle({1: 90, 2: 70, 3: 40, 4: 50, 5: 61, 6: 80}) == (Fraction(211, 4), Fraction(155, 2))


def test_the_gain_of_an_area_is_what_the_total_would_gain() -> None:
    """Two sections of a quarter and three quarters of the points, two channels of 20 and 30 of the weight."""

    def met(number: int, entrant: int, channel: str, low: int, *, juror: str) -> Contact:
        sections = {"a": (Fraction(low, 4), Fraction(25)), "b": (Fraction(75), Fraction(75))}
        return Contact(number, entrant, channel, juror, Fraction(low, 4) + 75, sections)

    def total(low: int) -> tuple[Fraction, comparison.Feedback]:
        contacts = [
            met(10 * entrant + index, entrant, channel, share, juror=juror)
            for entrant, share in ((1, low), (2, 80), (3, 80))
            for index, (channel, juror) in enumerate((("telefon", "Dąb"), ("wizyta", "Klon")))
        ]
        state = take(EDITION, [commune(n) for n in (1, 2, 3)], contacts=contacts, seq=1, made_at=MADE_AT)
        value = feedback_of(facts_of(state, ()), 1, TITLES, say=SAY)
        assert value.standing is not None
        return value.standing.points, value

    before, value = total(20)
    after, _ = total(80)

    gains = [remark.gain for remark in comparison.to_improve(value)]
    assert sorted(gains) == [6, 9]
    assert before + sum(gains) == after


def test_an_entrant_with_too_few_contacts_is_told_so_and_nothing_else() -> None:
    value = feedback_of(_facts({1: 90, 2: 70, 3: 40}), 99, TITLES, say=SAY)

    assert (value.standing, value.channels, value.awards) == (None, (), ())
    assert value.reason
    assert "88,0" not in " ".join(text_of(feedback.layout(value, SAY)))


def test_no_document_names_a_juror_or_an_hour() -> None:
    facts = _facts({1: 90, 2: 70, 3: 40})

    said = " ".join(
        [
            *text_of(standings.layout(standings_of(facts, SAY), SAY)),
            *(
                line
                for n in (1, 2, 3, 99)
                for line in text_of(feedback.layout(feedback_of(facts, n, TITLES, say=SAY), SAY))
            ),
            *text_of(diploma.layout(diploma_of(facts, facts.awards[0], SAY, granted=GRANTED), SAY)),
        ]
    )

    assert [word for word in ("Dąb", "Klon", "09:30", "10:30") if word in said] == []


def test_released_words_stand_under_their_question_and_never_in_a_report_without_results() -> None:
    facts = _facts({1: 90, 2: 70, 3: 40})
    words = [
        comparison.Words("Telefon", "Co zasługuje na pochwałę?", "Pani […] oddzwoniła ☎ po godzinie."),
        comparison.Words("Telefon", "Co zasługuje na pochwałę?", "Spokojna rozmowa."),
    ]

    report = feedback_of(facts, 1, TITLES, say=SAY, words=words)
    said = text_of(feedback.layout(report, SAY))
    withheld = " ".join(text_of(feedback.layout(feedback_of(facts, 99, TITLES, say=SAY, words=words), SAY)))

    assert said.count("Telefon · Co zasługuje na pochwałę?") == 1
    assert "„Spokojna rozmowa.”" in said
    assert "zgodził się na to sprawdzający" in " ".join(said)
    assert "rozmowa" not in withheld
    assert feedback.draw(report, SAY, MADE_AT).startswith(b"%PDF")


def test_an_entrant_that_is_not_in_the_ranking_is_refused() -> None:
    with pytest.raises(KeyError):
        feedback_of(_facts({1: 90}), 5, TITLES, say=SAY)


@pytest.mark.parametrize(
    ("town", "voivodeship", "said"),
    [
        ("Wałcz", "zachodniopomorskie", "Wałcz, woj. zachodniopomorskie"),
        ("Wałcz", "woj. łódzkie", "Wałcz, woj. łódzkie"),
        ("", "łódzkie", "woj. łódzkie"),
        ("Wałcz", "", "Wałcz"),
        ("", "", ""),
    ],
)
def test_the_seat_says_what_is_known(town: str, voivodeship: str, said: str) -> None:
    from dataclasses import replace

    assert seat(replace(commune(1), town=town, voivodeship=voivodeship), SAY) == said


def test_titles_come_from_the_checklists_of_the_edition() -> None:
    source = Path("editions/lider-zaufania/telefon.toml").read_text("utf-8")
    checklist = parse(source, file="telefon.toml")

    titles = titles_of([checklist])

    assert list(titles.values()) == [section.title for section in checklist.sections]
    assert {channel for channel, _ in titles} == {"telefon"}
