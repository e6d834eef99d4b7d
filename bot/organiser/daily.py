"""The daily digest: at a chosen hour each organiser reads what waits for them and what has come since yesterday.

It says what the panel would say, by the same roles and with the same entrants hidden. Who has nothing to read gets nothing.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from bot import labels
from bot.house import House, Turn
from bot.messages import Button, Send
from bot.organiser import needs
from bot.organiser.glance import glance, visible
from bot.roles import ORGANISER
from contest.assignment import State
from contest.clock import on_the_clock
from storage import due, people
from storage.database import Writing
from storage.due import Row as Due

_DAY = timedelta(days=1)


async def begin(house: House, tx: Writing) -> None:
    """The program starts: the hour may have been changed, or the digest switched off."""
    now = house.clock.now()
    await due.cancel_of(tx, "daily", "", at=now)
    await _plan(house, tx, now)


async def _plan(house: House, tx: Writing, now: datetime) -> None:
    """The next digest, if there are to be any; its key is the moment of planning, which never comes again."""
    hour = house.config.digest.at
    if hour is None:
        return
    day = house.local(now).date()
    at = on_the_clock(datetime.combine(day, hour), house.rules.zone)
    if at <= now:
        at = on_the_clock(datetime.combine(day + _DAY, hour), house.rules.zone)
    await due.plan(tx, f"daily:{now.isoformat()}", "daily", "", at)


async def morning(turn: Turn, _: Due, __: object) -> None:
    """To everybody who has something to read, and then the next one is planned."""
    for reader in await people.everybody(turn.tx):
        if reader.roles & ORGANISER and reader.reachable:
            await _tell(Turn(turn.house, turn.tx, reader, turn.at, f"{turn.key}:{reader.code}"))
    await _plan(turn.house, turn.tx, turn.at)


async def _tell(turn: Turn) -> None:
    now = await glance(turn)
    found = await needs.of(turn, now)
    news = await _news(turn)
    if not found and not news:
        return
    lines = [turn.say("daily-head", phase=turn.say(f"phase-{now.phase}")), *needs.deadline(turn, now.phase)]
    if found:
        lines += ["", turn.say("panel-now"), *(turn.say(one.phrase, count=one.count) for one in found)]
    if news:
        lines += ["", turn.say("daily-news"), *news]
    buttons = [*(one.button for one in found if one.data.startswith("go:")), _panel(turn)]
    silent = turn.house.asleep(turn.person, turn.at)
    await turn.tell(Send(text="\n".join(lines), rows=labels.rows(buttons, 2), silent=silent))


async def _news(turn: Turn) -> list[str]:
    """What has come to its end since yesterday, as far as this person may know of it."""
    fresh = [one.state for one in await visible(turn) if one.changed_at > turn.at - _DAY]
    counts = {
        "submitted": fresh.count(State.SUBMITTED),
        "approved": fresh.count(State.APPROVED),
        "back": sum(fresh.count(state) for state in (State.DECLINED, State.HANDED_BACK, State.OVERDUE)),
    }
    return [turn.say(f"daily-{what}", count=count) for what, count in counts.items() if count]


def _panel(turn: Turn) -> Button:
    return Button(label=turn.say("button-panel"), data="go:panel")
