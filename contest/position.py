"""Where an interview stands: derived from the answers, never kept, so there is no pointer to fall out of step.

The question on the table is the one that is revisited, or else the first visible one that is not settled. Evidence is a debt
of an answer, not a state: a question that owes photos is not settled.

A returned interview lays its questions on the table by itself, one after another (`laid`): each is revisited until it is
answered or kept, and what a correction reveals or owes comes before the next one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from contest.answers import NOT_APPLICABLE, Answer, Chosen, Clocked, Dated, Photos, Replied, Several, Timed
from contest.checklist import Checklist, Section, said
from contest.clock import to_local
from contest.questions import (
    CAME,
    DONE,
    NOW,
    SENT,
    TODAY,
    YESTERDAY,
    Choices,
    Duration,
    Evidence,
    Photo,
    Question,
    Reply,
)
from contest.session import Session
from contest.talk import Ask, AskEvidence, AskReason, Effect, ShowSummary, SummaryLine, Tapped
from contest.toggles import ticked
from contest.workdays import WorkCalendar


def owed(session: Session, question: Question) -> Evidence | None:
    """What the answer to a question still owes."""
    evidence = wanted(session, question)
    return None if question.id in session.closed else evidence


def wanted(session: Session, question: Question) -> Evidence | None:
    evidence, answer = question.evidence, session.answers.get(question.id)
    if evidence is None or answer is None or _awaits(answer):
        return None
    if not evidence.when:
        return None if answer == Chosen(NOT_APPLICABLE) else evidence
    return None if said(answer).isdisjoint(evidence.when) else evidence


def is_settled(session: Session, question: Question) -> bool:
    if question.id in session.skipped:
        return True
    if session.open is not None and question.id not in session.open:
        return True  # what a return has locked is as it was accepted then
    match session.answers.get(question.id):
        case None:
            return False
        case Photos():
            return question.id in session.closed
        case Replied(outcome="waiting"):
            return False
        case Timed(owes_reason=True):
            return False
        case _:
            return owed(session, question) is None


def awaited(checklist: Checklist, session: Session) -> tuple[Reply, Replied] | None:
    """The question whose reply an interview waits for, with what was sent."""
    if not any(_awaits(answer) for answer in session.answers.values()):
        return None
    for question in checklist.visible(session.answers, session.kind):
        match question, session.answers.get(question.id):
            case Reply(), Replied(outcome="waiting") as reply:
                return question, reply
    return None


def _awaits(answer: Answer) -> bool:
    return isinstance(answer, Replied) and answer.outcome == "waiting"


@dataclass(frozen=True, slots=True)
class Here:
    """Where an interview stands: the visible questions, and the one on the table, if any is left."""

    checklist: Checklist
    session: Session
    visible: tuple[Question, ...]
    question: Question | None

    @classmethod
    def of(cls, checklist: Checklist, session: Session) -> Here:
        visible = checklist.visible(session.answers, session.kind)
        revisited = (question for question in visible if question.id == session.revisiting)
        frontier = (question for question in visible if not is_settled(session, question))
        return cls(checklist, session, visible, next(revisited, None) or next(frontier, None))

    def locked(self, question_id: str) -> bool:
        """Whether a return has closed this question; an id that the checklist does not know is not locked, it is nothing."""
        allowed = self.session.open
        return (
            allowed is not None
            and question_id not in allowed
            and any(one.id == question_id for one in self.checklist.questions())
        )

    def owing(self, question: Question) -> bool:
        """Answered, but photos are due; revisiting an answer puts the question itself on the table."""
        return owed(self.session, question) is not None

    def asks_reason(self) -> AskReason | None:
        """Half of a corrected measurement is on the table."""
        if self.question is None or self.question.id == self.session.revisiting:
            return None
        match self.question, self.session.answers.get(self.question.id):
            case Duration() as question, Timed(owes_reason=True) as answer:
                return AskReason(question, answer, self.session.revision)
        return None

    def asks_evidence(self) -> Evidence | None:
        if self.question is None or self.question.id == self.session.revisiting or self.asks_reason():
            return None
        return owed(self.session, self.question)

    def seen(self, question_id: str) -> Question | None:
        """A visible question that was asked already: on the table, answered, skipped, or where the interview has come."""
        frontier = next((one for one in self.visible if not is_settled(self.session, one)), None)
        for one in self.visible:
            if one.id == question_id and (one in (self.question, frontier) or self.standing(one)):
                return one
        return None

    def before(self) -> Question | None:
        """The settled question that going back leads to."""
        if self.question is not None and (self.asks_evidence() or self.asks_reason()):
            return self.question
        earlier: Question | None = None
        for one in self.visible:
            if one == self.question:
                break
            if is_settled(self.session, one) and not self.locked(one.id):
                earlier = one
        return earlier

    def prompt(self) -> tuple[Effect, ...]:
        if self.question is None:
            return (ShowSummary(self.lines(), self.session.revision),)
        if (reason := self.asks_reason()) is not None:
            return (reason,)
        evidence = self.asks_evidence()
        if evidence is not None:
            given = len(self.session.evidence.get(self.question.id, ()))
            answer = self.session.answers[self.question.id]
            return (AskEvidence(self.question, answer, evidence, given, self.session.revision),)
        return (self.ask(self.question),)

    def lines(self) -> tuple[SummaryLine, ...]:
        given = self.session.answers
        return tuple(
            SummaryLine(question, given.get(question.id), locked=self.locked(question.id))
            for question in self.visible
        )

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
            left=self.left(question),
        )

    def left(self, question: Question) -> int:
        """Of a returned interview: the questions still to be looked at, with the one that is asked."""
        if self.session.open is None:
            return 0
        return len({question.id, *(one.id for one in self.visible if one.id in self.session.again)})

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

    def reached(self) -> frozenset[str]:
        """Ids of all questions up to where the interview has come, hidden ones too."""
        ids = [question.id for question in self.checklist.questions()]
        frontier = next((one.id for one in self.visible if not is_settled(self.session, one)), None)
        return frozenset(ids if frontier is None else ids[: ids.index(frontier)])

    def room(self, question: Question, keys: tuple[str, ...], most: int) -> bool:
        """Room for one more photo; when the question is revisited, the oldest one makes room."""
        return len(keys) < most or question.id == self.session.revisiting

    def says(self, event: Tapped, calendar: WorkCalendar) -> bool:
        """Whether a button says what is saved already."""
        question = next((one for one in self.visible if one.id == event.question), None)
        if question is None:
            return False
        answer, choice = self.session.answers.get(question.id), event.choice
        if choice == DONE:
            return is_settled(self.session, question)
        if self.session.draft == question.id and choice in dict(self.session.marks):
            return True
        match answer:
            case None:
                return False
            case Timed(marks=marks, reason=reason):
                return choice in dict(marks) or choice == reason
            case Dated() if choice in (TODAY, YESTERDAY):
                return to_local(event.at, calendar.zone).date() - timedelta(choice == YESTERDAY) == answer.day
            case Clocked(stamped=stamped):
                return choice == NOW and stamped is not None
            case Replied():
                return choice == SENT or choice == {"late": CAME}.get(answer.outcome, answer.outcome)
            case _:
                return choice in said(answer)


def laid(here: Here) -> Here:
    """With the next question of a return on the table, when nothing else is; photos that it wants are asked for again."""
    if here.question is not None:
        return here
    session = here.session
    following = next((one.id for one in here.visible if one.id in session.again), None)
    if following is None:
        return here
    asked = replace(session, revisiting=following, closed=session.closed - {following})
    return Here.of(here.checklist, asked)


def _concerns(section: Section, kind: str) -> bool:
    """Whether anything in a section applies to this kind of entrant."""
    fits = not section.applies_to or kind in section.applies_to
    return fits and any(not one.applies_to or kind in one.applies_to for one in section.questions)
