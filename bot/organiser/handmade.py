"""A plan changed by hand before it is approved: another juror for a contact, a contact or a juror left out.

What is decided here is kept beside the plan (`storage.plans`, wishes) and obeyed by every plan until it is lifted, so that a plan
that was shown before a change cannot be approved after it: it is counted anew first, with what the change costs.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot import labels
from bot.house import Turn, refuse
from bot.juror.common import tapped_on
from bot.messages import Button, Edit, Rows, Send, grid, shorten
from bot.moments import day
from bot.organiser import offering
from bot.organiser.demand import look
from bot.organiser.offering import Body, Chosen, slot_of
from contest.entrants import Entrant
from contest.headings import fold
from contest.planning.demand import Key, Slot
from contest.planning.fitting import Board
from contest.planning.home import LONGEST, fit_home
from storage import entrants, jurors, plans, proposals

PAGE = 8
"""Contacts on one screen."""
_SWAPS = 12
"""Jurors offered for a swap."""
_FOUND = 8


@dataclass(frozen=True, slots=True)
class Table:
    """A plan that is being changed: what was shown, and what has been decided by hand."""

    nonce: str
    body: Body
    wishes: Mapping[Key, str | None]
    benched: frozenset[str]
    entrants: Mapping[int, Entrant]
    """Without those hidden from the reader."""

    def juror(self, one: Chosen) -> str | None:
        """Who has the contact now; None: nobody, it is left out or looks for somebody else."""
        if one.key in self.wishes:
            return self.wishes[one.key]
        return None if one.juror in self.benched else one.juror

    def changes(self) -> int:
        """Contacts that are not as they were shown."""
        return sum(self.juror(one) != one.juror for one in self.body.chosen)

    def find(self, key: Key) -> Chosen:
        found = next((one for one in self.body.chosen if one.key == key), None)
        if found is None or found.entrant not in self.entrants:
            raise refuse("dead-button")
        return found


async def opened(turn: Turn, parts: list[str]) -> None:
    """A tap on *change by hand*: jurors of the plan to choose from, or part of a name to type."""
    table = await _table(turn, parts[0])
    given = Counter(table.juror(one) for one in table.body.chosen if one.entrant in table.entrants)
    codes = sorted({one.juror for one in table.body.chosen} | {code for code in given if code})
    buttons = [
        Button(label=turn.say("hand-juror", code=code, count=given[code]), data=f"lj:{table.nonce}:{code}:0")
        for code in codes[:60]
    ]
    lines = [turn.say("hand-head"), *_changed(turn, table)]
    binds = json.dumps({"ask": "hand", "plan": table.nonce})
    rows = (*labels.rows(buttons), _anew(turn, table.nonce))
    if any(key[0] in table.entrants for key in table.wishes) or table.benched:
        rows = (*rows, (Button(label=turn.say("button-hand-lift"), data=f"lz:{table.nonce}"),))
    await turn.tell(Send(text="\n".join(lines), rows=rows), binds=binds)


async def searched(turn: Turn, bound: Mapping[str, str | int], text: str) -> None:
    """Part of an entrant's name, or a juror's code."""
    table = await _table(turn, str(bound["plan"]))
    wish = fold(text)
    code = text.strip().upper()
    if any(code in (one.juror, table.juror(one)) for one in table.body.chosen):
        await _juror(turn, table, code, 0)
        return
    planned = {one.entrant for one in table.body.chosen}
    found = [
        entrant for entrant in table.entrants.values() if entrant.id in planned and wish in fold(entrant.name)
    ]
    if not wish or not found:
        raise refuse("hand-nothing", said=shorten(text.strip(), 40))
    if len(found) == 1:
        await _contacts(turn, table, [one for one in table.body.chosen if one.entrant == found[0].id])
        return
    rows = tuple(
        (Button(label=labels.whole(one.name), data=f"le:{table.nonce}:{one.id}"),) for one in found[:_FOUND]
    )
    more = [turn.say("desk-more", count=len(found) - _FOUND)] if len(found) > _FOUND else []
    await turn.tell(Send(text="\n".join([turn.say("hand-which"), *more]), rows=rows))


async def entrant(turn: Turn, parts: list[str]) -> None:
    """A tap on an entrant: its contacts in the plan."""
    table = await _table(turn, parts[0])
    await _contacts(turn, table, [one for one in table.body.chosen if one.entrant == int(parts[1])])


async def juror(turn: Turn, parts: list[str]) -> None:
    """A tap on a juror: their contacts in the plan, a page of them."""
    await _juror(turn, await _table(turn, parts[0]), parts[1], int(parts[2]))


async def contact(turn: Turn, parts: list[str]) -> None:
    """A tap on a contact: who has it, who could, and what may be done with it."""
    table = await _table(turn, parts[0])
    await _contact(turn, table, table.find(_key(turn, parts[1:])))


async def swapped(turn: Turn, parts: list[str]) -> None:
    """A tap on another juror: the contact is theirs, in this plan and in the next one drawn from it."""
    table = await _table(turn, parts[0])
    one, code = table.find(_key(turn, parts[1:4])), parts[4]
    board = await _board(turn, table)
    slot = _slot(turn, table, one)
    if (now := table.juror(one)) is not None and now in board.jurors:
        board.take(slot, now)
    if problem := board.problem(slot, code):
        raise refuse(f"hand-not-{problem}", code=code)
    await plans.wish(turn.tx, one.key, code, by=turn.person.code, at=turn.at)
    turn.toast(turn.say("toast-swapped", code=code))
    await _contact(turn, await _table(turn, table.nonce), one)


async def pinned(turn: Turn, parts: list[str]) -> None:
    """A tap: the juror keeps the contact whatever is counted anew; another tap lifts what was decided by hand."""
    table = await _table(turn, parts[0])
    one = table.find(_key(turn, parts[1:]))
    if one.key in table.wishes:
        await plans.unwish(turn.tx, one.key, by=turn.person.code, at=turn.at)
    else:
        await plans.wish(turn.tx, one.key, one.juror, by=turn.person.code, at=turn.at)
    await _contact(turn, await _table(turn, table.nonce), one)


async def excluded(turn: Turn, parts: list[str]) -> None:
    """A tap: nobody makes this contact, until that is lifted."""
    table = await _table(turn, parts[0])
    one = table.find(_key(turn, parts[1:]))
    await plans.wish(turn.tx, one.key, None, by=turn.person.code, at=turn.at)
    await _contact(turn, await _table(turn, table.nonce), one)


async def benched(turn: Turn, parts: list[str]) -> None:
    """A tap: plans leave the juror out, or count on them again."""
    table, code = await _table(turn, parts[0]), parts[1]
    if code in table.benched:
        await plans.unbench(turn.tx, code, by=turn.person.code, at=turn.at)
    elif any(one.juror == code for one in table.body.chosen):
        await plans.bench(turn.tx, code, by=turn.person.code, at=turn.at)
    else:
        raise refuse("dead-button")
    await _juror(turn, await _table(turn, table.nonce), code, 0)


async def homed(turn: Turn, parts: list[str]) -> None:
    """A tap: where the juror sets out from is typed next."""
    table, code = await _table(turn, parts[0]), parts[1]
    if await jurors.find(turn.tx, code) is None:
        raise refuse("dead-button")
    binds = json.dumps({"ask": "home", "plan": table.nonce, "juror": code})
    await turn.tell(Send(text=turn.say("home-ask", code=code)), binds=binds)


async def moved(turn: Turn, bound: Mapping[str, str | int], text: str) -> None:
    """A town or a powiat, for the way to visits; a dash: it is not known."""
    code, said = str(bound["juror"]), fit_home(text)
    if said is None:
        raise refuse("home-not-read", most=LONGEST)
    home = "" if said in ("-", "–") else said
    if not await jurors.live_at(turn.tx, code, home):
        raise refuse("dead-button")
    await turn.note("juror.home", code)
    await turn.write("home-kept" if home else "home-gone", code=code)


async def lifted(turn: Turn, parts: list[str]) -> None:
    """A tap: nothing that was decided by hand holds any more."""
    table = await _table(turn, parts[0])
    for key in table.wishes:
        if key[0] in table.entrants:
            await plans.unwish(turn.tx, key, by=turn.person.code, at=turn.at)
    for code in table.benched:
        await plans.unbench(turn.tx, code, by=turn.person.code, at=turn.at)
    turn.toast(turn.say("toast-hand-lifted"))
    await opened(turn, [table.nonce])


async def _table(turn: Turn, nonce: str) -> Table:
    shown = await proposals.show(turn.tx, nonce, by=turn.person.code)
    if shown is None or shown[0] != "plan":
        raise offering.gone()
    hidden = await turn.hidden()
    return Table(
        nonce,
        offering.thaw_plan(shown[1]),
        {one.key: one.juror for one in await plans.wishes(turn.tx)},
        await plans.benched(turn.tx),
        {one.id: one for one in await entrants.everything(turn.tx) if one.id not in hidden},
    )


async def _board(turn: Turn, table: Table) -> Board:
    """Everybody with what they have and with what the plan gives them, changes included."""
    further = Counter(one.entrant for one in table.body.chosen if one.aim == "further")
    board = (await look(turn.house, turn.tx, hidden=await turn.hidden())).board(further)
    for one in table.body.chosen:
        code = table.juror(one)
        if code is not None and code in board.jurors and one.entrant in table.entrants:
            board.give(_slot(turn, table, one), code)
    return board


def _slot(turn: Turn, table: Table, one: Chosen) -> Slot:
    channel = turn.house.rules.settings.channel(one.channel)
    if channel is None:
        raise refuse("dead-button")
    return slot_of(turn.house, table.entrants[one.entrant], channel, one.number, one.aim)


async def _juror(turn: Turn, table: Table, code: str, page: int) -> None:
    mine = [one for one in table.body.chosen if code in (one.juror, table.juror(one))]
    mine = [one for one in mine if one.entrant in table.entrants]
    if not mine:
        raise refuse("dead-button")
    out = code in table.benched
    lines = [turn.say("hand-juror-head", code=code, count=sum(table.juror(one) == code for one in mine))]
    if out:
        lines.append(turn.say("hand-benched"))
    known = await jurors.find(turn.tx, code)
    home = known.home if known else ""
    if home:
        lines.append(turn.say("hand-home", home=home))
    where = Button(label=turn.say("button-home"), data=f"lg:{table.nonce}:{code}")
    toggle = Button(
        label=turn.say("button-unbench" if out else "button-bench"), data=f"lb:{table.nonce}:{code}"
    )
    rows = [*_list(turn, table, mine[page * PAGE : (page + 1) * PAGE])]
    steps = [
        Button(label=sign, data=f"lj:{table.nonce}:{code}:{to}")
        for sign, to in (("◀", page - 1), ("▶", page + 1))
        if 0 <= to * PAGE < len(mine)
    ]
    rows += [tuple(steps)] if steps else []
    await _put(turn, lines, (*rows, (toggle, where), _back(turn, table.nonce)))


async def _contacts(turn: Turn, table: Table, mine: Sequence[Chosen]) -> None:
    if not mine or mine[0].entrant not in table.entrants:
        raise refuse("dead-button")
    name = table.entrants[mine[0].entrant].name
    rows = (*_list(turn, table, mine[:20]), _back(turn, table.nonce))
    await _put(turn, [turn.say("hand-entrant-head", name=name, count=len(mine))], rows)


def _list(turn: Turn, table: Table, these: Sequence[Chosen]) -> list[tuple[Button, ...]]:
    return [
        (
            Button(
                label=turn.say(
                    "hand-contact",
                    name=shorten(table.entrants[one.entrant].name, 24),
                    channel=turn.house.rules.channel_name(one.channel),
                    code=table.juror(one) or "–",
                ),
                data=f"lc:{table.nonce}:{_named(turn, one)}",
            ),
        )
        for one in these
    ]


async def _contact(turn: Turn, table: Table, one: Chosen) -> None:
    now, entrant = table.juror(one), table.entrants[one.entrant]
    lines = [
        turn.say(
            "hand-contact-head",
            name=entrant.name,
            channel=turn.house.rules.channel_name(one.channel),
            code=now or turn.say("hand-nobody"),
        )
    ]
    if turn.house.rules.settings.planning.gap_days and (dates := table.body.dates(one)):
        first, last = (day(date, turn.say) for date in dates)
        lines.append(turn.say("hand-days", first=first, last=last))
    lines.append(turn.say(f"hand-state-{_state(table, one)}", code=now or ""))
    board, slot = await _board(turn, table), _slot(turn, table, one)
    if now is not None and now in board.jurors:
        board.take(slot, now)
    able = [code for code in board.able(slot) if code != now]
    place = f"{table.nonce}:{_named(turn, one)}"
    swaps = [
        Button(
            label=turn.say(
                "hand-able",
                code=code,
                load=board.load(code) - board.jurors[code].unseen,
                most=board.jurors[code].capacity,
            ),
            data=f"lw:{place}:{code}",
        )
        for code in able[:_SWAPS]
    ]
    lines.append(
        turn.say("hand-swap", count=len(able), rest=max(len(able) - _SWAPS, 0))
        if able
        else turn.say("hand-nobody-else")
    )
    decided = one.key in table.wishes
    acts = [
        Button(label=turn.say("button-unpin" if decided else "button-pin"), data=f"lp:{place}"),
        *(
            []
            if decided and now is None
            else [Button(label=turn.say("button-skip-contact"), data=f"lx:{place}")]
        ),
    ]
    await _put(turn, lines, (*grid(swaps, 2), tuple(acts), _back(turn, table.nonce)))


def _state(table: Table, one: Chosen) -> str:
    if one.key not in table.wishes:
        return "benched" if one.juror in table.benched else "free"
    if table.wishes[one.key] is None:
        return "left-out"
    return "pinned" if table.wishes[one.key] == one.juror else "swapped"


def _changed(turn: Turn, table: Table) -> list[str]:
    changes = table.changes()
    return [turn.say("hand-changes", count=changes)] if changes else []


def _back(turn: Turn, nonce: str) -> tuple[Button, ...]:
    return (Button(label=turn.say("button-hand-back"), data=f"lh:{nonce}"), *_anew(turn, nonce))


def _anew(turn: Turn, nonce: str) -> tuple[Button, ...]:
    return (Button(label=turn.say("button-anew"), data=f"lr:{nonce}"),)


def _named(turn: Turn, one: Chosen) -> str:
    """A contact as a button carries it: the channel by its place among the edition's."""
    channels = [channel.id for channel in turn.house.rules.settings.channels]
    return f"{one.entrant}:{channels.index(one.channel)}:{one.number}"


def _key(turn: Turn, parts: Sequence[str]) -> Key:
    entrant, channel, number = (int(part) for part in parts)
    return entrant, turn.house.rules.settings.channels[channel].id, number


async def _put(turn: Turn, lines: Sequence[str], rows: Rows) -> None:
    """In place of the screen that was tapped, or as a message of its own."""
    tapped = await tapped_on(turn)
    text = "\n".join(lines)
    await turn.tell(Edit(of=tapped.id, text=text, rows=rows) if tapped else Send(text=text, rows=rows))
