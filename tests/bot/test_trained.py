"""Who has not finished the training waits for it, where it is required; checkers and the export have what a calibration showed."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from bot import rulebook
from bot.export import files
from bot.planned import plan_training
from contest.answers import Amount, Answer
from contest.edition import Training
from contest.session import Session
from contest.training import STEPS, Step, model_answer
from storage import due, sessions
from storage.database import Writing
from tests.bot.conftest import EDITION
from tests.bot.office import CHECKER, OWNER, Office
from tests.contest.an_edition import museum


@pytest.fixture
def trained(office: Office) -> Office:
    """The office of the edition as it is shipped."""
    rules = replace(office.house.rules, steps=rulebook.read(EDITION)[0].steps)
    office.house = replace(office.house, rules=rules)
    return office


async def finishes(office: Office, code: str, *steps: Step, **other: Answer) -> None:
    """A juror has sent these steps, answered like the experts save for `other`."""

    async def act(tx: Writing) -> None:
        for step in steps:
            checklist = office.house.rules.steps[step]
            experts = {
                question.id: answer
                for question in checklist.questions()
                if (answer := model_answer(question, checklist.models[question.id])) is not None
            }
            given = {**experts, **other} if step == "calibration" else experts
            session = Session(checklist.name, answers=given, submitted_at=office.clock.at)
            await sessions.begin(tx, code, purpose=step, assignment=None, session=session, at=office.clock.at)

    await office.house.db.transact(act)


async def test_only_who_has_finished_is_in_the_plan(trained: Office) -> None:
    await trained.has(museum(0))
    for code in ("J-20", "J-21", "J-22"):
        await trained.joins(code)
    await finishes(trained, "J-20", *STEPS)
    await finishes(trained, "J-21", "training")
    shown = (await trained.writes(OWNER, "/przydzial"))[-1]

    assert "2 osoby nie skończyły szkolenia, więc są poza planem: J-21, J-22." in shown.text
    assert {task.juror for task in await trained.plans()} == {"J-20"}


async def test_a_training_for_the_willing_keeps_nobody_out(trained: Office) -> None:
    rules = trained.house.rules
    willing = Training(practice="szkolenie.toml", calibration="kalibracja.toml", required=False)
    settings = rules.settings.model_copy(update={"training": willing})
    trained.house = replace(trained.house, rules=replace(rules, settings=settings))
    await trained.has(museum(0))
    await trained.joins("J-20")

    assert "szkolenia" not in (await trained.writes(OWNER, "/przydzial"))[-1].text
    assert {task.juror for task in await trained.plans()} == {"J-20"}
    assert "J-20</b> · szkolenie nieukończone" in (await trained.writes(OWNER, "/jurorzy"))[-1].text


async def test_the_export_holds_every_answer_beside_its_model(trained: Office) -> None:
    await trained.joins("J-20")
    await finishes(trained, "J-20", *STEPS, m_jezyk=Amount(Decimal(5)))
    made = await files(trained.house.db.reading, trained.house.rules)
    rows = list(csv.DictReader(io.StringIO(made["kalibracja.csv"].decode())))

    assert len(rows) == 10
    assert {(row["juror"], row["checklista"]) for row in rows} == {("J-20", "kalibracja@1")}
    assert [
        (row["przypadek"], row["zgodnosc"], row["stopnie"]) for row in rows if row["zgodnosc"] != "1"
    ] == [("email", "2/5", "3")]


async def test_a_juror_asks_in_vain_for_the_card_of_a_juror(trained: Office) -> None:
    await trained.joins("J-20")
    await finishes(trained, "J-20", *STEPS)
    refused = (await trained.writes("J-20", "/juror J-20"))[-1].text

    assert "zgodność" not in refused
    assert "zgodność ze wzorem" in (await trained.writes(CHECKER, "/juror J-20"))[-1].text


async def test_one_reminder_comes_after_an_outage_and_none_to_who_has_finished(trained: Office) -> None:
    for code in ("J-20", "J-21"):
        await trained.joins(code)
        await trained.house.db.transact(
            lambda tx, code=code: plan_training(trained.house, tx, code, trained.clock.at)  # type: ignore[misc]
        )
    await finishes(trained, "J-21", *STEPS)
    trained.clock.at += timedelta(days=7)
    heard = await trained.ticks()

    assert [(one.person, one.text.split(",")[0]) for one in heard] == [
        ("J-20", "Zostało krótkie przygotowanie")
    ]
    assert await due.of(trained.house.db.reading, "training", "J-20") == []
