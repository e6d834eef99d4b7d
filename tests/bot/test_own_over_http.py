"""The whole bot in a process of its own, over real HTTP: a chat that is hidden, and a person who is forgotten."""

from __future__ import annotations

import asyncio
import json
import re
import time
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.demo.stage import OWNER, Stage, stage
from bot.sandbox.people import Person

pytestmark = pytest.mark.story

WAIT = 20.0
ACCOUNT = 7_123_456_789
NAME = "Zdzisława"


@pytest.fixture
async def on(tmp_path: Path) -> AsyncIterator[Stage]:
    async with stage(tmp_path / "scena") as made:
        yield made


async def _invited(on: Stage) -> tuple[Person, Person]:
    """An owner, and a newcomer who has opened the link and reads the first question."""
    owner = on.telegram.person(OWNER, first_name="Ewa")
    await owner.write("/start")
    await owner.expect("/panel", WAIT)
    await owner.write("/zapros 1")
    link = await owner.expect("start=", WAIT)
    found = re.search(r"start=([A-Za-z0-9_-]+)", link.text)
    assert found is not None
    juror = on.telegram.person(ACCOUNT, first_name=NAME, last_name="Kłopotek-Żyła", username="zdzicha77")
    await juror.write(f"/start {found[1]}")
    await juror.expect("Czy zgadzasz się", WAIT)
    return owner, juror


async def _registered(juror: Person) -> None:
    juror.tap("Tak", juror.last)
    await juror.expect("W których województwach", WAIT)
    juror.tap("☐ mazowieckie")
    juror.tap("Gotowe", await juror.expect(lambda seen: "☑ mazowieckie" in str(seen.buttons), WAIT))
    await juror.expect("Jakie zadania", WAIT)
    juror.tap("☐ E-maile")
    juror.tap("Gotowe", await juror.expect(lambda seen: "☑ E-maile" in str(seen.buttons), WAIT))
    await juror.expect("Ile zadań", WAIT)
    await juror.write("5")
    await juror.expect("W jakich instytucjach", WAIT)
    await juror.write("Gmina, w której pracuje mój szwagier")
    juror.tap("Wyślij", await juror.expect("Wszystkie odpowiedzi", WAIT))
    await juror.expect("Zapisy gotowe", WAIT)


def _mine(person: Person) -> list[str]:
    return [seen.text for seen in person.chat if seen.mine]


def _theirs(person: Person) -> list[str]:
    return [seen.text for seen in person.chat if not seen.mine]


async def test_a_chat_is_hidden_again_and_again_and_the_question_is_one_word_away(on: Stage) -> None:
    _, juror = await _invited(on)
    await on.quiet()
    before = len(_theirs(juror))
    on.shift.forward(timedelta(hours=50))
    await juror.write("/dalej")
    await juror.expect("Czy zgadzasz się", WAIT)
    await juror.write("/jezyk")
    asked = await juror.expect("W jakim języku", WAIT)
    assert await juror.tap("English", asked) == "I write in English."
    await juror.expect("I write in English.", WAIT)
    await juror.write("/ukryj")
    said = await juror.expect("I am taking back my messages", WAIT)
    await on.quiet()
    assert f"{before} older messages stay" in said.text
    assert _theirs(juror)[before:] == [said.text]
    assert len(_theirs(juror)) == before + 1
    assert _mine(juror)[1:] == ["/dalej", "/jezyk", "/ukryj"]

    await juror.write("/ukryj")
    again = await juror.expect("I am taking back my messages", WAIT)
    await on.quiet()
    assert _theirs(juror)[before:] == [again.text]
    await juror.write("/dalej")
    question = await juror.expect("Czy zgadzasz się", WAIT)
    assert "Informacja i zgoda" in question.text
    deleted = [call for call in on.telegram.calls if call.method == "deleteMessages"]
    assert len(deleted) == 2
    menus = [call for call in on.telegram.calls if call.method == "setMyCommands"]
    assert "ask the organiser" in str(menus[-1])
    assert str(ACCOUNT) in str(menus[-1])


async def test_a_person_who_asked_and_was_answered_is_forgotten_to_the_last_byte(on: Stage) -> None:
    owner, juror = await _invited(on)
    await _registered(juror)
    await juror.write("/pytanie Czy mogę zacząć jutro?")
    owner.tap("Odpowiedz", await owner.expect("Czy mogę zacząć jutro?", WAIT))
    prompt = await owner.expect("Napisz odpowiedź dla", WAIT)
    await owner.write("Tak, proszę.", reply_to=prompt)
    push = await juror.expect("Jest odpowiedź", WAIT)
    assert "proszę" not in push.text
    juror.tap("Pokaż odpowiedź", push)
    assert "Tak, proszę." in (await juror.expect("Odpowiedź:", WAIT)).text

    await juror.write("/moje_dane")
    await juror.expect("Twoje dane", WAIT)
    await on.quiet()
    [file] = [received for received in juror.documents if received.name.startswith("moje-dane-J-")]
    own = json.loads(file.data)
    assert own["telegram_id"] == ACCOUNT
    assert own["juror"]["conflicts_note"] == "Gmina; w której pracuje mój szwagier"

    files = on.folder / "data"
    await juror.write("/zapomnij")
    juror.tap("Usuń moje dane", await juror.expect("Usunięcie Twoich danych", WAIT))
    await juror.expect("Gotowe. Twoje dane są usunięte", WAIT)
    assert own["code"] in (await owner.expect("usunął swoje dane", WAIT)).text
    until = time.monotonic() + 30
    while (left := _traces(files)) and time.monotonic() < until:  # noqa: ASYNC110 -- a file gives no event
        await asyncio.sleep(0.5)
    assert left == []
    assert own["code"].encode() in _bytes(files)
    await juror.write("/zadania")
    await juror.expect("To jest prywatny bot.", WAIT)


def _bytes(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(folder.glob("incognito.sqlite3*")))


def _traces(folder: Path) -> list[bytes]:
    whole = _bytes(folder)
    forms = (
        NAME.encode(),
        json.dumps(NAME)[1:-1].encode(),
        b"potek-",
        b"zdzicha77",
        b"szwagier",
        str(ACCOUNT).encode(),
        ACCOUNT.to_bytes(5, "big"),
    )
    return [form for form in forms if form in whole]
