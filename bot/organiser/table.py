"""A plan that is being changed by hand, as it is shown: the contacts of a juror or of an entrant, and one of them with who could have it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.house import Turn, refuse
from bot.messages import Button, grid, shorten
from bot.moments import day
from bot.organiser.demand import look
from bot.organiser.offering import Body, Chosen, slot_of
from bot.organiser.proposing import kept
from bot.organiser.screens import redraw
from contest.entrants import Entrant
from contest.planning.demand import Key, Slot
from contest.planning.fitting import Board
from storage import entrants, jurors, plans

_PAGE = 8
"""Contacts on one screen."""

SWAPS = 12
"""Jurors to choose from."""


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


async def table_of(turn: Turn, nonce: str) -> Table:
    """The plan under a nonce, with what has been decided by hand since. Raises Mistakes (`proposal-gone`)."""
    body = await kept(turn, "plan", nonce, Body)
    hidden = await turn.hidden()
    return Table(
        nonce,
        body,
        {one.key: one.juror for one in await plans.wishes(turn.tx)},
        await plans.benched(turn.tx),
        {one.id: one for one in await entrants.everything(turn.tx) if one.id not in hidden},
    )


async def board_of(turn: Turn, table: Table) -> Board:
    """Everybody with what they have and with what the plan gives them, changes included."""
    further = Counter(one.entrant for one in table.body.chosen if one.aim == "further")
    board = (await look(turn.house, turn.tx, hidden=await turn.hidden())).board(further)
    for one in table.body.chosen:
        code = table.juror(one)
        if code is not None and code in board.jurors and one.entrant in table.entrants:
            board.give(slot_on(turn, table, one), code)
    return board


def slot_on(turn: Turn, table: Table, one: Chosen) -> Slot:
    """A contact of the plan as the planner knows it."""
    channel = turn.house.rules.settings.channel(one.channel)
    if channel is None:
        raise refuse("dead-button")
    return slot_of(turn.house, table.entrants[one.entrant], channel, one.number, one.aim)


async def show_juror(turn: Turn, table: Table, code: str, page: int) -> None:
    """The contacts of a juror, a page of them, and what may be decided about all of them."""
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
    rows = [*_list(turn, table, mine[page * _PAGE : (page + 1) * _PAGE])]
    steps = [
        Button(label=sign, data=f"lj:{table.nonce}:{code}:{to}")
        for sign, to in (("◀", page - 1), ("▶", page + 1))
        if 0 <= to * _PAGE < len(mine)
    ]
    rows += [tuple(steps)] if steps else []
    await redraw(turn, lines, (*rows, (toggle, where), _back(turn, table.nonce)))


async def show_contacts(turn: Turn, table: Table, mine: Sequence[Chosen]) -> None:
    """The contacts at one entrant."""
    if not mine or mine[0].entrant not in table.entrants:
        raise refuse("dead-button")
    name = table.entrants[mine[0].entrant].name
    rows = (*_list(turn, table, mine[:20]), _back(turn, table.nonce))
    await redraw(turn, [turn.say("hand-entrant-head", name=name, count=len(mine))], rows)


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


async def show_contact(turn: Turn, table: Table, one: Chosen) -> None:
    """Who has the contact and who could, and what may be done with it."""
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
    board, slot = await board_of(turn, table), slot_on(turn, table, one)
    if now is not None and now in board.jurors:
        board.take(slot, now)
    able = [code for code in board.able(slot) if code != now]
    place = f"{table.nonce}:{_named(turn, one)}"
    swaps = able_of(turn, board, able[:SWAPS], f"lw:{place}")
    lines.append(
        turn.say("hand-swap", count=len(able), rest=max(len(able) - SWAPS, 0))
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
    await redraw(turn, lines, (*grid(swaps, 2), tuple(acts), _back(turn, table.nonce)))


def able_of(turn: Turn, board: Board, codes: Sequence[str], data: str) -> list[Button]:
    """Jurors to choose from, each with what they have and may have; `data` is what comes before the code."""
    return [
        Button(
            label=turn.say(
                "hand-able",
                code=code,
                load=board.load(code) - board.jurors[code].unseen,
                most=board.jurors[code].capacity,
            ),
            data=f"{data}:{code}",
        )
        for code in codes
    ]


def _state(table: Table, one: Chosen) -> str:
    if one.key not in table.wishes:
        return "benched" if one.juror in table.benched else "free"
    if table.wishes[one.key] is None:
        return "left-out"
    return "pinned" if table.wishes[one.key] == one.juror else "swapped"


def changed(turn: Turn, table: Table) -> list[str]:
    """How many contacts are not as they were shown, when any is."""
    changes = table.changes()
    return [turn.say("hand-changes", count=changes)] if changes else []


def _back(turn: Turn, nonce: str) -> tuple[Button, ...]:
    return (Button(label=turn.say("button-hand-back"), data=f"lh:{nonce}"), *anew(turn, nonce))


def anew(turn: Turn, nonce: str) -> tuple[Button, ...]:
    """The button by which the plan is counted anew with the changes."""
    return (Button(label=turn.say("button-anew"), data=f"lr:{nonce}"),)


def _named(turn: Turn, one: Chosen) -> str:
    """A contact as a button carries it: the channel by its place among the edition's."""
    channels = [channel.id for channel in turn.house.rules.settings.channels]
    return f"{one.entrant}:{channels.index(one.channel)}:{one.number}"


def key_of(turn: Turn, parts: Sequence[str]) -> Key:
    """The contact of a button."""
    entrant, channel, number = (int(part) for part in parts)
    return entrant, turn.house.rules.settings.channels[channel].id, number
