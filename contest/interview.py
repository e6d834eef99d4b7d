"""The interview: a pure state machine that walks a juror through a checklist.

    advance(checklist, session, event) -> Step(session, effects)

Rule 1: every rule about what may happen next lives in this file; its words (`contest.session`, `contest.talk`) are offered here too.
Rule 2: this file knows nothing of Telegram, SQL or the clock; time arrives inside events.
Rule 3: an event that does not fit changes nothing but the effects it explains itself with.
Rule 4: position is derived: the question on the table is the first visible one that is not settled, unless one is revisited.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import assert_never

from contest.answers import NOT_APPLICABLE, Answer, Chosen, Photos, Several, Timed
from contest.checklist import (
    DONE,
    Checklist,
    Choices,
    Duration,
    Evidence,
    Photo,
    Question,
    Section,
    Text,
    said,
)
from contest.mistakes import Mistake, Mistakes, mistake
from contest.replies import choose, read
from contest.session import Session, freeze, freeze_answer, thaw, thaw_answer
from contest.talk import (
    Ask,
    AskEvidence,
    Attached,
    Detached,
    Effect,
    Event,
    Explain,
    Opened,
    Routed,
    Saved,
    ShowSummary,
    Skipped,
    Step,
    Submitted,
    SummaryLine,
    Tapped,
    Thank,
    Turned,
    WentBack,
    Wrote,
)
from contest.toggles import ticked

__all__ = [
    "Ask",
    "AskEvidence",
    "Attached",
    "Detached",
    "Effect",
    "Event",
    "Explain",
    "Opened",
    "Routed",
    "Saved",
    "Session",
    "ShowSummary",
    "Skipped",
    "Step",
    "Submitted",
    "SummaryLine",
    "Tapped",
    "Thank",
    "Turned",
    "WentBack",
    "Wrote",
    "advance",
    "current",
    "freeze",
    "freeze_answer",
    "gate_failed",
    "thaw",
    "thaw_answer",
    "view",
]


def advance(checklist: Checklist, session: Session, event: Event) -> Step:
    """What an event does. Never raises, never stays silent."""
    if session.submitted_at is not None:
        return Step(session, (Explain(mistake("closed")),))
    here = _Here.of(checklist, session)
    match event:
        case Opened(at=at):
            return here.open(at)
        case Tapped():
            return here.tap(event)
        case Wrote(question=question, text=text):
            return here.write(question, text)
        case Attached(question=question, key=key):
            return here.attach(question, key)
        case Detached(question=question, key=key):
            return here.detach(question, key)
        case Skipped(question=question, revision=revision):
            return here.skip(question, revision)
        case WentBack():
            return here.go_back()
        case Turned(question=question):
            return here.turn(question)
        case Submitted(at=at, revision=revision):
            return here.submit(at, revision)
        case _:
            assert_never(event)


def view(checklist: Checklist, session: Session) -> tuple[Effect, ...]:
    """The only producer of prompts; safe to send again at any time."""
    if session.submitted_at is not None:
        return (Explain(mistake("closed")),)
    return _Here.of(checklist, session).prompt()


def current(checklist: Checklist, session: Session) -> Question | None:
    """The question on the table, or None when only the summary is left."""
    return _Here.of(checklist, session).question


def gate_failed(checklist: Checklist, answers: Mapping[str, Answer], kind: str) -> str | None:
    """The first question whose answer says that the contact did not happen."""
    for question in checklist.visible(answers, kind):
        if question.id in answers and not question.failing.isdisjoint(said(answers[question.id])):
            return question.id
    return None


def owed(session: Session, question: Question) -> Evidence | None:
    """What the answer to a question still owes."""
    evidence = _wanted(session, question)
    return None if question.id in session.closed else evidence


def _wanted(session: Session, question: Question) -> Evidence | None:
    evidence, answer = question.evidence, session.answers.get(question.id)
    if evidence is None or answer is None:
        return None
    if not evidence.when:
        return None if answer == Chosen(NOT_APPLICABLE) else evidence
    return None if said(answer).isdisjoint(evidence.when) else evidence


def _settled(session: Session, question: Question) -> bool:
    if question.id in session.skipped:
        return True
    match session.answers.get(question.id):
        case None:
            return False
        case Photos():
            return question.id in session.closed
        case _:
            return owed(session, question) is None


@dataclass(frozen=True, slots=True)
class _Here:
    """Where an interview stands: the visible questions, and the one on the table, if any is left."""

    checklist: Checklist
    session: Session
    visible: tuple[Question, ...]
    question: Question | None

    @classmethod
    def of(cls, checklist: Checklist, session: Session) -> _Here:
        visible = checklist.visible(session.answers, session.kind)
        revisited = (question for question in visible if question.id == session.revisiting)
        frontier = (question for question in visible if not _settled(session, question))
        return cls(checklist, session, visible, next(revisited, None) or next(frontier, None))

    # What a step may come to.

    def refuse(self, fault: Mistake) -> Step:
        """Nothing changes; the reason, and the prompt once more."""
        return Step(self.session, (Explain(fault), *self.prompt()))

    def change(self, session: Session, *effects: Effect) -> Step:
        """A new session at the next revision, or the same one when nothing is new."""
        if session == self.session:
            return Step(session, (*effects, *self.prompt()))
        session = replace(session, revision=self.session.revision + 1)
        there = _Here.of(self.checklist, session)
        return Step(session, (*effects, *there.prompt()))

    def save(self, question: Question, answer: Answer | None, session: Session) -> Step:
        """An answer (None: skipped) that is settled, in a session that holds it."""
        settled = _settled(self.session, question) or self.owing(question)
        changed = settled and self.session.answers.get(question.id) != answer
        if session.draft == question.id:
            session = replace(session, draft=None, pending=(), marks=())
        if session.revisiting == question.id:
            session = replace(session, revisiting=None)
        saved = Saved(question, answer, changed)
        return self.change(session, saved, *(self.routed(session) if changed else ()))

    def routed(self, session: Session) -> Iterator[Routed]:
        """What a correction did to the rest of the way."""
        there = self.checklist.visible(session.answers, session.kind)
        answered = (*session.answers, *session.skipped)
        hidden = tuple(one.text for one in self.visible if one not in there and one.id in answered)
        reached = self.reached()
        shown = tuple(
            one.text
            for one in there
            if one not in self.visible and one.id in reached and not _settled(session, one)
        )
        if hidden or shown:
            yield Routed(hidden, shown)

    def reached(self) -> frozenset[str]:
        """Ids of all questions up to where the interview has come, hidden ones too."""
        ids = [question.id for question in self.checklist.questions()]
        frontier = next((one.id for one in self.visible if not _settled(self.session, one)), None)
        return frozenset(ids if frontier is None else ids[: ids.index(frontier)])

    # What is on the table.

    def owing(self, question: Question) -> bool:
        """Answered, but photos are due; revisiting an answer puts the question itself on the table."""
        return owed(self.session, question) is not None

    def asks_evidence(self) -> Evidence | None:
        if self.question is None or self.question.id == self.session.revisiting:
            return None
        return owed(self.session, self.question)

    def seen(self, question_id: str) -> Question | None:
        """A visible question that was asked already: on the table, settled, or where the interview has come."""
        frontier = next((one for one in self.visible if not _settled(self.session, one)), None)
        for one in self.visible:
            if one.id == question_id and (one in (self.question, frontier) or _settled(self.session, one)):
                return one
        return None

    def before(self) -> Question | None:
        """The settled question that going back leads to."""
        if self.question is not None and self.asks_evidence() is not None:
            return self.question
        earlier: Question | None = None
        for one in self.visible:
            if one == self.question:
                break
            if _settled(self.session, one):
                earlier = one
        return earlier

    def prompt(self) -> tuple[Effect, ...]:
        if self.question is None:
            return (ShowSummary(self.lines(), self.session.revision),)
        evidence = self.asks_evidence()
        if evidence is not None:
            given = len(self.session.evidence.get(self.question.id, ()))
            return (AskEvidence(self.question, evidence, given, self.session.revision),)
        return (self.ask(self.question),)

    def lines(self) -> tuple[SummaryLine, ...]:
        given = self.session.answers
        return tuple(SummaryLine(question, given.get(question.id)) for question in self.visible)

    def ask(self, question: Question) -> Ask:
        session = self.session
        section = self.checklist.section_of(question.id)
        sections = [one for one in self.checklist.sections if _concerns(one, session.kind)]
        mine = [one for one in section.questions if one in self.visible]
        return Ask(
            question=question,
            section=section,
            section_number=sections.index(section) + 1,
            sections=len(sections),
            number_in_section=mine.index(question) + 1,
            answer=session.answers.get(question.id),
            pending=self.pending(question),
            marks=session.marks if session.draft == question.id else (),
            revision=session.revision,
            may_skip=not question.required,
            may_go_back=self.before() is not None,
            may_keep=question.id == session.revisiting and self.standing(question),
            first=question == self.visible[0]
            and not session.answers
            and not session.skipped
            and session.draft is None,
        )

    def pending(self, question: Question) -> tuple[str, ...]:
        match question, self.session.answers.get(question.id):
            case Choices(), _:
                return ticked(question, self.start(question), self.log(question))
            case Photo(), Photos(keys=keys):
                return keys
        return ()

    def log(self, question: Question) -> tuple[tuple[str, int], ...]:
        return self.session.pending if self.session.draft == question.id else ()

    def start(self, question: Question) -> tuple[str, ...]:
        """What was ticked before the first toggle."""
        match self.session.answers.get(question.id):
            case Several(options=options):
                return options
        return ()

    def standing(self, question: Question) -> bool:
        return question.id in self.session.answers or question.id in self.session.skipped

    # What events do.

    def open(self, at: datetime) -> Step:
        if self.session.started_at is None:
            return self.change(replace(self.session, started_at=at))
        return Step(self.session, self.prompt())

    def tap(self, event: Tapped) -> Step:
        question = self.question
        if question is None or event.question != question.id:
            return self.stale(event.question, event.choice)
        if isinstance(question, Choices) and self.asks_evidence() is None:
            return self.toggle(question, event)
        if event.revision != self.session.revision:
            return self.stale(event.question, event.choice)
        if self.asks_evidence() is not None:
            return self.close_evidence(question, event.choice)
        if isinstance(question, Photo) and event.choice == DONE:
            return self.close_photos(question)
        if event.choice == DONE and question.id == self.session.revisiting and self.standing(question):
            return self.keep()
        if isinstance(question, Duration) and event.choice in {mark.id for mark in question.marks}:
            return self.stamp(question, event.choice, event.at)
        return self.choose(question, event.choice)

    def stale(self, question_id: str, choice: str) -> Step:
        """A button of another moment: harmless, and said so."""
        return self.refuse(mistake("already-saved" if self.says(question_id, choice) else "stale-button"))

    def says(self, question_id: str, choice: str) -> bool:
        """Whether a button says what is saved already."""
        question = next((one for one in self.visible if one.id == question_id), None)
        if question is None:
            return False
        answer = self.session.answers.get(question_id)
        if choice == DONE:
            return _settled(self.session, question)
        if self.session.draft == question_id and choice in dict(self.session.marks):
            return True
        match answer:
            case None:
                return False
            case Timed(marks=marks):
                return choice in dict(marks)
            case _:
                return choice in said(answer)

    def choose(self, question: Question, choice: str) -> Step:
        try:
            return self.answer(question, choose(question, choice))
        except Mistakes as refused:
            return self.refuse(refused.found[0])

    def answer(self, question: Question, answer: Answer) -> Step:
        session = self.session
        closed = session.closed
        if session.answers.get(question.id) != answer and not session.evidence.get(question.id):
            closed -= {question.id}  # evidence that could be left out before may be due now
        given = {**session.answers, question.id: answer}
        moved = replace(session, answers=given, skipped=session.skipped - {question.id}, closed=closed)
        return self.save(question, answer, moved)

    def keep(self) -> Step:
        return self.change(replace(self.session, revisiting=None))

    def toggle(self, question: Choices, event: Tapped) -> Step:
        """Several quick taps on one keyboard are understood, whether it was redrawn in between or not."""
        log, start, choice = self.log(question), self.start(question), event.choice
        oldest = log[0][1] - 1 if log else self.session.revision
        if not oldest <= event.revision <= self.session.revision:
            return self.stale(question.id, choice)
        if choice == DONE and not log and question.id in self.session.skipped:
            return self.keep()
        if choice == DONE:
            return self.close_toggles(question, ticked(question, start, log))
        if choice not in question.own_ids:
            return self.choose(question, choice)
        wished = choice not in ticked(question, start, log, shown_at=event.revision)
        if wished == (choice in ticked(question, start, log)):
            return self.refuse(mistake("already-saved"))
        toggles = (*log, (choice, self.session.revision + 1))
        return self.change(replace(self.session, draft=question.id, pending=toggles, marks=()))

    def close_toggles(self, question: Choices, chosen: tuple[str, ...]) -> Step:
        if not chosen and any(option.alone for option in question.options):
            return self.refuse(mistake("choose-something"))
        return self.answer(question, Several(chosen))

    def stamp(self, question: Duration, mark: str, at: datetime) -> Step:
        """The next mark of the stopwatch; the last one is the answer."""
        stamped = self.session.marks if self.session.draft == question.id else ()
        if mark in dict(stamped):
            return self.refuse(mistake("already-saved"))
        if mark != question.marks[len(stamped)].id:
            return self.refuse(mistake("mark-too-early", mark=question.marks[len(stamped)].label))
        moment = max(at, stamped[-1][1]) if stamped else at
        marks = (*stamped, (mark, moment))
        if len(marks) < len(question.marks):
            return self.change(replace(self.session, draft=question.id, marks=marks, pending=()))
        timed = Timed(marks)
        if question.seconds(timed) > question.max:
            return self.refuse(mistake("duration-too-long", minutes=question.max // 60))
        return self.answer(question, timed)

    def write(self, question_id: str, text: str) -> Step:
        question = self.seen(question_id)
        if question is None:
            return self.refuse(mistake("not-asked"))
        awaits_photo = question == self.question and self.asks_evidence() is not None
        if awaits_photo and isinstance(question, Text):
            return self.refuse(mistake("photo-expected"))
        try:
            answer = read(question, text)
        except Mistakes as refused:
            return self.refuse(mistake("photo-expected") if awaits_photo else refused.found[0])
        return self.answer(question, self.timed(question, answer))

    def timed(self, question: Question, answer: Answer) -> Answer:
        """A typed duration keeps the marks that were stamped, for the checker."""
        if not isinstance(answer, Timed):
            return answer
        if self.session.draft == question.id:
            return replace(answer, marks=self.session.marks)
        match self.session.answers.get(question.id):
            case Timed(marks=marks):
                return replace(answer, marks=marks)
        return answer

    def attach(self, question_id: str, key: str) -> Step:
        question = self.seen(question_id)
        if isinstance(question, Photo):
            return self.add_photo(question, key)
        evidence = None if question is None else _wanted(self.session, question)
        if question is None or evidence is None:
            return self.refuse(mistake("photo-not-asked"))
        keys = self.session.evidence.get(question.id, ())
        if key in keys:
            return self.refuse(mistake("already-saved"))
        if not self.room(question, keys, evidence.most):
            return self.refuse(mistake("photos-full", most=evidence.most))
        keys = (*keys, key)[-evidence.most :]
        full = {question.id} if len(keys) == evidence.most else set()
        given = {**self.session.evidence, question.id: keys}
        return self.change(replace(self.session, evidence=given, closed=self.session.closed | full))

    def add_photo(self, question: Photo, key: str) -> Step:
        match self.session.answers.get(question.id):
            case Photos(keys=keys):
                pass
            case _:
                keys = ()
        if key in keys:
            return self.refuse(mistake("already-saved"))
        if not self.room(question, keys, question.most):
            return self.refuse(mistake("photos-full", most=question.most))
        photos = Photos((*keys, key)[-question.most :])
        session = self.session
        given = {**session.answers, question.id: photos}
        added = replace(session, answers=given, skipped=session.skipped - {question.id})
        if len(photos.keys) == question.most:
            return self.save(question, photos, replace(added, closed=session.closed | {question.id}))
        if question.id in session.closed:
            return self.save(question, photos, added)
        return self.change(added)

    def room(self, question: Question, keys: tuple[str, ...], most: int) -> bool:
        """Room for one more photo; when the question is revisited, the oldest one makes room."""
        return len(keys) < most or question.id == self.session.revisiting

    def close_photos(self, question: Photo) -> Step:
        match self.session.answers.get(question.id):
            case Photos(keys=keys) if len(keys) >= question.least:
                closed = self.session.closed | {question.id}
                return self.save(question, Photos(keys), replace(self.session, closed=closed))
            case Photos(keys=keys):
                return self.refuse(mistake("photos-too-few", least=question.least, given=len(keys)))
            case _ if question.id == self.session.revisiting and self.standing(question):
                return self.keep()
        return self.refuse(mistake("photos-too-few", least=question.least, given=0))

    def close_evidence(self, question: Question, choice: str) -> Step:
        if choice != DONE:
            return self.stale(question.id, choice)
        if not self.session.evidence.get(question.id):
            return self.refuse(mistake("photo-expected"))
        return self.change(replace(self.session, closed=self.session.closed | {question.id}))

    def detach(self, question_id: str, key: str) -> Step:
        """A photo is taken away; what it leaves short is asked for again."""
        question = self.seen(question_id)
        session = self.session
        if question is None:
            return self.refuse(mistake("no-such-photo"))
        match session.answers.get(question_id):
            case Photos(keys=keys) if key in keys:
                left = tuple(one for one in keys if one != key)
                given = {**session.answers, question_id: Photos(left)}
                if not left:
                    del given[question_id]
                short = isinstance(question, Photo) and len(left) < question.least
                closed = session.closed - {question_id} if short else session.closed
                return self.change(replace(session, answers=given, closed=closed))
        keys = session.evidence.get(question_id, ())
        if key not in keys:
            return self.refuse(mistake("no-such-photo"))
        left = tuple(one for one in keys if one != key)
        closed = session.closed if left else session.closed - {question_id}
        return self.change(replace(session, evidence={**session.evidence, question_id: left}, closed=closed))

    def skip(self, question_id: str, revision: int) -> Step:
        question = self.question
        if question is None or question.id != question_id or revision != self.session.revision:
            fault = "already-saved" if question_id in self.session.skipped else "stale-button"
            return self.refuse(mistake(fault))
        evidence = self.asks_evidence()
        if evidence is not None:
            if evidence.required and not self.session.evidence.get(question.id):
                return self.refuse(mistake("evidence-required"))
            return self.change(replace(self.session, closed=self.session.closed | {question.id}))
        if question.required:
            return self.refuse(mistake("answer-required"))
        given = {one: answer for one, answer in self.session.answers.items() if one != question.id}
        skipped = self.session.skipped | {question.id}
        return self.save(question, None, replace(self.session, answers=given, skipped=skipped))

    def go_back(self) -> Step:
        earlier = self.before()
        if earlier is None:
            return self.refuse(mistake("at-first-question"))
        return self.change(replace(self.session, revisiting=earlier.id))

    def turn(self, question_id: str) -> Step:
        if not question_id:
            return self.keep()
        question = self.seen(question_id)
        if question is None:
            return self.refuse(mistake("stale-button"))
        revisiting = question.id if _settled(self.session, question) else None
        return self.change(replace(self.session, revisiting=revisiting))

    def submit(self, at: datetime, revision: int) -> Step:
        if revision != self.session.revision:
            return self.refuse(mistake("stale-button"))
        if self.question is not None:
            return self.refuse(mistake("not-finished", question=self.question.text))
        sent = replace(self.session, submitted_at=at, revision=revision + 1)
        return Step(sent, (Thank(),))


def _concerns(section: Section, kind: str) -> bool:
    """Whether anything in a section applies to this kind of entrant."""
    fits = not section.applies_to or kind in section.applies_to
    return fits and any(not one.applies_to or kind in one.applies_to for one in section.questions)
