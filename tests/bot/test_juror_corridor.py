"""Reminders, returned items and photos, as a juror and a checker live them; each step is a transaction of its own, so the
session is frozen and thawed between any two."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from bot import dispatch
from bot.incoming import Attachment, Other
from contest.answers import Amount, Chosen, Written
from contest.assignment import State
from contest.session import Session
from storage import assignments, audits, due, evidence, people, sessions
from storage.assignments import Assignment
from tests.bot.corridor import CHECKLIST, GMINA, JUROR, START, Corridor, picture, walked
from tests.bot.office import CHECKER, OWNER, Heard, to

HOUR = timedelta(hours=1)


@pytest.fixture
async def corridor(tmp_path: Path) -> AsyncIterator[Corridor]:
    async with walked(tmp_path, CHECKLIST) as made:
        yield made


async def _session(corridor: Corridor, task: Assignment) -> Session:
    stored = await sessions.for_assignment(corridor.house.db.reading, task.id)
    assert stored is not None
    return stored.session


async def _nudged(corridor: Corridor, task: Assignment, before: timedelta) -> Heard:
    corridor.clock.at = task.due_at - before
    heard = await corridor.clock_strikes()
    return next(one for one in heard if one.person == JUROR and "czeka. Termin" in one.text)


async def _planned(corridor: Corridor, kind: str, task: Assignment) -> list[str]:
    return [row.key for row in await due.of(corridor.house.db.reading, kind, str(task.id))]


# Hours


async def test_the_details_say_when_the_door_is_open_and_the_offer_does_not(corridor: Corridor) -> None:
    await corridor.has(GMINA)
    await corridor.joins(JUROR)
    shown = (await corridor.writes(OWNER, "/przydzial"))[-1]
    offers = [text for text in to(await corridor.taps(OWNER, shown, "Zatwierdź"), JUROR) if "Telefon" in text]
    [task] = [
        one
        for one in await assignments.of_juror(corridor.house.db.reading, JUROR)
        if one.channel == "telefon"
    ]
    assert not any("otwarte" in text for text in offers)
    details = to(await corridor.taps_data(JUROR, f"a:{task.id}"), JUROR)[-1]
    assert "Godziny: pon. 7.30-17.00, wt-czw 7.30-15.30, pt 7.30-14.00" in details
    assert "Teraz: otwarte dziś do 17:00" in details
    corridor.clock.at += 7 * HOUR
    details = to(await corridor.taps_data(JUROR, f"a:{task.id}"), JUROR)[-1]
    assert "Teraz: dziś już zamknięte, jutro od 7:30 do 15:30" in details


async def test_an_email_has_no_door(corridor: Corridor) -> None:
    task = await corridor.takes("email")
    assert "otwarte" not in to(await corridor.taps_data(JUROR, f"a:{task.id}"), JUROR)[-1]


async def test_a_nudge_tells_the_hours_and_not_whose_they_are(corridor: Corridor) -> None:
    task = await corridor.takes()
    nudge = await _nudged(corridor, task, timedelta(days=3))
    assert nudge.text.splitlines()[1:] == ["Godziny: otwarte dziś do 15:30."]
    assert "Wieliszew" not in nudge.text
    assert list(nudge.buttons) == ["Otwórz", "Przypomnij za 3 godz.", "Jutro rano"]


async def test_hours_that_nobody_understands_are_not_guessed(corridor: Corridor) -> None:
    task = await corridor.takes(entrant=replace(GMINA, hours="po uzgodnieniu"))
    assert len((await _nudged(corridor, task, timedelta(days=3))).text.splitlines()) == 1
    assert "Godziny: po uzgodnieniu" in to(await corridor.taps_data(JUROR, f"a:{task.id}"), JUROR)[-1]


async def test_what_is_due_next_stands_on_top(corridor: Corridor) -> None:
    task = await corridor.takes()
    lines = to(await corridor.writes(JUROR, "/zadania"), JUROR)[0].splitlines()
    assert "odpowiedz do: wt. 6 października, 11:00" in lines[1]
    assert lines[-1].startswith(f"<b>{task.label}</b> · Telefon · przyjęte · do: ")


# Snooze


async def test_a_snoozed_nudge_comes_once_more_and_two_presses_are_one(corridor: Corridor) -> None:
    task = await corridor.takes()
    nudge = await _nudged(corridor, task, timedelta(days=3))
    first = await corridor.taps(JUROR, nudge, "Przypomnij")
    assert any("odłożone. Przypomnę:" in text for text in to(first, JUROR))
    before = await _planned(corridor, "nudge", task)
    await corridor.taps(JUROR, nudge, "Przypomnij")
    assert await _planned(corridor, "nudge", task) == before
    assert sum("again" in key for key in before) == 1

    corridor.clock.at += 3 * HOUR
    again = [one for one in await corridor.clock_strikes() if one.person == JUROR]
    assert [one.text.splitlines()[0] for one in again] == [nudge.text.splitlines()[0]]
    assert to(await corridor.taps(JUROR, nudge, "Jutro"), JUROR) == [
        "Ten przycisk już nie działa. Bieżące pytanie: /dalej"
    ]
    morning = await corridor.taps(JUROR, again[0], "Jutro rano")
    assert any("8:00" in text or "08:00" in text for text in to(morning, JUROR))


async def test_nothing_is_put_off_past_the_due_date(corridor: Corridor) -> None:
    task = await corridor.takes()
    nudge = await _nudged(corridor, task, timedelta(hours=3))
    before = await _planned(corridor, "nudge", task)
    said = to(await corridor.taps(JUROR, nudge, "Przypomnij"), JUROR)
    assert said[0].startswith("Termin mija wcześniej: ")
    assert await _planned(corridor, "nudge", task) == before == []


async def test_a_snooze_of_what_is_sent_is_cancelled_with_it(corridor: Corridor) -> None:
    task = await corridor.takes()
    nudge = await _nudged(corridor, task, timedelta(days=3))
    await corridor.taps(JUROR, nudge, "Jutro rano")
    await corridor.submits_call(task)
    assert await _planned(corridor, "nudge", task) == []
    said = to(await corridor.taps(JUROR, nudge, "Jutro rano"), JUROR)
    assert said == [f"Zadanie {task.label} jest już zamknięte (wysłane)."]


async def test_after_an_outage_only_the_newest_reminder_comes(corridor: Corridor) -> None:
    task = await corridor.takes()
    corridor.clock.at = task.due_at - 2 * HOUR
    heard = [one for one in await corridor.clock_strikes() if "czeka. Termin" in one.text]
    assert len(heard) == 1


# Returned, question by question


async def _returned(corridor: Corridor, numbers: tuple[int, ...] = (2, 4)) -> tuple[Assignment, list[Heard]]:
    task = await corridor.takes()
    await corridor.submits_call(task)
    shown = await corridor.taps(CHECKER, await corridor.opens_audit(), "Zwróć")
    for number in numbers:
        shown = await corridor.taps_newest(shown, f"☐ {number}", CHECKER)
    asked = await corridor.taps_newest(shown, "Gotowe", CHECKER)
    heard = await corridor.writes(CHECKER, "Dopisz <godzinę>.", reply_to=asked[-1].row)
    return await corridor.now(task), heard


async def test_the_juror_gets_exactly_the_ticked_questions_and_a_clock(corridor: Corridor) -> None:
    task, heard = await _returned(corridor)
    told = next(one for one in heard if one.person == JUROR)
    assert f"Zadanie <b>{task.label}</b> wraca z prośbą o poprawienie 2 odpowiedzi." in told.text
    assert "Dopisz" not in told.text, "a comment may name the institution: it comes after the tap"
    assert (task.state, task.due_at) == (State.RETURNED, START + 24 * HOUR)
    assert await _planned(corridor, "overdue", task) == [f"overdue:{task.id}:r1"]

    first = await corridor.taps(JUROR, told, "Popraw")
    assert "pytań: 2" in first[-1].text
    assert "<blockquote>Dopisz &lt;godzinę&gt;.</blockquote>" in first[-1].text
    assert "Jaki był ton rozmowy?" in first[-1].text
    second = await corridor.taps_newest(first, "2")
    assert "Uwagi &lt;własne&gt;" in second[-1].text
    done = await corridor.writes(JUROR, "Było o 9:30.", reply_to=second[-1].row)
    summary = done[-1]
    assert "Czy jest tablica?" not in summary.text
    assert "2. Jaki był ton rozmowy? – <b>2 / 5</b>" in summary.text
    assert "2 pozostałe odpowiedzi są bez zmian." in summary.text

    numbers = await corridor.taps(JUROR, summary, "Popraw odpowiedź")
    assert [label for label in numbers[-1].buttons if label.isdigit()] == ["2", "4"]
    await corridor.taps(JUROR, summary, "Wyślij")
    assert (await corridor.now(task)).state is State.SUBMITTED
    newest = await audits.newest_of(corridor.house.db.reading, task.id)
    assert newest is not None
    assert (newest.round, newest.session.answers) == (
        2,
        {
            "odebrano": Chosen("yes"),
            "ton": Amount(Decimal(2)),
            "tablica": Chosen("yes"),
            "uwagi": Written("Było o 9:30."),
        },
    )


async def test_the_checker_sees_what_changed(corridor: Corridor) -> None:
    task, _ = await _returned(corridor)
    heard = await corridor.taps_data(JUROR, f"a:{task.id}")
    heard = await corridor.taps_newest(heard, "2")
    heard = await corridor.writes(JUROR, "Było o 9:30.", reply_to=heard[-1].row)
    await corridor.taps_newest(heard, "Wyślij")
    shown = (await corridor.opens_audit()).text
    assert "<b>Zmiany od poprzedniej wersji</b>" in shown
    assert "2. Jaki był ton rozmowy? – <s>4 / 5</s> → <b>2 / 5</b>" in shown
    assert "4. Uwagi &lt;własne&gt; – <s>pominięte</s> → <b>Było o 9:30.</b>" in shown


async def test_other_answers_are_locked(corridor: Corridor) -> None:
    task, _ = await _returned(corridor)
    await corridor.taps_data(JUROR, f"a:{task.id}")
    before = await _session(corridor, task)
    stored = await sessions.for_assignment(corridor.house.db.reading, task.id)
    assert stored is not None
    heard = await corridor.taps_data(JUROR, f"q:{stored.id}:odebrano:no:{before.revision}")
    assert "(dymek) Ta odpowiedź jest już przyjęta." in to(heard, JUROR)[0]
    assert await _session(corridor, task) == before


async def test_a_correction_may_lead_to_a_new_question(corridor: Corridor) -> None:
    task, _ = await _returned(corridor, (1,))
    heard = await corridor.taps_data(JUROR, f"a:{task.id}")
    heard = await corridor.taps_newest(heard, "Nie")
    assert "Co się stało?" in heard[-1].text
    heard = await corridor.writes(JUROR, "Cisza.", reply_to=heard[-1].row)
    await corridor.taps_newest(heard, "Wyślij")
    assert "2. Co się stało? – <s>brak odpowiedzi</s> → <b>Cisza.</b>" in (await corridor.opens_audit()).text


async def test_toggles_say_what_they_want_so_a_double_tap_is_one(corridor: Corridor) -> None:
    task = await corridor.takes()
    await corridor.submits_call(task)
    shown = await corridor.taps(CHECKER, await corridor.opens_audit(), "Zwróć")
    keyboard = shown[-1]
    await corridor.taps(CHECKER, keyboard, "☐ 2")
    await corridor.taps(CHECKER, keyboard, "☐ 2")
    heard = await corridor.taps(CHECKER, keyboard, "☐ 3")
    assert [label for label in heard[-1].buttons if label.startswith("☑")] == ["☑ 2", "☑ 3"]
    assert "☑ 3. Czy jest tablica?" in heard[-1].text
    heard = await corridor.taps_newest(heard, "☑ 2", CHECKER)
    assert "Gotowe · 1" in heard[-1].buttons


async def test_the_whole_goes_back_with_one_tap(corridor: Corridor) -> None:
    task = await corridor.takes()
    await corridor.submits_call(task)
    shown = await corridor.taps(CHECKER, await corridor.opens_audit(), "Zwróć")
    asked = await corridor.taps(CHECKER, shown[-1], "Zwróć całość")
    await corridor.writes(CHECKER, "Jeszcze raz.", reply_to=asked[-1].row)
    back = await _session(corridor, task)
    assert (back.open, back.again, back.submitted_at) == (None, (), None)
    dead = to(await corridor.taps(CHECKER, shown[-1], "☐ 1"), CHECKER)
    assert dead == [
        "Ta propozycja jest już nieaktualna albo została wykorzystana. Wywołaj polecenie jeszcze raz."
    ]


async def test_a_correction_that_does_not_come_gives_the_submission_back_as_it_was(
    corridor: Corridor,
) -> None:
    task, _ = await _returned(corridor)
    heard = await corridor.taps_data(JUROR, f"a:{task.id}")
    await corridor.taps_newest(heard, "2")  # half of it is corrected
    corridor.clock.at += 25 * HOUR
    heard = await corridor.clock_strikes()
    assert any("Minął czas na poprawkę" in text for text in to(heard, JUROR))
    assert any("nie przyszła w terminie" in text for text in to(heard, CHECKER))
    assert (await corridor.now(task)).state is State.SUBMITTED
    one, two = await audits.of_assignment(corridor.house.db.reading, task.id)
    assert (two.session, two.answers, two.verdict) == (one.session, one.answers, None)
    assert await audits.altered(corridor.house.db.reading) == []
    assert to(await corridor.writes(JUROR, "/dalej"), JUROR)[0].startswith("Nie masz teraz żadnych zadań")

    shown = await corridor.opens_audit()
    assert "Juror nie zdążył z poprawką." in shown.text
    assert "Zmiany" not in shown.text
    asked = await corridor.taps(CHECKER, shown, "Zwróć")  # and once more, with a clock that runs again
    await corridor.writes(CHECKER, "Proszę jednak poprawić.", reply_to=asked[-1].row)
    assert await _planned(corridor, "overdue", task) == [f"overdue:{task.id}:r2"]


async def test_the_end_of_collecting_leaves_a_correction_alone(corridor: Corridor) -> None:
    task = await corridor.takes()
    await corridor.submits_call(task)
    settings = corridor.house.rules.settings
    closing = settings.utc(settings.dates.collecting_until)
    corridor.clock.at = closing - HOUR
    shown = await corridor.taps(CHECKER, await corridor.opens_audit(), "Zwróć")
    await corridor.writes(CHECKER, "Popraw.", reply_to=shown[-1].row)
    corridor.clock.at = closing + HOUR
    await corridor.clock_strikes()
    assert (await corridor.now(task)).state is State.RETURNED
    assert (await corridor.now(task)).due_at == closing + 23 * HOUR


# Photos


async def _at_evidence(corridor: Corridor) -> tuple[Assignment, list[Heard]]:
    task = await corridor.takes()
    heard = await corridor.taps_data(JUROR, f"as:{task.id}")
    heard = await corridor.taps_newest(heard, "Tak")
    heard = await corridor.taps_newest(heard, "4")
    return task, await corridor.taps_newest(heard, "Tak")


async def test_an_album_is_confirmed_once(corridor: Corridor) -> None:
    await _at_evidence(corridor)
    first = to(await corridor.photo(1, album="a1"), JUROR)
    second = to(await corridor.photo(2, album="a1"), JUROR)
    assert first == ["Zrób zdjęcie tablicy.\n\nMam 1 zdjęcie (najwyżej 3)."]
    assert second == ["(zmiana) Zrób zdjęcie tablicy.\n\nMam 2 zdjęcia (najwyżej 3)."]


async def test_an_album_that_is_too_large_fills_up_and_says_so_once(corridor: Corridor) -> None:
    task, _ = await _at_evidence(corridor)
    heard = [text for shade in range(5) for text in to(await corridor.photo(shade, album="a1"), JUROR)]
    assert [text for text in heard if not text.startswith("(zmiana)")][1:] == [
        next(text for text in heard if "Uwagi &lt;własne&gt;" in text),
        "Mam już komplet zdjęć (3), tego nie zapisałem.",
    ]
    assert "(zmiana) Mam 3 zdjęcia, to komplet." in heard
    stored = await sessions.for_assignment(corridor.house.db.reading, task.id)
    assert stored is not None
    assert len(stored.session.evidence["tablica"]) == 3
    assert len(await evidence.of_session(corridor.house.db.reading, stored.id)) == 3


async def test_photos_sent_one_by_one_are_confirmed_one_by_one(corridor: Corridor) -> None:
    await _at_evidence(corridor)
    assert [to(await corridor.photo(shade), JUROR) for shade in (1, 2)] == [
        ["Zrób zdjęcie tablicy.\n\nMam 1 zdjęcie (najwyżej 3)."],
        ["Zrób zdjęcie tablicy.\n\nMam 2 zdjęcia (najwyżej 3)."],
    ]


async def test_the_last_photo_can_be_taken_back_once(corridor: Corridor) -> None:
    task, _ = await _at_evidence(corridor)
    await corridor.photo(1)
    two = await corridor.photo(2)
    heard = await corridor.taps_newest(two, "Usuń ostatnie")
    assert to(heard, JUROR) == [
        "(dymek) Usunięte",
        "(zmiana) Zrób zdjęcie tablicy.\n\nMam 1 zdjęcie (najwyżej 3).",
    ]
    again = await corridor.taps_newest(two, "Usuń ostatnie")
    assert "(dymek) Tego zdjęcia już tu nie ma." in to(again, JUROR)
    stored = await sessions.for_assignment(corridor.house.db.reading, task.id)
    assert stored is not None
    assert len(stored.session.evidence["tablica"]) == 1
    assert [line.key for line in await evidence.of_session(corridor.house.db.reading, stored.id)] == list(
        stored.session.evidence["tablica"]
    )


async def test_what_was_submitted_once_stays_though_it_is_taken_back(corridor: Corridor) -> None:
    task, _ = await _returned(corridor, (3,))
    heard = await corridor.taps_data(JUROR, f"a:{task.id}")
    heard = await corridor.taps_newest(heard, "Bez zmian")
    heard = await corridor.taps_newest(heard, "Usuń ostatnie")
    stored = await sessions.for_assignment(corridor.house.db.reading, task.id)
    assert stored is not None
    assert stored.session.evidence["tablica"] == ()
    assert len(await evidence.of_session(corridor.house.db.reading, stored.id)) == 1


async def test_a_photo_seen_at_another_assignment_is_flagged(corridor: Corridor) -> None:
    task = await corridor.takes()
    await corridor.submits_call(task, shades=(7,))
    assert "to samo zdjęcie" not in (await corridor.opens_audit()).text
    other = replace(GMINA, name="Gmina Jabłonna", teryt="1408022")
    await corridor.has(other)
    [following] = [one for one in await corridor.plans() if one.channel == "telefon" and one.id != task.id]
    await corridor.taps_data(JUROR, f"ay:{following.id}")
    await corridor.submits_call(following, shades=(7, 8))
    listed = await corridor.writes(CHECKER, "/kontrola")
    shown = await corridor.taps(CHECKER, listed[-1], following.label)
    text = "\n".join(to(shown, CHECKER))
    assert text.count("to samo zdjęcie") == 1
    assert f"to samo zdjęcie jest w <b>{task.label}</b>." in text


# A measurement that is typed, and what is no evidence

WATCH = """
format = 1
id = "telefon"
version = 78
channel = "telefon"
title = "Rozmowa"
[[sections]]
id = "rozmowa"
title = "Rozmowa"
[[sections.questions]]
id = "czas"
type = "duration"
text = "Zmierz czas."
weight = 0
marks = [ { id = "od", label = "Dzwonię" }, { id = "do", label = "Odebrano" } ]
measure = ["od", "do"]
"""


async def test_a_typed_time_is_kept_with_its_reason_for_the_checker(tmp_path: Path) -> None:
    async with walked(tmp_path, WATCH) as corridor:
        task = await corridor.takes()
        await corridor.taps_data(JUROR, f"as:{task.id}")
        asked = await corridor.writes(JUROR, "45 s")
        given = await corridor.taps_newest(asked, "Nie było jak")
        assert to(asked, JUROR) == [
            "(zmiana) Zmierz czas.\n✔ <b>45 s, wpisane</b>",
            (
                "Zapisany czas: <b>45 s</b>. Dlaczego wpisany, a nie zmierzony?\n"
                "Wybierz powód albo napisz go w kilku słowach."
            ),
        ]
        told = "45 s, wpisane (powód: nie było jak nacisnąć w porę)"
        assert f"(zmiana) Zmierz czas.\n✔ <b>{told}</b>" in to(given, JUROR)
        await corridor.taps_newest(given, "Wyślij")
        assert told in (await corridor.opens_audit()).text


@pytest.mark.parametrize(
    ("name", "media", "said"),
    [
        ("rozmowa.m4a", "audio/mp4", "Nagrań nie przyjmuję"),
        ("film", "video/mp4", "Nagrań nie przyjmuję"),
        ("raport.pdf", "application/pdf", "Takiego pliku nie przyjmę"),
    ],
)
async def test_a_file_that_is_no_picture_is_refused_without_being_fetched(
    corridor: Corridor, name: str, media: str, said: str
) -> None:
    await _at_evidence(corridor)
    file = Attachment("file", name, 100, 10**6, media=media)
    juror = await people.find(corridor.house.db.reading, JUROR)
    assert juror is not None
    assert not dispatch.wanted(juror, file)
    heard = to(await corridor.receives(file), JUROR)
    assert heard[0].startswith(said)
    assert "Zrób zdjęcie tablicy." in heard[0]


async def test_a_photo_sent_as_a_file_is_evidence_whatever_its_name(corridor: Corridor) -> None:
    await _at_evidence(corridor)
    file = Attachment("file", "skan", 100, 10**6, media="image/jpeg")
    assert to(await corridor.receives(file, picture(1)), JUROR) == [
        "Zrób zdjęcie tablicy.\n\nMam 1 zdjęcie (najwyżej 3)."
    ]


async def test_the_edition_chooses_what_is_said_of_a_recording(tmp_path: Path) -> None:
    async with walked(tmp_path, CHECKLIST, recordings=True) as corridor:
        await _at_evidence(corridor)
        heard = to(await corridor.receives(Other("voice", 10**6)), JUROR)
        assert heard[0].startswith("Nagrania nie zachowałem")


async def test_evidence_is_asked_for_in_the_place_of_its_question(corridor: Corridor) -> None:
    _, heard = await _at_evidence(corridor)
    assert to(heard, JUROR) == [
        "(dymek) Zapisane ✔",
        "(zmiana) Czy jest tablica?\n✔ <b>Tak</b>\n\nZrób zdjęcie tablicy.",
    ]
    heard = await corridor.taps_newest(await corridor.photo(1), "Gotowe")
    assert to(heard, JUROR)[0] == "(zmiana) Czy jest tablica?\n✔ <b>Tak</b>\nDołączone: 1 zdjęcie"
