"""After a gap: whoever is in the middle of an interview reads what is saved, and the next step, in one message.

Telegram keeps presses of buttons for 150 seconds and texts for a day. So after two minutes in which it did not reach us,
whether the bot stood still or the network did, presses may be lost, and only the juror can tell.

Nobody loses a date to our absence either. What would have taken something from somebody in the gap (`planned.ENDS`) happens as long
after its end as it lay behind its beginning, at most a day later: the time that people still had is the time that they get.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot import answered
from bot.house import SYSTEM, House, Turn
from bot.juror import conversation
from bot.juror.common import checklist_of, next_due
from bot.messages import Send, shorten
from bot.moments import when
from bot.planned import ENDS
from contest.answers import Written
from contest.assignment import LIVE
from contest.position import awaited
from storage import assignments, due, facts, people, sessions
from storage.assignments import Assignment
from storage.database import Writing
from storage.due import Row as Due
from storage.people import Person
from storage.sessions import Stored

LONGEST = timedelta(seconds=120)
MOST_PUT_OFF = timedelta(days=1)
_TEXTS_LIVE = timedelta(days=1)
"""What Telegram keeps a text."""
_BEAT = timedelta(seconds=20)
_FACT = "heartbeat"


@dataclass
class Gap:
    """Notices how long nobody was served. Within a process that is told by a clock that nobody moves."""

    house: House
    _heard: float | None = None
    _kept: datetime | None = None

    @property
    def serving(self) -> bool:
        """Whether Telegram has answered us lately; not before its first answer, which is looked at first."""
        return self._heard is not None and _ticks() - self._heard <= LONGEST.total_seconds()

    async def served(self) -> None:
        """Telegram has just answered: what it holds for us comes next."""
        ticks, now = _ticks(), self.house.clock.now()
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
            moved = await _put_off(self.house, tx, since, now)
            await tell(self.house, tx, since, now)
            await _tell_owners(self.house, tx, since, now, moved)


def _ticks() -> float:
    return asyncio.get_running_loop().time()


async def _put_off(house: House, tx: Writing, since: datetime, now: datetime) -> int:
    """Move what ended in the gap; how much."""
    moved = 0
    later: defaultdict[str, list[Assignment]] = defaultdict(list)
    for row in await due.ripe(tx, now):
        if row.kind not in ENDS or row.at <= since:
            continue
        at, moved = now + min(row.at - since, MOST_PUT_OFF), moved + 1
        await due.replan(tx, row.key, at)
        if row.kind in ("lapse", "overdue") and (task := await _later(tx, row, at, now)):
            later[task.juror].append(task)
    for code, tasks in later.items():
        if juror := await people.find(tx, code):
            turn = Turn(house, tx, juror, now, f"gap-dates:{since.isoformat()}:{code}")
            lines = [turn.say("after-gap-dates", count=len(tasks))]
            lines += [
                turn.say("dates-juror-line", label=task.label, due=when(turn, next_due(task)))
                for task in tasks
            ]
            await turn.tell(Send(text="\n".join(lines), silent=house.asleep(juror, now)))
    return moved


async def _later(tx: Writing, row: Due, at: datetime, now: datetime) -> Assignment | None:
    """The assignment with the date that it has now; None when it is no longer live."""
    task = await assignments.find(tx, int(row.subject))
    if task is None or task.state not in LIVE:
        return None
    offered = row.kind == "lapse"
    moved = replace(task, answer_by=at if offered else task.answer_by, due_at=max(task.due_at, at))
    await assignments.reschedule(
        tx,
        task.id,
        answer_by=moved.answer_by,
        opens_at=task.opens_at,
        due_at=moved.due_at,
        by=SYSTEM.code,
        at=now,
    )
    return moved


async def _tell_owners(house: House, tx: Writing, since: datetime, now: datetime, moved: int) -> None:
    """What was put off, and that texts are lost after a day; of a short gap that touched no date nobody needs to know."""
    lost = now - since > _TEXTS_LIVE
    if not (moved or lost):
        return
    turn = Turn(house, tx, SYSTEM, now, f"gap-owners:{since.isoformat()}")
    for owner in await turn.holders("owner"):
        await turn.write(
            "gap-owner",
            to=owner,
            since=f"{house.local(since):%d.%m %H:%M}",
            until=f"{house.local(now):%d.%m %H:%M}",
            moved=moved,
            lost="yes" if lost else "no",
        )


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
    lost = [turn.say("after-gap-texts")] if turn.at - since > _TEXTS_LIVE and phrase == "after-gap" else []
    lines = [turn.say(phrase, **span), *lost, await _last(turn, stored)]
    await conversation.show(turn, stored, above="\n".join(lines))


async def _last(turn: Turn, stored: Stored) -> str:
    """The last saved answer. Words of the juror's own are not repeated: a lock screen might show them."""
    checklist = checklist_of(turn, stored)
    for given in reversed(await sessions.given(turn.tx, stored.id)):
        answer = stored.session.answers.get(given.question)
        if answer is None:
            continue
        question = checklist.question(given.question)
        said = answered.answer_text(question, answer, turn.house.phrases.plain(turn.person.language))
        text = turn.say("answer-kept") if isinstance(answer, Written) else shorten(said, 60)
        return turn.say("after-gap-last", question=shorten(answered.gist(question.text), 90), answer=text)
    return turn.say("after-gap-none")
