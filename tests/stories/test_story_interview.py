"""Whatever comes while a question stands: late fingers, other people's fingers, words, files; nothing is lost or misplaced."""

from __future__ import annotations

import asyncio
import re

import pytest

from tests.stories import theatre
from tests.stories.theatre import Actor, Golden, World

pytestmark = [pytest.mark.story, pytest.mark.asyncio(loop_scope="session")]

DEAD = "Ten przycisk już nie działa. Bieżące pytanie: /dalej"
HEIC = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + bytes(64)


def heard(actor: Actor) -> int:
    """How long the conversation is by now."""
    return len(actor.person.transcript().splitlines())


def session_of(actor: Actor, made: World) -> int:
    found = made.ask(
        "SELECT sessions.id FROM sessions JOIN people ON people.code = person "
        f"WHERE telegram_id = seal('account', {actor.person.id}) AND purpose = 'assignment'"
    )
    return int(str(found[0][0]))


def answers(actor: Actor, made: World) -> dict[str, str]:
    """What is kept of the interview: the latest answer to each question, in a word."""
    rows = made.ask(
        f"SELECT question, value FROM answers WHERE session = {session_of(actor, made)} ORDER BY revision"
    )
    return {str(question): re.sub(r'^.*?:"?(.*?)"?[,}].*$', r"\1", str(value)) for question, value in rows}


async def test_two_quick_taps_are_one_answer(caller: Actor, shared: World) -> None:
    await theatre.go_on(caller, until="ciągu 2 minut")
    seen = caller.person.last
    first, second = caller.person.tap("Tak", seen), caller.person.tap("Tak", seen)
    assert (await first, await second) == ("Zapisane ✔", "Już zapisane ✔")
    await shared.stage.quiet()
    assert sum("Włącz stoper" in seen.text for seen in caller.person.chat) == 1
    assert answers(caller, shared)["numer"] == "yes"


async def test_a_button_of_an_earlier_moment_changes_nothing(
    caller: Actor, shared: World, golden: Golden
) -> None:
    await theatre.go_on(caller, until="ciągu 2 minut")
    old = caller.person.last
    data = f"q:{session_of(caller, shared)}:numer:no:2"
    await caller.tap("Tak", sees="Włącz stoper")
    since = heard(caller)
    said = await caller.person.press_stale("Nie", old, data)
    assert said.startswith("Ten przycisk jest z wcześniejszej chwili")
    await caller.sees("Włącz stoper")
    golden("stary_przycisk", theatre.told(caller, since=since))
    assert answers(caller, shared)["numer"] == "yes"


async def test_somebody_elses_button_is_dead(caller: Actor, juror: Actor, shared: World) -> None:
    await theatre.go_on(caller, until="ciągu 2 minut")
    stranger = (await _another(shared)).person
    session = session_of(caller, shared)
    for data in (f"q:{session}:numer:no:2", f"b:{session}", f"x:{session}:2"):
        assert await stranger.press_stale("Nie", stranger.last, data) == DEAD
    assert "numer" not in answers(caller, shared)


async def _another(shared: World) -> Actor:
    """Another juror, who has read something of the bot."""
    other = shared.jurors[-1]
    await other.write("/pomoc", sees="/zadania")
    return other


FORGED = (
    "",
    "q",
    "q:1",
    "q:::",
    "q:x:numer:yes:1",
    "q:99999999:numer:yes:1",
    "q:1:numer:yes:1:1",
    "q:-1:numer:yes:-1",
    "s:1",
    "g:1",
    "x:1:x",
    "a:",
    "a:99999999999999999999999",
    "ay:1",
    "ar:1",
    "ok:zgadnij",
    "no:zgadnij",
    "go:kontrola",
    "cy:1",
    "lang:de",
    "inv:planner",
    "zupełnie:obce",
    "q:1:'; DROP TABLE answers; --:yes:1",
)


async def test_invented_button_data_is_a_dead_button(caller: Actor, shared: World) -> None:
    before = shared.ask("SELECT * FROM sessions ORDER BY id")
    said = [await caller.person.press_stale("?", caller.person.last, data) for data in FORGED]
    assert dict(zip(FORGED, said, strict=True)) == dict.fromkeys(FORGED, DEAD)
    assert shared.ask("SELECT * FROM sessions ORDER BY id") == before


async def test_an_invented_answer_to_the_question_on_the_table_is_refused(
    caller: Actor, shared: World
) -> None:
    await theatre.go_on(caller, until="ciągu 2 minut")
    session = session_of(caller, shared)
    ((revision,),) = shared.ask(f"SELECT revision FROM sessions WHERE id = {session}")
    said = await caller.person.press_stale("Może", caller.person.last, f"q:{session}:numer:maybe:{revision}")
    assert said == "Takiej odpowiedzi tu nie ma. Wybierz jedną z podanych."
    assert "numer" not in answers(caller, shared)


async def test_a_typed_reply_to_an_older_question_corrects_that_one(
    caller: Actor, shared: World, golden: Golden
) -> None:
    await theatre.go_on(caller, until="ciągu 2 minut")
    older = caller.person.last
    await caller.tap("Tak", sees="Włącz stoper")
    await caller.write("45 s, z listy połączeń", sees="Kiedy udało się")
    since = heard(caller)
    await caller.write("nie", reply_to=older, sees="Kiedy udało się")
    golden("odpowiedz_na_starsze", theatre.told(caller, since=since))
    assert answers(caller, shared)["numer"] == "no"


async def test_an_edited_message_corrects_the_answer_that_it_was(
    caller: Actor, shared: World, golden: Golden
) -> None:
    await theatre.go_on(caller, until="Ile razy przełączono")
    written = await caller.person.write("2")
    await caller.sees("Czy uprzedzono")
    since = heard(caller)
    await caller.person.edit(written, "3")
    await caller.sees(lambda seen: "✔ 3" in seen.text)
    await caller.sees("Czy uprzedzono")
    golden("zmieniona_wiadomosc", theatre.told(caller, since=since))
    assert answers(caller, shared)["przelaczenia"] == "3"


async def test_an_edited_reply_corrects_the_question_that_it_replied_to(caller: Actor, shared: World) -> None:
    await theatre.go_on(caller, until="Ile razy przełączono")
    older = caller.person.last
    await caller.write("2", sees="Czy uprzedzono")
    await caller.tap("Tak", sees="Na ile rozmówca dopytał")
    reply = await caller.person.write("4", reply_to=older)
    await caller.sees(lambda seen: "✔ 4" in seen.text)
    await caller.sees("Na ile rozmówca dopytał")
    await caller.person.edit(reply, "5")
    await caller.sees(lambda seen: "✔ 5" in seen.text)
    await caller.sees("Na ile rozmówca dopytał")
    assert {name: answers(caller, shared).get(name) for name in ("przelaczenia", "potrzeba")} == {
        "przelaczenia": "5",
        "potrzeba": None,
    }


async def test_an_edited_command_is_not_obeyed(caller: Actor, shared: World) -> None:
    asked = await caller.person.write("/pomoc")
    await caller.sees("/zadania")
    await caller.person.edit(asked, "/nie_moge")
    await caller.sees("Zmieniona wiadomość nie była odpowiedzią")
    await shared.stage.quiet()
    assert "Które zadanie chcesz oddać" not in caller.person.screen()


async def test_what_is_no_answer_is_refused_with_the_reason_and_the_question_comes_again(
    caller: Actor, golden: Golden
) -> None:
    await theatre.go_on(caller, until="ciągu 2 minut")
    since = heard(caller)
    me = caller.person
    for act in (
        me.send_sticker,
        me.send_location,
        me.send_contact,
        me.send_poll,
        me.send_voice,
        me.send_video_note,
    ):
        await act()
        await caller.sees("ciągu 2 minut")
    golden("nie_te_wiadomosci", theatre.told(caller, since=since))


async def test_files_that_are_no_evidence_are_refused_one_by_one(
    caller: Actor, shared: World, golden: Golden
) -> None:
    await theatre.go_on(caller, until="Kiedy udało się")
    since = heard(caller)
    me = caller.person
    await caller.photographs(sees="Kiedy udało się")
    await caller.tap("Wcale", sees="Zrób zrzut ekranu")
    for data, name in (
        (b"%PDF-1.7 raport", "raport.pdf"),
        (HEIC, "IMG_0001.HEIC"),
        (b"to nie jest obraz", "zdjecie.jpg"),
        (theatre.photo()[:300], "uciete.jpg"),
        (b"MZ", "program.exe"),
    ):
        sofar = len(me.history)
        await me.send_document(data, name)
        await asyncio.wait_for(me.happened(sofar + 1), theatre.WAIT)
        await shared.stage.quiet(for_seconds=0.3)
    await me.send_document(theatre.photo(), "lista.jpg", mime="image/jpeg")
    await caller.sees("Mam 1 zdjęcie")
    golden("pliki_zamiast_zdjec", theatre.told(caller, since=since))
    found = shared.ask(f"SELECT count(*) FROM evidence WHERE session = {session_of(caller, shared)}")
    assert found == [(1,)]


async def test_a_command_of_somebody_else_answers_like_one_that_does_not_exist(caller: Actor) -> None:
    told = {}
    for word in ("/nic_takiego", "/ranking", "/zamroz", "/KONTROLA", "/kopia@incognito_test_bot", "/zapros"):
        seen = await caller.write(f"{word} 3", sees="Nie znam polecenia")
        told[word] = seen.text
    assert told == {word: f"Nie znam polecenia {word}. Listę poleceń pokaże /pomoc." for word in told}


async def test_a_very_long_text_is_refused_whole_and_the_next_one_fits(caller: Actor, shared: World) -> None:
    await theatre.go_on(caller, until="Co usłyszałeś")
    seen = await caller.write("ą" * 1001, sees="Skróć")
    complaint, _, again = seen.text.partition("\n\n")
    assert complaint == "Tekst ma 1 001 znaków, a zmieści się 1 000. Skróć go i wyślij jeszcze raz."
    assert "Co usłyszałeś" in again
    await caller.write("ą" * 1000, sees="Jaka była odpowiedź")
    assert answers(caller, shared)["uslyszane"] == "ą" * 1000


async def test_markup_and_emoji_stay_what_they_are(caller: Actor, shared: World) -> None:
    await theatre.go_on(caller, until="Co usłyszałeś")
    text = "<b>nie & tak</b> 👩‍👩‍👧 „ę” </blockquote> &lt;"
    await caller.write(text, sees="Jaka była odpowiedź")
    assert any(f"✔ {text}" in seen.text for seen in caller.person.chat)


async def test_after_sending_nothing_changes_any_more(caller: Actor, shared: World) -> None:
    await theatre.go_on(caller, until="Wszystkie odpowiedzi")
    summary = caller.person.last
    session = session_of(caller, shared)
    await caller.tap("Wyślij", sees="wysłane. Dziękuję")
    before = answers(caller, shared)
    said = await caller.person.press_stale("Nie", summary, f"q:{session}:numer:no:5")
    assert said.startswith("To zadanie jest już wysłane")
    said = await caller.person.press_stale("Wyślij", summary, f"x:{session}:60")
    assert said.startswith("To zadanie jest już wysłane")
    await caller.write("/dalej", sees="Nie masz teraz żadnych zadań")
    assert answers(caller, shared) == before
