"""An entrant takes part no more: a reason, what happens to its assignments told first, then all of it at one tap.

The way is the same for one that was found by name and for those that a table did not name, with one difference: a table
never takes away approved contacts, a person who looks at one entrant may.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bot.house import Turn, refuse
from bot.juror.assignments import leave
from bot.labels import rows
from bot.messages import Button, Send, shorten
from bot.organiser.proposing import keep, kept, propose
from bot.organiser.register import visible
from bot.organiser.showing import first, show
from contest.assignment import RUNNING, Act, State
from storage import assignments, audits, edition, entrants, people
from storage.assignments import Assignment

REASONS = ("resigned", "doubled", "closed", "mistaken")
_OPEN = ("preparation", "collecting", "checking")
_LONGEST = 200
_KIND = "leaving"
"""What waits for a reason; only with one does it become a proposal that can be confirmed."""

Fate = Literal["cancelled", "excluded", "lost"]
"""What becomes of an assignment: taken from the juror, left out before its check, approved and no longer counted."""


@dataclass(frozen=True, slots=True)
class Leaving:
    """Who would leave, why, and what of theirs was shown to fall with them."""

    entrants: tuple[int, ...]
    by_file: bool = False
    reason: str = ""
    shown: tuple[tuple[int, Fate], ...] = ()


async def gather(turn: Turn, these: Sequence[int], *, by_file: bool) -> str:
    """Keep whom a button would withdraw; the nonce for `iw:`."""
    return await keep(turn, _KIND, Leaving(tuple(these), by_file))


async def asked_one(turn: Turn, parts: list[str]) -> None:
    """A tap on the card of one entrant."""
    await _in_time(turn)
    entrant, gone = await visible(turn, int(parts[0]))
    if gone:
        raise refuse("entrant-withdrawn", name=entrant.name)
    await asked(turn, [await gather(turn, [entrant.id], by_file=False)])


async def asked(turn: Turn, parts: list[str]) -> None:
    """Why? By one tap, or in words."""
    await _in_time(turn)
    leaving = await _kept(turn, parts[0])
    buttons = [
        Button(label=turn.say(f"withdraw-{reason}"), data=f"ir:{parts[0]}:{reason}") for reason in REASONS
    ]
    text = turn.say("withdraw-why", count=len(leaving.entrants))
    await turn.tell(
        Send(text=text, rows=rows(buttons, 2)), binds=json.dumps({"ask": "leaving", "nonce": parts[0]})
    )


async def reasoned(turn: Turn, parts: list[str]) -> None:
    """A tap on a reason."""
    nonce, reason = parts
    if reason not in REASONS:
        raise refuse("dead-button")
    await _propose(turn, await _kept(turn, nonce), turn.house.phrases.plain("pl")(f"withdraw-{reason}"))


async def explained(turn: Turn, bound: Mapping[str, str | int], text: str) -> None:
    """A reason in the organiser's own words."""
    reason = " ".join(text.split())
    if not reason:
        raise refuse("withdraw-no-reason")
    await _propose(turn, await _kept(turn, str(bound["nonce"])), shorten(reason, _LONGEST))


async def apply(turn: Turn, leaving: Leaving) -> None:
    """The confirmed withdrawal, if it would still take what was shown."""
    await _in_time(turn)
    fates = await _fates(turn, leaving.entrants)
    if leaving.shown != _shown(fates):
        raise refuse("withdraw-stale")
    by, at = turn.person.code, turn.at
    for number in leaving.entrants:
        if not await entrants.withdraw(turn.tx, number, leaving.reason, by=by, at=at):
            raise refuse("withdraw-stale")
    for task, fate in fates:
        await _END[fate](turn, task, leaving.reason)
    counts = Counter(fate for _, fate in fates)
    await show(
        turn,
        [
            turn.say(
                "withdraw-done",
                count=len(leaving.entrants),
                cancelled=counts["cancelled"],
                excluded=counts["excluded"],
            )
        ],
    )


async def restored(turn: Turn, parts: list[str]) -> None:
    """A tap: an entrant that was withdrawn takes part again; its contacts are planned anew."""
    await _in_time(turn)
    entrant, _ = await visible(turn, int(parts[0]))
    if not await entrants.restore(turn.tx, entrant.id, by=turn.person.code, at=turn.at):
        raise refuse("entrant-not-withdrawn", name=entrant.name)
    await turn.write("withdraw-restored", name=entrant.name)


async def _propose(turn: Turn, leaving: Leaving, reason: str) -> None:
    """What would happen, and the button that does it; from a table, those with approved contacts are refused."""
    await _in_time(turn)
    listed = {entrant.id: entrant for entrant in await entrants.everything(turn.tx)}
    hidden = await turn.hidden()
    there = tuple(number for number in leaving.entrants if number in listed and number not in hidden)
    fates = await _fates(turn, there)
    kept_back = {task.entrant for task, fate in fates if fate == "lost"} if leaving.by_file else set()
    these = tuple(number for number in there if number not in kept_back)
    fates = [(task, fate) for task, fate in fates if task.entrant not in kept_back]
    lines = []
    if kept_back:
        names = [turn.say("import-name", name=listed[number].name) for number in sorted(kept_back)]
        lines += [turn.say("withdraw-approved", count=len(kept_back)), *first(turn, names, 5)]
    if not these:
        await show(turn, lines or [turn.say("withdraw-nobody")])
        return
    names = [turn.say("import-name", name=listed[number].name) for number in these]
    lines += [turn.say("withdraw-head", count=len(these), reason=reason), *first(turn, names)]
    lines += _consequences(turn, fates)
    body = replace(leaving, entrants=these, reason=reason, shown=_shown(fates))
    yes, no = turn.say("button-withdraw", count=len(these)), turn.say("button-reject")
    await propose(turn, "withdraw", body, lines=lines, yes=yes, no=no)


def _consequences(turn: Turn, fates: Sequence[tuple[Assignment, Fate]]) -> list[str]:
    counts = Counter(fate for _, fate in fates)
    if not counts:
        return ["", turn.say("withdraw-clean")]
    return ["", *(turn.say(f"withdraw-{fate}", count=counts[fate]) for fate in _END if counts[fate])]


async def _fates(turn: Turn, these: Sequence[int]) -> list[tuple[Assignment, Fate]]:
    """What becomes of everything that is live at these entrants, by its id."""
    fate: Mapping[State, Fate] = {
        State.SUBMITTED: "excluded",
        State.APPROVED: "lost",
        **dict.fromkeys({State.OFFERED, *RUNNING}, "cancelled"),
    }
    live = await assignments.in_state(turn.tx, fate)
    return [(task, fate[task.state]) for task in live if task.entrant in set(these)]


async def _cancel(turn: Turn, task: Assignment, reason: str) -> None:
    await leave(turn, task, Act.CANCEL, reason)
    await _to_juror(turn, task, "withdraw-cancelled-juror")


async def _exclude(turn: Turn, task: Assignment, reason: str) -> None:
    """Nobody need check it any more; the juror reads why."""
    audit = await audits.newest_of(turn.tx, task.id)
    if audit is not None:
        await audits.decide(turn.tx, audit.id, "excluded", reason, by=turn.person.code, at=turn.at)
    await leave(turn, task, Act.EXCLUDE, reason)
    await _to_juror(turn, task, "withdraw-excluded-juror")


async def _stays(_: Turn, __: Assignment, ___: str) -> None:
    """Approved work stays where it is; the ranking asks only who takes part."""


_END: Mapping[Fate, Callable[[Turn, Assignment, str], Awaitable[None]]] = {
    "cancelled": _cancel,
    "excluded": _exclude,
    "lost": _stays,
}


async def _to_juror(turn: Turn, task: Assignment, phrase: str) -> None:
    juror = await people.find(turn.tx, task.juror)
    if juror is not None:
        await turn.write(phrase, to=juror, label=task.label)


async def _in_time(turn: Turn) -> None:
    if await edition.phase(turn.tx) not in _OPEN:
        raise refuse("entrants-frozen")


async def _kept(turn: Turn, nonce: str) -> Leaving:
    return await kept(turn, _KIND, nonce, Leaving)


def _shown(fates: Sequence[tuple[Assignment, Fate]]) -> tuple[tuple[int, Fate], ...]:
    return tuple((task.id, fate) for task, fate in fates)
