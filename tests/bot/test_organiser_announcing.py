"""/ogloszenie: shown with its readers, sent to them and to no others, watched, and stopped in the middle."""

from __future__ import annotations

from datetime import timedelta

from contest.entrants import Entrant
from storage import announcements, jurors, outbox, people
from storage.database import Writing
from tests.bot.office import CHECKER, OWNER, Heard, Office, to

GMINA = Entrant(0, "Gmina Jasna", "gmina_wiejska", voivodeship="mazowieckie", population=9000)
TEXT = "W piątek <przerwa> & porządki"
COPY = "<b>Wiadomość od organizatora</b>\nW piątek &lt;przerwa&gt; &amp; porządki"


async def _whom(office: Office) -> Heard:
    """Three jurors, one of whom has offers; an expert."""
    await office.has(GMINA)
    await office.joins("J-20")
    await office.plans()
    await office.joins("J-21")
    await office.joins("J-22")

    async def expert(tx: Writing) -> None:
        await people.enlist(tx, "E-30", 99, name="Ekspert", language="pl", at=office.clock.at)
        await people.grant(tx, "E-30", ["expert"])

    await office.house.db.transact(expert)
    [prompt] = await office.writes(OWNER, "/ogloszenie")
    return (await office.writes(OWNER, TEXT, reply_to=prompt.row))[-1]


async def test_a_message_is_shown_with_its_readers_and_reaches_just_them(office: Office) -> None:
    whom = await _whom(office)
    assert list(whom.buttons) == [
        "Wszyscy jurorzy · 3",
        "Jurorzy z zadaniami · 1",
        "Organizatorzy · 1",
        "Eksperci · 1",
    ]
    shown = (await office.taps(OWNER, whom, "Wszyscy jurorzy"))[-1]
    assert shown.text.startswith("Dostaną to 3 osoby (wszyscy jurorzy).")
    assert shown.text.endswith(COPY)
    await office.joins("J-23")
    await office.house.db.transact(lambda tx: jurors.remove(tx, "J-22"))

    heard = await office.taps(OWNER, shown, "Wyślij")
    assert [(one.person, one.text) for one in heard if one.person.startswith("J-")] == [
        ("J-20", COPY),
        ("J-21", COPY),
    ]
    assert to(heard, OWNER)[-1] == "Ogłoszenie: wysłane 0 z 2."
    office.clock.at += timedelta(seconds=5)
    assert to(await office.ticks(), OWNER) == ["(zmiana) Ogłoszenie: wysłane 2 z 2."]
    office.clock.at += timedelta(seconds=5)
    assert await office.ticks() == []
    assert "nieaktualna" in to(await office.taps(OWNER, shown, "Wyślij"), OWNER)[0]


async def test_each_group_is_its_own(office: Office) -> None:
    whom = await _whom(office)
    for group, reader in (("Jurorzy z zadaniami", "J-20"), ("Organizatorzy", CHECKER), ("Eksperci", "E-30")):
        shown = (await office.taps(OWNER, whom, group))[-1]
        heard = await office.taps(OWNER, shown, "Wyślij")
        assert [one.person for one in heard if one.text == COPY] == [reader]


async def test_what_has_not_left_is_stopped(office: Office) -> None:
    whom = await _whom(office)
    shown = (await office.taps(OWNER, whom, "Wszyscy jurorzy"))[-1]
    await office.taps(OWNER, shown, "Wyślij")
    db = office.house.db

    async def delayed(tx: Writing) -> None:
        """Two of the copies have not left yet."""
        for code in ("J-21", "J-22"):
            row = await outbox.find_key(tx, announcements.key(1, code))
            assert row is not None
            await tx.run("UPDATE outbox SET state = 'new' WHERE id = :id", id=row.id)

    await db.transact(delayed)
    office.clock.at += timedelta(seconds=5)
    told = (await office.ticks())[-1]
    assert told.text == "(zmiana) Ogłoszenie: wysłane 1 z 3."
    heard = await office.taps(OWNER, told, "Zatrzymaj")
    assert to(heard, OWNER) == [
        "(dymek) Zatrzymane: 2",
        "(zmiana) Ogłoszenie: wysłane 1 z 3.\nZatrzymane, nie wyjdzie: 2.",
    ]
    row = await outbox.find_key(db.reading, announcements.key(1, "J-22"))
    assert row is not None
    assert row.state == "dropped"


async def test_an_empty_group_and_a_text_too_long_are_said(office: Office) -> None:
    heard = await office.writes(OWNER, f"/ogloszenie {'a' * 3001}")
    assert to(heard, OWNER) == ["Ogłoszenie może mieć od 1 do 3\xa0000 znaków, a to ma 3\xa0001."]
    shown = (await office.writes(OWNER, "/ogloszenie Dzień dobry"))[-1]
    assert list(shown.buttons) == ["Organizatorzy · 1"]
    data = next(iter(shown.buttons.values())).replace("organisers", "experts")
    assert to(await office.taps_data(OWNER, data), OWNER) == [
        "W tej grupie nie ma teraz nikogo, do kogo można napisać."
    ]
