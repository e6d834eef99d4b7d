"""What a person sees of their own data, and what is left of a person who asked to be forgotten: no byte of who they were."""

from __future__ import annotations

import json
from datetime import timedelta

from bot.house import Turn
from bot.juror import registration
from bot.messages import SendText
from bot.organiser import results
from contest.assignment import State
from contest.entrants import Entrant
from contest.session import Session
from storage import (
    assignments,
    audits,
    evidence,
    inbox,
    invitations,
    journal,
    jurors,
    outbox,
    people,
    questions,
    sessions,
)
from storage.assignments import Assignment
from storage.database import Database, Writing
from storage.evidence import Photo
from tests.bot.office import CHECKER, OWNER, Heard, Office, to

ENTRANTS = tuple(
    Entrant(0, f"Gmina {name}", "gmina_wiejska", voivodeship="mazowieckie", population=21554)
    for name in ("Wieliszew", "Nieporęt")
)
ACCOUNT = 7_123_456_789
NAME = "Zdzisława Kłopotek-Żyła"


async def _joins(office: Office, code: str, account: int, name: str, *, note: str) -> None:
    """A juror who came by an invitation, agreed, and told of a conflict."""

    async def act(tx: Writing) -> None:
        at = office.clock.at
        await people.enlist(tx, code, account, name=name, language="pl", at=at)
        await people.grant(tx, code, ["juror"])
        await people.agree(tx, code, "rejestracja@1", at)
        digest = code * 16
        await invitations.issue(
            tx, digest, "juror", f"dla: {name}", by=OWNER, at=at, expires_at=at + timedelta(1)
        )
        await invitations.redeem(tx, digest, by=code, at=at)
        await jurors.begin(tx, code)
        channels = ("wizyta", "telefon", "email", "www", "social")
        await jurors.settle(tx, code, regions=["mazowieckie"], channels=channels, capacity=3, note=note)
        await jurors.declare_conflict(tx, code, 2, "registration", at)

    await office.house.db.transact(act)


async def busy(office: Office) -> list[Assignment]:
    """J-20 has one assignment approved, one sent in, and one with a photo begun; J-21 has the others' data."""
    await office.has(*ENTRANTS)
    await _joins(office, "J-20", ACCOUNT, NAME, note=f"szwagier: {NAME}")
    await office.plans()
    found = await assignments.of_juror(office.house.db.reading, "J-20")
    await office.submits(found[0])
    await office.taps_data(CHECKER, "cy:1")
    await office.submits(found[1])
    await office.taps_data("J-20", f"ay:{found[2].id}")
    await office.taps_data("J-20", f"as:{found[2].id}")
    await office.writes("J-20", f"/pytanie Czy {NAME} może iść?")
    at = office.clock.at

    async def act(tx: Writing) -> None:
        for task in found:
            if stored := await sessions.for_assignment(tx, task.id):
                photo = Photo("a" * 64, "b" * 64, "image/jpeg", 10, 10, f"jpeg {stored.id}".encode())
                await evidence.keep(tx, stored.id, "zdjecie", photo, at)
                await sessions.record_answer(
                    tx,
                    stored.id,
                    "mocne",
                    f'{{"text": "Mówi {NAME}"}}' if task is found[2] else "1",
                    revision=99,
                    at=at,
                )
        number = await sessions.begin(
            tx, "J-20", purpose="registration", assignment=None, session=Session("rejestracja@1"), at=at
        )
        await sessions.record_answer(tx, number, "konflikty", json.dumps(NAME), revision=1, at=at)
        update = json.dumps({"from": {"id": ACCOUNT, "first_name": NAME}})
        await inbox.receive(tx, [(901, ACCOUNT, update), (902, ACCOUNT, update)], at)
        await inbox.bury(tx, 901, "KeyError", at)

    await office.house.db.transact(act)
    await _joins(office, "J-21", 10_021, "Ktoś Inny", note="kuzyn w Nieporęcie")
    await office.writes("J-21", "/pytanie Cudze pytanie")
    return found


async def _file(office: Office, heard: list[Heard]) -> dict[str, object]:
    message = heard[-1].promised
    assert isinstance(message, SendText)
    found: dict[str, object] = json.loads(message.text)
    return found


async def test_everything_that_is_held_is_shown_as_text_and_as_a_file(office: Office) -> None:
    await busy(office)
    heard = await office.writes("J-20", "/moje_dane")
    text = "\n".join(to(heard, "J-20"))
    for line in (
        "<b>Twoje dane</b> · J-20",
        f"Konto Telegrama: {ACCOUNT}, nazwa: {NAME}",
        "Język: polski",
        "Rola: juror",
        "Zgoda: rejestracja@1, pon. 5 października, 11:00 (2026)",
        f"Notatka przy zaproszeniu: dla: {NAME}",
        "Województwa: mazowieckie",
        "Liczba zadań, które możesz wykonać: 3",
        "Nie oceniasz: Gmina Nieporęt",
        f"Inne zgłoszone konflikty: szwagier: {NAME}",
        "Zadania: 3",
        "– zatwierdzone: 1",
        "– wysłane: 1",
        "– w toku: 1",
        "Zapisane odpowiedzi: 4, zdjęcia: 3, pytania do organizatora: 1",
    ):
        assert line in text, line
    assert heard[-1].text == "(plik) moje-dane-J-20.json"

    found = await _file(office, heard)
    assert (found["code"], found["telegram_id"], found["name"]) == ("J-20", ACCOUNT, NAME)
    tasks = found["assignments"]
    assert isinstance(tasks, list)
    assert [task["state"] for task in tasks] == ["approved", "submitted", "running"]
    assert [len(task["sent"]) for task in tasks] == [1, 1, 0]
    assert tasks[0]["sent"][0]["verdict"] == "approved"
    assert tasks[2]["interview"]["answers"][0]["value"] == {"text": f"Mówi {NAME}"}
    assert [asked["text"] for asked in found["questions"]] == [f"Czy {NAME} może iść?"]  # type: ignore[attr-defined]


async def test_nobody_elses_data_are_among_them(office: Office) -> None:
    await busy(office)
    heard = await office.writes("J-20", "/moje_dane")
    whole = "\n".join(to(heard, "J-20")) + json.dumps(await _file(office, heard), ensure_ascii=False)
    for foreign in ("J-21", "Ktoś Inny", "10021", "kuzyn", "Cudze", OWNER, CHECKER, "Osoba"):
        assert foreign not in whole, foreign


async def test_asking_for_one_s_data_is_journalled(office: Office) -> None:
    await office.joins("J-20")
    await office.writes("J-20", "/moje_dane")
    [entry] = await journal.entries(office.house.db.reading, 10, "data.")
    assert (entry.actor, entry.action, entry.subject, entry.details) == ("J-20", "data.show", "J-20", {})


async def test_an_organiser_sees_what_is_held_of_an_organiser(office: Office) -> None:
    heard = await office.writes(CHECKER, "/moje_dane")
    text = "\n".join(to(heard, CHECKER))
    assert "Zgoda: nie zapisano" in text
    assert "Województwa" not in text
    assert (await _file(office, heard))["juror"] is None


async def forgets(office: Office) -> list[Heard]:
    asked = await office.writes("J-20", "/zapomnij")
    return await office.taps(asked[-1].person, asked[-1], "Usuń moje dane")


async def _waits(office: Office) -> None:
    """Until everything that is planned after a forgetting has happened."""
    for _ in range(3):
        office.clock.at += timedelta(minutes=1)
        await office.ticks()


def _bytes(db: Database) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(db.path.parent.glob(f"{db.path.name}*")))


def _traces(db: Database) -> list[str]:
    """Every way in which the name or the account could still stand in the files."""
    return traces_in(_bytes(db))


def traces_in(whole: bytes) -> list[str]:
    """The forms of the name and the account that stand in some bytes."""
    forms = {
        "name": NAME.encode(),
        "name in json": json.dumps(NAME)[1:-1].encode(),
        "first name": b"Zdzis",
        "account": str(ACCOUNT).encode(),
        "account as a number": ACCOUNT.to_bytes(5, "big"),
    }
    return [name for name, form in forms.items() if form in whole]


async def test_no_byte_of_who_it_was_is_left_in_the_files(office: Office) -> None:
    await busy(office)
    db = office.house.db
    # What the juror wrote is there; the account never is, for it is sealed.
    assert _traces(db) == ["name", "name in json", "first name"]
    await forgets(office)
    await _waits(office)
    assert b"Gmina Wieliszew" in _bytes(db)  # the search finds what is there
    # The question stood in what the planners got; their copy is theirs, and goes with age.
    await db.transact(lambda tx: outbox.erase_before(tx, office.clock.at))
    await db.scrub()
    assert _traces(db) == []


async def test_the_ranking_and_the_journal_stay_as_they_were(office: Office) -> None:
    found = await busy(office)
    db, rules = office.house.db, office.house.rules
    before = (await results.now(db.reading, rules, office.clock.at)).official()
    head = await journal.head(db.reading)
    await forgets(office)
    await _waits(office)
    assert (await results.now(db.reading, rules, office.clock.at)).official() == before
    assert await journal.verify(db.reading, [head]) is None
    assert await audits.altered(db.reading) == []
    approved = await audits.approved(db.reading)
    assert [(one.assignment, one.juror) for one in approved] == [(found[0].id, "J-20")]


async def test_what_was_open_goes_back_and_what_was_not_sent_goes(office: Office) -> None:
    approved, sent, begun = await busy(office)
    heard = await forgets(office)
    db = office.house.db.reading
    states = [(await assignments.find(db, task.id)) for task in (approved, sent, begun)]
    assert [task.state for task in states if task] == [State.APPROVED, State.SUBMITTED, State.HANDED_BACK]
    left = [stored.assignment for stored in await sessions.of_person(db, "J-20")]
    assert left == [approved.id, sent.id]
    photos = [
        len(await evidence.of_session(db, stored.id)) for stored in await sessions.of_person(db, "J-20")
    ]
    assert photos == [1, 0]
    assert await questions.of_juror(db, "J-20") == []
    assert await people.recognise(db, ACCOUNT) is None
    assert to(heard, OWNER) == [
        f"Juror J-20 usunął swoje dane. Wróciły zadania: {begun.label}. Nowy przydział: /przydzial"
    ]
    last = [one.text for one in heard if one.person == await people.stranger(db, ACCOUNT)]
    assert "Gotowe. Twoje dane są usunięte, a kod J-20 do nikogo już nie należy." in "\n".join(last)
    acts = [entry.action for entry in await journal.entries(db, 3)]
    assert "person.forget" in acts


async def test_the_account_is_kept_until_the_last_sentence_has_left(office: Office) -> None:
    await busy(office)
    asked = (await office.writes("J-20", "/zapomnij"))[-1]
    await office.house.db.transact(lambda tx: outbox.forget(tx, OWNER))  # nothing else waits
    heard = await office.taps("J-20", asked, "Usuń")
    [last] = [one for one in heard if one.person.startswith("tg:") and "Gotowe" in one.text]
    await office.house.db.transact(
        lambda tx: outbox.later(tx, last.row, office.clock.at + timedelta(hours=1), "429")
    )
    await _waits(office)
    assert await outbox.waits(office.house.db.reading, last.person)
    await office.house.db.transact(lambda tx: outbox.sent(tx, {last.row: 5}, office.clock.at))
    await _waits(office)
    assert await outbox.count_of(office.house.db.reading, last.person) == 0
    assert (await journal.entries(office.house.db.reading, 1))[0].action == "person.erased"


async def test_the_checker_of_what_was_sent_reads_that_photos_and_juror_are_gone(office: Office) -> None:
    _, sent, _ = await busy(office)
    audit = await audits.newest_of(office.house.db.reading, sent.id)
    assert audit is not None
    await forgets(office)
    refused = await office.taps_data(CHECKER, f"cr:{audit.id}")
    assert refused[0].text.startswith("Juror usunął swoje dane")
    done = await office.taps_data(CHECKER, f"cy:{audit.id}")
    assert f"Zgłoszenie <b>{sent.label}</b> zatwierdzone." in "\n".join(to(done, CHECKER))


async def test_the_button_works_once_soon_and_for_its_owner(office: Office) -> None:
    for code in ("J-20", "J-21"):
        await office.joins(code)
    asked = (await office.writes("J-20", "/zapomnij"))[-1]
    assert "Zostaną: wysłane oceny" in asked.text
    yes, no = asked.buttons.values()
    gone = "Ta propozycja jest już nieaktualna albo została wykorzystana. Wywołaj polecenie jeszcze raz."
    assert to(await office.taps_data("J-21", yes), "J-21") == [gone]
    kept = to(await office.taps("J-20", asked, "Jednak"), "J-20")
    assert "Nic się nie zmieniło." in kept
    assert to(await office.taps_data("J-20", yes), "J-20") == [gone]
    assert to(await office.taps_data("J-20", no), "J-20") == [gone]

    again = (await office.writes("J-20", "/zapomnij"))[-1]
    office.clock.at += timedelta(minutes=11)
    assert to(await office.taps("J-20", again, "Usuń"), "J-20") == [gone]
    assert await people.recognise(office.house.db.reading, 10_020) is not None


async def test_who_stands_in_the_configuration_is_told_so(office: Office) -> None:
    refused = await office.writes(OWNER, "/zapomnij")
    assert refused[0].text.startswith("Twoje konto stoi w pliku ustawień")


async def test_who_refuses_consent_leaves_no_account_behind(office: Office) -> None:
    db, at = office.house.db, office.clock.at

    async def enter(tx: Writing) -> None:
        await people.enlist(tx, "J-30", ACCOUNT, name=NAME, language="pl", at=at)
        await people.grant(tx, "J-30", ["juror"])
        await jurors.begin(tx, "J-30")
        person = await people.find(tx, "J-30")
        assert person is not None
        await registration.begin(Turn(office.house, tx, person, at, "enter"))

    await db.transact(enter)
    asked = (await office.writes("J-30", "/dalej"))[-1]
    ready = (await office.taps("J-30", asked, "Nie"))[-1]
    heard = await office.taps("J-30", ready, "Wyślij")
    assert any("Bez zgody nie możesz zostać jurorem" in one.text for one in heard)
    await _waits(office)
    assert _traces(db) == []
