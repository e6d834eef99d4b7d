"""One question of every kind, any history: nothing raises, nothing falls silent, and sensible taps lead to the end.

The events are what a phone can send: every button that was ever shown is kept and may be pressed at any later time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from bot import answered, render
from bot.messages import Send
from bot.phrases import catalogue
from bot.play import pressed
from contest.interview import advance, reopen, view
from contest.mistakes import Mistakes, tell
from contest.position import awaited, is_settled
from contest.questions import Choices, Question
from contest.replies import read
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
    Expired,
    Explain,
    Opened,
    Saved,
    ShowSummary,
    Step,
    Submitted,
    Thank,
    Turned,
    WentBack,
    Wrote,
)
from tests.contest.every_kind import every_kind
from tests.contest.transcripts import CALENDAR, NOON

CHECKLIST = every_kind()
IDS = [question.id for question in CHECKLIST.questions()]
SAY = catalogue().html("pl")
ENGLISH = catalogue().html("en")
BOUND = 60
"""Sensible taps, words and photos that bring any interview of this checklist to its end."""
_LONGEST = 4096
_CHANGES_AND_EXPLAINS = "duration-too-long"


@dataclass
class Phone:
    """A chat: the session between any two events as JSON, and every button that was ever shown."""

    session: Session = field(default_factory=lambda: Session(CHECKLIST.name))
    at: datetime = NOON
    shown: list[str] = field(default_factory=list)
    now: list[str] = field(default_factory=list)

    def does(self, event: Event) -> Step:
        """One step, with all that must hold of any step."""
        before = self.session
        step = advance(CHECKLIST, before, event, calendar=CALENDAR)
        assert step.effects
        assert step.session.revision == before.revision + (step.session != before)
        first = step.effects[0]
        if isinstance(first, Explain) and first.mistake.code != _CHANGES_AND_EXPLAINS:
            assert step.session == before
        here = view(CHECKLIST, step.session)
        assert step.effects[-len(here) :] == here or step.effects[-1] == Thank()
        result = score(CHECKLIST, step.session.answers, step.session.kind)
        assert result.percent is None or 0 <= result.percent <= 100
        self.session = thaw(freeze(step.session))
        assert self.session == step.session
        for effect in step.effects:
            self._see(effect)
        return step

    def gets_back(self, questions: set[str]) -> None:
        """What was submitted comes back: these questions, or all when none is named."""
        self.session = reopen(CHECKLIST, self.session, questions)
        self.does(Opened(self.at))

    def press(self, data: str) -> Step:
        word, _, *parts = data.split(":")
        if word == "u":
            last = photos_of(self.session, parts[0])
            return self.does(Detached(self.at, parts[0], last[-1] if len(last) == int(parts[1]) else ""))
        return self.does(pressed(data, self.at))

    def _see(self, effect: Effect) -> None:
        messages = []
        match effect:
            case Ask():
                messages = [render.ask(effect, say, session=1, calendar=CALENDAR) for say in (SAY, ENGLISH)]
            case AskEvidence():
                messages = [render.ask_evidence(effect, say, session=1) for say in (SAY, ENGLISH)]
            case AskReason():
                messages = [render.ask_reason(effect, say, session=1) for say in (SAY, ENGLISH)]
            case ShowSummary():
                corrections = render.corrections(effect, SAY, session=1)
                messages = [*render.summary(effect, SAY, session=1), Send(text="", rows=corrections)]
            case Explain(mistake=mistake):
                assert tell(SAY, mistake)
                assert tell(ENGLISH, mistake)
            case Saved(question=question, answer=answer):
                assert answered.ticked(question, answer, SAY)
        for message in messages:
            self._keep(message)

    def _keep(self, message: Send) -> None:
        assert len(message.text) <= _LONGEST
        data = [button.data for row in message.rows for button in row]
        assert all(len(one.encode()) <= 64 for one in data)
        self.now = [one for one in data if not one.startswith("e:")]
        self.shown += self.now

    def sensible(self) -> Step:
        """What a juror does who does what is asked, mostly with the first button."""
        waiting = awaited(CHECKLIST, self.session)
        (*_, here) = self.does(Opened(self.at)).effects
        match here:
            case ShowSummary(revision=revision):
                return self.does(Submitted(self.at, revision))
            case AskReason() | AskEvidence(given=1 | 2):
                return self.press(self.now[0])
            case AskEvidence(question=question):
                return self.does(Attached(self.at, question.id, f"e{self.session.revision}"))
            case Ask(question=question) if waiting is not None and waiting[0] == question:
                return self.press(self.now[0])  # „Przyszła odpowiedź”
            case Ask(question=Choices(), pending=()):
                return self.press(self.now[0])
            case Ask(question=Choices()) | Ask(may_keep=True):
                return self.press(self._done())
            case Ask(question=question):
                return self._answer(question, here)
        raise AssertionError(here)

    def _done(self) -> str:
        return next(one for one in self.now if one.split(":")[3:4] == ["ok"])

    def _answer(self, question: Question, ask: Ask) -> Step:
        match question.type:
            case "number" | "text":
                return self.does(Wrote(self.at, question.id, "12"))
            case "photo" if not ask.pending:
                return self.does(Attached(self.at, question.id, f"p{self.session.revision}"))
            case "time":
                return self.does(Wrote(self.at, question.id, "14.35"))
        return self.press(self.now[0])


TYPED = """
tak|nie|nd|3|1,5|1:30|2 min|5, pomyłka|late|pełna|1 2|żadne|rozumiem|dziś|12.10|31.02|2026-10-12|29.02.2028|9999-12-31
14.35|1435|teraz|wysłane|wczoraj 14:35|zapomniałam|5 h|?
"""
WORDS = st.sampled_from([*re.split(r"[|\n]", TYPED), "\0", "x" * 400]) | st.text(max_size=60)
SPANS = st.sampled_from(
    [timedelta(), timedelta(seconds=40), timedelta(hours=5), timedelta(days=4), -timedelta(hours=1)]
)
KEYS = st.sampled_from(["a", "b", "c", "d"])
KINDS = """
press press press old old write write afar photo photo minus back turn look expire submit return sensible sensible
"""
MOVES = st.tuples(
    st.sampled_from(KINDS.split()),
    SPANS,
    st.integers(0, 10_000),
    st.sampled_from([*IDS, "", "nieznane"]),
    WORDS,
    KEYS,
)


def play(phone: Phone, move: tuple[str, timedelta, int, str, str, str]) -> None:
    kind, passed, number, question, words, key = move
    phone.at += passed
    (*_, here) = view(CHECKLIST, phone.session)
    asked = here.question.id if isinstance(here, Ask | AskEvidence | AskReason) else question
    about = asked if number % 2 else question
    acts: Mapping[str, Callable[[], object]] = {
        "press": lambda: phone.press(phone.now[number % len(phone.now)]),
        "old": lambda: phone.press(phone.shown[number % len(phone.shown)]),
        "write": lambda: phone.does(Wrote(phone.at, asked, words)),
        "afar": lambda: phone.does(Wrote(phone.at, question, words)),
        "photo": lambda: phone.does(Attached(phone.at, about, key)),
        "minus": lambda: phone.does(Detached(phone.at, about, key)),
        "back": lambda: phone.does(WentBack(phone.at)),
        "turn": lambda: phone.does(Turned(phone.at, question)),
        "expire": lambda: phone.does(Expired(phone.at, "poczta")),
        "submit": lambda: phone.does(Submitted(phone.at, phone.session.revision)),
        "return": lambda: phone.gets_back(set(IDS[number % len(IDS) :: 3]) if number % 3 else set()),
        "sensible": phone.sensible,
        "look": lambda: phone.does(Opened(phone.at)),
    }
    if not phone.now or (
        kind in ("return", "sensible") and (phone.session.submitted_at is None) == (kind == "return")
    ):
        kind = "look"
    acts[kind]()


def bring_to_the_end(phone: Phone) -> int:
    """How many sensible acts it takes."""
    phone.does(Opened(phone.at))
    for done in range(BOUND):
        if phone.session.submitted_at is not None:
            return done
        phone.at += timedelta(seconds=20)
        phone.sensible()
    raise AssertionError(view(CHECKLIST, phone.session))


def test_the_checklist_has_every_kind() -> None:
    kinds = {kind.__name__ for kind in get_args(get_args(Question)[0])}

    assert {type(question).__name__ for question in CHECKLIST.questions()} == kinds


def test_a_fresh_interview_ends_within_the_bound() -> None:
    assert bring_to_the_end(Phone()) <= BOUND // 2


@settings(max_examples=150, deadline=None)
@given(st.lists(MOVES, max_size=45))
def test_any_history_of_every_kind_is_answered_and_ends(
    moves: list[tuple[str, timedelta, int, str, str, str]],
) -> None:
    phone = Phone()
    for move in moves:
        play(phone, move)

    bring_to_the_end(phone)

    assert all(is_settled(phone.session, one) for one in CHECKLIST.visible(phone.session.answers, ""))


@settings(max_examples=80, deadline=None)
@given(st.lists(MOVES, max_size=25), st.integers(0, 10_000))
def test_any_correction_of_a_returned_interview_ends_and_touches_nothing_else(
    moves: list[tuple[str, timedelta, int, str, str, str]], number: int
) -> None:
    phone = Phone()
    bring_to_the_end(phone)
    given = phone.session
    questions = set(IDS[number % len(IDS) :: 3])
    phone.gets_back(questions)
    locked = {
        one for one in given.answers if phone.session.open is not None and one not in phone.session.open
    }
    for move in moves:
        if move[0] not in ("submit", "return"):
            play(phone, move)

    assert {one: phone.session.answers.get(one) for one in locked} == {
        one: given.answers[one] for one in locked
    }
    if phone.session.submitted_at is None:
        bring_to_the_end(phone)
    assert {one: phone.session.answers.get(one) for one in locked} == {
        one: given.answers[one] for one in locked
    }


@settings(max_examples=200)
@given(st.sampled_from(IDS), WORDS | st.text(alphabet="0123456789.,:/- hminskgodzotaknie", max_size=14))
def test_any_text_is_an_answer_or_one_complaint(question: str, text: str) -> None:
    faults = 1
    try:
        read(CHECKLIST.question(question), text, at=NOON, calendar=CALENDAR)
    except Mistakes as caught:
        faults = len(caught.found)

    assert faults == 1
