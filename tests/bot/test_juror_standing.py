"""What stands in a juror's chat: one message a step, nothing over with a live button, everything in hand a tap away."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot import planned, rulebook, workshop
from bot.config import Config, EditionTable, Organiser
from bot.house import House
from bot.incoming import Words
from bot.messages import Send, plain, thaw
from bot.phrases import catalogue
from contest.assignment import State
from storage import jurors, outbox, people
from storage.assignments import Assignment
from storage.database import Database, Writing
from tests.bot.corridor import GMINA, JUROR, Corridor, edition
from tests.bot.office import CHECKER, OWNER, Heard, Still, to, unrotated

START = datetime(2026, 10, 5, 9, 0, tzinfo=UTC)


@pytest.fixture
async def corridor(tmp_path: Path) -> AsyncIterator[Corridor]:
    folder = edition(tmp_path / "edition")
    config = Config(
        home=tmp_path,
        edition=EditionTable(folder=str(folder)),
        organisers=(Organiser(telegram_id=1, name="Biuro", roles=("owner",)),),
    )
    db = await Database.open(config.data_directory / "incognito.sqlite3")
    rules = unrotated(await rulebook.publish(folder, db, START))

    async def enlist(tx: Writing) -> None:
        for number, (code, roles) in enumerate(
            {OWNER: ["owner", "planner", "checker"], CHECKER: ["checker"]}.items()
        ):
            await people.enlist(tx, code, 1 + number, name=f"Osoba {number}", language="pl", at=START)
            await people.grant(tx, code, roles)

    await db.transact(enlist)
    made = House(config, rules, db, Still(START), catalogue(), bot_name="incognito_bot")
    await db.transact(lambda tx: planned.plan_dates(made, tx))
    assert isinstance(made.clock, Still)
    yield Corridor(made, made.clock)
    workshop.close()
    await db.close()


def _news(heard: list[Heard]) -> list[str]:
    """New messages to the juror, neither edits nor toasts."""
    return [text for text in to(heard, JUROR) if not text.startswith("(")]


async def _begun(corridor: Corridor, task: Assignment) -> list[Heard]:
    return await corridor.taps_data(JUROR, f"as:{task.id}")


async def test_what_was_not_understood_stands_above_the_question_in_one_message(corridor: Corridor) -> None:
    await _begun(corridor, await corridor.takes())
    [told] = _news(await corridor.writes(JUROR, "chyba"))
    assert told.startswith("Odpowiedz „tak” albo „nie”.\n\nRozmowa · 1")


async def test_a_correction_that_reveals_a_question_says_so_above_it(corridor: Corridor) -> None:
    heard = await _begun(corridor, await corridor.takes())
    first = heard[-1]
    await corridor.taps(JUROR, first, "Tak")
    await corridor.writes(JUROR, "4")
    [told] = _news(await corridor.writes(JUROR, "nie", reply_to=first.row))
    assert told.splitlines()[:4] == [
        "Poprawione: Czy ktoś odebrał? – <b>Nie</b>",
        "",
        "Po tej zmianie doszło jedno pytanie:",
        "• Co się stało?",
    ]
    assert "<b>Co się stało?</b>" in told


async def test_numbers_of_answers_replace_the_keyboard_of_the_summary_and_go_again(
    corridor: Corridor,
) -> None:
    task = await corridor.takes()
    heard = await _begun(corridor, task)
    for label in ("Tak", "4", "Nie", "Pomiń"):
        heard = await corridor.taps_newest(await corridor.writes(JUROR, "/dalej"), label)
    older = heard[-1]
    summary = (await corridor.writes(JUROR, "/dalej"))[-1]
    told = await corridor.taps(JUROR, summary, "Wyślij")
    lines = [one.row for one in told if one.text == f"(zmiana) <b>{task.label}</b> · Telefon · wysłane"]
    assert older.row in lines
    assert summary.row not in lines
    assert [one.row for one in told if "Dziękuję" in one.text] == [summary.row]
