"""An organiser's chat without Telegram: what a person writes, taps or sends goes through the table of routes into a real
database, and what comes back is read from the outbox as people would read it."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from functools import partial

from bot import dispatch
from bot.clock import Clock
from bot.delivery import settle
from bot.house import SYSTEM, House, Rules, Turn
from bot.incoming import Attachment, Incoming, Tap, Words
from bot.juror import finish
from bot.messages import (
    Edit,
    Erase,
    Message,
    Send,
    SendDocument,
    SendEvidence,
    SendPicture,
    SendText,
    SetMenu,
    thaw,
)
from bot.schedule import EFFECTS, PREPARED
from contest.answers import Amount, Answer, Chosen, Clocked, Dated, Photos, Replied, Several, Timed, Written
from contest.assignment import Act, State, move
from contest.checklist import Checklist
from contest.entrants import Entrant
from contest.mistakes import Mistakes, tell
from contest.planning.rules import Rules as PlanRules
from contest.questions import (
    SEEN,
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
from storage import assignments, due, entrants, jurors, outbox, people, sessions
from storage.assignments import Assignment
from storage.database import Writing
from storage.due import Row as Due

OWNER, CHECKER = "O-10", "O-11"
CHANNELS = ("wizyta", "telefon", "email", "www", "social")


def unrotated(shipped: Rules) -> Rules:
    """The edition as if one juror might do everything: most of these stories need no more than one."""
    alone = PlanRules(visible_contacts=50, contacts=50, jurors=1)
    return replace(shipped, settings=shipped.settings.model_copy(update={"planning": alone}))


@dataclass
class Still(Clock):
    """A clock that a test sets."""

    at: datetime

    def now(self) -> datetime:
        return self.at


@dataclass(frozen=True)
class Heard:
    """A message as somebody got it."""

    person: str
    text: str
    buttons: Mapping[str, str] = field(default_factory=dict)  # label -> data
    row: int = 0  # the number of the message in the chat
    promised: Message | None = field(default=None, compare=False)  # as it waited in the outbox


@dataclass
class Office:
    """The house, the clock on its wall, and everybody's chat."""

    house: House
    clock: Still
    _updates: int = 0
    _read: int = 0
    _reading: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def writes(self, code: str, text: str, *, reply_to: int | None = None) -> list[Heard]:
        """Somebody writes; everything that anybody gets of it, complaints to the writer included."""
        return await self._turn(code, Words(text, 10**6 + self._updates, reply_to))

    async def taps(self, code: str, heard: Heard, label: str) -> list[Heard]:
        """Somebody taps the button that begins so."""
        data = next(data for name, data in heard.buttons.items() if name.startswith(label))
        return await self.taps_data(code, data, message=heard.row)

    async def taps_data(self, code: str, data: str, *, message: int | None = None) -> list[Heard]:
        return await self._turn(code, Tap(data, f"query-{self._updates}", message))

    async def sends(self, code: str, name: str, data: bytes) -> list[Heard]:
        """Somebody sends a file."""
        return await self._turn(code, Attachment("file", name, len(data), 10**6 + self._updates), data)

    async def ticks(self) -> list[Heard]:
        """The schedule does what is ripe."""
        for row in await due.ripe(self.house.db.reading, self.clock.at):
            await self._do(row)
        return await self._new()

    async def joins(
        self, code: str, *, regions: tuple[str, ...] = ("mazowieckie",), capacity: int = 30
    ) -> None:
        """A registered juror."""

        async def act(tx: Writing) -> None:
            account = 10_000 + int(code.removeprefix("J-"))
            await people.enlist(tx, code, account, name=f"Tajne {code}", language="pl", at=self.clock.at)
            await people.grant(tx, code, ["juror"])
            await jurors.begin(tx, code)
            await jurors.settle(tx, code, regions=regions, channels=CHANNELS, capacity=capacity)

        await self.house.db.transact(act)

    async def has(self, *found: Entrant) -> None:
        """Entrants on the list."""
        await self.house.db.transact(lambda tx: entrants.add_all(tx, found, OWNER, self.clock.at))

    async def plans(self) -> list[Assignment]:
        """The owner proposes and approves a plan; everything that is offered then."""
        shown = (await self.writes(OWNER, "/przydzial"))[-1]
        await self.taps(OWNER, shown, "Zatwierdź")
        return await assignments.in_state(self.house.db.reading, {State.OFFERED})

    async def submits(self, task: Assignment, *, good: bool = True, **said: Answer) -> list[Heard]:
        """The juror has accepted, answers everything (`said`: otherwise than usual), and submits; what everybody gets of it."""

        async def act(tx: Writing) -> None:
            juror = await people.find(tx, task.juror)
            entrant = await entrants.find(tx, task.entrant)
            assert juror is not None
            assert entrant is not None
            state = task.state
            for step in (Act.ACCEPT, Act.START):
                to = move(state, step)
                await assignments.change(
                    tx, task.id, frm=state, to=to, reason="", by=task.juror, at=self.clock.at
                )
                state = to
            checklist = self.house.rules.checklists[task.checklist]
            session = Session(
                checklist.name,
                entrant.kind,
                answers_of(checklist, entrant.kind, good=good) | said,
                started_at=self.clock.at - timedelta(minutes=12),
                submitted_at=self.clock.at,
            )
            number = await sessions.begin(
                tx, task.juror, purpose="assignment", assignment=task.id, session=session, at=self.clock.at
            )
            stored = await sessions.find(tx, number)
            assert stored is not None
            turn = Turn(self.house, tx, juror, self.clock.at, f"submit:{task.id}")
            await finish.submitted(turn, stored, session)

        await self.house.db.transact(act)
        return await self._new()

    async def _turn(self, code: str, incoming: Incoming, data: bytes | None = None) -> list[Heard]:
        self._updates += 1
        key = f"u:{self._updates}"
        person = await people.find(self.house.db.reading, code)
        assert person is not None

        async def act(tx: Writing) -> str | None:
            turn = Turn(self.house, tx, person, self.clock.at, key)
            await dispatch.answer(turn, incoming, prepared)
            return turn.toasted

        try:
            prepared = await dispatch.prepare(self.house, person, incoming, data, key=key)
            toasted = await self.house.db.transact(act)
        except Mistakes as refused:
            say = self.house.phrases.plain(person.language)
            return [Heard(code, "\n".join(tell(say, one) for one in refused.found))]
        answer = [Heard(code, f"(dymek) {toasted}")] if toasted is not None else []
        return answer + await self._new()

    async def _do(self, row: Due) -> None:
        prepare = PREPARED.get(row.kind)
        made = await prepare(self.house, row) if prepare else None

        async def act(tx: Writing) -> None:
            turn = Turn(self.house, tx, SYSTEM, self.clock.at, f"due:{row.key}")
            if await due.claim(tx, row.key, turn.at):
                await EFFECTS[row.kind](turn, row, made)

        await self.house.db.transact(act)

    async def _new(self) -> list[Heard]:
        """What was promised since the last look; from now on it is in the chats. Of turns at once, the first reads for all."""
        async with self._reading:
            return await self._unread()

    async def _unread(self) -> list[Heard]:
        found = []
        while (row := await outbox.find(self.house.db.reading, self._read + 1)) is not None:
            self._read = number = row.id
            if row.state == "dropped":
                continue
            message = thaw(row.body)
            changed = message.of if isinstance(message, Edit) else number
            place = await outbox.message_id(self.house.db.reading, changed) or number
            await self.house.db.transact(partial(self._sent, row, message, place))
            found.append(replace(_heard(row, message, place), promised=message))
        return found

    async def _sent(self, row: outbox.Row, message: Message, place: int, tx: Writing) -> None:
        await outbox.sent(tx, {row.id: place}, self.clock.at)
        await settle(tx, row.person, row.id, message)


def _heard(row: outbox.Row, message: Message, place: int) -> Heard:
    match message:
        case Send(text=text, rows=rows) | Edit(text=text, rows=rows):
            buttons = {button.label: button.data for line in rows for button in line}
            assert all(len(data.encode()) <= 64 for data in buttons.values())
            kind = "(zmiana) " if isinstance(message, Edit) else ""
            return Heard(row.person, kind + text, buttons, place)
        case SendDocument(name=name):
            return Heard(row.person, f"(plik) {name}")
        case SendPicture(name=name, caption=caption, rows=rows):
            buttons = {button.label: button.data for line in rows for button in line}
            return Heard(row.person, f"(obraz) {caption}", buttons, place)
        case SendEvidence(caption=caption):
            return Heard(row.person, f"(zdjęcie) {caption}")
        case SendText(name=name):
            return Heard(row.person, f"(plik) {name}", row=row.id)
        case Erase(of=of):
            return Heard(row.person, f"(usunięcie) {len(of)}")
        case SetMenu(commands=commands):
            return Heard(row.person, f"(menu) {' '.join(word for word, _ in commands)}")


def to(heard: list[Heard], person: str) -> list[str]:
    """The texts that one person got."""
    return [one.text for one in heard if one.person == person]


def answers_of(checklist: Checklist, kind: str, *, good: bool) -> dict[str, Answer]:
    """An answer to every question that shows, the best or the worst by and large."""
    answers: dict[str, Answer] = {}
    while missing := [one for one in checklist.visible(answers, kind) if one.id not in answers]:
        answers[missing[0].id] = _answer(missing[0], good=good)
    return answers


def _answer(question: Question, *, good: bool) -> Answer:  # noqa: C901 -- one case a kind
    match question:
        case YesNo():
            return Chosen("yes" if good or question.gate else "no")
        case Choice(options=options):
            return Chosen(options[0 if good or question.gate else -1].id)
        case Choices():
            return Several(())
        case Scale(least=least, most=most):
            return Amount(Decimal(most if good else least))
        case Number(min=least):
            return Amount(least)
        case Text():
            return Written("Pani w okienku <pomogła> & odpowiedziała")
        case Photo():
            return Photos(())
        case Duration():
            return Timed(corrected=20 if good else 3000, reason="late")
        case Date():
            return Dated(date(2026, 10, 5))
        case Time():
            return Clocked(time(14, 35))
        case Acknowledge():
            return Chosen(SEEN)
        case Reply(gate=gate, none=none):
            sent, until = datetime(2026, 10, 5, 8, tzinfo=UTC), datetime(2026, 10, 20, tzinfo=UTC)
            if good or gate or none.gate:
                return Replied(sent, until, stamped=sent + timedelta(hours=1), elapsed=0)
            return Replied(sent, until, closed=True)
