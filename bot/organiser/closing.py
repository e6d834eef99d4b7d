"""A ballot ends: by an owner, at its time, or when everybody has voted. The votes are counted once, here."""

from __future__ import annotations

import json
import logging

from bot.house import Turn
from bot.juror.erasing import AGAIN, SOON
from bot.messages import Edit, Send, shorten
from bot.organiser import results
from bot.organiser.topics import named
from contest.voting import Outcome, count
from storage import ballots, due, messages, people, recusals
from storage.ballots import Ballot
from storage.due import Row as Due

log = logging.getLogger(__name__)


def about(ballot: int) -> str:
    """Bound to a ballot paper; it asks nothing that is answered in words."""
    return json.dumps({"reminds": f"ballot:{ballot}"})


async def turnout(turn: Turn, ballot: Ballot) -> tuple[int, int]:
    """(have voted, are entitled): all that is known of an open ballot."""
    states = [each.state for each in await ballots.roll(turn.tx, ballot.id)]
    return states.count("voted"), len(states) - states.count("recused")


async def close(turn: Turn, number: int) -> bool:
    """Count and close, and tell owners and those who could vote; False when it was closed before."""
    ballot = await ballots.find(turn.tx, number)
    if ballot is None or ballot.outcome is not None:
        return False
    await _strike(turn, ballot)
    frozen = await results.frozen(turn.tx)
    assert frozen is not None, "a ballot is about a frozen state"
    voted, entitled = await turnout(turn, ballot)
    votes = await ballots.votes(turn.tx, number)
    outcome = count(
        frozen.snapshot.settings.experts, ballot.candidates, votes, entitled=entitled, voted=voted
    )
    if not await ballots.close(turn.tx, number, outcome, by=turn.person.code, at=turn.at):
        return False
    await due.cancel_of(turn.tx, "ballot", str(number), at=turn.at)
    await _tell(turn, ballot, outcome, voted=voted, entitled=entitled)
    at = turn.at + SOON
    await due.plan(turn.tx, f"shred:{number}:{at:%Y%m%d%H%M%S%f}", "shred", str(number), at)
    return True


async def at_its_end(turn: Turn, row: Due, _: object) -> None:
    """The time of a ballot is over."""
    await close(turn, int(row.subject))


async def shredded(turn: Turn, row: Due, made: object) -> None:
    """The papers have left the file too; when that could not be done, it is tried again."""
    if not made:
        at = turn.at + AGAIN
        await due.plan(turn.tx, f"shred:{row.subject}:{at:%Y%m%d%H%M%S%f}", "shred", row.subject, at)


async def _strike(turn: Turn, ballot: Ballot) -> None:
    """Whoever has declared an interest since the opening, or left, and has not voted is not entitled."""
    known = {expert.code for expert in await people.with_role(turn.tx, "expert")}
    away = [
        each.expert
        for each in await ballots.roll(turn.tx, ballot.id)
        if each.expert not in known
        or not (await recusals.hidden_from(turn.tx, each.expert)).isdisjoint(ballot.candidates)
    ]
    await ballots.recuse(turn.tx, ballot.id, away)


async def _tell(turn: Turn, ballot: Ballot, outcome: Outcome, *, voted: int, entitled: int) -> None:
    """The result to owners and experts, but to nobody with an interest in it; papers that were not used go."""
    frozen = await results.frozen(turn.tx)
    assert frozen is not None, "as above"
    roll = {each.expert: each.state for each in await ballots.roll(turn.tx, ballot.id)}
    for reader in await people.everybody(turn.tx):
        state = roll.get(reader.code)
        if state == "recused" or not ("owner" in reader.roles or state):
            continue
        if not (await recusals.hidden_from(turn.tx, reader.code)).isdisjoint(ballot.candidates):
            continue
        say = turn.house.say(reader)
        names = {entrant.id: entrant.name for entrant in frozen.snapshot.entrants}
        told = say(
            "ballot-closed",
            title=named(turn, frozen, ballot, to=reader),
            honour=ballot.honour,
            verdict=outcome.verdict,
            names=", ".join(shorten(names[one], 60) for one in outcome.entrants),
            voted=voted,
            of=entitled,
        )
        await turn.tell(Send(text=told), to=reader)
    for code, state in roll.items():
        expert = await people.find(turn.tx, code)
        if state != "voted" and expert is not None:
            for row in await messages.standing(turn.tx, code, about(ballot.id)):
                text = turn.house.say(expert)("paper-over")
                await turn.tell(Edit(of=row, text=text, must=False), to=expert, binds=about(ballot.id))
