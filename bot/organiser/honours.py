"""What the experts elected becomes an honour with a number: shown, granted by an owner, printed for the gala."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from bot.house import Turn, refuse
from bot.messages import shorten
from bot.organiser import results
from bot.organiser.proposing import propose
from bot.organiser.ranking import plan_documents
from bot.organiser.results import Frozen
from bot.organiser.topics import council, deciding
from contest.awards import DISTINCTION, STATUETTE, Award, number_of
from contest.voting import Honour
from storage import awards

PAPERS = ("protocol", "gala", "press", "catalogue")


@dataclass(frozen=True, slots=True)
class Body:
    """What was shown: the frozen state, and the honours as they would be granted."""

    snapshot: int
    awards: tuple[Award, ...]


async def propose_honours(turn: Turn) -> None:
    """Everybody elected who has no number yet."""
    await deciding(turn)
    found = await council(turn)
    given, _ = await results.granted(turn.tx, found.frozen)
    had = {(each.kind, each.entrant) for each in given}
    elected = [
        (each.topic.honour, one)
        for each in found.matters
        for one in each.elected
        if (each.topic.honour, one) not in had
    ]
    if not elected:
        raise refuse("honours-none")
    fresh = await _numbered(turn, found.frozen, elected)
    said = found.frozen.snapshot.settings.awards
    titles: dict[str, str] = {STATUETTE: said.statuette_name, DISTINCTION: said.distinction_name}
    lines = [turn.say("honours-head", count=len(fresh))]
    for award in fresh:
        name = shorten(found.name(award.entrant), 70)
        lines.append(turn.say("honours-line", number=award.number, title=titles[award.kind], name=name))
    body = Body(found.frozen.id, tuple(fresh))
    yes, no = turn.say("button-grant", count=len(fresh)), turn.say("button-not-yet")
    await propose(turn, "honours", body, lines=lines, yes=yes, no=no)


async def grant(turn: Turn, body: Body) -> None:
    """The confirmed honours, with the numbers that were shown; then their diplomas and the papers."""
    await deciding(turn)
    frozen = await results.frozen(turn.tx)
    taken = {each.number for each in await awards.listing(turn.tx)}
    if frozen is None or frozen.id != body.snapshot or taken & {each.number for each in body.awards}:
        raise refuse("awards-moved")
    for award in body.awards:
        fresh = await awards.grant(
            turn.tx,
            award.number,
            award.kind,
            entrant=award.entrant,
            snapshot=frozen.id,
            valid_until=None,
            by=turn.person.code,
            at=turn.at,
        )
        if not fresh:
            raise refuse("awards-moved")
    await turn.note("honours.grant", frozen.digest, count=len(body.awards))
    await turn.write("honours-done", count=len(body.awards))
    for subject in ("honours", *papers(frozen)):
        await plan_documents(turn, subject)


def papers(frozen: Frozen) -> tuple[str, ...]:
    """What can be printed: a catalogue only where somebody has a solution to show."""
    shown = any(each.solution or each.description for each in frozen.snapshot.entrants)
    return PAPERS if shown else tuple(what for what in PAPERS if what != "catalogue")


async def paper(turn: Turn, parts: list[str]) -> None:
    """A tap on one of the papers: made beside the chat, sent to who asked."""
    if parts[0] not in PAPERS:
        raise refuse("dead-button")
    await plan_documents(turn, f"{parts[0]}:{turn.person.code}")
    turn.toast(turn.say("toast-making"))


async def _numbered(turn: Turn, frozen: Frozen, elected: list[tuple[Honour, int]]) -> list[Award]:
    """Each with the next number of its kind, whatever was granted before."""
    used = Counter(each.kind for each in await awards.listing(turn.tx))
    made = []
    for honour, one in elected:
        used[honour] += 1
        number = number_of(frozen.snapshot.settings, honour, used[honour])
        made.append(Award(honour, one, number, None))
    return made
