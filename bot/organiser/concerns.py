"""What is wrong and what is asked: the alarms that stand, and the questions of jurors that nobody has answered."""

from __future__ import annotations

from bot import alarming, labels
from bot.house import Turn, refuse
from bot.juror.asking import NO_LABEL, label_of
from bot.messages import Button, shorten
from bot.moments import when
from bot.organiser.glance import standing, unanswered
from bot.organiser.screens import redraw
from bot.organiser.showing import back, paged
from storage import alarms

LISTED = 6
_GIST = 120


async def show_alarms(turn: Turn, start: int) -> None:
    """Every alarm that concerns this person, the oldest first, each with what can be done."""
    found = await standing(turn)
    if start >= len(found):
        start = 0
    lines = [turn.say("alarms-head", count=len(found))]
    deal: list[Button] = []
    for one in found[start : start + LISTED]:
        lines += ["", alarming.sentence(turn.say, one.kind, one.facts)]
        lines.append(turn.say("alarms-since", when=when(turn, one.raised_at)))
        if one.kind in alarming.CLOSED_BY_HAND:
            name = str(one.facts.get("label", NO_LABEL))
            deal.append(Button(label=turn.say("button-close-alarm", name=name), data=f"px:{one.id}"))
    pages = paged(turn, "p:a", start, LISTED, len(found))
    await redraw(turn, lines, (*labels.rows(deal), *labels.rows(pages), (back(turn),)))


async def closed(turn: Turn, parts: list[str]) -> None:
    """A tap: somebody has seen to it. Only what does not pass by itself is closed by hand."""
    number = int(parts[0])
    found = next((one for one in await standing(turn) if one.id == number), None)
    if found is None or found.kind not in alarming.CLOSED_BY_HAND:
        raise refuse("alarm-over")
    await alarms.lower(turn.tx, found.kind, found.subject, by=turn.person.code, at=turn.at)
    turn.toast(turn.say("toast-alarm-closed"))
    await show_alarms(turn, 0)


async def show_questions(turn: Turn, parts: list[str]) -> None:
    """What jurors asked, the oldest first; a tap answers."""
    found = await unanswered(turn)
    start = int(parts[0])
    if start >= len(found):
        start = 0
    lines = [turn.say("questions-head", count=len(found))]
    answer: list[Button] = []
    for one in found[start : start + LISTED]:
        label = await label_of(turn, one.assignment)
        lines += ["", turn.say("questions-line", code=one.juror, about=label, when=when(turn, one.asked_at))]
        lines.append(turn.say("questions-text", text=shorten(one.text, _GIST)))
        answer.append(Button(label=turn.say("button-answer-to", code=one.juror), data=f"qa:{one.id}"))
    pages = paged(turn, "pq", start, LISTED, len(found))
    await redraw(turn, lines, (*labels.rows(answer), *labels.rows(pages), (back(turn),)))
