"""Questions that divide jurors are found by what their answers earned at the same entrants."""

from __future__ import annotations

from datetime import UTC, datetime
from fractions import Fraction

from bot.counting import Counted
from bot.organiser.alike import items
from contest.ranking import Contact
from contest.scoring import Score, ScoreLine
from contest.session import Session, freeze
from storage.audits import Approved

AT = datetime(2026, 10, 5, 9, tzinfo=UTC)


def counted(number: int, entrant: int, juror: str, **earned: int) -> Counted:
    """An approved contact by phone that earned so much (0 to 10) for each question."""
    audit = Approved(
        audit=number,
        assignment=number,
        label=f"{number}/Buk",
        entrant=entrant,
        channel="telefon",
        number=1,
        juror=juror,
        scenario="s",
        checklist="telefon@1",
        state=freeze(Session("telefon@1")),
        started_at=AT,
        submitted_at=AT,
    )
    lines = tuple(ScoreLine(name, "calosc", Fraction(got), Fraction(10)) for name, got in earned.items())
    total = sum((line.earned for line in lines), Fraction(0))
    whole = Score(10 * total / len(lines), total, Fraction(10 * len(lines)), None, lines, {})
    return Counted(audit, whole, Contact(number, entrant, "telefon", juror, whole.percent or Fraction(0), {}))


def twice(entrants: int) -> list[Counted]:
    """Two jurors at each entrant: they agree on `jasne`, and on `mgliste` as often as dice do."""
    return [
        counted(
            2 * entrant + at, entrant, juror, jasne=10 * (entrant % 2), mgliste=10 * ((entrant >> at) % 2)
        )
        for entrant in range(entrants)
        for at, juror in enumerate(("J-20", "J-21"))
    ]


def test_the_question_that_divides_jurors_comes_first() -> None:
    worst, best = items(twice(12))

    assert (worst.question, best.question) == ("mgliste", "jasne")
    assert worst.found.ac2 is not None
    assert worst.found.ac2.low < 0 < worst.found.ac2.high < 0.6
    assert best.found.ac2 is not None
    assert best.found.ac2.value == 1


def test_fewer_than_eight_entrants_tell_nothing() -> None:
    assert items(twice(7)) == []


def test_a_juror_who_comes_twice_does_not_agree_with_herself() -> None:
    assert items([counted(at, at // 2, "J-20", jasne=10) for at in range(30)]) == []
