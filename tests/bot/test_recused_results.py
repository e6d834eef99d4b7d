"""An organiser with an interest reads neither rows nor counts of that entrant in the ranking, the freeze and the awards."""

from __future__ import annotations

from storage import recusals
from tests.bot.a_council import frozen, last
from tests.bot.office import OWNER, Office


async def test_the_ranking_and_the_awards_leave_the_entrant_out(office: Office) -> None:
    await frozen(office)
    before = (await office.writes(OWNER, "/nagrody"))[-1]
    assert "Licencja Jakości</b>: 3" in before.text
    await office.house.db.transact(
        lambda tx: recusals.declare(tx, OWNER, 2, "rodzina", by=OWNER, at=office.clock.at)
    )

    ranking = (await office.writes(OWNER, "/ranking"))[-1]
    assert "Gmina Alfa" in ranking.text
    assert "Beta" not in ranking.text
    assert last(await office.taps(OWNER, ranking, "CSV"), OWNER).startswith(
        "Ranking jest zamrożony, a plik z pieczęcią"
    )
    awards = (await office.writes(OWNER, "/nagrody"))[-1]
    assert "Licencja Jakości</b>: 2" in awards.text
    assert ("Beta" in awards.text, awards.buttons) == (False, {})
