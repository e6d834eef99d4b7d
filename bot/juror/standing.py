"""What stands in the chat about an assignment, and what becomes of it: nothing that is over keeps a live button.

Details stand in the chat as long as they are needed, from the offer to the submission. After it one line is left of them,
which names neither the institution nor the story.
"""

from __future__ import annotations

import json

from bot.house import Turn
from bot.in_place import tapped_on
from bot.messages import Edit
from contest.assignment import State
from storage import messages, people, sessions
from storage.assignments import Assignment


def about(assignment: int) -> str:
    """Bound to the offer and to the details of an assignment."""
    return json.dumps({"about": assignment})


def reminds(assignment: int) -> str:
    """Bound to a reminder: it asks nothing, so it does not come between a question and its answer."""
    return json.dumps({"reminds": assignment})


def sums(session: int) -> str:
    """Bound to the summary of an interview, which asks nothing either."""
    return json.dumps({"reminds": f"summary:{session}"})


THANKS = json.dumps({"reminds": "thanks"})
"""Bound to the thanks, which stand where a summary stood: nobody mistakes them for it when the work comes back."""


async def retire(turn: Turn, task: Assignment, state: State) -> None:
    """The assignment has left the juror's hands: what stands about it becomes a line that says how.

    A summary that is just being sent is left to the thanks, which take its place.
    """
    juror = await people.find(turn.tx, task.juror)
    if juror is None:
        return
    say = turn.house.say(juror)
    lapsed = task.state is State.OFFERED and state is State.OVERDUE
    text = say(
        "about-over",
        label=task.label,
        channel=turn.house.rules.channel_name(task.channel),
        state=say("state-lapsed" if lapsed else f"state-{state.value}"),
    )
    stored = await sessions.for_assignment(turn.tx, task.id)
    summary = sums(stored.id) if stored else None
    tapped = await tapped_on(turn)
    sent = tapped.id if tapped and tapped.binds == summary else None
    for binds in (about(task.id), reminds(task.id), *([summary] if summary else [])):
        for row in await messages.standing(turn.tx, juror.code, binds):
            if row != sent:
                await turn.tell(Edit(of=row, text=text, must=False), to=juror, binds=binds)
