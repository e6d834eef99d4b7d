"""Taking the bot's messages out of a chat, the newest first and more than once; and a menu in the language that was chosen."""

from __future__ import annotations

from datetime import timedelta

from bot.messages import Erase, thaw
from storage import outbox
from tests.bot.office import Office, to

SAID = """\
Chowam swoje wiadomości z ostatnich 48 godzin.
Zostaje 1 starsza wiadomość; na jej usunięcie Telegram już nie pozwala.
Twoich wiadomości nie usuwam. Wszystko naraz znika przez „Wyczyść historię” w menu czatu."""


async def _erased(office: Office) -> list[tuple[int, ...]]:
    """What the erasures of J-20 stand for, one a call, in the order of sending."""
    found = []
    number = 1
    while (row := await outbox.find(office.house.db.reading, number)) is not None:
        number += 1
        message = thaw(row.body)
        if isinstance(message, Erase):
            found.append(message.of)
    return found


async def test_messages_of_two_days_are_taken_back_the_newest_first(office: Office) -> None:
    await office.joins("J-20")
    old = (await office.writes("J-20", "/zadania"))[-1].row
    office.clock.at += timedelta(hours=48)
    rows = [(await office.writes("J-20", word))[-1].row for word in ("/zadania", "/jezyk", "/pomoc")]
    heard = await office.writes("J-20", "/ukryj")
    assert await _erased(office) == [tuple(reversed(rows))]
    assert old not in rows
    assert to(heard, "J-20") == [
        "(usunięcie) 3",
        SAID,
    ]


async def test_a_long_chat_goes_in_batches_of_a_hundred(office: Office) -> None:
    await office.joins("J-20")
    for _ in range(205):
        await office.writes("J-20", "/zadania")
    await office.writes("J-20", "/ukryj")
    batches = await _erased(office)
    assert [len(batch) for batch in batches] == [100, 100, 5]
    flat = [row for batch in batches for row in batch]
    assert flat == sorted(flat, reverse=True)


async def test_an_empty_chat_is_said_to_be_empty(office: Office) -> None:
    await office.joins("J-20")
    assert to(await office.writes("J-20", "/ukryj"), "J-20")[0].startswith(
        "Nie ma tu moich wiadomości z ostatnich 48 godzin."
    )


async def test_others_keep_their_messages(office: Office) -> None:
    for code in ("J-20", "J-21"):
        await office.joins(code)
        await office.writes(code, "/zadania")
    await office.writes("J-20", "/ukryj")
    [rows] = await _erased(office)
    kept = [await outbox.find(office.house.db.reading, row) for row in rows]
    assert {row.person for row in kept if row} == {"J-20"}


async def test_the_menu_speaks_the_chosen_language_at_once(office: Office) -> None:
    await office.joins("J-20")
    asked = (await office.writes("J-20", "/jezyk"))[-1]
    heard = await office.taps("J-20", asked, "English")
    [menu] = [text for text in to(heard, "J-20") if text.startswith("(menu)")]
    assert menu == "(menu) zadania dalej wstecz nie_moge pytanie strefa ukryj moje_dane zapomnij jezyk pomoc"
    rows = [await outbox.find(office.house.db.reading, number) for number in range(1, 20)]
    bodies = "\n".join(row.body for row in rows if row)
    assert '["pytanie","ask the organiser"]' in bodies
    assert "I write in English." in to(heard, "J-20")
