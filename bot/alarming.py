"""Alarms in the chat: each told once to the role that it concerns, and seen in the panel until it is over.

    unreachable     a person whom Telegram does not deliver to         planner     passes with the first word from them
    recognised      a juror who may have been recognised               planner     closed by hand, or with the verdict
    risk            an entrant that may end without enough contacts    planner     passes when enough is in hand again
    disk            little room where the data lie                     owner       passes with the room
    backup          no backup, an old one, or one that failed          owner       passes with the next good one
    clock           a clock of the computer that jumped                owner       closed by hand
    second-poller   somebody else asks with our token                  owner       passes when Telegram serves us again

What an alarm says of an entrant is told to nobody with an interest there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot import labels
from bot.house import SYSTEM, House, Turn
from bot.messages import Button, Send
from contest.mistakes import Say
from storage import alarms, people
from storage.alarms import Alarm
from storage.database import Writing
from storage.people import Person

CLOSED_BY_HAND = frozenset({"recognised", "clock"})
"""What does not pass by itself: somebody sees to it and says so."""
_SHOWN = 8
_LEADS_TO: Mapping[str, str] = {"risk": "przydzial", "backup": "kopia", "recognised": "kontrola"}
"""The command that helps."""


async def sound(turn: Turn, *found: Alarm) -> int:
    """Raise alarms; those that did not stand yet are told, all of a role in one message. How many were new."""
    fresh = [one for one in found if await alarms.raise_(turn.tx, one, turn.at)]
    for role in sorted({one.role for one in fresh}):
        told: dict[str, tuple[Person, list[Alarm]]] = {}
        for one in (one for one in fresh if one.role == role):
            for reader in await turn.holders(role, about=one.entrant):
                told.setdefault(reader.code, (reader, []))[1].append(one)
        for reader, mine in told.values():
            await _tell(turn, reader, mine)
    return len(fresh)


async def pass_(turn: Turn, kind: str, subject: str = "") -> bool:
    """What was wrong is over; nobody is told, it leaves the panel."""
    return await alarms.lower(turn.tx, kind, subject, by=turn.person.code, at=turn.at)


async def ring(house: House, alarm: Alarm) -> None:
    """Raise an alarm from outside of any turn."""

    async def act(tx: Writing) -> None:
        await sound(_turn(house, tx, alarm.kind), alarm)

    await house.db.transact(act)


async def hush(house: House, kind: str) -> None:
    """It is over, said from outside of any turn; nothing is written when it did not stand."""
    if any(one.kind == kind for one in await alarms.standing(house.db.reading)):
        await house.db.transact(lambda tx: alarms.lower(tx, kind, "", by=SYSTEM.code, at=house.clock.now()))


def sentence(say: Say, kind: str, facts: Mapping[str, str | int]) -> str:
    """An alarm in words."""
    return say(f"alarm-{kind}", **facts)


async def _tell(turn: Turn, reader: Person, seen: Sequence[Alarm]) -> None:
    say = turn.house.say(reader)
    lines = [sentence(say, one.kind, one.facts) for one in seen[:_SHOWN]]
    if len(seen) > 1:
        lines = [say("alarms-arrived", count=len(seen)), *(f"• {line}" for line in lines)]
    if len(seen) > _SHOWN:
        lines.append(say("desk-more", count=len(seen) - _SHOWN))
    words = list(dict.fromkeys(_LEADS_TO[one.kind] for one in seen if one.kind in _LEADS_TO))
    buttons = [Button(label=say(f"alarm-go-{word}"), data=f"go:{word}") for word in words]
    buttons.append(Button(label=say("button-panel"), data="go:panel"))
    await turn.tell(Send(text="\n".join(lines), rows=labels.rows(buttons)), to=reader)


def _turn(house: House, tx: Writing, kind: str) -> Turn:
    now = house.clock.now()
    return Turn(house, tx, SYSTEM, now, f"alarm:{kind}:{now.isoformat()}")


def unreachable(code: str) -> Alarm:
    return Alarm("unreachable", code, "planner", {"code": code})


def recognised(code: str, label: str, assignment: int, entrant: int) -> Alarm:
    return Alarm("recognised", str(assignment), "planner", {"code": code, "label": label}, entrant)


async def still_here(turn: Turn, code: str) -> bool:
    """Whether it still matters that somebody cannot be reached: they hold a role."""
    person = await people.find(turn.tx, code)
    return person is not None and bool(person.roles) and not person.reachable
