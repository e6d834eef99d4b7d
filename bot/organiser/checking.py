"""Submitted audits before a checker: the queue, one of them with everything that is needed to judge it, and the buttons."""

from __future__ import annotations

import json
from collections.abc import Mapping

from bot import labels
from bot.house import Turn, refuse
from bot.in_place import disarm
from bot.messages import Button, Rows, Send, SendEvidence, grid, shorten
from bot.moments import when
from bot.organiser import opinions, quoting
from bot.organiser.card import lines_of
from bot.organiser.flagging import flags_of, shortly
from bot.organiser.photographed import submitted_photos
from bot.organiser.queue import Waiting, waiting
from bot.organiser.ready import ready, reason_of
from bot.organiser.showing import show
from bot.organiser.verdicts import approve, exclude, following, found, sentence, task_of, undecided
from storage import evidence, sessions
from storage.audits import Audit

SHOWN = 15
"""Waiting audits that one list shows."""


async def queue(turn: Turn, _: str) -> None:
    """/kontrola: what waits for a verdict; the oddest first, then the oldest, and last what waits for another opinion."""
    every = await waiting(turn)
    if not every:
        await turn.write("check-none")
        return
    lines, buttons = [turn.say("check-head", count=len(every))], []
    for one in every[:SHOWN]:
        lines += _line(turn, one)
        buttons.append(Button(label=one.task.label, data=f"c:{one.audit.id}"))
    if len(every) > SHOWN:
        lines.append(turn.say("desk-more", count=len(every) - SHOWN))
    await show(turn, lines, grid(buttons, 3))


def _line(turn: Turn, one: Waiting) -> list[str]:
    name = turn.house.rules.channel_name(one.task.channel)
    at = when(turn, one.audit.submitted_at)
    lines = [turn.say("check-line", label=one.task.label, channel=name, at=at)]
    if one.held:
        lines.append(turn.say("check-line-held"))
    elif one.flags:
        lines.append(turn.say("check-line-flags", flags=shortly(turn, one.flags)))
    return lines


async def opened(turn: Turn, parts: list[str]) -> None:
    """One audit as a whole: whom, by which story, when, what is odd, what was answered, and the buttons of the verdict."""
    audit = await undecided(turn, int(parts[0]))
    task = await task_of(turn, audit)
    flags = (await flags_of(turn.house, turn.tx, [(audit, task)], hidden=await turn.hidden()))[audit.id]
    lines = await lines_of(turn, audit, task, flags)
    matter = await opinions.matter_of(turn, task)
    other = await opinions.line_of(turn, task, matter)
    single = matter is None or len(matter.members) < 2
    rows = (
        *_looks(turn, audit),
        *(_verdicts(turn, audit) if single else _return_only(turn, audit)),
        *opinions.buttons(turn, audit, task, matter),
    )
    await show(turn, [*lines, "", other] if other else lines, rows)


async def photos(turn: Turn, parts: list[str]) -> None:
    """The photos of an audit, each under its question."""
    audit = await found(turn, int(parts[0]))
    stored = await sessions.for_assignment(turn.tx, audit.assignment)
    if stored is None:
        raise refuse("dead-button")
    checklist = turn.house.rules.checklists[audit.checklist]
    kept = {line.key for line in await evidence.of_session(turn.tx, stored.id)}
    wanted = submitted_photos(audit)
    for question, key in wanted:
        if key not in kept:
            continue
        caption = shorten(checklist.question(question).text, 200)
        await turn.tell(SendEvidence(session=stored.id, key=key, caption=caption))
    if any(key not in kept for _, key in wanted):
        await turn.write("check-photos-gone")
    row = (Button(label=turn.say("button-back-to-audit"), data=f"c:{audit.id}"),)
    if audit.verdict is None:
        await turn.tell(Send(text=turn.say("check-photos-done"), rows=(row,), silent=True))


async def approved(turn: Turn, parts: list[str]) -> None:
    """A tap: it counts."""
    audit = await _free(turn, int(parts[0]))
    task = await approve(turn, audit)
    await disarm(turn)
    turn.toast(turn.say("toast-approved"))
    await following(turn, turn.say("check-approved", label=task.label))


async def asked_reason(turn: Turn, parts: list[str]) -> None:
    """Before an exclusion: why. A ready reason excludes at once; any other is written."""
    audit = await _free(turn, int(parts[0]))
    task = await task_of(turn, audit)
    lines, rows = ready(turn, "reason", f"vx:{audit.id}")
    text = "\n".join([turn.say("check-ask-reason", label=task.label), *lines])
    binds = json.dumps({"ask": "exclude", "audit": audit.id})
    await turn.tell(Send(text=text, rows=rows), binds=binds)


async def excluded_for(turn: Turn, parts: list[str]) -> None:
    """A tap on a ready reason."""
    await _exclude(turn, int(parts[0]), reason_of(turn, "reason", int(parts[1])))


async def excluded(turn: Turn, bound: Mapping[str, str | int], text: str) -> None:
    """A reason in the checker's own words."""
    await _exclude(turn, int(bound["audit"]), sentence(text))


async def _exclude(turn: Turn, number: int, reason: str) -> None:
    audit = await _free(turn, number)
    planned = (await task_of(turn, audit)).aim != "opinion"
    task = await exclude(turn, audit, reason, freed=planned)
    await disarm(turn)
    await following(turn, turn.say("check-excluded", label=task.label))


async def _free(turn: Turn, number: int) -> Audit:
    """The audit, if it can be decided by itself."""
    audit = await undecided(turn, number)
    await opinions.alone(turn, await task_of(turn, audit))
    return audit


def _looks(turn: Turn, audit: Audit) -> Rows:
    """What else there is to look at: photos, and texts that might go into a report."""
    row = []
    if count := len(submitted_photos(audit)):
        row.append(Button(label=turn.say("button-photos", count=count), data=f"cp:{audit.id}"))
    if count := len(quoting.texts(turn, audit)):
        row.append(Button(label=turn.say("button-texts", count=count), data=f"vt:{audit.id}"))
    return (tuple(row),) if row else ()


def _verdicts(turn: Turn, audit: Audit) -> Rows:
    yes = Button(label=turn.say("button-approve"), data=f"cy:{audit.id}")
    out = Button(label=turn.say("button-exclude"), data=f"cx:{audit.id}")
    ((back,),) = _return_only(turn, audit)
    return ((yes,), *labels.rows([back, out]))


def _return_only(turn: Turn, audit: Audit) -> Rows:
    return ((Button(label=turn.say("button-return"), data=f"cr:{audit.id}"),),)
