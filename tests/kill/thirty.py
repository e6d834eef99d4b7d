"""Many jurors walk a long interview at the same time while the bot is killed every second and Telegram fails at random.

Each juror taps twice, taps what is long gone, presses forged buttons, corrects earlier answers; and remembers what was said last to
each question. In the end that, and nothing else, must be in the database.
"""

from __future__ import annotations

import asyncio
import re
import signal
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from decimal import Decimal
from pathlib import Path
from random import Random

from bot import identity
from bot.demo.organisers import button
from bot.sandbox.state import Seen
from contest.answers import Amount, Answer, Chosen, Written
from contest.session import thaw_answer
from storage import journal, people, sessions
from storage.database import Database, Reading
from tests.kill.siege import NOISE, repeated
from tests.stories import theatre
from tests.stories.theatre import Actor, World
from tests.untrained import without_training

_KINDS = ("yes_no", "scale", "number", "choice", "text")
_ASKED = re.compile(r"Pytanie (\d\d):")
_DONE = "Wszystkie odpowiedzi"
_OPTIONS = {"a": "Pierwsze okienko", "b": "Drugie okienko", "c": "Trzecie okienko"}
MOST_TWICE = 0.10
"""The share of messages that may come twice: those whose bot died before it knew that they had arrived."""
_SENT = """
    SELECT count(*) FROM outbox WHERE state = 'sent' AND json_extract(body, '$.kind') IN ('send', 'document', 'evidence')
"""
_PATIENCE = 12.0
"""Seconds after which somebody looks at the screen again and repeats the answer: it should never be needed."""


@dataclass(frozen=True, slots=True)
class Ordeal:
    """How many walk how far, and what they and the world do: shares of answers, share of spoiled calls, seconds between kills."""

    seed: int
    jurors: int = 30
    questions: int = 30
    double: float = 0.3
    stale: float = 0.1
    corrected: float = 0.05
    forged: float = 0.05
    noise: float = 0.05
    between: tuple[float, float] = (0.6, 1.4)


@dataclass
class Tally:
    """What happened, and what should not have."""

    kills: int = 0
    answers: int = 0
    doubled: int = 0
    stale: int = 0
    forged: int = 0
    corrected: int = 0
    repeated_by_hand: int = 0
    messages: int = 0
    twice: int = 0
    lost: list[str] = field(default_factory=list)
    invented: list[str] = field(default_factory=list)
    misplaced: list[str] = field(default_factory=list)
    stranded: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """The sum of two rounds."""
        for one in fields(self):
            setattr(self, one.name, getattr(self, one.name) + getattr(other, one.name))

    @property
    def faults(self) -> dict[str, list[str]]:
        """Everything that should not be."""
        named = ("lost", "invented", "misplaced", "stranded", "broken")
        return {name: getattr(self, name) for name in named if getattr(self, name)}

    @property
    def share_twice(self) -> float:
        """The share of messages that came twice, 0..1."""
        return self.twice / max(1, self.messages)

    def __str__(self) -> str:
        bad = ", ".join(
            f"{len(getattr(self, name))} {name}" for name in ("lost", "invented", "misplaced", "stranded")
        )
        return (
            f"{self.kills} kills, {self.answers} answers ({self.corrected} corrected, {self.doubled} tapped twice, "
            f"{self.stale} stale taps, {self.forged} forged, {self.repeated_by_hand} said again): {bad}; "
            f"{self.messages} messages, {self.twice} twice ({self.share_twice:.1%})"
        )


def edition(folder: Path, questions: int) -> Path:
    """An edition whose telephone interview has so many questions, of five kinds in turn."""
    without_training(theatre.one_story_a_channel(folder))
    head = (
        'format = 1\nid = "telefon"\nversion = 9\nchannel = "telefon"\ntitle = "Rozmowa"\nlanguage = "pl"\n'
    )
    section = '[[sections]]\nid = "calosc"\ntitle = "Rozmowa"\n'
    (folder / "telefon.toml").write_text(
        "\n".join([head, section, *(_question(number) for number in range(1, questions + 1))]), "utf-8"
    )
    return folder


def _kind(number: int) -> str:
    return _KINDS[number % len(_KINDS)]


def _question(number: int) -> str:
    lines = [
        "[[sections.questions]]",
        f'id = "p{number:02}"',
        f'type = "{_kind(number)}"',
        f'text = "Pytanie {number:02}: co było w tej chwili rozmowy?"',
        "weight = 1",
    ]
    match _kind(number):
        case "scale":
            lines += ['low = "źle"', 'high = "dobrze"']
        case "number":
            lines += ["min = 0", "max = 9999", "bands = [ { up_to = 9999, points = 1 } ]"]
        case "choice":
            told = ", ".join(
                f'{{ id = "{key}", label = "{label}", points = 1 }}' for key, label in _OPTIONS.items()
            )
            lines.append(f"options = [ {told} ]")
        case "text":
            lines += ["min_length = 3", "max_length = 200"]
            lines[-3] = "weight = 0"
    return "\n".join(lines) + "\n"


async def prepare(folder: Path, scratch: Path, rules: Path, jurors: int) -> None:
    """A world in which so many jurors hold one accepted call each, kept in `folder`."""
    async with theatre.world(scratch, rules) as made:
        await theatre.open_edition(made, jurors)
        await theatre.enrol(made, [(["Rozmowy telefoniczne"], 1)] * jurors)
        await theatre.approve_plan(made)
        await made.stage.quiet()
        await theatre.keep(made, folder)


async def endure(folder: Path, rules: Path, like: Path, ordeal: Ordeal) -> Tally:
    """The ordeal in a copy of the prepared world; what came of it."""
    tally, dice = Tally(), Random(ordeal.seed)
    async with theatre.world(folder, rules, like=like) as made:
        before = made.ask(_SENT)[0][0]
        walkers = [
            _Walker(actor, ordeal, tally, Random(dice.random())) for actor in made.jurors[: ordeal.jurors]
        ]
        made.stage.telegram.faults.noise(ordeal.seed, ordeal.noise, kinds=NOISE)
        walking = [asyncio.create_task(walker.walk()) for walker in walkers]
        while not all(task.done() for task in walking):
            await asyncio.sleep(dice.uniform(*ordeal.between))
            tally.kills += 1
            await made.stage.stop_bot(how=signal.SIGKILL)
            await made.stage.start_bot()
        for walker, task in zip(walkers, walking, strict=True):
            if fault := task.exception():
                tally.stranded.append(f"{walker.actor.person.id}: {fault}")
        made.stage.telegram.faults.clear()
        await made.stage.quiet(for_seconds=1.5)
        assert await made.stage.stop_bot() == 0
        await _examine(made, walkers, tally)
        tally.twice += int(str(before))  # promised and sent before these chats began
        for walker in walkers if tally.faults else ():
            person = walker.actor.person
            (made.stage.folder / f"{person.id}.txt").write_text(person.transcript(), "utf-8")
    return tally


@dataclass
class _Walker:
    """One juror; `said`: the last answer given to each question, as it must be kept."""

    actor: Actor
    ordeal: Ordeal
    tally: Tally
    dice: Random
    said: dict[int, Answer] = field(default_factory=dict)
    ever: dict[int, list[Answer]] = field(default_factory=dict)
    shown: dict[int, Seen] = field(default_factory=dict)
    gone: list[tuple[Seen, str, str]] = field(default_factory=list)  # buttons of earlier moments

    async def walk(self) -> None:
        person = self.actor.person
        await person.write("/zadania")
        listed = await person.expect("Masz 1 zadanie", 120)
        person.tap(listed.buttons[0][0], listed)
        await self._taps_when_there("Przyjmuję", "Zaczynam")
        number = await self._asked(0)
        while number:
            seen = self.shown[number]
            if self.dice.random() < self.ordeal.forged:
                self._forges(number, seen)
            if self.gone and self.dice.random() < self.ordeal.stale:
                self.tally.stale += 1
                person.press_stale("?", *self._stale())
            await self._answers(number, seen)
            following = await self._asked(number)
            if following and self.dice.random() < self.ordeal.corrected:
                await self._corrects(number, following)
            number = following
        await self._taps_when_there("Wyślij")
        await person.expect("wysłane. Dziękuję", 60)

    async def _taps_when_there(self, *labels: str) -> None:
        """Tap one button after another as each appears, once more where nothing comes of it."""
        for label in labels:
            async with asyncio.timeout(120):
                while not (found := self._with(label)):
                    await self.actor.person.happened(len(self.actor.person.history))
            self.actor.person.tap(button(found, label), found)

    def _with(self, label: str) -> Seen | None:
        return next((seen for seen in reversed(self.actor.person.chat) if button(seen, label)), None)

    async def _asked(self, after: int) -> int:
        """The question that comes after one, 0 for the summary; says the last answer again if nothing comes."""
        for _ in range(10):
            try:
                seen = await self.actor.person.expect(
                    lambda seen: _number(seen) > after or _DONE in seen.text, _PATIENCE
                )
            except TimeoutError:
                self.tally.repeated_by_hand += 1
                if after and (still := self._newest(after)) is not None:
                    await self._act(after, still, self.said[after])
                continue
            if _DONE in seen.text:
                return 0
            self.shown[_number(seen)] = seen
            return _number(seen)
        raise AssertionError(f"nothing came after question {after}:\n{self.actor.person.screen()}")

    async def _answers(self, number: int, seen: Seen) -> None:
        answer = self._makes_up(number)
        self._remembers(number, answer)
        self.tally.answers += 1
        await self._act(number, seen, answer)
        if _kind(number) not in ("number", "text") and self.dice.random() < self.ordeal.double:
            self.tally.doubled += 1
            await self._act(number, seen, answer)

    async def _corrects(self, number: int, following: int) -> None:
        """A reply in words to a question that is answered; the question on the table is not touched."""
        answer = self._makes_up(number)
        self._remembers(number, answer)
        self.tally.corrected += 1
        await self.actor.person.write(_words(answer), reply_to=self.shown[number])
        anew = await self.actor.person.expect(lambda seen: _number(seen) == following, 60)  # below it
        self.shown[following] = self._newest(following) or anew

    def _newest(self, number: int) -> Seen | None:
        """The newest message that asks a question; none asks one that is answered already."""
        return next(
            (seen for seen in reversed(self.actor.person.chat) if not seen.mine and _number(seen) == number),
            None,
        )

    async def _act(self, number: int, seen: Seen, answer: Answer) -> None:
        if _kind(number) in ("number", "text"):
            await self.actor.person.write(_words(answer), reply_to=seen)
            return
        for label, data in self._buttons(seen):
            if label == _words(answer):
                self.actor.person.press_stale(label, seen, data)  # also when the button has just gone
                self.gone += [(seen, other, held) for other, held in self._buttons(seen) if other != label]

    def _buttons(self, seen: Seen) -> list[tuple[str, str]]:
        """Labels and data of the choices under a message, as they were first shown."""
        known = self._held.setdefault(seen.id, [])
        if not known:
            message = self.actor.person._chat.messages[seen.id]
            known += [
                (str(one["text"]), str(one["callback_data"]))
                for row in message.rows()
                for one in row
                if str(one.get("callback_data", "")).startswith("q:")
            ]
        return known

    _held: dict[int, list[tuple[str, str]]] = field(default_factory=dict)

    def _stale(self) -> tuple[Seen, str]:
        seen, _, data = self.dice.choice(self.gone)
        return seen, data

    def _forges(self, number: int, seen: Seen) -> None:
        """A press that was never offered: a later question, somebody else's interview, nonsense."""
        self.tally.forged += 1
        session, revision = self.dice.randrange(1, 90), self.dice.randrange(1, 60)
        data = self.dice.choice(
            [
                f"q:{session}:p{min(number + 3, 99):02}:yes:{revision}",
                f"q:{session}:p{number:02}:zgaduję:{revision}",
                f"x:{session}:{revision}",
                "q:::",
            ]
        )
        own = {held.split(":")[1] for _, held in self._buttons(seen)}
        if data.split(":")[1] not in own or ":zgaduję:" in data:
            self.actor.person.press_stale("?", seen, data)

    def _makes_up(self, number: int) -> Answer:
        match _kind(number):
            case "yes_no":
                return Chosen(self.dice.choice(["yes", "no"]))
            case "scale":
                return Amount(Decimal(self.dice.randrange(1, 6)))
            case "number":
                return Amount(Decimal(100 * number + self.dice.randrange(100)))
            case "choice":
                return Chosen(self.dice.choice(sorted(_OPTIONS)))
            case _:
                return Written(f"Pytanie {number}, po raz {len(self.ever.get(number, ())) + 1}.")

    def _remembers(self, number: int, answer: Answer) -> None:
        self.said[number] = answer
        self.ever.setdefault(number, []).append(answer)


def _number(seen: Seen) -> int:
    """The question that a message asks, not one that it tells the answer of; 0 when it asks none."""
    found = _ASKED.findall(seen.text)
    return int(found[-1]) if found and "✔" not in seen.text.rpartition(found[-1])[2] else 0


def _words(answer: Answer) -> str:
    match answer:
        case Chosen(option=option):
            return {"yes": "Tak", "no": "Nie", **_OPTIONS}[option]
        case Amount(value=value):
            return str(value)
        case Written(text=text):
            return text
    raise LookupError(answer)


async def _examine(made: World, walkers: list[_Walker], tally: Tally) -> None:
    key = identity.key_in(made.database.with_name("tozsamosc.key"), made.database)
    db = await Database.open(made.database, key=key)
    try:
        for walker in walkers:
            await _compare(db.reading, walker, tally)
        tally.messages, tally.twice = await repeated(made.stage, db.reading)
        tally.broken += [row for row in await db.reading.all(str, "PRAGMA integrity_check") if row != "ok"]
        if (entry := await journal.verify(db.reading)) is not None:
            tally.broken.append(f"journal broken at {entry}")
        waiting = await db.reading.one(int, "SELECT count(*) FROM inbox WHERE state != 'done'")
        if waiting:
            tally.broken.append(f"{waiting} updates were not answered")
    finally:
        await db.close()


async def _compare(db: Reading, walker: _Walker, tally: Tally) -> None:
    person = await people.recognise(db, walker.actor.person.id)
    assert person is not None
    for session in await db.all(
        int, "SELECT id FROM sessions WHERE person = :code AND purpose = 'assignment'", code=person.code
    ):
        stored = await sessions.find(db, session)
        assert stored is not None
        if stored.session.submitted_at is None:
            tally.stranded.append(f"{person.code} has not sent the interview")
        kept = {int(question[1:]): answer for question, answer in stored.session.answers.items()}
        for number, said in walker.said.items():
            if number not in kept:
                tally.lost.append(f"{person.code}, question {number}: {said}")
            elif kept[number] != said:
                tally.misplaced.append(f"{person.code}, question {number}: said {said}, kept {kept[number]}")
        tally.invented += [f"{person.code}, question {number}" for number in kept.keys() - walker.said.keys()]
        tally.invented += [
            f"{person.code}, {line.question}: {line.value}" for line in await _never_said(db, session, walker)
        ]


async def _never_said(db: Reading, session: int, walker: _Walker) -> Iterator[sessions.Given]:
    given = await sessions.given(db, session)
    return (
        line for line in given if thaw_answer(line.value) not in walker.ever.get(int(line.question[1:]), [])
    )
