"""A juror's question at the organisers' desk: whoever answers first answers for all."""

from __future__ import annotations

import json
from collections.abc import Mapping

from bot.house import Turn, refuse
from bot.juror.asking import SETTLED, label_of, worded
from bot.messages import Button, Send
from storage import people, questions
from storage.questions import Asked


async def opened(turn: Turn, parts: list[str]) -> None:
    """A tap on *answer*: what is typed next goes to the juror, word for word."""
    found = await _open(turn, int(parts[0]))
    label = await label_of(turn, found.assignment)
    prompt = turn.say("question-ask-answer", code=found.juror, about=label)
    await turn.tell(Send(text=prompt), binds=json.dumps({"ask": "reply", "question": found.id}))


async def answered(turn: Turn, bound: Mapping[str, str | int], text: str) -> None:
    found = await _open(turn, int(bound["question"]))
    await questions.answer(turn.tx, found.id, worded(text), by=turn.person.code, at=turn.at)
    juror = await people.find(turn.tx, found.juror)
    assert juror is not None, "a code is never taken out of the table"
    say = turn.house.say(juror)
    label = await label_of(turn, found.assignment)
    row = (Button(label=say("button-show-answer"), data=f"qs:{found.id}"),)
    await turn.tell(Send(text=say("question-answered", about=label), rows=(row,)), to=juror)
    await turn.tell(Send(text=turn.say("question-answer-sent", code=found.juror)), binds=SETTLED)


async def _open(turn: Turn, number: int) -> Asked:
    """The question, if it still waits."""
    found = await questions.find(turn.tx, number)
    if found is None:
        raise refuse("dead-button")
    if found.answer is not None:
        raise refuse("question-closed", mine="yes" if found.answered_by == turn.person.code else "no")
    return found
