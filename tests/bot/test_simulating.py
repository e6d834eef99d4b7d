"""/symulacja in the chat: typed or tapped, counted beside the chat, told in a few lines."""

from __future__ import annotations

from storage import recusals, snapshots
from tests.bot.a_council import frozen, last
from tests.bot.office import CHECKER, OWNER, Office, to


async def test_a_lower_threshold_is_told_with_the_names(office: Office) -> None:
    await frozen(office, bad=(2,))

    heard = await office.writes(CHECKER, "/symulacja próg=0")
    told, picture = to(heard, CHECKER)
    assert told.splitlines() == [
        "<b>Symulacja</b>: próg licencji 0 %",
        "1 licencja więcej (2 → 3).",
        "Licencję zyskaliby: Gmina Beta &amp; Syn",
        "To tylko symulacja: zamrożone wyniki się nie zmieniają.",
    ]
    assert picture == "(obraz) Gminy wiejskie: próg licencji 0 %"
    dark = to(await office.taps(CHECKER, heard[-1], "Na ciemnym tle"), CHECKER)
    assert dark == [told, picture]
    assert len(await office.house.db.reading.all(int, "SELECT id FROM snapshots")) == 1
    assert await snapshots.newest(office.house.db.reading) is not None


async def test_without_words_there_are_buttons_for_the_usual_changes(office: Office) -> None:
    await frozen(office)

    shown = (await office.writes(OWNER, "/symulacja"))[-1]
    assert [*shown.buttons][:4] == ["Próg 70", "Próg 80", "Kontakty 2", "Kontakty 4"]
    told = last(await office.taps(OWNER, shown, "Próg 80"), OWNER)

    assert told.startswith("<b>Symulacja</b>: próg licencji 80 %")


async def test_what_is_not_understood_is_said_at_once(office: Office) -> None:
    heard = await office.writes(OWNER, "/symulacja telefn=30")

    assert last(heard, OWNER).startswith("Nie znam ustawienia „telefn” → „telefon”. Znam: ")


async def test_an_organiser_with_an_interest_reads_no_counts_of_the_entrant(office: Office) -> None:
    await frozen(office, bad=(2,))
    await office.house.db.transact(
        lambda tx: recusals.declare(tx, CHECKER, 2, "rodzina", by=CHECKER, at=office.clock.at)
    )

    heard = await office.writes(CHECKER, "/symulacja próg=0")

    assert "Nic by się nie zmieniło." in last(heard, CHECKER)
