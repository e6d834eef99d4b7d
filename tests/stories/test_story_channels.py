"""Each channel from the first question to the thanks, and one assignment walked by somebody who reads English."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.demo.organisers import button
from bot.sandbox.state import Seen
from tests.stories import theatre
from tests.stories.theatre import NOTE, Actor, Golden, World, asks

pytestmark = [pytest.mark.story, pytest.mark.asyncio(loop_scope="session")]

HOUR = timedelta(hours=1)
CHANNELS = ("Wizyty", "E-maile", "Media społecznościowe", "Strony internetowe")


def _since(actor: Actor) -> int:
    return len(actor.person.transcript().splitlines())


async def _finish(actor: Actor) -> None:
    await theatre.go_on(actor, until="Wszystkie odpowiedzi")
    await actor.tap("Wyślij", sees="wysłane. Dziękuję")


async def test_every_channel_is_walked_whole(empty: World, golden: Golden) -> None:
    await theatre.open_edition(empty, 1)
    visit, mail, social, web = await theatre.enrol(empty, [([channel], 1) for channel in CHANNELS])
    await theatre.approve_plan(empty)
    since = {}
    for actor in (visit, mail, social, web):
        await actor.sees("Nowe zadanie")
        since[actor.person.id] = _since(actor)
        await theatre.accept(actor)
        await theatre.begin(actor)

    await theatre.go_on(visit, until="Wchodzę")
    for mark in ("Wchodzę", "Obsługa", "Wychodzę"):
        await visit.tap(mark, sees=asks)
    await _finish(visit)
    await _finish(web)
    for actor in (mail, social):
        await theatre.go_on(actor, until="Przyszła odpowiedź")
    await empty.later(timedelta(days=4))
    seen = await mail.sees("czy przyszła już odpowiedź")
    await mail.tap("Jeszcze nie", sees="czeka dalej", on=seen)
    await empty.later(timedelta(days=3))
    await mail.sees("czy przyszła już odpowiedź")
    await mail.tap("Przyszła odpowiedź", sees=asks)
    await _finish(mail)
    await empty.later(timedelta(days=2))
    await social.sees("zapisałem jej brak")
    await social.tap("Dokończ", sees=asks)
    await _finish(social)
    for name, actor in (("wizyta", visit), ("www", web), ("email", mail), ("media_bez_odpowiedzi", social)):
        golden(name, theatre.told(actor, since=since[actor.person.id]))
    assert empty.ask("SELECT channel FROM assignments WHERE state = 'submitted' ORDER BY channel") == [
        ("email",),
        ("social",),
        ("wizyta",),
        ("www",),
    ]


async def _english(juror: Actor, seen: Seen) -> Seen:
    labels = [label for row in seen.buttons for label in row]
    if "Type a number" in seen.text:
        return await juror.write("1", sees=asks)
    if "such as 2:30" in seen.text:
        return await juror.write("40 s", sees=asks)
    if "Skip" in labels:
        return await juror.tap("Skip", sees=asks)
    if any(label.startswith("☑") for label in labels):
        return await juror.tap("Done", sees=asks)
    choices = [label for label in labels if label not in {"Back", "Not applicable", "Done"}]
    return (
        await juror.tap(choices[-1 if choices[0] == "0" else 0], sees=asks)
        if choices
        else await juror.write(NOTE, sees=asks)
    )


async def test_a_juror_who_reads_english_walks_a_whole_call(juror: Actor, golden: Golden) -> None:
    since = _since(juror)
    await juror.write("/jezyk", sees="W jakim języku")
    await juror.tap("English", sees="I write in English")
    await juror.write("/zadania", sees="You have 1 assignment")
    await juror.tap("", sees=lambda seen: bool(button(seen, "I accept")))
    await juror.tap("I accept", sees=lambda seen: bool(button(seen, "Start")))
    seen = await juror.tap("Start", sees=asks)
    for _ in range(40):
        if button(seen, "Send"):
            break
        seen = await _english(juror, seen)
    await juror.tap("Send", sees="is sent. Thank you")
    golden("po_angielsku", theatre.told(juror, since=since))
