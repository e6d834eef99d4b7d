"""/terminy: a date is moved with everything that follows from it, whole, and nothing behind is done again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot import rulebook
from contest.dates import local
from contest.entrants import Entrant
from storage import assignments, due, edition, journal, recusals
from storage.assignments import Assignment
from tests.bot.conftest import EDITION
from tests.bot.office import CHECKER, OWNER, Heard, Office, to


def wall(*parts: int) -> datetime:
    """A local time, which has no zone of its own."""
    return datetime(*parts)  # type: ignore[arg-type]  # noqa: DTZ001 -- local by rule


GMINA = Entrant(0, "Gmina Jasna", "gmina_wiejska", voivodeship="mazowieckie", population=9000)
LATE = datetime(2026, 11, 10, 9, 0, tzinfo=UTC)
"""Ten days before the end: every assignment is cut short by it."""
END = datetime(2026, 11, 20, 19, 0, tzinfo=UTC)


async def _accepted(office: Office, many: int = 2) -> list[Assignment]:
    """Offers made late in the collecting, the first of them accepted."""
    office.clock.at = LATE
    await office.has(GMINA)
    await office.joins("J-20")
    made = await office.plans()
    for task in made[:many]:
        shown = await office.taps_data("J-20", f"a:{task.id}")
        await office.taps("J-20", shown[-1], "Przyjmuję")
    return made


async def _moves(office: Office, date: str, days: str) -> Heard:
    listed = (await office.writes(OWNER, "/terminy"))[-1]
    prompt = (await office.taps(OWNER, listed, date))[-1]
    return (await office.taps(OWNER, prompt, days))[-1]


async def _task(office: Office, number: int) -> Assignment:
    found = await assignments.find(office.house.db.reading, number)
    assert found is not None
    return found


async def test_the_end_moves_with_its_consequences_told_before_and_after(office: Office) -> None:
    made = await _accepted(office)
    shown = await _moves(office, "Koniec zbierania", "+3 dni")
    assert shown.text.splitlines() == [
        "<b>Koniec zbierania</b>",
        "Było: pt. 20 listopada, 20:00",
        "Będzie: pon. 23 listopada, 20:00",
        "2 trwające zlecenia dostaną nowy termin.",
        "3 zlecenia bez odpowiedzi jurora też dostaną nowe daty.",
        "Napiszę o tym do 1 jurora.",
    ]
    assert (await _task(office, made[0].id)).due_at == END

    heard = await office.taps(OWNER, shown, "Przesuń")
    [told] = to(heard, "J-20")
    assert told.splitlines()[:2] == [
        "Organizator zmienił terminy zadań:",
        f"• {made[0].label} – do pon. 23 listopada, 20:00",
    ]
    assert "Jasna" not in told
    assert to(heard, CHECKER) == ["O-10 zmienia termin. Koniec zbierania: pon. 23 listopada, 20:00."]
    assert to(heard, OWNER)[-1] == "Przesunięte. Koniec zbierania: pon. 23 listopada, 20:00."
    assert (await _task(office, made[0].id)).due_at == END + timedelta(days=3)
    assert office.house.rules.settings.dates.collecting_until == wall(2026, 11, 23, 20, 0)


async def test_reminders_and_the_close_move_and_what_was_said_is_not_said_again(office: Office) -> None:
    task = (await _accepted(office, 1))[0]
    office.clock.at = END - timedelta(days=3)
    reminded = to(await office.ticks(), "J-20")
    assert sum("Termin:" in text for text in reminded) == 1
    await office.taps(OWNER, await _moves(office, "Koniec zbierania", "+1 dzień"), "Przesuń")

    rows = await office.house.db.reading.all(
        tuple[str, str, datetime], "SELECT key, state, at FROM due WHERE subject = :task", task=str(task.id)
    )
    ahead = {key: at for key, state, at in rows if state == "new"}
    assert min(ahead.values()) == office.clock.at + timedelta(days=1)  # three days before the new date
    assert ahead[f"overdue:{task.id}:202611211900"] == END + timedelta(days=1)
    office.clock.at = END
    await office.ticks()
    assert await edition.phase(office.house.db.reading) == "collecting"
    office.clock.at = END + timedelta(days=1)
    await office.ticks()
    assert await edition.phase(office.house.db.reading) == "checking"


async def test_an_earlier_end_cuts_assignments_short(office: Office) -> None:
    made = await _accepted(office)
    shown = await _moves(office, "Koniec zbierania", "−1 dzień")
    assert "W tym wcześniejszy niż dotąd: 2." in shown.text
    await office.taps(OWNER, shown, "Przesuń")
    assert {(await _task(office, one.id)).due_at for one in made} == {END - timedelta(days=1)}


async def test_a_typed_date_may_not_lie_in_the_past_or_beyond_the_next(office: Office) -> None:
    office.clock.at = LATE
    listed = (await office.writes(OWNER, "/terminy"))[-1]
    prompt = (await office.taps(OWNER, listed, "Koniec zbierania"))[-1]

    async def answers(text: str) -> str:
        return to(await office.writes(OWNER, text, reply_to=prompt.row), OWNER)[-1]

    assert await answers("9.11 12:00") == "Nowy termin byłby w przeszłości. Podaj późniejszy."
    assert await answers("20.11 20:00") == "Ten termin już tak jest ustawiony."
    assert await answers("30.11") == (
        "Koniec sprawdzania musi być później niż koniec zbierania. Najpierw przesuń tamten termin."
    )
    assert (await answers("kiedyś")).startswith("Nie rozumiem, na kiedy.")
    assert "Będzie: sob. 21 listopada, 20:00\nŻadne zlecenie nie zmieni terminu." in await answers("21.11")


async def test_a_date_that_has_passed_has_no_button_and_its_old_button_does_nothing(office: Office) -> None:
    office.clock.at = LATE
    listed = (await office.writes(OWNER, "/terminy"))[-1]
    assert list(listed.buttons) == ["Koniec zbierania", "Koniec sprawdzania", "Wyniki", "Gala"]
    office.clock.at = END
    await office.ticks()
    heard = await office.taps(OWNER, listed, "Koniec zbierania")
    assert to(heard, OWNER) == [
        "Ten termin już minął albo przestał mieć znaczenie, więc nie można go przesunąć."
    ]
    assert (await office.writes(CHECKER, "/terminy"))[-1].buttons == {}


async def test_a_move_is_refused_when_the_work_has_changed_since_it_was_shown(office: Office) -> None:
    made = await _accepted(office)
    first = await _moves(office, "Koniec zbierania", "+3 dni")
    second = await _moves(office, "Koniec zbierania", "+3 dni")
    shown = await office.taps_data("J-20", f"a:{made[2].id}")
    await office.taps("J-20", shown[-1], "Przyjmuję")
    changed = (
        "Od pokazania terminów coś się zmieniło, więc nic nie przesunąłem. Zobacz, jak jest teraz: /terminy"
    )
    assert to(await office.taps(OWNER, first, "Przesuń"), OWNER) == [changed]

    third = await _moves(office, "Koniec zbierania", "+1 dzień")
    fourth = await _moves(office, "Koniec zbierania", "+3 dni")
    await office.taps(OWNER, third, "Przesuń")
    for stale in (second, fourth):
        assert to(await office.taps(OWNER, stale, "Przesuń"), OWNER) == [changed]
    assert office.house.rules.settings.dates.collecting_until == wall(2026, 11, 21, 20, 0)


async def test_a_moved_date_survives_a_restart_until_the_file_says_something_else(office: Office) -> None:
    office.clock.at = LATE
    for days in ("+1 dzień", "+3 dni"):
        await office.taps(OWNER, await _moves(office, "Koniec zbierania", days), "Przesuń")
    db = office.house.db
    again = (await rulebook.publish(EDITION, db, LATE)).settings
    assert local(again, "collecting_until") == wall(2026, 11, 24, 20, 0)

    [fact] = await edition.moved_dates(db.reading)
    assert (fact.moved_from, fact.moved_to) == (wall(2026, 11, 20, 20), wall(2026, 11, 24, 20))
    shipped = rulebook.read(EDITION)[0].settings
    other = shipped.dates.model_copy(update={"collecting_until": wall(2026, 11, 19, 20)})
    edited = shipped.model_copy(update={"dates": other})
    assert await rulebook.moved(db.reading, edited) == edited
    assert [row.at for row in await due.of(db.reading, "close", "")] == [END + timedelta(days=4)]
    assert len(await journal.entries(db.reading, 9, "edition.move-date")) == 2


async def test_a_planner_with_an_interest_is_told_no_counts_of_it(office: Office) -> None:
    await _accepted(office)
    await office.house.db.transact(
        lambda tx: recusals.declare(tx, OWNER, 1, "rodzina", by=OWNER, at=office.clock.at)
    )
    shown = await _moves(office, "Koniec zbierania", "+3 dni")
    assert shown.text.splitlines()[-1] == "Żadne zlecenie nie zmieni terminu."
