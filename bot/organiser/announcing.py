"""/ogloszenie: one message to many, written, shown with the number of its readers, sent through the outbox, stoppable."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from bot.house import Turn, refuse
from bot.messages import Button, Edit, Rows, Send, grid, shorten
from bot.organiser.proposing import keep, kept, propose
from bot.organiser.showing import show
from bot.phrases import Html
from bot.roles import ORGANISER
from contest.assignment import RUNNING, State
from contest.mistakes import Say
from storage import announcements, assignments, due, jurors, outbox, people
from storage.announcements import Progress
from storage.due import Row as Due
from storage.people import Person

Audience = Literal["jurors", "working", "organisers", "experts"]
"""All jurors; those with something in their hands; the other organisers; the experts."""

_AUDIENCES: tuple[Audience, ...] = ("jurors", "working", "organisers", "experts")
LONGEST = 3000
"""Characters of a message, so that it is one on a phone."""
_LOOK = timedelta(seconds=5)
"""After which it is looked how many copies have left."""
_TAKING_PART = frozenset({"active", "paused"})


@dataclass(frozen=True, slots=True)
class Draft:
    """A message as it waits for the tap: to the readers that were counted, and to no others."""

    text: str
    audience: Audience
    readers: tuple[str, ...]


async def announce(turn: Turn, text: str) -> None:
    """/ogloszenie: asks for the text; with one, for whom it is."""
    if text:
        await _choose(turn, text)
    else:
        await turn.tell(Send(text=turn.say("announce-ask")), binds=json.dumps({"ask": "announce"}))


async def written(turn: Turn, _: Mapping[str, str | int], text: str) -> None:
    """The text, as it was typed."""
    await _choose(turn, text)


async def addressed(turn: Turn, parts: list[str]) -> None:
    """A tap on a group: what each of them would read, and how many they are."""
    audience = next((one for one in _AUDIENCES if one == parts[1]), None)
    if audience is None:
        raise refuse("proposal-gone")
    draft = await kept(turn, "announce", parts[0], Draft)
    readers = await _readers(turn, audience)
    if not readers:
        raise refuse("announce-nobody")
    lines = [
        turn.say("announce-preview", count=len(readers), audience=turn.say(f"audience-{audience}")),
        "",
        _text(turn.say, draft.text),
    ]
    body = Draft(draft.text, audience, tuple(reader.code for reader in readers))
    yes, no = turn.say("button-announce", count=len(readers)), turn.say("button-reject")
    await propose(turn, "announcement", body, lines=lines, yes=yes, no=no)


async def send(turn: Turn, draft: Draft) -> None:
    """The confirmed message, to those of its readers who still belong to the group."""
    readers = [one for one in await _readers(turn, draft.audience) if one.code in draft.readers]
    if not readers:
        raise refuse("announce-nobody")
    number = await announcements.make(
        turn.tx, draft.text, draft.audience, len(readers), by=turn.person.code, at=turn.at
    )
    for reader in readers:
        copy = Send(text=_text(turn.house.say(reader), draft.text))
        await turn.tell(copy, to=reader, once=announcements.key(number, reader.code))
    now = await announcements.progress(turn.tx, number)
    text, rows = _told(turn.say, number, now)
    await turn.tell(Send(text=text, rows=rows), once=_screen(number))
    await due.plan(turn.tx, f"announced:{number}:1", "announced", f"{number}:1", turn.at + _LOOK)
    turn.house.soon()


async def watched(turn: Turn, row: Due, _: object) -> None:
    """How many copies have left; looked again, at longer intervals, until none is under way."""
    number, look = (int(part) for part in row.subject.split(":"))
    found = await announcements.find(turn.tx, number)
    reader = await people.find(turn.tx, found.by) if found else None
    if found is None or reader is None:
        return
    now = await _redraw(turn, number, reader)
    if now.waiting and not found.stopped_at:
        later = turn.at + _LOOK * min(look + 1, 12)
        await due.plan(turn.tx, f"announced:{number}:{look + 1}", "announced", f"{number}:{look + 1}", later)


async def stopped(turn: Turn, parts: list[str]) -> None:
    """A tap: what has not left does not leave."""
    number = int(parts[0])
    found = await announcements.find(turn.tx, number)
    if found is None:
        raise refuse("dead-button")
    count = await announcements.stop(turn.tx, number, by=turn.person.code, at=turn.at)
    turn.toast(turn.say("toast-announce-stopped", count=count))
    author = await people.find(turn.tx, found.by)
    await _redraw(turn, number, author or turn.person)


async def _choose(turn: Turn, text: str) -> None:
    said = text.strip()
    if not said or len(said) > LONGEST:
        raise refuse("announce-length", most=LONGEST, length=len(said))
    nonce = await keep(turn, "announce", Draft(said, "jurors", ()))
    counted = [(audience, len(await _readers(turn, audience))) for audience in _AUDIENCES]
    buttons = [
        Button(label=turn.say(f"button-audience-{audience}", count=count), data=f"la:{nonce}:{audience}")
        for audience, count in counted
        if count
    ]
    if not buttons:
        raise refuse("announce-nobody")
    await show(turn, [turn.say("announce-whom", text=shorten(said, 200))], grid(buttons, 1))


async def _readers(turn: Turn, audience: Audience) -> list[Person]:
    """Who would get it, by code: nobody who blocked the bot, and not the writer."""
    everybody = [
        one for one in await people.everybody(turn.tx) if one.reachable and one.code != turn.person.code
    ]
    match audience:
        case "organisers":
            return [one for one in everybody if one.roles & ORGANISER]
        case "experts":
            return [one for one in everybody if "expert" in one.roles]
        case "jurors":
            codes = {one.code for one in await jurors.everybody(turn.tx) if one.state in _TAKING_PART}
        case "working":
            codes = {one.juror for one in await assignments.in_state(turn.tx, {State.OFFERED, *RUNNING})}
    return [one for one in everybody if "juror" in one.roles and one.code in codes]


async def _redraw(turn: Turn, number: int, reader: Person) -> Progress:
    now = await announcements.progress(turn.tx, number)
    screen = await outbox.find_key(turn.tx, _screen(number))
    if screen is not None:
        text, rows = _told(turn.house.say(reader), number, now)
        await turn.tell(Edit(of=screen.id, text=text, rows=rows, must=False), to=reader)
    return now


def _told(say: Say, number: int, now: Progress) -> tuple[str, Rows]:
    of = now.sent + now.waiting + now.lost + now.stopped
    lines = [say("announce-progress", sent=now.sent, of=of)]
    if now.lost:
        lines.append(say("announce-lost", count=now.lost))
    if now.stopped:
        lines.append(say("announce-stopped", count=now.stopped))
    if not now.waiting:
        return "\n".join(lines), ()
    return "\n".join(lines), ((Button(label=say("button-announce-stop"), data=f"lq:{number}"),),)


def _text(say: Say, text: str) -> Html:
    return Html(say("announcement", text=text))


def _screen(number: int) -> str:
    return f"announce:{number}:progress"
