"""/terminy: the dates of the edition, seen, and moved with everything that follows from it.

A move is shown with its consequences first. On the tap the date, the assignments that follow it, their reminders and the rows of
the schedule change in one transaction; jurors read their new dates. What lies behind does not move, and is not done again.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.house import Turn, refuse
from bot.juror import waiting
from bot.juror.common import in_correction
from bot.messages import Button, Send, grid
from bot.moments import lasting, when
from bot.organiser.proposing import propose
from bot.organiser.showing import show
from bot.planned import plan_calendar, plan_nudges
from bot.roles import ORGANISER, PLANNER
from contest.assignment import RUNNING, State
from contest.dates import NAMES, Times, follow, local, move
from contest.edition import EditionSettings
from contest.moments import read_ahead
from storage import assignments, due, edition, people, plans
from storage.assignments import Assignment

_STEPS = (-1, 1, 3, 7, 14)
"""Days that a date moves by one tap."""
_MOVES_IN: Mapping[str, frozenset[str]] = {
    "collecting_from": frozenset({"preparation", "collecting"}),
    "collecting_until": frozenset({"preparation", "collecting"}),
    "checking_until": frozenset({"preparation", "collecting", "checking"}),
    "results_at": frozenset({"preparation", "collecting", "checking"}),
    "gala": frozenset({"preparation", "collecting", "checking", "frozen", "published"}),
}
"""The phases in which a date still matters."""
_TOLD = 12
"""Assignments that a message names."""


@dataclass(frozen=True, slots=True)
class Move:
    """A move as it waits for the tap: from which local time to which, and what it was shown to do."""

    name: str
    frm: datetime
    to: datetime
    seen: str
    """The assignments that follow, as they were: when they are others on the tap, the move is shown again."""


@dataclass(frozen=True, slots=True)
class Follower:
    """An assignment and the dates that it would get."""

    task: Assignment
    times: Times


async def listing(turn: Turn, _: str) -> None:
    """/terminy: each date of the edition, what the schedule does then, and which may be moved."""
    settings = turn.house.rules.settings
    lines = [turn.say("dates-head", name=settings.name)]
    for name in NAMES:
        if (at := _at(settings, name)) is not None:
            mark = "✔" if at <= turn.at else "•"
            told = turn.say(f"dates-{_word(name)}")
            lines += ["", turn.say("dates-line", mark=mark, when=when(turn, at), what=told)]
    lines += ["", turn.say("dates-offers", hours=settings.offers.hours, days=settings.work_days.days)]
    lines.append(turn.say("dates-corrections", hours=settings.corrections.hours))
    leads = ", ".join(lasting(lead.length, turn.say) for lead in settings.reminders)
    lines.append(turn.say("dates-reminders", reminders=leads))
    buttons = [
        Button(label=turn.say(f"button-date-{_word(name)}"), data=f"ld:{NAMES.index(name)}")
        for name in await _movable(turn)
        if turn.person.roles & PLANNER
    ]
    if buttons:
        lines += ["", turn.say("dates-movable")]
    await show(turn, lines, grid(buttons, 2))


async def asked(turn: Turn, parts: list[str]) -> None:
    """A tap on a date: by how many days, or typed."""
    name = await _named(turn, parts[0])
    at = _at(turn.house.rules.settings, name)
    assert at is not None, "only dates that the edition has can be moved"
    buttons = [
        Button(
            label=turn.say("button-days", sign="+" if days > 0 else "−", days=abs(days)),
            data=f"lm:{parts[0]}:{days}",
        )
        for days in _STEPS
    ]
    text = turn.say("date-ask", what=turn.say(f"button-date-{_word(name)}"), when=when(turn, at))
    await turn.tell(Send(text=text, rows=grid(buttons, 3)), binds=json.dumps({"ask": "date", "name": name}))


async def by_days(turn: Turn, parts: list[str]) -> None:
    """A tap on so many days."""
    name, days = await _named(turn, parts[0]), int(parts[1])
    before = local(turn.house.rules.settings, name)
    if days not in _STEPS or before is None:
        raise refuse("dead-button")
    await _propose(turn, name, before + timedelta(days=days))


async def typed(turn: Turn, bound: Mapping[str, str | int], text: str) -> None:
    """A date in the planner's own words."""
    name = str(bound["name"])
    before = local(turn.house.rules.settings, name)
    if before is None or name not in await _movable(turn):
        raise refuse("date-passed")
    now = turn.house.local(turn.at).replace(tzinfo=None)
    await _propose(turn, name, read_ahead(text, now, before.time()))


async def apply(turn: Turn, asked_for: Move) -> None:
    """The confirmed move, if the world is still the one that it was shown for."""
    house, name = turn.house, asked_for.name
    before = house.rules.settings
    if local(before, name) != asked_for.frm or name not in await _movable(turn):
        raise refuse("dates-changed")
    after = move(before, name, asked_for.to, now=turn.at)
    followers = await _followers(turn, before, after)
    if _seen(followers) != asked_for.seen:
        raise refuse("dates-changed")
    await _keep(turn, name, asked_for)
    for one in followers:
        await _follow(turn, one)
    await plan_calendar(turn.tx, after)
    turn.tx.afterwards.append(lambda: setattr(house, "rules", replace(house.rules, settings=after)))
    await _tell_jurors(turn, followers)
    await _tell_organisers(turn, name, after)


async def _propose(turn: Turn, name: str, to: datetime) -> None:
    before = turn.house.rules.settings
    after = move(before, name, to, now=turn.at)
    followers = await _followers(turn, before, after)
    frm = local(before, name)
    assert frm is not None, "only dates that the edition has can be moved"
    lines = [
        turn.say(
            "date-move",
            what=turn.say(f"button-date-{_word(name)}"),
            frm=when(turn, before.utc(frm)),
            to=when(turn, after.utc(to)),
        ),
        *await _consequences(turn, after, followers),
    ]
    body = Move(name, frm, to, _seen(followers))
    yes, no = turn.say("button-move-date"), turn.say("button-not-yet")
    await propose(turn, "dates", body, lines=lines, yes=yes, no=no)


async def _consequences(turn: Turn, after: EditionSettings, followers: Sequence[Follower]) -> list[str]:
    """What the move does, as far as the reader may know."""
    hidden = await turn.hidden()
    mine = [one for one in followers if one.task.entrant not in hidden]
    offers = sum(one.task.state is State.OFFERED for one in mine)
    later = sum(one.times.due_at > one.task.due_at for one in mine if one.task.state is not State.OFFERED)
    sooner = sum(one.times.due_at < one.task.due_at for one in mine if one.task.state is not State.OFFERED)
    lines = []
    if later or sooner:
        lines.append(turn.say("date-running", count=later + sooner))
    if sooner:
        lines.append(turn.say("date-sooner", count=sooner))
    if offers:
        lines.append(turn.say("date-offered", count=offers))
    if late := await _late_waves(turn, after, hidden):
        lines.append(turn.say("date-waves", count=late))
    jurors = len({one.task.juror for one in mine})
    lines.append(turn.say("date-jurors", count=jurors) if jurors else turn.say("date-nobody"))
    return lines


async def _late_waves(turn: Turn, after: EditionSettings, hidden: frozenset[int]) -> int:
    """Contacts of approved plans whose wave would come after the end."""
    end = after.utc(after.dates.collecting_until)
    late = 0
    for one in await plans.waiting(turn.tx):
        rows = await due.of(turn.tx, "wave", f"{one.plan}:{one.wave}")
        late += one.entrant not in hidden and any(row.at >= end for row in rows)
    return late


async def _followers(turn: Turn, before: EditionSettings, after: EditionSettings) -> list[Follower]:
    """Every assignment under way that would get other dates."""
    found = []
    for task in await assignments.in_state(turn.tx, {State.OFFERED, *RUNNING}):
        times = Times(task.opens_at, task.answer_by, task.due_at)
        corrected = await in_correction(turn.tx, task)
        moved = follow(
            times,
            before,
            after,
            returned_at=task.changed_at if corrected else None,
            rests_until=await waiting.rests_until(turn, task),
        )
        if moved != times:
            found.append(Follower(task, moved))
    return found


def _seen(followers: Sequence[Follower]) -> str:
    return ",".join(f"{one.task.id}:{one.task.state.value}:{one.task.due_at:%m%d%H%M}" for one in followers)


async def _keep(turn: Turn, name: str, asked_for: Move) -> None:
    """The move as a fact that stands for the date of the file, from wherever it was moved before."""
    known = {one.name: one for one in await edition.moved_dates(turn.tx)}
    stands = known.get(name)
    frm = stands.moved_from if stands and stands.moved_to == asked_for.frm else asked_for.frm
    await edition.move_date(turn.tx, name, frm, asked_for.to, by=turn.person.code, at=turn.at)


async def _follow(turn: Turn, one: Follower) -> None:
    """The assignment's dates, and what is planned for it; reminders that went out stay behind."""
    task, times = one.task, one.times
    await assignments.reschedule(
        turn.tx,
        task.id,
        answer_by=times.answer_by,
        opens_at=times.opens_at,
        due_at=times.due_at,
        by=turn.person.code,
        at=turn.at,
    )
    if task.state is State.OFFERED:
        await due.replan(turn.tx, f"lapse:{task.id}", times.answer_by)
        return
    for kind in ("nudge", "overdue"):
        await due.cancel_of(turn.tx, kind, str(task.id), at=turn.at)
    moved = replace(task, opens_at=times.opens_at, answer_by=times.answer_by, due_at=times.due_at)
    await plan_nudges(turn.house, turn.tx, moved, turn.at, mark=f":{times.due_at:%Y%m%d%H%M}")


async def _tell_jurors(turn: Turn, followers: Sequence[Follower]) -> None:
    """One message to each juror, which names no institution."""
    by_juror: defaultdict[str, list[Follower]] = defaultdict(list)
    for one in followers:
        by_juror[one.task.juror].append(one)
    for code, mine in by_juror.items():
        juror = await people.find(turn.tx, code)
        if juror is None:
            continue
        say = turn.house.say(juror)
        lines = [say("dates-juror", count=len(mine))]
        lines += [
            say("dates-juror-line", label=one.task.label, due=when(turn, one.times.due_at, to=juror))
            for one in mine[:_TOLD]
        ]
        if len(mine) > _TOLD:
            lines.append(say("desk-more", count=len(mine) - _TOLD))
        await turn.tell(Send(text="\n".join(lines)), to=juror)


async def _tell_organisers(turn: Turn, name: str, after: EditionSettings) -> None:
    at = _at(after, name)
    assert at is not None, "it was just moved"
    for reader in await people.everybody(turn.tx):
        if reader.roles & ORGANISER:
            say = turn.house.say(reader)
            mine = reader.code == turn.person.code
            await turn.write(
                "date-moved" if mine else "date-moved-by",
                to=reader,
                what=say(f"button-date-{_word(name)}"),
                when=when(turn, at, to=reader),
                by=turn.person.code,
            )


async def _movable(turn: Turn) -> list[str]:
    """The dates that still lie ahead, in a phase in which they matter."""
    phase = await edition.phase(turn.tx)
    settings = turn.house.rules.settings
    ahead = [name for name in NAMES if (at := _at(settings, name)) is not None and at > turn.at]
    return [name for name in ahead if phase in _MOVES_IN[name]]


async def _named(turn: Turn, place: str) -> str:
    name = NAMES[int(place)]
    if name not in await _movable(turn):
        raise refuse("date-passed")
    return name


def _at(settings: EditionSettings, name: str) -> datetime | None:
    at = local(settings, name)
    return settings.utc(at) if at is not None else None


def _word(name: str) -> str:
    """A date's name as phrases have it."""
    return name.replace("_", "-")
