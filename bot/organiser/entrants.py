"""Who takes part, in the chat: by peer group, found by part of a name, one at a time on a card."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence

from bot.house import Turn
from bot.labels import whole
from bot.messages import Button, Rows, Send
from bot.organiser import moving
from bot.organiser.register import by_group, field_name, group_name, kind_name, value_of, visible
from bot.organiser.screens import redraw
from bot.organiser.showing import show
from contest.assignment import RUNNING, State
from contest.entrants import COLUMNS, Entrant, called
from storage import assignments, entrants

_BUTTONS = 12
"""Names under one answer: more are not read, another letter is typed."""
_HEAD = ("name", "kind", "voivodeship", "powiat", "town")
"""What the first lines of a card say."""
_STATES: tuple[tuple[str, frozenset[State]], ...] = (
    ("offered", frozenset({State.OFFERED})),
    ("running", RUNNING),
    ("submitted", frozenset({State.SUBMITTED})),
    ("approved", frozenset({State.APPROVED})),
)


async def listing(turn: Turn, part: str) -> None:
    """/uczestnicy: how many in each peer group; `/uczestnicy wielisz`: those whose name or town holds the words."""
    if part.strip():
        await _found(turn, part.strip())
        return
    hidden = await turn.hidden()
    known = [entrant for entrant in await entrants.everything(turn.tx) if entrant.id not in hidden]
    lines = [turn.say("entrants-head", count=len(known)), *by_group(turn, known)]
    await show(turn, [*lines, "", turn.say("entrants-how")], _doors(turn))


def _doors(turn: Turn) -> Rows:
    names = (("button-find", "is"), ("button-files", "it"))
    return (tuple(Button(label=turn.say(label), data=data) for label, data in names),)


async def asked(turn: Turn, _: list[str]) -> None:
    """A tap on *find*: part of a name is typed next."""
    await turn.tell(Send(text=turn.say("entrants-find")), binds=json.dumps({"ask": "entrant"}))


async def sought(turn: Turn, _: Mapping[str, str | int], text: str) -> None:
    """Part of a name, typed."""
    await _found(turn, " ".join(text.split()))


async def _found(turn: Turn, part: str) -> None:
    """Nobody, one on a card, or the names of some as buttons."""
    hidden = await turn.hidden()
    listed, gone = await entrants.known(turn.tx)
    found = [one for one in listed if one.id not in hidden and called(one, part)]
    if not found:
        await turn.write("entrants-none", part=part[:60])
        return
    if len(found) == 1:
        await card(turn, found[0], gone.get(found[0].id, ""))
        return
    buttons = tuple(
        (Button(label=_label(turn, one, withdrawn=one.id in gone), data=f"i:{one.id}"),)
        for one in found[:_BUTTONS]
    )
    phrase = "entrants-found" if len(found) <= _BUTTONS else "entrants-found-many"
    await show(turn, [turn.say(phrase, count=len(found), first=_BUTTONS, part=part[:60])], buttons)


def _label(turn: Turn, entrant: Entrant, *, withdrawn: bool) -> str:
    where = entrant.powiat or entrant.town or entrant.voivodeship
    label = f"{entrant.name} · {where}" if where else entrant.name
    return whole(turn.say("entrants-gone", name=label) if withdrawn else label)


async def opened(turn: Turn, parts: list[str]) -> None:
    """A tap on a name, or back to the card."""
    entrant, gone = await visible(turn, int(parts[0]))
    await card(turn, entrant, gone)


async def card(turn: Turn, entrant: Entrant, gone: str, *, above: Sequence[str] = ()) -> None:
    """Everything known of an entrant, what happens at it, and what can be done; `above` it, what was done just now."""
    lines = [
        *above,
        turn.say(
            "entrants-card", name=entrant.name, kind=kind_name(turn, entrant), group=group_name(turn, entrant)
        ),
    ]
    where = dict.fromkeys(part for part in (entrant.town, entrant.powiat, entrant.voivodeship) if part)
    if where:
        lines.append(turn.say("entrants-where", where=", ".join(where)))
    for column in COLUMNS:
        value = getattr(entrant, column)
        if column not in _HEAD and value not in ("", None):
            value = value_of(turn, entrant, column)
            lines.append(turn.say("entrants-field", field=field_name(turn, column), value=value))
    lines += await _work(turn, entrant)
    if gone:
        lines.append(turn.say("entrants-withdrawn", reason=gone))
    rows = _acts(turn, entrant, withdrawn=bool(gone))
    if await moving.of_entrant(turn, entrant.id):
        rows = (*rows, (Button(label=turn.say("button-moves"), data=f"lt:e:{entrant.id}:0"),))
    await redraw(turn, lines, rows)


async def _work(turn: Turn, entrant: Entrant) -> Sequence[str]:
    """How many contacts are where, if there are any."""
    tasks = await assignments.of_entrant(turn.tx, entrant.id)
    states = Counter(task.state for task in tasks)
    parts = [
        turn.say(f"entrants-work-{name}", count=count)
        for name, those in _STATES
        if (count := sum(states[state] for state in those))
    ]
    return [turn.say("entrants-work", work=", ".join(parts))] if parts else []


def _acts(turn: Turn, entrant: Entrant, *, withdrawn: bool) -> Rows:
    if withdrawn:
        return ((Button(label=turn.say("button-bring-back"), data=f"ib:{entrant.id}"),),)
    edit = Button(label=turn.say("button-edit"), data=f"ie:{entrant.id}")
    out = Button(label=turn.say("button-withdraw-one"), data=f"io:{entrant.id}")
    return ((edit, out),)
