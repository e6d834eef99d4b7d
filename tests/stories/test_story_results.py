"""Results: no freeze while something waits, a ranking that moves no more, awards and documents that arrive as PDFs."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot import rulebook
from bot.demo.organisers import button
from tests.stories import theatre
from tests.stories.theatre import Golden, World

pytestmark = [pytest.mark.story, pytest.mark.asyncio(loop_scope="session")]

CONTACTS = 15


async def _collected(made: World) -> None:
    """The end of collecting has come."""
    plan = rulebook.read(made.stage.edition)[0].settings
    await made.until(plan.utc(plan.dates.collecting_until) + timedelta(minutes=1))
    await made.owner.sees("Zbieranie ocen zakończone")


async def test_results_cannot_be_frozen_while_something_waits(waiting: World, golden: Golden) -> None:
    await waiting.owner.write("/zamroz", sees="dopiero po zakończeniu zbierania ocen")
    await _collected(waiting)
    await waiting.owner.write("/zamroz", sees="Nie można jeszcze zamrozić")
    golden("zamrozenie_wstrzymane", theatre.told(waiting.owner))
    assert waiting.ask("SELECT count(*) FROM snapshots") == [(0,)]


async def test_a_freeze_happens_once_and_the_ranking_stands_still(waiting: World, golden: Golden) -> None:
    await _collected(waiting)
    assert await theatre.approve_all(waiting) == CONTACTS
    owner = waiting.owner
    since = len(owner.person.transcript().splitlines())
    await owner.write("/ranking", sees="Ranking wstępny")
    older = await owner.write("/zamroz", sees=lambda seen: bool(button(seen, "Zamroź")))
    newer = await owner.write("/zamroz", sees=lambda seen: bool(button(seen, "Zamroź")))
    await owner.tap("Zamroź", sees="Wyniki są zamrożone", on=newer)
    assert (
        await owner.person.tap("Zamroź wyniki", older)
        == "Wyniki są już zamrożone, więc nic się w nich nie zmieni."
    )
    await waiting.stage.quiet()
    await owner.write("/zamroz", sees="Wyniki są już zamrożone")
    await owner.write("/ranking", sees="Skrót danych")
    golden("wyniki", theatre.told(owner, since=since))
    assert waiting.ask("SELECT count(*) FROM snapshots") == [(1,)]


async def test_awards_are_granted_once_and_every_document_arrives_as_a_pdf(
    waiting: World, golden: Golden
) -> None:
    await _collected(waiting)
    await theatre.approve_all(waiting)
    owner = waiting.owner
    await owner.write("/zamroz", sees=lambda seen: bool(button(seen, "Zamroź")))
    await owner.tap("Zamroź", sees="Wyniki są zamrożone")
    since = len(owner.person.transcript().splitlines())
    seen = await owner.write("/nagrody", sees=lambda seen: bool(button(seen, "Przyznaj")))
    owner.person.tap(button(seen, "Przyznaj"), seen)
    again = owner.person.tap(button(seen, "Przyznaj"), seen)
    assert "nieaktualna" in await again
    for start, many in (("licencja", 2), ("raport", 3)):
        await owner.sees(
            lambda _, start=start, many=many: (  # type: ignore[misc]
                sum(file.name.startswith(start) for file in owner.person.documents) >= many
            )
        )
    await waiting.stage.quiet(for_seconds=1.5)
    documents = {file.name: file.data for file in owner.person.documents}
    assert {data[:5] for name, data in documents.items() if name.endswith(".pdf")} == {b"%PDF-"}
    licences = [name for name in documents if name.startswith("licencja")]
    reports = [name for name in documents if name.startswith("raport")]
    granted = waiting.ask("SELECT count(*) FROM awards WHERE kind = 'licence'")
    assert ((len(licences),), len(reports)) == (granted[0], 3)
    await owner.write("/nagrody", sees="Przyznane nagrody")
    told = theatre.told(owner, since=since)
    golden(
        "nagrody",
        "".join(
            line
            for line in told.splitlines(keepends=True)
            if "<document" not in line and not line.startswith("< Ra")
        ),
    )


async def test_the_date_of_the_results_freezes_what_is_ready(waiting: World, golden: Golden) -> None:
    await _collected(waiting)
    await theatre.approve_all(waiting)
    plan = rulebook.read(waiting.stage.edition)[0].settings
    since = len(waiting.owner.person.transcript().splitlines())
    await waiting.until(plan.utc(plan.dates.results_at) + timedelta(minutes=1))
    await waiting.owner.sees("Nadeszła data wyników")
    assert waiting.ask("SELECT phase FROM edition") == [("frozen",)]
    assert "Wyniki są zamrożone (system)" in theatre.told(waiting.owner, since=since)
