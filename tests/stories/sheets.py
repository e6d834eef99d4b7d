"""What jurors of the short edition say about each gmina, and what the database should hold of it afterwards."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bot import rulebook
from bot.demo.organisers import button
from bot.sandbox.state import Seen
from contest.checklist import Checklist
from contest.questions import Choice
from tests.stories.theatre import Actor

TIED, APPEALING, PRAISED = "Gmina Jodłowo", "Gmina Klonowo", "Gmina Lipowo"
POOR = ("Gmina Dębowo", "Gmina Brzozowo")
GMINAS = (TIED, APPEALING, PRAISED, *POOR)
_LABEL = re.compile(r"\d+/[A-ZŁŚŻ][a-ząćęłńóśźż]+")

Answers = Mapping[str, str]
"""What is tapped or typed, by the id of the question; a question that is skipped is not there."""

_PAGES: Mapping[str, Answers] = {
    TIED: {"numer": "Tak", "godziny": "Tak", "sprawa": "Pełny", "czytelnosc": "5"},
    APPEALING: {"numer": "Tak", "godziny": "Tak", "sprawa": "Pełny", "czytelnosc": "5"},
    PRAISED: {"numer": "Tak", "godziny": "Tak", "sprawa": "Częściowy", "czytelnosc": "5"},
    POOR[0]: {"numer": "Tak", "godziny": "Nie", "sprawa": "Częściowy", "czytelnosc": "3"},
    POOR[1]: {"numer": "Nie", "godziny": "Nie", "sprawa": "Nie ma go", "czytelnosc": "2"},
}


@dataclass
class Sheets:
    """Everything that was said, by the label of the assignment."""

    edition: Path
    said: dict[str, dict[str, str]] = field(default_factory=dict)
    doubted: str = ""
    """The one contact at the appealing gmina that says that there is no number on its page."""

    def checklist(self, channel: str) -> Checklist:
        return rulebook.read(self.edition)[0].current[channel]

    def call(self, number: int) -> Answers:
        """Everybody was answered well; each noted it in other words."""
        note = f"Zniżka to {number} zł za osobę, trzeba złożyć nową deklarację."
        return {
            "odebrano": "Tak",
            "czas": "40 s, z listy połączeń",
            "przelaczenia": "0",
            "tresc": "Pełna",
            "uprzejmosc": "5",
            "notatka": note,
        }

    def page(self, accepted: Seen) -> Answers:
        gmina = next(name for name in GMINAS if name in accepted.text)
        answers = dict(_PAGES[gmina])
        if gmina == APPEALING and not self.doubted:
            self.doubted = label_of(accepted)
            answers["numer"] = "Nie"
        return answers

    async def fill(
        self, juror: Actor, label: str, channel: str, answers: Answers, *, until: str = ""
    ) -> Seen:
        """Answer from the question on the screen on, one after the other; `until`: the id of the question to stop at."""
        seen = juror.person.last
        for question in self.checklist(channel).questions():
            if question.id in self.said.get(label, {}):
                continue
            if question.id == until:
                return seen
            assert question.text in seen.text, juror.person.screen()
            seen = await self.answer(juror, seen, answers.get(question.id, "Pomiń"))
            if question.id in answers:
                self.said.setdefault(label, {})[question.id] = answers[question.id]
        return seen

    async def answer(self, juror: Actor, seen: Seen, words: str) -> Seen:
        """A tap where there is such a button, words where there is none; what is asked next."""

        def further(after: Seen) -> bool:
            return bool(after.buttons) and after.text != seen.text

        if any(label == words for row in seen.buttons for label in row):
            return await juror.tap(words, sees=further, on=seen)
        return await juror.write(words, sees=further)


def label_of(seen: Seen) -> str:
    """`7/Jodła`, from a message about an assignment."""
    found = _LABEL.search(seen.text)
    assert found is not None, seen.text
    return found[0]


def kept(sheets: Sheets, rows: list[tuple[object, ...]]) -> dict[str, dict[str, str]]:
    """The rows (label, channel, question, value as JSON) of the database in the words of those who gave the answers."""
    found: dict[str, dict[str, str]] = {}
    for label, channel, question, value in rows:
        checklist = sheets.checklist(str(channel))
        found.setdefault(str(label), {})[str(question)] = _words(
            checklist, str(question), json.loads(str(value))
        )
    return found


def _words(checklist: Checklist, question: str, value: dict[str, str]) -> str:
    match value["kind"]:
        case "chosen":
            asked = checklist.question(question)
            plain = {"yes": "Tak", "no": "Nie"}
            return (
                asked.option(value["option"]).label if isinstance(asked, Choice) else plain[value["option"]]
            )
        case "amount":
            return str(value["value"])
        case "timed":
            return f"{value['corrected']} s, {value['reason']}"
        case _:
            return value["text"]


def offers(seen: Seen) -> bool:
    return bool(button(seen, "Pokaż szczegóły"))
