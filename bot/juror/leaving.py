"""/zapomnij: what goes and what stays is said first; one tap, good once and for a short while, does it."""

from __future__ import annotations

from datetime import timedelta

from bot.house import Turn, refuse
from bot.in_place import disarm
from bot.juror import erasing
from bot.juror.assignments import release
from bot.messages import Button, Send
from bot.organiser.proposing import keep, use
from contest.assignment import RUNNING, State
from storage import assignments, people, recusals

HOLDS = timedelta(minutes=10)
_KIND = "forget"


async def ask(turn: Turn, _: str) -> None:
    """Explain, and ask."""
    await _refuse_configured(turn)
    nonce = await keep(turn, _KIND, None, holds=HOLDS)
    rows = (
        (Button(label=turn.say("button-forget"), data=f"fy:{nonce}"),),
        (Button(label=turn.say("button-stay"), data=f"fn:{nonce}"),),
    )
    text = turn.say("forget-explain", code=turn.person.code, minutes=HOLDS.seconds // 60)
    await turn.tell(Send(text=text, rows=rows))


async def confirmed(turn: Turn, parts: list[str]) -> None:
    """Hand everything open back, erase the person, and tell the planners by the code."""
    await _refuse_configured(turn)
    await _take(turn, parts[0])
    code = turn.person.code
    given_back = await assignments.of_juror(turn.tx, code, {State.OFFERED, *RUNNING})
    for task in given_back:
        await release(turn, task, "")
    await turn.note("person.forget", code, assignments=len(given_back))
    await erasing.erase(turn, "forgotten")
    for planner in await turn.holders("planner"):
        hidden = await recusals.hidden_from(turn.tx, planner.code)
        labels = [task.label for task in given_back if task.entrant not in hidden]
        await turn.write(
            "forgotten-planner", to=planner, code=code, count=len(labels), labels=", ".join(labels)
        )


async def stayed(turn: Turn, parts: list[str]) -> None:
    await _take(turn, parts[0])
    await disarm(turn)
    await turn.write("forget-not")


async def _take(turn: Turn, nonce: str) -> None:
    kind, _ = await use(turn, nonce)
    if kind != _KIND:
        raise refuse("proposal-gone")


async def _refuse_configured(turn: Turn) -> None:
    """Whoever stands in the configuration would be back after the next start."""
    chat = await people.chat_of(turn.tx, turn.person.code)
    if any(organiser.telegram_id == chat for organiser in turn.house.config.organisers):
        raise refuse("forget-configured")
