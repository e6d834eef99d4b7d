"""A simulated juror: reads the screen as a person would, and answers with buttons, words and photos.

It knows nothing of the bot's insides: labels and sentences are all that it sees. What it thinks of an institution comes
from the institution's name and the seed alone, so that a demo can be repeated.
"""

from __future__ import annotations

import io
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from random import Random

from PIL import Image

from bot.demo.habits import Habit
from bot.sandbox.people import Person
from bot.sandbox.state import Seen

_BOUNDS = re.compile(r"od (\d+(?:,\d+)?) do (\d+(?:,\d+)?)")
_COUNT = re.compile(r"(\d+)\. ")
_REGIONS = 8
_CAPACITY = "18"
NOTES = (
    "Obsługa spokojna i rzeczowa, wszystko wyjaśniono po kolei.",
    "Dostałam pełną odpowiedź i wskazanie, gdzie szukać dalej.",
    "Informacja poprawna, ale trzeba było dopytać o termin.",
    "Trudno było ustalić, która komórka prowadzi sprawę.",
)
_SILENT = 0.12
"""Share of institutions that never answer a message."""
_MARKS = {"Dzwonię", "Odebrano", "Koniec", "Wchodzę", "Obsługa", "Wychodzę"}


def photo(dice: Random) -> bytes:
    """A small picture that differs each time."""
    out = io.BytesIO()
    colour = (dice.randrange(256), dice.randrange(256), dice.randrange(256))
    Image.new("RGB", (320, 240), colour).save(out, "JPEG")
    return out.getvalue()


@dataclass
class SimulatedJuror:
    """One juror with one habit. `live()` until cancelled."""

    person: Person
    habit: Habit
    dice: Random
    seed: int
    submitted: int = 0
    busy: bool = False  # an interview is on the table
    reminded: bool = False
    paused: bool = False
    paused_once: bool = False
    gave_up: bool = False
    registered: bool = False
    answers: int = 0
    quality: dict[str, float] = field(default_factory=dict)  # by label of the assignment
    ready: list[Seen] = field(default_factory=list)  # accepted and not begun
    sent: set[str] = field(default_factory=set)  # labels of assignments that wait for a reply
    _toggles: dict[int, list[str]] = field(default_factory=dict)
    _place: str = ""
    _opening: str = ""
    _corrected: bool = False
    _lapsed: bool = False

    async def live(self) -> None:
        while True:
            seen = await self.person.next(timeout=3600)
            await self._read(seen)
            if not self.busy and self.ready and (not self.habit.slow or self.reminded):
                await self._begin()

    async def _read(self, seen: Seen) -> None:
        """React to one message of the bot: what it says, or else what its buttons offer."""
        labels = [label for row in seen.buttons for label in row]
        if "wysłane. Dziękuję" in seen.text:
            self.submitted += 1
            self.busy, self._corrected = False, False
        elif "To wszystko na początek" in seen.text:
            self.registered = True
        elif "wygasła" in seen.text:
            self._lapsed = True
        elif seen.text.startswith("Minął termin zadania "):
            self.sent.discard(seen.text.removeprefix("Minął termin zadania ").split(". ")[0])
        elif act := next((act for label, act in self._acts() if label in labels), None):
            await act(seen)
        elif labels or "Napisz odpowiedź" in seen.text or "Wpisz liczbę" in seen.text:
            await self._answer(seen, labels)

    def _acts(self) -> tuple[tuple[str, Callable[[Seen], Awaitable[None]]], ...]:
        """Buttons that are known by their label, the telling ones first, and what is done about them."""
        return (
            ("Pokaż szczegóły", self._look),
            ("Przyjmuję", self._consider),
            ("Zaczynam", self._accepted),
            ("Znam tę instytucję", self._excuse),
            ("Otwórz", self._nudged),
            ("Kontynuuj", self._go_on),
            ("Wyślij", self._finish),
            ("Wróć do podsumowania", self._correct),
            ("Wysłane", self._send),
            ("Jeszcze nie", self._asked),
            ("Dokończ", self._unanswered),
            ("Jednak nie wysłane", self._put_aside),
            ("Przyszła odpowiedź", self._wait),
            ("Jednak nie przyszła", self._wait),
        )

    async def _look(self, seen: Seen) -> None:
        if not (self.habit.ignores_offers and not self._lapsed):
            self._tap("Pokaż szczegóły", seen)

    async def _excuse(self, seen: Seen) -> None:
        self._tap("Znam tę instytucję" if self.habit.conflicted else "Brak czasu", seen)

    async def _nudged(self, seen: Seen) -> None:
        self.reminded, was = True, self.paused
        self.paused = False
        if was or not self.busy:
            self._remembered(seen)

    async def _go_on(self, seen: Seen) -> None:
        self.busy = True
        self._tap("Kontynuuj", seen)

    async def _correct(self, seen: Seen) -> None:
        numbers = [label for row in seen.buttons for label in row if label.isdigit()]
        self._tap(self.dice.choice(numbers), seen)

    async def _send(self, seen: Seen) -> None:
        """The first act: the message is on its way."""
        self._tap("Wysłane", seen)

    async def _put_aside(self, _: Seen) -> None:
        """It waits; meanwhile there is other work."""
        if self._place not in self.sent:
            self.sent.add(self._place)
            self.busy = False

    async def _wait(self, seen: Seen) -> None:
        """Nothing to do until the bot asks; looked at again, it stays as it is."""
        if any("Bez zmian" in row for row in seen.buttons):
            self._tap("Bez zmian", seen)

    async def _asked(self, seen: Seen) -> None:
        """Has a reply come? Some institutions never answer, good ones answer sooner."""
        label = seen.text.removeprefix("Zadanie ").split(":")[0].strip()
        quality = self.quality.get(label, 0.8)
        silent = Random(f"{self.seed}:{label}:{quality}").random() < _SILENT  # noqa: S311 -- a play
        if silent or self.dice.random() > quality:
            self._tap("Jeszcze nie", seen)
            return
        self._back_to(label)
        if self.dice.random() < self.habit.types:
            await self.person.write("wczoraj 14:35", reply_to=seen)
        else:
            self._tap("Przyszła odpowiedź", seen)

    async def _unanswered(self, seen: Seen) -> None:
        """The time is over: the rest of the questions."""
        self._back_to(seen.text.removeprefix("Zadanie ").split(":")[0].strip())
        self._tap("Dokończ", seen)

    def _back_to(self, label: str) -> None:
        self.sent.discard(label)
        self._place, self.busy = label, True

    def _tap(self, label: str, seen: Seen) -> None:
        try:
            self.person.tap(label, seen)
            if self.dice.random() < self.habit.double_taps:
                self.person.tap(label, seen)
        except LookupError:
            return  # the button went away while it was read: what came instead is read next

    async def _consider(self, seen: Seen) -> None:
        """An offer with its details: where to, and whether it is possible."""
        if self.habit.conflicted and not self.gave_up:
            self.gave_up = True
            self._tap("Nie mogę", seen)
            return
        self._tap("Przyjmuję", seen)

    async def _accepted(self, seen: Seen) -> None:
        label, place = seen.text.split(" · ")[0], seen.text.splitlines()[1]
        self.quality[label] = Random(f"{self.seed}:{place.split(',')[0]}").uniform(0.45, 1.0)  # noqa: S311 -- a play
        if self.habit.hands_back and not self.gave_up:
            self.gave_up = True
            self._tap("Nie mogę", seen)
            return
        if label == self._opening:  # a reminder led here
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
        waiting = [other for other in self.ready if other.text.startswith(label)]
        self.ready = [other for other in self.ready if other not in waiting]
        if waiting or self.busy:
            self._place = self._opening = label
            self.busy = True
            self._tap("Otwórz", seen)

    async def _finish(self, seen: Seen) -> None:
        if self.dice.random() < self.habit.corrects and not self._corrected:
            self._corrected = True
            self._tap("Popraw odpowiedź", seen)
            return
        self._tap("Wyślij", seen)

    async def _answer(self, seen: Seen, labels: list[str]) -> None:
        """A question: a button, words or a photo."""
        if self.habit.pauses and self.busy and not self.paused_once and self.answers > 12:
            self.paused = self.paused_once = True
        if self.paused:
            return
        self.answers += 1
        if "Wstecz" in labels and self.dice.random() < self.habit.goes_back:
            self._tap("Wstecz", seen)
            return
        if self.dice.random() < self.habit.wrong_first and "Tak" in labels:
            await self.person.write("chyba raczej owszem")
            self.answers += 1
            return
        choices = [label for label in labels if label not in ("Wstecz", "Pomiń", "Nie dotyczy", "Gotowe")]
        if "Gotowe" in labels and any(label[0] in "☐☑" for label in choices):
            self._toggle(seen, choices)
        elif bounds := _BOUNDS.search(seen.text):
            await self.person.write(self._number(seen, bounds))
        elif "Napisz odpowiedź" in seen.text:
            await self._write_or_skip(seen, labels)
        elif choices and choices[0] in _MARKS:
            await self._stopwatch(seen, choices)
        elif not choices:
            await self._evidence(seen, labels)
        else:
            await self._choose(seen, choices)

    def _toggle(self, seen: Seen, choices: list[str]) -> None:
        """Several of: one tap a message as it changes, then Gotowe."""
        if seen.id not in self._toggles:
            plain = [label[2:] for label in choices]
            wanted = [label for label in plain if self._good() or "województ" in seen.text.lower()]
            if any("śląskie" in label for label in plain):
                wanted = self.dice.sample(plain, _REGIONS)
            if any("Telefon" in label for label in plain) and not self.registered:
                wanted = plain
            self._toggles[seen.id] = [label for label in wanted if not _none_of(label)] or plain[:1]
        rest = self._toggles[seen.id]
        marked = {label[2:]: label for label in choices}
        while rest:
            label = marked.get(rest.pop(0), "")
            if label.startswith("☐"):
                self._tap(label, seen)
                return
        del self._toggles[seen.id]
        self._tap("Gotowe", seen)

    def _number(self, seen: Seen, bounds: re.Match[str]) -> str:
        least, most = (float(bound.replace(",", ".")) for bound in bounds.groups())
        if not self.registered:
            return _CAPACITY
        if "przełącz" in seen.text.lower():
            return "0" if self._good() else "2"
        return str(round(least + (most - least) * self._judgement()))

    async def _write_or_skip(self, seen: Seen, labels: list[str]) -> None:
        if (not self.registered and "Pomiń" in labels) or ("Pomiń" in labels and self.dice.random() < 0.5):
            self._tap("Pomiń", seen)
        else:
            await self.person.write(self.dice.choice(NOTES))

    async def _stopwatch(self, seen: Seen, choices: list[str]) -> None:
        """Presses at the moment, or types what another watch showed."""
        started = "✔" in seen.text
        if not started and self.dice.random() < 0.6:
            limit = 1 + round(8 * (1 - self._judgement()))
            await self.person.write(
                f"{limit}:{self.dice.randrange(60):02}" if "Wchodzę" in choices else f"{limit * 12} s"
            )
        else:
            self._tap(choices[0], seen)

    async def _evidence(self, seen: Seen, labels: list[str]) -> None:
        if "Gotowe" in labels:
            self._tap("Gotowe", seen)
        elif "Pomiń" in labels and not self.habit.photographs:
            self._tap("Pomiń", seen)
        else:
            await self.person.send_photo(photo(self.dice))

    async def _choose(self, seen: Seen, choices: list[str]) -> None:
        if "Tak" in choices:
            yes = (
                self._good(0.15)
                if self.registered and "rozpoznan" not in seen.text.lower()
                else not self.registered
            )
            said = "Tak" if yes else "Nie"
        elif all(label.isdigit() for label in choices) and "0" in choices:
            top = int(choices[-1])
            said = str(max(0, min(top, round(self._judgement() * top))))
        else:
            # Better answers stand first on every list; a person with a poor impression goes further down.
            worse = 1 - self._judgement()
            said = choices[min(len(choices) - 1, int(worse * len(choices)))]
        if self.dice.random() < self.habit.types:
            await self.person.write("t" if said == "Tak" else said.lower())
        else:
            self._tap(said, seen)

    def _judgement(self) -> float:
        """From 0 to 1: what is thought of the institution, by this juror, in this moment."""
        base = self.quality.get(self._place, 0.8)
        return max(0.0, min(1.0, self.dice.gauss(base - self.habit.severity, 0.12)))

    def _good(self, ease: float = 0.0) -> bool:
        return self.dice.random() < self._judgement() + ease


def _none_of(label: str) -> bool:
    return label.lower().startswith(("żadn", "nic ", "brak"))
