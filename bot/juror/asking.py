"""A juror asks the organisers through the bot, and reads the answer here; neither side learns the other's account.

The answer itself shows after a tap only: what an organiser writes may name the institution, and phones lie on tables.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from bot.house import Turn, refuse
from bot.juror import conversation
from bot.juror.common import own_assignment, tabled
from bot.messages import Button, Send
from storage import assignments, questions, sessions
from storage.assignments import Assignment

LONGEST = 1000
"""Characters of a question, and of an answer."""
NO_LABEL = "none"
"""What phrases take for a question about no assignment in particular."""
SETTLED = json.dumps({"ask": "nothing"})
"""Bound to a message that ends an exchange: what is typed below it is not part of the exchange any more."""


async def question(turn: Turn, text: str) -> None:
    """/pytanie: asked at once with the text that follows, or after a prompt."""
    about = await _on_table(turn)
    if text:
        await _ask(turn, text, about)
        return
    binds = json.dumps({"ask": "question", "assignment": about.id if about else 0})
    asked_about = turn.say("question-about", label=about.label) if about else turn.say("question-open")
    await turn.tell(Send(text=asked_about), binds=binds)


async def asked(turn: Turn, bound: Mapping[str, str | int], text: str) -> None:
    """The question, typed below the prompt."""
    number = int(bound["assignment"])
    await _ask(turn, text, await own_assignment(turn, number) if number else None)


async def shown(turn: Turn, parts: list[str]) -> None:
    """A tap: the question and its answer."""
    found = await questions.find(turn.tx, int(parts[0]))
    if found is None or found.juror != turn.person.code or found.answer is None:
        raise refuse("dead-button")
    await turn.tell(Send(text=turn.say("question-answer", question=found.text, answer=found.answer)))


def worded(text: str) -> str:
    """What was typed, without the space around it. Raises Mistakes when nothing is left, or too much."""
    said = text.strip()
    if not said:
        raise refuse("question-empty")
    if len(said) > LONGEST:
        raise refuse("question-too-long", length=len(said), most=LONGEST)
    return said


async def label_of(turn: Turn, assignment: int | None) -> str:
    """The name in the chat of what a question is about; `NO_LABEL` when it is about none."""
    task = await assignments.find(turn.tx, assignment) if assignment is not None else None
    return task.label if task else NO_LABEL


async def _ask(turn: Turn, text: str, about: Assignment | None) -> None:
    said = worded(text)
    number = await questions.ask(
        turn.tx, turn.person.code, said, assignment=about.id if about else None, at=turn.at
    )
    label = about.label if about else NO_LABEL
    for planner in await turn.holders("planner", about=about.entrant if about else None):
        say = turn.house.say(planner)
        told = say("question-arrived", code=turn.person.code, about=label, question=said)
        row = (Button(label=say("button-answer"), data=f"qa:{number}"),)
        await turn.tell(Send(text=told, rows=(row,)), to=planner)
    if await sessions.on_table(turn.tx, turn.person.code) is not None:
        await conversation.go_on(turn, above=turn.say("question-sent"))
    else:
        await turn.tell(Send(text=turn.say("question-sent")), binds=SETTLED)


async def _on_table(turn: Turn) -> Assignment | None:
    """The assignment whose interview lies on the table."""
    stored = await tabled(turn)
    return await assignments.find(turn.tx, stored.assignment) if stored and stored.assignment else None
