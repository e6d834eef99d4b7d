"""Facts about an entrant that every contact should find the same: questions that bear the same `fact` in any checklist.

Two answers contradict each other when both could have said what the other one said, and did not. *Nie dotyczy* contradicts
nothing. Numbers are compared as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from contest.answers import NOT_APPLICABLE, Amount, Answer
from contest.checklist import Checklist, said
from contest.flags.flag import Flag
from contest.questions import Question


@dataclass(frozen=True, slots=True)
class Found:
    """What another contact found: its label, the pinned checklist, the question and the answer."""

    label: str
    checklist: str
    question: str
    answer: Answer


def asked(checklists: Iterable[Checklist]) -> dict[str, frozenset[str]]:
    """The questions that ask for a fact, by checklist (`telefon@1`)."""
    found = {
        each.name: frozenset(question.id for question in each.questions() if question.fact)
        for each in checklists
    }
    return {name: questions for name, questions in found.items() if questions}


def contradictions(
    checklist: Checklist,
    answers: Mapping[str, Answer],
    kind: str,
    *,
    others: Iterable[Found],
    checklists: Mapping[str, Checklist],
) -> Iterator[Flag]:
    """Each answer that another contact at the same entrant contradicts."""
    mine = {
        question.fact: question
        for question in checklist.visible(answers, kind)
        if question.fact and question.id in answers
    }
    for other in others:
        theirs = checklists[other.checklist].question(other.question)
        if theirs.fact in mine and _differ(
            mine[theirs.fact], answers[mine[theirs.fact].id], theirs, other.answer
        ):
            facts = {"label": other.label, "theirs": theirs.id, "checklist": other.checklist}
            yield Flag("contradiction", mine[theirs.fact].id, facts, other.answer)


def _differ(mine: Question, answer: Answer, theirs: Question, other: Answer) -> bool:
    if isinstance(answer, Amount) and isinstance(other, Amount):
        return answer.value != other.value
    if NOT_APPLICABLE in said(answer) | said(other):
        return False
    shared = {*mine.own_ids} & {*theirs.own_ids}
    return bool(shared) and said(answer) & shared != said(other) & shared
