"""Who may do what, walked through from the table itself: every command, button, reply and proposal, for every role.

Each reaches its act through the real door, or is answered as if it did not exist, and nothing else happens.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import NoReturn, get_args

import pytest

from bot import routes
from bot.config import Role
from bot.house import Turn, refuse
from bot.messages import Send, freeze
from bot.organiser import desk
from bot.roles import EVERYBODY
from bot.routes import COMMANDS, PRESSES, REPLIES, Command, Press, Reply
from storage import journal, outbox, people, proposals
from storage.database import Writing
from tests.bot.office import Heard, Office

ROLES = tuple(sorted(EVERYBODY))
roles = pytest.mark.parametrize("role", ROLES)


class Door:
    """Stands before every act of a table: who got that far is noted, and goes no further."""

    def __init__(self) -> None:
        self.reached: list[str] = []

    def before(self, word: str) -> Callable[..., Awaitable[NoReturn]]:
        async def act(turn: Turn, *_: object) -> NoReturn:
            self.reached.append(word)
            raise refuse("already-frozen")  # some sentence; the turn is undone

        return act


def test_the_roles_are_those_that_a_configuration_and_an_invitation_know() -> None:
    assert {*get_args(Role), "juror"} == set(ROLES)


def test_every_entry_is_for_somebody() -> None:
    for table in (COMMANDS, PRESSES, REPLIES, desk.EFFECTS):
        assert [word for word, one in table.items() if not one.roles or one.roles - EVERYBODY] == []


async def _holder(office: Office, role: str) -> str:
    """Somebody with this role and no other."""
    code = f"X-{ROLES.index(role) + 20}"

    async def act(tx: Writing) -> None:
        await people.enlist(tx, code, 500 + ROLES.index(role), name="", language="pl", at=office.clock.at)
        await people.grant(tx, code, [role])

    await office.house.db.transact(act)
    return code


async def _quiet(office: Office, heard: list[Heard], code: str, before: int) -> str:
    """What the person read, if that was one answer without buttons and nothing was done."""
    assert [one.person for one in heard] == [code]
    assert not heard[0].buttons
    assert (await journal.head(office.house.db.reading)).seq == before
    return heard[0].text


@roles
async def test_every_command(office: Office, role: str, monkeypatch: pytest.MonkeyPatch) -> None:
    code, door = await _holder(office, role), Door()
    guarded: Mapping[str, Command] = {
        word: replace(one, act=door.before(word), prepare=None) for word, one in COMMANDS.items()
    }
    monkeypatch.setattr(routes, "COMMANDS", guarded)
    for word, one in COMMANDS.items():
        for said in (f"/{word}", f"/{word.upper()} 1", f"/{word}@incognito_bot"):
            door.reached.clear()
            before = (await journal.head(office.house.db.reading)).seq
            heard = await office.writes(code, said)
            allowed = role in one.roles
            assert (word, door.reached) == (word, [word] if allowed else [])
            if not allowed:
                told = await _quiet(office, heard, code, before)
                assert told == f"Nie znam polecenia {said.split()[0]}. Listę poleceń pokaże /pomoc."


@roles
async def test_every_button(office: Office, role: str, monkeypatch: pytest.MonkeyPatch) -> None:
    code, door = await _holder(office, role), Door()
    guarded: Mapping[str, Press] = {
        word: replace(one, act=door.before(word), prepare=None) for word, one in PRESSES.items()
    }
    monkeypatch.setattr(routes, "PRESSES", guarded)
    [dead] = {one.text for one in await office.taps_data(code, "nic:1")}
    for word, one in PRESSES.items():
        for data in (f"{word}:1", f"{word}:1:2:3", word):
            door.reached.clear()
            before = (await journal.head(office.house.db.reading)).seq
            heard = await office.taps_data(code, data)
            allowed = role in one.roles
            assert (word, door.reached) == (word, [word] if allowed else [])
            if not allowed:
                assert await _quiet(office, heard, code, before) == dead


@roles
async def test_every_shortcut_is_its_command(
    office: Office, role: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, door = await _holder(office, role), Door()
    guarded: Mapping[str, Command] = {
        word: replace(one, act=door.before(word), prepare=None) for word, one in COMMANDS.items()
    }
    monkeypatch.setattr(routes, "COMMANDS", guarded)
    for word, one in COMMANDS.items():
        door.reached.clear()
        await office.taps_data(code, f"go:{word}")
        allowed = role in one.roles & PRESSES["go"].roles
        assert (word, door.reached) == (word, [word] if allowed else [])


@roles
async def test_every_reply(office: Office, role: str, monkeypatch: pytest.MonkeyPatch) -> None:
    code, door = await _holder(office, role), Door()
    guarded: Mapping[str, Reply] = {
        word: replace(one, act=door.before(word)) for word, one in REPLIES.items()
    }
    monkeypatch.setattr(routes, "REPLIES", guarded)
    for number, (word, one) in enumerate(REPLIES.items()):
        asked = await _asked(office, code, word, number)
        door.reached.clear()
        before = (await journal.head(office.house.db.reading)).seq
        heard = await office.writes(code, "cokolwiek", reply_to=asked)
        allowed = role in one.roles
        assert (word, door.reached) == (word, [word] if allowed else [])
        if not allowed:
            await _quiet(office, heard, code, before)


@roles
async def test_every_proposal(office: Office, role: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Shown while the person had all roles, confirmed when only one of them is left."""
    code, door = await _holder(office, role), Door()
    guarded = {kind: replace(one, act=door.before(kind)) for kind, one in desk.EFFECTS.items()}
    monkeypatch.setattr(desk, "EFFECTS", guarded)
    for kind, one in desk.EFFECTS.items():
        await _proposed(office, code, kind)
        door.reached.clear()
        await office.taps_data(code, f"ok:{kind}")
        allowed = role in one.roles and role in PRESSES["ok"].roles
        assert (kind, door.reached) == (kind, [kind] if allowed else [])


@roles
async def test_every_command_that_is_allowed_answers(office: Office, role: str) -> None:
    """The real acts this time, in an edition where nothing has happened yet."""
    code = await _holder(office, role)
    for word, one in COMMANDS.items():
        if role in one.roles and word not in (
            "kopia",
            "eksport",
        ):  # these answer by the schedule, see their stories
            heard = await office.writes(code, f"/{word}")
            assert (word, bool([said for said in heard if said.person == code])) == (word, True)


async def test_who_holds_no_role_finds_no_door(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    door = Door()
    for name, table in (("COMMANDS", COMMANDS), ("PRESSES", PRESSES)):
        guarded = {word: replace(one, act=door.before(word), prepare=None) for word, one in table.items()}
        monkeypatch.setattr(routes, name, guarded)
    code = await _holder(office, "checker")
    await office.house.db.transact(lambda tx: people.withdraw(tx, code, "checker"))
    for word in COMMANDS:
        await office.writes(code, f"/{word}")
        await office.taps_data(code, f"go:{word}")
    for word in PRESSES:
        await office.taps_data(code, f"{word}:1")
    assert door.reached == []


async def _asked(office: Office, code: str, word: str, number: int) -> int:
    """A message in the person's chat that asks this in words."""

    async def act(tx: Writing) -> int:
        row = await outbox.promise(
            tx,
            code,
            f"asked:{word}",
            freeze(Send(text="?")),
            binds=json.dumps({"ask": word}),
            not_before=office.clock.at,
            at=office.clock.at,
        )
        assert row is not None
        await outbox.sent(tx, {row: 900_000 + number}, office.clock.at)
        office._read = row  # it is in the chat already
        return 900_000 + number

    return await office.house.db.transact(act)


async def _proposed(office: Office, code: str, kind: str) -> None:
    async def act(tx: Writing) -> None:
        until = office.clock.at.replace(year=office.clock.at.year + 1)
        await proposals.make(tx, kind, kind, "{}", by=code, at=office.clock.at, expires_at=until)

    await office.house.db.transact(act)
