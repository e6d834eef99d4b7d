"""A typed answer goes to the question that it was typed under, or nowhere."""

from __future__ import annotations

import pytest

from tests.stories import theatre
from tests.stories.theatre import World

pytestmark = [pytest.mark.story, pytest.mark.asyncio(loop_scope="session")]


async def test_an_answer_to_a_question_that_nobody_knows_to_have_arrived_is_asked_for_again(
    alone: World,
) -> None:
    """The question is on the screen, but the line broke before the bot heard so; what comes next must not change
    the answer before it."""
    ola = alone.jurors[-1]
    await theatre.take_on(ola)
    await theatre.go_on(ola, until="Czy numer właściwej komórki")
    alone.stage.telegram.faults.add("sendMessage", "reset-after", chat=ola.person.id, text="Włącz stoper")
    await ola.tap("Tak", sees="Włącz stoper")
    await ola.write("nie", sees="Nie wiem, na które pytanie")
    await alone.stage.quiet()
    assert alone.ask("SELECT value FROM answers ORDER BY id DESC LIMIT 1") == [
        ('{"option":"yes","kind":"chosen"}',)
    ]
    assert "Włącz stoper" in ola.person.last.text
    await ola.write("40 s, z listy połączeń", sees="Kiedy udało się porozmawiać")
