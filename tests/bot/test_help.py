"""/pomoc lists what a person may use, and nothing else."""

from __future__ import annotations

import re

from bot.menu import MENU
from bot.routes import COMMANDS
from tests.bot.office import CHECKER, OWNER, Office, to


async def _told(office: Office, code: str) -> list[str]:
    [text] = to(await office.writes(code, "/pomoc"), code)
    return re.findall(r"^/(\w+) – .", text, re.MULTILINE)


async def test_everybody_reads_the_commands_of_their_roles_and_no_others(office: Office) -> None:
    await office.joins("J-20")
    for code, role in (("J-20", "juror"), (CHECKER, "checker"), (OWNER, "owner")):
        told = await _told(office, code)
        assert told == [word for word, one in COMMANDS.items() if role in one.roles and word != "start"], role


async def test_the_menu_under_the_text_field_is_part_of_what_a_juror_reads(office: Office) -> None:
    await office.joins("J-20")
    assert {*MENU} <= {*await _told(office, "J-20")}
