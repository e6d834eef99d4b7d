"""Interests: an organiser or an expert tells of one, or an owner does, and from then on sees nothing of that entrant.

Only another owner lifts it: nobody lets themselves back in.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from bot.house import Turn, refuse
from bot.labels import rows as fitted
from bot.labels import whole
from bot.messages import Button, Send
from bot.organiser import finding
from bot.organiser.proposing import propose
from bot.organiser.screens import redraw
from bot.organiser.showing import show
from bot.roles import CHECKER
from contest.entrants import Entrant
from storage import entrants, people, recusals
from storage.people import Person

REASONS = ("work", "family", "business", "other")
_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Pair:
    """A person and an entrant."""

    person: str
    entrant: int


async def interest(turn: Turn, part: str) -> None:
    """/konflikt: what I told, and how to tell more; `/konflikt wielisz`: those whose name holds the words."""
    if part.strip():
        await finding.choose(turn, part, "kd:ask:{}".format)
        return
    mine = await recusals.hidden_from(turn.tx, turn.person.code)
    known = [found for number in sorted(mine) if (found := await entrants.find(turn.tx, number))]
    lines = [
        turn.say("interest-head", count=len(known)),
        *(turn.say("interest-line", name=one.name) for one in known),
    ]
    text = "\n".join([*lines, turn.say("interest-how")])
    await turn.tell(Send(text=text), binds=json.dumps({"ask": "interest"}))


async def written(turn: Turn, _: Mapping[str, str | int], text: str) -> None:
    """A part of a name that was typed."""
    await finding.choose(turn, text, "kd:ask:{}".format)


async def pressed(turn: Turn, parts: list[str]) -> None:
    """An entrant was chosen, and then a reason: the second tap is the declaration."""
    match parts:
        case ["ask", entrant]:
            await _ask(turn, await finding.one(turn, int(entrant)))
        case ["say", entrant, reason] if reason in REASONS:
            await _declare(turn, await finding.one(turn, int(entrant)), reason)
        case ["no"]:
            await redraw(turn, [turn.say("proposal-dismissed")])
        case _:
            raise refuse("dead-button")


async def find_for(turn: Turn, person: Person) -> None:
    """An owner tells of somebody else's interest: which entrant."""
    _refuse_own(turn, person)
    text = turn.say("recuse-ask", code=person.code)
    await turn.tell(Send(text=text), binds=json.dumps({"ask": "recuse", "person": person.code}))


async def written_for(turn: Turn, bound: Mapping[str, str | int], text: str) -> None:
    """A part of a name that an owner typed."""
    await finding.choose(turn, text, lambda entrant: f"kr:bar:{bound['person']}:{entrant}")


async def ask_for(turn: Turn, person: Person, number: int) -> None:
    _refuse_own(turn, person)
    entrant = await finding.one(turn, number)
    lines = [
        turn.say("recuse-head", code=person.code, name=entrant.name),
        *await _alone(turn, person, entrant),
    ]
    await propose(
        turn,
        "recuse",
        Pair(person.code, entrant.id),
        lines=lines,
        yes=turn.say("button-recuse-yes"),
        no=turn.say("button-not-yet"),
    )


async def apply(turn: Turn, pair: Pair) -> None:
    """An owner's confirmed word on somebody's interest."""
    person, entrant = await _shown(turn, pair)
    done = await recusals.declare(turn.tx, person.code, entrant.id, "owner", by=turn.person.code, at=turn.at)
    if not done:
        raise refuse("recusal-known", code=person.code)
    await turn.write("recused-person", to=person)
    await show(turn, [turn.say("recused", code=person.code, name=entrant.name)])


async def ask_lift(turn: Turn, person: Person, number: int) -> None:
    _refuse_own(turn, person)
    entrant = await finding.one(turn, number)
    await propose(
        turn,
        "recuse-lift",
        Pair(person.code, entrant.id),
        lines=[turn.say("recuse-lift-head", code=person.code, name=entrant.name)],
        yes=turn.say("button-lift-yes"),
        no=turn.say("button-not-yet"),
    )


async def lift(turn: Turn, pair: Pair) -> None:
    """The confirmed lifting."""
    person, entrant = await _shown(turn, pair)
    if not await recusals.lift(turn.tx, person.code, entrant.id, by=turn.person.code, at=turn.at):
        raise refuse("recusal-none", code=person.code)
    await show(turn, [turn.say("recusal-lifted", code=person.code, name=entrant.name)])


async def lines_of(turn: Turn, person: Person) -> list[str]:
    """Somebody's interests, as far as they are for these eyes."""
    found = await _of(turn, person)
    if not found:
        return []
    told = [turn.say("recusal-line", name=one.name, reason=reason) for one, reason in found[:_SHOWN]]
    return [turn.say("recusals-head", count=len(found)), *told]


async def lifting(turn: Turn, person: Person) -> list[Button]:
    """A button for each of them."""
    if person.code == turn.person.code:
        return []
    return [
        Button(label=whole(turn.say("button-lift", name=one.name)), data=f"kr:unbar:{person.code}:{one.id}")
        for one, _ in (await _of(turn, person))[:_SHOWN]
    ]


async def _ask(turn: Turn, entrant: Entrant) -> None:
    lines = [turn.say("interest-ask", name=entrant.name), *await _alone(turn, turn.person, entrant)]
    buttons = [
        Button(label=turn.say("interest-reason", reason=reason), data=f"kd:say:{entrant.id}:{reason}")
        for reason in REASONS
    ]
    no = Button(label=turn.say("button-not-yet"), data="kd:no")
    await redraw(turn, lines, (*fitted(buttons, 2), (no,)))


async def _declare(turn: Turn, entrant: Entrant, reason: str) -> None:
    code = turn.person.code
    await recusals.declare(turn.tx, code, entrant.id, reason, by=code, at=turn.at)
    await redraw(turn, [turn.say("interest-declared", name=entrant.name)])
    for owner in await people.with_role(turn.tx, "owner"):
        if owner.code != code and entrant.id not in await recusals.hidden_from(turn.tx, owner.code):
            await turn.write("interest-owner", to=owner, code=code)


async def _alone(turn: Turn, person: Person, entrant: Entrant) -> list[str]:
    """A warning when nobody would be left to check what comes from there."""
    able = [one for one in await people.everybody(turn.tx) if one.roles & CHECKER and one.code != person.code]
    for one in able:
        if entrant.id not in await recusals.hidden_from(turn.tx, one.code):
            return []
    return [turn.say("interest-alone")] if person.roles & CHECKER else []


async def _of(turn: Turn, person: Person) -> list[tuple[Entrant, str]]:
    hidden = await turn.hidden()
    found = [
        (await entrants.find(turn.tx, one.entrant), one.reason)
        for one in await recusals.everything(turn.tx)
        if one.person == person.code and one.entrant not in hidden
    ]
    return [(one, reason) for one, reason in found if one is not None]


async def _shown(turn: Turn, pair: Pair) -> tuple[Person, Entrant]:
    person = await people.find(turn.tx, pair.person)
    if person is None or not person.roles:
        raise refuse("no-such-person", code=pair.person)
    return person, await finding.one(turn, pair.entrant)


def _refuse_own(turn: Turn, person: Person) -> None:
    """One's own are told by /konflikt, and lifted by another owner."""
    if person.code == turn.person.code:
        raise refuse("recusal-own")
