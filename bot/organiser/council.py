"""/glosuj for an owner: the experts' table at a glance, ballots opened all at once, closed, and voted on again.

Opening and closing are proposals: shown with who may vote and who has, applied whole, refused when somebody was faster.
How the votes stand is shown to nobody before a ballot is closed, neither here nor in any count.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.house import Turn, refuse
from bot.messages import Button, Send, shorten
from bot.moments import when
from bot.organiser import closing, honours, results
from bot.organiser.proposing import propose
from bot.organiser.showing import show
from bot.organiser.topics import Council, Matter, council, deciding, named, roll_of
from contest.voting import Topic
from reports.numbers import weight
from storage import ballots, due, people

_NAME = 60


@dataclass(frozen=True, slots=True)
class Next:
    """The next ballot on a topic, with its candidates and its number."""

    topic: Topic
    candidates: tuple[int, ...]
    number: int


@dataclass(frozen=True, slots=True)
class Opening:
    """What was shown: the ballots to open."""

    snapshot: int
    ballots: tuple[Next, ...]


@dataclass(frozen=True, slots=True)
class Closing:
    """What was shown: the ballots to close."""

    ballots: tuple[int, ...]


async def table(turn: Turn, _: str) -> None:
    """What there is to decide, how far it is, and what can be done now."""
    found = await council(turn)
    rules = found.frozen.snapshot.settings.experts
    experts = await people.with_role(turn.tx, "expert")
    lines = [
        turn.say("council-head", experts=len(experts)),
        turn.say(
            f"council-rules-{'most' if not rules.majority else 'share'}",
            quorum=weight(turn.say, rules.quorum),
            majority=weight(turn.say, rules.majority),
            hours=rules.hours,
        ),
        "",
    ]
    lines += [await _line(turn, found, each) for each in found.matters] or [turn.say("council-nothing")]
    rows = tuple((button,) for button in await _buttons(turn, found))
    await show(turn, lines, rows)


async def _line(turn: Turn, found: Council, matter: Matter) -> str:
    title = shorten(named(turn, found.frozen, matter.topic), _NAME)
    if matter.open is not None:
        voted, of = await closing.turnout(turn, matter.open)
        return turn.say("council-open", title=title, voted=voted, of=of)
    if not matter.held:
        return turn.say("council-waiting", title=title, count=len(matter.topic.candidates))
    last = matter.outcomes[-1]
    if matter.elected and last.verdict == "elected":
        chosen = ", ".join(shorten(found.name(one), _NAME) for one in matter.elected)
        return turn.say("council-elected", title=title, honour=matter.topic.honour, names=chosen)
    left = ", ".join(shorten(found.name(one), 40) for one in last.entrants)
    return turn.say("council-undecided", title=title, verdict=last.verdict, names=left)


async def _buttons(turn: Turn, found: Council) -> list[Button]:
    ready = sum(bool(each.next) for each in found.matters)
    running = sum(each.open is not None for each in found.matters)
    given, _ = await results.granted(turn.tx, found.frozen)
    had = {(each.kind, each.entrant) for each in given}
    fresh = sum((each.topic.honour, one) not in had for each in found.matters for one in each.elected)
    wanted = (("open", ready), ("close", running), ("grant", fresh))
    made = [
        Button(label=turn.say(f"button-ballots-{what}", count=count), data=f"wt:{what}")
        for what, count in wanted
        if count
    ]
    papers = [
        Button(label=turn.say(f"button-paper-{what}"), data=f"wd:{what}")
        for what in honours.papers(found.frozen)
    ]
    return [*made, *(papers if found.matters else [])]


async def propose_opening(turn: Turn) -> None:
    """The ballots that may be opened now, and who may vote in each."""
    await deciding(turn)
    found = await council(turn)
    ready = [Next(each.topic, each.next, len(each.held) + 1) for each in found.matters if each.next]
    if not ready:
        raise refuse("ballots-none")
    experts = await people.with_role(turn.tx, "expert")
    if not experts:
        raise refuse("ballots-nobody")
    lines = [turn.say("opening-head", count=len(ready))]
    for each in ready:
        entitled = sum((await roll_of(turn.tx, each.candidates)).values())
        facts = {"count": len(each.candidates), "entitled": entitled, "away": len(experts) - entitled}
        title = shorten(named(turn, found.frozen, each.topic), _NAME)
        lines.append(turn.say("opening-line", title=title, number=each.number, **facts))
    lines += ["", turn.say("opening-meaning", hours=found.frozen.snapshot.settings.experts.hours)]
    body = Opening(found.frozen.id, tuple(ready))
    yes, no = turn.say("button-ballots-open", count=len(ready)), turn.say("button-not-yet")
    await propose(turn, "ballots-open", body, lines=lines, yes=yes, no=no)


async def open_ballots(turn: Turn, body: Opening) -> None:
    """The confirmed ballots, all or none; each expert reads at once what there is to vote on."""
    await deciding(turn)
    frozen = await results.frozen(turn.tx)
    if frozen is None or frozen.id != body.snapshot:
        raise refuse("ballots-moved")
    until = turn.at + timedelta(hours=frozen.snapshot.settings.experts.hours)
    invited: Counter[str] = Counter()
    for each in body.ballots:
        invited.update(await _open(turn, each, snapshot=frozen.id, until=until))
    await turn.write("opening-done", count=len(body.ballots), until=when(turn, until))
    for code, count in invited.items():
        await _invite(turn, code, count, until)


async def _open(turn: Turn, wanted: Next, *, snapshot: int, until: datetime) -> list[str]:
    """One ballot with its roll and its end; who may vote in it. Raises Mistakes (`ballots-moved`)."""
    roll = await roll_of(turn.tx, wanted.candidates)
    ballot = await ballots.open_ballot(
        turn.tx,
        wanted.topic,
        wanted.candidates,
        roll,
        number=wanted.number,
        snapshot=snapshot,
        closes_at=until,
        by=turn.person.code,
        at=turn.at,
    )
    if ballot is None:
        raise refuse("ballots-moved")
    await due.plan(turn.tx, f"ballot:{ballot}", "ballot", str(ballot), until)
    return [code for code, entitled in roll.items() if entitled]


async def _invite(turn: Turn, code: str, count: int, until: datetime) -> None:
    expert = await people.find(turn.tx, code)
    if expert is not None:
        say = turn.house.say(expert)
        text = say("ballots-invite", count=count, until=when(turn, until, to=expert))
        button = Button(label=say("button-vote"), data="go:glosuj")
        await turn.tell(Send(text=text, rows=((button,),)), to=expert)


async def propose_closing(turn: Turn) -> None:
    """The ballots that are open, and how many have voted."""
    found = await council(turn)
    running = [each.open for each in found.matters if each.open is not None]
    if not running:
        raise refuse("ballots-none")
    lines = [turn.say("closing-head", count=len(running))]
    for each in running:
        voted, of = await closing.turnout(turn, each)
        title = shorten(named(turn, found.frozen, each), _NAME)
        lines.append(turn.say("closing-line", title=title, voted=voted, of=of))
    lines += ["", turn.say("closing-meaning")]
    body = Closing(tuple(each.id for each in running))
    yes, no = turn.say("button-ballots-close", count=len(running)), turn.say("button-not-yet")
    await propose(turn, "ballots-close", body, lines=lines, yes=yes, no=no)


async def close_ballots(turn: Turn, body: Closing) -> None:
    """The confirmed closing, all or none."""
    for number in body.ballots:
        if not await closing.close(turn, number):
            raise refuse("ballots-moved")


async def pressed(turn: Turn, parts: list[str]) -> None:
    """A tap under the table."""
    match parts:
        case ["open"]:
            await propose_opening(turn)
        case ["close"]:
            await propose_closing(turn)
        case ["grant"]:
            await honours.propose_honours(turn)
        case _:
            raise refuse("dead-button")
