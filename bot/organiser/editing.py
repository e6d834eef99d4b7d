"""One field of one entrant, corrected in the chat: read as a table is read, and written at once.

What would move the entrant to another kind or peer group is shown first and confirmed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from bot import labels
from bot.house import Turn, refuse
from bot.messages import Button, Send
from bot.organiser.entrants import card
from bot.organiser.importing import change_line
from bot.organiser.proposing import propose
from bot.organiser.register import field_name, group_name, value_of, visible
from bot.organiser.screens import redraw
from contest.assignment import RUNNING, State
from contest.differences import Change
from contest.entrants import COLUMNS, Entrant, corrected
from storage import assignments, edition, entrants

_OPEN = ("preparation", "collecting", "checking")
_NOTHING = ("-", "–", "—")
"""What is typed to empty a field."""


@dataclass(frozen=True, slots=True)
class Revision:
    """An entrant as it was when the change was shown, and as it would be."""

    before: Entrant
    after: Entrant


async def fields(turn: Turn, parts: list[str]) -> None:
    """A tap on *edit*: which field?"""
    entrant = await _open(turn, int(parts[0]))
    buttons = [Button(label=field_name(turn, column), data=f"if:{entrant.id}:{column}") for column in COLUMNS]
    back = Button(label=turn.say("button-back"), data=f"i:{entrant.id}")
    await redraw(turn, [turn.say("edit-which", name=entrant.name)], (*labels.rows(buttons), (back,)))


async def asked(turn: Turn, parts: list[str]) -> None:
    """A tap on a field: what it says now; the new value is typed, a kind is tapped."""
    entrant, column = await _open(turn, int(parts[0])), parts[1]
    if column not in COLUMNS:
        raise refuse("dead-button")
    known = turn.house.rules.settings.kinds if column == "kind" else ()
    buttons = [Button(label=kind.name, data=f"ik:{entrant.id}:{kind.id}") for kind in known]
    text = turn.say(
        "edit-form" if column == "genitive" else "edit-value",
        name=entrant.name,
        field=field_name(turn, column),
        value=value_of(turn, entrant, column),
    )
    binds = json.dumps({"ask": "field", "entrant": entrant.id, "column": column})
    await turn.tell(Send(text=text, rows=labels.rows(buttons)), binds=binds)


async def chosen(turn: Turn, parts: list[str]) -> None:
    """A tap on a kind."""
    entrant = await _open(turn, int(parts[0]))
    await _correct(turn, entrant, "kind", parts[1])


async def written(turn: Turn, bound: Mapping[str, str | int], text: str) -> None:
    """The new value, typed."""
    entrant = await _open(turn, int(bound["entrant"]))
    column = str(bound["column"])
    paragraphs = text.splitlines() if column == "description" else [text]
    said = "\n".join(" ".join(each.split()) for each in paragraphs if each.strip())
    await _correct(turn, entrant, column, "" if said in _NOTHING else said)


async def apply(turn: Turn, revision: Revision) -> None:
    """A confirmed change of kind or group, if nobody touched the entrant meanwhile."""
    if await _open(turn, revision.before.id) != revision.before:
        raise refuse("edit-stale")
    await _save(turn, Change(revision.before, revision.after))


async def _correct(turn: Turn, entrant: Entrant, column: str, said: str) -> None:
    after = corrected(entrant, column, said, turn.house.rules.settings)
    change = Change(entrant, after)
    if not change.columns:
        await turn.write("edit-same", field=field_name(turn, column), name=entrant.name)
    elif after.kind != entrant.kind or group_name(turn, after) != group_name(turn, entrant):
        await _propose(turn, change)
    else:
        await _save(turn, change)


async def _propose(turn: Turn, change: Change) -> None:
    tasks = await assignments.of_entrant(turn.tx, change.before.id)
    running = sum(task.state in RUNNING | {State.SUBMITTED} for task in tasks)
    approved = sum(task.state is State.APPROVED for task in tasks)
    lines = [change_line(turn, change)]
    if running or approved:
        lines += ["", turn.say("edit-goes-along", running=running, approved=approved)]
    body = Revision(change.before, change.after)
    yes, no = turn.say("button-change"), turn.say("button-reject")
    await propose(turn, "revise", body, lines=lines, yes=yes, no=no)


async def _save(turn: Turn, change: Change) -> None:
    await entrants.update(turn.tx, change.after, by=turn.person.code, at=turn.at)
    await card(turn, change.after, "", above=[turn.say("edit-done"), change_line(turn, change), ""])


async def _open(turn: Turn, number: int) -> Entrant:
    """An entrant that may be changed now."""
    if await edition.phase(turn.tx) not in _OPEN:
        raise refuse("entrants-frozen")
    entrant, gone = await visible(turn, number)
    if gone:
        raise refuse("entrant-withdrawn", name=entrant.name)
    return entrant
