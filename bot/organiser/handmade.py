"""A plan changed by hand before it is approved: another juror for a contact, a contact or a juror left out.

What is decided here is kept beside the plan (`storage.plans`, wishes) and obeyed by every plan until it is lifted, so that a plan
that was shown before a change cannot be approved after it: it is counted anew first, with what the change costs.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping

from bot import labels
from bot.house import Turn, refuse
from bot.messages import Button, Send, shorten
from bot.organiser.table import (
    anew,
    board_of,
    changed,
    key_of,
    show_contact,
    show_contacts,
    show_juror,
    slot_on,
    table_of,
)
from contest.headings import fold
from storage import plans

_FOUND = 8


async def opened(turn: Turn, parts: list[str]) -> None:
    """A tap on *change by hand*: jurors of the plan to choose from, or part of a name to type."""
    table = await table_of(turn, parts[0])
    given = Counter(table.juror(one) for one in table.body.chosen if one.entrant in table.entrants)
    codes = sorted({one.juror for one in table.body.chosen} | {code for code in given if code})
    buttons = [
        Button(label=turn.say("hand-juror", code=code, count=given[code]), data=f"lj:{table.nonce}:{code}:0")
        for code in codes[:60]
    ]
    lines = [turn.say("hand-head"), *changed(turn, table)]
    binds = json.dumps({"ask": "hand", "plan": table.nonce})
    rows = (*labels.rows(buttons), anew(turn, table.nonce))
    if any(key[0] in table.entrants for key in table.wishes) or table.benched:
        rows = (*rows, (Button(label=turn.say("button-hand-lift"), data=f"lz:{table.nonce}"),))
    await turn.tell(Send(text="\n".join(lines), rows=rows), binds=binds)


async def searched(turn: Turn, bound: Mapping[str, str | int], text: str) -> None:
    """Part of an entrant's name, or a juror's code."""
    table = await table_of(turn, str(bound["plan"]))
    wish = fold(text)
    code = text.strip().upper()
    if any(code in (one.juror, table.juror(one)) for one in table.body.chosen):
        await show_juror(turn, table, code, 0)
        return
    planned = {one.entrant for one in table.body.chosen}
    found = [
        entrant for entrant in table.entrants.values() if entrant.id in planned and wish in fold(entrant.name)
    ]
    if not wish or not found:
        raise refuse("hand-nothing", said=shorten(text.strip(), 40))
    if len(found) == 1:
        await show_contacts(turn, table, [one for one in table.body.chosen if one.entrant == found[0].id])
        return
    rows = tuple(
        (Button(label=labels.whole(one.name), data=f"le:{table.nonce}:{one.id}"),) for one in found[:_FOUND]
    )
    more = [turn.say("desk-more", count=len(found) - _FOUND)] if len(found) > _FOUND else []
    await turn.tell(Send(text="\n".join([turn.say("hand-which"), *more]), rows=rows))


async def entrant(turn: Turn, parts: list[str]) -> None:
    """A tap on an entrant: its contacts in the plan."""
    table = await table_of(turn, parts[0])
    await show_contacts(turn, table, [one for one in table.body.chosen if one.entrant == int(parts[1])])


async def juror(turn: Turn, parts: list[str]) -> None:
    """A tap on a juror: their contacts in the plan, a page of them."""
    await show_juror(turn, await table_of(turn, parts[0]), parts[1], int(parts[2]))


async def contact(turn: Turn, parts: list[str]) -> None:
    """A tap on a contact: who has it, who could, and what may be done with it."""
    table = await table_of(turn, parts[0])
    await show_contact(turn, table, table.find(key_of(turn, parts[1:])))


async def swapped(turn: Turn, parts: list[str]) -> None:
    """A tap on another juror: the contact is theirs, in this plan and in the next one drawn from it."""
    table = await table_of(turn, parts[0])
    one, code = table.find(key_of(turn, parts[1:4])), parts[4]
    board = await board_of(turn, table)
    slot = slot_on(turn, table, one)
    if (now := table.juror(one)) is not None and now in board.jurors:
        board.take(slot, now)
    if problem := board.problem(slot, code):
        raise refuse(f"hand-not-{problem}", code=code)
    await plans.wish(turn.tx, one.key, code, by=turn.person.code, at=turn.at)
    turn.toast(turn.say("toast-swapped", code=code))
    await show_contact(turn, await table_of(turn, table.nonce), one)


async def pinned(turn: Turn, parts: list[str]) -> None:
    """A tap: the juror keeps the contact whatever is counted anew; another tap lifts what was decided by hand."""
    table = await table_of(turn, parts[0])
    one = table.find(key_of(turn, parts[1:]))
    if one.key in table.wishes:
        await plans.unwish(turn.tx, one.key, by=turn.person.code, at=turn.at)
    else:
        await plans.wish(turn.tx, one.key, one.juror, by=turn.person.code, at=turn.at)
    await show_contact(turn, await table_of(turn, table.nonce), one)


async def excluded(turn: Turn, parts: list[str]) -> None:
    """A tap: nobody makes this contact, until that is lifted."""
    table = await table_of(turn, parts[0])
    one = table.find(key_of(turn, parts[1:]))
    await plans.wish(turn.tx, one.key, None, by=turn.person.code, at=turn.at)
    await show_contact(turn, await table_of(turn, table.nonce), one)


async def benched(turn: Turn, parts: list[str]) -> None:
    """A tap: plans leave the juror out, or count on them again."""
    table, code = await table_of(turn, parts[0]), parts[1]
    if code in table.benched:
        await plans.unbench(turn.tx, code, by=turn.person.code, at=turn.at)
    elif any(one.juror == code for one in table.body.chosen):
        await plans.bench(turn.tx, code, by=turn.person.code, at=turn.at)
    else:
        raise refuse("dead-button")
    await show_juror(turn, await table_of(turn, table.nonce), code, 0)


async def lifted(turn: Turn, parts: list[str]) -> None:
    """A tap: nothing that was decided by hand holds any more."""
    table = await table_of(turn, parts[0])
    for key in table.wishes:
        if key[0] in table.entrants:
            await plans.unwish(turn.tx, key, by=turn.person.code, at=turn.at)
    for code in table.benched:
        await plans.unbench(turn.tx, code, by=turn.person.code, at=turn.at)
    turn.toast(turn.say("toast-hand-lifted"))
    await opened(turn, [table.nonce])
