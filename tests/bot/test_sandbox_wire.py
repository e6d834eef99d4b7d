"""HTTP as Telegram speaks it: every way to send parameters, status codes and texts, uploads and downloads."""

from __future__ import annotations

import asyncio
import io
import json
import sys
from collections.abc import AsyncIterator
from typing import cast

import aiohttp
import pytest

from bot.sandbox.asked import published
from bot.sandbox.server import HANDLERS, Telegram
from bot.sandbox.world import Rules

Answer = tuple[int, dict[str, object]]


@pytest.fixture
async def telegram() -> AsyncIterator[Telegram]:
    async with Telegram() as started:
        yield started


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


async def _post(http: aiohttp.ClientSession, telegram: Telegram, method: str, **values: object) -> Answer:
    async with http.post(f"{telegram.base_url}{telegram.token}/{method}", json=values) as response:
        return response.status, cast("dict[str, object]", await response.json())


async def test_parameters_arrive_by_query_form_json_and_multipart(
    telegram: Telegram, http: aiohttp.ClientSession
) -> None:
    anna = telegram.person(7)
    await anna.write("/start")
    url = f"{telegram.base_url}{telegram.token.replace(':', '%3A')}/sendMessage"
    keyboard = {"inline_keyboard": [[{"text": "Tak", "callback_data": "t"}]]}
    form = {"chat_id": "7", "text": "żółty", "reply_markup": json.dumps(keyboard)}

    statuses = [
        (await http.get(url, params={"chat_id": "7", "text": "pytanie"})).status,
        (await http.post(url, data=form)).status,
        (await http.post(url, json={"chat_id": 7, "text": "json", "reply_markup": keyboard})).status,
        (await http.post(url, data=aiohttp.FormData(form, default_to_multipart=True))).status,
    ]

    assert statuses == [200, 200, 200, 200]
    assert anna.screen() == ("> /start\n< pytanie\n< żółty\n<   [Tak]\n< json\n<   [Tak]\n< żółty\n<   [Tak]")


async def test_an_unknown_token_is_401_and_an_unknown_method_404(
    telegram: Telegram, http: aiohttp.ClientSession
) -> None:
    stranger = await http.post(f"{telegram.base_url}1:AAA/getMe")

    assert (stranger.status, await stranger.json()) == (
        401,
        {"ok": False, "error_code": 401, "description": "Unauthorized"},
    )
    assert await _post(http, telegram, "sendPigeon") == (
        404,
        {"ok": False, "error_code": 404, "description": "Not Found: method not found"},
    )
    assert (await http.get(f"http://127.0.0.1:{telegram.port}/")).status == 404


@pytest.mark.parametrize(
    ("method", "values", "words"),
    [
        ("sendMessage", {"text": "x"}, "chat_id is empty"),
        ("sendMessage", {"chat_id": 7}, "message text is empty"),
        ("sendMessage", {"chat_id": 99, "text": "x"}, "chat not found"),
        ("sendMessage", {"chat_id": 7, "text": "x", "colour": "red"}, '[sandbox] unknown parameter "colour" of sendMessage'),
        ("sendMessage", {"chat_id": 7, "text": "x", "protect_content": "tak"}, '[sandbox] parameter "protect_content" must be a Boolean'),
        ("sendMessage", {"chat_id": 7, "text": "x", "reply_markup": "{"}, "can't parse reply keyboard markup JSON object"),
        ("sendMessage", {"chat_id": 7, "text": "x", "reply_markup": []}, "object expected as reply markup"),
        ("sendMessage", {"chat_id": 7, "text": "x", "reply_parameters": {"message_id": 55}}, "message to be replied not found"),
        ("editMessageText", {"chat_id": 7, "message_id": 55, "text": "x"}, "message to edit not found"),
        ("editMessageText", {"chat_id": 7, "message_id": 1, "text": "x"}, "message can't be edited"),
        ("deleteMessage", {"chat_id": 7, "message_id": 55}, "message to delete not found"),
        ("answerCallbackQuery", {"callback_query_id": "1"}, "query is too old and response timeout expired or query ID is invalid"),
        ("getFile", {"file_id": "x"}, "invalid file_id"),
        ("sendDocument", {"chat_id": 7}, "there is no document in the request"),
        ("sendChatAction", {"chat_id": 7, "action": "dance"}, "wrong parameter action in request"),
        ("setMyCommands", {"commands": [{"command": "Start", "description": "x"}]}, "BOT_COMMAND_INVALID"),
        ("leaveChat", {"chat_id": 7}, "chat member status can't be changed in private chats"),
    ],
)  # fmt: skip
async def test_refusals_are_400_with_telegrams_words(
    telegram: Telegram,
    http: aiohttp.ClientSession,
    method: str,
    values: dict[str, object],
    words: str,
) -> None:
    await telegram.person(7).write("/start")

    answer = await _post(http, telegram, method, **values)

    assert answer == (400, {"ok": False, "error_code": 400, "description": f"Bad Request: {words}"})


async def test_without_the_strict_mode_odd_parameters_pass_as_on_the_real_server(
    http: aiohttp.ClientSession,
) -> None:
    async with Telegram(rules=Rules(strict=False)) as telegram:
        anna = telegram.person(7)
        await anna.write("/start")

        await _post(http, telegram, "sendMessage", chat_id="7", text="x", colour="red", protect_content="tak")

        assert anna.screen() == "> /start\n< x"


async def test_an_album_comes_by_attach_and_every_file_can_be_downloaded(
    telegram: Telegram, http: aiohttp.ClientSession
) -> None:
    anna = telegram.person(7)
    await anna.write("/start")
    form = aiohttp.FormData({"chat_id": "7"})
    media = [
        {"type": "document", "media": "attach://a", "caption": "oba"},
        {"type": "document", "media": "attach://b"},
    ]
    form.add_field("media", json.dumps(media))
    form.add_field("a", b"raz", filename="a.csv", content_type="text/csv")
    form.add_field("b", b"dwa", filename="b.csv", content_type="text/csv")

    response = await http.post(f"{telegram.base_url}{telegram.token}/sendMediaGroup", data=form)
    sent = (await response.json())["result"]
    _, told = await _post(http, telegram, "getFile", file_id=sent[1]["document"]["file_id"])
    path = cast("dict[str, str]", told["result"])["file_path"]
    download = await http.get(f"{telegram.base_file_url}{telegram.token}/{path}")

    assert len({message["media_group_id"] for message in sent}) == 1
    assert [(file.name, file.data, file.caption) for file in anna.documents] == [
        ("a.csv", b"raz", "oba"),
        ("b.csv", b"dwa", ""),
    ]
    assert await download.read() == b"dwa"


async def test_files_over_20_mebibytes_cannot_be_fetched(
    telegram: Telegram, http: aiohttp.ClientSession
) -> None:
    anna = telegram.person(7)
    for size in (20 << 20, (20 << 20) + 1):
        await anna.send_document(b"x" * size, "duży.bin")
    _, polled = await _post(http, telegram, "getUpdates")
    updates = cast("list[dict[str, dict[str, dict[str, str]]]]", polled["result"])
    ids = [update["message"]["document"]["file_id"] for update in updates]

    answers = [await _post(http, telegram, "getFile", file_id=file_id) for file_id in ids]

    assert [(status, told.get("description")) for status, told in answers] == [
        (200, None),
        (400, "Bad Request: file is too big"),
    ]


async def test_an_upload_over_the_limit_is_413(http: aiohttp.ClientSession) -> None:
    async with Telegram(rules=Rules(upload_limit=1000)) as telegram:
        await telegram.person(7).write("/start")
        form = aiohttp.FormData({"chat_id": "7"})
        form.add_field("document", io.BytesIO(b"x" * (3 << 20)), filename="a.bin")

        response = await http.post(f"{telegram.base_url}{telegram.token}/sendDocument", data=form)

        assert response.status == 413


async def test_bytes_that_are_not_utf8_are_refused(telegram: Telegram, http: aiohttp.ClientSession) -> None:
    url = f"{telegram.base_url}{telegram.token}/sendMessage"
    headers = {"Content-Type": "application/x-www-form-urlencoded"}

    response = await http.post(url, data=b"chat_id=7&text=%FF", headers=headers)

    assert (await response.json())["description"] == "Bad Request: strings must be encoded in UTF-8"


def test_every_published_method_is_served() -> None:
    assert set(published()) == {*HANDLERS, "getUpdates"}


async def test_it_runs_alone_with_a_person_at_the_keyboard(http: aiohttp.ClientSession) -> None:
    pipe = asyncio.subprocess.PIPE
    alone = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot.sandbox",
        "--token",
        "1:A",
        stdin=pipe,
        stdout=pipe,
        stderr=asyncio.subprocess.DEVNULL,
    )
    assert alone.stdin is not None
    assert alone.stdout is not None
    try:
        url = (await alone.stdout.readline()).decode().strip()
        alone.stdin.write(b"/start\n")
        polled = await (await http.get(f"{url}1:A/getUpdates", params={"timeout": 10})).json()
        await http.post(f"{url}1:A/sendMessage", data={"chat_id": "1000", "text": "Dzień dobry"})

        assert polled["result"][0]["message"]["text"] == "/start"
        assert (await alone.stdout.readline()).decode() == "< Dzień dobry\n"
    finally:
        alone.terminate()
        await alone.communicate()
