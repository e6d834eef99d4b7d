"""A simulated juror: reads the screen as a person would, and answers with buttons, words and photos.

It knows nothing of the bot's insides: labels and sentences are all that it sees. What it thinks of an institution comes
from the institution's name and the seed alone, so that a demo can be repeated.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from random import Random

from bot.demo.answering import Answering
from bot.demo.hands import labels
from bot.sandbox.state import Seen
from bot.sandbox.window import NothingCame

_SILENT = 0.12
"""Share of institutions that never answer a message."""


@dataclass
class SimulatedJuror(Answering):
    """One juror with one habit. `live()` until cancelled.

    After `patience` seconds without a word, somebody who waits for one presses again what nobody answered, or writes
    /dalej, and notes why in `impatience`. Up to `pause` seconds pass before anything is answered.
    """

    patience: float = 3600.0
    pause: float = 0.0
    submitted: int = 0
    busy: bool = False  # an interview is on the table
    reminded: bool = False
    paused: bool = False
    paused_once: bool = False
    gave_up: bool = False
    able: bool = False  # nothing is left to do before the first assignment
    ready: list[Seen] = field(default_factory=list)  # accepted and not begun
    sent: set[str] = field(default_factory=set)  # labels of assignments that wait for a reply
    _underway: set[str] = field(default_factory=set)  # labels of what goes on since a reply came
    _finished: set[str] = field(default_factory=set)  # labels of what was sent and thanked for
    _opening: str = ""  # the assignment that a reminder led to
    _corrected: bool = False
    _lapsed: bool = False

    async def live(self) -> None:
        while True:
            try:
                seen = await self.person.next(timeout=self.patience)
            except NothingCame:
                await self._insist()
                continue
            if self.pause:
                await asyncio.sleep(self.dice.uniform(0, self.pause))
            if not self._said_before(seen):
                await self._read(seen)
            if not self.busy and self.ready and (not self.habit.slow or self.reminded):
                await self._begin()

    async def _read(self, seen: Seen) -> None:
        """React to one message of the bot: the first line of the table that fits."""
        self._settled = None
        for recognised, react in REACTIONS:
            if recognised(seen):
                await react(self, seen)
                return

    async def _insist(self) -> None:
        """Nothing came for too long: press again what nobody answered, or ask where things stand."""
        self._press_again()
        waits = (self.busy or not self.able) and not self.paused
        if waits and not self._pressed:
            self.impatience.append("nothing came")
            self._settled = None
            await self.person.write("/dalej")

    async def thanked(self, seen: Seen) -> None:
        label = seen.text.split(" wysłane")[0].removeprefix("Zadanie ")
        if label not in self._finished:  # and not the same thank-you come twice
            self._finished.add(label)
            self.submitted += 1
        self._underway.discard(label)
        self.busy, self._corrected = False, False
        if self._underway:  # two replies came at once
            self._back_to(min(self._underway))
            await self.person.write("/dalej")

    async def enlisted(self, _: Seen) -> None:
        self.registered = self.able = True

    async def enrolled(self, _: Seen) -> None:
        self.registered = True

    async def prepares(self, seen: Seen) -> None:
        """The training, then the cases: interviews like any other, about nobody."""
        self.busy, self._place = True, ""
        self._tap(labels(seen)[0], seen)

    async def prepared(self, _: Seen) -> None:
        self.able = True
        self.busy, self._corrected = False, False

    async def missed(self, _: Seen) -> None:
        self._lapsed = True

    async def offered(self, seen: Seen) -> None:
        if not (self.habit.ignores_offers and not self._lapsed):
            self._tap("Pokaż szczegóły", seen)

    async def asked_why(self, seen: Seen) -> None:
        self._tap("Znam tę instytucję" if self.habit.conflicted else "Brak czasu", seen)

    async def nudged(self, seen: Seen) -> None:
        self.reminded, was = True, self.paused
        self.paused = False
        if was or not self.busy:
            self._remembered(seen)

    async def returned(self, seen: Seen) -> None:
        again = {label for label in self._finished if label in seen.text}
        self._finished -= again
        self._underway |= again  # two may come back at once
        self.busy, self._place = True, ""
        self._tap("Popraw", seen)

    async def turns(self, seen: Seen) -> None:
        """The numbers of a summary: one answer is looked at again."""
        self._tap(self.dice.choice([label for label in labels(seen) if label.isdigit()]), seen)

    async def consider(self, seen: Seen) -> None:
        """An offer with its details: where to, and whether it is possible."""
        if self.habit.conflicted and not self.gave_up:
            self.gave_up = True
            self._tap("Nie mogę", seen)
            return
        self._tap("Przyjmuję", seen)

    async def accepted(self, seen: Seen) -> None:
        label, place = seen.text.split(" · ")[0], seen.text.splitlines()[1]
        self.quality[label] = Random(f"{self.seed}:{place.split(',')[0]}").uniform(0.45, 1.0)  # noqa: S311 -- a play
        if self.habit.hands_back and not self.gave_up:
            self.gave_up = True
            self._tap("Nie mogę", seen)
            return
        if label == self._opening:
            self._opening = ""
            self._tap("Zaczynam", seen)
            return
        if all(other.id != seen.id for other in self.ready):
            self.ready.append(seen)

    async def _begin(self) -> None:
        seen = self.ready.pop(0)
        self.busy = True
        self._place = seen.text.split(" · ")[0]
        self._tap("Zaczynam", seen)

    def _remembered(self, seen: Seen) -> None:
        """A reminder: open what it is about."""
        label = seen.text.split(" czeka")[0].removeprefix("Zadanie ").strip()
        self.ready = [other for other in self.ready if not other.text.startswith(label)]
        if label not in self.sent:  # what was begun and left counts too
            self._place = self._opening = label
            self.busy = True
            self._tap("Otwórz", seen)

    async def send(self, seen: Seen) -> None:
        """The first act: the message is on its way."""
        self._tap("Wysłane", seen)

    async def put_aside(self, _: Seen) -> None:
        """It waits; meanwhile there is other work."""
        if self._place not in self.sent:
            self.sent.add(self._place)
            self.busy = False

    async def wait(self, seen: Seen) -> None:
        """Nothing to do until the bot asks; looked at again, it stays as it is."""
        if "Bez zmian" in labels(seen):
            self._tap("Bez zmian", seen)

    async def asked(self, seen: Seen) -> None:
        """Has a reply come? Some institutions never answer, good ones answer sooner."""
        label = _about(seen)
        quality = self.quality.get(label, 0.8)
        silent = Random(f"{self.seed}:{label}:{quality}").random() < _SILENT  # noqa: S311 -- a play
        if silent or self.dice.random() > quality:
            self._tap("Jeszcze nie", seen)
            return
        self._back_to(label)
        if self.dice.random() < self.habit.types:
            await self._say("wczoraj 14:35", seen, reply=True)
        else:
            self._tap("Przyszła odpowiedź", seen)

    async def unanswered(self, seen: Seen) -> None:
        """The time is over: the rest of the questions."""
        self._back_to(_about(seen))
        self._tap("Dokończ", seen)

    def _back_to(self, label: str) -> None:
        self.sent.discard(label)
        self._underway.add(label)
        self._place, self.busy = label, True

    async def finish(self, seen: Seen) -> None:
        if self.dice.random() < self.habit.corrects and not self._corrected:
            self._corrected = True
            self._tap("Popraw odpowiedź", seen)
            return
        self._tap("Wyślij", seen)

    async def answer(self, seen: Seen) -> None:
        """A question: a button, words or a photo."""
        if self.habit.pauses and self._place and not self.paused_once and self.answers > 12:
            self.paused = self.paused_once = True
        if self.paused:
            return
        await self._answer(seen)


def _about(seen: Seen) -> str:
    """The assignment that a message names first."""
    return seen.text.removeprefix("Zadanie ").split(":")[0].strip()


def says(words: str) -> Callable[[Seen], bool]:
    return lambda seen: words in seen.text


def offers(label: str) -> Callable[[Seen], bool]:
    return lambda seen: label in labels(seen)


def asks(seen: Seen) -> bool:
    """A question: with buttons, or to be answered in words."""
    return bool(seen.buttons) or "Napisz odpowiedź" in seen.text or "Wpisz liczbę" in seen.text


Reaction = Callable[[SimulatedJuror, Seen], Awaitable[None]]

REACTIONS: tuple[tuple[Callable[[Seen], bool], Reaction], ...] = (
    (says("wysłane. Dziękuję"), SimulatedJuror.thanked),
    (says("To wszystko na początek"), SimulatedJuror.enlisted),
    (says("Zapisy gotowe"), SimulatedJuror.enrolled),
    (offers("Zacznij szkolenie"), SimulatedJuror.prepares),
    (offers("Oceń przypadki"), SimulatedJuror.prepares),
    (says("Możesz już dostawać zadania"), SimulatedJuror.prepared),
    (says("wygasła"), SimulatedJuror.missed),
    (offers("Pokaż szczegóły"), SimulatedJuror.offered),
    (offers("Przyjmuję"), SimulatedJuror.consider),
    (offers("Zaczynam"), SimulatedJuror.accepted),
    (offers("Znam tę instytucję"), SimulatedJuror.asked_why),
    (offers("Otwórz"), SimulatedJuror.nudged),
    (offers("Popraw"), SimulatedJuror.returned),
    (offers("Wyślij"), SimulatedJuror.finish),
    (offers("Wróć do podsumowania"), SimulatedJuror.turns),
    (offers("Wysłane"), SimulatedJuror.send),
    (offers("Jeszcze nie"), SimulatedJuror.asked),
    (offers("Dokończ"), SimulatedJuror.unanswered),
    (offers("Jednak nie wysłane"), SimulatedJuror.put_aside),
    (offers("Przyszła odpowiedź"), SimulatedJuror.wait),
    (offers("Jednak nie przyszła"), SimulatedJuror.wait),
    (asks, SimulatedJuror.answer),
)
"""What is recognised, and what is done about it; the first that fits."""
