"""The daily digest: at a chosen hour each organiser reads what waits for them and what has come since yesterday.

It says what the panel would say, by the same roles and with the same entrants hidden. Under it stands what the night brought:
the head of the journal (whoever keeps these messages can show later that the journal was cut or rewritten), and the backup if
one was made. Who has nothing else to read gets that alone, without a sound. Where the digest is switched off, it comes alone
right after the night.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot import labels
from bot.house import House, Turn
from bot.messages import Button, Send
from bot.organiser import needs
from bot.organiser.glance import glance, visible
from bot.roles import ORGANISER
from contest.assignment import State
from contest.clock import on_the_clock
from storage import due, facts, people
from storage.database import Reading, Writing
from storage.due import Row as Due
from storage.journal import Head

_DAY = timedelta(days=1)
_NIGHT = "night-untold"
"""The fact that holds what the next digest tells: number and seal of the head, and the word when a backup was made; or nothing."""


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
    night = await _untold(turn.tx)
    for mine in await _readers(turn):
        await _tell(mine, night)
    await facts.put(turn.tx, _NIGHT, "")
    await _plan(turn.house, turn.tx, turn.at)


@dataclass(frozen=True, slots=True)
class Brought:
    """What a night brought: the head of the journal, and whether a backup was made."""

    head: Head
    backup: bool


async def publish(turn: Turn, head: Head, *, backup: bool) -> None:
    """What the night brought goes to every organiser: with the next digest, or now where there is none."""
    if turn.house.config.digest.at is None:
        for mine in await _readers(turn):
            await _tell_night(mine, Brought(head, backup))
    else:
        await facts.put(turn.tx, _NIGHT, f"{head.seq}:{head.hash}:{'backup' if backup else ''}")


async def _readers(turn: Turn) -> list[Turn]:
    """A turn for each organiser whom a message can reach."""
    return [
        Turn(turn.house, turn.tx, reader, turn.at, f"{turn.key}:{reader.code}")
        for reader in await people.everybody(turn.tx)
        if reader.roles & ORGANISER and reader.reachable
    ]


async def _untold(db: Reading) -> Brought | None:
    """The newest night that no digest has told."""
    match (await facts.get(db, _NIGHT) or "").split(":"):
        case [seq, seal, backup]:
            return Brought(Head(int(seq), seal), backup=bool(backup))
        case _:
            return None


async def _tell_night(turn: Turn, night: Brought) -> None:
    await turn.tell(Send(text=_line(turn, night), silent=True))


def _line(turn: Turn, night: Brought) -> str:
    told = turn.say("nightly-head", seq=str(night.head.seq), seal=night.head.hash[:32])
    return f"{turn.say('nightly-backup')} {told}" if night.backup else told


async def _tell(turn: Turn, night: Brought | None) -> None:
    now = await glance(turn)
    found = await needs.of(turn, now)
    news = await _news(turn)
    if not found and not news:
        if night is not None:
            await _tell_night(turn, night)
        return
    lines = [turn.say("daily-head", phase=turn.say(f"phase-{now.phase}")), *needs.deadline(turn, now.phase)]
    if found:
        lines += ["", turn.say("panel-now"), *(turn.say(one.phrase, count=one.count) for one in found)]
    if news:
        lines += ["", turn.say("daily-news"), *news]
    if night is not None:
        lines += ["", _line(turn, night)]
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
