"""/nominacje: who stands for the statuettes by the ranking, and whom experts nominate for the extraordinary distinction."""

from __future__ import annotations

import json
from collections.abc import Mapping
from itertools import groupby

from bot.house import Turn, refuse
from bot.labels import whole
from bot.messages import Button, Send, shorten
from bot.organiser import results
from bot.organiser.showing import show
from bot.organiser.topics import Council, council, deciding, named
from bot.organiser.verdicts import sentence
from bot.roles import EXPERT
from contest.entrants import Entrant
from reports.numbers import percent
from storage import ballots, entrants, nominations
from storage.nominations import Nomination

_FOUND = 8
_REASON = 300


async def listing(turn: Turn, _: str) -> None:
    """The candidates of each group by the ranking, then the nominations with their reasons."""
    found = await council(turn)
    lines = [turn.say("nominations-head")]
    for matter in found.matters:
        if matter.topic.honour == "statuette":
            lines += ["", turn.say("nominations-group", title=named(turn, found.frozen, matter.topic))]
            lines += [_candidate(turn, found, one) for one in matter.topic.candidates]
    hidden = await turn.hidden()
    said = [each for each in await nominations.everything(turn.tx) if each.entrant not in hidden]
    title = found.frozen.snapshot.settings.awards.distinction_name
    lines += ["", turn.say("nominations-group", title=title)]
    for entrant, several in groupby(said, key=lambda each: each.entrant):
        lines.append(_candidate(turn, found, entrant))
        lines += [_said(turn, each) for each in several]
    if not said:
        lines.append(turn.say("nominations-none"))
    await show(turn, lines, tuple((button,) for button in _buttons(turn, found, said)))


def _candidate(turn: Turn, found: Council, one: int) -> str:
    place = found.places.get(one)
    name = found.name(one) if one in found.names else "–"
    if place is None:
        return turn.say("nominations-unplaced", name=name)
    points = percent(turn.say, place.points)
    return turn.say("nominations-line", name=name, place=place.number, points=points)


def _said(turn: Turn, each: Nomination) -> str:
    reason = shorten(each.reason, _REASON)
    return turn.say("nominations-reason", expert=each.expert, reason=reason or "–")


def _buttons(turn: Turn, found: Council, said: list[Nomination]) -> list[Button]:
    if not turn.person.roles & EXPERT:
        return []
    plain = turn.house.phrases.plain(turn.person.language)
    mine = [
        Button(
            label=plain("button-nominate-back", name=shorten(found.name(each.entrant), 30)),
            data=f"wx:{each.entrant}",
        )
        for each in said
        if each.expert == turn.person.code and each.entrant in found.names
    ]
    return [Button(label=turn.say("button-nominate"), data="wn"), *mine]


async def asked(turn: Turn, _: list[str]) -> None:
    """Whom: a part of a name is enough."""
    await deciding(turn)
    await turn.tell(Send(text=turn.say("nominate-whom")), binds=json.dumps({"ask": "nominate"}))


async def looked_for(turn: Turn, _: Mapping[str, str | int], text: str) -> None:
    """The entrants with these letters in their names, a button each."""
    await deciding(turn)
    may = await _eligible(turn)
    fit = [each for each in await entrants.search(turn.tx, text.strip()[:100], limit=200) if each.id in may]
    if not fit:
        await turn.tell(Send(text=turn.say("nominate-nobody")), binds=json.dumps({"ask": "nominate"}))
        return
    rows = tuple((Button(label=whole(each.name), data=f"wf:{each.id}"),) for each in fit[:_FOUND])
    phrase = "nominate-which" if len(fit) <= _FOUND else "nominate-many"
    text = turn.say(phrase, count=len(fit))
    await turn.tell(Send(text=text, rows=rows), binds=json.dumps({"ask": "nominate"}))


async def picked(turn: Turn, parts: list[str]) -> None:
    """Whom it is; now for what."""
    entrant = await _one(turn, int(parts[0]))
    await turn.tell(
        Send(text=turn.say("nominate-why", name=entrant.name)),
        binds=json.dumps({"ask": "merit", "entrant": entrant.id}),
    )


async def reasoned(turn: Turn, bound: Mapping[str, str | int], text: str) -> None:
    """The nomination, in the expert's words."""
    entrant = await _one(turn, int(bound["entrant"]))
    fresh = await nominations.nominate(turn.tx, entrant.id, sentence(text), by=turn.person.code, at=turn.at)
    await turn.write("nominate-done" if fresh else "nominate-changed", name=entrant.name)


async def withdrawn(turn: Turn, parts: list[str]) -> None:
    """One's own nomination taken back, as long as nobody voted on it."""
    entrant = await _one(turn, int(parts[0]))
    frozen = await results.frozen(turn.tx)
    held = await ballots.of_snapshot(turn.tx, frozen.id) if frozen else []
    if any((each.honour, each.about) == ("distinction", str(entrant.id)) for each in held):
        raise refuse("nomination-voted")
    if not await nominations.withdraw(turn.tx, entrant.id, by=turn.person.code, at=turn.at):
        raise refuse("dead-button")
    await turn.write("nominate-withdrawn", name=entrant.name)


async def _one(turn: Turn, number: int) -> Entrant:
    """A classified entrant about whom this expert may speak."""
    await deciding(turn)
    entrant = await entrants.find(turn.tx, number)
    if entrant is None or number not in await _eligible(turn):
        raise refuse("dead-button")
    return entrant


async def _eligible(turn: Turn) -> frozenset[int]:
    """Whoever has a place and is not hidden from this expert."""
    frozen = await results.frozen(turn.tx)
    return results.classified(frozen.text) - await turn.hidden() if frozen else frozenset()
