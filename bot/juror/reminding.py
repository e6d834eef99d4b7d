"""A reminder in the chat: opened, or put off until later; it names neither the institution nor the contest."""

from __future__ import annotations

from bot.house import Turn, refuse
from bot.in_place import put
from bot.juror.common import own_assignment
from bot.juror.doors import door
from bot.juror.standing import reminds
from bot.messages import Button, Rows, Send
from bot.moments import when
from contest.assignment import RUNNING, State
from contest.mistakes import Say
from contest.reminders import Wish, snoozed
from storage import assignments, due, entrants
from storage.assignments import Assignment
from storage.people import Person

_WISHES: tuple[Wish, ...] = ("3h", "morning")


async def nudge(turn: Turn, task: Assignment, juror: Person) -> None:
    """What is due and when; whether the door is open now; three buttons."""
    say = turn.house.say(juror)
    lines = [say("nudge", label=task.label, due=when(turn, task.due_at, to=juror))]
    entrant = await entrants.find(turn.tx, task.entrant)
    if entrant and (now := door(turn.house, juror, entrant, task.channel, at=turn.at)):
        lines.append(say("nudge-door", door=now))
    if others := await _others(turn, task):
        lines.append(say("nudge-others", count=others))
    later = tuple(
        (Button(label=say(f"button-snooze-{wish}"), data=f"z:{task.id}:{wish}"),) for wish in _WISHES
    )
    await turn.tell(
        Send(text="\n".join(lines), rows=(*_open(task, say), *later)), to=juror, binds=reminds(task.id)
    )


async def _others(turn: Turn, task: Assignment) -> int:
    """What else waits for the juror rather than for an institution."""
    held = await assignments.of_juror(turn.tx, task.juror, {State.OFFERED, *RUNNING} - {State.WAITING})
    return sum(one.id != task.id for one in held)


async def put_off(turn: Turn, parts: list[str]) -> None:
    """The reminder comes once more: one row for each reminder that was sent, moved when the juror thinks again."""
    task = await own_assignment(turn, int(parts[0]))
    wish = next((one for one in _WISHES if one == parts[1]), None)
    if wish is None:
        raise refuse("dead-button")
    if task.state not in RUNNING:
        raise refuse("not-open", label=task.label, state=turn.say(f"state-{task.state.value}"))
    house = turn.house
    at = snoozed(wish, task.due_at, house.quiet_hours, house.zone_of(turn.person), now=turn.at)
    if at is None:
        raise refuse("snooze-too-late", due=when(turn, task.due_at))
    key = f"nudge:{task.id}:again:{turn.message_id or 0}"
    if not (await due.plan(turn.tx, key, "nudge", str(task.id), at) or await due.replan(turn.tx, key, at)):
        raise refuse("dead-button")  # it has come meanwhile, with buttons of its own
    turn.toast(turn.say("toast-snoozed", when=when(turn, at)))
    text = turn.say("snoozed", label=task.label, when=when(turn, at))
    await put(turn, Send(text=text, rows=_open(task, turn.say)), binds=reminds(task.id))


def _open(task: Assignment, say: Say) -> Rows:
    return ((Button(label=say("button-go-on"), data=f"a:{task.id}"),),)
