"""After a gap: whoever is in the middle of an interview reads what is saved, and the next step, in one message.

Telegram keeps presses of buttons for 150 seconds and texts for a day. So after two minutes in which it did not reach us,
whether the bot stood still or the network did, presses may be lost, and only the juror can tell.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot import render
from bot.house import House, Turn
from bot.juror import conversation
from bot.juror.common import checklist_of
from bot.messages import shorten
from contest.answers import Written
from contest.position import awaited
from storage import facts, people, sessions
from storage.database import Writing
from storage.people import Person
from storage.sessions import Stored

LONGEST = timedelta(seconds=120)
_BEAT = timedelta(seconds=20)
_FACT = "heartbeat"


@dataclass
class Gap:
    """Notices how long nobody was served. Within a process that is told by a clock that nobody moves."""

    house: House
    _heard: float | None = None
    _kept: datetime | None = None

    async def served(self) -> None:
        """Telegram has just answered: what it holds for us comes next."""
        ticks, now = asyncio.get_running_loop().time(), self.house.clock.now()
        silent = timedelta(seconds=ticks - self._heard) if self._heard is not None else None
        fresh = self._kept is not None and abs(now - self._kept) < _BEAT
        if silent is None or silent > LONGEST or not fresh:
            await self.house.db.transact(lambda tx: self._keep(tx, now, silent))
            self._kept = now
        self._heard = ticks

    async def _keep(self, tx: Writing, now: datetime, silent: timedelta | None) -> None:
        last = await facts.get(tx, _FACT)
        since = now - silent if silent is not None else datetime.fromisoformat(last) if last else now
        await facts.put(tx, _FACT, now.isoformat())
        if now - since > LONGEST:
            await tell(self.house, tx, since, now)


async def tell(
    house: House, tx: Writing, since: datetime, now: datetime, *, phrase: str = "after-gap"
) -> None:
    """Each juror with an interview to go on with reads which answer is the last one saved, and the next question."""
    for juror in await people.with_role(tx, "juror"):
        if juror.reachable:
            quiet = house.asleep(juror, now)
            turn = Turn(house, tx, juror, now, f"gap:{since.isoformat()}:{juror.code}", quiet=quiet)
            await _tell(turn, juror, since, phrase)


async def _tell(turn: Turn, juror: Person, since: datetime, phrase: str) -> None:
    stored = await conversation.on_table(turn)
    if stored is None or awaited(checklist_of(turn, stored), stored.session) is not None:
        return
    zone = turn.house.zone_of(juror)
    local = since.astimezone(zone)
    span = {"day": f"{local:%d.%m}", "since": f"{local:%H:%M}", "until": f"{turn.at.astimezone(zone):%H:%M}"}
    lines = [turn.say(phrase, **span), await _last(turn, stored)]
    await conversation.show(turn, stored, above="\n".join(lines))


async def _last(turn: Turn, stored: Stored) -> str:
    """The last saved answer. Words of the juror's own are not repeated: a lock screen might show them."""
    checklist = checklist_of(turn, stored)
    for given in reversed(await sessions.given(turn.tx, stored.id)):
        answer = stored.session.answers.get(given.question)
        if answer is None:
            continue
        question = checklist.question(given.question)
        said = render.answer_text(question, answer, turn.house.phrases.plain(turn.person.language))
        text = turn.say("answer-kept") if isinstance(answer, Written) else shorten(said, 60)
        return turn.say("after-gap-last", question=shorten(render.gist(question.text), 90), answer=text)
    return turn.say("after-gap-none")
