"""`incognito play`: walk through a checklist in the terminal, as a juror would, and see the score.

What is printed is a transcript: lines of the bot begin with `<`, yours with `>`.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot import answered, freedays, render
from bot.check import read
from bot.clock import Clock
from bot.messages import Button, Send
from bot.phrases import catalogue
from contest.checklist import Checklist
from contest.interview import advance, current
from contest.mistakes import Say, tell
from contest.questions import Photo
from contest.replies import says_na
from contest.scoring import score
from contest.session import Session, freeze, photos_of, thaw
from contest.talk import (
    Ask,
    AskEvidence,
    AskReason,
    Attached,
    Detached,
    Effect,
    Event,
    Explain,
    Opened,
    Proven,
    Routed,
    Saved,
    ShowSummary,
    Skipped,
    Submitted,
    Tapped,
    Turned,
    WentBack,
    Wrote,
)
from reports.numbers import decimal

_TAGS = re.compile(r"<[^>]+>")
END = "/koniec"
_ZONE = "Europe/Warsaw"


class Player:
    """A conversation without Telegram. Between any two steps the session is frozen and thawed."""

    def __init__(self, checklist: Checklist, kind: str, say: Say) -> None:
        self.checklist = checklist
        self.session = Session(checklist.name, kind=kind)
        self.buttons: list[Button] = []
        self._say = say
        self._calendar = freedays.calendar(ZoneInfo(_ZONE), Clock().now().year)

    def start(self, at: datetime) -> list[str]:
        return self._step(Opened(at))

    def hear(self, said: str, at: datetime) -> list[str]:
        """A number or label of a button, a command, or an answer in words."""
        return self._step(self._event(said.strip(), at))

    @property
    def over(self) -> bool:
        return self.session.submitted_at is not None

    def result(self) -> str:
        made = score(self.checklist, self.session.answers, self.session.kind)
        if made.failed is not None:
            return self._say("cli-play-failed", question=self.checklist.question(made.failed).text)
        if made.percent is None:
            return self._say("cli-play-none")
        return self._say(
            "cli-play-score",
            percent=decimal(self._say, made.percent),
            earned=decimal(self._say, made.earned),
            possible=decimal(self._say, made.possible),
        )

    def _event(self, said: str, at: datetime) -> Event:
        here = current(self.checklist, self.session)
        question = here.id if here else ""
        if said == "/wstecz":
            return WentBack(at)
        if said.startswith("/"):
            return Opened(at)
        found = next((button for button in self.buttons if button.label == said), None)
        if found is None and said.isdigit() and 1 <= int(said) <= len(self.buttons):
            found = self.buttons[int(said) - 1]
        if found is not None and found.data.startswith("u:"):
            return Detached(at, question, next(reversed(photos_of(self.session, question)), ""))
        if found is not None:
            return pressed(found.data, at)
        effects = advance(self.checklist, self.session, Opened(at)).effects
        wants_photo = isinstance(here, Photo) and not says_na(said)
        if wants_photo or any(isinstance(effect, AskEvidence) for effect in effects):
            return Attached(at, question, said)
        return Wrote(at, question, said)

    def _step(self, event: Event) -> list[str]:
        step = advance(self.checklist, self.session, event, calendar=self._calendar)
        self.session = thaw(freeze(step.session))
        return [line for effect in step.effects for line in self._lines(effect)]

    def _lines(self, effect: Effect) -> Iterator[str]:
        match effect:
            case Explain(mistake=mistake):
                yield tell(self._say, mistake)
            case Saved(question=question, answer=answer):
                yield "✔ " + answered.answer_text(question, answer, self._say)
            case Proven(photos=photos) if photos:
                yield "✔ " + self._say("answer-photos", count=photos)
            case Routed(hidden=hidden, shown=shown):
                yield from (f"– {text}" for text in hidden)
                yield from (f"+ {text}" for text in shown)
            case Ask():
                yield from self._message(render.ask(effect, self._say, session=1, calendar=self._calendar))
            case AskReason():
                yield from self._message(render.ask_reason(effect, self._say, session=1))
            case AskEvidence():
                yield from self._message(render.ask_evidence(effect, self._say, session=1))
            case ShowSummary():
                for message in render.summary(effect, self._say, session=1):
                    yield from self._message(message)
            case _:
                return

    def _message(self, message: Send) -> Iterator[str]:
        yield from html.unescape(_TAGS.sub("", message.text)).splitlines()
        self.buttons = [button for row in message.rows for button in row]
        for row in message.rows:
            yield "  " + " ".join(f"[{button.label}]" for button in row)


def pressed(data: str, at: datetime) -> Event:
    """What a button of these data says; one that takes a photo away needs the session too."""
    word, _, *parts = data.split(":")
    match word:
        case "q" if parts[0]:
            return Tapped(at, parts[0], parts[1], int(parts[2]))
        case "s":
            return Skipped(at, parts[0], int(parts[1]))
        case "b":
            return WentBack(at)
        case "g":
            return Turned(at, parts[0])
        case "x":
            return Submitted(at, int(parts[0]))
    return Opened(at)


def walk(file: Path, kind: str, ask: Callable[[str], str] = input) -> None:
    """Until the interview is sent or given up."""
    say = catalogue().plain("pl")
    player = Player(read(file), kind, say)
    clock = Clock()
    print(say("cli-play-hint"))
    _print(player.start(clock.now()))
    while not player.over:
        try:
            said = ask("> ")
        except (EOFError, KeyboardInterrupt):
            break
        if said.strip() == END:
            break
        _print(player.hear(said, clock.now()))
    print("= " + player.result())


def _print(lines: list[str]) -> None:
    for line in lines:
        print(f"< {line}")
