"""People, their roles, invitations and jurors: a name behind one door, a code everywhere else."""

from __future__ import annotations

import asyncio
import random

import pytest

from contest.assignment import State
from contest.mistakes import Mistakes
from storage import assignments, invitations, journal, jurors, people
from storage.database import Database, Reading, Writing
from storage.invitations import Invitation
from storage.jurors import Juror
from storage.people import Identity, Person
from tests.storage.desk import DAY, HOUR, NOON, Pen, cast, offer

ANNA = Person(code="J-37", language="pl", roles=frozenset({"juror"}), reachable=True)


async def anna(write: Pen) -> None:
    await write(people.enlist, "J-37", 7001, name="Anna Nowak", language="pl", at=NOON)
    await write(people.grant, "J-37", ["juror"])


async def test_a_person_is_recognised_by_the_account_and_known_by_the_code(write: Pen, look: Reading) -> None:
    await anna(write)

    assert await people.recognise(look, 7001) == ANNA
    assert await people.find(look, "J-37") == ANNA
    assert await people.everybody(look) == [ANNA]
    assert await people.who_is(look, "J-37") == Identity("J-37", 7001, "Anna Nowak")
    assert await people.identities(look) == [Identity("J-37", 7001, "Anna Nowak")]
    assert await people.chat_of(look, "J-37") == 7001
    assert (
        await people.recognise(look, 1),
        await people.find(look, "J-1"),
        await people.chat_of(look, "J-1"),
    ) == (
        None,
        None,
        None,
    )


async def test_accounts_with_a_code_are_told_from_strangers(write: Pen, look: Reading) -> None:
    await write(people.enlist, "J-10", 7, name="Ola", language="pl", at=NOON)
    await write(people.enlist, "J-11", 8, name="Jan", language="pl", at=NOON)
    await write(people.forget, "J-11")

    assert await people.known(look, [7, 8, 9]) == {7}


async def test_roles_language_name_and_reach_change_one_by_one(write: Pen, look: Reading) -> None:
    await anna(write)
    await write(people.grant, "J-37", ["checker", "juror"])
    assert await write(people.withdraw, "J-37", "juror")
    assert not await write(people.withdraw, "J-37", "juror")
    await write(people.speak, "J-37", "en")
    await write(people.rename, "J-37", "Anna Maj")
    await write(people.move, "J-37", "Europe/London")
    await write(people.set_reachable, "J-37", reachable=False, at=NOON)

    assert await people.with_role(look, "checker") == [
        Person("J-37", "en", frozenset({"checker"}), reachable=False, zone="Europe/London")
    ]
    assert await people.with_role(look, "juror") == []
    assert await people.who_is(look, "J-37") == Identity("J-37", 7001, "Anna Maj")


async def test_the_moment_of_losing_a_person_is_the_first_one(write: Pen, look: Reading) -> None:
    await anna(write)
    await write(people.set_reachable, "J-37", reachable=False, at=NOON)
    await write(people.set_reachable, "J-37", reachable=False, at=NOON + HOUR)

    assert await look.one(str, "SELECT reachable_since FROM people") == NOON.isoformat(
        timespec="microseconds"
    )


async def test_an_account_gets_one_code_only(write: Pen) -> None:
    await anna(write)
    with pytest.raises(Mistakes) as caught:
        await write(people.enlist, "J-38", 7001, name="", language="pl", at=NOON)

    assert [found.code for found in caught.value.found] == ["already-enlisted"]


async def test_codes_are_drawn_among_the_unused_and_grow_when_they_run_out(write: Pen, look: Reading) -> None:
    dice = random.Random(3)
    for number in range(10, 100):
        if number != 42:
            await write(people.enlist, f"J-{number}", number, name="", language="pl", at=NOON)
    assert await people.fresh_code(look, "J", dice) == "J-42"
    await write(people.enlist, "J-42", 42, name="", language="pl", at=NOON)

    three = await people.fresh_code(look, "J", dice)
    assert 100 <= int(three.removeprefix("J-")) < 1000
    assert len((await people.fresh_code(look, "O", dice)).removeprefix("O-")) == 2


async def test_a_forgotten_person_leaves_a_code_that_is_never_given_again(
    write: Pen, look: Reading, db: Database
) -> None:
    await anna(write)
    await write(people.agree, "J-37", "rejestracja@1", NOON)
    await write(people.move, "J-37", "Europe/London")
    await write(people.forget, "J-37")
    await db.checkpoint()

    assert await people.find(look, "J-37") == Person("J-37", "pl", frozenset(), reachable=False)
    assert await people.who_is(look, "J-37") == Identity("J-37", None, "")
    assert await people.recognise(look, 7001) is None
    files = b"".join(file.read_bytes() for file in db.path.parent.glob("contest.db*"))
    assert b"Nowak" not in files
    assert b"rejestracja@1" in files  # what was agreed to is kept, and shows that the search works


async def test_an_invitation_lets_one_person_in(write: Pen, look: Reading, db: Database) -> None:
    await cast(write)
    await write(invitations.issue, "d1" * 32, "juror", "z Krakowa", by="O-10", at=NOON, expires_at=NOON + DAY)

    async def enter(code: str) -> str | None:
        return await db.transact(lambda tx: invitations.redeem(tx, "d1" * 32, by=code, at=NOON + HOUR))

    roles = await asyncio.gather(*(enter(code) for code in ("J-10", "J-11") * 10))

    assert sorted(roles, key=str) == [None] * 19 + ["juror"]
    [used] = await invitations.listing(look)
    assert used == Invitation(
        number=1,
        digest="d1" * 32,
        role="juror",
        label="z Krakowa",
        issued_by="O-10",
        issued_at=NOON,
        expires_at=NOON + DAY,
        used_by="J-10",
        used_at=NOON + HOUR,
        revoked_at=None,
    )
    assert [entry.action for entry in await journal.entries(look, 9, "invitation.")] == [
        "invitation.redeem",
        "invitation.issue",
    ]


async def test_an_expired_a_revoked_and_an_unknown_invitation_are_worth_the_same(write: Pen) -> None:
    await cast(write)
    await write(invitations.issue, "old", "juror", "", by="O-10", at=NOON, expires_at=NOON + HOUR)
    await write(invitations.issue, "off", "juror", "", by="O-10", at=NOON, expires_at=NOON + DAY)
    assert await write(invitations.role_of, "off", NOON) == "juror"
    assert await write(invitations.revoke, "off", by="O-10", at=NOON)
    assert not await write(invitations.revoke, "off", by="O-10", at=NOON)

    for digest in ("old", "off", "never"):
        assert await write(invitations.role_of, digest, NOON + HOUR) is None
        assert await write(invitations.redeem, digest, by="J-10", at=NOON + HOUR) is None


async def test_a_newcomer_and_the_invitation_are_one_act(write: Pen, look: Reading, db: Database) -> None:
    await cast(write)
    await write(invitations.issue, "d", "juror", "", by="O-10", at=NOON, expires_at=NOON + DAY)

    async def enter_and_fail(tx: Writing) -> None:
        await people.enlist(tx, "J-99", 99, name="", language="pl", at=NOON)
        await invitations.redeem(tx, "d", by="J-99", at=NOON)
        raise ConnectionError

    with pytest.raises(ConnectionError):
        await db.transact(enter_and_fail)

    assert await people.find(look, "J-99") is None
    assert await write(invitations.redeem, "d", by="J-10", at=NOON) == "juror"


async def test_a_juror_registers_pauses_returns_and_leaves(write: Pen, look: Reading) -> None:
    await anna(write)
    await write(jurors.begin, "J-37")
    assert await jurors.find(look, "J-37") == Juror("J-37", "registering", (), (), 0, "")
    assert await jurors.active(look) == []

    await write(
        jurors.settle,
        "J-37",
        regions=("śląskie", "opolskie"),
        channels=["telefon"],
        capacity=4,
        note="tylko rano",
    )
    settled = Juror("J-37", "active", ("opolskie", "śląskie"), ("telefon",), 4, "tylko rano")
    assert await jurors.active(look) == [settled]

    assert (await write(jurors.pause, "J-37"), await write(jurors.pause, "J-37")) == (True, False)
    assert await jurors.active(look) == []
    assert (await write(jurors.resume, "J-37"), await write(jurors.resume, "J-37")) == (True, False)
    await write(jurors.remove, "J-37")
    assert [juror.state for juror in await jurors.everybody(look)] == ["removed"]
    assert await jurors.find(look, "J-1") is None


async def test_loads_conflicts_and_meetings_are_told_by_juror(write: Pen, look: Reading) -> None:
    await cast(write)
    first = await offer(write)
    await offer(write, entrant=2)
    third = await offer(write, number=2, juror="J-11")
    for number, state in ((first, State.DECLINED), (third, State.CANCELLED)):
        await write(assignments.change, number, frm=State.OFFERED, to=state, reason="", by="J-10", at=NOON)
    await write(jurors.declare_conflict, "J-10", 1, "registration", NOON)
    await write(jurors.declare_conflict, "J-10", 1, "offer", NOON + HOUR)
    await write(jurors.declare_conflict, "J-11", 2, "organiser", NOON)

    assert await jurors.loads(look) == {"J-10": 1}
    assert await jurors.met_map(look) == {"J-10": frozenset({1, 2})}
    assert await jurors.conflict_map(look) == {"J-10": frozenset({1}), "J-11": frozenset({2})}
    assert await look.all(str, "SELECT source FROM conflicts ORDER BY juror") == ["registration", "organiser"]
    assert (await write(jurors.lift_conflict, "J-10", 1), await write(jurors.lift_conflict, "J-10", 1)) == (
        True,
        False,
    )
    assert await jurors.conflicts(look, "J-10") == frozenset()


async def test_a_juror_gets_other_settings_and_stays_as_they_were_otherwise(
    write: Pen, look: Reading
) -> None:
    await anna(write)
    await write(jurors.begin, "J-37")
    await write(
        jurors.settle, "J-37", regions=["lubelskie"], channels=["telefon"], capacity=5, note="od maja"
    )
    await write(jurors.pause, "J-37")
    await write(jurors.adjust, "J-37", regions=["mazowieckie"], channels=["email"], capacity=7)

    assert await jurors.find(look, "J-37") == Juror(
        "J-37", "paused", ("mazowieckie",), ("email",), 7, "od maja"
    )


async def test_invitations_are_numbered_as_they_are_issued(write: Pen, look: Reading) -> None:
    await cast(write)
    for digest, until in (("d1", HOUR), ("d2", DAY), ("d3", DAY), ("d4", DAY)):
        await write(invitations.issue, digest * 32, "juror", "", by="O-10", at=NOON, expires_at=NOON + until)
    await write(invitations.revoke, "d2" * 32, by="O-10", at=NOON)
    await write(invitations.redeem, "d3" * 32, by="J-10", at=NOON)

    assert [one.number for one in await invitations.listing(look)] == [4, 3, 2, 1]
    assert [one.number for one in await invitations.open_now(look, NOON)] == [1, 4]
    assert [one.number for one in await invitations.open_now(look, NOON + HOUR)] == [4]
    assert await invitations.next_number(look) == 5


async def test_a_removed_juror_comes_back_unless_they_never_registered(write: Pen, look: Reading) -> None:
    await cast(write)
    await write(jurors.settle, "J-10", regions=["mazowieckie"], channels=["telefon"], capacity=3)
    await write(jurors.remove, "J-10")
    assert await write(jurors.restore, "J-10")
    assert not await write(jurors.restore, "J-10")
    assert await write(jurors.resize, "J-10", 7)
    assert not await write(jurors.resize, "J-10", 7)
    await anna(write)
    await write(jurors.begin, "J-37")
    await write(jurors.remove, "J-37")

    assert not await write(jurors.restore, "J-37")
    await write(jurors.declare_conflict, "J-10", 2, "offer", NOON)
    await write(jurors.declare_conflict, "J-10", 1, "organiser", NOON + HOUR)
    assert await jurors.declared(look, "J-10") == {2: "offer", 1: "organiser"}
    found = {juror.code: (juror.state, juror.capacity) for juror in await jurors.everybody(look)}
    assert (found["J-10"], found["J-37"]) == (("active", 7), ("removed", 0))
