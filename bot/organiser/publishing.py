"""/publikuj: results become public by an owner's act and a second organiser's; documents follow when the embargo ends.

    owner confirms -> another organiser confirms -> published -> (gala) -> released

The second confirmation is a proposal of its own in the chat of each organiser who may give it; the first of them decides. What
was shown is compared again each time: awards that were granted meanwhile, a ballot that was opened, an appeal that came.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from bot.house import House, Turn, refuse
from bot.messages import Button, Edit, Send
from bot.moments import when
from bot.organiser import results
from bot.organiser.proposing import keep, propose
from bot.organiser.ranking import plan_documents
from bot.organiser.results import Frozen
from bot.roles import EXPERT, ORGANISER
from bot.workshop import BATCH
from storage import appeals, awards, ballots, due, edition, messages, people, recusals
from storage.people import Person


@dataclass(frozen=True, slots=True)
class Body:
    """What was shown: the frozen state, and the numbers of everything granted; `first` confirmed it."""

    snapshot: int
    awards: tuple[str, ...]
    first: str = ""


_ASKED = json.dumps({"reminds": "publication"})
"""Bound to the question for the second confirmation; it asks nothing that is answered in words."""


async def propose_publication(turn: Turn, _: str) -> None:
    """What would become public, when documents follow, and who has to agree."""
    frozen = await _ready(turn)
    given = await awards.of_snapshot(turn.tx, frozen.id)
    counts = Counter(each.kind for each in given)
    confirmations = frozen.snapshot.settings.publishing.confirmations
    lines = [
        turn.say("publication-head", name=frozen.snapshot.settings.name),
        turn.say(
            "publication-what",
            placed=len(results.classified(frozen.text)),
            licences=counts["licence"],
            statuettes=counts["statuette"],
            distinctions=counts["distinction"],
        ),
    ]
    if not given:
        lines.append(turn.say("publication-no-awards"))
    if await _unrecorded(turn, frozen):
        lines.append(turn.say("publication-unrecorded"))
    lines += [_follows(turn, frozen), turn.say("publication-final")]
    if confirmations > 1:
        lines.append(turn.say("publication-second"))
    body = Body(frozen.id, tuple(each.number for each in given))
    yes, no = turn.say("button-publication"), turn.say("button-not-yet")
    await propose(turn, "results", body, lines=lines, yes=yes, no=no)


async def confirm(turn: Turn, body: Body) -> None:
    """An owner's confirmation: enough by itself, or the first of two."""
    frozen = await _same(turn, body)
    if frozen.snapshot.settings.publishing.confirmations == 1:
        await _publish(turn, frozen, Body(body.snapshot, body.awards, turn.person.code))
        return
    asked = await _others(turn)
    if not asked:
        raise refuse("publication-nobody")
    await turn.note("publication.propose", frozen.digest)
    body = Body(body.snapshot, body.awards, turn.person.code)
    for person in asked:
        await _ask(turn, person, body, frozen)
    await turn.write("publication-asked", count=len(asked))


async def confirm_second(turn: Turn, body: Body) -> None:
    """The other organiser's confirmation. Whoever gave the first cannot give the second."""
    frozen = await _same(turn, body)
    if body.first == turn.person.code or await turn.hidden():
        raise refuse("dead-button")
    await _publish(turn, frozen, body)


async def release(turn: Turn, _: due.Row, __: object) -> None:
    """The embargo is over: everything that goes to entrants leaves as archives. A gala that was put off puts this off."""
    frozen = await results.frozen(turn.tx)
    assert frozen is not None, "what is published was frozen"
    at = embargo_until(turn.house, frozen)
    if at is not None and at > turn.at:
        await _plan_release(turn, at)
        return
    await turn.note("documents.release", frozen.digest)
    await plan_documents(turn, "release")


def embargo_until(house: House, frozen: Frozen) -> datetime | None:
    """Until when documents stay here; None when nothing holds them. The date is that of the edition in force."""
    settings = house.rules.settings
    if frozen.snapshot.settings.publishing.embargo == "none" or settings.dates.gala is None:
        return None
    return settings.utc(settings.dates.gala)


async def _publish(turn: Turn, frozen: Frozen, body: Body) -> None:
    await edition.advance(turn.tx, "published", turn.person.code, turn.at)
    await turn.note("results.publish", frozen.digest, first=body.first, second=turn.person.code)
    by = ", ".join(dict.fromkeys((body.first, turn.person.code)))
    for person in await people.everybody(turn.tx):
        if person.roles & (ORGANISER | EXPERT):
            await _settle(turn, person, frozen)
            await turn.write("publication-done", to=person, by=by)
    # Reports name what the experts have granted since they were made.
    for start in range(0, len(frozen.snapshot.entrants), BATCH):
        await plan_documents(turn, f"final:{start}")
    await plan_documents(turn, "standings")
    at = embargo_until(turn.house, frozen)
    await _plan_release(turn, max(at, turn.at) if at else turn.at)


async def _settle(turn: Turn, person: Person, frozen: Frozen) -> None:
    """Whoever was asked to confirm and did not is not asked any more."""
    if person.code == turn.person.code:
        return
    text = turn.house.say(person)("publication-settled", name=frozen.snapshot.settings.name)
    for row in await messages.standing(turn.tx, person.code, _ASKED):
        await turn.tell(Edit(of=row, text=text, must=False), to=person, binds=_ASKED)


async def _plan_release(turn: Turn, at: datetime) -> None:
    await due.plan(turn.tx, f"release:{at:%Y%m%d%H%M%S}", "release", "", at)


async def _ready(turn: Turn) -> Frozen:
    """The frozen state, when nothing stands in the way of its publication."""
    phase = await edition.phase(turn.tx)
    if phase in ("published", "archived"):
        raise refuse("publication-over")
    frozen = await results.frozen(turn.tx)
    if frozen is None or phase != "frozen":
        raise refuse("publication-too-early")
    if await turn.hidden():
        raise refuse("publication-interest")
    if running := await ballots.running(turn.tx, frozen.id):
        raise refuse("publication-voting", count=running)
    if waiting := sum(each.verdict is None for each in await appeals.everything(turn.tx)):
        raise refuse("publication-appeals", count=waiting)
    return frozen


async def _same(turn: Turn, body: Body) -> Frozen:
    frozen = await _ready(turn)
    given = tuple(each.number for each in await awards.of_snapshot(turn.tx, frozen.id))
    if (frozen.id, given) != (body.snapshot, body.awards):
        raise refuse("publication-moved")
    return frozen


async def _unrecorded(turn: Turn, frozen: Frozen) -> bool:
    """Whether somebody was elected and has nothing yet."""
    had = {(each.kind, each.entrant) for each in await awards.of_snapshot(turn.tx, frozen.id)}
    return any(
        (ballot.honour, one) not in had
        for ballot in await ballots.of_snapshot(turn.tx, frozen.id)
        if ballot.outcome is not None and ballot.outcome.verdict == "elected"
        for one in ballot.outcome.entrants
    )


async def _others(turn: Turn) -> list[Person]:
    """Who may give the second confirmation: every other organiser without an interest anywhere."""
    return [
        person
        for person in await people.everybody(turn.tx)
        if person.roles & ORGANISER
        and person.code != turn.person.code
        and person.reachable
        and not await recusals.hidden_from(turn.tx, person.code)
    ]


async def _ask(turn: Turn, person: Person, body: Body, frozen: Frozen) -> None:
    say = turn.house.say(person)
    nonce = await keep(turn, "results-second", body, to=person)
    buttons = (
        Button(label=say("button-publication"), data=f"ok:{nonce}"),
        Button(label=say("button-not-yet"), data=f"no:{nonce}"),
    )
    told = say("publication-ask", name=frozen.snapshot.settings.name, by=body.first, count=len(body.awards))
    await turn.tell(Send(text=told, rows=(buttons,)), to=person, binds=_ASKED)


def _follows(turn: Turn, frozen: Frozen) -> str:
    at = embargo_until(turn.house, frozen)
    if at is None or at <= turn.at:
        return turn.say("publication-at-once")
    return turn.say("publication-embargo", when=when(turn, at))
