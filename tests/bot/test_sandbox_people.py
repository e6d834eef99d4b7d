"""People in the local Telegram, with the real python-telegram-bot on the other side."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from PIL import Image
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeChat,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
)
from telegram.error import BadRequest, Forbidden

from bot.sandbox.people import Person
from bot.sandbox.server import Telegram
from bot.sandbox.window import NothingCame

YES_NO = InlineKeyboardMarkup(
    [[InlineKeyboardButton("Tak", callback_data="y"), InlineKeyboardButton("Nie", callback_data="n")]]
)


@pytest.fixture
async def telegram() -> AsyncIterator[Telegram]:
    async with Telegram() as started:
        yield started


@pytest.fixture
async def bot(telegram: Telegram) -> AsyncIterator[Bot]:
    async with Bot(telegram.token, base_url=telegram.base_url, base_file_url=telegram.base_file_url) as bot:
        yield bot


@pytest.fixture
async def anna(telegram: Telegram) -> Person:
    person = telegram.person(7, first_name="Anna")
    await person.write("/start")
    return person


def _picture(width: int = 1000, height: int = 500) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), "green").save(buffer, "JPEG")
    return buffer.getvalue()


async def test_a_conversation_reads_as_a_transcript(bot: Bot, anna: Person) -> None:
    question = await bot.send_message(7, "<b>Pytanie 1.</b> Czy odebrano?", "HTML", reply_markup=YES_NO)
    press = anna.tap("Tak")
    await bot.answer_callback_query(press.query.id, text="Zapisane")
    await question.edit_text("Pytanie 1. Czy odebrano? ✔ Tak")
    said = await anna.write("Uwaga:\nbyło głośno", reply_to=anna.last)
    await anna.edit(said, "Uwaga: było cicho")
    await bot.send_document(7, b"%PDF", filename="licencja.pdf", caption="Gratulacje")
    await question.delete()

    assert await press == "Zapisane"
    assert anna.transcript() == (
        "> /start\n"
        "< Pytanie 1. Czy odebrano?\n"
        "<   [Tak] [Nie]\n"
        "> [Tak]\n"
        "! Zapisane\n"
        "~ Pytanie 1. Czy odebrano? ✔ Tak\n"
        "> Uwaga:\n"
        "> było głośno\n"
        "~ Uwaga: było cicho\n"
        "< <document: licencja.pdf>\n"
        "< Gratulacje\n"
        "x Pytanie 1. Czy odebrano? ✔ Tak\n"
    )
    assert anna.screen() == (
        "> /start\n> Uwaga: było cicho (edytowane)\n< <document: licencja.pdf>\n< Gratulacje"
    )


async def test_what_the_bot_says_is_read_once_and_in_order(bot: Bot, anna: Person) -> None:
    await bot.send_message(7, "jeden")
    second = await bot.send_message(7, "dwa")
    await second.edit_text("dwa i pół")

    assert [(await anna.next()).text, (await anna.expect("pół")).text] == ["jeden", "dwa i pół"]
    with pytest.raises(NothingCame, match="on the screen:\n> /start\n< jeden"):
        await anna.next(timeout=0.05)


async def test_waiting_ends_when_the_message_comes(bot: Bot, anna: Person) -> None:
    waiting = asyncio.create_task(anna.expect(lambda seen: "Nie" in seen.buttons[0]))
    await asyncio.sleep(0.05)

    await bot.send_message(7, "Czy?", reply_markup=YES_NO)

    assert (await waiting).buttons == (("Tak", "Nie"),)


async def test_a_tap_takes_the_newest_button_and_says_which_are_there(bot: Bot, anna: Person) -> None:
    old = await bot.send_message(7, "Stare", reply_markup=YES_NO)
    await bot.send_message(7, "Nowe", reply_markup=YES_NO)
    anna.tap("Nie")
    anna.tap("Tak", anna.chat[1])
    anna.tap_data("n")

    presses = [update.callback_query for update in await bot.get_updates() if update.callback_query]

    assert [(press.data, press.message.message_id) for press in presses if press.message] == [
        ("n", old.message_id + 1),
        ("y", old.message_id),
        ("n", old.message_id + 1),
    ]
    with pytest.raises(LookupError, match=r"no button 'Może' on the screen:[\s\S]*\[Tak\] \[Nie\]"):
        anna.tap("Może")


async def test_the_bot_cannot_write_first_nor_to_whom_blocked_it(telegram: Telegram, bot: Bot) -> None:
    anna = telegram.person(7)
    with pytest.raises(Forbidden, match="bot can't initiate conversation with a user"):
        await bot.send_message(7, "Dzień dobry")
    await anna.write("/start")
    anna.block()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(7, "Dzień dobry")
    anna.unblock()
    await bot.send_message(7, "Dzień dobry")

    members = [update.my_chat_member for update in await bot.get_updates() if update.my_chat_member]

    assert [change.new_chat_member.status for change in members] == ["kicked", "member"]
    assert anna.screen() == "> /start\n< Dzień dobry"


async def test_an_edit_that_changes_nothing_is_refused(bot: Bot, anna: Person) -> None:
    message = await bot.send_message(7, "Czy?", reply_markup=YES_NO)

    with pytest.raises(BadRequest, match="Message is not modified"):
        await message.edit_text(" Czy? ", reply_markup=YES_NO)
    with pytest.raises(BadRequest, match="Message is not modified"):
        await message.edit_reply_markup(YES_NO)
    with pytest.raises(BadRequest, match="There is no caption in the message to edit"):
        await message.edit_caption("x")
    await message.edit_reply_markup(None)

    assert [(seen.text, seen.buttons) for seen in anna.chat[1:]] == [("Czy?", ())]


async def test_old_messages_cannot_be_deleted() -> None:
    moments = iter([datetime(2026, 9, 1, tzinfo=UTC)])
    now = next(moments)
    async with Telegram(clock=lambda: now) as telegram, Bot(telegram.token, telegram.base_url) as bot:
        anna = telegram.person(7)
        await anna.write("/start")
        message = await bot.send_message(7, "stara")
        now += timedelta(hours=48, seconds=1)

        with pytest.raises(BadRequest, match="Message can't be deleted for everyone"):
            await message.delete()


async def test_several_messages_are_deleted_and_missing_ones_passed_over(bot: Bot, anna: Person) -> None:
    sent = [await bot.send_message(7, text) for text in ("a", "b", "c")]

    await bot.delete_messages(7, [sent[0].message_id, 555, sent[2].message_id])

    assert anna.screen() == "> /start\n< b"


async def test_photos_come_in_sizes_and_albums_share_a_group(bot: Bot, anna: Person) -> None:
    await anna.send_album([_picture(), _picture(300, 300)], caption="przed i po")

    photos = [update.message for update in await bot.get_updates()][1:]
    sizes = [[(size.width, size.height) for size in photo.photo] for photo in photos if photo]
    largest = photos[0].photo[-1] if photos[0] else None
    assert largest is not None
    file = await largest.get_file()

    assert sizes == [[(90, 45), (320, 160), (800, 400), (1000, 500)], [(90, 90), (300, 300)]]
    assert [photo.caption for photo in photos if photo] == ["przed i po", None]
    assert len({photo.media_group_id for photo in photos if photo}) == 1
    assert bytes(await file.download_as_bytearray()) == _picture()


async def test_the_bot_sends_photos_by_bytes_by_id_and_in_albums(bot: Bot, anna: Person) -> None:
    first = await bot.send_photo(7, _picture(), caption="raz")
    await bot.send_photo(7, first.photo[-1].file_id)
    await bot.send_media_group(7, [InputMediaPhoto(_picture(200, 100)), InputMediaPhoto(first.photo[-1])])

    with pytest.raises(BadRequest, match=r"(?i)image_process_failed"):
        await bot.send_photo(7, b"to nie jest obraz")
    assert list(anna.photos) == [_picture(), _picture(), _picture(200, 100), _picture()]


async def test_other_kinds_of_messages_are_what_the_library_knows(bot: Bot, anna: Person) -> None:
    await anna.send_voice()
    await anna.send_video_note()
    await anna.send_sticker()
    await anna.send_location()
    await anna.send_contact()
    await anna.send_poll()
    await anna.send_document(b"MZ", "wirus.exe")
    await anna.forward("cudze słowa", author="Ukryty")

    messages = [update.message for update in await bot.get_updates() if update.message][1:]

    assert [
        bool(kind)
        for kind in (
            messages[0].voice,
            messages[1].video_note,
            messages[2].sticker,
            messages[3].location,
            messages[4].contact,
            messages[5].poll,
            messages[6].document,
            messages[7].forward_origin,
        )
    ] == [True] * 8


async def test_a_text_over_4096_characters_arrives_in_pieces(bot: Bot, anna: Person) -> None:
    await anna.write("a" * 4097)

    assert [len(update.message.text or "") for update in await bot.get_updates() if update.message] == [
        6,
        4096,
        1,
    ]


async def test_in_a_group_the_bot_hears_commands_and_replies_until_it_leaves(
    telegram: Telegram, bot: Bot, anna: Person
) -> None:
    group = telegram.group(-1001, title="Komisja")
    group.add_bot(anna)
    hello = await bot.send_message(-1001, "Dzień dobry")
    await anna.write("gadanie", chat=group)
    await anna.write("/ranking", chat=group)
    await anna.write("odpowiadam", chat=group, reply_to=group.last)
    heard = [update.message.text for update in await bot.get_updates() if update.message]
    await bot.leave_chat(-1001)

    with pytest.raises(Forbidden, match="bot is not a member of the group chat"):
        await bot.send_message(-1001, "jeszcze coś")
    assert heard == ["/start", None, "/ranking", "odpowiadam"]
    assert hello.chat.title == "Komisja"
    assert not group.has_bot()


async def test_reply_keyboards_belong_to_the_chat(bot: Bot, anna: Person) -> None:
    await bot.send_message(7, "Wybierz", reply_markup=ReplyKeyboardMarkup([["Tak", "Nie"]]))
    shown = anna.keyboard
    await bot.send_message(7, "Dzięki", reply_markup=ReplyKeyboardRemove())

    assert (shown, anna.keyboard) == ((("Tak", "Nie"),), ())


async def test_commands_are_kept_by_scope_and_language(bot: Bot, anna: Person) -> None:
    scope = BotCommandScopeChat(7)
    await bot.set_my_commands([BotCommand("zadania", "Twoje zadania")])
    await bot.set_my_commands([BotCommand("ranking", "Ranking")], scope=scope, language_code="pl")
    own = await bot.get_my_commands(scope=scope, language_code="pl")
    await bot.delete_my_commands(scope=scope, language_code="pl")

    assert [command.command for command in own] == ["ranking"]
    assert await bot.get_my_commands(scope=scope, language_code="pl") == ()
    assert [command.command for command in await bot.get_my_commands()] == ["zadania"]
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.set_my_commands([], scope=BotCommandScopeChat(99))


async def test_the_bot_describes_itself(bot: Bot, anna: Person) -> None:
    await bot.set_my_description("Konkurs", language_code="pl")
    await bot.set_my_short_description("Krótko")

    assert (await bot.get_my_description("pl")).description == "Konkurs"
    assert (await bot.get_my_short_description("pl")).short_description == "Krótko"
    assert (await bot.get_chat(7)).first_name == "Anna"


async def test_protection_and_replies_are_kept(bot: Bot, anna: Person) -> None:
    await bot.send_message(7, "poufne", protect_content=True, reply_parameters=ReplyParameters(1))
    await bot.set_message_reaction(7, 1, "👍")

    assert [(seen.protected, seen.reply_to) for seen in anna.chat[1:]] == [(True, 1)]


async def test_every_call_is_written_down(telegram: Telegram, bot: Bot, anna: Person) -> None:
    with pytest.raises(BadRequest):
        await bot.send_message(99, "do nikogo")

    assert [(call.params, call.status, call.description) for call in telegram.called("sendMessage")] == [
        ({"chat_id": "99", "text": "do nikogo"}, 400, "Bad Request: chat not found")
    ]
