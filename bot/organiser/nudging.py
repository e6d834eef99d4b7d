"""/przypomnij: who has not answered or will be late, ticked by group, and one message to each of them.

What is ticked lies in a proposal. Who has done it meanwhile is not reminded, and nobody is reminded by hand twice a day.
A reminder names neither the institution nor the contest.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict

from bot import labels
from bot.house import Turn, refuse
from bot.in_place import put
from bot.juror import training
from bot.messages import Button, Rows, Send
from bot.organiser.glance import visible
from bot.organiser.proposing import amend, keep, kept
from contest.assignment import RUNNING, State
from contest.clock import before
from storage import edition, jurors, outbox, people
from storage.assignments import Assignment

GROUPS = ("offers", "late", "training", "registering")
PRESSING = frozenset({"offers", "late"})
"""Groups that hold up the collecting: the others are reminded by the schedule, and cost no contact yet."""
_KIND = "nudge"


class Draft(BaseModel):
    """The groups that are ticked."""

    model_config = ConfigDict(frozen=True)

    ticked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Slow:
    """By group: the jurors in it, each with the assignments that it is about (none for training and registration)."""

    groups: Mapping[str, Mapping[str, tuple[Assignment, ...]]]
    deaf: frozenset[str]
    """Those of them who cannot be reached: nothing is sent to them."""
    told: frozenset[str]
    """Those of them who were reminded by hand today."""

    def readers(self, groups: Iterable[str]) -> list[str]:
        """Who would get a message, by code."""
        found = {code for group in groups for code in self.groups[group]}
        return sorted(found - self.deaf - self.told)


async def slow(turn: Turn) -> Slow:
    """Who is slow now, as far as this person may know of it.

    An offer is slow when half of its time has passed; work is late from the first reminder of the edition before it is due.
    """
    tasks = [one for one in await visible(turn) if one.state is State.OFFERED or one.state in RUNNING]
    collecting = await edition.phase(turn.tx) in ("preparation", "collecting")
    known = {juror.code: juror.state for juror in await jurors.everybody(turn.tx)}
    untrained = await training.unfinished(turn.tx, turn.house) if collecting else frozenset[str]()
    groups: dict[str, dict[str, tuple[Assignment, ...]]] = {
        "offers": _by_juror(one for one in tasks if _unanswered(turn, one)),
        "late": _by_juror(one for one in tasks if _late(turn, one)),
        "training": dict.fromkeys(sorted(untrained), ()),
        "registering": {code: () for code, state in known.items() if state == "registering" and collecting},
    }
    everybody = {code for group in groups.values() for code in group}
    reachable = {person.code for person in await people.with_role(turn.tx, "juror") if person.reachable}
    told = {code for code in everybody if await outbox.find_key(turn.tx, _key(turn, code)) is not None}
    return Slow(groups, frozenset(everybody - reachable), frozenset(told))


async def propose(turn: Turn, _: str) -> None:
    """/przypomnij: the groups with their numbers; those that hold up the collecting are ticked."""
    found = await slow(turn)
    if not any(found.groups.values()):
        await turn.write("nudge-nobody")
        return
    ticked = tuple(group for group in GROUPS if group in PRESSING and found.groups[group])
    draft = Draft(ticked=ticked or tuple(group for group in GROUPS if found.groups[group]))
    nonce = await keep(turn, _KIND, draft)
    text, rows = _screen(turn, found, draft, nonce)
    await turn.tell(Send(text=text, rows=rows))


async def toggled(turn: Turn, parts: list[str]) -> None:
    """A tap on a group: ticked or not, in place."""
    nonce, group = parts
    if group not in GROUPS:
        raise refuse("proposal-gone")
    before_ = (await kept(turn, _KIND, nonce, Draft)).ticked
    draft = Draft(ticked=tuple(one for one in GROUPS if (one in before_) != (one == group)))
    await amend(turn, nonce, draft)
    text, rows = _screen(turn, await slow(turn), draft, nonce)
    await put(turn, Send(text=text, rows=rows))


async def send(turn: Turn, draft: Draft) -> None:
    """The confirmed reminders, to those who are slow still."""
    ticked = draft.ticked
    found = await slow(turn)
    readers = found.readers(ticked)
    for code in readers:
        groups = [group for group in ticked if code in found.groups[group]]
        await _remind(turn, code, {group: found.groups[group][code] for group in groups})
    if readers:
        await turn.note("jurors.remind", ",".join(ticked), count=len(readers))
    await turn.write("nudge-sent", count=len(readers))


def _screen(turn: Turn, found: Slow, draft: Draft, nonce: str) -> tuple[str, Rows]:
    lines = [turn.say("nudge-head")]
    for group in GROUPS:
        if jurors_ := found.groups[group]:
            tasks = sum(map(len, jurors_.values()))
            lines.append(turn.say(f"nudge-{group}", jurors=len(jurors_), tasks=tasks))
    everybody = {code for group in found.groups.values() for code in group}
    if deaf := everybody & found.deaf:
        lines += ["", turn.say("nudge-deaf", codes=", ".join(sorted(deaf)))]
    if told := (everybody & found.told) - found.deaf:
        lines.append(turn.say("nudge-told", codes=", ".join(sorted(told))))
    count = len(found.readers(draft.ticked))
    lines += ["", turn.say("nudge-count", count=count)]
    ticks = [
        Button(
            label=turn.say(
                "nudge-tick",
                mark="☑" if group in draft.ticked else "☐",
                group=turn.say(f"nudge-group-{group}"),
            ),
            data=f"pn:{nonce}:{group}",
        )
        for group in GROUPS
        if found.groups[group]
    ]
    yes = [Button(label=turn.say("button-nudge-send", count=count), data=f"ok:{nonce}")] if count else []
    no = Button(label=turn.say("button-reject"), data=f"no:{nonce}")
    return "\n".join(lines), (*labels.rows(ticks), (*yes, no))


async def _remind(turn: Turn, code: str, about: Mapping[str, tuple[Assignment, ...]]) -> None:
    """One message about everything that this juror is reminded of."""
    juror = await people.find(turn.tx, code)
    assert juror is not None, "a code is never taken out of the table"
    say = turn.house.say(juror)
    lines = [say("nudged-head"), *(say(f"nudged-{group}", count=len(about[group])) for group in about)]
    row = (Button(label=say("button-nudged-tasks"), data="tl:0"),)
    rows = (row,) if any(about.values()) else ()
    await turn.tell(Send(text="\n".join(lines), rows=rows), to=juror, once=_key(turn, code))


def _unanswered(turn: Turn, one: Assignment) -> bool:
    return one.state is State.OFFERED and turn.at >= one.offered_at + (one.answer_by - one.offered_at) / 2


def _late(turn: Turn, one: Assignment) -> bool:
    settings = turn.house.rules.settings
    if one.state not in RUNNING - {State.WAITING} or not settings.reminders:
        return False
    return turn.at >= before(one.due_at, settings.reminders[0], settings.zone)


def _by_juror(tasks: Iterable[Assignment]) -> dict[str, tuple[Assignment, ...]]:
    found: dict[str, tuple[Assignment, ...]] = {}
    for one in tasks:
        found[one.juror] = (*found.get(one.juror, ()), one)
    return found


def _key(turn: Turn, code: str) -> str:
    """One reminder by hand a juror and day."""
    return f"nudged:{code}:{turn.house.local(turn.at):%Y-%m-%d}"
