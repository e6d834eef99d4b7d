"""A message and the reply to it in the chat: sent, asked about, answered, closed at the cap, also after an outage."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.schedule import Schedule
from contest.answers import Replied
from contest.assignment import State
from contest.entrants import Entrant
from contest.session import thaw_answer
from storage import assignments, due, sessions
from storage.assignments import Assignment
from storage.sessions import Stored
from tests.bot.office import OWNER, Heard, Office, to

JUROR = "J-40"
WARSAW = ZoneInfo("Europe/Warsaw")
NOTHING: list[Heard] = []


def at(text: str) -> datetime:
    """A local time of October or November 2026, as UTC: `12.10 9:05`."""
    return datetime.strptime(f"2026 {text}", "%Y %d.%m %H:%M").replace(tzinfo=WARSAW).astimezone(UTC)


async def accepted(office: Office, channel: str) -> Assignment:
    """One contact of this channel, in the juror's hands."""
    await office.joins(JUROR)
    await office.has(Entrant(id=0, name="Gmina Jasna", kind="gmina_wiejska", voivodeship="mazowieckie"))
    task = next(task for task in await office.plans() if task.channel == channel)
    shown = await office.taps_data(JUROR, f"a:{task.id}")
    await office.taps(JUROR, shown[-1], "Przyjmuję")
    return task


async def sent(office: Office, moment: str = "12.10 9:05", channel: str = "email") -> Assignment:
    """The message is on its way; the assignment was accepted on 5 October and is due on 23 October."""
    office.clock.at = at("5.10 11:00")
    task = await accepted(office, channel)
    office.clock.at = at(moment)
    heard = await office.taps_data(JUROR, f"as:{task.id}")
    while "Wysłane" not in heard[-1].buttons:
        label = next(iter(heard[-1].buttons))
        heard = (
            await office.writes(JUROR, "8")
            if "liczbę" in heard[-1].text
            else await office.taps(JUROR, heard[-1], label)
        )
    await office.taps(JUROR, heard[-1], "Wysłane")
    return task


async def now(office: Office, task: Assignment) -> Assignment:
    found = await assignments.find(office.house.db.reading, task.id)
    assert found is not None
    return found


async def interview(office: Office, task: Assignment) -> Stored:
    found = await sessions.for_assignment(office.house.db.reading, task.id)
    assert found is not None
    return found


async def reply(office: Office, task: Assignment) -> Replied:
    answer = (await interview(office, task)).session.answers["czas"]
    assert isinstance(answer, Replied)
    return answer


async def planned(office: Office, kind: str, task: Assignment) -> list[datetime]:
    return [row.at for row in await due.of(office.house.db.reading, kind, str(task.id))]


async def ticks(office: Office, moment: str) -> list[Heard]:
    """What the schedule tells the juror when it is that late, apart from offers of other contacts."""
    office.clock.at = at(moment)
    heard = [one for one in await office.ticks() if one.person == JUROR]
    return [one for one in heard if "Propozycja" not in one.text and "wygasło" not in one.text]


async def test_what_is_sent_waits_with_its_due_date_behind_the_cap(office: Office) -> None:
    task = await sent(office)

    waiting = await now(office, task)
    assert waiting.state is State.WAITING
    assert (await reply(office, task)).until == at("27.10 0:00")
    assert (task.due_at, waiting.due_at) == (at("23.10 11:00"), at("28.10 20:00"))
    assert await planned(office, "overdue", task) == [waiting.due_at]
    assert await planned(office, "reply-closed", task) == [at("27.10 0:00")]
    assert await planned(office, "reply-asked", task) == [
        at(f"{day}.10 17:00") for day in (13, 14, 15, 19, 22)
    ]


async def test_the_question_says_since_when_and_until_when(office: Office) -> None:
    await sent(office, "10.11 13:30")  # after noon, on the eve of a holiday
    (shown,) = to(await office.writes(JUROR, "/dalej"), JUROR)

    assert "Wysłane: wt. 10 listopada, 13:30" in shown
    assert "Liczy się od: czw. 12 listopada" in shown
    assert "czekamy do: czw. 26 listopada włącznie" in shown


async def test_the_list_of_assignments_names_the_cap_and_other_work_goes_on(office: Office) -> None:
    task = await sent(office)
    (listed,) = to(await office.writes(JUROR, "/zadania"), JUROR)

    assert "czeka na odpowiedź instytucji do: pon. 26 października włącznie" in listed
    (heard,) = await office.taps_data(JUROR, f"a:{task.id}")
    assert "Przyszła odpowiedź" in heard.buttons
    assert (await now(office, task)).state is State.WAITING


async def test_a_cap_beyond_the_end_of_collecting_is_said_when_sending(office: Office) -> None:
    task = await sent(office, "10.11 9:00")

    assert (await now(office, task)).due_at == at("20.11 20:00")
    (shown,) = await office.writes(JUROR, "/dalej")
    (*_, shown) = await office.taps(JUROR, shown, "Jednak nie wysłane")
    told = await office.taps(JUROR, shown, "Wysłane")
    assert "Zbieranie ocen kończy się wcześniej: pt. 20 listopada, 20:00" in told[-1].text


async def test_the_juror_is_asked_and_says_not_yet(office: Office) -> None:
    task = await sent(office)
    (asked,) = await ticks(office, "13.10 17:00")

    assert asked.text.startswith(f"Zadanie <b>{task.label}</b>: czy przyszła już odpowiedź?")
    assert "Gmina Jasna" not in asked.text
    answered = await office.taps(JUROR, asked, "Jeszcze nie")
    assert "Zapytam znowu: śr. 14 października, 17:00" in answered[-1].text
    assert "Przyszła odpowiedź" in answered[-1].buttons
    assert (await now(office, task)).state is State.WAITING


async def test_a_reply_brings_the_next_question_and_ends_the_asking(office: Office) -> None:
    task = await sent(office)
    (asked,) = await ticks(office, "14.10 17:00")
    heard = await office.taps(JUROR, asked, "Przyszła odpowiedź")

    assert "przyszło potwierdzenie" in heard[-1].text
    assert (await now(office, task)).state is State.RUNNING
    assert (await reply(office, task)).elapsed == 2
    assert await planned(office, "reply-asked", task) == []
    assert await planned(office, "reply-closed", task) == []
    assert [heard for heard in await ticks(office, "27.10 0:01") if "minął czas" in heard.text] == NOTHING
    assert (await reply(office, task)).outcome == "came"


async def test_words_under_the_reminder_say_when_it_came(office: Office) -> None:
    task = await sent(office)
    await ticks(office, "14.10 17:00")
    await office.writes(JUROR, "wczoraj 14:35")

    found = await reply(office, task)
    assert (found.corrected, found.elapsed) == (at("13.10 14:35"), 1)


async def test_at_the_cap_the_question_closes_once_and_says_what_is_left(office: Office) -> None:
    task = await sent(office)
    for moment in ("13.10 17:00", "14.10 17:00", "15.10 17:00", "19.10 17:00", "22.10 17:00"):
        await ticks(office, moment)
    ticked, told = await ticks(office, "27.10 0:00")

    assert "✔ <b>bez odpowiedzi w terminie</b>" in ticked.text
    assert told.text.splitlines()[:2] == [
        f"Zadanie <b>{task.label}</b>: minął czas na odpowiedź, więc zapisałem jej brak.",
        "Zostały 4 pytania:",
    ]
    assert "12 pytań o odpowiedź już nie obowiązuje." in told.text
    assert (await now(office, task)).state is State.RUNNING
    assert (await reply(office, task)).outcome == "none"
    assert await ticks(office, "27.10 0:05") == NOTHING
    heard = await office.taps(JUROR, told, "Dokończ")
    assert "Co zasługuje na pochwałę?" in heard[-1].text


async def test_after_an_outage_it_is_closed_once_and_nothing_else_is_said(office: Office) -> None:
    task = await sent(office)
    told = await ticks(office, "27.10 9:00")

    assert len(told) == 2
    assert (await reply(office, task)).outcome == "none"
    given = await sessions.given(office.house.db.reading, (await interview(office, task)).id)
    assert [thaw_answer(one.value) for one in given if one.question == "czas"] == [
        Replied(at("12.10 9:05"), at("27.10 0:00")),
        Replied(at("12.10 9:05"), at("27.10 0:00"), closed=True),
    ]


async def test_after_a_shorter_outage_only_the_newest_question_is_asked(office: Office) -> None:
    await sent(office)

    assert len(await ticks(office, "16.10 9:00")) == 1


async def test_the_real_schedule_closes_it_too(office: Office) -> None:
    task = await sent(office)
    office.clock.at = at("27.10 0:00")
    schedule = Schedule(office.house)
    await schedule.tick()
    await schedule.tick()

    assert (await now(office, task)).state is State.RUNNING
    assert (await reply(office, task)).outcome == "none"


async def test_a_reply_after_the_cap_is_kept_as_late(office: Office) -> None:
    task = await sent(office)
    _, told = await ticks(office, "27.10 0:00")
    office.clock.at = at("27.10 10:00")
    await office.taps(JUROR, told, "Odpowiedź przyszła")

    found = await reply(office, task)
    assert (found.outcome, found.elapsed) == ("late", 11)
    assert (await now(office, task)).state is State.RUNNING


async def test_a_waiting_assignment_is_neither_hurried_nor_overdue(office: Office) -> None:
    task = await sent(office, "20.10 9:00")
    waiting = await now(office, task)

    assert waiting.due_at == at("5.11 20:00")
    told = await ticks(office, "4.11 0:00")
    assert [heard.text for heard in told if "Termin:" in heard.text and "czeka." in heard.text] == []
    assert (await now(office, task)).state is State.RUNNING
    await ticks(office, "5.11 20:00")
    assert (await now(office, task)).state is State.OVERDUE


async def test_what_was_handed_back_is_not_asked_about(office: Office) -> None:
    task = await sent(office)
    await office.taps_data(JUROR, f"ar:{task.id}:time")

    assert (await now(office, task)).state is State.HANDED_BACK
    assert [heard for heard in await ticks(office, "27.10 9:00") if task.label in heard.text] == NOTHING


async def test_sending_taken_back_is_work_in_progress_again(office: Office) -> None:
    task = await sent(office)
    office.clock.at += timedelta(minutes=5)
    (shown,) = await office.writes(JUROR, "/dalej")
    await office.taps(JUROR, shown, "Jednak nie wysłane")

    assert (await now(office, task)).state is State.RUNNING
    assert await planned(office, "reply-closed", task) == []


@pytest.mark.parametrize(
    ("came", "seconds"),
    [("12.10 9:20", 900), ("12.10 17:30", 7 * 3600 - 300), ("13.10 8:00", 7 * 3600 - 300)],
)
async def test_social_media_count_office_hours(office: Office, came: str, seconds: int) -> None:
    task = await sent(office, channel="social")
    assert (await reply(office, task)).until == at("19.10 9:05")
    office.clock.at = at(came)
    (shown,) = await office.writes(JUROR, "/dalej")
    await office.taps(JUROR, shown, "Przyszła odpowiedź")

    assert (await reply(office, task)).elapsed == seconds


async def test_what_waits_for_a_reply_stays_with_whoever_wrote(office: Office) -> None:
    task = await sent(office)
    card = (await office.writes(OWNER, f"/jurorzy {JUROR}"))[-1]
    listed = (await office.taps(OWNER, card, "Przekaż zadanie"))[-1]
    assert f"<b>{task.label}</b> · Gmina Jasna · E-mail · {JUROR} · czeka na odpowiedź" in listed.text
    assert "Kto napisał do instytucji, ten dostanie jej odpowiedź." in listed.text
    assert not any(task.label in label for label in listed.buttons)

    [refused] = to(await office.taps_data(OWNER, f"lt:t:{task.id}"), OWNER)
    assert refused.startswith(f"Zadania {task.label} nie można przekazać: czeka na odpowiedź instytucji do: ")
    assert f"zobaczy ją tylko {JUROR}." in refused
    assert (await now(office, task)).state is State.WAITING
