"""Each noun forgets one person and nobody else; and what is scrubbed is gone from the file, not only from the rows."""

from __future__ import annotations

from random import Random

from contest.assignment import State
from contest.session import Session
from storage import (
    assignments,
    evidence,
    inbox,
    invitations,
    jurors,
    outbox,
    people,
    sessions,
)
from storage.database import Database, Reading, Writing
from storage.evidence import Photo
from storage.jurors import Conflict, Juror
from storage.people import Consent
from tests.storage.desk import DAY, HOUR, NOON, Pen, cast, offer


async def test_what_was_agreed_to_is_known_with_its_date(write: Pen, look: Reading) -> None:
    await cast(write)
    await write(people.agree, "J-10", "rejestracja@1", NOON + HOUR)

    assert await people.consent_of(look, "J-10") == Consent("rejestracja@1", NOON + HOUR, NOON)
    assert await people.consent_of(look, "J-11") == Consent(None, None, NOON)


async def test_the_invitation_of_one_goes_with_its_note(write: Pen, look: Reading) -> None:
    await cast(write)
    for digest, by in (("a" * 64, "J-10"), ("b" * 64, "J-11")):
        await write(
            invitations.issue, digest, "juror", f"dla {by}", by="O-10", at=NOON, expires_at=NOON + DAY
        )
        await write(invitations.redeem, digest, by=by, at=NOON)

    assert [one.label for one in await invitations.used_by(look, "J-10")] == ["dla J-10"]
    assert await write(invitations.forget, "J-10") == 1
    assert [one.label for one in await invitations.listing(look)] == ["dla J-11"]


async def test_a_juror_s_own_settings_go(write: Pen, look: Reading) -> None:
    await cast(write)
    for code in ("J-10", "J-11"):
        await write(jurors.declare_conflict, code, 1, "registration", NOON)
    kept = Conflict("Urząd Gminy Kowałowo", "registration", NOON)
    assert await jurors.conflicts_of(look, "J-10") == [kept]
    await write(jurors.forget, "J-10")

    assert await jurors.find(look, "J-10") == Juror("J-10", "removed", (), (), 0, "")
    assert (await jurors.conflicts_of(look, "J-10"), await jurors.conflicts_of(look, "J-11")) == ([], [kept])


async def test_reasons_in_a_juror_s_own_words_go(write: Pen, look: Reading) -> None:
    await cast(write)
    mine = await offer(write)
    theirs = await offer(write, entrant=2, juror="J-11")
    for task, juror in ((mine, "J-10"), (theirs, "J-11")):
        await write(
            assignments.change,
            task,
            frm=State.OFFERED,
            to=State.DECLINED,
            reason="Mam termin u lekarza",
            by=juror,
            at=NOON,
        )

    assert await write(assignments.forget_reasons, "J-10") == 1
    assert [one.reason for one in await assignments.everything(look)] == ["", "Mam termin u lekarza"]


async def test_photos_of_an_interview_go_at_once(write: Pen, look: Reading) -> None:
    await cast(write)
    task = await offer(write)
    session = await write(
        sessions.begin,
        "J-10",
        purpose="assignment",
        assignment=task,
        session=Session("telefon@3"),
        at=NOON,
    )
    for key in ("a", "b"):
        photo = Photo(key * 64, "c" * 64, "image/jpeg", 1, 1, b"jpeg")
        await write(evidence.keep, session, "dowod", photo, NOON)

    assert [stored.id for stored in await sessions.of_person(look, "J-10")] == [session]
    assert await sessions.of_person(look, "J-11") == []
    assert await write(evidence.drop_all, session) == 2
    assert await evidence.of_session(look, session) == []


async def test_what_a_chat_sent_goes_and_waits_for_no_answer(write: Pen, look: Reading) -> None:
    await write(inbox.receive, [(1, 7, "dead"), (2, 7, "new"), (3, 8, "somebody else's")], NOON)
    await write(inbox.bury, 1, "KeyError", NOON)

    assert await write(inbox.forget, 7) == 2
    assert await inbox.dead(look) == [inbox.Dead(1, None, "KeyError", 0, NOON)]
    assert ([row.chat for row in await inbox.oldest(look, 9)], await inbox.highest(look)) == ([8], 3)


async def test_a_scrubbed_file_holds_nothing_of_what_was_erased(write: Pen, db: Database) -> None:
    """Rows of all sizes, grown, moved and deleted: their copies lie about in pages until the file is written anew."""

    def files() -> bytes:
        return b"".join(file.read_bytes() for file in db.path.parent.glob("contest.db*"))

    dice = Random(2)  # with this seed, emptying the log alone leaves a copy
    for number in range(600):
        body = f'"Kanarkowa {"x" * dice.randrange(1500)}"'
        await write(outbox.promise, f"J-{number % 7}", f"m{number}", body, not_before=NOON, at=NOON)
        if dice.random() < 0.4:
            await write(outbox.erase, dice.randrange(number + 1) + 1)
        if dice.random() < 0.2:
            await write(Writing.run, "DELETE FROM outbox WHERE id = :id", id=dice.randrange(number + 1) + 1)
    assert b"Kanarkowa" in files()
    for number in dice.sample(range(7), 7):
        if number != 3:
            await write(outbox.forget, f"J-{number}")
    await write(Writing.run, "UPDATE outbox SET body = '{}'")
    await db.scrub()

    assert b"Kanarkowa" not in files()
