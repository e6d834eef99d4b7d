"""Invitations open once and are known to nobody afterwards; jurors are codes."""

from __future__ import annotations

import re

from bot.messages import Send
from bot.strangers import digest
from contest.assignment import State
from contest.entrants import Entrant
from storage import invitations, people
from storage.database import Writing
from tests.bot.office import CHECKER, OWNER, Office, to
from tests.bot.tasks import give

_TOKEN = re.compile(r"https://t\.me/incognito_bot\?start=([A-Za-z0-9_-]{32})")


async def _planner(office: Office) -> str:
    async def act(tx: Writing) -> None:
        await people.enlist(tx, "O-12", 3, name="Planista", language="pl", at=office.clock.at)
        await people.grant(tx, "O-12", ["planner"])

    await office.house.db.transact(act)
    return "O-12"


async def test_sixteen_jurors_are_invited_in_one_go(office: Office) -> None:
    heard = await office.writes(OWNER, "/zapros 16 Kraków")
    tokens = _TOKEN.findall("\n".join(to(heard, OWNER)))
    assert len(set(tokens)) == 16
    kept = await invitations.listing(office.house.db.reading)
    assert {one.digest for one in kept} == {digest(token) for token in tokens}
    assert {one.role for one in kept} == {"juror"}
    assert {one.label for one in kept} == {f"Kraków {number}/16" for number in range(1, 17)}
    assert {(one.expires_at - one.issued_at).days for one in kept} == {7}


async def test_an_invitation_may_be_passed_on(office: Office) -> None:
    heard = await office.writes(OWNER, "/zapros juror Ola z Tarnowa")
    message = heard[-1].promised
    assert isinstance(message, Send)
    assert message.protect is False
    assert "Działa raz, do 12 października." in message.text
    assert "Notatka: Ola z Tarnowa" in message.text


async def test_a_role_is_chosen_by_a_button(office: Office) -> None:
    asked = await office.writes(OWNER, "/zapros")
    assert list(asked[-1].buttons) == [
        "juror",
        "planista",
        "sprawdzający",
        "ekspert Kapituły",
        "Arkusz do druku",
        "Otwarte · 0",
    ]
    heard = await office.taps(OWNER, asked[-1], "ekspert")
    assert len(_TOKEN.findall(to(heard, OWNER)[-1])) == 1
    assert [one.role for one in await invitations.listing(office.house.db.reading)] == ["expert"]


async def test_only_an_owner_lets_organisers_in(office: Office) -> None:
    planner = await _planner(office)
    assert list((await office.writes(planner, "/zapros"))[-1].buttons) == [
        "juror",
        "ekspert Kapituły",
        "Arkusz do druku",
        "Otwarte · 0",
    ]
    for refused in (
        await office.taps_data(planner, "inv:checker"),
        await office.writes(planner, "/zapros sprawdzający"),
    ):
        assert to(refused, planner) == ["Planistów i sprawdzających zaprasza właściciel edycji."]
    assert to(await office.writes(CHECKER, "/zapros 2"), CHECKER) == [
        "Nie znam polecenia /zapros. Listę poleceń pokaże /pomoc."
    ]
    assert await invitations.listing(office.house.db.reading) == []


async def test_impossible_wishes_are_explained(office: Office) -> None:
    for wish in ("0", "101", "99999999999999999999"):
        assert to(await office.writes(OWNER, f"/zapros {wish}"), OWNER) == [
            "Za jednym razem mogę wystawić od 1 do 100 zaproszeń."
        ]
    said = to(await office.writes(OWNER, "/zapros krowa"), OWNER)
    assert said == ["Nie znam roli „krowa”. Możliwe: juror, planista, sprawdzający, ekspert Kapituły."]


async def test_jurors_are_listed_by_code_and_never_by_name(office: Office) -> None:
    await office.joins("J-20", regions=("malopolskie", "slaskie"), capacity=5)
    await office.joins("J-21")
    await office.has(Entrant(0, "Gmina Wieliszew", "gmina_wiejska", voivodeship="małopolskie"))
    await give(office, "J-20", 1, "telefon", State.RUNNING)
    for channel in ("wizyta", "email"):
        await give(office, "J-21", 1, channel)
    await office.house.db.transact(
        lambda tx: people.set_reachable(tx, "J-21", reachable=False, at=office.clock.at)
    )
    await office.writes(OWNER, "/zapros 3")
    listed = (await office.writes(OWNER, "/jurorzy"))[-1]
    assert listed.text.splitlines() == [
        "<b>Jurorzy: 2</b> · niewykorzystane zaproszenia: 3",
        "<b>J-20</b> · gotowy · zadania 1 z 5",
        "<b>J-21</b> · gotowy · zadania 2 z 30 · bez odpowiedzi: 2 · nie odbiera wiadomości",
    ]
    assert list(listed.buttons) == ["J-20", "J-21", "Bez odpowiedzi · 1", "Nie odbierają · 1"]
    assert "Tajne" not in listed.text
