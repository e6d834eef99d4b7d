"""A juror's assignments in the chat: offered, looked at, accepted or declined, started, handed back.

What a lock screen may show names neither the institution nor the contest: details come after a tap.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace

from bot import digest, labels
from bot.house import Turn, refuse
from bot.in_place import put
from bot.juror import conversation
from bot.juror.common import in_hand, own_assignment
from bot.juror.doors import door
from bot.juror.standing import about, retire
from bot.messages import Button, Edit, Send, shorten
from bot.moments import when
from bot.phrases import Html
from bot.planned import OF_ASSIGNMENT, plan_nudges
from contest.assignment import RUNNING, Act, State, move
from contest.entrants import Entrant
from contest.session import Session
from storage import assignments, audits, due, entrants, jurors, messages, sessions
from storage.assignments import Assignment
from storage.people import Person

REASONS = ("conflict", "distance", "time", "other")


async def offer(turn: Turn, number: int, reader: Person) -> None:
    """Promise the offer to its juror, and the moment at which it lapses."""
    task = await assignments.find(turn.tx, number)
    assert task is not None
    say = turn.house.say(reader)
    text = say(
        "offer",
        label=task.label,
        channel=turn.house.rules.channel_name(task.channel),
        due=when(turn, task.due_at, to=reader),
        until=when(turn, task.answer_by, to=reader),
    )
    row = (Button(label=say("button-show"), data=f"a:{task.id}"),)
    await turn.tell(Send(text=text, rows=(row,)), to=reader, binds=about(task.id))
    await due.plan(turn.tx, f"lapse:{task.id}", "lapse", str(task.id), task.answer_by)


async def opened(turn: Turn, parts: list[str]) -> None:
    """A tap on an assignment: its details and what can be done with it now."""
    task = await own_assignment(turn, int(parts[0]))
    match task.state:
        case State.OFFERED:
            await _details(turn, task, _offer_rows(turn, task), in_place=True)
        case State.ACCEPTED:
            await _details(turn, task, _start_rows(turn, task), in_place=False)
        case State.RUNNING | State.WAITING | State.RETURNED:
            await started(turn, parts)
        case _:
            raise refuse("not-open", label=task.label, state=turn.say(f"state-{task.state.value}"))


async def detailed(turn: Turn, parts: list[str]) -> None:
    """A tap: where, how and with which story, in the middle of the work."""
    task = await own_assignment(turn, int(parts[0]))
    if task.state not in RUNNING or task.state is State.ACCEPTED:
        await opened(turn, parts)
        return
    go = Button(label=turn.say("button-to-question"), data=f"a:{task.id}")
    no = Button(label=turn.say("button-cannot"), data=f"an:{task.id}")
    await _details(turn, task, ((go, no),), in_place=False)


async def accepted(turn: Turn, parts: list[str]) -> None:
    task = await own_assignment(turn, int(parts[0]))
    if task.state in RUNNING:
        raise refuse("already-accepted", label=task.label)
    task = await _change(turn, task, Act.ACCEPT)
    await due.cancel_of(turn.tx, "lapse", str(task.id), at=turn.at)
    await plan_nudges(turn.house, turn.tx, task, turn.at)
    turn.toast(turn.say("toast-accepted"))
    await _details(turn, task, _start_rows(turn, task), in_place=True)


async def started(turn: Turn, parts: list[str]) -> None:
    """The interview begins, or goes on where it stopped."""
    task = await own_assignment(turn, int(parts[0]))
    if task.state not in RUNNING:
        raise refuse("not-open", label=task.label, state=turn.say(f"state-{task.state.value}"))
    if turn.at < task.opens_at:
        raise refuse("too-early", label=task.label, opens=when(turn, task.opens_at))
    stored = await sessions.for_assignment(turn.tx, task.id)
    if (
        task.state is State.ACCEPTED
    ):  # a return stays one until it is sent again; what waits for a reply goes on waiting
        await _change(turn, task, Act.START)
        await _begun(turn, task)
    if stored is None:
        entrant = await _entrant(turn, task)
        session = Session(task.checklist, kind=entrant.kind)
        number = await sessions.begin(
            turn.tx, turn.person.code, purpose="assignment", assignment=task.id, session=session, at=turn.at
        )
        stored = await sessions.find(turn.tx, number)
    assert stored is not None
    # Of a return in part it stands above each question that came back.
    comment = await _comment(turn, task) if stored.session.open is None else ""
    await conversation.show(turn, stored, above=comment)


async def _begun(turn: Turn, task: Assignment) -> None:
    """The story stays to be read, without „Zaczynam”; older messages about the assignment become a line."""
    *older, newest = [0, *await messages.standing(turn.tx, turn.person.code, about(task.id))]
    line = turn.say(
        "about-over",
        label=task.label,
        channel=turn.house.rules.channel_name(task.channel),
        state=turn.say("state-running"),
    )
    for row in older[1:]:
        await turn.tell(Edit(of=row, text=line, must=False), binds=about(task.id))
    if newest:
        await turn.tell(Edit(of=newest, text=await _brief(turn, task), must=False), binds=about(task.id))


async def excluded(turn: Turn, parts: list[str]) -> None:
    """A tap on *why*: the checker's reason for leaving a contact out."""
    task = await own_assignment(turn, int(parts[0]))
    if task.state is not State.EXCLUDED:
        raise refuse("not-open", label=task.label, state=turn.say(f"state-{task.state.value}"))
    await turn.write("excluded-why", label=task.label, reason=task.reason)


async def cannot(turn: Turn, _: str) -> None:
    """/nie_moge: choose which assignment to give back."""
    found = await assignments.of_juror(turn.tx, turn.person.code, {State.OFFERED, *RUNNING})
    if not found:
        await turn.write("tasks-none")
        return
    buttons = [Button(label=task.label, data=f"an:{task.id}") for task in found]
    await turn.tell(Send(text=turn.say("cannot-which"), rows=labels.rows(buttons)))


async def asked_why(turn: Turn, parts: list[str]) -> None:
    """Before declining or handing back: the reason, by one tap."""
    task = await own_assignment(turn, int(parts[0]))
    if task.state is not State.OFFERED and task.state not in RUNNING:
        raise refuse("not-open", label=task.label, state=turn.say(f"state-{task.state.value}"))
    buttons = [
        Button(label=turn.say(f"reason-{reason}"), data=f"ar:{task.id}:{reason}") for reason in REASONS
    ]
    keep = Button(label=turn.say("button-keep"), data=f"a:{task.id}")
    await turn.tell(Send(text=turn.say("why", label=task.label), rows=(*labels.rows(buttons, 2), (keep,))))


async def declined(turn: Turn, parts: list[str]) -> None:
    task = await own_assignment(turn, int(parts[0]))
    reason = parts[1]
    if reason not in REASONS:
        raise refuse("dead-button")
    if reason == "other":
        binds = json.dumps({"ask": "why", "assignment": task.id})
        await turn.tell(Send(text=turn.say("why-other", label=task.label)), binds=binds)
        return
    await _give_back(turn, task, reason)


async def explained(turn: Turn, bound: Mapping[str, str | int], text: str) -> None:
    """The reason in the juror's own words."""
    task = await own_assignment(turn, int(bound["assignment"]))
    await _give_back(turn, task, shorten(text.strip(), 300))


async def _comment(turn: Turn, task: Assignment) -> str:
    """What the checker asked to correct. It was no part of the notice: a comment may name the institution."""
    audit = await audits.newest_of(turn.tx, task.id)
    if audit is None or audit.verdict != "returned":
        return ""
    return turn.say("returned-comment", label=task.label, comment=audit.comment)


async def _give_back(turn: Turn, task: Assignment, reason: str) -> None:
    if task.state is not State.OFFERED and task.state not in RUNNING:
        raise refuse("not-open", label=task.label, state=turn.say(f"state-{task.state.value}"))
    await release(turn, task, reason)
    if reason == "conflict":
        await _never_again(turn, task)
    else:
        offered = task.state is State.OFFERED
        await turn.write("declined" if offered else "handed-back", label=task.label)
    await digest.soon(turn)


async def _never_again(turn: Turn, task: Assignment) -> None:
    """The institution is not offered again, and whatever else the juror holds of it goes back as well."""
    await jurors.declare_conflict(turn.tx, turn.person.code, task.entrant, "offer", turn.at)
    others = [other for other in await in_hand(turn) if other.entrant == task.entrant]
    for other in others:
        await release(turn, other, "conflict")
    named = ", ".join(other.label for other in others)
    await turn.write("declined-conflict", label=task.label, count=len(others), others=named)


async def release(turn: Turn, task: Assignment, reason: str) -> None:
    """The juror gives the assignment back."""
    await leave(turn, task, Act.DECLINE if task.state is State.OFFERED else Act.HAND_BACK, reason)


async def leave(turn: Turn, task: Assignment, act: Act, reason: str) -> None:
    """The assignment leaves the juror's hands: nothing is planned for it, it lies on no table, no button leads to it."""
    left = await _change(turn, task, act, reason)
    await retire(turn, task, left.state)
    for kind in OF_ASSIGNMENT:
        await due.cancel_of(turn.tx, kind, str(task.id), at=turn.at)
    stored = await sessions.for_assignment(turn.tx, task.id)
    if stored is not None and await sessions.on_table(turn.tx, task.juror) == stored.id:
        await sessions.put_on_table(turn.tx, task.juror, None)


async def _change(turn: Turn, task: Assignment, act: Act, reason: str = "") -> Assignment:
    """The assignment after the act."""
    to = move(task.state, act)
    changed = await assignments.change(
        turn.tx, task.id, frm=task.state, to=to, reason=reason, by=turn.person.code, at=turn.at
    )
    assert changed, "one writer: nobody else can have changed it inside this transaction"
    return replace(task, state=to, reason=reason)


async def _details(
    turn: Turn, task: Assignment, rows: tuple[tuple[Button, ...], ...], *, in_place: bool
) -> None:
    text = Html(await _brief(turn, task))
    told, binds = Send(text=text, rows=rows), about(task.id)
    if in_place:
        await put(turn, told, binds=binds, over=binds)
    else:
        await turn.tell(told, binds=binds)


async def _brief(turn: Turn, task: Assignment) -> str:
    """Where, how, when, and the cover story with its question; never the answer key."""
    entrant = await _entrant(turn, task)
    scenario = turn.house.rules.scenario(task.scenarios, task.scenario)
    lines = [
        turn.say(
            "brief-head",
            label=task.label,
            channel=turn.house.rules.channel_name(task.channel),
            name=entrant.name,
            town=_where(turn, entrant),
        )
    ]
    lines += [_line(turn, key, value) for key, value in _contact(turn, entrant, task.channel) if value]
    if now := door(turn.house, turn.person, entrant, task.channel, at=turn.at):
        lines.append(turn.say("brief-today", door=now))
    lines.append(turn.say("brief-when", opens=when(turn, task.opens_at), due=when(turn, task.due_at)))
    if task.state is not State.OFFERED:
        lines += [
            "",
            turn.say("brief-story", title=scenario.title, story=scenario.story, question=scenario.question),
        ]
    return "\n".join(lines)


def _line(turn: Turn, key: str, value: str) -> str:
    told = turn.say(f"brief-{key}", value=value)
    there = key == "hours" and turn.calendar.elsewhere(turn.at)
    return turn.say("door-there", door=Html(told)) if there else told


def _where(turn: Turn, entrant: Entrant) -> str:
    """The nearest thing to an address that the table of entrants gave."""
    if entrant.town:
        return entrant.town
    if entrant.powiat:
        return turn.say("where-powiat", powiat=entrant.powiat)
    return turn.say("where-voivodeship", voivodeship=entrant.voivodeship)


def _contact(turn: Turn, entrant: Entrant, channel: str) -> list[tuple[str, str]]:
    """What the edition shows a juror in this channel."""
    way = turn.house.rules.settings.channel(channel)
    return [(name, str(getattr(entrant, name))) for name in (way.told if way is not None else ())]


async def _entrant(turn: Turn, task: Assignment) -> Entrant:
    entrant = await entrants.find(turn.tx, task.entrant)
    assert entrant is not None
    return entrant


def _offer_rows(turn: Turn, task: Assignment) -> tuple[tuple[Button, ...], ...]:
    yes = Button(label=turn.say("button-accept"), data=f"ay:{task.id}")
    no = Button(label=turn.say("button-cannot"), data=f"an:{task.id}")
    return ((yes, no),)


def _start_rows(turn: Turn, task: Assignment) -> tuple[tuple[Button, ...], ...]:
    go = Button(label=turn.say("button-start"), data=f"as:{task.id}")
    no = Button(label=turn.say("button-cannot"), data=f"an:{task.id}")
    return ((go, no),)
