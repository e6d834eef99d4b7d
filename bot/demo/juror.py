"""A simulated juror: reads the screen as a person would, and answers with buttons, words and photos.

It knows nothing of the bot's insides: labels and sentences are all that it sees. What it thinks of an institution comes
from the institution's name and the seed alone, so that a demo can be repeated.
"""

from __future__ import annotations

import asyncio
import io
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from random import Random

from PIL import Image

from bot.demo.habits import Habit
from bot.sandbox.people import Person, Press
from bot.sandbox.state import Seen
from bot.sandbox.window import NothingCame

_BOUNDS = re.compile(r"od (\d+(?:,\d+)?) do (\d+(?:,\d+)?)")
_COUNT = re.compile(r"(\d+)\. ")
_GIVEN_AWAY = re.compile("rozpoznan|domyśli")
_REGIONS = 8
NOTES = (
    "Obsługa spokojna i rzeczowa, wszystko wyjaśniono po kolei.",
    "Dostałam pełną odpowiedź i wskazanie, gdzie szukać dalej.",
    "Informacja poprawna, ale trzeba było dopytać o termin.",
    "Trudno było ustalić, która komórka prowadzi sprawę.",
)
_SILENT = 0.12
"""Share of institutions that never answer a message."""
_NO_ANSWERS = {"Wstecz", "Pomiń", "Nie dotyczy", "Gotowe", "Usuń ostatnie"}
_STOPWATCH = "Naciskaj w chwili zdarzenia"


def photo(dice: Random) -> bytes:
    """A small picture that differs each time."""
    out = io.BytesIO()
    colour = (dice.randrange(256), dice.randrange(256), dice.randrange(256))
    Image.new("RGB", (320, 240), colour).save(out, "JPEG")
    return out.getvalue()


@dataclass
class SimulatedJuror:
    """One juror with one habit. `live()` until cancelled.

    After `patience` seconds without a word, somebody who waits for one presses again what nobody answered, or writes
    /dalej, and notes why in `impatience`. Up to `pause` seconds pass before anything is answered.
    """

    person: Person
    habit: Habit
    dice: Random
    seed: int
    patience: float = 3600.0
    pause: float = 0.0
    capacity: int = 18
    submitted: int = 0
    busy: bool = False  # an interview is on the table
    reminded: bool = False
    paused: bool = False
    paused_once: bool = False
    gave_up: bool = False
    registered: bool = False
    able: bool = False  # nothing is left to do before the first assignment
    answers: int = 0
    quality: dict[str, float] = field(default_factory=dict)  # by label of the assignment
    ready: list[Seen] = field(default_factory=list)  # accepted and not begun
    sent: set[str] = field(default_factory=set)  # labels of assignments that wait for a reply
    gave: list[tuple[str, str]] = field(default_factory=list)  # what was answered, and how
    photos: list[bytes] = field(default_factory=list)
    impatience: list[str] = field(default_factory=list)
    _toggles: dict[int, list[str]] = field(default_factory=dict)
    _pressed: dict[str, tuple[Press, Seen, str]] = field(
        default_factory=dict
    )  # by query, until it is answered
    _underway: set[str] = field(default_factory=set)  # labels of what goes on since a reply came
    _finished: set[str] = field(default_factory=set)  # labels of what was sent and thanked for
    _settled: Seen | None = None  # what was answered last
    _place: str = ""
    _opening: str = ""  # the assignment that a reminder led to
    _corrected: bool = False
    _stumbled: bool = False
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

    def _said_before(self, seen: Seen) -> bool:
        """The same question once more, after it was answered and before anything else was said."""
        last = self._settled
        return (
            last is not None
            and seen.id != last.id
            and not seen.edited
            and (seen.text, seen.buttons) == (last.text, last.buttons)
        )

    async def _insist(self) -> None:
        """Nothing came for too long: press again what nobody answered, or ask where things stand."""
        lost = [kept for kept in self._pressed.values() if kept[0].answer is None]
        self._pressed.clear()
        for _, seen, label in lost:
            self.impatience.append(f"press lost: {label}")
            self._press(label, seen)
        waits = (self.busy or not self.able) and not self.paused
        if waits and not self._pressed:
            self.impatience.append("nothing came")
            self._settled = None
            await self.person.write("/dalej")

    def _tap(self, label: str, seen: Seen) -> None:
        self._press(label, seen)
        if self.dice.random() < self.habit.double_taps:
            self._press(label, seen)

    def _press(self, label: str, seen: Seen) -> None:
        try:
            press = self.person.tap(label, seen)
        except LookupError:
            return  # the button went away while it was read: what came instead is read next
        self._settled = seen
        self._pressed[press.query.id] = (press, seen, label)
        self.gave.append((seen.text, label))

    async def _say(self, text: str, seen: Seen, *, reply: bool = False) -> None:
        self._settled = seen
        self.gave.append((seen.text, text))
        await self.person.write(text, reply_to=seen if reply or self._overtaken(seen) else None)

    def _overtaken(self, seen: Seen) -> bool:
        """Something newer stands below it: whoever writes about it now replies to it."""
        below = (happening.seen for happening in self.person.history if happening.what == "said")
        return any(other is not None and not other.mine and other.id > seen.id for other in below)

    async def _show(self, picture: bytes, seen: Seen) -> None:
        self._settled = seen
        self.photos.append(picture)
        await self.person.send_photo(picture)

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
        self._tap("Kontynuuj", seen)

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
        self.answers += 1
        shown = labels(seen)
        if "Wstecz" in shown and self.dice.random() < self.habit.goes_back:
            self._tap("Wstecz", seen)
            return
        if not self._stumbled and self.dice.random() < self.habit.wrong_first and "Tak" in shown:
            self._stumbled = True  # nobody says twice in a row what was not understood
            await self._say("chyba raczej owszem", seen)
            self.answers += 1
            return
        self._stumbled = False
        choices = [label for label in shown if label not in _NO_ANSWERS]
        if "Gotowe" in shown and any(label[0] in "☐☑" for label in choices):
            self._toggle(seen, choices)
        elif bounds := _BOUNDS.search(seen.text):
            await self._say(self._number(seen, bounds), seen)
        elif "Napisz odpowiedź" in seen.text:
            await self._write_or_skip(seen, shown)
        elif choices and _STOPWATCH in seen.text:
            await self._stopwatch(seen, choices)
        elif not choices:
            await self._evidence(seen, shown)
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
            return str(self.capacity)
        if "przełącz" in seen.text.lower():
            return "0" if self._good() else "2"
        return str(round(least + (most - least) * self._judgement()))

    async def _write_or_skip(self, seen: Seen, shown: list[str]) -> None:
        if (not self.registered and "Pomiń" in shown) or ("Pomiń" in shown and self.dice.random() < 0.5):
            self._tap("Pomiń", seen)
        else:
            await self._say(self.dice.choice(NOTES), seen)

    async def _stopwatch(self, seen: Seen, choices: list[str]) -> None:
        """Presses at the moment, or types what another watch showed."""
        started = "✔" in seen.text
        if not started and self.dice.random() < 0.6:
            limit = 1 + round(8 * (1 - self._judgement()))
            await self._say(
                f"{limit}:{self.dice.randrange(60):02}" if "Wchodzę" in choices else f"{limit * 12} s", seen
            )
        else:
            self._tap(choices[0], seen)

    async def _evidence(self, seen: Seen, shown: list[str]) -> None:
        if "Gotowe" in shown:
            self._tap("Gotowe", seen)
        elif "Pomiń" in shown and not self.habit.photographs:
            self._tap("Pomiń", seen)
        else:
            await self._show(photo(self.dice), seen)

    async def _choose(self, seen: Seen, choices: list[str]) -> None:
        if "Tak" in choices:
            yes = (
                self._good(0.15)
                if self.registered and not _GIVEN_AWAY.search(seen.text.lower())
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
            await self._say("t" if said == "Tak" else said.lower(), seen)
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


def _about(seen: Seen) -> str:
    """The assignment that a message names first."""
    return seen.text.removeprefix("Zadanie ").split(":")[0].strip()


def labels(seen: Seen) -> list[str]:
    """Everything that can be pressed under a message."""
    return [label for row in seen.buttons for label in row]


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
    (offers("Kontynuuj"), SimulatedJuror.returned),
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
