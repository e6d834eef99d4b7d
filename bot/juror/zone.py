"""/strefa: the clock by which a juror reads dates and is left in peace at night; without one of their own, the edition's."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace

from bot import labels, zones
from bot.house import Turn, refuse
from bot.juror import conversation
from bot.messages import Button, Edit, Send
from bot.planned import move_nudges
from contest.clock import to_local
from storage import messages, people, sessions

_ASKED = json.dumps({"ask": "zone"})
_TOLD = json.dumps({"told": "zone"})
"""Bound to the question once it is answered: what is typed below it is no answer to it any more."""


async def ask(turn: Turn, rest: str) -> None:
    """The edition's zone first, then the other cities; a city after the command is taken at once."""
    if rest:
        await _live_by(turn, _read(turn, rest))
        return
    cities = dict.fromkeys((turn.house.rules.zone.key, *zones.CITIES))
    buttons = [Button(label=zones.place(one, turn.say), data=f"tz:{one}") for one in cities]
    await turn.tell(Send(text=_said(turn, "zone-which"), rows=labels.rows(buttons)), binds=_ASKED)


async def chosen(turn: Turn, parts: list[str]) -> None:
    name = parts[0]
    if name not in (turn.house.rules.zone.key, *zones.CITIES):
        raise refuse("dead-button")
    await _live_by(turn, name)


async def written(turn: Turn, _: Mapping[str, str | int], text: str) -> None:
    await _live_by(turn, _read(turn, text))


def _read(turn: Turn, text: str) -> str:
    name = zones.named(text, turn.house.phrases)
    if name is None:
        raise refuse("zone-not-read", value=text.strip()[:60])
    return name


async def _live_by(turn: Turn, name: str) -> None:
    """From now on; reminders move out of the new nights, and a question on the table is told by the new clock."""
    own = None if name == turn.house.rules.zone.key else name
    await people.move(turn.tx, turn.person.code, own)
    turn.person = replace(turn.person, zone=own)
    await move_nudges(turn.house, turn.tx, turn.person)
    said = _said(turn, "zone-set")
    turn.toast()
    asked = await messages.standing(turn.tx, turn.person.code, _ASKED)
    for row in asked:
        await turn.tell(Edit(of=row, text=said, must=False), binds=_TOLD)
    if await sessions.on_table(turn.tx, turn.person.code) is not None:
        await conversation.go_on(turn, above=said)
    elif turn.query is None or not asked:
        await turn.tell(Send(text=said))


def _said(turn: Turn, phrase: str) -> str:
    zone = turn.house.zone_of(turn.person)
    return turn.say(phrase, place=zones.place(zone.key, turn.say), now=f"{to_local(turn.at, zone):%H:%M}")
