"""A checker opens what was submitted, and decides: once, and everybody concerned reads it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from contest.assignment import State
from contest.entrants import Entrant
from storage import assignments, audits, due, evidence, outbox, recusals, sessions
from storage.assignments import Assignment
from storage.database import Writing
from storage.evidence import Photo
from tests.bot.office import CHECKER, OWNER, Heard, Office, to

GMINA = Entrant(0, "Gmina <Wieliszew>", "gmina_wiejska", voivodeship="mazowieckie", population=21554)


async def _submitted(office: Office, count: int = 1) -> list[Assignment]:
    await office.has(GMINA)
    await office.joins("J-20")
    tasks = (await office.plans())[:count]
    for task in tasks:
        await office.submits(task)
    return tasks


async def _open(office: Office, code: str = CHECKER) -> Heard:
    listed = await office.writes(code, "/kontrola")
    return (await office.taps(code, listed[-1], ""))[-1]


async def _state(office: Office, task: Assignment) -> tuple[State, str | None]:
    now = await assignments.find(office.house.db.reading, task.id)
    audit = await audits.newest_of(office.house.db.reading, task.id)
    assert now is not None
    assert audit is not None
    return now.state, audit.verdict


async def test_an_audit_is_shown_with_everything_that_a_checker_needs(office: Office) -> None:
    [task] = await _submitted(office)
    heard = await office.taps(CHECKER, (await office.writes(CHECKER, "/kontrola"))[-1], task.label)
    text = "\n".join(to(heard, CHECKER))
    scenario = office.house.rules.scenario(task.scenarios, task.scenario)
    assert "<b>Gmina &lt;Wieliszew&gt;</b>" in text
    assert f"<b>{task.label}</b> · {office.house.rules.channel_name(task.channel)} · juror J-20" in text
    assert f"Scenariusz: <b>{scenario.title}</b>" in text
    assert "<b>Klucz:</b>" in text
    assert "(12 min)" in text
    assert "Wynik: <b>" in text
    assert "<pomogła>" not in text
    assert list(heard[-1].buttons) == [
        "Teksty · 3",
        "Zatwierdź",
        "Zwróć do poprawy",
        "Wyklucz",
        "Druga opinia",
    ]


async def test_an_approval_thanks_the_juror_and_puts_the_next_one_a_tap_away(office: Office) -> None:
    first, second = await _submitted(office, 2)
    shown = await _open(office)
    heard = await office.taps(CHECKER, shown, "Zatwierdź")
    assert to(heard, "J-20") == [f"Zadanie <b>{first.label}</b> jest sprawdzone i zatwierdzone. Dziękuję."]
    assert to(heard, CHECKER)[-1] == f"Zgłoszenie <b>{first.label}</b> zatwierdzone.\nCzeka jeszcze 1."
    assert await _state(office, first) == (State.APPROVED, "approved")

    following = await office.taps(CHECKER, heard[-1], f"Następne: {second.label}")
    done = await office.taps(CHECKER, following[-1], "Zatwierdź")
    assert to(done, CHECKER)[-1].endswith("To było ostatnie. Nic więcej nie czeka.")


async def test_the_buttons_go_once_the_verdict_is_given(office: Office) -> None:
    await _submitted(office)
    shown = await _open(office)
    heard = await office.taps(CHECKER, shown, "Zatwierdź")
    [edited] = [one for one in heard if one.text.startswith("(zmiana)")]
    assert edited.buttons == {}


async def test_a_return_reopens_the_interview_with_the_comment(office: Office) -> None:
    [task] = await _submitted(office)
    before = await sessions.for_assignment(office.house.db.reading, task.id)
    assert before is not None
    asked = await office.taps(CHECKER, await _open(office), "Zwróć")
    heard = await office.writes(CHECKER, "Brakuje godziny <wejścia>", reply_to=asked[-1].row)
    [told] = [one for one in heard if one.person == "J-20"]
    assert f"Zadanie <b>{task.label}</b> wraca z prośbą o poprawkę." in told.text
    assert "wejścia" not in told.text  # a lock screen would show it
    assert told.buttons == {"Popraw": f"a:{task.id}"}
    assert await _state(office, task) == (State.RETURNED, "returned")
    after = await sessions.for_assignment(office.house.db.reading, task.id)
    assert after is not None
    assert after.session == replace(before.session, submitted_at=None, revision=before.session.revision + 1)
    assert [row.key for row in await due.of(office.house.db.reading, "overdue", str(task.id))] == [
        f"overdue:{task.id}:r1"
    ]
    [shown] = to(await office.taps("J-20", told, "Popraw"), "J-20")
    assert "<blockquote>Brakuje godziny &lt;wejścia&gt;</blockquote>" in shown
    assert "Wszystkie odpowiedzi" in shown


async def test_a_late_return_leaves_a_day_for_the_correction(office: Office) -> None:
    [task] = await _submitted(office)
    office.clock.at = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)  # collecting has ended, the due date with it
    asked = await office.taps(CHECKER, await _open(office), "Zwróć")
    await office.writes(CHECKER, "Popraw czas.", reply_to=asked[-1].row)
    now = await assignments.find(office.house.db.reading, task.id)
    assert now is not None
    assert now.due_at == datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
    assert [row.at for row in await due.of(office.house.db.reading, "overdue", str(task.id))] == [now.due_at]


async def test_an_exclusion_frees_the_contact(office: Office) -> None:
    [task] = await _submitted(office)
    asked = await office.taps(CHECKER, await _open(office), "Wyklucz")
    heard = await office.writes(CHECKER, "Rozpoznano jurora.", reply_to=asked[-1].row)
    [told] = [one for one in heard if one.person == "J-20"]
    assert told.text == f"Zadanie <b>{task.label}</b> nie wejdzie do wyniku."
    [why] = to(await office.taps("J-20", told, "Pokaż powód"), "J-20")
    assert "<blockquote>Rozpoznano jurora.</blockquote>" in why
    assert f"Kontakt {task.label} jest wykluczony i można go zaplanować od nowa: /przydzial" in to(
        heard, OWNER
    )
    assert await _state(office, task) == (State.EXCLUDED, "excluded")
    assert "1 zadanie z 1 możliwych" in (await office.writes(OWNER, "/przydzial"))[-1].text


async def test_the_second_verdict_is_refused_with_the_first(office: Office) -> None:
    [task] = await _submitted(office)
    mine, yours = await _open(office), await _open(office, OWNER)
    asked = await office.taps(OWNER, yours, "Zwróć")
    await office.taps(CHECKER, mine, "Zatwierdź")
    refusal = f"Zgłoszenie {task.label} ktoś już zatwierdził. Następne: /kontrola"
    assert to(await office.taps(OWNER, yours, "Zatwierdź"), OWNER) == [refusal]
    assert to(await office.writes(OWNER, "Popraw.", reply_to=asked[-1].row), OWNER) == [refusal]
    assert await _state(office, task) == (State.APPROVED, "approved")


async def test_a_ready_reason_excludes_with_one_tap(office: Office) -> None:
    [task] = await _submitted(office)
    asked = await office.taps(CHECKER, await _open(office), "Wyklucz")
    assert "1. Instytucja mogła się domyślić, że to badanie." in asked[-1].text
    assert list(asked[-1].buttons) == ["1", "2", "3", "4", "5", "6"]
    heard = await office.taps(CHECKER, asked[-1], "1")
    [told] = [one for one in heard if one.person == "J-20"]
    [why] = to(await office.taps("J-20", told, "Pokaż powód"), "J-20")
    assert "<blockquote>Instytucja mogła się domyślić, że to badanie.</blockquote>" in why
    assert await _state(office, task) == (State.EXCLUDED, "excluded")


async def test_a_ready_comment_returns_what_was_ticked_with_one_tap(office: Office) -> None:
    [task] = await _submitted(office)
    which = (await office.taps(CHECKER, await _open(office), "Zwróć"))[-1]
    ticked = (await office.taps(CHECKER, which, "☐ 2"))[-1]
    asked = (await office.taps(CHECKER, ticked, "Gotowe"))[-1]
    assert "(wraca 1 pytanie)? Stuknij numer albo napisz po swojemu." in asked.text
    heard = await office.taps(CHECKER, asked, "3")
    [told] = [one for one in heard if one.person == "J-20"]
    assert "wraca z prośbą o poprawienie 1 odpowiedzi" in told.text
    [shown] = [one for one in to(await office.taps("J-20", told, "Popraw"), "J-20") if "blockquote" in one]
    assert "Dodaj zdjęcie albo zrzut ekranu, który to potwierdza." in shown
    assert await _state(office, task) == (State.RETURNED, "returned")
    assert "już nieaktualna" in to(await office.taps(CHECKER, asked, "3"), CHECKER)[0]


async def test_an_edition_brings_its_own_ready_sentences(office: Office) -> None:
    settings = office.house.rules.settings
    own = settings.checking.model_copy(update={"reasons": ("Święto w urzędzie.",)})
    rules = replace(office.house.rules, settings=settings.model_copy(update={"checking": own}))
    office.house = replace(office.house, rules=rules)
    await _submitted(office)
    asked = await office.taps(CHECKER, await _open(office), "Wyklucz")
    assert "1. Święto w urzędzie." in asked[-1].text
    assert list(asked[-1].buttons) == ["1"]


async def test_a_checker_with_an_interest_sees_neither_row_nor_count(office: Office) -> None:
    [task] = await _submitted(office)
    shown = await _open(office, OWNER)
    at = office.clock.at
    await office.house.db.transact(
        lambda tx: recusals.declare(tx, CHECKER, task.entrant, "siostra", by=CHECKER, at=at)
    )
    assert to(await office.writes(CHECKER, "/kontrola"), CHECKER) == ["Nic teraz nie czeka na sprawdzenie."]
    gone = "Ten przycisk już nie działa. Wszystko, co teraz trzeba zrobić, pokaże /panel"
    for data in shown.buttons.values():
        assert to(await office.taps_data(CHECKER, data), CHECKER) == [gone]
    assert (await _state(office, task))[0] is State.SUBMITTED


async def test_a_comment_must_say_something_and_fit(office: Office) -> None:
    [task] = await _submitted(office)
    asked = await office.taps(CHECKER, await _open(office), "Zwróć")
    said = to(await office.writes(CHECKER, "   ", reply_to=asked[-1].row), CHECKER)
    assert said == ["Napisz choć jedno zdanie."]
    said = to(await office.writes(CHECKER, "x" * 1001, reply_to=asked[-1].row), CHECKER)
    assert said == [
        "To 1\N{NO-BREAK SPACE}001 znaków, a zmieści się 1\N{NO-BREAK SPACE}000. Skróć i wyślij jeszcze raz."
    ]
    assert await _state(office, task) == (State.SUBMITTED, None)


async def test_photos_come_under_their_questions(office: Office) -> None:
    [task] = await _submitted(office)
    stored = await sessions.for_assignment(office.house.db.reading, task.id)
    assert stored is not None
    question = next(iter(office.house.rules.checklists[task.checklist].questions()))
    session = replace(stored.session, evidence={question.id: ("klucz",)})

    async def resubmit(tx: Writing) -> None:
        await evidence.keep(
            tx, stored.id, question.id, Photo("klucz", "o", "image/jpeg", 1, 1, b"x"), office.clock.at
        )
        first = await audits.newest_of(tx, task.id)
        assert first is not None
        await audits.decide(tx, first.id, "returned", "Dodaj zdjęcie.", by=CHECKER, at=office.clock.at)
        at = office.clock.at
        await audits.submit(tx, task.id, session, {}, started_at=at, submitted_at=at, by="J-20")

    await office.house.db.transact(resubmit)
    shown = await _open(office)
    heard = await office.taps(CHECKER, shown, "Zdjęcia · 1")
    assert to(heard, CHECKER)[0] == f"(zdjęcie) {question.text}"
    assert "To 2. wersja. Uwaga do poprzedniej:\n<blockquote>Dodaj zdjęcie.</blockquote>" in "\n".join(
        to(await office.taps(CHECKER, heard[-1], "Wróć"), CHECKER)
    )


async def test_an_empty_queue_says_so(office: Office) -> None:
    assert to(await office.writes(CHECKER, "/kontrola"), CHECKER) == ["Nic teraz nie czeka na sprawdzenie."]
    assert await outbox.dead(office.house.db.reading) == []
