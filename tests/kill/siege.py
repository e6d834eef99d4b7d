"""A small edition played while the bot is killed again and again, and what must be true of it afterwards.

The oracle is what people saw (ticks and toasts in their chats) and what they did (presses, texts, photos); it is
compared with what the database holds in the end.
"""

from __future__ import annotations

import asyncio
import contextlib
import html
import json
import re
import signal
import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from bot import answered, identity, rulebook
from bot.demo.habits import HABITS
from bot.demo.juror import SimulatedJuror
from bot.demo.organisers import Owner, button
from bot.demo.show import Cast, cast
from bot.demo.stage import EXAMPLE, Stage, stage
from bot.house import Rules
from bot.phrases import catalogue
from bot.sandbox.state import Seen
from bot.sandbox.world import Rules as TelegramRules
from contest import replies
from contest.answers import Amount, Answer, Chosen, Clocked, Dated, Photos, Replied, Several, Timed, Written
from contest.assignment import RUNNING, State
from contest.checklist import said
from contest.mistakes import Mistakes
from contest.position import is_settled
from contest.questions import CAME, DONE, SENT, Question, Reply
from contest.session import thaw_answer
from contest.workdays import WEEKDAYS
from storage import assignments, audits, evidence, journal, people, sessions
from storage.database import Database, Reading
from storage.sessions import Stored

_HABITS = ("szybka", "pisząca", "cofający", "fotograf", "niecierpliwy", "zmienny")
_PROVEN = re.compile(r"\nDołączone: .*\Z")
_ANY = datetime(2026, 10, 12, 12, tzinfo=UTC)
_LONG = timedelta(days=365)
_PRESS = timedelta(seconds=1.2)
"""How long a press waits for the bot here (150 s in the world): about as long as a restart takes, so that some are lost."""
_TELEGRAM = TelegramRules(
    press_lifetime=_LONG, query_lifetime=_LONG, text_lifetime=_LONG, repeated_poll_waits=False
)
NOISE = ("500", "502", "reset", "reset-after", "truncated", "429", "duplicate")


_MOST = 240.0
"""Seconds after which somebody has been forgotten."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How large the edition is and how hard it is besieged. `noise`: the share of calls that Telegram spoils."""

    seed: int
    jurors: int = 6
    entrants: int = 2
    kills: int = 20
    pause: float = 0.3
    noise: float = 0.0


@dataclass
class Aftermath:
    """What was done to the bot, and what came of it. Every list of faults must be empty."""

    kills: int = 0
    ticks: int = 0
    toasts: int = 0
    answers: int = 0
    messages: int = 0
    repeated: int = 0
    impatience: Counter[str] = field(default_factory=Counter)
    missing: list[str] = field(default_factory=list)  # confirmed, and not in the database
    invented: list[str] = field(default_factory=list)  # in the database, and given by nobody
    stuck: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    left: dict[str, int] = field(default_factory=dict)  # inbox and outbox rows that wait or were given up
    integrity: list[str] = field(default_factory=list)
    undocumented: int = 0  # documents that the owner should have and has not

    @property
    def faults(self) -> dict[str, object]:
        """Everything that should not be."""
        named = ("missing", "invented", "stuck", "skipped", "left", "integrity", "undocumented")
        return {name: getattr(self, name) for name in named if getattr(self, name)}

    def __str__(self) -> str:
        waited = ", ".join(f"{why}: {count}" for why, count in self.impatience.most_common(6)) or "nobody"
        return (
            f"{self.kills} kills, {self.answers} answers, {self.ticks} ticks and {self.toasts} toasts seen, "
            f"{self.messages} messages of which {self.repeated} twice; who lost patience: {waited}"
        )


async def besiege(folder: Path, setting: Setting) -> Aftermath:
    """Play the edition under fire; then stop the bot in peace and look at everything."""
    dice = Random(setting.seed)
    found = Aftermath()
    async with stage(folder / "stage", telegram_rules=_TELEGRAM) as on:
        people_here = cast(on, setting.seed)
        people_here.checker.patience = 20.0
        try:
            await _play(people_here, folder, setting, dice, found)
        finally:
            await people_here.leave()
            _keep_conversations(people_here, folder)
        on.telegram.faults.clear()
        await on.quiet(for_seconds=1.5)
        assert await on.stop_bot() == 0
        await _examine(on, people_here, found)
    return found


def _keep_conversations(here: Cast, folder: Path) -> None:
    """What everybody saw and did, for whoever has to find out why something went wrong."""
    for person in (here.owner.person, here.checker.person, *(juror.person for juror in here.jurors)):
        (folder / f"{person.id}.txt").write_text(person.transcript(), "utf-8")


async def _play(here: Cast, folder: Path, setting: Setting, dice: Random, found: Aftermath) -> None:
    on = here.stage
    await here.owner.enter()
    await here.checker.person.write("/start")
    size = await here.owner.bring_entrants(_few(folder, setting.entrants))
    await _join(here, await here.owner.invite(setting.jurors), setting)
    if setting.noise:
        on.telegram.faults.noise(setting.seed, setting.noise, kinds=NOISE)
    _presses_live(on, _PRESS)
    share = setting.kills // 5
    await _under_fire(here, dice, found, share, lambda: all(juror.able for juror in here.jurors))
    _presses_live(on, _LONG)
    await here.owner.plan()
    _presses_live(on, _PRESS)
    await _under_fire(here, dice, found, setting.kills - 2 * share, lambda: _days_pass(on))
    _presses_live(on, _LONG)
    checking = asyncio.create_task(here.checker.work())
    await _under_fire(here, dice, found, share - 1, checking.done)
    await checking
    await _under_fire(here, dice, found, 0, lambda: _days_pass(on))
    await here.checker.work()
    documents = asyncio.create_task(_award(here, size))
    await _under_fire(here, dice, found, setting.kills - found.kills, documents.done)
    found.undocumented = await documents


async def _join(here: Cast, codes: list[str], setting: Setting) -> None:
    habits = [next(habit for habit in HABITS if habit.name == name) for name in _HABITS]
    await here.join(codes, habits=habits)
    for juror in here.jurors:
        juror.patience, juror.pause = 2.0, setting.pause


async def _under_fire(
    here: Cast, dice: Random, found: Aftermath, kills: int, done: Callable[[], bool]
) -> None:
    """Kill and restart at random moments until the work is done; then, at the latest, the bot runs again."""
    left, on = kills, here.stage
    until = time.monotonic() + _MOST
    while left or not done():
        assert time.monotonic() < until, f"nothing moves any more:\n{_standing(here)}"
        here.check()
        await asyncio.sleep(dice.uniform(0.05, 1.6) if left else 0.5)
        if left:
            left -= 1
            found.kills += 1
            await on.stop_bot(how=signal.SIGKILL)
            if left and dice.random() < 0.2:  # some die before they are ready
                await on.launch_bot()
                continue
            await on.start_bot()


def _standing(here: Cast) -> str:
    """What is in whose hands, for whoever has to find out why something went wrong."""
    with contextlib.closing(_look(here.stage)) as db:
        rows = db.execute("SELECT label, juror, state FROM assignments ORDER BY juror, label").fetchall()
    lines = [" ".join(map(str, row)) for row in rows if row[2] != State.APPROVED]
    lines += [
        f"{juror.person.id}: busy {juror.busy}, paused {juror.paused}, ready {len(juror.ready)}, "
        f"saw last {juror.person.history[-1].seen!r}"
        for juror in here.jurors
    ]
    return "\n".join(lines)


def _look(on: Stage) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{on.folder / 'data' / 'incognito.sqlite3'}?mode=ro", uri=True)


def _presses_live(on: Stage, span: timedelta) -> None:
    on.telegram.world.rules = replace(on.telegram.world.rules, press_lifetime=span)


def _few(folder: Path, entrants: int) -> Path:
    lines = EXAMPLE.read_text("utf-8").splitlines()
    table = folder / "uczestnicy.csv"
    table.write_text("\n".join([lines[0], *lines[9 : 9 + entrants]]) + "\n", "utf-8")
    return table


def _days_pass(on: Stage) -> bool:
    """Whether nothing is in any juror's hands; where only replies are waited for, a day passes."""
    with contextlib.closing(_look(on)) as db:
        states = {State(row[0]) for row in db.execute("SELECT DISTINCT state FROM assignments")}
    open_ = states & {State.OFFERED, *RUNNING}
    if open_ == {State.WAITING}:
        on.shift.forward(timedelta(days=1))
    return not open_


async def _freeze(on: Stage, owner: Owner) -> None:
    """Asked again while the schedule is still busy with the night before."""
    while True:
        await owner.person.write("/zamroz")
        seen = await owner.person.expect(
            lambda seen: bool(button(seen, "Zamroź")) or "dopiero po zakończeniu" in seen.text, 60
        )
        if label := button(seen, "Zamroź"):
            owner.person.tap(label, seen)
            await owner.person.expect(lambda after: not after.edited, 60)
            return
        on.shift.forward(timedelta(days=1))  # the end of collecting may have fallen into a kill
        await asyncio.sleep(1)


async def _award(here: Cast, size: int) -> int:
    """Freeze, grant, and wait for the documents; how many are missing in the end."""
    owner, on = here.owner, here.stage
    settings = rulebook.read(on.edition)[0].settings
    for date in (settings.dates.collecting_until, settings.dates.checking_until):
        on.shift.forward(settings.utc(date) - on.shift.clock.now() + timedelta(minutes=1))
        await asyncio.sleep(1.5)
    await _freeze(on, owner)
    await owner.person.write("/nagrody")
    seen = await owner.person.expect(lambda seen: bool(_granting(seen)), 60)
    label = _granting(seen)
    expected = 3 + size + sum(int(word) for word in label.split() if word.isdigit())
    owner.person.tap(label, seen)
    for _ in range(300):
        if (missing := expected - len({file.name for file in owner.person.documents})) <= 0:
            return 0
        await asyncio.sleep(0.2)
    return missing


def _granting(seen: Seen) -> str:
    return button(seen, "Przyznaj") or button(seen, "Przygotuj")  # where nobody is entitled to anything


async def _examine(on: Stage, here: Cast, found: Aftermath) -> None:
    rules, _ = rulebook.read(on.edition)
    data = on.folder / "data"
    key = identity.key_in(data / "tozsamosc.key", data / "incognito.sqlite3")
    db = await Database.open(data / "incognito.sqlite3", key=key)
    try:
        for juror in here.jurors:
            found.impatience.update(juror.impatience)
            await _Oracle(on, rules, db.reading, juror, found).examine()
        await _work_done(db.reading, found)
        await _queues_empty(db.reading, found)
        found.messages, found.repeated = await repeated(on, db.reading)
    finally:
        await db.close()


async def _work_done(db: Reading, found: Aftermath) -> None:
    found.stuck += [
        f"{task.label} is {task.state}"
        for task in await assignments.everything(db)
        if task.state is not State.APPROVED
    ]
    found.integrity += [row for row in await db.all(str, "PRAGMA integrity_check") if row != "ok"] + [
        f"foreign key: {row}" for row in await db.all(str, "PRAGMA foreign_key_check")
    ]
    if (broken := await journal.verify(db)) is not None:
        found.integrity.append(f"journal broken at {broken}")
    found.integrity += [f"audit {number} altered" for number in await audits.altered(db)]


async def _queues_empty(db: Reading, found: Aftermath) -> None:
    for table, fine in (("inbox", ("done",)), ("outbox", ("sent", "dropped"))):
        counted = await db.all(tuple[str, int], f"SELECT state, count(*) FROM {table} GROUP BY state")
        found.left |= {f"{table} {state}": count for state, count in counted if state not in fine}


async def repeated(on: Stage, db: Reading) -> tuple[int, int]:
    """How many messages stand in all chats, and how many more than were promised."""
    made = sum(
        happening.what == "said" and happening.seen is not None and not happening.seen.mine
        for chat in on.telegram.world.chats.values()
        for happening in chat.history
    )
    promised = await db.one(
        int,
        """
        SELECT count(*) FROM (SELECT DISTINCT person, message_id FROM outbox WHERE state = 'sent' AND message_id IS NOT NULL)
        """,  # not by what they say, for texts are erased when they are old
    )
    return made, made - promised


@dataclass
class _Oracle:
    """One juror: what was seen and done, against what is kept."""

    on: Stage
    rules: Rules
    db: Reading
    juror: SimulatedJuror
    found: Aftermath
    stored: dict[int, Stored] = field(default_factory=dict)

    async def examine(self) -> None:
        person = await people.recognise(self.db, self.juror.person.id)
        assert person is not None
        for number in await self.db.all(
            int, "SELECT id FROM sessions WHERE person = :code", code=person.code
        ):
            kept = await sessions.find(self.db, number)
            assert kept is not None
            self.stored[number] = kept
        await self._nothing_confirmed_is_missing(person.code)
        await self._every_toast_was_true()
        for kept in self.stored.values():
            await self._nothing_was_invented(kept)
            self._no_question_was_skipped(kept)

    async def _nothing_confirmed_is_missing(self, code: str) -> None:
        """The last tick at each question says what is kept as its answer."""
        rows = await self.db.all(
            tuple[int, str],
            "SELECT message_id, binds FROM outbox WHERE person = :code AND message_id > 0 AND binds LIKE '%question%'",
            code=code,
        )
        place = {message: (int(bound["session"]), bound["question"]) for message, bound in _read(rows)}
        last: dict[tuple[int, str], str] = {}
        for happening in self.juror.person.history:
            seen = happening.seen
            if happening.what != "edited" or seen is None or seen.mine or not _ticked(seen):
                continue
            self.found.ticks += 1
            if seen.id not in place:
                self.found.missing.append(
                    f"a tick at message {seen.id}, which stands for nothing: {seen.text!r}"
                )
                continue
            last[place[seen.id]] = seen.text
        for (number, question), text in last.items():
            kept = self.stored[number]
            checklist = self.rules.checklists[kept.session.checklist]
            shown = _plain(
                answered.ticked(
                    self._question(kept, question),
                    kept.session.answers.get(question),
                    catalogue().html("pl"),
                    model=checklist.models.get(question) if kept.purpose == "training" else None,
                )
            )
            if shown != _PROVEN.sub("", text).strip():
                self.found.missing.append(f"session {number}, {question}: seen {text!r}, kept {shown!r}")

    async def _every_toast_was_true(self) -> None:
        """A press that was answered with „Zapisane” or „Poprawione” left its answer in the database."""
        for query in self.on.telegram.world.queries.values():
            if query.chat.id != self.juror.person.id or not (query.answer or "").startswith(
                ("Zapis", "Popraw")
            ):
                continue
            self.found.toasts += 1
            word, *parts = query.data.split(":")
            if word != "q":
                continue  # skips stand in the session alone: told by the ticks
            number, question, choice, revision = int(parts[0]), parts[1], parts[2], int(parts[3])
            given = [line for line in await sessions.given(self.db, number) if line.question == question]
            values = [thaw_answer(line.value) for line in given if line.revision > revision]
            if not any(choice == DONE or choice in _said(value) for value in values):
                self.found.missing.append(f"session {number}, {question}: toast for {choice!r}")

    async def _nothing_was_invented(self, kept: Stored) -> None:
        pictures = {line.key for line in await evidence.of_session(self.db, kept.id)}
        for line in await sessions.given(self.db, kept.id):
            self.found.answers += 1
            question = self._question(kept, line.question)
            if not self._was_given(kept, question, thaw_answer(line.value), pictures):
                self.found.invented.append(f"session {kept.id}, {line.question}: {line.value}")

    def _was_given(self, kept: Stored, question: Question, answer: Answer, pictures: set[str]) -> bool:
        pressed = self._pressed(kept, question)
        typed = list(self._typed(question))
        match answer:
            case Chosen(option=option):
                return option in pressed or answer in typed
            case Amount(value=value):
                return str(value) in pressed or answer in typed
            case Several(options=options):
                return set(options) <= pressed or answer in typed
            case Timed(marks=marks, corrected=corrected, reason=reason):
                spans = {one.corrected for one in typed if isinstance(one, Timed)}
                told = corrected is None or corrected in spans
                why = (
                    reason is None or reason in pressed or any(reason in text for _, text in self.juror.gave)
                )
                return told and why and {mark for mark, _ in marks} <= pressed
            case Written():
                return answer in typed
            case Dated() | Clocked():
                return answer in typed or bool(pressed)
            case Replied(came=came):
                replied = {SENT} if came is None else {SENT, CAME}
                return replied <= pressed | self._told_of_a_reply(question)
            case Photos(keys=keys):
                return set(keys) <= pictures and len(keys) <= len(self.juror.photos)
            case Replied(corrected=corrected, closed=closed):
                # Stamped by presses; corrected in words; closed by the schedule alone.
                return closed or corrected is not None or bool(pressed)

    def _pressed(self, kept: Stored, question: Question) -> set[str]:
        """Choices of this question of this interview that were pressed."""
        start = f"q:{kept.id}:{question.id}:"
        return {
            query.data.removeprefix(start).split(":")[0]
            for query in self.on.telegram.world.queries.values()
            if query.chat.id == self.juror.person.id and query.data.startswith(start)
        }

    def _typed(self, question: Question) -> Iterator[Answer]:
        """What was typed while this question was on the screen, as answers to it."""
        for shown, text in self.juror.gave:
            if _flat(question.text) in _flat(shown):
                try:
                    yield replies.read(question, text, at=_ANY, calendar=WEEKDAYS)
                except Mistakes:
                    continue

    def _told_of_a_reply(self, question: Question) -> set[str]:
        """CAME when the juror said so under a reminder, by its button or by typing when."""
        assert isinstance(question, Reply)
        said_so = (question.came, *(text for _, text in self.juror.gave if text.startswith("wczoraj")))
        return {CAME} if any(text in said_so for _, text in self.juror.gave) else set()

    def _no_question_was_skipped(self, kept: Stored) -> None:
        """Each question that counts was shown, and has an answer or was skipped by its juror."""
        session, checklist = kept.session, self.rules.checklists[kept.session.checklist]
        screen = _flat(" ".join(seen.text for h in self.juror.person.history if (seen := h.seen)))
        if session.submitted_at is None:
            self.found.stuck.append(f"session {kept.id} of {session.checklist} was not submitted")
        skips = {
            query.data.split(":")[2]
            for query in self.on.telegram.world.queries.values()
            if query.chat.id == self.juror.person.id and query.data.startswith(f"s:{kept.id}:")
        }
        for question in checklist.visible(session.answers, session.kind):
            if not is_settled(session, question) or _flat(question.text) not in screen:
                self.found.skipped.append(f"session {kept.id}: {question.id}")
            if question.id in session.skipped and question.id not in skips:
                self.found.invented.append(f"session {kept.id}: {question.id} skipped by nobody")

    def _question(self, kept: Stored, question: str) -> Question:
        return self.rules.checklists[kept.session.checklist].question(question)


def _read(rows: list[tuple[int, str]]) -> Iterator[tuple[int, dict[str, str]]]:
    for message, binds in rows:
        yield message, json.loads(binds)


def _said(value: Answer) -> set[str]:
    match value:
        case Amount(value=number):
            return {str(number)}
        case Timed(marks=marks, reason=reason):
            return {*(mark for mark, _ in marks), *([reason] if reason else [])}
        case Replied(came=came):
            return {SENT} if came is None else {SENT, CAME}
        case _:
            return set(said(value))


def _ticked(seen: Seen) -> bool:
    """A question that was answered has no buttons; a stopwatch that runs has."""
    return not seen.buttons and any(line.startswith("✔ ") for line in seen.text.split("\n"))


def _plain(markup: str) -> str:
    return html.unescape(re.sub(r"</?[a-z]+[^<>]*>", "", markup)).strip()


def _flat(text: str) -> str:
    return " ".join(text.split())
