"""/pomoc lists what a person may use, and nothing else."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial

from bot.menu import MENU
from bot.routes import COMMANDS
from storage import people
from storage.database import Writing
from tests.bot.office import CHECKER, OWNER, Office, to


async def _told(office: Office, code: str) -> list[str]:
    [text] = to(await office.writes(code, "/pomoc"), code)
    return re.findall(r"^/(\w+) – .", text, re.MULTILINE)


async def test_everybody_reads_the_commands_of_their_roles_and_no_others(office: Office) -> None:
    await office.joins("J-20")
    for code, role in (("J-20", "juror"), (CHECKER, "checker"), (OWNER, "owner")):
        told = await _told(office, code)
        assert told == [
            word
            for word, one in COMMANDS.items()
            if role in one.roles and one.of(office.house.rules) and word != "start"
        ], role


async def test_the_menu_under_the_text_field_is_part_of_what_a_juror_reads(office: Office) -> None:
    await office.joins("J-20")
    assert {*MENU} <= {*await _told(office, "J-20")}


async def test_a_training_that_the_edition_does_not_have_is_not_offered(office: Office) -> None:
    await office.joins("J-20")
    assert ("szkolenie" in await _told(office, "J-20")) is ("training" in office.house.rules.steps)
    office.house = replace(office.house, rules=replace(office.house.rules, steps={}))
    assert "szkolenie" not in await _told(office, "J-20")


async def test_a_dead_button_shows_everybody_the_way_to_their_own_place(office: Office) -> None:
    await office.joins("J-20")
    await office.house.db.transact(partial(_enlist, "E-20", "expert", office))
    places = {OWNER: "/panel", CHECKER: "/panel", "J-20": "/dalej", "E-20": "/glosuj"}
    for code, place in places.items():
        for data in ("zz:1", "q:1:x:yes:1", "c:999", "p:nowhere", "wb:77"):
            [told] = to(await office.taps_data(code, data), code)
            assert "nie działa" in told
            assert place in told


async def _enlist(code: str, role: str, office: Office, tx: Writing) -> None:
    await people.enlist(tx, code, 900, name="", language="pl", at=office.clock.at)
    await people.grant(tx, code, [role])
