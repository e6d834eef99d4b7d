"""/glosuj for an expert: a paper in the chat, a choice, a second tap that casts it for good.

The buttons of a paper hold random tokens made for this expert and this paper, and its text is erased when Telegram has it:
what was tapped says nothing once the vote is cast, neither in our files nor to whoever keeps them.
"""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Sequence

from bot.house import Turn, refuse
from bot.in_place import put, tapped_on
from bot.labels import whole
from bot.messages import Button, Rows, Send, shorten
from bot.moments import when
from bot.organiser import closing, judged
from bot.organiser.closing import about
from bot.organiser.topics import Council, council, named
from contest.headings import fold
from contest.voting import ABSTAIN, AGAINST, choices
from reports.numbers import percent
from storage import ballots
from storage.ballots import Ballot, Paper


async def listing(turn: Turn, _: str) -> None:
    """The ballots that wait for this expert's vote, and how many have it."""
    running = await _open_to(turn)
    waiting = [ballot for ballot, state in running if state == "entitled"]
    voted = len(running) - len(waiting)
    if not waiting:
        await turn.write("papers-none", voted=voted)
        return
    found = await council(turn)
    lines = [turn.say("papers-head", count=len(waiting), voted=voted)]
    rows = []
    for number, ballot in enumerate(waiting, start=1):
        title = named(turn, found.frozen, ballot)
        until = when(turn, ballot.closes_at)
        lines.append(turn.say("papers-line", number=number, title=title, until=until))
        rows.append((Button(label=whole(f"{number}. {title}"), data=f"wb:{ballot.id}"),))
    await turn.tell(Send(text="\n".join(lines), rows=tuple(rows)))


async def opened(turn: Turn, parts: list[str]) -> None:
    """A paper: every candidate, against, abstain."""
    ballot = await _mine(turn, int(parts[0]))
    found = await council(turn)
    tokens = {secrets.token_urlsafe(12): choice for choice in choices(_by_name(found, ballot))}
    await ballots.hand_out(turn.tx, ballot.id, turn.person.code, tokens)
    lines = [turn.say("paper-head", title=named(turn, found.frozen, ballot), number=ballot.number), ""]
    for one in _by_name(found, ballot):
        place = found.places[one]
        points = percent(turn.say, place.points)
        lines.append(turn.say("paper-candidate", name=found.name(one), place=place.number, points=points))
    lines += ["", turn.say("paper-secret")]
    rows = tuple(
        (Button(label=_label(turn, found, ballot, choice), data=f"wv:{token}"),)
        for token, choice in tokens.items()
    )
    await _put(turn, ballot.id, "\n".join(lines), rows)


async def chosen(turn: Turn, parts: list[str]) -> None:
    """What would be cast, once more in words; nothing is cast yet."""
    held = await _held(turn, parts[0])
    ballot = await _mine(turn, held.ballot)
    found = await council(turn)
    choice = _label(turn, found, ballot, held.choice, long=True)
    text = turn.say("paper-chosen", title=named(turn, found.frozen, ballot), choice=choice)
    yes = Button(label=turn.say("button-cast"), data=f"wc:{held.token}")
    back = Button(label=turn.say("button-choose-again"), data=f"wb:{ballot.id}")
    await _put(turn, ballot.id, text, ((yes,), (back,)))


async def cast(turn: Turn, parts: list[str]) -> None:
    """The vote is counted; with the last one of all the ballot is closed."""
    held = await _held(turn, parts[0])
    ballot = await _mine(turn, held.ballot)
    number = await ballots.cast(turn.tx, held.token, by=turn.person.code, at=turn.at)
    found = await council(turn)
    left = sum(state == "entitled" for _, state in await _open_to(turn))
    row = (Button(label=turn.say("button-next-paper", count=left), data="go:glosuj"),)
    text = turn.say("paper-cast", title=named(turn, found.frozen, ballot))
    await _put(turn, number, text, (row,) if left else ())
    voted, of = await closing.turnout(turn, ballot)
    if voted == of:
        await closing.close(turn, number)


async def _held(turn: Turn, token: str) -> Paper:
    """The paper of a button. Where it is gone, the complaint says what became of its ballot."""
    held = await ballots.paper(turn.tx, token)
    if held is not None and held.expert == turn.person.code:
        return held
    row = await tapped_on(turn)
    if number := re.fullmatch(
        r"ballot:(\d+)", str(json.loads(row.binds or "{}").get("reminds")) if row else ""
    ):
        await _mine(turn, int(number[1]))
    raise refuse("paper-old")


async def _open_to(turn: Turn) -> list[tuple[Ballot, str]]:
    """The open ballots in which this expert may vote or has voted."""
    frozen = judged.prepared(turn).frozen
    hidden = await turn.hidden()
    found = []
    for ballot in await ballots.of_snapshot(turn.tx, frozen.id) if frozen else ():
        if ballot.outcome is None and turn.at < ballot.closes_at and hidden.isdisjoint(ballot.candidates):
            states = {each.expert: each.state for each in await ballots.roll(turn.tx, ballot.id)}
            found.append((ballot, states.get(turn.person.code, "recused")))
    return [(ballot, state) for ballot, state in found if state != "recused"]


async def _mine(turn: Turn, number: int) -> Ballot:
    """A ballot in which this expert may still vote. Raises Mistakes that say why not."""
    ballot = await ballots.find(turn.tx, number)
    states = {each.expert: each.state for each in await ballots.roll(turn.tx, number)}
    state = states.get(turn.person.code)
    if ballot is None or state is None:
        raise refuse("dead-button")
    if ballot.outcome is not None or ballot.closes_at <= turn.at:
        raise refuse("ballot-closed")
    if state == "voted":
        raise refuse("ballot-voted")
    if state == "recused" or not (await turn.hidden()).isdisjoint(ballot.candidates):
        raise refuse("ballot-recused")
    return ballot


def _by_name(found: Council, ballot: Ballot) -> Sequence[int]:
    """Alphabetical, so that a paper does not put anybody first."""
    return sorted(ballot.candidates, key=lambda one: fold(found.name(one)))


def _label(turn: Turn, found: Council, ballot: Ballot, choice: str, *, long: bool = False) -> str:
    alone = len(ballot.candidates) == 1
    if choice in (AGAINST, ABSTAIN):
        return turn.say(f"choice-{choice}", alone=str(alone).lower())
    if alone:
        return turn.say("choice-for")
    name = found.name(int(choice))
    return shorten(name, 200) if long else whole(name)


async def _put(turn: Turn, ballot: int, text: str, rows: Rows) -> None:
    """In place of the paper that was tapped, or as a new message."""
    binds = about(ballot)
    await put(turn, Send(text=text, rows=rows, fleeting=True), binds=binds, over=binds)
