"""`make taps`: what one interview of each checklist costs a juror, and the chat.

The real bot without the network: updates go through the table of routes into a real database, and every message is read from
the outbox. Two jurors: one taps wherever there is a button, one types whatever can be typed. Counted from „Zaczynam” to the thanks.
"""

from __future__ import annotations

import argparse
import asyncio
import io
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path

from PIL import Image
from rich.console import Console
from rich.table import Table

from bot import dispatch, identity, photos, rulebook
from bot.clock import Clock
from bot.config import Config, EditionTable, Organiser
from bot.demo.stage import EDITION
from bot.house import House, Turn
from bot.incoming import Attachment, Incoming, Tap, Words
from bot.messages import Button, Edit, Send, thaw
from bot.phrases import catalogue
from bot.schedule import Schedule
from contest.answers import Replied
from contest.assignment import State
from contest.entrants import Entrant
from contest.interview import view
from contest.questions import (
    DONE,
    Acknowledge,
    Choice,
    Choices,
    Date,
    Duration,
    Number,
    Photo,
    Question,
    Reply,
    Scale,
    Text,
    Time,
    YesNo,
)
from contest.session import Session
from contest.talk import Ask, AskEvidence, AskReason, ShowSummary
from storage import assignments, entrants, jurors, outbox, people, sessions
from storage.assignments import Assignment
from storage.database import Database, Writing

START = datetime(2026, 10, 5, 7, 0, tzinfo=UTC)  # a Monday, 9:00 in Warsaw
OWNER, JUROR = "O-10", "J-20"
BOUND = 1.2
"""New messages that an answer may cost, edits apart."""
NOTE = "Podano dokumenty, opłatę 17 zł i termin: 14 dni."
_STEPS = 200


@dataclass
class _Shifted(Clock):
    """A clock that this benchmark turns."""

    at: datetime = START

    def now(self) -> datetime:
        return self.at


@dataclass
class Cost:
    """Of one interview. Bytes: UTF-8 of what the bot hands over for sending (texts, keyboards), without HTTP."""

    answers: int = 0
    taps: int = 0
    typed: int = 0
    """Characters."""
    photos: int = 0
    messages: int = 0
    edits: int = 0
    toasts: int = 0
    bytes: int = 0

    @property
    def per_answer(self) -> float:
        return self.messages / self.answers


@dataclass
class Phone:
    """The juror's chat: what is sent is answered at once, what was shown can be tapped."""

    house: House
    clock: _Shifted
    types: bool
    cost: Cost = field(default_factory=Cost)
    buttons: dict[str, tuple[Button, int]] = field(default_factory=dict)
    """By their data, with the message that they hang on."""
    thanked: bool = False
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))
    _read: int = 0

    async def does(self, incoming: Incoming, code: str = JUROR, data: bytes | None = None) -> None:
        person = await people.find(self.house.db.reading, code)
        assert person is not None
        prepared = await dispatch.prepare(self.house, person, incoming, data)

        async def act(tx: Writing) -> str | None:
            turn = Turn(self.house, tx, person, self.clock.at, f"u:{next(self._numbers)}")
            await dispatch.answer(turn, incoming, prepared)
            return turn.toasted

        toasted = await self.house.db.transact(act)
        if toasted is not None and code == JUROR:
            self.cost.toasts += 1
            self.cost.bytes += len(toasted.encode())
        await self.look()

    async def look(self) -> None:
        """Everything that was promised since the last look is in the chat now."""
        while (row := await outbox.find(self.house.db.reading, self._read + 1)) is not None:
            self._read = row.id
            if row.state == "dropped":
                continue
            await self.house.db.transact(partial(self._arrived, row.id))
            if row.person == JUROR:
                self._see(row)

    async def _arrived(self, row: int, tx: Writing) -> None:
        await outbox.sent(tx, {row: row}, self.clock.at)

    def _see(self, row: outbox.Row) -> None:
        message = thaw(row.body)
        self.cost.bytes += len(row.body.encode())
        match message:
            case Send(text=text, rows=rows):
                self.cost.messages += 1
                self.thanked |= "wysłane. Dziękuję" in text
                self._hang(rows, row.id)
            case Edit(text=text, rows=rows, of=of):
                self.cost.edits += 1
                self.thanked |= "wysłane. Dziękuję" in text
                self._hang(rows, of)

    def _hang(self, rows: tuple[tuple[Button, ...], ...], message: int) -> None:
        self.buttons |= {button.data: (button, message) for line in rows for button in line}

    async def tap(self, data: str) -> None:
        self.cost.taps += 1
        _, message = self.buttons[data]
        await self.does(Tap(data, f"query-{next(self._numbers)}", message))

    async def write(self, text: str) -> None:
        self.cost.typed += len(text)
        await self.does(Words(text, 10**6 + next(self._numbers)))

    async def show(self, number: int) -> None:
        self.cost.photos += 1
        out = io.BytesIO()
        Image.new("RGB", (64, 48), (number % 256, 90, 60)).save(out, "JPEG")
        data = out.getvalue()
        await self.does(Attachment("file", "", len(data), 10**6 + next(self._numbers), photo=True), data=data)


@dataclass
class Interview:
    """One assignment, from its beginning to the thanks, along an honest middle way."""

    phone: Phone
    task: Assignment

    async def run(self) -> Cost:
        await self.phone.tap(f"as:{self.task.id}")
        for _ in range(_STEPS):
            if self.phone.thanked:
                session = await self._session()
                self.phone.cost.answers = len(session.answers) + len(session.skipped)
                return self.phone.cost
            self.phone.clock.at += timedelta(seconds=15)
            await self._step()
        raise AssertionError(f"no end after {_STEPS} steps: {self.task.checklist}")

    async def _session(self) -> Session:
        stored = await sessions.for_assignment(self.phone.house.db.reading, self.task.id)
        assert stored is not None
        return stored.session

    async def _step(self) -> None:
        session = await self._session()
        here = view(self.phone.house.rules.checklists[session.checklist], session)[-1]
        match here:
            case ShowSummary():
                await self._press("x")
            case AskReason(question=question):
                await self._press("q", question.id, "elsewhere")
            case AskEvidence(question=question, given=0):
                await self.phone.show(session.revision)
            case AskEvidence(question=question):
                await self._press("q", question.id, DONE)
            case Ask(question=question) if not question.required and question.id == "poprawa":
                await self._press("s", question.id)
            case Ask(question=question):
                await (self._type(question, here) if self.phone.types else self._tap(question, here))

    async def _press(self, word: str, question: str = "", choice: str = "") -> None:
        """The newest button of this kind."""
        wanted = [word, *([question] if question else []), *([choice] if choice else [])]
        for data in reversed(self.phone.buttons):
            parts = data.split(":")
            if [parts[0], *parts[2 : 1 + len(wanted)]] == wanted:
                await self.phone.tap(data)
                return
        raise LookupError(f"no button {wanted}")

    async def _tap(self, question: Question, ask: Ask) -> None:  # noqa: C901 -- one case a kind
        match question:
            case YesNo(alarm=alarm):
                await self._press("q", question.id, "no" if alarm else "yes")
            case Choice(options=options):
                await self._press("q", question.id, options[0].id)
            case Choices(options=options) if len(ask.pending) < 2:
                await self._press("q", question.id, options[len(ask.pending)].id)
            case Choices():
                await self._press("q", question.id, DONE)
            case Scale(most=most):
                await self._press("q", question.id, str(most - 1))
            case Duration(marks=marks):
                await self._press("q", question.id, marks[len(ask.marks)].id)
            case Reply():
                await self._wait(question, ask)
            case Photo() if ask.pending:
                await self._press("q", question.id, DONE)
            case Photo():
                await self.phone.show(ask.revision)
            case Date():
                await self._press("q", question.id, "today")
            case Time(now=True):
                await self._press("q", question.id, "now")
            case Acknowledge():
                await self._press("q", question.id, "seen")
            case Number() | Text() | Time():
                await self._type(question, ask)

    async def _wait(self, question: Reply, ask: Ask) -> None:
        """Sent now; the reply has come when the bot asks for it the first time."""
        if not isinstance(ask.answer, Replied):
            await self._press("q", question.id, "sent")
            return
        await self._asked()
        await self._press("q", question.id, "came")

    async def _asked(self) -> None:
        """Days pass until the bot asks."""
        before = self.phone.cost.messages
        while self.phone.cost.messages == before:
            self.phone.clock.at += timedelta(hours=1)
            await Schedule(self.phone.house).tick()
            await self.phone.look()

    async def _type(self, question: Question, ask: Ask) -> None:
        await self.phone.write(await self._words(question, ask))

    async def _words(self, question: Question, ask: Ask) -> str:  # noqa: C901 -- one case a kind
        match question:
            case YesNo(alarm=alarm):
                return "nie" if alarm else "tak"
            case Choice():
                return "1"
            case Choices():
                return "1, 2"
            case Scale(most=most):
                return str(most - 1)
            case Number(min=least, max=most):
                return str(min(least + 1, most))
            case Text():
                return NOTE
            case Duration(unit=unit):
                return "4 min, mierzone zegarkiem" if unit == "min" else "45 s, mierzone zegarkiem"
            case Reply(sent=sent) if not isinstance(ask.answer, Replied):
                return sent.lower()
            case Reply():
                await self._asked()
                return "tak"
            case Date():
                return "dziś"
            case Time():
                return "14.35"
            case Acknowledge():
                return "ok"
            case Photo():
                raise AssertionError("a photo cannot be typed")


async def measure(folder: Path, channel: str, *, types: bool) -> Cost:
    """One interview of this channel in a house of its own."""
    config = Config(
        home=folder,
        edition=EditionTable(folder=str(EDITION)),
        organisers=(Organiser(telegram_id=1, name="Biuro", roles=("owner",)),),
    )
    db = await Database.open(config.database, key=identity.own_key(config))
    try:
        clock = _Shifted()
        trained = replace(
            await rulebook.publish(EDITION, db, START), steps={}
        )  # the training is not measured
        house = House(config, trained, db, clock, catalogue(), bot_name="b")
        phone = Phone(house, clock, types)
        await db.transact(lambda tx: _settle(tx, channel))
        task = await _taken(phone, channel)
        phone.cost = Cost()
        return await Interview(phone, task).run()
    finally:
        await db.close()


async def _settle(tx: Writing, channel: str) -> None:
    """An organiser, a juror for this channel alone, one institution."""
    for account, (code, roles) in enumerate({OWNER: ["owner", "planner"], JUROR: ["juror"]}.items()):
        await people.enlist(tx, code, 1 + account, name=code, language="pl", at=START)
        await people.grant(tx, code, roles)
    await jurors.begin(tx, JUROR)
    await jurors.settle(tx, JUROR, regions=("mazowieckie",), channels=(channel,), capacity=30)
    place = Entrant(0, "Gmina Wieliszew", "gmina_wiejska", voivodeship="mazowieckie", population=21554)
    await entrants.add_all(tx, [place], OWNER, START)


async def _taken(phone: Phone, channel: str) -> Assignment:
    """The assignment of this channel: planned, offered, accepted."""
    await phone.does(Words("/przydzial", 1), OWNER)
    proposals = await phone.house.db.reading.all(
        str, "SELECT body FROM outbox WHERE person = :code ORDER BY id", code=OWNER
    )
    shown = thaw(proposals[-1])
    assert isinstance(shown, Send)
    await phone.does(Tap(shown.rows[0][0].data, "plan", None), OWNER)
    offered = await assignments.in_state(phone.house.db.reading, {State.OFFERED})
    task = next(one for one in offered if one.channel == channel)
    await phone.does(Tap(f"ay:{task.id}", "accept", None))
    return task


async def main(console: Console) -> bool:
    """The table; whether every interview keeps the bound."""
    settings = rulebook.read(EDITION)[0].settings
    table = Table(
        "checklista",
        "sposób",
        "odpowiedzi",
        "stuknięcia",
        "znaki",
        "zdjęcia",
        "wiadomości",
        "zmiany",
        "dymki",
        "kB",
        "wiadomości / odpowiedź",
    )
    kept = True
    for channel in settings.channels:
        for types in (False, True):
            with tempfile.TemporaryDirectory() as folder:
                cost = await measure(Path(folder), channel.id, types=types)
            kept &= cost.per_answer <= BOUND
            figures = (
                cost.answers,
                cost.taps,
                cost.typed,
                cost.photos,
                cost.messages,
                cost.edits,
                cost.toasts,
            )
            table.add_row(
                channel.id,
                "pisze" if types else "stuka",
                *map(str, figures),
                f"{cost.bytes / 1024:.1f}",
                f"{cost.per_answer:.2f}",
            )
    photos.close()
    console.print(table)
    return kept


if __name__ == "__main__":
    argparse.ArgumentParser(description=__doc__).parse_args()
    raise SystemExit(0 if asyncio.run(main(Console(width=140))) else 1)
