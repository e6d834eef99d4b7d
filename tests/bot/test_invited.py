"""Wrong invitations are answered alike, and not for ever; a good one still lets its holder in."""

from __future__ import annotations

import asyncio

from tests.bot.core import Core, texts

NO_GOOD = "To zaproszenie nie działa. Poproś organizatora o nowe."


async def test_whoever_tries_codes_reads_five_answers_an_hour(running: Core) -> None:
    running.meets(1, "Biuro")
    guessing, other = running.meets(99, "Obcy"), running.meets(98, "Inny")
    running.start("intake", "reception", "delivery", "door")
    for number in range(8):
        await guessing.write(f"/start {'A' * 31}{number}")
    await other.write(f"/start {'B' * 32}")
    await running.until(lambda: len(texts(guessing)) == 5 and len(texts(other)) == 1)
    await asyncio.sleep(0.3)
    assert set(texts(guessing)) | set(texts(other)) == {NO_GOOD}
    assert len(texts(guessing)) == 5

    await guessing.write(f"/start {await running.invites()}")
    await guessing.expect("Czy zgadzasz się")
