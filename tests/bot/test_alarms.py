"""Alarms: told once to the right role, seen in the panel until they are over, and hidden from those with an interest."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot import absence, watching
from bot.clock import Clock
from bot.house import SYSTEM, House, Turn
from bot.schedule import Schedule
from contest.entrants import Entrant
from storage import alarms, entrants, recusals
from storage.database import Writing
from tests.bot.office import CHECKER, OWNER, Heard, Office, Still, to

GMINA = Entrant(0, "Gmina Jasna", "gmina_wiejska", voivodeship="mazowieckie", population=9000, phone="22 1")
REAL = datetime(2026, 10, 5, 9, 0, tzinfo=UTC)
NEAR = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
"""Four days before the close."""


@dataclass
class Moved(Still):
    """A clock of a computer that a test sets and moves, beside the one that the rehearsal shows."""

    computer: datetime = REAL
    passed: float = 0.0

    def real(self) -> datetime:
        return self.computer

    def steady(self) -> float:
        return self.passed


def _with(office: Office, *, disk: int = 0, clock: Clock | None = None) -> Office:
    """The same office in a house with this much disk wanted, and another clock."""
    config = office.house.config
    wished = config.model_copy(update={"alarms": config.alarms.model_copy(update={"disk_free_mb": disk})})
    house = replace(office.house, config=wished, clock=clock or office.house.clock)
    return Office(house, house.clock if isinstance(house.clock, Still) else office.clock)


async def _watches(office: Office) -> list[Heard]:
    """The hourly look, a moment later."""
    office.clock.at += timedelta(seconds=1)
    await office.house.db.transact(lambda tx: watching.begin(office.house, tx))
    return await office.ticks()


async def _sees(office: Office, code: str) -> str:
    """The screen of alarms of somebody who has any; else the panel."""
    shown = (await office.writes(code, "/panel"))[-1]
    if not any(label.startswith("Alarmy") for label in shown.buttons):
        return ""
    return (await office.taps(code, shown, "Alarmy"))[-1].text


async def test_a_full_disk_is_told_once_and_is_over_when_there_is_room(office: Office) -> None:
    full = _with(office, disk=10**9)
    told = to(await _watches(full), OWNER)
    assert len(told) == 1
    assert told[0].startswith("Na dysku z danymi zostało ")
    full.clock.at += timedelta(hours=1)
    assert to(await full.ticks(), OWNER) == []  # the next look came by itself
    assert "Na dysku z danymi zostało " in await _sees(full, OWNER)
    assert await _sees(full, CHECKER) == ""
    roomy = replace(_with(full, disk=0), _updates=full._updates, _read=full._read)
    await _watches(roomy)
    assert await _sees(roomy, OWNER) == ""


async def test_a_backup_that_is_missing_or_old_is_told_until_one_is_made(
    office: Office, tmp_path: Path
) -> None:
    clock = Moved(office.clock.at)
    here = _with(office, clock=clock)
    assert await _watches(here) == []
    clock.computer += timedelta(days=3)
    clock.at += timedelta(days=3)
    assert to(await _watches(here), OWNER) == ["Nie ma jeszcze żadnej kopii zapasowej."]
    await here.writes(OWNER, "/kopia")
    await here.ticks()
    assert await _sees(here, OWNER) == ""
    [copy] = (tmp_path / "data" / "backups").iterdir()
    old = (clock.computer - timedelta(days=5)).timestamp()
    os.utime(copy, (old, old))
    assert to(await _watches(here), OWNER) == ["Ostatnia kopia zapasowa ma 5 dni."]


async def test_a_backup_that_fails_is_an_alarm_until_one_is_good(office: Office, tmp_path: Path) -> None:
    folder = tmp_path / "data" / "backups"
    folder.write_text("a file where the folder should be")
    await office.writes(OWNER, "/kopia")
    assert [text.split(":")[0] for text in to(await office.ticks(), OWNER)] == ["Kopia się nie udała"]
    await _watches(office)
    assert "Ostatnia kopia się nie udała." in await _sees(office, OWNER)
    folder.unlink()
    await office.writes(OWNER, "/kopia")
    await office.ticks()
    assert await _sees(office, OWNER) == ""


async def test_a_clock_that_was_moved_is_told_and_closed_by_hand(office: Office) -> None:
    clock = Moved(office.clock.at)
    here = _with(office, clock=clock)
    schedule = Schedule(here.house)
    for real, passed, times in ((0, 0, 0), (20, 20, 0), (50, 45, 0), (-7200, 20, 1), (3600, 20, 0)):
        clock.computer += timedelta(seconds=real)
        clock.passed += passed
        await schedule.tick()
        assert len(to(await here._new(), OWNER)) == times
    assert "Zegar komputera przestawił się o 59 min do przodu." in await _sees(here, OWNER)
    shown = (await here.writes(OWNER, "/panel"))[-1]
    shown = (await here.taps(OWNER, shown, "Alarmy"))[-1]
    heard = await here.taps(OWNER, shown, "Załatwione")
    assert [one.text.splitlines()[0] for one in heard] == [
        "(dymek) Zamknięte",
        "(zmiana) Nie ma żadnych alarmów.",
    ]
    assert [one.text for one in await here.taps(OWNER, shown, "Załatwione")] == ["Tego alarmu już nie ma."]


async def test_who_cannot_be_reached_is_an_alarm_until_they_write(office: Office) -> None:
    await office.joins("J-20")
    await _gone(office.house, "J-20")
    assert to(await office._new(), OWNER) == ["J-20 zablokował bota i nie odbiera wiadomości."]
    await _gone(office.house, "J-20")
    assert await office._new() == []
    assert "J-20 zablokował bota" in await _sees(office, OWNER)
    await office.writes("J-20", "/pomoc")
    assert await _sees(office, OWNER) == ""


async def _gone(house: House, code: str) -> None:
    async def act(tx: Writing) -> None:
        at = house.clock.now()
        await absence.gone(Turn(house, tx, SYSTEM, at, f"gone:{code}"), code)

    await house.db.transact(act)


async def test_a_suspected_recognition_stands_until_the_contact_is_decided(office: Office) -> None:
    await office.has(GMINA)
    await office.joins("J-20", capacity=1)
    [task] = await office.plans()
    told = to(await office.submits(task), OWNER)
    sentence = f"J-20, zadanie {task.label}: juror mógł zostać rozpoznany."
    assert [text for text in told if text.startswith(sentence)] != []
    await _watches(office)
    assert sentence in await _sees(office, OWNER)
    queue = (await office.writes(CHECKER, "/kontrola"))[-1]
    audit = (await office.taps(CHECKER, queue, task.label))[-1]
    await office.taps(CHECKER, audit, "Zatwierdź")
    await _watches(office)
    assert await _sees(office, OWNER) == ""


async def test_an_entrant_at_risk_is_told_as_the_close_comes_near(office: Office) -> None:
    await office.has(GMINA)
    await office.joins("J-20", capacity=2)
    await office.plans()
    assert await _watches(office) == []  # three contacts have no juror, but there is time
    await office.joins("J-21", capacity=2)
    office.clock.at = NEAR
    told = to(await _watches(office), OWNER)
    assert [text for text in told if "Gmina Jasna może nie zebrać minimum (kontakty)" in text] != []
    await office.plans()
    await _watches(office)
    assert await _sees(office, OWNER) == ""


async def test_an_entrant_that_nobody_can_help_is_not_told_to_an_interested_planner(office: Office) -> None:
    await office.has(GMINA)
    await office.joins("J-20", capacity=2)
    await office.plans()
    [entrant] = await entrants.everything(office.house.db.reading)
    office.clock.at = NEAR
    await office.house.db.transact(
        lambda tx: recusals.declare(tx, OWNER, entrant.id, "siostra", by=OWNER, at=office.clock.at)
    )
    assert [text for text in to(await _watches(office), OWNER) if "Gmina Jasna" in text] == []
    [standing] = await alarms.standing(office.house.db.reading)
    assert (standing.kind, standing.entrant, standing.facts["lost"]) == ("risk", entrant.id, "yes")
    assert await _sees(office, OWNER) == ""
    await office.house.db.transact(
        lambda tx: recusals.lift(tx, OWNER, entrant.id, by=OWNER, at=office.clock.at)
    )
    assert "Gmina Jasna przy obecnych jurorach nie zbierze minimum (różni jurorzy)" in await _sees(
        office, OWNER
    )
