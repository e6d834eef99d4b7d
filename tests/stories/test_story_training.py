"""Before the first assignment: a training with model answers, cases that everybody judges, and who may see what came of it."""

from __future__ import annotations

import re
import signal
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from tests.stories import theatre
from tests.stories.theatre import Actor, Golden, World

pytestmark = [pytest.mark.story, pytest.mark.asyncio(loop_scope="session")]

CALLS = ["Rozmowy telefoniczne"]


@pytest_asyncio.fixture(loop_scope="session")
async def fresh(tmp_path: Path) -> AsyncIterator[World]:
    """The edition as shipped, three libraries, and nobody invited yet."""
    edition = theatre.one_story_a_channel(tmp_path / "edition")
    async with theatre.world(tmp_path / "stage", edition) as made:
        await theatre.open_edition(made, 3)
        yield made


def _lines(actor: Actor) -> int:
    return len(actor.person.transcript().splitlines())


async def _trains(ola: Actor) -> None:
    """A training with two answers that are not those of the model."""
    await ola.tap("Zacznij szkolenie", sees="Włącz stoper")
    for mark, then in (("Dzwonię", "✔ Dzwonię"), ("Odebrano", "✔ Odebrano"), ("Koniec", "się przedstawił")):
        await ola.tap(mark, sees=then)
    await ola.tap("Nie", sees="Ile razy przełączono")
    await ola.write("1", sees="Co usłyszałeś")
    await ola.write("Zdjęcie, stary dowód, za darmo. Miła pani.", sees="Jaka była odpowiedź")
    await ola.tap("Pełna", sees="O czym rozmówca powiedział")
    await theatre.choose(ola, ["Potrzebne dokumenty", "Opłata"], then="uprzejmość")
    await ola.tap("4", sees="Co odpowiadasz")
    await ola.tap("Pytam dla siebie", sees="mógł się domyślić")
    await ola.tap("Tak", sees="Wszystkie odpowiedzi")


async def _judges(ola: Actor) -> None:
    """Cases judged a little more kindly than the experts do."""
    await ola.tap("Oceń przypadki", sees="dopytał o szczegóły")
    await ola.tap("5", sees="Jaka była odpowiedź")
    await ola.tap("Pełna", sees="uprzejmość")
    await ola.tap("5", sees="Na ile z trzech pytań")
    await ola.write("1", sees="odnosi się do Twojej sprawy")
    await ola.write("2", sees="język odpowiedzi")
    await ola.write("3", sees="żądania zbędnych danych")
    await ola.write("nie", sees="widać kontakt")
    await ola.tap("Tylko ogólny", sees="opis sprawy")
    await theatre.choose(ola, ["Opłata"], then="czyta się na telefonie")
    await ola.tap("Tak", sees="Wszystkie odpowiedzi")


async def _restart(made: World, how: signal.Signals) -> None:
    await made.stage.quiet(for_seconds=0.4)
    await made.stage.stop_bot(how=how)
    await made.stage.start_bot()


async def test_nobody_is_planned_before_the_training_and_only_checkers_read_what_it_showed(
    fresh: World, golden: Golden
) -> None:
    ola, jan = await theatre.enrol(fresh, [(CALLS, 1)] * 2)
    since = ola.person.transcript().splitlines().index("> [Wyślij]")
    await _trains(ola)
    await ola.tap("Wyślij", sees="Szkolenie za Tobą")
    golden("szkolenie", re.sub(r"([✔–]) \d+ s\n", r"\1 0 s\n", theatre.told(ola, since=since)))

    owner, asked = fresh.owner, _lines(fresh.owner)
    await owner.write("/przydzial", sees="2 osoby nie skończyły szkolenia")
    since = _lines(ola)
    await _judges(ola)
    await ola.tap("Wyślij", sees="Możesz już dostawać zadania")
    golden("kalibracja", theatre.told(ola, since=since))
    fresh.stage.shift.forward(timedelta(minutes=3))
    await owner.sees("jest gotowy do pracy")
    await theatre.approve_plan(fresh)
    golden("przydzial_bez_szkolenia", theatre.told(owner, since=asked))
    listed = await owner.write("/jurorzy", sees="szkolenie nieukończone")
    assert listed.text.count("szkolenie nieukończone") == 1
    assert fresh.ask("SELECT count(*) FROM assignments") == [(1,)]
    await jan.write("/zadania", sees="Zajmie kilka minut")

    await theatre.take_on(ola)
    await theatre.go_on(ola, until="Wszystkie odpowiedzi")
    await ola.tap("Wyślij", sees="wysłane. Dziękuję")

    await fresh.checker.sees("Przyszło zgłoszenie")
    checker, since = fresh.checker, _lines(fresh.checker)
    await checker.write("/juror", sees="Jest karta 1 jurora")
    await checker.tap("J-", sees="Na skalach")
    golden("kalibracja_sprawdzajacego", theatre.told(checker, since=since))
    seen = await checker.write("/kontrola", sees="Do sprawdzenia")
    card = await checker.tap(seen.buttons[0][0], sees="Kalibracja", on=seen)
    assert "Kalibracja: zgodność ze wzorem 79 %, o 0,8 stopnia łagodniej niż wzór\n" in card.text
    for told in ("łagodniej", "zgodność"):
        assert told not in ola.person.transcript()
    assert fresh.ask("SELECT count(*) FROM audits") == [(1,)]


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
async def test_an_interrupted_training_goes_on_where_it_stopped(
    fresh: World, golden: Golden, how: signal.Signals
) -> None:
    (ola,) = await theatre.enrol(fresh, [(CALLS, 1)])
    invitation = ola.person.last
    await ola.tap("Zacznij szkolenie", sees="Włącz stoper")
    await ola.tap("Dzwonię", sees="✔ Dzwonię")
    await fresh.stage.quiet(for_seconds=0.4)
    await fresh.stage.stop_bot(how=how)
    await ola.person.write("45 s, z listy połączeń")
    await fresh.stage.start_bot()
    await ola.sees("się przedstawił")
    await theatre.go_on(ola, until="mógł się domyślić")
    since = _lines(ola)
    await _restart(fresh, how)
    await ola.write("/dalej", sees="mógł się domyślić")
    await ola.tap("Tak", sees="Wszystkie odpowiedzi")
    await ola.tap("Wyślij", sees="Szkolenie za Tobą")
    await _restart(fresh, how)
    await ola.write("/dalej", sees="dopytał o szczegóły")
    golden("szkolenie_przerwane", theatre.told(ola, since=since))
    await theatre.go_on(ola, until="Wszystkie odpowiedzi")
    await ola.tap("Wyślij", sees="Możesz już dostawać zadania")
    since = _lines(ola)
    said = await ola.person.tap("Zacznij szkolenie", invitation)
    assert said == "To masz już za sobą. Do wzorów wrócisz przez /szkolenie."
    await ola.write("/dalej", sees="Nie masz teraz żadnych zadań")
    await ola.write("/szkolenie", sees="pytania i wzory")
    golden("szkolenie_do_przeczytania", theatre.told(ola, since=since))


async def test_the_bot_reminds_twice_and_only_who_has_not_finished(fresh: World, golden: Golden) -> None:
    ola, jan = await theatre.enrol(fresh, [(CALLS, 1)] * 2)
    await theatre.prepare(jan)
    since, done = _lines(ola), _lines(jan)
    for _ in range(5):
        await fresh.later(timedelta(days=1))
    golden("szkolenie_przypomnienia", theatre.told(ola, since=since))
    assert _lines(jan) == done
    await ola.tap("Zacznij szkolenie", sees="Włącz stoper")
