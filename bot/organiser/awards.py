"""What the frozen ranking entitles to: proposed by the rules, granted by an owner, then printed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from bot.house import Turn, refuse
from bot.messages import shorten
from bot.organiser import judged, results
from bot.organiser.proposing import propose
from bot.organiser.ranking import plan_documents
from bot.organiser.results import Frozen
from bot.organiser.showing import show
from bot.roles import OWNER
from bot.workshop import everything
from contest.awards import BY_RULES, DISTINCTION, LICENCE, NOMINEE, STATUETTE, Award, Kind
from contest.awards import propose as entitled
from contest.both import METHOD
from contest.entrants import Entrant
from contest.ranking import GroupTable
from reports.numbers import percent
from storage import awards, edition

_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Body:
    """What was shown: the frozen state, the awards as they would be granted, and the `METHOD` by which they were found."""

    snapshot: int
    method: int
    awards: tuple[Award, ...]


async def show_awards(turn: Turn, _: str) -> None:
    """/nagrody: the licences and nominees that the rules give; an owner grants them by one tap, and has everything printed.

    Where nobody is entitled to anything, the tap is for the reports alone.
    """
    state, hidden = await _frozen(turn), await turn.hidden()
    found = judged.prepared(turn)
    if found.frozen is None or found.frozen.id != state.id:  # it was frozen while this was counted
        raise refuse("awards-moved")
    tables = found.both.tables
    given, _at = await results.granted(turn.tx, state)
    hidden = await turn.hidden()
    if any(each.kind in BY_RULES for each in given):
        shown = [award for award in given if award.entrant not in hidden]
        await show(turn, [turn.say("awards-granted"), *_listed(turn, state, tables, shown)])
        return
    today = turn.house.local(turn.at).date()
    proposed = entitled(state.snapshot.settings, tables, granted=today)
    lines = [
        turn.say(
            "awards-proposed", threshold=percent(turn.say, state.snapshot.settings.awards.licence_threshold)
        )
    ]
    shown = [award for award in proposed if award.entrant not in hidden]
    lines += _listed(turn, state, tables, shown)
    if hidden or not turn.person.roles & OWNER:
        await show(turn, lines)
        return
    body = Body(state.id, METHOD, proposed)
    yes, no = turn.say("button-grant", count=len(shown)), turn.say("button-not-yet")
    await propose(turn, "awards", body, lines=lines, yes=yes, no=no)


async def grant(turn: Turn, body: Body) -> None:
    """The confirmed awards, with the numbers that were shown; then everything is printed."""
    state = await _frozen(turn)
    given, _at = await results.granted(turn.tx, state)
    if (state.id, METHOD) != (body.snapshot, body.method) or any(each.kind in BY_RULES for each in given):
        raise refuse("awards-moved")
    for award in body.awards:
        await awards.grant(
            turn.tx,
            award.number,
            award.kind,
            entrant=award.entrant,
            snapshot=state.id,
            valid_until=award.valid_until,
            by=turn.person.code,
            at=turn.at,
        )
    await turn.note("awards.grant", state.digest, count=len(body.awards))
    await turn.write("awards-done", count=len(body.awards))
    for subject in everything(len(state.snapshot.entrants)):
        await plan_documents(turn, subject)


async def _frozen(turn: Turn) -> Frozen:
    state = await results.frozen(turn.tx)
    if state is None or await edition.phase(turn.tx) not in ("frozen", "published", "archived"):
        raise refuse("awards-too-early")
    return state


def _listed(turn: Turn, state: Frozen, tables: Iterable[GroupTable], these: Iterable[Award]) -> list[str]:
    names = {entrant.id: entrant for entrant in state.snapshot.entrants}
    points = {place.result.entrant: place.points for table in tables for place in table.places}
    said = state.snapshot.settings.awards
    these = tuple(these)
    lines: list[str] = []
    titles: Mapping[Kind, str] = {
        DISTINCTION: said.distinction_name,
        STATUETTE: said.statuette_name,
        LICENCE: said.licence_name,
        NOMINEE: said.statuette_name,
    }
    for kind, title in titles.items():
        found = [award for award in these if award.kind == kind]
        if not found and kind not in BY_RULES:
            continue
        phrase = "awards-nominees" if kind == NOMINEE else "awards-licences"
        lines += ["", turn.say(phrase, title=title, count=len(found))]
        lines += [_line(turn, award, names, points[award.entrant]) for award in found[:_SHOWN]]
        if len(found) > _SHOWN:
            lines.append(turn.say("desk-more", count=len(found) - _SHOWN))
    return lines


def _line(turn: Turn, award: Award, names: Mapping[int, Entrant], points: Fraction) -> str:
    name = shorten(names[award.entrant].name, 70)
    return turn.say("awards-line", number=award.number, name=name, score=percent(turn.say, points))
