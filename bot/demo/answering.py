"""Answers to questions as a person would give them: read off the screen, by what is thought of the institution."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field
from random import Random

from PIL import Image

from bot.demo.hands import Hands, labels
from bot.sandbox.state import Seen

_BOUNDS = re.compile(r"od (\d+(?:,\d+)?) do (\d+(?:,\d+)?)")
_GIVEN_AWAY = re.compile("rozpoznan|domyśli")
_REGIONS = 8
NOTES = (
    "Obsługa spokojna i rzeczowa, wszystko wyjaśniono po kolei.",
    "Dostałam pełną odpowiedź i wskazanie, gdzie szukać dalej.",
    "Informacja poprawna, ale trzeba było dopytać o termin.",
    "Trudno było ustalić, która komórka prowadzi sprawę.",
)
_NO_ANSWERS = {"Wstecz", "Pomiń", "Nie dotyczy", "Gotowe", "Usuń ostatnie"}
_STOPWATCH = "Naciskaj w chwili zdarzenia"


def photo(dice: Random) -> bytes:
    """A small picture that differs each time."""
    out = io.BytesIO()
    colour = (dice.randrange(256), dice.randrange(256), dice.randrange(256))
    Image.new("RGB", (320, 240), colour).save(out, "JPEG")
    return out.getvalue()


@dataclass
class Answering(Hands):
    """Somebody who answers questions: about themselves until they are registered, then about the institution of `_place`."""

    capacity: int = 18
    registered: bool = False
    answers: int = 0
    quality: dict[str, float] = field(default_factory=dict)  # by label of the assignment
    _toggles: dict[int, list[str]] = field(default_factory=dict)
    _place: str = ""
    _stumbled: bool = False

    async def _answer(self, seen: Seen) -> None:
        """A question: a button, words or a photo."""
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
