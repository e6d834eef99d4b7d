"""Who has an interest at an entrant, and until when."""

from __future__ import annotations

from contest.entrants import Entrant
from storage import entrants, journal, people, recusals
from storage.database import Reading
from tests.storage.desk import NOON, Pen


async def test_an_interest_is_kept_once_lifted_once_and_forgotten(write: Pen, look: Reading) -> None:
    await write(people.enlist, "O-11", 11, name="", language="pl", at=NOON)
    await write(entrants.add_all, [Entrant(id=0, name="Gmina Adamów", kind="gmina_wiejska")], "O-11", NOON)

    await write(recusals.declare, "O-11", 1, "mieszkam tam", by="O-11", at=NOON)
    await write(recusals.declare, "O-11", 1, "jeszcze raz", by="O-11", at=NOON)

    assert await recusals.hidden_from(look, "O-11") == {1}
    assert await recusals.at(look, 1) == {"O-11"}
    assert await recusals.at(look, 2) == frozenset()
    assert [one.reason for one in await recusals.everything(look)] == ["mieszkam tam"]

    await write(recusals.lift, "O-11", 1, by="O-11", at=NOON)
    await write(recusals.lift, "O-11", 1, by="O-11", at=NOON)

    assert await recusals.hidden_from(look, "O-11") == frozenset()
    written = [entry.action for entry in await journal.entries(look, 10)]
    assert sorted(action for action in written if action.startswith("recusal")) == [
        "recusal.declare",
        "recusal.lift",
    ]

    await write(recusals.declare, "O-11", 1, "mieszkam tam", by="O-11", at=NOON)
    await write(recusals.forget, "O-11")

    assert await recusals.everything(look) == []
