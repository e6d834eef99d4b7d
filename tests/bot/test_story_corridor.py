"""One assignment over HTTP, with the real program in a process of its own: reminded, put off, photographed, returned, corrected."""

from __future__ import annotations

import signal
from datetime import timedelta
from pathlib import Path

import pytest

from bot import identity, rulebook
from bot.demo.stage import CHECKER, Stage, stage
from bot.sandbox.people import Person
from bot.sandbox.state import Seen
from storage import assignments, entrants, jurors, people
from storage import edition as phase
from storage.database import Database, Writing
from tests.bot.corridor import GMINA, JUROR, edition, picture

_ACCOUNT = 501
_WAIT = 30.0


async def _offer(made: Stage) -> None:
    """A juror with one offer, as an organiser's plan would leave them."""
    now = made.shift.clock.now()
    data = made.folder / "data"
    key = identity.key_in(data / "tozsamosc.key", data / "incognito.sqlite3")
    db = await Database.open(data / "incognito.sqlite3", key=key)
    try:
        rules = await rulebook.publish(made.edition, db, now)
        scenario = rules.current_scenarios.suiting("telefon", GMINA.kind)[0]

        async def act(tx: Writing) -> None:
            await people.enlist(tx, "O-99", 99, name="Plan", language="pl", at=now)
            await people.enlist(tx, JUROR, _ACCOUNT, name="Anna", language="pl", at=now)
            await people.grant(tx, JUROR, ["juror"])
            await jurors.begin(tx, JUROR)
            await jurors.settle(tx, JUROR, regions=["mazowieckie"], channels=["telefon"], capacity=5)
            await entrants.add_all(tx, [GMINA], "O-99", now)
            await assignments.offer(
                tx,
                entrant=1,
                channel="telefon",
                number=1,
                juror=JUROR,
                scenario=scenario.id,
                scenarios=next(iter(rules.scenarios)),
                checklist="telefon@77",
                label="{}/Jodła".format,
                answer_by=now + timedelta(hours=24),
                opens_at=now,
                due_at=now + timedelta(days=18),
                by="O-99",
                at=now,
            )
            await phase.advance(tx, "collecting", by="O-99", at=now)

        await db.transact(act)
    finally:
        await db.close()


async def _tap(person: Person, label: str, *, then: str, shows: tuple[str, ...] = ()) -> Seen:
    """Press the newest button of that label, and what comes of it."""
    await person.tap(label, timeout=_WAIT)
    return await person.expect(
        lambda seen: then in seen.text and set(shows) <= {b for row in seen.buttons for b in row}, _WAIT
    )


@pytest.mark.story
async def test_an_assignment_is_reminded_put_off_photographed_returned_and_corrected(tmp_path: Path) -> None:
    folder = edition(tmp_path / "edition")
    async with stage(tmp_path / "stage", edition=folder, start=False) as made:
        await _offer(made)
        juror = made.telegram.person(_ACCOUNT)
        checker = made.telegram.person(CHECKER, first_name="Marek")
        await checker.write("/start")
        await juror.write("/zadania")
        await made.start_bot()  # what was written before is answered
        await juror.expect("odpowiedz do:", _WAIT)
        await _tap(juror, "1/Jodła", then="Gmina Wieliszew", shows=("Przyjmuję",))
        accepted = await _tap(juror, "Przyjmuję", then="Gmina Wieliszew", shows=("Zaczynam",))
        assert "Teraz: otwarte dziś do 15:30" in accepted.text

        made.shift.forward(timedelta(days=15))  # a Friday: three days before it is due
        nudge = await juror.expect("czeka. Termin", _WAIT)
        assert "Godziny: otwarte dziś do 14:00." in nudge.text
        assert "Wieliszew" not in nudge.text
        await _tap(juror, "Przypomnij za 3 godz.", then="odłożone. Przypomnę")
        assert await made.stop_bot(how=signal.SIGKILL) < 0
        made.shift.forward(timedelta(hours=3))
        await juror.write("/pomoc")
        await made.start_bot()
        await juror.expect("czeka. Termin", _WAIT)

        await _tap(juror, "Otwórz", then="Teraz: otwarte dziś do 14:00", shows=("Zaczynam",))
        await _tap(juror, "Zaczynam", then="Czy ktoś odebrał?")
        await _tap(juror, "Tak", then="Jaki był ton")
        await _tap(juror, "4", then="Czy jest tablica?")
        await _tap(juror, "Tak", then="Zrób zdjęcie tablicy.")
        await juror.send_album([picture(1), picture(2)])
        both = await juror.expect("Mam 2 zdjęcia", _WAIT)
        assert both.edited
        assert sum("Mam " in seen.text for seen in juror.chat) == 1
        await _tap(juror, "Usuń ostatnie", then="Mam 1 zdjęcie")
        await _tap(juror, "Gotowe", then="Uwagi <własne>")
        await _tap(juror, "Pomiń", then="Wszystkie odpowiedzi")
        await _tap(juror, "Wyślij", then="wysłane. Dziękuję")

        await checker.write("/kontrola")
        await checker.expect("Do sprawdzenia", _WAIT)
        await _tap(checker, "1/Jodła", then="Jaki był ton", shows=("Zwróć do poprawy",))
        await _tap(checker, "Zwróć do poprawy", then="które pytania wrócą")
        await _tap(checker, "☐ 2", then="☑ 2. Jaki był ton", shows=("Gotowe · 1",))
        await _tap(checker, "Gotowe · 1", then="wraca 1 pytanie")
        await checker.write("Czy na pewno 4?")
        await checker.expect("wróciło do jurora", _WAIT)

        await juror.expect("o poprawienie 1 odpowiedzi", _WAIT)
        asked = await _tap(juror, "Popraw", then="Jaki był ton rozmowy?")
        assert "Czy na pewno 4?" in asked.text
        await _tap(juror, "2", then="Poprawiane odpowiedzi")
        await _tap(juror, "Wyślij", then="wysłane. Dziękuję")
        await checker.write("/kontrola")
        await checker.expect("Do sprawdzenia", _WAIT)
        changed = await _tap(checker, "1/Jodła", then="Zmiany od poprzedniej wersji")
        assert "2. Jaki był ton rozmowy? – 4 / 5 → 2 / 5" in changed.text
