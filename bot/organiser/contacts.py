"""The lists behind the numbers of the panel: contacts at one stage, and those that nobody has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import datetime

from bot import labels
from bot.house import Turn
from bot.messages import Button, shorten
from bot.moments import when
from bot.organiser.glance import STAGES, free, visible
from bot.organiser.screens import redraw
from bot.organiser.showing import back, go, paged
from storage import entrants
from storage.assignments import Assignment

LISTED = 8
"""Contacts that a page of a list shows."""
_NAME = 40
_ELSEWHERE: Mapping[str, str] = {
    "offered": "przypomnij",
    "running": "przypomnij",
    "submitted": "kontrola",
    "approved": "postep",
}
"""The command that deals with the contacts of a stage."""


async def show_stage(turn: Turn, stage: str, start: int, words: Collection[str]) -> None:
    """Contacts at a stage: what is next to happen first, of the approved the newest."""
    found = [one for one in await visible(turn) if one.state in STAGES[stage]]
    found.sort(key=lambda one: (_next(one, stage), one.id), reverse=stage == "approved")
    if start >= len(found):
        start = 0
    lines = [turn.say(f"contacts-{stage}", count=len(found))]
    names = {one.id: one.name for one in await entrants.everything(turn.tx)}
    for one in found[start : start + LISTED]:
        lines += [
            "",
            turn.say(
                "contacts-line",
                label=one.label,
                code=one.juror,
                channel=turn.house.rules.channel_name(one.channel),
            ),
            turn.say(
                "contacts-where",
                name=shorten(names.get(one.entrant, "–"), _NAME),
                when=turn.say(f"contacts-when-{stage}", when=when(turn, _next(one, stage))),
            ),
        ]
    word = _ELSEWHERE.get(stage, "")
    deal = [go(turn, word, count=len(found))] if found and word in words else []
    await _page(turn, lines, f"p:s:{stage}", start, len(found), deal)


async def show_free(turn: Turn, start: int, *, can_plan: bool) -> None:
    """The contacts that nobody has, entrant by entrant."""
    missing: defaultdict[int, list[str]] = defaultdict(list)
    slots = await free(turn)
    for slot in slots:
        missing[slot.entrant].append(turn.house.rules.channel_name(slot.channel))
    names = {one.id: one.name for one in await entrants.everything(turn.tx)}
    if start >= len(missing):
        start = 0
    lines = [turn.say("contacts-free", count=len(slots)), ""]
    for entrant in list(missing)[start : start + LISTED]:
        channels = ", ".join(missing[entrant])
        lines.append(
            turn.say("contacts-free-line", name=shorten(names.get(entrant, "–"), _NAME), channels=channels)
        )
    deal = [go(turn, "przydzial", count=len(slots))] if slots and can_plan else []
    await _page(turn, lines, "p:s:free", start, len(missing), deal)


async def _page(turn: Turn, lines: list[str], data: str, start: int, count: int, deal: list[Button]) -> None:
    pages = paged(turn, data, start, LISTED, count)
    await redraw(turn, lines, (*labels.rows(pages), *labels.rows(deal), (back(turn),)))


def _next(one: Assignment, stage: str) -> datetime:
    """The moment that tells most at this stage: an offer is answered by then, work is due, the rest has happened."""
    match stage:
        case "offered":
            return one.answer_by
        case "running" | "waiting":
            return one.due_at
        case _:
            return one.changed_at
