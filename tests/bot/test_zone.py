"""A juror elsewhere: dates by their own clock, peace in their own nights, and the institution's hours as they hang on its door."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.house import House
from bot.messages import Send, thaw
from bot.moments import moment
from bot.phrases import catalogue
from bot.zones import CITIES
from contest.answers import Replied
from contest.assignment import State
from contest.clock import QuietHours, on_the_clock, span, to_local
from contest.moments import read_moment
from contest.reminders import nudges
from contest.workdays import WorkCalendar
from storage import assignments, due, outbox, people, sessions
from storage.assignments import Assignment
from tests.bot.corridor import GMINA, JUROR, Corridor
from tests.bot.office import CHECKER, OWNER, Heard, Still, to

MAILED = replace(GMINA, email="a@b.pl")
WARSAW, LONDON = ZoneInfo("Europe/Warsaw"), ZoneInfo("Europe/London")


def at(text: str, zone: ZoneInfo = WARSAW) -> datetime:
    """A local time of October 2026, as UTC: `12.10 9:05`."""
    return datetime.strptime(f"2026 {text}", "%Y %d.%m %H:%M").replace(tzinfo=zone).astimezone(UTC)


@pytest.fixture
def corridor(house: House) -> Corridor:
    assert isinstance(house.clock, Still)
    return Corridor(house, house.clock)


async def _zone(corridor: Corridor) -> str | None:
    juror = await people.find(corridor.house.db.reading, JUROR)
    assert juror is not None
    return juror.zone


async def _nudges(corridor: Corridor, task: Assignment) -> list[str]:
    """When reminders are planned, by the clock of London."""
    rows = await due.of(corridor.house.db.reading, "nudge", str(task.id))
    return [f"{to_local(row.at, LONDON):%d.%m %H:%M}" for row in rows]


async def _reminded(corridor: Corridor) -> list[Heard]:
    return [one for one in await corridor.clock_strikes() if "czeka. Termin" in one.text]


async def test_a_city_is_tapped_typed_or_given_at_once_and_the_edition_s_own_is_no_zone_of_one_s_own(
    corridor: Corridor,
) -> None:
    await corridor.joins(JUROR)
    [asked] = await corridor.writes(JUROR, "/strefa")
    assert next(iter(asked.buttons)) == "Warszawa"
    assert "Teraz: Warszawa, 11:00" in asked.text
    told = to(await corridor.taps(JUROR, asked, "Londyn"), JUROR)
    said = "Terminy i ciszę nocną liczę według zegara: Londyn. Jest tam teraz 10:00. Zmiana: /strefa"
    assert told == ["(dymek) ", f"(zmiana) {said}"]
    found = []
    for words in ("Nowy Jork", "lizbona", "kyiv", "america/toronto", "America/Argentina/Buenos Aires"):
        await corridor.writes(JUROR, f"/strefa {words}")
        found.append(await _zone(corridor))
    assert found == [
        "America/New_York",
        "Europe/Lisbon",
        "Europe/Kyiv",
        "America/Toronto",
        "America/Argentina/Buenos_Aires",
    ]
    await corridor.writes(JUROR, "/strefa")
    told = to(await corridor.writes(JUROR, "warszawa"), JUROR)
    assert told[-1].startswith("Terminy i ciszę nocną liczę według zegara: Warszawa.")
    assert await _zone(corridor) is None


async def test_what_is_no_zone_is_answered_with_what_would_be_one(corridor: Corridor) -> None:
    await corridor.joins(JUROR)
    await corridor.writes(JUROR, "/strefa")
    [told] = to(await corridor.writes(JUROR, "Mars"), JUROR)
    assert told == (
        "Nie znam strefy „Mars”. Napisz miasto z listy, na przykład Londyn, albo nazwę strefy: America/Toronto."
        " Listę pokaże /strefa."
    )
    await corridor.writes(JUROR, "londyn")
    [after] = to(await corridor.writes(JUROR, "Lizbona"), JUROR)
    assert after.startswith("Nie wiem, czego dotyczy")
    assert await _zone(corridor) == "Europe/London"


async def test_a_question_on_the_table_comes_again_when_the_clock_is_changed(corridor: Corridor) -> None:
    task = await corridor.takes()
    question = (await corridor.taps_data(JUROR, f"as:{task.id}"))[-1]
    heard = await corridor.writes(JUROR, "/strefa Londyn")
    assert heard[-1].text.startswith("Terminy i ciszę nocną liczę według zegara: Londyn.")
    assert heard[-1].text.endswith(question.text)


async def test_dates_are_told_by_the_juror_s_clock_whoever_caused_the_message(corridor: Corridor) -> None:
    await corridor.joins(JUROR)
    await corridor.writes(JUROR, "/strefa Londyn")
    await corridor.has(GMINA)
    offers = await corridor.writes(OWNER, "/przydzial")
    offers = await corridor.taps(OWNER, offers[-1], "Zatwierdź")
    assert all("10:00 (Londyn)" in text for text in to(offers, JUROR))
    [task] = [
        one
        for one in await assignments.in_state(corridor.house.db.reading, {State.OFFERED})
        if one.channel == "telefon"
    ]
    assert "10:00 (Londyn)" in to(await corridor.writes(JUROR, "/zadania"), JUROR)[-1]
    assert "Londyn" not in "".join(to(await corridor.writes(OWNER, "/terminy"), OWNER))
    await corridor.submits(task)
    corridor.clock.at = at("8.10 8:30")
    shown = await corridor.opens_audit()
    asked = await corridor.taps(CHECKER, shown, "Zwróć")
    heard = await corridor.writes(CHECKER, "Sprawdź godzinę.", reply_to=asked[-1].row)
    [returned] = [one for one in heard if one.person == JUROR and not one.text.startswith("(")]
    assert "(Londyn)" in returned.text
    row = await outbox.find(corridor.house.db.reading, returned.row)
    assert row is not None
    message = thaw(row.body)
    assert isinstance(message, Send)
    assert message.silent  # half past eight in Warsaw is still night in London


async def test_reminders_keep_out_of_the_juror_s_own_night(corridor: Corridor) -> None:
    task = await corridor.takes()
    assert task.due_at == at("23.10 11:00")
    assert await _nudges(corridor, task) == ["20.10 10:00", "22.10 10:00", "23.10 07:00"]
    await corridor.writes(JUROR, "/strefa Londyn")
    assert await _nudges(corridor, task) == ["20.10 10:00", "22.10 10:00", "23.10 08:00"]
    corridor.clock.at = at("22.10 10:00", LONDON)
    assert len(await _reminded(corridor)) == 1
    corridor.clock.at = at("23.10 7:59", LONDON)
    assert await _reminded(corridor) == []
    corridor.clock.at = at("23.10 8:00", LONDON)
    [nudge] = await _reminded(corridor)
    assert nudge.text.startswith(
        f"Zadanie <b>{task.label}</b> czeka. Termin: pt. 23 października, 10:00 (Londyn)"
    )


async def test_a_reminder_found_in_the_juror_s_night_waits_for_their_morning(corridor: Corridor) -> None:
    await corridor.takes()
    await corridor.writes(JUROR, "/strefa Nowy Jork")
    heard = []
    for hour in ("21.10 9:00", "21.10 13:59", "21.10 14:00"):
        corridor.clock.at = at(hour)
        heard.append(len(await _reminded(corridor)))
    assert heard == [0, 0, 1]


async def test_tomorrow_morning_is_the_juror_s_morning(corridor: Corridor) -> None:
    task = await corridor.takes()
    await corridor.writes(JUROR, "/strefa Londyn")
    corridor.clock.at = at("20.10 20:00")
    [nudge] = await _reminded(corridor)
    [told] = [
        text for text in to(await corridor.taps(JUROR, nudge, "Jutro rano"), JUROR) if "odłożone" in text
    ]
    assert told.endswith("Przypomnę: śr. 21 października, 08:00 (Londyn)")
    assert (await _nudges(corridor, task))[0] == "21.10 08:00"


@pytest.mark.parametrize(
    ("zone", "moment_", "door"),
    [
        ("Warszawa", "6.10 9:00", "otwarte dziś do 15:30"),
        ("Londyn", "6.10 9:00", "otwarte dziś do 15:30 (czas w Polsce)"),
        ("Londyn", "6.10 16:00", "dziś już zamknięte, jutro od 7:30 do 15:30 (czas w Polsce)"),
        ("Nowy Jork", "6.10 2:00", "teraz zamknięte, jutro od 7:30 do 15:30 (czas w Polsce)"),
        ("Sydney", "6.10 15:20", "teraz otwarte, do 15:30 (czas w Polsce)"),
        ("Sydney", "5.10 18:00", "teraz zamknięte, dziś od 7:30 do 15:30 (czas w Polsce)"),
    ],
)
async def test_the_institution_s_hours_stay_its_own_and_say_so(
    corridor: Corridor, zone: str, moment_: str, door: str
) -> None:
    task = await corridor.takes()
    await corridor.writes(JUROR, f"/strefa {zone}")
    corridor.clock.at = at(moment_)
    text = (await corridor.taps_data(JUROR, f"ab:{task.id}"))[-1].text
    assert f"Teraz: {door}\n" in text
    hours = "Godziny: pon. 7.30-17.00, wt-czw 7.30-15.30, pt 7.30-14.00"
    assert (f"{hours}\n" if zone == "Warszawa" else f"{hours} (czas w Polsce)\n") in text


async def test_a_reply_is_shown_and_typed_by_the_juror_s_clock(corridor: Corridor) -> None:
    task = await corridor.takes("email", entrant=MAILED)
    await corridor.writes(JUROR, "/strefa Londyn")
    corridor.clock.at = at("12.10 9:05")
    heard = await corridor.taps_data(JUROR, f"as:{task.id}")
    while "Wysłane" not in heard[-1].buttons:
        label = next(iter(heard[-1].buttons))
        number = "liczbę" in heard[-1].text
        heard = await (corridor.writes(JUROR, "8") if number else corridor.taps(JUROR, heard[-1], label))
    heard = await corridor.taps(JUROR, heard[-1], "Wysłane")
    waiting = next(one for one in reversed(heard) if "Londyn" in one.text)
    assert "pon. 12 października, 08:05 (Londyn)" in waiting.text
    corridor.clock.at = at("13.10 12:00")
    await corridor.writes(JUROR, "wczoraj 9:30", reply_to=waiting.row)
    [stored] = await sessions.of_person(corridor.house.db.reading, JUROR)
    [reply] = [one for one in stored.session.answers.values() if isinstance(one, Replied)]
    assert reply.came == at("12.10 9:30", LONDON)


async def test_own_data_name_the_zone_and_forgetting_takes_it(corridor: Corridor) -> None:
    await corridor.joins(JUROR)
    await corridor.writes(JUROR, "/strefa Londyn")
    shown = "\n".join(to(await corridor.writes(JUROR, "/moje_dane"), JUROR))
    assert "Strefa czasowa: Londyn" in shown
    assert "10:00 (Londyn) (2026)" in shown


zones = st.sampled_from([*CITIES, "Asia/Kathmandu", "Pacific/Auckland", "America/St_Johns"]).map(ZoneInfo)
moments = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)).map(  # noqa: DTZ001 -- bounds
    lambda when: when.replace(second=0, microsecond=0, tzinfo=UTC)
)


@given(moments, zones)
def test_whatever_the_zone_a_told_moment_is_the_same_instant(when: datetime, zone: ZoneInfo) -> None:
    """What is told, typed back by the same clock, is the instant itself; the hour that a clock repeats is its first."""
    calendar = WorkCalendar(WARSAW, own=zone)
    told = moment(when, calendar, catalogue().plain("pl"))
    marked = told.endswith(")")
    words = told.partition(" (")[0].split(" ", 1)[1].replace(",", "")
    local = read_moment(words, to_local(when, zone))
    assert on_the_clock(local, zone) in (when, when - timedelta(hours=1), when - timedelta(minutes=30))
    assert on_the_clock(local, zone) == when or when.astimezone(zone).fold == 1
    assert marked == (to_local(when, zone) != to_local(when, WARSAW))


@given(moments, moments, zones)
def test_whatever_the_zone_reminders_come_before_the_same_end_and_outside_its_nights(
    now: datetime, end: datetime, zone: ZoneInfo
) -> None:
    night = QuietHours(time(21), time(8))
    for nudge in nudges(end, (span("3d"), span("1d"), span("3h")), night, zone, now=now):
        assert now < nudge.at < end
        assert not night.cover(to_local(nudge.at, zone).time())
