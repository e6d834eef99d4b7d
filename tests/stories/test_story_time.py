"""Time passes: offers lapse, reminders come by day and in order, what is late goes back, and collecting ends."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from bot import rulebook
from bot.demo.organisers import button
from contest.edition import EditionSettings
from tests.stories import theatre
from tests.stories.theatre import Actor, Golden, World

pytestmark = [pytest.mark.story, pytest.mark.asyncio(loop_scope="session")]

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def settings(made: World) -> EditionSettings:
    return rulebook.read(made.stage.edition)[0].settings


async def _accepted(made: World) -> tuple[Actor, datetime]:
    """A juror with one accepted call in an edition of one library; and when it is due."""
    await theatre.open_edition(made, 1)
    (ola,) = await theatre.enrol(made, [(["Rozmowy telefoniczne"], 1)])
    await theatre.approve_plan(made)
    await ola.sees("Nowe zadanie")
    await theatre.accept(ola)
    ((due,),) = made.ask("SELECT due_at FROM assignments")
    return ola, datetime.fromisoformat(str(due))


def _nudges(actor: Actor) -> int:
    return sum(" czeka. Termin:" in seen.text for seen in actor.person.chat)


async def test_an_offer_that_nobody_answers_lapses_after_a_day(alone: World, golden: Golden) -> None:
    ola = alone.jurors[-1]
    await alone.later(23 * HOUR)
    assert not any("wygasła" in seen.text for seen in ola.person.chat)
    await alone.later(HOUR)
    await ola.sees("wygasła")
    golden("propozycja_wygasla", theatre.told(ola))
    await alone.later(timedelta(minutes=3))
    await alone.owner.sees(
        f"Do puli wróciły {len(alone.jurors)}" if len(alone.jurors) % 10 in (2, 3, 4) else "Do puli wróciło"
    )
    assert alone.ask("SELECT DISTINCT state, reason FROM assignments") == [("overdue", "lapsed")]


async def test_reminders_come_in_order_and_never_at_night(empty: World, golden: Golden) -> None:
    ola, due = await _accepted(empty)
    since = len(ola.person.transcript().splitlines())
    heard = []
    # Due at nine in the morning: three hours before would be six, when people sleep.
    for moment in (
        due - 3 * DAY - HOUR,
        due - 3 * DAY + HOUR,
        due - DAY - HOUR,
        due - DAY + HOUR,
        due - 2 * HOUR,
        due - HOUR / 2,
    ):
        await empty.until(moment)
        heard.append(_nudges(ola))
    assert heard == [0, 1, 1, 2, 2, 3]
    await empty.until(due + HOUR / 2)
    await ola.sees("Minął termin")
    golden("przypomnienia", theatre.told(ola, since=since))
    assert empty.ask("SELECT state, reason FROM assignments") == [("overdue", "overdue")]


async def test_after_an_outage_of_days_only_the_newest_reminder_comes(empty: World) -> None:
    ola, due = await _accepted(empty)
    await empty.stage.stop_bot()
    empty.stage.shift.forward(due - 13 * HOUR - empty.stage.shift.clock.now())
    await empty.stage.start_bot()
    await ola.sees(" czeka. Termin:")
    await empty.stage.quiet(for_seconds=1.2)
    assert _nudges(ola) == 1
    states = empty.ask("SELECT key, state FROM due WHERE kind = 'nudge' ORDER BY at")
    assert [state for _, state in states] == ["superseded", "done", "new"]


async def test_the_bot_that_was_away_says_so_to_whoever_is_in_the_middle(
    empty: World, golden: Golden
) -> None:
    ola, _ = await _accepted(empty)
    await theatre.begin(ola)
    await theatre.go_on(ola, until="Kiedy udało się")
    await empty.stage.stop_bot()
    empty.stage.shift.forward(timedelta(minutes=10))
    since = len(ola.person.transcript().splitlines())
    await ola.person.write("Za pierwszym razem")
    await empty.stage.start_bot()
    await ola.sees("Nie działałem od")
    await ola.sees("w powitaniu")
    golden("po_przerwie", theatre.told(ola, since=since))


async def test_collecting_ends_at_its_date(empty: World, golden: Golden) -> None:
    plan = settings(empty)
    close = plan.utc(plan.dates.collecting_until)
    empty.stage.shift.forward(close - 10 * HOUR - empty.stage.shift.clock.now())
    await theatre.open_edition(empty, 1)
    ola, iga = await theatre.enrol(empty, [(["Rozmowy telefoniczne"], 1), (["E-maile"], 1)])
    await theatre.approve_plan(empty)
    await ola.sees("Nowe zadanie")
    await iga.sees("Nowe zadanie")
    await theatre.accept(ola)
    await theatre.begin(ola)
    since = [len(actor.person.transcript().splitlines()) for actor in (ola, iga, empty.owner)]
    await empty.until(close + timedelta(minutes=1))
    await empty.owner.sees("Zbieranie ocen zakończone")
    for name, actor, start in zip(
        ("juror_w_toku", "juror_bez_odpowiedzi", "wlasciciel"), (ola, iga, empty.owner), since, strict=True
    ):
        golden(f"koniec_zbierania_{name}", theatre.told(actor, since=start))
    await empty.owner.write("/przydzial", sees="Zbieranie ocen jest zakończone")
    assert empty.ask("SELECT phase FROM edition") == [("checking",)]


async def test_a_submission_after_the_close_comes_too_late(empty: World) -> None:
    ola, _ = await _accepted(empty)
    await theatre.begin(ola)
    await theatre.go_on(ola, until="Wszystkie odpowiedzi")
    summary = ola.person.last
    send = button(summary, "Wyślij")
    plan = settings(empty)
    await empty.until(plan.utc(plan.dates.collecting_until) + HOUR)
    await ola.sees("Minął termin")
    with pytest.raises(LookupError):
        await ola.person.tap(send, summary)
    assert empty.ask("SELECT count(*) FROM audits") == [(0,)]
