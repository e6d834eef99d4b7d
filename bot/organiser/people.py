"""Jurors at a glance: each by code, with what they carry; a filter for those who need somebody. Names are nowhere here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.house import Turn, refuse
from bot.juror import training
from bot.labels import rows as fitted
from bot.messages import Button
from bot.organiser import juror_card
from bot.organiser.screens import page_of, redraw, turning
from contest.assignment import LIVE, State
from storage import assignments, invitations, jurors, people

_A_PAGE = 9
FILTERS = ("all", "silent", "unreachable", "paused", "over", "registering", "removed")
"""What the list can be narrowed to."""


@dataclass(frozen=True, slots=True)
class Line:
    """What a planner sees of a juror at a glance."""

    code: str
    state: str
    load: int
    offers: int
    capacity: int
    reachable: bool
    trained: bool

    def among(self, kind: str) -> bool:
        """Whether the juror belongs to those of a filter."""
        match kind:
            case "silent":
                return self.offers > 0
            case "unreachable":
                return not self.reachable and self.state != "removed"
            case "over":
                return self.load > self.capacity and self.state in ("active", "paused")
            case "all":
                return self.state != "removed"
            case _:
                return self.state == kind


async def listing(turn: Turn, wish: str) -> None:
    """/jurorzy: the list; `/jurorzy J-37`: the card of one."""
    if wish.strip():
        await juror_card.show(turn, wish.strip().upper())
    else:
        await _list(turn, "all", 0)


async def pressed(turn: Turn, parts: list[str]) -> None:
    """A tap on one of the buttons of these rooms."""
    match parts:
        case ["list", kind, page] if kind in FILTERS:
            await _list(turn, kind, int(page))
        case [act, code, *rest] if act in juror_card.ACTS:
            await juror_card.ACTS[act](turn, code, rest)
        case _:
            raise refuse("dead-button")


async def lines_of(turn: Turn) -> list[Line]:
    """Everybody who ever was a juror and is not forgotten, by code; contacts that are not for these eyes do not count."""
    hidden = await turn.hidden()
    tasks = [task for task in await assignments.everything(turn.tx) if task.entrant not in hidden]
    known = {person.code: person for person in await people.everybody(turn.tx) if "juror" in person.roles}
    untrained = await training.unfinished(turn.tx, turn.house)
    return [
        Line(
            juror.code,
            juror.state,
            sum(task.juror == juror.code and task.state in LIVE for task in tasks),
            sum(task.juror == juror.code and task.state is State.OFFERED for task in tasks),
            juror.capacity,
            known[juror.code].reachable,
            juror.code not in untrained,
        )
        for juror in await jurors.everybody(turn.tx)
        if juror.code in known
    ]


async def _list(turn: Turn, kind: str, asked: int) -> None:
    known = await lines_of(turn)
    found = [line for line in known if line.among(kind)]
    page, pages = page_of([line.code for line in found], asked, _A_PAGE)
    shown = found[page * _A_PAGE : (page + 1) * _A_PAGE]
    pending = [one for one in await invitations.open_now(turn.tx, turn.at) if one.role == "juror"]
    lines = [turn.say("jurors-head", count=sum(line.among("all") for line in known), pending=len(pending))]
    if kind != "all":
        lines.append(turn.say("jurors-filtered", filter=kind, count=len(found)))
    lines += [_line(turn, line) for line in shown] or [
        turn.say("jurors-none" if kind == "all" else "jurors-nobody")
    ]
    codes = [Button(label=line.code, data=f"kj:card:{line.code}") for line in shown]
    await redraw(
        turn,
        lines,
        (*fitted(codes), *turning(page, pages, f"kj:list:{kind}:{{}}".format), *_filters(turn, known, kind)),
    )


def _line(turn: Turn, line: Line) -> str:
    said = [
        turn.say(
            "jurors-line",
            code=line.code,
            state=turn.say(
                f"juror-{line.state}" if line.trained or line.state != "active" else "juror-untrained"
            ),
            load=line.load,
            capacity=line.capacity,
        )
    ]
    if line.offers:
        said.append(turn.say("jurors-silent", count=line.offers))
    if not line.reachable:
        said.append(turn.say("jurors-unreachable"))
    return " · ".join(said)


def _filters(turn: Turn, known: Iterable[Line], now: str) -> tuple[tuple[Button, ...], ...]:
    """Only those that somebody belongs to, without the one that is on."""
    counts = {kind: sum(line.among(kind) for line in known) for kind in FILTERS}
    return fitted(
        [
            Button(label=turn.say("jurors-filter", filter=kind, count=count), data=f"kj:list:{kind}:0")
            for kind, count in counts.items()
            if kind != now and (count or kind == "all")
        ]
    )
