"""Roles, interests and names: an owner grants and takes, nobody is left without an owner, and who looked is written down."""

from __future__ import annotations

from datetime import timedelta

from contest.entrants import Entrant
from storage import journal, outbox, people, recusals
from storage.database import Writing
from tests.bot.office import CHECKER, OWNER, Heard, Office, to

GMINA = Entrant(0, "Gmina Wieliszew", "gmina_wiejska", voivodeship="mazowieckie", population=21554)
MIASTO = Entrant(0, "Miasto Łomża", "miasto", voivodeship="podlaskie", population=62000)


async def _expert(office: Office) -> str:
    async def act(tx: Writing) -> None:
        await people.enlist(tx, "E-12", 3, name="", language="pl", at=office.clock.at)
        await people.grant(tx, "E-12", ["expert"])

    await office.house.db.transact(act)
    return "E-12"


async def _roles(office: Office, code: str) -> frozenset[str]:
    found = await people.find(office.house.db.reading, code)
    assert found is not None
    return found.roles


async def _card(office: Office, code: str) -> Heard:
    return (await office.writes(OWNER, f"/role {code}"))[-1]


async def test_a_role_is_granted_after_telling_what_it_may(office: Office) -> None:
    listed = (await office.writes(OWNER, "/role"))[-1]
    assert listed.text.splitlines() == [
        "<b>Organizatorzy i eksperci: 2</b>",
        "<b>O-10</b> · właściciel edycji, planista, sprawdzający",
        "<b>O-11</b> · sprawdzający",
        "Nowe osoby zaprasza się przez /zapros.",
    ]
    card = (await office.taps(OWNER, listed, CHECKER))[-1]
    asked = (await office.taps(OWNER, card, "Nadaj: planista"))[-1]
    assert asked.text.splitlines() == [
        "<b>O-11</b> dostanie rolę: planista.",
        "Planista prowadzi uczestników, jurorów, przydział i terminy.",
    ]
    heard = await office.taps(OWNER, asked, "Nadaj")
    assert to(heard, CHECKER) == ["Masz teraz rolę: planista. Polecenia pokaże /pomoc."]
    assert await _roles(office, CHECKER) == {"checker", "planner"}
    [entry] = await journal.entries(office.house.db.reading, 1, "role.")
    assert (entry.actor, entry.subject, entry.details) == (OWNER, CHECKER, {"role": "planner"})


async def test_a_role_that_is_taken_stops_working_at_once(office: Office) -> None:
    asked = (await office.taps(OWNER, await _card(office, CHECKER), "Odbierz: sprawdzający"))[-1]
    heard = await office.taps(OWNER, asked, "Odbierz")
    assert to(heard, CHECKER) == ["Nie masz już roli: sprawdzający."]
    assert await _roles(office, CHECKER) == frozenset()


async def test_the_last_owner_stays(office: Office) -> None:
    assert to(await office.taps(OWNER, await _card(office, OWNER), "Odbierz: właściciel"), OWNER) == [
        "To jedyny właściciel edycji. Najpierw nadaj tę rolę komuś innemu."
    ]


async def test_a_role_of_the_configuration_is_taken_there_first(office: Office) -> None:
    await office.house.db.transact(lambda tx: people.grant(tx, CHECKER, ["owner"]))
    card = (await office.writes(CHECKER, f"/role {OWNER}"))[-1]
    heard = await office.taps(CHECKER, card, "Odbierz: właściciel")
    assert to(heard, CHECKER)[0].startswith("Ta rola osoby O-10 jest zapisana w config.toml")
    asked = (await office.taps(CHECKER, card, "Odbierz: planista"))[-1]
    await office.taps(CHECKER, asked, "Odbierz")
    assert await _roles(office, OWNER) == {"owner", "checker"}


async def test_of_two_owners_who_depose_each_other_one_stays(office: Office) -> None:
    await office.house.db.transact(lambda tx: people.grant(tx, CHECKER, ["owner"]))
    await _expert(office)
    await office.house.db.transact(lambda tx: people.grant(tx, "E-12", ["owner"]))
    mine = (await office.taps(OWNER, await _card(office, "E-12"), "Odbierz: właściciel"))[-1]
    card = (await office.writes("E-12", f"/role {CHECKER}"))[-1]
    theirs = (await office.taps("E-12", card, "Odbierz: właściciel"))[-1]
    await office.taps(OWNER, mine, "Odbierz")
    refused = to(await office.taps("E-12", theirs, "Odbierz"), "E-12")
    assert "nie działa" in refused[0]
    assert "owner" in await _roles(office, CHECKER)


async def test_a_change_shown_for_other_roles_is_refused(office: Office) -> None:
    asked = (await office.taps(OWNER, await _card(office, CHECKER), "Nadaj: planista"))[-1]
    await office.house.db.transact(lambda tx: people.grant(tx, CHECKER, ["expert"]))
    assert to(await office.taps(OWNER, asked, "Nadaj"), OWNER) == [
        "Role osoby O-11 są już inne. Zacznij jeszcze raz: /role O-11"
    ]


async def test_a_juror_is_given_no_other_role(office: Office) -> None:
    await office.joins("J-20")
    assert to(await office.taps_data(OWNER, "kr:give:J-20:checker"), OWNER) == ["Nie ma tu osoby J-20."]


async def test_an_interest_is_told_in_two_taps_and_hides_the_entrant(office: Office) -> None:
    await office.has(GMINA, MIASTO)
    expert = await _expert(office)
    prompt = (await office.writes(expert, "/konflikt"))[-1]
    found = (await office.writes(expert, "wieliszew", reply_to=prompt.row))[-1]
    asked = (await office.taps(expert, found, "Gmina"))[-1]
    assert list(asked.buttons) == ["Praca", "Ktoś bliski", "Umowa", "Inny powód", "Jeszcze nie"]
    heard = await office.taps(expert, asked, "Ktoś bliski")
    assert to(heard, OWNER) == ["E-12 zgłasza związek z jednym z uczestników. Szczegóły: /role E-12"]
    assert await recusals.hidden_from(office.house.db.reading, expert) == {1}
    assert to(await office.writes(expert, "/konflikt wieliszew"), expert) == [
        "Nie znalazłem uczestnika, którego nazwa albo miejscowość zawiera „wieliszew”. Napisz inaczej."
    ]
    assert "• Gmina Wieliszew (ktoś bliski)" in (await _card(office, expert)).text
    told = to(await office.writes(expert, "/moje_dane"), expert)
    assert "Związki z uczestnikami: Gmina Wieliszew" in told[0]
    [entry] = await journal.entries(office.house.db.reading, 1, "recusal.")
    assert (entry.actor, entry.subject) == (expert, "E-12:1")


async def test_who_would_leave_nobody_to_check_is_warned(office: Office) -> None:
    await office.has(GMINA)
    await office.house.db.transact(
        lambda tx: recusals.declare(tx, OWNER, 1, "work", by=CHECKER, at=office.clock.at)
    )
    asked = (await office.taps_data(CHECKER, "kd:ask:1"))[-1]
    assert "nie zostanie nikt, kto mógłby sprawdzać" in asked.text


async def test_an_owner_keeps_somebody_away_and_another_lets_them_back(office: Office) -> None:
    await office.has(GMINA)
    prompt = (await office.taps(OWNER, await _card(office, CHECKER), "Wyłącz z"))[-1]
    found = (await office.writes(OWNER, "wieli", reply_to=prompt.row))[-1]
    asked = (await office.taps(OWNER, found, "Gmina"))[-1]
    heard = await office.taps(OWNER, asked, "Wyłącz")
    assert to(heard, CHECKER) == [
        "Właściciel wyłączył Cię ze spraw jednego z uczestników. Listę pokaże /konflikt."
    ]
    assert await recusals.hidden_from(office.house.db.reading, CHECKER) == {1}

    lifting = (await office.taps(OWNER, await _card(office, CHECKER), "Zdejmij: Gmina"))[-1]
    await office.taps(OWNER, lifting, "Zdejmij")
    assert await recusals.hidden_from(office.house.db.reading, CHECKER) == frozenset()


async def test_nobody_lets_themselves_back_in(office: Office) -> None:
    await office.has(GMINA)
    await office.house.db.transact(
        lambda tx: recusals.declare(tx, OWNER, 1, "work", by=OWNER, at=office.clock.at)
    )
    assert not [label for label in (await _card(office, OWNER)).buttons if label.startswith("Zdejmij")]
    assert to(await office.taps_data(OWNER, "kr:unbar:O-10:1"), OWNER) == [
        "O sobie mówi się przez /konflikt, a zdejmuje to inny właściciel."
    ]


async def test_who_is_who_is_in_the_journal_and_leaves_the_chat(office: Office) -> None:
    await office.joins("J-20")
    shown = (await office.writes(OWNER, "/kto"))[-1]
    assert shown.text.splitlines() == [
        "<b>Kto jest kim: 3</b>",
        '<b>J-20</b> · Tajne J-20 · <a href="tg://user?id=10020">konto 10020</a>',
        '<b>O-10</b> · Osoba 0 · <a href="tg://user?id=1">konto 1</a>',
        '<b>O-11</b> · Osoba 1 · <a href="tg://user?id=2">konto 2</a>',
        "To otwarcie jest w dzienniku. Wiadomość zniknie za 5 minut.",
    ]
    [entry] = await journal.entries(office.house.db.reading, 1, "identity.")
    assert (entry.actor, entry.action, entry.details) == (OWNER, "identity.open", {"count": 3})
    office.clock.at += timedelta(minutes=4)
    assert to(await office.ticks(), OWNER) == []
    office.clock.at += timedelta(minutes=1)
    assert to(await office.ticks(), OWNER) == ["(usunięcie) 1"]


async def test_the_note_of_an_invitation_names_who_has_no_name(office: Office) -> None:
    await office.writes(OWNER, "/zapros ekspert Ola z Tarnowa")
    expert = await _expert(office)

    async def act(tx: Writing) -> None:
        [digest] = await tx.all(str, "SELECT digest FROM invitations")
        await tx.run(
            "UPDATE invitations SET used_by = :code WHERE digest = :digest", code=expert, digest=digest
        )

    await office.house.db.transact(act)
    card = await _card(office, expert)
    shown = (await office.taps(OWNER, card, "Kto to"))[-1]
    assert "<b>E-12</b> · zaproszenie „Ola z Tarnowa” · " in shown.text
    [entry] = await journal.entries(office.house.db.reading, 1, "identity.")
    assert entry.subject == expert


async def test_names_that_never_left_are_dropped(office: Office) -> None:
    await office.writes(OWNER, "/kto")
    row = await outbox.find(office.house.db.reading, office._read)
    assert row is not None
    await office.house.db.transact(
        lambda tx: tx.run("UPDATE outbox SET state = 'parked', message_id = NULL WHERE id = :id", id=row.id)
    )
    office.clock.at += timedelta(minutes=5)
    assert to(await office.ticks(), OWNER) == []
    kept = await outbox.find(office.house.db.reading, row.id)
    assert kept is not None
    assert (kept.state, kept.body) == ("dropped", "{}")
