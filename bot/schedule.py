"""The schedule: every tick looks for rows of `due` that are ripe, and claims each in the transaction of its effect.

APScheduler gives the tick and nothing else. After an outage a juror gets only the newest of the reminders that ripened
meanwhile; what was to happen at a date happens as of that date.
"""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot import (
    alarming,
    digest,
    invitation_sheets,
    nightly,
    retention,
    supervision,
    tracing,
    vanishing,
    watching,
    workshop,
)
from bot.house import SYSTEM, House, Turn
from bot.juror import erasing, reminding, training, waiting
from bot.juror.assignments import leave
from bot.juror.common import in_correction
from bot.messages import Button, Send
from bot.organiser import (
    announcing,
    closing,
    daily,
    keeping,
    offering,
    picturing,
    proving,
    publishing,
    ranking,
    returning,
    templates,
)
from bot.planned import ENDS
from bot.roles import CHECKER, ORGANISER, OWNER
from contest.assignment import RUNNING, Act, State
from storage import assignments, audits, crash, due, edition, facts, people, recusals
from storage.alarms import Alarm
from storage.assignments import Assignment
from storage.database import Writing
from storage.due import Row as Due
from storage.people import Person

log = logging.getLogger(__name__)

_QUIET = frozenset({"nudge", "training", "reply-asked"})
"""What no juror is woken for: planned outside their quiet hours, but an outage may end in them, and a juror may move."""
JUMP = timedelta(minutes=1)
"""By how much the clock must have been moved; to set it right by seconds is its daily bread."""


@dataclass
class Schedule:
    """The tick. `run()` until cancelled; `woken` is set by the tick, and by an act that plans something for now; `serving` says
    whether Telegram answers us, and people can reach us."""

    house: House
    woken: asyncio.Event = field(default_factory=asyncio.Event)
    serving: Callable[[], bool] = lambda: True
    _beat: tuple[datetime, float] | None = None

    async def run(self) -> None:
        ticks = AsyncIOScheduler(timezone="UTC")
        ticks.add_job(
            self.woken.set,
            "interval",
            seconds=self.house.config.schedule.tick_seconds,
            max_instances=1,
            coalesce=True,
            misfire_grace_time=None,  # a late tick is a tick
        )
        ticks.start()
        try:
            while True:
                self.woken.clear()
                try:
                    await self.tick()
                except sqlite3.Error as error:
                    log.error("the schedule cannot be kept: %s", error)
                await self.woken.wait()
        finally:
            ticks.shutdown(wait=False)

    async def tick(self) -> None:
        """Everything that is ripe now, in the order of its dates."""
        await self._mind_the_clock()
        now = self.house.clock.now()
        # First a commit: what an act still under way has planned is visible after it.
        await self.house.db.transact(lambda tx: facts.put(tx, "ticked", now.isoformat()))
        supervision.tell("WATCHDOG=1")
        ripe = await due.ripe(self.house.db.reading, now)
        stale = await self._outdated(ripe)
        if stale:
            await self.house.db.transact(lambda tx: due.supersede(tx, stale, now))
        for row in ripe:
            if row.key in stale or (row.kind in ENDS and not self.serving()):
                continue
            if row.kind in _QUIET and await self._asleep(row, now):
                continue
            try:
                await self._do(row)
            except sqlite3.OperationalError:  # a full or locked disk: nothing else would go either
                raise
            except Exception:
                log.exception("due row %s failed", row.kind)

    async def _mind_the_clock(self) -> None:
        """Everything goes by the computer's clock: when somebody moves it, the owners should know."""
        clock = self.house.clock
        before, self._beat = self._beat, (clock.real(), clock.steady())
        if before is None:
            return
        passed = timedelta(seconds=self._beat[1] - before[1])
        moved = self._beat[0] - before[0] - passed
        if abs(moved) >= JUMP:
            minutes = abs(moved) // timedelta(minutes=1)
            way = "forward" if moved > timedelta() else "back"
            await alarming.ring(self.house, Alarm("clock", "", "owner", {"minutes": minutes, "way": way}))

    async def _asleep(self, row: Due, now: datetime) -> bool:
        """Whether it is night for the juror whom the row is for."""
        code: str | None = row.subject
        if row.kind != "training":
            task = await assignments.find(self.house.db.reading, int(row.subject))
            code = task.juror if task else None
        juror = await people.find(self.house.db.reading, code) if code else None
        return juror is not None and self.house.asleep(juror, now)

    async def _outdated(self, ripe: list[Due]) -> set[str]:
        """All reminders of a juror but the newest."""
        newest: dict[str, Due] = {}
        stale = set()
        for row in sorted((row for row in ripe if row.kind == "nudge"), key=lambda row: row.at):
            task = await assignments.find(self.house.db.reading, int(row.subject))
            if task is None or task.state is State.WAITING:
                continue
            if older := newest.get(task.juror):
                stale.add(older.key)
            newest[task.juror] = row
        return stale

    async def _do(self, row: Due) -> None:
        prepare = PREPARED.get(row.kind)
        made = await prepare(self.house, row) if prepare else None

        async def act(tx: Writing) -> None:
            turn = Turn(self.house, tx, SYSTEM, self.house.clock.now(), f"due:{row.key}")
            if await due.claim(tx, row.key, turn.at):
                await EFFECTS[row.kind](turn, row, made)
                crash.passed("effect")

        await self.house.db.transact(act)


async def _lapse(turn: Turn, row: Due, _: object) -> None:
    """An offer that nobody answered goes back to the planner."""
    task = await _task(turn, row, {State.OFFERED})
    if task is None:
        return
    await leave(turn, task, Act.EXPIRE, "lapsed")
    await _to_juror(turn, task, "offer-lapsed", label=task.label)
    await digest.soon(turn)


async def _nudge(turn: Turn, row: Due, _: object) -> None:
    """Nobody is hurried who waits for an institution."""
    task = await _task(turn, row, RUNNING - {State.WAITING})
    juror = await people.find(turn.tx, task.juror) if task else None
    if task is None or juror is None or not juror.reachable:
        return
    await reminding.nudge(turn, task, juror)


async def _overdue(turn: Turn, row: Due, _: object) -> None:
    """Nothing that was answered is lost, but the contact goes back to the pool; a correction goes back to the checker."""
    task = await _task(turn, row, RUNNING)
    if task is None:
        return
    if await in_correction(turn.tx, task):
        await returning.lapse(turn, task)
        return
    await leave(turn, task, Act.EXPIRE, "overdue")
    await _to_juror(turn, task, "overdue", label=task.label)
    await digest.soon(turn)


async def _came_back(turn: Turn, _: Due, __: object) -> None:
    await digest.came_back(turn)


async def _ready(turn: Turn, _: Due, __: object) -> None:
    await digest.ready(turn)


async def _close(turn: Turn, _: Due, __: object) -> None:
    """The end of collecting: what is not submitted is overdue, what is only offered is withdrawn.

    A correction was submitted once and has a clock of its own, which may run into checking.
    """
    if await edition.phase(turn.tx) != "collecting":
        return
    live = await assignments.in_state(turn.tx, {State.OFFERED, *RUNNING})
    open_now = [task for task in live if not await in_correction(turn.tx, task)]
    for task in open_now:
        offered = task.state is State.OFFERED
        await leave(turn, task, Act.CANCEL if offered else Act.EXPIRE, "closed")
        await _to_juror(turn, task, "closed-offer" if offered else "closed-running", label=task.label)
    await edition.advance(turn.tx, "checking", by=turn.person.code, at=turn.at)
    for person in await people.everybody(turn.tx):
        if person.roles & ORGANISER:
            hidden = await recusals.hidden_from(turn.tx, person.code)
            unfinished = sum(task.entrant not in hidden for task in open_now)
            waiting = await audits.count_waiting(turn.tx, hidden=hidden)
            await _tell_closed(turn, person, unfinished=unfinished, waiting=waiting)


async def _tell_closed(turn: Turn, reader: Person, *, unfinished: int, waiting: int) -> None:
    """What there is to do now, one tap away from whoever may do it."""
    say = turn.house.say(reader)
    following = "kontrola" if waiting and reader.roles & CHECKER else "zamroz" if reader.roles & OWNER else ""
    row = (Button(label=say(f"go-{following}", count=waiting), data=f"go:{following}"),) if following else ()
    text = say("collecting-closed", unfinished=unfinished, waiting=waiting)
    await turn.tell(Send(text=text, rows=(row,) if row else ()), to=reader)


async def _checked(turn: Turn, _: Due, __: object) -> None:
    """The date by which everything should be checked: who is late reads so."""
    for checker in await turn.holders("checker"):
        hidden = await recusals.hidden_from(turn.tx, checker.code)
        if waiting := await audits.count_waiting(turn.tx, hidden=hidden):
            await turn.write("checking-late", to=checker, waiting=waiting)


async def _results(turn: Turn, _: Due, __: object) -> None:
    """The date of the results: the ranking is compiled, unless contacts still wait for a check."""
    await ranking.compile_at_date(turn)


async def _documents(turn: Turn, _: Due, made: object) -> None:
    await workshop.keep(turn, made)


async def _backup(turn: Turn, row: Due, made: object) -> None:
    await keeping.backup_made(turn, row, made)


async def _export(turn: Turn, row: Due, made: object) -> None:
    await keeping.export_made(turn, row, made)


EFFECTS: Mapping[str, Callable[[Turn, Due, object], Awaitable[None]]] = {
    "lapse": _lapse,
    "nudge": _nudge,
    "overdue": _overdue,
    "training": training.remind,
    "reply-asked": waiting.ask,
    "reply-closed": waiting.close,
    "came-back": _came_back,
    "ready": _ready,
    "wave": offering.leave,
    "announced": announcing.watched,
    "close": _close,
    "checked": _checked,
    "results": _results,
    "documents": _documents,
    "picture": picturing.keep,
    "backup": _backup,
    "nightly": nightly.made,
    "scrub": nightly.scrubbed,
    "retention-warn": retention.warn,
    "retention": retention.erase,
    "watch": watching.watched,
    "daily": daily.morning,
    "traces": tracing.catch_up,
    "export": _export,
    "register": templates.made,
    "invitations": invitation_sheets.keep,
    "vanish": vanishing.vanish,
    "part": erasing.part,
    "checkpoint": erasing.scrubbed,
    "ballot": closing.at_its_end,
    "shred": closing.shredded,
    "release": publishing.release,
    "health": proving.made,
}

PREPARED: Mapping[str, Callable[[House, Due], Awaitable[object]]] = {
    "documents": workshop.make,
    "picture": picturing.make,
    "backup": keeping.make_backup,
    "nightly": nightly.make,
    "scrub": erasing.scrub,
    "watch": watching.look,
    "export": keeping.make_export,
    "register": templates.make,
    "invitations": invitation_sheets.make,
    "checkpoint": erasing.scrub,
    "shred": erasing.scrub,
    "health": proving.make,
}
"""What takes long is made before the transaction; made twice after a crash, it comes out the same."""


async def _task(turn: Turn, row: Due, states: frozenset[State] | set[State]) -> Assignment | None:
    task = await assignments.find(turn.tx, int(row.subject))
    return task if task is not None and task.state in states else None


async def _to_juror(turn: Turn, task: Assignment, phrase: str, **facts: str | int) -> None:
    juror = await people.find(turn.tx, task.juror)
    if juror is not None:
        await turn.write(phrase, to=juror, **facts)
