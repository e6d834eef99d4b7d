"""Which invitations are still open is told by number; one or all of them close; those on paper open the same door."""

from __future__ import annotations

from datetime import timedelta

import pypdfium2
import zxingcpp

from bot.strangers import digest
from storage import documents, due, invitations, journal, people
from storage.database import Writing
from tests.bot.office import OWNER, Office, to


async def _planner(office: Office) -> str:
    async def act(tx: Writing) -> None:
        await people.enlist(tx, "O-12", 3, name="Planista", language="pl", at=office.clock.at)
        await people.grant(tx, "O-12", ["planner"])

    await office.house.db.transact(act)
    return "O-12"


async def _open(office: Office) -> list[int]:
    return [one.number for one in await invitations.open_now(office.house.db.reading, office.clock.at)]


async def test_open_ones_are_listed_by_number_and_never_by_code(office: Office) -> None:
    await office.writes(OWNER, "/zapros 11 Kraków")
    shown = await office.taps(OWNER, (await office.writes(OWNER, "/zapros"))[-1], "Otwarte · 11")
    lines = shown[-1].text.splitlines()
    assert lines[0] == "(zmiana) <b>Otwarte zaproszenia: 11</b>"
    assert lines[1] == "1 · juror · do 12 października · Kraków 1/11"
    assert [*shown[-1].buttons][-3:] == ["1/2", "›", "Unieważnij wszystkie · 11"]
    assert "start=" not in shown[-1].text

    more = await office.taps(OWNER, shown[-1], "›")
    assert [*more[-1].buttons] == ["10", "11", "‹", "2/2", "Unieważnij wszystkie · 11"]


async def test_one_is_revoked_and_opens_nothing_after_that(office: Office) -> None:
    await office.writes(OWNER, "/zapros 2")
    listed = await office.taps(OWNER, (await office.writes(OWNER, "/zapros"))[-1], "Otwarte")
    card = (await office.taps(OWNER, listed[-1], "2"))[-1]
    assert card.text.splitlines()[:2] == [
        "(zmiana) <b>Zaproszenie nr 2</b> · juror",
        "Od: O-10, pon. 5 października, 11:00",
    ]
    assert "(dymek) Zaproszenie nr 2 jest nieważne" in to(await office.taps(OWNER, card, "Unieważnij"), OWNER)
    assert await _open(office) == [1]
    assert to(await office.taps(OWNER, card, "Unieważnij"), OWNER) == [
        "Zaproszenie nr 2 nie jest już otwarte. Listę pokaże /zapros."
    ]


async def test_all_are_revoked_at_once_but_not_those_who_came_in_meanwhile(office: Office) -> None:
    await office.writes(OWNER, "/zapros 3")
    listed = await office.taps(OWNER, (await office.writes(OWNER, "/zapros"))[-1], "Otwarte")
    asked = (await office.taps(OWNER, listed[-1], "Unieważnij wszystkie"))[-1]
    await office.joins("J-20")
    first = (await invitations.open_now(office.house.db.reading, office.clock.at))[0]
    await office.house.db.transact(
        lambda tx: invitations.redeem(tx, first.digest, by="J-20", at=office.clock.at)
    )

    done = await office.taps(OWNER, asked, "Unieważnij wszystkie")
    assert to(done, OWNER)[-1] == (
        "Unieważnione: 2 zaproszenia.\nZ pozostałych (1) ktoś w międzyczasie skorzystał albo były już nieważne."
    )
    assert await _open(office) == []


async def test_a_planner_closes_only_what_a_planner_may_open(office: Office) -> None:
    planner = await _planner(office)
    await office.writes(OWNER, "/zapros planista")
    await office.writes(OWNER, "/zapros ekspert")

    assert [*(await office.writes(planner, "/zapros"))[-1].buttons][-1] == "Otwarte · 1"
    assert to(await office.taps_data(planner, "ki:revoke:1"), planner) == [
        "Zaproszenie nr 1 nie jest już otwarte. Listę pokaże /zapros."
    ]
    assert await _open(office) == [1, 2]


async def test_the_codes_on_paper_are_those_that_open_the_door(office: Office) -> None:
    await office.writes(OWNER, "/zapros 2")
    assert to(await office.writes(OWNER, "/zapros arkusz 3 ekspert"), OWNER) == [
        "Rysuję arkusz z 3 kartami. Przyślę go za chwilę."
    ]
    [planned] = await due.ripe(office.house.db.reading, office.clock.at)
    await office._do(planned)
    made = await documents.load(office.house.db.reading, "zaproszenia-3-5.pdf")
    assert made is not None
    assert to(await office._new(), OWNER) == ["(plik) zaproszenia-3-5.pdf"]
    assert await documents.load(office.house.db.reading, "zaproszenia-3-5.pdf") is None  # once it was sent
    with pypdfium2.PdfDocument(made.bytes) as document:
        found = zxingcpp.read_barcodes(document[0].render(scale=2).to_pil())
    kept = {one.digest for one in await invitations.listing(office.house.db.reading) if one.role == "expert"}
    assert {digest(one.text.partition("start=")[2]) for one in found} == kept
    assert await _open(office) == [1, 2, 3, 4, 5]
    issued = await journal.entries(office.house.db.reading, 9, "invitation.issue")
    assert [entry.actor for entry in issued] == [OWNER] * 5


async def test_a_sheet_whose_numbers_were_taken_is_drawn_anew(office: Office) -> None:
    await office.writes(OWNER, "/zapros arkusz 2")
    await office.writes(OWNER, "/zapros arkusz 2")

    heard = [*await office.ticks(), *await office.ticks()]
    assert to(heard, OWNER) == ["(plik) zaproszenia-1-2.pdf", "(plik) zaproszenia-3-4.pdf"]


async def test_a_sheet_ends_with_its_week(office: Office) -> None:
    await office.writes(OWNER, "/zapros arkusz 1")
    await office.ticks()
    office.clock.at += timedelta(days=7)

    assert await _open(office) == []
    assert to(await office.taps_data(OWNER, "ki:list:0"), OWNER) == ["Nie ma otwartych zaproszeń."]
